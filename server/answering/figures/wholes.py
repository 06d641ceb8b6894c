"""Which of several readings is of the whole, and which are of its parts. Knows nothing of questions or wording.

A statement of one department repeats the row labels of the whole organisation's. What is a part is seen in the tables:
the total of one table is a row of another; what is the whole is told again in one summary after the other.
"""

from collections.abc import Sequence

from index.figures import FigureIndex
from server.answering.figures.choice import Choice
from server.answering.figures.lookup import same
from server.answering.words.vocabulary import label_keys

_TOLD_AGAIN = 2
"""A figure told in so many tables is of the whole, where no other is told more than half as often."""


def without_parts(choices: Sequence[Choice], index: FigureIndex) -> list[Choice]:
    """Return `choices` less the totals of tables that are rows of another choice's table, where totals are compared."""
    if len(choices) < 2 or any(figure.row_role != "total" for choice in choices for figure in choice.main):
        return list(choices)
    kept = [
        choice
        for choice in choices
        if not any(other is not choice and _is_row_of(choice, other, index) for other in choices)
    ]
    return kept or list(choices)


def _is_row_of(part: Choice, whole: Choice, index: FigureIndex) -> bool:
    """Whether the table of `whole` has a row named in the title of the table of `part` with the same values."""
    table = index.tables.get(part.context.table_id or "")
    over = index.tables.get(whole.context.table_id or "")
    if table is None or over is None or table.id == over.id:
        return False
    title = label_keys(table.title)
    named = [
        figure
        for figure in over.figures
        if figure.row_role != "total" and figure.row_path and _says(title, figure.row_path[-1])
    ]
    return bool(named) and all(
        any(figure.value == other.value and figure.column_path == other.column_path for other in named)
        for figure in part.main
    )


def _says(title: frozenset[str], label: str) -> bool:
    """Whether a title has the first word of a row label: "Index-linked items" those of the row "Index-linked"."""
    keys = label_keys(label.split(maxsplit=1)[0]) if label.split() else frozenset[str]()
    return bool(keys) and not keys.isdisjoint(title)


def of_the_whole(choices: Sequence[Choice], told: Sequence[Choice]) -> Choice | None:
    """Return the one of `choices`, all of one row label, that most tables of `told` state; None where none stands out.

    `told` are the choices before those that only repeat others were left out.
    """
    if len(choices) < 2 or len({choice.row[-1].casefold() for choice in choices if choice.row}) != 1:
        return None
    times = [len({choice.context.table_id, *_tables_of(choice, told)}) for choice in choices]
    best = max(times)
    chosen = choices[times.index(best)]
    rivals = [
        choice
        for choice, often in zip(choices, times, strict=True)
        if often * 2 > best and not any(same(one, two) for one in chosen.main for two in choice.main)
    ]
    return chosen if best >= _TOLD_AGAIN and not rivals else None


def _tables_of(choice: Choice, told: Sequence[Choice]) -> set[str | None]:
    return {
        other.context.table_id for other in told if any(same(one, two) for one in choice.main for two in other.main)
    }
