"""A matrix of exact integers and how a sum fares in it: holds, holds within rounding, fails or says nothing.

Knows nothing of where sums come from.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

State = Literal["holds", "rounded", "fails", "open"]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Numbers as integers of one common step: `values[line][evidence]`, None for blank.

    `unknown` holds cells whose value is not known (a sum over them is open). `steps[line][evidence]` is the printed
    precision of each cell in the same integers. `exact[evidence]` is the largest power of ten that divides all numbers
    of that evidence, so that round numbers do not count as many digits. `implied` cells are blank totals that stand for
    the sum of their parts in larger sums, and prove nothing themselves.
    """

    values: tuple[tuple[int | None, ...], ...]
    steps: tuple[tuple[int, ...], ...]
    unknown: frozenset[tuple[int, int]]
    exact: tuple[int, ...]
    implied: frozenset[tuple[int, int]] = frozenset()

    def transposed(self) -> "Matrix":
        """Return the matrix with lines and evidence exchanged."""
        values = tuple(zip(*self.values, strict=True))
        steps = tuple(zip(*self.steps, strict=True))
        unknown = frozenset((evidence, line) for line, evidence in self.unknown)
        implied = frozenset((evidence, line) for line, evidence in self.implied)
        return Matrix(values, steps, unknown, roundness(values), implied)


def roundness(values: Sequence[Sequence[int | None]]) -> tuple[int, ...]:
    """Return for each evidence the largest power of ten that divides all its numbers (at least 1)."""
    powers = []
    for evidence in range(len(values[0]) if values else 0):
        numbers = [abs(line[evidence] or 0) for line in values]
        divisor = math.gcd(*numbers) if numbers else 0
        power = 1
        while divisor and divisor % (power * 10) == 0:
            power *= 10
        powers.append(power)
    return tuple(powers)


@dataclass(frozen=True, slots=True)
class Sum:
    """Line `result` is the sum of `addends`, each a line with its sign (+1 or −1)."""

    result: int
    addends: tuple[tuple[int, int], ...]


def with_implied(matrix: Matrix, total: Sum) -> Matrix:
    """Return `matrix` with the sum of the parts of `total` wherever a part is printed and the total left blank."""
    values = [list(line) for line in matrix.values]
    implied = set(matrix.implied)
    for evidence in range(len(matrix.exact)):
        parts = [(sign, line, values[line][evidence]) for line, sign in total.addends]
        if values[total.result][evidence] is not None or any(
            (line, evidence) in matrix.unknown for line in (total.result, *(line for _, line, _ in parts))
        ):
            continue
        if any(value is not None for _, _, value in parts):
            values[total.result][evidence] = sum(sign * (value or 0) for sign, _, value in parts)
            implied.add((total.result, evidence))
    if len(implied) == len(matrix.implied):
        return matrix
    return Matrix(tuple(map(tuple, values)), matrix.steps, matrix.unknown, matrix.exact, frozenset(implied))


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a sum fares in one evidence: `expected` from the addends, `stated` by the result, `tolerance` by rounding."""

    state: State
    stated: int
    expected: int
    tolerance: int
    bits: float


def outcome(matrix: Matrix, total: Sum, evidence: int) -> Outcome:
    """Judge `total` in `evidence`; "open" where its result or all addends are blank, or one is unknown."""
    stated = None if (total.result, evidence) in matrix.implied else matrix.values[total.result][evidence]
    lines = [total.result, *(line for line, _ in total.addends)]
    if stated is None or any((line, evidence) in matrix.unknown for line in lines):
        return Outcome("open", 0, 0, 0, 0.0)
    printed = [(sign, line, matrix.values[line][evidence]) for line, sign in total.addends]
    present = [(sign, line, value) for sign, line, value in printed if value is not None]
    if not present:
        return Outcome("open", 0, 0, 0, 0.0)
    expected = sum(sign * value for sign, _, value in present)
    step = max(matrix.steps[line][evidence] for line in [total.result, *(line for _, line, _ in present)])
    # An addend that equals the result while the others cancel out says nothing of the sum.
    telling = not any(sign * value == stated for sign, _, value in present)
    count = sum(1 for _, _, value in present if value)
    # Sums of rounded addends may miss by half a unit each, the rounded result by another half.
    tolerance = (count + 1) * step // 2
    size = max(abs(stated), abs(expected))
    if stated == expected:
        bits = math.log10(size / matrix.exact[evidence] + 1) if count > 1 and telling else 0.0
        return Outcome("holds", stated, expected, tolerance, bits)
    if abs(stated - expected) <= tolerance and tolerance * 10 > size:
        return Outcome("open", 0, 0, 0, 0.0)  # rounding explains so much that the sum says nothing
    if abs(stated - expected) <= tolerance:
        bits = max(0.0, math.log10(size / (2 * tolerance + 1))) if count > 1 else 0.0
        return Outcome("rounded", stated, expected, tolerance, bits)
    return Outcome("fails", stated, expected, tolerance, 0.0)


@dataclass(frozen=True, slots=True)
class Score:
    """How a sum fares over all evidence: counts of outcomes and the digits (log10) that chance would have to hit."""

    holds: int
    rounded: int
    fails: int
    bits: float
    worst: float  # the largest relative difference


def score(matrix: Matrix, total: Sum) -> Score:
    """Return the score of `total`; evidence that repeats the same result counts once.

    Where the result is blank in most columns in which its addends are printed, what it hits elsewhere says little.
    """
    holds = rounded = fails = silent = 0
    bits = worst = 0.0
    seen: set[tuple[int, int]] = set()
    for evidence in range(len(matrix.exact)):
        result = outcome(matrix, total, evidence)
        silent += _is_silent(matrix, total, evidence)
        if result.state == "holds":
            holds += 1
        elif result.state == "rounded":
            rounded += 1
        elif result.state == "fails":
            fails += 1
            size = max(abs(result.stated), abs(result.expected), 1)
            worst = max(worst, abs(result.stated - result.expected) / size)
        if (result.stated, result.expected) not in seen:
            bits += result.bits
        seen.add((result.stated, result.expected))
    if silent > holds + rounded + fails:
        bits *= (holds + rounded + fails) / silent
    return Score(holds, rounded, fails, bits, worst)


def _is_silent(matrix: Matrix, total: Sum, evidence: int) -> bool:
    """Tell whether the result is blank in an evidence in which two addends or more are printed."""
    blank = matrix.values[total.result][evidence] is None or (total.result, evidence) in matrix.implied
    unknown = any((line, evidence) in matrix.unknown for line in (total.result, *(line for line, _ in total.addends)))
    printed = sum(matrix.values[line][evidence] is not None for line, _ in total.addends)
    return blank and not unknown and printed > 1
