"""Sums of money in lists: a lead that says what they are, then items that each name one amount.

"Avustus myönnetään vuonna 2021 seuraavasti:" over "• Satamat 120 000 euroa", "— 15 000 euroa Kotiseutuyhdistykselle" or
"* Kulkue (30 000e)". Every list becomes a table of one column that the lead heads; a total that the text above states
confirms the items that sum to it. Knows nothing of running text or of columns.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.context import headings_above
from ingest.tables.labels import is_bare_total
from ingest.tables.list_items import Form, Item, Piece, bare_item, is_marked, item_of, pieces_of, several_of
from ingest.tables.measures import measure_of
from ingest.tables.nesting import is_part, with_parts
from ingest.tables.numbers import Number, numbers_in
from ingest.tables.paired_lines import paired
from ingest.tables.periods import period_of, periods_in
from ingest.tables.stated_totals import ABOVE, is_sum, total_said

_FEWEST: Final = 3
_FEWEST_LED: Final = 2  # items under a lead that ends in a colon: with markers, or where it says that they follow
_LONGEST_HEADING: Final = 160
LONGEST_COLUMN: Final = 110
_LONGEST_LINE: Final = 45  # a longer line was broken by the margin and goes on
_FEW_WORDS: Final = 3
_POINTS: Final = re.compile(
    r"seuraav|alla\b|alla oleva|oheis|ohessa|näin\b|nedan|följande|enligt|below|follow|as listed", re.IGNORECASE
)
_TOTAL_WORD: Final = re.compile(r"\b(?:yhteensä|kaikkiaan|sammanlagt|totalt|in total|a total|total)\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ])|\n\s*\n")
GIVEN: Final = re.compile(
    r"\b(?:jae(?:taan|ttiin|ttu)|\w*(?:jako|jaon|jaossa)\b|fördela|delas|delades|allocat|distribut)|\banslag\w* per\b",
    re.IGNORECASE,
)
"""Words of a lead that say that sums are given to those named."""
_THIS_YEAR: Final = re.compile(
    r"\b(?:kuluvan vuoden|kuluvana vuonna|tämän vuoden|tänä vuonna|årets|i år|innevarande år|this year(?:['’]s)?)\b",
    re.IGNORECASE,
)
_OWN_PERIOD: Final = re.compile(
    r"(?:vuosi|vuonna|vuosina|vuosille|vuodelle|vuodeksi|v\.|åren?|in|year)?\s*(?:19|20)\d\d(?:\s?[–-]\s?(?:(?:19|20)\d\d|\d\d))?",
    re.IGNORECASE,
)
_AMOUNT_BEHIND: Final = re.compile(r"(?:\s*\(|,\s+|\s+[–-]\s)\s*(?:yhteensä |totalt |total )?\d[^()]*\)?\s*\Z")
_UNITS: Final = re.compile(r"milj\w*|mrd|euro\w*|eur\b|tuhatta", re.IGNORECASE)
_WEAK: Final = frozenset({None, "funding", "impact", "revenue", "expense"})


@dataclass(frozen=True, slots=True)
class _Lead:
    """What stands over a list and says what its sums are."""

    text: str
    start: int
    end: int
    colon: bool


def list_tables(document: Document) -> tuple[Table, ...]:
    """Return the tables of the lists of money in the running text of `document`, in order."""
    found: list[Table] = []
    for page in document.pages:
        for items, opener in _runs(page.text):
            table = _table(document, page, (items, opener), len(found) + 1)
            if table is not None:
                found.append(table)
    return tuple(found)


def _runs(text: str) -> list[tuple[list[Item], Piece]]:
    """Return runs of items of one form and marker that nothing but one blank line parts, and what opens their list.

    That is the first item with their marker. Lists with amounts that could not be read are left out: what is the most
    of a list, or all of it, a part does not tell.
    """
    found: list[tuple[list[Item], Piece]] = []
    spoiled: set[Piece] = set()
    run: list[Item] = []
    opener: Piece | None = None
    euros = False
    for piece in paired(text, pieces_of(text)):
        item = item_of(text, piece, euros=euros)
        item = item or (bare_item(text, piece) or several_of(text, piece, run[-1]) if run else None)
        euros = euros or item is not None
        if opener is None or not piece.mark or not _beside(opener, piece):
            opener = run[0].piece if run and item is not None and _alike(run, item) else piece
        if item is None or not run or not _alike(run, item):
            run = []
        if item is not None:
            run.append(item)
            if len(run) == 1:
                found.append((run, opener))
        elif any(number.unit is not None for number in numbers_in(text[piece.start : piece.end])):
            spoiled.add(opener)
    return [(items, opened) for items, opened in found if opened not in spoiled]


def _beside(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces are marked and set in alike, the second one no farther below than a blank line."""
    return one.mark == other.mark and other.gap <= 1 and abs(one.inset - other.inset) <= 1


