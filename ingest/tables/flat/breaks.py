"""What lines between the rows of a flat table are: the heading of a group, the headers again, or another table's.

Knows words alone, nothing of the rows' numbers.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.cuts import MONTH, YEAR
from ingest.tables.flat.header import is_caption
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_total
from ingest.tables.measures import measure_of
from ingest.tables.table_units import is_money, stated

_CONTINUED: Final = re.compile(
    r"[\s–,-]*[(\[]?(?:jatkuu|jatkoa|jatk\.|forts(?:ätter|\.)?|cont(?:inued|inues|d|\.))\W*\Z", re.IGNORECASE
)
_PAGE: Final = re.compile(r"(?:sivu |sida |page )?\d{1,3}(?: ?(?:\(\d{1,3}\)|/ ?\d{1,3}))?\Z", re.IGNORECASE)
_LONGEST: Final = 8  # words of a heading
_SEVERAL: Final = 2


def is_period(word: str) -> bool:
    """Tell whether a word is a year, a part of one or a month."""
    return YEAR.match(word) is not None or MONTH.match(word) is not None


def opens_table(lines: Sequence[Line]) -> bool:
    """Tell whether lines between rows hold the caption or the headers of another table."""
    return any(is_caption(line.text) or _heads_columns(line.text) for line in lines)


def _heads_columns(text: str) -> bool:
    """Tell whether a line names several columns: periods, measures, totals, or a word that heads row labels first."""
    words = [word.rstrip(",;:") for word in text.split()]
    if heads_labels(words[0]):
        return True
    if len(words) < _SEVERAL:
        return is_period(words[0])
    return sum(map(is_period, words)) >= _SEVERAL or sum(map(_names_column, words)) >= _SEVERAL


def _names_column(word: str) -> bool:
    return word[:1].isupper() and (measure_of([word]) is not None or is_total(word))


def counts_otherwise(text: str) -> bool:
    """Tell whether a line between rows says that those below it are no money: "Muutos, %", "Henkilöstö (htv)"."""
    unit = stated(text)
    money = unit is not None and is_money(unit[0])
    return unit is not None and not money and not re.search(r"\d", text) and len(text.split()) <= _LONGEST


def is_heading(line: Line) -> bool:
    """Tell whether a line may head a group of rows: a few words, one capital, no numbers, no sentence."""
    words = line.text.split()
    capitals = sum(word[:1].isupper() and not word.isupper() for word in words)
    return (
        len(words) <= _LONGEST
        and line.text[:1].isupper()
        and (capitals <= 1 or line.text.endswith(":"))
        and not re.search(r"[\d€%]", line.text)
        and not line.is_remark
        and not is_total(line.text)
        and not is_caption(line.text)
    )


def is_page_line(text: str) -> bool:
    """Tell whether a line at the end or the beginning of a page can but number it: "12", "Sivu 3/40"."""
    return _PAGE.match(text) is not None


def is_page_number(line: Line, following: Sequence[Line]) -> bool:
    """Tell whether a lone small number ends a page: what follows stands apart, while it follows close."""
    return _PAGE.match(line.text) is not None and all(other.gap > line.gap for other in following)


def without_repeats(lines: Sequence[Line], above: Sequence[Line]) -> list[Line]:
    """Return `lines` without those that stand over the table already, as at the top of a page that it goes on to."""
    known = {without_continued(line.text) for line in above}
    return [line for line in lines if without_continued(line.text) not in known]


def without_continued(text: str) -> str:
    """Return a caption in small letters without the words that it goes on: "Avustukset (jatkuu)"."""
    return " ".join(_CONTINUED.sub("", text).casefold().split())
