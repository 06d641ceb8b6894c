"""What the columns of one row come to: their sum, the greatest of them, the change from one to another.

"Visits in January to April together", "in which month were there most?". Knows nothing of how the row was chosen.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from index.figures import FigureIndex
from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.constraints import Constraints
from server.answering.figures.dated import years_in
from server.answering.figures.ledger import Ledger
from server.answering.figures.nearness import ignorable
from server.answering.figures.operations import Outcome
from server.answering.figures.sentences import joined, say
from server.answering.figures.wording import column_of, row_named, value_of
from server.answering.words.months import WHICH_PERIOD, months_of
from server.answering.words.numbers_format import format_difference, format_value, one_decimal
from server.answering.words.vocabulary import label_keys, listed, word_keys
from server.answering.words.word import words_of

_FEWEST = 2
_QUARTER, _YEAR = 3, 12
_EACH_YEAR = re.compile(
    r"\bvuo(?:dessa|sittain)\b|\bvuotta kohti\b|\bper år\b|\bom året\b|\bårligen\b|\b(?:a|per|each) year\b|\bannually\b"
)
_ONE_YEAR = re.compile(r"(?:19|20)\d\d")
_PERIODS = ((1, ("kuu", "månad", "month")), (_YEAR, ("vuon", "vuosi", "år", "year")))


def asks_when(asked: Asked) -> bool:
    """Whether the question is for the month, quarter or year with the most or least."""
    return asked.operation in ("maximum", "minimum") and WHICH_PERIOD.search(asked.text.casefold()) is not None


def best_columns(asked: Asked, chosen: Sequence[Choice], ledger: Ledger) -> list[Outcome]:
    """Return the columns of each chosen row with the most or least, ties together, nothing for a row of one column."""
    found = [(choice.context, _best(asked, choice.figures, ledger)) for choice in chosen]
    return [Outcome(*told, context, ()) for context, told in found if told is not None]


def best_of_totals(
    asked: Asked, chosen: Sequence[Choice], index: FigureIndex, ledger: Ledger
) -> tuple[list[Outcome], list[Choice]]:
    """Return the columns with the most or least in the total row of each table of periods, and the other choices.

    Where the months stand as columns, no row of theirs can be told to have the best one but that of all.
    """
    outcomes: dict[str, Outcome] = {}
    others = []
    for choice in chosen:
        table = index.table_of(choice.main[0])
        rows = {figure.row for figure in table.figures if figure.row_role == "total"} if table is not None else set()
        if table is None or not _tells_when(asked, choice.figures):
            others.append(choice)
        elif len(rows) == 1 and table.id not in outcomes:
            told = _best(asked, [figure for figure in table.figures if figure.row in rows], ledger)
            if told is not None:
                outcomes[table.id] = Outcome(*told, choice.context, ())
    return list(outcomes.values()), others


def _best(asked: Asked, row: Sequence[Figure], ledger: Ledger) -> tuple[str, tuple[int, ...]] | None:
    """Return the sentence on the periods of a row with the most or least and their figures, None without periods."""
    figures = alike([figure for figure in row if figure.column_role != "total"])
    if len(figures) < _FEWEST or not _tells_when(asked, figures):
        return None
    pick = max if asked.operation == "maximum" else min
    bound = pick(figure.value or 0 for figure in figures)
    kept = [figure for figure in figures if figure.value == bound]
    named = [f"{value_of(one, asked.language)} ({column_of(one.column_path, asked.language)})" for one in kept]
    told = f"{row_named(figures[0], asked.language)} {joined(named, asked.language)}"
    return say(asked.operation, asked.language, rows=told), tuple(ledger.add(one) for one in kept)


def _tells_when(asked: Asked, figures: Sequence[Figure]) -> bool:
    """Whether each column that is no total is of the kind of period asked for: a month, a quarter or a year."""
    said = WHICH_PERIOD.search(asked.text.casefold())
    word = said.group().split()[-1] if said is not None else ""
    paths = [figure.column_path for figure in figures if figure.column_role != "total"]
    return bool(paths) and all(_months_in(path) == _months_asked(word) for path in paths)


def _months_asked(word: str) -> int:
    """Return how many months the period has that a question names: "kuussa", "quarter", "år"."""
    quarter = "nelj" in word or word.startswith(("kvar", "quar"))
    return _QUARTER if quarter else next((size for size, begins in _PERIODS if word.startswith(begins)), 0)


def _months_in(path: Sequence[str]) -> int:
    """Return of how many months a column is, twelve for a year, none where it is of no time."""
    months = [len(found) for label in path if (found := months_of(label))]
    return min(months) if months else _YEAR if years_in(" ".join(path)) else 0


def sum_of_columns(
    asked: Asked, constraints: Constraints, chosen: Sequence[Choice], index: FigureIndex, ledger: Ledger
) -> list[Outcome]:
    """Return what all columns of the one chosen row sum to, nothing where they count different things or stocks.

    Where the question does not name the columns, what is counted must be said of the whole table, by its title or unit,
    and no column may be a total or a year.
    """
    if len(chosen) != 1 or not asked.totalled:
        return []
    (choice,) = chosen
    figures = alike(choice.main)
    if len(figures) < _FEWEST or not summable(figures):
        return []
    place = index.by_id[figures[0].id]
    said = [need for need in constraints.needs if need.evidence and not need.row_path[place]]
    counted = bool(said) and all(need.context[place] or need.counted[place] for need in said)
    if len(constraints.columns) < _FEWEST and not (counted and whole_row(choice, index)):
        return []
    total = operations.total(
        figures, choice.context, (), ledger, asked.language, kind="sum",
        label=lambda figure: column_of(figure.column_path, asked.language),
    )  # fmt: skip
    return [total] if total is not None else []


def average_of_columns(asked: Asked, chosen: Sequence[Choice], index: FigureIndex, ledger: Ledger) -> list[Outcome]:
    """Return the average over the months, quarters or years of each chosen row, where the question is for that."""
    if _EACH_YEAR.search(asked.text.casefold()) and not asked.years:
        yearly = [(choice, _of_single_years(choice)) for choice in chosen]
    elif len(chosen) == 1 and any(listed(word, "each_period") for word in asked.words):
        whole = len(alike(chosen[0].main)) >= _FEWEST and whole_row(chosen[0], index)
        yearly = [(chosen[0], list(chosen[0].main))] if whole else []
    else:
        return []
    found = [
        operations.total(
            figures, choice.context, (), ledger, asked.language, kind="average",
            label=lambda figure: column_of(figure.column_path, asked.language),
        )
        for choice, figures in yearly if len(figures) >= _FEWEST
    ]  # fmt: skip
    return [mean for mean in found if mean is not None]


def _of_single_years(choice: Choice) -> list[Figure]:
    """Return the figures of a row that are of one year each, none where two are of the same or of other measures."""
    dated = [one for one in choice.figures if one.period is not None and _ONE_YEAR.fullmatch(one.period)]
    alike = len({one.measure for one in dated}) == 1 and len({one.unit for one in dated}) == 1
    return dated if alike and len({one.period for one in dated}) == len(dated) else []


def whole_row(choice: Choice, index: FigureIndex) -> bool:
    """Whether a choice has all columns of a row of its unit and one year, none a total or named by the table's title.

    "Companies and staff" has columns of companies and of staff: they sum to nothing.
    """
    figures = choice.main
    table = index.table_of(figures[0])
    if table is None or choice.details:
        return False
    years = {_year(one) for one in figures}
    beside = [
        one
        for one in table.figures
        if one.row == figures[0].row and one.unit == figures[0].unit and _year(one) in years
    ]
    title = label_keys(choice.context.title)
    named = any(not title.isdisjoint(label_keys(label)) for figure in figures for label in figure.column_path)
    labels = " ".join(label for figure in figures for label in figure.column_path)
    totalled = any(listed(word, "totals") for word in words_of(labels)) or _sums(figures)
    return len(beside) == len(figures) and not named and not totalled and len(years) == 1


def _sums(figures: Sequence[Figure]) -> bool:
    """Whether one of three figures or more is what the others sum to."""
    values = [figure.value or Decimal(0) for figure in figures]
    return len(values) > _FEWEST and any(value * 2 == sum(values) for value in values)


def _year(figure: Figure) -> tuple[str, ...]:
    return years_in(" ".join(figure.column_path))


def change_between(asked: Asked, chosen: Sequence[Choice], ledger: Ledger) -> list[Outcome]:
    """Return the change from the column that the question names first to the one that it names last."""
    language = asked.language
    outcomes = []
    for choice in chosen:
        figures = alike(choice.main) or _one_each_year(asked, choice.main)
        order = [_place(asked, figure) for figure in figures]
        if len(figures) != _FEWEST or None in order or order[0] == order[1]:
            continue
        first, last = figures if (order[0] or 0) < (order[1] or 0) else figures[::-1]
        inputs = [ledger.add(last), ledger.add(first)]
        change = (last.value or Decimal(0)) - (first.value or Decimal(0))
        formula = f"{value_of(last, language)} − {value_of(first, language)}"
        results = [ledger.compute(change, first.unit, formula, inputs)]
        percent = ""
        if first.value and first.unit != "%":
            relative = one_decimal(change * 100 / first.value)
            percent = f"{'+' if relative > 0 else ''}{format_value(relative, '%', language)}"
            results.append(ledger.compute(relative, "%", f"({formula}) / {value_of(first, language)}", inputs))
        value = f"{'+' if change > 0 else ''}{format_difference(change, first.unit, language)}"
        ends = {"first": column_of(first.column_path, language), "last": column_of(last.column_path, language)}
        row = row_named(choice.main[0], language)
        sentence = say("change_between", language, row=row, value=value, percent=percent, **ends)
        outcomes.append(Outcome(sentence.replace(" ()", ""), (*inputs, *results), choice.context, (), (), formula))
    return outcomes


def _one_each_year(asked: Asked, figures: Sequence[Figure]) -> list[Figure]:
    """Return a figure of each of the two years asked for, the last of equal ones; nothing where they differ.

    What is budgeted for one year and planned for another are told by their columns.
    """
    if len(asked.years) != _FEWEST or {figure.unit for figure in figures} != {"EUR"}:
        return []
    found = []
    for year in asked.years:
        here = [figure for figure in figures if figure.period == year]
        if len({figure.value for figure in here}) != 1 or not here[0].column_path or here[0].value is None:
            return []
        found.append(here[-1])
    apart = {figure.measure for figure in found} <= {"budgeted", "planned", "actual"}
    return found if apart else []


def summable(figures: Sequence[Figure]) -> bool:
    """Whether columns of a row count the same: in a stated unit, called by one word, or parted by who or when.

    Hotels and beds do not.
    """
    called = frozenset.intersection(*(label_keys(figure.column_path[-1]) for figure in figures if figure.column_path))
    return any(key[2:3].isalpha() for key in called - ignorable()) or all(
        figure.unit is not None or any(listed(word, "addends") for word in words_of(" ".join(figure.column_path)))
        for figure in figures
    )


def alike(figures: Sequence[Figure]) -> list[Figure]:
    """Return figures of a row where all of them are known and of one unit, measure and level, else nothing."""
    kinds = {(figure.unit, figure.measure, figure.column_role, figure.row) for figure in figures}
    fits = len(kinds) == 1 and all(figure.value is not None and figure.column_role == "plain" for figure in figures)
    return list(figures) if fits and len({figure.column_path for figure in figures}) == len(figures) else []


def _place(asked: Asked, figure: Figure) -> int | None:
    """Return the number of the first word of the question that names a figure's own column, None for none."""
    keys = label_keys(figure.column_path[-1]) if figure.column_path else frozenset()
    named = (position for position, word in enumerate(asked.words) if not keys.isdisjoint(word_keys(word)))
    return next(named, None)
