"""Whether a number is asked of what a column counts or of the rows themselves.

Knows nothing of how either is answered.
"""

import re
from collections.abc import Sequence

import numpy as np

from server.answering.answer import Answer, AnswerFigure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.constraints import Constraints
from server.answering.figures.labels import LabelIndex
from server.answering.words.counted_noun import counted_noun
from server.answering.words.vocabulary import listed, word_keys
from server.answering.words.word import Word, words_of

_MEAN = re.compile(r"keskim|keskiarv|genomsnitt|medel(?:tal|värd)|\baverage|\bmean\b", re.IGNORECASE)
_SUMS = frozenset({"applied", "granted", "paid", "funding"})


def in_columns(asked: Asked, labels: LabelIndex) -> int | None:
    """Return the number of the word that rows would be counted of, where a column counts it; None without such."""
    if asked.operation != "count" or asked.limit is not None or asked.row_kind is None:
        return None
    counted = _counted(asked)
    column = labels.column.mask(word_keys(asked.words[counted]))
    return counted if (column & labels.in_tables() & ~labels.in_units(("EUR", "%"))).any() else None


def counted_beside(asked: Asked, rows: Sequence[Choice], labels: LabelIndex) -> list[Choice]:
    """Return `rows` less those of tables with a column that counts the projects asked for: its rows are none."""
    words = [word for word in asked.words if asked.row_kind == "programme" and listed(word, "kinds", "programme")]
    keys = frozenset[str]().union(*map(word_keys, words))
    counts = labels.column.mask(keys) & labels.in_tables() & ~labels.in_units(("EUR", "%"))
    others = labels.of_contexts(np.asarray(counts, dtype=np.bool_))
    return [row for row in rows if not others[labels.figures.by_id[row.main[0].id]]]


def _counted(asked: Asked) -> int:
    return next(position for position, kind in enumerate(asked.kinds) if kind != "frame")


def is_number_of(answer: Answer, asked: Asked) -> bool:
    """Whether figures looked up for a count are numbers of what it asks for: no sums, no others' number."""
    if asked.operation != "count" or "money" in asked.kinds or any(figure.formula for figure in answer.figures):
        return True
    if any(figure.unit in ("EUR", "%") for figure in answer.figures):
        return False
    if (
        asked.limit is None
        and _MEAN.search(asked.text)
        and not all(_MEAN.search(_label(one)) for one in answer.figures)
    ):
        return False  # all there were are not how many there were on average
    # "How many applied" is asked of those who did, whatever unit the sums lack.
    if counted_noun(asked.text)[0] is None and any(figure.measure in _SUMS for figure in answer.figures):
        return False
    return asked.limit is not None or asked.row_kind is None or all_of_columns(answer, asked.words[_counted(asked)])


def _label(figure: AnswerFigure) -> str:
    return " ".join((*figure.row_path, *figure.column_path))


def all_of_columns(answer: Answer, word: Word) -> bool:
    """Whether an answer was found and the column of each of its figures says `word`."""
    keys = word_keys(word)
    return (
        answer.status == "answered"
        and bool(answer.figures)
        and all(
            any(not keys.isdisjoint(word_keys(said)) for said in words_of(" ".join(figure.column_path)))
            for figure in answer.figures
        )
    )


def names_the_row(asked: Asked, rows: Sequence[Choice], constraints: Constraints, labels: LabelIndex) -> bool:
    """Whether the question names the one row that would be counted: "there is 1 of them" says nothing of it."""
    found = {(choice.context, choice.row) for choice in rows}
    if asked.limit is not None or len(found) != 1:
        return False
    positions = [labels.figures.by_id[figure.id] for choice in rows for figure in choice.main]
    return any(need.evidence and all(need.row_own[position] for position in positions) for need in constraints.needs)
