"""Chooses among the readings of each row so that a table's sums hold, and proves which cells no other reading allows.

A row's reading says which of its printed numbers stands in which column. Which rows sum to which is given. Where not
all sums can hold, since printed totals can be wrong, as few as possible are given up; then every cell that another
equally good choice would change is reported as open. Knows nothing of text. Deterministic: one worker, a fixed seed, a
limit on steps.
"""

import math
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ortools.sat.python import cp_model

_MOST_READINGS = 20_000
_MOST_ROUNDS = 80
_MOST_GIVEN_UP = 2
_MOST_TRIES = 150
_MARGIN = 2.0  # digits by which sums must outweigh choices, for one choice to be the only one though a sum were wrong
_SECONDS = 60.0
# CP-SAT's deterministic time (some seconds each) for one search and for all of a table, so that the outcome does not
# hang on the machine's speed.
_EFFORT = 0.3
_EFFORT_OF_TABLE = 0.8
_EFFORT_WITH_SPARE = 0.1  # of the question which grouping can hold but for one sum; unanswered, it may
_LEAST_EFFORT = 0.002  # building and starting a search costs something too


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a row: `keys[column]` names the printed number that stands there, None where nothing does.

    `values[column]` is its value as an integer, 0 where nothing is printed.
    """

    keys: tuple[Hashable, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Row `result` is the sum of rows `addends` in every column, each within `tolerance`."""

    result: int
    addends: tuple[int, ...]
    tolerance: int = 0


@dataclass(frozen=True, slots=True)
class Solution:
    """`holding[group][column]`: a sum is there and holds; `fixed[row][column]`: every best choice has one number there.

    `valued[row][column]`: every best choice has the same value there, though perhaps a printed nought or a blank.
    `chosen[row]` is one best reading. Without a proof (`proven` false) nothing is fixed.
    """

    chosen: tuple[Reading, ...]
    holding: tuple[tuple[bool, ...], ...]
    fixed: tuple[tuple[bool, ...], ...]
    valued: tuple[tuple[bool, ...], ...]
    proven: bool


def solve(
    rows: Sequence[Sequence[Reading]], groups: Sequence[Group], columns: int, apart: Collection[int] = ()
) -> Solution | None:
    """Return the best choice of readings with its proof, or None where there is none or too many to search.

    Columns `apart`, of percentages, have no sums.
    """
    if not groups or any(not readings for readings in rows):
        return None
    distinct = [_by_values(readings) for readings in rows]
    if sum(len(vectors) for vectors in distinct) > _MOST_READINGS:
        return None
    vectors = [list(readings) for readings in distinct]
    task = _Task(vectors, columns)
    exact = [Group(group.result, group.addends) for group in groups]
    equations = {(number, column) for number in range(len(groups)) for column in range(columns) if column not in apart}
    hopeless = {(number, column) for number, column in equations if _fails_surely(vectors, groups[number], column)}
    # Exact sums first; sums within rounding only where those cannot be had.
    found = _search(task, exact, equations - hopeless, most=0)
    if found is None and any(group.tolerance for group in groups):
        found = _search(task, groups, equations - hopeless, most=0)
    found = found or _search(task, exact, equations - hopeless, most=_MOST_GIVEN_UP)
    if found is None:
        return None
    first, same, given_up, proven = found
    used = exact if _all_hold(first, exact, equations - hopeless - given_up) else groups
    tried = math.log10(math.comb(len(equations - hopeless), len(given_up)))
    weak = _evidence(first, used, equations - hopeless - given_up, vectors) < _freedom(vectors) + tried + _MARGIN
    if weak and (given_up or hopeless):
        proven = False  # so few digits are met by chance once some sums need not hold
    elif proven and not given_up and not hopeless and (weak or any(group.tolerance for group in used)):
        # A single misprinted total can send the search to a choice that meets it by chance, the more so where sums may
        # miss by rounding. What is proven must hold though any one sum were wrong.
        task.left = max(task.left, _EFFORT)
        proven = _Problem(task, used, equations, spare=1).settle(first, same)
    fixed = tuple(
        tuple(
            proven and same[row][column] and len(_keys(rows[row], first[row], column)) == 1 for column in range(columns)
        )
        for row in range(len(rows))
    )
    holding = tuple(
        tuple((number, column) in equations - given_up - hopeless for column in range(columns))
        for number in range(len(groups))
    )
    chosen = tuple(readings[vector][0] for readings, vector in zip(distinct, first, strict=True))
    valued = tuple(tuple(proven and flag for flag in flags) for flags in same)
    return Solution(chosen, holding, fixed, valued, proven)


