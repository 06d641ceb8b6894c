"""Checks a table by its own arithmetic: finds its sums and differences, judges each figure, tells what does not add up.

Works on every table whatever its origin. What is printed stays as it is; only roles, checks and findings are set.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.table import Figure, FindingKind, Role, Table
from ingest.tables.differences import find_chains, find_differences, same_equation
from ingest.tables.findings import Judgement, confirm, judge, relative
from ingest.tables.identities import find_sums
from ingest.tables.labels import is_bare_total, is_difference, is_total
from ingest.tables.lattice import Lattice, lattice_of, main_unit, matrix_of, prints_rounded
from ingest.tables.nesting import held, is_part
from ingest.tables.shares import judge_shares
from ingest.tables.sums import Matrix, Sum, outcome, score, with_implied

_FEWEST_FIGURES = 4
_FEWEST_MISSES = 3  # a misprint makes two sums miss, that of its row and that of its column
_MISS_SHARE = 5  # of sums over rounded numbers at least one in so many misses (for two addends one in four does)


def reconcile(table: Table) -> Table:
    """Return `table` with roles, checks, reasons and findings from the sums that its own figures obey.

    A sum is believed where chance would not explain it (see `identities`), so that a single wrong total is a finding
    and not the end of the identity. Figures already judged or given a role keep them.
    """
    if len(table.figures) < _FEWEST_FIGURES:
        return _with_named_totals(table)
    lattice = lattice_of(table)
    unit = main_unit(table)
    coarse = prints_rounded(table, unit)
    found = _Found.of(table, lattice, matrix_of(table, lattice, unit))
    if not coarse and not found.rounds():
        # Whole euros may be rounded from cents; then sums miss often. A lone miss among them is a misprint.
        found = _Found.of(table, lattice, matrix_of(table, lattice, unit, rounded=False))
    judgement = Judgement(table, lattice, found.row_names, found.column_names)
    row_roles = _roles(found.by_rows, found.row_names, [is_total(name) for name in found.row_names], found.matrix)
    row_roles = [_nested_role(role, found.under.get(row)) for row, role in enumerate(row_roles)]
    # A column's "yhteensä" often totals years or places that are no columns; only a bare one speaks of the others.
    bare = [is_bare_total(name) for name in found.column_names]
    column_roles = _roles(found.by_columns, found.column_names, bare, found.across)
    for total in found.by_rows:
        whole = row_roles[total.result][0] == "total"
        signed = any(sign < 0 for _, sign in total.addends)
        judge(
            judgement, found.matrix, total, "rows", "difference" if signed else "column_sum" if whole else "parent_sum"
        )
    for total in found.by_columns:
        judge(judgement, found.across, total, "columns", _kind(total))
    for total in found.differences:
        judge(judgement, found.across, total, "columns", "difference")
    for other in {figure.unit for figure in table.figures} - {unit}:
        if other is None or not other.startswith("%"):
            confirm(judgement, matrix_of(table, lattice, other, rounded=False), found.by_rows)
    judge_shares(judgement)
    judgement.explain()
    figures = tuple(_with_roles(figure, row_roles, column_roles, judgement.verdict(figure)) for figure in table.figures)
    known = {(finding.result, finding.kind) for finding in table.findings}
    findings = [*table.findings, *(f for f in judgement.findings if (f.result, f.kind) not in known)]
    return replace(table, figures=figures, findings=tuple(sorted(findings, key=relative, reverse=True)))


def _with_named_totals(table: Table) -> Table:
    """Return a table too small for sums to be believed with the role of its only row or column called a total."""

    def named(paths: Sequence[tuple[str, ...]]) -> int | None:
        totals = [line for line, path in enumerate(paths) if path and is_bare_total(path[-1])]
        return totals[0] if len(totals) == 1 and len(paths) > 1 else None

    row, column = named(table.row_labels), named(table.column_labels)
    figures = tuple(
        replace(
            figure,
            row_role="total" if figure.row == row and figure.row_role == "plain" else figure.row_role,
            column_role="total" if figure.column == column and figure.column_role == "plain" else figure.column_role,
        )
        for figure in table.figures
    )
    return replace(table, figures=figures)


@dataclass(frozen=True, slots=True)
class _Found:
    """The sums of a table by rows and by columns, and the matrices that they hold in (`across`: columns are lines)."""

    row_names: tuple[str, ...]
    column_names: tuple[str, ...]
    matrix: Matrix
    across: Matrix
    under: Mapping[int, int]
    by_rows: tuple[Sum, ...]
    by_columns: tuple[Sum, ...]
    differences: tuple[Sum, ...]

    @classmethod
    def of(cls, table: Table, lattice: Lattice, matrix: Matrix) -> "_Found":
        """Find the sums of `table` in `matrix`."""
        row_names = tuple(_name(table.row_labels, row) for row in range(lattice.rows))
        column_names = tuple(_name(table.column_labels, column) for column in range(lattice.columns))
        chains = find_chains(matrix, [is_difference(name) for name in row_names])
        under = _under(table)
        blocks = _blocks(matrix, under)
        parents = {total.result for total in blocks}
        aside = {row for row, parent in under.items() if parent not in parents}
        totals = [is_total(name) for name in row_names]
        by_rows = find_sums(matrix, totals, known=chains, blocks=blocks, aside=aside)
        if aside:
            # Parts that no total counts may yet stand in a sum of their own: "1.1. = spent + 31.12.".
            counted = find_sums(matrix, totals, known=chains, blocks=blocks)
            by_rows = max(by_rows, counted, key=lambda sums: _held(matrix, sums))
        across = matrix.transposed()
        for total in by_rows:
            matrix = with_implied(matrix, total)
        by_columns = find_sums(across, [is_total(name) for name in column_names], subsets=True)
        differences = find_differences(across, [is_difference(name) for name in column_names])
        # What a label calls a difference is told as one; where the same columns obey another sum, that one stands.
        by_columns = tuple(
            total for total in by_columns if not any(same_equation(total, other) for other in differences)
        )
        differences = tuple(
            total for total in differences if not any(_same_lines(total, other) for other in by_columns)
        )
        for total in by_columns:
            across = with_implied(across, total)
        return cls(row_names, column_names, matrix, across, under, by_rows, by_columns, differences)

    def rounds(self) -> bool:
        """Tell whether sums miss by rounding so often that the numbers must be rounded."""
        states = [
            outcome(matrix, total, evidence).state
            for matrix, totals in (
                (self.matrix, self.by_rows),
                (self.across, (*self.by_columns, *self.differences)),
            )
            for total in totals
            for evidence in range(len(matrix.exact))
        ]
        missed = states.count("rounded")
        return missed >= _FEWEST_MISSES and missed * _MISS_SHARE >= missed + states.count("holds")


def _under(table: Table) -> dict[int, int]:
    """Return for each row that its label's place or words put under another that row; flat text has no such places."""
    return {
        figure.row: figure.row_parent
        for figure in table.figures
        if figure.row_parent is not None and (table.origin != "flat" or is_part(_name(table.row_labels, figure.row)))
    }


