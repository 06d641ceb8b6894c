"""Figures of a part of a year: of a month, of a quarter, or of several months that sum to it. Knows no wording of them.

Months are summed only where the table itself shows that they sum to a year: visits do, a number of staff does not.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.figures import FigureIndex
from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.constraints import Need
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.wording import column_of, row_named
from server.answering.words.months import months_of
from server.answering.words.vocabulary import label_keys

_FEWEST = 2


def need_of_months(asked: Asked, labels: LabelIndex) -> tuple[Need, set[int]] | None:
    """Return what accounts for the part of a year that the question names, and the numbers of its words.

    None where no table has rows or columns of months in it.
    """
    part = asked.part
    if part is None:
        return None
    of_rows = _within(labels.figures.rows, labels.figures.row_ids, part.months)
    of_columns = _within(labels.figures.columns, labels.figures.column_ids, part.months)
    series = labels.in_tables() & _of_series(labels)
    found = np.asarray((of_rows | of_columns) & series, dtype=np.bool_)
    if not found.any():
        return None
    nothing = np.zeros(len(found), dtype=np.bool_)
    rows, columns = np.asarray(found & of_rows & ~of_columns), np.asarray(found & of_columns)
    need = Need(asked.text[part.start : part.end], found, rows, rows, nothing, columns, evidence=True)
    inside = {position for position, word in enumerate(asked.words) if part.start <= word.start < part.end}
    return need, inside


def keys_of_months(labels: LabelIndex, months: frozenset[int]) -> frozenset[str]:
    """Return the keys of the labels that are of some of `months` alone."""
    paths = (*labels.figures.rows, *labels.figures.columns)
    named = {path[-1] for path in paths if path and (found := _months(path)) and found <= months}
    return frozenset().union(*map(label_keys, named))


def sum_of_months(
    asked: Asked, months: frozenset[int], chosen: Sequence[Choice], labels: LabelIndex, ledger: Ledger
) -> list[Outcome] | None:
    """Return the sums of the chosen figures that make up `months`, None where the figures answer by themselves.

    Where months of it are missing, the part cannot be told: the list is empty.
    """
    if asked.operation not in ("lookup", "count", "sum"):
        return None
    groups: dict[tuple[object, ...], list[tuple[Choice, Figure]]] = {}
    for choice in chosen:
        for figure in choice.main:
            across = bool(_months(figure.column_path))
            other = figure.row_path if across else figure.column_path
            groups.setdefault((choice.context, across, other, figure.unit, figure.measure), []).append((choice, figure))
    outcomes: list[Outcome] = []
    for group in groups.values():
        figures = [figure for _, figure in group]
        parts = [_of(figure) for figure in figures]
        if parts == [months]:
            continue
        whole = sum(map(len, parts)) == len(months) and frozenset().union(*parts) == months
        if not whole or any(figure.value is None for figure in figures):
            return []
        if not _sums_to_a_year(figures[0], labels.figures):
            continue
        outcome = operations.total(
            figures, group[0][0].context, (), ledger, asked.language, kind="sum",
            label=lambda figure: _label(figure, asked),
        )  # fmt: skip
        outcomes += [outcome] if outcome is not None else []
    return outcomes or None


def _label(figure: Figure, asked: Asked) -> str:
    across = bool(_months(figure.column_path))
    return column_of(figure.column_path, asked.language) if across else row_named(figure, asked.language)


def _of(figure: Figure) -> frozenset[int]:
    return _months(figure.column_path) or _months(figure.row_path)


@lru_cache(maxsize=50_000)
def _months(path: tuple[str, ...]) -> frozenset[int]:
    """Return the months that the one label of a path which is of some says, none where several are."""
    found = [months for label in path if (months := months_of(label))]
    return found[0] if len(found) == 1 else frozenset()


def _within(paths: Sequence[tuple[str, ...]], ids: NDArray[np.int32], months: frozenset[int]) -> Mask:
    fits = np.array([bool(found := _months(path)) and found <= months for path in paths], dtype=np.bool_)
    return np.asarray(fits[ids] if len(fits) else np.zeros(len(ids), dtype=np.bool_), dtype=np.bool_)


def _of_series(labels: LabelIndex) -> Mask:
    """Return the figures of tables that have two parts of a year at least: "Kesä" alone may be a season."""
    tables = (labels.figures.tables.get(context.table_id or "") for context in labels.figures.contexts)
    paths = ((*table.row_labels, *table.column_labels) if table is not None else () for table in tables)
    series = [len({found for path in some if (found := _months(path))}) >= _FEWEST for some in paths]
    return np.asarray(np.array(series, dtype=np.bool_)[labels.figures.context_ids], dtype=np.bool_)


def _sums_to_a_year(figure: Figure, index: FigureIndex) -> bool:
    """Whether the parts of a year in a figure's row or column sum to a figure beside them."""
    table = index.table_of(figure)
    across = bool(_months(figure.column_path))
    line = [
        cell
        for cell in (table.figures if table else ())
        if (cell.row == figure.row if across else cell.column == figure.column) and cell.unit == figure.unit
    ]
    parts = [cell for cell in line if _months(cell.column_path if across else cell.row_path)]
    rest = [cell for cell in line if cell not in parts]
    total = sum((cell.value or Decimal(0) for cell in parts), Decimal(0))
    return len(parts) >= _FEWEST and any(cell.value == total for cell in rest) and bool(total)
