"""Header rows of tables: printed lines above the body, their levels, and how many columns each header covers."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.readers.pdf_draft import DraftCell
from ingest.readers.pdf_lines import Line, Phrase, box_of, lines_of, phrases_of
from ingest.readers.pdf_values import is_period, is_unit, is_value
from ingest.readers.pdf_word import Box, Word

_MOST_LINES = 8
_MOST_HEADER_WORDS = 14
_OVER = 0.3
_TIGHT_GAP = 0.42
_EVEN = 1.0  # points between edges that are one
_MOST_AROUND = 4  # headers of the labels and of single columns beside groups of the same


Extents = Sequence[tuple[float, float]]
"""The left and right end of each column's content."""
Part = tuple[int, int, tuple[Word, ...]]
"""The first and the last column that words of a line stand over, and the words."""


def headers_above(
    words: Sequence[Word], body: Sequence[DraftCell], edges: Sequence[float], top: float
) -> list[DraftCell]:
    """Return header cells of the lines right above the height `top`; rows count from 0 down to the body.

    Args:
        words: words that are in no grid.
        body: the cells under the headers; their first row tells whether they have a header of their own.
        edges: edges of the columns, one more than columns.
        top: the height where the body begins.
    """
    above = [word for word in words if not word.turned and word.y1 <= top + 2.0 and word.y1 > top - 160.0]
    near = [word for word in above if edges[0] - 8.0 <= (word.x0 + word.x1) / 2 <= edges[-1] + 8.0]
    lines = lines_of(near)
    columns = len(edges) - 1
    extents = list(pairwise(edges))
    found: list[Line] = []
    foot = top
    for line in reversed(lines[-_MOST_LINES:]):
        box = line.box
        limit = 1.3 if not found else 0.75
        if foot - box[3] > limit * line.size or not _is_header(line, extents, first=not found):
            break
        found.insert(0, line)
        foot = box[1]
    if not found:
        return []
    if _first_row_is_header(body, columns):
        return []
    placed = [_placed(line, extents) for line in found]
    leaf = max(range(len(found)), key=lambda at: (len(placed[at]), at))
    if len(placed[leaf]) < max(2, 0.4 * columns) and columns > 2:
        return []
    return cells_of_headers(found, extents)


def _first_row_is_header(body: Sequence[DraftCell], columns: int) -> bool:
    first = [cell for cell in body if cell.row == 0 and cell.lines]
    texts = [cell.text for cell in first if cell.column > 0]
    if len(texts) < max(1, 0.5 * (columns - 1)):
        return False
    return all(not is_value(text) or is_period(text) or is_unit(text) for text in texts)


def _is_header(line: Line, extents: Extents, *, first: bool) -> bool:
    """Tell whether a line's phrases stand over columns and are not running text above the table."""
    columns = len(extents)
    parts = _placed(line, extents)
    if len(line.words) > 4 * columns + 6 or (first and len(parts) < 2 and columns > 1):
        return False
    for low, high, words in parts:
        crossed = high - low + 1
        if len(words) > _MOST_HEADER_WORDS or (low == 0 and crossed > 2 and len(words) > 3):
            return False
    return True


def _placed(line: Line, extents: Extents) -> list[Part]:
    """Return the phrases of a line with the first and last column that each stands over."""
    parts: list[Part] = []
    for phrase in line.phrases:
        for words in _one_each(phrase, extents):
            box = box_of(words)
            over = [at for at, extent in enumerate(extents) if _share(extent, box) > _OVER]
            if not over:
                over = [min(range(len(extents)), key=lambda at: _distance(extents[at], box))]
            parts.append((over[0], over[-1], words))
    return parts


def _share(extent: tuple[float, float], box: Box) -> float:
    """Return how much of the narrower of a column and a header lies within the other."""
    shared = min(extent[1], box[2]) - max(extent[0], box[0])
    return shared / max(min(extent[1] - extent[0], box[2] - box[0]), 1.0)


def _distance(extent: tuple[float, float], box: Box) -> float:
    gap = max(extent[0], box[0]) - min(extent[1], box[2])
    return max(gap, 0.0) * 1000 + abs(sum(extent) - box[0] - box[2])


