"""Picks what to say: a sentence or two, a list with all its items, a table's row. Knows nothing of wording."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.lemmas import base_forms, compound_parts
from server.answering.answer import Language
from server.answering.text.causes import concludes
from server.answering.text.evidence import Piece, coverage, weights_of
from server.answering.text.found_passages import Passage
from server.answering.text.quoting import own_date
from server.answering.text.status_rows import StatusRow, row_at, status_rows
from server.answering.text.units import Unit, asks, readable
from server.answering.words.kinds import SIZES, Wanted, asks_of_others, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import Word, found_in, tokens, with_synonyms, words_for
from server.answering.words.names import placing
from server.answering.words.stop_words import STOP_WORDS

LONGEST = 600
"""Characters of an answer before its details."""
_SECOND_WITHIN = 2.0
_SAYS_ALL = 0.95
_SURE_WITHIN = 1.0
"""How much less likely, in log odds, a further piece may be than the best; less where that holds what is asked for."""
_BRIEF = 300
"""Characters of two pieces together that are brief enough to give the second where it is about as likely."""
_TYPED = ("when", "count", "who", "why")
"""Kinds of which a further piece must have what is wanted where the best one does: a date, number, name or cause."""
_FAR_BEHIND = 3.0
"""How much less likely, in log odds, a piece speaks of something else rather than contradicts."""
_SAME_THING = 0.8
_LOOSE = 4
_ASKED, _ASKED_TITLED = 0.3, 0.7
_WHAT_IS = re.compile(r"(?:mikä|mitkä|mitä|vad|what) (?:on|ovat|tarkoitt\w+|är|innebär|is|are)\b", re.IGNORECASE)
"""What asks for a thing itself, below which no other question about it is answered."""
_ALIKE = 0.6
_NAMED = 0.85
_OF_FAMILY = 0.7
_BESIDE_MEASURE = 0.1
"""What a row loses that has what is asked beside its measure rather than in it."""
_NOT = re.compile(r"\b(?:ei|eivät|inte|not)\b|n[’']t\b", re.IGNORECASE)
_LONG_WORD = 7
"""Characters of a word of a heading that the question must have, too."""
_STEM = 4
PRONOUN = re.compile(
    r"(?:Se|Sen|Sitä|Siitä|Siihen|Siinä|Sillä|Ne|Niitä|Niiden|Niistä|Hän|Hänen|He|Heidän|Tämä|Tästä|Den|Det|De|Deras|Dess|Han"
    r"|Hon|Denna|Detta|Dessa|It|Its|They|Their|He|She|This|These)\b"
)
_SHORT, _FEW_NEW = 2, 1
"""Letters of a word that says nothing, and how many new words say little."""
_ADJACENT = 40
"""Characters between two pieces of which one goes on where the other ends."""
_FEWEST_CELLS = 2
_RESPONSIBLE = re.compile(r"\b(?:vastaa|vastaav|vastuu|ansvar|responsib|in charge)", re.IGNORECASE)
_LABELLED = re.compile(r"[^:]{3,60}:\s\S")
"""A line that says what its label asks, and nothing more belongs to it."""
_WHOLE = re.compile(r"[.!?…:;][\"”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class RowFound:
    """A row of a table of measures that answers."""

    passage: Passage
    row: StatusRow
    fit: float


@dataclass(frozen=True, slots=True)
class Below:
    """What stands below a heading that asks the question: its passage, that heading, and the units that answer it."""

    passage: Passage
    heading: Unit
    units: tuple[Unit, ...]


def below_question(passages: Sequence[Passage], words: Sequence[Word], question: str) -> Below | None:
    """Return what stands below a heading that asks what the question asks, or None.

    Either must hold nearly all that the other asks; what only the document's title has may be left out of the heading.
    Who may apply is not told below "For what may one apply?", nor anything more of it below "What is it?".
    """
    weights = weights_of(words, passages)
    words = [_otherwise_said(word, detect(question)) for word in words]
    kind, denied = wanted_of(question).kind, bool(_NOT.search(question))
    for passage in passages:
        title = frozenset(tokens(passage.document.title + " " + (passage.document.programme or "")))
        for order, unit in enumerate(passage.units):
            heading = passage.page.text[unit.start : unit.end]
            alike = bool(_NOT.search(heading)) == denied and (kind != "who" or wanted_of(heading).kind == "who")
            if not alike or asks_of_others(question, heading) or not asks(passage.page.text, unit):
                continue
            asked = frozenset(tokens(readable(heading)))
            parted = _with_compounds(words, asked | title)
            said = coverage(words, weights, asked) >= _ASKED and coverage(words, weights, parted) >= _ASKED_TITLED
            if not said or _asks_more(words, parted, question, heading):
                continue
            own = [token for token in asked if len(token) >= _LONG_WORD]
            if any(max((found_in(word, (token,)) for word in words), default=0.0) < _ALIKE for token in own):
                continue
            below: list[Unit] = []
            for following in passage.units[order + 1 :]:
                if following.kind in ("heading", "row") or asks(passage.page.text, following):
                    break
                if below and following.kind != below[0].kind:
                    break
                below.append(following)
            if below:
                return Below(passage, unit, tuple(below))
    return None


def _asks_more(words: Sequence[Word], held: frozenset[str], question: str, heading: str) -> bool:
    """Return whether a heading asks what something is and the question for more of it, in words that are not `held`."""
    of_it = bool(_WHAT_IS.match(question))
    return bool(_WHAT_IS.match(heading)) and any(
        (word.attribute or not of_it) and found_in(word, tuple(held)) < _ALIKE for word in words
    )


def _otherwise_said(word: Word, language: Language) -> Word:
    """Return a word with the others of its language that the word list has for it: "chosen" and "selected"."""
    same = with_synonyms(word.text, language)
    return word if word.number else replace(word, stems=(*word.stems, *same.stems[1:], *same.elsewhere))


def _with_compounds(words: Sequence[Word], held: frozenset[str]) -> frozenset[str]:
    """Return the tokens and the question's compounds whose parts all stand among them, each by itself or in another."""
    known = {part for token in held for base in (token, *base_forms(token)) for part in (base, *compound_parts(base))}
    parts = {word.text.lower(): compound_parts(word.text) for word in words}
    return held | {whole for whole, of in parts.items() if len(of) > 1 and all(part in known for part in of)}


