"""Reads the column headers of a flat table from the lines above it, where several stand on a line and some run on.

Several readings are offered, the most natural first; the rows' numbers decide between those that come close.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest.tables.columns import opening_unit
from ingest.tables.corner_words import ends_as_label, heads_labels, names_labels
from ingest.tables.flat.cuts import NUMBER_SIGN, YEAR, Word, cuts, ends_header, goes_on, stands_alone, words_of
from ingest.tables.flat.lines import Line
from ingest.tables.labels import is_total
from ingest.tables.measures import measure_of
from ingest.tables.periods import period_of
from ingest.tables.table_units import without_unit
from ingest.tables.unit_rows import PrintedUnit, units_alone
from ingest.tables.units import stated_unit

# Words that only captions have: what the table shows is parted "by" something.
_CAPTION = re.compile(
    r"\w+itt(?:ain|äin)\b|\bvuosina\b|\bmukaan\b|\bper [^\W\d_]+|\bby [^\W\d_]+|\benligt\b|\bunder åren\b"
    r"|\bin (?:19|20)\d\d\b"
    r"|\A(?:\w*(?:taulukko|kuva|kuvio|liite|tabell|figur|bilaga)|table|figure|annex|appendix table) \d{1,2}\b",
    re.IGNORECASE,
)
_ROW_END = re.compile(
    r"(?:\s[-−–]?(?!(?:19|20)\d\d\b)(?:\d{3,}|\d+[.,]\d+|\d{1,3}(?:[.,]\d{3})+)(?:\s?[%€])?){2,}\s*\Z"
)
_RAN_TOGETHER = re.compile(r"(?<!\d)(?:19|20)\d\d[^\W\d_]{2}|[€%)][A-ZÅÄÖ][a-zåäö]")
_RANGE = re.compile(r"(?:19|20)\d\d [-–] ?(?:19|20)\d\d")
_MOST_LINES = 32
_EMPTY_ROW = 2.0  # what it costs to take a lone label above the rows for the header of their only column
_LOST_CORNER = 0.8  # what it costs to take the header of the row labels for that of a column
_LOST_COLUMN = 1.5  # and to take what heads a column for that of the row labels
_REPEATED = 2.0  # what it costs to take more than the last line of headers where its words come again
_TITLE_LINE = 0.15  # what it costs to leave a line above the headers
_PARTS = 2  # of a header with a corner and more than one column there are more
_LONG = 4  # words of a header that are many where the others have few
_WIDE = 3.0  # readings that cost so much more than the best are none
_DOUBLED = re.compile(r"(?:\A|\s)(?P<words>\S+(?:\s\S+){0,2})\s(?P=words)(?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Part:
    """A header or label: its words joined by single spaces, and where it stands."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Header:
    """Column headers of a flat table with what stands beside and above them; `cost` is low where the cuts are natural.

    `corner` is the header of the row labels, `label` that of the first row where it stands among the header's lines.
    `over` is what stands over each column, or before it, where their own names come again, `units` what a line below
    them says that each column counts in.
    """

    columns: tuple[Part, ...]
    corner: Part | None
    label: Part | None
    cost: float = 0.0
    over: tuple[Part | None, ...] = ()
    units: tuple[PrintedUnit, ...] = ()

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where the columns' headers stand: readings that differ in nothing else name the columns alike."""
        return tuple((part.start, part.end) for part in self.columns)


def read_headers(lines: Sequence[Line], columns: int, *, with_label: bool) -> list[Header]:
    """Return the natural cuts of the last of `lines` into `columns` headers, cheapest first; none for too few words.

    Cuts that name the columns alike are given once. With `with_label` the first row's label, which begins a line,
    follows the headers.
    """
    lines = _below_captions(lines[-_MOST_LINES:])
    found: dict[tuple[tuple[int, int], ...], Header] = {}
    repeated = bool(lines) and repeats(without_marks(lines[-1].text).split())
    for first in range(len(lines) - 1, -1, -1):
        words = words_of(lines[first:])
        for corner in (False, True):
            for cost, starts in cuts(words, columns + corner + with_label, with_label=with_label):
                extra = _around(lines, first, words, starts, (columns, corner, with_label))
                if repeated:
                    # What stands above a line of words that come again heads each of them, and is no title.
                    extra += _REPEATED if first < len(lines) - 1 else -_TITLE_LINE * first
                own = 0.0 if _are_lines(words, starts) else cost
                header = _header(words, starts, own + extra, corner=corner, with_label=with_label)
                known = found.get(header.places)
                if known is None or header.cost < known.cost - 1e-9:
                    found[header.places] = header
    ranked = sorted(found.values(), key=lambda header: header.cost)
    natural = [header for header in ranked if header.cost <= ranked[0].cost + _WIDE]
    # "Osuus mrd kruunua mrd kruunua %": words of several columns, as a row of units that could not be read.
    return [header for header in natural if not any(_DOUBLED.search(part.text) for part in header.columns)]


