"""Unruled tables of PDF pages side by side and one under the other, whose lines and units must not mix."""

from collections.abc import Sequence
from decimal import Decimal

from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document
from ingest.readers.pdf import read_pdf
from ingest.table import Table
from ingest.tables.grids import grid_tables
from tests.ingest.readers.pdfs import figure, pdf, text
from tests.ingest.tables.make import value

Lines = Sequence[Sequence[str]]


def _rows(canvas: Canvas, x: float, y: float, lines: Lines, pitch: float = 14) -> float:
    """Draw a label and figures per line from `y` on; return the height below the last."""
    for label, *cells in lines:
        text(canvas, x, y, label, size=9)
        for place, cell in enumerate(cells, start=1):
            figure(canvas, x + 80 + 60 * place, y, cell, size=9)
        y += pitch
    return y


def _tables(*draws: tuple[float, float, Lines], headings: Sequence[tuple[float, float, str]] = ()) -> tuple[Table, ...]:
    def draw(canvas: Canvas) -> None:
        for x, y, words in headings:
            text(canvas, x, y, words)
        for x, y, lines in draws:
            _rows(canvas, x, y, lines)

    read = read_pdf(pdf(draw), "a.pdf")
    return grid_tables(
        Document(id="c/a.pdf", collection="c", path="a.pdf", version="0", media_type="", title="", pages=read.pages)
    )


_COSTS = (
    ("Menolaji", "2023", "2024"),
    ("Vuokrat", "8,3", "8,5"),
    ("Matkat", "1,2", "1,3"),
    ("Koulutus", "2,4", "2,5"),
    ("Viestintä", "3,1", "3,2"),
    ("Laitteet", "1,5", "1,5"),
    ("Yhteensä", "16,5", "17,0"),
)
_GRANTS = (
    ("Kunta", "Haettu", "Saatu"),
    ("Aho", "3 139", "2 804"),
    ("Berg", "3 746", "1 364"),
    ("Yhteensä", "6 885", "4 168"),
)


def test_tables_side_by_side_of_unlike_length_each_with_its_own_unit() -> None:
    left, right = _tables(
        (60, 120, _COSTS),
        (330, 120, _GRANTS),
        headings=((60, 100, "Menot (milj. €)"), (330, 100, "Avustukset (1 000 €)")),
    )
    assert value(left, "Koulutus", "2024") == 2500000
    assert value(right, "Berg", "Saatu") == 1364000
    assert len(left.row_labels) == 6
    assert len(right.row_labels) == 3


def test_tables_side_by_side_whose_lines_do_not_meet() -> None:
    left, right = _tables(
        (60, 120, _COSTS),
        (330, 127, _GRANTS),
        headings=((60, 100, "Menot (milj. €)"), (330, 107, "Avustukset (1 000 €)")),
    )
    assert value(left, "Yhteensä", "2023") == Decimal(16500000)
    assert value(right, "Yhteensä", "Haettu") == 6885000


def test_a_caption_over_the_left_table_gives_the_right_one_no_unit() -> None:
    left, right = _tables((60, 120, _COSTS), (330, 127, _GRANTS), headings=((60, 100, "Menot (milj. €)"),))
    assert value(left, "Yhteensä", "2023") == 16500000
    assert value(right, "Yhteensä", "Haettu") == 6885
    assert {figure.unit for figure in right.figures} == {None}


def test_a_table_under_another_begins_with_its_own_headers() -> None:
    first, second = _tables(
        (60, 120, (("Erä", "1–6/2023", "1–6/2024"), ("Vuokrat", "2 737", "2 948"), ("Matkat", "2 655", "1 154"))),
        (
            60,
            190,
            (("Hanke", "", "Haettu tuki"), ("Polku", "", "724 482"), ("Silta", "", "964 102"), ("Raitti", "", "9")),
        ),
        headings=((60, 172, "Rahoitetut hankkeet, €"),),
    )
    assert [path[-1] for path in first.column_labels] == ["1–6/2023", "1–6/2024"]
    assert value(second, "Silta", "Haettu tuki") == 964102


def test_years_anywhere_over_headers_that_come_again() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 80, "Avustukset (€)")
        for x, year in ((260, "2023"), (380, "2024")):
            figure(canvas, x, 100, year, size=9)
        _rows(
            canvas,
            60,
            114,
            (
                ("Kunta", "Haettu", "Saatu", "Haettu", "Saatu"),
                ("Aho", "3 139", "2 804", "3 500", "2 900"),
                ("Berg", "3 746", "1 364", "3 800", "1 500"),
                ("Cid", "1 746", "1 264", "2 800", "1 400"),
            ),
        )

    read = read_pdf(pdf(draw), "a.pdf")
    document = Document(id="c", collection="c", path="a", version="0", media_type="", title="", pages=read.pages)
    (table,) = grid_tables(document)
    assert table.column_labels == (("2023", "Haettu"), ("2023", "Saatu"), ("2024", "Haettu"), ("2024", "Saatu"))


def test_several_columns_without_headers_are_no_table() -> None:
    assert not _tables((60, 120, (("Aho", "3 139", "2 804"), ("Berg", "3 746", "1 364"), ("Cid", "1 746", "1 264"))))
