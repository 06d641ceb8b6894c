"""A document as read: pages of cleaned text that spans refer to, and their grids. Knows nothing of search."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Final, Literal

BlockKind = Literal["heading", "paragraph", "bullet", "table", "note", "caption"]

BLANK: Final = 2.5
"""Points that one blank before a grid cell's text stands for, where readers write how far the cell is set in."""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the cleaned text of page number `page` (from 1) of one document."""

    page: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class WordBox:
    """One word of a page: its characters in `Page.text` and its box in points, origin at the page's top left."""

    start: int
    end: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Block:
    """A structural part of a page: `text[start:end]`; `level` is 1 for the topmost heading or bullet."""

    kind: BlockKind
    start: int
    end: int
    level: int = 1


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell of a grid; `row` and `column` count from 0; `span` is None for a cell with no text on the page.

    `bold` tells that all its words are printed bold, where the format shows it. Leading blanks of `text` tell how far
    a native cell is set in, a blank for every 2.5 points; its span has none of them.
    """

    row: int
    column: int
    text: str
    span: Span | None
    row_span: int = 1
    column_span: int = 1
    header: bool = False
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells placed in rows and columns by the format (native) or by the page's layout.

    Empty cells may be left out. `title` is the caption or heading that stands with the grid. A grid that goes on from
    the last grid of the page before has `continues` set; the reader has not joined them.
    """

    page: int
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    origin: Literal["native", "ruled", "layout"]
    title: str = ""
    title_span: Span | None = None
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page, slide or sheet; `number` counts from 1.

    `raw` is the text as extracted, `text` the cleaned one that all spans refer to. `offsets` has `len(text) + 1`
    entries: `offsets[i]` is the index in `raw` of the character that `text[i]` came from, never falling; the last is
    `len(raw)`. `width` and `height` are in points, 0 where the format has no layout.
    """

    number: int
    raw: str
    text: str
    offsets: tuple[int, ...]
    blocks: tuple[Block, ...] = ()
    grids: tuple[Grid, ...] = ()
    words: tuple[WordBox, ...] = ()
    width: float = 0.0
    height: float = 0.0
    label: str = ""
    scanned: bool = False

    def __hash__(self) -> int:
        """Return a hash of the number and the text, which is computed once: a sheet may have 100,000 cells."""
        return hash((self.number, self.text))


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read. Fields that neither the manifest nor the file states are None or empty, never guessed.

    `id` is the collection and the path relative to its root, joined by "/"; `version` is the sha256 of the bytes.
    `date` is the document's own date, `period` the time that it speaks of as printed ("2020-2023").
    `notes` are remarks of the reader for the user ("page 3 is a scan without text").
    """

    id: str
    collection: str
    path: str
    version: str
    media_type: str
    title: str
    pages: tuple[Page, ...]
    publisher: str | None = None
    programme: str | None = None
    language: str | None = None
    date: dt.date | None = None
    period: str | None = None
    source_url: str | None = None
    notes: tuple[str, ...] = field(default=())

    def text_of(self, span: Span) -> str:
        """Return the characters of `span`."""
        return self.pages[span.page - 1].text[span.start : span.end]
