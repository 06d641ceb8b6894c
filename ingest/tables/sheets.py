"""Grids made whole: spanning cells spread over their places, and parts that go on over pages joined to one sheet.

Knows nothing of what the cells mean.
"""

import re
from dataclasses import dataclass, replace

from ingest.document import Document, Grid, GridCell, Span
from ingest.tables.cells import kind_of

Row = tuple[GridCell | None, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, all of the same length; a spanning cell stands in every place that it covers."""

    grid: Grid
    rows: tuple[Row, ...]
    pages: tuple[int, ...]
    spanned: frozenset[int]
    """Rows in which some cell of the format states that it spans columns."""

    def span(self) -> Span:
        """Return the part of the first page that the sheet's cells cover."""
        spans = [cell.span for row in self.rows for cell in row if cell is not None and cell.span is not None]
        first = [span for span in spans if span.page == self.pages[0]] or [Span(self.pages[0], 0, 0)]
        return Span(self.pages[0], min(span.start for span in first), max(span.end for span in first))


def sheets_of(document: Document) -> tuple[Sheet, ...]:
    """Return the sheets of `document` in order, continued grids joined and their repeated header rows dropped."""
    found: list[Sheet] = []
    last_page_grid: dict[int, int] = {}
    for page in document.pages:
        for index, grid in enumerate(page.grids):
            sheet = _sheet(grid)
            if not any(cell is not None and cell.text.strip() for row in sheet.rows for cell in row):
                continue
            before = last_page_grid.get(page.number - 1) if index == 0 else last_page_grid.get(page.number)
            same_page = index > 0
            if before is not None and (
                _lower_part(document, found[before], sheet) if same_page else _goes_on(found[before], sheet)
            ):
                found[before] = _joined(found[before], sheet)
                last_page_grid[page.number] = before
            else:
                found.append(sheet)
                last_page_grid[page.number] = len(found) - 1
    return tuple(found)


def _sheet(grid: Grid) -> Sheet:
    places: list[list[GridCell | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    spanned = set()
    for cell in grid.cells:
        for row in range(cell.row, min(grid.rows, cell.row + cell.row_span)):
            for column in range(cell.column, min(grid.columns, cell.column + cell.column_span)):
                places[row][column] = cell
            if cell.column_span > 1:
                spanned.add(row)
    return Sheet(grid, tuple(tuple(row) for row in places), (grid.page,), frozenset(spanned))


def _goes_on(before: Sheet, sheet: Sheet) -> bool:
    if before.grid.columns != sheet.grid.columns:
        return False
    if sheet.grid.continues and _same_rows(before, sheet) == 0:
        return True
    # The same words over the columns, two columns or more, printed again at the top of the next page.
    if (
        (sheet.grid.columns < 3 and not sheet.grid.continues)
        or _same_rows(before, sheet) == 0
        or _other_title(before, sheet)
    ):
        return False
    own, others = _labels(sheet), _labels(before)
    return not own & others


def _lower_part(document: Document, before: Sheet, sheet: Sheet) -> bool:
    """Tell whether `sheet` is the part of the table above it behind a gap: no headers, title or text of its own."""
    if before.grid.columns != sheet.grid.columns or sheet.grid.title.strip() or sheet.pages != before.pages[-1:]:
        return False
    first = [cell.text if cell else "" for cell in sheet.rows[0]]
    if not any(kind_of(text) == "number" for text in first[1:]):
        return False
    spans = [
        cell.span for row in before.rows for cell in row if cell and cell.span and cell.span.page == sheet.pages[0]
    ]
    own = sheet.span()
    between = document.pages[own.page - 1].text[max((span.end for span in spans), default=own.start) : own.start]
    return not between.strip()


def _labels(sheet: Sheet) -> set[str]:
    """Return the row labels of `sheet`; a table that has one of them already does not go on with it."""
    rows = (row for row in sheet.rows if any(map(_is_figure, row[1:])))
    return {_plain(row[0].text) for row in rows if row[0] is not None and row[0].text.strip()}


def _other_title(before: Sheet, sheet: Sheet) -> bool:
    title = _plain(sheet.grid.title)
    return bool(title) and title != _plain(before.grid.title)


def _same_rows(before: Sheet, sheet: Sheet) -> int:
    """Count the leading rows of `sheet` that repeat those of `before` and hold no figures; codes may be headers."""
    count = 0
    for own, other in zip(sheet.rows, before.rows, strict=False):
        texts = [_plain(cell.text) if cell else "" for cell in own]
        if texts != [_plain(cell.text) if cell else "" for cell in other]:
            break
        if not any(texts[1:]) or any(map(_is_figure, own)):
            break
        count += 1
    return count


def _is_figure(cell: GridCell | None) -> bool:
    return cell is not None and not cell.header and kind_of(cell.text) == "number"


def _joined(before: Sheet, sheet: Sheet) -> Sheet:
    skip = _same_rows(before, sheet)
    shift = len(before.rows) - skip
    moved: dict[int, GridCell] = {}
    rows = []
    for row in sheet.rows[skip:]:
        for cell in row:
            if cell is not None and id(cell) not in moved:
                moved[id(cell)] = replace(cell, row=cell.row + shift)
        rows.append(tuple(None if cell is None else moved[id(cell)] for cell in row))
    spanned = before.spanned | {row + shift for row in sheet.spanned if row >= skip}
    return Sheet(before.grid, before.rows + tuple(rows), (*before.pages, *sheet.pages), frozenset(spanned))


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().casefold()
