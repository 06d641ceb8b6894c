"""Hours and days of the week in a text, which tell when something is open or somebody is there. Knows no dates."""

import re
from collections.abc import Sequence

from server.answering.words.matching import Word

_HOURS = re.compile(
    r"\b(?:(?:ma|ti|ke|to|pe|la|su)(?:\s?[–-]\s?(?:ma|ti|ke|to|pe|la|su))?\s)?(?:klo\s|kello\s|kl\.?\s)?"
    r"\d{1,2}(?:[.:]\d\d)?\s?[–-]\s?\d{1,2}(?:[.:]\d\d)?\b(?!\s?(?:%|€|euro|[^\W\d_]))|\b(?:klo|kello|kl\.?)\s\d{1,2}(?:[.:]\d\d)?\b"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b(?:\s(?:to|[–-])\s\d{1,2}(?:[.:]\d\d)?\s?[ap]m\b)?"
    r"|\b(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:sin|na)?\b"
    r"|\b(?:mån|tis|ons|tors|fre|lör|sön)dag(?:ar|en)?\b|\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?:joka\s)?(?:maanantai|tiistai|torstai|perjantai|lauantai|sunnuntai)sin\b|\bkeskiviikkoisin\b"
    r"|\b(?:mån|tis|ons|tors|fre|lör|sön)dagar(?:na)?\b|\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days\b",
    re.IGNORECASE,
)
"""Days of the week on which something is done again and again."""
_OPEN = re.compile(
    r"(?:auki|avoin|aukiol|kiinni|sulje|paikalla|päivyst|vastaanot|öppe|stäng|mottag|open|clos|hours|staffed)",
    re.IGNORECASE,
)
"""Words of a question for hours and days of the week."""


def hours_in(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the places of hours and days of the week in a text where the question's words ask when it is open.

    Where they do not, the days on which something is done each week.
    """
    told = _HOURS if any(_OPEN.match(word.text) for word in words) else _HABIT
    return [(match.start(), match.end()) for match in told.finditer(text)]
