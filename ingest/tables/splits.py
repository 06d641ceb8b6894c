"""The ways to read a run of digit groups as numbers, where one space both groups thousands and parts columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

_MOST_SPLITS = 600
_START = re.compile(r"[-−–+]?(?:0|[1-9]\d*)(?:[.,]\d+)*\Z")
_GROUP = re.compile(r"\d{3}(?:,\d+)?\Z")
_HEAD = re.compile(r"[-−–+]?[1-9]\d{0,2}\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A digit group or dash of a row's cells: its characters in the page.

    `starts` says that something before it (a unit, a line break, a bracket) parts it from the group before. `unit` and
    `scale` are those printed behind it, `approximate` a word before it. `share` is a percentage in brackets behind it. `value` is set where its
    comma or point was read already ("12,5", "1,346,190").
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


def splits(tokens: Sequence[Token], most: int) -> tuple[tuple[Printed, ...], ...]:
    """Return every way to read `tokens` as at most `most` numbers; empty where none is possible or too many are."""

    alone = _in_units(tokens)

    @cache
    def rest(at: int, left: int) -> tuple[tuple[int, ...], ...]:
        """Return the ways to cut the tokens from `at` on, each as the indices behind its numbers."""
        if at == len(tokens):
            return ((),)
        if left == 0:
            return ()
        ways: list[tuple[int, ...]] = []
        for end in alone.get(at) or _ends(tokens, at):
            ways.extend((end, *others) for others in rest(end, left - 1))
            if len(ways) > _MOST_SPLITS:
                break
        return tuple(ways)

    ways = rest(0, most)
    if len(ways) > _MOST_SPLITS:
        return ()
    found = []
    for way in ways:
        numbers = []
        at = 0
        for end in way:
            numbers.append(_printed(tokens[at:end]))
            at = end
        found.append(tuple(numbers))
    return tuple(found)


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
    return Printed(
        value, text, first.start, last.end, last.unit, last.scale, first.approximate, share=last.share
    )
