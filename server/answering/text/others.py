"""Pieces that tell of another than the one asked for: another stage, letter, place, state or name.

Knows nothing of how they were found.
"""

import re
from collections.abc import Sequence

from server.answering.answer import Language
from server.answering.text.evidence import Piece
from server.answering.text.fitting_pieces import has_limit
from server.answering.text.near_misses import said_above
from server.answering.text.siblings import of_another_kind
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.names import placing
from server.answering.words.ordinals import ordinal_of

_HELD, _SURELY = 0.6, 0.8
_FEWEST = 2
_NUMBERED = (
    re.compile(r"(?<![\w.,])(?P<number>\d{1,2})\.?\s+(?P<noun>[^\W\d_]{3,})"),
    re.compile(r"(?P<noun>[^\W\d_]{3,})[^\S\n]+(?P<number>\d{1,2})(?![\w.,]*\d)(?!\.\s)"),
)
"""A noun with its number before it or behind it, as "2. vaihe" and "phase 2"."""
_IN_WORDS = re.compile(r"(?P<number>[^\W\d_]{4,})\s+(?=(?P<noun>[^\W\d_]{3,}))")
"""A noun with what may be its ordinal before it: "the second phase"."""
_ABOVE = 600
"""Characters above a piece that are searched for the stage that it stands under."""
_LETTERED = re.compile(r"(?<![\w&-])([A-ZÅÄÖ])-([^\W\d_]{3,})")
_OF_FIELD = re.compile(
    r"(?:group|committee|council|board|panel|unit|team|(?:grupp|utskott|råd|enhet|avdelning|nämnd)(?:e[nt])?|kommittén?)"
    r" (?:on|for|för) (?P<field>[^.,;:?!()]+)",
    re.IGNORECASE,
)
"""A body with what it is for behind it."""
_BEGUN = 4
"""Letters that a word begins with in all its forms, mostly."""
_STATES = (
    re.compile(r"\b(?:suljett\w*|suljetaan|kiinni|stäng\w*|closed?)\b", re.IGNORECASE),
    re.compile(r"\b(?:auki|avoinna|avoin|avoimia|öppe[nt]|öppna|open)\b", re.IGNORECASE),
)
"""Words of what is closed and what is open, as they are asked and told."""
_CALENDAR = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May$|June|July|August|September|October"
    r"|November|December"
)
"""English names of days and months, which are no names of things."""
_OTHER_NAME = re.compile(r"(?<=[^.!?:] )[A-ZÅÄÖ][\w-]{2,}")
_WHOLE_COUNTRY = re.compile(
    r"\bkoko (?:maa\w*|suome\w+)|\bvaltakunnallisesti\b|\b(?:hela (?:landet|finland)|i hela riket)\b"
    r"|\b(?:the (?:whole|entire) country|nationwide|all of finland|the whole of finland)\b",
    re.IGNORECASE,
)