def _one_each(phrase: Phrase, extents: Extents) -> list[tuple[Word, ...]]:
    """Part a phrase whose words stand one in each column, as years close together do."""
    if len(phrase.words) > 1 and all(is_period(word.text) or is_value(word.text) for word in phrase.words):
        return [(word,) for word in phrase.words]
    parts: list[tuple[Word, ...]] = []
    places: list[list[int]] = []
    for part in phrases_of(phrase.words, _TIGHT_GAP):
        over = [at for at, extent in enumerate(extents) if _share(extent, part.box) > _OVER]
        if parts and (not over or not places[-1] or over[0] <= places[-1][-1]):
            parts[-1] = (*parts[-1], *part.words)
            places[-1] = [*places[-1], *over]
        else:
            parts.append(part.words)
            places.append(over)
    return parts


def cells_of_headers(lines: Sequence[Line], extents: Extents) -> list[DraftCell]:
    """Return the cells of header lines: wrapped lines as one, spanning ones as levels of their own."""
    columns = len(extents)
    placed = [_placed(line, extents) for line in lines]
    leaf = max(range(len(lines)), key=lambda at: (len(placed[at]), at))
    # Headers reach beyond their column's figures; with the lowest headers columns are as wide as they look.
    extents = _widened(extents, placed[leaf])
    placed = [_placed(line, extents) for line in lines]
    leaf_texts = {low: " ".join(word.text for word in words) for low, _, words in placed[leaf]}
    levels: list[list[DraftCell]] = []
    joinable = False
    for at, parts in enumerate(placed):
        # What stands over columns that have no leaf header beside it is their only header: "Name | 2023 2024 | Left".
        inner = _over_groups(
            [part for part in parts if any(part[0] <= column <= part[1] for column in leaf_texts)], leaf_texts
        )
        spanning = _is_group(inner, leaf_texts) if at < leaf else False
        if spanning:
            groups = _groups(inner, extents, leaf_texts, columns)
            outer = [part for part in parts if part not in inner]
            groups += [DraftCell(0, low, (words,), 1, high - low + 1) for low, high, words in outer]
            if levels and _goes_on(levels[-1], parts):
                levels[-1] = _stacked(levels[-1], groups, widest=True)
            else:
                levels.append(groups)
            joinable = False
            continue
        singles = [DraftCell(0, low, (words,), 1, high - low + 1) for low, high, words in parts]
        if joinable:
            levels[-1] = _stacked(levels[-1], singles)
        else:
            levels.append(singles)
            joinable = True
    return [replace(cell, row=row, header=True) for row, cells in enumerate(levels) for cell in cells]


def _over_groups(parts: Sequence[Part], leaf: dict[int, str]) -> Sequence[Part]:
    """Return the parts of a line without a first or last one that stands beside groups of the same leaf headers."""
    ways = (parts, parts[:-1], parts[1:], parts[1:-1])
    return next((some for some in ways if _over_repeats(some, leaf)), parts)


def _goes_on(upper: Sequence[DraftCell], parts: Sequence[Part]) -> bool:
    """Tell whether a line of group headers goes on from the one above, as wrapped words do.

    So it is where a hyphen or an open bracket parts words, and where every part begins small or in a bracket.
    """
    pairs = [
        (cell.text, words[0].text)
        for low, _, words in parts
        for cell in upper
        if cell.column <= low < cell.column + cell.column_span
    ]
    torn = any(
        (above.endswith("-") and below[:1].islower()) or above.count("(") > above.count(")") for above, below in pairs
    )
    return torn or (len(pairs) == len(parts) and all(below[:1].islower() or below[:1] == "(" for _, below in pairs))


def _widened(extents: Extents, parts: Sequence[Part]) -> Extents:
    wide = list(extents)
    for low, high, words in parts:
        if low == high:
            box = box_of(words)
            left = max(box[0], extents[low - 1][1]) if low else box[0]
            right = min(box[2], extents[low + 1][0]) if low + 1 < len(extents) else box[2]
            wide[low] = (min(wide[low][0], left), max(wide[low][1], right))
    return wide


