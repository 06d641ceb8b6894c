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
from ingest.tables.flat_header import Header, read_header
from ingest.tables.flat_lines import lines_of
from ingest.tables.flat_places import Places, places_of
from ingest.tables.flat_readings import Ways, counts, ways_of
from ingest.tables.flat_rows import Row, Run, runs_of
from ingest.tables.labels import is_bare_total

_FEWEST_PLAIN_ROWS = 3
_NEARLY = 0.35  # headers that cost so little more are as natural
_CLEAR = 0.25  # what another cut of the same words must cost more
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
    header = _header(run, ways, sizes, with_label=with_label)
    if header is None or not header.columns:
        return None
    rows = list(run.rows)
    if with_label:
        if header.label is None:
            return None
        label = header.label
        rows[0] = Row(label.text, label.start, label.end, rows[0].tokens, rows[0].broken)
    labels = [row.label for row in rows]
    places = places_of(ways, labels, [part.text for part in header.columns])
    if not _is_table(ways, labels, header, places):
        return None
    return build(document, page, Layout(run, tuple(rows), header, places))


def _header(run: Run, ways: Ways, sizes: Sequence[tuple[int, int]], *, with_label: bool) -> Header | None:
    """Return the header whose number of columns suits both its words and the rows, or None where that is in doubt.

    A header that its words cut otherwise just as well would put numbers under wrong names.
    """
    fewest = max(1, *(low for low, _ in sizes))
    most = max(high for _, high in sizes)
    headers = [read_header(run.above, columns, with_label=with_label) for columns in range(1, most + 4)]
    known = {len(header.columns): header for header in headers if header and len(header.columns) >= fewest}
    if not known:
        return None
    natural = min(header.cost for header in known.values())
    fitting = [
        header for _, header in sorted(known.items()) if header.margin >= _CLEAR and header.cost <= natural + _NEARLY
    ]
    if not fitting:
        # More numbers than natural headers: words in small letters, one a column, leave no choice.
        header = known.get(fewest)
        return header if header is not None and header.margin == float("inf") else None
    full = [header for header in fitting if _fills(run, ways, len(header.columns))]
    if len(fitting) == 1:
        return fitting[0]
    return full[0] if len(full) == 1 else None


def _fills(run: Run, ways: Ways, columns: int) -> bool:
    """Tell whether a total row, or three others, can print a number for every column."""
    full = [
        row.label
        for row, all_ways, fitting in zip(run.rows, ways.rows, ways.fitting, strict=True)
        if any(len(way) == columns for way in fitting or all_ways)
    ]
    return len(full) >= _FEWEST_PLAIN_ROWS or any(is_bare_total(label) for label in full)


def _is_table(ways: Ways, labels: Sequence[str], header: Header, places: Places) -> bool:
    """Tell whether enough speaks for a table: sums that hold, or rows that fill natural headers without a doubt."""
    if ways.pattern is not None or places.held >= 2:
        return True
    full = sum(1 for row in places.cells if all(place.placement != "undecided" for place in row))
    totalled = any(
        is_bare_total(label) and all(place.placement != "undecided" for place in row)
        for label, row in zip(labels, places.cells, strict=True)
    )
    return len(header.columns) >= 2 and header.cost <= _NATURAL and full >= (2 if totalled else _FEWEST_PLAIN_ROWS)
