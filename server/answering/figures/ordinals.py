"""Columns that a question names by their numbers alone: "the first and the second grant". Knows no rows.

Such columns share their noun, so that neither is named by its whole label.
"""

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import Slot
from server.answering.figures.labels import LabelIndex
from server.answering.words.vocabulary import listed, word_keys

_FEWEST = 2


def numbered_columns(asked: Asked, labels: LabelIndex) -> list[tuple[tuple[int, ...], Slot]]:
    """Return the columns of two or more pairs of a number and one noun, each with its words; else nothing."""
    found: list[tuple[tuple[int, ...], Slot]] = []
    nouns: set[frozenset[str]] = set()
    for position, (word, noun) in enumerate(zip(asked.words, asked.words[1:], strict=False)):
        number = frozenset(key for key in word_keys(word) if key.startswith("#"))
        if not number or not (listed(noun, "stage") or listed(noun, "grant")):
            continue
        keys = word_keys(noun)
        columns = labels.column.mask(number) & labels.column.mask(keys) & labels.in_tables()
        mask = np.asarray(columns, dtype=np.bool_)
        if mask.any():
            text = asked.text[word.start : noun.end]
            found.append(((position, position + 1), Slot(text, number | keys, mask, mask)))
            nouns.add(keys)
    return found if len(found) >= _FEWEST and len(nouns) == 1 else []
