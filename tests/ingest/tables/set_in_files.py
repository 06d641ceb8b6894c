"""One table with sub-rows set in, in every format and every way in which formats set in; for tests."""

import html
from collections.abc import Callable, Sequence
from typing import Final

import docx
import openpyxl
import pptx
from docx.shared import Pt
from openpyxl.styles import Alignment
from pptx.util import Inches
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.readers.office_files import saved
from tests.ingest.readers.pdfs import figure, pdf, text

Line = tuple[int, str, tuple[str, ...]]
"""How many levels a row is set in, its label, its cells as printed."""
Table = tuple[tuple[str, ...], tuple[Line, ...]]
"""The headers and the rows."""


def _word(table: Table, how: str) -> bytes:
    document = docx.Document()
    document.add_paragraph("Avustukset, €")
    heads, lines = table
    grid = document.add_table(rows=1, cols=len(heads))
    for cell, head in zip(grid.rows[0].cells, heads, strict=True):
        cell.text = head
    for level, label, texts in lines:
        cells = grid.add_row().cells
        cells[0].text = {"blanks": "   ", "tabs": "\t", "dashes": "– "}.get(how, "") * level + label
        if how == "indent":
            cells[0].paragraphs[0].paragraph_format.left_indent = Pt(10 * level)
        elif how == "first line":
            cells[0].paragraphs[0].paragraph_format.first_line_indent = Pt(10 * level)
        for cell, number in zip(cells[1:], texts, strict=True):
            cell.text = number
    return saved(document.save)


def _workbook(table: Table, how: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    heads, lines = table
    sheet.append(list(heads))
    for level, label, texts in lines:
        blanks = "   " * level if how == "blanks" else ""
        sheet.append([blanks + label, *(int(each.replace(" ", "")) for each in texts)])
        if how == "alignment":
            sheet.cell(sheet.max_row, 1).alignment = Alignment(indent=level)
        elif how == "outline" and level:
            sheet.row_dimensions[sheet.max_row].outlineLevel = level
    sheet.sheet_properties.outlinePr.summaryBelow = False
    return saved(book.save)


def _web_page(table: Table, how: str) -> bytes:
    heads, lines = table
    page = f"<html><body><table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>\n"
    for level, label, texts in lines:
        words = html.escape(label)
        first = {
            "padding": f'<td style="padding: 2px 4px 2px {4 + 20 * level}px">{words}</td>',
            "text-indent": f'<td>\n   <p style="text-indent: {level}em">{words}</p></td>',
            "class": f'<td class="name indent-{level}">{words}</td>',
            "no-break blanks": f"<td>{'&nbsp;' * 3 * level}{words}</td>",
        }[how]
        page += f"<tr>\n    {first}{''.join(f'<td>{cell}</td>' for cell in texts)}</tr>\n"
    return f"{page}</table></body></html>".encode()


def _markdown(table: Table, how: str) -> bytes:
    heads, lines = table
    before = {"blanks": "   ", "no-break blanks": "&nbsp;&nbsp;", "dashes": "– "}[how]
    top = f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}\n"
    return (top + "".join(f"| {before * lvl}{label} | {' | '.join(cells)} |\n" for lvl, label, cells in lines)).encode()


def _csv(table: Table, how: str) -> bytes:
    heads, lines = table
    before = {"blanks": "   ", "dashes": "- "}[how]
    return "\n".join(
        [";".join(heads), *(";".join([before * lvl + label, *cells]) for lvl, label, cells in lines)]
    ).encode()


def _slides(table: Table, how: str) -> bytes:
    deck = pptx.Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[6])
    heads, lines = table
    shape = slide.shapes.add_table(len(lines) + 1, len(heads), Inches(1), Inches(1), Inches(8), Inches(5))
    for place, head in enumerate(heads):
        shape.table.cell(0, place).text = head
    for number, (level, label, texts) in enumerate(lines, start=1):
        first = shape.table.cell(number, 0)
        first.text = ("   " * level if how == "blanks" else "") + label
        if how == "levels":
            first.text_frame.paragraphs[0].level = level
        for place, cell in enumerate(texts, start=1):
            shape.table.cell(number, place).text = cell
    return saved(deck.save)


def _drawn(table: Table, how: str) -> bytes:
    heads, lines = table

    def draw(canvas: Canvas) -> None:
        grid: list[Line] = [(0, heads[0], heads[1:]), *lines]
        for number, (level, label, texts) in enumerate(grid):
            y = 100.0 + 16 * number
            if how == "flush right":
                figure(canvas, 230, y, label)
            else:
                text(canvas, 60 + 12 * level, y, label)
            for place, cell in enumerate(texts, start=1):
                figure(canvas, 240 + 90 * place, y, cell)

    return pdf(draw)


Writer = Callable[[Table, str], bytes]
WAYS: Final[Sequence[tuple[Writer, str, str]]] = (
    *((_word, "a.docx", how) for how in ("indent", "first line", "blanks", "tabs", "dashes")),
    *((_workbook, "a.xlsx", how) for how in ("alignment", "blanks", "outline")),
    *((_web_page, "a.html", how) for how in ("padding", "text-indent", "class", "no-break blanks")),
    *((_markdown, "a.md", how) for how in ("blanks", "no-break blanks", "dashes")),
    *((_csv, "a.csv", how) for how in ("blanks", "dashes")),
    (_drawn, "a.pdf", "place"),
    *((_slides, "a.pptx", how) for how in ("blanks", "levels")),
)

FLUSH_RIGHT: Final = (_drawn, "a.pdf", "flush right")