def _stacked(upper: Sequence[DraftCell], lower: Sequence[DraftCell], *, widest: bool = False) -> list[DraftCell]:
    """Join the lines of headers that go over several lines."""
    cells = {cell.column: cell for cell in upper}
    for cell in lower:
        over = next(
            (
                each
                for each in cells.values()
                if each.column < cell.column + cell.column_span and cell.column < each.column + each.column_span
            ),
            None,
        )
        if over is None:
            cells[cell.column] = cell
            continue
        # The narrower of the two tells the column best, but a group is as wide as its widest line.
        best = (max if widest else min)(over, cell, key=lambda each: each.column_span)
        del cells[over.column]
        cells[best.column] = DraftCell(0, best.column, (*over.lines, *cell.lines), 1, best.column_span)
    return [cells[column] for column in sorted(cells)]


def _is_group(parts: Sequence[Part], leaf: dict[int, str]) -> bool:
    """Tell whether a line of headers stands over groups of the leaf headers under it."""
    upper = [(low, high) for low, high, _ in parts]
    if len(upper) >= len(leaf):
        return False
    if _over_repeats(parts, leaf):
        return True
    if any(sum(1 for column in leaf if low <= column <= high) >= 2 for low, high in upper):
        return True
    starts = sorted(low for low, _ in upper)
    runs = [[leaf[c] for c in sorted(leaf) if a <= c < b] for a, b in pairwise([*starts, 10**6])]
    if len(runs) < 2 or any(len(run) < 2 for run in runs[:-1]):
        return False
    # The same leaf headers come back under each group, or each ends in its total.
    totals = {run[-1] for run in runs if run}
    return len(set(runs[0]) & set(runs[1])) >= 2 or (len(totals) == 1 and all(len(run) > 2 for run in runs))


def _groups(parts: Sequence[Part], extents: Extents, leaf: dict[int, str], columns: int) -> list[DraftCell]:
    starts = _behind_totals(parts, leaf)
    alike = [] if starts else _over_repeats(parts, leaf) or _flush_right(parts, extents)
    if alike:
        return [DraftCell(0, a, (words,), 1, b - a + 1) for (a, b), (_, _, words) in zip(alike, parts, strict=True)]
    starts = starts or _starts(parts, extents, leaf)
    cells = []
    for number, (_, high, words) in enumerate(parts):
        start = starts[number]
        end = starts[number + 1] - 1 if number + 1 < len(parts) else max(leaf, default=columns - 1)
        cells.append(DraftCell(0, start, (words,), 1, max(end, min(high, columns - 1), start) - start + 1))
        if number + 1 < len(parts):
            cells[-1] = replace(cells[-1], column_span=min(cells[-1].column_span, starts[number + 1] - start) or 1)
    return cells


def _flush_right(parts: Sequence[Part], extents: Extents) -> list[tuple[int, int]]:
    """Return the columns of groups that all end with the last of theirs, as figures do, and begin elsewhere.

    The first one's other columns are not known: headers of single columns may stand before it.
    """
    boxes = [box_of(words) for _, _, words in parts]
    ends = all(abs(box[2] - extents[high][1]) < _EVEN for box, (_, high, _) in zip(boxes, parts, strict=True))
    begin = all(abs(box[0] - extents[low][0]) < _EVEN for box, (low, _, _) in zip(boxes, parts, strict=True))
    if not ends or begin or len(parts) < 2:
        return []
    return [(parts[n - 1][1] + 1 if n else low, high) for n, (low, high, _) in enumerate(parts)]


def _over_repeats(parts: Sequence[Part], leaf: dict[int, str]) -> list[tuple[int, int]]:
    """Return the columns of each group where the same leaf headers come again under each, wherever it stands.

    Headers of single columns may stand before and behind them. [] where they do not come again, or where a group does
    not stand over its own columns.
    """
    covered = sorted(leaf)
    if len(parts) < 2:
        return []
    for around in range(_MOST_AROUND + 1):
        for before in range(around + 1):
            found = _alike(parts, leaf, covered[before : len(covered) - around + before])
            if found:
                return found
    return []


