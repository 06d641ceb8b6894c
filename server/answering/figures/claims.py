"""Claims that a question asks to be checked: "Is it true that X got 5 million?", "Did X get the most in 2031?".

A claim is asked as the open question that it answers ("how much did X get"), and set against what that tells. Knows
nothing of how the figures are found.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.tables.numbers import numbers_in
from server.answering.answer import Answer, AnswerFigure, Language
from server.answering.figures.asked import Limit
from server.answering.figures.bounds import amount_in, limit_in
from server.answering.figures.sentences import say
from server.answering.words.contrasts import SUPERLATIVE
from server.answering.words.mentions import FindNames, replaced
from server.answering.words.names import mentions_in
from server.answering.words.word import words_of

_LEAD = re.compile(
    r"^(?:(?:väitetään|sanotaan|(?:kuulin|luin)(?: \w+){0,2}|onko (?:se |asia )?(?:totta|niin|oikein)"
    r"|(?:pitääkö (?:se |tieto )?paikkansa|täsmääkö tieto)"
    r"|(?:minulle |meille )?(?:sanottiin|kerrottiin)|luulen|i think|jag tror"
    r"|tarkista(?: väite)?|väite|claim|påstående|it is said|i (?:heard|read)(?: \w+){0,2}"
    r"|det sägs|jag (?:hörde|läste)(?: \w+){0,2}"
    r"|is it (?:really )?(?:true|correct|right|the case|a fact)|stämmer det|är det (?:sant|riktigt|så|korrekt))"
    r"\s*[,:]?\s*(?:että|att|that)?|(?:väite|påstående|claim):)\s+(?=\S)",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"(?:[,.]?\s+(?:eikö (?:niin|vain|totta|ol(?:e|lut)kin|saanutkin)|vai mitä|eller hur|visst|right|correct"
    r"|isn['’]t (?:it|that right))\s*\?"
    r"|[.,!]?\s+(?:pitääkö (?:tämä |se )?paikkansa|onko (?:näin|(?:tämä|se) (?:totta|oikein))"
    r"|stämmer det(?:ta)?|är det(?:ta)? (?:sant|riktigt|korrekt)|is (?:this|that|it) (?:true|right|correct))\s*\?)\s*$",
    re.IGNORECASE,
)
_WHETHER = re.compile(
    r"(?!paljonko|montako|monenko|milloinko)(?P<fi>[^\W\d]+?)(?<!k)k[oö]\b|(?P<en>did|does|do|was|were|is|are|has|have)\b"
    r"|(?P<sv>fick|får|har|hade|var|är|blev|kostade|betalades|beviljades|utgjorde)\b",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:noin|n\.|suunnilleen|about|around|approximately|cirka|ca|ungefär|runt|some)?\s*(?:€|EUR)?\s*$", re.IGNORECASE
)
_MOST: dict[Language, str] = {"fi": "Kuka", "sv": "Vem", "en": "Who"}
_HOW_MUCH: dict[Language, str] = {"fi": "Paljonko", "sv": "Hur mycket", "en": "How much"}
_GOT = re.compile(r"^(?:did|does|do)\b(.*?)\b(?:get|receive)\b", re.IGNORECASE)
_RECEIVERS = ("place", "name")
_A_SUM, _TWENTIETH = 1000, 20


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim: the open question it answers, and either the `limit` or sum claimed or the `name` said to be first.

    A figure within `slack` (whole units) of an exact sum rounds to it.
    """

    question: str
    limit: Limit | None = None
    slack: Decimal = Decimal(0)
    name: str = ""


def claimed(text: str) -> str | None:
    """Return the statement that a message asks to be checked in so many words, None for any other message."""
    tag = _TAG.search(text)
    # "Is the total right?" asks that; it is no statement with a question behind it.
    whether = tag is not None and tag[0].strip()[:1].isalpha() and _WHETHER.match(text)
    without = text if tag is None or whether else text[: tag.start()]
    lead = _LEAD.match(without)
    statement = without[lead.end() :] if lead else without
    return f"{statement.strip(' .!?')}?" if statement != text and re.search(r"\w", statement) else None


def claim_of(text: str, language: Language, names: FindNames, *, stated: bool) -> Claim | None:
    """Return the claim of a question whether something is so, or of a statement (`stated`); None for other questions.

    Only an amount and who got most or least can be told from an open question.
    """
    whether = _WHETHER.match(text)
    if not stated and whether is None:
        return None
    limit, span, slack = _amount(text)
    if limit is None or span is None:
        return _first_of(text, language, names) if SUPERLATIVE.search(text) else None
    left = " ".join(f"{text[: span[0]]} {text[span[1] :]}".rstrip(" ?.").split())
    if whether and whether["fi"]:
        left = whether["fi"] + left[whether.end() :]
    left = re.sub(r"^(?:on|oli|ovat|olivat)(?= )", lambda verb: verb[0].lower(), left, flags=re.IGNORECASE)
    return Claim(f"{_HOW_MUCH[language]} {left[:1].lower() if whether else left[:1]}{left[1:]}?", limit, slack)


