"""One grid that holds several tables, one below the other, cut where a new row of headers begins. Knows no units."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.tables.cells import kind_of
from ingest.tables.sheets import Row, Sheet


def sections_of(sheet: Sheet) -> tuple[Sheet, ...]:
    """Return the tables of `sheet`: it is cut before each row of headers that follows rows of figures."""
    kinds = [[kind_of(cell.text) if cell else "empty" for cell in row] for row in sheet.rows]
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
