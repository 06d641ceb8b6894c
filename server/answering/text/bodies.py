"""Questions for a body of a kind, and whether a text names one: "which ministry". Knows nothing of documents.

Only kinds are known whose name the bodies' own names hold: a ministry, a university, a committee. An agency may be
called anything.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.text.evidence import Piece, put_first
from server.answering.text.extract import told
from server.answering.words.kinds import Wanted

_NEARLY = 2.0
"""How much less likely, in log odds, a piece with such a body may be than the best one and still stand before it."""
_WHICH = r"(?:mikä|minkä|mitkä|millä|mille|mitä|mihin|missä)"
_MINISTRY = re.compile(
    rf"{_WHICH} ministeri[öo]\w*|(?:vilket|vilka) ministeri\w+|(?:which|what) ministr(?:y|ies)\b", re.IGNORECASE
)
_UNIVERSITY = re.compile(
    rf"{_WHICH} (?:yliopisto|korkeakoulu)\w*|(?:vilket|vilka) universitet\w*|(?:which|what) universit(?:y|ies)\b",
    re.IGNORECASE,
)
_COMMITTEE = re.compile(
    rf"{_WHICH} \w*valiokun\w+|(?:vilket|vilka) \w*utskott\w*|(?:which|what) (?:\w+ )?committees?\b", re.IGNORECASE
)
_KINDS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        _MINISTRY,
        re.compile(
            r"(?i:ministeriö|ministeriet|ministerium|ministr(?:y|ies))|\b[A-ZÅÄÖ]{1,3}M(?:[:-]|\b)|\bVNK\b"
            r"|(?i:valtioneuvoston kanslia|statsrådets kansli|prime minister[’']s office)"
        ),
    ),
    (
        _UNIVERSITY,
        re.compile(r"(?i:yliopisto|korkeakoul|universit|högskol|polytechnic|akademi|opisto)|[A-ZÅÄÖ]{2,5}\b"),
    ),
    (_COMMITTEE, re.compile(r"valiokun|utskott|committee|lautakun|toimikun|komitea|nämnd|kommitté", re.IGNORECASE)),
)


def of_kind(question: str) -> re.Pattern[str] | None:
    """Return the pattern of what names a body of the kind that a question asks for, or None where it asks for none."""
    text = question.strip(" ¿")
    return next((named for asked, named in _KINDS if asked.match(text)), None)


def with_body(pieces: Sequence[Piece], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces with one first that names a body of the kind asked for, where one is about as likely.

    The order stays where what would be told names one.
    """
    if not pieces or not names_no_body(pieces, wanted, question):
        return list(pieces)
    named = of_kind(question)
    held = next(
        (p for p in pieces[1:] if named and p.score >= pieces[0].score - _NEARLY and named.search(p.text)), None
    )
    if held is None:
        return list(pieces)
    first, *rest = put_first(pieces, held)
    if _as_near(held, pieces[0]):
        # What the sentence before it in the same document has of the question speaks for this one, too.
        first = replace(first, signals=pieces[0].signals, missing=pieces[0].missing)
    return [first, *rest]


def _as_near(held: Piece, best: Piece) -> bool:
    """Return whether a piece is of the best one's document and has itself as much of the question."""
    same = held.passage.document.id == best.passage.document.id
    return same and held.signals.coverage >= best.signals.coverage


def names_no_body(pieces: Sequence[Piece], wanted: Wanted, question: str) -> bool:
    """Return whether a body of a kind is asked for and nothing that would be told names one of that kind."""
    named = of_kind(question)
    return named is not None and not any(named.search(piece.text) for piece in told(pieces, wanted))
