"""A tiny document with all that a store keeps of one."""

import datetime as dt
from decimal import Decimal

from ingest.chunk import Chunk
from ingest.document import Block, Document, Grid, GridCell, Page, Span, WordBox
from ingest.table import Figure, Finding, Table

TEXT = "Avustukset\nRivi 1 000"


def document(name: str = "kokoelma/a.txt", version: str = "0" * 64) -> Document:
    grid = Grid(1, 1, 2, (GridCell(0, 0, "Rivi", Span(1, 11, 15)), GridCell(0, 1, "1 000", None)), "native")
    page = Page(
        number=1,
        raw="Avus\u00adtukset\nRivi 1 000",
        text=TEXT,
        offsets=(0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22),
        blocks=(Block("heading", 0, 10),),
        grids=(grid,),
        words=(WordBox(11, 15, 10.25, 20.0, 30.5, 32.13),),
        width=595.0,
        height=842.0,
    )
    collection, path = name.split("/", 1)
    return Document(
        name, collection, path, version, "text/plain", "Otsikko", (page,), date=dt.date(2023, 5, 15), notes=("huomio",)
    )


def chunk(document_id: str = "kokoelma/a.txt") -> Chunk:
    return Chunk(f"{document_id}#1:11-21", document_id, 1, 11, 21, "Rivi 1 000", ("Avustukset",), "table")


def figure(number: int = 0, document_id: str = "kokoelma/a.txt", table_id: str | None = "t") -> Figure:
    return Figure(
        id=f"{document_id}#f{number}",
        document_id=document_id,
        table_id=table_id,
        value=Decimal(1000) + number,
        unit="EUR",
        text="1 000",
        row_path=("Rivi",),
        column_path=("2021", "Myönnetty"),
        measure="granted",
        period="2021",
        placement="stated",
        placement_reason="its cell stands under the header",
        check="reconciled",
        check_reason="row sum",
        value_span=Span(1, 16, 21),
        row_spans=(Span(1, 11, 15),),
        column_spans=(Span(1, 0, 10),),
    )


def table(document_id: str = "kokoelma/a.txt", figures: int = 1) -> Table:
    finding = Finding(
        "row_sum", "Rivi", Decimal("2.5"), Decimal(2), Decimal("0.5"), Decimal(0), "EUR", "f", ("g",), (Span(1, 0, 3),)
    )
    return Table(
        id=f"{document_id}#t",
        document_id=document_id,
        pages=(1,),
        span=Span(1, 0, 21),
        title="Avustukset",
        unit="EUR",
        scale=1,
        row_labels=(("Rivi",),),
        column_labels=(("2021", "Myönnetty"),),
        figures=tuple(figure(number, document_id) for number in range(figures)),
        findings=(finding,),
    )
