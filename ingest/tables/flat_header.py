"""Cuts the lines above a flat table into its column headers, where several stand on a line and some run over lines."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.tables.flat_lines import Line
from ingest.tables.labels import is_total
from ingest.tables.measures import measure_of, period_of
from ingest.tables.units import stated_unit

_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_SERIES = re.compile(r"(?:19|20)\d{2}\s+(?:19|20)\d{2}\b(?!\s*[-–]\s*\d)")
_ORDINAL = re.compile(r"\d{1,2}\.\Z")
_GOES_ON = re.compile(r"(?:[-–,/(]|\b(?:ja|sekä|tai|och|samt|eller|and|or|of|för|n))\Z", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:alue|kunta|kaupunki|maakunta|toimija|organisaatio|hakija|saaja|hanke|nimi|yksikkö|laitos|kohde|toiminto|tehtävä"
    r"|region|area|municipality|name|organi[sz]ation|applicant|recipient|project|unit|område|landskap|kommun|sökande"
    r"|mottagare|namn|enhet|välfärdsområde|vuosi|year|år)\Z",
    re.IGNORECASE,
)
_MOST_LINES = 16
_EMPTY_ROW = 2.0  # what it costs to take a lone label above the rows for the header of their only column
_LOST_CORNER = 0.8  # what it costs to take the header of the row labels for that of a column


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a header: characters `start` to `end` of the page; `first` on its line.

    `after` is the word before it, `joined` says that the two words before belong together ("2020 ja 2021"), `lone` that
    the word before has a line for itself, `series` that it is the first of several years in a row.
    """

    text: str
    start: int
    end: int
    line: int
    first: bool
    after: str
    joined: bool
    lone: bool
    series: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A header or label: its words joined by single spaces, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """Column headers of a flat table with what stands beside and above them; `cost` is low where the cuts are natural.

    `corner` is the header of the row labels, `label` that of the first row where it stands among the header's lines,
    `margin` is by how much the next best cut costs more.
    """

    columns: tuple[Part, ...]
    corner: Part | None
    label: Part | None
    cost: float = 0.0
    margin: float = 0.0


def read_header(lines: Sequence[Line], columns: int, *, with_label: bool) -> Header | None:
    """Return the most natural cut of the last of `lines` into `columns` headers, or None where there are too few words.

    With `with_label` the first row's label, which begins a line, follows the headers.
    """
    lines = lines[-_MOST_LINES:]
    best: Header | None = None
    for first in range(len(lines) - 1, -1, -1):
        words = _words(lines[first:])
        for corner in (False, True):
            parts = columns + corner + with_label
            cut = _cut(words, parts, with_label=with_label)
            if cut is None:
                continue
            cost, second, starts = cut
            doubt = second - cost
            if words[0].text[:1].islower() and not is_total(words[0].text):
                cost += 2
            if len(words) > 1 and _YEAR.match(words[0].text) and _GOES_ON.search(words[1].text):
                cost += 0.5
            # Lines left over are the title; the labels have a header of their own more often than not.
            cost += _corner_cost(words, starts) if corner else 0.1
            cost += 0.15 * first
            lost = any(_heads_labels(words, start) for start in starts[corner:])
            passed = columns == 1 and any(map(_opens_header, lines[:first]))
            cost += _LOST_CORNER if lost or passed else 0.0
            if columns == 1 and not corner and not with_label and len(lines) > 1 and may_be_row(lines[-1]):
                cost += _EMPTY_ROW
            if best is None or cost < best.cost - 1e-9:
                found = _header(words, starts, corner=corner, with_label=with_label)
                best = replace(found, cost=cost, margin=doubt)
    return best


def may_be_row(line: Line) -> bool:
    """Tell whether the last line above the rows may be a row without numbers rather than a header."""
    words = line.text.split()
    if len(words) > 1 and _LABELS.fullmatch(words[0]):
        return False
    return (
        len(words) <= 4 and words[0][:1].isupper() and not is_total(line.text) and not re.search(r"[\d€%]", line.text)
    )


