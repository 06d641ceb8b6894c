import io
from contextlib import closing
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from index.generation import open_generation
from index.settings import IndexSettings
from ingest.document import Page, WordBox
from server.draw import draw_pdf, draw_text
from server.pictures import Pictures, around, boxes_of
from tests.index.test_build import ingest_texts

YELLOW = (255, 224, 70)


def test_words_of_a_line_share_a_box_and_lines_do_not() -> None:
    words = (WordBox(0, 3, 10, 10, 30, 20), WordBox(4, 7, 33, 10, 50, 20), WordBox(8, 11, 10, 22, 30, 32))
    page = Page(1, "", "yks kax kol", (), words=words)
    assert boxes_of(page, 0, 11) == [(10, 10, 50, 20), (10, 22, 30, 32)]
    assert boxes_of(page, 4, 5) == [(33, 10, 50, 20)]
    assert boxes_of(page, 0, 0) == []


def test_a_long_text_is_shown_around_its_quote() -> None:
    lines = [f"rivi {number}" for number in range(200)]
    text = "\n".join(lines)
    start = text.index("rivi 100")
    first, last = around(text, start, start + 8)
    shown = text[first:last].split("\n")
    assert shown == lines[81:141]
    assert around("lyhyt", 0, 0) == (0, 5)


def marked_box(image: Image.Image) -> tuple[int, int, int, int]:
    """Return the box of the yellow pixels."""
    mask = Image.new("1", image.size)
    draw = ImageDraw.Draw(mask)
    pixels = image.load()
    assert pixels is not None
    for x in range(image.width):
        for y in range(image.height):
            if pixels[x, y] == YELLOW:
                draw.point((x, y), 1)
    box = mask.getbbox()
    assert box is not None
    return box


def test_a_pdf_is_marked_where_the_words_stand(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=(200, 100))
    canvas.drawString(20, 70, "Kainuu")
    canvas.save()
    image = draw_pdf(path, 1, [(20, 20, 60, 32)])
    assert image.size == (400, 200)
    assert marked_box(image) == (38, 38, 123, 67)


def test_a_text_is_marked_at_its_characters() -> None:
    image = draw_text("ensin\ntoinen rivi", "Otsikko", 6, 12)
    left, top, right, bottom = marked_box(image)
    assert left < 60
    assert right < 160
    assert bottom - top < 40
    assert draw_text("x" * 100_000, "", 0, 0).height < 60_000


def test_a_page_is_drawn_in_a_process_of_its_own(tmp_path: Path) -> None:
    index = ingest_texts(tmp_path, {"a.txt": "Kaivo on pihan perällä.\n"})
    with closing(open_generation(index, IndexSettings())) as generation:
        pictures = Pictures()
        png = pictures.png(generation, "asiat/a.txt", 1, 0, 5)
        with Image.open(io.BytesIO(png)) as image:
            assert marked_box(image.convert("RGB"))
        assert pictures.png(generation, "asiat/a.txt", 1, 0, 5) is png
        with pytest.raises(KeyError):
            pictures.png(generation, "asiat/a.txt", 2, 0, 5)
