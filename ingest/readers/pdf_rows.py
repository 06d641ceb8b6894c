"""Printed lines of a table into its rows: a label over several lines is one row with its figures."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest.readers.pdf_values import is_nil, is_value
from ingest.readers.pdf_word import Word

_TIGHT = 0.93
_LEAST_RULED = 3
_DIGITS = re.compile(r"^[-−–]?\d{1,3}(?: \d{3})*$")
_DAY = re.compile(r"^\d{1,2}\.\d{1,2}\.$")
_THREE = re.compile(r"^\d{3}(?:,\d+)?$")


@dataclass(frozen=True, slots=True)
class TableLine:
    """One printed line with its words by column; `foot` is the lower edge in points."""

    cells: Mapping[int, tuple[Word, ...]]
    foot: float
    bold: bool

    def text(self, column: int) -> str:
        """Return the words of a column."""
        return " ".join(word.text for word in self.cells.get(column, ()))


def table_line(cells: Mapping[int, tuple[Word, ...]]) -> TableLine:
    """Return the line with these words, of which there is at least one."""
    words = [word for row in cells.values() for word in row]
    first = cells[min(cells)]
    return TableLine(cells, median(word.y1 for word in words), all(word.bold for word in first))


def rows_of(lines: Sequence[TableLine], values: Collection[int], breaks: Sequence[float] = ()) -> list[list[TableLine]]:
    """Group the lines of a table body to rows, in order.

    Args:
        lines: the printed lines from top to bottom.
        values: the columns that hold figures.
        breaks: heights of lines drawn across the table, which part rows.
    """
    anchors = [_has_value(line, values) for line in lines]
    ruled = _between_breaks(lines, anchors, breaks)
    if ruled is not None:
        return ruled
    pitch = _pitch(lines, anchors)
    rows: list[list[TableLine]] = []
    filled = False
    for place, line in enumerate(lines):
        if rows and _near(lines[place - 1], line, pitch, breaks):
            last = _Last(lines[place - 1], len(rows[-1]) == 1, filled)
            if _goes_on(last, line, values, pitch, fills=anchors[place]):
                rows[-1].append(line)
                filled = filled or anchors[place]
                continue
        rows.append([line])
        filled = anchors[place]
    return rows


def _between_breaks(
    lines: Sequence[TableLine], anchors: Sequence[bool], breaks: Sequence[float]
) -> list[list[TableLine]] | None:
    """Return the lines between drawn lines as rows, where those part nearly all rows; else None."""
    rows: list[list[TableLine]] = []
    counts: list[int] = []
    for place, line in enumerate(lines):
        if rows and not any(lines[place - 1].foot - 2.0 < at < line.foot - 3.0 for at in breaks):
            rows[-1].append(line)
            counts[-1] += anchors[place]
        else:
            rows.append([line])
            counts.append(int(anchors[place]))
    return rows if len(rows) >= _LEAST_RULED and max(counts) <= 1 else None


@dataclass(frozen=True, slots=True)
class _Last:
    """The line before: whether it is the first of its row, and whether that row has its figures."""

    line: TableLine
    first: bool
    filled: bool


def _near(last: TableLine, line: TableLine, pitch: float, breaks: Sequence[float]) -> bool:
    """Tell whether a line is close enough to the one before to belong to it, with no line drawn between."""
    top = min(word.y0 for words in line.cells.values() for word in words)
    step = line.foot - last.foot
    if any(last.foot - 2.0 < at < max(top + 2.0, line.foot - 0.5 * step) for at in breaks):
        return False
    return step <= 1.6 * max(pitch, line.foot - top)


def _pitch(lines: Sequence[TableLine], anchors: Sequence[bool]) -> float:
    steps = [
        lower.foot - upper.foot
        for upper, lower, first, second in zip(lines, lines[1:], anchors, anchors[1:], strict=False)
        if first and second
    ]
    if not steps:
        steps = [lower.foot - upper.foot for upper, lower in pairwise(lines)]
    return median(steps) if steps else 0.0


def _has_value(line: TableLine, values: Collection[int]) -> bool:
    if _signs_only(line, values):
        return False
    return any(column in values and (is_value(line.text(column)) or is_nil(line.text(column))) for column in line.cells)


def _signs_only(line: TableLine, values: Collection[int]) -> bool:
    """Tell whether a line holds nothing but minus signs, pushed up from the figures under them by a narrow column."""
    return all(column in values and line.text(column) in {"-", "−", "–"} for column in line.cells)


def _goes_on(last: _Last, line: TableLine, values: Collection[int], pitch: float, *, fills: bool) -> bool:
    """Tell whether a line belongs to the row of the line before; `fills` says that it has figures."""
    tight = line.foot - last.line.foot < _TIGHT * pitch
    if last.filled and fills:
        return last.first and tight and _breaks_figure(last.line, line, values)
    if _signs_only(last.line, values) and last.first:
        return all(_unsigned(line.text(column)) for column in last.line.cells)
    if _signs_only(line, values):
        return False
    before, after = _label(last.line, values), _label(line, values)
    if not before or not after:
        return False
    if _label_goes_on(before, after):
        return True
    # A label's next line may begin with a capital: then it must stand closer than rows do.
    closed = before.endswith((":", "."))
    return not closed and not last.filled and fills and tight and last.line.bold == line.bold


def _label_goes_on(before: str, after: str) -> bool:
    if before.endswith(("-", "\u00ad", "\u2010")) and len(before) > 2 and before[-2].isalpha():
        return True
    return (after[0].islower() and not _is_item(after)) or bool(_DAY.match(after))


def _breaks_figure(last: TableLine, line: TableLine, values: Collection[int]) -> bool:
    """Tell whether a line holds the first groups of digits of figures that go on in the line under it.

    It has no label, or one that goes on there, too.
    """
    label = _label(last, values)
    figures = [column for column in last.cells if column in values]
    return (not label or label.endswith("-")) and all(
        _DIGITS.match(last.text(column)) and _THREE.match(line.text(column)) for column in figures
    )


def _is_item(text: str) -> bool:
    return len(text) > 1 and text[1] in ").:"


def _unsigned(text: str) -> bool:
    return is_value(text) and text[:1].isdigit()


def _label(line: TableLine, values: Collection[int]) -> str:
    for column in sorted(line.cells):
        if column not in values:
            return line.text(column)
    return ""
