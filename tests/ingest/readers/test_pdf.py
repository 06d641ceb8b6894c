"""What a PDF gives apart from tables: text, order, headings, title, words, notes, errors."""

import io
import shutil

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import BrokenFile, EmptyFile, EncryptedFile
from ingest.readers.pdf import read_pdf
from tests.data import shared
from tests.ingest.readers.pdfs import HEIGHT, pdf, scan, shown_turned, text


def prose(canvas: Canvas) -> None:
    text(canvas, 60, 80, "Avustusten haku", size=18, font="Helvetica-Bold")
    for number, line in enumerate(
        ("Avustusta haettiin keväällä. Kaikki alueet", "saivat palvelu-", "järjestelmän kuntoon.")
    ):
        text(canvas, 60, 120 + 13 * number, line)
    text(canvas, 60, 180, "• ensimmäinen kohta")
    text(canvas, 60, 196, "• toinen kohta")


def test_text_blocks_and_title() -> None:
    read = read_pdf(pdf(prose, title="Microsoft Word - haku.docx"), "haku.pdf")
    page = read.pages[0]
    assert read.title == "Avustusten haku"
    assert [(block.kind, page.text[block.start : block.end]) for block in page.blocks] == [
        ("heading", "Avustusten haku"),
        ("paragraph", "Avustusta haettiin keväällä. Kaikki alueet\nsaivat palvelujärjestelmän\nkuntoon."),
        ("bullet", "• ensimmäinen kohta"),
        ("bullet", "• toinen kohta"),
    ]
    assert (page.width, page.height) == (595.28, 841.89)
    assert read.date is None


def test_stated_title_is_taken() -> None:
    assert read_pdf(pdf(prose, title="Avustusten haku 2024"), "haku.pdf").title == "Avustusten haku 2024"


def test_a_sheet_of_signatures_gives_no_title() -> None:
    def signatures(canvas: Canvas) -> None:
        text(canvas, 60, 80, "Asiakirjan ovat allekirjoittaneet", size=18)
        text(canvas, 60, 120, "Maija Meikäläinen 2.4.2025")

    def cover(canvas: Canvas) -> None:
        text(canvas, 60, 80, "Kertomus vuodesta", size=14)

    assert read_pdf(pdf(signatures, cover), "kertomus.pdf").title == "Kertomus vuodesta"
    assert read_pdf(pdf(signatures), "kertomus.pdf").title is None


def test_word_boxes_stand_for_their_words() -> None:
    page = read_pdf(pdf(prose), "haku.pdf").pages[0]
    words = [page.text[word.start : word.end] for word in page.words]
    assert words[:3] == ["Avustusten", "haku", "Avustusta"]
    assert page.words[2].x0 == pytest.approx(60, abs=0.5)
    assert page.words[2].y0 < 120 < page.words[2].y1
    assert len(page.offsets) == len(page.text) + 1
    assert page.offsets[-1] == len(page.raw)


def test_columns_of_text_are_read_one_after_the_other() -> None:
    left = ["Vasen palsta alkaa tästä", "ja jatkuu vielä rivin", "sekä kolmannen rivin loppuun"]
    right = ["Oikea palsta alkaa tästä", "ja jatkuu sekin rivin", "sekä kolmannen rivin loppuun"]

    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 60, "Otsikko koko sivun levyinen", size=16, font="Helvetica-Bold")
        for number, (first, second) in enumerate(zip(left, right, strict=True)):
            text(canvas, 60, 120 + 14 * number, first)
            text(canvas, 330, 120 + 14 * number, second)

    page = read_pdf(pdf(draw), "palstat.pdf").pages[0]
    assert page.text.splitlines()[0] == "Otsikko koko sivun levyinen"
    assert [line for line in page.text.splitlines()[1:] if line] == [*left, *right]


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_pages_that_are_shown_turned(rotation: int) -> None:
    page = read_pdf(shown_turned(pdf(prose), rotation), "haku.pdf").pages[0]
    assert page.text.startswith("Avustusten haku\n\nAvustusta haettiin keväällä.")
    box = page.words[0]
    assert 0 <= box.x0 < box.x1 <= page.width
    assert 0 <= box.y0 < box.y1 <= page.height
    across = box.x1 - box.x0 > box.y1 - box.y0
    assert across == (rotation in {0, 180})


def test_encrypted() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(prose))))
    writer.encrypt("salaisuus", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    with pytest.raises(EncryptedFile, match="password"):
        read_pdf(data.getvalue(), "salattu.pdf")


def test_encrypted_with_an_empty_password_is_read() -> None:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf(prose))))
    writer.encrypt("", "omistaja", algorithm="RC4-128")
    data = io.BytesIO()
    writer.write(data)
    assert read_pdf(data.getvalue(), "avoin.pdf").pages[0].text.startswith("Avustusten haku")


def test_truncated() -> None:
    data = pdf(prose, prose)
    with pytest.raises(BrokenFile):
        read_pdf(data[: len(data) // 2], "katkennut.pdf")


def test_not_a_pdf() -> None:
    with pytest.raises(BrokenFile, match="begin"):
        read_pdf(b"<html></html>", "sivu.pdf")


def test_no_pages() -> None:
    data = io.BytesIO()
    PdfWriter().write(data)
    with pytest.raises((EmptyFile, BrokenFile)):
        read_pdf(data.getvalue(), "tyhja.pdf")


def test_scan_is_named_and_read_where_tesseract_is() -> None:
    read = read_pdf(scan("Avustukset 2024"), "skannattu.pdf")
    assert read.pages[0].scanned
    assert "page 1 is a scan" in read.notes[0]
    if shutil.which("tesseract"):
        assert "2024" in read.pages[0].text
        word = read.pages[0].words[-1]
        assert word.x0 == pytest.approx(200, abs=60)


def test_many_pages_are_read_one_by_one() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, HEIGHT / 2, "Sivu")

    pages = read_pdf(pdf(*[draw] * 300), "pitka.pdf").pages
    assert [page.number for page in pages] == list(range(1, 301))


def test_outline_gives_levels() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.bookmarkPage("a")
        canvas.bookmarkPage("b")
        canvas.addOutlineEntry("Tausta", "a", 0)
        canvas.addOutlineEntry("Rahoitus", "b", 1)
        text(canvas, 60, 80, "Tausta")
        text(canvas, 60, 120, "Rahoitus")
        text(canvas, 60, 160, "Rahoitusta sai neljä hanketta.")

    page = read_pdf(pdf(draw), "jasennys.pdf").pages[0]
    levels = [(page.text[block.start : block.end], block.level) for block in page.blocks if block.kind == "heading"]
    assert levels == [("Tausta", 1), ("Rahoitus", 2)]


def test_government_programme_reads_as_prose() -> None:
    path = shared("data", "hallitusohjelma", "03-Kunnat-kaupungit-ja-valtion-aluehallinto.pdf")
    read = read_pdf(path.read_bytes(), path.name)
    assert len(read.pages) == 7
    assert "Kuntien saamien valtionosuuksien yleiskatteellisuus säilytetään ja kuntien tehtävien" in read.pages[2].text
    assert not any(page.grids for page in read.pages)
