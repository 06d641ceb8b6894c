"""Row labels of a sheet's body and their hierarchy: merged cells, group headings, indentation, wrapped labels.

Sums that tell parents from children are the arithmetic's business, not this module's.
"""

from dataclasses import dataclass, replace
from typing import Final

from ingest.document import Document, Span
from ingest.tables.cells import kind_of, label_of
from ingest.tables.columns import heads_time, is_attribute
from ingest.tables.headers import Headers
from ingest.tables.insets import are_centred, inset_of, unmarked
from ingest.tables.labels import is_bare_total, is_total, without_total
from ingest.tables.naming import naming_columns
from ingest.tables.nesting import Under, is_part, opens_parts
from ingest.tables.periods import period_of
from ingest.tables.sheets import Row, Sheet

_INDENT: Final = 4.0  # points by which a label must be further in to belong to the one above
_TWO: Final = 2
_HINT: Final = 1.5  # points that say so where sums bear it out


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A row with figures: its label path, the spans of the labels, and the place of its cells in the sheet.

    `unit` and `period` are what columns of their own state for it. `under` is the place among the body's rows of the
    row that it is set in under, or that its words make it a part of (see `ingest.tables.nesting`).
    """

    index: int
    path: tuple[str, ...]
    spans: tuple[Span, ...]
    unit: str = ""
    period: str | None = None
    under: Under | None = None


@dataclass(slots=True)
class _Group:
    """A heading without figures; `inner` is where the labels under it begin if they are set further in.

    `plain` is false for headings in bold or capitals, which may be centred or stand flush over what they head.
    """

    text: str
    spans: tuple[Span, ...]
    indent: float | None
    plain: bool
    inner: float | None = None


@dataclass(slots=True)
class _Line:
    index: int
    labels: tuple[str, ...]
    spans: tuple[Span, ...]
    filled: bool
    indent: float | None
    bold: bool = False
    item: bool = False
    """Whether a dash or the like stands in a place for figures: an empty item, no heading."""


def body_rows(document: Document, sheet: Sheet, headers: Headers, *, commas: bool | None) -> tuple[BodyRow, ...]:
    """Return the rows of `sheet` that hold figures, with their label paths, outermost first."""
    kept = naming_columns(sheet, headers)
    lines = [_line(document, row, kept, headers.data, commas=commas) for row in sheet.rows[headers.first :]]
    for index, line in enumerate(lines, start=headers.first):
        line.index = index
    groups = [not is_attribute(headers.names[column]) for column in kept]
    if sheet.grid.origin == "layout" and len(kept) == _TWO and groups[0]:
        lines = _with_middle_labels(lines)
    _fill_down(lines, groups)
    lines = [line for line in lines if any(line.labels) or line.filled]
    lines = _unwrapped(_around_figures(lines) if sheet.grid.origin == "layout" else lines)
    if sheet.grid.origin != "native" and are_centred(document, [line.spans for line in lines]):
        for line in lines:
            line.indent = None
    return tuple(_with_stated(row, sheet.rows[row.index], headers, kept) for row in _with_groups(lines))


def _with_stated(row: BodyRow, cells: Row, headers: Headers, kept: tuple[int, ...]) -> BodyRow:
    """Return `row` with the unit and the period that columns beside its labels state."""
    unit = next((cell.text.strip() for column in headers.units if (cell := cells[column]) and cell.text.strip()), "")
    times = [column for column in headers.labels if column not in kept and headers.names[column]]
    stated = [cell.text for column in times if heads_time(headers.names[column]) and (cell := cells[column])]
    return replace(row, unit=unit, period=period_of(stated) if len(stated) == 1 else None)


def _line(document: Document, row: Row, kept: tuple[int, ...], data: tuple[int, ...], *, commas: bool | None) -> _Line:
    cells = [row[column] for column in kept]
    labels = tuple(unmarked(label_of(cell.text)) if cell else "" for cell in cells)
    spans = tuple(dict.fromkeys(cell.span for cell in cells if cell and cell.span and cell.text.strip()))
    own = {id(cell) for cell in cells if cell}
    filled = any(
        (cell := row[column]) is not None and id(cell) not in own and kind_of(cell.text, commas=commas) != "empty"
        for column in data
    )
    bold = all(cell.bold for cell in cells if cell and cell.text.strip())
    item = any((cell := row[column]) is not None and id(cell) not in own and cell.text.strip() != "" for column in data)
    return _Line(-1, labels, spans, filled, inset_of(document, cells), bold, item)


def _with_middle_labels(lines: list[_Line]) -> list[_Line]:
    """Give rows the outer label that stands at the middle of their group's height, as words in merged cells do.

    So it is where the first row has none. Where groups around such labels do not fill the table, or are of unlike sizes
    and do not all end in their totals, the labels are left out: whose they are is not told.
    """
    filled = [line for line in lines if line.filled]
    if not filled or filled[0].labels[0] or not filled[0].labels[1]:
        return lines
    start = before = 0
    names: list[str] = []
    spans: list[tuple[Span, ...]] = []
    sizes: set[int] = set()
    ends: list[int] = []
    for line in lines:
        if line.labels[0]:
            end = (2 * before if line.filled else 2 * before - 1) - start
            names += [line.labels[0]] * (end - start + 1)
            spans += [line.spans[:1]] * (end - start + 1)
            sizes.add(end - start + 1)
            ends.append(end)
            start = end + 1
        before += line.filled
    summed = all(0 <= end < len(filled) and is_bare_total(filled[end].labels[-1]) for end in ends)
    fits = len(names) == len(filled) and (len(sizes) == 1 or summed)
    for place, line in enumerate(filled):
        own = line.spans[1:] if line.labels[0] else line.spans
        line.labels = (names[place] if fits else "", *line.labels[1:])
        line.spans = (*spans[place], *own) if fits else own
    return [line for line in lines if line.filled or any(line.labels[1:])]


def _fill_down(lines: list[_Line], groups: list[bool]) -> None:
    """Give an outer label to the rows below that leave its place blank but have an inner one, where it is a group's."""
    kept = range(len(groups))
    if len(kept) < 2:
        return
    last: dict[int, tuple[str, tuple[Span, ...]]] = {}
    summed = False
    following = _following_outer(lines)
    for position, line in enumerate(lines):
        labels = list(line.labels)
        bare = any(map(is_bare_total, labels))
        # A total in a group's column that another group follows is the group's; so is the last, where others have one.
        of_group = bare and not labels[0] and (bool(following[position]) if position + 1 < len(lines) else summed)
        summed = summed or of_group
        for place in range(len(kept) - 1):
            if labels[place]:
                last = {key: value for key, value in last.items() if key < place}
                last[place] = (labels[place], line.spans[:1])
            elif (
                place in last and groups[place] and any(labels[place + 1 :]) and line.filled and (of_group or not bare)
            ):
                labels[place] = last[place][0]
                line.spans = (*last[place][1], *line.spans)
        line.labels = tuple(labels)


