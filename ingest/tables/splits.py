"""The ways to read a run of digit groups as numbers, where one space both groups thousands and parts columns."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_MOST_SPLITS = 3000
_MOST_STEPS = 60_000
_MOST_GROUPS = 4  # a number of more groups is several run together
_START = re.compile(r"[-−–+]?(?:0|[1-9]\d*)(?:[.,]\d+|['’‘´]\d{3})*\Z")
_GROUP = re.compile(r"\d{3}(?:,\d+)?\Z")
_HEAD = re.compile(r"[-−–+]?[1-9]\d{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A digit group or dash of a row's cells: its characters in the page.

    `starts` says that something before it (a unit, a line break, a bracket) parts it from the group before. `unit` and
    `scale` are those printed behind it, `approximate` a word before it. `share` is a percentage in brackets behind it.
    `loose` says of a row's first that it may be no part of its numbers: a note's number.
    `value` is set where its comma or point was read already ("12,5", "1,346,190").
    """

    text: str
    start: int
    end: int
    starts: bool = False
    dash: bool = False
    unit: str | None = None
    scale: int = 1
    approximate: bool = False
    share: "Token | None" = None
    value: Decimal | None = None
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Printed:
    """A number as one reading has it: characters `start` to `end` of the page, or a dash (value None)."""

    value: Decimal | None
    text: str
    start: int
    end: int
    unit: str | None
    scale: int
    approximate: bool
    share: Token | None = None


def count_splits(tokens: Sequence[Token], most: int) -> int:
    """Return in how many ways `tokens` can be read as at most `most` numbers."""
    alone = _in_units(tokens)

    @cache
    def rest(at: int, left: int) -> int:
        if at == len(tokens):
            return 1
        return sum(rest(end, left - 1) for end in alone.get(at) or _ends(tokens, at)) if left else 0

    return rest(0, most)


def splits(tokens: Sequence[Token], most: int) -> tuple[tuple[Printed, ...], ...]:
    """Return every way to read `tokens` as at most `most` numbers; empty where none is possible or too many are."""
    if not 0 < count_splits(tokens, most) <= _MOST_SPLITS:
        return ()
    alone = _in_units(tokens)

    @cache
    def rest(at: int, left: int) -> tuple[tuple[Printed, ...], ...]:
        if at == len(tokens):
            return ((),)
        if not left:
            return ()
        return tuple(
            (_printed(tokens[at:end]), *others)
            for end in alone.get(at) or _ends(tokens, at)
            for others in rest(end, left - 1)
        )

    return rest(0, most)


def full_splits(
    tokens: Sequence[Token], count: int, allowed: Callable[[int, Printed], bool]
) -> tuple[tuple[Printed, ...], ...]:
    """Return the ways to read `tokens` as exactly `count` numbers, each `allowed` at its place; empty for too many."""
    ways: list[tuple[int, tuple[Printed, ...]]] = [(0, ())]
    for place in range(count):
        most = len(tokens) - (count - place - 1)
        ways = [
            (end, (*chosen, printed))
            for at, chosen in ways
            if at < len(tokens)
            for end in _ends(tokens, at)
            if end <= most and allowed(place, printed := _printed(tokens[at:end]))
        ]
        if len(ways) > _MOST_STEPS:
            return ()
    return tuple(chosen for at, chosen in ways if at == len(tokens))


def summing_splits(tokens: Sequence[Token], most: int, *, lead: int, last: bool) -> tuple[tuple[Printed, ...], ...]:
    """Return the ways in which, after `lead` free numbers, the next one (or the `last`) is the sum of the others.

    Numbers below nought are not looked for. Far fewer steps than `splits`, as sums out of reach are cut off early.
    """
    search = _Summing(tokens, most)
    for at, chosen in search.leads(lead):
        if last:
            starts = [start for start in range(at + 1, len(tokens)) if len(tokens) in search.ends(start)]
            for start in starts:
                tail = _printed(tokens[start:])
                if _worth(tail) > 0:
                    search.fill(at, start, _worth(tail), (chosen, (tail,)))
        else:
            for end in search.ends(at) if at < len(tokens) else ():
                total = _printed(tokens[at:end])
                if _worth(total) > 0:
                    search.fill(end, len(tokens), _worth(total), ((*chosen, total), ()))
    whole = search.steps >= 0 and len(search.found) <= _MOST_SPLITS
    return tuple(search.found) if whole else ()


