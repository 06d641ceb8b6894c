"""Whether what was found answers the question at all, and if not, why. Knows nothing of how it was found.

Signals are combined by a logistic function whose weights were fitted on questions asked once with and once without the
document that answers them (`eval/bench/refusals.py` prints the curve). Two signs decide alone: a year that the passage
and its document do not have, and a name that the passage, its headings and its document do not have.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Literal

from server.answering.answer import Language
from server.answering.text.causes import costs_nothing
from server.answering.text.contacts import lacks_contact, tells_contact
from server.answering.text.counting import counts
from server.answering.text.elsewhere import says_where_told
from server.answering.text.evidence import Piece, in_last_part
from server.answering.text.fitting_pieces import says_whether_still
from server.answering.text.fragments import is_caption, is_fragment
from server.answering.text.labelled import below_own_label, is_label_line
from server.answering.text.named import absent_names, spoken_of, surroundings
from server.answering.text.outright import echoes, says_outright
from server.answering.text.sizes import asks_how_often, lacks_bound, tells_how_often
from server.answering.text.sources import says_source
from server.answering.text.titles import listed_with_title
from server.answering.text.topics import of_topic
from server.answering.text.years import range_of, years_of
from server.answering.words.kinds import SHARE, Wanted
from server.answering.words.matching import Word, found_in, tokens, with_synonyms, words_for

Why = Literal["wrong_year", "unknown_words", "not_of", "no_number", "no_date", "no_name", "no_match"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """`sure` is the probability that the piece answers; `why` says what is missing where it is refused.

    Where it is "not_of", the documents speak of `missing`, but not of what is asked of it (`asked`, if that is known).
    `weighed` says that the curve decided, not a rule.
    """

    answered: bool
    sure: float
    why: Why | None = None
    missing: tuple[str, ...] = ()
    weighed: bool = False
    asked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for the best piece as an answer, or how much each of that weighs, in log odds.

    `found` is the score of its passage, `rank` the inverse of its rank; `ahead` is by how much the piece's score is
    above that of the next one that does not bear it out, `apart` above the best one of another document (5 at most);
    `missing` is the share of the question's words that neither the piece nor what stands above it has, `coverage` the
    share by weight that the piece itself has; `words` is how many content words the question has, of which more are
    surer evidence (8 at most, a quarter of it); `read` are the log odds of the piece answering, as a reader weighs its
    tokens, 0 without one.
    """

    found: float
    rank: float
    ahead: float
    apart: float
    missing: float
    coverage: float
    words: float
    read: float


@dataclass(frozen=True, slots=True)
class Curve:
    """The logistic function: what without grounds is so, their weights, and the least probability that is answered."""

    bias: float
    weights: Grounds
    least: float


# Fitted by `eval/bench/fit_refusals.py` on half A of TyDi-fi and SQuAD-fi and the `dev` half of our own questions.
SAME_LANGUAGE = Curve(
    bias=-5.94,
    weights=Grounds(
        found=1.14, rank=2.19, ahead=0.44, apart=0.19, missing=-1.99, coverage=0.35, words=1.25, read=0.23,
    ),
    least=0.36,
)  # fmt: skip
ACROSS = Curve(
    bias=-9.87,
    weights=Grounds(
        found=3.54, rank=2.45, ahead=0.15, apart=0.54, missing=0.0, coverage=0.8, words=1.09, read=0.0,
    ),
    least=0.39,
)  # fmt: skip
_NO_ATTRIBUTE = 2.0
"""What an answer that lacks the attribute asked for loses, in log odds; by hand, for few such questions are known."""
_BEARS_OUT, _BORNE_OUT = 0.8, 0.5
_MOST_WORDS = 8
_MANY = 4
"""Words of a question that hardly any sentence has all of but one that tells it."""
_LONG = 4
_ALIKE, _EXACTLY = 0.8, 0.95
_MOSTLY, _NEARLY_ALL, _TRANSLATED = 0.66, 0.9, 0.9

