"""Small PDFs drawn for tests: text, ruled and unruled tables, turned pages, scans."""

import io
from collections.abc import Callable, Sequence

from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]
WIDTH, HEIGHT = A4


def pdf(*pages: Draw, title: str = "") -> bytes:
    """Return a PDF of these pages; y grows downwards in what they draw through the functions here."""
    data = io.BytesIO()
    canvas = Canvas(data, pagesize=A4, pageCompression=0)
    if title:
        canvas.setTitle(title)
    for page in pages:
        page(canvas)
        canvas.showPage()
    canvas.save()
    return data.getvalue()


def pages_of(data: bytes, *numbers: int) -> bytes:
    """Return a PDF of some pages of another."""
    writer = PdfWriter()
    reader = PdfReader(io.BytesIO(data))
    for number in numbers:
        writer.add_page(reader.pages[number - 1])
    part = io.BytesIO()
    writer.write(part)
    return part.getvalue()


def shown_turned(data: bytes, rotation: int) -> bytes:
    """Return the PDF with its pages shown turned clockwise by `rotation` degrees."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        page.rotate(rotation)
    turned = io.BytesIO()
    writer.write(turned)
    return turned.getvalue()


def text(canvas: Canvas, x: float, y: float, words: str, *, size: float = 10, font: str = "Helvetica") -> None:
    """Write words from x to the right on the line y."""
    canvas.setFont(font, size)
    canvas.drawString(x, HEIGHT - y, words)


def figure(canvas: Canvas, x: float, y: float, words: str, *, size: float = 10, font: str = "Helvetica") -> None:
    """Write words that end at x on the line y."""
    canvas.setFont(font, size)
    canvas.drawRightString(x, HEIGHT - y, words)


def rule(canvas: Canvas, x0: float, y0: float, x1: float, y1: float) -> None:
    """Draw a line."""
    canvas.setLineWidth(0.5)
    canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)


def rows(canvas: Canvas, top: float, lines: Sequence[Sequence[str]], ends: Sequence[float], step: float = 16) -> None:
    """Write a table without rules: the first cell of each line from x 60, the others ending at `ends`."""
    for number, line in enumerate(lines):
        y = top + number * step
        if line[0]:
            text(canvas, 60, y, line[0])
        for end, cell in zip(ends, line[1:], strict=False):
            if cell:
                figure(canvas, end, y, cell)


def scan(words: str) -> bytes:
    """Return a PDF of one page that is a picture of words."""
    picture = Image.new("L", (1240, 1754), 255)
    ImageDraw.Draw(picture).text((150, 200), words, fill=0, font=ImageFont.load_default(size=48))
    data = io.BytesIO()
    picture.save(data, "PDF", resolution=150)
    return data.getvalue()
