"""Chooses among the readings of each row so that a table's sums hold, and proves which cells no other reading allows.

A row's reading says which of its printed numbers stands in which column. Which rows sum to which is given; how many
columns hold is maximised, since printed totals can be wrong; then every cell that another equally good choice would
change is reported as open. Knows nothing of text. Deterministic: one worker, a fixed seed, a limit on steps.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

_MOST_READINGS = 20_000
_MOST_ROUNDS = 60
_SECONDS = 8.0
_EFFORT = 20.0  # CP-SAT's deterministic time, so that the outcome does not hang on the machine's speed


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
    """`holding[group][column]`: the sum holds; `fixed[row][column]`: every best choice has the same number there.

    `chosen[row]` is one best reading. Without a proof (`proven` false) nothing is fixed.
    """

    chosen: tuple[Reading, ...]
    holding: tuple[tuple[bool, ...], ...]
    fixed: tuple[tuple[bool, ...], ...]
    proven: bool


def solve(rows: Sequence[Sequence[Reading]], groups: Sequence[Group], columns: int) -> Solution | None:
    """Return the best choice of readings with its proof, or None where there is none or too many to search."""
    if not groups or any(not readings for readings in rows):
        return None
    distinct = [_by_values(readings) for readings in rows]
    if sum(len(vectors) for vectors in distinct) > _MOST_READINGS:
        return None
    problem = _Problem(distinct, groups, columns)
    first = problem.run()
    if first is None:
        return None
    holding = problem.holding()
    problem.require(sum(sum(flags) for flags in holding))
    chosen = list(first)
    same = [[True] * columns for _ in rows]
    proven = False
    for _ in range(_MOST_ROUNDS):
        other = problem.differing(first, same)
        if other is None:
            proven = problem.refuted
            break
        for row, vector in enumerate(other):
            for column in range(columns):
                if vector[column] != first[row][column]:
                    same[row][column] = False
    fixed = []
    for row, vectors in enumerate(distinct):
        alternatives = vectors[chosen[row]]
        fixed.append(
            tuple(
                proven and same[row][column] and len({reading.keys[column] for reading in alternatives}) == 1
                for column in range(columns)
            )
        )
    return Solution(
        tuple(vectors[vector][0] for vectors, vector in zip(distinct, chosen, strict=True)),
        holding,
        tuple(fixed),
        proven,
    )


def _by_values(readings: Sequence[Reading]) -> dict[tuple[int, ...], list[Reading]]:
    """Return the readings by their values: those that differ in noughts and blanks alone weigh the same in sums."""
    vectors: dict[tuple[int, ...], list[Reading]] = {}
    for reading in readings:
        vectors.setdefault(reading.values, []).append(reading)
    return vectors


class _Problem:
    """The model: one Boolean a reading, one a group and column that says whether the sum holds there."""

    def __init__(
        self, rows: Sequence[dict[tuple[int, ...], list[Reading]]], groups: Sequence[Group], columns: int
    ) -> None:
        self.model = cp_model.CpModel()
        self.columns = columns
        self.refuted = False
        self.vectors = [list(vectors) for vectors in rows]
        self.picks = [
            [self.model.new_bool_var(f"r{row}.{number}") for number in range(len(vectors))]
            for row, vectors in enumerate(self.vectors)
        ]
        for picks in self.picks:
            self.model.add_exactly_one(picks)
        self.flags = []
        for number, group in enumerate(groups):
            flags = []
            for column in range(columns):
                flag = self.model.new_bool_var(f"g{number}.{column}")
                gap = sum(self._cell(row, column) for row in group.addends) - self._cell(group.result, column)
                self.model.add_linear_constraint(gap, -group.tolerance, group.tolerance).only_enforce_if(flag)
                flags.append(flag)
            self.flags.append(flags)
        self.held = sum(flag for flags in self.flags for flag in flags)
        self.model.maximize(self.held)
        self.solver = cp_model.CpSolver()
        self.solver.parameters.num_workers = 1
        self.solver.parameters.random_seed = 1
        self.solver.parameters.max_time_in_seconds = _SECONDS
        self.solver.parameters.max_deterministic_time = _EFFORT
        self.extra = 0

    def _cell(self, row: int, column: int) -> cp_model.LinearExprT:
        terms = [vector[column] * pick for vector, pick in zip(self.vectors[row], self.picks[row], strict=True)]
        return sum(terms)

    def run(self) -> list[tuple[int, ...]] | None:
        """Solve; return the chosen values of each row, or None where nothing optimal was proven."""
        status = self.solver.solve(self.model)
        self.refuted = status == cp_model.INFEASIBLE
        if status != cp_model.OPTIMAL:
            return None
        return [
            next(vector for vector, pick in zip(vectors, picks, strict=True) if self.solver.boolean_value(pick))
            for vectors, picks in zip(self.vectors, self.picks, strict=True)
        ]

    def holding(self) -> tuple[tuple[bool, ...], ...]:
        """Return which sums hold in the last solution."""
        return tuple(tuple(self.solver.boolean_value(flag) for flag in flags) for flags in self.flags)

    def require(self, held: int) -> None:
        """Ask from now on for any choice in which as many sums hold, rather than for the best."""
        self.model.clear_objective()
        self.model.add(self.held >= held)

    def differing(self, first: list[tuple[int, ...]], same: list[list[bool]]) -> list[tuple[int, ...]] | None:
        """Return a choice that differs from `first` in a cell not yet known to be open, or None."""
        changed = []
        for row, vectors in enumerate(self.vectors):
            for vector, pick in zip(vectors, self.picks[row], strict=True):
                if any(same[row][k] and vector[k] != first[row][k] for k in range(self.columns)):
                    changed.append(pick)
        if not changed:
            self.refuted = True
            return None
        # The clause counts for this round alone: an assumption literal switches it on.
        switch = self.model.new_bool_var(f"differ{self.extra}")
        self.extra += 1
        self.model.add_bool_or(changed).only_enforce_if(switch)
        self.model.clear_assumptions()
        self.model.add_assumption(switch)
        return self.run()
