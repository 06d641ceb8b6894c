"""Lays a page out as text: paragraphs line by line, tables row by row, with the place of every word, block and cell.

A row of a table is one line of the text and a cell one piece of it, however many printed lines the cell has, so that
both can be quoted. Cells are parted by two spaces; empty cells leave no trace in the text.
"""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from ingest.clean import Vocabulary, clean, vocabulary_of
from ingest.document import BlockKind
from ingest.readers.pdf_draft import DraftCell, DraftGrid, WordLine
from ingest.readers.pdf_lines import Line, in_reading_order, lines_of
from ingest.readers.pdf_word import Word

CELL_GAP = "  "

_BULLETS = re.compile(r"^(?:[•●◦▪■□‣⁃·»➢✓\uf0b7\uf0a7\uf0d8]|[-–—*](?=\s)|o(?=\s))")
_NUMBERED = re.compile(r"^(?:\d{1,2}|[a-zåäö])[.)]\s")
_CAPTION = re.compile(r"^(?:taulukko|kuvio|kuva|tabell?|figur|table|figure|liitetaulukko)\s+\d", re.IGNORECASE)
_MOST_HEADING_WORDS = 18


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the laid out text; `size` and `bold` are those of its type.

    `furniture` tells that the page before or after has it, too, but for its numbers.
    """

    kind: BlockKind
    start: int
    end: int
    size: float = 0.0
    bold: bool = False
    furniture: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """A grid's cells with the stretch of text of each; a cell without words has none."""

    grid: DraftGrid
    cells: tuple[tuple[DraftCell, tuple[int, int] | None], ...]
    piece: int


