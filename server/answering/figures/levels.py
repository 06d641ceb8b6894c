"""The levels of a table's rows by what their labels are: "Region › Municipality › Company". Knows no wording.

A question for the company that got most compares the innermost rows; one for the region compares what the rows of each
region sum to. What the labels of a level are is said by the headers over the label columns.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from index.figures import Context, FigureIndex
from ingest.table import Figure
from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.labels import heads_of
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome, by_column
from server.answering.figures.ranking import extreme
from server.answering.figures.row_kinds import are_of_another_kind
from server.answering.figures.sentences import joined, say
from server.answering.figures.word_kinds import MOST_OF
from server.answering.figures.wording import row_of, value_of
from server.answering.words.numbers_format import format_number, format_value
from server.answering.words.vocabulary import listed, word_keys, words_listed
from server.answering.words.word import Word, words_of

_WANTED = ("kind", "content")
_AND = frozenset({"ja", "sekä", "och", "samt", "and"})
_WHO = frozenset({"kuka", "ketkä", "kenelle", "keille", "vem", "vilka", "who", "whom"})
_BY = re.compile(r"\b(?:(\w+(?:ittain|ittäin))|(\w{3,})vis|(?:per|by|efter)\s+([\w-]+))\b", re.IGNORECASE)
"""What says by what a table's rows are, in three languages."""


def counts_behind(asked: Asked, position: int) -> bool:
    """Whether a word is what rows have the most of, and not what they are: "most projects"."""
    return position > 0 and asked.words[position - 1].text.casefold() in MOST_OF


def level_of(asked: Asked, context: Context) -> int | None:
    """Return how far out the level lies that the question names by its head, 0 for the innermost; None for none."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    which = [
        position
        for position in range(1, len(asked.words))
        if asked.kinds[position] in _WANTED and asked.words[position - 1].text.casefold() in words_listed("which")
    ]
    for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True)):
        if kind not in _WANTED or position in named or counts_behind(asked, position):
            continue
        if which and position not in which:
            continue  # "in which region did companies …" asks for regions
        keys = word_keys(word)
        for depth, head in enumerate(reversed(heads_of(context))):
            if not head.isdisjoint(keys):
                return depth
    return None


def joined_with_part(asked: Asked, answer: Answer) -> bool:
    """Whether the sum of a row and its own part is asked for ("the region and its town together") and one is told."""
    rows = {figure.row_path for figure in answer.figures}
    joint = [position for position, word in enumerate(asked.words) if word.text.casefold() in _AND]
    if not asked.totalled or len(rows) != 1 or not joint:
        return False
    *above, own = rows.pop()
    if any(word.text.casefold() in _AND for word in words_of(own)):
        return False  # a name of several words is one row
    sides = [(asked.words[:position], asked.words[position + 1 :]) for position in joint]
    return any(
        _names(label, one) and _names(own, other)
        for label in above
        for before, after in sides
        for one, other in ((before[-1:], after), (after[:1], before))
    )


def _names(label: str, words: Sequence[Word]) -> bool:
    forms = frozenset[str]().union(*(word.forms for word in words))
    return any(not word.forms.isdisjoint(forms) for word in words_of(label))


def members(figures: Sequence[Figure], level: int, depth: int) -> dict[tuple[str, ...], list[Figure]]:
    """Return the rows of one column by the label at `level` (from the innermost, 0) and what stands over it.

    `depth` is how many levels the labels have. Totals, and rows that others are parts of, are out.
    """
    paths = {figure.row_path for figure in figures}
    outer = {path[:length] for path in paths for length in range(1, len(path))}
    found: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if figure.row_role in ("total", "parent") or figure.row_path in outer or len(figure.row_path) < depth:
            continue
        found.setdefault(figure.row_path[: len(figure.row_path) - level], []).append(figure)
    return found


def extremes(
    asked: Asked, choices: Sequence[Choice], index: FigureIndex, ledger: Ledger, *, below: bool = False
) -> list[Outcome]:
    """Return the rows with the most or least in each column, of the level that the question names if it names one."""
    language = asked.language
    if asked.row_kind == "programme" and asked.words and asked.words[0].text.casefold() in _WHO:
        asked = replace(asked, row_kind=None)  # "who got most of the programme" asks for no programmes
    outcomes: list[Outcome] = []
    by_context: dict[Context, list[Choice]] = {}
    for choice in choices:
        by_context.setdefault(choice.context, []).append(choice)
    for context, here in by_context.items():
        sign = _sign(asked, here, index)
        if sign is None:
            continue
        level, depth = level_of(asked, context), len(heads_of(context))
        if level and (asked.spread or asked.near is not None):
            continue
        if level:
            for (_, column, _, _), figures in by_column(here).items():
                outcomes += _extreme_of_groups(asked, figures, context, column, level, ledger)
            continue
        if headed_by(asked, context):
            leaves = members([choice.main[0] for choice in here], 0, depth) if depth > 1 else None
            rows = [choice for choice in here if leaves is None or choice.row in leaves]
            # What the header says that the rows are, no name needs to.
            named = extreme(asked, rows, ledger, language, below=below, sign=sign)
            if not named and not are_of_another_kind([row.main[0] for row in rows if row.main], asked.row_kind):
                named = extreme(replace(asked, row_kind=None), rows, ledger, language, below=below, sign=sign)
            outcomes += named
            continue
        outcomes += extreme(asked, here, ledger, language, below=below, sign=sign)
    return outcomes


def headed_by(asked: Asked, context: Context) -> bool:
    """Whether the header over a table's rows, or its title, says that they are of the kind that is asked for."""
    level = level_of(asked, context)
    return level == 0 or (level is None and asked.row_kind is not None and _is_by_kind(asked.row_kind, context))


