"""The year that each figure of an index is of: by its period, its labels, else its document. Knows no questions."""

import re
from pathlib import PurePosixPath

import numpy as np
from numpy.typing import NDArray

from index.figures import FigureIndex
from ingest.document import Document

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d")
_GIVEN = frozenset({"granted", "funding", "planned", "budgeted", "applied"})


def years_of(
    figures: FigureIndex, periods: tuple[str, ...], period_ids: NDArray[np.int32]
) -> dict[str, NDArray[np.int32]]:
    """Return the positions of the figures of each single year; `period_ids` numbers the period of each figure.

    A column without a year is of its document's year, but not beside columns of that year.
    """
    of_period = [years_in(period) for period in periods]
    dated = [_DAY.fullmatch(period) is not None for period in periods]
    of_column = [years_in(" ".join(path)) for path in figures.columns]
    of_row = [years_in(" ".join(path)) for path in figures.rows]
    of_document = {one: document_year(document) for one, document in figures.documents.items()}
    of_context = [
        (year,) if context.table_id and (year := of_document.get(context.document_id)) else ()
        for context in figures.contexts
    ]
    of_its_own = {
        int(context)
        for context, column in zip(figures.context_ids.tolist(), figures.column_ids.tolist(), strict=True)
        if of_context[context] and of_column[column] == of_context[context]
    }
    found: dict[str, list[int]] = {}
    for position, figure in enumerate(figures.figures):
        period, context = int(period_ids[position]), int(figures.context_ids[position])
        groups: tuple[tuple[str, ...], ...] = (of_period[period],)
        # A day is when something was paid or left by; what was given by then was not given in its year.
        if not periods[period] or (dated[period] and figure.measure in _GIVEN):
            groups = (of_column[int(figures.column_ids[position])], of_row[int(figures.row_ids[position])])
            if not any(groups):
                groups = (of_context[context],) if context not in of_its_own else ()
        for years in groups:
            if len(years) == 1:
                found.setdefault(years[0], []).append(position)
    return {year: np.array(positions, dtype=np.int32) for year, positions in found.items()}


def document_year(document: Document) -> str | None:
    """Return the one year that a document speaks of by its period, title or file name, None without such."""
    for text in (document.period, document.title, PurePosixPath(document.path).stem):
        years = set(years_in(text or ""))
        if years:
            return years.pop() if len(years) == 1 else None
    return None


def years_in(text: str) -> tuple[str, ...]:
    """Return the years that `text` names, in order."""
    return tuple(_YEAR.findall(text))
