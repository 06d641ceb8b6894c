"""Columns of tables without rules: stretches across the page that the printed lines of a table leave free."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.pdf_lines import Line, box_of
from ingest.readers.pdf_values import is_nil, is_period, is_unit, is_value, pieces_of
from ingest.readers.pdf_word import Box, Word

_SHARES = (0.0, 0.04, 0.1, 0.2)
_LEAST_TEXT_GAP = 0.35


@dataclass(frozen=True, slots=True)
class Item:
    """Words of a line that belong to one cell; `value` tells that they are one figure."""

    words: tuple[Word, ...]
    box: Box
    value: bool

    @property
    def text(self) -> str:
        """Return the words parted by spaces."""
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Column:
    """A column from `low` to `high`; `value` tells that it holds figures."""

    low: float
    high: float
    value: bool


def items_of(line: Line, space: float) -> list[Item]:
    """Return the cells of a line as they look by themselves: single figures and phrases of words."""
    items: list[Item] = []
    for phrase in line.phrases:
        pieces = pieces_of(phrase.words, space)
        if pieces is None:
            items.extend(_with_figures_behind(phrase.words, space))
            continue
        items.extend(_item(piece) for piece in pieces)
    return items


def _item(words: Sequence[Word]) -> Item:
    text = " ".join(word.text for word in words)
    return Item(tuple(words), box_of(words), is_value(text) or is_nil(text) or is_period(text) or is_unit(text))


def _with_figures_behind(words: Sequence[Word], space: float) -> list[Item]:
    """Part a phrase at a gap wider than a word space before the figures that end it, as after a long label."""
    for at in range(len(words) - 1, 0, -1):
        gap = words[at].x0 - words[at - 1].x1
        if gap > max(1.9 * space, 0.3 * words[at].size):
            pieces = pieces_of(words[at:], space)
            if pieces is not None:
                return [_item(words[:at]), *(_item(piece) for piece in pieces)]
    return [_item(words)]


def columns_of(rows: Sequence[Sequence[Item]], size: float) -> list[Column]:
    """Return the columns of lines that are rows of one table, from left to right.

    Args:
        rows: the items of each line that has figures.
        size: usual height of a line in points.
    """
    best: list[Column] = []
    for share in _SHARES:
        columns = _free_stretches(rows, int(share * len(rows)), size)
        clashes = _clashes(rows, columns)
        if not best or clashes < _clashes(rows, best):
            best = columns
        if clashes <= 0.02 * len(rows):
            break
    return _with_heads_joined(best, rows)


def _with_heads_joined(columns: Sequence[Column], rows: Sequence[Sequence[Item]]) -> list[Column]:
    """Return columns without those that hold years and units alone, joined to the only one beside them that lacks such.

    A header in the middle of a wide column stands free of narrow figures at its edge.
    """
    heads = [row for row in rows if all(is_period(item.text) or is_unit(item.text) for item in row)]
    figures = [row for row in rows if row not in heads]
    headed, filled = ({place_of(item.box, columns) for row in some for item in row} for some in (heads, figures))
    found = list(columns)
    for at in sorted(headed - filled, reverse=True):
        beside = [near for near in (at - 1, at + 1) if near in filled and near not in headed and columns[near].value]
        if len(beside) == 1:
            first, last = sorted((at, *beside))
            found[first : last + 1] = [Column(found[first].low, found[last].high, value=True)]
    return found


def _free_stretches(rows: Sequence[Sequence[Item]], crossed: int, size: float) -> list[Column]:
    """Return the stretches that more than `crossed` lines cover."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for item in row:
            events.extend(((item.box[0], 1), (item.box[2], -1)))
    # An edge that ends comes before one that begins at the same place.
    events.sort()
    stretches: list[list[float]] = []
    covered = 0
    for at, step in events:
        before = covered
        covered += step
        if before <= crossed < covered:
            stretches.append([at, at])
        elif covered <= crossed < before:
            stretches[-1][1] = at
    merged: list[list[float]] = []
    for low, high in stretches:
        if merged and low - merged[-1][1] < _least_gap(rows, merged[-1], (low, high), size):
            merged[-1][1] = high
        else:
            merged.append([low, high])
    return [Column(low, high, _holds_figures(rows, low, high)) for low, high in merged]


def _least_gap(rows: Sequence[Sequence[Item]], left: Sequence[float], right: Sequence[float], size: float) -> float:
    """Return how far apart two stretches must be: columns of figures may stand close, words must not."""
    figures = _holds_figures(rows, *left) and _holds_figures(rows, *right)
    return 0.5 if figures else _LEAST_TEXT_GAP * size


def _holds_figures(rows: Sequence[Sequence[Item]], low: float, high: float) -> bool:
    inside = [item for row in rows for item in row if low - 0.5 <= (item.box[0] + item.box[2]) / 2 <= high + 0.5]
    return bool(inside) and sum(item.value for item in inside) >= 0.6 * len(inside)


def _clashes(rows: Sequence[Sequence[Item]], columns: Sequence[Column]) -> int:
    """Count the lines that have two figures, or a figure and words, in one column, or one item over two columns."""
    clashes = 0
    for row in rows:
        places = [place_of(item.box, columns) for item in row]
        doubled = any(
            a == b and (first.value or second.value)
            for (a, first), (b, second) in pairwise(zip(places, row, strict=True))
        )
        clashes += doubled or any(item.value and len(covered_by(item.box, columns)) > 1 for item in row)
    return clashes


def place_of(box: Box, columns: Sequence[Column]) -> int:
    """Return the column that a box overlaps most, or else the nearest; columns go from left to right."""
    if not columns:
        return 0
    # Only the columns about the box can be it.
    first = max(0, bisect_left(columns, box[0], key=lambda column: column.high) - 1)
    last = min(len(columns), bisect_right(columns, box[2], key=lambda column: column.low) + 1)
    return max(
        range(min(first, len(columns) - 1), max(last, first + 1)),
        key=lambda at: min(columns[at].high, box[2]) - max(columns[at].low, box[0]),
    )


def covered_by(box: Box, columns: Sequence[Column]) -> list[int]:
    """Return the columns that a box overlaps; columns go from left to right."""
    first = bisect_left(columns, box[0], key=lambda column: column.high)
    last = bisect_right(columns, box[2], key=lambda column: column.low)
    return [at for at in range(first, last) if min(columns[at].high, box[2]) - max(columns[at].low, box[0]) > 1.0]


def edges_between(columns: Sequence[Column]) -> tuple[float, ...]:
    """Return the edges of columns: the middles of the free stretches, and both outer edges."""
    inner = [(left.high + right.low) / 2 for left, right in pairwise(columns)]
    return (columns[0].low, *inner, columns[-1].high)
