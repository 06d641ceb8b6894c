"""The day that a document bears: told where it is asked for, and else in the way. Knows nothing of search."""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece
from server.answering.text.fragments import dates_its_page
from server.answering.words.kinds import Wanted

_PUBLISHED = re.compile(
    r"julkais|julkistet|päivät|päiväys|publicer|daterad|utgiv|gavs ut|publish|dated|released|issued", re.IGNORECASE
)
_GIVEN = re.compile(r"\b(?:annettiin|annettu|antoi|antanut|gavs?|gett|avgav|given|gave|issued)\b", re.IGNORECASE)
_LETTER = re.compile(
    r"\b(?:lausun|suositu|ohje|määräy|utlåtan|rekommend|anvisn|föreskr|statement|opinion|instruct)", re.IGNORECASE
)
"""What is given on the day that it bears."""


def without_own_dates(pieces: Sequence[Piece], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces without the days that pages bear where it is asked when something else was."""
    if wanted.kind != "when" or _PUBLISHED.search(question):
        return list(pieces)
    return [piece for piece in pieces if not _only_dates(piece) or _dates_letter(piece, question)]


def _only_dates(piece: Piece) -> bool:
    first = piece.passage.page.number == 1 and piece.unit.kind == "heading"
    return first and dates_its_page(piece.passage.page.text, piece.unit, piece.passage.units)


def _dates_letter(piece: Piece, question: str) -> bool:
    """Return whether it is asked when what a page's title names as its kind ("Statement") was given."""
    kind = _LETTER.search(question) if _GIVEN.search(question) else None
    return kind is not None and kind.group().lower() in piece.passage.document.title.lower()
