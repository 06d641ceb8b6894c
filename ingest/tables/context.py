"""What stands around a table or figure on its page: headings above it and the lines right above. Knows no figures."""

import re
from typing import Final

from ingest.document import Document, Page, Span

_LINES_ABOVE: Final = 3
_LONGEST_CAPTION: Final = 160


def headings_above(document: Document, span: Span) -> tuple[tuple[str, Span], ...]:
    """Return the heading path of `span`, innermost first, over pages where the document has marked headings.

    Blocks are asked in their reading order: a slide's title comes first there even where it stands last on the page.
    """
    path: list[tuple[str, Span]] = []
    level = 99
    for page in reversed(document.pages[: span.page]):
        blocks = page.blocks
        if page.number == span.page:
            blocks = blocks[: place_of(page, span.start)]
        for block in reversed(blocks):
            if block.kind == "heading" and block.level < level:
                level = block.level
                text = re.sub(r"\s+", " ", page.text[block.start : block.end]).strip()
                path.append((text, Span(page.number, block.start, block.end)))
        if level == 1:
            break
    return tuple(path)


def place_of(page: Page, at: int) -> int:
    """Return the index of the block that holds character `at`, or the one behind the last block before it."""
    before = 0
    for index, block in enumerate(page.blocks):
        if block.start <= at < block.end:
            return index
        if block.start < at:
            before = index + 1
    return before


def lines_above(page: Page, start: int) -> tuple[tuple[str, Span], ...]:
    """Return the few short lines of `page` right above index `start`, the nearest first; a long line ends them."""
    found: list[tuple[str, Span]] = []
    end = page.text.rfind("\n", 0, start)
    while end > 0 and len(found) < _LINES_ABOVE:
        begin = page.text.rfind("\n", 0, end) + 1
        line = page.text[begin:end].strip()
        if len(line) > _LONGEST_CAPTION:
            break
        if line:
            found.append((line, Span(page.number, begin, end)))
        end = begin - 1
    return tuple(found)


def heads(line: str) -> bool:
    """Tell whether a line above may name a figure: it begins like a heading and ends like one."""
    return line[:1].isupper() and not line.rstrip().endswith((".", ",", ";"))
