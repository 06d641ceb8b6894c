"""How likely a new column header begins at a word of the lines above a flat table, and the likeliest cuts of all.

Costs are low where a cut is natural. Knows words and lines alone, nothing of the rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from ingest.tables.flat.glued import joints
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_bare_total, is_difference, is_total
from ingest.tables.measures import measure_of
from ingest.tables.numbers import RAISED_MARK

# A year, a part of one or a day: "2023", "2023¹", "1–6/2023", "Q2/2024", "2023/IV", "1.1.-31.12.2023", "31.12.2023",
# "2023-12-31".
YEAR = re.compile(
    rf"(?:(?:[QHT]?\d{{1,2}}(?:[-–]\d{{1,2}})?|I{{1,3}}|IV)/"
    rf"|(?:\d{{1,2}}\.\d{{1,2}}\.(?:(?:19|20)\d{{2}})?[-–])?\d{{1,2}}\.\d{{1,2}}\.)?"
    rf"(?:19|20)\d{{2}}(?:-\d\d-\d\d|/(?:I{{1,3}}|IV|Q?\d{{1,2}}))?(?:{RAISED_MARK}|\*+)?\Z"
)
# A quarter or a month.
MONTH = re.compile(
    r"(?:Q[1-4]|tammi|helmi|maalis|huhti|touko|kesä|heinä|elo|syys|loka|marras|joulu)(?:kuu)?\Z"
    r"|(?:jan|feb|mar|apr|may|maj|jun|jul|aug|sep|oct|okt|nov|dec)(?:[a-z]{2,6})?\.?\Z",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:[-–,/(]|\b(?:ja|sekä|tai|och|samt|eller|and|or|of|for|to|för|till|n))\Z", re.IGNORECASE)
_AND = re.compile(r"(?:[-–]|\b(?:ja|sekä|och|samt|and))\Z", re.IGNORECASE)
_RATES = frozenset({"share", "change", "deviation"})
NUMBER_SIGN = re.compile(r"(?:no|nr|nro|n:o)\.?\Z", re.IGNORECASE)  # "No. Project"
_UNIT_WORD = re.compile(r"(?:€|eur|euroa?|[mtk]€|milj\.?|tuhatta)\Z", re.IGNORECASE)  # ends a header
_RATE_NAME = re.compile(r"(?:prosentti|aste|sats|kvot|grad)\Z", re.IGNORECASE)
_RATE = re.compile(r"(?:€|euroa?|eur)/[^\W\d_]", re.IGNORECASE)  # heads a column by itself: "€/asukas"
_SPAN = re.compile(r"[A-ZÅÄÖ]{0,4}\d{2,4}[-–/][A-ZÅÄÖ]{0,4}\d{2,4}\Z")  # what a change is between: "TA35–TAE36"
_ORDINAL = re.compile(r"\d{1,2}\.\Z")
_NUMBERED = re.compile(
    r"(?:\w*(?:taulukko|kuva|kuvio|liite|tabell|figur|bilaga)|taul\.|table|figure|annex)\Z", re.IGNORECASE
)
# A word with the brackets or the unit behind it: "2023 (1 000 €)", "2023, milj. €".
_UNIT = (
    r"(?:1[ \u00a0]?000 ?|milj\.? ?|miljoonaa |mn ?|[mtk] ?|tuhatta |tuh\.? ?|tusen(?:tal)? |thousand |million )?"
    r"(?:€|euroa?|euros|eur)(?: ?1[ ,]?000| thousand| million| m| k)?"
    r"|%|kpl|htv|hlö|lkm|st|antal|pcs|number|no\.|årsverken|FTEs?"
)
# It may have the mark of a footnote behind it, too: "Muutos 2)".
_WORD = re.compile(rf"\S+, (?:{_UNIT})(?!\S)|\S+(?: ?\([^()]{{1,20}}\))?(?: \d\))?(?!\S)|\S+", re.IGNORECASE)
_OWN_UNIT = re.compile(rf"\((?:{_UNIT})\)", re.IGNORECASE)
_LONE_UNIT = re.compile(rf"\(?(?:{_UNIT})\)?", re.IGNORECASE)
_SIGNS = frozenset({"+/-", "+/–", "±", "Δ", "∆"})
_BRACKETS = re.compile(rf" ?\([^()]*\)(?: \d\))?\Z|, (?:{_UNIT})\Z| \d\)\Z", re.IGNORECASE)
_MOST_GAP = 2  # words between years that name what each is
_MOST_WAYS = 4
_STEM = 3  # letters
_SEVERAL = 3  # headers on a line that does not begin with the end of one


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a header with the brackets behind it: characters `start` to `end` of the page; `first` on its line.

    `core` is the word without brackets ("2023 (1 000 €)"), `after` that of the word before it. `joined` says that the
    two words before belong together ("2020 ja 2021"), `lone` that the word before has a line for itself, `several` that
    its line seems to hold several headers, `phrase` that the next word goes on from it, `series` that it is the first
    of several years in a row, `pair` that it begins or goes on with one of several years that each have words of their
    own ("TP 2021 TA 2022") or of several headers that end in one word, or may do either, `again` that it is one of
    several alike that begin headers, or follows one that ends them, `month` that it is one of several months.
    """

    text: str
    core: str
    start: int
    end: int
    line: int
    first: bool
    after: str
    joined: bool
    lone: bool
    several: bool
    phrase: bool
    series: bool
    pair: Literal["", "begins", "goes on", "either"] = ""
    again: bool = False
    month: bool = False

    @property
    def is_period(self) -> bool:
        """Whether the word is a year or one of several months."""
        return self.month or YEAR.match(self.core) is not None

    @property
    def follows_period(self) -> bool:
        """Whether the word before it is one."""
        return YEAR.match(self.after) is not None or (self.month and MONTH.match(self.after) is not None)


