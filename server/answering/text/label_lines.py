"""A label on a line of its own together with what stands right below it. Knows nothing of pages or questions.

"Secretary:" with a name below it is one line of a form that a page has broken; a label with several lines below it
leads a list.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeVar

_Kind = TypeVar("_Kind", bound=str)

_LONGEST_LABEL, _LONGEST_LINE = 60, 80
_TWO = 2
_REACHED = re.compile(r"[+\d][\d\s()-]{5,}|\S+(?:@|\(at\))\S+")
"""A line of a number or an address, which belongs to the name above it."""


def with_labels(text: str, parts: Sequence[tuple[int, int, _Kind, int]]) -> list[tuple[int, int, _Kind, int]]:
    """Return the (start, end, kind, level) of parts of a text with each label and the name below it as one heading."""
    last = labels_joined(text, [part[:2] for part in parts], [part[2] == "heading" for part in parts])
    inside = {order for label, end in last.items() for order in range(label + 1, end + 1)}
    return [
        (part[0], parts[last.get(order, order)][1], part[2], part[3])
        for order, part in enumerate(parts)
        if order not in inside
    ]


def labels_joined(text: str, spans: Sequence[tuple[int, int]], short: Sequence[bool]) -> dict[int, int]:
    """Return the order of each label among the spans of a text with that of the last line below it that is its own.

    Only `short` ones, neither sentences, bullets nor rows of tables, are labels or stand below one. A
    label has one name of its own, or two where the second is whom to reach.
    """
    read = [" ".join(text[a:b].split()) for a, b in spans]
    lines = [one if is_short or _REACHED.fullmatch(one) else "" for one, is_short in zip(read, short, strict=True)]
    gaps = [*(text[one[1] : other[0]].count("\n") for one, other in pairwise(spans)), 0]
    found: dict[int, int] = {}
    for label, line in enumerate(lines):
        if not line.endswith(":") or len(line) > _LONGEST_LABEL:
            continue
        last = label
        while last + 1 < len(lines) and gaps[last] == gaps[label] and _is_below(lines[last + 1]):
            last += 1
        below = lines[label + 1 : last + 1]
        named = [one for one in below if not _REACHED.fullmatch(one)]
        goes_on = last + 1 < len(lines) and not lines[last + 1] and gaps[last] == 1
        if (len(named) == 1 or len(named) == _TWO < len(below)) and named[0] == below[0] and not goes_on:
            found[label] = last
    return found


def _is_below(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_LINE and ":" not in line
