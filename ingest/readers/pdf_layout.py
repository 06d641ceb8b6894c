"""Tables without rules: lines of a page that have labels on the left and figures in columns.

A table is a run of lines with figures standing under each other. What a table without figures is remains text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from ingest.readers.pdf_beside import gutter_of, halves_of, parted, with_captions
from ingest.readers.pdf_columns import Column, Item, covered_by, edges_between, items_of, place_of
from ingest.readers.pdf_draft import DraftCell, DraftGrid
from ingest.readers.pdf_headed import columns_below, headed_columns, heads_alone
from ingest.readers.pdf_header import cells_of_headers
from ingest.readers.pdf_lines import Line, box_of, lines_of, phrases_of
from ingest.readers.pdf_rows import TableLine, rows_of, table_line
from ingest.readers.pdf_rules import Rules
from ingest.readers.pdf_runs import is_label, is_row, runs_of
from ingest.readers.pdf_values import is_nil, is_period, is_unit, is_value
from ingest.readers.pdf_word import Box, Word

_MOST_HEADER_LINES = 6
_LEAST_ROWS = 2
_LEAST_COLUMNS = 2
_LEAST_YEARS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_MOST_LABELS_BETWEEN = 4
_MOST_CORNER_WORDS = 4
_GROUP_GAP = 2.5  # over group headers, which may stand apart from the headers of their columns
_HEADER_GAP = 1.4
_BODY_GAP = 3.4


@dataclass(frozen=True, slots=True)
class _Scene:
    """The lines of a page with their items; `space` is the usual gap of words, `split` allows tables side by side."""

    lines: Sequence[Line]
    rows: Sequence[Sequence[Item]]
    rules: Rules
    space: float
    split: bool


def layout_grids(words: Sequence[Word], rules: Rules, *, split: bool = True) -> list[DraftGrid]:
    """Return the tables among words that are in no ruled table, from top to bottom.

    Args:
        words: the words.
        rules: the lines drawn on the page.
        split: look for tables that stand side by side.
    """
    lines = lines_of(word for word in words if not word.turned)
    space = _word_space(lines)
    two = parted([word for line in lines for word in line.words], space) if split else None
    if two is not None:
        halves = (two.left, two.right)
        placed = [(grid, half) for half in halves for grid in layout_grids(half, rules, split=False)]
        between = with_captions([grid for grid, _ in placed], [half for _, half in placed])
        return [*layout_grids(two.above, rules), *between, *layout_grids(two.below, rules)]
    scene = _Scene(lines, [items_of(line, space) for line in lines], rules, space, split)
    grids: list[DraftGrid] = []
    done = -1
    for first, last in runs_of(scene.lines, scene.rows, rules):
        found = _grids_in(scene, max(first, done + 1), last, done)
        if found:
            foot = max(grid.box[3] for grid in found)
            done = max(at for at, line in enumerate(lines) if line.box[1] < foot)
            grids.extend(found)
    return grids


def _word_space(lines: Sequence[Line]) -> float:
    gaps = [
        right.x0 - left.x1
        for line in lines
        for phrase in line.phrases
        for left, right in pairwise(phrase.words)
        if right.x0 > left.x1
    ]
    return median(gaps) if gaps else 2.5


def _grids_in(scene: _Scene, first: int, last: int, done: int) -> list[DraftGrid]:
    """Return the tables of the lines `first` to `last`; headers may stand above, below the line `done`."""
    lines, rows = scene.lines, scene.rows
    body = [at for at in range(first, last + 1) if is_row(rows[at])]
    if len(body) < _LEAST_ROWS:
        return []
    size = median(lines[at].size for at in body)
    columns = _with_year_labels(columns_below([rows[at] for at in body], size), [rows[at] for at in body])
    again = _second_header(lines, rows, body, columns)
    if again is not None:
        end = _last_row(rows, first, again)
        return [*_grids_in(scene, first, end, done), *_grids_in(scene, again, last, end)]
    head, below = _header_lines(lines, rows, first, done, columns)
    gutter = gutter_of([rows[at] for at in body], columns) if scene.split else None
    if gutter is not None:
        halves = halves_of([*lines[done + 1 :]], head - done - 1, last - done - 1, gutter)
        sides = [layout_grids(half, scene.rules, split=False)[:1] for half in halves]
        if all(sides):
            return with_captions([grid for side in sides for grid in side], halves)
    if not _is_table([rows[at] for at in body], columns):
        return []
    grid = _grid(lines[head : _last_line(scene, last, columns) + 1], below - head, columns, scene)
    return [] if grid is None else [grid]


def _last_line(scene: _Scene, last: int, columns: Sequence[Column]) -> int:
    """Return the last line of the last row: its label may go on under its figures."""
    lines = scene.lines
    while last + 1 < len(lines):
        line, items = lines[last + 1], scene.rows[last + 1]
        gap = line.box[1] - lines[last].box[3]
        if len(items) != 1 or items[0].value or place_of(items[0].box, columns) != 0 or gap > 0.5 * line.size:
            break
        if any(covered_by(items[0].box, columns[1:])) or line.size > 1.1 * lines[last].size:
            break
        foot = line.box[3]
        closed = any(
            foot - 2 <= rule.at <= foot + 1.5 * line.size and rule.low < line.box[0] + 4 and rule.high > columns[-1].low
            for rule in scene.rules.horizontal
        )
        parted = any(lines[last].box[3] - 2 <= rule.at <= line.box[1] + 2 for rule in scene.rules.horizontal)
        if parted or not (closed or line.text[:1].islower() or lines[last].text.endswith("-")):
            break
        last += 1
    return last


def _is_table(rows: Sequence[Sequence[Item]], columns: Sequence[Column]) -> bool:
    """Tell whether figures stand under each other, by right edges, left edges or middles, and rows have labels."""
    values = [at for at, column in enumerate(columns) if column.value]
    if not values or len(columns) < 2:
        return False
    named = not columns[0].value
    labelled = sum(any(not item.value or (named and place_of(item.box, columns) == 0) for item in row) for row in rows)
    if labelled < 0.5 * len(rows):
        return False
    aligned = total = 0
    found: dict[int, list[Box]] = {}
    for row in rows:
        for item in row:
            if item.value:
                found.setdefault(place_of(item.box, columns), []).append(item.box)
    for at in values:
        boxes = found.get(at, [])
        if len(boxes) < 2:
            continue
        size = median(box[3] - box[1] for box in boxes)
        edges = ([box[2] for box in boxes], [box[0] for box in boxes], [(box[0] + box[2]) / 2 for box in boxes])
        best = max(_close(places, 0.45 * size) for places in edges)
        aligned += best
        total += len(boxes)
    if total < 2 or aligned < 0.6 * total:
        return False
    # One column of figures needs more rows to be one: two dated lines of text are no table.
    return len(values) >= 2 or len(rows) >= 3


def _with_year_labels(columns: list[Column], rows: Sequence[Sequence[Item]]) -> list[Column]:
    """Return the columns, the first of them no column of figures where years, each another, name the rows."""
    firsts = [item.text for row in rows for item in row if item.value and place_of(item.box, columns) == 0]
    if len(columns) < _LEAST_COLUMNS or len(firsts) < _LEAST_YEARS or not all(map(_YEAR.fullmatch, firsts)):
        return columns
    years = [int(text) for text in firsts]
    steps = {abs(after - before) for before, after in pairwise(years)}
    return [replace(columns[0], value=False), *columns[1:]] if steps == {1} else columns


def _second_header(
    lines: Sequence[Line], rows: Sequence[Sequence[Item]], body: Sequence[int], columns: Sequence[Column]
) -> int | None:
    """Return the line within the rows where another table's headers begin, or None."""
    values = [at for at, column in enumerate(columns) if column.value]
    begun = False
    for at in range(body[0], body[-1] + 1):
        over = [item for item in rows[at] if any(place in values for place in covered_by(item.box, columns))]
        figures = [item for item in over if item.value and not is_period(item.text) and not is_unit(item.text)]
        if figures:
            begun = True
            continue
        if not begun or not over:
            continue
        units = all(is_unit(item.text) for item in over)
        periods = len(over) > 1 and all(is_period(item.text) or is_unit(item.text) for item in over)
        gap = lines[at].box[1] - lines[at - 1].box[3]
        words = 2 * len(over) >= max(len(values), 4) and all(word.bold for item in over for word in item.words)
        if units or periods or (words and gap > 0.9 * lines[at].size) or _stands_off(lines, rows, at, (over, values)):
            return at
    return None


