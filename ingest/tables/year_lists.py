"""One appropriation over the years, a line each: "2023 talousarvio 27 381 000", "2021 tilinpäätös 24 548 984".

State budgets close each appropriation's page with such lines. The line above that is numbered names what they are for;
their unit is that of the sentence that states one of the amounts. Knows no tables of several columns.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ingest.document import Document, Page, Span
from ingest.table import Figure, Table
from ingest.tables.cells import label_of
from ingest.tables.context import headings_above
from ingest.tables.numbers import Number, numbers_in, parse_number

_LINE: Final = re.compile(
    r"[ \t]*(?P<label>(?:19|20)\d\d [^\d\n|]*[^\W\d_][^\d\n|]*?)[ \t]*(?:\|[ \t]*)?"
    r"(?:(?<=[ \t])(?P<amount>[-−–]?\d{1,3}(?:[ \u00a0]\d{3})+|[-−–]?\d{1,3})|[-–—])?[ \t]*\|?[ \t]*"
)
_NUMBERED: Final = re.compile(
    r"^[ \t]*(?:\d{1,2}\.)+[ \t]+(?P<name>\S[^\n]{2,160}?)[ \t]*(?:PDF-versio)?[ \t]*$", re.MULTILINE
)
_FEWEST: Final = 2
_KIND: Final = re.compile(
    r"talousarvio|budjet|budget|tilläggsb|tilinpäätös|bokslut|accounts|\b(?:TA|TP|LTA)\b", re.IGNORECASE
)
_LEAST: Final = 1000


@dataclass(frozen=True, slots=True)
class _Line:
    """A year with its words, where they and the amount stand on the page (None where none is printed)."""

    label: tuple[int, int]
    amount: tuple[int, int] | None


def year_lists(document: Document) -> tuple[Table, ...]:
    """Return such lists in the running text of `document`, each a table of one row."""
    found: list[Table] = []
    for page in document.pages:
        for lines in _runs(page.text):
            table = _table(document, page, lines, len(found) + 1)
            if table is not None:
                found.append(table)
    return tuple(found)


def _runs(text: str) -> Iterator[list[_Line]]:
    run: list[_Line] = []
    at = 0
    for raw in text.split("\n"):
        found = _LINE.fullmatch(raw)
        if found is not None and _KIND.search(found["label"]):
            amount = (at + found.start("amount"), at + found.end("amount")) if found["amount"] else None
            run.append(_Line((at + found.start("label"), at + found.end("label")), amount))
        elif raw.strip():
            yield run
            run = []
        at += len(raw) + 1
    yield run


def _table(document: Document, page: Page, lines: Sequence[_Line], number: int) -> Table | None:
    printed = [(line, line.amount) for line in lines if line.amount is not None]
    labels = [label_of(page.text[slice(*line.label)]) for line, _ in printed]
    if len(printed) < _FEWEST or len(set(labels)) < len(labels):
        return None
    start = lines[0].label[0]
    values = [parse_number(page.text[slice(*amount)]) for _, amount in printed]
    source = _stated(page, start, {abs(value) for value in values if value is not None and abs(value) >= _LEAST})
    named = list(_NUMBERED.finditer(page.text, 0, start))
    headings = headings_above(document, Span(page.number, start, start + 1))
    if source is None or not (named or headings):
        return None
    if named:
        name, place = label_of(named[-1]["name"]), Span(page.number, named[-1].start("name"), named[-1].end("name"))
    else:
        name, place = headings[0]
    table_id = f"{document.id}#years{page.number}.{number}"
    columns = tuple((label,) for label in labels)
    figures = tuple(
        Figure(
            id=f"{table_id}/0/{column}",
            document_id=document.id,
            table_id=table_id,
            value=value,
            unit=source.unit,
            text=page.text[slice(*amount)],
            row_path=(name,),
            column_path=columns[column],
            placement="stated",
            placement_reason=f"the only number behind a year; unit from the same figure above, {source.text}",
            value_span=Span(page.number, *amount),
            row_spans=(place,),
            column_spans=(Span(page.number, *line.label),),
            context_spans=(Span(page.number, source.start, source.end),),
            row=0,
            column=column,
        )
        for column, ((line, amount), value) in enumerate(zip(printed, values, strict=True))
        if value is not None
    )
    return Table(
        id=table_id,
        document_id=document.id,
        pages=(page.number,),
        span=Span(page.number, start, printed[-1][1][1]),
        title=headings[0][0] if headings and headings[0][0] != name else "",
        unit=source.unit,
        scale=1,
        row_labels=((name,),),
        column_labels=columns,
        figures=figures,
        origin="flat",
    )


def _stated(page: Page, start: int, values: AbstractSet[Decimal]) -> Number | None:
    """Return the number above that states one of the values, without their signs, in euros; None where none does."""
    above = [each for each in numbers_in(page.text[:start]) if each.unit == "EUR" and each.value in values]
    return above[-1] if above else None