def of_rows_asked(asked: Asked, choices: Sequence[Choice], index: FigureIndex) -> list[Choice]:
    """Return `choices` less the totals of tables whose rows are places of another kind than the one asked for.

    What was granted to regions is no answer to what cities got; nor, beside one, is a total without any rows.
    """
    kind = asked.row_kind
    if kind not in ("region", "city", "collaborative_area") or asked.mentions:
        return list(choices)
    summed = [(choice, _rows_summed(choice, index)) for choice in choices]
    kept = [(choice, rows) for choice, rows in summed if not rows or _are_of(asked, kind, choice, rows)]
    return [choice for choice, rows in kept if rows is None or rows] or [choice for choice, _ in kept]


def _rows_summed(choice: Choice, index: FigureIndex) -> list[Figure] | None:
    """Return the figures that a chosen total row is of, in its column; None where another row was chosen."""
    table = index.tables.get(choice.context.table_id or "")
    if table is None or not choice.main or any(figure.row_role != "total" for figure in choice.main):
        return None
    column = choice.main[0].column
    return [cell for cell in table.figures if cell.column == column and cell.row_role != "total"]


def _are_of(asked: Asked, kind: str, choice: Choice, rows: Sequence[Figure]) -> bool:
    """Whether rows are of the kind asked for: by their names, or by the header over them where no name tells."""
    places, of_kind = (any(rows_compared(rows, one)) for one in ("place", kind))
    return of_kind or not places or level_of(asked, choice.context) == 0 or _is_by_kind(kind, choice.context)


def _is_by_kind(kind: str, context: Context) -> bool:
    """Whether what stands over a table says that its rows are of a kind: "avustukset kunnittain", "grants by town"."""
    return any(
        listed(word, "kinds", kind)
        for text in (context.title, *context.above[:1])
        for found in _BY.finditer(text)
        for word in words_of(next(filter(None, found.groups())))
    )


def _sign(asked: Asked, rows: Sequence[Choice], index: FigureIndex) -> int | None:
    """Return -1 where what exceeds a budget is printed with a minus, None where the table does not tell.

    Asked for the largest deviation as such, it is compared as printed.
    """
    over = any(listed(word, "exceeding") for word in asked.words)
    under = any(listed(word, "undercutting") for word in asked.words)
    if asked.measures != ("deviation",) or over == under:
        return 1
    signs = {_direction(figure, index) for choice in rows for figure in choice.main if figure.value} - {0}
    return (signs.pop() if over else -signs.pop()) if len(signs) == 1 else None


def _direction(deviation: Figure, index: FigureIndex) -> int:
    """Return 1 where a deviation is the outturn less the budget, -1 for the reverse, 0 where it is neither."""
    table = index.table_of(deviation)
    beside = [figure for figure in (table.figures if table else ()) if figure.row == deviation.row]
    known = {index.figures[index.by_id[figure.id]].measure: figure.value for figure in beside}
    actual, budget = known.get("actual"), known.get("budgeted")
    if actual is None or budget is None or actual == budget or not deviation.value:
        return 0
    return 1 if (actual > budget) == (deviation.value > 0) else -1


