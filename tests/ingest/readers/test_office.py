import io

import docx
import pptx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from ingest.document import Page
from ingest.readers import read_bytes
from tests.ingest.invariants import check_page
from tests.ingest.readers.office_files import presentation, saved, word_file

Cells = list[tuple[int, int, str]]


def _blocks(page: Page) -> list[tuple[str, int, str]]:
    check_page(page)
    return [(block.kind, block.level, page.text[block.start : block.end]) for block in page.blocks]


def _cells(page: Page, grid: int = 0) -> Cells:
    return [(cell.row, cell.column, cell.text) for cell in page.grids[grid].cells if cell.text]


def test_slides_are_pages_with_titles_and_bullets_by_level() -> None:
    data = presentation(("Tavoitteet", [(0, "Saata\u00advuus"), (1, "lapset"), (0, "Laatu")]), ("Toinen", [(0, "x")]))
    read = read_bytes(data, "esitys.pptx")
    assert read.title == "Tavoitteet"
    assert [page.number for page in read.pages] == [1, 2]
    assert _blocks(read.pages[0]) == [
        ("heading", 1, "Tavoitteet"),
        ("bullet", 1, "• Saatavuus"),
        ("bullet", 2, "– lapset"),
        ("bullet", 1, "• Laatu"),
    ]
    assert (read.pages[0].width, read.pages[0].height) == (720.0, 540.0)


def test_slide_tables_charts_groups_and_notes() -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Luvut"
    table = slide.shapes.add_table(2, 3, 0, Inches(2), Inches(5), Inches(1)).table
    for row, texts in enumerate([["Alue", "2020", ""], ["Pohjoinen", "1 346 190", "317000"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(0, 1).merge(table.cell(0, 2))
    values = CategoryChartData(number_format="0%")  # type: ignore[no-untyped-call]
    values.categories = ["Kyllä", "Ei"]
    values.add_series("Osuus", (0.25, 0.75))  # type: ignore[no-untyped-call]
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, 0, Inches(4), Inches(3), Inches(2), values)
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(0, Inches(6), Inches(2), Inches(1)).text_frame.text = "Ryhmässä"
    slide.notes_slide.notes_text_frame.text = "Puhujalle"
    page = read_bytes(saved(deck.save), "luvut.pptx").pages[0]
    assert [kind for kind, _, _ in _blocks(page)] == ["heading", "table", "table", "paragraph", "note"]
    assert page.grids[0].title == "Luvut"
    assert _cells(page) == [(0, 0, "Alue"), (0, 1, "2020"), (1, 0, "Pohjoinen"), (1, 1, "1 346 190"), (1, 2, "317000")]
    assert page.grids[0].cells[1].column_span == 2
    assert _cells(page, 1) == [(0, 1, "Osuus"), (1, 0, "Kyllä"), (1, 1, "25%"), (2, 0, "Ei"), (2, 1, "75%")]


def test_word_headings_lists_and_tables() -> None:
    document = docx.Document()
    document.add_heading("Ohjelma", 0)
    document.add_heading("Tausta", 2)
    document.add_paragraph("Ensimmäinen kohta", style="List Bullet")
    document.add_paragraph("Alakohta", style="List Bullet 2")
    document.add_paragraph("Taulukko 1. Avustukset", style="Caption")
    table = document.add_table(3, 3)
    for row, texts in enumerate([["Alue", "2020", "2021"], ["Etelä", "1", "2"], ["", "3", "4"]]):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    read = read_bytes(saved(document.save), "ohjelma.docx")
    page = read.pages[0]
    assert read.title == "Ohjelma"
    assert _blocks(page)[:5] == [
        ("heading", 1, "Ohjelma"),
        ("heading", 2, "Tausta"),
        ("bullet", 1, "• Ensimmäinen kohta"),
        ("bullet", 2, "– Alakohta"),
        ("caption", 1, "Taulukko 1. Avustukset"),
    ]
    assert page.grids[0].title == "Taulukko 1. Avustukset"
    assert page.text.endswith("Alue  2020  2021\nEtelä  1  2\n3  4")
    south = next(cell for cell in page.grids[0].cells if cell.text == "Etelä")
    assert south.row_span == 2


def test_word_pages_end_where_the_file_says() -> None:
    document = docx.Document()
    document.add_paragraph("Eka sivu").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Toka sivu")
    noted = document.add_paragraph()
    noted.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))  # noqa: SLF001  # as Word writes it
    noted.add_run("Kolmas sivu")
    last = document.add_paragraph("Neljäs sivu")
    last.paragraph_format.page_break_before = True
    read = read_bytes(saved(document.save), "sivut.docx")
    assert [page.text for page in read.pages] == ["Eka sivu", "Toka sivu", "Kolmas sivu", "Neljäs sivu"]


def test_a_break_that_word_noted_after_an_explicit_one_is_the_same() -> None:
    document = docx.Document()
    document.add_paragraph("Eka").add_run().add_break(WD_BREAK.PAGE)
    second = document.add_paragraph()
    second.add_run()._r.append(OxmlElement("w:lastRenderedPageBreak"))  # noqa: SLF001
    second.add_run("Toka")
    assert [page.number for page in read_bytes(saved(document.save), "a.docx").pages] == [1, 2]


def test_word_leaves_out_deleted_text_and_contents() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Jää")
    deleted = OxmlElement("w:del")
    run = OxmlElement("w:r")
    text = OxmlElement("w:delText")
    text.text = " poistettu"
    run.append(text)
    deleted.append(run)
    paragraph._p.append(deleted)  # noqa: SLF001
    assert paragraph._p.find(qn("w:del")) is not None  # noqa: SLF001
    assert read_bytes(saved(document.save), "a.docx").pages[0].text == "Jää"


def test_titles_that_programs_put_in_are_no_titles() -> None:
    document = docx.Document(io.BytesIO(word_file(("Normal", "Pelkkä teksti"))))
    document.core_properties.title = "Microsoft Word - luonnos.doc"
    assert read_bytes(saved(document.save), "a.docx").title is None


@pytest.mark.parametrize("name", ["a.docx", "a.pptx"])
def test_text_keeps_its_digits(name: str) -> None:
    texts = ["1 346 190", "317000", "2,5 milj. €"]
    data = (
        word_file(*(("Normal", text) for text in texts))
        if name.endswith("docx")
        else presentation(("Otsikko", [(0, text) for text in texts]))
    )
    text = read_bytes(data, name).pages[0].text
    assert all(one in text for one in texts)