def ends_header(word: str) -> bool:
    """Tell whether a word is a unit in brackets, which no header begins with."""
    return _OWN_UNIT.fullmatch(word) is not None


def goes_on(word: str) -> bool:
    """Tell whether a word cannot end a header: "Hanke-", "ja"."""
    return word not in _SIGNS and _GOES_ON.search(word) is not None


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Return the words of header lines in order."""
    found: list[tuple[str, int, int]] = []
    for number, line in enumerate(lines):
        starts = joints(line.text) if line.glued else [0]
        for first, last in pairwise([*starts, len(line.text)]):
            found += [
                (each.group(), line.start + each.start(), number) for each in _WORD.finditer(line.text, first, last)
            ]
    found = _with_units(found)
    texts = [_BRACKETS.sub("", text) or text for text, _, _ in found]
    in_line = [[index for index, (_, _, line) in enumerate(found) if line == number] for number in range(len(lines))]
    months = [MONTH.match(text) is not None for text in texts]
    several_months = sum(months) >= _SEVERAL
    years = [YEAR.match(text) is not None for text in texts]
    several = [sum(_begins(texts, index) for index in line[1:]) >= _SEVERAL - 1 for line in in_line]
    pairs = _pairs(texts, years) or (_tails(texts) | _totals(texts) | _of_labels(texts))
    again = _again(texts)
    kinds = [
        "year" if year else "month" * (several_months and month) for year, month in zip(years, months, strict=True)
    ]
    series = {index for index, (one, other) in enumerate(pairwise(kinds)) if one == other != ""}
    return [
        Word(
            text,
            texts[index],
            start,
            start + len(text),
            number,
            first=index == 0 or found[index - 1][2] != number,
            after=texts[index - 1] if index else "",
            joined=index > 1 and found[index - 1][2] == number and _AND.search(texts[index - 2]) is not None,
            lone=number > 0 and len(in_line[number - 1]) == 1,
            several=several[number],
            phrase=index + 1 < len(found) and goes_on(texts[index + 1]),
            series=index in series and index - 1 not in series,
            pair=pairs.get(index, ""),
            again=index in again,
            month=several_months and months[index],
        )
        for index, (text, start, number) in enumerate(found)
    ]


def _with_units(words: Sequence[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Return `words` with a unit on a line of its own behind the word that it goes on from: "2023," over "M€"."""
    found: list[tuple[str, int, int]] = []
    for text, start, line in words:
        if found and found[-1][2] != line and (_OWN_UNIT.fullmatch(text) or found[-1][0].endswith(",")):
            before, at, above = found[-1]
            if _LONE_UNIT.fullmatch(text):
                # One blank for the line break: a word is as long as its place on the page.
                found[-1] = (before + " " * (start - at - len(before)) + text, at, above)
                continue
        found.append((text, start, line))
    return found


