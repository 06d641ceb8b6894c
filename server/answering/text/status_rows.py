"""Tables of measures, their state and outcome, from a page's grids or its flat text. Knows nothing of questions.

In flat text the columns are lost: a row's cells follow each other, parted by blank lines, by line breaks or only by a
capital letter. Rows are put together so that breaks in the text fall between cells; a row that stays unclear keeps its
text in one cell, named with all its columns.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from ingest.document import Page
from server.answering.text.column_names import COLUMN, HEADER
from server.answering.text.units import readable

_END = re.compile(r"\n\s*(?:https?://\S+|Huomioita:?|Huom[.:]|\*\S)")
_FEWEST_LINES = 2
_MOST_LINES = 2 / 3
"""Of the lines below a header, how many must have as many parts as it has for each line to be a row."""
_ABBREVIATED = re.compile(r"^(?:[A-ZÅÄÖ]{2,}|[A-ZÅÄÖ][a-zåäö]*[.:][a-zåäö]|[A-ZÅÄÖ]{2,}\w*|QWL|THL)")


@dataclass(frozen=True, slots=True)
class StatusRow:
    """A row: `cells` are (column name, readable text), the measure first; `page.text[start:end]` holds them.

    `header` is the span of the column names.
    """

    cells: tuple[tuple[str, str], ...]
    start: int
    end: int
    header: tuple[int, int]


@lru_cache(maxsize=512)
def status_rows(page: Page) -> tuple[StatusRow, ...]:
    """Return the rows of the page's tables of measures; empty where it has none."""
    rows = _from_grids(page)
    if rows:
        return rows
    result: list[StatusRow] = []
    headers = list(HEADER.finditer(page.text))
    for order, header in enumerate(headers):
        end = headers[order + 1].start() if order + 1 < len(headers) else len(page.text)
        names = tuple(name for name in header.groups() if name)
        if form_feed := re.search(r"\n\s*\n\s*\n\s*\n", page.text[header.end() : end]):
            end = header.end() + form_feed.start()
        if stop := _END.search(page.text, header.end(), end):
            end = stop.start()
        lined = _lined_rows(page.text, header.end(), end, names, header.span())
        result.extend(lined or _flat_rows(page.text, header.end(), end, names, header.span()))
    return tuple(result)


def row_at(page: Page, start: int, end: int) -> StatusRow | None:
    """Return the row of the page's tables of measures that holds all of `page.text[start:end]`, or None."""
    return next((row for row in status_rows(page) if row.start <= start and end <= row.end), None)


