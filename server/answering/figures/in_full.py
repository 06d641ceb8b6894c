"""Which rows got all of something: were paid all that was granted, were granted all that they applied for.

The two columns are set against each other row by row, never in totals. Knows nothing of how rows are called.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from index.figures import Context
from ingest.table import Figure
from server.answering.figures.asked import Asked, WordKind
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.growth import asks_which
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.overview import of_headed
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import say
from server.answering.figures.understanding import measures_named
from server.answering.figures.wording import measure_of, row_named, value_of
from server.answering.words.numbers_format import format_value

_GIVEN = ("granted", "budgeted", "planned")
_GONE = ("paid", "actual")
_MOST = 12
_OPERATIONS = ("lookup", "overview", "sum")
_WHOLLY = re.compile(
    r"\b(?:kokonaan|kokonaisuudessaan|täysin|täysimääräise\w+|fullt ut|till fullo|helt|i sin helhet|in full|fully"
    r"|entirely|completely|everything)\b"
)
_ALL = re.compile(
    r"\b(?:kaik(?:en|ki|kea)|koko|hela|allt|(?:the|its|their) (?:whole|entire|full)|all (?:of )?(?:the|its|their"
    r"|that|it|they|what))\b"
)
_REACH = 4
"""Words after "all" among which something is that is given or paid."""
_NOT = re.compile(r"\b(?:ei(?:vät)?|inte|not|never)\b|n't\b")


def asks_in_full(asked: Asked) -> bool:
    """Whether the question is for the rows that got all of something: "which project was paid in full"."""
    which = asks_which(asked) and asked.operation in _OPERATIONS
    return which and bool(_pairs(asked)) and _says_all(asked)


def in_full(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the rows that got all of it, in order; where that is denied, those that got less."""
    for pair in _pairs(asked):
        both = replace(asked, measures=pair, measure=pair[1], operation="overview", limit=None, kinds=_kinds(asked))
        for wider in (False, True):
            constraints = constraints_of(both, labels, wider=wider)
            if constraints.unexplained or constraints.unknown or constraints.rows:
                continue
            allowed = np.asarray(mask & labels.in_tables(), dtype=np.bool_)
            fits = of_headed(
                asked, labels, np.asarray(constraints.conjunction(len(labels.figures)) & allowed, dtype=np.bool_)
            )
            named = np.isin(labels.figures.row_ids, labels.figures.row_ids[fits]) & labels.of_contexts(fits)
            rows = _rows(asked, labels, np.asarray(named & allowed & labels.measured(pair), dtype=np.bool_))
            if found := [one for context, row in rows for one in _outcomes(asked, context, row, pair, ledger)]:
                return found if len(found) <= _MOST else []
    return []


def _rows(asked: Asked, labels: LabelIndex, mask: Mask) -> list[tuple[Context, list[Figure]]]:
    """Return the figures of each row that may be compared, table by table; of none where one cannot be read."""
    columns: dict[tuple[int, int], list[Figure]] = {}
    for position in np.flatnonzero(mask).tolist():
        figure = labels.figures.figures[position]
        columns.setdefault((int(labels.figures.context_ids[position]), figure.column), []).append(figure)
    rows: dict[tuple[int, int], list[Figure]] = {}
    for (context, _), figures in columns.items():
        for figure in rows_compared(figures, asked.row_kind)[0]:
            rows.setdefault((context, figure.row), []).append(figure)
    return [(labels.figures.contexts[context], row) for (context, _), row in sorted(rows.items())]


def _says_all(asked: Asked) -> bool:
    """Whether "all" is said of something given, applied for or paid: "all the projects" is none of it."""
    lowered = asked.text.casefold()
    if _WHOLLY.search(lowered):
        return True
    for match in _ALL.finditer(lowered):
        after = [kind for word, kind in zip(asked.words, asked.kinds, strict=True) if word.start >= match.end()]
        if any(kind in ("measure", "grant", "money") for kind in after[:_REACH]):
            return True
    return False


def _kinds(asked: Asked) -> tuple[WordKind, ...]:
    """Return what words do where those for all of it and for denying it name nothing."""
    lowered = asked.text.casefold()
    spans = [match.span() for pattern in (_WHOLLY, _ALL, _NOT) for match in pattern.finditer(lowered)]
    told = (any(start < word.end and word.start < end for start, end in spans) for word in asked.words)
    return tuple("frame" if of_form else kind for kind, of_form in zip(asked.kinds, told, strict=True))


def _pairs(asked: Asked) -> list[tuple[str, str]]:
    """Return the measures set against each other: what was given or applied for, and what came of it."""
    named = measures_named(asked)
    gone = [measure for measure in _GONE if measure in named]
    given = [measure for measure in _GIVEN if measure in named]
    if gone:
        return [(one, other) for one in given or _GIVEN for other in gone]
    return [("applied", "granted")] if "applied" in named and (asked.received or "granted" in named) else []


def _outcomes(
    asked: Asked, context: Context, row: Sequence[Figure], measures: tuple[str, str], ledger: Ledger
) -> list[Outcome]:
    """Return what a row got of what it was given, of each period, where that is all of it, or is not if so asked."""
    given, gone = ([one for one in row if one.measure == measure] for measure in measures)
    pairs = [(one, same[0]) for one in given if len(same := _of_period(one.period, gone)) == 1]
    less = _NOT.search(asked.text.casefold()) is not None
    found = []
    for whole, part in pairs:
        said = f"{whole.period} {part.period}"
        if asked.years and not any(year in said for year in asked.years):
            continue
        if whole.unit != part.unit or not whole.value or part.value is None:
            continue
        left = whole.value - part.value
        if left > 0 if less else left == 0:
            found.append(_told(asked, context, (whole, part, left), ledger, dated=len(pairs) > 1))
    return found


def _told(
    asked: Asked, context: Context, compared: tuple[Figure, Figure, Decimal], ledger: Ledger, *, dated: bool
) -> Outcome:
    (whole, part, left), language = compared, asked.language
    inputs = [ledger.add(part), ledger.add(whole)]
    name = " ".join(filter(None, (row_named(part, language), f"({part.period})" if dated and part.period else "")))
    told = [f"{measure_of(figure, language)} {value_of(figure, language)}" for figure in (whole, part)]
    if not left:
        return Outcome(f"{name}: {', '.join(told)}", tuple(inputs), context, ())
    formula = f"{value_of(whole, language)} − {value_of(part, language)}"
    result = ledger.compute(left, part.unit, formula, inputs, row_path=part.row_path)
    value = format_value(left, part.unit, language)
    sentence = say("measure_share", language, row=name, value=value, part=told[0], whole=told[1])
    return Outcome(sentence, (*inputs, result), context, (), (), formula)


def _of_period(period: str | None, figures: Sequence[Figure]) -> list[Figure]:
    return [one for one in figures if one.period == period or None in (one.period, period)]