def best_row(passages: Sequence[Passage], words: Sequence[Word]) -> RowFound | None:
    """Return the row of a table of measures, their state and outcome whose measure the question names, or None."""
    weights = weights_of(words, passages)
    best: RowFound | None = None
    seen: set[tuple[str, int]] = set()
    # Where and in which programme something is done is said of the whole table, and is no match for a row's measure.
    where = placing([word.text for word in words])
    measures = [word for word in words if word.text not in where] or words
    for passage in passages:
        key = (passage.hit.chunk.document_id, passage.page.number)
        if key in seen:
            continue
        seen.add(key)
        for row in status_rows(passage.page):
            first = frozenset(tokens(row.cells[0][1]))
            whole = first | frozenset(tokens(_read(row)))
            # In its own language a measure is no part of a word; across languages a compound's parts are all there is.
            named = [word for word in measures if found_in(word, first) >= _least(word)]
            if not named:
                continue
            fit = (
                0.75 * coverage(measures, weights, first)
                + 0.25 * coverage(measures, weights, whole)
                + 0.05 / passage.hit.rank
            )
            # What else is asked of the measure may stand in its other cells.
            fit = max(fit, coverage(measures, weights, whole) - _BESIDE_MEASURE)
            # Of two rows that hold the same words, the one whose measure is mostly those words is meant.
            fit += 0.15 * len(named) / max(1, len([t for t in first if len(t) > 3]))
            if best is None or fit > best.fit:
                best = RowFound(passage, row, fit)
    return best


def _least(word: Word) -> float:
    """Return how surely a word must stand in a measure: a name is that name, and across languages parts will do."""
    return _NAMED if word.name else _ALIKE if word.stems[1:] else _OF_FAMILY


def row_of(piece: Piece, words: Sequence[Word]) -> RowFound | None:
    """Return the row of a table of measures that a piece stands in: one of its cells says little by itself.

    Where another row of the page has more of the question's words, that row is meant: cells often say the same.
    """
    page = piece.passage.page
    row = row_at(page, piece.unit.start, piece.unit.end)
    if row is None or len(row.cells) < _FEWEST_CELLS:
        return None
    weights = weights_of(words, (piece.passage,))
    row = max((row, *status_rows(page)), key=lambda one: coverage(words, weights, frozenset(tokens(_read(one)))))
    return RowFound(piece.passage, row, 1.0) if row.end - row.start <= LONGEST else None


