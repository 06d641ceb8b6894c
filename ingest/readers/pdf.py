"""Reads a PDF: text in reading order with word boxes, headings, tables drawn with lines or laid out in columns.

PDFium gives the characters and the drawn lines: over the PDFs that this was written with it reads text about ten times
as fast as pypdf (490 and 50 pages a second), and it gives boxes, angles and fonts. pypdf reads what the file states of
itself. Pages are read one by one.
Knows nothing of files, collections or search.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from ingest.clean import Vocabulary, clean, vocabulary_of
from ingest.document import Page
from ingest.errors import BrokenFile, EmptyFile, EncryptedFile, UnreadableFile
from ingest.readers import ReadFile
from ingest.readers.pdf_draft import DraftGrid
from ingest.readers.pdf_furniture import furniture_of
from ingest.readers.pdf_layout import layout_grids
from ingest.readers.pdf_ocr import OcrError, can_read_scans, read_scan
from ingest.readers.pdf_page import Drafted, page_of
from ingest.readers.pdf_ruled import ruled_grids
from ingest.readers.pdf_rules import rules_of
from ingest.readers.pdf_stated import stated_in
from ingest.readers.pdf_text import lay_out
from ingest.readers.pdf_title import title_of
from ingest.readers.pdf_words import PageSpace, Sheet, sheet_of

MEDIA_TYPE = "application/pdf"
_MOST_NOTED = 20
_LEAST_WORDS = 4
_LEAST_FIGURES = 3
_NO_PAGES = re.compile(rb"/Count\s+0\b")


@dataclass(slots=True)
class _Remarks:
    scanned: list[int]
    failed: list[int]
    capped: list[int]
    ocr_missing: bool = False
    ocr_failed: str = ""


def read_pdf(data: bytes, name: str) -> ReadFile:
    """Read a PDF.

    Args:
        data: the bytes of the file.
        name: what to call the file in errors.

    Raises:
        UnreadableFile: it needs a password, is broken or cut off, or has no pages.
    """
    document = _opened(data, name)
    try:
        count = len(document)
        if count == 0:
            raise EmptyFile(name, "it has no pages")
        remarks = _Remarks([], [], [])
        drafts = list(_drafts(document, count, remarks))
        if len(remarks.failed) == count:
            raise BrokenFile(name, "none of its pages can be opened")
        stated = stated_in(data)
        title = title_of(stated.title, drafts)
    finally:
        document.close()
    vocabulary = vocabulary_of(draft.layout.text for draft in drafts)
    pages = tuple(_pages(drafts, vocabulary, stated.outline))
    return ReadFile(MEDIA_TYPE, title, pages, language=stated.language, notes=tuple(_notes(remarks)))


def _opened(data: bytes, name: str) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:1024]:
        raise BrokenFile(name, "it does not begin like a PDF")
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium says what went wrong with an earlier file where this one is sound but has no page.
        if "password" in str(error).lower() and b"/Encrypt" in data:
            raise EncryptedFile(name, "it is encrypted and needs a password") from error
        if _NO_PAGES.search(data):
            raise EmptyFile(name, "it has no pages") from error
        raise BrokenFile(name, "truncated or damaged: it cannot be opened as a PDF") from error
    # PDFium repairs a file that was cut off, but what was cut is lost without a trace.
    if b"%%EOF" not in data.rstrip(b"\0\r\n\t ")[-2048:]:
        document.close()
        raise BrokenFile(name, "it is cut off: its end is missing")
    return document


@dataclass(frozen=True, slots=True)
class _Opened:
    """A page with its words; `page` is None for one that cannot be opened."""

    number: int
    page: pypdfium2.PdfPage | None
    space: PageSpace | None
    sheet: Sheet
    scanned: bool = False


def _drafts(document: pypdfium2.PdfDocument, count: int, remarks: _Remarks) -> Iterator[Drafted]:
    """Lay out page after page, each beside its neighbours, which show what is the same on every page."""
    before: _Opened | None = None
    here: _Opened | None = None
    for number in range(1, count + 2):
        after = _open(document, number, remarks) if number <= count else None
        if here is not None:
            neighbours = [other.sheet for other in (before, after) if other is not None]
            yield _laid_out(document, here, furniture_of(here.sheet, neighbours))
        before, here = here, after


def _open(document: pypdfium2.PdfDocument, number: int, remarks: _Remarks) -> _Opened:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        remarks.failed.append(number)
        return _Opened(number, None, None, Sheet((), 0.0, 0.0, 0))
    space = PageSpace(page)
    sheet = sheet_of(page, space)
    if sheet.capped:
        remarks.capped.append(number)
    scanned = not sheet.words and _has_image(page)
    if scanned:
        remarks.scanned.append(number)
        sheet = _recognised(page, sheet, remarks)
    return _Opened(number, page, space, sheet, scanned)


def _laid_out(document: pypdfium2.PdfDocument, opened: _Opened, furniture: frozenset[int]) -> Drafted:
    label = document.get_page_label(opened.number - 1)
    if opened.page is None or opened.space is None:
        return Drafted(opened.number, lay_out((), ()), opened.sheet, label)
    try:
        grids = _grids(opened.page, opened.space, opened.sheet, furniture)
    finally:
        opened.page.close()
    return Drafted(opened.number, lay_out(opened.sheet.words, grids, furniture), opened.sheet, label, opened.scanned)


def _recognised(page: pypdfium2.PdfPage, sheet: Sheet, remarks: _Remarks) -> Sheet:
    if not can_read_scans():
        remarks.ocr_missing = True
        return sheet
    try:
        return read_scan(page)
    except OcrError as error:
        remarks.ocr_failed = str(error)
        return sheet


def _has_image(page: pypdfium2.PdfPage) -> bool:
    """Tell whether pictures cover a good part of a page without text."""
    width, height = page.get_size()
    covered = 0.0
    for place, thing in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4)):
        left, bottom, right, top = thing.get_bounds()
        covered += max(0.0, right - left) * max(0.0, top - bottom)
        if place > 500:
            break
    return bool(covered > 0.25 * width * height)


def _pages(drafts: list[Drafted], vocabulary: Vocabulary, outline: dict[str, int]) -> Iterator[Page]:
    sizes = Counter(
        round(piece.size, 1) for draft in drafts for piece in draft.layout.pieces if piece.kind == "heading"
    )
    ranks = _ranks(sizes)
    before: Drafted | None = None
    for draft in drafts:
        yield page_of(draft, before, lambda raw: clean(raw, vocabulary), ranks, outline)
        before = draft


def _ranks(sizes: Counter[float]) -> dict[float, int]:
    """Return the level of each size of headings, sizes that hardly differ as one; what is seen once makes no level."""
    ranks: dict[float, int] = {}
    rank, top = 0, float("inf")
    for size in sorted(sizes, reverse=True):
        near = sum(count for other, count in sizes.items() if abs(other - size) <= 0.04 * size)
        if size < 0.96 * top and (near > 1 or not ranks):
            rank, top = rank + 1, size
        ranks[size] = max(rank, 1)
    return ranks


def _grids(page: pypdfium2.PdfPage, space: PageSpace, sheet: Sheet, furniture: Collection[int] = ()) -> list[DraftGrid]:
    """Return the grids of a page; no word is in two of them, and none of `furniture` (orders of words) in any."""
    if len(sheet.words) < _LEAST_WORDS:
        return []
    rules = rules_of(page, space, sheet)
    words = [word for word in sheet.words if word.order not in furniture]
    ruled = ruled_grids(rules, words)
    taken = {word.order for grid in ruled for cell in grid.cells for line in cell.lines for word in line}
    free = [word for word in words if word.order not in taken]
    if sum(any(character.isdigit() for character in word.text) for word in free) < _LEAST_FIGURES:
        return ruled
    return [*ruled, *layout_grids(free, rules)]


def _notes(remarks: _Remarks) -> Iterator[str]:
    for number in remarks.scanned[:_MOST_NOTED]:
        if remarks.ocr_missing:
            yield f"page {number} is a scan without text, and tesseract is not installed to read it"
        elif remarks.ocr_failed:
            yield f"page {number} is a scan without text; reading it failed: {remarks.ocr_failed}"
        else:
            yield f"page {number} is a scan; its text was recognised and may have errors"
    if len(remarks.scanned) > _MOST_NOTED:
        yield f"{len(remarks.scanned) - _MOST_NOTED} further pages are scans"
    if remarks.failed:
        yield f"{_listed(remarks.failed)} cannot be opened"
    if remarks.capped:
        yield f"{_listed(remarks.capped)} has more characters than are read of one page"


def _listed(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_MOST_NOTED]))
    return f"page {shown}" + (" and more" if len(numbers) > _MOST_NOTED else "")


__all__ = ["MEDIA_TYPE", "UnreadableFile", "read_pdf"]
