"""How likely a new column header begins at a word of the lines above a flat table, and the likeliest cuts of all.

Costs are low where a cut is natural. Knows words and lines alone, nothing of the rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.tables.flat_lines import Line
from ingest.tables.labels import is_total
from ingest.tables.numbers import RAISED_MARK

# A year, or a part of one: "2023", "2023¹", "1–6/2023", "Q2/2024".
YEAR = re.compile(rf"(?:(?:[QHT]?\d{{1,2}}(?:[-–]\d{{1,2}})?|I{{1,3}}|IV)/)?(?:19|20)\d{{2}}(?:{RAISED_MARK}|\*+)?\Z")
GOES_ON = re.compile(r"(?:[-–,/(]|\b(?:ja|sekä|tai|och|samt|eller|and|or|of|för|n))\Z", re.IGNORECASE)
_AND = re.compile(r"(?:[-–]|\b(?:ja|sekä|och|samt|and))\Z", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}\.\Z")
_NUMBERED = re.compile(r"(?:taulukko|taul\.|kuva|kuvio|liite|tabell|figur|bilaga|table|figure|annex)\Z", re.IGNORECASE)
_WORD = re.compile(r"\S+(?: ?\([^()]{1,20}\))?(?!\S)|\S+")
_BRACKETS = re.compile(r" ?\([^()]*\)\Z")
_MOST_WAYS = 4
_SEVERAL = 3  # headers on a line that does not begin with the end of one


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a header with the brackets behind it: characters `start` to `end` of the page; `first` on its line.

    `core` is the word without brackets ("2023 (1 000 €)"), `after` that of the word before it. `joined` says that the
    two words before belong together ("2020 ja 2021"), `lone` that the word before has a line for itself, `several` that
    its line seems to hold several headers, `phrase` that the next word goes on from it, `series` that it is the first
    of several years in a row.
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


def words_of(lines: Sequence[Line]) -> list[Word]:
    """Return the words of header lines in order."""
    found: list[tuple[str, int, int]] = []
    for number, line in enumerate(lines):
        found += [(each.group(), line.start + each.start(), number) for each in _WORD.finditer(line.text)]
    texts = [_BRACKETS.sub("", text) or text for text, _, _ in found]
    in_line = [[index for index, (_, _, line) in enumerate(found) if line == number] for number in range(len(lines))]
    years = [YEAR.match(text) is not None for text in texts]
    several = [sum(_begins(texts, index) for index in line[1:]) >= _SEVERAL - 1 for line in in_line]
    series = {index for index, (one, other) in enumerate(pairwise(years)) if one and other}
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
            phrase=index + 1 < len(found) and GOES_ON.search(texts[index + 1]) is not None,
            series=index in series and not (index and years[index - 1]),
        )
        for index, (text, start, number) in enumerate(found)
    ]


def _begins(texts: Sequence[str], index: int) -> bool:
    """Tell whether a word within a line looks like the first of a header."""
    text, after = texts[index], texts[index - 1]
    return GOES_ON.search(after) is None and (text[:1].isupper() or YEAR.match(text) is not None or is_total(text))


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
    goes_on = GOES_ON.search(word.after) is not None
    if word.first:
        if goes_on:
            return 4.0
        if YEAR.match(word.core):
            alone = YEAR.match(word.after) or word.lone or word.series
            return (0.0 if alone else 0.5) + (0.5 if word.phrase else 0.0)
        return 3.0 if word.core[:1].islower() and not is_total(word.core) else 0.0
    if goes_on or word.core.startswith(("(", "-", "–", "/", "€", "%")):
        return 4.0
    if _NUMBERED.match(word.after):
        return 3.0
    if is_total(word.core):
        return 2.0 if word.joined else 0.2
    if YEAR.match(word.core):
        return 0.0 if YEAR.match(word.after) or word.series else 0.8
    if _ORDINAL.match(word.core):
        return 0.2
    if word.core[:1].isupper():
        return 0.3
    return 2.0 if word.core[:1].isdigit() else 3.0


def _together(word: Word) -> float:
    """Return what it costs to let `word` go on with the header before it."""
    if GOES_ON.search(word.after) or _NUMBERED.match(word.after):
        return 0.0
    # A line of several headers does not begin with the end of one, unless its first word shows it.
    across = 0.6 if word.first and word.several and not word.core.startswith("(") else 0.0
    if is_total(word.core):
        return 0.0 if word.joined else 1.0 + across
    if YEAR.match(word.core):
        if YEAR.match(word.after) or word.series:
            return 2.0
        return 0.0 if word.phrase else 0.4 + across
    if _ORDINAL.match(word.core):
        return 0.3 if word.after[:1].isupper() else 1.0
    if word.core[:1].isupper():
        return 0.8 + across if not _ORDINAL.match(word.after) else 0.0
    return 0.0
