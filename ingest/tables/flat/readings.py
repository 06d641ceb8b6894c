"""Every way in which a row of a flat table can fill its columns, narrowed by the sums within rows. Knows no text."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ingest.tables.numbers import scaled
from ingest.tables.patterns import PATTERNS, Pattern, find_pattern
from ingest.tables.solve import Reading
from ingest.tables.splits import Printed, Token, count_splits, full_splits, splits, summing_splits

_MOST_COLUMNS = 14
_MOST_READINGS = 4000
# Digits (log10) that a row's own sum must hit before it decides how the row is parted: at least so many, and so many
# more than there are ways.
_CERTAIN = 3.0
_MARGIN = 0.5

Way = tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How each row's digit groups can be parted into numbers; an empty row of ways is one that cannot be read.

    `pattern` is the sum that the rows obey by themselves, if any; rows that obey it keep only the ways that do.
    `factor` makes all values integers. `narrowed` marks rows whose ways the pattern cut down or confirmed.
    `fitting` holds the ways that obey the pattern, even where so small a sum proves nothing. `sizes` says in how many
    ways each row can be parted, 0 for one that cannot be read. `tokens` are the rows' digit groups.
    """

    rows: tuple[tuple[Way, ...], ...]
    pattern: Pattern | None
    factor: int
    narrowed: tuple[bool, ...]
    fitting: tuple[tuple[Way, ...], ...] = ()
    sizes: tuple[int, ...] = ()
    tokens: tuple[tuple[Token, ...], ...] = ()

    def integers(self, way: Way) -> tuple[int, ...]:
        """Return the numbers of a way in the table's integers."""
        return _integers(way, self.factor)


def integer(printed: Printed, factor: int) -> int:
    """Return a printed number, its own scale applied, times `factor`; 0 for a dash."""
    return 0 if printed.value is None else int(scaled(printed.value, printed.scale) * factor)


def ways_of(rows: Sequence[Sequence[Token]], broken: Sequence[bool], *, numbered: bool = False) -> Ways:
    """Return the ways to part the numbers of each row; `broken` rows have none.

    `numbered` says that a small number before the cells may belong to the row's label ("Hanke 3").
    """
    cells = [() if lost else tokens for tokens, lost in zip(rows, broken, strict=True)]
    factor = 10 ** min(max((_decimals(token) for tokens in cells for token in tokens), default=0), 4)
    fitting = [_fitting(tokens) for tokens in cells]
    sizes = [count_splits(tokens, _MOST_COLUMNS) * (1 + _is_loose(tokens)) if tokens else 0 for tokens in cells]
    pattern = find_pattern(
        [
            (size, {each: [_integers(way, factor) for way in ways] for each, ways in by_pattern.items()})
            for size, by_pattern in zip(sizes, fitting, strict=True)
            if size
        ]
    )
    kept: list[tuple[Way, ...]] = []
    narrowed: list[bool] = []
    for tokens, size, by_pattern in zip(cells, sizes, fitting, strict=True):
        sure = _sure(by_pattern, pattern, size, factor) if pattern is not None else ()
        ways = sure or (splits(tokens, _MOST_COLUMNS) if tokens else ())
        loose = _is_loose(tokens) or (numbered and len(tokens) > 1 and len(tokens[0].text) < 3)
        if loose and ways:
            ways = (*ways, *splits(tokens[1:], _MOST_COLUMNS))
        kept.append(ways)
        narrowed.append(bool(sure))
    obeying = tuple(by_pattern.get(pattern, ()) if pattern else () for by_pattern in fitting)
    return Ways(tuple(kept), pattern, factor, tuple(narrowed), obeying, tuple(sizes), tuple(map(tuple, cells)))


def _is_loose(tokens: Sequence[Token]) -> bool:
    return len(tokens) > 1 and tokens[0].loose


def _fitting(tokens: Sequence[Token]) -> dict[Pattern, tuple[Way, ...]]:
    """Return by pattern the ways to part a row that obey it with at least two addends."""
    found = {}
    if (
        len(tokens) > 2
        and not _is_loose(tokens)
        and not any(token.text[0] in "-−–" and not token.dash for token in tokens)
    ):
        for pattern in PATTERNS:
            ways = summing_splits(tokens, _MOST_COLUMNS, lead=pattern.place - 1, last=pattern.side == "last")
            if ways:
                found[pattern] = ways
    return found


def _sure(by_pattern: Mapping[Pattern, Sequence[Way]], pattern: Pattern, size: int, factor: int) -> tuple[Way, ...]:
    """Return the ways whose own sum chance would not give, for a row that obeys `pattern`.

    Of the numbers before the sum some may be left blank: the sum parts none of them.
    """
    least = max(_CERTAIN, _MARGIN + math.log10(size))
    alike = [replace(pattern, place=place) for place in range(pattern.place, 0, -1)]
    found = [[way for way in by_pattern.get(each, ()) if each.bits(_integers(way, factor)) >= least] for each in alike]
    return tuple(way for ways in found for way in ways) if found[0] else ()


def _integers(way: Way, factor: int) -> tuple[int, ...]:
    return tuple(integer(printed, factor) for printed in way)


def _decimals(token: Token) -> int:
    return len(token.text.partition(",")[2]) if token.value is not None or "," in token.text else 0


def within(readings_of: Sequence[Reading], limits: Sequence[int]) -> tuple[Reading, ...]:
    """Return the readings whose values stay below `limits`, one a column; a limit of 0 is none."""
    return tuple(
        reading
        for reading in readings_of
        if all(not limit or abs(value) <= limit for value, limit in zip(reading.values, limits, strict=True))
    )


def counts(ways: Ways) -> list[tuple[int, int]]:
    """Return for each readable row the fewest and the most numbers that it can have."""
    return [(min(map(len, row)), max(map(len, row))) for row in ways.rows if row]


def readings(ways: Ways, row: int, columns: int) -> tuple[Reading, ...]:
    """Return every reading of a row over `columns`; empty where the row cannot be read or has too many."""
    found: list[Reading] = []
    size = sum(math.comb(columns, len(way)) for way in ways.rows[row] if len(way) <= columns)
    if size > _MOST_READINGS:
        return ()
    for way in ways.rows[row]:
        values = ways.integers(way)
        for places in combinations(range(columns), len(way)):
            keys: list[Printed | None] = [None] * columns
            cells = [0] * columns
            for place, printed, value in zip(places, way, values, strict=False):
                keys[place] = printed
                cells[place] = value
            found.append(Reading(tuple(keys), tuple(cells)))
    if ways.pattern is not None and ways.narrowed[row]:
        fitting = [reading for reading in found if ways.pattern.fits(reading.values)]
        found = fitting or found
    return tuple(found)


def full_readings(ways: Ways, row: int, bounds: Sequence[tuple[int, int]]) -> tuple[Reading, ...]:
    """Return the readings of a row that put a number within `bounds` into every column; empty for too many.

    A total row of many numbers can be parted in more ways than can be listed, but in few that its parts allow.
    """
    if _is_loose(ways.tokens[row]):
        return ()
    found = full_splits(ways.tokens[row], len(bounds), lambda at, printed: _within(printed, bounds[at], ways.factor))
    return tuple(Reading(way, ways.integers(way)) for way in found) if len(found) <= _MOST_READINGS else ()


def _within(printed: Printed, bound: tuple[int, int], factor: int) -> bool:
    return bound[0] <= integer(printed, factor) <= bound[1]
