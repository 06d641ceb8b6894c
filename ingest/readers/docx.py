"""Word: headings, lists, tables, footnotes, and the pages that the file itself states.

A page ends at an explicit break and where Word noted a break when it last laid the document out; a paragraph belongs
to the page that it begins on. Without either the document is one page. Headers, footers and tables of contents are
left out.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import docx
from lxml import etree

from ingest.document import Page
from ingest.readers import ReadFile
from ingest.readers.office import open_package, stated_language, stated_title
from ingest.readers.page_builder import PageBuilder, RawCell
from ingest.readers.raised import raised
from ingest.readers.sniff import DOCX

_TWIPS = 20  # to a point
_WHOLE = re.compile(r"[0-9]{1,6}")
_LIST_LEVEL = 12.0  # points by which a list's level sets in where nothing else says

Element = Any  # lxml's elements have no types here

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_MARKERS = ("• ", "– ", "· ")
_HEADING = re.compile(r"(?:heading|otsikko|rubrik|überschrift)\s*(\d)", re.IGNORECASE)
_TITLE = re.compile(r"(?:title|otsikko|rubrik)\Z", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|sisluet|sisällysluettelo|innehåll|table of figures)\b.*", re.IGNORECASE)
_CAPTION = re.compile(r"(?:caption|kuvaotsikko|beskrivning)\Z", re.IGNORECASE)
_BULLETED = re.compile(r"(?:list|luettelo|lista|merkitty luettelo|numeroitu luettelo)\b", re.IGNORECASE)
_WRAPPERS = {f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"}
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# A form feed stands for a page break while the text of a paragraph is gathered; a vertical tab for one that Word noted.
_HARD, _NOTED = "\f", "\v"


@dataclass(slots=True)
class _Reading:
    """The pages made so far, the one in the making, and what the document says apart from its body."""

    styles: dict[str, str]
    outline: dict[str, int]
    listed: frozenset[str]
    footnotes: dict[str, str]
    builder: PageBuilder
    pages: list[Page]
    title: str | None = None
    set_in: dict[str, float] = field(default_factory=dict)
    """How far each paragraph style sets its lines in, in points."""

    def turn_at(self, marks: str) -> None:
        """Begin a new page for every mark of a page's end in `marks`."""
        for mark in marks:
            if mark in {_HARD, _NOTED}:
                self.turn(noted=mark == _NOTED)

    def turn(self, *, noted: bool) -> None:
        """Begin a new page; a break that Word noted where the page is still empty repeats the one before it."""
        if noted and self.builder.empty:
            return
        self.pages.append(self.builder.page())
        self.builder = PageBuilder(len(self.pages) + 1)


def read_docx(data: bytes, name: str) -> ReadFile:
    """Read a Word document.

    Raises:
        BrokenFile: it is truncated or malformed.
    """
    document = open_package(lambda: docx.Document(io.BytesIO(data)), name)
    reading = open_package(lambda: _read(document), name)
    properties = document.core_properties
    return ReadFile(
        media_type=DOCX,
        title=reading.title or stated_title(properties) or _first_heading(reading.pages),
        pages=tuple(reading.pages),
        language=stated_language(properties),
    )


def _read(document: Any) -> _Reading:  # noqa: ANN401
    names, outline, listed = _styles(document)
    reading = _Reading(
        names, outline, listed, _footnotes(document), PageBuilder(1), [], set_in=_styles_set_in(document)
    )
    _walk(document.element.body, reading)
    if not reading.builder.empty or not reading.pages:
        reading.pages.append(reading.builder.page())
    return reading


def _first_heading(pages: list[Page]) -> str | None:
    for page in pages[:1]:
        for block in page.blocks:
            if block.kind == "heading" and block.level == 1:
                return " ".join(page.text[block.start : block.end].split())
    return None


def _styles(document: Any) -> tuple[dict[str, str], dict[str, int], frozenset[str]]:  # noqa: ANN401
    """Return the name of each paragraph style, the outline level that some state, and those that are lists."""
    names: dict[str, str] = {}
    outline: dict[str, int] = {}
    listed: set[str] = set()
    for style in document.styles.element.iter(f"{_W}style"):
        key = style.get(f"{_W}styleId") or ""
        name = style.find(f"{_W}name")
        names[key] = name.get(f"{_W}val") if name is not None else key
        level = style.find(f"{_W}pPr/{_W}outlineLvl")
        if level is not None and (level.get(f"{_W}val") or "9").isdigit():
            outline[key] = int(level.get(f"{_W}val") or 9)
        if style.find(f"{_W}pPr/{_W}numPr") is not None:
            listed.add(key)
    return names, outline, frozenset(listed)


def _styles_set_in(document: Any) -> dict[str, float]:  # noqa: ANN401
    """Return how far each paragraph style sets its first line in, itself or by the style that it builds on."""
    own: dict[str, float | None] = {}
    base: dict[str, str] = {}
    for style in document.styles.element.iter(f"{_W}style"):
        key = style.get(f"{_W}styleId") or ""
        own[key] = _set_in(style.find(f"{_W}pPr"))
        base[key] = _value(style, "basedOn") or ""
    found: dict[str, float] = {}
    for key in own:
        at, seen = key, set()
        while at in own and own[at] is None and at not in seen:
            seen.add(at)
            at = base[at]
        found[key] = own.get(at) or 0.0
    return found


