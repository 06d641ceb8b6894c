"""Tables whose cells text parts by upright strokes, as web pages are often turned into text: "Akaa | 16 391 | 266 |".

A header's lines that break inside its cells are joined where a line of dashes says how many columns there are. A row
that has fewer or more cells ends the table. Knows nothing of what the cells mean.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest.document import Grid, GridCell, Page, Span
from ingest.tables.periods import period_of
from ingest.tables.units import stated_unit

_FEWEST_ROWS: Final = 3
_DASHES: Final = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\Z")
_STROKE: Final = "|"


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its cells: text, start and end of each; `dashes` says that it only parts header and rows."""

    cells: tuple[tuple[str, int, int], ...]
    dashes: bool


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
            block.append(_Line(_cells(raw, at), _DASHES.match(raw) is not None))
        elif block:
            yield block
            block = []
        at += len(raw) + 1
    yield block


def _cells(raw: str, at: int) -> tuple[tuple[str, int, int], ...]:
    """Return the cells of a line; strokes at its ends part none."""
    ends = [-1, *(match.start() for match in re.finditer(r"\|", raw)), len(raw)]
    found = []
    for number, (left, right) in enumerate(pairwise(ends)):
        part = raw[left + 1 : right]
        if not part.strip() and number in (0, len(ends) - 2):
            continue
        start = left + 1 + len(part) - len(part.lstrip())
        found.append((part.strip(), at + start, at + start + len(part.strip())))
    return tuple(found)


def _tables(block: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Yield the tables of a run of lines, header first: cut before each header that a line of dashes ends."""
    marks = [index for index, line in enumerate(block) if line.dashes]
    if not marks:
        yield list(block)
    for mark in marks:
        size = len(block[mark].cells)
        head: list[tuple[str, int, int]] = []
        first = mark
        while first > 0 and len(head) < size and not block[first - 1].dashes:
            first -= 1
            head = [*block[first].cells, *head]
        if len(head) == size:
            first_other = next((n for n, line in enumerate(block[mark + 1 :]) if len(line.cells) != size), len(block))
            yield [_Line(tuple(head), dashes=False), *block[mark + 1 : mark + 1 + first_other]]


def _grid(page: Page, lines: Sequence[_Line]) -> Grid | None:
    if len(lines) < _FEWEST_ROWS:
        return None
    size = len(lines[0].cells)
    if size < 2 or any(len(line.cells) != size for line in lines):
        return None
    head = _header(lines)
    if head is None:
        return None
    lines = [head, *lines[1:]]
    cells = tuple(
        GridCell(row, column, text, Span(page.number, start, end) if text else None, header=row == 0)
        for row, line in enumerate(lines)
        for column, (text, start, end) in enumerate(line.cells)
    )
    return Grid(page.number, len(lines), size, cells, "native")


def _header(lines: Sequence[_Line]) -> _Line | None:
    """Return the header of a table; one that lost the empty cell over the labels is moved back over its columns.

    So it is where nothing heads the last column and the first header states a unit or a year, as no head of labels
    does. None where nothing tells what heads the last column.
    """
    head, body = lines[0], lines[1:]
    if head.cells[-1][0] or not head.cells[0][0] or not all(line.cells[-1][0] for line in body):
        return head
    first = head.cells[0][0]
    if stated_unit(first) is None and period_of((first,)) is None:
        return None
    return _Line((("", head.cells[0][1], head.cells[0][1]), *head.cells[:-1]), dashes=False)
