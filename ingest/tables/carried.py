"""Units that a table takes over from the table on the page before that it goes on with: two sides of one statement.

A balance sheet prints "1 000 €" over its first page alone. Its next page repeats the dates over the columns, and both
pages end in the same totals. Only where all that holds is the unit taken over.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ingest.table import Figure, Table
from ingest.tables.numbers import scaled
from ingest.tables.table_units import stated, unit_for

_LEAST: Final = 1000  # smaller numbers are the same by chance
_UNIT: Final = re.compile(r"\(?\b(?:1[ \u00a0]?000[ \u00a0]?(?:€|euroa?|eur)|(?:milj\.?|t|m)[ \u00a0]?(?:€|eur\w*))\)?")


def with_units_carried(tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return `tables`, in the order of their pages, with the units taken over from the page before."""
    found: list[Table] = []
    for table in tables:
        before = found[-1] if found else None
        opens = before is not None and before.pages[-1] == table.pages[0] - 1
        found.append(
            _carried(before, table) if before is not None and opens and _one_statement(before, table) else table
        )
    return tuple(found)


def _one_statement(before: Table, table: Table) -> bool:
    if before.scale == 1 or [_bare(path) for path in before.column_labels] != [_bare(p) for p in table.column_labels]:
        return False
    if any(stated(part) for path in table.column_labels for part in path) or stated(table.title):
        return False
    return bool(_amounts(before) & _amounts(table))


def _bare(path: tuple[str, ...]) -> str:
    """Return the words of a column's header without its unit."""
    return " ".join(_UNIT.sub("", " ".join(path)).split()).casefold()


def _amounts(table: Table) -> set[tuple[int, Decimal]]:
    """Return the larger amounts of a table as printed, with the columns that they stand in."""
    return {
        (figure.column, figure.value / (table.scale if figure.unit == table.unit else 1))
        for figure in table.figures
        if figure.value is not None and abs(figure.value) >= _LEAST
    }


def _carried(before: Table, table: Table) -> Table:
    headers = {figure.column: figure for figure in before.figures}
    figures = tuple(
        _taken(figure, headers[figure.column]) if figure.unit is None and figure.column in headers else figure
        for figure in table.figures
    )
    return replace(table, unit=before.unit, scale=before.scale, figures=figures)


def _taken(figure: Figure, source: Figure) -> Figure:
    unit, scale = unit_for(source.column_path, figure.row_path, ())
    if unit is None or figure.value is None:
        return figure
    reason = "; ".join(filter(None, (figure.placement_reason, "unit of the table on the page before")))
    context = (*figure.context_spans, *source.column_spans)
    return replace(figure, value=scaled(figure.value, scale), unit=unit, placement_reason=reason, context_spans=context)
