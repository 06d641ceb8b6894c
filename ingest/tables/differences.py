"""Signed sums that labels announce: what is left, changes, and the results of statements. Knows no labels' words.

Lines are marked by the caller; which lines a marked one follows from is found by exact integer arithmetic.
"""

import math
from collections.abc import Sequence
from itertools import product

from ingest.tables.sums import Matrix, Sum, score

_LONGEST_CHAIN = 8


def find_chains(matrix: Matrix, marked: Sequence[bool]) -> tuple[Sum, ...]:
    """Return for marked lines ("kate", "tulos") the signed sum of the lines since the marked line before, and of that.

    So statements go on whose expenses are printed without a minus. Only sums that hold everywhere and have a minus.
    """
    found = []
    start = 0
    for result in range(len(marked)):
        if not marked[result]:
            continue
        lines = [line for line in range(start, result) if any(value is not None for value in matrix.values[line])]
        start = result
        if not 2 <= len(lines) <= _LONGEST_CHAIN:
            continue
        need = 3.5 + len(lines) * math.log10(2)
        fits = [
            (fit.bits, total)
            for signs in product((1, -1), repeat=len(lines) - 1)
            for total in [Sum(result, tuple(zip(lines, (1, *signs), strict=True)))]
            for fit in [score(matrix, total)]
            if fit.holds and not fit.fails and fit.bits >= need
        ]
        if len(fits) == 1 and any(sign < 0 for _, sign in fits[0][1].addends):
            found.append(fits[0][1])
    return tuple(found)


def find_differences(matrix: Matrix, marked: Sequence[bool]) -> tuple[Sum, ...]:
    """Return for each marked line ("jäljellä", "muutos") the pair of lines whose difference it states.

    The label says what the line is, so that one exact match of four digits is enough, though other evidence fails:
    those are the misprints worth telling.
    """
    found = []
    for result, is_marked in enumerate(marked):
        best: Sum | None = None
        best_bits = 4.0
        for first, second in product(range(len(marked)), repeat=2):
            if not is_marked or result in (first, second) or first == second or marked[first]:
                continue
            total = Sum(result, ((first, 1), (second, -1)))
            fit = score(matrix, total)
            if fit.holds and fit.bits > best_bits and fit.worst < 1:
                best, best_bits = total, fit.bits
        if best is not None:
            found.append(best)
    return tuple(found)


def same_equation(first: Sum, second: Sum) -> bool:
    """Tell whether two sums say the same with another line as the result: a = b + c and c = a − b."""
    one, other = _coefficients(first), _coefficients(second)
    return one == other or one == {line: -sign for line, sign in other.items()}


def _coefficients(total: Sum) -> dict[int, int]:
    return {total.result: -1, **dict(total.addends)}
