"""Readers, one a file format, and the choice of one by what a file holds.

The content decides, not the name: a file whose extension says something else is read by its content, with a note.
Knows nothing of processes and limits (`ingest.isolation`) or of collections (`ingest.read`).
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812  # a field is called date

from ingest.document import Page
from ingest.errors import EmptyFile
from ingest.readers.sniff import CSV, DOCX, HTML, MARKDOWN, PDF, PPTX, TEXT, XLSX, sniff
from ingest.running import strip_repeated


@dataclass(frozen=True, slots=True)
class ReadFile:
    """What a reader found in one file; `title`, `date` and `language` only where the file states them."""

    media_type: str
    title: str | None
    pages: tuple[Page, ...]
    date: Date | None = None
    language: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()


# Formats whose pages were laid out, with headers and footers among the text.
_LAID_OUT = frozenset({PDF, TEXT})

Reader = Callable[[bytes, str], ReadFile]

# Readers load when their format is met: each brings a library that takes its time.
_READERS: dict[str, tuple[str, str]] = {
    PDF: ("ingest.readers.pdf", "read_pdf"),
    PPTX: ("ingest.readers.pptx", "read_pptx"),
    DOCX: ("ingest.readers.docx", "read_docx"),
    XLSX: ("ingest.readers.spreadsheet", "read_xlsx"),
    CSV: ("ingest.readers.spreadsheet", "read_csv"),
    HTML: ("ingest.readers.html", "read_html"),
    MARKDOWN: ("ingest.readers.markdown", "read_markdown"),
    TEXT: ("ingest.readers.text", "read_text"),
}


def read_bytes(data: bytes, name: str) -> ReadFile:
    """Read the file `name` whose bytes are `data`.

    Raises:
        UnreadableFile: nothing can be read from it; the subclass and the reason say why.
    """
    found = sniff(data, name)
    module, function = _READERS[found.media_type]
    reader: Reader = getattr(importlib.import_module(module), function)
    read = reader(data, name)
    if not read.pages:
        raise EmptyFile(name, "it has no pages")
    if not any(page.text.strip() or page.scanned for page in read.pages):
        raise EmptyFile(name, "it holds no text")
    pages = strip_repeated(read.pages) if found.media_type in _LAID_OUT else read.pages
    notes = (found.note, *read.notes) if found.note else read.notes
    return replace(read, pages=tuple(map(_writable, pages)), notes=notes)


def _writable(page: Page) -> Page:
    """Return the page with half characters, which no file can hold, replaced in its raw text."""
    try:
        page.raw.encode()
    except UnicodeEncodeError:
        return replace(page, raw=page.raw.encode("utf-8", "replace").decode())
    return page