def may_all_hold(
    rows: Sequence[Sequence[Reading]],
    groups: Sequence[Group],
    columns: int,
    apart: Collection[int] = (),
    *,
    spare: int = 0,
) -> bool:
    """Tell whether some choice of readings lets all sums but `spare` hold; True where the search is too long.

    `apart` is as in `solve`.
    """
    vectors = [list(_by_values(readings)) for readings in rows]
    if sum(map(len, vectors)) > _MOST_READINGS:
        return True
    equations = {(number, column) for number in range(len(groups)) for column in range(columns) if column not in apart}
    if sum(_fails_surely(vectors, groups[number], column) for number, column in equations) > spare:
        return False
    task = _Task(vectors, columns, _EFFORT_WITH_SPARE) if spare else _Task(vectors, columns)
    problem = _Problem(task, groups, equations, spare=spare)
    return problem.run() is not None or not problem.refuted


Vector = tuple[int, ...]


def _keys(readings: Sequence[Reading], chosen: Vector, column: int) -> set[Hashable]:
    """Return what may be printed in a cell of known value; a nought may be a printed one of any reading, or a blank."""
    if chosen[column]:
        return {reading.keys[column] for reading in readings if reading.values == chosen}
    return {reading.keys[column] for reading in readings if not reading.values[column]}


def _freedom(rows: Sequence[Sequence[Vector]]) -> float:
    """Return how many choices there are (log10)."""
    return sum(math.log10(len(vectors)) for vectors in rows)


def _evidence(
    chosen: Sequence[Vector],
    groups: Sequence[Group],
    equations: Iterable[tuple[int, int]],
    rows: Sequence[Sequence[Vector]],
) -> float:
    """Return how many digits (log10) chance would have to hit for the sums to hold; noughts at all ends count none."""
    step = math.gcd(*(value for vectors in rows for vector in vectors for value in vector)) or 1
    results = ((abs(chosen[groups[number].result][column]), groups[number].tolerance) for number, column in equations)
    return sum(math.log10(result / (step + 2 * tolerance) + 1) for result, tolerance in results)


def _all_hold(rows: Sequence[Vector], groups: Sequence[Group], equations: Iterable[tuple[int, int]]) -> bool:
    return all(
        abs(sum(rows[row][column] for row in groups[number].addends) - rows[groups[number].result][column])
        <= groups[number].tolerance
        for number, column in equations
    )


@dataclass(slots=True)
class _Task:
    """A table to solve, and the deterministic time that is left for it."""

    rows: Sequence[Sequence[Vector]]
    columns: int
    left: float = _EFFORT_OF_TABLE


def _by_values(readings: Sequence[Reading]) -> dict[Vector, list[Reading]]:
    """Return the readings by their values: those that differ in noughts and blanks alone weigh the same in sums."""
    vectors: dict[Vector, list[Reading]] = {}
    for reading in readings:
        vectors.setdefault(reading.values, []).append(reading)
    return vectors


def _fails_surely(rows: Sequence[Sequence[Vector]], group: Group, column: int) -> bool:
    """Tell whether a sum fails whatever values of each row are chosen, by the least and the greatest of them."""
    low = sum(min(vector[column] for vector in rows[row]) for row in group.addends)
    high = sum(max(vector[column] for vector in rows[row]) for row in group.addends)
    results = [vector[column] for vector in rows[group.result]]
    return low - group.tolerance > max(results) or high + group.tolerance < min(results)


