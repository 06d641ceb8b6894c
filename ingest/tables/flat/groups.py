"""Which rows of a flat table sum to which, from their labels and from the rows that can be read in one way only."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from ingest.tables.flat.outline import Outline
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.solve import Group, Reading

_MOST_CHILDREN = 40
_MOST_COMBINATIONS = 3000
_MOST_GROUPINGS = 8
_NEAR = 0.005  # a misprinted total is no farther from its sum, in parts of it
_TELLING = 3.0  # digits that columns which hold must have beside such a one
_SURE = 5.0  # and to show that a row is a sum though no label says so
_CERTAIN = 2.0  # digits (log10) that sums must hit to tell which rows are parts


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to give a flat table its groups; one that is not `sure` is right only if it lets all sums hold.

    One sum cannot hold with a grouping that `misses`; it is right only if that is a misprint.
    """

    groups: tuple[Group, ...]
    sure: bool
    misses: bool = False


def groupings_of(
    labels: Sequence[str], rows: Sequence[Sequence[Reading]], steps: Sequence[int], outline: Outline
) -> tuple[Grouping, ...]:
    """Return the groups that a flat table may have: parents ("X yht.") with the rows after them, a total of the rest.

    How many rows belong to a parent is found, not given: first from sums that hold in rows that can be read one way,
    then so that every sum can hold. `steps` are the printed precisions of the rows' numbers; sums may miss by half of
    it for each number. Where too much is possible, no grouping is returned. `outline` gives what the labels tell.
    """
    certain: dict[int, tuple[int, ...]] = {
        row: readings[0].values for row, readings in enumerate(rows) if len({r.values for r in readings}) == 1
    }
    total = _whole(labels, outline)
    parents = [row for row, label in enumerate(labels) if is_total(label) and row != total and row not in outline.sums]
    choices: list[list[int]] = []
    for number, parent in enumerate(parents):
        stop = min(
            [row for row in [*parents[number + 1 :], total] if row is not None and row > parent] or [len(labels)]
        )
        counts = range(min(stop - parent - 1, _MOST_CHILDREN) + 1)
        exact = [count for count in counts if count > 1 and _exact(parent, count, certain)]
        sure = len({_sum(range(parent + 1, parent + 1 + count), certain) for count in exact}) == 1
        choices.append(exact[:1] if sure and _digits(certain[parent]) >= _CERTAIN else list(counts))
    if total is None:
        counts_known = [count[0] if len(count) == 1 else 0 for count in choices]
        return (Grouping(_groups(total, list(zip(parents, counts_known, strict=True)), steps, outline), sure=True),)
    ways = math.prod(map(len, choices))
    if ways > _MOST_COMBINATIONS:
        return ()
    found = [_groups(total, list(zip(parents, counts, strict=True)), steps, outline) for counts in product(*choices)]
    if len(found) == 1:
        return (Grouping(found[0], sure=True),)
    reach = [_reach(readings) for readings in rows]
    missed = [sum(_missed(reach, group) for group in groups) for groups in found]
    able = [groups for groups, count in zip(found, missed, strict=True) if count == 0]
    if len(able) > _MOST_GROUPINGS:
        return ()
    near = [groups for groups, count in zip(found, missed, strict=True) if count == 1]
    best = _by_most(found, certain)
    return (
        *(Grouping(groups, sure=False) for groups in able),
        *(Grouping(groups, sure=False, misses=True) for groups in near),
        *([Grouping(best, sure=True)] if best is not None else []),
    )


def _reach(readings: Sequence[Reading]) -> tuple[tuple[int, int], ...]:
    """Return the least and the greatest value of each column; nothing for a row that cannot be read."""
    return tuple((min(values), max(values)) for values in zip(*(reading.values for reading in readings), strict=True))


def _missed(reach: Sequence[Sequence[tuple[int, int]]], group: Group) -> int:
    """Return in how many columns a group's sum is beyond the reach of its rows."""
    if any(not reach[row] for row in (group.result, *group.addends)):
        return 0
    missed = 0
    for column, (least, most) in enumerate(reach[group.result]):
        low = sum(reach[row][column][0] for row in group.addends)
        high = sum(reach[row][column][1] for row in group.addends)
        missed += low - group.tolerance > most or high + group.tolerance < least
    return missed


