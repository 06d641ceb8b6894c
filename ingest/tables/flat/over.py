"""What stands over columns of a flat table whose names come again: "2022 2023" over "Granted Paid Granted Paid".

Without it such columns could not be told apart.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ingest.tables.corner_words import heads_labels
from ingest.tables.flat.header import Header, Part, is_caption
from ingest.tables.flat.lines import Line

_FEWEST: Final = 2


def with_groups(header: Header, lines: Sequence[Line]) -> Header | None:
    """Return `header` with what stands over its columns where their names repeat; None where nothing fits over them.

    The nearest line above holds as many words, or names that begin with a capital, as the names come again.
    """
    names = [part.text for part in header.columns]
    if header.over or len(set(names)) == len(names):
        return header
    width = next((n for n in range(_FEWEST, len(names)) if names == names[:n] * (len(names) // n)), None)
    begins = (header.corner or header.columns[0]).start
    above = [line for line in lines if line.end <= begins][-1:]
    first = next((line for line in lines if line.end > begins), None)
    if width is None or not above or (first is not None and first.gap > 1) or is_caption(above[0].text):
        return None
    parts = _words(above[0])
    corner = header.corner
    if len(parts) > 1 and heads_labels(parts[0].text):
        corner, parts = corner or parts[0], parts[1:]
    times = len(names) // width
    if len(parts) != times or any(part.text[0].islower() for part in parts):
        parts = _joined(parts)
    names_all = all(part.text[0].isupper() or part.text[0].isdigit() for part in parts)
    if len(parts) != times or not names_all or len({part.text for part in parts}) < times:
        return None
    return replace(header, corner=corner, over=tuple(part for part in parts for _ in range(width)))


def _words(line: Line) -> list[Part]:
    parts, at = [], line.start
    for word in line.text.split(" "):
        if word:
            parts.append(Part(word, at, at + len(word)))
        at += len(word) + 1
    return parts


def _joined(words: Sequence[Part]) -> list[Part]:
    """Return names that begin with a capital, each with the words in small letters behind it."""
    parts: list[Part] = []
    for word in words:
        if parts and word.text[:1].islower():
            parts[-1] = Part(f"{parts[-1].text} {word.text}", parts[-1].start, word.end)
        else:
            parts.append(word)
    return parts
