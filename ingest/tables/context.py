"""What stands around a table or figure on its page: headings above it and the lines right above. Knows no figures."""

import re
from typing import Final

from ingest.document import Document, Page, Span
from ingest.tables.clauses import bullet_end
from ingest.tables.periods import period_of

_LINES_ABOVE: Final = 3
_LONGEST_CAPTION: Final = 160
LONGEST_HEADING: Final = 90
_LITTLE: Final = 20
"""Characters beside a period in a bullet that says nothing else."""
_NUMBERED: Final = re.compile(r"(\d{1,2}(?:\.\d{1,2})*)\.?\s")
_SENTENCE_END: Final = re.compile(r"\S+ \S+ \S+ \S+(?:\w{2}|\d)[.!?][”\"]?[\d¹²³⁰⁴-⁹]{0,2}\Z")


def headings_above(document: Document, span: Span) -> tuple[tuple[str, Span], ...]:
    """Return the heading path of `span`, innermost first, over pages where the document has marked headings.

    Blocks are asked in their reading order: a slide's title comes first there even where it stands last on the page.
    What ends with a colon leads what follows it on its page, and nothing on the next one.
    """
    path: list[tuple[str, Span]] = []
    level = 99
    for page in reversed(document.pages[: span.page]):
        blocks = page.blocks
        if page.number == span.page:
            blocks = blocks[: place_of(page, span.start)]
        last = blocks[-1] if blocks else None
        for block in reversed(blocks):
            if block.kind == "heading" and block.level < level:
                text = re.sub(r"\s+", " ", page.text[block.start : block.end]).strip()
                if page.number < span.page and text.endswith(":") and block is not last:
                    continue
                level = block.level
                path.append((text, Span(page.number, block.start, block.end)))
        if level == 1:
            break
    return tuple(_numbered(path))


def headings_over(document: Document, span: Span) -> tuple[tuple[str, Span], ...]:
    """Return the heading path of `span` as `headings_above`; a heading itself stands below none of its own level."""
    page = document.pages[span.page - 1]
    levels = {(block.start, block.end): block.level for block in page.blocks if block.kind == "heading"}
    own = next((level for (start, end), level in levels.items() if start <= span.start and span.end <= end), None)
    path = headings_above(document, span)
    if own is None:
        return path
    return tuple((text, at) for text, at in path if at.page != span.page or levels.get((at.start, at.end), 0) < own)


def _numbered(path: list[tuple[str, Span]]) -> list[tuple[str, Span]]:
    """Return a path, innermost first, without the headings between a numbered one and the one whose part it is.

    What stands between 2. and 2.3 without a number is a part of 2.2 at most, however large it is printed.
    """
    for order, (text, _) in enumerate(path):
        own = _NUMBERED.match(text)
        for further, (outer, _) in enumerate(path[order + 1 :], start=order + 1):
            whole = _NUMBERED.match(outer)
            if own and whole and own.group(1).startswith(f"{whole.group(1)}."):
                return [*path[: order + 1], *_numbered(path[further:])]
    return path


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


def tells(line: str) -> bool:
    """Tell whether a line above belongs to a figure in text: a short line, or a bullet that says little but a period.

    The end of a sentence, with the mark of a footnote or without, belongs to what stands before it.
    """
    if not bullet_end(line):
        return len(line) < LONGEST_HEADING and not _SENTENCE_END.search(line)
    period = period_of([line])
    return period is not None and len(line) - len(period) < _LITTLE
