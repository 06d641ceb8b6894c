"""Printed lines of a table into its rows: a label over several lines is one row with its figures."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.readers.pdf_values import is_nil, is_value
from ingest.readers.pdf_words import Word

_TIGHT = 0.93
_DIGITS = re.compile(r"^[-−–]?\d{1,3}(?: \d{3})*$")
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
    pitch = _pitch(lines, anchors)
    rows: list[list[TableLine]] = []
    complete: list[bool] = []
    for place, line in enumerate(lines):
        if rows and _goes_on(
            lines[place - 1], line, rows[-1], values, pitch, breaks, filled=complete[-1], fills=anchors[place]
        ):
            rows[-1].append(line)
            complete[-1] = complete[-1] or anchors[place]
        else:
            rows.append([line])
            complete.append(anchors[place])
    return rows


def _pitch(lines: Sequence[TableLine], anchors: Sequence[bool]) -> float:
    steps = [
        lower.foot - upper.foot
        for upper, lower, first, second in zip(lines, lines[1:], anchors, anchors[1:], strict=False)
        if first and second
    ]
    if not steps:
        steps = [lower.foot - upper.foot for upper, lower in zip(lines, lines[1:], strict=False)]
    return median(steps) if steps else 0.0


def _has_value(line: TableLine, values: Collection[int]) -> bool:
    if _signs_only(line, values):
        return False
    return any(column in values and (is_value(line.text(column)) or is_nil(line.text(column))) for column in line.cells)


def _signs_only(line: TableLine, values: Collection[int]) -> bool:
    """Tell whether a line holds nothing but minus signs, pushed up from the figures under them by a narrow column."""
    return all(column in values and line.text(column) in {"-", "−", "–"} for column in line.cells)


def _goes_on(
    last: TableLine,
    line: TableLine,
    row: Sequence[TableLine],
    values: Collection[int],
    pitch: float,
    breaks: Sequence[float],
    *,
    filled: bool,
    fills: bool,
) -> bool:
    middle = line.foot - 0.5 * (line.foot - last.foot)
    top = min(word.y0 for words in line.cells.values() for word in words)
    if any(last.foot - 2.0 < at < max(top + 2.0, middle) for at in breaks):
        return False
    step = line.foot - last.foot
    if filled and fills:
        return len(row) == 1 and step < _TIGHT * pitch and _breaks_figure(last, line, values)
    if step > 1.6 * max(pitch, line.foot - top):
        return False
    if _signs_only(last, values) and len(row) == 1:
        return all(_unsigned(line.text(column)) for column in last.cells)
    if _signs_only(line, values):
        return False
    before, after = _label(last, values), _label(line, values)
    if not before or not after:
        # Words in a value column go on under the figure's own label only where the label goes on, too.
        return False
    if before.endswith(("-", "\u00ad")) and len(before) > 2 and before[-2].isalpha():
        return True
    if before.endswith((":", ".")) and not after[0].islower():
        return False
    if after[0].islower() and not _is_item(after):
        return True
    if filled:
        return False
    return fills and last.bold == line.bold and step < _TIGHT * pitch - 0.3


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


__all__ = ["TableLine", "rows_of", "table_line"]
