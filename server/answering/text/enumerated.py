"""Lists told in sentences: "the municipalities are A, B and C"; "there are two aims", "the first is …".

Knows nothing of search or of bullets.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.text.evidence import Piece
from server.answering.text.found_passages import Passage
from server.answering.text.units import Unit, readable
from server.answering.words.kinds import SIZES, Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.ordinals import ordinal_of

_ASKED = re.compile(
    r"(?:mitkä|mit[äa]|millä|missä|mistä|mihin|minkä|mille|vilka|which|what)\s+(?P<noun>[^\W\d_]{4,})\b", re.IGNORECASE
)
_ITEM = r"[^\s,.;:()][^,.;:()]{0,50}(?:\s?\([^()]{1,30}\))?"
_LISTED = re.compile(rf"(?:{_ITEM},\s+){{2,}}{_ITEM}")
"""Three things or more, parted by commas, each with what a bracket adds."""
_PART = re.compile(
    r"(?:kuul|sisält|sisälty|koostu|muodost|muka|ov?at|tehdään|ingå|hör|tillhör|består|omfatta|finns|belong|includ|consist|compris|contain)",
    re.IGNORECASE,
)
"""Words of belonging, which a list of what belongs is told without."""
_SO_MANY = re.compile(
    rf"\b(?:on|ovat|finns(?: det)?|är|are)\s(?:\w+\s)?(?:\d|1\d|{'|'.join(SIZES)})(?:\s\w+)?\W*$", re.IGNORECASE
)
"""A sentence that says how many there are; which ones, those behind it say."""
_COUNTED = re.compile(rf"\b(?:[2-9]|{'|'.join(SIZES)})\s[^\W\d]{{4,}}(?:\s\w+)?[.:]?$", re.IGNORECASE)
"""A sentence that ends with how many of what there are; which one each is, those behind it may say."""
_ARTICLES = ("den", "det", "the")
_NEAR = 4
"""Words up to the end of the first thing listed in which its kind stands."""
_OWNING = re.compile(r"(?:(?:[aeo]n|na)s|[’']s|(?:[ij]|t)en)$")
"""A word whose own things are listed: "the municipalities' health care, social care …"."""
_HELD = 0.6
_TOLD_EACH = 2


def enumerates(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether all of a kind are asked for and a sentence lists some right behind the word for them.

    It, or what stands above it, must have all else that is asked but words of belonging.
    """
    asked = _ASKED.match(question.strip(" ¿"))
    if asked is None or wanted.kind not in ("list", "where") or piece.unit.kind not in ("sentence", "bullet"):
        return False
    if any(not _PART.match(word.text) for word in piece.missing):
        return False
    kind = [word for word in words if word.text == asked["noun"]]
    known = words_for(kind, piece.passage.document.language)
    if known and _SO_MANY.search(piece.text) and found_in(known[0], tokens(piece.text)) >= _HELD:
        return True
    return bool(known) and any(
        any(found_in(known[0], (token,)) >= _HELD and not _OWNING.search(token) for token in _heads(piece.text, found))
        for found in _LISTED.finditer(piece.text)
    )


def announces(piece: Piece) -> bool:
    """Return whether a sentence but says how many there are: which ones, those behind it say."""
    return piece.unit.kind == "sentence" and bool(_SO_MANY.search(piece.text))


def announced(passage: Passage, unit: Unit) -> tuple[Unit, ...]:
    """Return the sentence that says how many there are, and those that tell each ("The first is …"), if `unit` is one.

    Nothing where they are fewer than two, or stand in another order.
    """
    text = passage.page.text
    sentences = [one for one in passage.units if one.kind in ("sentence", "heading")]
    for place, one in enumerate(sentences):
        if not _COUNTED.search(readable(text[one.start : one.end])):
            continue
        parts = [one]
        for later in sentences[place + 1 :]:
            said = [token for token in tokens(text[later.start : later.end])[:2] if token not in _ARTICLES]
            number = ordinal_of(said[0]) if said else None
            if number == len(parts):
                parts.append(later)
            elif number or later.kind == "heading":
                break
        if len(parts) > _TOLD_EACH and unit in parts:
            return tuple(parts)
    return ()


def the_one_asked(pieces: Sequence[Piece], words: Sequence[Word]) -> Piece | None:
    """Return the sentence that tells the one of those counted that is asked for ("the second aim"), else None."""
    numbers = [number for word in words if (number := ordinal_of(word.text.lower()))]
    each = announced(pieces[0].passage, pieces[0].unit) if len(numbers) == 1 else ()
    if not each or numbers[0] >= len(each):
        return None
    unit = each[numbers[0]]
    return replace(pieces[0], unit=unit, text=readable(pieces[0].passage.page.text[unit.start : unit.end]), span=None)


def _heads(text: str, found: re.Match[str]) -> tuple[str, ...]:
    """Return the last words of what stands before the first comma of a list."""
    return tokens(text[: found.start() + found.group().index(",")])[-_NEAR:]