def _alike(run: Sequence[Item], item: Item) -> bool:
    """Tell whether an item goes on with a list: of the same form, marked alike and as far below as those before."""
    one, other = run[-1].piece, item.piece
    if run[-1].form is not item.form:
        return False
    if run[0].piece.mark and not (one.mark and other.mark):
        # Text lost a marker: what stands right below the others is an item, too.
        return not other.gap and other.mark in ("", run[0].piece.mark)
    if not _beside(one, other):
        return False
    return bool(one.mark) or (run[-1].sentence == item.sentence and (len(run) == 1 or one.gap == other.gap))


def _table(document: Document, page: Page, listed: tuple[Sequence[Item], Piece], number: int) -> Table | None:
    items, opener = listed
    if len(items) < _FEWEST_LED:
        return None
    lead = _lead(page, opener) or _summing(page, items)
    marked = bool(items[0].piece.mark)
    led = lead is not None and lead.colon and (marked or _POINTS.search(lead.text) is not None)
    if sum(item.value is not None for item in items) < (_FEWEST_LED if led else _FEWEST):
        return None
    if not marked and (items[0].form is Form.AHEAD or any(item.sentence for item in items) or _ends_in_sum(page, lead)):
        return None
    headings = headings_above(document, Span(page.number, items[0].start, items[0].end))
    heading = headings[0][0].rstrip(": ") if headings else ""
    over = bool(headings) and not page.text[headings[0][1].end : opener.begin].strip()
    title = heading or (lead.text if lead else "")
    column = (lead.text,) if lead is not None else (heading,) if over else ()
    alike = len({item.label for item in items}) < len(items)  # "Vaihe 2 500 €", "Vaihe 3 600 €"
    several = not marked and len(set(periods_in(column[0]) if column else ())) > 1  # "2030 2031" head two columns
    if not column or alike or several or _is_mixed(column[0], items):
        return None
    context = (
        (Span(page.number, lead.start, lead.end),) if lead is not None else tuple(span for _, span in headings[:1])
    )
    table_id = f"{document.id}#list{number}"
    figures = tuple(_figure(document, page, item, (table_id, row, column), context) for row, item in enumerate(items))
    figures = (*figures, *_torn(page, items, figures[-1]))
    above = page.text[max(0, items[0].piece.begin - ABOVE) : items[0].piece.begin]
    year = _this_year(above) if period_of((*column, title)) is None else None
    given = measure_of(column) in (None, "budgeted") and GIVEN.search(" ".join((*column, title))) is not None
    figures = tuple(
        replace(figure, period=figure.period or year, measure="funding" if given else None) for figure in figures
    )
    table = Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, items[0].start, items[-1].end),
        title=title,
        unit="EUR",
        scale=1,
        row_labels=tuple(figure.row_path for figure in figures),
        column_labels=(column,),
        figures=figures,
        origin="listed",
    )
    torn = any(figure.value is None for figure in figures)
    read = reconcile(with_parts(table)) if torn else _confirmed(page, reconcile(with_parts(table)), items, lead)
    return read if len(" ".join(column)) <= LONGEST_COLUMN or title in column else _without_column(read)


