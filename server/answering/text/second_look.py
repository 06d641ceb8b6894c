"""A second look at the pieces that may answer, token by token: how near the question, and what a reader reads there.

The token vectors are those kept with each passage, so that nothing but the question is encoded. Weights were fitted on
half A of TyDi-fi and our own questions (`eval/bench/fit_reading.py`); `eval/bench/reading.py` reports both halves.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from index.hit import Hit
from index.hybrid import Searcher, TokenLook
from server.answering.text.evidence import Piece
from server.answering.text.look import Look
from server.answering.text.source import Source
from server.answering.words.kinds import Wanted

_ABOVE = 150
"""Characters before a piece that are read with it: what its pronouns speak of."""
_PASSAGES = 6

_DENIED = 1.5
"""What a piece loses that denies where the question does not: "cannot be used for" to "what can it be used for?"."""
_DENIAL = re.compile(r"\b(?:ei|eivät|emme|inte|not|cannot|no longer)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"^(?:\w+(?:ko|kö)|miksi|varför|why|är|har|kan|is|are|was|were|do|does|did|has|have|can|will)\b", re.IGNORECASE
)

_SHORTEST = 5

WEIGHTS = Look(
    context=2.41, lacking=-1.86, typed=1.73, near=1.55, first=0.3, opening=1.36, found=4.95, around=5.34, least=5.22,
    long=-1.39, read=0.35,
)  # fmt: skip
"""How much each speaks for a piece, in log odds: see `eval/bench/fit_reading.py`."""

_TYPED = ("when", "count", "who")
_OPENING = ("when", "where", "definition")


def looked_again(pieces: Sequence[Piece], question: str, wanted: Wanted, source: Source) -> list[Piece]:
    """Return the pieces of the best passages in the order of a second look, the others behind.

    Without kept token vectors the order stays.
    """
    searcher = searcher_of(source) if pieces else None
    if searcher is None:
        return list(pieces)
    looks = looks_of(question, {piece.passage.hit.chunk.id: piece.passage.hit for piece in pieces}, searcher)
    looked, rest = [], []
    for piece in pieces:
        known = looks.get(piece.passage.hit.chunk.id)
        if known is None or piece.unit.kind == "row":
            rest.append(piece)
            continue
        look = look_at(piece, known, wanted)
        score = score_of(look, WEIGHTS) - (_DENIED if denies(piece.text) and not denies(question) else 0.0)
        looked.append(replace(piece, score=score, look=look))
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


def looks_of(question: str, hits: Mapping[str, Hit], searcher: Searcher) -> dict[str, TokenLook]:
    """Return the looks at the best passages by chunk id."""
    best = [hit.chunk for hit in sorted(hits.values(), key=lambda hit: hit.rank)[:_PASSAGES]]
    found = zip(best, searcher.looks(question, best), strict=True)
    return {chunk.id: known for chunk, known in found if known is not None and known.cosines.size}


def look_at(piece: Piece, known: TokenLook, wanted: Wanted) -> Look:
    """Return what a second look at a piece sees."""
    signals = piece.signals
    chunk = piece.passage.hit.chunk
    start, end = piece.unit.start - chunk.start, piece.unit.end - chunk.start
    inside = (known.spans[:, 0] < end) & (known.spans[:, 1] > start)
    above = (known.spans[:, 0] < 0) | ((known.spans[:, 1] <= start) & (known.spans[:, 0] >= start - _ABOVE))
    around = least = read = 0.0
    if inside.any():
        best = known.cosines[:, inside].max(axis=1)
        around = float(known.cosines[:, inside | above].max(axis=1).mean())
        least = float(best.min())
        read = known.weighed.likely(inside, inside | above) if known.weighed else 0.0
    return Look(
        context=signals.context,
        lacking=signals.lacking,
        typed=signals.typed if wanted.kind in _TYPED else 0.0,
        near=piece.span.score if piece.span else 0.0,
        first=signals.first,
        opening=signals.first if wanted.kind in _OPENING else 0.0,
        found=piece.passage.hit.score,
        around=around,
        least=least,
        long=math.log(max(_SHORTEST, len(piece.text))) / 3,
        read=read,
    )


def denies(text: str) -> bool:
    """Return whether a text denies something; a question after yes or no, or after a reason, may be told either."""
    return bool(_DENIAL.search(text) or (text.endswith("?") and _OPEN.search(text)))


def score_of(look: Look, weights: Look) -> float:
    """Return the weighted sum of what was seen."""
    return float(sum(getattr(look, field.name) * getattr(weights, field.name) for field in fields(Look)))