_NEEDED: dict[str, Why] = {"count": "no_number", "when": "no_date", "who": "no_name"}
_MONEY = re.compile(
    r"(?:euro|tjäna|förtjän|ansaits|tiena|earn|maks(?!uto)|kustan|hinta|hinna|raha|myönn|myönt|avustu|valtionavustu|budjet|määräraha|palkk|palka|vuokr|kost|pris|betal|peng"
    r"|bidrag|bevilj|understöd|statsunderstöd|anslag|lön|hyra|cost|price|paid|pay|grant|fund|budget|salar|rent|money|spen[dt])"
)
_GOT = re.compile(
    r"\b(?:sai|saa|saivat|saavat|saanut|saaneet|fick|får|erhöll|gets?|got|receives?|received)\b", re.IGNORECASE
)
_HOW_MANY = re.compile(r"\b(?:kuinka|miten) moni\b|\bhur många\b|\bhow many\b", re.IGNORECASE)
_AMOUNT = re.compile(
    r"\b(?:miljoon|miljard|million|billion)\w*\s(?:euro|kron)"
    r"|\d[\d\s.,]*\s?(?:€|M€|t€|euro|milj|mrd|miljoon|miljard|million|billion|kr\b|kron|EUR)|(?:€|EUR)\s?\d",
    re.IGNORECASE,
)
_LIMITED = re.compile(r"\b(?:enintään|korkeintaan|enimmillään|högst|maximalt|at most|maximum)\b", re.IGNORECASE)
_SHARE = re.compile(r"\d\s?(?:%|prosent|procent|per ?cent)", re.IGNORECASE)
_CERTAIN, _HELD, _WHOLLY = 0.5, 0.6, 0.85
_OF_FORM = re.compile(
    r"(?:pit[kuä]|suur|enint|enimm|korkeint|vähint|högst|minst|maximal|lång|stor|long|large|most|least)", re.IGNORECASE
)
"""Words that say of what form an answer is, which it tells by its number or its time."""
_FURTHEST = 5.0
_UNTOLD = 0.5
"""Share of the question's words without which a line that is no sentence is of something else."""
_FOREIGN = 0.7
"""Share of the question's words without which no number is of what is asked."""
_HEADING = 60
_LISTS = re.compile(r"[,;\d@]")
"""What a line of a name alone does not have."""
_NUMBERED = re.compile(
    r"(?:taulukko|kuvio|kuva|liite|luku|kohta|sivu|tabell|figur|bilaga|punkt|sida|table|figure|annex|chapter|page)\s*$",
    re.IGNORECASE,
)


def judge(
    pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, language: Language, question: str
) -> Judgement:
    """Return whether the best piece answers `question`, whose content words are `words`."""
    if not pieces:
        return Judgement(answered=False, sure=0.0, why="no_match")
    best = pieces[0]
    if years := _absent_years(best, words):
        return Judgement(answered=False, sure=0.0, why="wrong_year", missing=years)
    if unknown := absent_names(best, words, language, question):
        if not spoken_of(unknown, pieces, words):
            return Judgement(answered=False, sure=0.0, why="unknown_words", missing=unknown)
        asked = tuple(word.text for word in words if word.attribute)
        return Judgement(answered=False, sure=0.0, why="not_of", missing=unknown, asked=asked)
    if says_nothing(best, words):
        return Judgement(answered=False, sure=0.0, why="no_match")
    attribute = _absent_attribute(best, words, wanted, language)
    curve = curve_of(best, language)
    sure = probability(pieces, curve, len(words), lacks_attribute=bool(attribute))
    told = tells_contact(best, wanted, question) or listed_with_title(best, words, wanted)
    if told or echoes(best, question):
        return Judgement(answered=True, sure=sure, weighed=True)
    if rule := _lacks(best, words, wanted, language, question):
        return Judgement(answered=False, sure=sure, why=rule)
    said = says_outright(best, words, wanted, question) or says_whether_still(best, wanted, question)
    said |= (
        says_source(best, question)
        or says_where_told(best, question)
        or (asks_how_often(question) and not best.missing)
    )
    said |= wanted.kind != "status" and _says_whole(best, words, wanted, language)
    said |= wanted.kind in ("when", "who") and says_each_word(best, wanted, question, language)
    if sure >= curve.least or said or _titled(best, words, wanted) or of_topic(best, words, wanted, question):
        return Judgement(answered=True, sure=sure, weighed=True)
    missing = attribute or tuple(word.text for word in best.missing)
    return Judgement(False, sure, "unknown_words" if attribute else "no_match", missing, weighed=True)


def _lacks(best: Piece, words: Sequence[Word], wanted: Wanted, language: Language, question: str) -> Why | None:
    """Return what of the kind that the question wants the best piece does not have: a date, a number, a name."""
    if best.signals.typed < 0.5 and wanted.kind in _NEEDED:
        return _NEEDED[wanted.kind]
    missing = [word for word in best.missing if not _OF_FORM.match(word.text)]
    if best.unit.kind in ("heading", "bullet") and len(missing) >= _UNTOLD * len(words):
        return "no_match"
    if (
        is_caption(best.text, question)
        or _only_names(best, words)
        or (wanted.kind == "count" and len(missing) >= _FOREIGN * len(words))
    ):
        return "no_match"
    if wanted.kind == "count" and _of_money(words, wanted, question) and not _tells_price(best.text, question):
        return "no_number"
    if any(counted and not counts(best, counted, language) for counted in (wanted.noun, wanted.quality)):
        return "no_number"
    seldom = asks_how_often(question) and not tells_how_often(best)
    if lacks_bound(best, wanted, question):
        return "no_number"
    return "no_match" if lacks_contact(best, question) or seldom else None


