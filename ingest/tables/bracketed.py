"""What a percentage alone in brackets is: a share of what stands beside it, a fall, or left unread.

The rest of its column tells: where others stand without brackets, brackets are the minus of accounts; where all are
bracketed they are shares. Percentages beside an amount in one cell are none of this module's business.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ingest.tables.cells import is_bracketed_percent, numbers_of
from ingest.tables.sheets import Sheet

Reading = Literal["share", "fall", "unread"]

_SHARE: Final = re.compile(r"osuu|osuks|andel|\bshare|proportion", re.IGNORECASE)
_SIGNED: Final = re.compile(
    r"muuto(?:s|ks)|kasvu|tulos|tuotto|kate\b|katt?een|poikkeama|förändring|tillväxt|ökning|resultat|marginal|avkastning"
    r"|change|growth|result|margin|return|profit|deviation|variance",
    re.IGNORECASE,
)
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Brackets:
    """How the columns of a sheet that have percentages in brackets are to be read.

    `readings` by column; `lone` are columns with one such cell, `beside` rows that have percentages without brackets.
    """

    readings: Mapping[int, Reading]
    lone: frozenset[int]
    beside: frozenset[int]

    def reading(self, row: int, column: int, label: str) -> Reading:
        """Return what the percentage in brackets at a place of the sheet is; `label` is its row's."""
        found = self.readings[column]
        doubtful = (column in self.lone and row in self.beside) or _SIGNED.search(label) is not None
        return "unread" if found == "share" and doubtful else found


def brackets_of(sheet: Sheet, paths: Mapping[int, tuple[str, ...]], *, commas: bool | None) -> Brackets:
    """Return how percentages in brackets are to be read in each column of `sheet` that has some.

    `paths` are the columns' headers, `commas` says whether commas group thousands.
    """
    counts: dict[int, int] = {}
    for row in sheet.rows:
        for column, cell in enumerate(row):
            if cell is not None and is_bracketed_percent(cell.text):
                counts[column] = counts.get(column, 0) + 1
    if not counts:
        return Brackets({}, frozenset(), frozenset())
    unbracketed: dict[int, bool] = {}  # by column: whether some is other than 100 %
    beside: set[int] = set()
    for at, row in enumerate(sheet.rows):
        for column, cell in enumerate(row):
            if cell is None or is_bracketed_percent(cell.text):
                continue
            numbers = numbers_of(cell.text, commas=commas)
            if len(numbers) != 1:
                continue
            headed = numbers[0].unit is None and any("%" in text for text in paths.get(column, ()))
            if numbers[0].unit == "%" or headed:
                unbracketed[column] = unbracketed.get(column, False) or numbers[0].value != _WHOLE
                beside.add(at)
    readings = {column: _reading(" ".join(paths.get(column, ())), unbracketed.get(column)) for column in counts}
    return Brackets(readings, frozenset(column for column, count in counts.items() if count == 1), frozenset(beside))


def _reading(header: str, other: bool | None) -> Reading:  # noqa: FBT001  # three states, no switch
    """Return what brackets are in a column; `other` tells whether some without is not 100 %, None that none is."""
    share = _SHARE.search(header) is not None
    if other is None:
        return "unread" if _SIGNED.search(header) and not share else "share"
    if share:
        return "unread" if other else "share"
    return "fall" if other else "unread"
