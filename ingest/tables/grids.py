"""Grids to tables: every number cell becomes a figure with header paths, unit and spans. Sums are checked elsewhere."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ingest.document import Document, GridCell, Page, Span
from ingest.table import Figure, Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.bracketed import Brackets, brackets_of
from ingest.tables.carried import is_other_side, with_units_carried
from ingest.tables.cells import (
    CellNumber,
    groups_by_blank,
    is_bracketed_percent,
    is_either,
    kind_of,
    numbers_of,
    span_in,
)
from ingest.tables.columns import heads_time
from ingest.tables.commas import commas_group, numerals_of
from ingest.tables.context import headings_above, lines_above
from ingest.tables.corners import Cornered, with_corners
from ingest.tables.counted import counting_columns, counts_heads
from ingest.tables.either import style_by_sums
from ingest.tables.headers import Headers, read_headers
from ingest.tables.heads import heads_of
from ingest.tables.labels import is_bare_total
from ingest.tables.nesting import Under, nested
from ingest.tables.numbers import comma_groups, scaled
from ingest.tables.rows import BodyRow, body_rows
from ingest.tables.sections import sections_of
from ingest.tables.sheets import Sheet, sheets_of
from ingest.tables.signs import with_minuses
from ingest.tables.table_units import UnitScale, percents, stated, unit_for
from ingest.tables.unit_notes import UnitNote, noted_unit, unit_note

_LONGEST_CAPTION = 80
_THOUSANDS = 1000

Rows = tuple[tuple[str, ...], ...]
Parts = tuple[list[tuple[Figure, int]], Rows, Rows]


@dataclass(frozen=True, slots=True)
class _Place:
    """What all figures of one table share."""

    document: Document
    table_id: str
    headers: Headers
    around: tuple[str, ...]
    context: tuple[Span, ...]
    commas: bool | None
    brackets: Brackets
    counting: frozenset[int]
    percents: bool


@dataclass(frozen=True, slots=True)
class _At:
    """Row and column of a figure in its table, the grid's column that it stands in, and that column's header path."""

    row: int
    column: int
    place: int
    path: tuple[str, ...]


def grid_tables(document: Document) -> tuple[Table, ...]:
    """Return the tables of all grids of `document` that hold figures, in order; checks are all "unchecked"."""
    tables: list[Cornered] = []
    language = numerals_of(document)
    for sheet in sheets_of(document):
        title = ""
        for section in sections_of(sheet):
            table = _table(
                document, section, (f"{document.id}#table{section.pages[0]}.{len(tables) + 1}", title), language
            )
            if table is not None:
                tables.append(table)
                title = table.table.title
    return with_units_carried(with_corners(tables), is_other_side)


def _table(document: Document, sheet: Sheet, names: tuple[str, str], language: str | None) -> Cornered | None:
    """Return the table of a sheet, or None where it holds no figures; `names` are its id and the title before it."""
    sheet = with_minuses(sheet)
    texts = [cell.text for row in sheet.rows for cell in row if cell is not None]
    commas = commas_group(texts, language)
    if comma_groups(texts) is not None or any(map(groups_by_blank, texts)) or not any(map(is_either, texts)):
        return _read(document, sheet, names, commas=commas)
    readings = {style: _read(document, sheet, names, commas=style) for style in (True, False, None)}

    def read(style: bool | None) -> list[Table]:  # noqa: FBT001  # a reading is no switch
        reading = readings[style]
        return [] if reading is None else [reconcile(reading.table)]

    chosen = style_by_sums(read, preferred=commas)
    return readings[chosen]


def _read(document: Document, sheet: Sheet, names: tuple[str, str], *, commas: bool | None) -> Cornered | None:
    """Return the table of a sheet whose commas group thousands or do not; None where it holds no figures."""
    table_id, title_before = names
    headers = read_headers(sheet, commas=commas)
    if headers is None or _is_headless(sheet, headers):
        return None
    span = sheet.span()
    title = sheet.grid.title.strip() or headers.banner or title_before
    page = document.pages[span.page - 1] if span.end else None
    above = [item for item in lines_above(page, span.start) if not _in_grid(page, item[1])] if page is not None else []
    above = [item for item in above if noted_unit(item[0]) is None]
    headings = headings_above(document, span)
    note = _note(document, sheet, span)
    noted = (sheet.grid.title_span, None if note is None else note.span)
    context = tuple(item for item in (*noted, *(place for text, place in above if stated(text))) if item)
    captions = [text for text, _ in above if len(text) < _LONGEST_CAPTION and stated(text)]
    notes = (note.text,) if note is not None else ()
    around = (headers.corner, headers.banner, title, *captions[:1], *notes, *(text for text, _ in headings[:2]))
    over = [path[-1] for path in headers.paths.values() if path]
    beside = [cell.text for row in sheet.rows[headers.first :] if (cell := row[0]) is not None]
    # A sum and its parts are alike: what a total's label states holds for all.
    around = (*around, *(text for text in (*over, *beside) if is_bare_total(text) and stated(text)))
    brackets = brackets_of(sheet, headers.paths, commas=commas)
    counting = _counting(headers)
    texts = tuple(text for text in around if text)
    printed = [[cell.text if (cell := row[at]) else "" for row in sheet.rows[headers.first :]] for at in headers.data]
    paths = [headers.paths[at] for at in headers.data]
    shares = any(percents(text, paths, printed) for text in (title, *captions[:1]))
    place = _Place(document, table_id, headers, texts, context, commas, brackets, counting, shares)
    rows = body_rows(document, sheet, headers, commas=commas)
    figures, labels, columns, places = _figures(place, sheet, rows)
    if not figures:
        return None
    table = _made(place, sheet, (figures, labels, columns), title, headings)
    under = _under(rows, places)
    parents = nested(table, under) if under else {}
    if parents:
        figures, labels, columns, _ = _figures(place, sheet, _with_parents(rows, places, parents))
        figures = [(replace(figure, row_parent=parents.get(figure.row)), scale) for figure, scale in figures]
        table = _made(place, sheet, (figures, labels, columns), title, headings)
    heads = heads_of(sheet, headers, rows)
    return Cornered(replace(table, above=(heads,) if heads else ()), headers.corner, headers.corner_spans)


def _is_headless(sheet: Sheet, headers: Headers) -> bool:
    """Tell whether several columns that look alike by their places alone have no header: nothing tells them apart."""
    several = len(headers.data) > 1 and sheet.grid.origin == "layout"
    return several and not any(headers.paths[column] for column in headers.data)


def _in_grid(page: Page, place: Span) -> bool:
    """Tell whether a line of a page is part of a grid: what its cells say is no caption of the table below."""
    spans = [cell.span for grid in page.grids for cell in grid.cells if cell.span is not None]
    return any(span.page == place.page and span.start < place.end and place.start < span.end for span in spans)


def _under(rows: Sequence[BodyRow], places: Sequence[int]) -> dict[int, Under]:
    """Return by row of the table what it may be a part of; `places` are the body's rows that have figures."""
    numbers = {place: row for row, place in enumerate(places)}
    found = {}
    for row, place in enumerate(places):
        above = rows[place].under
        while above is not None and above.row not in numbers:
            above = rows[above.row].under
        if above is not None:
            found[row] = replace(above, row=numbers[above.row])
    return found


