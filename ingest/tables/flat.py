"""Tables in flat text, where columns are lost: numbers parted and cells placed by the table's own arithmetic.

The text of slides and web pages keeps a table's rows as lines, but groups thousands by the same blank that parts the
columns, drops empty cells without a trace and strings the headers together. A cell that the sums do not prove stays
undecided. Measures, periods and programmes are set by `ingest.tables.recover`.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.flat_header import Header, Part, read_header
from ingest.tables.flat_lines import lines_of
from ingest.tables.flat_places import Place, Places, places_of
from ingest.tables.flat_readings import Ways, counts, ways_of
from ingest.tables.flat_rows import Row, Run, runs_of
from ingest.tables.labels import is_bare_total
from ingest.tables.numbers import scaled
from ingest.tables.splits import Token
from ingest.tables.units import Unit, stated_unit

_FEWEST_PLAIN_ROWS = 3
_NEARLY = 0.35  # headers that cost so little more are as natural
_CLEAR = 0.25  # what another cut of the same words must cost more
_NATURAL = 1.5  # a header cut that costs more is no evidence of a table


def flat_tables(document: Document) -> tuple[Table, ...]:
    """Return the tables in the running text of `document`, reconciled, in order; pages with grids of cells excepted."""
    found = []
    for page in document.pages:
        for run in runs_of(lines_of(page.text)):
            table = _table(document, page, run)
            if table is not None:
                found.append(reconcile(table))
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
    return _build(document, page, run, rows, header, places)


def _header(run: Run, ways: Ways, sizes: Sequence[tuple[int, int]], *, with_label: bool) -> Header | None:
    """Return the header whose number of columns suits both its words and the rows, or None where that is in doubt.

    A header that its words cut otherwise just as well would put numbers under wrong names.
    """
    fewest = max(1, max(low for low, _ in sizes))
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
        label for label, row in zip(_labels(run), ways.rows, strict=True) if any(len(way) == columns for way in row)
    ]
    return len(full) >= _FEWEST_PLAIN_ROWS or any(is_bare_total(label) for label in full)


def _labels(run: Run) -> list[str]:
    return [row.label for row in run.rows]


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


def _build(document: Document, page: Page, run: Run, rows: Sequence[Row], header: Header, places: Places) -> Table:
    start = header.corner.start if header.corner else header.columns[0].start
    end = max(row.tokens[-1].end for row in rows)
    table_id = f"{document.id}#t{page.number}-{start}"
    title, title_spans = _title(page, run, header)
    stated = [unit for unit in (stated_unit(part.text) for part in (*header.columns,)) if unit is not None]
    common = stated_unit(title) or (stated_unit(header.corner.text) if header.corner else None)
    if common is None and stated and all(unit.name == stated[0].name for unit in stated):
        common = stated[0]
    by_label = [stated_unit(row.label) for row in rows]
    if common is None:
        common = next((unit for unit in by_label if unit is not None), None)
    columns = _columns(header, places)
    figures: list[Figure] = []
    for number, (row, cells) in enumerate(zip(rows, places.cells, strict=True)):
        for column, (part, source, is_share) in enumerate(columns):
            unit = stated_unit(part.text) or common
            figure = _figure(document, page, table_id, row, cells[source], part, unit, is_share=is_share)
            if figure is not None:
                figures.append(
                    replace(
                        figure,
                        id=f"{table_id}/{number}/{column}",
                        row=number,
                        column=column,
                        context_spans=title_spans,
                    )
                )
    units = {figure.unit for figure in figures if figure.value is not None and figure.unit != "%"}
    return Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, start, end),
        title=title,
        unit=units.pop() if len(units) == 1 else (common.name if common else None),
        scale=common.scale if common else 1,
        row_labels=tuple((row.label,) for row in rows),
        column_labels=tuple((part.text,) for part, _, _ in columns),
        figures=tuple(figures),
        findings=(),
        origin="flat",
    )


def _columns(header: Header, places: Places) -> list[tuple[Part, int, bool]]:
    """Return the columns as printed, with a column of its own for percentages in brackets behind the numbers."""
    columns: list[tuple[Part, int, bool]] = []
    for column, part in enumerate(header.columns):
        columns.append((part, column, False))
        if any(row[column].printed is not None and _share(row[column]) is not None for row in places.cells):
            columns.append((part, column, True))
    return columns


def _share(place: Place) -> Token | None:
    return place.printed.share if place.printed is not None else None


def _title(page: Page, run: Run, header: Header) -> tuple[str, tuple[Span, ...]]:
    """Return the lines above the header and those behind the rows, which on slides hold the title."""
    above = run.above[: max(0, len(run.above) - _used(run, header))]
    if len(above) == 1 and run.after and len(above[0].text.split()) <= 2:
        above = ()  # the header of the row labels
    parts = [" ".join(line.text for line in lines) for lines in (above, run.after) if lines]
    spans = tuple(Span(page.number, lines[0].start, lines[-1].end) for lines in (above, run.after) if lines)
    return " – ".join(parts), spans


def _used(run: Run, header: Header) -> int:
    """Return how many of the lines above the rows the header takes."""
    start = header.corner.start if header.corner else header.columns[0].start
    return sum(1 for line in run.above if line.end > start)


def _figure(
    document: Document,
    page: Page,
    table_id: str,
    row: Row,
    place: Place,
    part: Part,
    unit: Unit | None,
    *,
    is_share: bool,
) -> Figure | None:
    printed = place.printed
    value, text, name, approximate, span = None, "", unit.name if unit else None, False, None
    if is_share:
        share = _share(place)
        if share is None:
            return None
        value, text, name = Decimal(share.text.replace("−", "-").replace("–", "-").replace(",", ".")), share.text, "%"
        span = Span(page.number, share.start, share.end)
    elif printed is not None and printed.value is not None:
        own = printed.unit is not None or printed.scale != 1
        scale = printed.scale if own or unit is None else unit.scale
        value, text = scaled(printed.value, scale), page.text[printed.start : printed.end]
        name = printed.unit or name
        approximate = printed.approximate
        span = Span(page.number, printed.start, printed.end)
    else:
        texts = tuple(dict.fromkeys(option.text for option in place.candidates))
        text = " / ".join(texts)
        span = Span(page.number, row.tokens[0].start, row.tokens[-1].end)
    return Figure(
        id=table_id,
        document_id=document.id,
        table_id=table_id,
        value=value,
        unit=name,
        text=text,
        approximate=approximate,
        row_path=(row.label,),
        column_path=(part.text,),
        measure=None,
        programme=None,
        period=None,
        placement=place.placement,
        placement_reason=place.reason,
        check="unchecked",
        check_reason="",
        value_span=span,
        row_spans=(Span(page.number, row.start, row.end),),
        column_spans=(Span(page.number, part.start, part.end),),
    )
