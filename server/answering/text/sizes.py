"""How long, high or large something is, by the noun ("the length of the detour is 12 km"), and how often it is done.

A question has the adjective, and the name of what is measured stands above the sentence. Knows nothing of search.
"""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

_ASKED_AS = (
    (r"pitk|pitui|lång|long\b|length|längd", r"pituu|pitk|pitui|längd|lång|long\b|length"),
    (r"korke|korkui|hög|high|height|tall", r"korkeu|korke|korkui|höjd|hög|height|high|tall"),
    (r"leve|levyi|bred|wide|width", r"levey|leve|levyi|bredd?|width|wide"),
    (r"syv|djup|deep|depth", r"syvyy|syv|djup|depth|deep"),
    (r"laaj|stor|suur|large|big", r"pinta-ala|laajuu|laaj|suuruu|yta|areal|storlek|area|size|hehtaar|hektar|hectare"),
    (r"paina|väg|heav|weigh", r"paino|paina|vikt|väg|weigh"),
)
_SIZES = tuple(
    (re.compile(rf"\b(?:{a})", re.IGNORECASE), re.compile(rf"\b\w*(?:{b})", re.IGNORECASE)) for a, b in _ASKED_AS
)
_ASKS_OFTEN = re.compile(r"\b(?:(?:kuinka|miten) usein|hur ofta|how often)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:(?:vuos|kuukaus|viiko|päiv)i?tt[aä]i(?:n|s\w*)|(?:puoli|neljännes)vuosittain|kerran|kert(?:aa|oja)|välein"
    r"|joka (?:vuosi|kuukausi|viikko|päivä|arki\w+|(?:vuode|kuukaude|kuu|viiko|päivä|neljännekse)n|toinen|kolmas|neljäs"
    r"|viides|kuudes)"
    r"|vart? (?:annan|annat|tredje|fjärde|femte|sjätte) (?:år|månad|vecka|dag)"
    r"|\w{4,}isin|säännölli\w+|tarvittaessa|jatkuvasti|årlig(?:en|t)|månatligen"
    r"|varje|gång(?:er)?|regelbundet|vid behov|löpande|annual(?:ly)?|yearly|monthly|weekly|daily|every|each|times|once"
    r"|twice|intervals|regular(?:ly)?|as needed|continuously)\b",
    re.IGNORECASE,
)
_MAY_BE = re.compile(r"\bsaa(?:vat)? olla\b|\bfår .*\bvara\b|\b(?:may|can|must) .*\bbe\b", re.IGNORECASE)
_BOUND = re.compile(
    r"\b(?:enint|korkeint|enimm|maksimi|yli\b|ylit|vähint|alle\b|saa(?:vat)? olla|pituu|pitkä|laajuu|max|högst|minst"
    r"|längd|lång|över|under|at (?:most|least)|up to|no more|exceed|length|long|within)",
    re.IGNORECASE,
)
_MEASURED = 1.0
_HELD, _SURELY = 0.6, 0.8


def tells_size(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a sentence measures what the question's last noun names, all its other words on the same page."""
    if wanted.kind != "count" or not wanted.unit or piece.span is None or piece.span.score < _MEASURED:
        return False
    said = next((told for asked, told in _SIZES if asked.search(question)), None)
    if said is None or not said.search(piece.text):
        return False
    nouns = [word for word in words if not word.attribute and not any(asked.match(word.text) for asked, _ in _SIZES)]
    if not nouns:
        return False
    *others, last = words_for(nouns, piece.passage.document.language)
    own = tokens(piece.text)
    page = frozenset(tokens(f"{piece.passage.page.text} {piece.passage.heading}"))
    return found_in(last, own) >= _SURELY and all(found_in(word, page) >= _HELD for word in others)


def lacks_bound(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether it is asked how long or large something may be and a piece neither bounds it nor measures it."""
    asked = wanted.kind == "count" and wanted.unit and _MAY_BE.search(question)
    return bool(asked) and not _BOUND.search(best.text)


def asks_how_often(question: str) -> bool:
    """Return whether a question asks how often something is."""
    return bool(_ASKS_OFTEN.search(question))


def tells_how_often(piece: Piece) -> bool:
    """Return whether a piece says how often something is."""
    return bool(_OFTEN.search(piece.text))
