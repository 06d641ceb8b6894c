"""The period of a number in running text: the one nearest to it that is its own. Knows no figures."""

import re
from typing import Final

from ingest.tables.numbers import Number
from ingest.tables.periods import period_of
from ingest.tables.phrases import BASE_YEAR, COMPARED

_NEXT_PIECE: Final = re.compile(r"[,;()]|\b(?:ja|sekä|och|and)\b(?=\s(?!(?:19|20)\d\d\b)\d)")
_LEADING_PERIOD: Final = re.compile(r"(?:19|20)\d\d\s+(?:noin |yli |about |over )?\Z")


def period_of_number(text: str, number: Number) -> str | None:
    """Return the period nearest to the number: right behind it in its own piece, else the last one before it.

    A sentence that states one period alone states it of all its numbers, unless it compares.
    """
    before = text[: number.start]
    piece = re.split(r"[,;()]", before)[-1]
    leading = _LEADING_PERIOD.search(piece)
    if leading is not None and (own := period_of([leading.group()])) is not None:
        return own
    behind = COMPARED.split(BASE_YEAR.sub(" ", _NEXT_PIECE.split(text[number.end :])[0]))[0]
    if (own := period_of([behind])) is not None:
        return own
    for match in reversed(list(re.finditer(r"[^,;()]+", before))):
        found = period_of([match.group()])
        if found is not None:
            return found
    compares = re.search(r"\b(?:kun|kuin|verrattuna|jämfört|compared|than)\b|\(", text[number.end :])
    return None if compares else period_of([BASE_YEAR.sub(" ", text)])
