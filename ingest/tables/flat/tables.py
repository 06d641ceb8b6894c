"""Tables in flat text, where columns are lost: numbers parted and cells placed by the table's own arithmetic.

The text of slides and web pages keeps a table's rows as lines, but groups thousands by the same blank that parts the
columns, drops empty cells without a trace and strings the headers together. A cell that the sums do not prove stays
undecided. Measures, periods and programmes are set by `ingest.tables.recover`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from ingest.document import Document, Page
from ingest.table import Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.carried import is_continued, with_units_carried
from ingest.tables.commas import numerals_of
from ingest.tables.corner_words import heads_labels
from ingest.tables.either import style_by_sums
from ingest.tables.flat.build import Layout, build
from ingest.tables.flat.collapsed import agreed, collapsed_lines, is_proven
from ingest.tables.flat.even import evened, summed
from ingest.tables.flat.grand import grand_totals
from ingest.tables.flat.header import Header, Part, holds_row, is_doubtful, is_phrase
from ingest.tables.flat.lines import Line, comma_style, lines_of
from ingest.tables.flat.minuses import with_minuses, without_either, without_unclear
from ingest.tables.flat.names import Named, named_alike
from ingest.tables.flat.notes import without_notes
from ingest.tables.flat.outline import first_heading, outline_of
from ingest.tables.flat.over import with_groups
from ingest.tables.flat.pages import joined_pages, parted
from ingest.tables.flat.places import Frame, Places, places_of
from ingest.tables.flat.readings import Ways, counts, ways_of
from ingest.tables.flat.rows import Row, Run, runs_of
from ingest.tables.flat.totals import without_denied
from ingest.tables.flat.units import units_apart
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.nesting import with_parts
from ingest.tables.units import stated_unit

_FEWEST_PLAIN_ROWS = 3
_SURE_ROWS = 2
_READABLE = 3  # rows that can be read for each that cannot, at least
_MOST = 0.5
_TELLING = 1000  # a single column's total of fewer digits is met by chance
_MISPRINT = Decimal("0.005")  # of a total, by which a misprint makes it miss
_WIDE = 3  # blanks that part columns
_NATURAL = 1.5  # a header cut that costs more is no evidence of a table


def flat_tables(document: Document) -> tuple[Table, ...]:
    """Return the tables in the running text of `document`, reconciled, in order; pages with grids of cells excepted."""
    language = numerals_of(document)
    pages = {page.number: _of_page(document, page, language) for page in document.pages}
    for joined in joined_pages(document.pages, lambda page: _lines(document, page, language)):
        numbers = [page.number for page, _, _ in joined.parts]
        apart = [table for number in numbers for table in pages[number]]
        together = [parted(table, joined) for table in _of_page(document, joined.page, language)]
        if _tells_more(together, apart):
            pages |= {number: together if number == numbers[0] else [] for number in numbers}
    made = [table for tables in pages.values() for table in tables]
    return with_units_carried(made, partial(is_continued, document))


def _tells_more(tables: Sequence[Table], others: Sequence[Table]) -> bool:
    """Tell whether tables that go on over pages hold no fewer numbers than their parts, nor fail more sums."""
    known, apart = (sum(f.value is not None for table in each for f in table.figures) for each in (tables, others))
    failed, failed_apart = (sum(len(table.findings) for table in each) for each in (tables, others))
    return known >= apart and failed <= failed_apart


def _style(document: Document, page: Page, language: str | None) -> bool | None:
    """Tell whether commas group thousands on a page."""
    style, told = comma_style(page.text, language)
    return style if told else style_by_sums(partial(_tables, document, page), preferred=style)


def _lines(document: Document, page: Page, language: str | None) -> tuple[Line, ...]:
    return _lines_in(page.text, _style(document, page, language))


def _lines_in(text: str, style: bool | None) -> tuple[Line, ...]:  # noqa: FBT001  # a reading, no switch
    return without_notes(units_apart(lines_of(text, grouped_by_comma=style)))


def _of_page(document: Document, page: Page, language: str | None) -> list[Table]:
    """Return the reconciled tables in the text of a page, in order."""
    style = _style(document, page, language)
    lines = _lines_in(page.text, style)
    here = [*_tables(document, page, style), *_collapsed(document, page, style)]
    return sorted([*here, *grand_totals(document, page, lines, here)], key=lambda table: table.span.start)


def _tables(document: Document, page: Page, style: bool | None) -> list[Table]:  # noqa: FBT001  # a reading, no switch
    """Return the reconciled tables of a page whose commas group thousands, part decimals, or stay unread."""
    runs = runs_of(_lines_in(page.text, style))
    tables = [_told(document, page, run) for run in runs]
    return [reconcile(with_parts(table)) for table in tables if table is not None]


def _collapsed(document: Document, page: Page, style: bool | None) -> Iterator[Table]:  # noqa: FBT001  # as above
    """Yield the tables run together on one line that but one way to part their rows proves."""
    for line in collapsed_lines(page.text):
        ways = [_tables(document, replace(page, text=text), style) for text in line.texts]
        found = [table for tables in ways for table in tables if is_proven(table, line)]
        table = agreed(found)
        if table is not None:
            yield table


def _told(document: Document, page: Page, run: Run) -> Table | None:
    """Return the table of a run; with minuses that blanks part from their numbers if more of its sums hold so.

    Then no sum may fail, and every cell must be known, or most rows with dashes have too many cells otherwise; the
    others are left unread, for a dash may as well stand for an empty cell.
    """
    table = _table(document, page, run)
    signed = with_minuses(run)
    other = None if signed is None else _table(document, page, signed)
    if signed is not None and other is not None and any(figure.value is None for figure in other.figures):
        sure = without_unclear(run, signed, len(other.column_labels))
        other = None if sure is None else _table(document, page, sure)
    if other is not None:
        held, apart = (_reconciled(with_parts(each)) if each is not None else 0 for each in (other, table))
        if (table is None or held > apart) and not reconcile(with_parts(other)).findings:
            return other
    if table is not None and signed is not None:
        sure = without_either(run, signed, reconcile(with_parts(table)))
        table = table if sure == run else _table(document, page, sure)
    return table or _captioned(document, page, run)


def _reconciled(table: Table) -> int:
    return sum(figure.check == "reconciled" for figure in reconcile(table).figures)


def _captioned(document: Document, page: Page, run: Run) -> Table | None:
    """Return the table of rows with one number each under a caption that states their unit.

    Sums must confirm it, or wide blanks set every number apart from its label. What follows its total behind a blank
    line is no part of it.
    """
    caption = run.above[-1] if run.above and stated_unit(run.above[-1].text) is not None else run.caption
    if caption is None or not run.rows[0].label:
        return None
    ends = (
        index
        for index, (row, after) in enumerate(pairwise(run.rows), start=1)
        if is_bare_total(row.label) and re.search(r"\n\s*\n", page.text[row.tokens[-1].end : after.start])
    )
    run = replace(run, rows=run.rows[: next(ends, len(run.rows))])
    ways = ways_of([row.tokens for row in run.rows], [row.broken for row in run.rows])
    if len(run.rows) < _FEWEST_PLAIN_ROWS or any(all(len(way) != 1 for way in row) for row in ways.rows):
        return None
    header = Header((_below_corner(caption),), None, None)
    single = replace(ways, rows=tuple(tuple(way for way in row if len(way) == 1) for row in ways.rows))
    layout = _layout(run, single, header, with_label=False)
    if layout is None:
        return None
    table = reconcile(with_parts(build(document, page, layout)))
    held = sum(figure.check == "reconciled" for figure in table.figures) * 2 >= len(run.rows)
    return table if held or all(_is_set_apart(page, row) for row in run.rows) else None


def _below_corner(caption: Line) -> Part:
    """Return the header of the only column: a line's words without the one that heads the row labels."""
    first, _, rest = caption.text.partition(" ")
    start = caption.end - len(rest.lstrip()) if rest and heads_labels(first) else caption.start
    return Part(caption.text[start - caption.start :], start, caption.end)


