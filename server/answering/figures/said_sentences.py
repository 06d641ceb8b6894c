"""Sentences of running text that have numbers, each with what it is read with: label, lead, heading and title.

Knows nothing of questions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from server.answering.figures.told_otherwise import NUMBER
from server.answering.text.units import Unit, readable, units_of
from server.answering.text.years import years_in

_PART_NUMBER = re.compile(r"[ \t]*\d{1,2}(?:\.\d{1,2})*\.?[ \t]+")
_SET_APART = re.compile(r"[ \t]*\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence with a number: `own` is it with its label, `near` what leads and heads it.

    `before` stands before it in its paragraph, `far` are the title and the topmost heading.
    """

    start: int
    end: int
    own: str
    near: str
    before: str
    far: str
    years: frozenset[str]


def sentences_with_numbers(text: str, title: str) -> Iterator[Said]:
    """Yield the sentences of a page's text that have numbers, each with what it is read with."""
    units = units_of(text)
    top = next((text[unit.start : unit.end] for unit in units if unit.kind == "heading"), "")
    part, heading, lead, before = "", "", "", [Unit(0, 0, "heading", 0, -1)]
    above: frozenset[str] = frozenset()
    for position, unit in enumerate(units):
        written = text[unit.start : unit.end]
        if unit.kind == "heading" and not _labels(text, units, position):
            heading, lead = f"{part} {written}", ""
            above = years_in(written) or above
        if _heads_part(text, units, position):
            part = heading = written
            lead = ""
        elif unit.kind in ("sentence", "bullet") and NUMBER.search(written):
            labelled = position > 0 and _labels(text, units, position - 1)
            first = units[position - 1] if labelled else unit
            same = [one for one in before if one.paragraph == unit.paragraph]
            around = " ".join(text[one.start : one.end] for one in same)
            own = f"{readable(text[first.start : first.end])}: {readable(written)}" if labelled else readable(written)
            years = years_in(own) or years_in(f"{lead} {around}") or years_in(heading) or above or years_in(title)
            far = f"{title} {top}"
            yield Said(first.start, unit.end, own, f"{heading} {lead}", around, far, years or years_in(text))
        if written.endswith(":"):
            lead = " ".join(text[one.start : one.end] for one in (*before, unit) if one.paragraph == unit.paragraph)
        elif unit.kind == "sentence" and not NUMBER.search(written):
            lead = ""
        before.append(unit)


def _heads_part(text: str, units: Sequence[Unit], position: int) -> bool:
    """Whether a numbered line stands apart and no item follows it: "51. Services", under which an amount is of them."""
    unit, below = units[position], units[position + 1 : position + 2]
    begin = text.rfind("\n", 0, unit.start) + 1
    numbered = _PART_NUMBER.fullmatch(text, begin, unit.start) and _SET_APART.match(text, unit.end)
    above = not text[:begin].strip() or text[:begin].endswith("\n\n")
    return unit.kind == "bullet" and bool(numbered) and above and bool(below) and below[0].kind != "bullet"


def _labels(text: str, units: Sequence[Unit], position: int) -> bool:
    """Whether a heading is the label of one sentence right below it, after which the next label or nothing stands."""
    if units[position].kind != "heading" or position + 1 == len(units):
        return False
    below, *after = units[position + 1 : position + 3]
    close = text[units[position].end : below.start].count("\n") == 1
    return close and below.kind == "sentence" and (not after or after[0].kind == "heading")
