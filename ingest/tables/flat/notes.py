"""Numbers of notes between a row's label and its cells, as accounts have them: "Avskrivningar Not 4 -16 -15".

Where only the header says so ("Not 2031 2030"), a small number is a note's if the row has one number too many with it.
Of a row of which that is not known, sums may tell whether the number is a note's.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile
from typing import Final

from ingest.tables.columns import is_bare_unit
from ingest.tables.flat.header import repeats
from ingest.tables.flat.lines import Line
from ingest.tables.flat.minuses import joined
from ingest.tables.labels import is_difference, is_total
from ingest.tables.splits import Token, count_splits

_WORD: Final = r"(?:[Nn]ot(?:er)?|NOT(?:ER)?|[Nn]otes?|NOTES?|[Ll]iitetieto|[Ll]iite)"
_NAMED: Final = re.compile(rf"(?:\A|\s){_WORD}\.?\Z")
_COLUMN: Final = r"(?:[^\W\d_]+ )?\S*(?:19|20)\d\d\S*"
_HEADER: Final = re.compile(rf"(?:\A|\s){_WORD}\s+(?P<columns>{_COLUMN}(?:\s+{_COLUMN})*)\Z")
_OPENS: Final = re.compile(rf"(?:\A|\s){_WORD}\s+(?=[^\W\d_]+\Z)")  # goes on below: "tkr Not Bokslut" over "2031"
_OVER: Final = re.compile(
    rf"(?:\A|\s){_WORD}\s+(?=(?P<groups>\D+)\Z)"
)  # or stands beside groups: "Not Staden Koncernen"
_MOST_LINES: Final = 24
_YEAR: Final = re.compile(r"\S*(?:19|20)\d\d\S*")
_SMALL: Final = re.compile(r"[1-9]\d?(?:[.,]\d{1,2})?\Z")
_FEWEST: Final = 3
_AHEAD: Final = 3  # notes that may follow the last one known
_MOST: Final = 14


@dataclass(frozen=True, slots=True)
class _Split:
    """A row's first tokens that may number notes, the others, and whether the row can be read with or without them."""

    notes: tuple[Token, ...]
    cells: tuple[Token, ...]
    kept: bool
    parted: bool

    @property
    def number(self) -> int:
        """The first note's number."""
        return int(re.split(r"[.,]", self.notes[0].text)[0]) if self.notes else 0


def without_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return `lines` with the numbers of notes left out of the rows' cells, and the word before them of the labels."""
    found = _without_named(lines)
    for at in reversed(range(len(found))):
        header = _header(found, at)
        if header is None:
            continue
        cut, columns = header
        end = _end(found, at + 1)
        rows = [index for index in range(at + 1, end) if found[index].is_row]
        parted = dict(zip(rows, _parted(found, rows, columns), strict=True))
        below = [parted.get(index, found[index]) for index in range(at + 1, end)]
        found[at:end] = [*_cut(found[at], cut), *(line for line in below if line.text)]
    return tuple(found)


def _header(lines: Sequence[Line], at: int) -> tuple[int, int] | None:
    """Return where the columns' headers begin in a line behind the word for notes, and how many columns there are.

    They may go on below, line by line. All must have a year, lest one be missed.
    """
    text = lines[at].text
    whole = _HEADER.search(text)
    if whole is not None:
        return whole.start("columns"), len(_YEAR.findall(whole["columns"]))
    opens = _OPENS.search(text)
    over = None if opens is not None else _OVER.search(text)
    if opens is None and over is None:
        return None
    below = list(takewhile(lambda line: not line.is_row and not line.gap, lines[at + 1 : at + 1 + _MOST_LINES]))
    while below and not _YEAR.fullmatch(below[-1].text):
        below.pop()  # the label of the first row, or a heading
    columns = " ".join(line.text for line in below)
    if over is not None:
        groups = sum(word[:1].isupper() for word in over["groups"].split())
        names = re.findall(_COLUMN, columns) if re.fullmatch(rf"{_COLUMN}(?:\s+{_COLUMN})*", columns) else []
        return (over.end(), len(names)) if groups > 1 and names.count(names[0] if names else "") == groups else None
    whole = _HEADER.search(f"{text} {columns}")
    return None if whole is None or opens is None else (opens.end(), len(_YEAR.findall(whole["columns"])))


def _cut(line: Line, at: int) -> tuple[Line, ...]:
    """Return the header's line without the word for notes, a unit before it as a line of its own.

    Other words before it are left there, and so is all where the columns' headers come again.
    """
    before = re.sub(rf"\s*{_WORD}\s*\Z", "", line.text[:at])
    columns = replace(line, text=line.text[at:], start=line.start + at)
    if not before:
        return (columns,)
    if not is_bare_unit(before) or repeats(columns.text.split()):
        return (line,)
    end = line.start + len(before)
    return replace(line, text=before, end=end, tokens=(), label_end=end), replace(columns, gap=0, indented=False)