class _Summing:
    """A search for numbers that have a given sum; gives up after so many steps (`steps` below nought)."""

    def __init__(self, tokens: Sequence[Token], most: int) -> None:
        self.tokens = tokens
        self.most = most
        self.steps = _MOST_STEPS
        self.found: list[tuple[Printed, ...]] = []
        self.alone = _in_units(tokens)
        self.reach: dict[tuple[int, int], tuple[int, int]] = {}

    def ends(self, at: int) -> list[int]:
        """Return where a number that starts with token `at` can end."""
        return self.alone.get(at) or _ends(self.tokens, at)

    def leads(self, free: int) -> list[tuple[int, tuple[Printed, ...]]]:
        """Return the ways to take `free` numbers first, each with the token behind them."""
        ways: list[tuple[int, tuple[Printed, ...]]] = [(0, ())]
        for _ in range(free):
            ways = [
                (end, (*chosen, _printed(self.tokens[at:end])))
                for at, chosen in ways
                if at < len(self.tokens)
                for end in self.ends(at)
            ]
        return ways

    def bounds(self, at: int, stop: int) -> tuple[int, int]:
        """Return the least and the greatest sum that the tokens from `at` to `stop` can have; (1, 0) for none."""
        if at == stop:
            return 0, 0
        if (at, stop) not in self.reach:
            able = []
            for end in self.ends(at):
                low, high = self.bounds(end, stop) if end <= stop else (1, 0)
                if low <= high:
                    value = _worth(_printed(self.tokens[at:end]))
                    able.append((value + low, value + high))
            self.reach[at, stop] = (min(low for low, _ in able), max(high for _, high in able)) if able else (1, 0)
        return self.reach[at, stop]

    def fill(self, at: int, stop: int, left: int, around: tuple[tuple[Printed, ...], tuple[Printed, ...]]) -> None:
        """Take numbers from token `at` up to `stop` whose sum is `left`; `around` stand before and after them."""
        self.steps -= 1
        before, after = around
        if at == stop:
            if not left and len(self.found) <= _MOST_SPLITS:
                self.found.append((*before, *after))
            return
        low, high = self.bounds(at, stop)
        if self.steps < 0 or len(before) + len(after) >= self.most or not low <= left <= high:
            return
        for end in self.ends(at):
            if end <= stop:
                printed = _printed(self.tokens[at:end])
                self.fill(end, stop, left - _worth(printed), ((*before, printed), after))


def _worth(printed: Printed) -> int:
    """Return a number in ten-thousandths, so that all are integers."""
    return 0 if printed.value is None else int(printed.value * printed.scale * 10_000)


def _in_units(tokens: Sequence[Token]) -> dict[int, list[int]]:
    """Return where each number ends, by its first token, in a row that prints a unit behind every number."""
    starts = [index for index, token in enumerate(tokens) if token.starts or not index]
    ends = [*starts[1:], len(tokens)]
    spans = list(zip(starts, ends, strict=True))
    if len(spans) < 2 or not all(tokens[end - 1].unit for _, end in spans):
        return {}
    if not all(end in _ends(tokens, start) for start, end in spans):
        return {}
    return {start: [end] for start, end in spans}


def _ends(tokens: Sequence[Token], at: int) -> list[int]:
    """Return where a number that starts with token `at` can end, the shortest first."""
    first = tokens[at]
    if first.dash:
        return [at + 1]
    if _START.match(first.text) is None:
        return []
    ends = [at + 1]
    if _HEAD.match(first.text) is None or first.unit is not None or first.share is not None:
        return ends
    for index in range(at + 1, len(tokens)):
        token = tokens[index]
        if token.starts or token.dash or token.approximate or _GROUP.match(token.text) is None:
            break
        if index - at >= _MOST_GROUPS:
            break
        ends.append(index + 1)
        if "," in token.text or token.unit is not None or token.share is not None:
            break
    return ends


def _printed(tokens: Sequence[Token]) -> Printed:
    first, last = tokens[0], tokens[-1]
    text = " ".join(token.text for token in tokens)
    value = first.value if len(tokens) == 1 else None
    if value is None and not first.dash:
        plain = text.replace(" ", "").replace("−", "-").replace("–", "-").lstrip("+").replace(",", ".")
        value = Decimal(plain)
    return Printed(value, text, first.start, last.end, last.unit, last.scale, first.approximate, share=last.share)
