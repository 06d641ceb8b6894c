"""Columns of tables without rules, as wide as their headers and figures together.

A header may stand in the middle of a wide column, or at its left, and the figures at its right edge: neither is over
the other. Where there are as many headers as columns of figures they belong together from left to right.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest.readers.pdf_columns import Column, Item, columns_of
from ingest.readers.pdf_lines import Line, phrases_of
from ingest.readers.pdf_values import is_period, is_unit
from ingest.readers.pdf_word import Box

_TIGHT_GAP: Final = 0.42
_SEVERAL: Final = 2
Extent = tuple[float, float]


def heads_alone(items: Sequence[Item]) -> bool:
    """Tell whether the figures of a line are years and units alone, as those of a header are."""
    values = [item for item in items if item.value]
    return len(values) >= _SEVERAL and all(is_period(item.text) or is_unit(item.text) for item in values)


def columns_below(rows: Sequence[Sequence[Item]], size: float) -> list[Column]:
    """Return the columns of a table's rows, of which the first may be headers; `size` is as in `columns_of`."""
    begins = next((at for at, row in enumerate(rows) if not heads_alone(row)), 0)
    if 0 < begins <= len(rows) - _SEVERAL:
        columns = columns_of(rows[begins:], size)
        wide = _in_order([[item.box for item in row] for row in rows[:begins]], columns)
        if wide:
            return wide
    return columns_of(rows, size)


def headed_columns(headers: Sequence[Line], columns: Sequence[Column]) -> list[Column]:
    """Return `columns` as wide as their headers where these are as many; else with those that have but a header."""
    boxes = [[part.box for phrase in line.phrases for part in phrases_of(phrase.words, _TIGHT_GAP)] for line in headers]
    return _in_order(boxes, columns) or _with_free_headers(headers, columns)


def _in_order(lines: Sequence[Sequence[Box]], columns: Sequence[Column]) -> list[Column]:
    """Return the columns as wide as the headers that stand over them in order; [] where they are not as many.

    Lines are taken from the lowest up until there are enough: what stands over several headers names a group.
    """
    if len(columns) <= _SEVERAL or columns[0].value:
        return []
    found: list[Extent] = []
    for line in reversed(lines):
        for box in line:
            if box[2] < columns[1].low and box[0] < columns[0].high:
                continue  # over the labels
            below = [extent for extent in found if min(extent[1], box[2]) > max(extent[0], box[0])]
            if len(below) == 1:
                found.remove(below[0])
            if len(below) <= 1:
                low, high = below[0] if below else (box[0], box[2])
                found.append((min(low, box[0]), max(high, box[2])))
        if len(found) >= len(columns) - 1:
            break
    if len(found) != len(columns) - 1:
        return []
    wide = [
        Column(min(low, column.low), max(high, column.high), column.value)
        for (low, high), column in zip(sorted(found), columns[1:], strict=True)
    ]
    apart = all(left.high < right.low for left, right in pairwise([columns[0], *wide]))
    return [columns[0], *wide] if apart else []


def _with_free_headers(headers: Sequence[Line], columns: Sequence[Column]) -> list[Column]:
    """Add columns that are empty but for their header, which stands free between two columns."""
    free: list[tuple[float, float]] = []
    for line in headers:
        for box in (part.box for phrase in line.phrases for part in phrases_of(phrase.words, _TIGHT_GAP)):
            gap = next(((a, b) for a, b in pairwise(columns) if a.high < box[0] and box[2] < b.low), None)
            if gap is None or not gap[1].value:
                continue
            near = next((at for at, (low, high) in enumerate(free) if box[0] < high and low < box[2]), None)
            if near is None:
                free.append((box[0], box[2]))
            else:
                free[near] = (min(free[near][0], box[0]), max(free[near][1], box[2]))
    # What reaches into a neighbour with one of its lines is the neighbour's own header.
    texts = [part.box for line in headers for phrase in line.phrases for part in phrases_of(phrase.words, _TIGHT_GAP)]
    added = [
        Column(low, high, value=True)
        for low, high in free
        if not any(
            low < box[2] and box[0] < high and any(min(box[2], c.high) - max(box[0], c.low) > 1.0 for c in columns)
            for box in texts
        )
    ]
    return sorted([*columns, *added], key=lambda column: column.low)
