"""Units of a flat table that goes on from the one before: the same headers again, and no title of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Document
from ingest.table import Figure, Table
from ingest.tables.counted import counts_heads
from ingest.tables.flat.breaks import without_continued
from ingest.tables.numbers import scaled
from ingest.tables.table_units import is_money, stated

_FROM: Final = "unit of the table that this one goes on from"


def with_units_carried(document: Document, tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return the tables of `document`, in their order, with units taken over from the table that they go on from."""
    found: list[Table] = []
    for table in tables:
        before = found[-1] if found else None
        opens = before is not None and _corner(document, before) == _corner(document, table)
        found.append(_carried(before, table) if before is not None and opens and _goes_on(before, table) else table)
    return tuple(found)


def _corner(document: Document, table: Table) -> str:
    """Return what stands before the first column's header, as that of the row labels does."""
    starts = [span.start for figure in table.figures for span in figure.column_spans]
    return _bare(document.pages[table.span.page - 1].text[table.span.start : min(starts, default=table.span.start)])


def _goes_on(before: Table, table: Table) -> bool:
    if before.unit is None or table.unit is not None or table.pages[0] - before.pages[-1] not in (0, 1):
        return False
    units = [unit for path in table.column_labels for part in path if (unit := stated(part)) is not None]
    if any(is_money(name) for name, _ in units):
        return False
    names, again = ([_bare(" ".join(path)) for path in each.column_labels] for each in (before, table))
    title = without_continued(table.title)
    return names == again and without_continued(before.title).startswith(title)


def _bare(text: str) -> str:
    return re.sub(r"\([^()]*\)|,.*", "", text).strip().casefold()


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
    reason = "; ".join(filter(None, (figure.placement_reason, _FROM)))
    value = None if figure.value is None else scaled(figure.value, scale)
    context = (*figure.context_spans, *source.context_spans)
    return replace(figure, value=value, unit=source.unit, placement_reason=reason, context_spans=context)
