"""Two things set against each other that no one table has side by side: each side is asked as a question of its own.

"Which got more, Turku from the library grants or Åbo Akademi from the research grants?" Each question keeps the words
that both sides share, and must have one figure for its answer. Knows nothing of tables' arithmetic.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from index.figures import Context
from ingest.table import Figure
from server.answering import operations
from server.answering.alternatives import JOINTS
from server.answering.asked import Asked
from server.answering.choice import Choice, choose
from server.answering.labels import LabelIndex, Mask
from server.answering.ledger import Ledger
from server.answering.lookup import ALIKE, merged
from server.answering.measured import money_first
from server.answering.operations import Outcome
from server.answering.selection import constraints_of
from server.answering.understanding import understand
from server.answering.wording import column_of, context_of, row_of

_MOST_FRAME = 2
_STOPS = ",;:?–("
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
    if len(asked.years) > 1 or len(asked.measures) > 1:
        return []
    for sides in _splits(asked):
        found: list[Choice] = []
        for away in reversed(sides):
            answer = _answer_of(asked, away, labels, mask)
            if answer is None:
                break
            found.append(answer)
        if len(found) == _SIDES and _comparable(*found):
            choices = {choice.main[0].id: choice for choice in found}
            figures = [choice.main[0] for choice in found]

            def label(figure: Figure, choices: dict[str, Choice] = choices) -> str:
                return _named(choices[figure.id], asked)

            return operations.compare(asked, [(_NOWHERE, (), figures)], ledger, asked.language, label)
    return []


def _splits(asked: Asked) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield the words of both sides of each joint, as first and last number, the shortest sides first.

    What stands outside of both sides is said of both.
    """
    joints = [position for position, word in enumerate(asked.words) if word.text.casefold() in JOINTS]
    if len(joints) > _MOST_JOINTS or len(asked.words) > _LONGEST:
        return
    for joint in joints:
        before, after = _run(asked, joint, -1), _run(asked, joint, 1)
        before, after = before[:_MOST_WORDS], after[:_MOST_WORDS]
        lengths = [(one, other) for one in range(1, len(before) + 1) for other in range(1, len(after) + 1)]
        for one, other in sorted(lengths, key=lambda pair: (sum(pair), abs(pair[0] - pair[1]))):
            yield (before[one - 1], joint), (joint, after[other - 1])


def _run(asked: Asked, joint: int, step: int) -> list[int]:
    """Return the numbers of the words beside a joint that may belong to its side, the nearest first."""
    run: list[int] = []
    position = joint + step
    while 0 <= position < len(asked.words):
        first, last = sorted((position, position - step))
        between = asked.text[asked.words[first].end : asked.words[last].start]
        if run and any(stop in between for stop in _STOPS):
            break
        kind = asked.kinds[position]
        if kind in ("content", "number", "kind", "grant", "stage"):
            run.append(position)
        elif run or abs(position - joint) > _MOST_FRAME or kind != "frame":
            break
        position += step
    return run


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
        constraints = constraints_of(read, labels, wider=wider)
        if constraints.unexplained or constraints.unknown or len(constraints.rows) > 1:
            continue
        fits = constraints.conjunction(len(labels.figures)) & mask & labels.in_tables()
        slot = constraints.rows[0] if constraints.rows else None
        fits = money_first(read, labels, np.asarray(fits & slot.mask if slot is not None else fits, dtype=np.bool_))
        chosen = merged(choose(read, labels, constraints, fits, slot)) if fits.any() else []
        if chosen:
            one = len(chosen) == 1 and len(chosen[0].main) == 1 and chosen[0].main[0].value is not None
            return chosen[0] if one else None
    return None


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
    row = row_of(choice.row, asked.language)
    return f"{row} ({shown})" if row and shown else row or shown
