"""The shortest part of a sentence that answers, as it stands first in an answer. Knows nothing of retrieval."""

import re

from server.answering.answer import CitedSpan, Language
from server.answering.text import refusal
from server.answering.text.evidence import Piece
from server.answering.text.fitting_pieces import LIMIT, asks_limit
from server.answering.words.dates import in_language
from server.answering.words.kinds import Wanted

_TOLD = 0.4
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter|våren|sommaren|hösten|vintern)\s$", re.IGNORECASE)
_NEAR = 14


def value_span(piece: Piece) -> CitedSpan | None:
    """Return where the shortest answer stands on the page, or None where it cannot be found again there."""
    if not piece.span:
        return None
    value = piece.text[piece.span.start : piece.span.end]
    pattern = r"\s*".join(re.escape(part) for part in value.split())
    match = re.compile(pattern).search(piece.passage.page.text, piece.unit.start, piece.unit.end)
    return CitedSpan("value", match.start(), match.end()) if match else None


def value_of(piece: Piece, wanted: Wanted, language: Language, question: str) -> str | None:
    """Return the shortest answer in the question's language, to stand first where the sentence is long or foreign."""
    if not piece.span or wanted.kind not in ("when", "count", "who", "where") or not refusal.certain(piece, wanted):
        return None
    if piece.signals.coverage < _TOLD:
        return None  # A sentence with few of the question's words may tell of something else.
    if wanted.kind in ("who", "where") and (language != "fi" or piece.span.end <= 180):
        return None
    value = piece.text[piece.span.start : piece.span.end].strip()
    if wanted.kind == "count" and _YEAR.match(value):
        return None  # A number of things is told with them, and a year is no number of any.
    if season := _SEASON.search(piece.text, 0, piece.span.start):
        value = season.group() + value
    if asks_limit(question) and not LIMIT.search(piece.text[piece.span.start : piece.span.end + _NEAR]):
        return None  # The end is asked for, and this may be the beginning.
    if language == "fi":
        return _capital(value) if piece.span.end > 180 else None
    said = in_language(value, language)
    return _capital(said) if said else None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