def _is_set_apart(page: Page, row: Row) -> bool:
    """Tell whether wide blanks part a row's label from its number, and single ones the number's groups."""
    inside = page.text[row.tokens[0].start : row.tokens[-1].end]
    return page.text[row.end : row.tokens[0].start] == " " * max(_WIDE, row.tokens[0].start - row.end) and (
        "  " not in inside
    )


def _table(document: Document, page: Page, run: Run) -> Table | None:
    with_label = not run.rows[0].label
    numbered = any(row.broken and re.search(r"\s\d{1,2}\b", row.label) for row in run.rows)
    ways = ways_of([row.tokens for row in run.rows], [row.broken for row in run.rows], numbered=numbered)
    sizes = counts(ways)
    unreadable = sum(not found and not row.broken for found, row in zip(ways.rows, run.rows, strict=True))
    if len(sizes) < 2 or unreadable * _READABLE > len(sizes):
        return None
    named = named_alike(run, ways, sizes, with_label=with_label)
    read = _read(run, ways, sizes, named)
    if len(read) != 1:
        return None
    (layout, alike) = read[0]
    header = with_groups(layout.header, run.above)
    if header is None or holds_row(header):
        return None
    layout = replace(layout, header=header)
    if alike.rival or is_doubtful(header, run.above) or is_phrase(header, run.above) or not _is_table(ways, layout):
        return None
    if alike.doubted and not header.over and (_share(layout.places) <= _MOST or not _has_parts(layout)):
        return None
    if not _holds(layout.places):
        others = [
            _layout(run, ways, each.header, with_label=with_label, misprints=False) for each in named if _is_other(each)
        ]
        if any(other is not None and _outdoes(other.places, layout.places) for other in others):
            return None
    checked = without_denied(ways, layout)
    return None if checked is None else build(document, page, checked)