def _from_grids(page: Page) -> tuple[StatusRow, ...]:
    """Return rows of native grids whose first row names columns as tables of measures do."""
    result: list[StatusRow] = []
    for grid in page.grids:
        by_row: dict[int, dict[int, tuple[str, int, int]]] = {}
        for cell in grid.cells:
            if cell.span:
                by_row.setdefault(cell.row, {})[cell.column] = (cell.text, cell.span.start, cell.span.end)
        if not by_row:
            continue
        top = by_row[min(by_row)]
        if not 2 <= len(top) <= 5 or sum(bool(re.match(COLUMN, text.strip())) for text, _, _ in top.values()) < 2:
            continue
        header = (min(s for _, s, _ in top.values()), max(e for _, _, e in top.values()))
        for number in sorted(by_row)[1:]:
            cells = tuple(
                (readable(top[c][0]), readable(t)) for c, (t, _, _) in sorted(by_row[number].items()) if c in top
            )
            spans = by_row[number].values()
            if cells and cells[0][1]:
                result.append(StatusRow(cells, min(s for _, s, _ in spans), max(e for _, _, e in spans), header))
    return tuple(result)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a table's text that no break divides; `gap` is how strong the break before it is (0 to 3).

    `kept` is what it costs to have that break inside a cell, `cut` what it costs to part cells there.
    """

    start: int
    end: int
    gap: int
    kept: float
    cut: float


def _parts(text: str, start: int, end: int) -> list[_Part]:
    """Return the stretches between breaks: blank lines (3), lines with a capital first (2), capitals inside (1)."""
    breaks: list[tuple[int, int]] = []
    for match in re.finditer(r"\S+", text[start:end]):
        at = start + match.start()
        gap_text = text[start if not breaks else max(start, at - 40) : at]
        spaces = re.search(r"\s*$", gap_text)
        newlines = spaces.group().count("\n") if spaces else 0
        word = match.group()
        if not breaks or newlines >= 2:
            breaks.append((at, 3))
        elif not word[0].isupper():
            continue
        elif newlines == 1:
            breaks.append((at, 2))
        elif not _ABBREVIATED.match(word) and not re.search(r"[-–.,:(/]\s*$", text[max(start, at - 3) : at]):
            breaks.append((at, 1))
    lengths = sorted(len(line.strip()) for line in text[start:end].splitlines() if line.strip())
    usual = lengths[len(lengths) // 2] if lengths else 0
    parts = []
    for order, (at, gap) in enumerate(breaks):
        stop = breaks[order + 1][0] if order + 1 < len(breaks) else end
        stop = at + len(text[at:stop].rstrip())
        if stop <= at:
            continue
        kept, cut = (0.0, 0.5, 0.5, 2.2)[gap], (0.0, 0.4, 0.4, 0.0)[gap]
        line = text[text.rfind("\n", 0, at) + 1 : (text.find("\n", at) + 1 or len(text))]
        if gap == 1 and len(line.strip()) > 1.25 * usual:
            # A line wider than a column holds two cells.
            kept, cut = 1.6, 0.2
        elif gap == 2 and re.search(r"[.:]\s*$", text[start:at]):
            kept, cut = 0.2, 0.8
        parts.append(_Part(at, stop, gap, kept, cut))
    return parts


def _lined_rows(text: str, start: int, end: int, names: tuple[str, ...], header: tuple[int, int]) -> list[StatusRow]:
    """Return a row for each line right below the header where capitals part most lines into as many cells as it has.

    A line of more or fewer parts stays in one cell, named with all columns. Empty where lines go on over their ends.
    """
    lines: list[tuple[int, int]] = []
    at = start + 1
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        body = text[at:stop]
        if not body.strip():
            break
        lines.append((at + len(body) - len(body.lstrip()), at + len(body.rstrip())))
        at = stop + 1
    if text[at:end].strip() or len(lines) < _FEWEST_LINES or not all(text[a].isupper() for a, _ in lines):
        return []
    parted = [_parts(text, a, b) for a, b in lines]
    if sum(len(parts) == len(names) for parts in parted) < _MOST_LINES * len(lines):
        return []
    rows = []
    for (first, last), parts in zip(lines, parted, strict=True):
        cells = tuple((name, readable(text[p.start : p.end])) for name, p in zip(names, parts, strict=False))
        if len(parts) != len(names):
            cells = (("/".join(names), readable(text[first:last])),)
        rows.append(StatusRow(cells, first, last, header))
    return rows


def _flat_rows(  # noqa: C901, PLR0912  # one dynamic programme
    text: str, start: int, end: int, names: tuple[str, ...], header: tuple[int, int]
) -> list[StatusRow]:
    """Divide the text into rows of cells at the least cost: strong breaks part cells, rows begin at blank lines."""
    parts = _parts(text, start, end)
    if not parts:
        return []
    columns = len(names)
    count = len(parts)
    infinity = float("inf")
    # best[i][c]: least cost with parts before i placed and part i beginning cell c of its row.
    best = [[infinity] * columns for _ in range(count + 1)]
    back: list[list[tuple[int, int]]] = [[(-1, -1)] * columns for _ in range(count + 1)]
    best[0][0] = 0.0
    for i in range(count):
        for c in range(columns):
            if best[i][c] == infinity:
                continue
            inner = 0.0
            for j in range(i + 1, count + 1):
                if j < count:
                    cost = best[i][c] + inner
                    gap = parts[j].gap
                    if c + 1 < columns:
                        step = cost + parts[j].cut + _cell_cost(text, parts[i].start, parts[j - 1].end, c)
                        if step < best[j][c + 1]:
                            best[j][c + 1], back[j][c + 1] = step, (i, c)
                    if gap == 3:
                        missing = (columns - 1 - c) * 1.6 + (2.0 if c == 0 else 0.0)
                        step = cost + missing + _cell_cost(text, parts[i].start, parts[j - 1].end, c)
                        if step < best[j][0]:
                            best[j][0], back[j][0] = step, (i, c)
                    inner += parts[j].kept
                else:
                    missing = (columns - 1 - c) * 1.6 + (2.0 if c == 0 else 0.0)
                    step = best[i][c] + inner + missing + _cell_cost(text, parts[i].start, parts[-1].end, c)
                    if step < best[count][0]:
                        best[count][0], back[count][0] = step, (i, c)
    cells: list[tuple[int, int, int]] = []
    at, column = count, 0
    while at > 0:
        begin, own = back[at][column]
        if begin < 0:
            return []
        cells.append((begin, at, own))
        at, column = begin, own
    rows: list[StatusRow] = []
    current: list[tuple[str, str]] = []
    first = 0
    last = 0
    for begin, stop, own in reversed(cells):
        if own == 0 and current:
            rows.append(StatusRow(tuple(current), first, last, header))
            current = []
        if own == 0:
            first = parts[begin].start
        last = parts[stop - 1].end
        current.append((names[own], readable(text[parts[begin].start : last])))
    if current:
        rows.append(StatusRow(tuple(current), first, last, header))
    return rows


def _cell_cost(text: str, start: int, end: int, column: int) -> float:
    """Return how unlikely a cell is by its own shape: a measure's name is neither very short nor long nor bulleted."""
    body = text[start:end]
    length = len(body)
    cost = 0.0
    if column == 0:
        cost += 0.8 if length < 8 else 0.0
        cost += 0.6 if length > 160 else 0.0
        cost += 1.5 if body[0].isdigit() else 0.0
        cost += (
            0.8
            if re.search(r"\n\s*[-–•] ?\w", body) or re.match(r"(?:Raportti|Ei |Webinaari|Pilotti|Kysely)", body)
            else 0.0
        )
        cost += 0.6 if re.search(r"\.\s*$", body) else 0.0
    return cost
