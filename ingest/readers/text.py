"""Plain text: form feeds part its pages, and its lines tell headings, bullets and tables apart (`flat_blocks`).

The cleaned text keeps its lines as they stand, for the recovery of tables whose columns are lost.
"""

from dataclasses import replace

from ingest.clean import clean, vocabulary_of
from ingest.document import Block, Page
from ingest.readers import ReadFile
from ingest.readers.decode import decode
from ingest.readers.flat_blocks import flat_blocks
from ingest.readers.sniff import TEXT
from ingest.tables.cell_lines import cell_lines
from ingest.tables.piped import piped_grids


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
        page = Page(number=number, raw=raw, text=cleaned, offsets=offsets, blocks=flat_blocks(cleaned))
        pages.append(replace(page, blocks=_with_tables(page)))
    return ReadFile(media_type=TEXT, title=_title(pages[0]), pages=tuple(pages), notes=(note,) if note else ())


def _with_tables(page: Page) -> tuple[Block, ...]:
    """Return the blocks of a page, those made of a table's cells joined to one."""
    blocks = list(page.blocks)
    for grid in (*(each.grid for each in cell_lines(page)), *piped_grids(page)):
        places = [cell.span for cell in grid.cells if cell.span is not None]
        start, end = min(place.start for place in places), max(place.end for place in places)
        inside = [block for block in blocks if block.start < end and start < block.end]
        table = Block("table", start, max([end, *(block.end for block in inside)]))
        at = next((index for index, block in enumerate(blocks) if block in inside), len(blocks))
        title = grid.title_span
        heading = [Block("heading", title.start, title.end, 2)] if title is not None else []
        kept = [block for block in blocks if block not in inside and not (title and block.start == title.start)]
        before = sum(block in kept for block in blocks[:at])
        blocks = [*kept[:before], *heading, table, *kept[before:]]
    return tuple(blocks)


def _title(page: Page) -> str | None:
    """Return the heading that the first page opens with."""
    first = page.blocks[0] if page.blocks else None
    if first is None or first.kind != "heading" or first.level != 1:
        return None
    return " ".join(page.text[first.start : first.end].split()).rstrip(":")
