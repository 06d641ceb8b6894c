"""How the rows of a flat table are set out: groups under headings, the rows that close them, items under rows.

Knows labels and order, nothing of numbers. Whether a heading is one, or a row whose cells are all empty, only closing
totals and labels that come again can tell.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ingest.tables.flat.header import Header, Part
from ingest.tables.flat.rows import Row, Run, heading_of
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.nesting import is_part


@dataclass(frozen=True, slots=True)
class Outline:
    """What labels say of rows: `sums` gives for the total of a group its rows, `aside` rows that are parts of others.

    `groups` are the headings of rows, `parents` the rows under which others stand as items, `whole` the row that
    totals all groups.
    """

    sums: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()
    groups: Mapping[int, Part] = field(default_factory=dict)
    parents: Mapping[int, int] = field(default_factory=dict)
    whole: int | None = None

    @property
    def readings(self) -> tuple["Outline", ...]:
        """The ways to read items: as all the parts of the row above them, as some, or as rows like the others."""
        if not self.parents:
            return (self,)
        blocks: dict[int, tuple[int, ...]] = {}
        for row, parent in self.parents.items():
            blocks[parent] = (*blocks.get(parent, ()), row)
        apart = replace(self, aside=self.aside | set(self.parents))
        return replace(apart, sums={**self.sums, **blocks}), apart, self


NO_OUTLINE: Final = Outline()


def is_grouped(rows: Sequence[Row], first: Part | None) -> bool:
    """Tell whether lines between the rows are headings of groups: the groups have totals, or rows of the same names.

    `first` is the line above the first row that may head a group.
    """
    headings = [row.group or first for row in rows]
    if not any(headings):
        return False
    inner = [index for index, row in enumerate(rows[:-1]) if is_bare_total(row.label) and rows[index + 1].group]
    closed = [index for index in inner if rows[index + 1].group is not rows[index].group]
    named = any(
        heading is not None and is_total(row.label) and _names(row.label, heading.text)
        for row, heading in zip(rows, headings, strict=True)
    )
    named_rows = [row for row in rows if not (row.marked or is_bare_total(row.label) or is_part(row.label))]
    labels = [row.label.casefold() for row in named_rows]
    places = {(row.label.casefold(), row.group and row.group.start) for row in named_rows}
    again = len(set(labels)) < len(labels) == len(places)
    return bool(closed) or named or again


def first_heading(run: Run, header: Header) -> Part | None:
    """Return the line between the headers and the first row, if it may head a group of rows."""
    last = heading_of(run.above)
    return None if last is None or last.start < header.columns[-1].end else last


def outline_of(rows: Sequence[Row], first: Part | None) -> Outline:
    """Return what the labels of `rows` say; `first` is the heading above the first row, if the rows are in groups."""
    aside = frozenset(index for index, row in enumerate(rows) if is_part(row.label))
    parents = _parents(rows, aside)
    if not is_grouped(rows, first):
        return Outline({}, aside, {}, parents)
    headings = [row.group or first for row in rows]
    blocks: dict[int, list[int]] = {}
    for index, heading in enumerate(headings):
        if heading is not None:
            blocks.setdefault(heading.start, []).append(index)
    whole = _whole(rows, blocks)
    sums: dict[int, tuple[int, ...]] = {}
    groups: dict[int, Part] = {}
    for block in blocks.values():
        heading = headings[block[0]]
        assert heading is not None
        result = _total_of(rows, [index for index in block if index != whole], heading)
        if result is not None:
            # What stands behind the total of a group is outside of it.
            before = [index for index in block if index < result]
            sums[result] = tuple(before or (index for index in block if index > result and index != whole))
            block = [index for index in block if index <= result] if before else block  # noqa: PLW2901  # cut short
        groups |= {index: heading for index in block if index != whole}
    return Outline(sums, aside, groups, parents, whole)


def _parents(rows: Sequence[Row], aside: frozenset[int]) -> dict[int, int]:
    """Return for each row that stands as an item under another the row above it."""
    parents: dict[int, int] = {}
    above: int | None = None
    for index, row in enumerate(rows):
        if not row.marked:
            above = index
        elif above is not None and index not in aside:
            parents[index] = above
    return parents


def _total_of(rows: Sequence[Row], block: Sequence[int], heading: Part) -> int | None:
    """Return the row of a group that totals it: one that names its heading, else a bare total."""
    totals = [index for index in block if is_total(rows[index].label)]
    named = [index for index in totals if _names(rows[index].label, heading.text)]
    return next(iter(named or [index for index in totals if is_bare_total(rows[index].label)]), None)


def _whole(rows: Sequence[Row], blocks: Mapping[int, Sequence[int]]) -> int | None:
    """Return the row that totals all groups: a total at an end that closes no group, as each has one before it."""
    last = len(rows) - 1
    if not is_total(rows[last].label):
        return 0 if is_bare_total(rows[0].label) and rows[0].group is None else None
    block = next((block for block in blocks.values() if last in block), None)
    if block is None:
        return last
    totals = [index for index in block if is_total(rows[index].label)]
    if len(totals) > 1:
        return last
    others = [any(is_total(rows[index].label) for index in other) for other in blocks.values() if last not in other]
    return None if others and all(others) else last


def _names(label: str, heading: str) -> bool:
    """Tell whether a total's label names the heading of its group: "Sosiaalipalvelut yhteensä"."""
    return heading.casefold() in label.casefold()
