"""Which rows have the most or the least, how far those are apart, what is closest to a sum, and in what place a row is.

Parents and their sub-rows are never both compared, and total rows never rank. Knows nothing of how rows were chosen.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from index.figures import Context
from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures.asked import FLOWS, Asked
from server.answering.figures.choice import Choice
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Column, Outcome, beside, by_column, total
from server.answering.figures.row_kinds import is_kind
from server.answering.figures.sentences import joined, say
from server.answering.figures.wording import row_named, value_of
from server.answering.words.numbers_format import format_difference, format_number
from server.answering.words.vocabulary import listed


def _kind_of(figures: Sequence[Figure]) -> str | None:
    """Return "place" where a row is ranked that is one: then it ranks among places."""
    return "place" if figures and all(is_kind(figure, "place") for figure in figures) else None


def extreme(  # noqa: PLR0913 - the rows and how to compare them
    asked: Asked, choices: Sequence[Choice], ledger: Ledger, language: Language, *, below: bool = False, sign: int = 1
) -> list[Outcome]:
    """Return the rows with the most or least in each column; ties stay together. `sign` is -1 where less is more."""
    outcomes = []
    for (context, column), figures in _of_measure(asked, choices):
        known, left_out = rows_compared(figures, asked.row_kind, below=below)
        if len(known) < 2:
            continue
        if fallen := [figure for figure in known if (figure.value or 0) < 0] if _is_fall(asked) else []:
            known, sign = fallen, -1  # the largest cut is the one furthest below nothing
        known.sort(key=lambda figure: sign * (figure.value or 0), reverse=asked.operation == "maximum")
        if asked.spread:
            outcomes += [_spread(known[0], known[-1], left_out, context, column, ledger, language)]
            continue
        if asked.near is not None:
            outcomes += [_nearest(asked.near, known, left_out, context, column, ledger, language)]
            continue
        if asked.place is not None:
            outcomes += _placed(asked, known, left_out, context, column, ledger)
            continue
        wanted = asked.number or 1
        bound = known[min(wanted, len(known)) - 1].value
        keep = [figure for position, figure in enumerate(known) if position < wanted or figure.value == bound]
        if asked.summed and len(keep) == wanted:
            summed = total(keep, context, column, ledger, language, kind="sum",
                           label=lambda figure: row_named(figure, language))  # fmt: skip
            outcomes += [replace(summed, left_out=tuple(left_out))] if summed is not None else []
            continue
        positions = [ledger.add(figure) for figure in keep]
        rows = _listed(keep, language)
        outcomes.append(
            Outcome(say(asked.operation, language, rows=rows), tuple(positions), context, column, tuple(left_out))
        )
    return outcomes


def _of_measure(asked: Asked, choices: Sequence[Choice]) -> list[tuple[tuple[Context, tuple[str, ...]], list[Figure]]]:
    """Return the columns with their figures: all of a column together where each is of the one measure asked for.

    A row that speaks of funding has its effect as its neighbours do.
    """
    whole = len(asked.measures) == 1 and asked.measure not in FLOWS
    columns: dict[Column, list[Figure]] = {}
    for (context, column, period, measure), figures in by_column(choices).items():
        columns.setdefault((context, column, period, None if whole else measure), []).extend(figures)
    return [((context, column), figures) for (context, column, _, _), figures in columns.items()]


def _is_fall(asked: Asked) -> bool:
    """Whether the most is asked of what is printed with a minus where it is larger: cuts, losses, deficits."""
    return asked.measures != ("deviation",) and any(listed(word, "falling") for word in asked.words)


def _listed(figures: Sequence[Figure], language: Language) -> str:
    """Return rows with their values, strung together."""
    return joined([beside(row_named(figure, language), value_of(figure, language)) for figure in figures], language)


def _spread(  # noqa: PLR0913, PLR0917 - two figures and where they stand
    high: Figure, low: Figure, left_out: Sequence[Figure], context: Context, column: tuple[str, ...], ledger: Ledger,
    language: Language,
) -> Outcome:  # fmt: skip
    """Return how far the row with the most is from the one with the least."""
    inputs = [ledger.add(high), ledger.add(low)]
    formula = f"{value_of(high, language)} − {value_of(low, language)}"
    apart = (high.value or Decimal(0)) - (low.value or Decimal(0))
    result = ledger.compute(apart, high.unit, formula, inputs)
    told = say("spread", language, value=format_difference(apart, high.unit, language), a=_listed([high], language),
               b=_listed([low], language))  # fmt: skip
    return Outcome(told, (*inputs, result), context, column, tuple(left_out), formula)


def _nearest(  # noqa: PLR0913, PLR0917 - rows and where they stand
    value: Decimal, figures: Sequence[Figure], left_out: Sequence[Figure], context: Context, column: tuple[str, ...],
    ledger: Ledger, language: Language,
) -> Outcome:  # fmt: skip
    """Return the rows whose figures are closest to `value`, ties together."""
    apart = [abs((figure.value or Decimal(0)) - value) for figure in figures]
    keep = [figure for figure, far in zip(figures, apart, strict=True) if far == min(apart)]
    told = say("nearest", language, rows=_listed(keep, language))
    return Outcome(told, tuple(ledger.add(figure) for figure in keep), context, column, tuple(left_out))


def _placed(  # noqa: PLR0913, PLR0917 - the parts of one sentence
    asked: Asked, ordered: Sequence[Figure], left_out: Sequence[Figure], context: Context, column: tuple[str, ...],
    ledger: Ledger,
) -> list[Outcome]:  # fmt: skip
    """Return the rows in the place asked for, counted from the end that `ordered` begins with."""
    place, language = asked.place or 1, asked.language
    if place > len(ordered):
        return []
    value = ordered[place - 1].value
    keep = [figure for figure in ordered if figure.value == value]
    positions = tuple(ledger.add(figure) for figure in keep)
    rows = _listed(keep, language)
    sentence = say(f"place_{asked.operation}", language, place=str(place), rows=rows)
    return [Outcome(sentence, positions, context, column, tuple(left_out))]


def rank(
    asked: Asked, chosen: Sequence[Choice], everything: Sequence[Choice], ledger: Ledger, language: Language
) -> list[Outcome]:
    """Return the place of each chosen row among the rows of its column, counted from the largest."""
    columns = by_column(everything)
    outcomes = []
    for (context, column, period, measure), figures in by_column(chosen).items():
        known, left_out = rows_compared(
            columns.get((context, column, period, measure), []), asked.row_kind or _kind_of(figures)
        )
        for figure in figures:
            if figure.value is None or figure.id not in {one.id for one in known}:
                continue
            place = 1 + sum(1 for other in known if (other.value or 0) > figure.value)
            stated = ledger.add(figure)
            formula = f"1 + |{{> {format_number(figure.value, language)}}}|, n = {len(known)}"
            result = ledger.compute(Decimal(place), None, formula, [stated])
            sentence = say("rank", language, row=row_named(figure, language), rank=str(place),
                           value=value_of(figure, language))  # fmt: skip
            outcomes.append(Outcome(sentence, (stated, result), context, column, tuple(left_out), formula))
    return outcomes