def _blocks(matrix: Matrix, under: Mapping[int, int]) -> tuple[Sum, ...]:
    """Return the sums of rows put under others, where they hold."""
    rows: dict[int, list[int]] = {}
    for row, parent in sorted(under.items()):
        rows.setdefault(parent, []).append(row)
    return tuple(total for parent, parts in rows.items() if (total := held(matrix, parent, parts)) is not None)


def _held(matrix: Matrix, sums: Sequence[Sum]) -> int:
    """Return how many more numbers are sums of others than fail to be, so that readings of a table can be compared."""
    fits = [score(matrix, total) for total in sums]
    return sum(fit.holds + fit.rounded - 2 * fit.fails for fit in fits)


def _nested_role(found: tuple[Role, int | None], parent: int | None) -> tuple[Role, int | None]:
    """Return role and parent of a row, which is a part of `parent` whatever the sums make of it."""
    if parent is None:
        return found
    return ("parent" if found[0] in ("parent", "total") else "child"), parent


def _name(labels: Sequence[tuple[str, ...]], index: int) -> str:
    """Return the innermost header of a row or column."""
    return labels[index][-1] if index < len(labels) and labels[index] else ""


def _kind(total: Sum) -> FindingKind:
    return "difference" if any(sign < 0 for _, sign in total.addends) else "row_sum"


def _same_lines(first: Sum, second: Sum) -> bool:
    return {first.result, *dict(first.addends)} == {second.result, *dict(second.addends)}


def _roles(
    totals: Sequence[Sum], names: Sequence[str], labelled: Sequence[bool], matrix: Matrix
) -> list[tuple[Role, int | None]]:
    """Return role and parent of each line: totals of everything, parents of a part, their children, the rest plain."""
    sums = [total for total in totals if all(sign > 0 for _, sign in total.addends)]
    parent_of: dict[int, int] = {}
    for total in sums:
        for line, _ in total.addends:
            parent_of.setdefault(line, total.result)
    results = {total.result for total in sums}
    top = [
        line
        for line in range(len(names))
        if line not in parent_of and any(value is not None for value in matrix.values[line])
    ]
    totals_named = [line for line in top if is_bare_total(names[line])]
    ends = {top[0], top[-1]} if len(top) > 2 and len(totals_named) == 1 else set()
    roles: list[tuple[Role, int | None]] = []
    for line in range(len(names)):
        parent = parent_of.get(line)
        if parent is not None and parent not in parent_of and _is_whole(parent, top, names):
            parent = None  # the total of everything is no parent
        role: Role = "plain"
        if line in results or labelled[line]:
            # A total sums the whole table: nothing but other totals stands beside it.
            whole = _is_whole(line, top, names) or (line in ends and line in totals_named)
            role = "total" if line not in parent_of and whole else "parent"
        elif parent is not None:
            role = "child"
        roles.append((role, parent))
    return roles


def _is_whole(line: int, top: Sequence[int], names: Sequence[str]) -> bool:
    return all(other == line or is_total(names[other]) for other in top)


def _with_roles(
    figure: Figure,
    row_roles: Sequence[tuple[Role, int | None]],
    column_roles: Sequence[tuple[Role, int | None]],
    verdict: Figure,
) -> Figure:
    row_role, row_parent = (figure.row_role, figure.row_parent)
    known = row_roles[figure.row] if 0 <= figure.row < len(row_roles) else (row_role, row_parent)
    if row_role == "plain" and row_parent in (None, known[1]):
        row_role, row_parent = known
    column_role, column_parent = (figure.column_role, figure.column_parent)
    if column_role == "plain" and column_parent is None and 0 <= figure.column < len(column_roles):
        column_role, column_parent = column_roles[figure.column]
    return replace(
        verdict, row_role=row_role, row_parent=row_parent, column_role=column_role, column_parent=column_parent
    )