def _with_parents(rows: Sequence[BodyRow], places: Sequence[int], parents: Mapping[int, int]) -> tuple[BodyRow, ...]:
    """Return the body's rows, those that are parts of others with the labels of these before their own."""
    found = list(rows)
    for row, parent in sorted(parents.items()):
        own, above = found[places[row]], found[places[parent]]
        shared = next(
            (i for i, (one, other) in enumerate(zip(above.path, own.path, strict=False)) if one != other),
            min(len(above.path), len(own.path) - 1),
        )
        spans = tuple(dict.fromkeys((*above.spans, *own.spans)))
        found[places[row]] = replace(own, path=(*above.path, *own.path[shared:]), spans=spans)
    return tuple(found)


def _made(place: _Place, sheet: Sheet, parts: Parts, title: str, headings: Sequence[tuple[str, Span]]) -> Table:
    figures, labels, columns = parts
    units = Counter((figure.unit, scale) for figure, scale in figures)
    (unit, scale), _ = units.most_common(1)[0]
    return Table(
        id=place.table_id,
        document_id=place.document.id,
        pages=sheet.pages,
        span=sheet.span(),
        title=" ".join(title.split()) or (headings[0][0] if headings else ""),
        unit=unit,
        scale=scale,
        row_labels=labels,
        column_labels=columns,
        figures=tuple(figure for figure, _ in figures),
        origin=sheet.grid.origin,
    )


def _figures(
    place: _Place, sheet: Sheet, rows: tuple[BodyRow, ...]
) -> tuple[list[tuple[Figure, int]], Rows, Rows, list[int]]:
    """Return figures with their scales, row and column labels, and the places in `rows` of those with figures.

    A second number of a cell has a column of its own.
    """
    columns: dict[tuple[int, int], int] = {}
    paths: list[tuple[str, ...]] = []
    for column in place.headers.data:
        columns[column, 0] = len(paths)
        paths.append(place.headers.paths[column])
    figures: list[tuple[Figure, int]] = []
    labels: list[tuple[str, ...]] = []
    places: list[int] = []
    for at_row, row in enumerate(rows):
        found: list[tuple[Figure, int]] = []
        for column in place.headers.data:
            cell = sheet.rows[row.index][column]
            if cell is None or (cell.row != row.index and cell.row_span == 1) or cell.column != column:
                continue
            for nth, number in enumerate(_numbers(place, cell, column, row)):
                if (column, nth) not in columns:
                    columns[column, nth] = len(paths)
                    paths.append((*place.headers.paths[column], number.unit or f"({nth + 1})"))
                at = columns[column, nth]
                found.append(_figure(place, cell, number, row, _At(len(labels), at, column, paths[at])))
        if found:
            labels.append(row.path)
            places.append(at_row)
            figures.extend(found)
    figures = _without_false_scale(figures)
    figures, paths = _shares_apart(figures, paths)
    figures.sort(key=lambda item: (item[0].row, item[0].column))
    return figures, tuple(labels), tuple(paths), places


