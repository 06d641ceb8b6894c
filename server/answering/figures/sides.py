"""Two things set against each other that no one table has side by side: each side is asked as a question of its own.

"Which got more, Turku from the library grants or Åbo Akademi from the research grants?" Each question keeps the words
that both sides share, and must have one figure for its answer. Knows nothing of tables' arithmetic.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from index.figures import Context
from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.alternatives import JOINTS, words_beside
from server.answering.figures.asked import Asked, WordKind
from server.answering.figures.choice import Choice
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.lookup import ALIKE, merged
from server.answering.figures.operations import Outcome
from server.answering.figures.understanding import understand
from server.answering.figures.wording import column_of, context_of, row_named

_NAMING: tuple[WordKind, ...] = ("content", "number", "kind", "grant", "stage")
_SIDES = 2
_MOST_WORDS = 4
_MOST_JOINTS, _LONGEST = 2, 40
"""Joints and words of a question that is looked at: more are no comparison of two sides."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_NOWHERE = Context("", None, None, "")


def compared_sides(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return the comparison of the two sides that the question names, nothing where a side has no one figure.

    `mask` are the figures of the collections asked.
    """
    for one, other in _answered(asked, labels, mask):
        if _comparable(one, other) and not _of_one_row(one, other):
            choices = {choice.main[0].id: choice for choice in (one, other)}

            def label(figure: Figure, choices: dict[str, Choice] = choices) -> str:
                return _named(choices[figure.id], asked)

            figures = [one.main[0], other.main[0]]
            return operations.compare(asked, [(_NOWHERE, (), figures)], ledger, asked.language, label)
    return []


def both_sides(asked: Asked, labels: LabelIndex, mask: Mask, *, summed: bool) -> list[Choice]:
    """Return the two rows of one document that answer a question for two things at once, nothing where it is for one.

    "How many houses and how many flats were built?" Those to be `summed` are of one table, neither part of the other.
    """
    for one, other in _answered(asked, labels, mask):
        if one.main[0].id == other.main[0].id or one.context.document_id != other.context.document_id:
            continue
        if asked.operation == "count" and not {one.main[0].unit, other.main[0].unit}.isdisjoint(("EUR", "%")):
            continue
        if summed and not (_comparable(one, other) and _apart(one, other)):
            continue
        return [one, other]
    return []


def _apart(this: Choice, that: Choice) -> bool:
    """Whether two figures of one table stand beside each other, so that they may be summed."""
    one, other = this.main[0], that.main[0]
    if this.context != that.context or one.period != other.period:
        return False
    if one.row == other.row:
        nested = one.column_parent == other.column or other.column_parent == one.column
        return not nested and "total" not in (one.column_role, other.column_role)
    nested = one.row_parent == other.row or other.row_parent == one.row
    return one.column == other.column and not nested and "total" not in (one.row_role, other.row_role)


def _answered(asked: Asked, labels: LabelIndex, mask: Mask) -> Iterator[tuple[Choice, Choice]]:
    """Yield the one figure of each side, of the splits of the question both of whose sides have one."""
    if len(asked.years) > 1 or len(asked.measures) > 1:
        return
    answers: dict[tuple[int, int], Choice | None] = {}
    for sides in _splits(asked):
        found = []
        for away in reversed(sides):
            if away not in answers:
                answers[away] = _answer_of(asked, away, labels, mask)
            found.append(answers[away])
        one, other = found
        if one is not None and other is not None:
            yield one, other


def _splits(asked: Asked) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the words of both sides of each joint, as first and last number, the shortest sides first.

    What stands outside of both sides is said of both.
    """
    joints = [position for position, word in enumerate(asked.words) if word.text.casefold() in JOINTS]
    if len(joints) > _MOST_JOINTS or len(asked.words) > _LONGEST:
        return
    for joint in joints:
        if joint and asked.words[joint - 1].text.endswith("-"):
            continue  # "social- och hälsovård" is one thing
        before, after = (words_beside(asked, joint, step, _NAMING)[:_MOST_WORDS] for step in (-1, 1))
        lengths = [(one, other) for one in range(1, len(before) + 1) for other in range(1, len(after) + 1)]
        for one, other in sorted(lengths, key=lambda pair: (sum(pair), abs(pair[0] - pair[1]))):
            yield (before[one - 1], joint), (joint, after[other - 1])


def _answer_of(asked: Asked, away: tuple[int, int], labels: LabelIndex, mask: Mask) -> Choice | None:
    """Return the one figure that answers the question without the words of the other side, None without one."""
    first, last = asked.words[away[0]], asked.words[away[1]]
    text = " ".join(f"{asked.text[: first.start]} {asked.text[last.end :]}".split())
    read = replace(
        understand(asked.question, asked.language, text),
        operation="lookup",
        measure=asked.measure,
        measures=asked.measures,
        received=asked.received,
    )
    for wider in (False, True):
        chosen = merged(rows_answering(read, labels, mask, wider=wider))
        if chosen:
            one = len(chosen) == 1 and len(chosen[0].main) == 1 and chosen[0].main[0].value is not None
            return chosen[0] if one else None
    return None


def _of_one_row(this: Choice, that: Choice) -> bool:
    """Whether one figure is the total of the row that the other is a part of: a side without a column of its own."""
    one, other = this.main[0], that.main[0]
    roles = {one.column_role, other.column_role}
    return this.context == that.context and one.row == other.row and not roles.isdisjoint(("total", "parent"))


def _comparable(this: Choice, that: Choice) -> bool:
    one, other = this.main[0], that.main[0]
    measures = {one.measure, other.measure} - {None}
    years = [years for years in (_years(this), _years(that)) if years]
    return (
        one.id != other.id
        and one.unit == other.unit
        and (len(measures) < _SIDES or measures in ALIKE)
        and (len(years) < _SIDES or years[0] == years[1])
    )


def _years(choice: Choice) -> frozenset[str]:
    """Return the years that a figure is of, by its period or else by its column and its table's title."""
    figure = choice.main[0]
    stated = figure.period or " ".join((*figure.column_path, choice.context.title))
    return frozenset(_YEAR.findall(stated))


def _named(choice: Choice, asked: Asked) -> str:
    """Return the row with its table and column: what tells one side from the other."""
    figure = choice.main[0]
    about = (context_of(choice, asked.language), column_of(figure.column_path, asked.language))
    shown = ", ".join(part for part in about if part)
    row = row_named(choice.main[0], asked.language)
    return f"{row} ({shown})" if row and shown else row or shown
