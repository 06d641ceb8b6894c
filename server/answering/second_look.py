"""A second look at the pieces that may answer: their own tokens against the question's. Knows nothing of wording.

The token vectors are those kept with each passage, so that nothing but the question is encoded. Weights were fitted on
half A of TyDi-fi, with `eval/bench/reading.py` reporting both halves.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from index.hit import Hit
from index.hybrid import Searcher, TokenCosines
from server.answering.evidence import Piece, Source
from server.answering.look import Look
from server.answering.matching import Word, each_found, tokens

_ABOVE = 150
"""Characters before a piece that are read with it: what its pronouns speak of."""
_PASSAGES = 6

_DENIED = 1.5
"""What a piece loses that denies where the question does not: "cannot be used for" to "what can it be used for?"."""
_DENIAL = re.compile(r"\b(?:ei|eivät|emme|inte|not|cannot|no longer)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"^(?:\w+(?:ko|kö)|miksi|varför|why|är|har|kan|is|are|was|were|do|does|did|has|have|can|will)\b", re.IGNORECASE
)

Places = npt.NDArray[np.int64]
Asked = npt.NDArray[np.bool_]


WEIGHTS = Look(
    context=1.9, typed=0.4, near=2.3, first=1.6, short=-2.9, found=14.4, around=10.0, weakest=12.0, attribute=6.0,
    absent=0.0, long=-0.8,
)  # fmt: skip


def looked_again(pieces: Sequence[Piece], question: str, words: Sequence[Word], source: Source) -> list[Piece]:
    """Return the pieces of the best passages in the order of a second look, the others behind; `likeness` is set.

    Without kept token vectors the order stays.
    """
    searcher = searcher_of(source)
    if searcher is None or not pieces:
        return list(pieces)
    cosines = cosines_of(question, {piece.passage.hit.chunk.id: piece.passage.hit for piece in pieces}, searcher)
    spans = searcher.encoder.token_spans(question)
    looked, rest = [], []
    for piece in pieces:
        known = cosines.get(piece.passage.hit.chunk.id)
        if known is None or piece.unit.kind == "row":
            rest.append(piece)
            continue
        look = look_at(piece, known, asked_tokens(piece, question, words, spans))
        score = score_of(look, WEIGHTS) - (_DENIED if denies(piece.text) and not denies(question) else 0.0)
        looked.append(replace(piece, score=score, likeness=likeness_of(look), look=look))
    if not looked:
        return list(pieces)
    looked.sort(key=lambda piece: -piece.score)
    # What was not looked at again stays behind, on the new scale.
    least = looked[-1].score
    first = max((piece.score for piece in rest), default=0.0)
    behind = [replace(piece, score=least - 1 - (first - piece.score)) for piece in rest]
    return [*looked, *sorted(behind, key=lambda piece: -piece.score)]


def searcher_of(source: Source) -> Searcher | None:
    """Return the searcher of an index that has one."""
    warm: Any = getattr(source, "warm", None)
    searcher = warm() if warm else None
    return searcher if isinstance(searcher, Searcher) else None


def cosines_of(question: str, hits: Mapping[str, Hit], searcher: Searcher) -> dict[str, TokenCosines]:
    """Return the cosines of the best passages by chunk id."""
    best = sorted(hits.values(), key=lambda hit: hit.rank)[:_PASSAGES]
    found = {hit.chunk.id: searcher.token_cosines(question, hit.chunk) for hit in best}
    return {key: known for key, known in found.items() if known is not None and known.cosines.size}


def asked_tokens(piece: Piece, question: str, words: Sequence[Word], spans: Places) -> Asked:
    """Return which of the question's tokens are of words that the piece's headings lack, bool (tokens,)."""
    heading = frozenset(tokens(piece.passage.heading))
    asked = np.zeros(len(spans), bool)
    for word, surely in zip(words, each_found(words, heading), strict=True):
        if surely < 0.6 and (start := question.find(word.text)) >= 0:
            asked |= (spans[:, 0] < start + len(word.text)) & (spans[:, 1] > start)
    return asked


def look_at(piece: Piece, known: TokenCosines, asked: Asked) -> Look:
    """Return what a second look at a piece sees."""
    signals = piece.signals
    chunk = piece.passage.hit.chunk
    start, end = piece.unit.start - chunk.start, piece.unit.end - chunk.start
    inside = (known.spans[:, 0] < end) & (known.spans[:, 1] > start)
    above = (known.spans[:, 0] < 0) | ((known.spans[:, 1] <= start) & (known.spans[:, 0] >= start - _ABOVE))
    around = weakest = attribute = 0.0
    if inside.any():
        nearest = known.cosines[:, inside].max(axis=1)
        around = float(known.cosines[:, inside | above].max(axis=1).mean())
        weakest = float(np.sort(nearest)[: max(1, len(nearest) // 3)].mean())
        asked = asked[: len(nearest)]
        attribute = float(nearest[asked].mean()) if asked.any() else float(nearest.mean())
    return Look(
        context=signals.context,
        typed=signals.typed,
        near=piece.span.score if piece.span else 0.0,
        first=signals.first,
        short=signals.short,
        found=piece.passage.hit.score,
        around=around,
        weakest=weakest,
        attribute=attribute,
        absent=float(len([word for word in piece.missing if word.name or word.number])),
        long=min(len(piece.text), 600) / 200,
    )


def denies(text: str) -> bool:
    """Return whether a text denies something; a question after yes or no, or after a reason, may be told either."""
    return bool(_DENIAL.search(text) or (text.endswith("?") and _OPEN.search(text)))


def score_of(look: Look, weights: Look) -> float:
    """Return the weighted sum of what was seen."""
    return float(sum(getattr(look, field.name) * getattr(weights, field.name) for field in fields(Look)))


def likeness_of(look: Look) -> float:
    """Return about the cosine of piece and question, were the piece encoded by itself: fitted on half A (r = .80)."""
    return 0.665 + 0.293 * look.weakest + 0.06 * look.attribute + 0.037 * look.found