def _set_in(properties: Element | None) -> float | None:
    """Return how far a paragraph's properties set its first line in, in points; None where they do not say."""
    stated = properties.find(f"{_W}ind") if properties is not None else None
    if stated is None:
        return None
    sides = {name: stated.get(f"{_W}{name}") or "" for name in ("left", "start", "firstLine", "hanging")}
    twips = {name: int(value) if re.fullmatch(r"-?[0-9]{1,6}", value) else 0 for name, value in sides.items()}
    return ((twips["start"] or twips["left"]) + twips["firstLine"] - twips["hanging"]) / _TWIPS


def _footnotes(document: Any) -> dict[str, str]:  # noqa: ANN401
    """Return the texts of footnotes and endnotes by kind and number ("footnote 2")."""
    notes: dict[str, str] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind not in {"footnotes", "endnotes"} or relation.is_external:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        for note in root:
            text = "\n".join(_text(paragraph) for paragraph in note.iter(f"{_W}p"))
            if note.get(f"{_W}type") is None and text.strip():
                notes[f"{kind[:-1]} {note.get(f'{_W}id')}"] = text.replace(_HARD, "").replace(_NOTED, "")
    return notes


def _walk(parent: Element, reading: _Reading) -> None:
    for child in _inside(parent):
        if child.tag == f"{_W}p":
            _add_paragraph(child, reading)
        elif child.tag == f"{_W}tbl":
            _add_table(child, reading)