def _following_outer(lines: list[_Line]) -> list[str]:
    """Return for each line the outermost label of the next line that has labels; "" where that has none, or none is."""
    found: list[str] = []
    after = ""
    for line in reversed(lines):
        found.append(after)
        after = line.labels[0] if any(line.labels) else after
    return found[::-1]


def _around_figures(lines: list[_Line]) -> list[_Line]:
    """Join a label of two lines whose figures stand between them, at the middle of its height."""
    joined: list[_Line] = []
    for line in lines:
        before = joined[-1] if joined else None
        if before is not None and any(before.labels) and not before.filled and line.filled and not any(line.labels):
            spans = (*before.spans, *line.spans)
            joined[-1] = replace(before, index=line.index, spans=spans, filled=True, item=before.item or line.item)
        else:
            joined.append(line)
    return joined


def _unwrapped(lines: list[_Line]) -> list[_Line]:
    """Join labels that were cut over rows: what begins with a small letter goes on from the label above."""
    joined: list[_Line] = []
    for line in lines:
        only = len([label for label in line.labels if label]) == 1
        before = joined[-1] if joined else None
        text = next((label for label in line.labels if label), "")
        goes_on = before is not None and only and bool(text) and _is_tail(before, text) and not opens_parts(text)
        if goes_on and before is not None and not (line.filled and before.filled):
            place = next(i for i, label in enumerate(line.labels) if label)
            if before.labels[place]:
                whole = before.labels[place]
                glued = whole[:-1] + text if whole.endswith("-") and text[:1].islower() else f"{whole} {text}"
                labels = (*before.labels[:place], glued, *before.labels[place + 1 :])
                index = line.index if line.filled else before.index
                joined[-1] = _Line(
                    index,
                    labels,
                    (*before.spans, *line.spans),
                    line.filled or before.filled,
                    before.indent,
                    before.bold,
                    line.item or before.item,
                )
                continue
        joined.append(line)
    return joined


