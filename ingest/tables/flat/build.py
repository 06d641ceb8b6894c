"""Makes the table of rows whose cells are placed: figures with their units, labels and spans. Decides nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.cells import label_of
from ingest.tables.corner_words import names_labels
from ingest.tables.counted import counting_columns, counts_heads
from ingest.tables.flat.header import Header, Part
from ingest.tables.flat.lines import Line
from ingest.tables.flat.outline import NO_OUTLINE, Outline
from ingest.tables.flat.places import Place, Places
from ingest.tables.flat.rows import Row, Run
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.measures import HEADED, measure_of
from ingest.tables.numbers import scaled
from ingest.tables.splits import Printed, Token
from ingest.tables.table_units import is_money, stated, stated_for_all
from ingest.tables.unit_notes import UnitNote, unit_note
from ingest.tables.units import Unit, stated_unit

_WHOLE = 100  # percent
_FEW = 5  # rows, of which one may be a ratio
_CELL = re.compile(r"\d,\d|\d [\d ]*\d{3}(?!\d)")
_RATES = frozenset({"share", "change", "deviation"})
_DATE = re.compile(
    r"\d{1,2}\. ?\d{1,2}\. ?(?:19|20)\d\d"
    r"|(?:\d{1,2}/|(?:\d{1,2}\. )?[^\W\d_]+kuu(?:ta|ssa)? |\d{1,2}\.? [^\W\d_]+ )(?:19|20)\d\d"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """A flat table as understood: its lines, rows, headers, and what stands in each cell."""

    run: Run
    rows: tuple[Row, ...]
    header: Header
    places: Places
    outline: Outline = NO_OUTLINE

    @property
    def start(self) -> int:
        """Where the headers begin on the page."""
        header = self.header
        starts = [part.start for part in (header.corner, *header.over[:1], *header.columns[:1]) if part is not None]
        return min(starts)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column to print: its header, the placed column that it shows, and whether it shows the shares in brackets.

    `unit` is that of a line below the headers.
    """

    part: Part
    source: int
    is_share: bool
    over: Part | None = None
    unit: Unit | None = None

    @property
    def parts(self) -> tuple[Part, ...]:
        """The headers of the column, the outer one first."""
        return (self.part,) if self.over is None else (self.over, self.part)

    @property
    def states(self) -> Unit | None:
        """The unit that the column states itself, or what stands over it where it shows no rate or change."""
        own = self.unit or _unit(self.part.text)
        if own is not None or self.over is None or measure_of((self.part.text,)) in _RATES:
            return own
        return _unit(self.over.text)

    @property
    def path(self) -> tuple[str, ...]:
        """The words of its headers without footnote marks."""
        return tuple(label_of(part.text) for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Cell:
    """What a figure takes from its cell."""

    value: Decimal | None
    unit: str | None
    text: str
    approximate: bool
    start: int
    end: int


def build(document: Document, page: Page, layout: Layout) -> Table:
    """Return the table of `layout`, not yet reconciled."""
    table_id = f"{document.id}#t{page.number}-{layout.start}"
    title, lines = _title(layout)
    spans = tuple(Span(page.number, part[0].start, part[-1].end) for part in lines)
    note = unit_note(page, layout.start, page, max(row.tokens[-1].end for row in layout.rows))
    common = _common_unit(layout, title, note)
    if note is not None and common is not None and note.unit == (common.name, common.scale):
        spans = tuple(dict.fromkeys((*spans, note.span)))
    columns = _columns(layout)
    counting = counting_columns([column.path for column in columns], [column.states is not None for column in columns])
    ratios = _ratios(layout) if common is not None and common.scale > 1 else frozenset()
    paths = tuple(_path(layout, row) for row in range(len(layout.rows)))
    figures: list[Figure] = []
    for row, (label, cells) in enumerate(zip(layout.rows, layout.places.cells, strict=True)):
        own = None if is_total(label.label) else _unit(label.label)
        for column, shown in enumerate(columns):
            place = cells[shown.source]
            alone = None if row in ratios else common
            unit = _unit_of(own, shown, alone, heads=column in counting or counts_heads((), (label.label,)))
            cell = _share_cell(place) if shown.is_share else _cell(page, label, place, unit)
            if cell is None:
                continue
            figures.append(
                Figure(
                    id=f"{table_id}/{row}/{column}",
                    document_id=document.id,
                    table_id=table_id,
                    value=cell.value,
                    unit=cell.unit,
                    text=cell.text,
                    approximate=cell.approximate,
                    row_path=paths[row],
                    column_path=shown.path,
                    placement=place.placement,
                    placement_reason=place.reason,
                    value_span=Span(page.number, cell.start, cell.end),
                    row_spans=tuple(Span(page.number, *place) for place in _places(layout, row)),
                    column_spans=tuple(Span(page.number, part.start, part.end) for part in shown.parts),
                    context_spans=spans,
                    row=row,
                    column=column,
                    row_parent=layout.outline.parents.get(row),
                )
            )
    units = {figure.unit for figure in figures if figure.value is not None and figure.unit != "%"}
    fallback = common.name if common else None
    return Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, layout.start, max(row.tokens[-1].end for row in layout.rows)),
        title=title,
        unit=units.pop() if len(units) == 1 else fallback,
        scale=common.scale if common else 1,
        row_labels=paths,
        column_labels=tuple(column.path for column in columns),
        figures=tuple(figures),
        origin="flat",
    )


