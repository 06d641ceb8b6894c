"""PowerPoint: slides are pages, with their titles, bullets by level, tables, chart values and notes.

Footers, dates and slide numbers are left out. Pictures are not looked into.
"""

import io
import re
from collections.abc import Iterable, Iterator
from typing import Any

import pptx
from lxml import etree
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from ingest.document import Page
from ingest.readers import ReadFile
from ingest.readers.number_format import shown
from ingest.readers.office import open_package, stated_language, stated_title
from ingest.readers.page_builder import PageBuilder, RawCell
from ingest.readers.raised import raised
from ingest.readers.sniff import PPTX

Shape = Any  # python-pptx has no types
_POINT = 12700  # English Metric Units
_EMU = re.compile(r"-?[0-9]{1,8}")
_LEVEL = 12.0  # points by which a level sets in
_TITLES = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE})
_BODIES = frozenset({PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY})
_FURNITURE = frozenset({PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.HEADER})
_MARKERS = ("• ", "– ", "· ")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"
_DIAGRAM_DATA = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
# Boxes whose tops differ by less than this stand on one line and read from left to right.
_LINE = 20 * _POINT


def read_pptx(data: bytes, name: str) -> ReadFile:
    """Read a PowerPoint presentation.

    Raises:
        BrokenFile: it is truncated or malformed.
    """
    deck = open_package(lambda: pptx.Presentation(io.BytesIO(data)), name)
    width, height = (deck.slide_width or 0) / _POINT, (deck.slide_height or 0) / _POINT
    pages = open_package(
        lambda: tuple(_page(number, slide, width, height) for number, slide in enumerate(deck.slides, start=1)), name
    )
    title = stated_title(deck.core_properties) or _first_title(pages)
    return ReadFile(media_type=PPTX, title=title, pages=pages, language=stated_language(deck.core_properties))


def _first_title(pages: tuple[Page, ...]) -> str | None:
    if not pages or not pages[0].blocks or pages[0].blocks[0].kind != "heading":
        return None
    first = pages[0].blocks[0]
    return " ".join(pages[0].text[first.start : first.end].split())


def _page(number: int, slide: Shape, width: float, height: float) -> Page:
    builder = PageBuilder(number)
    title = slide.shapes.title
    if title is not None and title.has_text_frame:
        builder.add("heading", _plain(title.text_frame.text))
    for shape in _in_order(_flat(slide.shapes)):
        if title is None or shape.shape_id != title.shape_id:
            _add_shape(builder, shape)
    if slide.has_notes_slide and slide.notes_slide.notes_text_frame is not None:
        builder.add("note", _plain(slide.notes_slide.notes_text_frame.text))
    hidden = slide._element.get("show") == "0"  # noqa: SLF001  # the library has no name for it
    return builder.page(label="hidden" if hidden else "", width=width, height=height)


def _flat(shapes: Iterable[Shape]) -> Iterator[Shape]:
    for shape in shapes:
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from _in_order(_flat(shape.shapes))
        else:
            yield shape


