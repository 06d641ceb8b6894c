"""All tables and figures of a document: the one entry point of this folder."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.document import Document, Page, Span
from ingest.table import Figure, Recovered, Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.coded import coded_tables
from ingest.tables.elsewhere import units_from_elsewhere
from ingest.tables.finish import finished, table_programme
from ingest.tables.flat.tables import flat_tables
from ingest.tables.grids import grid_tables
from ingest.tables.key_figures import key_figures
from ingest.tables.lists import list_tables
from ingest.tables.programmes import programme_of
from ingest.tables.stated_totals import confirmed_by_total, with_unit_of_total
from ingest.tables.summed_lists import summed_lists
from ingest.tables.text_grids import text_grid_tables
from ingest.tables.year_lists import year_lists


def recover(document: Document) -> Recovered:
    """Return the tables of `document`, reconciled, and the figures of its running text.

    Text that a grid's table covers is read no second time, neither as a flat table nor as running text.
    """
    coded = coded_tables(document)
    gridded = tuple(reconcile(table) for table in grid_tables(_without_grids(document, coded)))
    yearly = year_lists(without(document, (*coded, *gridded)))
    document = _without_lines(document, yearly)
    gridded = (*gridded, *text_grid_tables(without(document, coded)))
    rest = without(document, (*coded, *gridded))
    flat = flat_tables(rest)
    left = without(rest, flat)
    lists = list_tables(left)
    lists = (*lists, *summed_lists(without(left, lists)))
    ordered = sorted((*coded, *gridded, *yearly, *flat, *lists), key=lambda table: (table.span.page, table.span.start))
    told = (with_unit_of_total(document, table) for table in _with_programmes(document, ordered))
    tables = [confirmed_by_total(document, finished(document, table)) for table in told]
    figures = key_figures(without(left, lists))
    stated = [*(figure for table in tables for figure in table.figures), *figures]
    return Recovered(units_from_elsewhere(tables, stated), figures)


def _with_programmes(document: Document, tables: Sequence[Table]) -> tuple[Table, ...]:
    """Return `tables` with their programmes; a table titled like the one before it belongs to the same one."""
    found: list[Table] = []
    for table in tables:
        programme = table.programme or table_programme(document, table)
        if programme is None and found and _alike(found[-1].title, table.title):
            programme = found[-1].programme
        found.append(replace(table, programme=programme or programme_of((), document)))
    return tuple(found)


def _alike(title: str, other: str) -> bool:
    return title.casefold().split()[:2] == other.casefold().split()[:2] != []


def _without_grids(document: Document, coded: tuple[Table, ...]) -> Document:
    """Return `document` without the grids on pages whose lines a coded list already holds."""
    taken = {page for table in coded for page in table.pages}
    if not taken:
        return document
    pages = tuple(replace(page, grids=()) if page.number in taken else page for page in document.pages)
    return replace(document, pages=pages)


def _without_lines(document: Document, tables: tuple[Table, ...]) -> Document:
    """Return `document` with the lines of `tables` blanked, not what names them further up."""
    lines: dict[int, list[tuple[int, int]]] = {}
    for table in tables:
        lines.setdefault(table.span.page, []).append((table.span.start, table.span.end))
    pages = tuple(_blanked(page, lines.get(page.number, [])) for page in document.pages)
    return replace(document, pages=pages)


def without(document: Document, tables: tuple[Table, ...]) -> Document:
    """Return `document` with the text under `tables` blanked, every other character in its place."""
    covered: dict[int, list[tuple[int, int]]] = {}
    for table in tables:
        pages: dict[int, list[int]] = {}
        for figure in table.figures:
            if (apart := _apart(table, figure)) is not None:
                covered.setdefault(apart.page, []).append((apart.start, apart.end))
                continue
            for span in (figure.value_span, *figure.row_spans, *figure.column_spans):
                if span is not None:
                    pages.setdefault(span.page, []).extend((span.start, span.end))
        for page, ends in pages.items():
            covered.setdefault(page, []).append((min(ends), max(ends)))
    pages_left = tuple(_blanked(page, covered.get(page.number, [])) for page in document.pages)
    return replace(document, pages=pages_left)


def _apart(table: Table, figure: Figure) -> Span | None:
    """Return where a figure stands that its list does not hold: the total that the text above it states."""
    span = figure.value_span
    here = table.origin == "listed" and span is not None and span.page == table.span.page
    return span if here and span is not None and span.start < table.span.start else None


def _blanked(page: Page, spans: list[tuple[int, int]]) -> Page:
    if not spans:
        return page
    text = page.text
    for start, end in spans:
        blank = "".join(character if character == "\n" else " " for character in text[start:end])
        text = text[:start] + blank + text[end:]
    return replace(page, text=text)
