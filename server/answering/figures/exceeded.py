"""Which rows exceeded what was planned or budgeted, or fell short of it, where columns say both and none the deviation.

"Which measure exceeded its budget?" Knows nothing of how rows are called.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

import numpy as np

from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.growth import asks_which
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.overview import of_headed
from server.answering.figures.said_parts import stands
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import say
from server.answering.figures.understanding import measures_named
from server.answering.figures.wording import measure_of, row_of, value_of
from server.answering.words.numbers_format import format_difference
from server.answering.words.vocabulary import label_words, listed, word_keys, words_listed
from server.answering.words.word import words_of

_GIVEN = ("budgeted", "planned", "granted")
_MOST = 12


def asks_who_exceeded(asked: Asked) -> bool:
    """Whether the question is for the rows that exceeded something or fell short of it: "which boards overspent"."""
    return (
        "deviation" in asked.measures and asks_which(asked) and asked.operation in ("lookup", "difference", "overview")
    )


def exceeded(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the rows whose outturn lies on the side asked for of what was given, in order; of those of one measure."""
    over = any(listed(word, "exceeding") for word in asked.words)
    if over == any(listed(word, "undercutting") for word in asked.words):
        return []
    named = [given for given in measures_named(asked) if given in _GIVEN]
    for given in named or _GIVEN:
        both = replace(asked, measures=(given, "actual"), measure="actual", operation="overview")
        for wider in (False, True):
            constraints = constraints_of(both, labels, wider=wider)
            if constraints.unexplained or constraints.unknown:
                continue
            fits = np.asarray(constraints.conjunction(len(labels.figures)) & mask & labels.in_tables(), dtype=np.bool_)
            fits = of_headed(asked, labels, fits)
            rows = choose(both, labels, constraints, fits, None, all_rows=True) if fits.any() else []
            rows = _of_flow(asked, _of_kind(asked, [row for row in rows if not _sums_all(row)]))
            found = [one for row in rows if (one := _outcome(asked, row, given, labels, ledger, over=over)) is not None]
            if found:
                return found if len(found) <= _MOST else []
    return []


def _outcome(  # noqa: PLR0913 - a row and what is asked of it
    asked: Asked, row: Choice, given: str, labels: LabelIndex, ledger: Ledger, *, over: bool
) -> Outcome | None:
    planned = _planned([figure for figure in row.figures if figure.measure == given], labels)
    if planned is None:
        return None
    actual = _one([one for one in row.figures if one.measure == "actual" and _of_one_year(planned, one)])
    actual = actual or _less_its_budget(planned, labels)
    if actual is None or planned.unit != actual.unit:
        return None
    apart = abs(actual.value or Decimal(0)) - abs(planned.value or Decimal(0))
    if (apart <= 0) if over else (apart >= 0):
        return None
    language = asked.language
    inputs = [ledger.add(actual), ledger.add(planned)]
    formula = f"{value_of(actual, language)} − {value_of(planned, language)}"
    result = ledger.compute(apart, actual.unit, formula, inputs, row_path=actual.row_path)
    told = [f"{measure_of(figure, language)} {value_of(figure, language)}" for figure in (actual, planned)]
    value = f"{'+' if apart > 0 else ''}{format_difference(apart, actual.unit, language)}"
    sentence = say("measure_share", language, row=row_of(row.row, language), value=value, part=told[0], whole=told[1])
    return Outcome(sentence, (*inputs, result), row.context, (), (), formula)


def _sums_all(row: Choice) -> bool:
    """Whether a row stands under the total of all: "Yhteensä › Menot"."""
    return bool(row.row) and all(listed(word, "totals") for word in words_of(row.row[0]))


def _of_kind(asked: Asked, rows: list[Choice]) -> list[Choice]:
    """Return the rows whose labels, or what stands over them, have the noun asked for, all where none has it."""
    which = words_listed("which")
    nouns = [word for before, word in pairwise(asked.words) if before.text.casefold() in which][:1]
    called = [row for row in rows if nouns and any(stands(nouns[0], label) for label in row.row)]
    return called or rows


def _of_flow(asked: Asked, rows: list[Choice]) -> list[Choice]:
    """Return the rows of revenue where the question speaks of it, else the others: spending exceeds budgets."""
    income = any("c:income" in word_keys(word) for word in asked.words)
    of_it = [any("c:income" in keys for keys in label_words(row.row[-1])) if row.row else False for row in rows]
    return [row for row, fits in zip(rows, of_it, strict=True) if fits == income] if any(of_it) else rows


def _planned(figures: Sequence[Figure], labels: LabelIndex) -> Figure | None:
    """Return the one figure planned for a row; of a budget and the same as amended, that which a deviation is from."""
    if (alone := _one(figures)) is not None:
        return alone
    told = [(one, _less_its_budget(one, labels)) for one in figures]
    fits = [one for one, outturn in told if outturn is not None and outturn.measure == "actual"]
    return fits[-1] if len({one.value for one in fits}) == 1 else None


def _less_its_budget(planned: Figure, labels: LabelIndex) -> Figure | None:
    """Return the one figure of a row that a printed deviation is the difference of to what was planned."""
    table = labels.figures.table_of(planned)
    beside = [labels.figures.figures[labels.figures.by_id[cell.id]] for cell in (table.figures if table else ())
              if cell.row == planned.row and cell.value is not None and cell.unit == planned.unit]  # fmt: skip
    apart = _one([one for one in beside if one.measure == "deviation" and _of_one_year(planned, one)])
    if apart is None or not apart.value:
        return None
    others = [one for one in beside if one.id not in (planned.id, apart.id) and _of_one_year(planned, one)]
    given = planned.value or Decimal(0)
    return _one([one for one in others if abs((one.value or Decimal(0)) - given) == abs(apart.value)])


def _of_one_year(one: Figure, other: Figure) -> bool:
    return one.period is None or other.period is None or one.period == other.period


def _one(figures: Sequence[Figure]) -> Figure | None:
    """Return the one known figure of some, None where there are several or none."""
    found = [figure for figure in figures if figure.value is not None]
    return found[0] if len(found) == 1 else None