def _text(paragraph: Element) -> str:
    """Return a paragraph's text with line breaks, and with marks where pages end."""
    parts: list[str] = []

    def gather(element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag == f"{_W}t":
                parts.append(child.text or "")
            elif tag == f"{_W}lastRenderedPageBreak":
                parts.append(_NOTED)
            elif tag == f"{_W}br" and child.get(f"{_W}type") == "page":
                parts.append(_HARD)
            elif isinstance(tag, str) and tag.startswith(_W) and tag[len(_W) :] in _CHARACTERS:
                parts.append(_CHARACTERS[tag[len(_W) :]])
            elif tag == f"{_W}p":
                parts.append("\n")
                gather(child)
                parts.append("\n")
            elif tag == f"{_W}r" and _value(child.find(f"{_W}rPr"), "vertAlign") == "superscript":
                start = len(parts)
                gather(child)
                parts[start:] = [raised("".join(parts[start:]))]
            elif tag not in {_FALLBACK, f"{_W}pPr", f"{_W}rPr", f"{_W}del"}:
                gather(child)

    gather(paragraph)
    return "".join(parts)


def _add_paragraph(paragraph: Element, reading: _Reading) -> None:
    properties = paragraph.find(f"{_W}pPr")
    style = _value(properties, "pStyle") or ""
    name = reading.styles.get(style, style)
    opens = properties.find(f"{_W}pageBreakBefore") if properties is not None else None
    if opens is not None and opens.get(f"{_W}val") not in {"0", "false", "off"}:
        reading.turn(noted=False)
    text = _text(paragraph)
    # Breaks before the first character part this paragraph from the ones before; the others, from those that follow.
    body = text.lstrip(_HARD + _NOTED + " \n")
    reading.turn_at(text[: len(text) - len(body)])
    plain = body.replace(_HARD, "").replace(_NOTED, "")
    if plain.strip() and not _CONTENTS.match(name):
        _add_text(plain, name, style, properties, reading)
    for reference in paragraph.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"):
        key = f"{reference.tag[len(_W) : -len('Reference')]} {reference.get(f'{_W}id')}"
        if key in reading.footnotes:
            reading.builder.add("note", reading.footnotes[key])
    reading.turn_at(body)
    section = properties.find(f"{_W}sectPr") if properties is not None else None
    if section is not None and _value(section, "type") not in {"continuous", "nextColumn"}:
        reading.turn(noted=True)


def _add_text(text: str, name: str, style: str, properties: Element | None, reading: _Reading) -> None:
    level = _heading_level(name, style, properties, reading)
    if level is not None:
        reading.builder.add("heading", text, level)
        if reading.title is None and _TITLE.match(name):
            reading.title = " ".join(text.split())
    elif _CAPTION.match(name):
        reading.builder.add("caption", text)
    elif (depth := _list_depth(name, style, properties, reading)) is not None:
        reading.builder.add("bullet", text, depth + 1, marker=_MARKERS[min(depth, len(_MARKERS) - 1)])
    else:
        reading.builder.add("paragraph", text)


def _heading_level(name: str, style: str, properties: Element | None, reading: _Reading) -> int | None:
    if _TITLE.match(name):
        return 1
    match = _HEADING.match(name)
    if match:
        return int(match.group(1))
    stated = _value(properties, "outlineLvl")
    level = int(stated) if stated and stated.isdigit() else reading.outline.get(style)
    return None if level is None or level > 8 else level + 1


def _list_depth(name: str, style: str, properties: Element | None, reading: _Reading) -> int | None:
    numbering = properties.find(f"{_W}numPr") if properties is not None else None
    if numbering is not None:
        if _value(numbering, "numId") == "0":
            return None
        depth = _value(numbering, "ilvl") or "0"
        return int(depth) if _WHOLE.fullmatch(depth) else 0
    if style in reading.listed or _BULLETED.match(name):
        return int(name[-1]) - 1 if name[-1:] in {"2", "3", "4", "5"} else 0
    return None


def _value(parent: Element | None, tag: str) -> str | None:
    child = parent.find(f"{_W}{tag}") if parent is not None else None
    value: str | None = child.get(f"{_W}val") if child is not None else None
    return value


def _add_table(table: Element, reading: _Reading) -> None:
    cells = list(_cells(table, reading.set_in))
    breaks = [mark for cell in cells for mark in cell.raw if mark in {_HARD, _NOTED}]
    marks = str.maketrans("", "", _HARD + _NOTED)
    plain = [replace(cell, raw=cell.raw.translate(marks)) for cell in cells]
    if breaks and cells[0].raw.lstrip(" \n").startswith((_NOTED, _HARD)):
        reading.turn(noted=True)
        breaks.pop(0)
    reading.builder.add_grid(plain)
    # A table stands on the page that it begins on. Word notes a break in every cell of the row that it falls on, so
    # that one break is certain and their number is not.
    if breaks:
        reading.turn(noted=True)


def _cells(table: Element, set_in: Mapping[str, float]) -> Iterator[RawCell]:
    rows = [child for child in _inside(table) if child.tag == f"{_W}tr"]
    first_is_header = _first_row_is_header(table)
    starts: dict[tuple[int, int], tuple[int, str, float]] = {}
    spans: dict[tuple[int, int], int] = {}
    running: dict[int, tuple[int, int]] = {}
    headers: set[int] = set()
    for row, line in enumerate(rows):
        column = int(_value(line.find(f"{_W}trPr"), "gridBefore") or 0)
        repeated = line.find(f"{_W}trPr/{_W}tblHeader") is not None
        if repeated or (row == 0 and first_is_header):
            headers.add(row)
        for cell in (child for child in _inside(line) if child.tag == f"{_W}tc"):
            properties = cell.find(f"{_W}tcPr")
            width = int(_value(properties, "gridSpan") or 1)
            merge = properties.find(f"{_W}vMerge") if properties is not None else None
            if merge is not None and merge.get(f"{_W}val") != "restart" and column in running:
                spans[running[column]] += 1
            else:
                text = "\n".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p"))
                starts[row, column] = (width, text, _cell_set_in(cell, set_in))
                spans[row, column] = 1
                running.pop(column, None)
                if merge is not None:
                    running[column] = (row, column)
            column += width
    for (row, column), (width, text, indent) in sorted(starts.items()):
        yield RawCell(row, column, text, spans[row, column], width, header=row in headers, indent=indent)


def _cell_set_in(cell: Element, styles: Mapping[str, float]) -> float:
    """Return how far a cell's first paragraph is set in, in points; one that is centred or flush right is not."""
    paragraph = next(cell.iter(f"{_W}p"), None)
    properties = paragraph.find(f"{_W}pPr") if paragraph is not None else None
    if _value(properties, "jc") in {"center", "right", "end"}:
        return 0.0
    own = _set_in(properties)
    level = _value(properties.find(f"{_W}numPr"), "ilvl") if properties is not None else None
    listed = _LIST_LEVEL * (1 + int(level or 0)) if _WHOLE.fullmatch(level or "") else 0.0
    margin = cell.find(f"{_W}tcPr/{_W}tcMar")
    edges = [margin.find(f"{_W}{side}") for side in ("left", "start")] if margin is not None else []
    widths = [edge.get(f"{_W}w") or "" for edge in edges if edge is not None]
    padding = max((int(width) / _TWIPS for width in widths if _WHOLE.fullmatch(width)), default=0.0)
    return (own if own is not None else listed or styles.get(_value(properties, "pStyle") or "", 0.0)) + padding


def _inside(parent: Element) -> Iterator[Element]:
    """Yield the children of an element, for content controls, custom XML and insertions what these hold."""
    for child in parent:
        if child.tag in _WRAPPERS:
            yield from _inside(child)
        else:
            yield child


def _first_row_is_header(table: Element) -> bool:
    look = table.find(f"{_W}tblPr/{_W}tblLook")
    if look is None:
        return False
    stated = look.get(f"{_W}firstRow")
    if stated is not None:
        return stated in {"1", "true", "on"}
    value = look.get(f"{_W}val") or "0"
    return bool(int(value, 16) & 0x20) if re.fullmatch(r"[0-9A-Fa-f]+", value) else False
