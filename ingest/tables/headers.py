"""Which rows of a sheet are headers, which columns are labels, and the header path of each column.

Knows nothing of units, sums or documents.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import GridCell, Span
from ingest.tables.cells import CellKind, kind_of, label_of, numbers_of
from ingest.tables.columns import heads_time, heads_units, is_bare_unit, is_reference, is_unit_column
from ingest.tables.corner_words import heads_codes, heads_labels
from ingest.tables.sheets import Row, Sheet
from ingest.tables.unit_rows import units_alone

_TIMING: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_MOST_HEADERS: Final = 5
_SENTENCE: Final = 40  # characters that a label with a full stop has at most
_CAPTION: Final = re.compile(r"(?:taulukko|tabell|table|liitetaulukko)\s?\d+", re.IGNORECASE)
_CODE: Final = re.compile(r"[\dIVX]+[.)]?|\d+(?:\.\d+)+\.?")


@dataclass(frozen=True, slots=True)
class Headers:
    """`first` is the first body row; `labels` the columns of row labels, `data` those of figures.

    `paths` and `spans` are by data column, outermost header first. `corner` is what stands over the label columns and
    `banner` what stands over the whole table. `units` are the columns that give rows their units, `names` the innermost
    header of every column.
    """

    first: int
    labels: tuple[int, ...]
    data: tuple[int, ...]
    paths: dict[int, tuple[str, ...]]
    spans: dict[int, tuple[Span, ...]]
    corner: str
    corner_spans: tuple[Span, ...]
    banner: str
    units: tuple[int, ...] = ()
    names: tuple[str, ...] = ()


def read_headers(sheet: Sheet, *, commas: bool | None) -> Headers | None:
    """Return the headers of `sheet`, or None where no cell outside its label columns is a number."""
    kinds = [[kind_of(cell.text, commas=commas) if cell else "empty" for cell in row] for row in sheet.rows]
    _mark_words(sheet, kinds)
    first = _first_body_row(sheet, kinds)
    if first >= len(sheet.rows):
        return None
    names = [_name(sheet, first, column) for column in range(sheet.grid.columns)]
    references = {column for column, name in enumerate(names) if column and is_reference(name)}
    units = {column for column, name in enumerate(names) if column and _holds_units(sheet, first, column, name)}
    labels = _label_columns(kinds[first:], names, references | units)
    data = tuple(
        column
        for column in range(max(labels, default=-1) + 1, sheet.grid.columns)
        if column not in references and column not in units
    )
    if not any(kinds[row][column] in ("number", "year") for row in range(first, len(kinds)) for column in data):
        return None
    banners = [row for row in range(first) if _is_banner(sheet.rows[row], sheet.grid.columns)]
    above = max((row for row in range(first) if _is_prose(sheet.rows[row])), default=-1)
    used = [
        row for row in range(above + 1, first) if row not in banners and not _numbering(kinds[row], sheet.rows[row])
    ]
    paths: dict[int, tuple[str, ...]] = {}
    spans: dict[int, tuple[Span, ...]] = {}
    stacks = {column: _header_cells(sheet, used, column, data) for column in data}
    uses = Counter(id(cell) for cells in stacks.values() for cell in cells)
    for column, cells in stacks.items():
        paths[column] = _path(cells, uses)
        spans[column] = tuple(dict.fromkeys(cell.span for cell in cells if cell.span is not None))
    over = [cell for row in used for column in labels if (cell := sheet.rows[row][column]) and cell.text]
    corner = " ".join(dict.fromkeys(label_of(cell.text) for cell in over))
    corner_spans = tuple(dict.fromkeys(cell.span for cell in over if cell.span is not None))
    banner = " ".join(label_of(cell.text) for row in banners if (cell := next((c for c in sheet.rows[row] if c), None)))
    return Headers(
        first,
        tuple(column for column in labels if column not in references and column not in units),
        data,
        paths,
        spans,
        corner,
        corner_spans,
        banner,
        tuple(sorted(units)),
        tuple(names),
    )


def _mark_words(sheet: Sheet, kinds: list[list[CellKind]]) -> None:
    """Make words of codes, and of "1 000 €" where it stands over columns and no cell below has euros of its own.

    So they are above all other numbers; else they are amounts.
    """
    for index, row in enumerate(sheet.rows):
        columns = [column for column, kind in enumerate(kinds[index]) if kind == "number"]
        label = row[0].text.strip() if row[0] is not None else ""
        above = sheet.rows[index - 1][0] if index else None
        heads = not index or not label or heads_units(label) or heads_labels(label) or is_bare_unit(label)
        repeats = above is not None and above.text.strip() == label
        units = all((cell := row[column]) is not None and _is_unit(cell.text, columns) for column in columns)
        codes = heads_codes(label, [cell.text for column in columns if (cell := row[column])])
        if columns and not codes and not (units and (heads or repeats) and not _has_own_euros(sheet, index)):
            return
        for column in columns:
            kinds[index][column] = "text"


def _is_unit(text: str, columns: Sequence[int]) -> bool:
    """Tell whether one of the cells in these columns is a unit; of people or things only beside others: "1 000 matkaa".

    Such a cell alone may be what is counted.
    """
    return is_bare_unit(text) or (len(columns) > 1 and len(units_alone(text.strip())) == 1)


def _has_own_euros(sheet: Sheet, index: int) -> bool:
    """Tell whether a cell below row `index`, right of the labels, is a number with euros behind it."""
    below = [cell.text for row in sheet.rows[index + 1 :] for cell in row[1:] if cell is not None]
    return any(number.unit == "EUR" for text in below if not is_bare_unit(text) for number in numbers_of(text))


def _first_body_row(sheet: Sheet, kinds: Sequence[Sequence[str]]) -> int:
    """Return the first row that holds figures, or the group heading just above it."""
    first = len(kinds)
    flagged = False
    for row, row_kinds in enumerate(kinds):
        if _flagged(sheet.rows[row]):
            flagged = True
            continue
        # Words below the format's own headers are a row of words; a further line of headers stands over columns alone.
        worded = row_kinds[0] == "text" and row_kinds[1:].count("year") < 2
        if worded and (row >= _MOST_HEADERS or (flagged and not _divides(sheet, row))):
            first = row
            break
        years = row_kinds[1:].count("year")
        numbers = row_kinds.count("number") - (row_kinds[0] == "number" and "text" in row_kinds[1:])
        if (
            numbers > 0
            and not _numbering(row_kinds, sheet.rows[row])
            and not (row and _states_units(sheet.rows[row], row))
        ):
            first = row
            break
        # A lone year beside a label, below a header, is a figure's place; a row of years at the top is a header.
        if (
            years
            and row > 0
            and any(_has_header(other) for other in kinds[:row])
            and row_kinds[0] == "text"
            and not years > 1
        ):
            first = row
            break
    # Labels alone directly above the first figures, below a header over the columns, are group headings of the body.
    while (
        first > 1
        and first < len(kinds)
        and not _has_header(kinds[first - 1])
        and any(map(_has_header, kinds[: first - 1]))
    ):
        first -= 1
    return first


def _has_header(kinds: Sequence[str]) -> bool:
    return any(kind in ("text", "year") for kind in kinds[1:])


def _states_units(row: Row, index: int) -> bool:
    """Tell whether a row states units below headers and nothing else; "1000 €" over a column is no amount."""
    below = [cell for cell in row[1:] if cell is not None and cell is not row[0] and cell.text.strip()]
    units = [cell.text.strip() for cell in below if is_bare_unit(cell.text)]
    labelled = row[0] is not None and row[0].text.strip() and row[0].row == index and not heads_units(row[0].text)
    return len(below) > 1 and len(units) == len(below) and not labelled


def _divides(sheet: Sheet, row: int) -> bool:
    """Tell whether a row goes on with the headers above it: one of them reaches down to it or is parted by it.

    Some programs flag the first row alone as a header, though the words over the labels reach down to the next.
    """
    cells = sheet.rows[row]
    if cells[0] is not None and cells[0].row < row:
        return True
    parted: dict[int, set[str]] = {}
    for above, cell in zip(sheet.rows[row - 1], cells, strict=True):
        if above is not None and above.column_span > 1 and cell is not None and cell is not above:
            parted.setdefault(above.column, set()).add(cell.text.strip())
    return any(len(texts) > 1 for texts in parted.values())


def _flagged(row: Row) -> bool:
    cells = {id(cell): cell for cell in row if cell is not None and cell.text.strip()}
    return len(cells) > 1 and all(cell.header for cell in cells.values())


def _numbering(kinds: Sequence[str], row: Row) -> bool:
    """Tell whether the row only numbers its columns from 1 or 2 on."""
    texts = [cell.text.strip() for cell, kind in zip(row, kinds, strict=True) if cell is not None and kind != "empty"]
    counted = [str(number) for number in range(1, len(texts) + 1)]
    return (
        len(texts) > 2 and len(texts) >= len(row) - 1 and texts in (counted, [str(int(text) + 1) for text in counted])
    )


def _is_banner(row: Row, columns: int) -> bool:
    cells = {id(cell): cell for cell in row if cell is not None and cell.text.strip()}
    if len(cells) != 1 or columns < 2:
        return False
    cell = next(iter(cells.values()))
    return cell.column_span >= columns or (cell.column == 0 and columns > 2)


def _name(sheet: Sheet, first: int, column: int) -> str:
    """Return the innermost header of a column, "" for none."""
    cells = [cell for row in reversed(sheet.rows[:first]) if (cell := row[column]) is not None and cell.text.strip()]
    return label_of(cells[0].text) if cells else ""


def _holds_units(sheet: Sheet, first: int, column: int, name: str) -> bool:
    return is_unit_column(name, [cell.text for row in sheet.rows[first:] if (cell := row[column]) is not None])


def _is_prose(row: Row) -> bool:
    """Tell whether a row holds a sentence or caption alone: what stands above it heads no columns."""
    cells = {id(cell): cell for cell in row if cell is not None and cell.text.strip()}
    if len(cells) != 1 or row[0] is None or id(row[0]) not in cells:
        return False
    text = row[0].text.strip()
    return _CAPTION.match(text) is not None or (text.endswith(".") and len(text) > _SENTENCE)


def _label_columns(body: Sequence[Sequence[str]], names: Sequence[str], others: Collection[int]) -> tuple[int, ...]:
    """Return the columns left of the first one that holds mostly numbers; the first column is always one of them.

    `others` hold neither labels nor figures. Among years, some other number shows that a column counts things, where
    its header speaks of no time.
    """
    columns = len(names)
    counts = [[row[column] for row in body] for column in range(columns)]
    for column in range(1, columns):
        numbers, texts, years = (counts[column].count(kind) for kind in ("number", "text", "year"))
        counted = not texts and names[column] and not heads_time(names[column])
        if numbers and numbers >= texts and (numbers >= years or counted) and column not in others:
            return tuple(range(column))
    for column in range(1, columns):  # few figures among words, or years alone
        if column in others:
            continue
        numbers, texts, years = (counts[column].count(kind) for kind in ("number", "text", "year"))
        if numbers or (years and not texts):
            return tuple(range(column))
    return (0,)


def _header_cells(sheet: Sheet, used: list[int], column: int, data: tuple[int, ...]) -> list[GridCell]:
    cells: list[GridCell] = []
    below = False
    for row in reversed(used):
        cell = sheet.rows[row][column]
        if (cell is None or not cell.text.strip()) and row not in sheet.spanned and below:
            cell = _to_the_left(sheet.rows[row], column, data)
        below = cell is not None and bool(cell.text.strip())
        if cell is not None and below and cell not in cells:
            cells.insert(0, cell)
    return cells


def _to_the_left(row: Row, column: int, data: tuple[int, ...]) -> GridCell | None:
    """Return the group header that a place without one belongs to, where the format states no spans."""
    for other in range(column - 1, min(data) - 1, -1):
        cell = row[other]
        if cell is not None and cell.text.strip():
            return cell
    return None


def _path(cells: list[GridCell], uses: Counter[int]) -> tuple[str, ...]:
    """Join header lines that one text runs over, and drop repeats; a header over several columns stays apart."""
    parts: list[str] = []
    own = False
    for cell in cells:
        text = label_of(cell.text)
        before, own = own, uses[id(cell)] == 1
        if parts and is_bare_unit(text) and not is_bare_unit(parts[-1]):
            parts[-1] = f"{parts[-1]} {text}" if text.startswith("(") else f"{parts[-1]} ({text})"
            continue
        if parts and before and own and (text[:1].islower() or parts[-1].endswith("-")):
            joint = "" if parts[-1].endswith("-") and text[:1].islower() else " "
            parts[-1] = parts[-1][:-1] + text if joint == "" else f"{parts[-1]} {text}"
        elif text and (not parts or parts[-1] != text):
            parts.append(text)
    return tuple(parts)


def is_timing(texts: list[str]) -> bool:
    """Tell whether a label column says when rather than what: most of its texts hold a year or a date."""
    filled = [text for text in texts if text.strip()]
    return bool(filled) and sum(bool(_TIMING.search(text)) for text in filled) * 2 > len(filled)


def is_code(text: str) -> bool:
    """Tell whether a label is a bare code or ordinal number."""
    return _CODE.fullmatch(text.strip()) is not None
