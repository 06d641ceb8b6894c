"""Follow-ups that set what was asked about against each other or another. Knows nothing of documents.

"Kumpi niistä sai enemmän?", "Hur stor är skillnaden?", "Is that more than the other?".
"""

import re
from collections.abc import Callable

from server.answering.words.mentions import (
    FindNames,
    content_of,
    joined_to,
    named_in,
    replaced,
    with_year,
    years_of,
)

EXTREMES = re.compile(
    r"\b(?:eniten|vähiten|enemmän|vähemmän|mest|minst|flest|most|least|fewest|largest|smallest|highest|lowest"
    r"|(?:suur|pien)(?:in|emmat|immat)|störst|lägst|högst|mera?|mindre|större|högre|lägre|more|less|fewer|larger|smaller|greater"
    r"|higher|lower)\b",
    re.IGNORECASE,
)
FIGURES = re.compile(
    r"\b(?:paljonko|paljoko|(?:kuinka|miten) (?:paljon|mon\w+)|montako|eniten|vähiten|hur (?:mycket|många)|mest|minst"
    r"|how (?:much|many)|most|least|osuus|andel|share|saivat|sai|fick|received|got)\b",
    re.IGNORECASE,
)
"""Asks for a figure, in any of the three languages."""
_MORE = r"(?:enemmän|vähemmän|suurempi|pienempi|mera?|mindre|större|more|less|fewer|larger|smaller|higher|lower)"
_CHOICE = re.compile(
    r"(?:kumpi|kumman|kummalla|kummalle|vilken av|vilket av|which)\b"
    rf"|(?:paljonko|kuinka paljon|hur mycket|how much)\s{_MORE}$"
    rf"|(?:kuka|vem|who|vilken|vilket|mikä)\b.*\b{_MORE}$"
    r"|(?:paljonko|kuinka paljon|hur mycket|how much)\s(?:suurem|pienem|större|mindre|larger|smaller|higher|lower)\w*"
    r" (?:ne|se|de|det|they|it|this)(?: (?:on|ovat|oli|olivat|är|var|is|are|was|were))?$",
    re.IGNORECASE,
)
"""A choice between the two named last, or how far they are apart."""
_CHOSEN_FROM = re.compile(
    r"\b(?:niistä|niiden|näistä|näiden|heidän|av dem|mellan dem|deras|of them|between them|of the two|of these"
    r"|of those|their)\b",
    re.IGNORECASE,
)
_LAST_TWO = re.compile(r"\b(?:kumpi|kumman|kummalla|kummalle|the two)\b|" + _MORE, re.IGNORECASE)
_DIFFERENCE = re.compile(
    r"(?:(?:mikä|mitä|paljonko|(?:kuinka|miten) suuri|hur stor|vad|vilken|how (?:big|large|much)|what)"
    r"(?:['’]s| on| oli| är| blir| is| was)? )?(?:niiden |näiden |den |the |då |sitten )?"
    r"(?:ero(?:tus|tuksena|a)?|skillnad(?:en)?|difference)"
    r"(?: (?:on|niiden|näiden|välillä|mellan|between|dem|dessa|them|these|the two|då|då mellan))*$",
    re.IGNORECASE,
)
"""How far the last two things asked about are apart, in so many words."""
_APART = re.compile(r"\b(?:ero|eroa|erotus|skillnad|skillnaden|difference)\b", re.IGNORECASE)
SUPERLATIVE = re.compile(
    r"\b(?:eniten|vähiten|mest|minst|most|least|largest|smallest|highest|lowest|suuri(?:n|mm\w+)|pieni(?:n|mm\w+)"
    r"|störst\w*|högst\w*|lägst\w*)\b",
    re.IGNORECASE,
)
_THAN = re.compile(
    rf"^(?P<head>.*?)\b(?P<more>{_MORE})\b(?: (?:se|det|it|that|this|on|är|var|is|was|oli)){{0,2}}"
    r" (?P<than>kuin|än|than) (?P<other>.+)$",
    re.IGNORECASE,
)
"""More or less than another, which is named."""
_MORE_ALONE = re.compile(
    rf"(?:paljonko|kuinka paljon|hur mycket|how much) {_MORE}\b(?!.*\b(?:kuin|än|than)\b)", re.IGNORECASE
)
"""How much more another got, without what it is compared with."""
_TIMES = re.compile(
    r"\b(?:kuinka|miten) (?:moninkertai\w+|monta kertaa)\b|\bmoninkertai\w+|\bhur många gånger\b|\bhow many times\b",
    re.IGNORECASE,
)
_LONGEST = 4
"""Words of a phrase in which two questions differ."""
_WHO_MOST = re.compile(
    r"(?:kuka|ketkä|vem|vilka|who)(?: on| har| has)? (?:sai|saivat|saanut|fick|fått|got|received|gets?)(?: the)?"
    r" (?:eniten|vähiten|mest|minst|most|least)$",
    re.IGNORECASE,
)
"""Who of all got most: of what the last question was for, whoever it asked about."""
_ASKED_OF_ONE = re.compile(
    r"^\W*(?:paljonko|(?:kuinka|miten) paljon|hur mycket|how much)\b|\b(?:sai|saivat|saa|saavat|fick|får|got|gets?"
    r"|received?|did|does|have|has)\b",
    re.IGNORECASE,
)
_IT = r"(?:se|sitä|tämä|tuo|det|detta|den|it|that|this)"
FindTold = Callable[[str], tuple[str, ...]]
"""From a question to the names of the rows that answer it; none where it has no such answer."""
_MEANS = re.compile(rf"\b{_IT}\b", re.IGNORECASE)