def _end(lines: Sequence[Line], start: int) -> int:
    """Return where the rows below a header end: at the next such header, or at a sentence."""
    ends = (at for at in range(start, len(lines)) if lines[at].is_sentence or _header(lines, at) is not None)
    return next(ends, len(lines))


def _without_named(lines: Sequence[Line]) -> list[Line]:
    """Return `lines` without the notes that three rows or more call so: "Skatteintäkter Not 5 286 537"."""
    named = [line.is_row and _NAMED.search(line.label) is not None for line in lines]
    found = list(lines)
    if sum(named) < _FEWEST:
        return found
    for index, line in enumerate(lines):
        word = _NAMED.search(line.label) if named[index] else None
        notes = _notes(line)
        if word is not None and 0 < len(notes) < len(line.tokens):
            tokens = line.tokens[len(notes) :]
            found[index] = replace(line, tokens=tokens, label_end=line.start + word.start())
    return found


def _notes(line: Line) -> tuple[Token, ...]:
    """Return the tokens that commas string together from the first on, all of them small."""
    notes: list[Token] = []
    for token, after in pairwise(line.tokens):
        if token.dash or token.unit is not None or not _SMALL.match(token.text):
            break
        notes.append(token)
        if line.text[token.end - line.start : after.start - line.start].strip() != ",":
            return tuple(notes)
    return ()


def _parted(lines: Sequence[Line], rows: Sequence[int], columns: int) -> list[Line]:
    """Return the rows of a table of so many columns without the notes' numbers; unread where it is not known."""
    splits = [_split(lines[index], columns) for index in rows]
    if 2 * sum(any(map(_is_decimal, lines[index].tokens)) for index in rows) > len(rows):
        splits = [replace(each, parted=False) if any(map(_is_decimal, each.notes)) else each for each in splits]
    sure = [split.number for split in splits if split.parted and not split.kept]
    furthest = max(sure, default=0)
    for split in splits:
        if split.parted and furthest < split.number <= furthest + _AHEAD:
            furthest = split.number
    found = []
    last = 0
    headings = _headings([lines[index] for index in rows], splits, columns)
    for index, split, heading in zip(rows, splits, headings, strict=True):
        line = lines[index]
        if split.parted and not split.kept:
            line = replace(line, tokens=split.cells)
            last = split.number
        elif heading:
            last = int(line.tokens[0].text)
            end = line.start + len(line.label)
            line = replace(line, text=line.label, end=end, tokens=(), label_end=end)
        elif split.parted and not _begins_amount(line, split, last, furthest if len(sure) >= _FEWEST else 0):
            whole = line.text[line.label_end - line.start :]
            lost = (Token(whole, line.label_end, line.end, starts=True),)
            loose = (replace(split.notes[0], loose=True), *split.cells)
            line = replace(line, tokens=loose if len(split.notes) == 1 else lost)
        found.append(line)
    return found


def _is_decimal(token: Token) -> bool:
    return "," in token.text


def _headings(lines: Sequence[Line], splits: Sequence[_Split], columns: int) -> list[bool]:
    """Tell of each row whether its only number is a note's that follows the last, so that it is a heading of rows."""
    found = []
    last = notes = 0
    for line, split in zip(lines, splits, strict=True):
        alone = columns > 1 and len(line.tokens) == 1 and re.fullmatch(r"[1-9]\d?", line.tokens[0].text) is not None
        noted = split.parted and not split.kept
        number = split.number if noted else int(line.tokens[0].text) if alone else 0
        follows = last < number <= last + _AHEAD
        found.append(alone and follows)
        notes += follows
        last = number if follows else last
    return [heading and notes >= _FEWEST for heading in found]


def _begins_amount(line: Line, split: _Split, last: int, furthest: int) -> bool:
    """Tell whether a small number can be no note's: it is beyond all, or before the last one in a row of a result.

    `furthest` is the highest number that may be a note's, 0 where too few are known. Rows of what is left or summed up
    seldom have notes, and none of an earlier number.
    """
    result = is_difference(line.label) or is_total(line.label)
    return furthest > 0 and (split.number > furthest + _AHEAD or (result and split.number < last))


def _split(line: Line, columns: int) -> _Split:
    """Return how a row can be read over so many columns."""
    notes = _notes(line)
    cells = line.tokens[len(notes) :]
    kept = _fits(line.tokens, columns)
    return _Split(notes, cells, kept, bool(notes) and _fits(cells, columns))


def _fits(tokens: Sequence[Token], columns: int) -> bool:
    """Tell whether tokens can be read as no more numbers than there are columns, dashes as minuses or as cells."""
    ways = (tuple(tokens), joined(tokens))
    return any(count_splits(way, min(columns, _MOST)) for way in ways)