def _is_tail(before: _Line, text: str) -> bool:
    head = next((label for label in reversed(before.labels) if label), "")
    return text[:1].islower() or head.endswith(("-", ",", " ja", " och", " and"))


def _with_groups(lines: list[_Line]) -> tuple[BodyRow, ...]:
    rows: list[BodyRow] = []
    filled_labels = {" ".join(label for label in line.labels if label) for line in lines if line.filled}
    groups: list[_Group] = []
    outer: list[tuple[int, _Line]] = []
    before: _Line | None = None
    total_before = False
    groups_with_total = False
    opened = False
    heads = [line.indent for position, line in enumerate(lines) if _heads_inner(lines, position)]
    last_filled = max((position for position, line in enumerate(lines) if line.filled), default=-1)
    for position, line in enumerate(lines):
        own = tuple(dict.fromkeys(label for label in line.labels if label))
        if not line.filled:
            if position > last_filled:
                break
            text = " ".join(own)
            if opens_parts(text) and rows:
                opened = True
                continue
            # A heading whose name comes again as its total has its parts set in below it.
            inside = any(_is_in(item.indent, line.indent) for _, item in outer)
            empty = text in filled_labels or (groups and _is_item(groups[-1], line)) or inside
            if len(own) > 1 or line.item or (empty and not _heads_inner(lines, position)):
                continue
            groups = _still_open(groups, line, heads)
            group = _Group(text, line.spans, line.indent, plain=not (line.bold or text.isupper()))
            nested = before is not None and not before.filled and groups and not _same_level(groups[-1], group)
            if nested or (groups and _is_in(groups[-1].indent, group.indent)):
                groups = [*groups, group]
            else:
                level = next((i for i, item in enumerate(groups) if _same_level(item, group)), max(0, len(groups) - 1))
                groups = [*groups[:level], group]
            outer = []
            before, total_before = line, False
            continue
        groups = _still_open(groups, line, heads)
        total = is_total(own[-1]) if own else False
        if before is not None and not before.filled and own and is_bare_total(own[-1]) and _empty_item(groups, line):
            groups = groups[:-1]  # a total right below a label, level with it, sums what stands above
        if (
            total
            and groups
            and (
                total_before
                or (position == last_filled and position and groups_with_total is False and _several(lines))
            )
        ):
            groups = []
        bare = bool(own) and is_bare_total(own[-1])
        outer = [] if bare else [(place, item) for place, item in outer if _within(line, item)]
        path = (*(group.text for group in groups), *own)
        spans = (*(span for group in groups for span in group.spans), *line.spans)
        under = _under(line, own, outer, opened=opened)
        rows.append(BodyRow(line.index, tuple(path), spans, under=under))
        if not bare and not is_part(own[-1] if own else ""):
            outer = [
                *((place, item) for place, item in outer if _is_in(item.indent, line.indent, _HINT)),
                (len(rows) - 1, line),
            ]
        groups_with_total = groups_with_total or (total and bool(groups))
        groups = _not_summed(groups, own)
        opened, before, total_before = False, line, total
    return tuple(rows)


