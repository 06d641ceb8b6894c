"""The largest or smallest part of a row that is a sum, "which of the excise duties brings in most?", and its share.

For the largest or smallest the question must name the row in full and nothing else. Knows nothing of how rows are
compared.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from index.figures import Context
from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.column_shares import phrase_of_whole
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.operations import Outcome
from server.answering.figures.ranking import extreme
from server.answering.figures.selection import constraints_of
from server.answering.figures.shares import share_in
from server.answering.figures.understanding import understand
from server.answering.words.vocabulary import listed

_FEWEST = 2


def parts_compared(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the extreme part of each row that the question names, nothing where it names none or more than that.

    `mask` are the figures of the collections asked.
    """
    keys = _row_named(asked, labels)
    if keys is None:
        return []
    wholes = labels.labelled((key[2:] for key in keys), column=False) & labels.in_tables() & mask
    for year in asked.years:
        wholes &= labels.in_year(year)
    parts = np.zeros(len(labels.figures), dtype=np.bool_)
    for position in np.flatnonzero(wholes).tolist():
        for part in _parts(labels.figures.figures[position], labels):
            parts[labels.figures.by_id[part.id]] = True
    if not parts.any():
        return []
    by_table: dict[Context, list[Choice]] = {}
    for row in choose(asked, labels, constraints_of(asked, labels), parts, None, all_rows=True):
        by_table.setdefault(row.context, []).append(_alone(row))
    found: list[Outcome] = []
    for rows in by_table.values():
        values = {one.value for row in rows for one in row.main if one.value}
        if values:  # expenses may be printed with a minus
            sign = -1 if all(value < 0 for value in values) else 1
            found += extreme(asked, rows, ledger, asked.language, sign=sign)
    return found


def shares_in_row(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the share of a row in the one that it is a part of, where the question names that as what it is asked of.

    "What share of the tax revenue is municipal tax": the row "Tax revenue in total" is above that of the tax.
    """
    span = phrase_of_whole(asked)
    if span is None:
        return []
    years = " ".join(asked.years)
    wholes = _answering(asked, f"{asked.text[slice(*span)]} {years}", labels, mask)
    parts = _answering(asked, f"{asked.text[: span[0]]} {asked.text[span[1] :]}", labels, mask) if wholes else []
    found = []
    for whole in wholes:
        for part in parts:
            one, base = part.main[0], whole.main[0]
            inside = one.row_parent == base.row and (one.table_id, one.column) == (base.table_id, base.column)
            if inside and (outcome := share_in(one, base, part.context, ledger, asked.language)) is not None:
                found.append(outcome)
    return found


def _answering(asked: Asked, text: str, labels: LabelIndex, mask: Mask) -> list[Choice]:
    """Return the rows that a question for the amount of the words of `text` is answered with, of one figure each."""
    read = replace(understand(asked.question, asked.language, text.strip()), operation="lookup")
    return [choice for choice in rows_answering(read, labels, mask, wider=False) if len(choice.main) == 1]


def _row_named(asked: Asked, labels: LabelIndex) -> frozenset[str] | None:
    """Return the keys of the row label that all words of the question but those for a part are, None for none."""
    telling = [
        position
        for position, kind in enumerate(asked.kinds)
        if kind not in ("frame", "year", "number") and not listed(asked.words[position], "parts")
    ]
    if not telling or asked.mentions:
        return None
    for end, keys in labels.row_tree.found_at(asked.words, telling[0]):
        if all(telling[0] <= position < end or listed(asked.words[position], "doing") for position in telling):
            return frozenset(keys)
    return None


def _parts(whole: Figure, labels: LabelIndex) -> Iterator[Figure]:
    """Yield the figures right under one in its column, where there are several."""
    table = labels.figures.table_of(whole)
    column = [one for one in (table.figures if table else ()) if one.column == whole.column and one.id != whole.id]
    under = [one for one in column if one.row_path[:-1] == whole.row_path]
    under = under or [one for one in column if one.row_role == "child" and one.row_parent == whole.row]
    yield from under if len(under) >= _FEWEST else ()


def _alone(row: Choice) -> Choice:
    """Return a row as one that is compared by itself, whatever it is a part of."""
    return replace(row, main=tuple(replace(one, row_role="plain", row_parent=None) for one in row.main))
