"""The header of a table whose cells strokes part, where text has lost which columns each cell stands over.

A web page's cell that spans several columns is written once and the row is filled up with empty cells at its end; one
that spans rows is missing from the second. Knows nothing of text or figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final

from ingest.tables.cells import kind_of
from ingest.tables.periods import period_of
from ingest.tables.units import stated_unit

Cell = tuple[str, int, int]  # its text, and where it starts and ends on the page
Cells = tuple[Cell, ...]

_SEVERAL: Final = 2


@dataclass(frozen=True, slots=True)
class Head:
    """A cell of a header: its row and column in the grid, how many columns it spans, and the cell."""

    row: int
    column: int
    span: int
    cell: Cell


@dataclass(frozen=True, slots=True)
class Heads:
    """The cells of a header, and how many of the table's lines it takes."""

    cells: tuple[Head, ...]
    lines: int


def heads_of(lines: Sequence[Cells]) -> Heads | None:
    """Return the header of a table's lines, all of which have as many cells; None where it is not told what heads what.

    A header that lacks cells spans columns where the line below says what each of these is. One that lost the empty
    cell over the labels is moved back over its columns where its first cell states a unit or a year, as no head of
    labels does. A single column may have none.
    """
    head, body = lines[0], lines[1:]
    if all(kind_of(text) == "number" for text, *_ in head[1:]):
        return Heads((), 0) if len(head) == _SEVERAL else None
    if all(text for text, *_ in head[1:]):
        return _plain(head)
    spanning = _spanning(head, body[0])
    if spanning is not None:
        return spanning
    lacking = sum(1 for _ in takewhile(lambda cell: not cell[0], reversed(head)))
    if not any(kind_of(cell[0]) in ("number", "year") for line in body for cell in line[len(head) - lacking :]):
        return _plain(head)
    shifted = _shifted(lines)
    if shifted is not None:
        return shifted
    first = head[0][0]
    told = first and (stated_unit(first) is not None or period_of((first,)) is not None)
    if lacking == 1 and told and all(line[-1][0] for line in body):
        return _plain((("", head[0][1], head[0][1]), *head[:-1]))
    return None


def _shifted(lines: Sequence[Cells]) -> Heads | None:
    """Return a header of several lines that all lost the empty cell over the labels; None for any other.

    Lines that name every column tell them apart. Groups above, fewer than the columns, are known where the last columns
    are called alike and as many of the last groups, too: "Year | Change | Change" over four names. A last line may hold
    the header of the labels alone.
    """
    size = len(lines[0])
    rows = list(takewhile(lambda line: not line[-1][0], lines))
    if not rows or len(rows) == len(lines) or size <= _SEVERAL:
        return None
    labels = rows.pop() if len(rows) > 1 and rows[-1][0][0] and not any(text for text, *_ in rows[-1][1:]) else None
    full = list(takewhile(lambda line: all(text for text, *_ in line[:-1]), reversed(rows)))[::-1]
    groups = rows[: len(rows) - len(full)]
    names = [tuple(line[column][0] for line in full) for column in range(size - 1)]
    firsts = names[0] if full else ()
    told = labels is not None or any(stated_unit(text) or period_of((text,)) for text in firsts)
    if not told or len(set(names)) < len(names) or len(groups) > 1 or kind_of(firsts[0]) == "number":
        return None
    cells = [Head(len(rows) - 1, 0, 1, labels[0])] if labels is not None else []
    for group in groups:
        texts = [cell for cell in group if cell[0]]
        times = len(list(takewhile(lambda name: name[0] == names[-1][0], reversed(names))))
        alike = len(texts) > times > 1 and len({text for text, *_ in texts[-times:]}) == 1
        if any(text for text, *_ in group[len(texts) :]) or not alike or len(texts) - times > 1:
            return None
        before = size - 1 - times
        cells += [Head(0, 1, before, cell) for cell in texts[:-times]]
        cells += [Head(0, 1 + before + number, 1, cell) for number, cell in enumerate(texts[-times:])]
    for row, line in enumerate(full, start=len(groups)):
        cells += [Head(row, 1 + column, 1, cell) for column, cell in enumerate(line[:-1])]
    return Heads(tuple(cells), len(rows) + (labels is not None))


def _plain(head: Cells) -> Heads:
    return Heads(tuple(Head(0, column, 1, cell) for column, cell in enumerate(head)), 1)


def _spanning(head: Cells, line: Cells) -> Heads | None:
    """Return the header of groups of columns over a line that names the same columns in each; None for any other.

    The groups stand over their first columns, or one behind the other with the empty cells at the end.
    """
    size = len(line) - 1
    corner, names = (line[:1], line[1:]) if line[-1][0] else ((), line[:-1])
    if any(not text or kind_of(text) == "number" for text, *_ in names):
        return None
    texts = [text for text, *_ in names]
    width = next((n for n in range(1, size + 1) if size % n == 0 and texts == texts[:n] * (size // n)), size)
    times = size // width
    if times < _SEVERAL or len(set(texts[:width])) < width:
        return None
    groups = tuple(cell for cell in head if cell[0])
    set_in = all(bool(cell[0]) == (column % width == 0) for column, cell in enumerate(head[1:]))
    if not set_in and any(text for text, *_ in head[len(groups) :]):
        return None
    if head[0][0] and len(groups) == times + 1 and not (corner and corner[0][0]):
        corner, groups = groups[:1], groups[1:]
    if len(groups) != times or len({text for text, *_ in groups}) < times:
        return None
    over = [Head(0, 1 + number * width, width, group) for number, group in enumerate(groups)]
    below = [Head(1, 1 + column, 1, name) for column, name in enumerate(names)]
    return Heads((*(Head(0, 0, 1, cell) for cell in corner if cell[0]), *over, *below), 2)
