"""Documents with grids for tests: from rows of cells, and from the bytes of a file as readers give them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ingest.document import Document, Grid, GridCell, Page, Span, WordBox
from ingest.readers import read_bytes
from ingest.table import Figure, Table
from ingest.tables.recover import recover


def gridded(
    *rows: Sequence[str | None], title: str = "", spans: Mapping[tuple[int, int], tuple[int, int]] | None = None
) -> Document:
    """Return a document of one page with one native grid; None is a place that another cell covers."""
    text, cells = "", []
    for row, texts in enumerate(rows):
        for column, cell in enumerate(texts):
            if cell is None:
                continue
            start = len(text)
            text += cell + "\t"
            down, across = (spans or {}).get((row, column), (1, 1))
            place = Span(1, start, start + len(cell)) if cell else None
            cells.append(GridCell(row, column, cell, place, down, across))
        text += "\n"
    grid = Grid(1, len(rows), max(map(len, rows)), tuple(cells), "native", title)
    return document_of(Page(1, text, text, tuple(range(len(text) + 1)), grids=(grid,)))


def grid_table(*rows: Sequence[str | None], title: str = "") -> Table:
    """Return the only table of a document with one native grid."""
    (table,) = recover(gridded(*rows, title=title)).tables
    return table


def document_of(*pages: Page, title: str = "", programme: str | None = None, language: str | None = "fi") -> Document:
    return Document("d", "c", "p", "v", "text/plain", title, pages, programme=programme, language=language)


def plain(text: str, *, title: str = "") -> Document:
    """Return a document of one page of running text."""
    return document_of(Page(1, text, text, tuple(range(len(text) + 1))), title=title)


def tables_in(text: str) -> tuple[Table, ...]:
    """Return the tables of a page of running text."""
    return recover(plain(text)).tables


def read(data: bytes, name: str) -> Document:
    return document_of(*read_bytes(data, name).pages)


def cells_of(table: Table) -> dict[tuple[str, str], str]:
    """Return the values of a table by row and column path, written with " › "."""
    return {
        (" › ".join(figure.row_path), " › ".join(figure.column_path)): f"{figure.value} {figure.unit or '-'}"
        for figure in table.figures
    }


def rows_of(table: Table) -> list[list[str]]:
    """Return the values of a table as `cells_of` writes them, in rows under their columns, "" where there is none."""
    cells = cells_of(table)
    columns = list(dict.fromkeys(column for _, column in cells))
    rows = dict.fromkeys(row for row, _ in cells)
    return [["", *columns], *([row, *(cells.get((row, column), "") for column in columns)] for row in rows)]


def quoted(document: Document, figure: Figure) -> str:
    """Return the characters that a figure's value span holds."""
    assert figure.value_span is not None
    return document.text_of(figure.value_span)


def set_in(*rows: Sequence[str]) -> Document:
    """Return a document of one page with one native grid whose row labels stand as far in as blanks before them say."""
    document = gridded(*[[text.strip() for text in row] for row in rows])
    (page,) = document.pages
    words = tuple(
        WordBox(cell.span.start, cell.span.end, 4.0 * (len(label) - len(label.lstrip())), 0, 400, 10)
        for label, cell in zip([row[0] for row in rows], _first_cells(page), strict=True)
        if cell.span is not None
    )
    return document_of(replace(page, words=words))


def _first_cells(page: Page) -> list[GridCell]:
    return [cell for cell in page.grids[0].cells if cell.column == 0]
