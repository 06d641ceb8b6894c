"""What a file holds, by its bytes first and its name second. Opens nothing and parses nothing but a zip's directory."""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import NoReturn

from ingest.errors import BrokenFile, EmptyFile, EncryptedFile, FileTooLarge, UnsupportedFormat

PDF = "application/pdf"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

_EXTENSIONS = {
    ".pdf": PDF,
    ".pptx": PPTX,
    ".pptm": PPTX,
    ".ppsx": PPTX,
    ".docx": DOCX,
    ".docm": DOCX,
    ".xlsx": XLSX,
    ".xlsm": XLSX,
    ".csv": CSV,
    ".tsv": CSV,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
    ".log": TEXT,
}
_NAMES = {
    PDF: "PDF",
    PPTX: "a PowerPoint presentation",
    DOCX: "a Word document",
    XLSX: "an Excel workbook",
    CSV: "CSV",
    HTML: "HTML",
    MARKDOWN: "Markdown",
    TEXT: "plain text",
}
_PLAIN = frozenset({CSV, HTML, MARKDOWN, TEXT})
# Text that is no document: reading it as prose would fill the index with noise.
_DATA = frozenset({".json", ".jsonl", ".xml", ".toml", ".yaml", ".yml", ".py", ".js", ".css", ".ini", ".sql", ".svg"})
_ZIP_PARTS = {"ppt/presentation.xml": PPTX, "word/document.xml": DOCX, "xl/workbook.xml": XLSX}
_MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"II*\x00": "a TIFF image",
    b"MM\x00*": "a TIFF image",
    b"{\\rtf": "an RTF document; save it as .docx",
    b"\x1f\x8b": "a gzip archive; unpack it first",
    b"7z\xbc\xaf": "a 7-Zip archive; unpack it first",
    b"Rar!": "a RAR archive; unpack it first",
}
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_TAG = re.compile(rb"<(?:p|div|h[1-6]|table|ul|body|html)\b[^>]*>", re.IGNORECASE)

MAX_UNPACKED = 512 * 1024 * 1024
"""Bytes that an Office file may unpack to; the largest real ones hold a tenth of it."""
MAX_RATIO = 200
"""Unpacked bytes a packed byte, over the whole file, beyond which it is a bomb; office XML packs about 20 to 1."""
_RATIO_FROM = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Sniffed:
    """The media type to read by, and a note where the name says otherwise."""

    media_type: str
    note: str | None = None


def sniff(data: bytes, name: str) -> Sniffed:
    """Return what `data` is.

    Raises:
        UnreadableFile: it is empty, encrypted, broken, a zip bomb or of no format that is read.
    """
    if not data.strip(b"\x00 \t\r\n\x0c"):
        raise EmptyFile(name, "the file is empty")
    extension = PurePath(name).suffix.lower()
    stated = _EXTENSIONS.get(extension)
    found = _binary_type(data, name) or _text_type(data, name, stated)
    if found == stated or (found == TEXT and not extension):
        return Sniffed(found)
    if found in _PLAIN and stated is None and extension in _DATA:
        raise UnsupportedFormat(name, f"files of type {extension} are not read")
    return Sniffed(found, f"the name ends in {extension!r} but the content is {_NAMES[found]}; read as such")


def _binary_type(data: bytes, name: str) -> str | None:
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_type(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        _reject_old_office(data, name)
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise UnsupportedFormat(name, f"it is {what}")
    return None


def _zip_type(data: bytes, name: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as exc:
        raise BrokenFile(name, f"truncated or damaged: its zip directory cannot be read ({exc})") from exc
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED or (unpacked > _RATIO_FROM and unpacked > MAX_RATIO * len(data)):
        raise FileTooLarge(
            name, f"it unpacks from {_size(len(data))} to {_size(unpacked)}, like a zip bomb; not opened"
        )
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedFile(name, "encrypted; save it without a password")
    names = {part.filename for part in parts}
    for part_name, media_type in _ZIP_PARTS.items():
        if part_name in names:
            return media_type
    if "mimetype" in names and "content.xml" in names:
        raise UnsupportedFormat(name, "it is an OpenDocument file; save it as .docx, .pptx, .xlsx or PDF")
    raise UnsupportedFormat(name, "it is a zip archive without an Office document; unpack it first")


def _size(count: int) -> str:
    return f"{count / 1024 / 1024:.1f} MB"


def _reject_old_office(data: bytes, name: str) -> NoReturn:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise EncryptedFile(name, "encrypted; save it without a password")
    raise UnsupportedFormat(name, "it is in the old Office format; save it as .docx, .pptx or .xlsx")


def _text_type(data: bytes, name: str, stated: str | None) -> str:
    head = data[:65536]
    utf16 = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and b"\x00" in head:
        if stated:
            raise BrokenFile(name, f"truncated, damaged or named wrongly: it is not {_NAMES[stated]}")
        raise UnsupportedFormat(name, "it is of a binary format that is not known")
    if _HTML_START.match(head) or (stated is HTML and _HTML_TAG.search(head)):
        return HTML
    if not utf16 and _mostly_control(head):
        raise BrokenFile(name, "truncated, damaged or named wrongly: it is no text, nor what its name says")
    return stated if stated in {CSV, MARKDOWN} else TEXT


def _mostly_control(head: bytes) -> bool:
    """Say whether bytes are no text: more than one in a hundred is a control character."""
    odd = sum((byte < 32 and byte not in b"\t\n\r\x0b\x0c\x1b") or byte == 127 for byte in head)
    return odd * 100 > len(head)
