"""Whether a Finnish sentence tells a place where one is asked for. Knows nothing of places.

A place stands in a case of its own, or in brackets beside a date.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import tokens

_ASKS = re.compile(r"missä\b", re.IGNORECASE)
_PLACED = re.compile(r"\w{3,}(?:ss[aä]|ll[aä]|st[aä]|lt[aä])(?:an|än|nsa|nsä|mme)?$")
_NO_PLACE = re.compile(
    r"(?:jo|jos|joi|tä|tuo|sii|nii|näi|mi|ku|mu|kaike|sama|lisä|yhde|enne|jälje)\w{0,3}(?:ss[aä]|ll[aä]|st[aä]|lt[aä])$"
    r"|\w*(?:malla|mällä|kannalta|osalta|kautta|avulla|lopulla|alussa|lopussa|aikana|yhteydessä|perusteella|kuussa)$"
)
"""Words in such a case that are no places: pronouns, ways and times."""
_DATED = re.compile(r"\([^()]*\d{3,4}[^()]*\)")


def says_no_place(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a place is asked for and the best piece is a sentence that has none."""
    if wanted.kind != "where" or best.unit.kind != "sentence" or not _ASKS.match(question.strip(" ¿")):
        return False
    if (best.passage.document.language or "fi") != "fi" or _DATED.search(best.text):
        return False
    asked = frozenset(tokens(question))
    return not any(
        _PLACED.fullmatch(token) and not _NO_PLACE.fullmatch(token) and token not in asked
        for token in tokens(best.text)
    )
