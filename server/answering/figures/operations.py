"""Arithmetic over chosen figures: difference, ratio, growth, sum, average, median, count.

Each operation gives `Outcome`s, one per table and column (a question that leaves the table open has several). Parents
and their sub-rows are never both counted, and total rows never rank. Knows nothing of how the figures were chosen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from index.figures import Context
from ingest.table import Figure
from ingest.tables.measures import measure_of as column_measure
from server.answering.answer import Language
from server.answering.figures.adding import adds_up
from server.answering.figures.asked import Asked, Limit
from server.answering.figures.choice import Choice, is_dated_row
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.ledger import Ledger
from server.answering.figures.sentences import joined, say
from server.answering.figures.wording import column_of, place_of, row_named, value_of
from server.answering.words.numbers_format import format_difference, format_number, format_value, one_decimal, whole

OF_ROWS = frozenset({"funding", "impact", "share", "own_share"})
"""Measures that a row's own label may name where its column names none, or another one."""


_INCOME = frozenset({"revenue", "funding", None})
"""What comes in by several names may be added up: taxes and state funding."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result: a `sentence` without marks, the indices of its figures (`result` last) and rows left out.

    `more` is how many further results of its kind are only counted.
    """

    sentence: str
    figures: tuple[int, ...]
    context: Context
    column: tuple[str, ...]
    left_out: tuple[Figure, ...] = ()
    formula: str | None = None
    more: int = 0


Column = tuple[Context, tuple[str, ...], str | None, str | None]


def by_column(choices: Sequence[Choice]) -> dict[Column, list[Figure]]:
    """Return the main figures of `choices` by table, column, period and measure, in order."""
    columns: dict[Column, list[Figure]] = {}
    mixed = {
        (choice.context, figure.column_path)
        for choice in choices
        for figure in choice.main
        if figure.measure is None or figure.measure == ""
    }
    for choice in choices:
        for figure in choice.main:
            # A row of years has its period, and "Home care support" its measure, from its own label alone.
            own = figure.measure in OF_ROWS and (choice.context, figure.column_path) in mixed
            period = None if is_dated_row(figure) else figure.period
            stated = column_measure(figure.column_path) if figure.measure in OF_ROWS and not own else None
            measure = None if own else stated or figure.measure
            key = (choice.context, figure.column_path, period, measure)
            columns.setdefault(key, []).append(figure)
    return columns


def pairs(
    groups: Sequence[Sequence[Choice]],
) -> list[tuple[Context, tuple[str, ...], list[Figure]]]:
    """Return for each table and column that all groups have, one figure of each group; parents before sub-rows."""
    found = []
    columns = [_merged(by_column(group)) for group in groups]
    for key, first in columns[0].items():
        rest = [column.get(key, []) for column in columns[1:]]
        if not all(rest):
            continue
        figures = _of_one_parent([first, *rest])
        if all(figure.value is not None for figure in figures) and len({figure.unit for figure in figures}) == 1:
            found.append((key[0], key[1], figures))
    return found


def _merged(columns: dict[Column, list[Figure]]) -> dict[tuple[Context, tuple[str, ...], str | None], list[Figure]]:
    """Return figures by column whatever their measures: rows that a question names count what their labels say."""
    found: dict[tuple[Context, tuple[str, ...], str | None], list[Figure]] = {}
    for (context, column, period, _), figures in columns.items():
        found.setdefault((context, column, period), []).extend(figures)
    return found


def _of_one_parent(groups: Sequence[list[Figure]]) -> list[Figure]:
    """Return one figure of each group: the outermost, or the part of a row of its name where another is a part, too.

    "East and West" are two parts of the region, though the region is called East, too.
    """
    figures = [_outer(group) for group in groups]
    inside = {figure.row_parent for figure in figures if figure.row_role == "child"}
    return [
        next((one for one in group if one.row_role == "child" and one.row_parent == figure.row), figure)
        if figure.row in inside
        else figure
        for figure, group in zip(figures, groups, strict=True)
    ]


def _outer(figures: Sequence[Figure]) -> Figure:
    return next((figure for figure in figures if figure.row_role != "child"), figures[0])