def _read(run: Run, ways: Ways, sizes: Sequence[tuple[int, int]], named: Sequence[Named]) -> list[tuple[Layout, Named]]:
    """Return the layouts of a run under its natural headers that the rows' numbers leave possible."""
    with_label = not run.rows[0].label
    natural = [alike for alike in named if not alike.remote]
    # Columns of one name, over which nothing stands, are none where other headers are as natural.
    natural = [alike for alike in natural if with_groups(alike.header, run.above) is not None] or natural
    read = [
        (layout, alike)
        for alike in (natural if len(natural) == 1 else _filled(run, ways, natural))
        for layout in [_layout(run, ways, alike.header, with_label=with_label)]
        if layout is not None
    ]
    if len(read) > 1:
        # Sums that decide every cell under one header, where another leaves cells open, tell more than words.
        proven = [pair for pair in read if _holds(pair[0].places) and not _leaves_open(pair[0].places)]
        read = proven if len(proven) == 1 else [pair for pair in read if not pair[1].doubted] or read
    if len(read) > 1:
        # Sums tell how many columns there are where the headers' words do not; else what all rows seem to print.
        telling = [pair for pair in read if _holds(pair[0].places)]
        even = [pair for pair in read if len(pair[1].header.columns) == _printed_by_all(sizes)]
        read = [pair for pair in telling if _is_decided(pair[0].places)] or even or telling
    if len(read) > 1:
        read = [pair for pair in read if _fills(pair[0].places)] or read
    return read


def _printed_by_all(sizes: Sequence[tuple[int, int]]) -> int | None:
    """Return how many numbers every row seems to print: all can be read so, most with no fewer."""
    printed = max(fewest for fewest, _ in sizes)
    sure = sum(fewest == printed for fewest, _ in sizes)
    enough = _SURE_ROWS if any(fewest == most for fewest, most in sizes) else _FEWEST_PLAIN_ROWS
    even = all(printed <= most for _, most in sizes)
    return printed if even and sure >= enough and sure * 2 > len(sizes) else None


def _holds(places: Places) -> bool:
    """Tell whether there are sums of columns and all hold."""
    return 0 < places.sums == places.held


def _is_decided(places: Places) -> bool:
    """Tell whether it is known of most cells what stands there."""
    known = [place.placement != "undecided" or not place.candidates for row in places.cells for place in row]
    return sum(known) * 2 > len(known)


def _leaves_open(places: Places) -> bool:
    """Tell whether it is not known of some cell what stands there."""
    return any(place.placement == "undecided" and place.candidates for row in places.cells for place in row)


def _fills(places: Places) -> bool:
    """Tell whether every column has a number in some row: what heads none may be the header of the row labels."""
    return all(any(cell.printed is not None for cell in column) for column in zip(*places.cells, strict=True))


