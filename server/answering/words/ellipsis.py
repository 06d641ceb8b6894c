"""Fragments put in the place of what they stand for by their form: "Kuka vastaa X:stä? – Entä Y:stä?".

In Finnish the case of a fragment says which phrase of the question before it replaces; "sen" with a noun asks for
another attribute of the same thing. Knows nothing of names, years or figures.
"""

import re
from itertools import pairwise

_WORD = re.compile(r"[^\W_]+(?:[-–:’'][^\W_]+)*")
_CASES = (("sta", "stä"), ("lle",), ("lla", "llä"), ("lta", "ltä"), ("ssa", "ssä"), ("ksi",), ("tta", "ttä"), ("n",))
"""Endings of cases, the plain ones first: a word ends in the first that fits."""
_SHORTEST = 5
_ATTRIBUTE = re.compile(
    r"^(?P<asked>(?:mikä|mitkä|millainen)\s+(?:on|oli|ovat|olivat)\s+.*\S)\s+(?P<attribute>[^\W\d_]+)\W*$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"^(?:sen|niiden)\s+(?P<attribute>[^\W\d_]+)\W*$", re.IGNORECASE)
_IT_DOES = re.compile(r"^(?P<asked>\w+)\s+(?:se|ne)\s+(?P<does>(?:on\s+)?[^\W\d_]+)\W*$", re.IGNORECASE)
_DOES = re.compile(
    r"^(?P<asked>milloin|missä|mihin|miten|miksi)\s+(?P<subject>.*\S)\s+(?P<does>[^\W\d_]+)\W*$", re.IGNORECASE
)


def of_the_same(fragment: str, base: str) -> str | None:
    """Return `base` asking for something else of the same thing, None where the fragment does not.

    "Mikä on X:n vaikutus? – Entä sen kesto?", "Milloin X alkaa? – Ja milloin se päättyy?".
    """
    of_it, asked = _OF_IT.match(fragment.strip()), _ATTRIBUTE.match(base.strip())
    if of_it and asked:
        return f"{asked['asked']} {of_it['attribute']}?"
    it_does, does = _IT_DOES.match(fragment.strip()), _DOES.match(base.strip())
    if it_does and does and it_does["asked"].lower() == does["asked"].lower():
        return f"{does['asked']} {does['subject']} {it_does['does']}?"
    return None


def of_another(fragment: str, base: str) -> str | None:
    """Return `base` asking the same of what the fragment names, or what the fragment asks by itself; None for neither.

    It stands for the last phrase in its case, for a word that ends alike ("väliarviointi", "loppuarviointi"), or for
    what does something; "X:n aikataulu" is asked for as it is. The word that `base` asks with is never replaced.
    """
    new = [match.group() for match in _WORD.finditer(fragment)]
    old = list(_WORD.finditer(base))[1:]
    if not new or not old:
        return None
    case = _case(new[-1])
    if case is not None:
        cases = [_case(match.group()) for match in old]
        ends = [number for number, found in enumerate(cases) if found == case]
        if not ends:
            return None
        start = end = ends[-1]
        while start and cases[start - 1] == case and base[old[start - 1].end() : old[start].start()].isspace():
            start -= 1
        return base[: old[start].start()] + fragment.strip() + base[old[end].end() :]
    if any(_case(one) == ("n",) and not other[0].isupper() for one, other in pairwise(new)):
        return f"Mikä on {fragment.strip()}?"
    tail = new[-1][-_SHORTEST:].lower()
    alike = [match for match in old if match.group().lower().endswith(tail) and len(tail) == _SHORTEST]
    if alike:
        return base[: alike[-1].start()] + fragment.strip() + base[alike[-1].end() :]
    does = _DOES.match(base.strip())
    return f"{does['asked']} {fragment.strip()} {does['does']}?" if does and len(new) == 1 else None


def _case(word: str) -> tuple[str, ...] | None:
    """Return the endings of the case that a word stands in by its form, None where it is short or ends in none."""
    lowered = word.lower()
    if len(lowered) < _SHORTEST or not lowered[-1].isalpha():
        return None
    return next((endings for endings in _CASES if lowered.endswith(endings)), None)
