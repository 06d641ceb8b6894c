"""Grids as found on a page, of words, before the page's text is laid out."""

from dataclasses import dataclass
from typing import Literal

from ingest.readers.pdf_word import Box, Word

WordLine = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell with its words line by line; rows and columns count from 0."""

    row: int
    column: int
    lines: tuple[WordLine, ...]
    row_span: int = 1
    column_span: int = 1
    header: bool = False

    @property
    def text(self) -> str:
        """Return the words parted by spaces."""
        return " ".join(word.text for line in self.lines for word in line)


@dataclass(frozen=True, slots=True)
class DraftGrid:
    """A grid on the upright page; `box` holds all its words. `edges` are the left and right edges of its columns."""

    box: Box
    rows: int
    columns: int
    cells: tuple[DraftCell, ...]
    origin: Literal["ruled", "layout"]
    edges: tuple[float, ...] = ()
