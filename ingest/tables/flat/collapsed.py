"""Tables that an extraction ran together with the text around them on one line, their rows parted again.

A row ends where a number is followed by a word with a capital. Where the header ends and the first label begins nothing
tells, so every way to part them is offered; sums decide. Every character keeps its place. Solves nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from ingest.table import Table
from ingest.tables.corner_words import heads_labels
from ingest.tables.labels import is_total

_SHORTEST: Final = 60
_LONGEST: Final = 6000
_MOST_HEADS: Final = 3
_FEWEST_ROWS: Final = 3
_MOST_WORDS: Final = 6
_LONGEST_LABEL: Final = 60
_ROW_ENDS: Final = re.compile(r"(?<=[\d%€]) (?=[A-ZÅÄÖ][^\W_])")
_NUMBERS: Final = re.compile(r"(?:\s[-−–]?\d[\d,.]*%?)+\Z")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_WORD: Final = re.compile(r"\S+")
_FEWEST_FIGURES: Final = 6
_HELD: Final = 0.66


@dataclass(frozen=True, slots=True)
class Collapsed:
    """A line from `start` to `end` of a page that may hold a table, and the texts of it alone with its rows parted."""

    start: int
    end: int
    texts: tuple[str, ...]


def collapsed_lines(text: str) -> Iterator[Collapsed]:
    """Yield the long lines of a page in which three or more rows seem to be run together, a total among them."""
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if _SHORTEST <= len(line) <= _LONGEST:
            parted = _ROW_ENDS.sub("\n", line)
            rows = [part for part in parted.split("\n") if is_row(part)]
            if len(rows) >= _FEWEST_ROWS and any(map(is_total, rows)):
                texts = tuple("\n" * start + each for each in _with_first_label(parted))
                yield Collapsed(start, end, texts)
        start = end + 1


def _with_first_label(parted: str) -> Iterator[str]:
    """Yield the parted line with each beginning that its header and the label of its first row may have.

    The header begins with a word for the labels ("Kunta"), or with the line. A small number behind the last row may
    number what follows: a page, a section.
    """
    rows = [found for found in re.finditer(r"[^\n]+", parted) if is_row(found.group())]
    if not rows:
        return
    first = rows[0]
    behind = re.compile(r" \d{1,2}\Z").search(parted, rows[-1].start(), rows[-1].end())
    wholes = [parted]
    if behind is not None:
        wholes.append(parted[: behind.start()] + " " * len(behind.group()) + parted[behind.end() :])
    words = [word for word in _WORD.finditer(parted, *first.span()) if word.group()[:1].isupper()]
    heads = [word.start() for word in _WORD.finditer(parted, 0, first.end()) if heads_labels(word.group())]
    for label in words[:_MOST_WORDS]:
        places = [None, *[place for place in heads if 0 < place < label.start()][-_MOST_HEADS:]]
        for head, whole in product(places, wholes):
            cuts = {place - 1 for place in (label.start(), head) if place}
            yield "".join("\n" if index in cuts else letter for index, letter in enumerate(whole))


def is_row(part: str) -> bool:
    """Tell whether a part of a line ends in a number that is no year behind a label."""
    found = _NUMBERS.search(part)
    return found is not None and bool(found.start()) and not all(map(_YEAR.fullmatch, found.group().split()))


def is_proven(table: Table, collapsed: Collapsed) -> bool:
    """Tell whether a table of such a line is beyond doubt: known cells, short labels, sums that hold, none failed."""
    inside = collapsed.start <= table.span.start and table.span.end <= collapsed.end
    known = all(figure.value is not None for figure in table.figures)
    held = sum(figure.check == "reconciled" for figure in table.figures)
    short = all(len(label) <= _LONGEST_LABEL for path in table.row_labels for label in path)
    enough = len(table.figures) >= _FEWEST_FIGURES and held >= _HELD * len(table.figures)
    return inside and known and short and enough and not table.findings


def agreed(tables: Sequence[Table]) -> Table | None:
    """Return the table that several readings of a line agree on, that with a unit first; None where they differ."""
    cells = [{(f.row_path, f.column_path, f.text) for f in table.figures} for table in tables]
    units = {(table.unit, table.scale) for table in tables if table.unit is not None}
    if not tables or any(each != cells[0] for each in cells) or len(units) > 1:
        return None
    return next((table for table in tables if table.unit is not None), tables[0])
