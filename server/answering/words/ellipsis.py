"""Fragments put in the place of what they stand for by their form: "Kuka vastaa X:stä? – Entä Y:stä?".

In Finnish the case of a fragment says which phrase of the question before it replaces; "sen" with a noun asks for
another attribute of the same thing. Knows nothing of names, years or figures.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from server.answering.words.ordinals import ordinal_of

_WORD = re.compile(r"[^\W_]+(?:[-–:’'][^\W_]+)*")
_CASES = (("sta", "stä"), ("lle",), ("lla", "llä"), ("lta", "ltä"), ("ssa", "ssä"), ("ksi",), ("tta", "ttä"), ("n",))
"""Endings of cases, the plain ones first: a word ends in the first that fits."""
_SHORTEST, _SHORTEST_CASE = 5, 4
_ATTRIBUTE = re.compile(
    r"^(?P<asked>(?:mikä|mitkä|millainen)\s+(?:on|oli|ovat|olivat)\s+.*\S)\s+(?P<attribute>[^\W\d_]+)\W*$",
    re.IGNORECASE,
)
_OF_IT = re.compile(r"^(?:sen|niiden)\s+(?P<attribute>[^\W\d_]+)\W*$", re.IGNORECASE)
_IT_DOES = re.compile(r"^(?P<asked>\w+)\s+(?:se|ne)\s+(?P<does>(?:on\s+)?[^\W\d_]+)\W*$", re.IGNORECASE)
_DOES = re.compile(
    r"^(?P<asked>milloin|missä|mihin|miten|miksi)\s+(?P<subject>.*\S)\s+(?P<does>[^\W\d_]+)\W*$", re.IGNORECASE
)
_NOUN = 3
"""Letters by which a noun is known in another case."""
_NUMBERED = re.compile(r"(?:(?:in |under |i )?(?P<noun>[^\W\d]{3,}) )?(?P<number>\d{1,2})", re.IGNORECASE)
_ORDINAL = re.compile(r"(?<!\w)(?P<ordinal>\d{1,2}\.|[^\W\d]{3,})(?= +(?P<noun>[^\W\d]{3,})|\W*$)")
_ONLY_THAT = re.compile(r"(?:(?:in|of|for|the|den|det|i|från|till|för|of the|siinä|sen)\s+)*", re.IGNORECASE)


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
    if shared := _in_place(new, old, base, fragment):
        return shared
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


def in_topic(fragment: str, topic: str) -> str:
    """Return `topic` with a fragment in the place of its words in the same case; the fragment where all or none are.

    "Asumistuen" of "työttömyysturvan muutokset" leaves "asumistuen muutokset".
    """
    case = _case(fragment.rsplit(maxsplit=1)[-1]) if fragment.split() else None
    words = topic.split()
    alike = [_case(word) == case is not None for word in words]
    if not any(alike) or all(alike):
        return fragment
    first, last = alike.index(True), len(alike) - 1 - alike[::-1].index(True)
    return " ".join([*words[:first], fragment, *words[last + 1 :]]) if all(alike[first : last + 1]) else fragment


def _in_place(new: list[str], old: list[re.Match[str]], base: str, fragment: str) -> str | None:
    """Return `base` with a fragment for as many of its words, one of which is the same: "hyvinvointia lisääviä"."""
    words = [match.group().casefold() for match in old]
    for shift, word in enumerate(new):
        at = words.index(word.casefold()) - shift if len(new) > 1 and word.casefold() in words else -1
        if 0 <= at <= len(words) - len(new):
            return base[: old[at].start()] + fragment.strip() + base[old[at + len(new) - 1].end() :]
    return None


def of_another_number(rest: str, base: str) -> str | None:
    """Return `base` with the number that `rest` has in the place of its own; None where it has no such one.

    "Entä haussa 3?" and "Entä 3?" for "haussa 2", "Entä ensimmäisen?" for "2. vaiheen"; a question of its own that
    leaves its noun unsaid gets it: "Paljonko se sai ensimmäisessä?".
    """
    if new := _NUMBERED.fullmatch(rest.strip()):
        noun = re.escape(new["noun"][:_NOUN]) if new["noun"] else r"[^\W\d]{3,}"
        old = re.search(rf"\b{noun}[^\W\d]* (\d{{1,2}})(?!\d|\.)", base, re.IGNORECASE)
        return base[: old.start(1)] + new["number"] + base[old.end(1) :] if old else None
    theirs = next(_ordinals(base), None)
    mine = next(_ordinals(f"{rest} "), None)
    if theirs is None or mine is None or not theirs["noun"]:
        return None
    noun = mine["noun"]
    if noun and noun.casefold() != "one" and noun[:_NOUN].casefold() != theirs["noun"][:_NOUN].casefold():
        return None
    if _ONLY_THAT.fullmatch(rest[: mine.start("ordinal")]):
        put = rest[mine.start("ordinal") : mine.end("ordinal")]
        return base[: theirs.start("ordinal")] + put + base[theirs.end("ordinal") :]
    if noun and noun.casefold() != "one":
        return None
    return f"{rest[: mine.end()]} {theirs['noun']}?"


def _ordinals(text: str) -> Iterator[re.Match[str]]:
    """Return the ordinals of a text, each with the word behind it."""
    for found in _ORDINAL.finditer(text):
        if found["ordinal"][0].isdigit() or ordinal_of(found["ordinal"].casefold()):
            yield found


def _case(word: str) -> tuple[str, ...] | None:
    """Return the endings of the case that a word stands in by its form, None where it is short or ends in none."""
    lowered = word.lower()
    if len(lowered) < _SHORTEST_CASE or not lowered[-1].isalpha():
        return None
    return next((endings for endings in _CASES if lowered.endswith(endings)), None)
