"""Footnote marks of a PDF page, set small above the line: told from the digits of the word that they stand behind.

Knows nothing of how words are found; gives marks as raised characters (`ingest.readers.raised`).
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median
from typing import Final

from ingest.readers.pdf_word import Box, Word
from ingest.readers.raised import raised

# A mark is set in at most so much of the size of its word (browsers set five sixths) and ends at least so much of it
# above the word's foot.
_SMALL: Final = 0.87
_ABOVE: Final = 0.2
_NEAR: Final = 0.35  # of the word's size, between it and its mark
_MARK: Final = re.compile(r"\d{1,2}\)?|[a-h]\)?|\*{1,3}\)?")


def is_raised(box: Box, here: Box) -> bool:
    """Tell whether the glyph at `here` is a smaller one above the line of the word at `box`."""
    size = box[3] - box[1]
    return here[3] - here[1] < _SMALL * size and box[3] - here[3] > _ABOVE * size


def with_marks(letters: Sequence[str], high: Sequence[bool]) -> str:
    """Return a word's letters as text, those that are `high` in raised characters where they are a mark."""
    if not any(high):
        return "".join(letters)
    runs = groupby(zip(letters, high, strict=True), key=lambda pair: pair[1])
    texts = (("".join(letter for letter, _ in run), above) for above, run in runs)
    return "".join(raised(text) if above else text for text, above in texts)


def with_marks_joined(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return `words` with the marks that the file prints apart joined to the words that they stand behind."""
    if not words:
        return ()
    usual = median(word.size for word in words)
    joined = list(words)
    gone: set[int] = set()
    for index, mark in enumerate(words):
        if mark.turned or mark.size >= _SMALL * usual or not _MARK.fullmatch(mark.text):
            continue
        box = (mark.x0, mark.y0, mark.x1, mark.y1)
        at = next((other for other, word in enumerate(joined) if other not in gone and _stands_behind(word, box)), None)
        if at is not None:
            word = joined[at]
            joined[at] = replace(word, text=word.text + raised(mark.text), x1=max(word.x1, mark.x1))
            gone.add(index)
    return tuple(word for index, word in enumerate(joined) if index not in gone)


def _stands_behind(word: Word, mark: Box) -> bool:
    near = abs(mark[0] - word.x1) < _NEAR * word.size and word.text[-1:].isalnum() and not word.turned
    within = word.y0 < (mark[1] + mark[3]) / 2 < word.y1
    return near and within and is_raised((word.x0, word.y0, word.x1, word.y1), mark)
