"""Small numbers of flat tables without totals: read as they stand where every row has one for each column.

A blank that parts two columns may group thousands as well. That is ruled out where other rows can be read in no other
way, or where the table says that it counts people or things. Knows no headers but their number.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ingest.tables.counted import counts
from ingest.tables.flat.places import Place, Places
from ingest.tables.flat.readings import Way, Ways
from ingest.tables.labels import is_bare_total
from ingest.tables.table_units import is_money, stated

_FEWEST_ROWS: Final = 3
_SEVERAL: Final = 2
_COUNTING_COLUMNS: Final = 3  # a pair of groups may be one number in either of two columns
_WITHIN: Final = 3  # times the largest number of a sure row that one of a row read by it may be
_BEYOND: Final = 30  # times, from which on a number is out of scale
_SIZE: Final = "any other reading has a number out of scale with the other rows"
_REASON: Final = "every row has as many numbers as there are columns"


def evened(ways: Ways, places: Places, labels: Sequence[str], near: Sequence[str]) -> Places:
    """Return `places` with the cells filled from left to right where no other reading is likely; else as they are.

    `labels` are those of the rows; `near` are the lines around the table, which may say what it counts.
    """
    columns = len(places.cells[0]) if places.cells else 0
    if places.sums or ways.pattern is not None or columns < _SEVERAL or any(map(is_bare_total, labels)):
        return places
    places = _by_size(ways, places, columns)
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


def _by_size(ways: Ways, places: Places, columns: int) -> Places:
    """Return `places` with rows filled whose every other reading has a number out of all scale with the sure rows'.

    Three columns and three sure rows at least: "615 443 310" among rows of thousands is three numbers, not one.
    """
    fitting = [[way for way in row if len(way) <= columns] for row in ways.rows]
    sure = [row[0] for row in fitting if len(row) == 1 and len(row[0]) == columns]
    if columns < _COUNTING_COLUMNS or len(sure) < _FEWEST_ROWS or len(sure) * _SEVERAL < len(fitting):
        return places
    limit = max(_largest(way) for way in sure)
    cells = list(places.cells)
    for index, row in enumerate(fitting):
        likely = [way for way in row if _largest(way) < limit * _BEYOND]
        if len(row) > 1 and len(likely) == 1 and len(likely[0]) == columns and _largest(likely[0]) <= limit * _WITHIN:
            cells[index] = _filled(places.cells[index], likely[0], _SIZE)
    return replace(places, cells=tuple(cells))


def _largest(way: Way) -> Decimal:
    return max((abs(printed.value) for printed in way if printed.value is not None), default=Decimal(0))


def _groups(way: Way) -> bool:
    """Tell whether a reading groups thousands in some number: then other rows may, too."""
    return any(" " in printed.text for printed in way)


def _filled(cells: Sequence[Place], way: Way, reason: str = _REASON) -> tuple[Place, ...]:
    """Return the cells of a row with the numbers of its only full reading where they were open."""
    return tuple(
        Place(printed, "inferred", reason) if cell.placement == "undecided" and printed.value is not None else cell
        for cell, printed in zip(cells, way, strict=True)
    )