def without_others(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces without those that tell of another stage, kind, place or state; all where that leaves none."""
    kept = list(pieces)
    for tells in _OTHERS:
        kept = [piece for piece in kept if not tells(piece, words, wanted, question)] or kept
    return kept


def tells_of_another(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a piece tells of another stage, kind, place or state than the question's."""
    return any(tells(piece, words, wanted, question) for tells in _OTHERS)


def _of_another_stage(piece: Piece, words: Sequence[Word], __: Wanted, question: str) -> bool:
    """Return whether a piece, or what stands above it, numbers the question's stage otherwise: phase 2 is not phase 1.

    The last number above a piece counts, for plans tell of one stage after the other.
    """
    asked = _stages(words, question)
    if not asked:
        return False
    text = piece.passage.page.text
    known = words_for([noun for _, noun in asked], piece.passage.document.language)
    for (number, _), noun in zip(asked, known, strict=True):
        own = _numbers_of(noun, text[piece.unit.start : piece.unit.end])
        above = own or _numbers_of(noun, text[max(0, piece.unit.start - _ABOVE) : piece.unit.start])[-1:]
        if above and number not in above:
            return True
    return False


def _of_another_letter(piece: Piece, _: Sequence[Word], __: Wanted, question: str) -> bool:
    """Return whether a question tells its kind by a letter ("a B permit") that a piece does not have with the word."""
    text = piece.text.lower()
    return any(f"{letter}-{noun[:_BEGUN]}".lower() not in text for letter, noun in _LETTERED.findall(question))


def _of_another_field(piece: Piece, _: Sequence[Word], __: Wanted, question: str) -> bool:
    """Return whether a body for something is asked of ("the group on forests") and a piece names but another such."""
    asked = _OF_FIELD.search(question)
    if asked is None or not _OF_FIELD.search(piece.text):
        return False
    fields = [token[:_BEGUN] for token in tokens(asked["field"]) if len(token) > _BEGUN]
    held = tokens(f"{piece.text} {piece.passage.heading}")
    return bool(fields) and not any(token.startswith(field) for field in fields for token in held)


def _of_wider_place(piece: Piece, words: Sequence[Word], _: Wanted, __: str) -> bool:
    """Return whether a piece tells of the whole country where a question names a part of it that the piece has not."""
    if not _WHOLE_COUNTRY.search(piece.text):
        return False
    places = placing([word.text for word in words])
    known = words_for([word for word in words if word.name and word.text in places], piece.passage.document.language)
    own = tokens(piece.text)
    return any(found_in(word, own) < _HELD for word in known)


def _of_other_state(piece: Piece, _: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether what is closed is asked for and a piece tells of what is open alone, or the other way round.

    Until when something is closed tells when it opens.
    """
    if wanted.kind == "yes_no":
        return False
    asked, told = ([bool(state.search(text)) for state in _STATES] for text in (question, piece.text))
    if sum(asked) != 1 or sum(told) != 1 or asked == told:
        return False
    return not (wanted.kind == "when" and asked[1] and has_limit(piece))


def of_another_name(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, language: Language) -> bool:
    """Return whether a time or number is asked of a name and the best piece tells it of others that it names.

    The name stands in another sentence of the page, and neither in the piece nor in what stands above it.
    """
    best = pieces[0]
    if wanted.kind not in ("when", "count") or best.unit.kind != "sentence":
        return False
    if language != (best.passage.document.language or "fi"):
        return False
    held = tokens(f"{best.text} {said_above(best)} {best.passage.heading}")
    called = [word for word in words if word.name and not word.number and not _CALENDAR.match(word.text)]
    names = words_for(called, best.passage.document.language)
    lacking = [word for word in names if found_in(word, held) < _HELD]
    others = {
        name
        for name in _OTHER_NAME.findall(best.text)
        if all(found_in(word, (name.lower(),)) < _HELD for word in words)
    }
    if not lacking or len(others) < _FEWEST:
        return False
    beside = [piece for piece in pieces[1:] if piece.passage.page is best.passage.page]
    return all(any(found_in(word, tokens(piece.text)) >= _HELD for piece in beside) for word in lacking)


def _stages(words: Sequence[Word], question: str) -> list[tuple[int, Word]]:
    """Return the nouns that a question numbers ("first phase", "phase 1"), with their numbers right beside them."""
    found: list[tuple[int, Word]] = []
    for word in words:
        if word.number or word.name:
            continue
        noun = re.escape(word.text)
        beside = re.findall(rf"\b(\d{{1,2}}|[^\W\d_]+)\.?\s+{noun}\b|\b{noun}\s+(\d{{1,2}})\b", question)
        orders = (_order_of(before or behind) for before, behind in beside)
        found.extend((order, word) for order in orders if order)
    return found


def _numbers_of(noun: Word, text: str) -> list[int]:
    """Return the numbers and ordinals right before or behind a noun, in the order in which they stand."""
    patterns = (*_NUMBERED, _IN_WORDS)
    matches = sorted((match for pattern in patterns for match in pattern.finditer(text)), key=re.Match.start)
    said = (match for match in matches if found_in(noun, (match["noun"].lower(),)) >= _SURELY)
    return [order for match in said if (order := _order_of(match["number"]))]


def _order_of(word: str) -> int | None:
    """Return which one a number or an ordinal says, if it is one."""
    return int(word) if word.isdigit() else ordinal_of(word.lower())


_OTHERS = (_of_another_stage, _of_another_letter, _of_another_field, _of_wider_place, _of_other_state, of_another_kind)
