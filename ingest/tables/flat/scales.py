"""How numbers of a flat table's rows are parted, told by what the columns' other numbers look like.

Sums do not tell where a table has no totals. Yet numbers of one column are of one order, and print as many decimals:
"1 527 3 164 820" is 1 527, 3 164 and 820 where the other rows print thousands and hundreds. Each row's readings
are weighed by distributions of the columns' logarithms, which are estimated from all rows' weighed readings in turn
(expectation maximisation, Dempster, Laird and Rubin 1977). Knows no headers and no labels.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from ingest.tables.flat.readings import Way, Ways
from ingest.tables.splits import Printed

_FEWEST_ROWS: Final = 5
_PAIR: Final = 2
_MOST_READINGS: Final = 3000
_ROUNDS: Final = 12
_BLANKS: Final = (0.3, 10.0)  # so many blank cells of so many are taken to be known beforehand
_SURE: Final = 0.9999
_NEAR: Final = 12.0  # by which the logarithm of another account of all rows must be less likely
_SPREAD: Final = 0.35  # the least standard deviation, in orders of magnitude
_WITHIN_ROW: Final = 0.5  # the same of numbers of one row over years
_ROWS_OF_PRIOR: Final = 2.0  # as many rows with a spread of one order are taken to be known beforehand
_KINDS: Final = 4.0  # of decimals, signs and units, as many as there may be
_FAR: Final = 3.5  # standard deviations that no number of a sure reading is off
_MOST_UNREAD: Final = 0.1  # of the rows

Cells = tuple[Printed | None, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What numbers of a column look like: the mean and spread of their logarithms, and how often each kind comes.

    `blank` says how likely a cell of the table is left blank.
    """

    mean: float
    spread: float
    weight: float
    kinds: dict[object, float]
    blank: float

    def likelihood(self, printed: Printed | None) -> float:
        """Return the logarithm of how likely a number, or none, stands in the column."""
        if printed is None:
            return math.log(self.blank)
        kind = (self.kinds.get(_kind(printed), 0.0) + 1 / _KINDS) / (self.weight + 1)
        return math.log(kind) + self._of_size(printed) + math.log(1 - self.blank)

    def _of_size(self, printed: Printed) -> float:
        size = _size(printed)
        return 0.0 if size is None else _log_density(size - self.mean, self.spread)

    def is_far(self, printed: Printed | None) -> bool:
        """Tell whether a number is out of scale with the column's."""
        size = None if printed is None else _size(printed)
        return size is not None and abs(size - self.mean) > _FAR * self.spread


def _log_density(off: float, spread: float) -> float:
    """Return the logarithm of Student's density with four degrees of freedom: far numbers are rare, not impossible."""
    return math.log(0.375 / spread) - 2.5 * math.log1p((off / spread) ** 2 / 4)


def _size(printed: Printed) -> float | None:
    """Return a number's order of magnitude; None for nought and dashes."""
    return None if not printed.value else math.log10(abs(printed.value))


def _kind(printed: Printed) -> object:
    """Return what a number's print shows beside its size: its decimals, unit and sign; a dash and nought are kinds."""
    if not printed.value:
        return printed.value is None
    return len(printed.text.partition(",")[2].rstrip()), printed.unit, printed.value < 0


def told_by_scale(ways: Ways, columns: int, *, alike: bool = False) -> dict[int, Way]:
    """Return by row the numbers of those rows that print one in each of so many columns beyond reasonable doubt.

    None at all where another account of the rows is nearly as likely, or where many rows fit none. `alike` says that
    the columns show one thing over time, so that the numbers of a row are of one order, too.
    """
    rows = {row: read for row, each in enumerate(ways.rows) if each and (read := _readings(each, columns))}
    readable = sum(bool(each) for each in ways.rows)
    if len(rows) < _FEWEST_ROWS or readable - len(rows) > _MOST_UNREAD * readable:
        return {}
    readings = list(rows.values())
    certain = sum(len(found) == 1 for found in readings)
    if columns == _PAIR and certain * _PAIR < len(readings):
        return {}  # of receipts and payments, every row may have one
    full = [[float(None not in cells) for cells in found] for found in readings]
    best, weights = _estimated(readings, full, columns)
    other = [[float(weight < 1 - _SURE or len(known) == 1) for weight in known] for known in weights]
    if certain < len(readings) and all(map(any, other)):
        rival, rivals = _estimated(readings, other, columns)
        if _chosen(rivals) != _chosen(weights) and _total(readings, rival) > _total(readings, best) - _NEAR:
            return {}
    told: dict[int, Way] = {}
    for (row, found), known in zip(rows.items(), weights, strict=True):
        at = max(range(len(known)), key=known.__getitem__)
        cells = tuple(cell for cell in found[at] if cell is not None)
        far = any(column.is_far(cell) for column, cell in zip(best, found[at], strict=True))
        if known[at] >= _SURE and len(cells) == columns and not far:
            told[row] = cells
        elif alike and (likely := _within_row(found, best)) is not None:
            told[row] = likely
    return told