def _unit_of(own: Unit | None, column: _Column, common: Unit | None, *, heads: bool) -> Unit | None:
    """Return the unit of a cell: percent of its column, else its row's, its column's or the table's.

    `own` is the row's unit, `common` the table's. `heads` says that the cell counts people or things: the table's money
    is not theirs.
    """
    if column.states is not None and column.states.name in ("%", "%-yks."):
        return column.states
    unit = own or column.states
    return None if unit is None and heads and common is not None and is_money(common.name) else unit or common


def _ratios(layout: Layout) -> frozenset[int]:
    """Return the few rows that print decimals among whole thousands: ratios, in which the table's unit has no part."""
    # What may stand in an open cell was printed in the row, too.
    printed = [
        [each for cell in row for each in (cell.printed, *cell.candidates) if each and each.value]
        for row in layout.places.cells
    ]
    broken = [bool(row) and all(map(_prints_decimals, row)) for row in printed]
    rows = frozenset(number for number, each in enumerate(broken) if each)
    return rows if len(rows) * _FEW <= len(printed) else frozenset()


def _prints_decimals(printed: Printed) -> bool:
    exponent = printed.value.as_tuple().exponent if printed.value is not None else 0
    return isinstance(exponent, int) and exponent < 0


def _path(layout: Layout, row: int) -> tuple[str, ...]:
    """Return the labels of a row, that of its group first."""
    group = layout.outline.groups.get(row)
    own = label_of(layout.rows[row].label)
    return (own,) if group is None else (label_of(group.text), own)


def _places(layout: Layout, row: int) -> list[tuple[int, int]]:
    """Return where the labels of a row stand."""
    group = layout.outline.groups.get(row)
    own = (layout.rows[row].start, layout.rows[row].end)
    return [own] if group is None else [(group.start, group.end), own]


def _unit(text: str) -> Unit | None:
    """Return the unit that a header or label states, be it money, percent or a noun that is counted."""
    said = stated(text)
    return None if said is None or said[0] is None else Unit(said[0], said[1], 0, 0)


def _common_unit(layout: Layout, title: str, note: UnitNote | None) -> Unit | None:
    """Return the unit of all cells: that of corner, title or a note, of all columns, or of a total over the others."""
    above = [line.text for line in reversed(layout.run.above) if line.end <= layout.start and not line.is_remark]
    corner = [layout.header.corner.text] if layout.header.corner else []
    caption = [layout.run.caption.text] if layout.run.caption else []
    for text in (*corner, title, *above, *caption):
        unit = stated_unit(text)
        if unit is not None and (unit.name != "%" or not _beyond_percent(layout)):
            return unit
        said = stated_for_all(text) if unit is None else None
        if said is not None:
            return Unit(said[0], said[1], 0, 0)
    if note is not None:
        return Unit(note.unit[0], note.unit[1], 0, 0)
    if layout.header.units:
        return None
    by_column = [stated_unit(part.text) for part in layout.header.columns]
    if all(by_column):
        return by_column[0]
    flows = [measure_of((part.text,)) for part in layout.header.columns]
    if by_column[-1] is not None and not any(by_column[:-1]) and all(flow in HEADED for flow in flows):
        return by_column[-1]  # behind the last of several measures of one sum: "Applied Granted Paid (€)"
    totals = [part.text for part in layout.header.columns if is_bare_total(part.text)]
    totals += [row.label for row in layout.rows if is_bare_total(row.label)]
    return next((unit for unit in map(stated_unit, totals) if unit is not None), None)


