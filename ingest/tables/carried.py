"""Units that a table takes over from the one before it, which it goes on from: what that one states holds for both.

A balance sheet prints "1 000 €" over its first page alone; a flat table goes on under the same headers without a title.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ingest.document import Document
from ingest.table import Figure, Table
from ingest.tables.counted import counts_heads
from ingest.tables.flat.breaks import without_continued
from ingest.tables.numbers import scaled
from ingest.tables.table_units import is_money, stated

_LEAST: Final = 1000  # smaller numbers are the same by chance
_UNIT: Final = re.compile(r"\(?\b(?:1[ \u00a0]?000[ \u00a0]?(?:€|euroa?|eur)|(?:milj\.?|t|m)[ \u00a0]?(?:€|eur\w*))\)?")
_FROM: Final = "unit of the table that this one goes on from"


def with_units_carried(tables: Sequence[Table], goes_on: Callable[[Table, Table], bool]) -> tuple[Table, ...]:
    """Return `tables`, in their order, with units taken over from the one before where `goes_on` holds of the two."""
    found: list[Table] = []
    for table in tables:
        before = found[-1] if found else None
        found.append(_carried(before, table) if before is not None and goes_on(before, table) else table)
    return tuple(found)


def is_other_side(before: Table, table: Table) -> bool:
    """Tell whether a grid is the other side of the statement on the page before: same dates, and some same totals."""
    if before.pages[-1] != table.pages[0] - 1 or before.scale == 1:
        return False
    names, again = ([_plain(_UNIT.sub("", " ".join(path))) for path in each.column_labels] for each in (before, table))
    if names != again or any(stated(part) for path in table.column_labels for part in path) or stated(table.title):
        return False
    return bool(_amounts(before) & _amounts(table))


def is_continued(document: Document, before: Table, table: Table) -> bool:
    """Tell whether a flat table goes on with the one before: the same headers again, and no other title or unit."""
    if before.unit is None or table.unit is not None or table.pages[0] - before.pages[-1] not in (0, 1):
        return False
    units = [unit for path in table.column_labels for part in path if (unit := stated(part)) is not None]
    if any(is_money(name) for name, _ in units) or _corner(document, before) != _corner(document, table):
        return False
    names, again = ([_bare(" ".join(path)) for path in each.column_labels] for each in (before, table))
    title = without_continued(table.title)
    return names == again and without_continued(before.title).startswith(title)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _bare(text: str) -> str:
    """Return a header without what stands in brackets or behind a comma, as units do."""
    return re.sub(r"\([^()]*\)|,.*", "", text).strip().casefold()


def _amounts(table: Table) -> set[tuple[int, Decimal]]:
    """Return the larger amounts of a table as printed, with the columns that they stand in."""
    return {
        (figure.column, figure.value / (table.scale if figure.unit == table.unit else 1))
        for figure in table.figures
        if figure.value is not None and abs(figure.value) >= _LEAST
    }


def _corner(document: Document, table: Table) -> str:
    """Return what stands before the first column's header, as that of the row labels does."""
    starts = [span.start for figure in table.figures for span in figure.column_spans]
    return _bare(document.pages[table.span.page - 1].text[table.span.start : min(starts, default=table.span.start)])


def _carried(before: Table, table: Table) -> Table:
    sources = {figure.column: figure for figure in before.figures}
    figures = tuple(
        _taken(figure, sources[figure.column], before) if figure.column in sources else figure
        for figure in table.figures
    )
    return replace(table, unit=before.unit, scale=before.scale, figures=figures)


def _taken(figure: Figure, source: Figure, before: Table) -> Figure:
    if figure.unit is not None or source.unit is None or counts_heads(figure.column_path, figure.row_path):
        return figure
    scale = before.scale if source.unit == before.unit else 1
    value = None if figure.value is None else scaled(figure.value, scale)
    reason = "; ".join(filter(None, (figure.placement_reason, _FROM)))
    places = source.column_spans if any(map(stated, source.column_path)) else source.context_spans
    context = (*figure.context_spans, *places)
    return replace(figure, value=value, unit=source.unit, placement_reason=reason, context_spans=context)