def _has_parts(layout: Layout) -> bool:
    """Tell whether two rows or more that are no totals stand in the table: a sum of one row confirms no header."""
    return sum(not is_total(row.label) for row in layout.rows) > 1


def _is_other(alike: Named) -> bool:
    """Tell whether a header is less natural than the one read, yet cut without a doubt."""
    return alike.remote and not alike.rival


def _failed(places: Places) -> int:
    return places.sums - places.held


def _nearly_sums(rows: Sequence[Row], values: Sequence[Decimal]) -> bool:
    """Tell whether the total of a single column misses the sum of the other rows' numbers by a misprint's worth."""
    totals = [value for row, value in zip(rows, values, strict=False) if is_bare_total(row.label)]
    others = sum(values) - sum(totals)
    return len(rows) == len(values) and len(totals) == 1 and abs(others - totals[0]) <= _MISPRINT * abs(totals[0])


def _outdoes(other: Places, places: Places) -> bool:
    """Tell whether fewer sums fail with another header; one that fails alone is a misprint unless others are known.

    Where it leaves most cells open that are known otherwise, a few of its sums hold by chance.
    """
    if _is_decided(places) and not _is_decided(other):
        return False
    if not other.sums:
        return _failed(places) > 1
    return _failed(other) < _failed(places)


def _share(places: Places) -> float:
    """Return which part of the sums holds."""
    return places.held / places.sums if places.sums else 0.0


def _layout(run: Run, ways: Ways, header: Header, *, with_label: bool, misprints: bool = True) -> Layout | None:
    """Return the rows under `header` with their cells placed; `misprints` are as in `places_of`."""
    rows = list(run.rows)
    if with_label:
        if header.label is None:
            return None
        label = header.label
        rows[0] = replace(rows[0], label=label.text, start=label.start, end=label.end)
    near = [*(line.text for line in (*run.above, *run.after)), *(row.label for row in rows)]
    rounded = any(unit is not None and unit.scale > 1 for unit in map(stated_unit, near))
    units = [f" {unit.text}" for unit in header.units] or [""] * len(header.columns)
    names = [part.text + unit for part, unit in zip(header.columns, units, strict=True)]
    outline = outline_of(rows, first_heading(run, header))
    frame = Frame([row.label for row in rows], names, outline)
    places = places_of(ways, frame, rounded=rounded, misprints=misprints)
    places = evened(ways, summed(ways, places, frame, rounded=rounded), frame, near)
    return Layout(run, tuple(rows), header, places, outline)


def _filled(run: Run, ways: Ways, named: Sequence[Named]) -> list[Named]:
    """Return those of several natural headers that a total row fills, or three other rows and most where one is wider.

    A total row prints a number for every column; a few other rows may well lack one in the same columns.
    """
    found = []
    widest = max((len(alike.header.columns) for alike in named), default=0)
    for alike in named:
        header = alike.header
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
            found.append(alike)
    return found


def _is_table(ways: Ways, layout: Layout) -> bool:
    """Tell whether enough speaks for a table: sums that hold, or rows that fill natural headers without a doubt."""
    header, places = layout.header, layout.places
    if len(header.columns) == 1 and header.cost > _NATURAL:
        return False
    if places.held >= 2:
        return True
    full = [
        row.label
        for row, cells in zip(layout.rows, places.cells, strict=True)
        if all(place.placement != "undecided" for place in cells)
    ]
    if ways.pattern is not None and len(full) >= _FEWEST_PLAIN_ROWS:
        return True
    if len(header.columns) == 1 and places.sums == 1:
        printed = [cell.printed for row in places.cells for cell in row if cell.printed is not None]
        values = [number.value for number in printed if number.value is not None]
        large = any(abs(value) >= _TELLING for value in values)
        return large and (places.held == 1 or (len(full) == len(values) and _nearly_sums(layout.rows, values)))
    fewest = 2 if any(is_bare_total(label) for label in full) else _FEWEST_PLAIN_ROWS
    if full and all(map(is_total, full)):
        return False  # no row says what the totals, of which no sum is known, are totals of
    columns = len(header.columns)
    fillable = sum(any(len(way) == columns for way in row) for row in ways.rows)
    return columns >= 2 and header.cost <= _NATURAL and len(full) >= fewest and fillable * 2 >= len(ways.rows)
