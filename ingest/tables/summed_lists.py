"""Lists of names and bare numbers whose sum the text above states in euros, or a total below them, which confirms them.

A name and its number stand on one line, be it without a blank between them, or on two. Knows nothing of columns.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.cells import label_of
from ingest.tables.context import headings_above
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.lists import GIVEN, LONGEST_COLUMN
from ingest.tables.measures import measure_of
from ingest.tables.numbers import Number, numbers_in
from ingest.tables.periods import period_of

_PAIR: Final = re.compile(r"(?P<name>.*[^\W\d_].*?[^\s\d])\s*(?P<number>\d{1,3}(?: \d{3})*|\d+)")
_BARE: Final = re.compile(r"\d{1,3}(?: \d{3})*|\d+")
_LONGEST: Final = 120
_FEWEST: Final = 3
_ABOVE: Final = 1500
_SHORT: Final = re.compile(r".*\b(?:r\.?[yfs]|oy|ab|inc|ltd)\.", re.IGNORECASE)
_OTHER_NUMBER: Final = re.compile(r"\d\d|[\d,.%€]\Z")  # of a name: the row of a table of several columns
_LONGEST_LEAD: Final = 300
_MARKS: Final = "•▪●◦*·-–— "
_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class _Item:
    """A name and its number: where both stand on the page."""

    name: tuple[int, int]
    number: tuple[int, int]


def summed_lists(document: Document) -> tuple[Table, ...]:
    """Return the tables of such lists in the running text of `document`, in order, every figure reconciled."""
    found: list[Table] = []
    for page in document.pages:
        for items in _runs(page.text):
            table = _table(document, page, items, len(found) + 1)
            if table is not None:
                found.append(table)
    return tuple(found)


def _runs(text: str) -> Iterator[list[_Item]]:
    """Yield runs of items that nothing but blank lines part."""
    run: list[_Item] = []
    name: tuple[int, int] | None = None
    for match in re.finditer(r"[^\n]*\S", text):
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        line = text[start : match.end()]
        pair = _PAIR.fullmatch(line)
        if pair is not None and len(line) <= _LONGEST:
            if name is not None:  # a heading
                yield run
                run, name = [], None
            run.append(_Item((start, start + pair.end("name")), (start + pair.start("number"), match.end())))
        elif name is not None and _BARE.fullmatch(line):
            run.append(_Item(name, (start, match.end())))
            name = None
        else:
            if name is not None or not _may_name(line):
                yield run
                run = []
            name = (start, match.end()) if _may_name(line) else None
    yield run


def _may_name(line: str) -> bool:
    ends = line.endswith((".", ":")) and _SHORT.fullmatch(line) is None
    return len(line) <= _LONGEST and not ends and re.search(r"[^\W\d_]{2}", line) is not None


def _value(text: str, item: _Item) -> Decimal:
    return Decimal(re.sub(r"\s", "", text[slice(*item.number)]))


def _table(document: Document, page: Page, items: Sequence[_Item], number: int) -> Table | None:
    text = page.text
    last = items[-1] if items and is_total(text[slice(*items[-1].name)]) else None
    parts = items if last is None else items[:-1]
    whole = sum((_value(text, item) for item in parts), Decimal(0))
    if len(parts) < _FEWEST or not whole:
        return None
    alone = not any(_OTHER_NUMBER.search(text[slice(*item.name)]) for item in items)
    said = _below(text, parts, last) if alone and last is not None and _value(text, last) == whole else None
    if said is None and (last is None or is_bare_total(text[slice(*last.name)])):
        said, last = _above(text, items, whole), None
    if said is None:
        return None
    context = tuple(Span(page.number, *place) for place in said.places)
    headings = headings_above(document, Span(page.number, items[0].name[0], items[-1].number[1]))
    table_id = f"{document.id}#summed{number}"
    rows = parts if last is None else [*parts, last]
    figures = tuple(
        Figure(
            id=f"{table_id}.r{row}c0",
            document_id=document.id,
            table_id=table_id,
            value=_value(text, item),
            unit=said.unit,
            text=text[slice(*item.number)],
            row_path=(label_of(text[slice(*item.name)].lstrip(_MARKS)),),
            column_path=said.column,
            measure=said.measure,
            period=said.period,
            placement="stated",
            placement_reason="the only number beside a name",
            check="reconciled",
            check_reason="the items sum to it" if item is last else said.reason,
            value_span=Span(page.number, *item.number),
            row_spans=(Span(page.number, *item.name),),
            context_spans=context,
            row_role="total" if item is last else "plain",
            row=row,
            column=0,
        )
        for row, item in enumerate(rows)
    )
    return Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, items[0].name[0], items[-1].number[1]),
        title=headings[0][0] if headings else "".join(said.column),
        unit=said.unit,
        scale=1,
        row_labels=tuple(figure.row_path for figure in figures),
        column_labels=(said.column,),
        figures=figures,
        origin="flat",
        above=() if said.column else said.above,
    )


@dataclass(frozen=True, slots=True)
class _Said:
    """What heads the numbers, where that stands, what they count in, and why they are known to be right.

    A long lead heads no column but stands `above`; then its `measure` and `period` are given, too.
    """

    column: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    unit: str | None
    reason: str
    above: tuple[str, ...] = ()
    measure: str | None = None
    period: str | None = None


def _above(text: str, items: Sequence[_Item], whole: Decimal) -> _Said | None:
    """Return what the sentence says that states the items' sum in euros above them, None without one."""
    begin = max(0, items[0].name[0] - _ABOVE)
    above = text[begin : items[0].name[0]]
    stated = [each for each in numbers_in(above) if each.unit == "EUR" and each.value == whole]
    if not stated:
        return None
    start, end = _sentence(above, stated[-1])
    column = label_of(above[start:end]).rstrip(" .:")
    reason = f"one of the items that sum to the {stated[-1].text} stated above them"
    return _Said((column,), ((begin + start, begin + end),), "EUR", reason)


def _below(text: str, items: Sequence[_Item], total: _Item) -> _Said:
    """Return what the line before items says whose total stands below them; money where it speaks of that in euros."""
    begin = max(0, items[0].name[0] - _ABOVE)
    above = text[begin : items[0].name[0]].rstrip()
    start = above.rfind("\n") + 1
    lead = above[start:].strip() if len(above) - start <= _LONGEST_LEAD else ""
    named = measure_of([text[slice(*total.name)], lead]) is not None
    euros = named and any(each.unit == "EUR" for each in numbers_in(above))
    head = label_of(lead).rstrip(" .:")
    measure = measure_of([head])
    if measure in (None, "budgeted") and GIVEN.search(head) is not None:
        measure = "funding"
    column = (head,) if head and len(head) <= LONGEST_COLUMN else ()
    places = ((begin + start, begin + len(above)),) if lead else ()
    reason = "one of the items that sum to the total below them"
    return _Said(column, places, "EUR" if euros else None, reason, (head,) if head else (), measure, period_of([head]))


def _sentence(above: str, number: Number) -> tuple[int, int]:
    """Return where the sentence of a number begins and ends."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(above)), len(above)]
    start = max(end for end in ends if end <= number.start)
    end = min(end for end in ends if end > number.start)
    plain = above[start:end].rstrip()
    return start, start + len(plain)
