"""Answers that no row or column has by itself: two sides set against each other or told together, what is left.

Knows nothing of how rows and columns account for a question.
"""

from collections.abc import Callable
from dataclasses import replace

from ingest.table import Figure
from server.answering.answer import Answer, Language
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.columns import summable
from server.answering.figures.composing import Draft, FigureSource, finished, outcome_draft
from server.answering.figures.exceeded import asks_who_exceeded, exceeded
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.left import left_most, left_over, of_one_period
from server.answering.figures.lookup import lookup_lines, twins_of
from server.answering.figures.rates import part_per, rates
from server.answering.figures.sides import both_sides, compared_sides
from server.answering.figures.wording import column_of, row_of

_DEEP = 2


def set_apart(
    asked: Asked, labels: LabelIndex, source: FigureSource, answer: Callable[[Asked], Answer | None]
) -> Answer | None:
    """Return the comparison or the list of what two parts of the question ask, or what is left of one row.

    `answer` answers another reading of the question. None where there is no such answer.
    """
    if asks_who_exceeded(asked):
        mask = labels.in_collections(asked.question.collections)
        ledger = Ledger(source.figures, source.page, lambda figure: twins_of(labels, figure, mask))
        rows = exceeded(asked, labels, mask, ledger)
        return finished(asked, source, ledger, outcome_draft(asked, rows, ledger, asked.language)) if rows else None
    if asked.measures == ("deviation",) and asked.operation == "lookup":
        found = answer(replace(asked, measures=("budgeted", "actual"), operation="difference"))
        return found if found is None or of_one_period(found) else None
    mask = labels.in_collections(asked.question.collections)
    ledger = Ledger(source.figures, source.page, lambda figure: twins_of(labels, figure, mask))
    outcomes = None
    if part_per(asked) is not None:
        outcomes = rates(asked, labels, mask, ledger)
    elif asked.measure == "remaining" and asked.operation in ("lookup", "sum"):
        outcomes = left_over(asked, labels, mask, ledger)
    elif asked.measure == "remaining" and asked.operation in ("maximum", "minimum") and not asked.totalled:
        outcomes = left_most(asked, labels, mask, ledger)
    elif asked.operation in ("difference", "ratio", "which"):
        outcomes = compared_sides(asked, labels, mask, ledger)
    elif asked.operation in ("lookup", "count", "sum") and asked.explicit:
        summed = asked.operation == "sum" or asked.totalled
        pair = both_sides(asked, labels, mask, summed=summed)
        one_row = bool(pair) and pair[0].context == pair[1].context and pair[0].main[0].row == pair[1].main[0].row
        if pair and (not summed or (one_row and not summable([one.main[0] for one in pair]))):
            return finished(asked, source, ledger, Draft(*lookup_lines(asked, pair, ledger)))
        if pair:
            figures = [one.main[0] for one in pair]
            label = row_label(asked.language) if figures[0].row != figures[1].row else _column_label(asked.language)
            outcome = operations.total(figures, pair[0].context, (), ledger, asked.language, kind="sum", label=label)
            outcomes = [outcome] if outcome is not None else None
    return finished(asked, source, ledger, outcome_draft(asked, outcomes, ledger, asked.language)) if outcomes else None


def row_label(language: Language) -> Callable[[Figure], str]:
    """Return how a row is called in `language`: deep in a hierarchy, its code tells where it belongs."""

    def label(figure: Figure) -> str:
        deep = len(figure.row_path) > _DEEP
        return row_of(figure.row_path[-1:] if deep else figure.row_path, language)

    return label


def _column_label(language: Language) -> Callable[[Figure], str]:
    return lambda figure: column_of(figure.column_path, language)
