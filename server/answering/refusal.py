"""Whether what was found answers the question at all, and if not, why. Knows nothing of how it was found.

Signals are combined by a logistic function whose weights were fitted on questions asked once with and once without the
document that answers them (`eval/bench/refusals.py` prints the curve). Two signs decide alone: a year that the passage
and its document do not have, and a name that the passage, its headings and its document do not have.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from server.answering.answer import Language
from server.answering.evidence import Piece, is_fragment
from server.answering.kinds import Wanted
from server.answering.matching import Word, found_in, tokens, with_synonyms, words_for

Why = Literal["wrong_year", "unknown_words", "no_number", "no_date", "no_name", "no_match"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`sure` is the probability that the piece answers; `why` says what is missing where it is refused."""

    answered: bool
    sure: float
    why: Why | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """Weights of the logistic function and the least probability that is answered.

    `likeness` weighs the cosine of piece and question from .8 on, in tenths, `found` the score of its passage, `ahead`
    by how much the best piece's score is above the second one's (5 at most); `absent` the share of the question's words
    that neither the piece nor what stands above it has. `usual` is the cosine that is taken where none is known.
    """

    bias: float
    context: float
    typed: float
    likeness: float
    found: float
    ahead: float
    absent: float
    usual: float
    least: float


# Fitted on questions about programme documents and half A of TyDi-fi, with and without the document that answers.
SAME_LANGUAGE = Curve(
    bias=-3.8, context=2.7, typed=-0.4, likeness=1.75, found=0.85, ahead=0.76, absent=-2.05, usual=0.86, least=0.5
)
ACROSS = Curve(
    bias=-2.4, context=1.3, typed=1.4, likeness=1.25, found=0.2, ahead=1.3, absent=-2.5, usual=0.84, least=0.52
)

_NEEDED: dict[str, Why] = {"count": "no_number", "when": "no_date", "who": "no_name"}
_ANYONE = re.compile(
    r"(?:ihmi|henkilö|henkeä|kertaa?$|kpl|eri$|prosen|euro|vuot|kuukau|päivä|erilais|person|människ|procent|år$|månad|dag"
    r"|gånger|people|percent|per$|years?$|months?$|days?$|times$|different|olika|of$|av$|är$|are$|is$)"
)
_MONEY = re.compile(
    r"(?:euro|maks(?!uto)|kustan|hinta|hinna|raha|avustu|valtionavustu|budjet|määräraha|palkk|palka|vuokr|kost|pris|betal|peng"
    r"|bidrag|understöd|statsunderstöd|anslag|lön|hyra|cost|price|paid|pay|grant|fund|budget|salar|rent|money|spen[dt])"
)
_AMOUNT = re.compile(
    r"\d[\d\s.,]*\s?(?:€|M€|t€|euro|milj|mrd|miljoon|miljard|million|billion|kr\b|kron|EUR)|(?:€|EUR)\s?\d",
    re.IGNORECASE,
)
_CERTAIN = 0.5
_FURTHEST = 5.0
_NUMBERED = re.compile(
    r"(?:taulukko|kuvio|kuva|liite|luku|kohta|sivu|tabell|figur|bilaga|punkt|sida|table|figure|annex|chapter|page)\s*$",
    re.IGNORECASE,
)


def judge(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, language: Language) -> Judgement:
    """Return whether the best piece answers the question."""
    if not pieces:
        return Judgement(answered=False, sure=0.0, why="no_match")
    best = pieces[0]
    if years := _absent_years(best, words):
        return Judgement(answered=False, sure=0.0, why="wrong_year", missing=years)
    if unknown := _absent_names(best, words, language):
        return Judgement(answered=False, sure=0.0, why="unknown_words", missing=unknown)
    if attribute := _absent_attribute(best, words, wanted, language):
        return Judgement(answered=False, sure=0.0, why="unknown_words", missing=attribute)
    if _says_nothing(best, words):
        return Judgement(answered=False, sure=0.0, why="no_match")
    curve = curve_of(best, language)
    sure = probability(pieces, curve, len(words))
    if sure >= curve.least:
        if best.signals.typed < 0.5 and wanted.kind in _NEEDED:
            return Judgement(answered=False, sure=sure, why=_NEEDED[wanted.kind])
        if wanted.kind == "count" and _of_money(words) and not _AMOUNT.search(best.text):
            return Judgement(answered=False, sure=sure, why="no_number")
        if wanted.noun and not _counts(best, wanted.noun, language):
            return Judgement(answered=False, sure=sure, why="no_number")
        return Judgement(answered=True, sure=sure)
    return Judgement(answered=False, sure=sure, why="no_match", missing=tuple(word.text for word in best.missing))


def _of_money(words: Sequence[Word]) -> bool:
    """Return whether one of the words says that an amount of money is asked for."""
    return any(_MONEY.match(word.text.lower()) for word in words)


def curve_of(piece: Piece, language: Language) -> Curve:
    """Return the curve for a question in `language` about the piece's document, which is Finnish unless it says."""
    return SAME_LANGUAGE if language == (piece.passage.document.language or "fi") else ACROSS


