"""Tables whose cells text parts by upright strokes, as web pages are often turned into text: "Akaa | 16 391 | 266 |".

A header's lines that break inside its cells are joined where a line of dashes says how many columns there are, and so
are rows of which each cell ends in a stroke and some stand on lines of their own. A row that has fewer or more cells
ends the table. Knows nothing of what the cells mean.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.document import Grid, GridCell, Page, Span
from ingest.tables.cells import kind_of
from ingest.tables.piped_header import Cells, heads_of

_FEWEST_ROWS: Final = 3
_SEVERAL: Final = 2
_LONGEST_TITLE: Final = 110
_DASHES: Final = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\Z")
_STROKE: Final = "|"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its cells; `dashes` says that it only parts header and rows.

    `ended` are the cells that end in a stroke, be they empty; None where text follows the last stroke.
    """

    cells: Cells
    dashes: bool
    ended: Cells | None


def piped_grids(page: Page) -> tuple[Grid, ...]:
    """Return the grids of a page's text whose cells strokes part, in order."""
    found = []
    for block in _blocks(page.text):
        for lines in _tables(block):
            grid = _grid(page, lines)
            if grid is not None:
                found.append(grid)
    return tuple(found)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Yield the runs of lines that strokes part."""
    block: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        if _STROKE in raw:
            block.append(_line(raw, at))
        elif block:
            yield block
            block = []
        at += len(raw) + 1
    yield block


def _line(raw: str, at: int) -> _Line:
    """Return the cells of a line; strokes at its ends part none."""
    ends = [-1, *(match.start() for match in re.finditer(r"\|", raw)), len(raw)]
    parts = []
    for left, right in pairwise(ends):
        part = raw[left + 1 : right]
        start = at + left + 1 + len(part) - len(part.lstrip())
        parts.append((part.strip(), start, start + len(part.strip())))
    outer = (0, len(parts) - 1)
    cells = tuple(part for number, part in enumerate(parts) if part[0] or number not in outer)
    return _Line(cells, _DASHES.match(raw) is not None, None if parts[-1][0] else tuple(parts[:-1]))


def _tables(block: Sequence[_Line]) -> Iterator[list[Cells]]:
    """Yield the tables of a run of lines, header first: cut before each header that a line of dashes ends."""
    marks = [index for index, line in enumerate(block) if line.dashes]
    if not marks and len({len(line.cells) for line in block}) == 1:
        yield [line.cells for line in block]
    elif not marks:
        yield _streamed(block)
    for mark in marks:
        size = len(block[mark].cells)
        head: Cells = ()
        first = mark
        while first > 0 and len(head) < size and not block[first - 1].dashes:
            first -= 1
            head = (*block[first].cells, *head)
        if len(head) == size and mark + 1 < len(block) and sum(bool(text) for text, *_ in head) == 1:
            yield _below_title(block[mark + 1 :], size)
        elif len(head) == size:
            first_other = next((n for n, line in enumerate(block[mark + 1 :]) if len(line.cells) != size), len(block))
            yield [head, *(line.cells for line in block[mark + 1 : mark + 1 + first_other])]


def _below_title(lines: Sequence[_Line], size: int) -> list[Cells]:
    """Return the rows below a title that stands where a header should: header cells, broken lines joined, then rows.

    Each cell of the header ends in a stroke, so that its lines hold as many as a row; none where they do not.
    """
    head: Cells = ()
    first = 0
    while first < len(lines) and len(head) < size and lines[first].ended is not None:
        head = (*head, *(lines[first].ended or ()))
        first += 1
    if len(head) != size or not all(text for text, *_ in head[1:]) or first < _SEVERAL:
        return []
    end = next((n for n, line in enumerate(lines[first:]) if len(line.cells) != size), len(lines) - first)
    return [head, *(line.cells for line in lines[first : first + end])]


def _streamed(block: Sequence[_Line]) -> list[Cells]:
    """Return the rows of a table of which each cell ends in a stroke, wherever its lines break; none where it has none.

    Labels that numbers follow stand equally far apart, and whole rows stand before the first of them. What follows the
    last whole row is less than a row, or holds no number.
    """
    closed = block[:-1] if block and block[-1].ended is None else block
    if any(line.ended is None for line in closed):
        return []
    cells = [cell for line in closed for cell in line.ended or ()]
    kinds = [kind_of(cell[0]) for cell in cells]
    labels = [at for at, (one, other) in enumerate(pairwise(kinds)) if one == "text" and other == "number"]
    apart = Counter(after - before for before, after in pairwise(labels))
    size = apart.most_common(1)[0][0] if apart else 0
    if size < _SEVERAL or labels[0] % size:
        return []
    end = labels[0]
    while end + size <= len(cells) and kinds[end] == "text" and "text" not in kinds[end + 1 : end + size]:
        end += size
    if len(cells) - end >= size and "number" in kinds[end:]:
        return []
    return [tuple(cells[at : at + size]) for at in range(0, end, size)]


def _grid(page: Page, lines: Sequence[Cells]) -> Grid | None:
    if len(lines) < _FEWEST_ROWS:
        return None
    size = len(lines[0])
    if size < _SEVERAL or any(len(line) != size for line in lines):
        return None
    heads = heads_of(lines)
    if heads is None:
        return None
    cells = [
        GridCell(head.row, head.column, text, _span(page, head.cell), column_span=head.span, header=True)
        for head in heads.cells
        for text in (head.cell[0],)
    ]
    cells += [
        GridCell(row, column, cell[0], _span(page, cell))
        for row, line in enumerate(lines[heads.lines :], start=heads.lines)
        for column, cell in enumerate(line)
    ]
    first = min(cell.span.start for cell in cells if cell.span is not None)
    title = _title(page.text, page.text.rfind("\n", 0, first) + 1)
    text = page.text[slice(*title)] if title else ""
    return Grid(
        page.number, len(lines), size, tuple(cells), "native", text, Span(page.number, *title) if title else None
    )


def _title(text: str, start: int) -> tuple[int, int] | None:
    """Return the line right above a table that begins at `start` if it follows another table: that one's title."""
    end = max(start - 1, 0)
    begin = text.rfind("\n", 0, end) + 1
    line = text[begin:end]
    before = text[text.rfind("\n", 0, max(begin - 1, 0)) + 1 : max(begin - 1, 0)]
    told = _STROKE in before and _STROKE not in line and line[:1].isupper() and len(line) < _LONGEST_TITLE
    return (begin, begin + len(line.rstrip())) if told and not line.rstrip().endswith((".", ";", ",")) else None


def _span(page: Page, cell: tuple[str, int, int]) -> Span | None:
    text, start, end = cell
    return Span(page.number, start, end) if text else None
