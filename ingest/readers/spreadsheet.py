"""Excel workbooks and CSV files: a sheet is a page, its cells grids with numbers as the sheet shows them."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.exceptions import InvalidFileException

from ingest.document import BLANK, Page
from ingest.errors import BrokenFile
from ingest.readers import ReadFile
from ingest.readers.decode import decode
from ingest.readers.number_format import shown
from ingest.readers.page_builder import PageBuilder, RawCell
from ingest.readers.raised import raised
from ingest.readers.sniff import CSV, XLSX

# Merged cells are known only where a sheet is loaded whole, which takes some fifty times its XML in memory.
_WHOLE = 24 * 1024 * 1024
_NUMERIC = re.compile(r"[-−+]?[\d\s.,'’]*\d[\d\s.,'’]*-?\s*(?:%|€|M€)?\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_DELIMITERS = ";,\t|"
_SAMPLE = 50
_EMPTY_FORMULA = re.compile(rb"<f\b[^>]*>[^<]*</f>\s*(?:<v\s*/>|<v>\s*</v>|</c>)")

_LEVEL = 9.0  # points by which a level of alignment sets a cell in
_MOST_BETWEEN = 4  # rows from a title to its table

Rows = Sequence[Sequence[str]]
Indents = Mapping[tuple[int, int], float]


@dataclass(frozen=True, slots=True)
class _Merge:
    """A merged area: rows and columns that its first cell covers."""

    rows: int
    columns: int


def read_xlsx(data: bytes, name: str) -> ReadFile:
    """Read an Excel workbook; formulas count with the values stored with them.

    Raises:
        BrokenFile: it is truncated or malformed.
    """
    notes: list[str] = []
    pages: list[Page] = []
    try:
        unpacked, bare = _look(data)
        if bare:
            notes.append(
                f"formulas without a stored value, left out: {bare}; save the workbook in a spreadsheet program"
            )
        book = openpyxl.load_workbook(
            io.BytesIO(data), data_only=True, read_only=unpacked > _WHOLE, keep_links=False, rich_text=True
        )
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                notes.append(f"sheet {sheet.title!r} is hidden and left out")
                continue
            rows = [
                [shown(_plain(cell.value), getattr(cell, "number_format", None)) for cell in row]
                for row in sheet.iter_rows()
            ]
            page = _page(len(pages) + 1, rows, _merges(sheet), sheet.title, _set_in(sheet))
            if page.text:
                pages.append(page)
        title = book.properties.title
        book.close()
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError) as exc:
        raise BrokenFile(name, f"damaged workbook: {' '.join(str(exc).split())[:200] or type(exc).__name__}") from exc
    return ReadFile(media_type=XLSX, title=title or None, pages=tuple(pages), notes=tuple(notes))


def read_csv(data: bytes, name: str) -> ReadFile:
    """Read a CSV file of any usual delimiter.

    Raises:
        BrokenFile: its encoding is unknown, or a quote never ends.
    """
    text, note = decode(data, name)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=False))
    except csv.Error as exc:
        raise BrokenFile(name, f"damaged CSV: {exc}") from exc
    page = _page(1, rows, {}, "")
    return ReadFile(media_type=CSV, title=None, pages=(page,), notes=(note,) if note else ())


def _plain(value: object) -> object:
    """Return a cell's value; text in several fonts as one string, with what is raised in raised characters."""
    if not isinstance(value, CellRichText):
        return value
    return "".join(
        raised(part.text) if isinstance(part, TextBlock) and part.font.vertAlign == "superscript" else str(part)
        for part in value
    )


