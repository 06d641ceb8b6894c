"""The units of a flat table's header: on a line of their own below it ("kpl € %"), or one before all of it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.tables.columns import opening_unit
from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.header import Header, Part, read_headers, repeats
from ingest.tables.flat.lines import Line
from ingest.tables.unit_rows import PrintedUnit, units_alone, units_below

_SEVERAL = 2


def units_apart(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with the unit that opens a header a line of its own: "tkr Bokslut 2031 Budget 2032".

    Where a line goes on with another, the unit may be the end of the header before, unless that is a title and no other
    header has the unit. One before words that come again is left there: what stands above them heads each.
    """
    found: list[Line] = []
    for index, line in enumerate(lines):
        unit = opening_unit(line.text)
        before = lines[index - 1] if index else None
        opens = before is None or line.gap > 0 or before.is_row or before.is_remark or _is_titled(lines, index, unit)
        rest = line.text[len(unit) :].lstrip()
        if not unit or not opens or line.is_row or repeats(rest.split()):
            found.append(line)
            continue
        end = line.start + len(unit)
        found.append(replace(line, text=unit, end=end, tokens=(), label_end=end))
        found.append(replace(line, text=rest, start=line.end - len(rest), gap=0, indented=False))
    return tuple(found)


def _is_titled(lines: Sequence[Line], index: int, unit: str) -> bool:
    """Tell whether the line before a header opens a paragraph, and `unit` stands nowhere else down to the rows."""
    opens = index == 1 or lines[index - 1].gap > 0 or lines[index - 2].is_row
    header = (lines[index - 1], *takewhile(lambda line: not line.is_row, lines[index:]))
    return opens and sum(line.text.count(unit) for line in header) == 1


def without_units(lines: Sequence[Line]) -> tuple[Sequence[Line], tuple[PrintedUnit, ...]]:
    """Return `lines` without a last one that holds units alone, and those units, placed on the page.

    The header of the row labels may stand before the units, or below them; it is left out. A lone unit below a lone
    word goes on with that header ("Muutos" over "%").
    """
    if len(lines) > _SEVERAL and heads_labels(lines[-1].text) and len(units_alone(lines[-2].text)) >= _SEVERAL:
        lines = lines[:-1]  # the header of the row labels on a line of its own
    if len(lines) < _SEVERAL:
        return lines, ()
    units = units_below(lines[-1].text)
    if not units or (len(units) == 1 and (units[0].name != "EUR" or len(lines[-2].text.split()) < _SEVERAL)):
        return lines, ()
    at = lines[-1].start
    return lines[:-1], tuple(replace(unit, start=at + unit.start, end=at + unit.end) for unit in units)


def headers_over(lines: Sequence[Line], units: Sequence[PrintedUnit], columns: int) -> list[Header]:
    """Return the cuts of `lines` into headers of the columns that these units stand under, as `read_headers` does.

    Where the units come again ("€ % € %" under "2023 2024"), each header stands over several columns.
    """
    if len(units) == 1:
        return [_with(header, tuple(units) * columns) for header in read_headers(lines, columns, with_label=False)]
    if len(units) != columns:
        return []
    found = [_with(header, tuple(units)) for header in read_headers(lines, columns, with_label=False)]
    names = [unit.text for unit in units]
    width = next((n for n in range(_SEVERAL, columns) if names == names[:n] * (columns // n)), None)
    if width is not None and len(set(names[:width])) == width:
        for header in read_headers(lines, columns // width, with_label=False):
            over = tuple(part for part in header.columns for _ in range(width))
            parts = tuple(Part(unit.text, unit.start, unit.end) for unit in units)
            found.append(replace(header, columns=parts, over=over, units=tuple(units)))
    return sorted(found, key=lambda header: header.cost)


def _with(header: Header, units: tuple[PrintedUnit, ...]) -> Header:
    return replace(header, units=units)
