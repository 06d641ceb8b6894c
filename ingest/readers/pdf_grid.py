"""Finds the tables of a page: first those drawn with lines, then those laid out in columns."""

from collections.abc import Collection

import pypdfium2

from ingest.readers.pdf_draft import DraftGrid
from ingest.readers.pdf_layout import layout_grids
from ingest.readers.pdf_ruled import ruled_grids
from ingest.readers.pdf_rules import rules_of
from ingest.readers.pdf_words import PageSpace, Sheet

_LEAST_WORDS = 4
_LEAST_FIGURES = 3


def find_grids(
    page: pypdfium2.PdfPage, space: PageSpace, sheet: Sheet, furniture: Collection[int] = ()
) -> list[DraftGrid]:
    """Return the grids of a page; no word is in two of them, and none of `furniture` (orders of words) in any."""
    if len(sheet.words) < _LEAST_WORDS:
        return []
    rules = rules_of(page, space, sheet)
    words = [word for word in sheet.words if word.order not in furniture]
    ruled = ruled_grids(rules, words)
    taken = {word.order for grid in ruled for cell in grid.cells for line in cell.lines for word in line}
    free = [word for word in words if word.order not in taken]
    if sum(any(character.isdigit() for character in word.text) for word in free) < _LEAST_FIGURES:
        return ruled
    return [*ruled, *layout_grids(free, rules)]
