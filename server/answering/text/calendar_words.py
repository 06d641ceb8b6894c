"""Whether a piece tells of the month, the season or the holiday that a question names. Knows nothing of search."""

import re

from server.answering.text.evidence import Piece
from server.answering.text.found_passages import heading_above
from server.answering.words.dates import months_in
from server.answering.words.kinds import Wanted

_SEASONS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\b(?:{season})", re.IGNORECASE)
    for season in (
        "kevä[ti]|kevää|vår(?:en|s|termin|vinter)|spring",
        "kesä(?!kuu)|sommar|summer",
        "syksy|syys(?!kuu)|höst|autumn",
        "talv|vinter|winter",
    )
)
_HOLIDAYS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(rf"\b(?:{holiday})", re.IGNORECASE)
    for holiday in (
        "juhannu|midsomm|midsummer",
        "joulu(?!kuu)|jul(?:en|afton|dag|helg|marknad|stäng|$|\\b)|christmas|xmas",
        "uudenvuoden|uusivuosi|nyår|new year",
        "loppiai|trettond|epiphan",
        "pääsiäi|påsk|easter",
        "vap(?:pu|un|puna)|valborg|första maj|may day|walpurgis",
        "itsenäisyyspäiv|självständighetsdag|independence day",
        "helator|kristi himmel|ascension",
        "pyhäinp|alla helgon|all saints",
    )
)


def of_another_month(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether a month is asked of and the best piece has dates of others alone, or so a season."""
    asked = set(months_in(question)) if wanted.kind == "when" else set()
    told = months_in(best.text)
    if asked and told and asked.isdisjoint(told):
        return True
    seasons = {order for order, season in enumerate(_SEASONS) if season.search(question)}
    around = f"{best.passage.heading} {best.text}"
    others = {order for order, season in enumerate(_SEASONS) if season.search(around)}
    return wanted.kind in ("when", "count") and bool(seasons and others) and seasons.isdisjoint(others)


def of_another_holiday(best: Piece, question: str) -> bool:
    """Return whether a holiday is asked of which neither the best piece nor its headings have any word."""
    around = f"{best.passage.heading} {best.text}"
    above = heading_above(best.passage, best.unit)
    around += f" {best.passage.page.text[above.start : above.end]}" if above else ""
    return any(holiday.search(question) and not holiday.search(around) for holiday in _HOLIDAYS)