def _are_lines(words: Sequence[Word], starts: Sequence[int]) -> bool:
    """Tell whether each of several headers is a line of one word or two with a capital, and no year is among them."""
    ends = (*starts[1:], len(words))
    short = all(end - start <= _PARTS for start, end in zip(starts, ends, strict=True))
    lines = tuple(at for at, word in enumerate(words) if word.first)
    named = all(words[start].core[:1].isupper() for start in starts) and not any(word.is_period for word in words)
    return len(starts) > _PARTS + 1 and starts == lines and short and named


def without_marks(text: str) -> str:
    """Return a header without the marks of footnotes: "Muutos 2)"."""
    return re.sub(r" \d\)(?!\S)", "", text)


def repeats(words: list[str]) -> bool:
    """Tell whether words are the same few over and over: "2022 2023 2022 2023"; what stands above them heads each."""
    sizes = range(2, len(words) // 2 + 1)
    return any(words == words[:size] * (len(words) // size) and len(set(words[:size])) == size for size in sizes)


def _below_captions(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines below the last that is plainly a caption or a bare unit."""
    units = [index for index, line in enumerate(lines) if units_alone(line.text)]
    # Several lines of units, or one behind the last header or that of the labels, go on with the headers before them.
    inside = set(units) if len(units) > 1 else set(units) & {len(lines) - 1}
    inside |= {at for at in units if at and ends_header(lines[at].text) and heads_labels(lines[at - 1].text)}
    last = max((index for index, line in enumerate(lines) if is_caption(line.text) and index not in inside), default=-1)
    titles = [
        index for index, line in enumerate(lines[:-1]) if _is_title(line.text) and _several(lines[index + 1].text)
    ]
    below = lines[max([last, *titles]) + 1 :]
    # "… vuosina / 2021 / –2023": the caption's years go on below it.
    goes_on = len(below) < len(lines) and len(below) > _PARTS and _RANGE.fullmatch(f"{below[0].text} {below[1].text}")
    return below[_PARTS:] if goes_on else below


def _is_title(text: str) -> bool:
    """Tell whether a line ends in a unit behind words that are no header of a column: "Tuloslaskelma, 1 000 €"."""
    name = without_unit(text)
    if name == text or heads_labels(name.split()[0]) or _several(name):
        return False
    words = name.split()
    return not ((len(words) == 1 and measure_of([name])) or is_total(name) or any(map(YEAR.match, words)))


def _several(text: str) -> bool:
    """Tell whether a line holds several headers of columns beyond doubt: years, or several words with capitals."""
    words = [word.rstrip(",") for word in text.split()]
    years = sum(YEAR.match(word) is not None for word in words)
    return years > 1 or sum(word[:1].isupper() for word in words) > _PARTS or (years > 0 and len(words) > _PARTS)


def is_caption(text: str) -> bool:
    """Tell whether a line is plainly a table's caption, or its unit and nothing else."""
    unit = stated_unit(text)
    return _CAPTION.search(text) is not None or (
        unit is not None and not (text[: unit.start] + text[unit.end :]).strip(" ()[],.:")
    )


def _around(
    lines: Sequence[Line], first: int, words: Sequence[Word], starts: Sequence[int], shape: tuple[int, bool, bool]
) -> float:
    """Return what speaks against a cut beside its words' own costs: where it begins, what it leaves over."""
    columns, corner, with_label = shape
    cost = _TITLE_LINE * first
    if first and _is_of_header(lines[first - 1].text):
        cost += _LOST_COLUMN
    small = words[0].core[:1].islower() and not (is_total(words[0].core) or words[0].month)
    if small or ends_header(words[0].text):
        cost += 2
    if len(words) > 1 and YEAR.match(words[0].core) and goes_on(words[1].core):
        cost += 0.7
    heading = words[starts[corner]] if len(starts) > corner else words[0]
    if heading.line < words[-1].line and sum(word.month and word.line == words[-1].line for word in words) > _PARTS:
        cost += _LOST_COLUMN  # a line of months heads columns by itself
    # Lines left over are the title; the labels have a header of their own more often than not.
    cost += _corner_cost(words, starts) if corner else 0.1
    names = words[: starts[1]] if len(starts) > 1 else words
    unused = not corner and len(names) <= _LONG and _names_labels(names)
    inner = words[starts[1] : starts[2]] if corner and len(starts) > _PARTS else []
    lost = unused or any(_heads_labels(words, start) for start in starts[corner:])
    lost = lost or (len(inner) <= _LONG and _takes_line(words, inner) and _names_labels(inner))
    passed = columns == 1 and any(map(_opens_header, lines[:first]))
    cost += _LOST_CORNER if lost or passed else 0.0
    if columns == 1 and not corner and not with_label and len(lines) > 1 and may_be_row(lines[-1]):
        cost += _EMPTY_ROW
    lengths = [end - start for start, end in zip(starts[corner:], [*starts[corner + 1 :], len(words)], strict=True)]
    if sorted(lengths)[len(lengths) // 2] * 2 <= _LONG:
        cost += 0.4 * sum(length > _LONG for length in lengths)
    return cost


def _is_of_header(text: str) -> bool:
    """Tell whether a line left over above the headers is one, or the end of one: a year, a total, a word's end."""
    word, *others = text.split()
    return YEAR.match(text) is not None or is_total(word) or (not others and word[:1].islower())


def may_be_row(line: Line) -> bool:
    """Tell whether the last line above the rows may be a row without numbers rather than a header."""
    words = line.text.split()
    if len(words) > 1 and heads_labels(words[0]):
        return False
    says = is_total(line.text) or measure_of([line.text]) or re.search(r"[\d€%]", line.text)
    return len(words) <= _LONG and words[0][:1].isupper() and not says


def is_doubtful(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether what the header leaves out may be a column's header, or its only column no header at all.

    So it is where the header of the row labels runs on with a capital ("Area Total"), where another such header
    stands unused above ("Area" over "Project Skills Total") or is taken for that of the first column, and where a lone
    column without one names no unit, measure, period or total: it may be the label of a row without numbers.
    """
    first, *others = header.corner.text.split() if header.corner else [""]
    if ends_as_label(first) and any(word[:1].isupper() and not word.isupper() for word in others):
        return True
    if _takes_unit(header, lines):
        return True
    leads = heads_labels(header.columns[0].text) and not header.units
    if leads and (_opens_line(header.columns[0], lines) or (len(header.columns) > 1 and header.corner is None)):
        return True
    begins = min(part.start for part in (header.corner, *header.over[:1], header.columns[0]) if part is not None)
    for head, *rest in (line.text.split() for line in lines if line.end <= begins and line.text.strip()):
        if heads_labels(head) and all(word[:1].isupper() or word[:1].isdigit() for word in rest):
            return True
    beside = header.corner is not None and any(
        line.start <= header.corner.start and header.columns[0].end <= line.end for line in lines
    )
    if len(header.columns) > 1 or (beside and header.corner and ends_as_label(header.corner.text)):
        return False
    name = header.columns[0].text
    if _opens_with_label(name) and any(line.start == header.columns[0].start for line in lines):
        return True
    return not (stated_unit(name) or measure_of([name]) or period_of([name]) or is_total(name))


def _takes_unit(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether the first column alone has a unit, which opens the line of the others and may be the table's."""
    first, *others = header.columns
    units = [opening_unit(line.text) for line in lines if first.start < line.start < first.end < line.end]
    return any(units) and first.text.endswith(units[0]) and not any(stated_unit(part.text) for part in others)


def _opens_with_label(text: str) -> bool:
    """Tell whether a header of several words begins as that of row labels does: "Nro Hanke Haettu avustus"."""
    words = [word for word in text.split() if not NUMBER_SIGN.match(word)]
    return len(words) > 1 and heads_labels(words[0])


def holds_row(header: Header) -> bool:
    """Tell whether what heads a column ends in several numbers that are no years: a row that could not be read.

    Or whether words of two headers ran together in it.
    """
    return any(_ROW_END.search(part.text) or _RAN_TOGETHER.search(part.text) for part in header.columns)


def is_phrase(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether the words of all columns make up one phrase: a capital first, then small letters on its line."""
    first, *others = header.columns
    line = next((line for line in lines if line.start <= first.start < line.end), None)
    if line is None or not others or line.end < others[-1].end or not first.text[:1].isupper():
        return False
    return all(part.text[:1].islower() and not is_total(part.text) for part in others)


def _opens_line(part: Part, lines: Sequence[Line]) -> bool:
    """Tell whether a header begins a line that holds others, too."""
    return any(line.start == part.start and part.end < line.end for line in lines)


def leaves_headers(header: Header, lines: Sequence[Line]) -> bool:
    """Tell whether the line right above the header looks like several headers of columns itself."""
    above = [line for line in lines if line.end <= header.columns[0].start][-1:]
    return any(not is_caption(line.text) and not line.is_remark and _capitals(line.text) > 1 for line in above)


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() and not word.isupper() for word in text.split())


def _opens_header(line: Line) -> bool:
    """Tell whether a line begins with a word that heads row labels and goes on with other headers."""
    words = line.text.split()
    return len(words) > 1 and heads_labels(words[0])


def _heads_labels(words: Sequence[Word], start: int) -> bool:
    """Tell whether a part begins a line with a word that heads row labels ("Alue", "Project")."""
    word = words[start]
    return word.first and heads_labels(word.core) and word.line == words[-1].line


def _takes_line(words: Sequence[Word], part: Sequence[Word]) -> bool:
    """Tell whether a part fills lines of its own."""
    return bool(part) and part[0].first and all(word.line != part[-1].line or word in part for word in words)


def _names_labels(words: Sequence[Word]) -> bool:
    """Tell whether words speak of what rows are named by ("Hankkeen nimi", "Name of project")."""
    alone = len(words) == 1 and heads_labels(words[0].core)
    return alone or names_labels(" ".join(word.core for word in words))


def _corner_cost(words: Sequence[Word], starts: Sequence[int]) -> float:
    """Return how unlikely the first part is to be the header of the row labels rather than of a column."""
    corner = words[: starts[1]] if len(starts) > 1 else words
    over = 0.3 if corner[-1].line > corner[0].line else 0.0
    if YEAR.match(corner[0].core) or is_total(corner[0].core) or any(word.pair for word in corner):
        over += _LOST_COLUMN
    rest = words[starts[1] :] if len(starts) > 1 else []
    years = len(rest) > 1 and all(YEAR.match(word.core) for word in rest)  # "Tilinpäätös 2022 2023 2024"
    lone = len(corner) == 1 and (years or not measure_of([corner[0].core])) and all(map(_tells_time, rest))
    if (_names_labels(corner) or (lone and rest)) and not is_total(corner[-1].core):
        return -0.1 + over
    own_line = len(starts) > 1 and words[starts[1]].first
    return (0.05 if own_line else 0.6) + over


def _tells_time(word: Word) -> bool:
    """Tell whether a word is a year, goes with one, or heads what becomes of years: "Budget 2024", "Muutos %"."""
    return YEAR.match(word.core) is not None or word.pair != "" or stands_alone(word.core) or word.core == "%"


def _header(words: Sequence[Word], starts: Sequence[int], cost: float, *, corner: bool, with_label: bool) -> Header:
    ends = [*starts[1:], len(words)]
    parts = [
        Part(" ".join(word.text for word in words[start:end]), words[start].start, words[end - 1].end)
        for start, end in zip(starts, ends, strict=True)
    ]
    label = parts.pop() if with_label else None
    return Header(tuple(parts[corner:]), parts[0] if corner else None, label, cost)
