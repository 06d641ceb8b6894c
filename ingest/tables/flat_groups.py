"""Which rows of a flat table sum to which, from their labels and from the rows that can be read in one way only."""

from collections.abc import Sequence
from itertools import product

from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.solve import Group, Reading

_MOST_CHILDREN = 40
_MOST_COMBINATIONS = 3000


def groups_of(labels: Sequence[str], rows: Sequence[Sequence[Reading]]) -> tuple[Group, ...]:
    """Return the groups of a flat table: parents ("X yht.") with the rows after them, and the total of all the rest.

    How many rows belong to a parent is found, not given: first from sums that hold in rows that can be read one way,
    then so that the total's columns hold. Where nothing decides, no group is returned that would need it.
    """
    certain: dict[int, tuple[int, ...]] = {
        row: readings[0].values for row, readings in enumerate(rows) if len({r.values for r in readings}) == 1
    }
    totals = [row for row, label in enumerate(labels) if is_bare_total(label)]
    total = (
        totals[-1] if totals and totals[-1] == len(labels) - 1 else (totals[0] if totals and not totals[0] else None)
    )
    parents = [row for row, label in enumerate(labels) if is_total(label) and row != total]
    choices: list[list[int]] = []
    for number, parent in enumerate(parents):
        stop = min(
            [row for row in [*parents[number + 1 :], total] if row is not None and row > parent] or [len(labels)]
        )
        counts = range(min(stop - parent - 1, _MOST_CHILDREN) + 1)
        exact = [count for count in counts if count > 1 and _exact(parent, count, certain)]
        choices.append(exact[:1] or list(counts))
    best: tuple[int, ...] | None = None
    if total is None:
        best = tuple(count[0] if len(count) == 1 else 0 for count in choices)
    elif all(len(count) == 1 for count in choices):
        best = tuple(count[0] for count in choices)
    else:
        best = _by_total(total, parents, choices, certain, len(labels))
    if best is None:
        return ()
    return _groups(total, parents, best, len(labels))


def _groups(total: int | None, parents: Sequence[int], counts: Sequence[int], size: int) -> tuple[Group, ...]:
    found = [
        Group(parent, tuple(range(parent + 1, parent + 1 + count)))
        for parent, count in zip(parents, counts, strict=True)
        if count
    ]
    if total is not None:
        inner = {row for group in found for row in group.addends}
        found.append(Group(total, tuple(row for row in range(size) if row != total and row not in inner)))
    return tuple(found)


def _exact(parent: int, count: int, certain: dict[int, tuple[int, ...]]) -> bool:
    """Tell whether the parent is, in every column that it prints, the sum of the rows after it, all read one way."""
    rows = range(parent, parent + count + 1)
    if any(row not in certain for row in rows):
        return False
    summed = [sum(column) for column in zip(*(certain[row] for row in rows[1:]), strict=True)]
    return tuple(summed) == certain[parent] and any(summed)


def _by_total(
    total: int,
    parents: Sequence[int],
    choices: Sequence[Sequence[int]],
    certain: dict[int, tuple[int, ...]],
    size: int,
) -> tuple[int, ...] | None:
    """Return the counts of sub-rows with which most columns of the total hold; None where several do as well."""
    combinations = 1
    for choice in choices:
        combinations *= len(choice)
    if combinations > _MOST_COMBINATIONS or total not in certain:
        return None
    scored: list[tuple[int, tuple[int, ...]]] = []
    for counts in product(*choices):
        inner = {
            row for parent, count in zip(parents, counts, strict=True) for row in range(parent + 1, parent + 1 + count)
        }
        top = [row for row in range(size) if row != total and row not in inner]
        if any(row not in certain for row in top):
            continue
        summed = [sum(column) for column in zip(*(certain[row] for row in top), strict=True)]
        scored.append((sum(a == b != 0 for a, b in zip(summed, certain[total], strict=True)), counts))
    scored.sort(reverse=True)
    if not scored or not scored[0][0] or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return scored[0][1]