def _stands_off(
    lines: Sequence[Line], rows: Sequence[Sequence[Item]], at: int, heads: tuple[Sequence[Item], Sequence[int]]
) -> bool:
    """Tell whether words over half of the columns stand farther from the last row, caption or no, than rows do."""
    over, values = heads
    if 2 * len(over) < len(values) or not all(item.text[:1].isupper() for item in over):
        return False
    last = max((above for above in range(at) if is_row(rows[above])), default=None)
    if last is None or at - last > _MOST_LABELS_BETWEEN or not any(map(is_row, rows[at + 1 : at + 3])):
        return False
    gaps = [lines[k + 1].box[1] - lines[k].box[3] for k in range(last) if is_row(rows[k]) and is_row(rows[k + 1])]
    widest = max(lines[k + 1].box[1] - lines[k].box[3] for k in range(last, at))
    return bool(gaps) and widest > median(gaps) + 0.6 * lines[at].size


def _stack(lines: Sequence[Line], rows: Sequence[Sequence[Item]], foot: int) -> list[Item]:
    """Return the items of the lines that end at `foot` and stand close together, as headers over several lines do."""
    items = list(rows[foot])
    for at in range(foot - 1, max(-1, foot - 4), -1):
        if lines[at + 1].box[1] - lines[at].box[3] > 0.6 * lines[at].size:
            break
        items.extend(rows[at])
    return items


