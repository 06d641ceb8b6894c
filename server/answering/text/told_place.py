"""Whether a Finnish sentence tells a place where one is asked for. Knows nothing of places.

A place stands in a case of its own, by its name, or in brackets beside a date.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import tokens

_ASKS = re.compile(
    r"(?:missä\b(?! (?:\w+ss[aä]\b|ase|muodo))|minne\b|mihin\b"
    r"|vart?\b|where\b)",
    re.IGNORECASE,
)
_ASKED_IN = {"m": "fi", "v": "sv", "w": "en"}
"""The language of a question for a place, by its first letter."""
_WHITHER = re.compile(r"(?:minne|mihin|vart)\b", re.IGNORECASE)
_MOVED_TO = re.compile(r"\w{3,}(?:lle|seen|[aeiouyäö]{2}n|h[aeiouyäö]n)(?:\s|\W|$)|\btill\b|\b(?:til|into|to)\b")
"""What is moved is moved to a place in a case of its own, or behind a word of it."""
_PLACED_ABROAD = re.compile(
    r"\b(?:in|at|on|near|to|from|i|på|vid|till|hos|från|nära)\s(?:the\s|den\s|det\s|[\w’']+\s){0,3}([A-ZÅÄÖ][\w’'-]+)"
    r"|\b[A-ZÅÄÖ][\w-]+(?:vägen|gatan|esplanaden|torget|gränd|tie|katu|kuja|polku| (?:road|street))\s?\d*"
    r"|\b(?:adress|address)"
)
"""A name behind a word of place, or an address."""
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


def asks_place(wanted: Wanted, question: str) -> bool:
    """Return whether a place is asked for: "where", and not "in which services"."""
    return wanted.kind == "where" and bool(_ASKS.match(question.strip(" ¿")))


def says_no_place(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a place is asked for and the best piece is a sentence, or a heading, that has none."""
    if not asks_place(wanted, question) or best.unit.kind not in ("sentence", "heading"):
        return False
    asked = frozenset(tokens(question))
    if _ASKED_IN[question.strip(" ¿")[0].lower()] != (best.passage.document.language or "fi"):
        return False  # Across languages a place may be told otherwise.
    if (best.passage.document.language or "fi") != "fi":
        common = any(word.islower() for word in best.text.split()[1:])
        return common and not _DATED.search(best.text) and not _is_placed(best, asked)
    if _DATED.search(best.text) or (best.unit.kind == "heading" and re.search(r"[:,]\s\S", best.text)):
        return False  # a line of a form or an address
    if _WHITHER.match(question.strip(" ¿")) and not _MOVED_TO.search(best.text):
        return True
    if _INTO.search(best.text, 1):
        return False
    if best.unit.kind == "sentence" and any(name.lower() not in asked for name in _NAME.findall(best.text)):
        return False
    return not any(
        _PLACED.fullmatch(token) and not _NO_PLACE.fullmatch(token) and token not in asked
        for token in tokens(best.text)
    )


def _is_placed(best: Piece, asked: frozenset[str]) -> bool:
    """Return whether a Swedish or English text has a name behind a word of place that the question has not."""
    found = _PLACED_ABROAD.finditer(best.text)
    return any(match.group(1) is None or match.group(1).lower() not in asked for match in found)
