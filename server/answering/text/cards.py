"""Cards of people: a name, with the title, body and numbers below it, one a line. Knows nothing of pages or questions.

What stands on a card is told of its name alone: "Aino Salo / Planner / Coast Office / tel. 029 123 4567".
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

_Kind = TypeVar("_Kind", bound=str)

_NAME = re.compile(r"[A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ](?:\.|[\w’-]+)){1,2}")
_TITLE = re.compile(
    r"(?:[^\W\d_]+[ -]){0,3}[^\W\d_]*(?:päälli(?:kkö|köt)|johtaja|sihteeri|asiantuntija|suunnittelija|koordinaattori"
    r"|neuvos|ministeri|avustaja|tarkastaja|vastaava|edustaja|tutkija|chef|sekreterare|rådgivare|\w+råd|direktör|ledare|samordnare"
    r"|planerare|expert|minister|director|advis[eo]r|officer|secretary|manager|coordinator|specialist|president"
    r"|counsell?or|planner|researcher)\b",
    re.IGNORECASE,
)
"""The beginning of a line that says what somebody is."""
_REACHED = re.compile(
    r"(?:[^\W\d_]{1,12}\.?(?: \([^()]{2,20}\))?:? )?(?:[+\d][\d\s()/-]{5,}|\S+(?:@|\((?:at|a)\))\S+)", re.IGNORECASE
)
"""A line of a number or an address of somebody, with or without what it is."""
_LONGEST = 80
_MOST = 6
"""Characters of a line and lines of a card at most."""


def with_cards(
    text: str, parts: Sequence[tuple[int, int, _Kind, int]], whole: _Kind
) -> list[tuple[int, int, _Kind, int]]:
    """Return the (start, end, kind, level) of parts of a text with each card as one part of the kind `whole`."""
    gaps = [*(text[one[1] : other[0]].count("\n") for one, other in pairwise(parts)), 0]
    result: list[tuple[int, int, _Kind, int]] = []
    order = 0
    while order < len(parts):
        last = order
        while gaps[last] == 1 and last - order < _MOST and not _is_name(_line(text, parts[last + 1])):
            last += 1
        while last >= order and not is_card(text[parts[order][0] : parts[last][1]]):
            last -= 1
        if last < order:
            result.append(parts[order])
        else:
            result.append((parts[order][0], parts[last][1], whole, 0))
        order = max(last, order) + 1
    return result


def is_card(text: str) -> bool:
    """Return whether a text is a name with a title, a number or an address below it, each line of them a short one."""
    first, *rest = (" ".join(line.split()) for line in text.splitlines() if line.strip()) if text.strip() else ("",)
    if not rest or not _is_name(first) or len(rest) > _MOST:
        return False
    told = any(_TITLE.match(line) or _REACHED.fullmatch(line) for line in rest)
    return told and all(len(line) <= _LONGEST and line[-1] not in ".:?!" for line in rest)


def _is_name(line: str) -> bool:
    return _NAME.fullmatch(line) is not None and not _TITLE.match(line)


def _line(text: str, part: tuple[int, int, _Kind, int]) -> str:
    return " ".join(text[part[0] : part[1]].split())
