"""Shares of chosen figures: of the total row, of a parent row, of another measure of the same row.

Knows nothing of how the figures were chosen.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from index.figures import Context, FigureIndex
from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures.adding import adds_up
from server.answering.figures.choice import Choice
from server.answering.figures.compared_rows import rows_compared, total_of_group
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.sentences import say
from server.answering.figures.wording import column_of, measure_of, row_named, value_of
from server.answering.words.numbers_format import format_number, format_value, one_decimal
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

# Money flows on in this order: what comes later is a part of what comes before.
_ORDER = (
    "total_cost",
    "applied",
    "budgeted",
    "planned",
    "granted",
    "funding",
    "paid",
    "actual",
    "remaining",
    "own_share",
)


def measure_share(
    chosen: Sequence[Choice], measures: Sequence[str], ledger: Ledger, language: Language
) -> list[Outcome]:
    """Return for each row the share that one of two measures has in the other, in per cent to one decimal."""
    outcomes = []
    wanted = sorted(measures, key=lambda measure: _ORDER.index(measure) if measure in _ORDER else len(_ORDER))
    if wanted == ["paid", "remaining"]:
        return []  # What is left is no part of what was paid: both are of what was granted.
    for choice in chosen:
        by_period: dict[str | None, list[Figure]] = {}
        for figure in choice.figures:
            if figure.value is not None:
                by_period.setdefault(figure.period, []).append(figure)
        known = [figure for figure in choice.figures if figure.value is not None and figure.unit != "%"]
        # Granted for some years, paid or left by a later day: where there is one of each, they belong together.
        apart = all(len({figure.measure for figure in figures}) == 1 for figures in by_period.values())
        for figures in [known] if apart else by_period.values():
            base = [figure for figure in figures if figure.measure == wanted[0]]
            part = [figure for figure in figures if figure.measure == wanted[-1]]
            if len(base) != 1 or len(part) != 1 or base[0].unit != part[0].unit or base[0].unit == "%":
                continue
            outcome = share_of_row(part[0], base[0], choice.context, ledger, language)
            if outcome is not None:
                outcomes.append(outcome)
    return outcomes


def measure_pair(figures: Sequence[Figure], measures: Sequence[str]) -> tuple[Figure, Figure] | None:
    """Return the one figure of each of two measures in a row, the part before its whole; None for no pair."""
    ordered = sorted(measures, key=lambda measure: _ORDER.index(measure) if measure in _ORDER else len(_ORDER))
    found = [[figure for figure in figures if figure.measure == measure] for measure in ordered]
    if any(len(each) != 1 for each in found):
        return None
    whole, part = found[0][0], found[-1][0]
    fits = whole.unit == part.unit != "%" and bool(whole.value) and part.value is not None
    return (part, whole) if fits else None


def share_of_row(part: Figure, base: Figure, context: Context, ledger: Ledger, language: Language) -> Outcome | None:
    """Return the share that a figure has in another of its row; None where it can be no part of it."""
    if part.id == base.id or part.unit != base.unit or not base.value or part.value is None:
        return None
    alike = part.measure == base.measure
    told, whole = (
        f"{(not alike and measure_of(one, language)) or column_of(one.column_path, language)} {value_of(one, language)}"
        for one in (part, base)
    )
    outcome = _outcome(part, base, (context, ()), ledger, language, phrase="measure_share", part=told, whole=whole)
    printed = _printed_otherwise(part, part.value * 100 / base.value, ledger.index)
    if printed is None:
        return outcome
    sentence = say("printed_otherwise", language, told=outcome.sentence, value=value_of(printed, language))
    return replace(
        outcome, sentence=sentence, figures=(*outcome.figures[:-1], ledger.add(printed), outcome.figures[-1])
    )


def _printed_otherwise(part: Figure, percent: Decimal, index: FigureIndex) -> Figure | None:
    """Return the per cent that stands in a figure's own cell, where that is not what its share comes to."""
    table = index.table_of(part)
    row = [
        one for one in (table.figures if table else ()) if one.row == part.row and one.column_path == part.column_path
    ]
    beside = [one for one in row if one.unit == "%" and one.id != part.id and one.value is not None]
    printed = index.figures[index.by_id[beside[0].id]] if len(beside) == 1 else None
    return printed if printed and printed.value is not None and abs(printed.value - percent) > 1 else None


def _outcome(  # noqa: PLR0913 - two figures, where they stand and how to say them
    one: Figure, base: Figure, place: tuple[Context, tuple[str, ...]], ledger: Ledger, language: Language, *,
    phrase: str, **said: str,
) -> Outcome:  # fmt: skip
    """Return the share of a figure in `base`, in per cent to one decimal."""
    inputs = [ledger.add(one), ledger.add(base)]
    percent = one_decimal((one.value or Decimal(0)) * 100 / (base.value or Decimal(1)))
    formula = f"{value_of(one, language)} / {value_of(base, language)}"
    result = ledger.compute(percent, "%", formula, inputs, row_path=one.row_path)
    value = format_value(percent, "%", language)
    sentence = say(phrase, language, row=row_named(one, language), value=value, **said)
    return Outcome(sentence, (*inputs, result), *place, (), formula)


