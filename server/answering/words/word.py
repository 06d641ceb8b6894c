"""Words of questions and labels with the forms under which they are looked up. Knows nothing of what they mean.

Base forms come from simplemma's dictionaries. A name that no dictionary has is also tried without its case ending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from index.dictionaries import LANGUAGES, base_form, is_listed
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
_SHORTEST_COMPOUND = 8
_AMBIGUOUS = frozenset("aäoös")
"""Last letters of base forms that share forms with words of other ends: "kunnasta" is of "kunnas" and of "kunta"."""


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
    if "sv" in languages:
        forms.update(_of_compound(plain.casefold()))
    if "fi" in languages:
        forms.update(verb for form in tuple(forms) if (verb := _verb_of(form)))
    return frozenset(forms)


def _of_compound(word: str) -> Iterator[str]:
    """Yield the base form of a Swedish compound that no dictionary has, by its last part; without a genitive's "s"."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha() or is_known(word):
        return
    for whole in (word, word.removesuffix("s")):
        if whole != word:
            yield whole
        for cut in range(_SHORTEST_STEM, len(whole) - _SHORTEST_STEM):
            tail = whole[cut:]
            if is_listed(tail, "sv"):
                yield whole[:cut] + base_form(tail, "sv").casefold()
                break


def _verb_of(form: str) -> str | None:
    """Return the verb of a Finnish noun of action: "kiristää" of "kiristäminen"."""
    stem = form.removesuffix("minen")
    if stem == form or len(stem) < _SHORTEST_STEM + 1:
        return None
    if stem[-1] in "aä":
        return stem + stem[-1] if stem[-2] not in "aä" else None
    return stem + ("a" if re.search("[aou]", stem) else "ä")


def _bases(word: str, language: str) -> Iterator[str]:
    if language == "fi" and word.isalpha() and not is_listed(word, "fi"):
        # The dictionary would guess, and give a compound's first part for it: an analyser knows compounds.
        yield from base_forms(word)
    else:
        base = base_form(word, language).casefold()
        yield base
        if language == "fi" and base != word.casefold() and base[-1:] in _AMBIGUOUS and word.isalpha():
            # A form may be another word's, too, which the dictionary forgets: "soita", "kirjojen", "kunnasta".
            ends_alike = base.endswith(("a", "ä"))
            yield from (form for form in base_forms(word) if form.endswith(("a", "ä")) != ends_alike)
        elif language == "fi" and base.endswith("t") and base != word.casefold() and word.isalpha():
            yield from base_forms(word)  # of some plurals it gives the plural: "julkiset" of "julkisia"
    head, hyphen, tail = word.rpartition("-")
    if hyphen and head and tail:
        yield from (f"{head}-{base}".casefold() for base in (base_form(tail, language), *_bases(tail, language)))
        if language == "fi" and tail.isalpha():
            yield from (f"{head}-{base}".casefold() for base in base_forms(tail))


@lru_cache(maxsize=50_000)
def is_known(word: str) -> bool:
    """Whether a dictionary of one of the three languages has `word`."""
    return is_listed(word, *LANGUAGES) or is_listed(word.casefold(), "fi")


def stems_of(word: str) -> Iterator[str]:
    """Yield `word` casefolded, then less each Finnish case ending or Swedish genitive that it may carry."""
    plain = _POSSESSIVE.sub("", word).casefold()
    yield plain
    for ending in sorted(_ENDINGS, key=len):
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST_STEM:
            yield plain[: -len(ending)]
