"""Questions for where money comes from, and whether a text tells it. Knows nothing of tables.

Who pays, or out of what, stands in a form of its own: a verb of paying with its doer, or a fund in the case of what
something comes from. What only names an amount tells no source.
"""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece, put_first
from server.answering.words.kinds import Wanted

_MONEY = (
    r"(?:\w*raho\w+|rahat?|\w*varat|\w*määrärah\w+|\w*avustu\w+|\w*tu(?:ki|et)|pengarna|medlen|\w*finansiering\w*|anslag\w*"
    r"|\w*understöd\w*|funding|funds|money|financing)"
)
_ASKS = re.compile(
    rf"mistä\b(?=.*\b{_MONEY}\b).*\b(?:tul(?:ee|evat|i)|saa(?:daan|tiin)?|peräisin)"
    r"|mistä\b(?=.*\b(?:\w*raho\w+|rahat?|\w*varat)\b).*\b(?:koostuu|muodostuu)"
    rf"|(?:varifrån|var kommer)\b(?=.*\b{_MONEY}\b)"
    rf"|where (?:does|do|did|is|are|will)\b(?=.*\b{_MONEY}\b).*\b(?:come|from|obtained)"
    r"|(?:kuka|ketkä|mikä taho|mitkä tahot) rahoitt\w+|(?:vem|vilka) finansiera\w+"
    r"|who (?:(?:is |are |was )?fund\w+|financ\w+)|(?:mistä|mitä kautta|millä)\b.*\brahoitet\w+"
    r"|(?:hur|how)\b.*\b(?:finansiera\w+|funded|financed)\b",
    re.IGNORECASE,
)
_FUND = (
    r"(?:rahasto|määräraha|väline|vara|varo|ohjelma|budjeti|talousarvio|momenti|avustuk|tue|maksu|ministeriö|valtio|kun|unioni"
    r"|liito|keskukse)"
)
_TELLS = re.compile(
    rf"\brahoitt\w+|\brahoitet\w+|\w*{_FUND}\w*?(?:st[aä]|lt[aä])\b|\bEU:(?:sta|lta|n)\b|\b\w+(?:osuu[sd]|rahoitu[sk])\w*"
    r"|\bfinansier\w+|\bmedfinansier\w+|\b(?:från|av|ur|genom|from)\s+\w"
    r"|\b(?:fund(?:ed|s|ing)|financed|finances|paid) (?:by|from|through|with|of)\b",
    re.IGNORECASE,
)
_AMOUNT_ONLY = re.compile(r"^[^:.]{3,60}:[^:.]*\d[\d\s.,]*\s?(?:€|euro|milj|M€|t€)[^.]*$", re.IGNORECASE)
"""A label with an amount: it says how much, and of whom, but not from where."""
_OUTRIGHT = re.compile(
    rf"\brahoit\w+\b[^.;:]{{0,60}}?\b(?:EU:\w+ )?\w*{_FUND}\w*(?:st[aä]|lt[aä]|illa|lla)\b"
    r"|\brahoitt(?:aa|avat|i|ivat|ajana\w*|ajia|aja on)\b|\brahoitu(?:s|ksen) (?:tulee|saadaan|saa|koostuu|muodostuu)"
    r"|\bfinansier(?:as|ades|ats|ar|ade)\b|\bfinansieringen (?:kommer|består)"
    r"|\b(?:is|are|was|were|been) (?:co-?)?(?:funded|financed) (?:by|from|through|with)"
    r"|\b(?:funding|money) comes? from|\bfinanc(?:es|ed) by",
    re.IGNORECASE,
)
"""What says outright where money comes from."""
_NEXT_BEST, _NEARLY, _OFF = 8, 3.0, 7.0


def asks_source(question: str) -> bool:
    """Return whether a question asks where money comes from or who pays."""
    return bool(_ASKS.match(question.strip(" ¿")))


def source_first(pieces: Sequence[Piece], question: str) -> list[Piece]:
    """Return the pieces, one first that tells a source where one is asked for and the best tells none."""
    if not pieces or not asks_source(question) or says_source(pieces[0], question):
        return list(pieces)
    far = (piece for piece in pieces if piece.score >= pieces[0].score - _OFF)
    if said := next((piece for piece in far if says_source(piece, question)), None):
        return put_first(pieces, said)
    if _tells(pieces[0]):
        return list(pieces)
    least = pieces[0].score - _NEARLY
    near = (piece for piece in pieces[1:_NEXT_BEST] if piece.score >= least)
    held = next((piece for piece in near if _tells(piece) and len(piece.missing) <= len(pieces[0].missing)), None)
    return put_first(pieces, held) if held else list(pieces)


def says_source(best: Piece, question: str) -> bool:
    """Return whether a source of money is asked for and a piece that lacks nothing of the question says it outright."""
    return asks_source(question) and not best.missing and bool(_OUTRIGHT.search(best.text))


def names_no_source(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a source of money is asked for and the piece tells none."""
    return wanted.kind in ("where", "what", "who", "how") and asks_source(question) and not _tells(best)


def _tells(piece: Piece) -> bool:
    return bool(_TELLS.search(piece.text)) and not _AMOUNT_ONLY.match(piece.text)