def _read(row: StatusRow) -> str:
    return " ".join(text for _, text in row.cells)


def responsible_row(passages: Sequence[Passage], words: Sequence[Word], question: str) -> RowFound | None:
    """Return the row whose measure the question names, where a column of it says who is responsible.

    The question asks for that, or for who does all that the measure is: "who trains the menders".
    """
    found = best_row(passages, words)
    if found is None:
        return None
    measure = tokens(found.row.cells[0][1])
    if not _RESPONSIBLE.search(question) and any(found_in(word, measure) < _ALIKE for word in words):
        return None
    said = (text for name, text in found.row.cells[1:] if _RESPONSIBLE.match(name))
    return found if any(c.isalpha() for text in said for c in text) else None


def told(pieces: Sequence[Piece], wanted: Wanted) -> list[Piece]:
    """Return the one to three pieces that answer: the best, and what belongs to it within `LONGEST` characters.

    A date, number or name in a sentence of all that is asked needs no other.
    """
    if not pieces:
        return []
    best = pieces[0]
    if best.unit.kind == "heading" and _LABELLED.match(best.text):
        return [best]
    chosen = [best]
    short = wanted.kind in ("when", "count", "who", "where", "yes_no")
    complete = short and best.span is not None and not best.missing and best.signals.coverage >= _SAYS_ALL
    limit = 1 if complete else 2 if short else 3
    room = LONGEST - len(best.text)
    for piece in pieces[1:8]:
        if len(chosen) >= limit or len(piece.text) + 1 > room:
            continue
        if piece.passage.hit.chunk.document_id != best.passage.hit.chunk.document_id or piece.unit.kind in (
            "heading",
            "row",
        ):
            continue
        if piece.passage.page.number != best.passage.page.number or abs(_distance(best.unit, piece.unit)) > 600:
            continue
        if (short or wanted.kind == "list") and piece.missing and not best.missing:
            continue
        if not _belongs(piece, best) or (wanted.kind in _TYPED and piece.signals.typed < best.signals.typed):
            continue
        brief = len(best.text) + len(piece.text) < _BRIEF
        within = _SURE_WITHIN if short and best.span and not brief else _SECOND_WITHIN
        if piece.score >= best.score - within:
            chosen.append(piece)
            room -= len(piece.text) + 1
    return chosen


def cause_after(pieces: Sequence[Piece]) -> Piece | None:
    """Return the sentence right after the best piece where that gives a cause, and the best one none; else None."""
    best = pieces[0]
    if best.signals.typed > 0:
        return None
    return next(
        (
            piece
            for piece in pieces[1:]
            if piece.signals.typed > 0
            and len(best.text) + len(piece.text) < LONGEST
            and piece.passage.page is best.passage.page
            and 0 <= piece.unit.start - best.unit.end <= _ADJACENT
        ),
        None,
    )


def gives_reason(pieces: Sequence[Piece]) -> bool:
    """Return whether the best piece, or the sentence right after it, gives a cause."""
    return pieces[0].signals.typed > 0 or cause_after(pieces) is not None


def with_antecedent(piece: Piece, others: Sequence[Piece]) -> Piece:
    """Return a sentence that begins with a pronoun together with the one before it, which says of what it speaks.

    So is a conclusion told with its reason. Not where that one is told by itself, too, or where both are long.
    """
    before = next((unit for unit in reversed(piece.passage.units) if unit.end <= piece.unit.start), None)
    if before is None or before.kind != "sentence" or before.paragraph != piece.unit.paragraph:
        return piece
    text = readable(piece.passage.page.text[before.start : before.end])
    follows = concludes(piece.text)
    long = len(text) + len(piece.text) > (LONGEST if follows else _BRIEF)
    if long or not (follows or PRONOUN.match(piece.text)) or any(other.unit == before for other in others):
        return piece
    shift = len(text) + 1
    span = piece.span and replace(piece.span, start=piece.span.start + shift, end=piece.span.end + shift)
    unit = replace(piece.unit, start=before.start)
    return replace(piece, unit=unit, text=f"{text} {piece.text}", span=span)


