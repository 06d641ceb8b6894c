"""An encoder that takes no time, for what is measured or tested apart from the quality of search: it counts letters."""

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.encoder import TokenSink, Vectors


class LetterEncoder:
    """Vectors of 32 counts by letter, L2-normalised; words are its tokens. `asked` remembers the passages."""

    name = "letters"
    precision = "float32"
    dimension = 32

    def __init__(self) -> None:
        self.asked: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """See `Encoder`."""
        return np.stack([self._vector(text) for text in texts])

    def encode_passages(self, texts: Sequence[str], tokens: TokenSink | None = None) -> Vectors:
        """See `Encoder`."""
        self.asked += texts
        for position, text in enumerate(texts):
            if tokens:
                tokens(position, self.token_vectors(text)[1])
        return self.encode_queries(texts)

    def token_vectors(self, text: str) -> tuple[Vectors, Vectors]:
        """See `Encoder`."""
        return self._vector(text), np.stack([self._vector(word) for word in text.split() or [text]])

    def count_tokens(self, text: str) -> int:
        """See `Encoder`."""
        return len(text.split())

    def token_spans(self, text: str) -> npt.NDArray[np.int64]:
        """See `Encoder`."""
        return np.array([match.span() for match in re.finditer(r"\S+", text)] or [(0, len(text))], np.int64)

    def _vector(self, text: str) -> Vectors:
        counts = np.full(self.dimension, 0.01, np.float32)
        for letter in text.casefold():
            counts[ord(letter) % self.dimension] += 1
        vector: Vectors = counts / np.linalg.norm(counts)
        return vector
