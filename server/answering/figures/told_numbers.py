"""Whether a text answer's numbers are of the kind that a question asks for: sums of money, or counts.

Knows nothing of how the answer was found, nor whether its number is the right one.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from ingest.document import Page
from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.rates import SAYS_PER, part_per
from server.answering.text.text_phrases import phrase
from server.answering.words.kinds import SIZES
from server.answering.words.names import PLACES, names

_MONEY = re.compile(
    r"(?:€|\b(?:eur|m€|t€)\b)\s?\d[\d\s.,]*|\d[\d\s.,]*(?:(?:milj\w*|mrd|million|miljon\w*|tuhat\w*|tusen|thousand|m|t)\.?\s?)?"
    r"(?:€|eur\b|euro\w*|me(?:ur)?\b|kronor|kr\b)"
    r"|\d[\d\s.,]*(?:milj\w*|miljar\w*|mrd|million|billion)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d[\d\s.,]*(?:%|prosent|procent|per ?cent)", re.IGNORECASE)
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
    if not (no_sum or no_count or no_rate):
        return answer
    return _not_told(asked, answer)


def of_places_named(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return a text answer to a question for an amount, or that it is not told where its pages name other places.

    How many took part in one town is not told by a page that has never heard of it.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not asked.explicit:
        return answer
    texts = {f"{page(one.document_id, one.page).text} {one.title}".casefold() for one in answer.citations}
    for mention in asked.mentions:
        places = [names()[key[2:]] for key in mention.keys if names()[key[2:]].kind in PLACES]
        forms = [form.casefold() for place in places for named in place.names.values() for form in named]
        if forms and not any(form[: max(_SHORTEST, len(form) - 2)] in text for form in forms for text in texts):
            return _not_told(asked, answer)
    return answer


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


def _asks_count(asked: Asked) -> bool:
    return asked.operation == "count" and asked.limit is None and "money" not in asked.kinds


def _counts_nothing(quotes: str) -> bool:
    """Whether all numbers of the quotes are money, shares and years."""
    rest = _YEAR.sub(" ", _SHARE.sub(" ", _MONEY.sub(" ", quotes)))
    lowered = rest.casefold()
    return not _DIGIT.search(rest) and not any(word in lowered for word in (*SIZES, *_WORDS))


_SHORTEST = 4
"""The fewest letters that a name is known by in a text that inflects it."""
_HEAD = 3
"""The question's first words: "how much water" asks for water."""
