"""Which headers the columns of a flat table may have, by the words above it and the sums within its rows.

For each number of columns that the rows allow the most natural header, with whether another one comes close. Which
number of columns is right, `ingest.tables.flat.tables` decides.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.corner_words import names_labels
from ingest.tables.flat.cuts import YEAR
from ingest.tables.flat.header import Header, leaves_headers, may_be_row, read_headers
from ingest.tables.flat.lines import Line
from ingest.tables.flat.outline import is_grouped
from ingest.tables.flat.over import headers_beside_last
from ingest.tables.flat.readings import Ways
from ingest.tables.flat.rows import Run, heading_of
from ingest.tables.flat.units import headers_over, without_units
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.measures import measure_of
from ingest.tables.periods import period_of

_NEARLY = 0.35  # headers that cost so little more are as natural
_RIVALS = 1.2  # headers that cost so much more are still possible
_DOUBTED = 1.7  # what taking the last line for a row must cost more where no sum tells
_AGAINST = 1.5  # digits of sums by which rows refute a number of columns
_CLEAR = 0.25  # what another cut of the same words must cost more
_MOST_EMPTY_ROWS = 2  # lines above the rows that may be rows without numbers
_EMPTY_ROW = 0.5  # what it costs to take the last line above the rows for such a row
_MORE_COLUMNS = 4  # columns beyond the longest row that are tried
_LONE_CORNER = 0.3  # what speaks for a word before others being no column's header, where the rows' numbers are as many
_TITLE = 0.5  # and against a line of several words above the headers
_FORCED = 4.0  # headers that cost more are none, unless each word is one and none a year
_TOTAL_AGREES = -0.5
_TOTAL_ELSEWHERE = 2.0
_TOTAL_INSIDE = 0.4


@dataclass(frozen=True, slots=True)
class Named:
    """A header, and whether another cut of the same words into as many columns is as natural (`rival`).

    `doubted` says that another reading of the lines is possible, so that sums must confirm the header: the last line
    may be a row, or the one above the header holds headers, too. `remote` headers are far from the most natural.
    """

    header: Header
    rival: bool
    doubted: bool
    remote: bool = False


def named_alike(run: Run, ways: Ways, sizes: Sequence[tuple[int, int]], *, with_label: bool) -> list[Named]:
    """Return the possible headers, one for each number of columns that the rows allow, fewest columns first.

    `sizes` are the fewest and the most numbers of each row.
    """
    fewest = max(1, *(low for low, _ in sizes))
    most = max(high for _, high in sizes)
    # A line that ends in a colon heads rows, no column.
    opened = not with_label and len(run.above) > 1 and run.above[-1].text.endswith(":")
    blocks = [run.above[:-1] if opened else run.above]
    heading = None if with_label else heading_of(run.above)
    grouped = heading is not None and (is_grouped(run.rows, heading) or any(row.group for row in run.rows))
    printed = {size for low, high in sizes for size in (low, high)}
    while not with_label and len(blocks) <= _MOST_EMPTY_ROWS and len(blocks[-1]) > 1:
        last = blocks[-1][-1]
        named_total = len(printed) == 1 and _is_named_total(last.text)
        if not (may_be_row(last) or named_total) and not (grouped and len(blocks) == 1):
            break
        blocks.append(blocks[-1][:-1])
    # Where headings part the rows below, one may stand above the first rows, too; where they surely do, one does.
    free = {0, 1} if grouped else {0}
    if heading is not None and is_grouped(run.rows, heading) and not opened:
        free = {1}
    shape = _Shape(tuple(blocks), frozenset(free), with_label=with_label, even=len(printed) == 1)
    found = []
    for columns in range(fewest, most + _MORE_COLUMNS):
        ranked = _ranked(shape, ways, columns)
        if ranked:
            # What a lone word above the rows names, a row or a column, its look does not tell.
            first, *others = ranked
            gaps = [(other.cost - first.cost, other.columns[-1].end < first.columns[-1].end) for other in others]
            rival = any(gap < _CLEAR + _EMPTY_ROW * shorter for gap, shorter in gaps)
            row = any(shorter and gap < _DOUBTED for gap, shorter in gaps)
            found.append(Named(first, rival, doubted=row or leaves_headers(first, run.above)))
    found = [alike for alike in found if not _is_too_narrow(ways, len(alike.header.columns))]
    totals = [row for row, label in enumerate(run.rows) if is_bare_total(label.label) and ways.rows[row]]
    natural = min((alike.header.cost for alike in found), default=0.0)
    near = [alike for alike in found if alike.header.cost <= natural + _RIVALS]
    full = [alike for alike in near if _fills(ways, totals, len(alike.header.columns))]
    # A total row prints a number for every column.
    near = full or near
    if len(printed) == 1:
        # So does every row where all can but be read as so many numbers.
        near = [alike for alike in near if len(alike.header.columns) in printed] or near
    natural = min((alike.header.cost for alike in near), default=0.0)
    return [
        replace(alike, remote=alike.header.cost > natural + _NEARLY)
        for alike in near
        if alike.header.cost <= _FORCED
        or not any(" " in part.text or YEAR.match(part.text) for part in alike.header.columns)
    ]


def _is_named_total(text: str) -> bool:
    """Tell whether a line says what it totals, as no header of columns does: "Tulot yhteensä"."""
    first, _, last = text.rpartition(" ")
    return bool(first) and is_bare_total(last) and not is_total(first) and not any(map(str.isdigit, first))


@dataclass(frozen=True, slots=True)
class _Shape:
    """The lines that may hold headers, from all above the rows to fewer, and which of these cost nothing to take.

    `even` says that all rows print equally many numbers.
    """

    blocks: tuple[Sequence[Line], ...]
    free: frozenset[int]
    with_label: bool
    even: bool


def _ranked(shape: _Shape, ways: Ways, columns: int) -> list[Header]:
    """Return the cuts of the lines into so many headers, the cheapest first."""
    cheapest: dict[tuple[tuple[int, int], ...], Header] = {}
    for left_over, block in enumerate(shape.blocks):
        lines, units = without_units(block) if not shape.with_label else (block, ())
        headers = (
            headers_over(lines, units, columns) if units else read_headers(block, columns, with_label=shape.with_label)
        )
        beside = [] if shape.with_label else headers_beside_last(block, columns)
        for header in (*headers, *beside):
            cost = header.cost + _EMPTY_ROW * (left_over not in shape.free) + _cost_of_total(header, ways)
            if shape.even:
                cost += _cost_of_corner(header, block)
            if header.places not in cheapest or cost < cheapest[header.places].cost:
                cheapest[header.places] = replace(header, cost=cost)
    return sorted(cheapest.values(), key=lambda header: header.cost)


def _cost_of_corner(header: Header, lines: Sequence[Line]) -> float:
    """Return what speaks against the header of the row labels where the rows' numbers tell how many columns there are.

    One word before other headers on the last line is likely to be it, words on a line above are the table's title.
    """
    corner, last = header.corner, lines[-1]
    if corner is None or header.columns[0].start < last.start or header.columns[0].end > last.end:
        return 0.0
    if corner.start == last.start:
        return -_LONE_CORNER if " " not in corner.text and corner.text[:1].isupper() else 0.0
    if corner.end >= last.start or " " not in corner.text or names_labels(corner.text):
        return 0.0
    first = header.columns[0].text.split()[:1]
    return 0.0 if measure_of(first) or period_of(first) else _TITLE


def _is_too_narrow(ways: Ways, columns: int) -> bool:
    """Tell whether rows obey the sum that the others obey only with more numbers than there are columns."""
    if ways.pattern is None:
        return False
    against = 0.0
    for fitting, size in zip(ways.fitting, ways.sizes, strict=True):
        if fitting and all(len(way) > columns for way in fitting):
            bits = max(ways.pattern.bits(ways.integers(way)) for way in fitting)
            against += max(0.0, bits - math.log10(size))
    return against >= _AGAINST


def _fills(ways: Ways, totals: Sequence[int], columns: int) -> bool:
    """Tell whether total rows, of which there are some, can print a number for each of so many columns."""
    return any(len(way) == columns for row in totals for way in ways.fitting[row] or ways.rows[row])


def _holds_total(text: str) -> bool:
    """Tell whether a header is a total's, or joins such a header to another: "Laina Yhteensä", "Yhteensä Muutos"."""
    return is_bare_total(text) or any(word[:1].isupper() and is_bare_total(word) for word in text.split())


def _cost_of_total(header: Header, ways: Ways) -> float:
    """Return how ill the columns that call themselves totals suit the sum that the rows obey."""
    columns = len(header.columns)
    bare = {column for column, part in enumerate(header.columns) if _holds_total(part.text)}
    if ways.pattern is None:
        return _TOTAL_INSIDE if columns > 2 and bare and not bare & {0, columns - 1} else 0.0
    total = columns - 1 if ways.pattern.side == "last" else ways.pattern.place - 1
    if total in bare:
        return _TOTAL_AGREES
    return _TOTAL_ELSEWHERE if bare else 0.0
