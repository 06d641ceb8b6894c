"""Tables and documents for tests, written in a few lines."""

from collections.abc import Sequence
from decimal import Decimal

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.flat.tables import flat_tables
from ingest.tables.numbers import parse_number


def table_of(columns: Sequence[str], *rows: Sequence[str], scale: int = 1) -> Table:
    """Return a table whose rows are a label and cells as printed; "" is blank."""
    figures = []
    for row, (label, *cells) in enumerate(rows):
        for column, text in enumerate(cells):
            value = parse_number(text)
            if value is None:
                continue
            figures.append(
                Figure(
                    id=f"t/{row}/{column}",
                    document_id="d",
                    table_id="t",
                    value=value * scale,
                    unit="%" if "%" in text else "EUR",
                    text=text.removesuffix("%").strip(),
                    row_path=(label,),
                    column_path=(columns[column],),
                    placement="stated",
                    placement_reason="",
                    value_span=Span(1, row * 100 + column, row * 100 + column + 1),
                    row=row,
                    column=column,
                )
            )
    return Table(
        id="t",
        document_id="d",
        pages=(1,),
        span=Span(1, 0, 1),
        title="",
        unit="EUR",
        scale=scale,
        row_labels=tuple((label,) for label, *_ in rows),
        column_labels=tuple((column,) for column in columns),
        figures=tuple(figures),
    )


def document_of(*pages: str) -> Document:
    """Return a document whose pages have just these texts."""
    return Document(
        id="c/d.txt",
        collection="c",
        path="d.txt",
        version="0",
        media_type="text/plain",
        title="",
        pages=tuple(
            Page(number=number, raw=text, text=text, offsets=tuple(range(len(text) + 1)))
            for number, text in enumerate(pages, start=1)
        ),
    )


def flat_table(text: str) -> Table:
    """Return the only table of a page of flat text."""
    (table,) = flat_tables(document_of(text))
    return table


def value(table: Table, row: str, column: str) -> Decimal | None:
    """Return the value of the cell under these innermost labels."""
    return cell(table, row, column).value


def cell(table: Table, row: str, column: str) -> Figure:
    """Return the figure of the cell under these innermost labels."""
    found = [f for f in table.figures if f.row_path[-1] == row and f.column_path[-1] == column]
    assert len(found) == 1, (row, column, len(found))
    return found[0]