def _beyond_percent(layout: Layout) -> bool:
    """Tell whether the cells hold numbers that percentages of a whole do not reach."""
    printed = [place.printed for row in layout.places.cells for place in row if place.printed is not None]
    return any(number.value is not None and abs(number.value) > _WHOLE for number in printed)


def _columns(layout: Layout) -> list[_Column]:
    """Return the columns as printed, with a column of its own for percentages in brackets behind the numbers."""
    columns: list[_Column] = []
    for column, part in enumerate(layout.header.columns):
        over = layout.header.over[column] if layout.header.over else None
        below = layout.header.units[column] if layout.header.units else None
        unit = None if below is None else Unit(below.name, below.scale, below.start, below.end)
        columns.append(_Column(part, column, is_share=False, over=over, unit=unit))
        if any(_share(row[column]) is not None for row in layout.places.cells) and not _may_be_falls(layout, column):
            columns.append(_Column(part, column, is_share=True, over=over))
    return columns


def _may_be_falls(layout: Layout, column: int) -> bool:
    """Tell whether percentages in brackets may be falls of a column behind: blank in their rows, percent in others."""
    cells = layout.places.cells
    blank = {
        other
        for row in cells
        if _share(row[column]) is not None
        for other in range(column + 1, len(row))
        if (printed := row[other].printed) is None or printed.value is None
    }
    return any((printed := row[other].printed) is not None and printed.unit == "%" for other in blank for row in cells)


def _share(place: Place) -> Token | None:
    return place.printed.share if place.printed is not None else None


def _title(layout: Layout) -> tuple[str, list[Sequence[Line | Part]]]:
    """Return the lines above the header and those behind the rows, which on slides hold the title.

    A date on a line of its own is the document's, and what stands above it is the document's title.
    """
    run = layout.run
    above: Sequence[Line | Part] = [line for line in run.above if line.end <= layout.start and not line.is_remark]
    dated = max((index for index, line in enumerate(above) if _DATE.fullmatch(line.text)), default=-1)
    above = above[dated + 1 :] or above
    after: Sequence[Line | Part] = [line for line in run.after if not line.is_remark]
    if any(_CELL.search(line.text) for line in after):
        after = ()  # rows that could not be read
    short = len(above) == 1 and len(above[0].text.split()) <= 2 and stated_unit(above[0].text) is None
    if short and after and layout.header.corner is None:
        above = ()  # the header of the row labels
    if not above and run.caption is not None and run.caption.end <= layout.start:
        above, after = [run.caption], []
    corner = layout.header.corner
    if not above and corner is not None and not names_labels(corner.text) and stated_unit(corner.text) is None:
        above, after = [corner], []  # "Tuloslaskelma 2023 2022"
    lines = [part for part in (above, after) if part]
    return " – ".join(" ".join(line.text for line in part) for part in lines), lines


def _share_cell(place: Place) -> _Cell | None:
    share = _share(place)
    if share is None:
        return None
    value = Decimal(share.text.replace("−", "-").replace("–", "-").replace(",", "."))
    return _Cell(value, "%", share.text, approximate=False, start=share.start, end=share.end)


def _cell(page: Page, row: Row, place: Place, unit: Unit | None) -> _Cell:
    printed = place.printed
    name = unit.name if unit else None
    if printed is None or printed.value is None:
        # The whole row is quoted for a cell that stays open.
        text = " / ".join(dict.fromkeys(option.text for option in place.candidates))
        return _Cell(None, name, text, approximate=False, start=row.tokens[0].start, end=row.tokens[-1].end)
    has_own = printed.unit is not None or printed.scale != 1
    scale = printed.scale if has_own or unit is None else unit.scale
    return _Cell(
        value=scaled(printed.value, scale),
        unit=printed.unit or name,
        text=page.text[printed.start : printed.end],
        approximate=printed.approximate,
        start=printed.start,
        end=printed.end,
    )
