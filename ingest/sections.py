"""The sections of a document's pages: blocks under one heading path. Knows nothing of tokens or chunks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ingest.document import Block, Document, Page

_SLIDES = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TEXT = "text/plain"
# Two blank lines part the slides and sections of flat text; what follows stands under no heading before them.
_APART = re.compile(r"\n[ \t]*\n[ \t]*\n")
_PATH_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Section:
    """Blocks of one page under one heading path, in the order of the text.

    `path` runs from the outermost heading to the innermost. `head_start` is where the innermost heading begins if it
    stands right before the blocks, else None. A section without content holds its heading as its only block.
    """

    page: int
    path: tuple[str, ...]
    blocks: tuple[Block, ...]
    head_start: int | None = None


def sections_of(document: Document) -> Iterator[Section]:
    """Yield the sections of all pages in reading order; headings hold over pages, but a slide's for itself alone."""
    stack: list[tuple[int, str]] = []
    for page in document.pages:
        if document.media_type == _SLIDES:
            stack.clear()
        yield from _page_sections(page, stack, flat=document.media_type == _TEXT)


def _page_sections(page: Page, stack: list[tuple[int, str]], *, flat: bool) -> Iterator[Section]:
    """Yield the sections of a page; `stack` holds the headings in force, by level, and is carried on."""
    content: list[Block] = []
    head: Block | None = None
    for block in with_gaps(page):
        last = content[-1] if content else head
        if flat and last is not None and last.end <= block.start and _APART.search(page.text, last.end, block.start):
            yield from _closed(page, stack, content, head)
            content, head = [], None
            stack.clear()
        if block.kind != "heading":
            content.append(block)
            continue
        subtitle = not content and head is not None and head.level == block.level and _adjoins(page.text, head, block)
        if content or (head is not None and not subtitle and block.level <= head.level):
            yield from _closed(page, stack, content, head)
        content = []
        while stack and not subtitle and stack[-1][0] >= block.level:
            stack.pop()
        stack.append((block.level, squeezed(page.text[block.start : block.end])))
        head = block
    yield from _closed(page, stack, content, head)


def _closed(page: Page, stack: list[tuple[int, str]], content: list[Block], head: Block | None) -> Iterator[Section]:
    """Yield what has been gathered under the headings in force; the innermost heading where nothing follows it."""
    if content:
        yield from _runs(page, _path(stack), content, head)
    elif head is not None:
        yield Section(page.number, _path(stack[:-1]), (head,))


def squeezed(text: str) -> str:
    """Return text on one line, cut at a length that leaves a passage room for itself."""
    line = " ".join(text.split())
    return line if len(line) <= _PATH_LENGTH else line[:_PATH_LENGTH].rsplit(" ", 1)[0] + " …"


def _path(stack: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(text for _, text in stack)


def _adjoins(text: str, head: Block, block: Block) -> bool:
    """Say whether a heading goes on right after another: no more than one blank line is between."""
    between = text[head.end : block.start]
    return head.end <= block.start and not between.strip() and between.count("\n") <= 2


def with_gaps(page: Page) -> list[Block]:
    """Return the page's blocks in reading order without overlaps, and a paragraph for any text that none covers."""
    ordered = sorted(page.blocks, key=lambda block: (block.start, -block.end))
    clear: dict[int, Block] = {}
    gaps: list[Block] = []
    done = 0
    for block in ordered:
        if block.end <= done:
            continue
        kept = replace(block, start=max(block.start, done))
        gaps += _gap(page.text, done, kept.start)
        if page.text[kept.start : kept.end].strip():
            clear[id(block)] = kept
        done = kept.end
    gaps += _gap(page.text, done, len(page.text))
    listed = [clear[id(block)] for block in page.blocks if id(block) in clear]
    for gap in gaps:
        # A gap goes before the block that follows it in the text.
        place = next((index for index, block in enumerate(listed) if block.start >= gap.end), len(listed))
        listed.insert(place, gap)
    return listed


def _gap(text: str, start: int, end: int) -> list[Block]:
    if not any(character.isalnum() for character in text[start:end]):
        return []
    while text[start].isspace():
        start += 1
    while text[end - 1].isspace():
        end -= 1
    return [Block("paragraph", start, end)]


def _runs(page: Page, path: tuple[str, ...], content: list[Block], head: Block | None) -> Iterator[Section]:
    """Yield one section, or several where blocks of other sections stand between its own."""
    ordered = sorted(content, key=lambda block: block.start)
    run = [ordered[0]]
    start = _head_start(page.text, head, ordered[0])
    for block in ordered[1:]:
        if any(character.isalnum() for character in page.text[run[-1].end : block.start]):
            yield Section(page.number, path, tuple(run), start)
            run, start = [], None
        run.append(block)
    yield Section(page.number, path, tuple(run), start)


def _head_start(text: str, head: Block | None, first: Block) -> int | None:
    if head is None or head.end > first.start or text[head.end : first.start].strip():
        return None
    return head.start