def _pairs(texts: Sequence[str], years: Sequence[bool]) -> dict[int, Literal["begins", "goes on", "either"]]:
    """Return which words begin or go on with headers of a year and its own words: "TP 2021 TA 2022", "2021 arvio".

    So it is where as many words stand between each year and the next. They begin the header unless they are in small
    letters or stand behind the last year, too, and no more words than a header of the row labels before the first.
    """
    places = [index for index, year in enumerate(years) if year]
    gaps = {after - before - 1 for before, after in pairwise(places)}
    if len(places) > 1 and all(texts[place + 1 : place + 2] == ["%"] for place in places):
        shares: dict[int, Literal["begins", "goes on", "either"]] = dict.fromkeys(places, "begins")
        return shares | dict.fromkeys([place + 1 for place in places], "either")  # shares, or the years' own unit
    if len(places) < 2 or len(gaps) != 1 or not 0 < (gap := gaps.pop()) <= _MOST_GAP:
        return {}
    first, last = places[0], places[-1]
    between = [texts[before + 1] for before in places[:-1]]
    if len({texts[place] for place in places}) == 1 and _stand_beside(texts[first:], places):
        return dict.fromkeys(range(first, len(texts)), "begins")
    after = texts[last + 1 : last + 1 + gap]
    found: dict[int, Literal["begins", "goes on", "either"]] = {}
    if any(goes_on(word) or word.endswith("%") for word in between):
        return {}  # "2020 ja 2021", "2020 Muutos% 2021"
    behind = len(after) == gap == len(texts) - last - 1 and not any(map(stands_alone, after))
    ahead = first == 1 and (stands_alone(texts[0]) or measure_of(texts[:1]) is not None)
    if any(word[:1].islower() for word in between) or (behind and first <= 1 and not ahead):
        for place in places:
            found[place] = "begins"
            found |= dict.fromkeys(range(place + 1, min(place + 1 + gap, len(texts))), "goes on")
    elif first >= gap:
        for place in places:
            found[place - gap] = "begins"
            found |= dict.fromkeys(range(place - gap + 1, place + 1), "goes on")
    return found


def _stand_beside(texts: Sequence[str], places: Sequence[int]) -> bool:
    """Tell whether words are one year and what becomes of it, over and over: "2019 Muutos 2019 Muutos"."""
    return len(texts) == 2 * len(places) and len(set(texts[1::2])) == 1 and stands_alone(texts[1])


def _tails(texts: Sequence[str]) -> dict[int, Literal["begins", "goes on", "either"]]:
    """Return the same for headers that all end in one word in small letters: "Nya studerande totalt Examina totalt"."""
    word = texts[-1] if texts else ""
    places = [index for index, text in enumerate(texts) if text == word]
    capitals = all(texts[place + 1][:1].isupper() and place and texts[place - 1] != word for place in places[:-1])
    if not word[:1].islower() or len(places) < 2 or not capitals:
        return {}
    found: dict[int, Literal["begins", "goes on", "either"]] = dict.fromkeys(places, "goes on")
    return found | dict.fromkeys([place + 1 for place in places[:-1]], "begins")


def _totals(texts: Sequence[str]) -> dict[int, Literal["begins", "goes on", "either"]]:
    """Return the same for totals in small letters that end some of the headers: "Luvat yhteensä Luvista myönnetyt, %".

    Where all words but the total come again behind it, it may total them: "Naiset Miehet yhteensä".
    """
    places = [index for index, text in enumerate(texts) if index and text[:1].islower() and is_bare_total(text)]
    ends = [place + 1 == len(texts) or texts[place + 1][:1].isupper() for place in places]
    before = {texts[place - 1].casefold() for place in places}
    if len(places) < 2 or not all(ends) or len(before) > 1:
        return {}
    found: dict[int, Literal["begins", "goes on", "either"]] = dict.fromkeys(places, "goes on")
    return found | dict.fromkeys([place + 1 for place in places if place + 1 < len(texts)], "begins")


def _of_labels(texts: Sequence[str]) -> dict[int, Literal["begins", "goes on", "either"]]:
    """Return the same for a header that begins with the genitive of the one of the labels: "Ala Alan menot"."""
    found: dict[int, Literal["begins", "goes on", "either"]] = {}
    for at, (one, other) in enumerate(pairwise(texts[:-1])):
        stem = other.casefold().removesuffix("n")
        if len(stem) >= _STEM and stem != other.casefold() and one.casefold().endswith(stem):
            found |= {at + 1: "begins", at + 2: "goes on"}
    return found if len(found) == len(("begins", "goes on")) else {}


def _again(texts: Sequence[str]) -> frozenset[int]:
    """Return which words begin headers that all begin or all end alike: "Grant awarded Grant paid", "… tuki … tuki"."""
    found: set[int] = set()
    for word in {text for text in texts if text[:1].isalpha()}:
        places = [index for index, text in enumerate(texts) if text == word]
        if len(places) < 2 or any(after - before < 2 for before, after in pairwise(places)):
            continue
        if word[:1].isupper():
            found |= set(places)
        elif all(texts[place - 1][:1].isupper() for place in places if place):
            found |= {place + 1 for place in places if place + 1 < len(texts) and texts[place + 1][:1].isupper()}
    return frozenset(found)


def stands_alone(word: str) -> bool:
    """Tell whether a word is a header without a year: "Yhteensä", "Muutos"."""
    return word in _SIGNS or is_total(word) or is_difference(word)


def _begins(texts: Sequence[str], index: int) -> bool:
    """Tell whether a word within a line looks like the first of a header."""
    text, after = texts[index], texts[index - 1]
    return not goes_on(after) and (text[:1].isupper() or YEAR.match(text) is not None or is_total(text))


