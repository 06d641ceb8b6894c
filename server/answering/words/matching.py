"""Which words of a question stand in a text: by base form, by compound part, or by meaning across languages.

Knows nothing of documents or ranking. Finnish is compared by beginnings, for its endings inflect; a Swedish or English
word is compared by the beginnings that a general word list gives for it in Finnish, and as it stands (names, numbers).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from index.lemmas import base_forms, is_known
from server.answering.answer import Language
from server.answering.words.attribute import attribute_of
from server.answering.words.beginnings import (
    SHORTEST_COMPOUND_PART,
    SHORTEST_TERM,
    TOGETHER,
    bare,
    meant_at,
    stem_likeness,
)
from server.answering.words.likeness import bases_of, surely_one
from server.answering.words.names import names, spellings
from server.answering.words.ordinals import figures_of
from server.answering.words.other_names import foreign_names, other_names
from server.answering.words.stop_words import STOP_WORDS

_DATA = tuple(Path(__file__).with_name("data") / name for name in ("terms.tsv", "text_terms.tsv"))
_TOKEN = re.compile(r"\d+(?:[.,:/–-]\d+)*|[^\W\d_]+(?:[’'][^\W\d_]+)?|[&%€]")
_ENDING = re.compile(r"(?<=\w):[a-zåäö]{1,5}\b")
"""The case of an abbreviation or a number: "THL:ssä", "3:een", "EU:s"."""
_SHORTEST_COMPOUND = 9
_SWEDISH_ENDINGS = ("ring", "ning", "ling")
"""Ends of derived words that look like words of their own."""
_LONGEST_DERIVED = 5
"""Characters after a beginning that may derive or inflect a word; more may be the last part of a compound."""
_LONGEST_TAIL_ENDING = 4
_APART = 0.6
"""How surely a compound stands in a text that has its parts, but not in one word."""
_BEGUN = 2
"""Letters of a word that no Finnish inflection changes."""
_SHORT_WORD = 5
"""Letters of a word of which inflection may leave no more than the first two."""
_LONG_END, _SAME_START, _ENDING_SURELY = 5, 3, 0.7
"""Letters of a word that a compound may end in, those that it keeps there, and how surely it is then of that word."""
_INTO_FORCE = re.compile(r"tul(?:la|ee|evat|i|ivat|lut|leet|isi|eeko|iko)|astu\w{0,6}")
"""Verbs that "into force" stands with, one for another."""
_MOST_KNOWN = 20_000  # tokens that a word is compared with once each


@dataclass(frozen=True, slots=True)
class Word:
    """A content word of a question: `stems` are the beginnings that a Finnish text may have it by.

    `name` says that it is capitalised or a known name, `listed` that it is one of the known names. `elsewhere` are the
    beginnings that a Swedish or English text may have it by. `attribute` says that it is what the question asks for.
    """

    text: str
    stems: tuple[str, ...]
    name: bool
    number: bool
    listed: bool = False
    elsewhere: tuple[str, ...] = ()
    attribute: bool = False


@dataclass(frozen=True, slots=True)
class _Terms:
    """Finnish beginnings by a foreign beginning (`words`) and by a foreign phrase (`phrases`)."""

    words: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[str, ...]]


def _filled(rows: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {begin: tuple(dict.fromkeys(meant)) for begin, meant in rows.items()}


@lru_cache(maxsize=1)
def _terms() -> dict[Language, dict[Language, _Terms]]:
    """Return the beginnings in one language by the beginnings in another: [asked in][written in]."""
    codes: tuple[Language, ...] = ("fi", "sv", "en")
    words: dict[tuple[Language, Language], dict[str, list[str]]] = {(a, b): {} for a in codes for b in codes}
    phrases: dict[tuple[Language, Language], dict[str, list[str]]] = {pair: {} for pair in words}
    for line in (line for path in _DATA for line in path.read_text(encoding="utf-8").splitlines()):
        if not line or line.startswith("#"):
            continue
        cells: dict[Language, list[str]] = dict(zip(codes, (c.split("|") for c in line.split("\t")), strict=True))
        for asked, written in words:
            for begin in cells[asked]:
                rows = (phrases if " " in begin or "-" in begin else words)[asked, written]
                # A beginning of several meanings has what all of them are in the other language.
                rows.setdefault(begin, []).extend(cells[written])
    return {
        asked: {written: _Terms(_filled(words[asked, written]), _filled(phrases[asked, written])) for written in codes}
        for asked in codes
    }


@lru_cache(maxsize=1)
def _finnish_names() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (foreign name in lower case, Finnish names) of places, bodies and programmes, longest first."""
    rows: dict[str, tuple[str, ...]] = {}
    for name in names().values():
        finnish = tuple(form.lower() for form in name.names["fi"])
        for language in ("sv", "en"):
            for form in name.names[language]:
                if form.lower() not in finnish:
                    rows[form.lower()] = finnish
    return tuple(sorted(rows.items(), key=lambda row: -len(row[0])))


