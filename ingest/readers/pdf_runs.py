"""Runs of lines that may be the rows of one table without rules, by how their figures and labels follow each other."""

from collections.abc import Sequence

from ingest.readers.pdf_columns import Item
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_rules import Rule, Rules
from ingest.readers.pdf_values import is_period, is_unit
from ingest.tables.corner_words import heads_codes

_MOST_LABEL_LINES = 4
_FAR = 3.2


def is_row(items: Sequence[Item]) -> bool:
    """Tell whether a line looks like a row: figures behind a label, or several figures."""
    figures = sum(item.value for item in items)
    if not figures or len(items) < 2 or any("...." in item.text for item in items):
        return False
    heads = all(is_period(item.text) or is_unit(item.text) for item in items if item.value)
    years = any(is_period(item.text) for item in items)
    if heads and years and (figures == len(items) or any(is_unit(item.text) for item in items)):
        return False  # years alone, or years and units behind the header of the labels
    texts = [item for item in items if not item.value]
    if heads_codes(texts[0].text if texts else "", [item.text for item in items if item.value]):
        return False
    return figures >= 2 or (len(texts) >= 1 and items[-1].value and not items[0].value)


def is_label(line: Line, items: Sequence[Item], size: float) -> bool:
    """Tell whether a line between rows may be a label alone, or part of one."""
    return len(items) <= 2 and line.size < 1.4 * size and len(line.words) <= 14


def runs_of(lines: Sequence[Line], rows: Sequence[Sequence[Item]], rules: Rules) -> list[tuple[int, int]]:
    """Return first and last line of each run of rows with at most a few lines of labels between them."""
    runs: list[tuple[int, int]] = []
    first = last = -1
    for at, items in enumerate(rows):
        if not is_row(items):
            continue
        near = first >= 0 and _labels_between(rows, last, at) <= _MOST_LABEL_LINES
        size = lines[at].size
        near = near and all(is_label(lines[k], rows[k], size) for k in range(last + 1, at))
        widest = max((lines[k + 1].box[1] - lines[k].box[3] for k in range(last, at)), default=0.0)
        near = near and (widest < _FAR * size or (widest < 5.5 * size and _aligned(rows[last], items, size)))
        near = near and not any(_ruled_off(lines[k], lines[k + 1], rules) for k in range(last, at))
        if near and abs(lines[last].size - size) < 0.35 * size:
            last = at
            continue
        if first >= 0:
            runs.append((first, last))
        first = last = at
    if first >= 0:
        runs.append((first, last))
    return [(first, last) for first, last in runs if last > first]


def _labels_between(rows: Sequence[Sequence[Item]], last: int, at: int) -> int:
    """Return the most labels in a row between two rows; words that stand where figures do make a row, too."""
    figures = [item.box for item in rows[last] if item.value]
    most = streak = 0
    for items in rows[last + 1 : at]:
        end = items[-1].box
        worded = len(items) > 1 and any(min(box[2], end[2]) > max(box[0], end[0]) for box in figures)
        streak = 0 if worded else streak + 1
        most = max(most, streak)
    return most


def _ruled_off(upper: Line, lower: Line, rules: Rules) -> bool:
    """Tell whether a line drawn in a wide gap parts what stands above from what stands below."""
    gap = lower.box[1] - upper.box[3]
    if gap < 1.2 * lower.size:
        return False
    low, high = min(upper.box[0], lower.box[0]), max(upper.box[2], lower.box[2])
    parting = (rule for rule in rules.horizontal if upper.box[3] - 1 <= rule.at <= lower.box[1] + 1)
    return any(
        min(high, rule.high) - max(low, rule.low) > 0.6 * (high - low) and not _has_likes(rule, rules, lower.size)
        for rule in parting
    )


def _has_likes(rule: Rule, rules: Rules, size: float) -> bool:
    """Tell whether lines as long stand near above or below, as between the rows of one table."""
    near = (other for other in rules.horizontal if 3.0 < abs(other.at - rule.at) < 6.0 * size)
    return any(abs(other.low - rule.low) < 4.0 and abs(other.high - rule.high) < 4.0 for other in near)


def _aligned(upper: Sequence[Item], lower: Sequence[Item], size: float) -> bool:
    """Tell whether the figures of two rows end at the same places."""
    ends = [[item.box[2] for item in row if item.value] for row in (upper, lower)]
    return len(ends[0]) == len(ends[1]) and all(abs(a - b) < 0.4 * size for a, b in zip(*ends, strict=True))
