"""Whether a text answer's numbers are of the kind that a question asks for: sums of money, or counts.

Knows nothing of how the answer was found, nor whether its number is the right one.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from ingest.document import Page
from ingest.tables.numbers import numbers_in
from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.rates import SAYS_PER, part_per
from server.answering.text.text_phrases import phrase
from server.answering.words.kinds import SIZES
from server.answering.words.names import PLACES, mentions_in, names
from server.answering.words.word import words_of

_MONEY = re.compile(
    r"(?:€|\b(?:eur|m€|t€)\b)\s?\d[\d\s.,]*|\d[\d\s.,]*(?:(?:milj\w*|mrd|million|miljon\w*|tuhat\w*|tusen|thousand|m|t)\.?\s?)?"
    r"(?:€|eur\b|euro\w*|me(?:ur)?\b|kronor|kr\b)"
    r"|\d[\d\s.,]*(?:milj\w*|miljar\w*|mrd|million|billion)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d[\d\s.,]*(?:%|prosent|procent|per ?cent)", re.IGNORECASE)
_PORTION = re.compile(
    r"\b(?:jo(?:sta|ista)|siitä|niistä|puolet|puoleen|\w*kolmas\w*|kolmannes\w*|neljännes\w*|\w+sosa\w*|viidennes\w*"
    r"|kymmenes\w*|enemmistö\w*|valtaos\w*|suurin osa|suurimman osan|osuus|osuude\w*|osuutt?a|joka \w+s"
    r"|varav|därav|av (?:vilka|vilket|dem)|hälften|(?:\w+e)?del(?:ar|en)?|andel\w*|majoritet\w*|merparten"
    r"|of (?:which|them|these|whom)|half|thirds?|quarters?|fifths?|tenths?|majority|most of|share|one in \w+"
    r"|\w*pros(?:entti|entin|entt|enti)\w*|procent\w*|per ?cent\w*)\b|%",
    re.IGNORECASE,
)
"""Words that tell a part of something."""
_CHANGE = re.compile(
    r"\b(?:\w*kasv\w+|nous\w+|lisään\w+|lisäys\w*|\w*muuto(?:s|ks)\w*|enemmän|vähemmän|väheni\w*|vähenty\w*|vähenne\w*"
    r"|lask[iue]\w*|ök[an]\w*|minsk\w+|sjunk\w+|steg|stigit|förändr\w+|\w*fler|mer än|mindre än"
    r"|grow\w*|grew|increas\w+|decreas\w+|rose|fell|chang\w+|more than|less than|fewer)\b",
    re.IGNORECASE,
)
"""Words that tell a change."""
_MOST = re.compile(
    r"\b(?:eniten|vähiten|enit\w*|enimmä\w*|vähimmä\w*|useim\w*|\w+imm[aäi]\w*|paras|parhai\w*|pää\w+|ensisijai\w*|keskei\w*"
    r"|\w*(?:suur|pien|yleis|tärke|merkittäv|kalle|halv|korke|matal|al|yl|vanh|uus|nuor|pis|lyh|tavallis|vaike|helpo|nope)int?[aä]?"
    r"|erityisesti|ensimmäi\w*|(?:m[ei]n?|fle|stör|hög|läg|bä|säm|äld|yng|läng)sta?|(?:mest|flest)a|\w{4,}aste?"
    r"|framför allt|främst|särskilt|most\w*|least|(?:bigg|larg|high|low|small|great|few|old|new|long|short|strong|b)est"
    r"|top|main\w*|primar\w*|especially|particularly|first)\b",
    re.IGNORECASE,
)
"""Words that tell which of several is most or foremost."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MARK = re.compile(r"\[\d+\]")
_DIGIT = re.compile(r"\d")
_SUMS = frozenset({"granted", "paid", "remaining", "applied", "own_share", "total_cost"})
_WORDS = (
    *("yksi", "yhde", "kahde", "kolm", "nelj", "viide", "viisi", "kuude", "seitsem", "yhdeks", "kymmen"),
    *("sata", "tuhat", "ett", "hundra", "tusen", "one", "hundred", "thousand", "dozen"),
    *("puol", "ei ", "no ", "ingen", "inga", "none"),
)
"""Numerals beside those of `kinds`, by the beginnings that their inflected forms share, and words for none."""


