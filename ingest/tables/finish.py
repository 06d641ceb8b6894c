"""Measure, period and programme of a table's figures, and paths of rows that the sums showed to be parts of others."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Document
from ingest.table import Figure, Table
from ingest.tables.context import headings_above, lines_above
from ingest.tables.heads import JOINT
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.measures import HEADED, measure_of
from ingest.tables.periods import period_above, period_of
from ingest.tables.programmes import programme_in
from ingest.tables.surroundings import caption, sign_note, surroundings

_LONGEST_LABEL: Final = 60
_SHORTEST_NAME: Final = 3
_UNIT_OF_YEAR: Final = re.compile(r"(?<=\A(?:19|20)\d\d)[ \u00a0](?:€|%|euroa?)\Z")  # no amount heads a column


def finished(document: Document, table: Table) -> Table:
    """Return `table` with measure, period and programme on every figure, from the nearest text that states them.

    Nearest is the column's header, then the row's label, the table's title, the lines above it and the headings.
    A total over columns of several periods covers all of them. What stands over the table is kept with it.
    """
    table = replace(table, title=caption(document, table) or table.title)
    around = _around(document, table)
    programme = table.programme
    listed = _listed(around.title, {figure.column_path for figure in table.figures})
    figures = [_stated(document, figure, around, programme, listed) for figure in table.figures]
    figures = _under_parents(table, figures)
    figures = [_spanning(figure, figures) for figure in figures]
    corners = [sorted(heads.replace(JOINT, " ").split()) for heads in table.above]
    found = [text for text in surroundings(document, table) if sorted(text.split()) not in corners]
    above = tuple(dict.fromkeys((*table.above, *found)))
    sign = sign_note(document, table) or table.sign
    return replace(table, figures=tuple(figures), programme=programme, above=above, sign=sign)


def table_programme(document: Document, table: Table) -> str | None:
    """Return the programme that the table's title, or what stands over it, names; None where nothing does."""
    return programme_in(_around(document, table).texts, document)


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands over a table: its title, then the headings and lines above it, nearest first."""

    title: str
    above: tuple[str, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(text for text in (self.title, *self.above) if text))


def _around(document: Document, table: Table) -> _Around:
    page = document.pages[table.span.page - 1]
    above = [text for text, _ in lines_above(page, table.span.start)]
    headings = [text for text, _ in headings_above(document, table.span)]
    return _Around(table.title, tuple(headings or above))


def _listed(title: str, columns: Collection[tuple[str, ...]]) -> frozenset[tuple[str, ...]]:
    """Return the columns that the title names beside a measure of other columns: "Staff and expenses by agency"."""
    measured = measure_of((title,))
    if measured is None or not any(measure_of(tuple(reversed(column))) == measured for column in columns):
        return frozenset()
    lowered = title.casefold()
    return frozenset(
        column
        for column in columns
        if any(len(label) > _SHORTEST_NAME and label.casefold() in lowered for label in column)
        and measure_of(tuple(reversed(column))) is None
    )


def _stated(
    document: Document,
    figure: Figure,
    around: _Around,
    programme: str | None,
    listed: Collection[tuple[str, ...]],
) -> Figure:
    column = tuple(_UNIT_OF_YEAR.sub("", label) for label in reversed(figure.column_path))
    # A long label is a sentence; what it happens to mention is not what the figure measures.
    row = tuple(label for label in reversed(figure.row_path) if len(label) < _LONGEST_LABEL)
    if figure.column_path in listed:
        measure = figure.measure or measure_of((*column, *row))
    else:
        measure = figure.measure or measure_of((*column, *row, around.title))
        if measure is None or (measure == "funding" and figure.measure is None and measure_of(column) is None):
            # A name such as "Lomatuki ry" says less of its amount than the lead of the table.
            measure = _measure_above(around.above, document) or measure
    period = figure.period or period_of((*column, *row, around.title)) or period_above(around.above)
    own = programme_in((*row, *column), document)
    return replace(figure, measure=measure, period=period, programme=figure.programme or own or programme)


def _measure_above(texts: Sequence[str], document: Document) -> str | None:
    """Return what headings, and at last the document's title, say of the figures under them: how far money has come."""
    return next((found for text in (*texts, document.title) if (found := measure_of([text])) in HEADED), None)


def _under_parents(table: Table, figures: list[Figure]) -> list[Figure]:
    """Put the label of a row's parent before the row's own, where the sums showed one above it.

    Sums of statements stand below their parts and do not name them, and an opening balance is no heading of what it
    sums to. So in grids, whose merged cells and indentation tell groups, only a label that calls itself a total
    ("… yht.") is put before its parts.
    """
    parents = {figure.row: figure.row_parent for figure in figures if figure.row_parent is not None}

    def path(row: int, seen: frozenset[int]) -> tuple[str, ...]:
        own = table.row_labels[row] if 0 <= row < len(table.row_labels) else ()
        parent = parents.get(row)
        if parent is None or parent >= row or parent in seen:
            return own
        above = path(parent, seen | {row})
        if not above or is_bare_total(above[-1]) or (table.origin != "flat" and not is_total(above[-1])):
            return own
        shared = next((i for i, (one, other) in enumerate(zip(above, own, strict=False)) if one != other), len(above))
        return (*above, *own[min(shared, len(own) - 1) :])

    paths = {row: path(row, frozenset()) for row in parents}
    return [
        replace(figure, row_path=paths[figure.row]) if len(paths.get(figure.row, ())) > len(figure.row_path) else figure
        for figure in figures
    ]


def _spanning(figure: Figure, figures: Sequence[Figure]) -> Figure:
    if figure.column_role != "total" or period_of(tuple(reversed(figure.column_path))) is not None:
        return figure
    years = sorted(
        {
            other.period
            for other in figures
            if other.row == figure.row and other.column != figure.column and other.period
        }
    )
    if len(years) < 2 or not all(len(year) == 4 for year in years):
        return figure
    return replace(figure, period=f"{years[0]}-{years[-1]}")