@dataclass(slots=True)
class Layout:
    """A page's text with its words, blocks and grids. Filled from top to bottom."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    words: list[tuple[int, int, Word]] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    grids: list[Placed] = field(default_factory=list)
    vocabulary: Vocabulary | None = None
    furniture: Collection[int] = ()

    @property
    def text(self) -> str:
        """Return the text so far."""
        return "".join(self.parts)

    def write(self, text: str) -> None:
        """Add text that is no word."""
        self.parts.append(text)
        self.length += len(text)

    def word(self, word: Word, text: str) -> None:
        """Add a word, of which `text` is kept."""
        self.words.append((self.length, self.length + len(text), word))
        self.write(text)

    def lines(self, lines: Sequence[WordLine]) -> tuple[int, int]:
        """Add the lines of a cell as one, words that a hyphen parts joined; return the stretch."""
        start = self.length
        flat = [word for line in lines for word in line]
        ends = {id(line[-1]) for line in lines[:-1] if line}
        for place, word in enumerate(flat):
            following = flat[place + 1] if place + 1 < len(flat) else None
            text, gap = word.text, " "
            if following is not None and id(word) in ends:
                text, gap = joined(text, following.text, self.vocabulary)
            self.word(word, text)
            if following is not None:
                self.write(gap)
        return start, self.length


def joined(before: str, after: str, vocabulary: Vocabulary | None = None) -> tuple[str, str]:
    """Return `before`, a line's last word, as it reads with `after`, the next line's first, and what parts them."""
    if not before.endswith(("-", "\u00ad", "\u2010")):
        return before, " "
    text, _ = clean(f"{before}\n{after}", vocabulary)
    if "\n" in text:
        return before, " "
    return (before, "") if len(text) == len(before) + len(after) else (before[:-1], "")


def lay_out(words: Sequence[Word], grids: Sequence[DraftGrid], furniture: Collection[int] = ()) -> Layout:
    """Lay the words of a page out as text; words of grids are written within them only.

    Args:
        words: all words of the page.
        grids: the page's tables, of the same words.
        furniture: the order of words in running heads and feet.
    """
    in_grids = {word.order for grid in grids for cell in grid.cells for line in cell.lines for word in line}
    free = [word for word in words if word.order not in in_grids]
    lines = lines_of(word for word in free if not word.turned)
    layout = Layout(
        furniture=furniture,
        vocabulary=vocabulary_of([" ".join(word.text for word in words if not word.text.endswith("-"))]),
    )
    sizes = [word.size for word in free for _ in word.text]
    body = median(sizes) if sizes else 0.0
    for grid in sorted(grids, key=lambda grid: (grid.box[1], grid.box[0])):
        before = [line for line in lines if _is_before(line, grid)]
        lines = [line for line in lines if not _is_before(line, grid)]
        _write_lines(layout, in_reading_order(before), body)
        _write_grid(layout, grid)
    _write_lines(layout, in_reading_order(lines), body)
    _write_turned(layout, [word for word in free if word.turned])
    return layout


def _is_before(line: Line, grid: DraftGrid) -> bool:
    x0, y0, _, y1 = line.box
    middle = (y0 + y1) / 2
    return middle < grid.box[1] or (middle < grid.box[3] and x0 < grid.box[0])


def _write_grid(layout: Layout, grid: DraftGrid) -> None:
    if layout.length:
        layout.write("\n\n")
    start = layout.length
    rows: dict[int, list[DraftCell]] = {}
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    placed: list[tuple[DraftCell, tuple[int, int] | None]] = []
    for row in sorted(rows):
        begun = False
        for cell in rows[row]:
            if not any(cell.lines):
                placed.append((cell, None))
                continue
            if begun:
                layout.write(CELL_GAP)
            elif layout.length > start:
                layout.write("\n")
            begun = True
            placed.append((cell, layout.lines(cell.lines)))
    layout.grids.append(Placed(grid, tuple(placed), len(layout.pieces)))
    layout.pieces.append(Piece("table", start, layout.length))


def _write_lines(layout: Layout, lines: Sequence[Line], body: float) -> None:
    for block in _blocks(lines):
        if layout.length:
            layout.write("\n\n")
        start = layout.length
        for place, line in enumerate(block):
            if place:
                layout.write("\n")
            for at, phrase in enumerate(line.phrases):
                if at:
                    layout.write(CELL_GAP)
                for number, word in enumerate(phrase.words):
                    if number:
                        layout.write(" ")
                    layout.word(word, word.text)
        size = median(line.size for line in block)
        bold = all(word.bold for line in block for word in line.words)
        furniture = all(word.order in layout.furniture for line in block for word in line.words)
        kind = "note" if furniture else _kind(block, size, body, bold=bold)
        layout.pieces.append(Piece(kind, start, layout.length, size, bold, furniture))


def _write_turned(layout: Layout, words: Sequence[Word]) -> None:
    """Add words that run across the page, in the order of the file."""
    if not words:
        return
    if layout.length:
        layout.write("\n\n")
    start = layout.length
    for place, word in enumerate(words):
        if place:
            layout.write(" ")
        layout.word(word, word.text)
    layout.pieces.append(Piece("note", start, layout.length))


def _kind(block: Sequence[Line], size: float, body: float, *, bold: bool) -> BlockKind:
    text = block[0].text
    if _BULLETS.match(text):
        return "bullet"
    if _CAPTION.match(text):
        return "caption"
    words = [word.text for line in block for word in line.words]
    lettered = sum(character.isalpha() for word in words for character in word) >= 3
    if (
        lettered
        and "...." not in words[-1]
        and len(words) <= _MOST_HEADING_WORDS
        and len(block) <= 4
        and not words[-1].endswith((",", ";"))
    ):
        if size >= 1.15 * body:
            return "heading"
        if bold and len(block) <= 2 and not words[-1].endswith("."):
            return "heading"
    if _NUMBERED.match(text):
        return "bullet"
    return "note" if size < 0.8 * body else "paragraph"


def _blocks(lines: Sequence[Line]) -> list[list[Line]]:
    blocks: list[list[Line]] = []
    pitch = _pitch(lines)
    for line in lines:
        if blocks and _goes_on(blocks[-1], line, pitch):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _pitch(lines: Sequence[Line]) -> Callable[[float], float]:
    """Return the usual distance of lines for a size of type."""
    steps: dict[int, list[float]] = {}
    for upper, lower in pairwise(lines):
        step = lower.box[3] - upper.box[3]
        if 0.5 * lower.size < step < 2.2 * lower.size:
            steps.setdefault(round(lower.size), []).append(step)
    usual = {size: sorted(found)[len(found) // 3] for size, found in steps.items()}
    return lambda size: usual.get(round(size), 1.2 * size)


def _goes_on(block: Sequence[Line], line: Line, pitch: Callable[[float], float]) -> bool:
    last = block[-1]
    step = line.box[3] - last.box[3]
    if step <= 0.3 * line.size or step > 1.25 * pitch(line.size) + 0.5:
        return False
    if abs(line.size - last.size) > 0.08 * max(line.size, last.size) + 0.3:
        return False
    if _BULLETS.match(line.text) or (_NUMBERED.match(line.text) and not last.text.endswith("-")):
        return False
    head = all(word.bold for word in last.words)
    if head != all(word.bold for word in line.words) and (head or line.words[0].bold):
        return not head and not all(word.bold for word in line.words)
    if line.box[0] > last.box[2] or line.box[2] < last.box[0]:
        return False
    # A bullet's own further lines are indented; text back at the bullet's edge is a new paragraph.
    return not (_BULLETS.match(block[0].text) and line.box[0] < block[0].box[0] + 1.0)
