"""Lines of flat text that look like rows of a table: a label, then numbers to the line's end. Solves nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.tables.commas import commas_group
from ingest.tables.flat.glued import glued_rows
from ingest.tables.labels import is_total
from ingest.tables.not_numbers import mask
from ingest.tables.numbers import comma_groups, read_digits
from ingest.tables.splits import Token
from ingest.tables.unit_notes import heads_years, noted_unit
from ingest.tables.unit_rows import units_below
from ingest.tables.units import unit_after

_NUMBER = re.compile(
    r"(?P<digits>[-−–+]?\d+(?:[.,]\d+|['’‘´]\d{3})*)(?P<rest>%|€|m€|\*{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ,]+⁾?)?;?\Z",
    re.IGNORECASE,
)
_UNIT = re.compile(
    r"(?:€|%|m€|euroa?|eur|meur|milj\.?|miljoonaa|mrd\.?|miljardia|kpl|htv|t€|%-yks\.?|st|mn|million|euros?)[;,]?\Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:noin|n\.|ca\.?|yli|lähes|vajaa|alle|~|about|over|cirka|omkring)\Z", re.IGNORECASE)
_DASH = re.compile(r"(?:[-–—−]|\.\.+|…)\Z")
_SHARE = re.compile(r"\(\s?[-−–]?\d+(?:,\d+)?\s?%\s?\)")
# Word's second bullet is extracted as an "o". A dash that opens a line of several dashes and numbers alone is a minus.
_SIGNED = r"[-–—] \d[\d ]*(?:,\d+)?(?: +[-–—]? ?\d[\d ]*(?:,\d+)?)* +[-–—] [-–—\d ,]+"
_BULLET = re.compile(rf"\s*(?:[•▪●◦‣*·]|(?!{_SIGNED}\s*(?:\n|\Z))[-–—] |o (?=[^\W\d_]))\s*")
_NOTE = re.compile(r"\d\)\Z")
_YEAR = re.compile(r"(?:19|20)\d{2}\Z")
_LETTER = re.compile(r"[^\W\d_]")
_BROKEN = re.compile(r"\.{2,}|…|\+\s*\Z|\d\s*[x×*/=]\s*\Z")
# A caption's unit: "Rahoitus, 1 000 €", "Funding (EUR 1,000)"; the line is no row.
_IN_THOUSANDS = re.compile(
    r"(?:[,(:–-] ?1[ \u00a0,]?000[ \u00a0]?(?:€|euroa?|eur)|(?:\b(?:eur|euroa?)|€) ?1[ \u00a0,]?000)\)?\Z",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"[^\W\d_] 1[ \u00a0]?000[ \u00a0]?(?:€|euroa?|eur)\Z", re.IGNORECASE)  # over years
# The same unit behind a row's label: "Verotulot, 1 000 € 32 578".
_LABEL_IN_THOUSANDS = re.compile(
    r"(?<=[^\W\d_])(?:, ?| ?\()"
    r"(?:1[ \u00a0,]?000[ \u00a0]?(?:€|euroa?|eur)|(?:eur|euroa?|€)[ \u00a0]?1[ \u00a0,]?000)\)?"
    r"(?= +[-−–+]?\d)",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r"(?:lähde|lähteet|huom|huomautus|källa|källor|anm|obs|source|sources|note|notes)\b\.?:?|\*|\d\) ", re.IGNORECASE
)
_SEVERAL_NUMBERS = re.compile(r"(?:\s[-−–]?\d[\d.,]*(?:\s?[%€])?){2,}\s*\Z")
_EITHER = re.compile(r"(?<![\d.,])[1-9]\d{0,2},\d{3}(?![\d.,])")
_GLUED_DAYS = re.compile(r"(?:19|20)\d\d\d{1,2}\.\d{1,2}\.")  # "31.12.20311.1."
_FEWEST_ROWS = 3
_MOST_GLUED = 24  # lines of a header
_WIDE = 2  # blanks part columns beside single ones in the same line
_LONGEST_LABEL = 110
_SHORT_SENTENCE = 40  # characters
_FEWEST_WORDS = 2
_FEWEST_NUMBERS = 2  # of a line that a year names: the year and one more


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page that is not blank: characters `start` to `end`, trimmed.

    `gap` counts the blank lines before it; `indented` says that it begins with a blank, as the first line of a slide
    does in text extracted from slides. `tokens` are the cells at its end, `label_end` the index where they begin.
    `glued` says that its words may have run together, as the cells of the rows below it did.
    """

    text: str
    start: int
    end: int
    gap: int
    indented: bool
    tokens: tuple[Token, ...]
    label_end: int
    glued: bool = False

    @property
    def label(self) -> str:
        """The line's text before its cells."""
        return self.text[: self.label_end - self.start].rstrip()

    @property
    def is_row(self) -> bool:
        """Whether the line ends in cells that are not mere years."""
        return any(not token.dash for token in self.tokens) and not self.only_years

    @property
    def is_blank(self) -> bool:
        """Whether the line is a row whose cells are all dashes."""
        return bool(self.label) and len(self.tokens) > 1 and all(token.dash for token in self.tokens)

    @property
    def only_years(self) -> bool:
        """Whether every number at the line's end is a year, as in a header: "2023 2024", "2023 % 2024 %"."""
        return bool(self.tokens) and all(_YEAR.match(token.text) and token.unit in (None, "%") for token in self.tokens)

    @property
    def broken(self) -> bool:
        """Whether something before the cells shows that a number of the row was lost or is a calculation."""
        return _BROKEN.search(self.label) is not None

    @property
    def is_sentence(self) -> bool:
        """Whether the line ends a sentence of running text; a header may end in "yht."."""
        words = self.text.split()
        return self.text.endswith(".") and len(self.text) > _SHORT_SENTENCE and not is_total(words[-1])

    @property
    def is_remark(self) -> bool:
        """Whether the line is a sentence or says where numbers are from, so that it is no title."""
        words = self.text.split()
        brief = self.text.endswith(".") and len(words) > _FEWEST_WORDS and not is_total(words[-1])
        return brief or self.is_sentence or _REMARK.match(self.text) is not None

    @property
    def item(self) -> int:
        """How many characters mark the line as an item of a list."""
        found = _BULLET.match(self.text)
        return found.end() if found else 0

    @property
    def bullet(self) -> bool:
        """Whether the line is an item of a list."""
        return _BULLET.match(self.text) is not None


