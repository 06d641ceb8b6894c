"""What is left where no column says it: what was granted or budgeted, less what was paid or used of it.

Knows nothing of how rows are told apart.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.figures import Context
from ingest.table import Figure
from server.answering.answer import Answer, Language
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.lookup import merged
from server.answering.figures.operations import Outcome
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import say
from server.answering.figures.understanding import measures_named
from server.answering.figures.wording import column_of, measure_of, row_named, value_of
from server.answering.words.numbers_format import format_value
from server.answering.words.vocabulary import listed, word_keys
from server.answering.words.word import Word, words_of

_GIVEN = ("granted", "funding", "budgeted", "planned", "total_cost")
_GONE = ("paid", "actual")
_FEWEST = 2
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def left_over(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return for each row that the question names what is left of it, nothing where that cannot be told.

    `mask` are the figures of the collections asked.
    """
    named = [measure for measure in measures_named(asked) if measure in _GIVEN]
    for given in named or _GIVEN[:3]:
        for gone in _GONE:
            both = replace(asked, measures=(given, gone), measure=gone, operation="lookup")
            both = _of_budget(both) if given == "budgeted" else both
            for wider in (False, True):
                chosen = merged(rows_answering(both, labels, mask, wider=wider))
                # Of what was granted elsewhere, where nothing is said to be paid, nothing can be told.
                told = [choice for choice in chosen if all(_pair(choice, both))]
                outcomes = [_outcome(choice, both, ledger) for choice in told]
                if outcomes and None not in outcomes:
                    return [outcome for outcome in outcomes if outcome is not None]
    return []


def left_most(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the rows of each table of which most or least is left; a table of which a row tells none tells of none."""
    for given in _GIVEN[:3]:
        for gone in _GONE:
            both = replace(asked, measures=(given, gone), measure=gone)
            constraints = constraints_of(both, labels)
            if constraints.unknown or constraints.unexplained or constraints.rows:
                continue
            tables: dict[Context, list[Choice]] = {}
            fits = constraints.conjunction(len(labels.figures)) & mask & labels.in_tables()
            for choice in choose(both, labels, constraints, fits, None, all_rows=True):
                tables.setdefault(choice.context, []).append(choice)
            if found := [one for rows in tables.values() for one in _most_of(rows, both, ledger)]:
                return found
    return []


def _most_of(rows: Sequence[Choice], asked: Asked, ledger: Ledger) -> list[Outcome]:
    """Return the rows of one table of which most or least is left, ties together."""
    lefts = []
    for row in rows:
        given, gone = (_one(row, measure) for measure in asked.measures)
        if given is None or gone is None or given.value is None or gone.value is None or given.row_role != "plain":
            return []
        lefts.append(given.value - gone.value)
    if min(lefts, default=0) < 0:
        return []  # what went was not of that
    of_kind, _ = rows_compared([row.main[0] for row in rows], asked.row_kind)
    if not _FEWEST <= len(rows) == len(of_kind):
        return []
    bound = max(lefts) if asked.operation == "maximum" else min(lefts)
    found = [_outcome(row, asked, ledger) for row, left in zip(rows, lefts, strict=True) if left == bound]
    return [
        replace(one, sentence=say(asked.operation, asked.language, rows=one.sentence))
        for one in found
        if one is not None
    ]


def _outcome(choice: Choice, asked: Asked, ledger: Ledger) -> Outcome | None:
    given, gone = _pair(choice, asked)
    if given is None or gone is None or given.value is None or gone.value is None or given.unit != gone.unit:
        return None
    if gone.value > given.value or given.unit == "%":
        return None
    if not _of_one_year(given.period, gone.period):
        return None  # what was paid in another year is not of this grant
    language = asked.language
    inputs = [ledger.add(given), ledger.add(gone)]
    formula = f"{value_of(given, language)} − {value_of(gone, language)}"
    result = ledger.compute(given.value - gone.value, given.unit, formula, inputs, row_path=given.row_path)
    sentence = say("measure_share", language, row=row_named(choice.main[0], language),
                   value=format_value(given.value - gone.value, given.unit, language),
                   part=_told(given, language, dated=_one(choice, asked.measures[0]) is None),
                   whole=_told(gone, language))  # fmt: skip
    return Outcome(sentence, (*inputs, result), choice.context, (), (), formula)


def _of_one_year(*periods: str | None) -> bool:
    """Whether periods that are stated share a year: "2024" and "31.8.2024" do."""
    years = [set(_YEAR.findall(period)) for period in periods if period]
    return all(not one.isdisjoint(other) for one in years for other in years if one and other)


def of_one_period(answer: Answer) -> bool:
    """Whether no computed figure is of inputs that state two years: another year's outturn is not of this budget."""
    inputs = [[answer.figures[position].period for position in figure.inputs] for figure in answer.figures]
    return all(_of_one_year(*periods) for periods in inputs)


def _one(choice: Choice, measure: str) -> Figure | None:
    """Return the one figure of a measure in a row, or the total or the revised one of several; None without one."""
    found = [figure for figure in choice.figures if figure.measure == measure]
    found = [figure for figure in found if figure.unit != "%"] or found
    if len(found) > 1:
        totals = [figure for figure in found if figure.column_role in ("total", "parent")]
        found = totals or [figure for figure in found if any(map(_is_revised, words_of(" ".join(figure.column_path))))]
    return found[0] if len(found) == 1 else None


def _of_budget(asked: Asked) -> Asked:
    """Return `asked` where a word for an appropriation says no more than that it is of what was budgeted."""
    appropriated = ("c:appropriation" in word_keys(word) for word in asked.words)
    kinds = zip(asked.kinds, appropriated, strict=True)
    return replace(asked, kinds=tuple("frame" if kind == "grant" and budget else kind for kind, budget in kinds))


def _is_revised(word: Word) -> bool:
    return listed(word, "revised")


def _pair(choice: Choice, asked: Asked) -> tuple[Figure | None, Figure | None]:
    """Return the figures of a row's two measures; of several years of one, that of the other's year."""
    one, other = (_one(choice, measure) for measure in asked.measures)
    if other is not None and one is None and other.period:
        of_year = [figure for figure in choice.figures if figure.period and _of_one_year(figure.period, other.period)]
        one = _one(replace(choice, main=tuple(of_year), details=()), asked.measures[0])
    return one, other


def _told(figure: Figure, language: Language, *, dated: bool = False) -> str:
    measure = measure_of(figure, language) or column_of(figure.column_path, language)
    return " ".join(filter(None, (measure, f"({figure.period})" if dated else "", value_of(figure, language))))