def with_following(piece: Piece, words: Sequence[Word], *, surely: bool = False) -> Piece:
    """Return a sentence that says little but what was asked together with what follows it in its paragraph.

    That it says little may be `surely` known.
    """
    known = words_for(words, piece.passage.document.language)
    own = [token for token in tokens(piece.text) if len(token) > _SHORT]
    written = piece.passage.document.language
    empty = STOP_WORDS["sv" if written == "sv" else "en" if written == "en" else "fi"]
    new = sum(token not in empty and token not in SIZES and not found_in_any(known, token) for token in own)
    if piece.unit.kind != "sentence" or (new > _FEW_NEW and not surely):
        return piece
    text = piece.passage.page.text
    end = piece.unit.end
    for unit in piece.passage.units:
        if unit.start < piece.unit.end:
            continue
        long = unit.end - piece.unit.start > (LONGEST if surely else _BRIEF)
        if unit.kind != "sentence" or unit.paragraph != piece.unit.paragraph or long:
            break
        end = unit.end
    return replace(piece, unit=replace(piece.unit, end=end), text=readable(text[piece.unit.start : end]))


def found_in_any(words: Sequence[Word], token: str) -> bool:
    """Return whether a token is one of the words."""
    return any(found_in(word, (token,)) >= _ALIKE for word in words)


def _belongs(piece: Piece, best: Piece) -> bool:
    """Return whether a further piece is of the same matter as the best one, and whole."""
    if piece.text.endswith(":") or (piece.unit.kind == "sentence" and not _WHOLE.search(piece.text)):
        return False
    if piece.unit.kind == best.unit.kind == "bullet" and 2 * piece.signals.coverage < best.signals.coverage:
        return False  # One item of a list is told for what it says, not for where it stands.
    if piece.unit.kind == "bullet" != best.unit.kind:
        return False  # What an item of a list is said of stands in the line that leads it.
    if best.signals.coverage >= _SAME_THING and _LOOSE * piece.signals.coverage < best.signals.coverage:
        return False  # What says all that was asked needs nothing that says none of it.
    near = abs(_distance(best.unit, piece.unit)) <= _ADJACENT
    return near or 2 * piece.signals.coverage >= best.signals.coverage


def rival(pieces: Sequence[Piece]) -> Piece | None:
    """Return a piece of another document that says of the same thing another value than the best one, or None.

    Both must hold nearly all words of the question themselves, for a number of something else contradicts nothing.
    """
    best = pieces[0]
    if not best.span or best.signals.coverage < _SAME_THING:
        return None
    value = best.text[best.span.start : best.span.end]
    for piece in pieces[1:8]:
        if not piece.span or piece.signals.coverage < _SAME_THING or piece.unit.kind == "row":
            continue
        if piece.text[: piece.span.start].endswith("("):
            continue  # A short form of what stands before it does nothing.
        if not value[:1].isdigit() and piece.passage.document.language != best.passage.document.language:
            continue  # The same name is another in another language.
        if piece.passage.document.id == best.passage.document.id or piece.score < best.score - _FAR_BEHIND:
            continue
        if _differ(value, piece.text[piece.span.start : piece.span.end]):
            return piece
    return None


def newest(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with one of a newer document first, where it says about as surely what is asked."""
    best = pieces[0]
    dated = own_date(best.passage)
    newer = [
        piece
        for piece in pieces[1:8]
        if dated
        and (day := own_date(piece.passage))
        and day > dated
        and piece.score >= best.score - _SECOND_WITHIN
        and piece.signals.coverage >= _SAME_THING * best.signals.coverage
        and (piece.span is not None or best.span is None)
    ]
    if not newer:
        return list(pieces)
    first = max(newer, key=lambda piece: str(own_date(piece.passage)))
    return [first, *(piece for piece in pieces if piece is not first)]


def _differ(one: str, other: str) -> bool:
    """Return whether two values are told apart: by their digits, or as names that share no word."""
    if _digits(one) or _digits(other):
        return bool(_digits(one) and _digits(other) and _digits(one) != _digits(other))
    words = [{token[:_STEM] for token in tokens(text)} for text in (one, other)]
    return not words[0] & words[1]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _distance(first: Unit, second: Unit) -> int:
    return second.start - first.end if second.start > first.start else first.start - second.end
