"""A second look at the best passages: each of a question's tokens against the passage's nearest token.

This late interaction is ColBERT's sum of best matches (Khattab and Zaharia 2020), over token vectors of the encoder
that embeds the passages, from the same pass, kept in two bits a dimension and four bytes for the token's place in its
passage: d / 4 + 4 bytes a token in a memory-mapped file, so 100 bytes of multilingual-e5-small, about 15 KB a passage
of 150 tokens. Knows nothing of words, nor of what chooses the candidates.
"""

import struct
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.encoder import Encoder
from index.errors import BrokenIndexError

Vectors = npt.NDArray[np.float32]
Codes = npt.NDArray[np.uint8]
Places = npt.NDArray[np.int64]

LAYOUT = "vector, tokens in 2 bits with places, 5"
"""Names what `passage_records` makes; changes with it."""

_TOKENS = "tokens.npy"
_PLACE = 4
"""Bytes of a token's place: its first and end character in two bytes each, for passages end long before 65,535."""
_STARTS = "starts.npy"
# The levels and the threshold that lose least of a normally distributed value in two bits (Max 1960), in deviations.
_LEVELS = (-1.51, -0.4528, 0.4528, 1.51)
_THRESHOLD = 0.9816


def compress(tokens: Vectors) -> Codes:
    """Token vectors, float32 (n, d) of length 1 and centred → uint8 (n, d / 4 rounded up), four dimensions a byte."""
    scaled = rotate(tokens) * np.float32(np.sqrt(tokens.shape[1]))
    levels = (scaled > -_THRESHOLD).astype(np.uint8) + (scaled > 0) + (scaled > _THRESHOLD)
    width = -(-levels.shape[1] // 4)
    padded = np.zeros((len(levels), width * 4), np.uint8)
    padded[:, : levels.shape[1]] = levels
    quads = padded.reshape(len(levels), width, 4)
    codes: Codes = quads[:, :, 0] | quads[:, :, 1] << 2 | quads[:, :, 2] << 4 | quads[:, :, 3] << 6
    return codes


def expand(codes: Codes, dimension: int) -> Vectors:
    """What `compress` kept of the rotated vectors, float32 (n, dimension), of length about 1."""
    # A byte's four values are looked up as one number of their size: 20 times as fast as rows of a table.
    values: Vectors = _table(dimension).view(np.complex128).ravel().take(codes).view(np.float32)
    return values[:, :dimension]


def kept_tokens(tokens: Vectors, places: Places) -> Codes:
    """What a file keeps of a passage's tokens, uint8 (n, d / 4 rounded up + 4): `compress`, and where each stands.

    `places` are first and end characters, int64 (m, 2); tokens beyond m stand nowhere.
    """
    spans = np.zeros((len(tokens), 2), "<u2")
    known = min(len(tokens), len(places))
    spans[:known] = np.minimum(places[:known], np.iinfo("<u2").max)
    return np.hstack([compress(tokens), spans.view(np.uint8)])


def passage_records(encoder: Encoder, passages: Sequence[str]) -> list[bytes]:
    """All that is kept of each passage, as bytes for a cache: its vector and its compressed tokens, from one pass."""
    codes: list[bytes] = [b""] * len(passages)

    def keep(position: int, tokens: Vectors) -> None:
        codes[position] = kept_tokens(tokens, encoder.token_spans(passages[position])).tobytes()

    vectors = encoder.encode_passages(passages, tokens=keep)
    head = struct.pack("<I", encoder.dimension)
    return [head + vector.astype("<f4").tobytes() + code for vector, code in zip(vectors, codes, strict=True)]


def split_records(records: Sequence[bytes]) -> tuple[Vectors, list[Codes]]:
    """Records of `passage_records` → vectors, float32 (n, d), and each passage's tokens as `kept_tokens` gives them."""
    if not records:
        return np.zeros((0, 0), np.float32), []
    (dimension,) = struct.unpack_from("<I", records[0])
    body = 4 + 4 * dimension
    vectors = np.stack([np.frombuffer(record, "<f4", dimension, 4) for record in records]).astype(np.float32)
    width = -(-dimension // 4) + _PLACE
    return vectors, [np.frombuffer(record, np.uint8, offset=body).reshape(-1, width) for record in records]


def build_late(codes: Sequence[Codes], folder: Path) -> None:
    """Write the passages' tokens as `kept_tokens` gives them, in the order of the chunks."""
    folder.mkdir(parents=True, exist_ok=True)
    starts = np.concatenate([[0], np.cumsum([len(code) for code in codes], dtype=np.int64)]).astype(np.int64)
    joined = np.concatenate(codes) if len(codes) else np.zeros((0, _PLACE), np.uint8)
    np.save(folder / _STARTS, starts, allow_pickle=False)
    np.save(folder / _TOKENS, joined, allow_pickle=False)


class LateIndex:
    """An opened file of compressed token vectors; safe to read from several threads."""

    def __init__(self, folder: Path) -> None:
        try:
            self._starts = np.load(folder / _STARTS, allow_pickle=False)
            self._tokens = np.load(folder / _TOKENS, mmap_mode="r", allow_pickle=False)
        except (OSError, ValueError) as exc:
            message = f"the token vectors {folder} cannot be read: {exc}; run ingest again"
            raise BrokenIndexError(message) from exc

    def scores(self, question: Vectors, positions: npt.NDArray[np.int64]) -> Vectors:
        """Mean over the question's tokens of the best cosine in each passage, float32 (positions,).

        `question` is float32 (tokens, d) as the encoder gives it; a passage without tokens scores 0.
        """
        scores = np.zeros(len(positions), np.float32)
        spans = [(int(self._starts[position]), int(self._starts[position + 1])) for position in positions]
        filled = [index for index, (start, end) in enumerate(spans) if end > start]
        if not filled or not len(question):
            return scores
        codes = np.concatenate([self._tokens[slice(*spans[index])] for index in filled])[:, :-_PLACE]
        cosines = rotate(question) @ expand(codes, question.shape[1]).T
        firsts = np.cumsum([0, *(spans[index][1] - spans[index][0] for index in filled[:-1])])
        scores[filled] = np.maximum.reduceat(cosines, firsts, axis=1).mean(axis=0)
        return scores

    def tokens(self, position: int) -> tuple[Codes, Places]:
        """A passage's tokens, uint8 (tokens, d / 4 rounded up), and where they stand, int64 (tokens, 2).

        Places are first and end characters; tokens that stand nowhere have 0 and 0.
        """
        rows = self._tokens[int(self._starts[position]) : int(self._starts[position + 1])]
        return rows[:, :-_PLACE], np.ascontiguousarray(rows[:, -_PLACE:]).view("<u2").astype(np.int64)


def open_late(folder: Path) -> LateIndex:
    """Open the token vectors in `folder`.

    Raises:
        BrokenIndexError: a file is missing or damaged.
    """
    return LateIndex(folder)


def rotate(tokens: Vectors) -> Vectors:
    """Spread each vector over all dimensions, so that none is cut off by the outermost level; angles stay.

    What `expand` gives is rotated, so that a question's vectors must be, too, to be compared with it.
    """
    return tokens @ _rotation(tokens.shape[1])


@cache
def _rotation(dimension: int) -> Vectors:
    """A fixed orthogonal matrix: the discrete cosine transform after random changes of sign."""
    steps = np.arange(dimension)
    cosines = np.cos(np.pi * (steps[:, None] + 0.5) * steps[None, :] / dimension) * np.sqrt(2 / dimension)
    cosines[:, 0] *= np.sqrt(0.5)
    signs = np.random.default_rng(0).integers(0, 2, dimension) * 2 - 1
    rotation: Vectors = (signs[:, None] * cosines).astype(np.float32)
    return rotation


@cache
def _table(dimension: int) -> Vectors:
    """Each byte's four values."""
    levels = np.array(_LEVELS, np.float32) / np.float32(np.sqrt(dimension))
    table: Vectors = levels[np.arange(256)[:, None] >> np.array([0, 2, 4, 6]) & 3]
    return table
