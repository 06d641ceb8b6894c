"""Tables whose text came out with every cell on a line of its own, made grids again.

A web page's table loses its columns so: label, then one line for each number. The numbers are parted beyond doubt, and
where the words above the first label are as many as most rows have numbers, every full row has its columns. Rows that
lack a number are left out, for nobody knows which. Knows nothing of units, sums or what the cells mean.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ingest.document import Grid, GridCell, Page, Span
from ingest.tables.columns import is_bare_unit, is_reference
from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.glued import joints
from ingest.tables.labels import is_total
from ingest.tables.line_cells import NOTE, LineCell, LineRow, cells_of, rows_of, with_codes
from ingest.tables.periods import period_of
from ingest.tables.table_units import stated

_FEWEST_ROWS: Final = 3
_FEWEST_COLUMNS: Final = 2
_MOST_BETWEEN: Final = 2  # labels without numbers between two rows of a table
_MOST_GROUPS: Final = 2  # headings between the header and the first row
_LONGEST: Final = 90
_LONGEST_HEADER: Final = 60
_SHARE: Final = 3  # of every five rows at least so many are full
_OF: Final = 5


@dataclass(frozen=True, slots=True)
class _Header:
    """The columns' headers, the group each is in, what stands over the labels, the title, the first row's headings."""

    columns: tuple[LineCell, ...]
    groups: tuple[LineCell, ...]
    corner: tuple[LineCell, ...]
    title: LineCell | None
    headings: tuple[LineCell, ...]


@dataclass(frozen=True, slots=True)
class CellLines:
    """A grid made of lines; `whole` says that no row had to be left out."""

    grid: Grid
    whole: bool


def cell_lines(page: Page) -> tuple[CellLines, ...]:
    """Return the grids of a page's text whose cells stand on lines of their own, in order."""
    found = []
    for rows in _bodies(rows_of(cells_of(page.text))):
        made = _made(page, rows)
        if made is not None:
            found.append(made)
    return tuple(found)


def _bodies(rows: Sequence[LineRow]) -> Iterator[list[LineRow]]:
    """Yield the rows of each table: a header, a unit, a sentence or many words begin the next one."""
    body: list[LineRow] = []
    for row in rows:
        apart = len(row.above) > _MOST_BETWEEN or any(
            cell.is_year or cell.is_unit or _is_sentence(cell) or _heads_all(cell) for cell in (*row.above, row.label)
        )
        if body and apart:
            yield body
            body = []
        body.append(row)
    yield body


def _heads_all(cell: LineCell) -> bool:
    """Tell whether the headers of several columns ran together in a cell: "Tuki (luku 4)TA 2031Haettu 2032"."""
    starts = joints(cell.text)
    parts = [cell.text[start:end] for start, end in pairwise([*starts, len(cell.text)])]
    return sum(period_of((part,)) is not None for part in parts) > 1


def _is_sentence(cell: LineCell) -> bool:
    return len(cell.text) > _LONGEST or (cell.text.endswith((".", ":")) and len(cell.text.split()) > _FEWEST_ROWS)


def _made(page: Page, rows: Sequence[LineRow]) -> CellLines | None:
    rows = with_codes(rows) if len(rows) >= _FEWEST_ROWS else ()
    if not rows:
        return None
    above = rows[0].above
    noted = any(is_reference(cell.text) for cell in above[-2 * _OF :])
    size = Counter(len(row.numbers) for row in rows).most_common(1)[0][0]
    if noted:
        # Some rows have a note's number before their own, others have none.
        size = max(len(row.numbers) for row in rows) - 1
    if size < _FEWEST_COLUMNS:
        return None
    header = _header(above, rows[0].label, size, opens=bool(above) and not page.text[: above[0].start].strip())
    header, label = (header, rows[0].label) if header is not None else _run_together(above, rows[0].label, size)
    if header is None or label.is_year or _is_sentence(label):
        return None
    rows = [replace(rows[0], label=label), *rows[1:]]
    cells = [number for row in rows for number in row.numbers]
    full = [_numbers(row, size, noted=noted) for row in rows]
    headings = _headings(rows, header)
    if sum(bool(each) for each in full) * _OF < len(rows) * _SHARE or not cells:
        return None
    grid = _grid(page, rows, full, (header, headings))
    return CellLines(grid, all(full))