def comma_style(text: str, language: str | None) -> tuple[bool | None, bool]:
    """Return whether commas group thousands on a page, and whether its numbers tell or leave nothing to tell.

    `language` tells what a comma before three digits is where no number does.
    """
    masked = mask(text)
    told = comma_groups([masked]) is not None or _EITHER.search(masked) is None
    return commas_group([masked], language), told


def lines_of(text: str, *, grouped_by_comma: bool | None = None) -> tuple[Line, ...]:
    """Return the lines of a page's text that are not blank, with their cells; `grouped_by_comma`: see `comma_style`."""
    masked = _LABEL_IN_THOUSANDS.sub(lambda found: re.sub(r"\d", "x", found.group()), mask(text))
    listed = _rows_listed(text)
    glued = glued_rows(text)
    found: list[Line] = []
    gap = 0
    at = 0
    for raw in text.split("\n"):
        begin = at
        marker = _BULLET.match(raw) if at in listed else None
        start, end = at + (marker.end() if marker else len(raw) - len(raw.lstrip())), at + len(raw.rstrip())
        at += len(raw) + 1
        if start >= end:
            gap += 1
            continue
        line = text[start:end]
        caption = bool(_IN_THOUSANDS.search(masked, start, end) or units_below(line) or noted_unit(line))
        caption = caption or (_THOUSANDS.search(line) is not None and heads_years(text, end))
        tokens, label_end = ((), end) if caption else _cells(masked, start, end, grouped_by_comma=grouped_by_comma)
        tokens, label_end = glued.get(begin, (tokens, label_end))
        days = _GLUED_DAYS.search(line) is not None
        found.append(Line(line, start, end, gap, raw.startswith(" "), tokens, label_end, glued=days))
        if begin in glued:
            _mark_headers(found)
        gap = 0
    return _named_by_years(_set_in(found))