def _without_column(table: Table) -> Table:
    """Return `table` with what a long lead says of its figures, and the lead over it instead of over its column."""
    figures = tuple(
        replace(
            figure,
            column_path=(),
            measure=figure.measure or measure_of(figure.column_path),
            period=figure.period or period_of(figure.column_path),
        )
        for figure in table.figures
    )
    above = (*table.column_labels[0], *table.above)
    return replace(table, figures=figures, column_labels=((),), above=above)


def _torn(page: Page, items: Sequence[Item], last: Figure) -> tuple[Figure, ...]:
    """Return the figure without a value of one more item that the page's text breaks off in; none where it does not."""
    rest = pieces_of(page.text[items[-1].end :])
    digit = None
    if len(rest) == 1 and rest[0].mark and rest[0].mark == items[-1].piece.mark:
        start, end = (items[-1].end + place for place in (rest[0].start, rest[0].end))
        digit = re.search(r"\d", page.text[start:end])
    if digit is None or not digit.start():
        return ()
    name, amount = (start, start + digit.start()), (start + digit.start(), end)
    label = page.text[slice(*name)].strip(" :–-")
    figure = replace(
        last, id=f"{last.table_id}.r{last.row + 1}c0", value=None, text=page.text[slice(*amount)], row_path=(label,),
        placement="undecided", placement_reason="the text breaks off", value_span=Span(page.number, *amount),
        row_spans=(Span(page.number, *name),), row=last.row + 1,
    )  # fmt: skip
    return (figure,)


def _this_year(above: str) -> str | None:
    """Return the year that "this year" is by the one date above a list; None where nothing speaks of this year."""
    if _THIS_YEAR.search(above) is None:
        return None
    years = {year for period in periods_in(above) for year in re.findall(r"(?:19|20)\d\d", period)}
    return years.pop() if len(years) == 1 else None


def _ends_in_sum(page: Page, lead: _Lead | None) -> bool:
    """Tell whether a line over items ends as they do: one of them that could not be read."""
    text = page.text[lead.start : lead.end] if lead is not None and not lead.colon else ""
    return not text.rstrip().endswith(")") and any(
        number.unit == "EUR" and not re.search(r"[^\W\d_]{2}", _UNITS.sub("", text[number.end :]))
        for number in numbers_in(text)
    )


def _is_mixed(lead: str, items: Sequence[Item]) -> bool:
    """Tell whether items of a list under a lead of one measure name another: a project's costs, grant and own share."""
    stated = measure_of((lead,))
    named = {measure_of((item.label,)) for item in items if len(item.label.split()) <= _FEW_WORDS}
    return stated not in _WEAK and bool(named - _WEAK - {stated})


def _figure(
    document: Document, page: Page, item: Item, place: tuple[str, int, tuple[str, ...]], context: tuple[Span, ...]
) -> Figure:
    table_id, row, column = place
    own = _OWN_PERIOD.fullmatch(item.label)
    return Figure(
        id=f"{table_id}.r{row}c0",
        document_id=document.id,
        table_id=table_id,
        value=item.value,
        unit="EUR",
        text=item.text,
        approximate=item.approximate,
        row_path=(item.label,),
        column_path=column,
        period=period_of((item.label,)) if own else None,
        placement="undecided" if item.value is None else "stated",
        placement_reason="one of several amounts" if item.value is None else "the only amount of a list's item",
        value_span=Span(page.number, *item.amount),
        row_spans=(Span(page.number, *item.name),),
        context_spans=context,
        row=row,
        column=0,
    )


