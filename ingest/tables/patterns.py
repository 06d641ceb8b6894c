"""Sums within the rows of a flat table that hold whatever cells were dropped: they tell how to part the numbers."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

_MOST_LEADING = 3
_SIDES: tuple[Literal["first", "last"], ...] = ("first", "last")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sum within a row.

    Side "first": number `place` (from 1) is the sum of all after it; side "last": the last is the sum from `place` on.

    Empty cells of the sum drop out unseen, so that a row obeys it however many it lacks; what stands before it counts.
    """

    side: Literal["first", "last"]
    place: int

    def fits(self, values: Sequence[int]) -> bool:
        """Tell whether a row's numbers, or all its columns with 0 for blanks, obey it, with something to sum."""
        if len(values) <= self.place:
            return False
        if self.side == "first":
            return values[self.place - 1] == sum(values[self.place :]) != 0
        return values[-1] == sum(values[self.place - 1 : -1]) != 0

    def bits(self, values: Sequence[int]) -> float:
        """Return how many digits (log10) chance would have had to hit; 0 for fewer than two addends."""
        if not self.fits(values):
            return 0.0
        addends = values[self.place :] if self.side == "first" else values[self.place - 1 : -1]
        if sum(1 for value in addends if value) < 2:
            return 0.0
        divisor = math.gcd(*addends)
        power = 1
        while divisor % (power * 10) == 0:
            power *= 10
        return math.log10(abs(sum(addends)) / power + 1)


PATTERNS = tuple(Pattern(side, place) for side in _SIDES for place in range(1, _MOST_LEADING + 1))


def find_pattern(rows: Sequence[tuple[int, Mapping[Pattern, Sequence[Sequence[int]]]]]) -> Pattern | None:
    """Return the pattern that the rows obey, or None.

    `rows` holds for each row in how many ways it can be parted, and by pattern the numbers of those that obey it.
    """
    best: Pattern | None = None
    best_bits = 0.0
    able = sum(1 for _, fitting in rows if fitting)
    for pattern in PATTERNS:
        bits = 0.0
        obeyed = 0
        for count, fitting in rows:
            gained = max((pattern.bits(way) for way in fitting.get(pattern, ())), default=0.0)
            if gained:
                obeyed += 1
                bits += max(0.0, gained - math.log10(count))
        # Numbers before the sum are free, so that splitting them fits a larger place nearly as well: the smaller wins.
        if bits > best_bits * 1.1 and obeyed * 2 > able:
            best, best_bits = pattern, bits
    return best if rows and best_bits >= 4.5 + math.log10(len(rows)) else None
