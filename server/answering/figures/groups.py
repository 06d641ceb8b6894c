"""Operations over the groups of rows that a question names: set against each other, summed, as shares of grants.

Knows nothing of how the rows were chosen.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

import numpy as np

from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures import operations, shares
from server.answering.figures.apart import row_label
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.constraints import Constraints
from server.answering.figures.dated import years_in
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.levels import headed_by
from server.answering.figures.operations import Outcome
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import say
from server.answering.figures.wording import column_of, measure_of, row_named, value_of
from server.answering.words.numbers_format import format_difference, format_value, one_decimal
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def share_of_granted(asked: Asked, labels: LabelIndex, groups: list[list[Choice]], ledger: Ledger) -> list[Outcome]:
    """Return what share of the grants of each chosen row is paid or remains: "how much of it is left, in per cent"."""
    of_rows = np.isin(labels.figures.row_ids, [
        labels.figures.row_ids[labels.figures.by_id[choice.main[0].id]] for group in groups for choice in group
    ])  # fmt: skip
    for given in ("granted", "budgeted", "planned"):
        wanted = (given, *asked.measures)
        both = replace(asked, measures=wanted)
        constraints = constraints_of(both, labels)
        slot = constraints.rows[0] if len(constraints.rows) == 1 else None
        chosen = choose(both, labels, constraints, np.asarray(of_rows & labels.measured(wanted), dtype=np.bool_), slot)
        if outcomes := shares.measure_share(chosen, wanted, ledger, asked.language):
            return outcomes
    return []


def compared(
    asked: Asked, constraints: Constraints, groups: list[list[Choice]], ledger: Ledger
) -> list[Outcome] | None:
    """Return the rows, measures, columns or years that the question sets against each other, compared."""
    language = asked.language
    if len(groups) >= 2 and all(groups):
        return operations.compare(asked, operations.pairs(groups), ledger, language, row_label(language))
    across = [
        (choice.context, (), pair)
        for choice in groups[0]
        for pair in [operations.of_one_period(choice.main)]
        if len(pair) == 2 and len({figure.unit for figure in pair}) == 1
        and all(figure.value is not None for figure in pair)
    ]  # fmt: skip
    if len(groups) == 1 and len(asked.measures) == 2:
        return operations.compare(
            asked,
            across,
            ledger,
            language,
            lambda figure: f"{row_named(figure, language)}, {measure_of(figure, language)}",
        )
    if len(groups) == 1 and (len(constraints.columns) == 2 or len(asked.years) == 2):
        dated = all(len({figure.period for figure in pair}) > 1 for _, _, pair in across)
        return operations.compare(
            asked, across, ledger, language, lambda figure: _beside_row(figure, language, dated=dated)
        )
    return []


def in_percent(asked: Asked, groups: list[list[Choice]], ledger: Ledger) -> list[Outcome]:
    """Return by how many per cent one of two rows is more than the other, or less."""
    language = asked.language
    if len(groups) != 2 or not all(groups):
        return []
    outcomes = []
    label = row_label(language)
    for context, column, figures in operations.pairs(groups):
        low, high = sorted(figures, key=lambda figure: figure.value or Decimal(0))
        base = low if asked.greater else high
        if not base.value or base.value < 0 or base.unit == "%":
            continue
        inputs = [ledger.add(high), ledger.add(low)]
        formula = f"{value_of(high, language)} − {value_of(low, language)}"
        apart = (high.value or Decimal(0)) - (low.value or Decimal(0))
        share = one_decimal(apart * 100 / base.value)
        of_base = f"({formula}) / {value_of(base, language)}"
        results = (ledger.compute(apart, base.unit, formula, inputs), ledger.compute(share, "%", of_base, inputs))
        shown = f"{format_value(share, '%', language)} ({format_difference(apart, base.unit, language)})"
        first, second = (high, low) if asked.greater else (low, high)
        given = high.measure == "granted" and asked.received
        phrase = {(True, True): "more", (True, False): "less", (False, True): "larger", (False, False): "smaller"}
        sentence = say(phrase[given, asked.greater], language, a=label(first), b=label(second), value=shown)
        outcomes.append(Outcome(sentence, (*inputs, *results), context, column, (), of_base))
    return outcomes


def _beside_row(figure: Figure, language: Language, *, dated: bool) -> str:
    """Return a row with its period, else its column: what is told apart where one row is set against itself.

    Without `dated`, the periods do not tell it apart.
    """
    row, apart = row_named(figure, language), (dated and figure.period) or column_of(figure.column_path, language)
    return f"{row} ({apart})" if row and apart else row or apart


def totals(asked: Asked, groups: list[list[Choice]], ledger: Ledger) -> list[Outcome]:
    """Return the sums, averages or medians over the rows named, or over the columns of the one row named."""
    language = asked.language
    kind, outcomes = asked.operation if asked.operation in ("average", "median") else "sum", []
    if len(groups) > 1:
        for context, column, figures in operations.pairs(groups) if all(groups) else []:
            ids = {figure.row for figure in figures}
            if any(figure.row_parent in ids and figure.row_role == "child" for figure in figures):
                continue
            outcomes.append(
                operations.total(figures, context, column, ledger, language, kind=kind, label=row_label(language))
            )
    else:
        outcomes.extend(
            operations.total(
                figures,
                choice.context,
                (),
                ledger,
                language,
                kind=kind,
                label=lambda figure: column_of(figure.column_path, language),
            )
            for choice in groups[0]
            for figures in _of_one_head(choice.main)
        )
    return [outcome for outcome in outcomes if outcome is not None]


def _of_one_head(figures: Sequence[Figure]) -> list[Sequence[Figure]]:
    """Return the columns of a row apart by what stands over their years, only those of a total where there are such.

    "State" and "All public finances" for the same years are not summed together.
    """
    heads: dict[tuple[str, ...], list[Figure]] = {}
    years: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for figure in figures:
        head = tuple(filter(None, (_YEAR.sub("", label).strip() for label in figure.column_path)))
        heads.setdefault(head, []).append(figure)
        years.setdefault(head, []).append(years_in(" ".join(figure.column_path)))
    spans = {tuple(each) for each in years.values()}
    if len(heads) == 1 or len(spans) > 1 or not all(next(iter(spans))):
        return [figures]
    whole = [each for head, each in heads.items() if any(listed(word, "totals") for word in words_of(" ".join(head)))]
    return list(whole or heads.values())


def means(asked: Asked, rows: Sequence[Choice], ledger: Ledger, *, below: bool) -> list[Outcome]:
    """Return the average or median over the rows of each column; rows whose value is open are named as left out."""
    kind: Literal["average", "median"] = "median" if asked.operation == "median" else "average"
    found = []
    for (context, column, _, _), figures in operations.by_column(rows).items():
        known, unread = rows_compared(figures, asked.row_kind, below=below)
        if not known and headed_by(asked, context):
            known, unread = rows_compared(figures, None, below=below)
        outcome = operations.total(
            known, context, column, ledger, asked.language, kind=kind, label=row_label(asked.language)
        )
        found += [replace(outcome, left_out=tuple(unread))] if outcome is not None else []
    return found