def _search(
    task: _Task, groups: Sequence[Group], equations: set[tuple[int, int]], *, most: int
) -> tuple[list[Vector], list[list[bool]], frozenset[tuple[int, int]], bool] | None:
    """Return one best choice, which cells all best choices share, the equations given up for it, and whether proven.

    Gives up no equation, else one, up to `most`; all ways to give up as few weigh the same, so that a cell counts as
    shared only where they agree.
    """
    tries = 0
    for count in range(most + 1):
        first: list[Vector] | None = None
        same = [[True] * task.columns for _ in task.rows]
        best: frozenset[tuple[int, int]] = frozenset()
        proven = True
        for given_up in combinations(sorted(equations), count):
            tries += 1
            if tries > _MOST_TRIES:
                return None
            problem = _Problem(task, groups, equations.difference(given_up))
            choice = problem.run()
            if choice is None:
                proven = proven and problem.refuted
                continue
            if first is None:
                first, best = choice, frozenset(given_up)
            _compare(first, choice, same)
            proven = problem.settle(first, same) and proven
            if not proven:
                break
        if first is not None:
            return first, same, best, proven
        if not proven:
            return None
    return None


def _compare(first: Sequence[Vector], other: Sequence[Vector], same: list[list[bool]]) -> None:
    for flags, vector, another in zip(same, first, other, strict=True):
        for column, (value, changed) in enumerate(zip(vector, another, strict=True)):
            if value != changed:
                flags[column] = False


class _Problem:
    """The model: one Boolean a reading, one linear equation a sum; up to `spare` of the sums may fail."""

    def __init__(
        self, task: _Task, groups: Sequence[Group], equations: Iterable[tuple[int, int]], spare: int = 0
    ) -> None:
        self.model = cp_model.CpModel()
        self.task = task
        self.rows = task.rows
        self.refuted = False
        self.picks = [
            [self.model.new_bool_var(f"r{row}.{number}") for number in range(len(vectors))]
            for row, vectors in enumerate(self.rows)
        ]
        for picks in self.picks:
            self.model.add_exactly_one(picks)
        failing: list[cp_model.IntVar] = []
        for number, column in sorted(equations):
            group = groups[number]
            terms = [(pick, value) for row in group.addends for pick, value in self._cell(row, column)]
            terms += [(pick, -value) for pick, value in self._cell(group.result, column)]
            gap = cp_model.LinearExpr.weighted_sum([pick for pick, _ in terms], [value for _, value in terms])
            sum_holds = self.model.add_linear_constraint(gap, -group.tolerance, group.tolerance)
            if spare:
                failing.append(self.model.new_bool_var(f"f{number}.{column}"))
                sum_holds.only_enforce_if(failing[-1].negated())
        if spare:
            self.model.add(cp_model.LinearExpr.sum(failing) <= spare)
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.random_seed = 1
        self.solver.parameters.max_time_in_seconds = _SECONDS

    def _cell(self, row: int, column: int) -> list[tuple[cp_model.IntVar, int]]:
        """Return the picks that put a number other than 0 into a cell, and the numbers."""
        return [
            (pick, vector[column])
            for vector, pick in zip(self.rows[row], self.picks[row], strict=True)
            if vector[column]
        ]

    def run(self) -> list[Vector] | None:
        """Solve; return the chosen values of each row, or None (`refuted` says whether that is proven)."""
        if self.task.left <= 0:
            self.refuted = False
            return None
        self.solver.parameters.max_deterministic_time = min(_EFFORT, self.task.left)
        status = self.solver.solve(self.model)
        self.task.left -= max(self.solver.response_proto.deterministic_time, _LEAST_EFFORT)
        self.refuted = status == cp_model.INFEASIBLE
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return None
        return [
            next(vector for vector, pick in zip(vectors, picks, strict=True) if self.solver.boolean_value(pick))
            for vectors, picks in zip(self.rows, self.picks, strict=True)
        ]

    def settle(self, first: Sequence[Vector], same: list[list[bool]]) -> bool:
        """Clear in `same` every cell that some solution has otherwise than `first`; tell whether all were found."""
        for _ in range(_MOST_ROUNDS):
            # Each round asks for a solution that differs in a cell not yet known to be open. Cells only ever open, so
            # that the clauses of earlier rounds stay true of all solutions still wanted.
            changed = [
                pick
                for row, vectors in enumerate(self.rows)
                for vector, pick in zip(vectors, self.picks[row], strict=True)
                if any(same[row][k] and vector[k] != first[row][k] for k in range(self.task.columns))
            ]
            if not changed:
                return True
            self.model.add_bool_or(changed)
            other = self.run()
            if other is None:
                return self.refuted
            _compare(first, other, same)
        return False
