"""Amounts that stand ahead of what they are for: "14 M€ kohdentuu reitteihin, 10 M€ satamiin ja 2 M€ opasteisiin".

The words before such a number belong to the number before it. Knows patterns alone, no figures.
"""

import re
from typing import Final

from ingest.tables.phrases import LETTER

_JOINT: Final = r"(?:,|(?<=\s)(?:ja|sekä|och|samt|and))"
_ABOUT: Final = r"(?:noin |yli |lähes |vajaat |about |over |ca\.? |cirka )?(?:€ ?)?"
_BETWEEN: Final = re.compile(rf"\s*(?P<words>[^,;()]*[{LETTER}]{{3}}[^,;()]*?)\s*{_JOINT}\s+{_ABOUT}\Z", re.DOTALL)
_FOR: Final = re.compile(
    rf"\s+(?P<name>[{LETTER}][^,;()\d]*?)(?=\s*(?:[,;.]|\s(?:ja|sekä|och|samt|and)\s|\Z))", re.DOTALL
)
_MOST_WORDS: Final = 6
_CASES: Final = re.compile(
    r"(?:lle|lla|llä|ssa|ssä|sta|stä|seen|siin|hin|(?<![td])(?:aan|ään|een|iin|oon|uun|yyn|öön))\Z"
)
_PREPOSITION: Final = re.compile(r"(?:till|för|i|på|to|for|in)\s")


def words_of_the_number_before(between: str) -> str | None:
    """Return the words between two numbers if nothing but a comma or "and" parts them from the second, else None."""
    found = _BETWEEN.match(between)
    return " ".join(found["words"].split()) if found else None


def named_behind(after: str) -> tuple[int, int] | None:
    """Return where the name that an amount is for stands behind it: a name, or words in a case that says so."""
    found = _FOR.match(after)
    if found is None:
        return None
    name = found["name"].rstrip()
    fits = name[:1].isupper() or _CASES.search(name) is not None or _PREPOSITION.match(name) is not None
    return (found.start("name"), found.start("name") + len(name)) if fits and len(name.split()) <= _MOST_WORDS else None