def _numbers(row: LineRow, size: int, *, noted: bool) -> tuple[LineCell, ...]:
    """Return the numbers of a full row, none for others; a note's number before them is left out."""
    numbers = tuple(row.numbers)
    if not noted:
        return numbers if len(numbers) == size else ()
    if len(numbers) == size + 1 and NOTE.fullmatch(numbers[0].text):
        return numbers[1:]
    # A small number at first may be a note's and some other number be missing.
    return numbers if len(numbers) == size and not NOTE.fullmatch(numbers[0].text) else ()


def _run_together(above: Sequence[LineCell], label: LineCell, size: int) -> tuple[_Header | None, LineCell]:
    """Return the header whose cells ran together on the line before the first label, and that label without it.

    What stands before them there is the header of the labels.
    """
    line, _, rest = label.text.rpartition("\n")
    begin = label.start
    if not line and above and _heads_all(above[-1]):
        *above, last = above
        line, rest, begin = last.text, label.text, last.start
    starts = joints(line)
    if not line or "\n" in line or len(starts) not in (size, size + 1):
        return None, label
    before, starts = (starts[0], starts[1:]) if len(starts) > size else (None, starts)
    columns = [
        LineCell(line[start:end].strip(), begin + start, begin + start + len(line[start:end].rstrip()))
        for start, end in pairwise([*starts, len(line)])
    ]
    corner: tuple[LineCell, ...] = ()
    unit, _, name = columns[0].text.partition(" ")
    if before is not None:
        corner = (LineCell(line[: starts[0]].rstrip(), begin, begin + len(line[: starts[0]].rstrip())),)
    elif name and _is_unit(unit):
        corner = (LineCell(unit, columns[0].start, columns[0].start + len(unit)),)
        columns[0] = LineCell(name, columns[0].end - len(name), columns[0].end)
    if len({cell.text for cell in columns}) < size or not all(map(_is_short, columns)):
        return None, label
    title = above[-1] if above and _is_short(above[-1]) else None
    return _Header(tuple(columns), (), corner, title, ()), LineCell(rest, label.end - len(rest), label.end)


def _is_unit(text: str) -> bool:
    """Tell whether a text says what a table counts in."""
    return is_bare_unit(text) or stated(text) is not None


def _header(above: Sequence[LineCell], label: LineCell, size: int, *, opens: bool) -> _Header | None:
    """Return the header among the cells above the first label, None where more than one is possible, or none.

    `opens` says that the first cell opens the page, so that it is the title where there is one more than groups.
    """
    cells = [cell for cell in above if not is_reference(cell.text) and not cell.is_unit]
    units = tuple(cell for cell in above if cell.is_unit)
    fitting = []
    for headings in range(_MOST_GROUPS + 1):
        end = len(cells) - headings
        window = cells[end - size : end] if end >= size else []
        if len(window) == size and _heads(cells, window, end, label):
            fitting.append(headings)
    if len(fitting) != 1:
        return None
    end = len(cells) - fitting[0]
    columns = tuple(cells[end - size : end])
    before = cells[: end - size]
    groups: tuple[LineCell, ...] = ()
    corner: list[LineCell] = list(units)
    if before and heads_labels(before[-1].text):
        corner.append(before.pop())
    repeats = _repeats([cell.text for cell in columns])
    if repeats > 1:
        named: list[LineCell] = []
        if len(before) > repeats and _is_unit(before[-1].text):
            corner.append(before.pop())  # "Belopp i mnkr"
            if len(before) - repeats != int(opens):
                return None
            named, before = before[: int(opens)], before[int(opens) :]  # what opens the page is its title
        # With more words above the groups nobody knows which of them are the groups.
        if len(before) != repeats or not all(map(_is_short, before)):
            return None
        groups, before = tuple(before), named
    elif len({cell.text for cell in columns}) < size:
        return None
    title = before[-1] if before and _is_short(before[-1]) else None
    return _Header(columns, groups, tuple(corner), title, tuple(cells[end:]))


