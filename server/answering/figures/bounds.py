"""The numbers that a question sets: limits ("over 10 million"), how many rows ("top 3"), which place ("second most").

Knows nothing of the question's other words.
"""

import re
from decimal import Decimal
from typing import cast

from ingest.tables.numbers import numbers_in
from server.answering.figures.asked import Limit
from server.answering.figures.labels import years_in
from server.answering.words.vocabulary import wording

_TOPS = (
    re.compile(r"\btop[ -]?(\d+|[^\W\d]+)\b"),
    re.compile(
        r"\b(\d+|[^\W\d]+)\s+(?:eniten|vähiten|suurin\w*|pienin\w*|suurim\w+|pienim\w+|mest|minst|största|minsta|högsta"
        r"|lägsta|largest|smallest|biggest|highest|lowest|greatest|top)\b"
    ),
    re.compile(r"\b(?:mitkä|mille|vilka|which|what|the|de)\s+(\d+|[^\W\d]+)\s+\w+\b"),
)
_PLACE = re.compile(
    r"\b(\d+)(?:\.|st|nd|rd|th)\s+(?:eniten|vähiten|suur|pien|most|large|big|high|great|least|small|low|few)"
    r"|\b([^\W\d]+?)[ -]?(?:eniten|vähiten|suurin|suurimm\w+|pienin|pienimm\w+|mest|minst|störst|högst|lägst|flest|most"
    r"|largest|biggest|highest|greatest|least|smallest|lowest|fewest)"
)


def limit_in(text: str) -> tuple[Limit | None, tuple[int, int] | None]:
    """Return the limit that `text` names and the characters that name it, None twice without one."""
    limits = cast("dict[str, str]", wording()["limits"])
    lowered = text.casefold()
    for over in (True, False):
        match = re.search(limits["over" if over else "under"], lowered)
        if match is None:
            continue
        rest = text[match.end() :]
        numbers = [number for number in numbers_in(rest) if not rest[: number.start].strip() or number.start <= 3]
        if numbers:
            value, end = numbers[0].value, numbers[0].end
            million = re.match(r"\s*(?:miljoon\w*|milj\b\.?|m€|million\w*|miljon\w*)", rest[end:].casefold())
            if million and numbers[0].scale == 1:
                value *= 1_000_000
            if million:
                end += million.end()
            elif numbers[0].scale > 1 and (scale := re.match(r"\s*\w+", rest[end:])):
                end += scale.end()  # "10 miljardia": the number has its word
            written = numbers[0].text.casefold()
            euro = re.match(r"\s*(?:€|euro\w*|eur)", rest[end:].casefold())
            percent = re.match(r"\s*(?:%|pros\w*|procent\w*|per ?cent\w*)", rest[end:].casefold())
            end += euro.end() if euro else percent.end() if percent else 0
            money = euro or numbers[0].scale > 1 or million or "€" in written or numbers[0].unit == "EUR"
            unit = "EUR" if money else "%" if percent or numbers[0].unit == "%" else None
            inclusive = bool(re.search(limits["inclusive"], match.group()))
            return Limit(over, Decimal(value), inclusive, unit), (match.start(), match.end() + end)
    return None, None


def place_wanted(lowered: str) -> int | None:
    """Return which place from the end the question asks for: 2 for "second most", None for the end itself."""
    places = cast("dict[str, int]", wording()["places"])
    for match in _PLACE.finditer(lowered):
        digits, word = match.groups()
        if digits:
            return int(digits)
        if word in places:
            return places[word]
    return None


def rows_wanted(lowered: str) -> int | None:
    """Return how many rows a casefolded question asks for, None where it names no number."""
    numbers = cast("dict[str, int]", wording()["numbers"])
    for written in (match.group(1) for top in _TOPS for match in top.finditer(lowered)):
        if written.isdigit() and not years_in(written):
            return int(written)
        if written in numbers:
            return numbers[written]
    found = [numbers[word] for word in re.findall(r"\w+", lowered) if word in numbers]
    return found[0] if found else None
