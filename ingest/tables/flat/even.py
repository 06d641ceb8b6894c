"""Small numbers of flat tables without totals: read as they stand where every row has one for each column.

A blank that parts two columns may group thousands as well. That is ruled out where other rows can be read in no other
way, or where the table says that it counts people or things. Knows no headers but their number.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.tables.counted import counts
from ingest.tables.flat.places import Frame, Place, Places
from ingest.tables.flat.readings import Way, Ways
from ingest.tables.flat.scales import told_by_scale
from ingest.tables.labels import is_bare_total
from ingest.tables.periods import period_of
from ingest.tables.table_units import is_money, stated

_FEWEST_ROWS: Final = 3
_SEVERAL: Final = 2
_COUNTING_COLUMNS: Final = 3  # a pair of groups may be one number in either of two columns
_SIZE: Final = "any other reading has numbers out of scale with the columns' others"
_REASON: Final = "every row has as many numbers as there are columns"


def evened(ways: Ways, places: Places, frame: Frame, near: Sequence[str]) -> Places:
    """Return `places` with the cells filled from left to right where no other reading is likely; else as they are.

    `near` are the lines around the table, which may say what it counts.
    """
    columns = len(places.cells[0]) if places.cells else 0
    if places.held or ways.pattern is not None or columns < _SEVERAL:
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


def _groups(way: Way) -> bool:
    """Tell whether a reading groups thousands in some number: then other rows may, too."""
    return any(" " in printed.text for printed in way)


def _filled(cells: Sequence[Place], way: Way, reason: str = _REASON) -> tuple[Place, ...]:
    """Return the cells of a row with the numbers of its only full reading where they were open."""
    return tuple(
        Place(printed, "inferred", reason) if cell.placement == "undecided" and printed.value is not None else cell
        for cell, printed in zip(cells, way, strict=True)
    )