def _mark_headers(lines: list[Line]) -> None:
    """Mark the lines above the last of `lines`, the first of which cells ran together, whose words may have, too."""
    for index in range(len(lines) - 2, max(-1, len(lines) - 2 - _MOST_GLUED), -1):
        if lines[index].is_row or lines[index].is_sentence:
            break
        lines[index] = replace(lines[index], glued=True)


def _set_in(lines: list[Line]) -> list[Line]:
    """Return `lines` without the indents of those beside others set in: such lines are a table's, no slide's first.

    Nor are numbers right below their label one.
    """
    inside = [line.indented for line in lines]
    found = list(lines)
    for index, line in enumerate(lines):
        before = index > 0 and inside[index - 1] and line.gap == 0
        after = index + 1 < len(lines) and inside[index + 1] and lines[index + 1].gap == 0
        named = line.gap == 0 and len(line.tokens) > 1 and not line.label and not (index and lines[index - 1].tokens)
        if line.indented and line.is_row and (before or after or named):
            found[index] = replace(line, indented=False)
    return found


def _named_by_years(lines: list[Line]) -> tuple[Line, ...]:
    """Return `lines` with the years that begin three or more of them in a row, each a year apart, as their labels."""
    found = list(lines)
    start = 0
    for end in range(1, len(lines) + 1):
        if end < len(lines) and _next_year(lines[end - 1], lines[end]):
            continue
        if end - start >= _FEWEST_ROWS and _year_label(lines[start]) is not None:
            for index in range(start, end):
                line = lines[index]
                found[index] = replace(line, tokens=line.tokens[1:], label_end=line.tokens[1].start)
        start = end
    return tuple(found)


def _year_label(line: Line) -> int | None:
    """Return the year that begins a line of numbers, None where none does or all of them are years."""
    if line.label or len(line.tokens) < _FEWEST_NUMBERS or line.only_years or not _YEAR.match(line.tokens[0].text):
        return None
    return None if line.tokens[1].starts and line.tokens[1].dash else int(line.tokens[0].text)


def _next_year(before: Line, line: Line) -> bool:
    one, other = _year_label(before), _year_label(line)
    return one is not None and other is not None and abs(other - one) == 1 and line.gap == 0


def _rows_listed(text: str) -> frozenset[int]:
    """Return where the lines begin that a slide's program made items of a list though they are a table's rows.

    So it is with a block of items of which three or more end in several numbers, one of them a total.
    """
    blocks: list[list[tuple[int, str]]] = [[]]
    at = 0
    for raw in text.split("\n"):
        if _BULLET.match(raw):
            blocks[-1].append((at, raw))
        elif raw.strip():
            blocks.append([])
        at += len(raw) + 1
    return frozenset(at for block in blocks if _are_rows([raw for _, raw in block]) for at, _ in block)


def _are_rows(items: Sequence[str]) -> bool:
    rows = [item for item in items if _SEVERAL_NUMBERS.search(item)]
    return len(rows) >= _FEWEST_ROWS and any(map(is_total, rows))


