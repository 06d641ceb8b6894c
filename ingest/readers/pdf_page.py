"""Turns a laid out page into a `Page`: clean text, with every span moved from the raw text to the clean one."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ingest.document import Block, Grid, GridCell, Page, Span, WordBox
from ingest.readers.pdf_text import Layout, Piece, Placed
from ingest.readers.pdf_words import Sheet, turn

_MOST_LEVELS = 6
_MOST_BETWEEN = 300


@dataclass(frozen=True, slots=True)
class Drafted:
    """A page laid out, with the sheet that it was laid out from."""

    number: int
    layout: Layout
    sheet: Sheet
    label: str = ""
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class _Clean:
    """The clean text and where raw places stand in it."""

    text: str
    offsets: tuple[int, ...]

    def stretch(self, start: int, end: int) -> tuple[int, int]:
        """Return the clean stretch of a raw one, without spaces around it."""
        first = min(bisect_left(self.offsets, start), len(self.text))
        last = min(bisect_left(self.offsets, end), len(self.text))
        while first < last and self.text[first].isspace():
            first += 1
        while last > first and self.text[last - 1].isspace():
            last -= 1
        return first, last


def page_of(
    draft: Drafted,
    before: Drafted | None,
    cleaner: Callable[[str], tuple[str, tuple[int, ...]]],
    ranks: Mapping[float, int],
    outline: Mapping[str, int],
) -> Page:
    """Return the page with clean text.

    Args:
        draft: the page.
        before: the page before it, to tell whether its first table goes on from there.
        cleaner: raw text to clean text and offsets.
        ranks: the rank (from 1) of each size of headings over the document.
        outline: the document's outline, titles in lower case with their depth.
    """
    raw = draft.layout.text
    clean = _Clean(*cleaner(raw))
    blocks = tuple(
        block for piece in draft.layout.pieces if (block := _block(piece, clean, ranks, outline)) is not None
    )
    grids = tuple(
        _grid(draft, placed, clean, before if number == 0 else None) for number, placed in enumerate(draft.layout.grids)
    )
    sheet = draft.sheet
    back = -sheet.quarter % 4
    words = []
    for start, end, word in draft.layout.words:
        first, last = clean.stretch(start, end)
        if last > first:
            box = turn((word.x0, word.y0, word.x1, word.y1), back, sheet.width, sheet.height)
            words.append(WordBox(first, last, *(round(value, 2) for value in box)))
    width, height = (sheet.height, sheet.width) if back % 2 else (sheet.width, sheet.height)
    return Page(
        draft.number, raw, clean.text, clean.offsets, blocks, grids, tuple(words),
        round(width, 2), round(height, 2), draft.label, draft.scanned,
    )  # fmt: skip


def _block(piece: Piece, clean: _Clean, ranks: Mapping[float, int], outline: Mapping[str, int]) -> Block | None:
    start, end = clean.stretch(piece.start, piece.end)
    if end <= start:
        return None
    if piece.kind == "table":
        return Block("table", start, end)
    listed = outline.get(" ".join(clean.text[start:end].split()).lower())
    if listed is not None:
        return Block("heading", start, end, listed)
    if piece.kind == "heading":
        return Block("heading", start, end, min(ranks.get(round(piece.size, 1), _MOST_LEVELS), _MOST_LEVELS))
    return Block(piece.kind, start, end)


def _grid(draft: Drafted, placed: Placed, clean: _Clean, before: Drafted | None) -> Grid:
    cells = []
    for cell, stretch in placed.cells:
        if stretch is None:
            continue
        start, end = clean.stretch(*stretch)
        if end <= start:
            continue
        span = Span(draft.number, start, end)
        text = clean.text[start:end]
        bold = all(word.bold for line in cell.lines for word in line)
        cells.append(GridCell(cell.row, cell.column, text, span, cell.row_span, cell.column_span, cell.header, bold))
    title = _full_width(cells, placed.grid.columns) or _title(draft.layout, placed, clean)
    continues = title is None and before is not None and _goes_on(before, draft, placed)
    return Grid(
        draft.number, placed.grid.rows, placed.grid.columns, tuple(cells), placed.grid.origin,
        "" if title is None else " ".join(clean.text[slice(*title)].split()),
        None if title is None else Span(draft.number, *title),
        continues,
    )  # fmt: skip


def _full_width(cells: list[GridCell], columns: int) -> tuple[int, int] | None:
    """Return the stretch of the first row where that is one header over all columns."""
    first = [cell for cell in cells if cell.row == 0]
    if len(first) != 1 or not first[0].header or first[0].column_span < columns or first[0].span is None:
        return None
    return first[0].span.start, first[0].span.end


def _title(layout: Layout, placed: Placed, clean: _Clean) -> tuple[int, int] | None:
    """Return the stretch of the caption, or else the heading, that stands with the grid."""
    above = [piece for piece in layout.pieces[: placed.piece] if not piece.furniture]
    if above and above[-1].kind == "table":
        # Tables right under or beside each other stand under one heading.
        upper = next((other for other in layout.grids if layout.pieces[other.piece] is above[-1]), None)
        return None if upper is None else _title(layout, upper, clean)
    after = layout.pieces[placed.piece + 1 : placed.piece + 3]
    last = above[-3:]
    for piece in reversed(last):
        if piece.kind in {"heading", "caption"}:
            return clean.stretch(piece.start, piece.end)
        if piece.kind == "table":
            break
    # A caption between two tables may be that of the lower one.
    if after and after[0].kind == "caption" and "table" not in {piece.kind for piece in after}:
        return clean.stretch(after[0].start, after[0].end)
    return None


def _goes_on(before: Drafted, draft: Drafted, placed: Placed) -> bool:
    """Tell whether a grid at the top of its page has the columns of the grid at the foot of the page before."""
    if not before.layout.grids or before.number != draft.number - 1:
        return False
    last = before.layout.grids[-1].grid
    grid = placed.grid
    headers = [
        [(c.column, [w.text for line in c.lines for w in line]) for c in g.cells if c.header] for g in (last, grid)
    ]
    if headers[1] and headers[0] != headers[1]:
        return False
    if last.columns != grid.columns or last.origin != grid.origin or len(last.edges) != len(grid.edges):
        return False
    between = [*before.layout.pieces[before.layout.grids[-1].piece + 1 :], *draft.layout.pieces[: placed.piece]]
    if sum(piece.end - piece.start for piece in between if not piece.furniture) > _MOST_BETWEEN:
        return False
    if headers[1]:
        return True
    # The first column of a table without rules ends where its longest label of the page does.
    skipped = 0 if grid.origin == "ruled" else 1
    pairs = list(zip(last.edges, grid.edges, strict=True))[skipped:]
    return all(abs(upper - lower) <= 6.0 for upper, lower in pairs)