def _name_stem(form: str) -> str:
    return form[: max(SHORTEST_TERM, len(form) - 2)]


@lru_cache(maxsize=1)
def _name_stems() -> frozenset[str]:
    return frozenset(_name_stem(form) for _, finnish in _finnish_names() for form in finnish)


def plain(word: str) -> str:
    """Return `word` in lower case without diacritics."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


@lru_cache(maxsize=50_000)
def tokens(text: str) -> tuple[str, ...]:
    """Return the words and numbers of `text` in lower case, hyphenated compounds in their parts."""
    return tuple(match.group().lower() for match in _TOKEN.finditer(text))


def content_words(question: str, language: Language) -> tuple[Word, ...]:
    """Return the words of a question that carry what it is about, in order, each once."""
    found: dict[str, Word] = {}
    question = _ENDING.sub("", question)
    lowered = question.lower()
    attribute = tokens(attribute_of(question, language) or "")[-1:]
    others = other_names(question) if language == "fi" else {}
    abroad = foreign_names(question) if language == "fi" else {}
    if language != "fi":
        for foreign, finnish in _finnish_names():
            if foreign in lowered and (at := re.search(rf"\b{re.escape(foreign)}(?:s|’s|'s|en|ens)?\b", lowered)):
                # The first Finnish form speaks for all; its beginning survives inflection.
                stems = tuple(map(_name_stem, finnish))
                found[foreign] = Word(
                    question[at.start() : at.end()],
                    (foreign, *stems),
                    name=True,
                    number=False,
                    listed=True,
                    elsewhere=tuple(form.lower() for form in spellings(foreign)[1:] if form.lower() not in finnish),
                )
                question = question[: at.start()] + " " * (at.end() - at.start()) + question[at.end() :]
                lowered = question.lower()
    for order, match in enumerate(_TOKEN.finditer(question)):
        text = match.group()
        word = text.lower()
        if _INTO_FORCE.fullmatch(word) and "voimaan" in lowered:
            continue
        if word in found or word in STOP_WORDS[language] or (len(word) < 2 and not word.isdigit()) or word in "&%€":
            continue
        number = word[0].isdigit()
        figures = figures_of(word)
        found[word] = Word(
            text,
            (word,) if number else (*_stems(word, language, lowered), *others.get(word, ()), *figures),
            order > 0 and text[0].isupper(),
            number,
            listed=word in abroad,
            elsewhere=() if number else (*abroad.get(word, ()), *_elsewhere(word, language, lowered), *figures),
            attribute=word in attribute,
        )
    return tuple(found.values())


def _stems(word: str, language: Language, question: str, written: Language = "fi") -> tuple[str, ...]:
    """Return the beginnings that a text written in another language may have `word` by, itself first."""
    if language == written:
        return (word,)
    table = _terms()[language][written]
    stems = [
        stem
        for phrase, meant in table.phrases.items()
        if phrase in question and any(part.startswith(word) or word.startswith(part) for part in tokens(phrase))
        for stem in meant
    ]
    stems.extend(_meant(word, language, table.words))
    return (word, *dict.fromkeys(stems))


def _meant(word: str, language: Language, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the beginnings that the table has for a word; of a compound whose parts it has, both parts' together.

    What a compound is, its last part says: a beginning that is only its first part stands for it where the last one is
    unknown.
    """
    length, first = _longest(word, table)
    if language == "en" or len(word) < _SHORTEST_COMPOUND or len(word) - length <= _LONGEST_DERIVED:
        return first
    for start in range(length or 3, len(word) - 3):
        if word.startswith(_SWEDISH_ENDINGS, start) and language == "sv":
            continue
        ended, last = _longest(word[start:], table, SHORTEST_TERM)
        if last and len(word) - start - ended <= _LONGEST_TAIL_ENDING:
            if not first:
                return last
            return tuple(f"{bare(one)}{TOGETHER}{bare(other)}" for one in first for other in last)
    return first


