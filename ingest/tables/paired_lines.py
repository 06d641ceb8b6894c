"""Names and amounts on lines of their own, in turn, as web pages turn two columns into text: "Satamat", "120 000 €".

Where amounts may just as well stand over their names, nothing is paired. Knows nothing of lists or what they are of.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.document import Page
from ingest.tables.list_items import Piece
from ingest.tables.numbers import numbers_in
from ingest.tables.units import unit_after

_FEWEST: Final = 3
_TURN: Final = 2
_DIGIT: Final = re.compile(r"\d")
_WORDS: Final = re.compile(r"euroa?|milj|noin|yli")
_LONGEST: Final = 70
_ENDS: Final = (".", ",", ";", ":", "!", "?")


def paired(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """Return `pieces` with each name and the amount on the line below it in one, where three such follow each other."""
    found: list[Piece] = []
    at = 0
    while at < len(pieces):
        end = _end_of_pairs(text, pieces, at)
        if (end - at) // 2 < _FEWEST:
            found.append(pieces[at])
            at += 1
            continue
        found += [replace(name, end=pieces[at + 2 * n + 1].end) for n, name in enumerate(pieces[at:end:2])]
        at = end
    return found


def is_bare_amount(text: str) -> bool:
    """Tell whether a text holds no words but those of an amount's unit."""
    return re.search(r"[^\W\d_]{4}", _WORDS.sub("", text)) is None


def stands_in_turn(page: Page, start: int, end: int) -> bool:
    """Tell whether a bare amount's line is one of several that take turns with lines of words, from `start` to `end`.

    Then the words above it may as well belong to the amount above them.
    """
    above = [line for line in page.text[:start].split("\n") if line.strip()][-_TURN:]
    below = [line for line in page.text[end:].split("\n") if line.strip()][:_TURN]
    return any(
        len(lines) == _TURN and not is_bare_amount(lines[0]) and is_bare_amount(lines[1]) and _DIGIT.search(lines[1])
        for lines in (above[::-1], below)
    )


def _end_of_pairs(text: str, pieces: Sequence[Piece], at: int) -> int:
    """Return the index behind the pairs that begin at index `at`, `at` itself where there are none for sure."""
    if at and _is_amount(text, pieces[at - 1]):
        return at
    end = at
    while end + 1 < len(pieces) and _is_name(text, pieces[end]) and _is_amount(text, pieces[end + 1]):
        if pieces[end + 1].gap > pieces[end].gap and end > at:
            return at  # each amount stands nearer to the name below it
        end += 2
    if end < len(pieces) and end > at:
        after = pieces[end]
        near = after.gap <= max(pieces[end - 1].gap, pieces[end - 2].gap if end > at + 2 else 0)
        if _is_amount(text, after) or (near and _is_name(text, after)):
            return at
    return end


def _is_name(text: str, piece: Piece) -> bool:
    own = text[piece.start : piece.end]
    short = not piece.mark and len(own) <= _LONGEST and not own.endswith(_ENDS)
    return short and re.search(r"[^\W\d_]{2}", own) is not None and not any(n.unit for n in numbers_in(own))


def _is_amount(text: str, piece: Piece) -> bool:
    own = text[piece.start : piece.end]
    numbers = numbers_in(own)
    if len(numbers) != 1 or numbers[0].unit != "EUR" or piece.mark:
        return False
    unit = unit_after(own, numbers[0].end)
    return numbers[0].start == 0 and (numbers[0].end if unit is None else unit.end) == len(own)
