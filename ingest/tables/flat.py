"""Tables in flat text, where columns are lost: numbers parted and cells placed by the table's own arithmetic.

The text of slides and web pages keeps a table's rows as lines, but groups thousands by the same blank that parts the
columns, drops empty cells without a trace and strings the headers together. A cell that the sums do not prove stays
undecided. Measures, periods and programmes are set by `ingest.tables.recover`.
"""

import re
from collections.abc import Sequence

from ingest.document import Document, Page
from ingest.table import Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.flat_build import Layout, build
from ingest.tables.flat_grand import grand_totals
from ingest.tables.flat_header import Header, is_doubtful, may_be_row, read_header
from ingest.tables.flat_lines import lines_of
from ingest.tables.flat_places import places_of
from ingest.tables.flat_readings import Ways, counts, ways_of
from ingest.tables.flat_rows import Row, Run, runs_of
from ingest.tables.labels import is_bare_total
from ingest.tables.units import stated_unit

_FEWEST_PLAIN_ROWS = 3
_NEARLY = 0.35  # headers that cost so little more are as natural
_CLEAR = 0.25  # what another cut of the same words must cost more
_MOST_EMPTY_ROWS = 2  # lines above the rows that may be rows without numbers
_TELLING = 1000  # a single column's total of fewer digits is met by chance
_NATURAL = 1.5  # a header cut that costs more is no evidence of a table


def flat_tables(document: Document) -> tuple[Table, ...]:
    """Return the tables in the running text of `document`, reconciled, in order; pages with grids of cells excepted."""
    found: list[Table] = []
    for page in document.pages:
        lines = lines_of(page.text)
        tables = [_table(document, page, run) for run in runs_of(lines)]
        here = [reconcile(table) for table in tables if table is not None]
        found += sorted([*here, *grand_totals(document, page, lines, here)], key=lambda table: table.span.start)
    return tuple(found)


def _table(document: Document, page: Page, run: Run) -> Table | None:
    with_label = not run.rows[0].label
    numbered = any(row.broken and re.search(r"\s\d{1,2}\b", row.label) for row in run.rows)
    ways = ways_of([row.tokens for row in run.rows], [row.broken for row in run.rows], numbered=numbered)
    sizes = counts(ways)
    if len(sizes) < 2 or any(not found and not row.broken for found, row in zip(ways.rows, run.rows, strict=True)):
        return None
    headers = _headers(run, sizes, with_label=with_label)
    if any(is_doubtful(header, run.above) for header in headers):
        return None
    read = [
        layout
        for header in (headers if len(headers) == 1 else _filled(run, ways, headers))
        for layout in [_layout(run, ways, header, with_label=with_label)]
        if layout is not None
    ]
    if len(read) > 1:
        # Sums tell how many columns there are where the headers' words do not.
        read = [layout for layout in read if layout.places.sums and layout.places.held == layout.places.sums]
    if len(read) != 1 or not _is_table(ways, read[0]):
        return None
    return build(document, page, read[0])


def _layout(run: Run, ways: Ways, header: Header, *, with_label: bool) -> Layout | None:
    """Return the rows under `header` with their cells placed."""
    rows = list(run.rows)
    if with_label:
        if header.label is None:
            return None
        label = header.label
        rows[0] = Row(label.text, label.start, label.end, rows[0].tokens, rows[0].broken)
    near = [*(line.text for line in (*run.above, *run.after)), *(row.label for row in rows)]
    rounded = any(unit is not None and unit.scale > 1 for unit in map(stated_unit, near))
    places = places_of(ways, [row.label for row in rows], [part.text for part in header.columns], rounded=rounded)
    return Layout(run, tuple(rows), header, places)


def _headers(run: Run, sizes: Sequence[tuple[int, int]], *, with_label: bool) -> list[Header]:
    """Return the headers whose number of columns suits both their words and the rows.

    Left out are those that their words cut otherwise just as well, as they would put numbers under wrong names.
    """
    fewest = max(1, *(low for low, _ in sizes))
    most = max(high for _, high in sizes)
    blocks = [run.above]
    while not with_label and len(blocks) <= _MOST_EMPTY_ROWS and len(blocks[-1]) > 1 and may_be_row(blocks[-1][-1]):
        blocks.append(blocks[-1][:-1])
    known = []
    fitting = []
    for block in blocks:
        read = [read_header(block, columns, with_label=with_label) for columns in range(fewest, most + 4)]
        headers = [header for header in read if header is not None]
        natural = min((header.cost for header in headers), default=0.0)
        known += headers
        fitting += [header for header in headers if header.margin >= _CLEAR and header.cost <= natural + _NEARLY]
    if not fitting:
        # More numbers than natural headers: words in small letters, one a column, leave no choice.
        return [header for header in known if len(header.columns) == fewest and header.margin == float("inf")]
    return fitting


def _filled(run: Run, ways: Ways, headers: Sequence[Header]) -> list[Header]:
    """Return those of several natural headers that a total row fills, or three other rows and most where one is wider.

    A total row prints a number for every column; a few other rows may well lack one in the same columns.
    """
    found = []
    widest = max((len(header.columns) for header in headers), default=0)
    for header in headers:
        columns = len(header.columns)
        full = [
            row.label
            for row, all_ways, fitting in zip(run.rows, ways.rows, ways.fitting, strict=True)
            if any(len(way) == columns for way in fitting or all_ways)
        ]
        # A narrower header that leaves the last line out, as a row without numbers, is no better than a wider one.
        last = (header.label or header.columns[-1]).end > run.above[-1].start
        most = columns == widest or (last and len(full) * 2 >= len(run.rows))
        if any(map(is_bare_total, full)) or (most and len(full) >= _FEWEST_PLAIN_ROWS):
            found.append(header)
    return found


def _is_table(ways: Ways, layout: Layout) -> bool:
    """Tell whether enough speaks for a table: sums that hold, or rows that fill natural headers without a doubt."""
    header, places = layout.header, layout.places
    if len(header.columns) == 1 and header.cost > _NATURAL:
        return False
    if ways.pattern is not None or places.held >= 2:
        return True
    full = [
        row.label
        for row, cells in zip(layout.rows, places.cells, strict=True)
        if all(place.placement != "undecided" for place in cells)
    ]
    if len(header.columns) == 1 and places.held == places.sums == 1:
        printed = [cell.printed for row in places.cells for cell in row if cell.printed is not None]
        return any(number.value is not None and abs(number.value) >= _TELLING for number in printed)
    fewest = 2 if any(is_bare_total(label) for label in full) else _FEWEST_PLAIN_ROWS
    return len(header.columns) >= 2 and header.cost <= _NATURAL and len(full) >= fewest
