"""What stands over the label column of tables of one page and title, and so tells them apart. Knows no grids."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Span
from ingest.table import Table
from ingest.tables.table_units import stated, without_unit

_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Cornered:
    """A table, the text over its label column ("" for none) and the places of that text."""

    table: Table
    corner: str
    spans: tuple[Span, ...]


def with_corners(found: Sequence[Cornered]) -> tuple[Table, ...]:
    """Return the tables; those of one page and title that differ in their corners have these over their rows.

    "Revenue" and "Expenses" over the names of the same branches say what the rows are of; a corner that all tables
    share ("Region") only says what the labels are.
    """
    found = [replace(each, corner=without_unit(each.corner)) for each in found]
    groups: dict[tuple[int, str], set[str]] = defaultdict(set)
    for each in found:
        groups[each.table.pages[0], each.table.title].add(each.corner.casefold())
    return tuple(
        _under(each) if len(groups[each.table.pages[0], each.table.title]) > 1 and _says(each) else each.table
        for each in found
    )


def _says(each: Cornered) -> bool:
    return 0 < len(each.corner) < _LONGEST and any(map(str.isalpha, each.corner)) and stated(each.corner) is None


def _under(each: Cornered) -> Table:
    """Return the table with its corner as the outermost heading of its rows, up to the row that is its total."""
    table, corner = each.table, each.corner
    total = next((row for row, path in enumerate(table.row_labels) if path[-1:] == (corner,)), len(table.row_labels))
    labels = tuple(
        path if corner in path[:1] or row > total else (corner, *path) for row, path in enumerate(table.row_labels)
    )
    figures = tuple(
        figure
        if corner in figure.row_path[:1] or figure.row > total
        else replace(figure, row_path=(corner, *figure.row_path), row_spans=(*each.spans, *figure.row_spans))
        for figure in table.figures
    )
    return replace(table, row_labels=labels, figures=figures)