def _cells(text: str, start: int, end: int, *, grouped_by_comma: bool | None) -> tuple[tuple[Token, ...], int]:
    """Return the cells at the end of the line `text[start:end]` and where they begin (`end` where there are none)."""
    shares = [(found.start(), found.end()) for found in _SHARE.finditer(text, start, end)]
    words: list[tuple[str, int, int]] = []
    for found in re.finditer(r"\S+", text[start:end]):
        first, last = start + found.start(), start + found.end()
        inside = next((share for share in shares if share[0] <= first < share[1]), None)
        if inside is None:
            words.append((found.group(), first, last))
        elif first == inside[0]:
            words.append((text[inside[0] : inside[1]], *inside))
    tail: list[tuple[str, str, int, int]] = []
    for word, first, last in reversed(words):
        kind = _kind(word)
        if kind is None:
            break
        tail.insert(0, (kind, word, first, last))
    while tail and tail[0][0] in ("unit", "share", "note"):
        tail.pop(0)
    dashes = sum(kind == "dash" for kind, *_ in tail)
    if tail and tail[0][0] == "dash" and (len(tail) == 1 or (tail[0][2] == start and dashes == 1)):
        tail.pop(0)
    blank = len(tail) > 1 and {kind for kind, *_ in tail} == {"dash"}
    if not blank and not any(kind == "number" for kind, *_ in tail):
        return (), end
    label = text[start : tail[0][2]].strip()
    if label and (len(label) > _LONGEST_LABEL or not _LETTER.search(label) or label.endswith(("=", "/", "("))):
        return (), end
    tokens = _tokens(text, tail, grouped_by_comma=grouped_by_comma)
    return (tokens, tail[0][2]) if tokens else ((), end)


def _kind(word: str) -> str | None:
    if _SHARE.fullmatch(word):
        return "share"
    if _NUMBER.match(word):
        return "number"
    if _UNIT.match(word):
        return "unit"
    if _ABOUT.match(word):
        return "about"
    if _NOTE.match(word):
        return "note"
    return "dash" if _DASH.match(word) else None


def _tokens(
    text: str, tail: Sequence[tuple[str, str, int, int]], *, grouped_by_comma: bool | None
) -> tuple[Token, ...]:
    tokens: list[Token] = []
    parted = approximate = False
    gaps = [after[2] - before[3] for before, after in pairwise(tail)]
    wide = _WIDE if min(gaps, default=0) < _WIDE <= max(gaps, default=0) else len(text)
    for index, (kind, word, first, last) in enumerate(tail):
        parted = parted or (index > 0 and gaps[index - 1] >= wide)
        if kind in ("unit", "note"):
            parted = True
        elif kind == "about":
            approximate = True
        elif kind == "dash":
            tokens.append(Token(word, first, last, starts=True, dash=True))
            parted = True
        elif kind == "share":
            digits = re.search(r"[-−–]?\d+(?:,\d+)?", word)
            if digits is None or not tokens:
                return ()
            share = Token(digits.group(), first + digits.start(), first + digits.end(), unit="%")
            tokens[-1] = replace(tokens[-1], share=share)
            parted = True
        else:
            token = _number(text, word, first, grouped_by_comma=grouped_by_comma)
            if token is None:
                return ()
            # "234,5" may end "1 234,5" unless something parts it from what stands before.
            decimal = not grouped_by_comma and re.fullmatch(r"\d{3},\d+", token.text) is not None
            value = None if decimal and not parted else token.value
            token = replace(token, starts=parted, approximate=approximate, value=value)
            tokens.append(token)
            parted = token.unit is not None or last > token.end
            approximate = False
    return tuple(tokens)


def _number(text: str, word: str, first: int, *, grouped_by_comma: bool | None) -> Token | None:
    found = _NUMBER.match(word)
    if found is None:
        return None
    digits = found.group("digits")
    end = first + len(digits)
    unit = unit_after(text, end)
    if unit is not None and "\n" in text[end : unit.end]:
        unit = None
    value = None
    if re.search(r"\d\D", digits):
        read = read_digits(digits.lstrip("-−–+"), grouped_by_comma=grouped_by_comma)
        if read is None:
            return None
        value = -read[0] if digits[0] in "-−–" else read[0]
    return Token(
        digits,
        first,
        end,
        unit=None if unit is None else unit.name,
        scale=1 if unit is None else unit.scale,
        value=value,
    )