def cuts(words: Sequence[Word], parts: int, *, with_label: bool) -> list[tuple[float, tuple[int, ...]]]:
    """Return the cheapest cuts of `words` into `parts`, each with its cost and where its parts start, cheapest first.

    With `with_label` the last part begins a line.
    """
    if len(words) < parts:
        return []
    best: dict[int, list[tuple[float, tuple[int, ...]]]] = {1: [(0.0, (0,))]}
    for index in range(1, len(words)):
        word = words[index]
        apart, together = _apart(word), _together(word)
        after: dict[int, list[tuple[float, tuple[int, ...]]]] = {}
        for used, ways in best.items():
            for cost, starts in ways:
                after.setdefault(used, []).append((cost + together, starts))
                if used < parts and not (with_label and used + 1 == parts and not word.first):
                    after.setdefault(used + 1, []).append((cost + apart, (*starts, index)))
        best = {used: sorted(ways)[:_MOST_WAYS] for used, ways in after.items()}
    return best.get(parts, [])


def _apart(word: Word) -> float:
    """Return what it costs to begin a new header with `word`."""
    if word.pair:
        return 2.5 if word.pair == "goes on" else 0.0
    if word.again:
        return 0.0
    if NUMBER_SIGN.match(word.after) or _UNIT_WORD.match(word.core):
        return 3.0
    if word.core in _SIGNS:
        return 0.3
    if word.core == "%":  # the change in percent, or a share of the total
        return 3.0 if _is_rate(word.after) else 0.5
    return _apart_on_line(word) if word.first else _apart_in_line(word)


def _is_rate(text: str) -> bool:
    """Tell whether a header counts in percent by its name: a change, a share, "Skattesats", "Työttömyysaste"."""
    return is_difference(text) or measure_of([text]) in _RATES or _RATE_NAME.search(text) is not None


def _apart_on_line(word: Word) -> float:
    """Return what it costs to begin a new header with the first word of a line."""
    if goes_on(word.after):
        return 4.0
    if word.is_period:
        alone = word.follows_period or word.lone or word.series
        return (0.0 if alone else 0.5) + (0.5 if word.phrase else 0.0)
    return 3.0 if word.core[:1].islower() and not is_total(word.core) else 0.0


def _apart_in_line(word: Word) -> float:
    """Return what it costs to begin a new header with a word inside a line."""
    if word.core.startswith("%-"):
        return 0.3  # "%-osuus"
    if _RATE.match(word.core):
        return 0.2 if word.after.endswith(("€", "%")) else 1.0
    if goes_on(word.after) or word.core.startswith(("(", "-", "–", "/", "€", "%")):
        return 4.0
    if _NUMBERED.match(word.after) or (_SPAN.match(word.core) and is_difference(word.after)):
        return 3.0
    if is_total(word.core):
        return 2.0 if word.joined else 0.2
    if word.is_period:
        if word.after.endswith("%"):
            return 0.2  # "Muutos% 2024"
        return 0.0 if word.follows_period or word.series else 0.8
    if _ORDINAL.match(word.core):
        return 0.2
    if word.core[:1].isupper():
        return 0.3
    return 2.0 if word.core[:1].isdigit() else 3.0


def _together(word: Word) -> float:
    """Return what it costs to let `word` go on with the header before it."""
    if word.pair:
        return 2.0 if word.pair == "begins" else 0.0
    if word.core in _SIGNS:
        return 1.0
    if word.again:
        return 1.5
    if _RATE.match(word.core):
        return 0.9
    if _SPAN.match(word.core) and is_difference(word.after):
        return 0.0
    if goes_on(word.after) or _NUMBERED.match(word.after) or NUMBER_SIGN.match(word.after):
        return 0.0
    if word.core.startswith("%-"):
        return 0.9  # "%-osuus"
    if word.core == "%":
        return 0.0 if _is_rate(word.after) else 0.6
    return _together_by_case(word)


def _together_by_case(word: Word) -> float:
    """Return the same for a word of which nothing but its look tells."""
    # A line of several headers does not begin with the end of one, unless its first word shows it.
    across = 0.6 if word.first and word.several and not word.core.startswith("(") else 0.0
    if is_total(word.core):
        return 0.0 if word.joined else 1.0 + across
    if word.is_period:
        if word.follows_period or word.series or word.after.endswith("%"):
            return 2.0
        return 0.0 if word.phrase else 0.4 + across
    if _ORDINAL.match(word.core):
        return 0.3 if word.after[:1].isupper() else 1.0
    if word.core[:1].isupper():
        behind = 2.0 if is_bare_total(word.after) else 0.0  # "Yhteensä Muutos" are two
        return 0.8 + across + behind if not _ORDINAL.match(word.after) else 0.0
    return 0.0