def _not_summed(groups: list[_Group], own: tuple[str, ...]) -> list[_Group]:
    """Return the groups that go on behind a row: not that whose total it is ("Kulut yhteensä"), nor any in it."""
    named = _letters(without_total(own[-1])) if own and is_total(own[-1]) else None
    return next((groups[:place] for place, group in enumerate(groups) if _letters(group.text) == named), groups)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()


def _several(lines: list[_Line]) -> bool:
    return sum(not line.filled for line in lines) > 1


def _same_level(one: _Group, other: _Group) -> bool:
    if one.text.isupper() != other.text.isupper():
        return False
    return one.indent is None or other.indent is None or abs(one.indent - other.indent) < _INDENT


def _is_in(outer: float | None, inner: float | None, by: float = _INDENT) -> bool:
    """Tell whether a label is set in under another, by so many points."""
    return outer is not None and inner is not None and outer + by <= inner


def _empty_item(groups: list[_Group], line: _Line) -> bool:
    """Tell whether the innermost group, itself set in under another, is level with `line` below it."""
    inner = (
        groups[-1].indent
        if len(groups) > 1 and _is_in(groups[-2].indent, groups[-1].indent) and groups[-1].plain
        else None
    )
    return inner is not None and line.indent is not None and abs(inner - line.indent) < _INDENT / 2


def _heads_inner(lines: list[_Line], position: int) -> bool:
    """Tell whether a label without figures has the next label set further in."""
    line = lines[position]
    after = lines[position + 1].indent if position + 1 < len(lines) else None
    return not line.filled and line.indent is not None and after is not None and line.indent + _INDENT <= after


def _is_item(group: _Group, line: _Line) -> bool:
    """Tell whether a label without figures is set in like the items of the group: an empty item, no heading."""
    if group.indent is None or group.inner is None or line.indent is None:
        return False
    return group.inner >= group.indent + _INDENT and abs(line.indent - group.inner) < _INDENT / 2


def _still_open(groups: list[_Group], line: _Line, heads: list[float | None]) -> list[_Group]:
    """Return the groups that `line` is in: one whose labels are set in ends at the first label that is not.

    A plain label without figures is an empty item, no heading, where the next label stands further out, or where it
    stands no further in though other headings at that place (`heads`) have theirs set in.
    """
    for place, group in enumerate(groups):
        if group.indent is None or line.indent is None:
            continue
        if group.inner is None:
            flush = line.indent < group.indent + _INDENT
            if group.plain and flush and any(x is not None and abs(x - group.indent) < _INDENT / 2 for x in heads):
                return groups[:place]
            group.inner = line.indent
        if group.plain and line.indent + _INDENT <= group.indent:
            return groups[:place]
        if group.inner >= group.indent + _INDENT and line.indent < group.indent + _INDENT:
            return groups[:place]
    return groups


def _within(line: _Line, item: _Line) -> bool:
    """Tell whether a row may be a part of one above it: it is not set further out, and both have one label."""
    if line.indent is None or item.indent is None:
        return line.indent is None and item.indent is None
    return item.indent <= line.indent + _HINT / 2


def _under(line: _Line, own: tuple[str, ...], outer: list[tuple[int, _Line]], *, opened: bool) -> Under | None:
    """Return the row that `line` is set in under, or is a part of by its words; `opened` says that "josta:" precedes.

    What follows "josta A" further in stands where A does.
    """
    if (opened or is_part(own[-1] if own else "")) and outer:
        return Under(outer[-1][0], sure=True, part=True)
    within = (above for above in reversed(outer) if _is_in(above[1].indent, line.indent, _HINT))
    place, item = next((above for above in within if len(above[1].labels) == 1), (0, None))
    if item is None:
        return None
    # What stands below a sum is mostly said of it, no part of it.
    sure = _is_in(item.indent, line.indent) and not is_total(item.labels[0])
    return Under(place, sure=sure, part=False)
