"""Runs of lines that may be a table without columns: header lines, rows with wrapped labels and cells, lines after."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.flat_lines import Line
from ingest.tables.labels import is_bare_total
from ingest.tables.splits import Token

_MOST_HEADER_LINES = 16
_MOST_PENDING = 3
_MOST_AFTER = 3
_LONGEST_TITLE = 110


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its label as printed (wrapped lines joined), where the label stands, and its cells' digit groups.

    `broken` says that the line shows a lost or calculated number, so that nothing can be said of its cells.
    """

    label: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that follow each other, the lines above them (nearest last) and those after that may be their title."""

    above: tuple[Line, ...]
    rows: tuple[Row, ...]
    after: tuple[Line, ...]


def runs_of(lines: Sequence[Line]) -> tuple[Run, ...]:
    """Return the runs of at least two rows on a page, in order."""
    found: list[Run] = []
    at = 0
    floor = 0
    while at < len(lines):
        if not _starts_row(lines[at]):
            at += 1
            continue
        rows, end = _rows(lines, at)
        if len(rows) >= 2:
            found.append(Run(_above(lines, floor, at), tuple(rows), _after(lines, end)))
            floor = end
        at = max(end, at + 1)
    return tuple(found)


def _starts_row(line: Line) -> bool:
    return line.is_row and not line.bullet


def _ends_run(line: Line) -> bool:
    """Tell whether a line begins something new: a slide, a block after blank lines, an item of a list."""
    return line.indented or line.gap >= 2 or line.bullet


def _rows(lines: Sequence[Line], at: int) -> tuple[list[Row], int]:
    """Return the rows from line `at` on and the index of the first line behind them."""
    rows: list[Row] = []
    pending: list[Line] = []
    end = at
    for index in range(at, len(lines)):
        line = lines[index]
        if index > at and _ends_run(line):
            break
        if rows and pending and is_bare_total(rows[-1].label):
            break
        if line.is_blank and rows:
            pending = []
            continue
        if not _starts_row(line) or (line.only_years and not line.label):
            pending.append(line)
            if len(pending) > _MOST_PENDING or len(line.text) > _LONGEST_TITLE:
                break
            continue
        if not line.label and not pending and rows:
            first = replace(line.tokens[0], starts=True)
            rows[-1] = replace(rows[-1], tokens=(*rows[-1].tokens, first, *line.tokens[1:]))
        elif not line.label and pending:
            label = " ".join(other.text for other in pending)
            rows.append(Row(label, pending[0].start, pending[-1].end, line.tokens))
        elif pending and _wraps(pending[-1], line):
            label = " ".join([*(other.text for other in pending), line.label])
            rows.append(Row(label, pending[0].start, line.start + len(line.label), line.tokens, line.broken))
        else:
            rows.append(Row(line.label, line.start, line.start + len(line.label), line.tokens, line.broken))
        pending = []
        end = index + 1
    return _numbered(rows), end


def _numbered(rows: list[Row]) -> list[Row]:
    """Give rows of one name that count up ("Hanke 1 …", "Hanke 2 …") the number for their label."""
    named: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        named.setdefault(row.label, []).append(index)
    found = list(rows)
    for label, indices in named.items():
        firsts = [rows[index].tokens[0] for index in indices]
        counting = [token.text for token in firsts] == [str(number) for number in range(1, len(firsts) + 1)]
        if not label or len(indices) < 2 or not counting or any(len(rows[index].tokens) < 2 for index in indices):
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