def fitting(asked: Asked, answer: Answer) -> Answer:
    """Return a text answer, or that the number asked for is not told where its numbers are of another kind alone.

    A share is nothing that somebody received; a sum of money is no number of things.
    """
    if answer.status != "answered" or answer.answered_by != "passages":
        return answer
    quotes = _MARK.sub(" ", " ".join(citation.quote for citation in answer.citations))
    no_sum = _asks_sum(asked) and not _MONEY.search(quotes)
    no_count = _asks_count(asked) and _counts_nothing(quotes)
    no_rate = part_per(asked) is not None and not SAYS_PER.search(quotes)  # what there is in all is not for each
    no_share = asked.operation == "share" and not (_SHARE.search(quotes) or _PORTION.search(quotes))
    no_change = asked.operation == "growth" and len(asked.years) > 1 and not _tells_change(asked, quotes)
    no_most = asked.operation in ("maximum", "minimum") and not _MOST.search(quotes)
    no_other = asked.operation in ("which", "difference", "ratio") and _compares_one(asked, quotes)
    if not (no_sum or no_count or no_rate or no_share or no_change or no_most or no_other):
        return answer
    return _not_told(asked, answer)


def of_places_named(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return a text answer to a question for an amount, or that it is not told where its pages name other places.

    How many took part in one town is not told by a page that has never heard of it.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not asked.explicit:
        return answer
    texts = {f"{page(one.document_id, one.page).text} {one.title}".casefold() for one in answer.citations}
    quoted = {f"{one.quote} {one.title}".casefold() for one in answer.citations}
    for mention in asked.mentions:
        places = [names()[key[2:]] for key in mention.keys if names()[key[2:]].kind in PLACES]
        forms = [form.casefold() for place in places for named in place.names.values() for form in named]
        # What one of several places on a page received is told where it is named.
        here = quoted if asked.received and any(map(_names_several, texts)) else texts
        begun = any(form[: max(_SHORTEST, len(form) - 2)] in text for form in forms for text in here)
        if forms and not begun and not any(map(partial(_names, mention.keys), here)):
            return _not_told(asked, answer)
    return answer


def _names(keys: frozenset[str], text: str) -> bool:
    """Whether a text has one of the names in a form that begins otherwise: "Uudellamaalla"."""
    return any(keys & mention.keys for mention in mentions_in(words_of(text.title())))


def _names_several(text: str) -> bool:
    """Whether a page names several places: then a sentence of none of them is not of one."""
    found = {mention.keys for mention in mentions_in(words_of(text.title()))}
    return sum(any(names()[key[2:]].kind in PLACES for key in keys) for keys in found) >= _SEVERAL


def _not_told(asked: Asked, answer: Answer) -> Answer:
    reason = phrase("no_number", asked.language)
    text = f"{phrase('not_found', asked.language)} {reason}{phrase('nearest', asked.language)}"
    return replace(
        answer, status="not_found", reason=reason, answer=text, citations=(), figures=(), nearest=answer.citations
    )


def _asks_sum(asked: Asked) -> bool:
    """Whether the question is how much money somebody received, not how much of something else."""
    if asked.operation not in ("lookup", "sum") or not asked.explicit or "%" in asked.text:
        return False
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    things = any(kind == "content" and position not in named for position, kind in enumerate(asked.kinds[:_HEAD]))
    return (asked.received or bool(_SUMS.intersection(asked.measures))) and not things


def _tells_change(asked: Asked, quotes: str) -> bool:
    """Whether quotes say that something changed, or what it was in each of the years between which it did."""
    return bool(_CHANGE.search(quotes)) or all(year in quotes for year in (asked.years[0], asked.years[-1]))


def _compares_one(asked: Asked, quotes: str) -> bool:
    """Whether amounts are compared, and quotes have but one number and no word of comparison."""
    return bool(_CHANGE.search(asked.text)) and not _CHANGE.search(quotes) and len(numbers_in(quotes)) == 1


def _asks_count(asked: Asked) -> bool:
    return asked.operation == "count" and asked.limit is None and "money" not in asked.kinds


def _counts_nothing(quotes: str) -> bool:
    """Whether all numbers of the quotes are money, shares and years."""
    rest = _YEAR.sub(" ", _SHARE.sub(" ", _MONEY.sub(" ", quotes)))
    lowered = rest.casefold()
    return not _DIGIT.search(rest) and not any(word in lowered for word in (*SIZES, *_WORDS))


_SEVERAL = 3
_SHORTEST = 4
"""The fewest letters that a name is known by in a text that inflects it."""
_HEAD = 3
"""The question's first words: "how much water" asks for water."""