def compare(
    asked: Asked, figure_groups: Sequence[tuple[Context, tuple[str, ...], list[Figure]]], ledger: Ledger,
    language: Language, label: Callable[[Figure], str],
) -> list[Outcome]:  # fmt: skip
    """Return difference, ratio or the greater of figures that differ in one thing, which `label` names."""
    outcomes = []
    for context, column, figures in figure_groups:
        positions = [ledger.add(figure) for figure in figures]
        values = [figure.value or Decimal(0) for figure in figures]
        if asked.operation == "which":
            outcomes.append(_which(asked, (context, column), figures, positions, ledger, language, label))
            continue
        if len(figures) != 2:
            continue
        order = (0, 1) if values[0] >= values[1] else (1, 0)
        high, low = (figures[order[0]], figures[order[1]])
        written = [value_of(figure, language) for figure in (high, low)]
        inputs = [positions[order[0]], positions[order[1]]]
        if asked.operation == "ratio":
            if not low.value or not high.value or low.value * high.value < 0:
                continue  # revenue is no multiple of expenses that are printed with a minus
            formula = f"{written[0]} / {written[1]}"
            ratio = (high.value / low.value).quantize(Decimal("0.01"))
            result = ledger.compute(ratio, None, formula, inputs)
            sentence = say("ratio", language, a=label(high), b=label(low), value=format_number(ratio, language))
        else:
            formula = f"{written[0]} − {written[1]}"
            difference = abs(values[0] - values[1])
            result = ledger.compute(difference, high.unit, formula, inputs)
            sizes = ("more", "less") if high.measure == "granted" and asked.received else ("larger", "smaller")
            first, second = (high, low) if asked.greater else (low, high)
            phrase = sizes[0] if asked.greater else sizes[1]
            sentence = say(phrase if difference else "equal", language, a=label(first), b=label(second),
                           value=format_difference(difference, high.unit, language))  # fmt: skip
        outcomes.append(Outcome(sentence, (*inputs, result), context, column, (), formula))
    return outcomes


def of_one_period(figures: Sequence[Figure]) -> list[Figure]:
    """Return two figures of different measures and one period, where just one period has both; else all figures."""
    periods: dict[str | None, list[Figure]] = {}
    for figure in figures:
        periods.setdefault(figure.period, []).append(figure)
    pairs = [found for found in periods.values() if len(found) == 2 and found[0].measure != found[1].measure]
    return pairs[0] if len(figures) > 2 and len(pairs) == 1 else list(figures)


def _which(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    asked: Asked, place: tuple[Context, tuple[str, ...]], figures: list[Figure], positions: list[int],
    ledger: Ledger, language: Language, label: Callable[[Figure], str],
) -> Outcome:  # fmt: skip
    pick = max if asked.greater else min
    best = pick(figures, key=lambda figure: figure.value or Decimal(0))
    tied = [figure for figure in figures if figure.value == best.value]
    if len(tied) > 1:
        sentence = say("equal", language, a=label(tied[0]), b=label(tied[1])) + f": {value_of(best, language)}"
    else:
        others = joined([f"{label(one)} {value_of(one, language)}" for one in figures if one is not best], language)
        phrase = "which_more" if asked.greater else "which_less"
        sentence = say(phrase, language, winner=label(best), value=value_of(best, language), others=others)
        if asked.explicit and not asked.taken_over and len(figures) == 2:
            # "Which got more, and how much?" may mean by how much.
            apart = abs((figures[0].value or Decimal(0)) - (figures[1].value or Decimal(0)))
            formula = " − ".join(format_value(value, best.unit, language) for value in sorted(
                (figure.value or Decimal(0) for figure in figures), reverse=True))  # fmt: skip
            ledger.compute(apart, best.unit, formula, positions, row_path=best.row_path)
            shown = format_difference(apart, best.unit, language)
            sentence += say("apart", language, value=shown)
    listed = "; ".join(value_of(figure, language) for figure in figures)
    formula = f"{'max' if asked.greater else 'min'}({listed})"
    result = ledger.compute(best.value or Decimal(0), best.unit, formula, positions, row_path=best.row_path)
    return Outcome(sentence, (*positions, result), *place)