def _elsewhere(word: str, language: Language, question: str) -> tuple[str, ...]:
    """Return the beginnings that Swedish and English texts may have `word` by."""
    others: tuple[Language, ...] = ("sv", "en")
    return tuple(stem for other in others if other != language for stem in _stems(word, language, question, other)[1:])


def with_synonyms(word: str, language: Language) -> Word:
    """Return a word with all beginnings that the word list has beside its own, in Finnish, Swedish and English."""
    lowered = word.lower()
    _, same = _longest(lowered, _terms()[language][language].words)
    finnish = same if language == "fi" else _stems(lowered, language, lowered)[1:]
    elsewhere = tuple(dict.fromkeys((*same, *_elsewhere(lowered, language, lowered))))
    return Word(word, (lowered, *finnish), name=False, number=False, elsewhere=elsewhere)


def words_for(words: Sequence[Word], written: str | None) -> tuple[Word, ...]:
    """Return the words as a document in the language `written` may have them; Finnish unless it is Swedish or English.

    A word in that language itself keeps its form.
    """
    if written not in ("sv", "en"):
        return tuple(words)
    return tuple(word if word.number else replace(word, stems=(word.stems[0], *word.elsewhere)) for word in words)


def _longest(word: str, table: dict[str, tuple[str, ...]], least: int = 2) -> tuple[int, tuple[str, ...]]:
    """Return the longest beginning of `word` that the table has, by its length, and what it means; 0 and () of none.

    A short beginning counts only with a short ending after it. One nearly as long is of the same word in another form.
    """
    for length in range(len(word), least - 1, -1):
        if found := meant_at(word, length, table):
            alike = (
                meant_at(word, other, table) for other in range(length - 1, max(length - 2, SHORTEST_TERM - 1), -1)
            )
            return length, tuple(dict.fromkeys((*found, *(stem for stems in alike for stem in stems))))
    return 0, ()


def _phrase_in(phrase: str, text_tokens: tuple[str, ...] | frozenset[str]) -> float:
    """Return whether all parts of a name or term of several words stand among the tokens."""
    parts = tokens(phrase)
    surely = _APART if TOGETHER in phrase else 0.9
    return surely if parts and all(_begins_one(part, text_tokens) for part in parts) else 0.0


def _begins_one(part: str, text_tokens: tuple[str, ...] | frozenset[str]) -> bool:
    """Return whether a part of a name or term begins one of the tokens, or its base form: "Uusimaa", "Uudenmaan"."""
    if any(token.startswith(part) for token in text_tokens):
        return True
    if part not in _name_parts():
        return False
    return any(token[:_BEGUN] == part[:_BEGUN] and _of_base(part, token) for token in text_tokens)


@lru_cache(maxsize=10_000)
def _of_base(part: str, token: str) -> bool:
    return is_known(token) and any(base.startswith(part) for base in base_forms(token))


@lru_cache(maxsize=1)
def _name_parts() -> frozenset[str]:
    """Return the parts that the Finnish names of several words begin their forms with."""
    return frozenset(part for stem in _name_stems() for part in tokens(stem) if part != stem)


