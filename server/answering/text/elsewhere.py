"""Sentences that say where something is told, or ask it in turn, and do not tell it. Knows nothing of search.

"The call describes the criteria" answers where they are described, and no other question about them.
"""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece, put_first
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens

_ASKS = re.compile(
    r"(?:miten|miksi|kuinka|milloin|paljonko|ketkä|hur|varför|how|why)\b|(?:millai|minkälai)(?=\w)", re.IGNORECASE
)
"""What begins a question and nothing else: a pronoun may also stand for what is told."""
_TELLING = (
    r"(?:kuvat(?:aan|tiin|tu)|kuvail\w+|esite(?:tään|ttiin|tty)|esitel\w+|luetel\w+|kerro(?:taan|ttu)|ilmoitet\w+"
    r"|löyty\w+|sano(?:taan|ttu)|beskriv\w+|framgår|anges|redogör\w*|presentera[st]\w*|described|presented|listed"
    r"|set out|explained|stated|told)"
)
_PAPER = (
    r"\w*(?:liittee|ilmoitukse|ohjee|ohjei|luvu|taulukos|taulukoi|kohda|sivu|asiakirja|oppaa|raporti|julkaisu|verkkosivu"
    r"|kirjee|selostee|muistio|bilaga|tabell|kapitel|avsnitt|anvisning|rapport|annex|appendix|table|chapter|section"
    r"|guide|report|announcement)\w*"
)
_TELLS_WHERE = re.compile(
    rf"\b{_TELLING}\b[^.;:]*\b(?:{_PAPER}(?:ss[aä]|ll[aä]|st[aä]|lt[aä])|(?:i|på|av|in|on) (?:\w+ ){{0,3}}{_PAPER})\b"
    rf"|\b{_PAPER}(?:ss[aä]|ll[aä])\b[^.;:]*\b{_TELLING}\b",
    re.IGNORECASE,
)
_ASKS_WHERE = re.compile(
    rf"(?:missä|mistä|var|where|(?:in )?(?:which|what) \w+|i vilk\w+)\b.*\b{_TELLING}\b", re.IGNORECASE
)
_IS_TELLING = re.compile(_TELLING, re.IGNORECASE)
_NEXT_BEST, _HELD = 5, 0.6


def told_elsewhere(piece: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a sentence asks what the question does, or only says in which paper it is told."""
    asked = _ASKS.match(question.strip(" ¿"))
    if piece.unit.kind not in ("sentence", "bullet"):
        return False
    if asked is not None and (at := re.search(rf"(?<=[\w,:] )\b{asked[0]}", piece.text, re.IGNORECASE)):
        return ":" not in piece.text[at.end() :]
    return wanted.kind in ("what", "definition", "list", "how") and bool(
        _TELLS_WHERE.search(piece.text) and not _ASKS_WHERE.match(question.strip(" ¿"))
    )


def says_where_told(best: Piece, question: str) -> bool:
    """Return whether it is asked where something is told and a sentence about it says in which paper."""
    asked = _ASKS_WHERE.match(question.strip(" ¿")) and _TELLS_WHERE.search(best.text)
    return bool(asked) and all(_IS_TELLING.fullmatch(word.text) for word in best.missing)


def where_told_first(pieces: Sequence[Piece], words: Sequence[Word], question: str) -> list[Piece]:
    """Return the pieces, one first that says where something is told if that is asked: the one that names it itself."""
    said = [piece for piece in pieces[:_NEXT_BEST] if says_where_told(piece, question)]
    named = [word for word in words if not _IS_TELLING.fullmatch(word.text)]
    return put_first(pieces, max(said, key=lambda piece: _names(piece, named))) if said else list(pieces)


def _names(piece: Piece, words: Sequence[Word]) -> int:
    """Return how many words stand in a piece itself."""
    own = tokens(piece.text)
    return sum(found_in(word, own) >= _HELD for word in words)
