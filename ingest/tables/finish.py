"""Measure, period and programme of a table's figures, and paths of rows that the sums showed to be parts of others."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document
from ingest.table import Figure, Table
from ingest.tables.context import headings_above, lines_above
from ingest.tables.measures import measure_of, period_of, programme_of


def finished(document: Document, table: Table) -> Table:
    """Return `table` with measure, period and programme on every figure, from the nearest text that states them.

    Nearest is the column's header, then the row's label, the table's title, the lines above it and the headings.
    A total over columns of several periods covers all of them.
    """
    around = _around(document, table)
    programme = table.programme or programme_of(around, document)
    figures = [_stated(document, figure, around, programme) for figure in table.figures]
    figures = _under_parents(table, figures)
    figures = [_spanning(figure, figures) for figure in figures]
    return replace(table, figures=tuple(figures), programme=programme)


def _around(document: Document, table: Table) -> tuple[str, ...]:
    page = document.pages[table.span.page - 1]
    above = [text for text, _ in lines_above(page, table.span.start)] if page.number == table.span.page else []
    headings = [text for text, _ in headings_above(document, table.span)]
    return tuple(dict.fromkeys(text for text in (table.title, *headings, *above) if text))


def _stated(document: Document, figure: Figure, around: Sequence[str], programme: str | None) -> Figure:
    column, row = tuple(reversed(figure.column_path)), tuple(reversed(figure.row_path))
    measure = figure.measure or measure_of((*column, *row, *around))
    if figure.unit == "%" and measure in ("granted", "paid", "remaining", "applied") and "%" in " ".join(column):
        measure = figure.measure or measure_of(column) or measure
    own = programme_in((*row, *column), document)
    return replace(
        figure,
        measure=measure,
        period=figure.period or period_of((*column, *row, *around)),
        programme=figure.programme or own or programme,
    )


def programme_in(texts: Sequence[str], document: Document) -> str | None:
    """Return the programme that one of `texts` itself names, with nothing taken from the document's title."""
    return programme_of(texts, replace(document, title="", programme=None)) if texts else None


def _under_parents(table: Table, figures: list[Figure]) -> list[Figure]:
    """Put the label of a row's parent before the row's own, where the sums or codes showed one."""

    def path(row: int) -> tuple[str, ...]:
        own = table.row_labels[row] if 0 <= row < len(table.row_labels) else ()
        parent = parents.get(row)
        if parent is None or parent == row or parent in seen:
            return own
        seen.add(parent)
        above = path(parent)
        return own if own[: len(above)] == above else (*above, *own)

    parents = {figure.row: figure.row_parent for figure in figures if figure.row_parent is not None}
    done = []
    for figure in figures:
        seen: set[int] = {figure.row}
        longer = path(figure.row) if figure.row_parent is not None else figure.row_path
        done.append(replace(figure, row_path=longer) if len(longer) > len(figure.row_path) else figure)
    return done


def _spanning(figure: Figure, figures: Sequence[Figure]) -> Figure:
    if figure.column_role != "total" or period_of(tuple(reversed(figure.column_path))) is not None:
        return figure
    years = sorted(
        {other.period for other in figures if other.row == figure.row and other.column != figure.column and other.period}
    )
    if len(years) < 2 or not all(len(year) == 4 for year in years):
        return figure
    return replace(figure, period=f"{years[0]}-{years[-1]}")
