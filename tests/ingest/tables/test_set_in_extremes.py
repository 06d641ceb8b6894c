"""How far cells are set in where files state it in odd ways: huge, in capitals, in other digits."""

import docx
import pptx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.ingest.readers.office_files import saved
from tests.ingest.tables.gridded import read


def _inset(first: str, row: str = "") -> int:
    """Return how many blanks the cell `first` of a web page's table is set in."""
    page = f"<table><tr><th>Alue</th><th>2023</th></tr><tr {row}>{first}<td>5</td></tr></table>"
    cell = next(cell for cell in read(page.encode(), "a.html").pages[0].grids[0].cells if cell.text.strip() == "Salo")
    return len(cell.text) - len(cell.text.lstrip())


@pytest.mark.parametrize(
    ("style", "blanks"),
    [
        ("padding-left: 10pt", 4),
        ("PADDING-LEFT: 10PT", 4),
        ("padding-left: .5em", 2),
        ("padding-left: 999999px", 80),
        (f"padding-left: {'9' * 320}px", 0),
        (f"padding-left: {'9' * 320}.5em", 0),
        ("padding-left: ²px", 0),
    ],
)
def test_sizes_of_styles(style: str, blanks: int) -> None:
    assert _inset(f'<td style="{style}">Salo</td>') == blanks


@pytest.mark.parametrize(("level", "blanks"), [("2", 5), ("²", 0), ("9" * 5000, 0), ("", 0)])
def test_levels_of_rows(level: str, blanks: int) -> None:
    assert _inset("<td>Salo</td>", f'aria-level="{level}"') == blanks


@pytest.mark.parametrize("number", ["²", "9" * 320, "9" * 5000])
def test_a_word_file_with_odd_margins_and_levels(number: str) -> None:
    document = docx.Document()
    table = document.add_table(rows=2, cols=2)
    for place, text in enumerate(("Alue", "2023", "Salo", "5")):
        table.cell(*divmod(place, 2)).text = text
    cell = table.cell(1, 0)
    space = nsdecls("w")
    edge = f'<w:tcMar {space}><w:left w:w="{number}"/></w:tcMar>'
    cell._tc.get_or_add_tcPr().append(parse_xml(edge))  # noqa: SLF001  # the library has no name for margins
    listed = f'<w:numPr {space}><w:ilvl w:val="{number}"/></w:numPr>'
    cell.paragraphs[0]._p.get_or_add_pPr().append(parse_xml(listed))  # noqa: SLF001  # nor for levels
    (grid,) = read(saved(document.save), "a.docx").pages[0].grids
    assert [cell.text for cell in grid.cells] == ["Alue", "2023", "Salo", "5"]


@pytest.mark.parametrize("number", ["²", "9" * 320, "9" * 5000])
def test_slides_with_odd_margins(number: str) -> None:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(1), Inches(4), Inches(2)).table
    for place, text in enumerate(("Alue", "2023", "Salo", "5")):
        table.cell(*divmod(place, 2)).text = text
    paragraph = table.cell(1, 0).text_frame.paragraphs[0]
    paragraph._p.get_or_add_pPr().set("marL", number)  # noqa: SLF001  # the library has no name for margins
    (grid,) = read(saved(deck.save), "a.pptx").pages[0].grids
    assert [cell.text for cell in grid.cells] == ["Alue", "2023", "Salo", "5"]
