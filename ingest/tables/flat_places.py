"""Decides for each cell of a flat table what stands there, and says how that is known."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from ingest.table import Placement
from ingest.tables.flat_groups import groups_of
from ingest.tables.flat_readings import Ways, readings
from ingest.tables.solve import Group, Reading, solve
from ingest.tables.splits import Printed

_NEAR = 0.005
_FAR = 0.2


@dataclass(frozen=True, slots=True)
class Place:
    """What stands in a cell: `printed` (None for nothing), how that is known, and the numbers that may stand there."""

    printed: Printed | None
    placement: Placement
    reason: str
    candidates: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True)
class Places:
    """All cells of a flat table, and how many of the columns' sums the solution rests on."""

    cells: tuple[tuple[Place, ...], ...]
    held: int
    sums: int


def places_of(ways: Ways, labels: Sequence[str], columns: int) -> Places:
    """Return what stands in each cell of a table with `columns` columns."""
    rows = [readings(ways, row, columns) for row in range(len(ways.rows))]
    groups = [
        group
        for group in groups_of(labels, rows)
        if rows[group.result] and all(rows[row] for row in group.addends) and group.addends
    ]
    solvable = [row for row in range(len(rows)) if rows[row]]
    position = {row: number for number, row in enumerate(solvable)}
    moved = [Group(position[group.result], tuple(position[row] for row in group.addends)) for group in groups]
    solution = solve([rows[row] for row in solvable], moved, columns)
    cells: list[tuple[Place, ...]] = []
    for row, alternatives in enumerate(rows):
        if solution is not None and row in position:
            number = position[row]
            fixed, chosen = solution.fixed[number], solution.chosen[number]
        else:
            fixed, chosen = (False,) * columns, None
        cells.append(tuple(_place(ways, row, alternatives, column, chosen, fixed[column]) for column in range(columns)))
    held = 0 if solution is None else sum(sum(flags) for flags in solution.holding)
    for group in groups:
        if group.result in position:
            _place_near(cells, rows, group)
    return Places(tuple(cells), held, len(groups) * columns)


def _place(
    ways: Ways,
    row: int,
    alternatives: Sequence[Reading],
    column: int,
    chosen: Reading | None,
    proven: bool,  # noqa: FBT001 - one of two grounds, given by the solver
) -> Place:
    """Return one cell: all readings of its row agree on it, the solver proved it, or it stays open."""
    keys = {cast("Printed | None", reading.keys[column]) for reading in alternatives}
    if len(keys) == 1:
        printed = keys.pop()
        if printed is None or printed.value is None:
            return _blank(printed)
        if all(key is not None for reading in alternatives for key in reading.keys):
            return Place(printed, "stated", "the row prints a number for every column")
        return Place(printed, "inferred", _ROW_SUM if ways.narrowed[row] else "no other column is left for it")
    if proven and chosen is not None:
        printed = cast("Printed | None", chosen.keys[column])
        if printed is None or printed.value is None:
            return _blank(printed)
        return Place(printed, "inferred", _COLUMN_SUMS)
    candidates = {key for key in keys if key is not None and key.value is not None}
    if not candidates:
        return _blank(None)
    options = tuple(sorted(candidates, key=lambda printed: (printed.start, printed.end)))
    names = ", ".join(dict.fromkeys(option.text for option in options))
    return Place(None, "undecided", f"may hold {names} or nothing: the sums allow both", options)


_ROW_SUM = "the row's own sum leaves no other place"
_COLUMN_SUMS = "only this place lets the columns add up to their totals"


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
