"""Pieces that have much of a question and not what it asks: a name without the deed, the stage before the one meant.

Knows nothing of how they were found.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from server.answering.text.evidence import Piece, heading_above, put_first
from server.answering.text.extract import PRONOUN
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.ordinals import ordinal_of

_HALF = 0.5
_HELD, _SURELY = 0.6, 0.8
_SHORT_NUMBER = 2
"""Digits of a number that numbers a stage; longer ones are years and amounts."""
_NUMBERED = (
    re.compile(r"(?<![\w.,])(?P<number>\d{1,2})\.?\s+(?P<noun>[^\W\d_]{3,})"),
    re.compile(r"(?P<noun>[^\W\d_]{3,})[^\S\n]+(?P<number>\d{1,2})(?![\w.,]*\d)(?!\.\s)"),
)
"""A noun with its number before it or behind it, as "2. vaihe" and "phase 2"."""
_ABOVE = 600
"""Characters above a piece that are searched for the stage that it stands under."""
_FEWEST = 2
_WHICH = re.compile(
    r"(?:mikä|mitkä|minkä|millä|mille|mitä|vilken|vilket|vilka|which|what) (?!(?:on|oli|ovat|taho|tahot)\b)",
    re.IGNORECASE,
)
"""What begins a question for somebody of a kind: "which company delivers …"."""
_NEXT_BEST, _NEARLY = 6, 1.0


def of_another_stage(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether a piece, or what stands above it, numbers the question's stage otherwise: phase 2 is not phase 1.

    The last number above a piece counts, for plans tell of one stage after the other.
    """
    asked = _stages(words)
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


def _stages(words: Sequence[Word]) -> list[tuple[int, Word]]:
    """Return the nouns that a question numbers ("first phase", "phase 1"), with their numbers."""
    found: list[tuple[int, Word]] = []
    for one, other in pairwise(words):
        for number, noun in ((one, other), (other, one)):
            digits = number.number and number.text.isdigit() and len(number.text) <= _SHORT_NUMBER
            order = int(number.text) if digits else ordinal_of(number.text.lower()) if number is one else None
            if order and not noun.number and not noun.name:
                found.append((order, noun))
    return found


def _numbers_of(noun: Word, text: str) -> list[int]:
    """Return the numbers right before or behind a noun, in the order in which they stand."""
    matches = sorted((match for pattern in _NUMBERED for match in pattern.finditer(text)), key=re.Match.start)
    return [int(match["number"]) for match in matches if found_in(noun, (match["noun"].lower(),)) >= _SURELY]


def tells_no_deed(best: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether it is asked who does something and the piece and its heading have a name but not that deed."""
    if wanted.kind != "who" or wanted.person or best.unit.kind == "heading" or best.signals.coverage >= _HALF:
        return False
    asked = words[1:] if _WHICH.match(question.strip(" ¿")) else words
    deed = asked[0] if asked else None
    if deed is None or deed.name or deed.number:
        return False
    (known,) = words_for((deed,), best.passage.document.language)
    return found_in(known, tokens(f"{best.text} {_above(best)}")) < _HELD


def _above(best: Piece) -> str:
    """Return the heading above a piece and, of a bullet, what leads its list."""
    above = heading_above(best.passage, best.unit)
    text = best.passage.page.text
    leads = [unit for group in best.passage.lists if best.unit in group.items for unit in group.lead]
    return " ".join(text[unit.start : unit.end] for unit in (*((above,) if above else ()), *leads))


def only_names(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a sentence has the names of a question but none of what is asked of them, some of it nowhere.

    What begins with a pronoun goes on from the sentence before it.
    """
    asked = [word for word in words if not word.name and not word.number]
    if best.unit.kind != "sentence" or len(asked) < _FEWEST or not best.missing or PRONOUN.match(best.text):
        return False
    if wanted.kind not in ("what", "where", "how", "when"):
        return False
    own = tokens(best.text)
    known = words_for(asked, best.passage.document.language)
    if any(len(word.stems) > 1 for word in known):
        known = tuple(word for word in known if len(word.stems) > 1)  # of a word without a translation nothing is known
    return len(known) >= _FEWEST and all(found_in(word, own) < _HELD for word in known)


def said_first(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> list[Piece]:
    """Return the pieces, one first that tells of what is asked where the best has but the question's names."""
    if not pieces or not only_names(pieces[0], words, wanted):
        return list(pieces)
    best = pieces[0]
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= best.score - _NEARLY
            and piece.signals.typed >= best.signals.typed
            and len(piece.missing) <= len(best.missing)
            and piece.signals.coverage > best.signals.coverage
            and not only_names(piece, words, wanted)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def hardly_says(best: Piece, wanted: Wanted) -> bool:
    """Return whether yes or no is asked of what the piece and all around it have less than a half of."""
    return wanted.kind == "yes_no" and best.signals.context < _HALF
