"""Keyword search: BM25 over the weighted index terms of `index.lemmas`, in memory-mapped arrays on disk.

A term's contributions are worked out when the index is built, so that a search only adds up a few postings. A form's
alternative base forms and its compound parts are terms of their own with weights below 1, in passages and questions
alike. Knows nothing of vectors, and nothing of chunks beyond their positions and texts.
"""

import json
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from index import lemmas
from index.errors import BrokenIndexError

# The customary values (Robertson and Zaragoza 2009); others differ by less than .005 MRR on TyDi-fi and SQuAD-fi.
_SATURATION = 1.2
_LENGTH = 0.75
_MOST_ENDINGS = 24
_MOST_NEAR = 8
_TERMS = "terms.json"
_STARTS = "starts.npy"
_POSITIONS = "positions.npy"
_SCORES = "scores.npy"
_FORMS = "forms.json"


@dataclass(frozen=True, slots=True)
class WordMatch:
    """A question's word: its weight as evidence (inverse document frequency), and whether the corpus has it."""

    word: str
    weight: float
    found: bool


@dataclass(frozen=True, slots=True)
class Matches:
    """BM25 of every passage, float32 (passages,), and the question's words that it comes from."""

    scores: npt.NDArray[np.float32]
    words: tuple[WordMatch, ...]


