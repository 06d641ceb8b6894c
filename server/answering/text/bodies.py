"""Questions for one of a kind, and whether a text names one: "which ministry", "in which languages", "on what grounds".

Only kinds are known that are told by words of their own. Of bodies these are a ministry, a university, a unit, a
committee: an agency may be called anything. Knows nothing of documents.
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
_UNIT = re.compile(
    rf"{_WHICH} (?:yksik[kö]\w*|osasto\w*)|(?:vilken|vilka) (?:enhet\w*|avdelning\w*)"
    r"|(?:which|what) (?:units?|departments?|divisions?)\b",
    re.IGNORECASE,
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
    (
        _UNIT,
        re.compile(
            r"yksik|osasto|toimisto|tiimi|ryhmä|enhet|avdelning|byrå|\bunit|department|division|team", re.IGNORECASE
        ),
    ),
    (_COMMITTEE, re.compile(r"valiokun|utskott|committee|lautakun|toimikun|komitea|nämnd|kommitté", re.IGNORECASE)),
)
_MATTERS: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (
        re.compile(
            r"(?:mi(?:llä|tä|tkä|lle) kiel(?:i(?:llä|ä|lle|ssä)|ellä|et)\b"
            r"|(?:på )?(?:vilka|vilket) språk|(?:in )?(?:which|what) languages?)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:suom(?:e|i)|ruots|englan|engl\b|saam|venäj|viro|arabi|somali|kiina|ukrain|saks|ransk|espan|turk|puola"
            r"|persia|viittomak|selkok|svensk|finsk|engelsk|samisk|rysk|arabisk|teckensp|[^\W\d_]+(?:kielis|språkig))"
            r"|\b(?:Finnish|Swedish|English|S[aá]mi|Russian|Arabic|Somali|Chinese|Ukrainian|Estonian|German|French"
            r"|Spanish)\b(?!\s[A-Z])|\b(?:sign|plain|easy|[A-Z]\w+) language"
            r"|\b(?:kiel(?:i|tä|iä|et)|språket)\b"
        ),
    ),
    (
        re.compile(
            r"m(?:illä|inkä) perust(?:e|ei)\w+|mihin\b.*\bperustu\w+|på vilk(?:en|a) grund\w*"
            r"|on (?:which|what) (?:grounds|basis)",
            re.IGNORECASE,
        ),
        re.compile(
            r"perust(?:u(?!s)|ee|ei|e\b|elu)|nojal|kriteer|piste|edellyt|(?<!vaihto)eh(?:to|do[nti])|harkin|arvioi|huomio|painot|etusija"
            r"|koska|sillä\b|\bjos\b|mukaan|mukai|vuoksi|takia|johdosta|johtu|määräyty|mahdollis|ansiosta"
            r"|\bom\b|grund|kriteri|villkor|förutsätt|beakta|bedöm|poäng|eftersom|enligt|beror|möjlig"
            r"|basis|based|\bground|criteri|condition|consider|assess|scor(?:e|ing)|because|according|depend|\bif\b"
            r"|under section|thanks to|enabl|possib",
            re.IGNORECASE,
        ),
    ),
)
"""Languages, and what something is decided by, as they are asked and told."""


def of_kind(question: str) -> re.Pattern[str] | None:
    """Return the pattern of what names one of the kind that a question asks for, or None where it asks for none."""
    text = question.strip(" ¿")
    return next((named for asked, named in (*_KINDS, *_MATTERS) if asked.match(text)), None)


def with_body(pieces: Sequence[Piece], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces with one first that names one of the kind asked for, where one is about as likely.

    The order stays where what would be told names a body.
    """
    named = of_kind(question)
    if not pieces or named is None or named.search(pieces[0].text):
        return list(pieces)
    if asks_body(question) and not names_no_body(pieces, wanted, question):
        return list(pieces)
    held = next(
        (p for p in pieces[1:] if p.score >= pieces[0].score - _far(p, pieces[0], question) and named.search(p.text)),
        None,
    )
    if held is None:
        return list(pieces)
    first, *rest = put_first(pieces, held)
    if _as_near(held, pieces[0]):
        # What the sentence before it in the same document has of the question speaks for this one, too.
        first = replace(first, signals=pieces[0].signals, missing=pieces[0].missing)
    return [first, *rest]


def _far(held: Piece, best: Piece, question: str) -> float:
    """Return how much less likely than the best piece another may be; what is no body may be told right beside it."""
    beside = held.passage.page is best.passage.page and held.unit.paragraph == best.unit.paragraph
    return _NEARLY if asks_body(question) or not beside else 2 * _NEARLY


def _as_near(held: Piece, best: Piece) -> bool:
    """Return whether a piece is of the best one's document and has itself as much of the question."""
    same = held.passage.document.id == best.passage.document.id
    return same and held.signals.coverage >= best.signals.coverage


def names_no_body(pieces: Sequence[Piece], wanted: Wanted, question: str) -> bool:
    """Return whether one of a kind is asked for and nothing that would be told names one of that kind."""
    named = of_kind(question)
    return named is not None and not any(named.search(piece.text) for piece in told(pieces, wanted))


def asks_body(question: str) -> bool:
    """Return whether the kind asked for is one of bodies."""
    return any(asked.match(question.strip(" ¿")) for asked, _ in _KINDS)
