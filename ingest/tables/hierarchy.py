"""Numbered hierarchies such as a state budget, whose codes are printed bare ("01.") and whose order gives their paths.

A line belongs under another if codes rise among siblings and the parts sum to the whole. Which lines are parents is
found from those two rules; where the sums fail, capital letters and codes decide and the sum is left for judgement.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import pairwise
from typing import Final

_MOST_CHOICES: Final = 24  # ends kept for one line; more than a handful never occur in rising codes with sums


@dataclass(frozen=True, slots=True)
class CodedLine:
    """A line of the hierarchy as printed: its code's digits, its label with the code, its amount in printed units."""

    code: str
    label: str
    amount: Decimal

    @property
    def capital(self) -> bool:
        """Whether the label is set in capital letters, as the topmost lines of budgets are."""
        letters = [letter for letter in self.label if letter.isalpha()]
        return len(letters) > 2 and sum(letter.isupper() for letter in letters) * 10 >= len(letters) * 8


@dataclass(slots=True)
class Node:
    """A line and the lines under it; `sums` tells whether they add up to it (None for a line without any)."""

    line: int
    children: list["Node"] = field(default_factory=list)
    sums: bool | None = None

    @property
    def mixed(self) -> int:
        """How many nodes from here down have both lines with parts and lines without among their own."""
        own = {bool(child.children) for child in self.children}
        return (len(own) > 1) + sum(child.mixed for child in self.children)


def forest(lines: Sequence[CodedLine]) -> list[Node]:
    """Return the topmost lines of `lines` with all lines under them, in order; every line has exactly one place."""
    solver = _Solver(lines)
    tops = _capital_tops(lines)
    nodes: list[Node] = []
    if tops:
        for start, end in zip(tops, [*tops[1:], len(lines)], strict=True):
            nodes.append(solver.whole(start, end))
        return nodes
    return solver.siblings(0, len(lines))


def _capital_tops(lines: Sequence[CodedLine]) -> list[int]:
    """Return the lines in capitals if they open the list and their codes rise; else none."""
    tops = [index for index, line in enumerate(lines) if line.capital]
    if not tops or tops[0] != 0 or len(tops) == len(lines):
        return []
    codes = [int(lines[index].code) for index in tops]
    return tops if all(one < other for one, other in pairwise(codes)) else []


class _Solver:
    def __init__(self, lines: Sequence[CodedLine]) -> None:
        self.lines = lines
        self.known: dict[int, list[tuple[int, Node]]] = {}

    def ends(self, start: int) -> list[tuple[int, Node]]:
        """Return the ways in which line `start` may be a node: (index behind its last line, node), parents first."""
        if start not in self.known:
            found: list[tuple[int, Node]] = []
            self._extend(start, start + 1, Decimal(0), [], found)
            # Parts of one kind come first, then the longest, so that empty lines stay with what they follow.
            found.sort(key=lambda item: (item[1].mixed, -item[0]))
            found.append((start + 1, Node(start)))
            self.known[start] = found[:_MOST_CHOICES]
        return self.known[start]

    def _extend(self, start: int, at: int, total: Decimal, children: list[Node], found: list[tuple[int, Node]]) -> None:
        if children and total == self.lines[start].amount and (total != 0 or self._must_be_child(start)):
            found.append((at, Node(start, list(children), sums=True)))
        if at >= len(self.lines) or len(found) >= _MOST_CHOICES:
            return
        line = self.lines[at]
        if line.capital and not self.lines[start].capital:
            return
        if children and int(line.code) <= int(self.lines[children[-1].line].code):
            return
        for end, node in self.ends(at):
            grown = total + line.amount
            if self._hopeless(start, grown):
                continue
            children.append(node)
            self._extend(start, end, grown, children, found)
            children.pop()

    def _hopeless(self, start: int, total: Decimal) -> bool:
        amount = self.lines[start].amount
        return amount >= 0 and total > amount and not self.negative

    @property
    def negative(self) -> bool:
        """Whether some amount is below nought, so that a sum that is too large may still come right."""
        return any(line.amount < 0 for line in self.lines)

    def _must_be_child(self, start: int) -> bool:
        """Tell whether the line after an empty one cannot be its sibling, because its code does not rise."""
        return start + 1 < len(self.lines) and int(self.lines[start + 1].code) <= int(self.lines[start].code)

    def whole(self, start: int, end: int) -> Node:
        """Return line `start` with all lines up to `end` under it, whether or not they add up."""
        exact = next((node for last, node in self.ends(start) if last == end and node.children), None)
        if exact is not None or end == start + 1:
            return exact or Node(start)
        children = self.siblings(start + 1, end)
        total = sum((self.lines[child.line].amount for child in children), Decimal(0))
        return Node(start, children, sums=total == self.lines[start].amount)

    def siblings(self, start: int, end: int) -> list[Node]:
        """Return nodes that cover the lines from `start` to `end`, each as large as its sum allows."""
        nodes: list[Node] = []
        at = start
        while at < end:
            last, node = next((item for item in self.ends(at) if item[0] <= end), (at + 1, Node(at)))
            if not node.children and nodes and int(self.lines[at].code) <= int(self.lines[nodes[-1].line].code):
                # Codes fall: the line belongs under the one before, although the sum does not show it.
                nodes[-1].children.append(node)
                nodes[-1].sums = False
            else:
                nodes.append(node)
            at = last
        return nodes
