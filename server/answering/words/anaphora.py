"""What the pronouns of a follow-up stand for in the question before: "Ketkä sitä toteuttavat?", "How much did it get?".

Knows nothing of documents; who "it" is after "which one got most" is found by a function that the caller gives.
"""

import re

from server.answering.words.contrasts import EXTREMES, FIGURES, FindTold
from server.answering.words.genitive import genitive, in_case_of
from server.answering.words.mentions import FindNames, joined_to

_PRONOUN = re.compile(
    r"\b(?:(?P<one>se|sen|sitä|siitä|siihen|siinä|sille|sillä|siltä|it|its|den|det|dess)"
    r"|(?P<many>ne|niiden|niitä|niistä|niihin|niissä|niille|niillä|they|them|their|dem|deras)"
    r"|(?P<where>siellä|sinne|sieltä|där|dit|there))\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s*,|\s+(?:että|jotta|joka|jo[mnst]\w*|mikä|mi[nt]ä|kun|jos|som|att|om|om att|who|which)\b", re.IGNORECASE
)
"""What follows a pronoun that points forward."""
_FORWARD = re.compile(
    r"\b(?:(?:is|are|was|were|does|can|will|är|var|finns?|fanns|blir|kan|krävs|behövs)\s+(?:it|det|there|där)\b"
    r"(?=.*\b(?:to|that|att|som|possible|necessary|möjligt|nödvändigt)\b)"
    r"|(?:is|are|was|were|will) there\b|there (?:is|are|was|were|will)\b"
    r"|(?:finns|fanns|gäller|går|krävs|behövs|blir) det\b|it (?:take|cost)\b(?=.*\bto\b)"
    r"|(?:den|det|de) \w+[aeå] \w+)",
    re.IGNORECASE,
)
"""Pronouns that stand for nothing, and those that are articles."""
_OWN = re.compile(r"(?:,|\b(?:ja|och|and|sekä|samt))\s[^?]*$", re.IGNORECASE)
"""Before a pronoun: a clause of its own question that it may speak of."""
_IS_AMOUNT = re.compile(
    r"\b(?:se|sitä|det|den|it)\s+(?:on|oli|är|var|blir|is|was|tekee|makes?|\w*(?:nousi|kasvoi|laski|väheni|muuttui)"
    r"|ökade|minskade|gr[eo]w|rose|fell|change|increase)\b|\b(?:is|was|är|var|oliko|onko) (?:it|det|den|se)\b",
    re.IGNORECASE,
)
"""A pronoun for the amount that was told rather than for what it is of."""
_FOR_THAT = re.compile(r"\bsiihen\b|(?<=\b(?:för|for) )(?:det|that|it|this)\b|(?<=\btill )det\b", re.IGNORECASE)
_OF_IT = re.compile(r"\b(?:(?P<fi>siitä)|(?P<sv>av det|därav)|(?P<en>of (?:it|that)))\b", re.IGNORECASE)
"""Of the amount that was told: "what share of it is from 2020?"."""
_WHO = re.compile(r"\b(?:mikä|mitkä|kuka|ketkä|kenelle|mille|vem|vilke[nt]|vilka|who|which|what)\b", re.IGNORECASE)
_HAD_MOST = re.compile(
    r"^(?:mikä|mitkä|kuka|ketkä|vem|vilken|vilket|vilka|who|which|what)\b.*?(?= (?:sai|saivat|saa|fick|får|got|gets?"
    r"|received?|has|had|on|oli|har|hade)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\b(?:(?:kuinka|miten) mon\w+|montako|hur många|how many)\b", re.IGNORECASE)
_IS = re.compile(
    r"^\s*(?:mikä|mitkä|mitä|vad|vilka|vilken|vilket|what|which)\s+(?:on|ovat|oli|olivat|är|var|is|are|was|were)\s+"
    r"(?P<what>(?:the\s+)?[^\s?]+(?:\s+[^\s?]+){0,4})\s*\?*$",
    re.IGNORECASE,
)


def for_that(rest: str, base: str, topics: list[str]) -> str | None:
    """Return a follow-up with what money was asked for in the place of "for that": "Who got most for that?"."""
    found = _FOR_THAT.search(rest)
    if found is None or not topics or not (FIGURES.search(base) or FIGURES.search(rest)):
        return None
    # What a question of text is about is said by its longest word rather than by its last.
    topic = topics[-1] if FIGURES.search(base) else max(topics, key=len)
    return f"{rest[: found.start()]}{topic}{rest[found.end() :].rstrip(' ?.')}?"


def resolved(rest: str, base: str, names: FindNames, told: FindTold, *, whole: bool) -> str | None:
    """Return a follow-up with what its pronoun stands for in its place; None where it has none or that is not known.

    After a question for who had most or least it stands for them, and what they had most of is said beside unless the
    follow-up is `whole`; where several may have, that question stands beside it. Else it stands for the one thing that
    `base` names or, in "what is …", asks about.
    """
    found = pointing_back(rest)
    if found is None:
        return None
    several = found.lastgroup == "many"
    if EXTREMES.search(base) and _WHO.search(base):
        rows = told(base)
        if not rows or several != (len(rows) > 1):
            return joined_to(rest[0].upper() + rest[1:], base)
        put = _put(rest, found, rows)
        return (
            put
            if whole
            else joined_to(put, _HAD_MOST.sub(", ".join(rows), " ".join(EXTREMES.sub(" ", base).split()), count=1))
        )
    named = [m for m in names(base) if m.kind != "year"]
    if FIGURES.search(base) and (money := _OF_IT.search(rest)):
        return _of_its_money(rest, money, base[named[0].start : named[0].end]) if len(named) == 1 else None
    if FIGURES.search(base) and (_IS_AMOUNT.search(rest) or not whole):
        return None
    what = _IS.match(base)
    if several or not named:
        return _put(rest, found, (what["what"],)) if what and not _COUNTED.search(rest) else None
    # An unlisted name may be the first word of a longer one.
    one = what["what"] if what and named[0].kind == "name" else base[named[0].start : named[0].end]
    return _put(rest, found, (one,)) if len(named) == 1 and one.casefold() not in rest.casefold() else None


def _of_its_money(rest: str, found: re.Match[str], name: str) -> str:
    """Return `rest` with whose money it is in the place of "of it"."""
    of, language = found.group(), "f" if found["fi"] else "s" if found["sv"] else "e"
    whose = {"f": f"{genitive(name)} rahasta", "s": f"av {name}s medel", "e": f"of {name}'s money"}[language]
    return f"{rest.replace(of, whose, 1).rstrip(' ?.')}?"


def pointing_back(rest: str) -> re.Match[str] | None:
    """Return the first pronoun that stands for something of an earlier question, None where it may be of its own."""
    for found in _PRONOUN.finditer(rest):
        forward = any(one.start() <= found.start() < one.end() for one in _FORWARD.finditer(rest))
        if not forward and not _BEHIND.match(rest, found.end()):
            return None if _OWN.search(rest[: found.start()]) else found
    return None


def _put(rest: str, found: re.Match[str], what: tuple[str, ...]) -> str:
    """Return `rest` with names in the place of its pronoun, in its case where that is known."""
    pronoun = found.group().casefold()
    possessive = "'s" if pronoun in ("its", "their") else "s" if pronoun in ("dess", "deras") else ""
    name = ", ".join(in_case_of(one, pronoun) for one in what) + possessive
    whole = rest[: found.start()] + name + rest[found.end() :]
    return f"{whole[0].upper()}{whole[1:].rstrip(' ?.')}?"
