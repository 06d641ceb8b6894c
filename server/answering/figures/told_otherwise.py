"""Whether a sentence tells another thing than an amount of what is asked: a change, another deed, part or kind of it.

Knows nothing of what stands around the sentence.
"""

import re

from index.lemmas import is_verb
from ingest.tables.numbers import numbers_in
from server.answering.figures.asked import Asked
from server.answering.figures.said_parts import stands
from server.answering.figures.said_words import ANY_DEED, says
from server.answering.text.spans import counts_nothing
from server.answering.text.told_measure import of_each_alone
from server.answering.words.changes import CHANGE
from server.answering.words.counted import is_one, stem_of
from server.answering.words.counted_noun import counted_noun
from server.answering.words.language import detect
from server.answering.words.matching import found_in, tokens, with_synonyms
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

_DONE = {
    "fi": re.compile(r"(?:\w{2}t[uy]|\w{2}tiin|\w{2}[td]?[aä]{2}n)$"),
    "sv": re.compile(r"\w{3}(?:ades|tes|ats|its|ts|ade|as|es)$"),
    "en": re.compile(r"\w{3}ed$"),
}
"""Forms of what is or was done to something."""
_RESERVED = re.compile(
    r"\b(?:vara(?:taan|ttu|ttiin|a|si|nnut)|osoite(?:taan|ttu|ttiin)|budjetoi(?:daan|tu|tiin)|reserver\w+|anslå\w*|avsätt\w*|avsatt\w*"
    r"|budgeter\w+|reserved?|allocated?|set aside|earmark\w+|budgeted)\b",
    re.IGNORECASE,
)
GIVES = re.compile(
    r"varat|varau|varaa|varas|määrära|rahoi|rahaa?\b|osoit|panost|kohden|kohdist|budj|talousarv|myön|avustu|tuki\b|tuke|jaet|jaka"
    r"|sijoit|investoi|käytet|käyttö|reserv|anslag|anslå|avsätt|avsatt|budget|medel|bidrag|stöd|satsa|finans|delar|fördel"
    r"|alloc|earmark|fund|grant|invest|appropriat|subsid|transfer",
    re.IGNORECASE,
)
"""Words of money that is given to something, as what is reserved for it is."""
_RELATIVE = re.compile(r",\s+jo(?:ta|ita|ssa|issa|ka|tka|sta|ista|lla|illa|lle|ille|hon|ihin)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ASIDE = re.compile(r"(?:ll[ae]|llä|lt[aä]|ss[aä]|st[aä]|ksi|seen|[aeiouyäö]{2}n|h[aeiouyäö]n)$")
"""Ends of words that something happened at, to or from; what is counted has others."""
_COUNTED = re.compile(
    r"(?:\d|\b(?:yh[dt]e|kah[dt]e|kolm|nelj|vii[dst]|kuu[dst]|seitsem|kahdeks|yhdeks|kymmen|sa[dt]a|tuha)\w*)\s+"
    r"((?:[^\W\d_]+\s+){0,2})(?:[^\W\d_]+-)?$",
    re.IGNORECASE,
)
_THINGS = re.compile(r"(?<![\w.,–-])(?!(?:19|20)\d\d\b)\d[\d\s.,]*\s([^\W\d_]{4,})")
_ANYONE = re.compile(
    r"person|människ|people|individ|styck|procent|per ?cent|milj|million|tusen|thousand|euro|invån|resident"
)
_PER_CENT = re.compile(r"%|prosent|procent|per ?cent|osuu|osa\b|andel|share|proportion|\bdel\b", re.IGNORECASE)
_IS = re.compile(r"on|oli|ovat|olivat|är|var|is|are|was|were", re.IGNORECASE)
_UP_TO = re.compile(r"prosenttiin|%:iin|\btill (?:\w+ )?\d|\bto (?:\w+ )?\d", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
NUMBER = re.compile(r"(?<![\w.,–-])(?!(?:19|20)\d\d\b)\d")
_OPPOSITES = tuple(
    (re.compile(rf"\b(?:{one})", re.IGNORECASE), re.compile(rf"\b(?:{other})", re.IGNORECASE))
    for one, other in (
        ("kotimai|inhemsk|finländsk|domestic", "ulkomai|utländsk|foreign"),
        ("mie(?:s|he|hi)|män\\b|männen|manlig|men\\b|male", "nai(?:n|s)|kvinn|women|female"),
        ("poik(?:a|i)|poja|pojk|boys", "tyt(?:t|ö)|flick|girls"),
    )
)
_HEAD = 4
_PAIR = re.compile(r"\b(?P<one>[A-ZÅÄÖ][\w-]{3,}) (?:ja|sekä|och|samt|and) (?P<other>[A-ZÅÄÖ][\w-]{3,})")
_IN_ALL = re.compile(
    r"\b(?:yhteensä|yhdessä|tillsammans|sammanlagt|totalt|together|in total|combined)\b", re.IGNORECASE
)


def tells_otherwise(asked: Asked, quote: str) -> bool:
    """Whether a quote tells another thing than an amount of what is asked: a change, another deed, other things."""
    if _RESERVED.search(asked.text) and not GIVES.search(quote):
        return True
    if _only_changes(asked, quote):
        return True
    if _tells_opposite(asked, quote) or _tells_together(asked, quote) or of_each_alone(asked.text, quote):
        return True
    if detect(quote) != asked.language:
        return False
    if asked.operation == "share" and _of_another_part(asked, quote):
        return True
    return _tells_another_deed(asked, quote) or _tells_beside(asked, quote) or _counts_another(asked, quote)


def _of_another_part(asked: Asked, quote: str) -> bool:
    """Whether a share is asked of what has a part that the question names behind its verb, and a quote has no such.

    "How much of the budget is managed by the ministry" is not told by what the budget is of the national product.
    """
    flows = [measure for measure in ("applied", "paid") if measure in asked.measures]
    if any(not any(listed(word, "measures", flow) for word in words_of(quote)) for flow in flows):
        return True  # of what was applied for
    is_verb_at = [at for at, word in enumerate(asked.words) if _IS.fullmatch(word.text)]
    if not is_verb_at or not is_verb_at[0]:
        return False  # "What is the share of the north" names the part elsewhere
    kinds = zip(asked.words[is_verb_at[0] :], asked.kinds[is_verb_at[0] :], strict=True)
    part = [word for word, kind in kinds if kind == "content"]
    return bool(part) and not any(says(quote, word, asked.language) for word in part)


def _tells_together(asked: Asked, quote: str) -> bool:
    """Whether all that a quote tells is what a name of the question has together with another: "A and B, 5 in all"."""
    pair = _PAIR.search(quote)
    if pair is None or NUMBER.search(quote[: pair.start()]) or not _IN_ALL.search(quote, pair.end()):
        return False
    named = [_begun(name) in asked.text for name in (pair["one"], pair["other"])]
    return any(named) and not all(named)


def _begun(name: str) -> str:
    return name[: max(_HEAD, len(name) - _HEAD)]


def _tells_opposite(asked: Asked, quote: str) -> bool:
    """Whether a quote speaks of women and not of men, who are asked for, or of such another opposite alone."""
    return any(
        one.search(asked.text) and not other.search(asked.text) and other.search(quote) and not one.search(quote)
        for pair in _OPPOSITES
        for one, other in (pair, pair[::-1])
    )


def _only_changes(asked: Asked, quote: str) -> bool:
    """Whether a quote tells by how many per cent something changed, and no change or share is asked for."""
    if _PER_CENT.search(asked.text) or CHANGE.search(asked.text) or not CHANGE.search(quote) or _UP_TO.search(quote):
        return False
    told = [number for number in numbers_in(quote) if not _YEAR.fullmatch(number.text)]
    return bool(told) and all(number.unit == "%" for number in told)


def _tells_another_deed(asked: Asked, quote: str) -> bool:
    """Whether a number of things that something was done to is asked for and a quote says what else was done to them.

    "How many posts were read?" is not told by how many were published.
    """
    done = _DONE[asked.language]
    wanted = [
        word
        for word, kind in zip(asked.words, asked.kinds, strict=True)
        if kind == "content" and done.search(word.text.casefold()) and not ANY_DEED.match(word.text.casefold())
    ]
    if asked.operation != "count" or asked.limit is not None or not wanted:
        return False
    said = [token for token in tokens(quote) if done.search(token) and (asked.language != "fi" or is_verb(token))]
    return (
        bool(said)
        and not any(map(ANY_DEED.match, said))
        and not any(says(quote, word, asked.language) for word in wanted)
    )


def _tells_beside(asked: Asked, quote: str) -> bool:
    """Whether the numbers of a quote stand in a relative clause that has nothing else of what a count is asked of.

    "A benefit, which 31 employees used" does not tell how many employees there are.
    """
    clause = _RELATIVE.search(quote)
    noun, _ = counted_noun(asked.text)
    if clause is None or noun is None or NUMBER.search(quote[: clause.start()]):
        return False
    said = quote[clause.end() :]
    after = asked.text.find(noun) + len(noun)
    named = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    named = [word for word in named if word.start >= after]
    return NUMBER.search(said) is not None and not any(says(said, word, asked.language) for word in named)


def _counts_another(asked: Asked, quote: str) -> bool:
    """Whether the number of things is asked for and a quote has them only as what something was done to, or not at all.

    "188 young people, of whom 64 were sent to a workshop" counts no workshops, "104 000 books" no visitors.
    """
    noun, _ = counted_noun(asked.text)
    if noun is None:
        return False
    if counts_nothing(quote, noun):
        return True
    if asked.language == "fi":
        stem = stem_of(noun)
        said = [found for found in _WORD.finditer(quote.lower()) if is_one(found.group(), stem)]
        aside = (_ASIDE.search(found.group()) and not _counted(quote[: found.start()]) for found in said)
        return bool(said) and noun[-1:] in "aä" and all(aside)
    things = [found.group(1).lower() for found in _THINGS.finditer(quote)]
    if not things or stands(words_of(noun)[0], quote):
        return False
    return not any(_ANYONE.match(thing) or found_in(with_synonyms(noun, asked.language), (thing,)) for thing in things)


def _counted(before: str) -> bool:
    """Whether a number, and after it adjectives at most, stands at the end of what is before a word."""
    found = _COUNTED.search(before)
    return found is not None and not any(map(is_verb, found.group(1).split()))
