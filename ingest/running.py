"""Headers and footers that repeat over pages, taken out of the clean text; the raw text keeps them.

A line goes where it stands first or last on most pages, word for word but for a number that counts the pages. On the
first page, where it may be the title, it stays. Lines of tables stay, and so does whatever differs in another number.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from ingest.document import Block, Grid, GridCell, Page, Span, WordBox

Range = tuple[int, int]
# Whether a line stands at the top, its words, and what its number exceeds the page's by; None where none counts pages.
Key = tuple[bool, str, int | None]

_LEAST_PAGES = 3
_SHARE = 0.6
_EDGE_LINES = 3
_LONGEST = 160
_NUMBER = re.compile(r"(?<![\d.,])\d{1,5}(?![\d.,]\d)")
_NUMBERS = 3


def strip_repeated(pages: Sequence[Page]) -> tuple[Page, ...]:
    """Return `pages` without the headers and footers that repeat over them; fewer than three pages stay as they are."""
    if len(pages) < _LEAST_PAGES:
        return tuple(pages)
    seen: dict[Key, dict[int, Range]] = defaultdict(dict)
    for index, page in enumerate(pages):
        for top, span in _edge_lines(page):
            for key in _keys(page.text[span[0] : span[1]], page.number, top=top):
                seen[key].setdefault(index, span)
    doomed: dict[int, list[Range]] = defaultdict(list)
    for (_, _, offset), places in seen.items():
        if len(places) >= max(_LEAST_PAGES, _SHARE * len(pages)) or _every_other(places, len(pages)):
            for index, span in places.items():
                if index or offset is not None:
                    doomed[index].append(span)
    return tuple(cut(page, doomed[index]) if index in doomed else page for index, page in enumerate(pages))


def _keys(line: str, number: int, *, top: bool) -> Iterator[Key]:
    """Yield what makes a line the same as another page's: its words, or those and a number that counts the pages."""
    yield top, " ".join(line.split()), None
    for match in islice(_NUMBER.finditer(line), _NUMBERS):
        rest = f"{line[: match.start()]}\x00{line[match.end() :]}"
        yield top, " ".join(rest.split()), int(match.group()) - number


def _every_other(places: Collection[int], count: int) -> bool:
    """Say whether a line stands on the left or the right pages alone, and on most of those."""
    sides = {index % 2 for index in places}
    return len(sides) == 1 and len(places) >= max(_LEAST_PAGES, _SHARE * count / 2)


def _edge_lines(page: Page) -> list[tuple[bool, Range]]:
    """Return the first and last lines of a page that may be running ones: outside tables, short."""
    spans: list[Range] = []
    start = 0
    for line in page.text.split("\n"):
        if line.strip():
            spans.append((start, start + len(line)))
        start += len(line) + 1
    tables = [(block.start, block.end) for block in page.blocks if block.kind == "table"]
    tables += [
        (min(spans_of), max(ends))
        for grid in page.grids
        if (spans_of := [cell.span.start for cell in grid.cells if cell.span])
        and (ends := [cell.span.end for cell in grid.cells if cell.span])
    ]

    def free(span: Range) -> bool:
        return span[1] - span[0] <= _LONGEST and not any(span[0] < end and start < span[1] for start, end in tables)

    top = [(True, span) for span in spans[:_EDGE_LINES] if free(span)]
    bottom = [(False, span) for span in spans[max(_EDGE_LINES, len(spans) - _EDGE_LINES) :] if free(span)]
    return top + bottom


def cut(page: Page, ranges: Sequence[Range]) -> Page:
    """Return `page` without the characters of `ranges`, with all that refers to its text carried along."""
    merged = _with_breaks(page.text, ranges)
    if not merged:
        return page
    starts = [start for start, _ in merged]
    ends = [end for _, end in merged]
    removed = [0]
    for start, end in merged:
        removed.append(removed[-1] + end - start)

    def moved(position: int) -> int:
        before = bisect_right(starts, position)
        gone = removed[before]
        if before and position < ends[before - 1]:
            gone -= ends[before - 1] - position
        return position - gone

    def kept(start: int, end: int) -> bool:
        return moved(start) < moved(end)

    def span_of(span: Span | None) -> Span | None:
        if span is None or span.page != page.number:
            return span
        return Span(span.page, moved(span.start), moved(span.end)) if kept(span.start, span.end) else None

    text_parts: list[str] = []
    offsets: list[int] = []
    done = 0
    for start, end in merged:
        text_parts.append(page.text[done:start])
        offsets += page.offsets[done:start]
        done = end
    text_parts.append(page.text[done:])
    offsets += page.offsets[done:]
    return replace(
        page,
        text="".join(text_parts),
        offsets=tuple(offsets),
        blocks=tuple(
            Block(block.kind, moved(block.start), moved(block.end), block.level)
            for block in page.blocks
            if kept(block.start, block.end)
        ),
        grids=tuple(_moved_grid(grid, span_of) for grid in page.grids),
        words=tuple(
            WordBox(moved(word.start), moved(word.end), word.x0, word.y0, word.x1, word.y1)
            for word in page.words
            if kept(word.start, word.end)
        ),
    )


def _moved_grid(grid: Grid, span_of: Callable[[Span | None], Span | None]) -> Grid:
    cells = tuple(
        GridCell(cell.row, cell.column, cell.text, span_of(cell.span), cell.row_span, cell.column_span, cell.header)
        for cell in grid.cells
    )
    return replace(grid, cells=cells, title_span=span_of(grid.title_span))


def _with_breaks(text: str, ranges: Sequence[Range]) -> list[Range]:
    """Return the ranges in order, each with the line break behind it, or before it at the end of the text."""
    merged: list[Range] = []
    for start, end in sorted(ranges):
        last = end
        while last < len(text) and text[last] == "\n":
            last += 1
        first = start
        if last == len(text):
            while first and text[first - 1] == "\n":
                first -= 1
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
