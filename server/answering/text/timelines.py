"""Which date of a torn timeline is of which line. Knows nothing of pages or questions.

On a slide, dates stand above or below what they are of; in flat text they stand one after the other. Where the last
line is a date, each date is of the line before it; where the first one is, each is of the line after it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_DATE = re.compile(
    r"(?:(?:klo|kl\.?|n\.|noin|ti|ke|to|pe|ma|la|su)\s)?(?:\d{1,2}\.\s?[–—-]\s?)?[\dX]{1,2}\.\s?\d{1,2}\.(?:\s?\d{4})?(?:\s?[–—-]\s?\d{1,2}\.\d{1,2}\.(?:\d{4})?)?\??"
)
_MONTH = re.compile(
    r"(?:(?:tammi|helmi|maalis?|huhti|touko|kesä|heinä|elo|syys?|loka|marra\s?s?|joul\s?u?)\s?(?:kuu)?\s?s?\s?)+|(?:19|20)\d\d"
    r"|(?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"aikataulu|vaiheet|tidtabell|tidsplan|tidslinje|schedule|timeline|timetable|milestones", re.IGNORECASE
)
_FEWEST = 2


def pairs_of(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Return (order of one line, order of the next) of each line of a run that is of one date with it.

    None where the run has fewer than two dates or does not tell on which side of its line a date stands.
    """
    dated = [bool(_DATE.fullmatch(line)) for line in lines]
    if sum(dated) < _FEWEST:
        return []
    kept = [order for order, line in enumerate(lines) if not _MONTH.fullmatch(line)]
    if dated[kept[-1]] and not dated[kept[0]]:
        return [(a, b) for a, b in pairwise(kept) if dated[b] and not dated[a] and b == a + 1]
    if _TITLE.search(lines[kept[0]]):
        kept = kept[1:]
    if dated[kept[0]] and not dated[kept[-1]]:
        return [(a, b) for a, b in pairwise(kept) if dated[a] and not dated[b] and b == a + 1]
    return []