def _first_of(text: str, language: Language, names: FindNames) -> Claim | None:
    """Return the claim that somebody got most or least."""
    named = [mention for mention in names(text) if mention.kind in _RECEIVERS]
    if len(named) != 1 or re.search(r"\b(?:kuin|än|than)\b", text):
        return None
    name = text[named[0].start : named[0].end]
    without = replaced(text, named, "").strip(" ?.")
    without = _GOT.sub(r"got\1", without)
    without = re.sub(r"^([^\W\d]+?)k[oö]\b", r"\1", without) if language == "fi" else without
    return Claim(f"{_MOST[language]} {' '.join(without.lower().split())}?", name=name)


def _amount(text: str) -> tuple[Limit | None, tuple[int, int] | None, Decimal]:
    """Return the amount that a claim has, where in it, and how far a figure that rounds to it may be from it."""
    limit, span = limit_in(text)
    if limit is not None:
        return limit, span, Decimal(0)
    found = []
    for number in numbers_in(text):
        bound = amount_in(text[number.start :])
        if bound and (bound[1] or bound[0] >= _A_SUM):
            found.append((number, *bound))
    if len(found) != 1:
        return None, None, Decimal(0)
    number, value, unit, length = found[0]
    about = _ABOUT.search(text[: number.start])
    start = about.start() if about else number.start
    return (
        Limit(over=True, value=value, inclusive=True, unit=unit, exact=True),
        (start, number.start + length),
        _slack(text[number.start : number.start + length], value),
    )


def _slack(written: str, value: Decimal) -> Decimal:
    """Return half of the last place that an amount is written with, .05 million for "5.1 million", nothing for "5 001".

    It is never more than a twentieth of the amount: nobody takes 5.4 million for 5.
    """
    digits = re.match(r"[\d\s\u00a0\u202f]*(?:[.,]\d+)?", written)
    plain = re.sub(r"\s", "", digits[0]).replace(",", ".").rstrip(".") if digits else ""
    try:
        shown = Decimal(plain)
    except ArithmeticError:
        return Decimal(0)
    if not shown:
        return Decimal(0)
    places = -int(shown.as_tuple().exponent)
    whole = str(shown) if places > 0 else str(int(shown)).rstrip("0")
    last = Decimal(10) ** (-places if places > 0 else len(str(int(shown))) - len(whole))
    return min(abs(value / shown * last) / 2, abs(value) / _TWENTIETH)


def judged(claim: Claim, told: Answer, language: Language) -> Answer | None:
    """Return what the open question of a claim is told by, with whether the claim is so; None where that tells nothing.

    The figures of all readings are told with it, so that nobody takes a sum of another kind for the one claimed.
    """
    if told.status != "answered" or told.answered_by != "figures" or not told.figures:
        return None
    verdict = _is_first(claim, told) if claim.limit is None else _is_so(claim.limit, claim.slack, told)
    return replace(told, answer=f"{say(verdict, language)} {told.answer}") if verdict else None


def _is_first(claim: Claim, told: Answer) -> str | None:
    used = {number for figure in told.figures for number in figure.inputs}
    rows = [figure for order, figure in enumerate(told.figures) if figure.row_path and order not in used]
    first: dict[tuple[str | None, tuple[str, ...]], bool] = {}
    for figure in rows:  # of several rows of one column, one that is among the first
        reading = (figure.programme, figure.column_path)
        first[reading] = first.get(reading, False) or _same_name(claim.name, figure.row_path[-1])
    return _verdict(list(first.values()), "claim_true") if first else None


def _same_name(name: str, row: str) -> bool:
    """Return whether a row is that of a name, in whatever language and case."""
    own, other = (words_of(text) for text in (name, row))
    keys = [frozenset(key for one in mentions_in(words) for key in one.keys) for words in (own, other)]
    if any(keys):
        return not keys[0].isdisjoint(keys[1])
    return (
        bool(own)
        and len(own) == len(other)
        and all(not one.forms.isdisjoint(two.forms) for one, two in zip(own, other, strict=True))
    )


def _is_so(limit: Limit, slack: Decimal, told: Answer) -> str | None:
    """Return whether the figures told of the claim's unit are as it says, None where none has that unit."""
    unit = limit.unit or "EUR"
    values = [figure.value for figure in _asked_for(told) if figure.value is not None and figure.unit == unit]
    if not values:
        return None
    if not limit.exact:
        return _verdict([_within(limit, value) for value in values], "claim_true")
    if limit.value in values:
        return "claim_true" if len(values) == 1 else "claim_there"
    near = [abs(value - limit.value) <= slack for value in values]
    return _verdict(near, "claim_rounded") if any(near) else "claim_not_there"


def _asked_for(told: Answer) -> list[AnswerFigure]:
    """Return the figures told that are not only worked with."""
    used = {number for figure in told.figures for number in figure.inputs}
    return [figure for order, figure in enumerate(told.figures) if order not in used]


def _within(limit: Limit, value: Decimal) -> bool:
    if limit.inclusive and value == limit.value:
        return True
    return value > limit.value if limit.over else value < limit.value


def _verdict(holds: list[bool], yes: str) -> str:
    return yes if all(holds) else "claim_depends" if any(holds) else "claim_false"