def _in_order(shapes: Iterable[Shape]) -> list[Shape]:
    """Return shapes as they are read: lines from the top, each from the left."""
    return sorted(shapes, key=lambda shape: ((shape.top or 0) // _LINE, shape.left or 0))


def _plain(text: str) -> str:
    """Return text with the library's vertical tabs as line breaks."""
    return text.replace("\v", "\n")


def _add_shape(builder: PageBuilder, shape: Shape) -> None:
    kind = shape.placeholder_format.type if shape.is_placeholder else None
    if kind in _FURNITURE:
        return
    if getattr(shape, "has_table", False) and shape.has_table:
        builder.add_grid(_table_cells(shape.table))
    elif getattr(shape, "has_chart", False) and shape.has_chart:
        _add_chart(builder, shape.chart)
    elif shape.has_text_frame:
        if kind in _TITLES:
            builder.add("heading", _plain(shape.text_frame.text))
            return
        for paragraph in shape.text_frame.paragraphs:
            _add_paragraph(builder, paragraph, body=kind in _BODIES)
    elif shape.element.tag.endswith("}graphicFrame"):
        for text in _diagram_texts(shape):
            builder.add("bullet", text, marker=_MARKERS[0])


def _text(paragraph: Shape) -> str:
    """Return a paragraph's text, with what is raised in raised characters."""
    parts = []
    for child in paragraph._p:  # noqa: SLF001  # runs and breaks in order have no name in the library
        if child.tag == f"{_DRAWING}br":
            parts.append("\n")
        elif child.tag in {f"{_DRAWING}r", f"{_DRAWING}fld"}:
            text = child.findtext(f"{_DRAWING}t") or ""
            properties = child.find(f"{_DRAWING}rPr")
            baseline = properties.get("baseline", "0") if properties is not None else "0"
            parts.append(raised(text) if baseline.strip("0%") and not baseline.startswith("-") else text)
    return _plain("".join(parts))


def _add_paragraph(builder: PageBuilder, paragraph: Shape, *, body: bool) -> None:
    text = _text(paragraph)
    properties = paragraph._p.pPr  # noqa: SLF001  # bullets have no name in the library
    marks = {child.tag for child in properties} if properties is not None else set()
    marked = any(mark in {f"{_DRAWING}buChar", f"{_DRAWING}buAutoNum", f"{_DRAWING}buBlip"} for mark in marks)
    unmarked = f"{_DRAWING}buNone" in marks
    level = int(paragraph.level or 0)
    if marked or (body and not unmarked) or level > 0:
        builder.add("bullet", text, level + 1, marker=_MARKERS[min(level, len(_MARKERS) - 1)])
    else:
        builder.add("paragraph", text)


def _table_cells(table: Shape) -> Iterator[RawCell]:
    for row, line in enumerate(table.rows):
        for column, cell in enumerate(line.cells):
            if cell.is_spanned:
                continue
            rows, columns = (cell.span_height, cell.span_width) if cell.is_merge_origin else (1, 1)
            header = (row == 0 and table.first_row) or (column == 0 and bool(table.first_col))
            text = "\n".join(map(_text, cell.text_frame.paragraphs))
            yield RawCell(row, column, text, rows, columns, header=bool(header), indent=_set_in(cell))


def _set_in(cell: Shape) -> float:
    """Return how far a cell's first paragraph is set in, in points; one that is centred or flush right is not."""
    paragraph = cell.text_frame.paragraphs[0]
    properties = paragraph._p.pPr  # noqa: SLF001  # margins have no name in the library
    if properties is not None and properties.get("algn") in {"ctr", "r"}:
        return 0.0
    sides = (properties.get("marL"), properties.get("indent")) if properties is not None else ()
    stated = [int(side) for side in sides if side is not None and _EMU.fullmatch(side)]
    return sum(stated) / _POINT if stated else _LEVEL * int(paragraph.level or 0)


def _add_chart(builder: PageBuilder, chart: Shape) -> None:
    """Add the values behind a chart as a table: categories down, series across."""
    if chart.has_title and chart.chart_title.has_text_frame:
        builder.add("caption", _plain(chart.chart_title.text_frame.text))
    for plot in chart.plots:
        categories = [str(category) for category in plot.categories]
        series = list(plot.series)
        if not series:
            continue
        cells = [RawCell(0, column, str(one.name or ""), header=True) for column, one in enumerate(series, start=1)]
        for row, category in enumerate(categories, start=1):
            cells.append(RawCell(row, 0, category, header=True))
            cells += [
                RawCell(row, column, shown(one.values[row - 1], _number_format(one)))
                for column, one in enumerate(series, start=1)
                if row <= len(one.values)
            ]
        builder.add_grid(cells)


def _number_format(series: Shape) -> str:
    codes = series._element.xpath("./c:val//c:formatCode/text()")  # noqa: SLF001
    return str(codes[0]) if codes else "General"


def _diagram_texts(shape: Shape) -> Iterator[str]:
    """Yield the texts of a SmartArt diagram, which live in a part of their own."""
    for identifiers in shape.element.iter(f"{{{_DIAGRAM}}}relIds"):
        key = identifiers.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}dm")
        relation = shape.part.rels.get(key)
        if relation is None or relation.reltype != _DIAGRAM_DATA:
            continue

        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        for paragraph in root.iter(f"{_DRAWING}p"):
            text = "".join(run.text or "" for run in paragraph.iter(f"{_DRAWING}t"))
            if text.strip():
                yield text