def _by_most(found: Sequence[tuple[Group, ...]], certain: Mapping[int, tuple[int, ...]]) -> tuple[Group, ...] | None:
    """Return the only grouping with which some column of the total holds and the others all but hold.

    That is how misprinted totals look. Only rows that can be read in one way are weighed.
    """
    fitting = []
    for groups in found:
        total = groups[-1]
        if any(row not in certain for row in (total.result, *total.addends)):
            continue
        pairs = list(zip(_sum(total.addends, certain), certain[total.result], strict=True))
        held = [stated for summed, stated in pairs if summed == stated != 0]
        near = all(abs(summed - stated) <= _NEAR * abs(stated) for summed, stated in pairs)
        if near and _digits(held) >= _TELLING + math.log10(len(found)):
            fitting.append(groups)
    return fitting[0] if len(fitting) == 1 else None


def proven_parts(
    labels: Sequence[str], rows: Sequence[Sequence[Reading]], outline: Outline, summing: Sequence[int]
) -> dict[int, tuple[int, ...]]:
    """Return rows that no label calls a sum, yet are the sum of the rows right below them in every column `summing`.

    Only rows that can be read in one way are weighed; parts that are said to be no whole ("josta") are passed over.
    """
    certain = {row: readings[0].values for row, readings in enumerate(rows) if len({r.values for r in readings}) == 1}
    found: dict[int, tuple[int, ...]] = {}
    row = 0
    while row < len(labels):
        parts = () if is_total(labels[row]) or row in outline.aside else _parts_below(row, certain, outline, summing)
        if parts:
            found[row] = parts
        row = parts[-1] + 1 if parts else row + 1
    return {row: parts for row, parts in found.items() if not is_total(labels[parts[-1]])}


def _parts_below(
    row: int, certain: Mapping[int, tuple[int, ...]], outline: Outline, summing: Sequence[int]
) -> tuple[int, ...]:
    """Return the fewest rows below, two or more, whose sum is the row's numbers by more than chance."""
    if row not in certain:
        return ()
    whole = [certain[row][column] for column in summing]
    if _digits(whole) < _SURE:
        return ()
    parts: list[int] = []
    sums = [0] * len(whole)
    signed = min(whole) < 0
    for below in range(row + 1, row + _MOST_CHILDREN):
        if below in outline.aside:
            continue
        if below not in certain:
            return ()
        parts.append(below)
        sums = [value + certain[below][column] for value, column in zip(sums, summing, strict=True)]
        if sums == whole and len(parts) > 1:
            return tuple(parts)
        signed = signed or any(certain[below][column] < 0 for column in summing)
        if not signed and any(value > most for value, most in zip(sums, whole, strict=True)):
            return ()
    return ()


def _whole(labels: Sequence[str], outline: Outline) -> int | None:
    """Return the row that totals all: the last or the first that calls itself so, or the one behind all groups."""
    totals = [row for row, label in enumerate(labels) if is_bare_total(label) and row not in outline.sums]
    if totals and totals[-1] == len(labels) - 1:
        return totals[-1]
    return totals[0] if totals and not totals[0] else outline.whole


def _groups(
    total: int | None, parents: Sequence[tuple[int, int]], steps: Sequence[int], outline: Outline
) -> tuple[Group, ...]:
    found = [(parent, tuple(range(parent + 1, parent + 1 + count))) for parent, count in parents if count]
    found += outline.sums.items()
    inner = {row for _, rows in found for row in rows} | outline.aside
    # Items under a row are parts of it alone; other sums count the row.
    items = {row for parent in outline.parents.values() for row in outline.sums.get(parent, ())} | outline.aside
    found = [
        (result, rows if result in outline.parents.values() else tuple(row for row in rows if row not in items))
        for result, rows in found
    ]
    if total is not None:
        found.append((total, tuple(row for row in range(len(steps)) if row != total and row not in inner)))
    return tuple(Group(result, rows, (len(rows) + 1) * steps[result] // 2) for result, rows in found if rows)


def _exact(parent: int, count: int, certain: dict[int, tuple[int, ...]]) -> bool:
    """Tell whether the parent is, in every column that it prints, the sum of the rows after it, all read one way."""
    rows = range(parent, parent + count + 1)
    if any(row not in certain for row in rows):
        return False
    summed = _sum(rows[1:], certain)
    return summed == certain[parent] and any(summed)


def _sum(rows: Iterable[int], certain: Mapping[int, tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(sum(column) for column in zip(*(certain[row] for row in rows), strict=True))


def _digits(values: Iterable[int]) -> float:
    """Return how many digits (log10) chance would have to hit to meet these sums."""
    return sum(math.log10(abs(value) + 1) for value in values)
