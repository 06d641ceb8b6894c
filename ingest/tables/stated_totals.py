"""Totals that the text above a table or a list states, which confirm the items that sum to them.

Knows nothing of how tables are read.
"""

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ingest.document import Document, Span
from ingest.table import Table
from ingest.tables.labels import is_bare_total, is_total
from ingest.tables.nesting import is_part
from ingest.tables.numbers import Number, numbers_in

_FEWEST: Final = 3
ABOVE: Final = 1500
"""Characters before a table or list that may state its total."""
_LEAST_TOTAL: Final = 10_000
_SURE_DIGITS: Final = 3  # of a rounded total, which fewer would meet by chance
_TOTAL: Final = re.compile(
    r"yhteensä|kaikkiaan|kokonais|yhteenlask|sammanlagt|totalt|total|altogether|combined", re.IGNORECASE
)
_SENTENCE: Final = re.compile(r"(?<=[.!?:])\s+(?=[A-ZÅÄÖ])|\n\s*\n")


def confirmed_by_total(document: Document, table: Table) -> Table:
    """Return a table of one column of euros with its rows reconciled where the text above states their sum."""
    figures = table.figures
    plain = all(
        figure.check == "unchecked"
        and figure.placement == "stated"
        and figure.unit == "EUR"
        and figure.row_path
        and not any(is_total(label) or is_bare_total(label) or is_part(label) for label in figure.row_path)
        for figure in figures
    )
    rows = {figure.row for figure in figures}
    one_column = len({figure.column_path for figure in figures}) == 1
    values = [figure.value for figure in figures if figure.value]  # a dash or nought adds nothing
    if len(values) < _FEWEST or not plain or not one_column or not len(rows) == len(figures) == len(table.row_labels):
        return table
    whole = sum(values, Decimal(0))
    page = document.pages[table.span.page - 1]
    begin = max(0, table.span.start - ABOVE)
    above = page.text[begin : table.span.start]
    for stated in reversed(numbers_in(above)):
        if stated.unit == "EUR" and is_sum(stated, whole) and total_said(above, stated) is not None:
            span = Span(page.number, begin + stated.start, begin + stated.end)
            reason = f"one of the rows that sum to the {stated.text} stated above them"
            found = tuple(
                replace(figure, check="reconciled", check_reason=reason, context_spans=(*figure.context_spans, span))
                for figure in figures
            )
            return replace(table, figures=found)
    return table


def with_unit_of_total(document: Document, table: Table) -> Table:
    """Return a table of one column without any unit with that of its total where the text above states it exactly.

    "Jaettavaa on 405 600 euroa" over "Yhteensä 405 600": so large a number is met by chance in no lead.
    """
    totals = [figure for figure in table.figures if figure.row_role == "total" and is_bare_total(figure.row_path[-1])]
    if len(totals) != 1 or any(figure.unit is not None for figure in table.figures) or table.scale != 1:
        return table
    if len({figure.column for figure in table.figures}) > 1 or (totals[0].value or 0) < _LEAST_TOTAL:
        return table
    page = document.pages[table.span.page - 1]
    begin = max(0, table.span.start - ABOVE)
    stated = [n for n in numbers_in(page.text[begin : table.span.start]) if n.unit is not None]
    same = [number for number in stated if number.value == totals[0].value and not number.approximate]
    if not same or {number.unit for number in same} != {"EUR"} or any(number.scale != 1 for number in same):
        return table
    reason = f"unit from the total stated above, {same[-1].text} €"
    figures = tuple(
        replace(figure, unit="EUR", placement_reason=f"{figure.placement_reason}; {reason}".lstrip("; "))
        for figure in table.figures
    )
    return replace(table, unit="EUR", figures=figures)


def is_sum(number: Number, whole: Decimal) -> bool:
    """Tell whether a stated total is the sum of the items as far as it is printed."""
    if number.value == whole:
        return True
    step = Decimal(number.scale).scaleb(-number.decimals)
    digits = re.sub(r"\D", "", number.text).lstrip("0")
    return number.scale > 1 and len(digits) >= _SURE_DIGITS and abs(number.value - whole) * 2 <= step


def total_said(above: str, number: Number) -> str | None:
    """Return the sentence of an amount where it calls it a total, else None."""
    ends = [0, *(match.end() for match in _SENTENCE.finditer(above)), len(above)]
    for start, end in pairwise(ends):
        if start <= number.start < end and _TOTAL.search(above, start, end) is not None:
            return " ".join(above[start:end].split())
    return None