def is_doubtful(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether what the header leaves out may be a column's header, or its only column no header at all.

    So it is where the header of the row labels runs on with a capital ("Area Total"), where another such header
    stands unused above ("Area" over "Project Skills Total"), and where a lone column without one names no unit,
    measure, period or total: it may be the label of a row without numbers.
    """
    first, *others = header.corner.text.split() if header.corner else [""]
    if _LABELS.search(first) and any(word[:1].isupper() and not word.isupper() for word in others):
        return True
    begins = (header.corner or header.columns[0]).start
    for head, *rest in (line.text.split() for line in lines if line.end <= begins and line.text.strip()):
        if _LABELS.fullmatch(head) and all(word[:1].isupper() or word[:1].isdigit() for word in rest):
            return True
    if len(header.columns) > 1 or (header.corner and _LABELS.search(header.corner.text)):
        return False
    name = header.columns[0].text
    return not (stated_unit(name) or measure_of([name]) or period_of([name]) or is_total(name))


def _opens_header(line: Line) -> bool:
    """Tell whether a line begins with a word that heads row labels and goes on with other headers."""
    words = line.text.split()
    return len(words) > 1 and _LABELS.fullmatch(words[0]) is not None


def _heads_labels(words: Sequence[Word], start: int) -> bool:
    """Tell whether a part begins a line with a word that heads row labels ("Alue", "Project")."""
    word = words[start]
    return word.first and _LABELS.fullmatch(word.text) is not None and word.line == words[-1].line


def _corner_cost(words: Sequence[Word], starts: Sequence[int]) -> float:
    """Return how unlikely the first part is to be the header of the row labels rather than of a column."""
    corner = words[: starts[1]] if len(starts) > 1 else words
    if _LABELS.search(" ".join(word.text for word in corner)):
        return -0.1
    own_line = len(starts) > 1 and words[starts[1]].first
    return 0.05 if own_line else 0.6


def _words(lines: Sequence[Line]) -> list[Word]:
    words: list[Word] = []
    for number, line in enumerate(lines):
        alone = number > 0 and " " not in lines[number - 1].text
        for found in re.finditer(r"\S+", line.text):
            start = line.start + found.start()
            after = words[-1].text if words else ""
            joined = len(words) > 1 and _GOES_ON.search(words[-2].text) is not None
            end = start + len(found.group())
            series = _SERIES.match(line.text, found.start()) is not None and not _YEAR.match(after)
            words.append(Word(found.group(), start, end, number, found.start() == 0, after, joined, alone, series))
    return words


def _cut(words: Sequence[Word], parts: int, *, with_label: bool) -> tuple[float, float, list[int]] | None:
    """Return the cost of the cheapest cut of `words` into `parts`, of the next best, and where its parts start.

    None where there are too few words. Keeps the two cheapest ways to each point, so that a cut which another all but
    equals shows.
    """
    if len(words) < parts:
        return None
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
        best = {used: sorted(ways)[:2] for used, ways in after.items()}
    ways = best.get(parts, [])
    if not ways:
        return None
    second = ways[1][0] if len(ways) > 1 else float("inf")
    return ways[0][0], second, list(ways[0][1])


def _apart(word: Word) -> float:
    """Return what it costs to begin a new header with `word`."""
    goes_on = _GOES_ON.search(word.after) is not None
    if word.first:
        if goes_on:
            return 4.0
        if _YEAR.match(word.text):
            return 0.0 if _YEAR.match(word.after) or word.lone else 0.5
        return 3.0 if word.text[:1].islower() and not is_total(word.text) else 0.0
    if goes_on or word.text.startswith(("(", "-", "–", "/", "€", "%")):
        return 4.0
    if is_total(word.text):
        return 2.0 if word.joined else 0.2
    if _YEAR.match(word.text):
        return 0.0 if _YEAR.match(word.after) or word.series else 0.8
    if _ORDINAL.match(word.text):
        return 0.2
    if word.text[:1].isupper():
        return 0.3
    return 2.0 if word.text[:1].isdigit() else 3.0


def _together(word: Word) -> float:
    """Return what it costs to let `word` go on with the header before it."""
    if _GOES_ON.search(word.after):
        return 0.0
    if is_total(word.text):
        return 0.0 if word.joined else 1.0
    if _YEAR.match(word.text):
        return 2.0 if _YEAR.match(word.after) or word.series else 0.4
    if _ORDINAL.match(word.text):
        return 0.3 if word.after[:1].isupper() else 1.0
    if word.text[:1].isupper():
        return 0.8 if not _ORDINAL.match(word.after) else 0.0
    return 0.0


def _header(words: Sequence[Word], starts: Sequence[int], *, corner: bool, with_label: bool) -> Header:
    ends = [*starts[1:], len(words)]
    parts = [
        Part(" ".join(word.text for word in words[start:end]), words[start].start, words[end - 1].end)
        for start, end in zip(starts, ends, strict=True)
    ]
    label = parts.pop() if with_label else None
    return Header(tuple(parts[corner:]), parts[0] if corner else None, label)