def _repeats(texts: Sequence[str]) -> int:
    """Return how often a header says the same again: "2021 2020 2021 2020" twice, for two groups of columns."""
    for size in range(1, len(texts) // 2 + 1):
        if len(texts) % size == 0 and all(text == texts[index % size] for index, text in enumerate(texts)):
            return len(texts) // size if len(set(texts[:size])) == size else 1
    return 1


def _heads(cells: Sequence[LineCell], window: Sequence[LineCell], end: int, label: LineCell) -> bool:
    """Tell whether cells head the columns for sure: all the periods there are, or what follows a word for labels."""
    if not all(_is_short(cell) for cell in window) or (end == len(cells) and label.is_year):
        return False
    begin = end - len(window)
    timed = [cell for cell in window if _mentions(cell)]
    if begin and heads_labels(cells[begin - 1].text):
        return end == len(cells) or bool(timed)
    # The first header says when, lest a title or corner be taken for it; and no time is left out.
    bare = all(cell.is_year for cell in timed)
    outside = [*cells[max(0, begin - 1) : begin], *cells[end:]]
    others = any(cell.is_year if bare else _mentions(cell) for cell in outside if not _is_sentence(cell))
    return _mentions(window[0]) and not others


def _mentions(cell: LineCell) -> bool:
    return period_of((cell.text.replace("\n", " "),)) is not None or cell.is_year


def _is_short(cell: LineCell) -> bool:
    return len(cell.text) <= _LONGEST_HEADER and not _is_sentence(cell)


def _headings(rows: Sequence[LineRow], header: _Header) -> list[tuple[LineCell, ...]]:
    """Return the headings of groups before each row.

    A label without numbers inside a group may be an item whose numbers are lacking; then the group has no heading,
    for nobody knows where it ends.
    """
    found: list[tuple[LineCell, ...]] = []
    opened = 0
    for index, row in enumerate(rows):
        headings = header.headings if index == 0 else tuple(row.above)
        if headings and index and not is_total(rows[index - 1].label.text):
            found[opened] = headings = ()
        elif headings:
            opened = index
        found.append(headings)
    return found


def _grid(
    page: Page,
    rows: Sequence[LineRow],
    full: Sequence[tuple[LineCell, ...]],
    heads: tuple[_Header, Sequence[tuple[LineCell, ...]]],
) -> Grid:
    header, headings = heads
    size = len(header.columns)
    cells: list[GridCell] = []
    line = 0

    def add(cell: LineCell, column: int, span: int = 1, *, head: bool = False) -> None:
        place = Span(page.number, cell.start, cell.end)
        cells.append(GridCell(line, column, cell.text, place, column_span=span, header=head))

    for number, group in enumerate(header.groups):
        add(group, 1 + number * size // len(header.groups), size // len(header.groups), head=True)
    line += bool(header.groups)
    if header.corner:
        words = " ".join(cell.text for cell in header.corner)
        first, last = min(cell.start for cell in header.corner), max(cell.end for cell in header.corner)
        if len(header.corner) > 1:
            first, last = header.corner[0].start, header.corner[0].end
        cells.append(GridCell(line, 0, words, Span(page.number, first, last), header=True))
    for column, cell in enumerate(header.columns, start=1):
        add(cell, column, head=True)
    line += 1
    for over, row, numbers in zip(headings, rows, full, strict=True):
        for heading in over:
            add(heading, 0)
            line += 1
        if numbers:
            add(row.label, 0)
            for column, cell in enumerate(numbers, start=1):
                add(cell, column)
            line += 1
    title = header.title
    return Grid(
        page.number,
        line,
        size + 1,
        tuple(cells),
        "native",
        title.text if title else "",
        Span(page.number, title.start, title.end) if title else None,
    )
