"""Finds the tables of a page: first those drawn with lines, then those laid out in columns."""

import pypdfium2

from ingest.readers.pdf_draft import DraftGrid
from ingest.readers.pdf_ruled import ruled_grids
from ingest.readers.pdf_rules import rules_of
from ingest.readers.pdf_words import PageSpace, Sheet

_LEAST_WORDS = 4


def find_grids(page: pypdfium2.PdfPage, space: PageSpace, sheet: Sheet) -> list[DraftGrid]:
    """Return the grids of a page; no word is in two of them."""
    if len(sheet.words) < _LEAST_WORDS:
        return []
    rules = rules_of(page, space, sheet)
    return ruled_grids(rules, sheet.words)
