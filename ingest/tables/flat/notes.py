"""Numbers of notes between a row's label and its cells, as accounts have them: "Avskrivningar Not 4 -16 -15".

Where only the header says so ("Not 2031 2030"), a small number is a note's if the row has one number too many with it.
A row of which that is not known is left unread.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ingest.tables.flat.lines import Line
from ingest.tables.flat.minuses import joined
from ingest.tables.labels import is_difference, is_total
from ingest.tables.splits import Token, count_splits

_WORD: Final = r"(?:[Nn]ot(?:er)?|NOT(?:ER)?|[Nn]otes?|NOTES?|[Ll]iitetieto|[Ll]iite)"
_NAMED: Final = re.compile(rf"(?:\A|\s){_WORD}\.?\Z")
_COLUMN: Final = r"(?:[^\W\d_]+ )?\S*(?:19|20)\d\d\S*"
_HEADER: Final = re.compile(rf"(?:\A|\s){_WORD}\s+(?P<columns>{_COLUMN}(?:\s+{_COLUMN})*)\Z")
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
    for at, line in enumerate(found):
        header = _HEADER.search(line.text)
        if header is not None:
            cut = header.start("columns")
            if line.text.count(" ", 0, cut) <= 1:
                found[at] = replace(line, text=line.text[cut:], start=line.start + cut)
            rows = [index for index in range(at + 1, _end(found, at + 1)) if found[index].is_row]
            for index, row in zip(rows, _parted(found, rows, len(_YEAR.findall(header["columns"]))), strict=True):
                found[index] = row
    return tuple(found)


def _end(lines: Sequence[Line], start: int) -> int:
    """Return where the rows below a header end: at the next such header, or at a sentence."""
    ends = (at for at in range(start, len(lines)) if lines[at].is_sentence or _HEADER.search(lines[at].text))
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
    sure = [split.number for split in splits if split.parted and not split.kept]
    found = []
    last = 0
    for index, split in zip(rows, splits, strict=True):
        line = lines[index]
        if split.parted and not split.kept:
            line = replace(line, tokens=split.cells)
            last = split.number
        elif split.parted and not _begins_amount(line, split, last, sure):
            whole = line.text[line.label_end - line.start :]
            line = replace(line, tokens=(Token(whole, line.label_end, line.end, starts=True),))
        found.append(line)
    return found


def _begins_amount(line: Line, split: _Split, last: int, sure: Sequence[int]) -> bool:
    """Tell whether a small number can be no note's: it is beyond all, or before the last one in a row of a result.

    Rows of what is left or summed up seldom have notes, and none of an earlier number.
    """
    result = is_difference(line.label) or is_total(line.label)
    return len(sure) >= _FEWEST and (split.number > max(sure) + _AHEAD or (result and split.number < last))


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