class _Known(dict[str, float]):
    """How surely each token met so far is a word of these beginnings; `phrases` are those of several words."""

    def __init__(self, stems: tuple[str, ...]) -> None:
        super().__init__()
        self._first, self._rest = stems[0], stems[1:]
        self._bare = tuple(map(bare, self._rest))
        self._bases = bases_of(self._first) if len(self._first) <= _SHORT_WORD else frozenset[str]()
        self._begins = "" if stems[0][0].isdigit() else stems[0][:3]
        self._stem = stems[0][: max(SHORTEST_COMPOUND_PART, len(stems[0]) - 3)]
        self.phrases = tuple(stem for stem in stems if " " in stem or "-" in stem or TOGETHER in stem)

    def __missing__(self, token: str) -> float:
        # Most tokens of a text are nothing like the word: what both measures need is looked at first.
        best = max(
            (
                stem_likeness(stem, token)
                for stem, bare in zip(self._rest, self._bare, strict=True)
                if bare in token or TOGETHER in stem or bare[-1:] == "i"
            ),
            default=0.0,
        )
        if (
            token.startswith(self._begins)
            or self._stem in token
            or token[: max(SHORTEST_COMPOUND_PART, len(token) - 3)] in self._first
        ):
            best = max(best, surely_one(self._first, token))
        self[token] = best = best or self._inflected(token) or self._graded(token) or self._ended(token)
        return best

    def _graded(self, token: str) -> float:
        """Return whether a token is a form of a short word whose stem inflection changes: "tuki", "tuella"."""
        short = len(self._first) <= _SHORT_WORD and self._first[:_BEGUN] == token[:_BEGUN]
        if not short or not (len(token) > _BEGUN and is_known(token)):
            return 0.0
        return float(not self._bases.isdisjoint(bases_of(token)))

    def _ended(self, token: str) -> float:
        """Return how surely a token is a compound that ends in the word, of which both may have other forms."""
        if len(self._first) < _LONG_END or self._first[:_SAME_START] not in token[1:] or not is_known(token):
            return 0.0
        ends = [base for base in base_forms(self._first) if len(base) >= _LONG_END]
        return _ENDING_SURELY if any(base.endswith(end) for base in base_forms(token) for end in ends) else 0.0

    def _inflected(self, token: str) -> float:
        """Return how surely a base form of a token begins as a name does, whose forms may begin otherwise."""
        stems = [stem for stem in self._rest if stem[:_BEGUN] == token[:_BEGUN] and stem in _name_stems()]
        if not stems or not is_known(token):
            return 0.0
        return max((stem_likeness(stem, base) for stem in stems for base in base_forms(token)), default=0.0)


@lru_cache(maxsize=128)
def _known(stems: tuple[str, ...]) -> _Known:
    return _Known(stems)


def found_in(word: Word, text_tokens: tuple[str, ...] | frozenset[str]) -> float:
    """Return how surely a word of the question stands among the tokens of a text: 0 to 1."""
    known = _known(word.stems)
    if len(known) > _MOST_KNOWN:
        known.clear()
    best = max(map(known.__getitem__, text_tokens), default=0.0)
    return max([best, *(_phrase_in(stem, text_tokens) for stem in known.phrases)]) if known.phrases else best


class _Meeting(dict[str, tuple[tuple[int, float], ...]]):
    """Which of a question's words each token met so far is, by their order, with how surely; most are none."""

    def __init__(self, words: tuple[tuple[str, ...], ...]) -> None:
        super().__init__()
        self._known = tuple(_known(stems) for stems in words)
        self.phrases = tuple((order, known.phrases) for order, known in enumerate(self._known) if known.phrases)

    def __missing__(self, token: str) -> tuple[tuple[int, float], ...]:
        met: list[tuple[int, float]] = []
        for order, known in enumerate(self._known):
            surely = known[token]
            if surely:
                met.append((order, surely))
        self[token] = found = tuple(met)
        return found


@lru_cache(maxsize=32)
def _meeting(words: tuple[tuple[str, ...], ...]) -> _Meeting:
    return _Meeting(words)


def each_found(words: Sequence[Word], text_tokens: tuple[str, ...] | frozenset[str]) -> list[float]:
    """Return `found_in` of each of a question's words: one look at each token for all of them."""
    meeting = _meeting(tuple(word.stems for word in words))
    if len(meeting) > _MOST_KNOWN:
        meeting.clear()
    found = [0.0] * len(words)
    for token in text_tokens:
        for order, surely in meeting[token]:
            found[order] = max(found[order], surely)
    for order, phrases in meeting.phrases:
        found[order] = max(found[order], *(_phrase_in(phrase, text_tokens) for phrase in phrases))
    return found
