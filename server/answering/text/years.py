"""Years in texts, and stretches of them. Knows nothing of questions."""

import re

YEARS = re.compile(r"\b(?:19|20)\d\d\b")
YEAR_RANGE = re.compile(r"\b((?:19|20)\d\d)\s?[–—-]\s?((?:19|20)?\d\d)\b")
_SHORT_YEAR, _LONGEST_STRETCH = 2, 30


def years_of(token: str) -> list[str]:
    """Return the years that a token of a text is or has between dashes and full stops."""
    parts = [token]
    for mark in "–-/.:,":
        parts = [piece for part in parts for piece in part.split(mark)]
    return [part for part in parts if len(part) == 4 and part.isdigit()]


def range_of(token: str) -> tuple[int, int] | None:
    """Return the first and the last year of a token that is a stretch of years, else None."""
    years = years_of(token)
    return (
        (int(years[0]), int(years[1]))
        if len(years) == 2 and int(years[0]) < int(years[1]) < int(years[0]) + 30
        else None
    )


def years_in(text: str) -> frozenset[str]:
    """Return the years of a text, all those of a stretch of years among them."""
    years = set(YEARS.findall(text))
    for first, last in YEAR_RANGE.findall(text):
        end = int(last) if len(last) > _SHORT_YEAR else int(first[:2] + last)
        years.update(str(year) for year in range(int(first), min(end, int(first) + _LONGEST_STRETCH) + 1))
    return frozenset(years)