def between(rest: str, named: list[str], base: str) -> str:
    """Return a question that sets the things asked about last against each other: two, or more where "of them" does."""
    return f"{rest.rstrip()}: {', '.join(named[::-1])}? ({base})"


def _things(earlier: list[str], names: FindNames) -> list[str]:
    """Return what earlier questions asked about, the newest first: their names, or else in what the last two differ."""
    named = named_in(earlier, names)
    if len([one for one in named if not one.isdigit()]) > 1 or len(earlier) < 2:
        return named
    return differing(*earlier[-2:])[::-1] or named


def differing(before: str, base: str) -> list[str]:
    """Return the one phrase of each of two questions that are else the same, word for word; nothing for others."""
    one, other = (text.rstrip(" ?.").split() for text in (before, base))
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
    same = zip(reversed(one[start:]), reversed(other[start:]), strict=False)
    end = next((at for at, (a, b) in enumerate(same) if a != b), 0)
    if start and one[start : start + 1] and one[start].isdigit() and not years_of(one[start]):
        start -= 1  # a number with its noun: "investment 3"
    phrases = [" ".join(words[start : len(words) - end]) for words in (one, other)]
    alike = start + end and all(phrase and len(phrase.split()) <= _LONGEST for phrase in phrases)
    return phrases if alike and phrases[0] != phrases[1] else []


def contrasted(rest: str, earlier: list[str], names: FindNames) -> str | None:
    """Return a choice between what earlier questions named made whole, None for no such follow-up."""
    base, named = earlier[-1], _things(earlier, names)
    alike = not content_of(EXTREMES.sub(" ", _MEANS.sub(" ", _CHOSEN_FROM.sub(" ", rest))), ())
    if len(named) > 1 and alike and _CHOICE.match(rest) and EXTREMES.search(rest):
        return between(rest, named[:2], base)
    return None


def most_of_all(rest: str, base: str, names: FindNames) -> str | None:
    """Return who got most or least of what one was asked about got ("in 2030", "for schools"); None for another."""
    if not _WHO_MOST.match(rest) or EXTREMES.search(base):
        return None
    receivers = [mention for mention in names(base) if mention.kind in ("place", "name")]
    of_what = _ASKED_OF_ONE.sub(" ", replaced(base, receivers, "")).strip(" ?.")
    return f"{rest} {' '.join(of_what.split())}".rstrip() + "?"


def chosen_from(rest: str, earlier: list[str], names: FindNames) -> str | None:
    """Return a question of one of the things asked about ("which of them") with their names, None for no such one."""
    named = _things(earlier, names)
    if len(named) < 2 or not (_CHOICE.match(rest) or _CHOSEN_FROM.search(rest)):
        return None
    return between(rest, named[:2] if _LAST_TWO.search(rest) else named, earlier[-1])


def apart(rest: str, earlier: list[str], names: FindNames) -> str | None:
    """Return the question how far the last two questions' names, or else their years, are apart; None for another."""
    if not _DIFFERENCE.match(rest):
        return None
    base = earlier[-1]
    before = earlier[-2] if len(earlier) > 1 else base
    now, then = ({text[m.start : m.end] for m in names(text)} for text in (base, before))
    asked = rest[0].upper() + rest[1:]
    years = sorted({text[m.start : m.end] for text in (base, before) for m in years_of(text)})
    if now == then and len(years) > 1:
        return joined_to(asked, with_year(base, ", ".join(years)))
    things = _things(earlier, names)[:2]
    return between(asked, things, base) if things else joined_to(asked, base)


def spread(rest: str, base: str) -> str | None:
    """Return how far the most is from the least of what `base` asked one of: "Entä ero vähiten saaneeseen?"; else None.

    The other end may be told by `base` alone.
    """
    if not (_APART.search(rest) and SUPERLATIVE.search(rest) and SUPERLATIVE.search(base)):
        return None
    return joined_to(rest[0].upper() + rest[1:], base)


def set_against(rest: str, base: str, names: FindNames, told: FindTold) -> str | None:
    """Return how what `base` asked of compares with another that `rest` names: "Is that more than the other?".

    Of a question for the most or least, that is who it was `told` of. None where `rest` has no word for what it
    compares, where it names nothing that `base` can be compared with, or where `base` is about more than one thing.
    """
    other, own = names(rest), names(base)
    more = _MORE_ALONE.match(rest)
    if len(other) != 1 or not (more or (_MEANS.search(rest) and (_THAN.match(rest) or _TIMES.search(rest)))):
        return None
    if EXTREMES.search(base) and not own:
        mine = told(base)
    else:
        mine = tuple(base[one.start : one.end] for one in own if one.kind == other[0].kind)
    if len(mine) != 1 or any(one.kind not in (other[0].kind, "programme") for one in own):
        return None
    asked = rest[other[0].start : other[0].end]
    return f"{rest[0].upper()}{rest[1:].rstrip()}: {mine[0]}, {asked}? ({base})"
