"""Runs of lines that may be a table without columns: header lines, rows with wrapped labels and cells, lines after."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.breaks import counts_otherwise, is_heading, is_page_number, opens_table, without_repeats
from ingest.tables.flat.header import Part, is_caption
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.measures import measure_of
from ingest.tables.nesting import is_part
from ingest.tables.splits import Token
from ingest.tables.units import stated_unit

_MOST_HEADER_LINES = 32
_MOST_PENDING = 3
_MOST_AFTER = 3
_LONGEST_TITLE = 110
_SEVERAL = 2
_SMALL = re.compile(r"[1-9]\d?")
_CENTS = re.compile(r",\d\d\Z")
_ZEROS = re.compile(r"0\d")  # the rest of thousands
_LONGEST_CAPTION = 220
_CAPTION_END = re.compile(r"[ )\]:]*(?:\*|\d{1,2}\))?")


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label as printed (wrapped lines joined), where the label stands, and its cells' digit groups.

    `broken` says that the line shows a lost or calculated number, so that nothing can be said of its cells. `group` is
    the line above that may head it and the rows beside it, `marked` says that it is set in or an item under a row.
    """

    label: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    broken: bool = False
    group: Part | None = None
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow each other, the lines above them (nearest last) and those after that may be their title.

    `caption` is a line further up, parted from them by blank lines alone, that states the table's unit.
    """

    above: tuple[Line, ...]
    rows: tuple[Row, ...]
    after: tuple[Line, ...]
    caption: Line | None = None


def runs_of(lines: Sequence[Line]) -> tuple[Run, ...]:
    """Return the runs of at least two rows on a page, in order."""
    found: list[Run] = []
    at = 0
    floor = 0
    while at < len(lines):
        if not _starts_row(lines[at]):
            at += 1
            continue
        above = _above(lines, floor, at)
        rows, end = _rows(lines, at, above)
        if len(rows) >= 2:
            above, rows = _first_joined(above, rows)
            top = above[0] if above else lines[at]
            found.append(Run(above, tuple(rows), _after(lines, end), _caption(lines, floor, lines.index(top))))
            floor = end
        at = max(end, at + 1)
    return tuple(found)


def _first_joined(above: tuple[Line, ...], rows: list[Row]) -> tuple[tuple[Line, ...], list[Row]]:
    """Return the lines above without one that begins the label of the first row, and the rows with it in that label."""
    first = rows[0]
    if not above or not first.label[:1].islower() or first.marked or is_part(first.label) or is_bare_total(first.label):
        return above, rows
    line = above[-1]
    if len(above) < _SEVERAL or not is_heading(line) or measure_of([line.text]) or heads_labels(line.text.split()[-1]):
        return above, rows
    if len(above[-2].text.split()) < _SEVERAL:
        return above, rows  # headers on lines of their own
    label = f"{line.text} {first.label}"
    return above[:-1], [replace(first, label=label, start=line.start), *rows[1:]]


def _starts_row(line: Line) -> bool:
    return line.is_row and not line.bullet


def _ends_run(line: Line) -> bool:
    """Tell whether a line begins something new: a slide, a block after blank lines, an item of a list."""
    return line.indented or line.gap >= 2 or line.bullet


def _rows(lines: Sequence[Line], at: int, above: Sequence[Line]) -> tuple[list[Row], int]:
    """Return the rows from line `at` on and the index of the first line behind them."""
    rows: list[Row] = []
    pending: list[Line] = []
    end = at
    for index in range(at, len(lines)):
        line = lines[index]
        marked = bool(rows) and not pending and _is_item(lines[index - 1], line)
        if index > at and _ends_run(line) and not marked and not (rows and _goes_on(rows, line)):
            break
        if line.is_blank and rows:
            pending = []
            continue
        if rows and is_page_number(line, lines[index + 1 : index + 2]):
            continue
        if not (marked or _starts_row(line)) or (line.only_years and not line.label):
            pending.append(line)
            if len(pending) > _MOST_PENDING + len(above) or len(line.text) > _LONGEST_TITLE:
                break
            continue
        if rows:
            new = without_repeats(pending, above)
            if new and (_ends_table(rows, new, line) or (len(new) < len(pending) and _is_title(rows, new))):
                break
            pending = new
        _add(rows, pending, line, marked=marked)
        pending = []
        end = index + 1
    return _numbered(rows), end


def _is_title(rows: Sequence[Row], lines: Sequence[Line]) -> bool:
    """Tell whether lines beside the headers printed again are another table's title, not a heading or page's end.

    So it is behind a total, and where one states a unit or ends a sentence.
    """
    return is_bare_total(rows[-1].label) or any(stated_unit(line.text) or line.is_sentence for line in lines)


def _ends_table(rows: Sequence[Row], between: Sequence[Line], line: Line) -> bool:
    """Tell whether lines between rows begin another table, be it that they follow the total of this one."""
    alone = not line.label and len(between) == 1  # the label of the numbers below it
    if len(between) > _MOST_PENDING or (opens_table(between) and not alone):
        return True
    if line.label and counts_otherwise(between[-1].text):
        return True
    return is_bare_total(rows[-1].label) and not (len(between) == 1 and _may_go_on(rows, between[0], line))


def _add(rows: list[Row], between: Sequence[Line], line: Line, *, marked: bool) -> None:
    """Add the row of a line; the lines `between` begin its label or may head it, or it goes on with the row before."""
    group = rows[-1].group if rows else None
    if not line.label and not between and rows:
        first = replace(line.tokens[0], starts=True)
        rows[-1] = replace(rows[-1], tokens=(*rows[-1].tokens, first, *line.tokens[1:]))
    elif between and (not line.label or _wraps(between[-1], line)):
        rows.append(_row(line, between, group, marked=False))
    else:
        rows.append(_row(line, (), heading_of(between) if between and rows else group, marked=marked))


def _row(line: Line, wrapped: Sequence[Line], group: Part | None, *, marked: bool) -> Row:
    """Return the row of a line, its label begun on the lines `wrapped`."""
    label = " ".join([*(other.text for other in wrapped), *([line.label] if line.label else [])])
    start = wrapped[0].start if wrapped else line.start + line.item
    end = wrapped[-1].end if wrapped and not line.label else line.start + len(line.label)
    return Row(label if wrapped else line.label[line.item :], start, end, line.tokens, line.broken, group, marked)


def _goes_on(rows: Sequence[Row], line: Line) -> bool:
    """Tell whether a row behind two blank lines goes on with accounts: as many numbers with cents as all rows above.

    What has a header of its own does not begin with a row.
    """
    if line.bullet or line.indented or line.gap != _SEVERAL or not line.is_row or len(rows) < _SEVERAL:
        return False
    cells = (*(row.tokens for row in rows), line.tokens)
    cents = [sum(_CENTS.search(token.text) is not None for token in tokens) for tokens in cells]
    return cents[-1] >= _SEVERAL and len(set(cents)) == 1


def _is_item(before: Line, line: Line) -> bool:
    """Tell whether a row is an item of a list or set in under the row right above it."""
    if not line.is_row or not before.is_row or line.gap > max(before.gap, 1):
        return False
    named = line.label[line.item :]
    several = len(line.tokens) >= _SEVERAL and len(before.tokens) >= _SEVERAL
    return bool(named) and (line.bullet or line.indented) and (several or is_part(named))


def _may_go_on(rows: Sequence[Row], heading: Line, line: Line) -> bool:
    """Tell whether a heading behind a total may open the next group of the table."""
    several = all(len(tokens) >= _SEVERAL for tokens in (line.tokens, *(row.tokens for row in rows)))
    return several and is_heading(heading)


def heading_of(lines: Sequence[Line]) -> Part | None:
    """Return the last of the lines before a row if it may head a group of rows."""
    last = lines[-1] if lines else None
    return Part(last.text.rstrip(":"), last.start, last.end) if last is not None and is_heading(last) else None


def _numbered(rows: list[Row]) -> list[Row]:
    """Give rows of one name that count up ("Hanke 1 …", "Hanke 2 …") the number for their label.

    Three may begin to count anywhere.
    """
    named: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        named.setdefault(row.label, []).append(index)
    found = list(rows)
    for label, indices in named.items():
        firsts = [rows[index].tokens[0] for index in indices]
        begin = int(firsts[0].text) if len(firsts) > _SEVERAL and _SMALL.fullmatch(firsts[0].text) else 1
        counting = [token.text for token in firsts] == [str(begin + number) for number in range(len(firsts))]
        whole = any(len(rows[index].tokens) < 2 or _ZEROS.match(rows[index].tokens[1].text) for index in indices)
        if not label or len(indices) < 2 or not counting or whole or is_total(label):
            continue
        for index, token in zip(indices, firsts, strict=True):
            row = rows[index]
            found[index] = replace(row, label=f"{label} {token.text}", end=token.end, tokens=row.tokens[1:])
    return found


def _wraps(before: Line, line: Line) -> bool:
    """Tell whether `line` goes on with the label that `before` began."""
    if before.text.endswith(("-", ",", "–", "/", " ja", " och", " sekä", " and")):
        return True
    return line.text[:1].islower() and not is_bare_total(line.label)


def _above(lines: Sequence[Line], floor: int, first: int) -> tuple[Line, ...]:
    """Return the lines above the rows that may hold header and title, back to where their block begins."""
    start = first
    while start > floor and first - start < _MOST_HEADER_LINES:
        if _ends_run(lines[start]) and start < first:
            break
        if start == first and (lines[first].gap >= 2 or lines[first].indented):
            break
        before = lines[start - 1]
        if before.bullet or (_starts_row(before) and not before.only_years):
            break
        if before.is_sentence:
            break
        start -= 1
    return tuple(lines[start:first])


def _caption(lines: Sequence[Line], floor: int, first: int) -> Line | None:
    """Return the line before line `first` if it ends in the unit of a table: "Arvioitu käyttö (1 000 euroa)"."""
    before = lines[first - 1] if first > floor else None
    if before is None or before.bullet or before.is_remark:
        return None
    if len(before.text) > (_LONGEST_CAPTION if is_caption(before.text) else _LONGEST_TITLE):
        return None
    unit = stated_unit(before.text)
    return before if unit is not None and _CAPTION_END.fullmatch(before.text, unit.end) else None


def _after(lines: Sequence[Line], end: int) -> tuple[Line, ...]:
    """Return the lines behind the rows up to the next block, where they are few enough to be a title.

    In text extracted from slides the title often comes last, even behind blank lines; there the next slide begins with
    an indented line.
    """
    found: list[Line] = []
    for line in lines[end : end + _MOST_AFTER + 1]:
        if line.indented:
            return tuple(found)
        if _starts_row(line) and not line.label and found:
            found.pop()  # the label of a number that stands alone
            break
        if _starts_row(line) and found:
            return ()  # they head the next table
        if line.bullet or _starts_row(line) or len(line.text) > _LONGEST_TITLE or (found and line.gap >= 2):
            break
        found.append(line)
    if len(lines) <= end + _MOST_AFTER and len(found) == len(lines) - end:
        return tuple(found)
    near = [line for number, line in enumerate(found) if all(other.gap < 2 for other in found[: number + 1])]
    return tuple(near) if len(near) <= _MOST_AFTER and len(near) == len(found) else ()