def _heads_most(items: Sequence[Item], columns: Sequence[Column]) -> bool:
    """Tell whether a line has words over most columns of figures, and over nothing else but labels."""
    values = [at for at, column in enumerate(columns) if column.value]
    headed = {at for item in items for at in covered_by(item.box, columns)} & set(values)
    return (
        len(values) > 1
        and len(headed) >= 0.6 * len(values)
        and not any(is_value(item.text) and not is_period(item.text) for item in items)
    )


def _last_row(rows: Sequence[Sequence[Item]], first: int, end: int) -> int:
    """Return the last row before line `end`."""
    return max((at for at in range(first, end) if is_row(rows[at])), default=first)


def _close(places: Sequence[float], least: float) -> int:
    """Return how many places are nearer than `least` to their median."""
    middle = median(places)
    return sum(abs(place - middle) < least for place in places)


def _header_lines(
    lines: Sequence[Line], rows: Sequence[Sequence[Item]], first: int, done: int, columns: Sequence[Column]
) -> tuple[int, int]:
    """Return the first header line above the rows and the line after the last; labels alone may stand between."""
    values = [at for at, column in enumerate(columns) if column.value]
    if not values:
        return first, first
    start = below = first
    labels = 0
    for at in range(first - 1, max(done, first - 1 - _MOST_HEADER_LINES), -1):
        gap = lines[at + 1].box[1] - lines[at].box[3]
        limit = _HEADER_GAP if start < first else _BODY_GAP if _heads_most(_stack(lines, rows, at), columns) else 1.1
        if gap > (_GROUP_GAP if start < first and _over_groups(rows[at], columns, values) else limit) * lines[at].size:
            break
        if _is_header(rows[at], columns, values):
            if start == first:
                below = at + 1
            start = at
        elif start < first and at > done + 1 and _names_rows(rows[at], values, columns):
            continue  # the words over the labels, at the middle of headers of several lines
        elif (
            start == first and labels < _MOST_LABELS_BETWEEN and is_label(lines[at], rows[at], lines[first].size / 1.2)
        ):
            labels += 1
        else:
            break
    while start == below and start - 1 > done and _label_goes_on(lines[start - 1], rows[start - 1], rows[start]):
        start = below = start - 1
    return start, below


def _names_rows(items: Sequence[Item], values: Sequence[int], columns: Sequence[Column]) -> bool:
    """Tell whether a line holds a few words over the labels and nothing else."""
    if len(items) != 1 or items[0].value or len(items[0].words) > _MOST_CORNER_WORDS:
        return False
    return not any(at in values for at in covered_by(items[0].box, columns))


