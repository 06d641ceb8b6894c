"""A unit that only the first page of a statement states."""

from dataclasses import replace

from ingest.document import Document, Page, Span
from ingest.tables.grids import grid_tables
from tests.ingest.tables.gridded import document_of, gridded

ASSETS = [
    ("Assets", "31.12.2024 1 000 €", "31.12.2023 1 000 €"),
    ("Land", "7 305", "4 053"),
    ("In all", "9 305", "8 053"),
]


def test_the_other_side_of_a_statement_takes_its_unit() -> None:
    debts = [
        ("Debts", "31.12.2024", "31.12.2023"),
        ("Loans", "5 148", "5 185"),
        ("Residents, number of", "15 049", "15 164"),
        ("All", "9 305", "8 053"),
    ]
    _, table = grid_tables(_pages(ASSETS, debts))
    assert [(figure.text, int(figure.value or 0), figure.unit) for figure in table.figures][::2] == [
        ("5 148", 5_148_000, "EUR"),
        ("15 049", 15_049, None),
        ("9 305", 9_305_000, "EUR"),
    ]
    assert "goes on from" in table.figures[0].placement_reason


def test_another_table_with_the_same_columns_takes_none() -> None:
    visits = [("Visits", "31.12.2024", "31.12.2023"), ("Library", "5 148", "5 185"), ("All", "5 148", "5 185")]
    _, table = grid_tables(_pages(ASSETS, visits))
    assert [figure.unit for figure in table.figures] == [None] * 4


def _pages(*tables: list[tuple[str, str, str]]) -> Document:
    """Return a document with each table on a page of its own."""
    return document_of(*[_page(number, gridded(*rows).pages[0]) for number, rows in enumerate(tables, start=1)])


def _page(number: int, page: Page) -> Page:
    (grid,) = page.grids
    cells = tuple(replace(cell, span=cell.span and Span(number, cell.span.start, cell.span.end)) for cell in grid.cells)
    return replace(page, number=number, grids=(replace(grid, page=number, cells=cells),))
