"""Rows of flat text whose cells ran together without a blank: "Tulot4 245 9804 116 901" is 4 245 980 and 4 116 901.

Web pages are turned into text so where nothing is put between the cells of a row. As each group behind a blank has
three digits, most numbers can still be told apart: a fourth digit begins the next one, and so does a sign; where all
rows print decimals, equally many of them end each number. A row that can be cut in more ways is left unread.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ingest.tables.splits import Token

_FEWEST: Final = 3
_SEVERAL: Final = 2
_WORD: Final = re.compile(r"(?:[a-zåäö]{2}|[A-ZÅÄÖ]{4})[):*.]*\Z|[)€%]\Z")  # no code: "Koulu B2"
# A tail of which every inner word ends one number and begins the next: "6 7416 8006 760", "−6 741−6 800−6 760".
_CHAINED: Final = re.compile(r"[-−–]?\d{1,3}(?: \d{3}[-−–]?\d{1,3}){2,} \d{3}")
_EMPTY_ROW: Final = re.compile(r"[^\W\d_][^\d%€]{2,38}[^\W\d_)]")  # the label of a row whose cells are all empty
_LINE: Final = re.compile(r"(?P<label>[^\n]*?(?:[^\W\d_]|[€%])[):*.]*)(?P<blank> *)(?P<tail>[-−–]?\d[\d ,%−–-]*)")
_BROKEN: Final = re.compile(r"(?<!\d)\d{1,3}(?: \d{3})* \d{4}|,\d+,|,\d\d* \d{3}|\d[-−–]\d|%[-−–\d]")
# A word, a number and another below nought without a blank between: a row that ran together beyond doubt.
_SIGNED: Final = re.compile(r"[^\W\d_][-−–]?\d{1,3}(?: \d{3})+[-−–]\d{1,3}")
_NUMBER: Final = re.compile(r"[-−–]?(?:[1-9]\d{0,2}(?: \d{3})*|0)")
_BARE: Final = re.compile(r"\s*[-−–]?\d{1,3}(?: \d{3})*(?:,\d+)?(?: ?%)?\s*")  # of the row above
_YEARS: Final = re.compile(r"(?:(?:19|20)\d\d)+")
_HEAD: Final = 3  # digits before the first blank of a grouped number, at most
_JOINT: Final = re.compile(
    r"(?<=[a-zåäö)€%])(?=[A-ZÅÄÖ][a-zåäö]|(?:TAE?|TP|TS|KS|MTA) (?:19|20)\d\d)"
    r"|(?<=(?:19|20)\d\d)(?=[^\W\d_])|(?<=(?:19|20)\d\d)(?=(?:19|20)\d\d|\d{1,2}\.\d{1,2}\.)"
    r"|(?<=[)€%])(?=(?:19|20)\d\d)"
)

Cells = tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Glued:
    """A line with a label and a tail of digits: its number among the lines, and where its tail begins on the page.

    `blanks` are those before the tail, `joined` says that there is none.
    """

    number: int
    label: str
    tail: str
    start: int
    blanks: int
    joined: bool


def glued_rows(text: str) -> dict[int, tuple[Cells, int]]:
    """Return by where a line of `text` begins its cells and where these begin, for rows that ran together.

    Three rows or more of a block, most of them with equally many numbers, two at least. A row that is not sure has a
    cell that cannot be read. Where blanks show that empty cells are printed, a shorter row has no others behind it.
    """
    found: dict[int, tuple[Cells, int]] = {}
    for block in _blocks(text):
        decimals = _decimals(block)
        least = min(line.blanks for line in block)
        cut = {line.number: _cut(line, decimals, least) for line in block}
        sizes = Counter(len(cells) for cells in cut.values() if cells)
        size, times = sizes.most_common(1)[0] if sizes else (0, 0)
        sure = _runs_together(block) and size >= _SEVERAL and times * _SEVERAL > sum(sizes.values())
        printed = any(cell.dash for cells in cut.values() for cell in cells)
        longest = max((len(cell.text) for cells in cut.values() if len(cells) == size for cell in cells), default=0)
        for line in block:
            cells, start = cut[line.number], line.start
            end = start + len(line.tail)
            if sure or line.joined:
                if printed and cells:
                    cells = _filled(cells, size, longest)
                unread = Token(line.tail, start, end, starts=True)
                found[line.number] = (cells if sure and 0 < len(cells) <= size else (unread,), start)
    return found


def _filled(cells: Cells, size: int, longest: int) -> Cells:
    """Return the cells of a row of which blanks print those that hold nothing, none where its numbers are not sure.

    An empty cell between two numbers looks as a blank within one does: no row has room for such a one but that of a
    single number, which is then no longer than the others' `longest`.
    """
    numbers = [cell for cell in cells if not cell.dash]
    grouped = any(cell.end - cell.start > len(cell.text) for cell in numbers)
    alone = len(numbers) == 1 and len(numbers[0].text) <= longest
    if grouped and size - len(cells) > 1 and not alone:
        return ()
    end = cells[-1].end
    return (*cells, *[Token("–", end, end, starts=True, dash=True)] * (size - len(cells)))


def joints(word: str) -> list[int]:
    """Return where the words begin that ran together in a header: "2024Talousarvio", "(1000 €)20242023"."""
    return [0, *(match.start() for match in _JOINT.finditer(word) if match.start())]


def _blocks(text: str) -> Iterator[list[_Glued]]:
    """Yield the runs of lines with a label and digits in some of which cells ran together."""
    block: list[_Glued] = []
    at = 0
    empty = False
    for raw in (*text.split("\n"), ""):
        found = _LINE.fullmatch(raw.rstrip())
        if found is not None and not _YEARS.fullmatch(found["tail"]):
            joined = not found["blank"] and _WORD.search(found["label"]) is not None
            blanks = len(found["blank"])
            block.append(_Glued(at, found["label"], found["tail"].rstrip(), at + found.start("tail"), blanks, joined))
            empty = False
        elif block and not empty and _EMPTY_ROW.fullmatch(raw.strip()):
            empty = True
        elif raw.strip() and not _BARE.fullmatch(raw):
            if _may_run_together(block):
                yield block
            block = []
        at += len(raw) + 1
    if _may_run_together(block):
        yield block


def _may_run_together(block: Sequence[_Glued]) -> bool:
    """Tell whether the cells of some lines ran together, be it too few to read them."""
    return _runs_together(block) or any(line.joined and _SIGNED.search(line.label[-1:] + line.tail) for line in block)


def _runs_together(block: Sequence[_Glued]) -> bool:
    """Tell whether numbers stand right behind the labels, and right behind each other, in three lines or more.

    Labels that differ in such a number alone ("Vaihe1", "Vaihe2") have it for their own. Where blanks part the numbers
    from the labels, each line of several numbers must show that they ran together.
    """
    labels = {line.label for line in block if line.joined}
    if len(labels) >= _FEWEST:
        return sum(_BROKEN.search(line.tail) is not None for line in block) >= _FEWEST
    several = [line.tail for line in block if not _NUMBER.fullmatch(line.tail)]
    return not labels and len(several) >= _FEWEST and all(map(_CHAINED.fullmatch, several))


def _decimals(block: Sequence[_Glued]) -> int | None:
    """Return how many decimals end the numbers of the rows that print any, None where they differ."""
    ends = {len(line.tail.rpartition(",")[2]) for line in block if "," in line.tail and "%" not in line.tail}
    return ends.pop() if len(ends) == 1 else None


def _cut(line: _Glued, decimals: int | None, least: int) -> Cells:
    """Return the numbers of a line, none where it can be cut in more ways than one.

    More blanks than the `least` before any line's numbers are cells that hold nothing.
    """
    if "%" in line.tail or ("," in line.tail and decimals is None):
        return ()
    first = line.start - line.blanks + least
    tokens = [Token("–", at, at + 1, starts=True, dash=True) for at in range(first, line.start)]
    at = 0
    while at < len(line.tail):
        if line.tail[at] == " ":  # a cell that holds nothing
            tokens.append(Token("–", line.start + at, line.start + at + 1, starts=True, dash=True))
            at += 1
            continue
        end = _end(line.tail, at, decimals if decimals and "," in line.tail else 0)
        if end is None:
            return ()
        printed = line.tail[at:end].replace(" ", "")
        value = Decimal(re.sub("[−–]", "-", printed).replace(",", "."))
        tokens.append(Token(printed, line.start + at, line.start + end, starts=True, value=value))
        at = end
    return tuple(tokens)


def _end(tail: str, at: int, decimals: int) -> int | None:
    """Return where the number at `at` ends; None where that is not sure."""
    found = _NUMBER.match(tail, at)
    if found is None:
        return None
    if decimals:
        fraction = re.compile(rf",\d{{{decimals}}}").match(tail, found.end())
        return None if fraction is None else fraction.end()
    run = re.match(r"\d+", tail[found.end() :])
    grouped = " " in found.group()
    if run is not None and (not grouped or len(run.group()) > _HEAD):
        return None  # several small numbers may stand here
    return found.end()