def _shares_apart(
    figures: list[tuple[Figure, int]], paths: list[tuple[str, ...]]
) -> tuple[list[tuple[Figure, int]], list[tuple[str, ...]]]:
    """Return figures and column paths with a sign at the end of those of shares headed like the amounts beside them."""
    units: dict[int, set[str | None]] = {}
    for figure, _ in figures:
        units.setdefault(figure.column, set()).add(figure.unit)
    shares = {
        column
        for column, path in enumerate(paths)
        if path and column and paths[column - 1] == path and units.get(column) == {"%"} != units.get(column - 1)
    }
    found = [
        (replace(figure, column_path=(*figure.column_path, "%")) if figure.column in shares else figure, scale)
        for figure, scale in figures
    ]
    return found, [(*path, "%") if column in shares else path for column, path in enumerate(paths)]


def _without_false_scale(figures: list[tuple[Figure, int]]) -> list[tuple[Figure, int]]:
    """Return figures with those unscaled that a column in thousands prints with decimals among whole numbers.

    "1,03" between amounts in 1000 € is a ratio: it is left without a unit.
    """
    whole = Counter(figure.column for figure, scale in figures if scale == _THOUSANDS and not _has_decimals(figure))
    broken = Counter(figure.column for figure, scale in figures if scale == _THOUSANDS and _has_decimals(figure))
    odd = {column for column, count in broken.items() if whole[column] >= count * 4}
    return [
        (replace(figure, value=figure.value / scale, unit=None), 1)
        if scale == _THOUSANDS and figure.column in odd and _has_decimals(figure) and figure.value is not None
        else (figure, scale)
        for figure, scale in figures
    ]


def _has_decimals(figure: Figure) -> bool:
    return re.search(r"\d,\d{1,2}$", figure.text) is not None


def _numbers(place: _Place, cell: GridCell, column: int, row: BodyRow) -> tuple[CellNumber, ...]:
    kind = kind_of(cell.text, commas=place.commas)
    if kind not in ("number", "year"):
        return ()
    if kind == "year" and any(map(heads_time, (*place.headers.paths[column], *row.path[-1:]))):
        return ()
    numbers = numbers_of(cell.text, commas=place.commas)
    if not is_bracketed_percent(cell.text):
        return numbers
    reading = place.brackets.reading(row.index, column, " ".join(row.path[-1:]))
    if reading == "fall":
        return tuple(replace(number, value=-number.value, text=cell.text.strip()) for number in numbers)
    return numbers if reading == "share" else ()


def _figure(place: _Place, cell: GridCell, number: CellNumber, row: BodyRow, at: _At) -> tuple[Figure, int]:
    path = at.path
    unit, scale = _unit(place, number, row, at)
    value = number.value if number.unit is not None or number.scale != 1 else scaled(number.value, scale)
    figure = Figure(
        id=f"{place.table_id}.r{at.row}c{at.column}",
        document_id=place.document.id,
        table_id=place.table_id,
        value=value,
        unit=unit,
        text=number.text,
        approximate=number.approximate,
        row_path=row.path,
        column_path=path,
        period=number.period or row.period,
        placement="stated",
        placement_reason="cell of the table's grid",
        value_span=span_in(place.document, cell, number.text),
        row_spans=row.spans,
        column_spans=place.headers.spans[at.place],
        context_spans=place.context,
        row=at.row,
        column=at.column,
    )
    return figure, number.scale if number.scale != 1 else scale


def _note(document: Document, sheet: Sheet, span: Span) -> UnitNote | None:
    """Return the note that stands right below or above a sheet and says what its numbers count in."""
    last = sheet.pages[-1]
    ends = [cell.span.end for row in sheet.rows for cell in row if cell and cell.span and cell.span.page == last]
    if not ends:
        return None
    return unit_note(document.pages[span.page - 1], span.start, document.pages[last - 1], max(ends))


def _counting(headers: Headers) -> frozenset[int]:
    """Return the columns of the grid that count people or things."""
    paths = [headers.paths[column] for column in headers.data]
    states = [any(map(stated, path)) for path in paths]
    return frozenset(headers.data[number] for number in counting_columns(paths, states))


def _unit(place: _Place, number: CellNumber, row: BodyRow, at: _At) -> UnitScale:
    if number.unit is not None:
        return number.unit, number.scale
    # Figures side by side without headers may be of any kind; what the title says need not hold for each of them.
    headless = len(place.headers.paths) > 1 and not any(place.headers.paths.values())
    labels = (*row.path, row.unit) if row.unit else row.path
    around = () if headless else place.around
    unit, scale = unit_for(at.path, labels, around, counting=at.place in place.counting)
    if unit is None and place.percents and not counts_heads((), row.path):
        unit = "%"
    if row.unit and unit not in ("%", "%-yks.") and stated(row.unit) is None:
        return row.unit, number.scale
    return (unit, number.scale) if number.scale != 1 else (unit, scale)
