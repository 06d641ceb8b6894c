"""Decides for each cell of a flat table what stands there, and says how that is known."""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from ingest.table import Placement
from ingest.tables.flat.groups import Grouping, groupings_of, proven_parts
from ingest.tables.flat.outline import NO_OUTLINE, Outline
from ingest.tables.flat.readings import Ways, full_readings, integer, readings, within
from ingest.tables.flat.relations import narrowed_by_columns
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.solve import Group, Reading, Solution, may_all_hold, solve
from ingest.tables.splits import Printed

_NEAR = 0.005
_FAR = 0.2
_SEVERAL = 2
_TIMES_TOTAL = 10
_MANY_TIMES = 5  # that a total may be its parts' sum, or it the total, where sub-rows are counted twice
_FROM_TOTAL = 2  # times that a misprinted total may miss what its parts can sum to
# Percentages and amounts per inhabitant add up to nothing.
_RATIO = re.compile(r"%|(?:€|\beuros?|\beuroa|\beur)\s?(?:/|per )\s?[^\W\d_]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in a cell: `printed` (None for nothing), how that is known, and the numbers that may stand there."""

    printed: Printed | None
    placement: Placement
    reason: str
    candidates: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """All cells of a flat table, how many sums of columns the solution makes hold, and of how many."""

    cells: tuple[tuple[Place, ...], ...]
    held: int
    sums: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The labels of a flat table's rows, the headers of its columns, and which rows are parts of others."""

    labels: Sequence[str]
    headers: Sequence[str]
    outline: Outline = NO_OUTLINE


def places_of(ways: Ways, frame: Frame, *, rounded: bool = False, misprints: bool = True) -> Places:
    """Return what stands in each cell of a table with these labels and headers.

    `rounded` says that its unit is a multiple, so that sums may miss by rounding, as where decimals are printed.
    `misprints` says to look for groups of rows with which all sums but one hold, where none lets all hold.
    """
    labels, headers = frame.labels, frame.headers
    columns = len(headers)
    if _is_refuted(ways, headers):
        ways = replace(ways, pattern=None, narrowed=(False,) * len(ways.narrowed))
    rows = [readings(ways, row, columns) for row in range(len(ways.rows))]
    rows = _bounded(_with_totals_read(ways, rows, labels, columns), labels, columns)
    rows = narrowed_by_columns(rows, labels, headers, ways.factor)
    solvable = [row for row in range(len(rows)) if rows[row]]
    position = {row: number for number, row in enumerate(solvable)}
    steps = [_step(ways, row, rounded=rounded) for row in range(len(rows))]
    summing = [column for column, header in enumerate(headers) if not _RATIO.search(header)] or list(range(columns))
    groups: tuple[Group, ...] = ()
    solution: Solution | None = None
    for number, reading in enumerate(_outlines(frame, rows, summing)):
        groupings = groupings_of(labels, rows, steps, reading)
        found = _solved(rows, groupings, position, summing, misprints=misprints and number == 0)
        if solution is None or _fails(found[1], summing) < _fails(solution, summing):
            groups, solution = found
        if solution is not None and not _fails(solution, summing):
            break
    cells: list[tuple[Place, ...]] = []
    for row, alternatives in enumerate(rows):
        known = _Known(alternatives, ways.narrowed[row], solution, position.get(row, -1))
        cells.append(tuple(_place(known, column, headers[column]) for column in range(columns)))
    for group in groups:
        _place_near(cells, rows, group)
    _with_torn_totals_open(ways, cells, labels)
    held = 0 if solution is None else sum(sum(flags) for flags in solution.holding)
    return Places(tuple(cells), held, len(groups) * len(summing))


def _outlines(frame: Frame, rows: Sequence[Sequence[Reading]], summing: Sequence[int]) -> Iterator[Outline]:
    """Yield the ways to read what rows are parts of others, first those that the rows' own numbers speak for."""
    for reading in frame.outline.readings:
        proven = proven_parts(frame.labels, rows, reading, summing)
        if proven:
            yield replace(reading, sums={**proven, **reading.sums})
        yield reading


def _fails(solution: Solution | None, summing: Sequence[int]) -> float:
    """Return how many sums fail."""
    return math.inf if solution is None else sum(not flags[column] for flags in solution.holding for column in summing)


def _solved(
    rows: Sequence[Sequence[Reading]],
    groupings: Sequence[Grouping],
    position: Mapping[int, int],
    summing: Sequence[int],
    *,
    misprints: bool,
) -> tuple[tuple[Group, ...], Solution | None]:
    """Return the groups of a table and the solution over its readable rows, at their `position`.

    Sums stand in the columns `summing`, not in those of percentages or euros per inhabitant.

    Of several groupings the only one that lets all sums hold; where none does, and `misprints` are looked for, the only
    one that lets all but one hold. Nothing where several do.
    """
    readable = [rows[row] for row in position]
    columns = len(readable[0][0].values) if readable else 0
    apart = [column for column in range(columns) if column not in summing]
    fitting: list[tuple[tuple[Group, ...], list[Group], bool]] = []
    unfit: list[tuple[tuple[Group, ...], list[Group], bool]] = []
    for grouping in groupings:
        groups = tuple(
            group for group in grouping.groups if all(row in position for row in (group.result, *group.addends))
        )
        moved = [
            Group(position[group.result], tuple(position[row] for row in group.addends), group.tolerance)
            for group in groups
        ]
        fits = grouping.sure or (not grouping.misses and may_all_hold(readable, moved, columns, apart))
        (fitting if fits else unfit).append((groups, moved, grouping.sure))
    possible = [found for found in fitting if not found[2]] or fitting
    allowed = 0
    if not possible and misprints:
        # One printed total may be wrong: then the only grouping with which all others can hold.
        possible = _with_a_misprint(readable, unfit, columns, apart)
        allowed = 1
    if len(possible) != 1:
        return (), None
    ((groups, moved, sure),) = possible
    solution = solve(readable, moved, columns, apart)
    failed = _fails(solution, summing) if solution is not None else len(groups)
    return (groups, solution) if sure or failed <= allowed else ((), None)


def _with_a_misprint(
    readable: Sequence[Sequence[Reading]],
    unfit: Sequence[tuple[tuple[Group, ...], list[Group], bool]],
    columns: int,
    apart: Sequence[int],
) -> list[tuple[tuple[Group, ...], list[Group], bool]]:
    """Return the groupings with which all sums but one can hold, no more than two: several tell nothing."""
    found: list[tuple[tuple[Group, ...], list[Group], bool]] = []
    for grouping in unfit:
        if len(found) < _SEVERAL and may_all_hold(readable, grouping[1], columns, apart, spare=1):
            found.append(grouping)
    return found


def _is_refuted(ways: Ways, headers: Sequence[str]) -> bool:
    """Tell whether rows that print a number for every column deny the sum that shorter rows seem to obey.

    Rows that all lack the column before their total look as if their first column were the total; where no row prints
    every column, the header must say that the column is one.
    """
    if ways.pattern is None:
        return False
    columns = len(headers)
    total = columns - 1 if ways.pattern.side == "last" else ways.pattern.place - 1
    possible = [[way for way in row if len(way) <= columns] for row in ways.rows]
    full = [ways.integers(row[0]) for row in possible if len(row) == 1 and len(row[0]) == columns]
    fitting = sum(ways.pattern.fits(values) for values in full)
    return fitting * 2 < len(full) if full else total >= columns or not is_total(headers[total])


def _with_totals_read(
    ways: Ways, rows: list[tuple[Reading, ...]], labels: Sequence[str], columns: int
) -> list[tuple[Reading, ...]]:
    """Return the rows with a total that has too many readings read by what its column's other numbers allow."""
    totals = [row for row, label in enumerate(labels) if is_bare_total(label)]
    if len(totals) != 1 or rows[totals[0]] or not ways.tokens[totals[0]]:
        return rows
    (total,) = totals
    parts = [readings_of for row, readings_of in enumerate(rows) if row != total]
    values = [[{reading.values[column] for reading in part} for part in parts] for column in range(columns)]
    if not all(parts) or any(value < 0 for column in values for part in column for value in part):
        return rows
    bounds = [(max(map(min, column)) // _FROM_TOTAL, sum(map(max, column)) * _FROM_TOTAL) for column in values]
    read = full_readings(ways, total, bounds)
    return [read if row == total else readings_of for row, readings_of in enumerate(rows)]


def _bounded(rows: list[tuple[Reading, ...]], labels: Sequence[str], columns: int) -> list[tuple[Reading, ...]]:
    """Drop readings with numbers run together: those many times the printed total of their column, or its parts'."""
    totals = [row for row, label in enumerate(labels) if is_bare_total(label)]
    parts = [readings_of for row, readings_of in enumerate(rows) if row not in totals]
    if not totals or any(value < 0 for readings_of in rows for reading in readings_of for value in reading.values):
        return rows
    most = [
        sum(max((reading.values[column] for reading in readings_of), default=0) for readings_of in parts) * _TIMES_TOTAL
        for column in range(columns)
    ]
    if all(parts):
        rows = [_within_reach(read, most) if row in totals else read for row, read in enumerate(rows)]
    known = [rows[row][0].values for row in totals if len(rows[row]) == 1]
    if not known:
        return rows
    limits = [max(values[column] for values in known) * _TIMES_TOTAL for column in range(columns)]
    return [readings_of if row in totals else within(readings_of, limits) for row, readings_of in enumerate(rows)]


def _within_reach(total: tuple[Reading, ...], most: Sequence[int]) -> tuple[Reading, ...]:
    """Return the readings of a total row below `most`; none where no such one fills the row: it holds a misprint."""
    kept = within(total, most)
    return () if any(map(_is_full, total)) and not any(map(_is_full, kept)) else kept


def _is_full(reading: Reading) -> bool:
    return all(key is not None for key in reading.keys)


def _with_torn_totals_open(ways: Ways, cells: list[tuple[Place, ...]], labels: Sequence[str]) -> None:
    """Open the cells of a total row far from what its column holds, where blanks may part the row otherwise."""
    if any(place.printed and (place.printed.value or 0) < 0 for row in cells for place in row):
        return
    for total in (row for row, label in enumerate(labels) if is_bare_total(label) and not ways.narrowed[row]):
        full = [way for way in ways.rows[total] if len(way) == len(cells[total])]
        others = [row for row in range(len(cells)) if row != total]
        if len(full) < _SEVERAL or not any(
            _is_far(ways, cells[total][column], [cells[row][column] for row in others])
            for column in range(len(cells[total]))
        ):
            continue
        options = [tuple(dict.fromkeys(column)) for column in zip(*full, strict=True)]
        cells[total] = tuple(
            Place(None, "undecided", "the row may be parted otherwise, and its parts deny it", several)
            if len(several) > 1
            else place
            for place, several in zip(cells[total], options, strict=True)
        )


def _is_far(ways: Ways, total: Place, parts: Sequence[Place]) -> bool:
    """Tell whether a printed total is many times more or less than its column's other numbers, all of them known."""
    if total.printed is None or any(place.printed is None and place.candidates for place in parts):
        return False
    printed = integer(total.printed, ways.factor)
    summed = sum(integer(place.printed, ways.factor) for place in parts if place.printed is not None)
    return summed > printed * _MANY_TIMES or printed > summed * _MANY_TIMES


def _step(ways: Ways, row: int, *, rounded: bool) -> int:
    """Return the printed precision of a row's numbers in the table's integers; 0 for exact ones, as whole euros."""
    printed = [each for way in ways.rows[row] for each in way]
    if not rounded and ways.factor == 1 and all(each.scale == 1 for each in printed):
        return 0
    steps = [each.scale * ways.factor // int(10 ** len(each.text.partition(",")[2])) for each in printed]
    return max([1, *steps])


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of a row: its readings, whether its own sum chose them, and its place in the solution (or −1)."""

    alternatives: Sequence[Reading]
    narrowed: bool
    solution: Solution | None
    position: int

    def chosen(self, column: int) -> Printed | None:
        """Return what the solution puts in a column."""
        assert self.solution is not None
        return cast("Printed | None", self.solution.chosen[self.position].keys[column])

    def fixed(self, column: int) -> bool:
        """Tell whether the solution is proven to be the only one in this column."""
        return self.solution is not None and self.position >= 0 and self.solution.fixed[self.position][column]

    def is_nought(self, column: int) -> bool:
        """Tell whether the solution is proven to have a printed nought or a blank in this column, whichever."""
        if self.solution is None or self.position < 0 or not self.solution.valued[self.position][column]:
            return False
        return self.solution.chosen[self.position].values[column] == 0


def _place(known: _Known, column: int, header: str) -> Place:
    """Return one cell: all readings of its row agree on it, the solver proved it, or it stays open."""
    if not known.alternatives:
        return Place(None, "undecided", "the numbers of this row cannot be parted", (_UNREADABLE,))
    keys = {cast("Printed | None", reading.keys[column]) for reading in known.alternatives}
    if len(keys) == 1:
        printed = keys.pop()
        if printed is None or printed.value is None:
            return _blank(printed)
        if len(known.alternatives) == 1 and all(key is not None for key in known.alternatives[0].keys):
            return Place(printed, "stated", "the row prints a number for every column")
        reason = "the row's own sum leaves no other place" if known.narrowed else "no other place is left in the row"
        return Place(printed, "inferred", reason)
    if known.fixed(column):
        printed = known.chosen(column)
        if printed is None or printed.value is None:
            return _blank(printed)
        reason = f"only with this number under {header} do the columns add up to their printed totals"
        return Place(printed, "inferred", reason)
    candidates = {key for key in keys if key is not None and key.value is not None}
    if known.is_nought(column):
        candidates = {key for key in candidates if key.value == 0}
        if candidates:
            reason = "a printed 0 stands here or in another column: zero or blank"
            return Place(None, "undecided", reason, tuple(sorted(candidates, key=_where)))
    if not candidates:
        return _blank(None)
    options = tuple(sorted(candidates, key=_where))
    names = ", ".join(dict.fromkeys(option.text for option in options))
    return Place(None, "undecided", f"may hold {names} or nothing: the sums do not tell", options)


_UNREADABLE = Printed(None, "?", 0, 0, None, 1, approximate=False)


def _where(printed: Printed) -> tuple[int, int]:
    return printed.start, printed.end


def _blank(printed: Printed | None) -> Place:
    return Place(printed, "undecided", "nothing is printed for this cell: zero or blank")


def _lone(reading: Reading) -> bool:
    return sum(1 for key in reading.keys if key is not None) == 1


def _place_near(cells: list[tuple[Place, ...]], rows: Sequence[Sequence[Reading]], group: Group) -> None:
    """Place lone numbers of sub-rows where their sum all but meets one column of the parent and no other.

    That is how a misprinted parent looks; the sub-rows then stay unconfirmed and the parent is told to be wrong.
    """
    parent = [place.printed for place in cells[group.result]]
    lone: list[Printed] = []
    for row in group.addends:
        printed = {key for reading in rows[row] if _lone(reading) for key in reading.keys if key is not None}
        if len(printed) != 1 or all(place.placement != "undecided" or not place.candidates for place in cells[row]):
            return
        lone.append(cast("Printed", printed.pop()))
    if any(number.value is None for number in lone):
        return
    summed = sum(number.value * number.scale for number in lone if number.value is not None)
    gaps = [
        abs(float(summed - number.value * number.scale) / float(number.value * number.scale))
        if number is not None and number.value
        else 1.0
        for number in parent
    ]
    best = min(range(len(gaps)), key=gaps.__getitem__)
    if gaps[best] > _NEAR or any(gap < _FAR for column, gap in enumerate(gaps) if column != best):
        return
    for row, number in zip(group.addends, lone, strict=True):
        cells[row] = tuple(
            Place(number, "inferred", "the sub-rows all but add up to their parent in this column alone")
            if column == best
            else _blank(None)
            for column in range(len(gaps))
        )
