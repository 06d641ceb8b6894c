"""Search that weighs meaning (vectors) and words (BM25) by what the question's words tell.

The fused score of a passage is its cosine plus a share of the question's evidence that its words hold. Knows nothing of
files beyond a generation's folder, and nothing of answers.
"""

from collections.abc import Collection, Sequence
from pathlib import Path

import numpy as np

from index import folder
from index.encoder import Encoder
from index.hit import Hit
from index.keyword import KeywordIndex, Matches, open_keyword, top
from index.vectors import VectorIndex, open_vectors
from ingest.chunk import Chunk

_CANDIDATES = 100
_WORDS_WEIGHT = 0.15


class Searcher:
    """Search over one generation; safe to share between threads."""

    def __init__(self, chunks: Sequence[Chunk], encoder: Encoder, keyword: KeywordIndex, vectors: VectorIndex) -> None:
        self._chunks = chunks
        self._encoder = encoder
        self._keyword = keyword
        self._vectors = vectors

    def search(self, query: str, limit: int, allowed: Collection[int] | None = None) -> tuple[Hit, ...]:
        """Up to `limit` hits, best first; `allowed` are positions of chunks, None allows all."""
        return tuple(
            Hit(rank, score, self._chunks[position])
            for rank, (position, score) in enumerate(self.ranked(query, limit, allowed), start=1)
        )

    def ranked(self, query: str, limit: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Up to `limit` (position, fused score), best first."""
        if limit < 1 or not query.strip():
            return []
        count = max(_CANDIDATES, limit)
        vector, _ = self._encoder.token_vectors(query)
        matches = self._keyword.matches(query)
        near = self._vectors.search(vector, count, allowed)
        worded = top(matches.scores, count, allowed)
        positions = np.array(
            sorted({position for position, _ in near} | {position for position, _ in worded}), np.int64
        )
        fused = self._vectors.scores(vector, positions) + _WORDS_WEIGHT * evidence(matches)[positions]
        best = np.argsort(-fused, kind="stable")[:limit]
        return [(int(positions[i]), float(fused[i])) for i in best]


def evidence(matches: Matches) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    """BM25 of each passage as a share, 0 to 1, of what the question's words could give, words unknown here included."""
    possible = sum(word.weight for word in matches.words)
    return matches.scores / np.float32(possible or 1)


def open_searcher(chunks: Sequence[Chunk], encoder: Encoder, generation: Path) -> Searcher:
    """Open the indexes in a generation's folder.

    Raises:
        BrokenIndexError: a file is missing or damaged.
    """
    return Searcher(
        chunks, encoder, open_keyword(generation / folder.KEYWORD), open_vectors(generation / folder.VECTORS)
    )