def share(index: FigureIndex, chosen: Sequence[Choice], ledger: Ledger, language: Language) -> list[Outcome]:
    """Return each chosen figure as a share of the total row of its column, in per cent to one decimal."""
    outcomes = []
    for choice in chosen:
        for figure in choice.main:
            table = index.table_of(figure)
            total = next(
                (other for other in (table.figures if table else ())
                 if other.column == figure.column and other.row_role == "total" and other.id != figure.id),
                None,
            )  # fmt: skip
            total = total or _parent_of_all(figure, table.figures if table else ())
            # A list without its total may name the largest alone.
            if total is None and table is not None and table.origin != "listed":
                rows = [index.figures[index.by_id[one.id]] for one in table.figures if one.column == figure.column]
                outcome = _of_places(figure, rows, choice.context, ledger, language)
                outcomes += [outcome] if outcome is not None else []
            unfit = figure.row_role == "total" or not adds_up(figure)
            if unfit or total is None or not _holds(total, figure):
                continue
            place, whole = (choice.context, figure.column_path), value_of(total, language)
            outcomes.append(_outcome(figure, total, place, ledger, language, phrase="share", whole=whole))
    return outcomes


def _holds(whole: Figure, part: Figure) -> bool:
    """Whether a figure may be a part of a total: no greater, and of its sign; a result is no whole of the revenue."""
    if not whole.value or part.value is None:
        return False
    return abs(part.value) <= abs(whole.value) and part.value * whole.value >= 0


def _parent_of_all(figure: Figure, figures: Sequence[Figure]) -> Figure | None:
    """Return what sums the group of a row and is called a total, None for a group with a name of its own."""
    column = [one for one in figures if one.column == figure.column]
    parent = next((one for one in column if one.row == figure.row_parent), None) or total_of_group(figure, column)
    summed = parent is not None and any(listed(word, "totals") for word in words_of(parent.row_path[-1]))
    return parent if summed else None


def _of_places(
    figure: Figure, rows: Sequence[Figure], context: Context, ledger: Ledger, language: Language
) -> Outcome | None:
    """Return the share of a place in what all places of a table without a total sum to; of other rows, none is told."""
    known, unread = rows_compared(rows, "place")
    alike = len(known) == len(rows) > 1 and not unread and len({one.unit for one in known}) == 1
    if not alike or figure.id not in {one.id for one in known} or not adds_up(figure):
        return None
    return share_of_sum(figure, known, context, ledger, language, phrase="share")


def share_of_sum(  # noqa: PLR0913 - a part, what it is a part of and how to say it
    part: Figure, addends: Sequence[Figure], context: Context, ledger: Ledger, language: Language, *,
    phrase: Literal["share", "measure_share"],
) -> Outcome | None:  # fmt: skip
    """Return the share of `part` in the sum of `addends`, of which it is one, to one decimal; None where that is 0."""
    values = [one.value or Decimal(0) for one in addends]
    whole = sum(values, Decimal(0))
    if whole <= 0 or min(values) < 0 or part.value is None:
        return None
    inputs = [ledger.add(one) for one in addends]
    added = " + ".join(format_number(value, language) for value in values)
    total = ledger.compute(whole, part.unit, added, inputs)
    percent = one_decimal(part.value * 100 / whole)
    result = ledger.compute(percent, "%", f"{value_of(part, language)} / ({added})", [ledger.add(part), total],
                            row_path=part.row_path)  # fmt: skip
    summed = format_value(whole, part.unit, language)
    told = f"{column_of(part.column_path, language)} {value_of(part, language)}"
    value = format_value(percent, "%", language)
    sentence = say(phrase, language, row=row_named(part, language), value=value, part=told, whole=summed)
    formula = f"{value_of(part, language)} / ({added})"
    column = part.column_path if phrase == "share" else ()
    return Outcome(sentence, (*inputs, total, result), context, column, (), formula)


def part_share(
    groups: Sequence[tuple[Context, tuple[str, ...], list[Figure]]], ledger: Ledger, language: Language
) -> list[Outcome]:
    """Return the share of a sub-row in its parent row, in per cent to one decimal."""
    outcomes = []
    for context, _, figures in groups:
        child = next((figure for figure in figures if figure.row_role == "child"), None)
        parent = next((figure for figure in figures if child is not None and figure.row == child.row_parent), None)
        if child is not None and parent is not None:
            outcome = share_in(child, parent, context, ledger, language)
            outcomes += [outcome] if outcome is not None else []
    return outcomes


def share_in(child: Figure, parent: Figure, context: Context, ledger: Ledger, language: Language) -> Outcome | None:
    """Return the share of a sub-row in its parent row, None where it can have none."""
    if not parent.value or child.value is None or parent.unit != child.unit or not adds_up(child):
        return None
    whole = f"{row_named(parent, language)} {value_of(parent, language)}"
    return _outcome(child, parent, (context, child.column_path), ledger, language, phrase="share", whole=whole)
