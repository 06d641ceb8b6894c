"""What a PDF states of itself: title, language and outline, read with pypdf. Knows nothing of its pages' content."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

_DEEPEST = 6
_MOST = 20_000
# pypdf meets broken objects wherever it follows a reference; a file that states nothing readable is still read.
_BROKEN = (PyPdfError, KeyError, ValueError, TypeError, AttributeError, IndexError, RecursionError, OSError)


@dataclass(frozen=True, slots=True)
class Stated:
    """Title as stored, language in two letters, and the outline: titles in lower case with their depth from 1."""

    title: str
    language: str | None
    outline: dict[str, int]


def stated_in(data: bytes) -> Stated:
    """Read what the file states; what cannot be read is left empty."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # remarks about repairs, which PDFium reports better
    try:
        reader = PdfReader(BytesIO(data), strict=False)
    except _BROKEN:
        return Stated("", None, {})
    return Stated(_title(reader), _language(reader), _outline(reader))


def _title(reader: PdfReader) -> str:
    try:
        metadata = reader.metadata
        return str((metadata and metadata.title) or "")
    except _BROKEN:
        return ""


def _language(reader: PdfReader) -> str | None:
    try:
        language = str(reader.root_object.get("/Lang") or "").lower()[:2]
    except _BROKEN:
        return None
    return language if len(language) > 1 and language.isalpha() else None


def _outline(reader: PdfReader) -> dict[str, int]:
    titles: dict[str, int] = {}
    try:
        for title, depth in _entries(reader.outline, 1):
            titles.setdefault(" ".join(title.split()).lower(), depth)
            if len(titles) > _MOST:
                break
    except _BROKEN:
        pass
    return titles


def _entries(entries: Sequence[object], depth: int) -> Iterator[tuple[str, int]]:
    """Yield titles with their depth; pypdf gives the entries below an entry as a list after it."""
    for entry in entries:
        if isinstance(entry, list):
            if depth < _DEEPEST:
                yield from _entries(entry, depth + 1)
        else:
            yield str(getattr(entry, "title", "") or ""), depth
