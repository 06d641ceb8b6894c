"""Tables drawn with lines: cells between rules, merged ones with their spans, headers above the topmost rule."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.pdf_draft import DraftCell, DraftGrid
from ingest.readers.pdf_header import headers_above, mark_headers
from ingest.readers.pdf_lines import box_of, lines_of
from ingest.readers.pdf_rows import TableLine, rows_of, table_line
from ingest.readers.pdf_rules import Rule, Rules
from ingest.readers.pdf_values import is_nil, is_period, is_value
from ingest.readers.pdf_word import Box, Word

_TOUCH = 3.0
_NARROWEST = 4.0
_COVER = 0.6
_MOST_RULES = 4_000
_MOST_CELLS = 20_000
_BROKEN = re.compile(r"[-−–]? ?\d{1,3}(?: \d{3})+(?!\d)")


def ruled_grids(rules: Rules, words: Sequence[Word]) -> list[DraftGrid]:
    """Return the tables that rules draw, from top to bottom; no word is in two of them."""
    grids: list[DraftGrid] = []
    taken: set[int] = set()
    for horizontal, vertical in _frames(rules):
        free = [word for word in words if word.order not in taken]
        grid = _grid(horizontal, vertical, free)
        if grid is not None:
            grids.append(grid)
            taken.update(word.order for cell in grid.cells for line in cell.lines for word in line)
    return grids


def _frames(rules: Rules) -> list[tuple[list[Rule], list[Rule]]]:
    """Group rules that touch each other."""
    across, upright = rules.horizontal[:_MOST_RULES], rules.vertical[:_MOST_RULES]
    parent = list(range(len(across) + len(upright)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    order = sorted(range(len(across)), key=lambda at: across[at].at)
    for number, line in enumerate(upright):
        for at in order:
            rule = across[at]
            if rule.at < line.low - _TOUCH:
                continue
            if rule.at > line.high + _TOUCH:
                break
            if rule.low - _TOUCH <= line.at <= rule.high + _TOUCH:
                parent[root(len(across) + number)] = root(at)
    frames: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate(across):
        frames.setdefault(root(at), ([], []))[0].append(rule)
    for number, rule in enumerate(upright):
        frames.setdefault(root(len(across) + number), ([], []))[1].append(rule)
    drawn = [frame for frame in frames.values() if len(frame[0]) >= 2 and frame[1]]
    return sorted(drawn, key=lambda frame: (min(rule.at for rule in frame[0]), min(rule.low for rule in frame[0])))


def _levels(places: Iterable[float], least: float) -> list[float]:
    """Return places from low to high, those closer than `least` as one."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] < least:
            groups[-1].append(place)
        else:
            groups.append([place])
    return [sum(group) / len(group) for group in groups]


def _grid(horizontal: list[Rule], vertical: list[Rule], words: Sequence[Word]) -> DraftGrid | None:
    left = min(rule.low for rule in horizontal)
    right = max(rule.high for rule in horizontal)
    # A table may have no rule at its sides; its rules across then tell where it ends.
    xs = _levels([left, right, *(rule.at for rule in vertical)], _NARROWEST)
    ys = _levels(
        [*(rule.at for rule in horizontal), min(rule.low for rule in vertical), max(rule.high for rule in vertical)],
        _NARROWEST,
    )
    if len(xs) < 3 or len(ys) < 2 or (len(xs) - 1) * (len(ys) - 1) > _MOST_CELLS:
        return None
    spans = _spans(horizontal, vertical, xs, ys)
    inside: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        row, column = _place(ys, word.middle), _place(xs, (word.x0 + word.x1) / 2)
        if row is not None and column is not None:
            inside.setdefault((row, column), []).append(word)
    cells: list[DraftCell] = []
    for row, column, row_span, column_span in spans:
        mine = [
            word
            for r in range(row, row + row_span)
            for c in range(column, column + column_span)
            for word in inside.get((r, c), ())
        ]
        cells.append(DraftCell(row, column, lines_in(mine), row_span, column_span))
    cells, rows = _without_empty_rows(cells)
    if not _is_table(cells, rows, len(xs) - 1):
        return None
    cells, rows = _with_lines_as_rows(cells, rows)
    body = box_of(word for cell in cells for line in cell.lines for word in line)
    used = {word.order for cell in cells for line in cell.lines for word in line}
    heads = headers_above([word for word in words if word.order not in used], cells, xs, ys[0])
    levels = max((cell.row + cell.row_span for cell in heads), default=0)
    moved = [DraftCell(c.row + levels, c.column, c.lines, c.row_span, c.column_span) for c in cells]
    marked = mark_headers([*heads, *moved], rows + levels, len(xs) - 1, stated=levels)
    box: Box = (min(left, body[0]), body[1], max(right, body[2]), body[3])
    if heads:
        top = box_of(word for cell in heads for line in cell.lines for word in line)
        box = (min(box[0], top[0]), min(box[1], top[1]), max(box[2], top[2]), box[3])
    return DraftGrid(box, rows + levels, len(xs) - 1, tuple(marked), "ruled", tuple(xs))


