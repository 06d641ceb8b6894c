"""What a row or column is called: its label without codes, notes and opposites, and what a question leaves of it.

Knows nothing of figures.
"""

import re
from functools import lru_cache

from server.answering.words.names import mentions_in, names
from server.answering.words.opposites import of_first
from server.answering.words.vocabulary import label_words, words_listed
from server.answering.words.word import Word, words_of

_CODE = re.compile(r"^\s*(?:\d+\.)+\d*\s+(?=\D)")
_ASIDE = re.compile(r"\([^)]*(?:\)|$)")
_UNIT = re.compile(r",\s*(?:%|pv|kpl|htv|st|(?:1\s?000\s?|t|milj\.?\s?|mn\s?|m)?(?:€|euroa?))\s*$", re.IGNORECASE)
_NUMERIC = re.compile(r"#|w:\d")
_NUMBERED = re.compile(r"([^\W\d][\w-]*)\s(\d{1,2})\.\s")


def base_of(word: Word) -> str:
    """Return the shortest base form of a word, itself where it has no other."""
    return min(word.forms, key=lambda form: (len(form), form == word.text.casefold(), form))


@lru_cache(maxsize=100_000)
def label_surface(label: str) -> list[str]:
    """Return the words of a label, without its code and what stands in parentheses, casefolded."""
    return [word.text.casefold() for word in words_of(uncoded(label), ("fi",))]


def uncoded(label: str) -> str:
    """Return a plain label without the code before it: "Valmisteverot" of "11.08. Valmisteverot"."""
    return _CODE.sub("", plain_label(label))


@lru_cache(maxsize=100_000)
def plain_label(label: str) -> str:
    """Return a label without its unit, a note in parentheses, the second of two opposites and "stad" behind a town."""
    label = _UNIT.sub("", of_first(label))
    plain = _ASIDE.sub(" ", label) if _ASIDE.sub("", label).strip() else label
    words = words_of(plain)
    town = len(words) > 1 and words[-1].text.casefold() in words_listed("kinds", "city")
    named = [mention for mention in mentions_in(words[:-1]) if (mention.start, mention.end) == (0, len(words) - 1)]
    cities = any(names()[key[2:]].kind == "city" for mention in named for key in mention.keys)
    return plain[: words[-2].end] if town and cities else plain


def words_left(
    label: str, keys: frozenset[str], ignorable: frozenset[str], *, whole: bool = False, codes: bool = False
) -> int:
    """Return how many words of `label` neither have one of `keys` nor are ignorable: what a question left unsaid.

    With `whole`, a compound that has the keys in its parts alone is left over; with `codes`, numbers are, too. A word
    that may be left unsaid says no part of a compound: "vuoden" nothing of "Vuosikate".
    """
    telling = keys - ignorable
    if (head := _NUMBERED.match(label)) and keys.issuperset({f"w:{head[2]}"}) and not whole:
        label = head[1]  # "Investment 3" calls "Investment 3. Health data" by its number.
    return sum(
        1
        for word, itself in zip(
            label_words(plain_label(label), parts=not whole), label_words(plain_label(label), parts=False), strict=True
        )
        if word.isdisjoint(telling)
        and itself.isdisjoint(keys)
        and itself.isdisjoint(ignorable)
        and (codes or not all(_NUMERIC.match(key) for key in word))
    )