def _within_row(readings: Sequence[Cells], columns: Sequence[_Column]) -> Way | None:
    """Return the only reading of a row whose numbers are of one order and fill all columns, None where it is unsure."""
    logs = []
    for cells in readings:
        sizes = [size for cell in cells if cell is not None and (size := _size(cell)) is not None]
        mean = sum(sizes) / len(sizes) if sizes else 0.0
        unlike = len({_kind(cell) for cell in cells if cell is not None and cell.value}) - 1
        near = sum(_log_density(size - mean, _WITHIN_ROW) for size in sizes)
        logs.append(near + _likelihood(cells, columns) - max(0, unlike) * math.log(_KINDS))
    at = max(range(len(logs)), key=logs.__getitem__)
    sure = 1 / sum(math.exp(each - logs[at]) for each in logs) >= _SURE
    return tuple(cell for cell in readings[at] if cell is not None) if sure and None not in readings[at] else None


def _readings(row: Sequence[Way], columns: int) -> list[Cells]:
    """Return the readings of a row over so many columns, those with blank cells too; none where it fills no columns."""
    if not any(len(way) == columns for way in row):
        return []
    found: list[Cells] = []
    for way in row:
        for places in combinations(range(columns), len(way)):
            cells: list[Printed | None] = [None] * columns
            for place, printed in zip(places, way, strict=True):
                cells[place] = printed
            found.append(tuple(cells))
            if len(found) > _MOST_READINGS:
                return []
    return found


def _estimated(
    rows: Sequence[Sequence[Cells]], start: Sequence[Sequence[float]], columns: int
) -> tuple[list[_Column], list[list[float]]]:
    """Return what the columns look like and how likely each reading of each row is, from weights to `start` with."""
    weights = [[each / sum(row) for each in row] for row in start]
    found: list[_Column] = []
    for _ in range(_ROUNDS):
        blank = _blanks(rows, weights, columns)
        found = [_column(rows, weights, column, blank) for column in range(columns)]
        weights = [_weighed(readings, found) for readings in rows]
    return found, weights


def _blanks(rows: Sequence[Sequence[Cells]], weights: Sequence[Sequence[float]], columns: int) -> float:
    """Return how likely a cell is left blank."""
    few, of = _BLANKS
    blank = sum(
        weight * cells.count(None)
        for readings, known in zip(rows, weights, strict=True)
        for cells, weight in zip(readings, known, strict=True)
    )
    return (few + blank) / (of + columns * len(rows))


def _column(rows: Sequence[Sequence[Cells]], weights: Sequence[Sequence[float]], column: int, blank: float) -> _Column:
    kinds: dict[object, float] = {}
    sizes: list[tuple[float, float]] = []
    for readings, known in zip(rows, weights, strict=True):
        for cells, weight in zip(readings, known, strict=True):
            printed = cells[column]
            if printed is None or weight < (1 - _SURE) / len(readings):
                continue
            kinds[_kind(printed)] = kinds.get(_kind(printed), 0.0) + weight
            if (size := _size(printed)) is not None:
                sizes.append((size, weight))
    total = sum(weight for _, weight in sizes)
    mean = sum(size * weight for size, weight in sizes) / total if total else 0.0
    squares = sum(weight * (size - mean) ** 2 for size, weight in sizes) + _ROWS_OF_PRIOR
    spread = max(_SPREAD, math.sqrt(squares / (total + _ROWS_OF_PRIOR)))
    return _Column(mean, spread, sum(kinds.values()), kinds, blank)


def _weighed(readings: Sequence[Cells], columns: Sequence[_Column]) -> list[float]:
    logs = [_likelihood(cells, columns) for cells in readings]
    most = max(logs)
    odds = [math.exp(each - most) for each in logs]
    return [each / sum(odds) for each in odds]


def _likelihood(cells: Cells, columns: Sequence[_Column]) -> float:
    return sum(column.likelihood(cell) for column, cell in zip(columns, cells, strict=True))


def _chosen(weights: Sequence[Sequence[float]]) -> list[int]:
    return [max(range(len(row)), key=row.__getitem__) for row in weights]


def _total(rows: Iterable[Sequence[Cells]], columns: Sequence[_Column]) -> float:
    """Return the logarithm of how likely all rows are."""
    return sum(max(_likelihood(cells, columns) for cells in readings) for readings in rows)