def _look(data: bytes) -> tuple[int, int]:
    """Return the unpacked size of the sheets' XML and how many formulas have no stored value."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.startswith("xl/worksheets/")]
        size = sum(part.file_size for part in parts)
        if size > _WHOLE:
            return size, 0
        return size, sum(len(_EMPTY_FORMULA.findall(archive.read(part))) for part in parts)


def _merges(sheet: Any) -> dict[tuple[int, int], _Merge]:  # noqa: ANN401  # openpyxl has no types
    """Return the merged areas of a sheet by their first cell, counted from 0."""
    ranges = getattr(getattr(sheet, "merged_cells", None), "ranges", ())
    first_row, first_column = sheet.min_row or 1, sheet.min_column or 1
    return {
        (area.min_row - first_row, area.min_col - first_column): _Merge(
            area.max_row - area.min_row + 1, area.max_col - area.min_col + 1
        )
        for area in ranges
    }


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts the first lines into the most equal rows; a comma where none does."""
    lines = [line for line in text.splitlines() if line.strip()][:_SAMPLE]
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter)]
        several = [width for width in widths if width > 1]  # titles above the table have no delimiter
        if not several:
            continue
        common = max(set(several), key=several.count)
        score = widths.count(common) / len(widths) + common / 1000
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _set_in(sheet: Any) -> Indents:  # noqa: ANN401  # openpyxl has no types
    """Return how far cells are set in, in points, by their place counted from 0.

    Grouped rows count as set in where their sheet says that what sums them stands above; where it is silent, by so
    little that their sums must show it.
    """
    above = getattr(getattr(getattr(sheet, "sheet_properties", None), "outlinePr", None), "summaryBelow", True) is False
    grouped = getattr(sheet, "row_dimensions", {})
    found: dict[tuple[int, int], float] = {}
    for row, cells in enumerate(sheet.iter_rows()):
        level = grouped[row + (sheet.min_row or 1)].outlineLevel or 0 if grouped else 0
        for column, cell in enumerate(cells):
            alignment = getattr(cell, "alignment", None)
            if cell.value is None or alignment is None or alignment.horizontal in {"center", "right"}:
                continue
            indent = _LEVEL * (alignment.indent or 0) + level * (_LEVEL if above else BLANK)
            if indent:
                found[row, column] = indent
    return found


def _page(
    number: int, rows: Rows, merges: dict[tuple[int, int], _Merge], label: str, indents: Indents | None = None
) -> Page:
    builder = PageBuilder(number)
    if label:
        builder.add("heading", label)
    for start, end in _tables(rows):
        first = start
        while first < end and _filled(rows[first]) <= 1:
            builder.add("caption", "".join(rows[first]))
            first += 1
        if first < end:
            cells = _cells(rows[first:end], first, merges)
            builder.add_grid(
                replace(cell, indent=(indents or {}).get((first + cell.row, cell.column), 0.0)) for cell in cells
            )
    return builder.page(label=label)


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())


def _counts(row: Sequence[str]) -> bool:
    """Say whether a row holds numbers other than years, as header rows do not."""
    return any(_NUMERIC.match(cell.strip()) and not _YEAR.match(cell.strip()) for cell in row if cell.strip())


def _tables(rows: Rows) -> Iterator[tuple[int, int]]:
    """Yield the tables of a sheet as rows from and to.

    An empty row parts two tables where a title or a header row follows; within a table it is but a gap.
    """
    starts = [
        index + 1
        for index, (row, following) in enumerate(pairwise(rows))
        if not _filled(row) and _filled(following) and _opens(rows, index + 1)
    ]
    bounds = [0, *starts, len(rows)]
    for start, end in pairwise(bounds):
        first, last = start, end
        while first < last and not _filled(rows[first]):
            first += 1
        while last > first and not _filled(rows[last - 1]):
            last -= 1
        if first < last:
            yield first, last


def _opens(rows: Rows, index: int) -> bool:
    """Say whether a table begins at a row after an empty one: a title with a table below, or a header."""
    row = rows[index]
    if _counts(row):
        return False
    if _filled(row) > 1:
        return True
    below = next((later for later in rows[index + 1 : index + 1 + _MOST_BETWEEN] if _filled(later) > 1), ())
    return _filled(below) > 1 and not _counts(below)


def _cells(rows: Iterable[Sequence[str]], first: int, merges: dict[tuple[int, int], _Merge]) -> Iterator[RawCell]:
    heading = True
    for index, row in enumerate(rows):
        heading = heading and not _counts(row)
        for column, cell in enumerate(row):
            if cell.strip():
                area = merges.get((first + index, column), _Merge(1, 1))
                yield RawCell(index, column, cell, area.rows, area.columns, header=heading)
