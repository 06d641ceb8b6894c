"""Which rows are parts of others: set in under them, or said to be parts ("josta"), unless the sums speak against it.

Where being set in and the sums disagree the sums decide, for blanks are cheap and sums are not: rows that a total
counts beside the row above them, or that exceed it, are no parts of it. What words say stands, though the parts named
need not be all. Knows nothing of how labels are set in.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ingest.table import Table
from ingest.tables.identities import find_sums
from ingest.tables.labels import is_total
from ingest.tables.lattice import lattice_of, main_unit, matrix_of
from ingest.tables.sums import Matrix, Score, Sum, score

_PART: Final = re.compile(
    r"(?:(?:josta|joista|jossa|joissa|mistä|siitä|näistä|tästä|niistä|sisältäen|sis\.|varav|därav|inkl\.?|inklusive"
    r"|of which|of whom|thereof|incl\.?|including)(?![\w-])[:,]?\s*)",
    re.IGNORECASE,
)
_BITS: Final = 1.5  # digits that the sum of a block must hit: the labels' places leave no other sum to try
_PARTLY_BITS: Final = 3.0


@dataclass(frozen=True, slots=True)
class Under:
    """The row (by its place in the body) that a row may be a part of.

    `sure` says that it is set in far enough to be believed without sums, `part` that its words call it a part.
    """

    row: int
    sure: bool
    part: bool


def is_part(label: str) -> bool:
    """Tell whether a label begins by saying that its row is a part of the one above: "josta palkat", "of which A"."""
    return _PART.match(label) is not None


def opens_parts(label: str) -> bool:
    """Tell whether a label says nothing but that parts follow: "josta:"."""
    return _PART.fullmatch(label) is not None


def nested(table: Table, under: Mapping[int, Under]) -> dict[int, int]:
    """Return for each row that is a part of another the row that it is a part of.

    Args:
        table: with figures whose rows have none of the parents asked for in their paths.
        under: by row of the table, the row that it may be a part of.
    """
    lattice = lattice_of(table)
    matrix = matrix_of(table, lattice, main_unit(table))
    names = [path[-1] if path else "" for path in table.row_labels][: lattice.rows]
    blocks: dict[int, list[int]] = {}
    for row, above in sorted(under.items()):
        if row < lattice.rows and above.row < lattice.rows:
            blocks.setdefault(above.row, []).append(row)
    proven = [total for parent, rows in blocks.items() if (total := held(matrix, parent, rows)) is not None]
    shown = {total.result for total in proven}
    labelled = [is_total(name) for name in names]
    apart = find_sums(matrix, labelled, blocks=proven)
    inside = {row for parent, rows in blocks.items() if parent not in shown for row in rows}
    within = find_sums(matrix, labelled, blocks=proven, aside=inside)
    borne = {total.result for total in within if labelled[total.result]}
    denied = {
        parent
        for parent, rows in blocks.items()
        if parent not in shown and _counted_beside(parent, rows, apart, borne, labelled)
    }
    exceeded = {parent for parent, rows in blocks.items() if parent not in shown and _exceed(matrix, parent, rows)}
    # Blanks that mean nothing here mean nothing there, unless some sum shows what they mean.
    loose = bool(denied | exceeded) and not shown
    found: dict[int, int] = {}
    for row, above in under.items():
        if row >= lattice.rows or above.row >= lattice.rows:
            continue
        if above.part:
            place = _whole_of(matrix, row, above.row, under)
            if place is not None:
                found[row] = place
        elif above.row in shown or (above.sure and not loose and above.row not in denied):
            found[row] = above.row
    return _past_denied(found, under)


def with_parts(table: Table) -> Table:
    """Return a table of flat text whose rows that call themselves parts ("josta A") have the row above for a parent.

    So have rows that stand as items under another. Rows that exceed it are left as they are.
    """
    names = [path[-1] if path else "" for path in table.row_labels]
    values: dict[int, dict[int, Decimal]] = {}
    for figure in table.figures:
        if figure.value is not None:
            values.setdefault(figure.row, {})[figure.column] = figure.value
    items = {figure.row for figure in table.figures if figure.row_parent is not None}
    parents: dict[int, int] = {}
    whole: int | None = None
    for row, name in enumerate(names):
        if not is_part(name) and row not in items:
            whole = row
        elif whole is not None and not any(
            abs(value) > abs(values.get(whole, {}).get(column, value)) for column, value in values.get(row, {}).items()
        ):
            parents[row] = whole
    figures = tuple(replace(figure, row_parent=parents.get(figure.row)) for figure in table.figures)
    return replace(table, figures=figures)


def held(matrix: Matrix, parent: int, rows: Sequence[int]) -> Sum | None:
    """Return the sum of `rows` if it is `parent` by more than chance, for rows that their labels put under it."""
    numbers = [row for row in rows if any(value is not None for value in matrix.values[row])]
    if len(numbers) < 2:  # a sum has two addends
        return None
    total = Sum(parent, tuple((row, 1) for row in numbers))
    fit: Score = score(matrix, total)
    good = fit.holds + fit.rounded
    enough = fit.bits >= (_PARTLY_BITS if fit.fails else _BITS)
    return total if good and good >= 2 * fit.fails and enough else None


def _counted_beside(
    parent: int, rows: Sequence[int], sums: Sequence[Sum], borne: set[int], labelled: Sequence[bool]
) -> bool:
    """Tell whether a sum counts the rows beside their parent, and no total holds that leaves them out."""
    for total in sums:
        addends = {line for line, sign in total.addends if sign > 0}
        if total.result == parent or not addends & set(rows) or total.result in rows:
            continue
        if parent in addends and not (labelled[total.result] and total.result in borne):
            return True
    return False


def _exceed(matrix: Matrix, parent: int, rows: Sequence[int]) -> bool:
    """Tell whether rows together are more than their parent in most columns that print both."""
    over = compared = 0
    for evidence, whole in enumerate(matrix.values[parent]):
        parts = [value for row in rows if (value := matrix.values[row][evidence]) is not None]
        if whole is None or not parts or min(whole, *parts) < 0:
            continue
        compared += 1
        over += sum(parts) > whole + (len(parts) + 1) * matrix.steps[parent][evidence]
    return over * 2 > compared


def _whole_of(matrix: Matrix, row: int, parent: int, under: Mapping[int, Under]) -> int | None:
    """Return the row that `row` says to be a part of: the one above it, or one further out that is large enough."""
    place: int | None = parent
    while place is not None and _exceed(matrix, place, [row]):
        place = under[place].row if place in under else None
    return place


def _past_denied(found: Mapping[int, int], under: Mapping[int, Under]) -> dict[int, int]:
    """Return `found` with the rows of denied parents under what those are set in under, where that holds for both."""
    kept = dict(found)
    for row in sorted(under):
        place: int | None = under[row].row
        while row not in kept and place is not None and not under[row].part:
            place = kept.get(place)
            if place is not None:
                kept[row] = place
    return kept
