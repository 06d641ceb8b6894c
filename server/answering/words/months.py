"""Parts of a year in questions and labels, as the months that they have: "tammi–maaliskuu", "Q2", "the second half".

Knows nothing of years, days or figures. Months count from 1.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_FI = ["tammi", "helmi", "maalis", "huhti", "touko", "kesä", "heinä", "elo", "syys", "loka", "marras", "joulu"]
_SV = "januari februari mars april maj juni juli augusti september oktober november december".split()  # noqa: SIM905
_EN = "january february march april may june july august september october november december".split()  # noqa: SIM905
_SHORT = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_SHORT_SV = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
_YEAR_LONG, _QUARTER, _HALF = 12, 3, 6
_DASH = r"\s?[-–—]\s?"
_TO = rf"(?:{_DASH}|\s(?:to|till|through)\s)"
_NUMERALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_ORDINALS = {
    number: words.split()
    for number, words in enumerate(
        (
            "ensimmäi alku första first",
            "toinen toise toisella toisen toista andra second",
            "kolma tredje third",
            "neljä fjärde fourth",
        ),
        start=1,
    )
}
_LAST = ("viimei", "jälkimmäi", "sista", "last", "final")
_QUARTER_NOUN = r"(?:vuosi)?neljännes\w*|(?:vuosi)?neljännekse\w*|kvartaali\w*|kvartal\w*|quarters?|nelj\.|kv\.|kvart\."
_HALF_NOUN = r"vuosipuolisko\w*|vuosipuoliskon\w*|puolivuo\w+|halvår\w*|half(?:[- ]?year)?(?: of the year)?"
_MONTH_FI = rf"(?:{'|'.join(_FI)})kuu\w*"
_RANGE_FI = re.compile(rf"\b({'|'.join(_FI)})(?:kuu\w*)?{_DASH}({'|'.join(_FI)})kuu\w*", re.IGNORECASE)
_RANGES = tuple(
    re.compile(rf"\b({'|'.join(names)}){_TO}({'|'.join(names)})\b", re.IGNORECASE)
    for names in (_SV, _EN, _SHORT, _SHORT_SV)
)
_NAMED = re.compile(
    rf"\b(?:({_MONTH_FI})|(?:i |under |för |in |during |for |of )({'|'.join(dict.fromkeys((*_SV, *_EN)))}))\b",
    re.IGNORECASE,
)
_QUARTERS = re.compile(rf"\bq([1-4])(?:{_TO}q?([1-4]))?\b", re.IGNORECASE)
_WORDED = re.compile(rf"\b(\d\.|i{{1,3}}|iv|[^\W\d]+)\s(?:({_QUARTER_NOUN})|({_HALF_NOUN}))(?!\w)", re.IGNORECASE)
_SHORTLY = re.compile(r"^([1-4])\.?\s?(?:kv|kvart|nelj|q)\.?$", re.IGNORECASE)
_NOUN_FIRST = re.compile(r"\b(?:kvartal|quarter|kvartaali|neljännes)\s([1-4])\b", re.IGNORECASE)
_UNTIL = re.compile(
    r"\b(?:loppuun|mennessä|asti|saakka|senast|by the end|until|fram till|alkaen|lähtien|since)\b", re.IGNORECASE
)
# Bare numbers may be ages or classes: with a year, they are months or quarters.
_LABEL_RANGE = re.compile(r"^(\d{1,2})\.?\s?[-–—]\s?(\d{1,2})\.?\s?[./]\s?(?:19|20)\d\d$|^(\d{1,2})/(?:19|20)\d\d$")
_LABEL_NUMERAL = re.compile(r"^(i{1,3}|iv)\s?[/.]?\s?(?:19|20)\d\d$", re.IGNORECASE)
_RANGE_AND = re.compile(rf"\b({'|'.join(_FI)})- (?:ja|sekä) ({'|'.join(_FI)})kuu\w*", re.IGNORECASE)
_YEAR = re.compile(r"(?:\b(?:vuo(?:si|nna)|år)\s)?\b(?:19|20)\d\d\b")


WHICH_PERIOD = re.compile(
    r"\b(?:(?:missä|minä|mikä|millä) (?:kuussa|kuukau\w+|(?:vuosi)?neljänne\w+|kvartaali\w*|vuonna|vuosi)"
    r"|vilke[nt] (?:månad|kvartal|år)|(?:which|what) (?:month|quarter|year))\b"
)
"""Whose question is for a month, quarter or year."""


@dataclass(frozen=True, slots=True)
class PartOfYear:
    """Some months named at `start` to `end` of a text."""

    months: frozenset[int]
    start: int
    end: int


def part_of_year(text: str) -> PartOfYear | None:
    """Return the one part of a year that a question names, None where it names none, several, or all until a day."""
    if _UNTIL.search(text):
        return None
    found: list[PartOfYear] = []
    for part in _parts(text):
        if part.months and not any(part.start < other.end and other.start < part.end for other in found):
            found.append(part)
    return found[0] if len(found) == 1 else None


def _parts(text: str) -> Iterator[PartOfYear]:
    """Yield the parts of a year that stand in `text`, those of several months before the months in them."""
    for pattern, names in ((_RANGE_FI, _FI), *zip(_RANGES, (_SV, _EN, _SHORT, _SHORT_SV), strict=True)):
        for match in pattern.finditer(text):
            first, last = (names.index(group.casefold()) + 1 for group in match.groups())
            yield PartOfYear(frozenset(range(first, last + 1)), *match.span())
    for match in _RANGE_AND.finditer(text):
        yield PartOfYear(frozenset(_FI.index(group.casefold()) + 1 for group in match.groups()), *match.span())
    for match in _QUARTERS.finditer(text):
        yield PartOfYear(_quarters(int(match[1]), int(match[2] or match[1])), *match.span())
    for match in _WORDED.finditer(text):
        number = _number(match[1], last=4 if match[2] else 2) or 0
        yield PartOfYear(_quarters(number, number) if match[2] else _half(number), *match.span())
    for match in _NOUN_FIRST.finditer(text):
        yield PartOfYear(_quarters(int(match[1]), int(match[1])), *match.span())
    for match in _NAMED.finditer(text):
        month = _month(match[1] or match[2])
        yield PartOfYear(frozenset({month} if month else ()), match.start(1 if match[1] else 2), match.end())


@lru_cache(maxsize=50_000)
def months_of(label: str) -> frozenset[int]:
    """Return the months that a label is of and nothing else: "Tammi", "1–3/2024", "II neljännes", "Q3 2023"."""
    plain = " ".join(_YEAR.sub(" ", label).split()).strip(" ,:/()").casefold()
    if match := _LABEL_RANGE.match(" ".join(label.split())):
        first = int(match.group(1) or match.group(3))
        last = int(match.group(2) or match.group(3))
        return frozenset(range(first, last + 1)) if 1 <= first <= last <= _YEAR_LONG else frozenset()
    if match := _LABEL_NUMERAL.match(" ".join(label.split())):
        quarter = _NUMERALS[match.group(1).casefold()]
        return _quarters(quarter, quarter)
    if match := _SHORTLY.match(plain):
        return _quarters(int(match.group(1)), int(match.group(1)))
    if month := _month(plain.rstrip(".")):
        return frozenset({month})
    ends = re.split(_DASH, plain)
    if len(ends) > 1:
        named = [month for end in ends if (month := _month(end))]
        return frozenset(range(named[0], named[-1] + 1)) if len(ends) == len(named) else frozenset()
    part = part_of_year(plain)
    return part.months if part is not None and (part.start, part.end) == (0, len(plain)) else frozenset()


def _quarters(first: int, last: int) -> frozenset[int]:
    return frozenset(range((first - 1) * _QUARTER + 1, last * _QUARTER + 1)) if first else frozenset()


def _half(number: int) -> frozenset[int]:
    return frozenset(range((number - 1) * _HALF + 1, number * _HALF + 1)) if number in (1, 2) else frozenset()


def _month(text: str) -> int | None:
    """Return the month that a word names, by its name or a short form of it."""
    plain = text.casefold()
    for number, name in enumerate(_FI, start=1):
        if plain == name or re.fullmatch(rf"{name}kuu\w*", plain):
            return number
    for names in (_SV, _EN, _SHORT, _SHORT_SV):
        if plain in names:
            return names.index(plain) + 1
    return None


def _number(word: str, *, last: int) -> int | None:
    """Return which quarter or half a word says; `last` is the number of the last one."""
    plain = word.casefold()
    if plain[0].isdigit():
        return int(plain[0]) if 1 <= int(plain[0]) <= last else None
    if plain in _NUMERALS:
        return _NUMERALS[plain]
    if plain.startswith(_LAST):
        return last
    return next(
        (number for number, stems in _ORDINALS.items() if number <= last and plain.startswith(tuple(stems))), None
    )