def _over_groups(items: Sequence[Item], columns: Sequence[Column], values: Sequence[int]) -> bool:
    """Tell whether a line names groups of columns: a few words over some columns each, none over the labels."""
    covered = [covered_by(item.box, columns) for item in items]
    return (
        1 < len(items) < len(values) / 2
        and all(len(item.words) < 6 for item in items)
        and all(set(each) <= set(values) and each for each in covered)
    )


def _label_goes_on(line: Line, above: Sequence[Item], below: Sequence[Item]) -> bool:
    """Tell whether the line above the first row is the beginning of its label."""
    if len(above) != 1 or above[0].value or below[0].value or above[0].box[0] > below[0].box[0] + 2.0:
        return False
    near = below[0].box[1] - line.box[3] < 0.6 * line.size
    return near and (line.text.endswith(("-", "\u2010")) or below[0].text[:1].islower())


def _is_header(items: Sequence[Item], columns: Sequence[Column], values: Sequence[int]) -> bool:
    over = 0
    for item in items:
        covered = covered_by(item.box, columns)
        if len(item.words) > 8:
            return False
        if item.box[0] >= columns[values[0]].low - 40.0 or any(at in values for at in covered):
            if 0 in covered and 0 not in values and item.box[0] < (columns[0].low + columns[0].high) / 2:
                return False
            over += 1
    return over >= 1


def _grid(lines: Sequence[Line], heads: int, columns: Sequence[Column], scene: _Scene) -> DraftGrid | None:
    years = next((at for at in range(heads, len(lines)) if not heads_alone(items_of(lines[at], scene.space))), heads)
    columns = headed_columns(lines[:years], columns)
    extents = [(column.low, column.high) for column in columns]
    values = {at for at, column in enumerate(columns) if column.value}
    body: list[TableLine] = []
    for line in lines[heads:]:
        cells: dict[int, list[Word]] = {}
        for item in items_of(line, scene.space):
            cells.setdefault(place_of(item.box, columns), []).extend(item.words)
        body.append(table_line({at: tuple(words) for at, words in cells.items()}))
    more = _headings(body, values)
    edges = edges_between(columns)
    header_lines = [
        Line(tuple(phrase for cell in _cells_in_order(line) for phrase in phrases_of(cell))) for line in body[:more]
    ]
    headers = cells_of_headers([*lines[:heads], *header_lines], extents) if heads + more else []
    levels = max((cell.row + 1 for cell in headers), default=0)
    box = box_of(word for line in lines for word in line.words)
    breaks = [rule.at for rule in scene.rules.horizontal if rule.low < edges[-1] - 5 and rule.high > edges[0] + 5]
    placed: list[DraftCell] = list(headers)
    number = levels
    for row in rows_of(body[more:], values, [at for at in breaks if box[1] < at < box[3]]):
        placed.extend(
            DraftCell(number, column, tuple(line.cells[column] for line in row if column in line.cells))
            for column in sorted({at for line in row for at in line.cells})
        )
        number += 1
    if number == levels:
        return None
    ends = tuple(column.high for column in columns)
    return DraftGrid(box, number, len(columns), tuple(placed), "layout", ends)


def _cells_in_order(line: TableLine) -> list[tuple[Word, ...]]:
    return [line.cells[at] for at in sorted(line.cells)]


def _headings(body: Sequence[TableLine], values: set[int]) -> int:
    """Return how many lines at the top of the body still are headers; a label may go on into one."""
    more = 0
    while more < len(body) - 1:
        ahead = more
        while ahead < len(body) - 1 and not any(at in values for at in body[ahead].cells):
            below = body[ahead + 1]
            if not _is_torn(body[ahead]) and (0 in below.cells or not _is_heading(below, values)):
                break
            ahead += 1
        if not _is_heading(body[ahead], values):
            return more
        more = ahead + 1
    return more


def _is_torn(line: TableLine) -> bool:
    return list(line.cells)[-1] == 0 and line.text(0).endswith(("-", "\u2010"))


def _is_heading(line: TableLine, values: set[int]) -> bool:
    """Tell whether a line of the body still belongs to the headers: years and units instead of figures."""
    texts = [line.text(at) for at in line.cells if at in values]
    return bool(texts) and all(is_period(t) or is_unit(t) or not (is_value(t) or is_nil(t)) for t in texts)
