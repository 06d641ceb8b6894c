"""Dashes behind bare numbers, "12-": minuses where another number of the column has one, else ranges left open.

Knows nothing of headers.
"""

import re
from dataclasses import replace
from typing import Final

from ingest.document import GridCell
from ingest.tables.numbers import parse_number
from ingest.tables.sheets import Sheet

_DOUBTFUL: Final = re.compile(r"(?P<digits>\d+(?:[.,]\d+)?)(?P<dash>[-–‒－])")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_FEW: Final = 3  # digits of a bare number whose long dash opens a range: "65–"


def with_minuses(sheet: Sheet) -> Sheet:
    """Return `sheet` with a true minus for the dash behind a number, in columns where another number has a minus."""
    columns: dict[int, list[GridCell]] = {}
    for row in sheet.rows:
        for column, cell in enumerate(row):
            if cell is not None and _is_doubtful(cell.text.strip()):
                columns.setdefault(column, []).append(cell)
    changed: dict[int, GridCell] = {}
    for column, cells in columns.items():
        if any((cell := row[column]) is not None and _is_negative(cell.text.strip()) for row in sheet.rows):
            changed |= {id(cell): replace(cell, text=f"{cell.text.strip()[:-1]}−") for cell in cells}
    if not changed:
        return sheet
    return replace(sheet, rows=tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in sheet.rows))


def _is_doubtful(text: str) -> bool:
    match = _DOUBTFUL.fullmatch(text)
    if match is None or _YEAR.fullmatch(match["digits"]):
        return False
    return match["dash"] in "-－" or len(match["digits"]) > _FEW


def _is_negative(text: str) -> bool:
    """Tell whether a cell is a number with a minus that needs no other to tell it, in front or behind."""
    value = None if text.startswith("(") else parse_number(text, grouped_by_comma=False)
    return value is not None and value < 0
