"""Lines that are parts of a table or torn off their sentence: what their numbers are of cannot be told from them.

Knows nothing of search or of kinds of questions.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from server.answering.text.spans import WHEN
from server.answering.text.units import Unit, readable
from server.answering.words.matching import Word, found_in, tokens

_SPOKEN = 3
_LABELLED = re.compile(
    r"[^\W\d_]{3,}\s\((?:[^\W\d]+\s)?\d[\d\s.,]*\s?(?:[mtk]?€|\w*\.?\s?(?:euro|€)\w*)\)$", re.IGNORECASE
)
"""A label with its amount in parentheses: an amount that is of nothing else."""
_SHOWN = re.compile(r"\b(?:taulu[kt]|kuvio|kuva|tabell|figur|table|figure)", re.IGNORECASE)
_CAPTION = re.compile(r"(?:taulukko|kuvio|kuva|tabell|figur|table|figure)\s\d+[.:]?\s[^\d:]*", re.IGNORECASE)
"""What a table or picture shows, with its number."""
_NAMING = 4
"""Characters of a word that names something; shorter ones are abbreviations, units and particles."""
_TOTAL = re.compile(r"yhteensä|kaikkiaan|noin|summa|totalt|sammanlagt|total|about|euro|milj|mrd|million|miljard")
_HELD = 0.6
_SHORT_NUMBER = 2
_SAME_WORD = 0.8
_TITLES = 2
"""Lines that a page's title may take, with the line above it."""


def is_caption(text: str, question: str) -> bool:
    """Return whether a text only says what a table or picture shows, where the question is for no such thing."""
    return _CAPTION.fullmatch(text) is not None and not _SHOWN.search(question)


def is_fragment(text: str) -> bool:
    """Return whether a text is a table's row, header or cells rather than a sentence: numbers with few words between.

    A sentence has a word in small letters before its full stop for most of its numbers, and at least four words.
    """
    found = tokens(text)
    numbers = sum(token[0].isdigit() for token in found)
    spoken = sum(len(word) > 2 and word.isalpha() and word.islower() for word in re.findall(r"[^\W_]+", text))
    if not numbers:
        return False
    return spoken < max(_SPOKEN, numbers) or (
        not re.search(r"[.!?:;)”\"]\s*$", text.rstrip()) and spoken < 2 * numbers + 2
    )


def dates_its_page(text: str, unit: Unit, units: Sequence[Unit]) -> bool:
    """Return whether a unit is but a date right below a page's title: when the page was published, and nothing else."""
    before = [one for one in units if one.end <= unit.start]
    bare = WHEN.fullmatch(text[unit.start : unit.end].strip(" ."))
    return bare is not None and 0 < len(before) <= _TITLES and all(one.kind == "heading" for one in before)


def with_torn(text: str, read: list[Unit], words: Sequence[Word]) -> list[Unit]:
    """Return the units with the last one whole, an amount in its line; none where it is a mere fragment.

    A page may tear the line after the heading right before it: together they read as a line of its own. Where the
    amount's own part of it names what none of the question's `words` does, the amount is of that.
    """
    line = readable(text[read[-1].start : read[-1].end])
    if not is_fragment(line) or _LABELLED.search(line):
        return read
    if len(read) < 2 or read[-2].kind != "heading" or text[read[-2].end : read[-1].start].strip():
        return []
    named = [token for token in tokens(line) if token.isalpha() and len(token) >= _NAMING]
    if any(not _TOTAL.match(token) and all(found_in(word, (token,)) < _HELD for word in words) for token in named):
        return []
    start, end = read[-2].start, read[-1].end
    torn = text[read[-2].end - 1].isalnum() and not is_fragment(readable(text[start:end]))
    return [*read[:-2], Unit(start, end, "heading", 0, read[-2].paragraph)] if torn else []


def numbered_otherwise(text: str, words: Sequence[Word]) -> bool:
    """Return whether a text has another number than the question right behind a word of it: phase 3 is not phase 2."""
    for word, number in pairwise(words):
        if number.number and not word.number and len(number.text) <= _SHORT_NUMBER:
            behind = [b for a, b in pairwise(tokens(text)) if b.isdigit() and found_in(word, (a,)) >= _SAME_WORD]
            if behind and number.text not in behind:
                return True
    return False