def lines_in(words: Sequence[Word]) -> tuple[tuple[Word, ...], ...]:
    """Return the words of a cell line by line; words across the page come last, in the order of the file."""
    upright = [word for word in words if not word.turned]
    lines = [line.words for line in lines_of(upright)]
    turned = tuple(word for word in words if word.turned)
    return (*lines, turned) if turned else tuple(lines)


def _place(edges: Sequence[float], at: float) -> int | None:
    if not edges[0] - 1.0 <= at <= edges[-1] + 1.0:
        return None
    return next((number for number, (_, high) in enumerate(pairwise(edges)) if at < high), len(edges) - 2)


def _spans(
    horizontal: Sequence[Rule], vertical: Sequence[Rule], xs: Sequence[float], ys: Sequence[float]
) -> list[tuple[int, int, int, int]]:
    """Return row, column, row span and column span of every cell."""
    walls = _walls(vertical, xs, ys)
    floors = _walls(horizontal, ys, xs)
    rows, columns = len(ys) - 1, len(xs) - 1
    taken: set[tuple[int, int]] = set()
    spans = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while column + wide < columns and (row, column + wide) not in taken and (column + wide, row) not in walls:
                wide += 1
            high = 1
            while (
                row + high < rows
                and all(
                    (row + high, c) not in floors and (row + high, c) not in taken for c in range(column, column + wide)
                )
                and not any((c, row + high) in walls for c in range(column + 1, column + wide))
            ):
                high += 1
            taken.update((r, c) for r in range(row, row + high) for c in range(column, column + wide))
            spans.append((row, column, high, wide))
    return spans


def _walls(rules: Sequence[Rule], levels: Sequence[float], across: Sequence[float]) -> set[tuple[int, int]]:
    """Return (level, step) where a rule at a level covers most of the step between two edges across."""
    found: dict[tuple[int, int], float] = {}
    for rule in rules:
        level = min(range(len(levels)), key=lambda at: abs(levels[at] - rule.at))
        for step, (low, high) in enumerate(pairwise(across)):
            shared = min(high, rule.high) - max(low, rule.low)
            if shared > 0:
                found[level, step] = found.get((level, step), 0.0) + shared / max(high - low, 0.1)
    return {key for key, share in found.items() if share >= _COVER}


def _without_empty_rows(cells: list[DraftCell]) -> tuple[list[DraftCell], int]:
    """Drop rows where no cell begins or that are thin and empty, as double rules leave them."""
    kept = sorted({cell.row for cell in cells if cell.lines})
    place = {row: number for number, row in enumerate(kept)}
    moved = []
    for cell in cells:
        if cell.row not in place:
            continue
        end = sum(1 for row in kept if cell.row <= row < cell.row + cell.row_span)
        moved.append(DraftCell(place[cell.row], cell.column, cell.lines, end, cell.column_span))
    return moved, len(kept)


def _is_table(cells: Sequence[DraftCell], rows: int, columns: int) -> bool:
    filled = [cell for cell in cells if cell.lines]
    if len(filled) < 3 or columns < 2 or rows < 1:
        return False
    used = {cell.column for cell in filled}
    spread = sum(1 for cell in filled if cell.column_span < columns)
    return len(used) >= 2 and len(used) >= 0.4 * columns and spread >= 2


