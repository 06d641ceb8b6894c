"""Sentences that say what a question asks in its own words: "Whom does the treaty bind?", "The treaty binds all …".

All words of the question but its first stand there as it has them, close together, and more is said. Knows nothing of
search.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.text.extract import PRONOUN
from server.answering.text.units import readable
from server.answering.words.kinds import WHO_MAY, Wanted
from server.answering.words.matching import Word, found_in, tokens

_LONG, _FEWEST = 4, 2
"""Letters of a word that says something, and how many of them a question must have."""
_BETWEEN = 2
"""Further words that may stand between those of the question."""
_CLAUSE = re.compile(r"[,;:()]|\s[–—-]\s")
_TYPED = ("when", "count", "why")
_SAME = 0.8


def restates(piece: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a sentence has the question's own words and says more; what is wanted by its kind must be there.

    What it is asked of may stand in the sentence before, where it begins with a pronoun for that.
    """
    asked = tokens(question)[1:]
    if piece.unit.kind not in ("sentence", "bullet") or sum(len(token) >= _LONG for token in asked) < _FEWEST:
        return False
    if wanted.kind == "yes_no" or WHO_MAY.match(question):
        return False
    if wanted.kind in _TYPED and piece.signals.typed < 1.0:
        return False
    if PRONOUN.match(piece.text):
        asked = _unsaid_before(piece, asked)
    together = any(_close(tokens(clause), asked) for clause in _CLAUSE.split(piece.text))
    return together and len(tokens(piece.text)) > len(asked) + 1


def _close(told: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Return whether all of `asked` stand in `told`, and few others between them."""
    at = [position for position, token in enumerate(told) if token in asked]
    return {told[position] for position in at} == set(asked) and at[-1] - at[0] < len(asked) + _BETWEEN


def _unsaid_before(piece: Piece, asked: tuple[str, ...]) -> tuple[str, ...]:
    """Return the tokens of a question that the sentence right before a piece has not, a long one of it having been."""
    before = next((unit for unit in reversed(piece.passage.units) if unit.end <= piece.unit.start), None)
    if before is None or before.kind != "sentence" or before.paragraph != piece.unit.paragraph:
        return asked
    there = tokens(readable(piece.passage.page.text[before.start : before.end]))
    left = tuple(t for t in asked if found_in(Word(t, (t,), name=False, number=False), there) < _SAME)
    return left if any(len(token) >= _LONG for token in left) else asked
