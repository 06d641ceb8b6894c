"""Search that weighs meaning (vectors) and words (BM25) by what the question's words tell, and looks at the best twice.

A passage's score is its cosine, plus the share of the question's evidence that its words hold, plus, for the best of
those, how near its tokens come to the question's. Words that the corpus lacks count as evidence not held: a question in
another language, whose words are mostly unknown here, leaves the choice to meaning, but for its names and numbers.
Knows nothing of files beyond a generation's folder, and nothing of answers.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index import folder, lemmas
from index.encoder import Encoder
from index.hit import Hit
from index.keyword import KeywordIndex, Matches, open_keyword, top
from index.late import LateIndex, expand, open_late, rotate
from index.reader import Reader, Weighed, open_reader
from index.vectors import VectorIndex, open_vectors
from ingest.chunk import Chunk

LATE = "late"
"""Folder of the compressed token vectors within a generation."""

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """How a passage's score is put together; `candidates` a side are fused, the `second_look` best looked at again.

    `words` and `tokens` are the best of the grid that `python -m eval.bench.weights` tries on half A of TyDi-fi and
    SQuAD-fi; `words_alone`, where no second look rights what words get wrong, is the one that is nowhere worse there
    than meaning or words alone. `eval.bench.retrieval` reports both halves.
    """

    words: float = 0.3
    tokens: float = 1.0
    words_alone: float = 0.12
    candidates: int = 100
    second_look: int = 30


@dataclass(frozen=True, slots=True)
class TokenLook:
    """A passage token by token: how near each comes to the question, and what a reader weighs, None without one.

    `cosines` are float32 (question's tokens, passage's); `spans` each token's place in the chunk's text, int64
    (tokens, 2), below 0 for those of the chunk's context.
    """

    cosines: npt.NDArray[np.float32]
    spans: npt.NDArray[np.int64]
    weighed: Weighed | None


class Searcher:
    """Search over one generation; safe to share between threads. Without `late` there is no second look."""

    def __init__(  # noqa: PLR0913, PLR0917  # the parts of a generation
        self,
        chunks: Sequence[Chunk],
        encoder: Encoder,
        keyword: KeywordIndex,
        vectors: VectorIndex,
        late: LateIndex | None = None,
        reader: Reader | None = None,
        weights: Weights | None = None,
    ) -> None:
        self._chunks = chunks
        self._encoder = encoder
        self._keyword = keyword
        self._vectors = vectors
        self._late = late
        self._reader = reader
        self._weights = weights or Weights()
        self._by_id: dict[str, int] | None = None

    @property
    def encoder(self) -> Encoder:
        """What the questions and passages are encoded with."""
        return self._encoder

    def near_forms(self, word: str, slips: int) -> tuple[str, ...]:
        """The word forms of the corpus nearest to `word`, as `KeywordIndex.near_forms` has them."""
        return self._keyword.near_forms(word, slips)

    def search(
        self, query: str, limit: int, allowed: Collection[int] | None = None, gloss: str = ""
    ) -> tuple[Hit, ...]:
        """Up to `limit` hits, best first; `allowed` are positions of chunks, None allows all.

        `gloss` has the query's words by their beginnings in the corpus's language, alternatives parted by "|": words
        are looked up by it too, meaning by the query.
        """
        return tuple(
            Hit(rank, score, self._chunks[position])
            for rank, (position, score) in enumerate(self.ranked(query, limit, allowed, gloss), start=1)
        )

    def looks(self, query: str, chunks: Sequence[Chunk]) -> list[TokenLook | None]:
        """A look at each chunk's passage token by token; None where no token vectors are kept.

        The question's vectors are those of the search just made; nothing else is encoded.
        """
        if self._late is None:
            return [None] * len(chunks)
        question = rotate(self._encoder.token_vectors(query)[1])
        if not len(question):
            return [None] * len(chunks)
        known = [self._late.tokens(self._positions()[chunk.id]) for chunk in chunks]
        passages = [expand(codes, question.shape[1]) for codes, _ in known]
        weighed = self._reader.weigh(question, passages) if self._reader else [None] * len(chunks)
        return [
            TokenLook(question @ passage.T, places - (len(chunk.passage) - len(chunk.text)), each)
            for chunk, passage, (_, places), each in zip(chunks, passages, known, weighed, strict=True)
        ]

    def _positions(self) -> dict[str, int]:
        if self._by_id is None:
            self._by_id = {chunk.id: position for position, chunk in enumerate(self._chunks)}
        return self._by_id

    def ranked(
        self, query: str, limit: int, allowed: Collection[int] | None = None, gloss: str = ""
    ) -> list[tuple[int, float]]:
        """Up to `limit` (position, score), best first, ties by position."""
        if limit < 1 or not query.strip():
            return []
        weights = self._weights
        count = max(weights.candidates, limit)
        vector, tokens = self._encoder.token_vectors(query)
        matches = self._keyword.matches(query)
        found = {position for position, _ in self._vectors.search(vector, count, allowed)}
        found.update(position for position, _ in top(matches.scores, count, allowed))
        held = evidence(matches)
        if gloss:
            matches = self._keyword.matches_of_beginnings([word.split("|") for word in gloss.split()])
            found.update(position for position, _ in top(matches.scores, count, allowed))
            held = np.maximum(held, evidence(matches))
        positions = np.array(sorted(found), np.int64)
        share = weights.words if self._late else weights.words_alone
        scores = self._vectors.scores(vector, positions) + share * held[positions]
        if self._late:
            positions, scores = _best(positions, scores, max(weights.second_look, limit))
            # Back in order of position, in which the file is read and ties are broken.
            order = np.argsort(positions)
            positions, scores = positions[order], scores[order]
            scores = scores + weights.tokens * self._late.scores(tokens, positions)
        return [(int(p), float(s)) for p, s in zip(*_best(positions, scores, limit), strict=True)]


def evidence(matches: Matches) -> Scores:
    """BM25 of each passage as a share, 0 to 1, of what the question's words could give, words unknown here included."""
    possible = sum(word.weight for word in matches.words)
    return matches.scores / np.float32(possible or 1)


def open_searcher(chunks: Sequence[Chunk], encoder: Encoder, generation: Path) -> Searcher:
    """Open the indexes in a generation's folder; the second look only where token vectors were kept.

    Loads all that the first question would otherwise wait for.

    Raises:
        BrokenIndexError: a file is missing or damaged.
    """
    lemmas.load()
    late = open_late(generation / LATE) if (generation / LATE).is_dir() else None
    return Searcher(
        chunks,
        encoder,
        open_keyword(generation / folder.KEYWORD),
        open_vectors(generation / folder.VECTORS),
        late,
        open_reader(encoder.name) if late else None,
    )


def _best(positions: npt.NDArray[np.int64], scores: Scores, limit: int) -> tuple[npt.NDArray[np.int64], Scores]:
    best = np.argsort(-scores, kind="stable")[:limit]
    return positions[best], scores[best]