def _alike(parts: Sequence[Part], leaf: dict[int, str], columns: Sequence[int]) -> list[tuple[int, int]]:
    width, rest = divmod(len(columns), len(parts))
    texts = [leaf[column] for column in columns]
    if rest or width < 2 or texts != texts[:width] * len(parts):
        return []
    found = list(zip(columns[::width], columns[width - 1 :: width], strict=True))
    pairs = list(zip(found, parts, strict=True))
    if not all(a <= low and high <= b for (a, b), (low, high, _) in pairs):
        return []
    # Leaf headers that come again within a group belong to groups of their own below it, if all stand alike over them.
    lefts = {low - a for (a, _), (low, _, _) in pairs}
    middles = [low + high - a - b for (a, b), (low, high, _) in pairs]
    return found if len(set(texts[:width])) == width or len(lefts) == 1 or max(middles) - min(middles) <= 1 else []


def _behind_totals(parts: Sequence[Part], leaf: dict[int, str]) -> list[int]:
    """Return the first column of each group where each ends in the same words, its total; [] where they do not.

    Years and headers that come again under each group part nothing in this way.
    """
    covered = sorted(leaf)
    ends = [column for column in covered if leaf[column] == leaf[covered[-1]]] if covered else []
    others = [leaf[column] for column in covered if column not in ends]
    if len(ends) != len(parts) or len(parts) < 2 or is_period(leaf[ends[0]]) or len(set(others)) != len(others):
        return []
    starts = [covered[0], *(next(column for column in covered if column > end) for end in ends[:-1])]
    fits = all(
        end - start > 1 and start <= high and low <= end
        for start, end, (low, high, _) in zip(starts, ends, parts, strict=True)
    )
    return starts if fits else []


def _starts(parts: Sequence[Part], extents: Extents, leaf: dict[int, str]) -> list[int]:
    """Return the first column of each group: by left edges, or for centred headers by middles."""
    lefts = [low for low, _, _ in parts]
    if len({leaf.get(low) for low in lefts}) == 1 and len(lefts) > 1:
        return lefts
    boxes = [box_of(words) for _, _, words in parts]
    left_miss = sum(abs(box[0] - extents[low][0]) for box, low in zip(boxes, lefts, strict=True))
    starts = list(lefts)
    covered = sorted(leaf)
    centre_miss = 0.0
    for number, box in enumerate(boxes):
        floor = starts[number - 1] + 1 if number else (covered[0] if covered else 0)
        best = None
        after = parts[number + 1][0] if number + 1 < len(parts) else len(extents)
        for start in range(floor, parts[number][0] + 1):
            for end in range(max(parts[number][1], start), after):
                miss = abs((extents[start][0] + extents[end][1]) / 2 - (box[0] + box[2]) / 2)
                if best is None or miss < best[0]:
                    best = (miss, start)
        if best is not None:
            centre_miss += best[0]
            starts[number] = best[1]
    return starts if centre_miss + 1.0 < left_miss else lefts


def mark_headers(cells: Sequence[DraftCell], rows: int, columns: int, *, stated: int) -> list[DraftCell]:
    """Mark header cells: the first `stated` rows, or else the leading rows that hold no figures but years and units."""
    count = stated
    if not stated:
        by_row: dict[int, list[DraftCell]] = {}
        for cell in cells:
            by_row.setdefault(cell.row, []).append(cell)
        while count < min(rows - 1, 4) and _reads_as_header(by_row.get(count, []), columns, count):
            count += max((cell.row_span for cell in by_row[count]), default=1)
        if count >= rows or not any(is_value(cell.text) for cell in cells if cell.row >= count):
            count = min(count, 1)
    return [replace(cell, header=cell.row < count) for cell in cells]


def _reads_as_header(row: Sequence[DraftCell], columns: int, number: int) -> bool:
    filled = [cell for cell in row if cell.lines]
    texts = [cell.text for cell in filled]
    if not texts or any(is_value(t) and not is_period(t) and not is_unit(t) for t in texts):
        return False
    if number == 0:
        return len(filled) >= 2 or filled[0].column_span >= columns
    beyond = [cell for cell in filled if cell.column > 0]
    return len(beyond) >= 0.5 * (columns - 1)
