"""Words of questions and labels with the forms under which they are looked up. Knows nothing of what they mean.

Base forms come from simplemma's dictionaries. A name that no dictionary has is also tried without its case ending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import simplemma

from index.lemmas import base_forms

_WORD = re.compile(r"\d+\.(?=\s|$)|\d+(?:[.,]\d+)*|[^\W\d_][\w]*(?:[-–’':][\w]+)*-?|[€%$]")
_POSSESSIVE = re.compile(r"[’':]s$|[’':](?:n|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|a|ä|en|in|iin|hin|t)$")
_ENDINGS = (
    *("ssa", "ssä", "sta", "stä", "lla", "llä", "lta", "ltä", "lle", "ksi", "seen", "tta", "ttä", "hun", "hyn", "hon"),
    *(
        "hön",
        "hen",
        "hin",
        "han",
        "hän",
        "ta",
        "tä",
        "na",
        "nä",
        "an",
        "än",
        "en",
        "in",
        "on",
        "ön",
        "un",
        "yn",
        "n",
        "a",
    ),
    *("ä", "t", "s"),
)
_SHORTEST_STEM = 3


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` of its text; `forms` are the word casefolded and its base forms."""

    text: str
    start: int
    end: int
    forms: frozenset[str]

    @property
    def capitalised(self) -> bool:
        """Whether the word is written as a name."""
        return self.text[:1].isupper()


def words_of(text: str, languages: tuple[str, ...] = ("fi", "sv", "en")) -> tuple[Word, ...]:
    """Return the words of `text` in order; a numeral with a full stop before a space ("1.") keeps it."""
    return tuple(
        Word(match.group(), match.start(), match.end(), forms_of(match.group(), languages))
        for match in _WORD.finditer(text)
    )


@lru_cache(maxsize=200_000)
def forms_of(word: str, languages: tuple[str, ...] = ("fi", "sv", "en")) -> frozenset[str]:
    """Return `word` casefolded, without a possessive mark, and its base forms in `languages`."""
    plain = _POSSESSIVE.sub("", word.replace("–", "-")).rstrip("-")
    forms = {plain.casefold(), word.casefold()}
    for variant in {plain, plain.casefold()}:
        forms.update(base for language in languages for base in _bases(variant, language))
    return frozenset(forms)


def _bases(word: str, language: str) -> Iterator[str]:
    base = simplemma.lemmatize(word, lang=language).casefold()
    yield base
    if language == "fi" and word.isalpha() and not simplemma.is_known(word, lang="fi"):
        # The dictionary guesses its base form: an analyser knows compounds and rarer words.
        yield from base_forms(word)
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head and tail:
        yield f"{head}-{simplemma.lemmatize(tail, lang=language)}".casefold()


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether a dictionary of one of the three languages has `word`."""
    return bool(simplemma.is_known(word, lang=("fi", "sv", "en")) or simplemma.is_known(word.casefold(), lang=("fi",)))


def stems_of(word: str) -> Iterator[str]:
    """Yield `word` casefolded, then less each Finnish case ending or Swedish genitive that it may carry."""
    plain = _POSSESSIVE.sub("", word).casefold()
    yield plain
    for ending in sorted(_ENDINGS, key=len):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            yield plain[: -len(ending)]