def _extreme_of_groups(  # noqa: PLR0913, PLR0917 - figures and where they stand
    asked: Asked, figures: Sequence[Figure], context: Context, column: tuple[str, ...], level: int, ledger: Ledger
) -> list[Outcome]:
    """Return the groups of a level whose rows sum to the most or least of one column."""
    groups = members(figures, level, len(heads_of(context)))
    known = {path: rows for path, rows in groups.items() if all(row.value is not None for row in rows)}
    units = {(row.unit, row.measure, row.period) for rows in known.values() for row in rows}
    if len(known) < 2 or len(known) < len(groups) or len(units) != 1 or {unit for unit, _, _ in units} == {"%"}:
        return []
    if _repeated(list(known.values())):
        return []
    sums = {path: sum((row.value or Decimal(0) for row in rows), Decimal(0)) for path, rows in known.items()}
    ordered = sorted(sums, key=lambda path: sums[path], reverse=asked.operation == "maximum")
    wanted = asked.place or asked.number or 1
    if wanted > len(ordered):
        return []
    bound = sums[ordered[wanted - 1]]
    if asked.place is not None:
        kept = [path for path in ordered if sums[path] == bound]
    else:
        kept = [path for place, path in enumerate(ordered) if place < wanted or sums[path] == bound]
    language = asked.language
    told, positions, formulas = [], [], []
    for path in kept:
        position, formula = _summed(known[path], path, ledger)
        positions += position
        formulas += [formula] if formula else []
        told.append(f"{row_of(path[-1:], language)} {format_value(sums[path], known[path][0].unit, language)}")
    rows_told = joined(told, language)
    phrase = f"place_{asked.operation}" if asked.place is not None else asked.operation
    sentence = say(phrase, language, rows=rows_told, place=str(wanted))
    return [Outcome(sentence, tuple(positions), context, column, (), "; ".join(formulas) or None)]


def _repeated(rows: Sequence[Sequence[Figure]]) -> bool:
    """Return whether groups have half of their labels in common: measures of each, not its members, sum to nothing."""
    labels = [{figure.row_path[-1] for figure in group} for group in rows]
    pairs = ((one, other) for place, one in enumerate(labels) for other in labels[:place])
    return any(2 * len(one & other) >= min(len(one), len(other)) for one, other in pairs)


def _summed(rows: Sequence[Figure], path: tuple[str, ...], ledger: Ledger) -> tuple[list[int], str | None]:
    inputs = [ledger.add(row) for row in rows]
    if len(rows) == 1:
        return inputs, None
    formula = " + ".join(format_number(row.value or Decimal(0), "fi") for row in rows)
    total = sum((row.value or Decimal(0) for row in rows), Decimal(0))
    return [*inputs, ledger.compute(total, rows[0].unit, formula, inputs, row_path=path)], formula


def sums_of_group(asked: Asked, chosen: Sequence[Choice], index: FigureIndex, ledger: Ledger) -> list[Outcome]:
    """Return per column what the rows of one group sum to, nothing where `chosen` are no rows of one.

    What is no money is summed only where a sum is asked for, for the rows may be of unlike things.
    """
    language = asked.language
    contexts = {choice.context for choice in chosen}
    if len(chosen) < 2 or len(contexts) != 1 or len(heads_of(next(iter(contexts)))) < 2:
        return []
    paths = [choice.row for choice in chosen]
    shared = min(_shared(one, other) for one, other in pairwise(paths)) if len(paths) > 1 else 0
    if not shared or any(len(path) <= shared for path in paths) or len(set(paths)) < len(paths):
        return []
    outcomes = []
    for (context, column, _, _), figures in by_column(chosen).items():
        plain = all(figure.row_role == "plain" and figure.value is not None for figure in figures)
        units = {(figure.unit, figure.measure, figure.period) for figure in figures}
        money = figures[0].unit == "EUR" or asked.operation == "sum"
        if len(figures) != len(chosen) or not plain or len(units) != 1 or not money or figures[0].unit == "%":
            continue
        others = _beside(figures, index)
        if others and _repeated([figures, others]):
            continue
        positions, formula = _summed(figures, paths[0][:shared], ledger)
        total = ledger.figures[positions[-1]].value or Decimal(0)
        rows = joined([f"{row_of(one.row_path[-1:], language)} {value_of(one, language)}" for one in figures], language)
        shown = format_value(total, figures[0].unit, language)
        outcomes.append(Outcome(say("sum", language, value=shown, rows=rows), tuple(positions), context, column,
                                (), formula))  # fmt: skip
    return outcomes


def _beside(figures: Sequence[Figure], index: FigureIndex) -> list[Figure]:
    """Return the figures of other rows of the same table."""
    table = index.table_of(figures[0])
    paths = {figure.row_path for figure in figures}
    every = [index.figures[index.by_id[cell.id]] for cell in (table.figures if table else ())]
    return [one for one in every if one.row_path and one.row_path not in paths]


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