def _only_names(best: Piece, words: Sequence[Word]) -> bool:
    """Return whether a heading has most of the question but nothing of the attribute asked for, and no value."""
    asked = words_for([word for word in words if word.attribute], best.passage.document.language)
    if best.unit.kind != "heading" or best.span or not asked or best.signals.coverage < _UNTOLD:
        return False
    return all(found_in(word, tokens(best.text)) < _HELD for word in asked)


def says_each_word(best: Piece, wanted: Wanted, question: str, language: Language) -> bool:
    """Return whether a sentence with the date or name wanted has each long word of the question, verbs among them.

    Who does something to what a compound names is told by its last part, too, where the whole stands around it.
    """
    if best.unit.kind not in ("sentence", "bullet") or curve_of(best, language) is not SAME_LANGUAGE:
        return False
    asked = [token for token in re.findall(r"[^\W\d_]+", question)[1:] if len(token) >= _LONG]
    told = tokens(best.text)
    parts = wanted.kind == "who" and language == "fi" and not best.missing
    held = (
        found_in(Word(word, (word.lower(),), name=False, number=False), told)
        >= (_EXACTLY if word[0].isupper() else _ALIKE)
        or (parts and word.islower() and in_last_part(word, told))
        for word in asked
    )
    return len(asked) > 1 and all(held)


def _says_whole(best: Piece, words: Sequence[Word], wanted: Wanted, language: Language) -> bool:
    """Return whether a sentence lacks none of the question's words, which are many or all its own.

    Across languages, where no word stands as surely as in one's own, nearly all must be; a name may be of anything.
    """
    if best.missing or best.unit.kind not in ("sentence", "bullet"):
        return False
    said = best.signals.coverage
    explained = wanted.kind == "why" and best.signals.typed > 0
    if curve_of(best, language) is not SAME_LANGUAGE:
        return wanted.kind != "who" and len(words) >= _MANY - 1 and said >= _NEARLY_ALL * _TRANSLATED
    nearly = _MOSTLY if explained else _NEARLY_ALL
    return (len(words) >= _MANY and said >= _MOSTLY) or (len(words) >= _MANY - 1 and said >= nearly)


def _tells_price(text: str, question: str) -> bool:
    """Return whether a text has an amount of money or says that something is free; a limit may be a share."""
    return bool(_AMOUNT.search(text) or costs_nothing(text) or (_LIMITED.search(question) and _SHARE.search(text)))


