"""Plain text: form feeds part its pages, and its lines tell headings, bullets and tables apart (`flat_blocks`).

The cleaned text keeps its lines as they stand, for the recovery of tables whose columns are lost.
"""

from ingest.clean import clean, vocabulary_of
from ingest.document import Page
from ingest.readers import ReadFile
from ingest.readers.decode import decode
from ingest.readers.flat_blocks import flat_blocks
from ingest.readers.sniff import TEXT


def read_text(data: bytes, name: str) -> ReadFile:
    """Read plain text.

    Raises:
        BrokenFile: its encoding is unknown.
    """
    text, note = decode(data, name)
    parts = text.split("\f")
    while len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    vocabulary = vocabulary_of(parts)
    pages = []
    for number, raw in enumerate(parts, start=1):
        cleaned, offsets = clean(raw, vocabulary)
        pages.append(Page(number=number, raw=raw, text=cleaned, offsets=offsets, blocks=flat_blocks(cleaned)))
    return ReadFile(media_type=TEXT, title=_title(pages[0]), pages=tuple(pages), notes=(note,) if note else ())


def _title(page: Page) -> str | None:
    """Return the heading that the first page opens with."""
    first = page.blocks[0] if page.blocks else None
    if first is None or first.kind != "heading" or first.level != 1:
        return None
    return " ".join(page.text[first.start : first.end].split()).rstrip(":")
