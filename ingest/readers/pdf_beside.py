"""Tables without rules that stand side by side: where they part, and the words that belong to each of them.

Labels come again after the figures of the first. So they do in a single table with words in a middle column; only what
stands alone, or totals of its own, tell two tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.pdf_columns import Column, Item, items_of, place_of
from ingest.readers.pdf_draft import DraftCell, DraftGrid
from ingest.readers.pdf_lines import Line, Phrase, lines_of
from ingest.readers.pdf_word import Word
from ingest.tables.labels import is_bare_total
from ingest.tables.table_units import stated

_LEAST_ALONE = 2  # rows of one side only, at an end, by which the longer table goes on
_LEAST_LINES = 3
_STEP = 6.0  # points within which strips are one
_LABELLED = 0.6  # of the rows of a side, for labels over two lines stand above and below their figures
_MEET = 0.12  # line heights by which lines of one row differ at most
_MOSTLY = 0.8
_MOST_ABOVE = 8  # lines
_NEAR = 2.5  # line heights between a table's caption and its headers, and between lines of one area


def gutter_of(rows: Sequence[Sequence[Item]], columns: Sequence[Column]) -> float | None:
    """Return where two tables that stand side by side part, or None.

    Args:
        rows: the items of each line that has figures, from top to bottom.
        columns: the columns that all of them share.
    """
    kinds = [column.value for column in columns]
    for at in range(2, len(columns) - 1):
        if kinds[at] or not kinds[at - 1] or not kinds[at + 1] or kinds[0]:
            continue
        if _equal_halves(rows, columns, at) or _apart(rows, columns, at):
            return (columns[at - 1].high + columns[at].low) / 2
    return None


def _equal_halves(rows: Sequence[Sequence[Item]], columns: Sequence[Column], at: int) -> bool:
    """Tell whether as many figures stand behind the labels of column `at` as before, or labels with figures alone."""
    kinds = [column.value for column in columns]
    right_only = both = 0
    for row in rows:
        places = {place_of(item.box, columns) for item in row if item.value}
        left, right = any(place < at for place in places), any(place > at for place in places)
        labelled = any(place_of(item.box, columns) == at for item in row)
        right_only += right and labelled and not left
        both += left and right and labelled
    alike = sum(kinds[at + 1 :]) == sum(kinds[:at])
    return right_only >= 2 or (both >= 0.5 * len(rows) and alike and both + right_only >= 3)


def _apart(rows: Sequence[Sequence[Item]], columns: Sequence[Column], at: int) -> bool:
    """Tell whether figures right of column `at` have their labels there, and the two sides end apart or both in totals.

    One side is empty in the last rows, or the labels of both name totals.
    """
    sides = [_sides(row, columns, at) for row in rows]
    left = [side for side in sides if side[0]]
    right = [side for side in sides if side[1]]
    if len(left) < _LEAST_ALONE or len(right) < _LEAST_ALONE:
        return False
    if min(_share([each[2] for each in left]), _share([each[3] for each in right])) < _MOSTLY:
        return False
    alone = 0
    for has_left, has_right, _, labelled in reversed(sides):
        if has_right or labelled or not has_left:
            break
        alone += 1
    inside = sides[: len(sides) - alone]
    if alone >= _LEAST_ALONE and _share([has_right for _, has_right, _, _ in inside]) >= _MOSTLY:
        return True
    return any(is_bare_total(item.text) and place_of(item.box, columns) == at for row in rows for item in row)


def _sides(row: Sequence[Item], columns: Sequence[Column], at: int) -> tuple[bool, bool, bool, bool]:
    """Return whether a row has figures left and right of column `at`, a label on the left, and one in the column."""
    figures = {place_of(item.box, columns) for item in row if item.value}
    words = {place_of(item.box, columns) for item in row if not item.value}
    return any(p < at for p in figures), any(p > at for p in figures), 0 in words, at in words


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def halves_of(lines: Sequence[Line], first: int, last: int, gutter: float) -> tuple[list[Word], list[Word]]:
    """Return the words left and right of the gutter, from the lines above `first` that leave it free to line `last`."""
    top = first
    while top and first - top < _MOST_ABOVE:
        above = lines[top - 1]
        if any(phrase.box[0] < gutter < phrase.box[2] for phrase in above.phrases):
            break
        if lines[top].box[1] - above.box[3] > _NEAR * above.size:
            break
        top -= 1
    area = [word for line in lines[top : last + 1] for word in line.words]
    left = [word for word in area if (word.x0 + word.x1) / 2 < gutter]
    right = [word for word in area if (word.x0 + word.x1) / 2 >= gutter]
    return left, right


def with_captions(grids: Sequence[DraftGrid], halves: Sequence[Sequence[Word]]) -> list[DraftGrid]:
    """Return the tables of both sides with the line of words right above each, its caption, as one header over it.

    A line over one of them alone may head both; it is that one's caption if it states a unit.
    """
    lines = [_caption(grid, words) for grid, words in zip(grids, halves, strict=True)]
    if None in lines:
        lines = [line if line is not None and stated(line.text) is not None else None for line in lines]
    return [grid if line is None else _under(line, grid) for grid, line in zip(grids, lines, strict=True)]


def _caption(grid: DraftGrid, words: Sequence[Word]) -> Line | None:
    """Return the line of words right above a table."""
    taken = {id(word) for cell in grid.cells for line in cell.lines for word in line}
    lines = lines_of(word for word in words if id(word) not in taken and word.y1 <= grid.box[1] + 1.0)
    if not lines or grid.box[1] - lines[-1].box[3] > _NEAR * lines[-1].size or len(lines[-1].phrases) > 1:
        return None
    return lines[-1]


def _under(line: Line, grid: DraftGrid) -> DraftGrid:
    caption = DraftCell(0, 0, (line.words,), 1, grid.columns, header=True)
    cells = (caption, *(replace(cell, row=cell.row + 1) for cell in grid.cells))
    box = (min(line.box[0], grid.box[0]), line.box[1], max(line.box[2], grid.box[2]), grid.box[3])
    return replace(grid, box=box, rows=grid.rows + 1, cells=cells)


@dataclass(frozen=True, slots=True)
class Parted:
    """The words of a page about two tables side by side whose lines do not stand at the same heights."""

    above: list[Word]
    left: list[Word]
    right: list[Word]
    below: list[Word]


def parted(words: Sequence[Word], space: float) -> Parted | None:
    """Return the words of a page where a free strip parts two tables whose lines do not meet, or None.

    The rows of one table stand at the same heights left and right of any strip.
    """
    lines = lines_of(words)
    strips = sorted(_strips(lines), key=lambda strip: strip[1] - strip[0], reverse=True)
    for gutter, first, last in ((at, first, last) for first, last, at in strips):
        band = [word for line in lines[first : last + 1] for word in line.words]
        left = [word for word in band if word.x1 <= gutter]
        right = [word for word in band if word.x0 >= gutter]
        if _are_two(lines_of(left), lines_of(right), space):
            above = [word for line in lines[:first] for word in line.words]
            below = [word for line in lines[last + 1 :] for word in line.words]
            return Parted(above, left, right, below)
    return None


def _strips(lines: Sequence[Line]) -> list[tuple[int, int, float]]:
    """Return the strips that lines in a row leave free between figures and words: first and last line, and the middle.

    Only strips with some lines that go on with a figure behind the words, as tables do.
    """
    middles: dict[int, float] = {}
    for line in lines:
        for before, after in pairwise(line.phrases):
            if after.box[0] - before.box[2] > line.size and _is_figure(before) and not _is_figure(after):
                middle = (before.box[2] + after.box[0]) / 2
                middles.setdefault(round(middle / _STEP), middle)
    found = []
    for middle in middles.values():
        start = 0
        for at in range(len(lines) + 1):
            if at < len(lines) and not any(p.box[0] - 1.0 < middle < p.box[2] + 1.0 for p in lines[at].phrases):
                continue
            if at - start >= _LEAST_LINES and _goes_on_behind(lines[start:at], middle):
                found.append((start, at - 1, middle))
            start = at + 1
    return found


def _goes_on_behind(lines: Sequence[Line], middle: float) -> bool:
    """Tell whether enough lines have words and then figures behind the strip, and enough have figures before it."""
    behind = [[p for p in line.phrases if p.box[0] > middle] for line in lines]
    before = [[p for p in line.phrases if p.box[2] < middle] for line in lines]
    labelled = sum(len(row) > 1 and not _is_figure(row[0]) and _is_figure(row[-1]) for row in behind)
    filled = sum(len(row) > 1 and not _is_figure(row[0]) and _is_figure(row[-1]) for row in before)
    return min(labelled, filled) >= _LEAST_LINES - 1


def _is_figure(phrase: Phrase) -> bool:
    return phrase.words[-1].text[:1].isdigit() or phrase.words[-1].text[1:2].isdigit()


def _are_two(left: Sequence[Line], right: Sequence[Line], space: float) -> bool:
    """Tell whether both sides have rows with labels of their own, most at heights where the other has none."""
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    for side in (left, right):
        rows = [items for line in side if (items := items_of(line, space))]
        figures = [items for items in rows if len(items) > 1 and items[-1].value]
        labelled = sum(not items[0].value for items in figures)
        if len(figures) < _LEAST_LINES or labelled < _LABELLED * len(figures):
            return False
    few, many = sorted((left, right), key=len)
    heights = [(line.box[1] + line.box[3]) / 2 for line in many]
    inside = [line for line in few if heights[0] <= (line.box[1] + line.box[3]) / 2 <= heights[-1]]
    meeting = sum(
        min(abs((line.box[1] + line.box[3]) / 2 - height) for height in heights) < _MEET * line.size for line in inside
    )
    return meeting < _MOSTLY * len(inside)
