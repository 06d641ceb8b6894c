"""Readers, one a file format, and the choice of one by what a file holds.

The content decides, not the name: a file whose extension says something else is read by its content, with a note.
Knows nothing of processes and limits (`ingest.isolation`) or of collections (`ingest.read`).
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # a field is called date
from pathlib import PurePath

from ingest.document import Page
from ingest.errors import EmptyFile
from ingest.readers.sniff import CSV, DOCX, HTML, MARKDOWN, PDF, PPTX, TEXT, XLSX, sniff


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
    if found.note is None:
        return read
    return ReadFile(
        media_type=read.media_type,
        title=read.title,
        pages=read.pages,
        date=read.date,
        language=read.language,
        publisher=read.publisher,
        notes=(found.note.format(extension=PurePath(name).suffix), *read.notes),
    )
