"""Whether a Finnish sentence tells a place where one is asked for. Knows nothing of places.

A place stands in a case of its own, by its name, or in brackets beside a date.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import tokens

_ASKS = re.compile(r"missä\b", re.IGNORECASE)
_PLACED = re.compile(r"\w{3,}(?:ss[aä]|ll[aä]|st[aä]|lt[aä])(?:an|än|nsa|nsä|mme)?$")
_INTO = re.compile(r"\b[A-ZÅÄÖ][\w-]{3,}(?:een|iin|aan|ään|oon|öön|uun|yyn|seen|h[aeiouyäö]n)\b")
"""A name in the case of what something is moved into, which a place is told in, too."""
_NO_PLACE = re.compile(
    r"(?:joi?|jossai|jollai|tä|tuo|sii?|nii|näi|mi|mui?|muu|kaiki?|kaike|sama|lisä|yhde|enne|jälje)(?:ss[aä]|ll[aä]|st[aä]|lt[aä])\w{0,4}$"
    r"|\w*(?:malla|mällä|kannalta|osalta|kautta|avulla|lopulla|alussa|lopussa|aikana|yhteydessä|perusteella|kuussa)$"
)
"""Words in such a case that are no places: pronouns, ways and times."""
_DATED = re.compile(r"\([^)]*(?:\([^()]*\)[^()]*)?\d{3,4}[^()]*\)")
_NAME = re.compile(r"(?<=[^.!?:•] )[A-ZÅÄÖ][\w-]{2,}")


def says_no_place(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a place is asked for and the best piece is a sentence that has none."""
    if wanted.kind != "where" or best.unit.kind != "sentence" or not _ASKS.match(question.strip(" ¿")):
        return False
    if (best.passage.document.language or "fi") != "fi" or _DATED.search(best.text) or _INTO.search(best.text, 1):
        return False
    asked = frozenset(tokens(question))
    if any(name.lower() not in asked for name in _NAME.findall(best.text)):
        return False
    return not any(
        _PLACED.fullmatch(token) and not _NO_PLACE.fullmatch(token) and token not in asked
        for token in tokens(best.text)
    )
