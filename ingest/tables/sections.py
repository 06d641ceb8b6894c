"""One grid that holds several tables, side by side or one below the other, cut where new headers begin.

Knows no units.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.cells import kind_of
from ingest.tables.columns import is_bare_unit
from ingest.tables.sheets import Row, Sheet

_FEWEST_ROWS = 2


def sections_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the tables of `sheet`: those that stand side by side, each cut before headers that follow figures."""
    return tuple(part for beside in _side_by_side(sheet) for part in _below_each_other(beside))


def _side_by_side(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the parts of a sheet with labels of their own, parted by an empty column or by headers that repeat."""
    columns = sheet.grid.columns
    kinds = [[kind_of(cell.text) if (cell := row[n]) else "empty" for row in sheet.rows] for n in range(columns)]
    cuts = [0]
    for column in range(2, columns - 1):
        if _labels_others(kinds, cuts[-1], column) and (
            set(kinds[column - 1]) == {"empty"} or _heads_repeat(sheet, cuts[-1], column)
        ):
            cuts.append(column)
    if len(cuts) == 1 or any(_reaches_over(row, cuts) for row in sheet.rows):
        return (sheet,)
    return tuple(_columns(sheet, start, end) for start, end in zip(cuts, [*cuts[1:], columns], strict=True))


def _labels_others(kinds: Sequence[Sequence[str]], start: int, column: int) -> bool:
    """Tell whether a column of words stands right of figures and has figures to its right, in two rows or more."""
    own = kinds[column]
    left = [any(kinds[other][row] == "number" for other in range(start + 1, column)) for row in range(len(own))]
    right = [kinds[column + 1][row] == "number" for row in range(len(own))]
    labelled = [row for row, kind in enumerate(own) if kind == "text" and right[row]]
    # Every figure to its right has its label there.
    return len(labelled) >= _FEWEST_ROWS and labelled == [n for n, figure in enumerate(right) if figure] and any(left)


def _heads_repeat(sheet: Sheet, start: int, column: int) -> bool:
    """Tell whether the words over the figures right of a column are those left of it again."""
    for row in sheet.rows:
        left = [cell.text.strip() if (cell := row[n]) else "" for n in range(start + 1, column)]
        right = [cell.text.strip() if (cell := row[n]) else "" for n in range(column + 1, 2 * column - start)]
        if any(left) and left == right and not any(kind_of(text) == "number" for text in left):
            return True
    return False


def _reaches_over(row: Row, cuts: Sequence[int]) -> bool:
    """Tell whether a cell that spans columns stands in two parts below the top of the sheet."""
    return any(
        cell is not None and cell.column < cut < cell.column + cell.column_span and cell.row > 0
        for cut in cuts
        for cell in row
    )


def _columns(sheet: Sheet, start: int, end: int) -> Sheet:
    rows = tuple(
        tuple(None if cell is None else replace(cell, column=max(0, cell.column - start)) for cell in row[start:end])
        for row in sheet.rows
    )
    return replace(sheet, grid=replace(sheet.grid, columns=end - start), rows=rows)


def _below_each_other(sheet: Sheet) -> tuple[Sheet, ...]:
    # "1 000 €" over columns is no figure that a header could follow.
    kinds = [
        ["empty" if cell is None else "text" if is_bare_unit(cell.text) else kind_of(cell.text) for cell in row]
        for row in sheet.rows
    ]
    cuts = [0]
    figures = False
    for index, row in enumerate(sheet.rows):
        if "number" in kinds[index][1:]:
            figures = True
        elif figures and _opens(kinds[index], row) and _figures_below(kinds, index):
            cuts.append(index)
            figures = False
    if len(cuts) == 1:
        return (sheet,)
    parts = []
    for start, end in zip(cuts, [*cuts[1:], len(sheet.rows)], strict=True):
        spanned = frozenset(row - start for row in sheet.spanned if start <= row < end)
        rows = tuple(_moved(row, start) for row in sheet.rows[start:end])
        parts.append(replace(sheet, rows=rows, spanned=spanned))
    return tuple(parts)


def _opens(kinds: Sequence[str], row: Row) -> bool:
    """Tell whether a row without numbers has headers over most of its columns: words that differ, or years."""
    texts = {
        cell.text.strip() for cell, kind in zip(row[1:], kinds[1:], strict=True) if cell and kind in ("text", "year")
    }
    return len(texts) > 1 and len(texts) * 2 >= len(row) - 1


def _figures_below(kinds: Sequence[Sequence[str]], index: int) -> bool:
    return any("number" in row[1:] for row in kinds[index + 1 : index + 4])


def _moved(row: Row, start: int) -> Row:
    return tuple(None if cell is None else replace(cell, row=max(0, cell.row - start)) for cell in row)
