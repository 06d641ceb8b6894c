"""Small numbers of flat tables without totals: read as they stand where every row has one for each column.

A blank that parts two columns may group thousands as well. That is ruled out where other rows can be read in no other
way, or where the table says that it counts people or things. Knows no headers but their number.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.tables.counted import counts
from ingest.tables.flat.places import Frame, Place, Places, places_of
from ingest.tables.flat.readings import Way, Ways
from ingest.tables.flat.scales import told_by_scale
from ingest.tables.labels import is_bare_total
from ingest.tables.periods import period_of
from ingest.tables.splits import summing_splits
from ingest.tables.table_units import is_money, stated

_FEWEST_ROWS: Final = 3
_SEVERAL: Final = 2
_COUNTING_COLUMNS: Final = 3  # a pair of groups may be one number in either of two columns
_SIZE: Final = "any other reading has numbers out of scale with the columns' others"
_SUMMED: Final = "every row has as many numbers as there are columns, and all columns add up"
_REASON: Final = "every row has as many numbers as there are columns"


def evened(ways: Ways, places: Places, frame: Frame, near: Sequence[str]) -> Places:
    """Return `places` with the cells filled from left to right where no other reading is likely; else as they are.

    `near` are the lines around the table, which may say what it counts.
    """
    columns = len(places.cells[0]) if places.cells else 0
    if places.held * _SEVERAL > places.sums or ways.pattern is not None or columns < _SEVERAL:
        return places
    over_time = all(period_of((header,)) for header in frame.headers)
    told = told_by_scale(ways, columns, alike=over_time)
    cells = tuple(_filled(row, told[at], _SIZE) if at in told else row for at, row in enumerate(places.cells))
    places = replace(places, cells=cells)
    if places.sums or any(map(is_bare_total, frame.labels)):
        return places
    full = [[way for way in row if len(way) == columns] for row in ways.rows]
    if len(full) < _FEWEST_ROWS or any(len(row) != 1 for row in full):
        return places
    sure = sum(len(row) == 1 for row in ways.rows)
    said = [unit for unit in map(stated, near) if unit is not None]
    whole_euros = any(is_money(name) and scale == 1 for name, scale in said)
    counting = any(counts(word) for text in near for word in (text, *text.split()))
    counting = (counting and columns >= _COUNTING_COLUMNS) and not any(is_money(name) for name, _ in said)
    likely = counting or (sure * _SEVERAL >= len(full) and not whole_euros)
    if sure < len(full) and (not likely or any(map(_groups, (row[0] for row in full)))):
        return places
    cells = tuple(_filled(row, way[0]) for row, way in zip(places.cells, full, strict=True))
    return replace(places, cells=cells)


def summed(ways: Ways, places: Places, frame: Frame, *, rounded: bool) -> Places:
    """Return the places of rows that print a number for every column where all sums hold so; else `places`.

    "Alho 120 110" is 120 110 in one column, too, with the other one empty. In all rows, it would be so in each, and
    what is summed would have to add up by chance in both parts.
    """
    columns = len(places.cells[0]) if places.cells else 0
    open_rows = [any(cell.placement == "undecided" and cell.candidates for cell in row) for row in places.cells]
    if columns < _SEVERAL or not any(open_rows):
        return places
    full = [tuple(way for way in row if len(way) == columns) for row in ways.rows]
    crossed = _summing(ways, frame)
    single = all(any(len(way) == 1 for way in row) for row in ways.rows)
    fewest = _FEWEST_ROWS if all(crossed) else 1 + _FEWEST_ROWS * (1 + single)
    full = crossed if all(crossed) else full
    if not all(full) or len(full) < fewest:
        return places
    found = places_of(replace(ways, rows=tuple(full)), frame, rounded=rounded, misprints=False)
    if not found.sums or found.held < found.sums or any(_is_open(cell) for row in found.cells for cell in row):
        return places
    cells = tuple(
        tuple(replace(cell, placement="inferred", reason=_SUMMED) for cell in row) if was_open else row
        for row, was_open in zip(found.cells, open_rows, strict=True)
    )
    return replace(found, cells=cells)


def _summing(ways: Ways, frame: Frame) -> list[tuple[Way, ...]]:
    """Return the ways of each row that print a number for every column, the one that totals them being their sum."""
    columns = len(frame.headers)
    last = is_bare_total(frame.headers[-1])
    if columns <= _SEVERAL or last == is_bare_total(frame.headers[0]):
        return [()] * len(ways.rows)
    rows = [tokens if tokens and not tokens[0].loose else () for tokens in ways.tokens]
    found = [summing_splits(tokens, columns, lead=0, last=last) if tokens else () for tokens in rows]
    return [tuple(way for way in row if len(way) == columns) for row in found]


def _is_open(cell: Place) -> bool:
    return cell.placement == "undecided"


def _groups(way: Way) -> bool:
    """Tell whether a reading groups thousands in some number: then other rows may, too."""
    return any(" " in printed.text for printed in way)


def _filled(cells: Sequence[Place], way: Way, reason: str = _REASON) -> tuple[Place, ...]:
    """Return the cells of a row with the numbers of its only full reading where they were open."""
    return tuple(
        Place(printed, "inferred", reason) if cell.placement == "undecided" and printed.value is not None else cell
        for cell, printed in zip(cells, way, strict=True)
    )
