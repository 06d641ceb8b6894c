"""A table's figures as exact integers in rows and columns, for arithmetic. Knows nothing of identities."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from statistics import median_low

from ingest.table import Figure, Table
from ingest.tables.numbers import parse_number
from ingest.tables.sums import Matrix, roundness

_MOST_DECIMALS = 6
_CENTS = 2


@dataclass(frozen=True, slots=True)
class Lattice:
    """The figures of a table at (row, column), and `factor`: what values were multiplied by to be integers."""

    at: dict[tuple[int, int], Figure]
    rows: int
    columns: int
    factor: int

    def decimal(self, integer: int) -> Decimal:
        """Return an integer of the matrices as a value in whole units."""
        value = Decimal(integer) / self.factor
        return value.to_integral_value() if value == value.to_integral_value() else value


def lattice_of(table: Table) -> Lattice:
    """Return the table's figures by row and column; the first where two share a cell."""
    at: dict[tuple[int, int], Figure] = {}
    for figure in table.figures:
        if figure.row >= 0 and figure.column >= 0:
            at.setdefault((figure.row, figure.column), figure)
    decimals = max((_decimals(figure.value) for figure in at.values() if figure.value is not None), default=0)
    rows = max((row for row, _ in at), default=-1) + 1
    columns = max((column for _, column in at), default=-1) + 1
    return Lattice(at, rows, columns, 10 ** min(decimals, _MOST_DECIMALS))


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def is_blank(figure: Figure) -> bool:
    """Tell whether a figure without value counts nothing in a sum: nothing, or a nought, is printed for it."""
    return figure.value is None and figure.text.strip() in ("", "0", "-", "–", "−")


def step_of(figure: Figure, table: Table) -> Decimal:
    """Return the printed precision of a figure in whole units: 100 000 for "4,9 M€", 1 for "317000"."""
    if figure.value is None:
        return Decimal(table.scale)
    printed = parse_number(figure.text) if figure.text else None
    if printed is None:
        return Decimal(max(table.scale, 1)) if figure.value == figure.value.to_integral_value() else _unit(figure.value)
    scale = figure.value / printed if printed else Decimal(table.scale)
    return abs(scale) * _unit(printed)


def _unit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(-_decimals(value))


def main_unit(table: Table) -> str | None:
    """Return the unit that most figures of the table have."""
    units = Counter(figure.unit for figure in table.figures if figure.value is not None)
    return units.most_common(1)[0][0] if units else table.unit


def prints_rounded(table: Table, unit: str | None) -> bool:
    """Tell whether the figures of `unit` are printed coarser than they are counted, so that their sums may miss.

    Amounts in M€ or 1000 € are, and so are shares and whatever else has decimals. Whole euros and cents are what is
    booked, and persons are counted whole: there a miss by one is a misprint.
    """
    printed = [figure for figure in table.figures if figure.value is not None and figure.unit == unit]
    if unit is not None and unit.startswith("%"):
        return True
    decimals = [_decimals(parse_number(figure.text) or Decimal(0)) for figure in printed]
    if any(step_of(figure, table) > 1 for figure in printed):
        return True
    cents = unit == "EUR" and max(decimals, default=0) == _CENTS
    return any(decimals) and not cents


def matrix_of(table: Table, lattice: Lattice, unit: str | None, *, rounded: bool = True) -> Matrix:
    """Return the figures of one unit as a matrix with rows as lines and columns as evidence; others count as blank.

    Where numbers are not `rounded`, every step is 0: their sums hold to the last digit or fail. Workbooks print no
    noughts behind a decimal comma: a number without decimals is as precise as most of its column.
    """
    precise = {at: step_of(figure, table) for at, figure in lattice.at.items() if figure.unit == unit}
    columns: dict[int, list[Decimal]] = {}
    for (_, column), printed in precise.items():
        columns.setdefault(column, []).append(printed)
    usual = {column: median_low(found) for column, found in columns.items()}
    values: list[tuple[int | None, ...]] = []
    steps: list[tuple[int, ...]] = []
    unknown: set[tuple[int, int]] = set()
    for row in range(lattice.rows):
        line: list[int | None] = []
        line_steps: list[int] = []
        for column in range(lattice.columns):
            figure = lattice.at.get((row, column))
            value, step = None, int(rounded)
            if figure is not None and figure.unit == unit:
                finer = min(precise[row, column], usual[column])
                step = max(1, int(finer * lattice.factor)) if rounded else 0
                if figure.value is not None:
                    value = int(figure.value * lattice.factor)
                elif not is_blank(figure):
                    unknown.add((row, column))
            line.append(value)
            line_steps.append(step)
        values.append(tuple(line))
        steps.append(tuple(line_steps))
    return Matrix(tuple(values), tuple(steps), frozenset(unknown), roundness(values))