def total(  # noqa: PLR0913 - figures, where they stand and how to say them
    figures: Sequence[Figure], context: Context, column: tuple[str, ...], ledger: Ledger, language: Language,
    *, kind: Literal["sum", "average", "median"], label: Callable[[Figure], str],
) -> Outcome | None:  # fmt: skip
    """Return the sum, average or median of figures of one unit and measure."""
    known = [figure for figure in figures if figure.value is not None]
    measures = {figure.measure for figure in known}
    if len(known) < 2 or len({figure.unit for figure in known}) != 1 or not (len(measures) == 1 or measures <= _INCOME):
        return None
    if kind == "sum" and not all(map(adds_up, known)):
        return None
    if kind == "median":
        known.sort(key=lambda figure: figure.value or Decimal(0))
    inputs = [ledger.add(figure) for figure in known]
    values = [figure.value or Decimal(0) for figure in known]
    listed = [format_number(value, language) for value in values]
    if kind == "sum":
        value, formula = sum(values, Decimal(0)), " + ".join(listed)
    elif kind == "average":
        value, formula = (
            _rounded(sum(values, Decimal(0)) / len(values), known[0]),
            f"({' + '.join(listed)}) / {len(values)}",
        )
    else:
        middle = values[(len(values) - 1) // 2 : len(values) // 2 + 1]
        value = middle[0] if len(middle) == 1 else _rounded(sum(middle, Decimal(0)) / 2, known[0])
        formula = f"median({'; '.join(listed)})"
    result = ledger.compute(value, known[0].unit, formula, inputs)
    shown = format_value(value, known[0].unit, language)
    if kind == "sum":
        rows = joined([beside(label(figure), value_of(figure, language)) for figure in known], language)
        sentence = say("sum", language, value=shown, rows=rows)
    else:
        sentence = say(kind, language, value=shown, count=str(len(values)))
    left_out = tuple(figure for figure in figures if figure.value is None)
    return Outcome(sentence, (*inputs, result), context, column, left_out, formula)


def beside(label: str, value: str) -> str:
    """Return a label and its value; a number before the value would read as its first digits."""
    return f"{value} ({label})" if label.rstrip(" %")[-1:].isdigit() else f"{label} {value}"


def _rounded(value: Decimal, figure: Figure) -> Decimal:
    return whole(value) if figure.unit == "EUR" else one_decimal(value)


def count(
    asked: Asked, choices: Sequence[Choice], ledger: Ledger, language: Language, *, below: bool = False
) -> list[Outcome]:
    """Return how many rows of each column lie over or under the limit (without one: have an amount), and which.

    Where the question asks for what they have in all, their sum.
    """
    outcomes = []
    for (context, column, _, _), figures in by_column(choices).items():
        known, left_out = rows_compared(figures, asked.row_kind, below=below)
        known = [figure for figure in known if asked.limit is None or _comparable(asked.limit, figure)]
        mean, of_mean = None, asked.limit is not None and asked.limit.of_mean
        if of_mean and (left_out or (mean := _mean(known, context, column, ledger, language)) is None):
            continue
        bounded = _bounded_by(asked, mean, ledger)
        keep = sorted((figure for figure in known if within_limit(bounded, figure)), key=lambda one: -(one.value or 0))
        if asked.summed and len(keep) > 1:
            summed = total(keep, context, column, ledger, language, kind="sum",
                           label=lambda figure: row_named(figure, language))  # fmt: skip
            outcomes += [replace(summed, left_out=tuple(left_out))] if summed is not None else []
            continue
        if not keep:
            continue
        inputs = [ledger.add(figure) for figure in keep]
        names_listed = joined(
            [beside(row_named(figure, language), value_of(figure, language)) for figure in keep], language
        )
        formula = f"n = {len(keep)}"
        result = ledger.compute(Decimal(len(keep)), None, formula, inputs)
        sentence = say("count", language, count=str(len(keep)), rows=names_listed)
        if mean is not None:
            sentence, formula = f"{mean.sentence}. {sentence}", mean.formula or formula
            inputs = [*mean.figures, *inputs]
        outcomes.append(Outcome(sentence, (*inputs, result), context, column, tuple(left_out), formula))
    return outcomes


def _mean(
    figures: Sequence[Figure], context: Context, column: tuple[str, ...], ledger: Ledger, language: Language
) -> Outcome | None:
    """Return what the rows of a column come to on average, None for fewer than two."""
    label = lambda figure: row_named(figure, language)  # noqa: E731
    return total(figures, context, column, ledger, language, kind="average", label=label)


def _bounded_by(asked: Asked, mean: Outcome | None, ledger: Ledger) -> Asked:
    """Return `asked` with a computed mean as the limit of its rows."""
    if mean is None or asked.limit is None:
        return asked
    return replace(asked, limit=replace(asked.limit, value=ledger.figures[mean.figures[-1]].value or Decimal(0)))


def _comparable(limit: Limit, figure: Figure) -> bool:
    """Whether a figure has the unit of the limit; a bare number bounds money and counts, never percentages."""
    return figure.unit == limit.unit if limit.unit is not None else figure.unit != "%"


def within_limit(asked: Asked, figure: Figure) -> bool:
    """Whether a figure lies on the asked side of the limit; without a limit, whether there is an amount."""
    value = figure.value or Decimal(0)
    if asked.limit is None:
        return value > 0
    if not _comparable(asked.limit, figure):
        return False
    if value == asked.limit.value or asked.limit.exact:
        return asked.limit.inclusive and value == asked.limit.value
    return (value > asked.limit.value) == asked.limit.over


def where(outcome: Outcome, language: Language) -> str:
    """Return the table and column that an outcome is about."""
    context = place_of(outcome.context, language)
    column = column_of(outcome.column, language) if outcome.column else ""
    column = "" if outcome.context.title.casefold().endswith(f"– {column.casefold()}") else column
    return ", ".join(part for part in (context, column) if part)
