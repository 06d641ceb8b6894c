"""The shortest part of a sentence that answers, as it stands first in an answer. Knows nothing of retrieval."""

import re
from collections.abc import Sequence

from server.answering.answer import CitedSpan, Language
from server.answering.text import refusal
from server.answering.text.evidence import Piece
from server.answering.text.fitting_pieces import LIMIT, asks_limit
from server.answering.text.spans import STRETCH, WHEN
from server.answering.words.dates import in_language
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, each_found, tokens, words_for

_TOLD = 0.4
_HELD = 0.8
_RIGHT_BEFORE = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_SEASON = re.compile(r"\b(?:spring|summer|autumn|fall|winter|våren|sommaren|hösten|vintern)\s$", re.IGNORECASE)
_NEAR = 14
_STEM = 4
_HOW_MANY = re.compile(r"\b(?:montako|kuinka mon\w+|hur många|how many)\b", re.IGNORECASE)
_MONEY = re.compile(r"€|\beuro|\beur\b|\bkron|\bkr\b", re.IGNORECASE)
_SHARE = re.compile(r"%|prosent|procent|per ?cent|\bosuu|\bosa\b|\bandel|\bshare\b", re.IGNORECASE)
_STRUNG = re.compile(r"\b([A-ZÅÄÖ][a-zåäö-]+)(?: [a-zåäö]+)? (?:ja|sekä|och|samt|and) ([A-ZÅÄÖ][a-zåäö-]+)")
"""Two names of which something is said together."""


def value_span(piece: Piece) -> CitedSpan | None:
    """Return where the shortest answer stands on the page, or None where it cannot be found again there."""
    if not piece.span:
        return None
    value = piece.text[piece.span.start : piece.span.end]
    pattern = r"\s*".join(re.escape(part) for part in value.split())
    match = re.compile(pattern).search(piece.passage.page.text, piece.unit.start, piece.unit.end)
    return CitedSpan("value", match.start(), match.end()) if match else None


def value_of(piece: Piece, wanted: Wanted, language: Language, question: str, words: Sequence[Word]) -> str | None:
    """Return the shortest answer in the question's language, to stand first where the sentence is long or foreign."""
    if not piece.span or wanted.kind not in ("when", "count", "who", "where") or not refusal.certain(piece, wanted):
        return None
    if piece.signals.coverage < _TOLD:
        return None  # A sentence with few of the question's words may tell of something else.
    if wanted.kind in ("who", "where") and (language != "fi" or piece.span.end <= 180):
        return None
    value = piece.text[piece.span.start : piece.span.end].strip()
    other = _YEAR.match(value) or of_another_kind(value, question) or is_of_several(piece.text, question)
    if wanted.kind == "count" and other:
        return None  # A number of things is told with them, and a year is no number of any.
    if wanted.kind == "when" and not _alone_near(piece, words):
        return None
    if season := _SEASON.search(piece.text, 0, piece.span.start):
        value = season.group() + value
    if asks_limit(question) and not LIMIT.search(piece.text[piece.span.start : piece.span.end + _NEAR]):
        return None  # The end is asked for, and this may be the beginning.
    if asks_limit(question):
        value = STRETCH.split(value)[-1]
    if language == "fi":
        return _capital(value) if piece.span.end > 180 else None
    said = in_language(value, language)
    return _capital(said) if said else None


def of_another_kind(value: str, question: str) -> bool:
    """Whether a value is a sum where a number of things is asked for, or no share where one is."""
    things = _HOW_MANY.search(question) is not None and _MONEY.search(question) is None
    return bool(things and _MONEY.search(value)) or bool(_SHARE.search(question) and not _SHARE.search(value))


def is_of_several(text: str, question: str) -> bool:
    """Whether a sentence tells one number of a name of the question and others that are strung together with it."""
    joined = {name for pair in _STRUNG.finditer(text) for name in pair.groups()}
    here = {name for name in joined if name[:_STEM] in question}
    return bool(here) and here != joined


def _alone_near(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether the date found is the only one, or the only one with a question's word right before it.

    Of "opens on 7 April and closes on 16 May" only the sentence tells which is asked for where that is not plain.
    """
    if piece.span is None or piece.numbers < 2:
        return True
    known = words_for(words, piece.passage.document.language)
    asked: list[bool] = []
    last = 0
    for date in WHEN.finditer(piece.text):
        before = tokens(piece.text[last : date.start()])[-_RIGHT_BEFORE:]
        if any(surely >= _HELD for surely in each_found(known, before)):
            asked.append(date.start() <= piece.span.start < date.end())
        last = date.end()
    return asked == [True]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
