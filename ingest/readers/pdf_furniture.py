"""Running heads and feet: lines at the edge of a page that its neighbours have at the same place."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_lines import Line, lines_of
from ingest.readers.pdf_words import Sheet

_EDGE = 0.085
_DIGITS = re.compile(r"\d+")

Key = tuple[int, str]


def furniture_of(sheet: Sheet, neighbours: Sequence[Sheet]) -> frozenset[int]:
    """Return the order of the words in lines that a neighbouring page repeats but for its numbers."""
    known = {(at + step, text) for other in neighbours for at, text in _keys(other) for step in (-1, 0, 1)}
    return frozenset(word.order for line in _edge_lines(sheet) if _key(line) in known for word in line.words)


def _keys(sheet: Sheet) -> set[Key]:
    return {_key(line) for line in _edge_lines(sheet)}


def _key(line: Line) -> Key:
    # Even and odd pages may have their number at other sides: the height and the words decide.
    return round(line.box[3] / 3), " ".join(sorted(_DIGITS.sub("#", line.text).split()))


def _edge_lines(sheet: Sheet) -> list[Line]:
    low, high = _EDGE * sheet.height, (1 - _EDGE) * sheet.height
    return lines_of(word for word in sheet.words if not word.turned and (word.middle < low or word.middle > high))
