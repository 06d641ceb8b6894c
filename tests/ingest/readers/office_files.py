"""Small real files of office programs, made for tests."""

import io
from collections.abc import Callable, Sequence

import docx
import openpyxl
import pptx

Rows = Sequence[Sequence[object]]


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    buffer = io.BytesIO()
    save(buffer)
    return buffer.getvalue()


def presentation(*slides: tuple[str, Sequence[tuple[int, str]]]) -> bytes:
    """Slides of a title and bullets with their levels from 0."""
    deck = pptx.Presentation()
    for title, bullets in slides:
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = title
        frame = slide.placeholders[1].text_frame
        for index, (level, text) in enumerate(bullets):
            paragraph = frame.paragraphs[0] if index == 0 else frame.add_paragraph()
            paragraph.text = text
            paragraph.level = level
    return saved(deck.save)


def word_file(*paragraphs: tuple[str, str]) -> bytes:
    """Paragraphs of a style and a text."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style)
    return saved(document.save)


def workbook(**sheets: Rows) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    return saved(book.save)