def _titled(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a name stands right after the title that a question asks the bearer of, all its words with it."""
    if wanted.kind != "who" or not wanted.person or best.span is None or best.signals.coverage < _WHOLLY:
        return False
    parts = best.text.split()
    return any(
        title[-1].isalnum()
        and first[0].isupper()
        and last[0].isupper()
        and any(not word.number and found_in(word, tokens(title)) >= _HELD for word in words)
        for title, first, last in zip(parts, parts[1:], parts[2:], strict=False)
    )


def _of_money(words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether an amount of money is asked for: what is counted is money, or one of the words where none is.

    "How much did the region get?" asks for money, for it counts nothing else.
    """
    if wanted.noun:
        return bool(_MONEY.match(wanted.noun.lower()))
    if wanted.unit:
        return False
    if _GOT.search(question) and not _HOW_MANY.search(question):
        return True
    return not SHARE.search(question) and any(_MONEY.match(word.text.lower()) for word in words)


def curve_of(piece: Piece, language: Language) -> Curve:
    """Return the curve for a question in `language` about the piece's document, which is Finnish unless it says."""
    return SAME_LANGUAGE if language == (piece.passage.document.language or "fi") else ACROSS


def probability(pieces: Sequence[Piece], curve: Curve, count: int, *, lacks_attribute: bool = False) -> float:
    """Return how sure it is that the best piece answers a question of `count` content words, 0 to 1."""
    grounds = grounds_of(pieces, count)
    total = curve.bias + sum(getattr(grounds, f.name) * getattr(curve.weights, f.name) for f in fields(Grounds))
    return 1 / (1 + math.exp(_NO_ATTRIBUTE * lacks_attribute - total))


def grounds_of(pieces: Sequence[Piece], count: int) -> Grounds:
    """Return what speaks for the best piece as the answer to a question of `count` content words."""
    best = pieces[0]
    return Grounds(
        found=best.passage.hit.score,
        rank=best.signals.rank,
        ahead=_ahead(best, _otherwise(best, pieces)),
        apart=_ahead(best, _of_others(best, pieces)),
        missing=len(best.missing) / max(1, count),
        coverage=best.signals.coverage,
        words=min(_MOST_WORDS, count) / 4,
        read=best.look.read if best.look else 0.0,
    )


def _otherwise(best: Piece, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the best further piece that does not hold as much of the question: those that do bear the best one out."""
    bound = _BEARS_OUT * best.signals.coverage
    if best.signals.coverage < _BORNE_OUT:
        return pieces[1:2]
    other = next((piece for piece in pieces[1:] if piece.signals.coverage < bound), None)
    return (other,) if other else ()


def _of_others(best: Piece, pieces: Sequence[Piece]) -> Sequence[Piece]:
    """Return the best piece of another document, if there is one."""
    own = best.passage.hit.chunk.document_id
    other = next((piece for piece in pieces if piece.passage.hit.chunk.document_id != own), None)
    return (other,) if other else ()


def _ahead(best: Piece, other: Sequence[Piece]) -> float:
    """Return by how much the best piece is ahead of another, if there is one; 1 where none was looked at again."""
    if best.look is None:
        return 1.0
    return min(_FURTHEST, best.score - other[0].score) if other else _FURTHEST


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
    if wanted.kind == "count" and not wanted.unit and piece.numbers > 1:
        return False  # Which of its numbers is meant, only the sentence tells.
    return piece.span.score >= _CERTAIN


def _absent_attribute(piece: Piece, words: Sequence[Word], wanted: Wanted, language: Language) -> tuple[str, ...]:
    """Return what the question asks for ("the X of Y") where neither the piece nor what stands above it says X."""
    if wanted.kind in ("list", "status", "yes_no") or (wanted.unit and piece.signals.typed == 1.0):
        return ()  # A number's unit tells what is measured.
    asked = next((word for word in words if word.attribute), None)
    if asked is None:
        return ()
    known = with_synonyms(asked.text, language)
    known = replace(known, stems=tuple(dict.fromkeys((*known.stems, *asked.stems))))
    # An attribute that the word list does not have cannot be borne out across languages but by its own name.
    written = piece.passage.document.language or "fi"
    # The title of a document of many parts may only be that of its first one.
    title, *below = piece.passage.hit.chunk.context or ("",)
    near = frozenset(tokens(" ".join((piece.text, *(below or (title,))))))
    if is_label_line(piece):
        labelled = near.union(tokens(_heading_of_labels(piece)))
        # What the label itself lacks may be another label's.
        if all(found_in(word, labelled) >= 0.6 for word in words_for(words, written)):
            return ()
    return () if found_in(words_for((known,), written)[0], near) >= 0.6 else (asked.text,)


def _heading_of_labels(piece: Piece) -> str:
    """Return the heading above lines with labels, of which a piece is one."""
    text = piece.passage.page.text
    above = (text[u.start : u.end] for u in reversed(piece.passage.units) if u.end <= piece.unit.start)
    return next((line for line in above if len(line) <= _HEADING and line[-1:].isalpha() and ":" not in line), "")


def says_nothing(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether a heading only repeats the question, all words but one its words, or has none of them.

    One with a number or a label, or that leads a list, does not.
    """
    leads = any(piece.unit in bullets.lead for bullets in piece.passage.lists)
    if piece.unit.kind != "heading" or piece.span or ":" in piece.text or leads:
        return False
    if not piece.signals.coverage and not below_own_label(piece) and not _LISTS.search(piece.text):
        return True
    own = [token for token in tokens(piece.text) if len(token) > 2 or token.isdigit()]
    new = [token for token in own if not any(found_in(word, (token,)) >= 0.6 for word in words)]
    return len(new) <= 1 and not any(token[0].isdigit() for token in new)


def _absent_years(piece: Piece, words: Sequence[Word]) -> tuple[str, ...]:
    """Return the years of the question that neither the passage nor its headings and document have."""
    years = [year for word in words if word.number for year in years_of(word.text) if year[:2] in ("19", "20")]
    if not years:
        return ()
    around = surroundings(piece)
    present = {int(t) for token in around for t in years_of(token)}
    spans = [pair for token in around if (pair := range_of(token))]
    return tuple(
        year
        for year in years
        if int(year) not in present and not any(first <= int(year) <= last for first, last in spans)
    )
