"""Rows and columns that a question names by their labels. Knows nothing of names of places, nor of what is asked."""

import itertools
import re
from collections.abc import Sequence

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import Slot
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.needs import need_of
from server.answering.figures.understanding import strung
from server.answering.words.vocabulary import word_keys

_STATE = re.compile(r"(?:ed|ade[ts]?|ats|ad|tt[uy]\w*|tiin)$")
"""Ends of participles and passives in three languages."""


def label_slots(
    asked: Asked, labels: LabelIndex, taken: set[int], *, column: bool
) -> list[tuple[tuple[int, ...], Slot]]:
    """Return the labels that the question names in full, longest first where they overlap."""
    tree = labels.column_tree if column else labels.row_tree
    # "The municipality or the State": who pays is a column, though the noun is also one for rows.
    naming = ("content", "kind") if column and asked.operation in ("which", "difference", "ratio") else ("content",)
    found: list[tuple[tuple[int, ...], Slot]] = []
    position = 0
    while position < len(asked.words):
        best = None
        for end, keys in tree.found_at(asked.words, position):
            positions = tuple(range(position, end))
            if not taken.intersection(positions) and any(asked.kinds[other] in naming for other in positions):
                best = (positions, keys)
        if best is not None:
            mask = labels.labelled((key[2:] for key in best[1]), column=column)
            words = [asked.words[other] for other in best[0]]
            text = asked.text[words[0].start : words[-1].end]
            found.append((best[0], Slot(text, frozenset().union(*map(word_keys, words)), mask, mask)))
        position = best[0][-1] + 1 if best is not None else position + 1
    return found


def labels_of_names(asked: Asked, labels: LabelIndex) -> list[Slot]:
    """Return the row labels that the question has in full and that hold several of its names: "Kuopio Centre"."""
    found: list[Slot] = []
    for mention in asked.mentions:
        for end, keys in list(labels.row_tree.found_at(asked.words, mention.start))[-1:]:
            inside = [other for other in asked.mentions if mention.start <= other.start and other.end <= end]
            if len(inside) > 1:
                mask = labels.labelled((key[2:] for key in keys), column=False)
                named = frozenset().union(*(other.keys for other in inside))
                text = asked.text[asked.words[mention.start].start : asked.words[end - 1].end]
                positions = tuple(range(mention.start, end))
                found.append(Slot(text, named, mask, mask, described=True, positions=positions))
    return found


def slot_of(asked: Asked, side: tuple[list[int], Mask, Mask]) -> Slot:
    """Return one side of a comparison, named by words of its label, as a row."""
    positions, mask, own = side
    words = [asked.words[position] for position in positions]
    return Slot(
        asked.text[words[0].start : words[-1].end], frozenset().union(*map(word_keys, words)), mask, own, described=True
    )


def strung_together(asked: Asked, slots: list[tuple[tuple[int, ...], Slot]]) -> list[tuple[tuple[int, ...], Slot]]:
    """Return the labels that are strung together by commas or "and": "kirjaston toimintakulut" are none."""
    kept = [
        pair
        for pair in itertools.pairwise(slots)
        if strung(asked.text[asked.words[pair[0][0][-1]].end : asked.words[pair[1][0][0]].start])
    ]
    return [slot for slot in slots if any(slot in pair for pair in kept)]


def of_one_state(asked: Asked, columns: list[tuple[tuple[int, ...], Slot]]) -> Slot | None:
    """Return the column of the things counted where the one other column named is a state that they are in.

    "How many applications were rejected", "in which year were most applications rejected".
    """
    if asked.operation not in ("count", "maximum", "minimum") or len(columns) != 2 or strung_together(asked, columns):
        return None
    states = [_STATE.search(asked.words[positions[-1]].text.casefold()) is not None for positions, _ in columns]
    return columns[states.index(False)][1] if sorted(states) == [False, True] else None


def without_columns_of(
    asked: Asked, labels: LabelIndex, rows: Sequence[Slot], slots: Sequence[tuple[tuple[int, ...], Slot]]
) -> list[tuple[tuple[int, ...], Slot]]:
    """Return the row labels in `slots` but those that head a table or column of `rows` and are in no table with them.

    "North's share of the prevention money" is of that column, though an amount in a text is labelled so, too.
    """
    if not rows:
        return list(slots)
    here = np.logical_or.reduce([row.own for row in rows]) & labels.in_tables()
    ids = labels.figures.context_ids
    theirs = np.isin(ids, np.unique(ids[here]))

    def heads(positions: tuple[int, ...]) -> bool:
        needs = [need_of(asked, labels, one) for one in positions]
        return bool(np.logical_and.reduce([here, *(need.counted | need.context for need in needs)]).any())

    return [one for one in slots if (one[1].own & theirs).any() or not heads(one[0])]
