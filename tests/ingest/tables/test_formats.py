"""Tables as the formats give them: footnote marks above the line, headers of two levels."""

import docx
import openpyxl
import pptx
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from ingest.readers.raised import raised
from ingest.table import Table
from ingest.tables.recover import recover
from tests.ingest.readers.office_files import saved
from tests.ingest.readers.pdfs import figure, pdf, text
from tests.ingest.tables.gridded import cells_of, read, rows_of

MARKED = {("Salo", "2022"): "12345 EUR", ("Salo", "2023"): "795 EUR", ("Hanko", "2022"): "8200 EUR"}
"""The cells of a table of two rows, in which 12 345 and 795 have the marks 1 and a); one cell is empty."""


def _table(data: bytes, name: str) -> Table:
    (table,) = recover(read(data, name)).tables
    return table


def _document() -> bytes:
    document = docx.Document()
    document.add_paragraph("Avustukset, €")
    table = document.add_table(rows=3, cols=3)
    rows = (("Kunta", "2022", "2023"), ("Salo", "12 345", "795"), ("Hanko", "8 200", "–"))
    for row, texts in enumerate(rows):
        for column, words in enumerate(texts):
            table.cell(row, column).text = words
    for column, mark in ((1, "1"), (2, "a)")):
        table.cell(1, column).paragraphs[0].add_run(mark).font.superscript = True
    return saved(document.save)


def _slides() -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Avustukset, €"
    table = slide.shapes.add_table(3, 3, Inches(1), Inches(2), Inches(6), Inches(2)).table
    rows = (("Kunta", "2022", "2023"), ("Salo", "12 345", "795"), ("Hanko", "8 200", "–"))
    for row, texts in enumerate(rows):
        for column, words in enumerate(texts):
            table.cell(row, column).text = words
    for column, mark in ((1, "1"), (2, "a)")):
        run = table.cell(1, column).text_frame.paragraphs[0].add_run()
        run.text = mark
        run.font._element.set("baseline", "30000")  # noqa: SLF001  # the library has no name for raised text
    return saved(deck.save)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Avustukset, €"
    high = InlineFont(vertAlign="superscript")
    sheet.append(["Kunta", 2022, 2023])
    sheet.append(["Salo", CellRichText("12 345", TextBlock(high, "1")), CellRichText("795", TextBlock(high, "a)"))])
    sheet.append(["Hanko", 8200, "–"])
    return saved(book.save)


def _pdf() -> bytes:
    def page(canvas: Canvas) -> None:
        text(canvas, 60, 80, "Avustukset, €")
        for x, year in ((300, "2022"), (400, "2023")):
            figure(canvas, x, 110, year)
        text(canvas, 60, 130, "Salo")
        figure(canvas, 300, 130, "12 345")
        text(canvas, 300, 126, "1", size=6)
        figure(canvas, 400, 130, "795")
        text(canvas, 60, 150, "Hanko")
        figure(canvas, 300, 150, "8 200")
        figure(canvas, 400, 150, "–")
        # A mark that the file prints at its end.
        text(canvas, 400.5, 126, "a)", size=6)

    return pdf(page)


HTML = b"""<html><body><table><caption>Avustukset, &euro;</caption><tr><th>Kunta</th><th>2022</th><th>2023</th></tr>
<tr><td>Salo</td><td>12&nbsp;345<sup>1</sup></td><td>795<sup>a)</sup></td></tr>
<tr><td>Hanko</td><td>8&thinsp;200</td><td>&ndash;</td></tr></table></body></html>"""
MARKDOWN = """Avustukset, €

| Kunta | 2022 | 2023 |
|---|---|---|
| Salo | 12 345<sup>1</sup> | 795<sup>a)</sup> |
| Hanko | 8 200 | – |
"""


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_document(), "a.docx"),
        (_slides(), "a.pptx"),
        (_workbook(), "a.xlsx"),
        (_pdf(), "a.pdf"),
        (HTML, "a.html"),
        (MARKDOWN.encode(), "a.md"),
    ],
)
def test_marks_above_the_line_are_no_digits(data: bytes, name: str) -> None:
    assert cells_of(_table(data, name)) == MARKED


def test_only_marks_and_exponents_become_raised_characters() -> None:
    assert [raised(mark) for mark in ("1", "12)", "a", "1, 2", "*", "nd", "°")] == [
        "¹",
        "¹²⁾",
        "ᵃ",
        "¹, ²",
        "*",
        "nd",
        "°",
    ]


def test_a_second_row_of_headers_though_only_the_first_is_flagged() -> None:
    document = docx.Document()
    document.add_paragraph("Avustukset, €")
    table = document.add_table(rows=4, cols=5)
    table.style = "Table Grid"  # its look flags the first row alone
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Kunta"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2022"
    table.cell(0, 3).merge(table.cell(0, 4)).text = "2023"
    rows = (("Myönnetty", "Maksettu") * 2, ("100", "90", "110", "80"), ("200", "150", "210", "160"))
    for row, texts in enumerate(rows, start=1):
        for column, words in enumerate(texts, start=1):
            table.cell(row, column).text = words
    table.cell(2, 0).text, table.cell(3, 0).text = "Salo", "Hanko"
    found = _table(saved(document.save), "a.docx")
    assert rows_of(found) == [
        ["", "2022 › Myönnetty", "2022 › Maksettu", "2023 › Myönnetty", "2023 › Maksettu"],
        ["Salo", "100 EUR", "90 EUR", "110 EUR", "80 EUR"],
        ["Hanko", "200 EUR", "150 EUR", "210 EUR", "160 EUR"],
    ]
    assert [figure.measure for figure in found.figures[:2]] == ["granted", "paid"]


def test_a_sentence_above_heads_no_columns_and_figures_stand_in_the_middle_of_a_label_of_two_lines() -> None:
    def page(canvas: Canvas) -> None:
        text(canvas, 200, 60, "Kokeilujen kustannukset", size=16)
        text(canvas, 60, 90, "Kokeilut alkoivat 1.3.2021. Kustannukset on ilmoitettu tuhansina euroina.")
        text(canvas, 60, 110, "Taulukko 1. Kokeilujen kustannukset, tuhatta euroa")
        text(canvas, 60, 130, "Kokeilu")
        for x, year in ((330, "2021"), (400, "2022"), (470, "2023")):
            figure(canvas, x, 130, year)
        text(canvas, 60, 150, "Pohjoisen ja lähialueen kuntien")
        text(canvas, 60, 162, "yhteinen kokeilu")
        text(canvas, 60, 180, "Rauman seutu")
        text(canvas, 60, 198, "Yhteensä")
        for y, row in (
            (156, ("1 250", "1 802", "1 799")),
            (180, ("802", "915", "–")),
            (198, ("2 052", "2 717", "1 799")),
        ):
            for x, words in zip((330, 400, 470), row, strict=True):
                figure(canvas, x, y, words)

    table = _table(pdf(page), "a.pdf")
    assert rows_of(table) == [
        ["", "2021", "2022", "2023"],
        ["Pohjoisen ja lähialueen kuntien yhteinen kokeilu", "1250000 EUR", "1802000 EUR", "1799000 EUR"],
        ["Rauman seutu", "802000 EUR", "915000 EUR", ""],
        ["Yhteensä", "2052000 EUR", "2717000 EUR", "1799000 EUR"],
    ]
    assert {figure.check for figure in table.figures} == {"reconciled"}