def _lead(page: Page, first: Piece) -> _Lead | None:
    """Return the last sentence or the heading right before the first item, None where nothing heads the list."""
    text = page.text
    end = len(text[: first.begin].rstrip())
    start = text.rfind("\n", 0, end) + 1
    while start > 0:
        before = text.rfind("\n", 0, start - 1) + 1
        line = text[before : start - 1].rstrip()
        goes_on = text[start : start + 1].islower() or (len(line) > _LONGEST_LINE and line[-1] not in ".:!?")
        if not line.strip() or not goes_on:
            break
        start = before
    for match in _SENTENCE.finditer(text, start, end):
        start = match.end()
    start += len(text[start:end]) - len(text[start:end].lstrip())
    said = " ".join(text[start:end].split())
    colon = said.endswith(":")
    heads = colon or (len(said) <= _LONGEST_HEADING and not said.endswith((".", ",", ";"))) or _POINTS.search(said)
    if not said or not heads or is_marked(said) or not re.search(r"\w", said):
        return None
    plain = said.rstrip(":. ")
    return _Lead(_AMOUNT_BEHIND.sub("", plain) or plain, start, end, colon)


def _summing(page: Page, items: Sequence[Item]) -> _Lead | None:
    """Return the sentence above a list that states what its items sum to, None without one."""
    whole = _sum(item for item in items if not is_bare_total(item.label))
    begin = max(0, items[0].piece.begin - ABOVE)
    above = page.text[begin : items[0].piece.begin]
    for number in reversed(numbers_in(above)):
        if number.unit == "EUR" and is_sum(number, whole) and (said := total_said(above, number)) is not None:
            start = begin + above.rindex(said.split()[0], 0, number.start + 1)
            return _Lead(said.rstrip(":. "), start, begin + number.end, colon=True)
    return None


def _sum(items: Iterable[Item]) -> Decimal:
    return sum((item.value for item in items if item.value is not None), Decimal(0))


def _confirmed(page: Page, table: Table, items: Sequence[Item], lead: _Lead | None) -> Table:
    """Return `table` with its items reconciled where they sum to a total that the text above them states."""
    whole = _sum(item for item in items if not is_bare_total(item.label) and not is_part(item.label))
    begin = max(0, items[0].piece.begin - ABOVE)
    above = page.text[begin : items[0].piece.begin]
    sums = [number for number in numbers_in(above) if number.unit == "EUR" and is_sum(number, whole)]
    for stated in reversed(sums):
        at = begin + stated.start
        said = "" if lead is not None and lead.start <= at < lead.end else total_said(above, stated)
        if said is not None:
            span = Span(page.number, at, begin + stated.end)
            figures = tuple(_part_of(figure, stated, span, said) for figure in table.figures)
            over = (said,) if said else ()
            return _with_total(replace(table, figures=figures, above=over), page, stated, span)
    return table


def _with_total(table: Table, page: Page, stated: Number, span: Span) -> Table:
    """Return `table` with a row of the total stated above it, called by the word before it that calls it so."""
    if any(figure.row_role == "total" for figure in table.figures):
        return table
    before = page.text[max(0, span.start - _LONGEST_HEADING) : span.start]
    words = [match for match in _TOTAL_WORD.finditer(before) if not re.search(r"\d|[.!?:]\s", before[match.end() :])]
    if not words:
        return table
    start = span.start - len(before) + words[-1].start()
    last = table.figures[-1]
    total = replace(
        last, id=f"{table.id}.r{last.row + 1}c0", value=stated.value, text=stated.text, row_path=(words[-1].group(),),
        approximate=stated.approximate, value_span=span, row_role="total", row=last.row + 1, row_parent=None,
        row_spans=(Span(page.number, start, start + len(words[-1].group())),), placement_reason="stated above the list",
        check_reason="the items sum to it",
    )  # fmt: skip
    return replace(table, figures=(*table.figures, total), row_labels=(*table.row_labels, total.row_path))


def _part_of(figure: Figure, stated: Number, span: Span, said: str) -> Figure:
    """Return an item's figure as a part of the stated total, which is what the items are if the lead does not say."""
    if figure.check != "unchecked" or is_part(figure.row_path[-1]):
        return figure
    said_of = tuple(text for text in (*reversed(figure.column_path), said) if text)
    return replace(
        figure,
        check="reconciled",
        check_reason=f"one of the items that sum to the {stated.text} stated above them",
        context_spans=(*figure.context_spans, span),
        measure=figure.measure or measure_of(said_of),
        period=figure.period or period_of(said_of),
    )
