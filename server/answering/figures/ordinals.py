"""Columns that a question names by their numbers alone: "the first and the second grant". Knows no rows.

Such columns share their noun, so that neither is named by its whole label.
"""

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import Slot
from server.answering.figures.labels import LabelIndex
from server.answering.words.vocabulary import listed, word_keys

_FEWEST = 2
COMPARED = ("difference", "ratio", "which")
"""Operations over two columns."""


def numbered_columns(asked: Asked, labels: LabelIndex) -> list[tuple[tuple[int, ...], Slot]]:
    """Return the columns of two or more pairs of a number and one noun, each with its words; else nothing."""
    found: list[tuple[tuple[int, ...], Slot]] = []
    nouns: list[frozenset[str]] = []
    for position, word in enumerate(asked.words):
        number = frozenset(key for key in word_keys(word) if key.startswith("#"))
        if not number:
            continue
        noun = asked.words[position + 1] if position + 1 < len(asked.words) else None
        paired = noun is not None and (listed(noun, "stage") or listed(noun, "grant"))
        if not paired and not (nouns and asked.operation in COMPARED):
            continue  # "the ratio of the second grant to the first": the noun is said once
        keys = word_keys(noun) if paired and noun is not None else nouns[-1]
        columns = labels.column.mask(number) & labels.column.mask(keys) & labels.in_tables()
        mask = np.asarray(columns, dtype=np.bool_)
        if mask.any():
            last = noun if paired and noun is not None else word
            text = asked.text[word.start : last.end]
            positions = (position, position + 1) if paired else (position,)
            found.append((positions, Slot(text, number | keys, mask, mask)))
            nouns.append(keys)
    alike = bool(nouns) and bool(frozenset.intersection(*nouns))
    return found if len(found) >= _FEWEST and alike else []
