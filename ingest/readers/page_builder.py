"""Builds a page from the parts that a structured format gives, one after the other: headings, bullets, tables.

Each part is cleaned by itself and stands on lines of its own; a table's row is one line with two spaces between its
cells. Knows no file format.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ingest.clean import clean
from ingest.document import BLANK, Block, BlockKind, Grid, GridCell, Page, Span

CELL_GAP = "  "
_TITLE_LENGTH = 200
_MOST_BLANKS: Final = 80
_BLANKS: Final = {"\t": 4, "\u2003": 2}
_REMARK = re.compile(
    r"(?:lähde|lähteet|päivitetty|päivitys|tulostettu|huom|källa|källor|uppdaterad|obs|anm"
    r"|sources?|updated|as of|note)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of a table as the format gives it; `row` and `column` count from 0.

    `indent` is how far the format sets its text in, in points, besides the blanks that `raw` begins with.
    """

    row: int
    column: int
    raw: str
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    indent: float = 0.0


class PageBuilder:
    """A page in the making."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._raw: list[str] = []
        self._text: list[str] = []
        self._offsets: list[int] = []
        self._raw_length = 0
        self._length = 0
        self._blocks: list[Block] = []
        self._grids: list[Grid] = []

    @property
    def empty(self) -> bool:
        """Whether nothing has been added yet."""
        return not self._length

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What has been added so far."""
        return tuple(self._blocks)

    def text_of(self, block: Block) -> str:
        """Return the text of a block of this page."""
        return "".join(self._text)[block.start : block.end]

    def add(self, kind: BlockKind, raw: str, level: int = 1, marker: str = "") -> Span | None:
        """Add a part on lines of its own, after `marker` ("• "); return where it stands, None where it is blank."""
        if not raw.strip():
            return None
        close = self._blocks and kind == "bullet" == self._blocks[-1].kind
        self._break(1 if close else 2)
        start = self._length
        self._literal(marker)
        if not self._cleaned(raw.strip(), lines=True):
            return None
        self._blocks.append(Block(kind, start, self._length, level))
        return Span(self.number, start, self._length)

    def add_grid(
        self, cells: Iterable[RawCell], title: str | None = None, title_span: Span | None = None
    ) -> Grid | None:
        """Add a table; return its grid, None where no cell holds text.

        Args:
            cells: in row-major order.
            title: its caption; without one, a heading, caption or short line right before the table is its title.
            title_span: where the caption stands.
        """
        listed = list(cells)
        if not any(cell.raw.strip() for cell in listed):
            return None
        if title is None:
            title, title_span = self._title_before()
        self._break(2)
        start = self._length
        placed: list[GridCell] = []
        line = -1
        for cell in listed:
            if not cell.raw.strip():
                placed.append(GridCell(cell.row, cell.column, "", None, cell.row_span, cell.column_span, cell.header))
                continue
            if line >= 0:
                self._literal("\n" if cell.row != line else CELL_GAP)
            cell_start = self._length
            text = self._cleaned(cell.raw.strip(), lines=False)
            line = cell.row
            placed.append(
                GridCell(
                    row=cell.row,
                    column=cell.column,
                    text=_set_in(cell, text),
                    span=Span(self.number, cell_start, self._length) if text else None,
                    row_span=cell.row_span,
                    column_span=cell.column_span,
                    header=cell.header,
                )
            )
        grid = Grid(
            page=self.number,
            rows=max(cell.row + cell.row_span for cell in placed),
            columns=max(cell.column + cell.column_span for cell in placed),
            cells=tuple(placed),
            origin="native",
            title=title or "",
            title_span=title_span if title else None,
        )
        self._grids.append(grid)
        self._blocks.append(Block("table", start, self._length))
        return grid

    def page(self, label: str = "", width: float = 0.0, height: float = 0.0) -> Page:
        """Return the page as built."""
        return Page(
            number=self.number,
            raw="".join(self._raw),
            text="".join(self._text),
            offsets=(*self._offsets, self._raw_length),
            blocks=tuple(self._blocks),
            grids=tuple(self._grids),
            width=width,
            height=height,
            label=label,
        )

    def _title_before(self) -> tuple[str, Span | None]:
        if not self._blocks:
            return "", None
        last = self._blocks[-1]
        text = self.text_of(last)
        # A line on dates or sources between a table and its title is no title.
        for block in reversed(self._blocks):
            if block.kind not in {"heading", "caption", "paragraph"} or len(self.text_of(block)) > _TITLE_LENGTH:
                break
            if not _REMARK.match(self.text_of(block)):
                last, text = block, self.text_of(block)
                break
        short = len(text) <= _TITLE_LENGTH and not text.endswith((".", ";", ","))
        if last.kind in {"heading", "caption"} or (last.kind == "paragraph" and short):
            return text, Span(self.number, last.start, last.end)
        return "", None

    def _break(self, count: int) -> None:
        if self._length:
            self._literal("\n" * count)

    def _literal(self, text: str) -> None:
        """Add characters that stand in raw and clean text alike."""
        self._raw.append(text)
        self._text.append(text)
        self._offsets += range(self._raw_length, self._raw_length + len(text))
        self._raw_length += len(text)
        self._length += len(text)

    def _cleaned(self, raw: str, *, lines: bool) -> str:
        text, offsets = clean(raw)
        if not lines and "\n" in text:
            text = text.replace("\n", " ")
        self._raw.append(raw)
        self._text.append(text)
        self._offsets += [self._raw_length + offset for offset in offsets[:-1]]
        self._raw_length += len(raw)
        self._length += len(text)
        return text


def _set_in(cell: RawCell, text: str) -> str:
    """Return `text` behind as many blanks as the cell is set in; numbers and the topmost cells stand as they are."""
    if cell.row == 0 or not any(map(str.isalpha, text)):
        return text
    before = cell.raw[: len(cell.raw) - len(cell.raw.lstrip())].rpartition("\n")[2]
    indent = min(max(0.0, cell.indent), _MOST_BLANKS * BLANK)
    blanks = sum(_BLANKS.get(blank, 1) for blank in before) + round(indent / BLANK)
    return " " * min(blanks, _MOST_BLANKS) + text
