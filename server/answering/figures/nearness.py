"""Whether a row's label that says more than the question, or only a part of it, may still be what it asks for.

Knows nothing of tables, columns or figures.
"""

import re
from functools import cache, lru_cache

from server.answering.figures.called import plain_label, words_left
from server.answering.figures.constraints import Constraints
from server.answering.words.vocabulary import keys_of_form, label_words, word_keys, word_parts, words_listed
from server.answering.words.word import words_of

MOST_UNSAID = 2
"""More words of a running text's figure that the question does not have make it a figure of something else."""
_STOPS = re.compile(r"[.,:;]\s+|\s[–-]\s")
_BRACKETED = re.compile(r"\(([^()]*)\)")
_SHORT_FORM = re.compile(r"[A-ZÅÄÖ]{2}")
_NOTHING = frozenset[str]()


def ignorable_words() -> frozenset[str]:
    """Return the keys of words that say nothing in a label: "yht.", "(€)", "ja", "hyvinvointialue"."""
    listed = (
        words_listed("totals", "words")
        | words_listed("counts")
        | words_listed("frame")
        | words_listed("money")
        | words_listed("grant")
        | words_listed("kinds", "region")
        | words_listed("kinds", "collaborative_area")
        | words_listed("companies")
    )
    return frozenset().union({"w:%"}, *(keys_of_form(word) for word in listed))


@cache
def ignorable() -> frozenset[str]:
    """Return the base forms among those keys."""
    return frozenset(key for key in ignorable_words() if key.startswith("w:"))


@lru_cache(maxsize=20_000)
def only_in_part(label: str, keys: frozenset[str]) -> bool:
    """Whether the question has of every word of a label only a part: "yhtiöt" of "Asuntoyhtiöt"."""
    plain = plain_label(label)
    own = zip(words_of(plain), label_words(plain, parts=False), strict=True)
    content = [(word, itself) for word, itself in own if word.text[0].isalpha() and itself.isdisjoint(ignorable())]
    return bool(content) and all(
        itself.isdisjoint(keys)
        and bool(word_parts(word))
        and not any(all(not part.isdisjoint(keys | _counts()) for part in way) for way in word_parts(word))
        for word, itself in content
    )


@cache
def _counts() -> frozenset[str]:
    """Return the keys of words for a number or sum: "Asukasmäärä" answers to "asukkaita", "Vaalimenot" to "vaalit"."""
    sums = words_listed("counts") | words_listed("measures", "expense")
    return frozenset().union(*(keys_of_form(word) for word in sums))


def near_enough(label: str, constraints: Constraints, said: int) -> bool:
    """Whether a label that says more than the question may still be what it asks for.

    Either a part of it between stops is all said ("Investointi 1. Hoitotakuun edistäminen"), or it has whole words of
    the question, and fewer others than the question has of it: "young agriculture" is not agriculture.
    """
    counted, stroke, per = label.partition("/")
    if stroke and (words_left(per, constraints.keys, ignorable()) or not _says_any(counted, constraints)):
        return False  # what is counted per resident is no count, and a question for residents none for it
    parts = [part for part in _STOPS.split(label) if words_left(part, _NOTHING, ignorable(), codes=True)]
    if len(parts) > 1 and any(words_left(part, constraints.keys, ignorable(), codes=True) == 0 for part in parts):
        return True
    if _begins_so(label, constraints, said):
        return True
    aside = " ".join(_BRACKETED.findall(label))
    if (words_left(aside, _NOTHING, ignorable()) >= MOST_UNSAID or _SHORT_FORM.search(aside)) and words_left(
        aside, constraints.keys, ignorable(), codes=True
    ) == 0:
        return True  # another name of the same: "Dividend (paid to the state)", "Recommendation index (eNPS)"
    left = words_left(label, constraints.whole_keys, ignorable(), whole=True)
    return words_left(label, _NOTHING, ignorable(), whole=True) > left and left < said


def called_by_name(label: str, constraints: Constraints) -> bool:
    """Whether the question has the name in a label but not the noun before it: "Kajo" of "Nuorisoseura Kajo".

    What stands with a capital after the first word belongs to the name.
    """
    words = words_of(plain_label(label))
    said = [not word_keys(word).isdisjoint(constraints.whole_keys - ignorable()) for word in words]
    named = any(word.capitalised and has for word, has in zip(words[1:], said[1:], strict=True))
    return named and all(has or not word.capitalised for word, has in zip(words[1:], said[1:], strict=True))


def _begins_so(label: str, constraints: Constraints, said: int) -> bool:
    """Whether a label begins with all that the question has of it, two words at least: "Track works A–B, C–D"."""
    beginning = 0
    for itself in label_words(plain_label(label), parts=False):
        if itself.isdisjoint(constraints.whole_keys):
            break
        beginning += not itself.isdisjoint(constraints.whole_keys - ignorable())
    return beginning >= max(said, MOST_UNSAID)


def _says_any(label: str, constraints: Constraints) -> bool:
    """Whether the question has a word of what stands before a label's "per"."""
    unsaid = words_left(label, _NOTHING, ignorable(), codes=True)
    return words_left(label, constraints.keys, ignorable(), codes=True) < unsaid