def probability(pieces: Sequence[Piece], curve: Curve, count: int) -> float:
    """Return how sure it is that the best piece answers a question of `count` content words, 0 to 1."""
    best = pieces[0]
    signals = best.signals
    cosine = curve.usual if best.likeness is None else best.likeness
    total = (
        curve.bias
        + curve.context * signals.context
        + curve.typed * signals.typed
        + curve.likeness * (cosine - 0.8) * 10
        + curve.found * best.passage.hit.score
        + curve.ahead * _ahead(pieces)
        + curve.absent * len(best.missing) / max(1, count)
    )
    return 1 / (1 + math.exp(-total))


def _ahead(pieces: Sequence[Piece]) -> float:
    """Return by how much the best piece is ahead of the second; 1, the usual, where none was looked at again."""
    if len(pieces) < 2 or pieces[0].look is None:
        return 1.0
    return min(_FURTHEST, pieces[0].score - pieces[1].score)


def certain(piece: Piece, wanted: Wanted) -> bool:
    """Return whether the piece's span may stand alone as the answer: it stands in a sentence, near what is asked.

    A number must have what it counts beside it; cells, headers and numbers of tables and lists never stand alone.
    """
    if piece.span is None or is_fragment(piece.text):
        return False
    before = piece.text[: piece.span.start]
    if _NUMBERED.search(before):
        return False
    if wanted.kind == "count" and wanted.noun:
        return piece.span.score >= 1.0
    return piece.span.score >= _CERTAIN


def _absent_attribute(piece: Piece, words: Sequence[Word], wanted: Wanted, language: Language) -> tuple[str, ...]:
    """Return what the question asks for ("the X of Y") where neither the piece nor what stands above it says X."""
    if wanted.kind in ("list", "status", "yes_no"):
        return ()
    asked = next((word for word in words if word.attribute), None)
    if asked is None:
        return ()
    known = with_synonyms(asked.text, language)
    # An attribute that the word list does not have cannot be borne out across languages but by its own name.
    written = piece.passage.document.language or "fi"
    near = frozenset(tokens(piece.text)) | frozenset(tokens(piece.passage.heading))
    return () if found_in(words_for((known,), written)[0], near) >= 0.6 else (asked.text,)


def _says_nothing(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether a heading only repeats the question: no number, and all its words but one are the question's."""
    if piece.unit.kind != "heading" or piece.span:
        return False
    own = [token for token in tokens(piece.text) if len(token) > 2 or token.isdigit()]
    new = [token for token in own if not any(found_in(word, (token,)) >= 0.6 for word in words)]
    return len(new) <= 1 and not any(token[0].isdigit() for token in new)


def _counts(piece: Piece, noun: str, language: Language) -> bool:
    """Return whether the piece has the counted thing; people, times and units are often left unsaid."""
    lowered = noun.lower()
    if _ANYONE.match(lowered) or (language == "fi" and lowered[-1] not in "aä"):
        return True
    written = piece.passage.document.language or "fi"
    if language == written:
        word = Word(noun, (lowered,), name=False, number=False)
    else:
        word = words_for((with_synonyms(noun, language),), written)[0]
        if len(word.stems) == 1:
            return True  # A word that the word list does not have may stand there in another form.
    near = frozenset(tokens(piece.text)) | frozenset(tokens(piece.passage.heading))
    return found_in(word, near) >= 0.6


def _surroundings(piece: Piece) -> frozenset[str]:
    """Return the tokens of a piece's passage, headings, document title, period and programme."""
    document = piece.passage.document
    texts = (
        piece.passage.hit.chunk.text,
        piece.passage.heading,
        document.period or "",
        str(document.date.year) if document.date else "",
    )
    return frozenset(token for text in texts for token in tokens(text))


def _absent_years(piece: Piece, words: Sequence[Word]) -> tuple[str, ...]:
    """Return the years of the question that neither the passage nor its headings and document have."""
    years = [year for word in words if word.number for year in _years_of(word.text) if year[:2] in ("19", "20")]
    if not years:
        return ()
    around = _surroundings(piece)
    present = {int(t) for token in around for t in _years_of(token)}
    spans = [pair for token in around if (pair := _range_of(token))]
    return tuple(
        year
        for year in years
        if int(year) not in present and not any(first <= int(year) <= last for first, last in spans)
    )


def _years_of(token: str) -> list[str]:
    parts = [token]
    for mark in "–-/.:,":
        parts = [piece for part in parts for piece in part.split(mark)]
    return [part for part in parts if len(part) == 4 and part.isdigit()]


def _range_of(token: str) -> tuple[int, int] | None:
    years = _years_of(token)
    return (
        (int(years[0]), int(years[1]))
        if len(years) == 2 and int(years[0]) < int(years[1]) < int(years[0]) + 30
        else None
    )


def _absent_names(piece: Piece, words: Sequence[Word], language: Language) -> tuple[str, ...]:
    """Return the names of the question that neither the passage nor its headings and document have."""
    names = [word for word in words if word.name]
    if language != (piece.passage.document.language or "fi"):
        # A foreign question's capitals may be of things that the document writes small or otherwise: known names count,
        # abbreviations, and what the word list does not know.
        names = [word for word in names if word.listed or (word.text.isupper() and len(word.text) > 1)]
    if not names:
        return ()
    around = _surroundings(piece)
    return tuple(word.text for word in names if found_in(word, around) < 0.6)
