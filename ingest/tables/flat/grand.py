"""Totals that stand alone behind the tables that they sum: "Yhteensä 222 738 822 €". Knows only whole tables."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_bare_total
from ingest.tables.lattice import main_unit
from ingest.tables.numbers import Number, numbers_in

_MOST_TABLES = 6
_SMALLEST = 10_000  # smaller totals meet by chance


def grand_totals(document: Document, page: Page, lines: Sequence[Line], tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return one-figure tables for the lone totals of a page that equal the totals of the tables just before them."""
    found = []
    for before, line in pairwise([None, *lines]):
        if line is None:
            continue
        number = _lone(line)
        label = line if number is not None and is_bare_total(line.label) else before
        if number is None or label is None or not is_bare_total(label.label or label.text):
            continue
        earlier = [table for table in tables if table.span.page == page.number and table.span.end <= line.start]
        addends = _addends(number, earlier)
        if addends:
            summed = [table.title for table in earlier if table.id in {figure.table_id for figure in addends}]
            table = _table(document, page, (label, line, number), addends)
            found.append(replace(table, title=_common_words(summed)))
    return tuple(found)


def _common_words(titles: Sequence[str]) -> str:
    """Return the words with which all titles begin: what is said of all the tables holds for their sum."""
    words = []
    for same in zip(*(title.split() for title in titles), strict=False):
        if len(set(same)) > 1:
            break
        words.append(same[0])
    return " ".join(words)


def _lone(line: Line) -> Number | None:
    """Return the number of a line that holds nothing else but a label."""
    numbers = numbers_in(line.text)
    return numbers[0] if len(numbers) == 1 and line.tokens else None


def _addends(number: Number, tables: Sequence[Table]) -> tuple[Figure, ...]:
    """Return the grand totals of the last tables (two or more) whose sum the number is, or nothing."""
    if number.value < _SMALLEST:
        return ()
    totals: list[Figure] = []
    for table in list(reversed(tables))[:_MOST_TABLES]:
        corner = _grand_total(table)
        if corner is None:
            return ()
        totals.insert(0, corner)
        if len(totals) > 1 and sum(figure.value or 0 for figure in totals) == number.value:
            return tuple(totals)
    return ()


def _grand_total(table: Table) -> Figure | None:
    """Return the figure that totals both rows and columns of a table."""
    unit = main_unit(table)
    corners = [
        figure
        for figure in table.figures
        if figure.row_role == "total" and figure.column_role == "total" and figure.value is not None
    ]
    return corners[0] if len(corners) == 1 and corners[0].unit == unit else None


def _table(document: Document, page: Page, place: tuple[Line, Line, Number], addends: Sequence[Figure]) -> Table:
    label, line, number = place
    name = label.label or label.text
    start, end = line.start + number.start, line.start + number.end
    table_id = f"{document.id}#t{page.number}-{label.start}"
    summed = " + ".join(figure.text for figure in addends)
    figure = replace(
        addends[-1],
        id=f"{table_id}/0/0",
        table_id=table_id,
        value=number.value,
        unit=number.unit or addends[-1].unit,
        text=number.text,
        row_path=(name,),
        placement="stated",
        placement_reason="the number stands alone behind its label",
        check="reconciled",
        check_reason=f"sum of the tables' totals: {summed} = {number.text}",
        value_span=Span(page.number, start, end),
        row_spans=(Span(page.number, label.start, label.start + len(name)),),
        context_spans=tuple(span for addend in addends for span in addend.context_spans),
        row=0,
        column=0,
        row_role="total",
        row_parent=None,
        column_parent=None,
    )
    return Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, label.start, end),
        title="",
        unit=figure.unit,
        scale=number.scale,
        row_labels=((name,),),
        column_labels=(figure.column_path,),
        figures=(figure,),
        origin="flat",
    )