def _with_lines_as_rows(cells: list[DraftCell], rows: int) -> tuple[list[DraftCell], int]:
    """Part rows between two rules that hold several rows of figures.

    Rows that a cell reaches over are taken together: rules may run across some columns only, as the edges of shaded
    cells do, and the lines of print then tell the rows.
    """
    values = _value_columns(cells)
    result: list[DraftCell] = []
    number = 0
    for first, last in _bands(cells, rows):
        band = [cell for cell in cells if first <= cell.row <= last]
        if last > first and _is_one_row(band, values):
            result.extend(replace(cell, row=number, row_span=1) for cell in band if cell.lines)
            number += 1
            continue
        whole = {row for row in range(first, last + 1) if _breaks_figures(band, row, values)}
        loose = [cell for cell in band if cell.row not in whole]
        parts = _has_column_of_figures(loose, values) if last > first else bool(loose)
        split = _split(band, values) if parts else None
        if split is None:
            result.extend(replace(cell, row=cell.row - first + number) for cell in band)
            number += last - first + 1
            continue
        spans = {word.order: cell.column_span for cell in band for line in cell.lines for word in line}
        for lines in split:
            for column in sorted({column for line in lines for column in line.cells}):
                text = tuple(line.cells[column] for line in lines if column in line.cells)
                result.append(DraftCell(number, column, text, 1, max(spans[word.order] for word in text[0])))
            number += 1
    return result, number


def _bands(cells: Iterable[DraftCell], rows: int) -> list[tuple[int, int]]:
    """Return first and last row of each run of rows that cells reach over."""
    reach = list(range(rows))
    for cell in cells:
        if cell.lines:
            reach[cell.row] = max(reach[cell.row], cell.row + cell.row_span - 1)
    bands: list[tuple[int, int]] = []
    row = 0
    while row < rows:
        last = reach[row]
        at = row
        while at <= last:
            last = max(last, reach[at])
            at += 1
        bands.append((row, last))
        row = last + 1
    return bands


def _is_one_row(cells: Sequence[DraftCell], values: set[int]) -> bool:
    """Tell whether rows hold one row of figures, each column in one of them only."""
    filled = [cell for cell in cells if cell.lines]
    columns = [cell.column for cell in filled]
    figures = sum(cell.column in values and is_value(cell.text) and not is_period(cell.text) for cell in filled)
    return len(columns) == len(set(columns)) and figures >= 0.5 * len(filled)


def _breaks_figures(band: Iterable[DraftCell], row: int, values: set[int]) -> bool:
    """Tell whether a narrow column breaks the digits of figures in a row between two rules: "8" over "577".

    Its label is one line, or goes on with a small letter.
    """
    cells = [cell for cell in band if cell.row == row and cell.row_span == 1 and cell.lines]
    texts = {cell.column: [" ".join(word.text for word in line) for line in cell.lines] for cell in cells}
    figures = [lines for column, lines in texts.items() if column in values and len(lines) > 1]
    labels = [lines[1:] for column, lines in texts.items() if column not in values]
    return (
        bool(figures)
        and all(_BROKEN.match(text) and is_value(text) for text in map(" ".join, figures))
        and all(line[0].islower() for lines in labels for line in lines)
    )


def _has_column_of_figures(cells: Iterable[DraftCell], values: set[int]) -> bool:
    """Tell whether a cell holds figures line under line."""
    return any(
        cell.column in values
        and sum(
            is_value(text) and not is_period(text) for text in (" ".join(w.text for w in line) for line in cell.lines)
        )
        > 1
        for cell in cells
    )


def _value_columns(cells: Iterable[DraftCell]) -> set[int]:
    counts: dict[int, list[int]] = {}
    for cell in cells:
        for line in cell.lines:
            text = " ".join(word.text for word in line)
            tally = counts.setdefault(cell.column, [0, 0])
            tally[0] += 1
            tally[1] += is_value(text) or is_nil(text)
    return {column for column, (all_, figures) in counts.items() if figures >= 0.5 * all_}


def _split(cells: Sequence[DraftCell], values: set[int]) -> list[list[TableLine]] | None:
    words = [(word, cell.column) for cell in cells for line in cell.lines for word in line]
    if not words or any(word.turned for word, _ in words):
        return None
    column_of = {word.order: column for word, column in words}
    lines: list[TableLine] = []
    for line in lines_of(word for word, _ in words):
        by_column: dict[int, list[Word]] = {}
        for word in line.words:
            by_column.setdefault(column_of[word.order], []).append(word)
        lines.append(table_line({column: tuple(found) for column, found in by_column.items()}))
    counts = [_figures(line, values) for line in lines]
    most = max(counts)
    full = [line for line, count in zip(lines, counts, strict=True) if count >= max(1, 0.5 * most)]
    labelled = sum(any(column not in values for column in line.cells) for line in full)
    if most == 0 or len(full) < 2 or labelled < 0.6 * len(full):
        return None
    return rows_of(lines, values)


def _figures(line: TableLine, values: set[int]) -> int:
    texts = [line.text(column) for column in line.cells if column in values]
    return sum((is_value(text) and not is_period(text)) or is_nil(text) for text in texts)
