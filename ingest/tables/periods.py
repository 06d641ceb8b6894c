"""The period that a label or title states: years, ranges and dates, as printed. Knows nothing of tables."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_YEAR: Final = r"(?:19|20)\d\d"
# A year is no part of a grouped number ("2 020 000"), a decimal, a law's number or a longer number, nor an amount.
_BEFORE: Final = rf"(?<![\d.,/])(?:(?<!\d[ \u00a0\u202f])|(?<={_YEAR}[ \u00a0\u202f]))"
# A law's number stands behind its year as well: "2021/690".
_LAW: Final = r"(?!/(?!(?:19|20)\d\d(?!\d))\d{3})"
_AFTER: Final = _LAW + r"(?![\d%€])(?!,\d)(?!\.\d)(?![ \u00a0\u202f]\d{3}(?!\d))(?![ \u00a0]?(?:€|%|euro|M€|milj))"
_DATE: Final = r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d"
_DASH: Final = r"\s?[-–—−]\s?"

_PATTERNS: Final = (
    re.compile(rf"(?<!\d)({_DATE}){_DASH}({_DATE})(?!\d)"),
    re.compile(rf"(?<![\d.])(\d{{1,2}}\.\d{{1,2}}\.){_DASH}({_DATE})(?!\d)"),
    re.compile(rf"(?<![\d.])(\d{{1,2}}){_DASH}(\d{{1,2}}/{_YEAR})(?!\d)"),
    re.compile(rf"{_BEFORE}({_YEAR}){_DASH}({_YEAR}|\d\d(?=[\s).,;:]|$)){_AFTER}"),
    re.compile(rf"{_BEFORE}({_YEAR}) (?:ja|och|and|&) ({_YEAR}){_AFTER}"),
)
_SINGLE: Final = (
    re.compile(rf"(?<![\d.])({_DATE})(?!\d)"),
    re.compile(rf"(?<![\d.])(\d{{1,2}}/{_YEAR})(?!\d)"),
    re.compile(rf"(?:{_BEFORE}|(?<=TA)|(?<=TP)|(?<=KS))({_YEAR}){_AFTER}"),
)


def periods_in(text: str) -> Iterator[str]:
    """Yield the periods that `text` states, ranges with a plain hyphen, the most definite kind first."""
    taken: list[tuple[int, int]] = []
    for pattern in (*_PATTERNS, *_SINGLE):
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            yield _written(match)


def period_of(texts: Sequence[str]) -> str | None:
    """Return the period that the nearest of `texts` (nearest to the figure first) states, or None.

    A text that states several unlike periods decides nothing, and the next one is asked. The first of two years
    joined by "and" opens a range: "2020 ja 2021" is "2020-2021".
    """
    for text in texts:
        found = list(dict.fromkeys(periods_in(text)))
        if len(found) == 1:
            return found[0]
    return None


def period_above(texts: Sequence[str]) -> str | None:
    """Return the period of lines and headings above; a single day there is the document's own date."""
    period = period_of(texts)
    return None if period is not None and re.fullmatch(_DATE, period) else period


def _written(match: re.Match[str]) -> str:
    parts = match.groups()
    if len(parts) == 1:
        return str(parts[0])
    first, last = parts
    if re.fullmatch(r"\d\d", last):
        last = first[:2] + last
    return f"{first}-{last}"
