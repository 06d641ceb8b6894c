"""What goes on beyond the end of its page: the rest of a torn sentence, the further items of a list.

Knows nothing of questions.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.text.chosen_list import ListFound, whole_list
from server.answering.text.evidence import Piece
from server.answering.text.extract import LONGEST
from server.answering.text.found_passages import Passage
from server.answering.text.lists import lists_of
from server.answering.text.source import Source
from server.answering.text.units import Unit, goes_on_from_before, readable, units_of

_ENDED = re.compile(r"[.!?:;…][\"”’')\]]*$")
_NUMBER = re.compile(r"(\d{1,2})[.)]?$")


def with_rest(pieces: Sequence[Piece], source: Source) -> list[Piece]:
    """Return the pieces, behind each that its page tears off the rest of its sentence, where there is room for it."""
    result: list[Piece] = []
    for piece in pieces:
        result.append(piece)
        text = piece.passage.page.text.rstrip()
        if piece.unit.start != piece.passage.units[-1].start or _ENDED.search(text):
            continue
        following = _next(piece.passage, source)
        rest = following.units[0] if following and following.units else None
        if following is None or rest is None or not goes_on_from_before(following.page, rest):
            continue
        # A clause that the page tears was cut off, and is whole with its rest.
        whole = readable(text[piece.unit.start :])
        said = readable(following.page.text[rest.start : rest.end])
        if len(whole) + len(said) <= LONGEST:
            result[-1] = replace(piece, unit=replace(piece.unit, end=len(text)), text=whole)
            result.append(replace(piece, passage=following, unit=rest, text=said, span=None))
    return result


def over_pages(found: ListFound, source: Source) -> ListFound:
    """Return a list with the items with which it goes on at the beginning of the next page."""
    last = found.bullets.items[-1]
    text = found.passage.page.text
    if len(found.items) != len(found.bullets.items) or text[last.end :].strip():
        return found
    following = _next(found.passage, source)
    bullets = following.lists[0] if following and following.lists else None
    if following is None or bullets is None or following.units[0] != bullets.items[0]:
        return found
    if not _follows(_mark(text, last), _mark(following.page.text, bullets.items[0])):
        return found
    beyond = whole_list(following, bullets)
    return replace(found, items=(*found.items, *beyond.items), beyond=beyond)


def _follows(before: str, mark: str) -> bool:
    """Return whether two items have the same bullet, or the number of the second is the next one."""
    numbers = [int(number[1]) for number in map(_NUMBER.match, (before, mark)) if number]
    return numbers[1] == numbers[0] + 1 if len(numbers) > 1 else before == mark


def _mark(text: str, unit: Unit) -> str:
    """Return the bullet or number before an item."""
    return text[text.rfind("\n", 0, unit.start) + 1 : unit.start].strip()


def _next(passage: Passage, source: Source) -> Passage | None:
    """Return the next page of a passage's document with its units and marked lists, if there is one."""
    key = (passage.document.id, passage.page.number + 1)
    if not any((chunk.document_id, chunk.page) == key for chunk in source.chunks):
        return None
    page = source.page(*key)
    units = units_of(page.text)
    return replace(passage, page=page, units=units, lists=lists_of(page.text, units))