class KeywordIndex:
    """An opened index; safe to read from several threads."""

    def __init__(self, folder: Path) -> None:
        try:
            meta = json.loads((folder / _TERMS).read_text(encoding="utf-8"))
            self.size = int(meta["passages"])
            self._numbers: dict[str, int] = {term: number for number, term in enumerate(meta["terms"])}
            self._sorted = sorted(self._numbers)
            self._starts: npt.NDArray[np.int64] = np.load(folder / _STARTS, allow_pickle=False)
            self._positions = np.load(folder / _POSITIONS, mmap_mode="r", allow_pickle=False)
            self._scores = np.load(folder / _SCORES, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError, KeyError, TypeError) as exc:
            message = f"the keyword index {folder} cannot be read: {exc}; run ingest again"
            raise BrokenIndexError(message) from exc
        self._forms: dict[str, list[str]] = {}
        for form in dict.fromkeys(form.casefold() for form in lemmas.read_forms(folder / _FORMS)):
            self._forms.setdefault(form[0], []).append(form)

    def near_forms(self, word: str, slips: int) -> tuple[str, ...]:
        """The nearest word forms of the corpus, casefolded, at most `slips` from `word`; itself where it has that.

        It has a word in any of its forms. A slip is a letter more, less, another one or two that changed places; the
        first letter is taken to be right.
        """
        written = word.casefold()
        parts = lemmas.compound_parts(word)
        if any(term in self._numbers for term, _ in lemmas.terms(word) if term not in parts):
            return (written,)
        found = process.extract(
            written,
            self._forms.get(written[0], ()),
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            limit=_MOST_NEAR,
        )
        least = min((distance for _, distance, _ in found), default=0)
        return tuple(form for form, distance, _ in found if distance == least)

    def matches(self, query: str) -> Matches:
        """BM25 of all passages for `query`; a word's alternatives count by their weights, a repeated word once."""
        scores = np.zeros(self.size, np.float32)
        weights: dict[str, float] = {}
        words = []
        for form, found in _query_terms(query).items():
            present = [(term, weight) for term, weight in found if term in self._numbers]
            for term, weight in present:
                weights[term] = max(weights.get(term, 0), weight)
            rarity = max((weight * self._rarity(term) for term, weight in present), default=_idf(self.size, 0))
            words.append(WordMatch(form, rarity, bool(present)))
        for term, weight in weights.items():
            start, end = self._span(term)
            scores[self._positions[start:end]] += np.float32(weight) * self._scores[start:end]
        return Matches(scores, tuple(words))

    def matches_of_beginnings(self, words: Sequence[Sequence[str]]) -> Matches:
        """BM25 of all passages for `words`, each given by the beginnings that its terms may have; the best one counts.

        A beginning stands for at most `_MOST_ENDINGS` terms, the shortest ones. All terms of a word are as rare as they
        are together: a rare compound of a common word tells no more than that word.
        """
        scores = np.zeros(self.size, np.float32)
        found = []
        for beginnings in words:
            own = np.zeros(self.size, np.float32)
            for term in dict.fromkeys(term for begin in beginnings for term in self._beginning_with(begin)):
                start, end = self._span(term)
                positions = self._positions[start:end]
                own[positions] = np.maximum(own[positions], self._scores[start:end] / np.float32(self._rarity(term)))
            holding = int(np.count_nonzero(own))
            rarity = _idf(self.size, holding)
            scores += np.float32(rarity) * own
            found.append(WordMatch(beginnings[0], rarity, bool(holding)))
        return Matches(scores, tuple(found))

    def _beginning_with(self, begin: str) -> list[str]:
        first = bisect_left(self._sorted, begin)
        last = bisect_left(self._sorted, begin + "\uffff", lo=first)
        return sorted(self._sorted[first:last], key=len)[:_MOST_ENDINGS]

    def search(self, query: str, limit: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Up to `limit` (position, BM25), best first, of passages with any of the words; `allowed` None allows all."""
        return top(self.matches(query).scores, limit, allowed)

    def _span(self, term: str) -> tuple[int, int]:
        number = self._numbers[term]
        return int(self._starts[number]), int(self._starts[number + 1])

    def _rarity(self, term: str) -> float:
        start, end = self._span(term)
        return _idf(self.size, end - start)


def top(scores: npt.NDArray[np.float32], limit: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
    """The `limit` best (position, score) of those above 0, best first, ties by position."""
    if allowed is not None:
        candidates = np.fromiter(sorted(allowed), np.int64, len(allowed))
        candidates = candidates[scores[candidates] > 0]
    else:
        candidates = np.flatnonzero(scores > 0)
    if len(candidates) > limit:
        # All that tie with the last one stay, so that ties go by position and not by chance.
        bar = -np.partition(-scores[candidates], limit - 1)[limit - 1]
        candidates = candidates[scores[candidates] >= bar]
    best = candidates[np.argsort(-scores[candidates], kind="stable")][:limit]
    return [(int(position), float(scores[position])) for position in best]


def build_keyword(passages: Sequence[str], folder: Path, known: Path | None = None) -> None:
    """Index `passages` into `folder`; `known` is the folder of an earlier index, whose word analyses are taken over."""
    if known:
        lemmas.read_forms(known / _FORMS)
    folder.mkdir(parents=True, exist_ok=True)
    numbers: dict[str, int] = {}
    term_column: list[int] = []
    position_column: list[int] = []
    weight_column: list[float] = []
    forms: set[str] = set()
    lengths = np.zeros(len(passages), np.float64)
    for position, passage in enumerate(passages):
        counts: Counter[str] = Counter()
        forms.update(lemmas.words(passage))
        for found in lemmas.text_terms(passage):
            lengths[position] += 1
            for term, weight in found:
                counts[term] += weight  # type: ignore[assignment]  # a Counter of weights
        for term, weight in counts.items():
            term_column.append(numbers.setdefault(term, len(numbers)))
            position_column.append(position)
            weight_column.append(weight)
    arrays = _postings(
        np.array(term_column, np.int64), np.array(position_column, np.int32), np.array(weight_column), lengths
    )
    for name, array in zip((_STARTS, _POSITIONS, _SCORES), arrays, strict=True):
        np.save(folder / name, np.asarray(array), allow_pickle=False)
    meta = {"passages": len(passages), "terms": list(numbers)}
    (folder / _TERMS).write_text(json.dumps(meta, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    lemmas.save_forms(folder / _FORMS, forms)


def open_keyword(folder: Path) -> KeywordIndex:
    """Open the index in `folder`.

    Raises:
        BrokenIndexError: a file is missing or damaged.
    """
    return KeywordIndex(folder)


def _postings(
    terms: npt.NDArray[np.int64],
    positions: npt.NDArray[np.int32],
    weights: npt.NDArray[np.float64],
    lengths: npt.NDArray[np.float64],
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int32], npt.NDArray[np.float32]]:
    """Columns (entries,) → starts (terms + 1,), positions and BM25 contributions (entries,), grouped by term."""
    count = int(terms.max()) + 1 if len(terms) else 0
    order = np.argsort(terms, kind="stable")
    frequencies = np.bincount(terms, minlength=count)
    starts = np.concatenate([[0], np.cumsum(frequencies)]).astype(np.int64)
    rarity = np.array([_idf(len(lengths), int(frequency)) for frequency in frequencies])
    mean = lengths.mean() if len(lengths) else 1.0
    room = _SATURATION * (1 - _LENGTH + _LENGTH * lengths[positions] / max(mean, 1.0))
    scores: npt.NDArray[Any] = rarity[terms] * weights / (weights + room) if len(terms) else weights
    return starts, positions[order], scores[order].astype(np.float32)


def _query_terms(query: str) -> dict[str, lemmas.Terms]:
    forms = lemmas.words(query)
    found = dict(zip(forms, lemmas.text_terms(query), strict=False))
    for extra in lemmas.text_terms(query)[len(forms) :]:
        found[extra[0][0]] = extra
    return found


def _idf(passages: int, containing: int) -> float:
    return math.log(1 + (passages - containing + 0.5) / (containing + 0.5))
