"""Rows that a question sets against each other in its own words: "the coast line or the inland line". Knows no names.

Names and whole labels are found elsewhere; here the words on both sides of an "or", "and" or "than" are looked up in
rows of one table.
"""

from collections.abc import Callable, Container, Sequence

import numpy as np

from server.answering.figures.asked import Asked, WordKind
from server.answering.figures.labels import LabelIndex, Mask

JOINTS = frozenset(["vai", "tai", "ja", "kuin", "eller", "och", "än", "or", "and", "than", "versus", "vs"])
"""Words between two things that are set against each other."""
ANDS = frozenset(["ja", "sekä", "och", "samt", "and"])
"""Words between two things that are both meant."""
_MOST_FRAME = 3
_PARTING = frozenset(",;:?–(")
_NAMING: tuple[WordKind, ...] = ("content", "number")

Found = Callable[[int], tuple[Mask, Mask]]
"""For the number of a word: the figures that have it anywhere, and those that have it in their own row label."""


def alternatives(asked: Asked, labels: LabelIndex, taken: set[int], found: Found) -> list[tuple[list[int], Mask, Mask]]:
    """Return two runs of words, each with the figures that account for it and those whose row it names; else nothing.

    Both must name rows of one table, and not the same ones.
    """
    for position, word in enumerate(asked.words):
        if word.text.casefold() not in JOINTS:
            continue
        sides = [sorted(words_beside(asked, position, step, _NAMING, taken)) for step in (-1, 1)]
        if not all(sides) or asked.words[sides[0][-1]].text.endswith("-"):
            continue
        rows = [_rows(side, found) for side in sides]
        contexts = [np.unique(labels.figures.context_ids[own & labels.in_tables()]) for _, own in rows]
        shared = np.intersect1d(contexts[0], contexts[1])
        if len(shared) and not (rows[0][1] & rows[1][1]).any():
            here = np.isin(labels.figures.context_ids, shared)
            return [(side, mask & here, own & here) for side, (mask, own) in zip(sides, rows, strict=True)]
    return []


def words_beside(
    asked: Asked, joint: int, step: int, kinds: Container[WordKind], taken: Container[int] = ()
) -> list[int]:
    """Return the numbers of the words of `kinds` next to a joint, the nearest first; a stop or another word ends them.

    `step` is -1 for those before it and 1 for those after it; a word of the frame or two may stand between.
    """
    run: list[int] = []
    position = joint + step
    while 0 <= position < len(asked.words):
        first, last = sorted((position, position - step))
        if run and _PARTING.intersection(asked.text[asked.words[first].end : asked.words[last].start]):
            break
        if asked.kinds[position] in kinds and position not in taken:
            run.append(position)
        elif run or abs(position - joint) > _MOST_FRAME or asked.kinds[position] != "frame":
            break  # "than the inland line", "yields more than"
        position += step
    return run


def _rows(side: Sequence[int], found: Found) -> tuple[Mask, Mask]:
    masks = [found(position) for position in side]
    anywhere = np.logical_and.reduce([mask for mask, _ in masks])
    said = np.add.reduce([own.astype(np.int64) for _, own in masks]) * anywhere
    return np.asarray(anywhere & (said > 0), dtype=np.bool_), np.asarray(
        (said > 0) & (said == said.max()), dtype=np.bool_
    )
