"""Columns that state the change between two others, the share of a total or a sum: they tell how rows are to be parted.

Which columns a change is between is found, not given: the relation must hold in every row that can be read. Then a row
that can be parted in several ways keeps those in which it holds. Knows nothing of lines or places.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from ingest.tables.flat.header import without_marks
from ingest.tables.labels import is_bare_total, is_difference
from ingest.tables.measures import measure_of
from ingest.tables.solve import Reading
from ingest.tables.splits import Printed

_SIGNS = frozenset({"+/-", "+/–", "±", "Δ", "∆"})
_CHANGES = frozenset({"change", "deviation"})
_FEWEST_ROWS = 3
_BITS = 1.3  # digits (log10) that a relation must hit to decide how a row is parted, beside the choices there are
_ALL_BITS = 6.0  # and in all rows together, to be believed
_MOST_READINGS = 400
_HALF = 0.51  # of the last digit printed, by which a percentage may be rounded


@dataclass(frozen=True, slots=True)
class _Relation:
    """What a column follows from: the difference `second` less `first`, in percent of `first` where `in_percent`.

    With `whole`, a total as an integer of the readings, the column states the share of `first` in it. `factor` is what
    printed numbers were multiplied by.
    """

    column: int
    first: int
    second: int
    in_percent: bool
    whole: int
    factor: int

    def bits(self, reading: Reading) -> float:
        """Return how many digits (log10) a reading hits by obeying; 0 where it does not."""
        values = reading.values
        stated = values[self.column]
        part, whole = values[self.first], self.whole
        if not whole:
            part, whole = values[self.second] - values[self.first], values[self.first]
        if not self.in_percent:
            return math.log10(abs(stated) + 1) if stated == part else 0.0
        printed = reading.keys[self.column]
        if not isinstance(printed, Printed) or not whole:
            return 0.0
        step = self.factor / 10.0 ** len(printed.text.replace(".", ",").partition(",")[2])
        expected = 100 * self.factor * part / whole
        return math.log10(abs(expected) / step + 1) if abs(stated - expected) <= _HALF * step else 0.0


@dataclass(frozen=True, slots=True)
class _Sum:
    """What a column follows from: the sum of others, one in each group of columns named alike."""

    column: int
    addends: tuple[int, ...]

    def bits(self, reading: Reading) -> float:
        """Return how many digits (log10) a reading hits by obeying; 0 where it does not."""
        stated = reading.values[self.column]
        return math.log10(abs(stated) + 1) if stated == sum(reading.values[each] for each in self.addends) else 0.0


def narrowed_by_columns(
    rows: Sequence[tuple[Reading, ...]], labels: Sequence[str], headers: Sequence[str], factor: int
) -> list[tuple[Reading, ...]]:
    """Return `rows` with the readings alone that obey what the columns say of each other, where it is beyond doubt.

    Args:
        rows: the readings of each row; none for one that cannot be read.
        labels: of the rows.
        headers: of the columns.
        factor: what printed numbers were multiplied by in the readings' values.
    """
    found = list(rows)
    for column, header in enumerate(headers):
        relations: list[_Relation | _Sum] = [
            *_changes(column, header, factor),
            *_shares(column, header, _wholes(found, labels), factor),
            *_sums(column, headers),
        ]
        told = [relation for relation in relations if _is_told(relation, found)]
        if len(told) == 1:
            found = [_obeying(readings, told[0]) for readings in found]
    return found


def _sums(column: int, headers: Sequence[str]) -> Iterator[_Sum]:
    """Yield the sum that a column of the first or the last group may be, where all columns' names come again alike."""
    names = [without_marks(header) for header in headers]
    width = next((n for n in range(2, len(names) // 2) if names == names[:n] * (len(names) // n)), None)
    if width is not None and (column < width or column >= len(headers) - width):
        yield _Sum(column, tuple(other for other in range(column % width, len(headers), width) if other != column))


def _changes(column: int, header: str, factor: int) -> Iterator[_Relation]:
    """Yield the differences, or changes in percent, that a column of that name may state."""
    if header.split(maxsplit=1)[0] in _SIGNS or is_difference(header) or measure_of([header]) in _CHANGES:
        for first, second in permutations(range(column), 2):
            yield _Relation(column, first, second, "%" in header, 0, factor)


def _shares(column: int, header: str, wholes: Sequence[Reading], factor: int) -> Iterator[_Relation]:
    """Yield the shares of the total row's numbers that a column of percentages may state."""
    if "%" not in header and measure_of([header]) != "share":
        return
    for base in range(column):
        values = {reading.values[base] for reading in wholes if reading.values[column] == 100 * factor}
        for whole in values - {0}:
            yield _Relation(column, base, base, in_percent=True, whole=whole, factor=factor)


def _wholes(rows: Sequence[tuple[Reading, ...]], labels: Sequence[str]) -> Sequence[Reading]:
    """Return the readings of the only row that calls itself the total."""
    totals = [row for row, label in enumerate(labels) if is_bare_total(label)]
    return rows[totals[0]] if len(totals) == 1 else ()


def _full(readings: Sequence[Reading]) -> list[Reading]:
    return [reading for reading in readings if all(key is not None for key in reading.keys)]


def _is_told(relation: _Relation | _Sum, rows: Sequence[tuple[Reading, ...]]) -> bool:
    """Tell whether every row that can fill all columns has a way to obey, and enough digits are met by that."""
    bits = 0.0
    obeyed = 0
    for full in filter(None, map(_full, rows)):
        if len(full) > _MOST_READINGS:
            return False
        best = max(map(relation.bits, full))
        if not best and all(reading.values[relation.column] for reading in full):
            return False
        obeyed += best > 0
        bits += max(0.0, best - math.log10(len(full)))
    return obeyed >= _FEWEST_ROWS and bits >= _ALL_BITS


def _obeying(readings: tuple[Reading, ...], relation: _Relation | _Sum) -> tuple[Reading, ...]:
    """Return the readings of a row that obey, if what they hit is more than chance."""
    full = _full(readings)
    least = _BITS + math.log10(max(len(full), 1))
    return tuple(reading for reading in full if relation.bits(reading) >= least) or readings
