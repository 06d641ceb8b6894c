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
_TWO, _FEWEST = 2, 3
_BARE = re.compile(r"[A-ZÅÄÖ][^\W\d_]+(?: [^\W\d_]+){0,2}")
_ROLE = re.compile(
    r"(?:[^\W\d_]+ ){0,2}\w*(?:puheenjohtaja|sihteeri|johtaja|päällikkö|vastaava|koordinaattori|esittelijä|ordförande"
    r"|sekreterare|direktör|chef|chair(?:man|woman|person)?|secretary|director|manager|coordinator)",
    re.IGNORECASE,
)
"""The title of an office with one bearer."""
_PERSON = re.compile(r"(?:[a-zåäö]+ ){0,2}[A-ZÅÄÖ][\w’-]+ (?:[A-ZÅÄÖ]\. ?)?[A-ZÅÄÖ][\w’-]+")
_REACHED = re.compile(r"[+\d][\d\s()-]{5,}|\S+(?:@|\(at\))\S+")
"""A line of a number or an address, which belongs to the name above it."""


def with_labels(text: str, parts: Sequence[tuple[int, int, _Kind, int]]) -> list[tuple[int, int, _Kind, int]]:
    """Return the (start, end, kind, level) of parts of a text with each label and the name below it as one heading."""
    spans = [part[:2] for part in parts]
    gaps = [*(text[one[1] : other[0]].count("\n") for one, other in pairwise(spans)), 0]
    read = [" ".join(text[start:end].split()) for start, end in spans]
    kinds = [part[2] for part in parts]
    last = labels_joined(
        [line if kind == "heading" or _REACHED.fullmatch(line) else "" for line, kind in zip(read, kinds, strict=True)],
        gaps,
    ) or _pairs([line if kind in ("heading", "row") else "" for line, kind in zip(read, kinds, strict=True)], gaps)
    inside = {order for label, end in last.items() for order in range(label + 1, end + 1)}
    return [
        (part[0], parts[last.get(order, order)][1], part[2], part[3])
        for order, part in enumerate(parts)
        if order not in inside
    ]


def labels_joined(lines: Sequence[str], gaps: Sequence[int]) -> dict[int, int]:
    """Return the order of each label among lines with that of the last line below it that is its own.

    What is no label and cannot stand below one is empty; `gaps[n]` counts the line breaks behind line n. A label has
    one name of its own, or two where the second is whom to reach.
    """
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


def _pairs(lines: Sequence[str], gaps: Sequence[int]) -> dict[int, int]:
    """Return the orders of bare labels with those of the lines right below them: three such pairs in a row at least.

    "Budget" with an amount below it is a line of a page's table of facts, of which the page has lost the form. An
    office with the name of its one bearer is such a line by itself.
    """
    found: dict[int, int] = {}
    run: list[int] = []
    order = 0
    while order < len(lines):
        paired = (
            order + 1 < len(lines)
            and gaps[order] == 1
            and (gaps[order + 1] != 1 or order + _TWO == len(lines))
            and bool(_BARE.fullmatch(lines[order]))
            and _is_below(lines[order + 1])
        )
        if _bears_role(lines[order : order + _TWO + 1]) and gaps[order] <= _TWO:
            found[order] = order + 1
        if paired:
            run.append(order)
        if not paired or order + _TWO >= len(lines):
            found.update({one: one + 1 for one in run} if len(run) >= _FEWEST else {})
            run = []
        order += _TWO if paired else 1
    return found


def _bears_role(lines: Sequence[str]) -> bool:
    """Return whether a line is a title of an office and the one right below it names its one bearer."""
    if len(lines) < _TWO or not _ROLE.fullmatch(lines[0]) or not _is_below(lines[1]):
        return False
    return bool(_PERSON.match(lines[1])) and not any(_PERSON.match(line) for line in lines[_TWO:])


def _is_below(line: str) -> bool:
    return 0 < len(line) <= _LONGEST_LINE and not re.search(r":(?:\s|$)", line)
