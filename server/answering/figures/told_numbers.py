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
from server.answering.figures.measured import asks_how_much
from server.answering.figures.rates import SAYS_PER, part_per
from server.answering.figures.said_parts import stands
from server.answering.text.text_phrases import phrase
from server.answering.words.changes import CHANGE, MADE_TO_CHANGE
from server.answering.words.kinds import SIZES, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import tokens
from server.answering.words.names import PLACES, mentions_in, names
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_MONEY = re.compile(
    r"(?:€|\b(?:eur|m€|t€)\b)\s?\d[\d\s.,]*|\d[\d\s.,]*(?:(?:milj\w*|mrd|million|miljon\w*|tuhat\w*|tusen|thousand|m|t)\.?\s?)?"
    r"(?:€|eur\b|euro\w*|me(?:ur)?\b|kronor|kr\b)"
    r"|\d[\d\s.,]*(?:milj\w*|miljar\w*|mrd|million|billion)",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\d[\d\s.,]*(?:%|prosent|procent|per ?cent)", re.IGNORECASE)
_PORTION = re.compile(
    r"\b(?:jo(?:sta|ista)|siitä|niistä|puolet|puoleen|\w*kolmas\w*|kolmannes\w*|neljännes\w*|\w+sosa\w*|viidennes\w*"
    r"|kymmenes\w*|enemmistö\w*|valtaos\w*|suurin osa|suurimman osan|osuus|osuude\w*|osuutt?a"
    r"|joka (?:\w+s|\w{3,}n(?:nen|tta|nel\w+))"
    r"|vart? (?:annan|annat|tredje|fjärde|femte|tionde)|every (?:other|second|third|fourth|fifth|tenth)"
    r"|varav|därav|av (?:vilka|vilket|dem)|hälften|(?:\w+e)?del(?:ar|en)?|andel\w*|majoritet\w*|merparten"
    r"|of (?:which|them|these|whom)|half|thirds?|quarters?|fifths?|tenths?|majority|most of|share|one in \w+"
    r"|\w*pros(?:entti|entin|entt|enti)\w*|procent\w*|per ?cent\w*)\b|%",
    re.IGNORECASE,
)
"""Words that tell a part of something."""
_CALLED = re.compile(
    r"\b(?:osuus|osuude\w*|osuutt?a|andel\w*|share|\w*pros(?:entti|entin|entt|enti)\w*|procent\w*|per ?cent\w*)\b|%",
    re.IGNORECASE,
)
"""Words that only name a share."""
_WHAT_DIFFERS = re.compile(
    r"mitä eroa|miten\b.*\beroa|vad skiljer|vad är skillnaden mellan|what is the difference between", re.IGNORECASE
)
"""Asks in what way things differ, which words may tell."""
_BY = re.compile(
    r"(?:\d|\w)[\d\s.,]*(?:(?:milj\w*|mrd|tuha\w+|t)\.?\s?)?euro(?:lla|illa)\b|\d[\d\s.,]*(?:milj\w+|miljard\w*)lla\b"
    r"|\b(?:med|by)\s+(?:\w+\s+){0,2}(?:EUR|€)?\s?\d[\d\s.,]*(?:\s?\w+)?(?:\s?(?:euro\w*|€))?"
    r"|\d[\d\s.,]*(?:[^\W\d]+\.?\s){0,2}(?:€\s)?(?:\([^()]*\)\s)?(?:enemmän|vähemmän|suurempi|pienempi|mer|mindre|more|less)\b",
    re.IGNORECASE,
)
"""An amount by which something changed."""
_THAN = re.compile(r"\b(?:enemmän|vähemmän) kuin\b|\b(?:mer|mindre) än\b|\b(?:more|less) than in\b", re.IGNORECASE)
_BY_SHARE = re.compile(
    r"(?<!till )(?<!to )(?<![\d.,])\d[\d.,]*\s?(?:%(?!:)|prosent(?:tia|illa|teja)\b|procent\b|per ?cent\b)",
    re.IGNORECASE,
)
"""A share by which something changed; what it changed to is inflected otherwise in Finnish."""
_AVERAGE = re.compile(
    r"\b(?:keskimää\w+|keskiarvo\w*|keskihin\w+|mediaani\w*|\w*genomsnitt\w*|medel\w+|snitt\w*|median\w*|averag\w*|mean)\b",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:eniten|vähiten|enit\w*|enimmä\w*|vähimmä\w*|useim\w*|\w+imm[aäi]\w*|paras|parhai\w*|pää\w+|ensisijai\w*|keskei\w*"
    r"|\w*(?:suur|pien|yleis|tärke|merkittäv|kalle|halv|korke|matal|al|yl|vanh|uus|nuor|pis|lyh|tavallis|vaike|helpo|nope)int?[aä]?"
    r"|erityisesti|ensimmäi\w*|(?:m[ei]n?|fle|stör|hög|läg|bä|säm|äld|yng|läng)sta?|(?:mest|flest)a|\w{4,}aste?"
    r"|framför allt|främst|särskilt|most\w*|least|(?:bigg|larg|high|low|small|great|few|old|new|long|short|strong|b)est"
    r"|minim\w*|ma[kx]s?im\w*|top|main\w*|primar\w*|especially|particularly|first)\b",
    re.IGNORECASE,
)
"""Words that tell which of several is most or foremost."""
_RESPONDED = re.compile(
    r"\b(?:vasta(?:si\w*|nee\w*|ttiin|nut|us\w*|aja\w*)|\w*kysel\w+|\w*enkät\w*|svara\w*|respond\w*|\w*survey\w*|answered)\b",
    re.IGNORECASE,
)
"""Those who answered an inquiry are not all of their kind."""
_HOW_OFTEN = re.compile(
    r"\b(?:montako|(?:kuinka|miten) mon(?:ta|een)) kertaa\b|\bhur många gånger\b|\bhow many times\b", re.IGNORECASE
)
_TIMES = re.compile(
    r"\b(?:ker(?:ran|taa|toja|tojen|rat)|kahdesti|\w*(?:katselu|näyttö|lataus|lataam|käynti|kävi|vierailu)\w*|gång(?:er)?"
    r"|\w*(?:visning|nedladdning|besök)\w*|times?|once|twice|views?|viewed|downloads?|downloaded|visits?|visited)\b",
    re.IGNORECASE,
)
"""Words of how often something was done: a number of things is no number of times."""
_FREE = re.compile(
    r"\b(?:maksut|ilmai|veloitukset|avgiftsfri|gratis|kostnadsfri|free|lainkaan|ingenting|nothing)", re.IGNORECASE
)
_PART = re.compile(r"\W*(?P<label>[^:\d\n]{2,60}):\s")
"""What a labelled line begins with."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WHAT_IS = re.compile(r"(?:mikä (?:on|oli)|vad (?:är|var|blev)|what (?:is|was|were|are))\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:]\s")
_MARK = re.compile(r"\[\d+\]")
_DIGIT = re.compile(r"\d")
_WORDS = (
    *("yksi", "yhde", "kahde", "kolm", "nelj", "viide", "viisi", "kuude", "seitsem", "yhdeks", "kymmen"),
    *("sata", "tuhat", "ett", "hundra", "tusen", "one", "hundred", "thousand", "dozen"),
    *("puol", "ei ", "no ", "ingen", "inga", "none"),
)
"""Numerals beside those of `kinds`, by the beginnings that their inflected forms share, and words for none."""


def states_change(asked: Asked, answer: Answer) -> bool:
    """Whether an answer of figures to a question for a change has one: computed, or called so where it stands."""
    if asked.operation != "growth" or answer.status != "answered":
        return True
    labels = " ".join(map(" ".join, said_labels(answer)))
    quotes = " ".join(citation.quote for citation in answer.citations)
    return any(figure.check == "computed" for figure in answer.figures) or bool(CHANGE.search(f"{labels} {quotes}"))


def said_labels(answer: Answer) -> list[tuple[str, ...]]:
    """Return the labels of each figure of an answer: a heading over a sentence says not what the sentence tells."""
    quoted = frozenset(tokens(" ".join(citation.quote for citation in answer.citations)))
    return [
        (*(figure.row_path if _begins(figure.row_path, quoted) else ()), *figure.column_path)
        for figure in answer.figures
    ]


def _begins(path: tuple[str, ...], quoted: frozenset[str]) -> bool:
    return quoted.issuperset(tokens(" ".join(path[-1:]))[:1])


def fitting(asked: Asked, answer: Answer, *, named: bool = False) -> Answer:
    """Return a text answer, or that the number asked for is not told where its numbers are of another kind alone.

    A share is nothing that somebody received; a sum of money is no number of things. With `named`, what the question
    names is known to stand above the sentence.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or wanted_of(asked.text).kind == "why":
        return answer  # A cause takes no number, whatever it is the cause of.
    quotes = _MARK.sub(" ", " ".join(citation.quote for citation in answer.citations))
    no_sum = asks_how_much(asked) and not _MONEY.search(quotes)
    no_sum = no_sum or (asked.explicit and asked.operation in ("lookup", "sum") and _tells_nothing(quotes))
    no_count = _asks_count(asked) and _counts_nothing(quotes)
    no_count = no_count or (_asks_count(asked) and counts_respondents(asked, answer.citations[0].quote))
    no_count = no_count or bool(_HOW_OFTEN.search(asked.text) and not _TIMES.search(quotes))
    no_rate = part_per(asked) is not None and not SAYS_PER.search(quotes)  # what there is in all is not for each
    no_share = asked.operation == "share" and not (_SHARE.search(quotes) or _tells_portion(quotes))
    no_share = no_share or (asked.operation == "share" and not _says_whose(asked, answer))
    no_change = asked.operation == "growth" and asked.explicit and not _tells_change(asked, quotes)
    no_most = asked.operation in ("maximum", "minimum") and not _MOST.search(quotes)
    no_average = asked.operation in ("average", "median") and _asks_amount(asked) and not _AVERAGE.search(quotes)
    no_sum = no_sum or (
        asked.operation == "sum" and _asks_amount(asked) and not _DIGIT.search(_SHARE.sub(" ", _YEAR.sub(" ", quotes)))
    )
    no_change = no_change or ("deviation" in asked.measures and not CHANGE.search(quotes))
    no_other = asked.operation == "which" and _compares_one(asked, quotes)
    compared = asked.operation in ("difference", "ratio") and (asked.explicit or not _WHAT_DIFFERS.match(asked.text))
    no_other = no_other or (compared and not CHANGE.search(quotes))
    level = asked.operation in ("lookup", "sum", "average", "median") and asked.amount
    no_level = (level and _tells_a_change_alone(asked, answer)) or _tells_a_part(asked, answer.citations[0].quote)
    no_word = not named and asked.explicit and asked.operation in ("lookup", "sum") and _says_no_word(asked, answer)
    no_level = no_level or no_word
    if not any((no_sum, no_count, no_rate, no_share, no_change, no_most, no_other, no_level, no_average)):
        return answer
    return not_told(asked, answer)


def _says_whose(asked: Asked, answer: Answer) -> bool:
    """Whether what is told has the names that a word for a share follows: "the Ministry's share"."""
    quotes = " ".join(f"{one.quote} {one.title}" for one in answer.citations)
    there = frozenset[str]().union(*(mention.keys for mention in mentions_in(words_of(quotes))))
    pairs = [(mention, asked.words[mention.end : mention.end + 1]) for mention in asked.mentions]
    return not any(behind and listed(behind[0], "shares") and there.isdisjoint(one.keys) for one, behind in pairs)


def of_places_named(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return a text answer to a question for an amount, or that it is not told where its pages name other places.

    How many took part in one town is not told by a page that has never heard of it.
    """
    if answer.status != "answered" or answer.answered_by != "passages" or not asked.explicit:
        return answer
    texts = {f"{page(one.document_id, one.page).text} {one.title}".casefold() for one in answer.citations}
    # A title says whose the sentence is that names no other place.
    quoted = {f"{one.quote} {'' if _places_in(one.quote) else one.title}".casefold() for one in answer.citations}
    for mention in asked.mentions:
        places = [names()[key[2:]] for key in mention.keys if names()[key[2:]].kind in PLACES]
        forms = [form.casefold() for place in places for named in place.names.values() for form in named]
        # What one of several places on a page received is told where it is named.
        here = quoted if asked.received and any(map(_names_several, texts)) else texts
        begun = any(form[: max(_SHORTEST, len(form) - 2)] in text for form in forms for text in here)
        if forms and not begun and not any(map(partial(_names, mention.keys), here)):
            return not_told(asked, answer)
    return not_told(asked, answer) if _of_another_name(asked, answer) else answer


def _of_another_name(asked: Asked, answer: Answer) -> bool:
    """Whether quotes name others of the family that the question names one of: "Leader South" for "Leader North"."""
    quotes = " ".join(f"{citation.quote} {citation.title}" for citation in answer.citations)
    return any(
        family[2][: max(_SHORTEST, len(family[2]) - _LONGEST_ENDING)].casefold() not in quotes.casefold()
        and re.search(rf"\b{re.escape(family[1])}\s+[A-ZÅÄÖ]", quotes)
        for family in _FAMILY.finditer(asked.text)
    )


def _names(keys: frozenset[str], text: str) -> bool:
    """Whether a text has one of the names in a form that begins otherwise: "Uudellamaalla"."""
    return any(keys & mention.keys for mention in mentions_in(words_of(text.title())))


def _names_several(text: str) -> bool:
    """Whether a page names several places: then a sentence of none of them is not of one."""
    return len(_places_in(text.title())) >= _SEVERAL


def _places_in(text: str) -> set[frozenset[str]]:
    """Return the keys of the places that a text names."""
    found = {mention.keys for mention in mentions_in(words_of(text))}
    return {keys for keys in found if any(names()[key[2:]].kind in PLACES for key in keys)}


def not_told(asked: Asked, answer: Answer) -> Answer:
    """Return that the documents treat of the matter but do not tell the number asked for; what was cited is near."""
    reason = phrase("no_number", asked.language)
    text = f"{phrase('not_found', asked.language)} {reason}{phrase('nearest', asked.language)}"
    return replace(
        answer, status="not_found", reason=reason, answer=text, citations=(), figures=(), nearest=answer.citations
    )


def tells_sum(text: str) -> bool:
    """Whether a text has a sum of money or a share."""
    return bool(_MONEY.search(text) or _SHARE.search(text))


def counts_respondents(asked: Asked, quote: str) -> bool:
    """Whether all of a kind are asked for, and a quote tells how many of them answered."""
    all_of_kind = asked.totalled or asked.kinds.count("content") == 1
    return all_of_kind and bool(_RESPONDED.search(quote)) and not _RESPONDED.search(asked.text)


def _tells_change(asked: Asked, quotes: str) -> bool:
    """Whether quotes say that something changed, or what it was in each of the years between which it did."""
    return bool(CHANGE.search(quotes)) or (
        len(asked.years) > 1 and all(year in quotes for year in (asked.years[0], asked.years[-1]))
    )


def _says_no_word(asked: Asked, answer: Answer) -> bool:
    """Whether an amount of something is asked for and the first quote, in the question's language, has no word of it.

    What a title says is of all its sentences: of the debt as of the surplus.
    """
    quote = answer.citations[0].quote
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    telling = [
        word
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if position not in named and (kind not in ("frame", "money", "year") or len(word.text) >= _LONG)
    ]
    common = [word for word in telling if word in set(_of_kind(asked, "content")) and not word.capitalised]
    if not common or detect(quote) != asked.language:
        return False
    rooted = (form[:_SHORTEST] in quote.casefold() for word in telling for form in word.forms if len(form) >= _SHORTEST)
    return not any(rooted) and not any(stands(word, quote) for word in telling)


def _of_kind(asked: Asked, kind: str) -> list[Word]:
    return [word for word, one in zip(asked.words, asked.kinds, strict=True) if one == kind]


def _tells_a_change_alone(asked: Asked, answer: Answer) -> bool:
    """Whether an amount is asked for and all that the first quote has of money is by how much something changed."""
    quote = answer.citations[0].quote
    if CHANGE.search(asked.text) or MADE_TO_CHANGE.search(asked.text):
        return False
    if not (MADE_TO_CHANGE.search(quote) or _THAN.search(quote)):
        return False
    if _says_level(asked, quote):
        return False
    changes = [match.span() for match in _BY.finditer(quote)]
    sums = [match.span() for match in _MONEY.finditer(quote)]
    if not sums and "%" not in asked.text:
        left = _YEAR.sub(" ", _BY_SHARE.sub(" ", quote))
        return left != _YEAR.sub(" ", quote) and not _DIGIT.search(left)
    return bool(changes) and all(any(one[0] < end and start < one[1] for start, end in changes) for one in sums)


def _says_level(asked: Asked, quote: str) -> bool:
    """Whether a clause of a quote has a sum or share and what is asked for, and no word of a change."""
    telling = _of_kind(asked, "content")
    return any(
        tells_sum(clause)
        and not (CHANGE.search(clause) or MADE_TO_CHANGE.search(clause))
        and any(stands(word, clause) for word in telling)
        for clause in _CLAUSE.split(quote)
    )


def _tells_a_part(asked: Asked, quote: str) -> bool:
    """Whether all of something is asked for and a quote is a line whose label is none of what is asked."""
    part = _PART.match(quote)
    if part is None or not asked.totalled or asked.operation not in ("lookup", "sum", "count"):
        return False
    return not any(stands(word, part["label"]) for word in asked.words if len(word.text) >= _SHORTEST)


def _compares_one(asked: Asked, quotes: str) -> bool:
    """Whether amounts are compared, and quotes have but one number and no word of comparison."""
    return bool(CHANGE.search(asked.text)) and not CHANGE.search(quotes) and len(numbers_in(quotes)) == 1


def _asks_amount(asked: Asked) -> bool:
    return asked.explicit or _WHAT_IS.match(asked.text) is not None


def _asks_count(asked: Asked) -> bool:
    return asked.operation == "count" and asked.limit is None and "money" not in asked.kinds


def _tells_nothing(quotes: str) -> bool:
    """Whether quotes have no number but years, no word for one or a part, and nothing that is free."""
    lowered = quotes.casefold()
    words = any(word in lowered for word in (*SIZES, *_WORDS)) or _PORTION.search(quotes) or _FREE.search(quotes)
    return not words and not _DIGIT.search(_YEAR.sub(" ", quotes))


def _tells_portion(quotes: str) -> bool:
    """Whether quotes tell a part of something, not only that there are shares: "Osuus rahoituksesta, prosenttia"."""
    plain = _YEAR.sub(" ", quotes.casefold())
    number = _DIGIT.search(plain) or any(word in plain for word in (*SIZES, *_WORDS))
    return _PORTION.search(plain if number else _CALLED.sub(" ", plain)) is not None


def _counts_nothing(quotes: str) -> bool:
    """Whether all numbers of the quotes are money, shares and years."""
    rest = _YEAR.sub(" ", _SHARE.sub(" ", _MONEY.sub(" ", quotes)))
    lowered = rest.casefold()
    return not _DIGIT.search(rest) and not any(word in lowered for word in (*SIZES, *_WORDS))


_FAMILY = re.compile(r"\b(?=([A-ZÅÄÖ][\w-]+)\s+([A-ZÅÄÖ][\w-]{3,}))")
_LONGEST_ENDING = 4
_LONG = 6
"""The fewest letters of a verb of the frame that a quote may share: "varataan", "jaettiin"."""
_SEVERAL = 3
_SHORTEST = 4
"""The fewest letters that a name is known by in a text that inflects it."""
