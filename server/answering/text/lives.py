"""What signs tell without words: "(born – died)" of a life, "(n = 69)" of those who answered. Knows no documents."""

import re

from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word

_BORN = ("synty", "född", "föddes", "born", "birth")
_DIED = ("kuol", "menehty", "dog", "död", "die", "death", "dead")
_LIFE = re.compile(r"\([^()]*\b\d{3,4}\b[^()]*?\s?[–—][^()]*\b\d{2,4}\b[^()]*\)")
"""Of a person, "(day place – day place)" tells of the birth and the death without a word of either."""
_TOLD_OF_LIFE = frozenset(("syntyi", "kuoli", "föddes", "född", "dog", "born", "died"))
_SAMPLE = re.compile(r"\bn\s?=\s?\d")
_TOLD_OF_SAMPLE = frozenset((
    "vastasi", "vastanneet", "vastaajaa", "vastausta", "osallistui", "henkilöä", "ihmistä", "svarade", "svarande",
    "svar", "deltog", "personer", "answered", "responded", "respondents", "answers", "responses", "people",
))  # fmt: skip


def unsaid_words(text: str, wanted: Wanted) -> frozenset[str]:
    """Return the words that signs of a text stand for where they answer what is wanted; else none.

    "(born – died)" tells of birth and death, "(n = 69)" of those who answered.
    """
    if wanted.kind == "count":
        return _TOLD_OF_SAMPLE if _SAMPLE.search(text) else frozenset()
    return _TOLD_OF_LIFE if wanted.kind in ("when", "where") and _LIFE.search(text) else frozenset()


def of_life(text: str, start: int, words: tuple[Word, ...]) -> float:
    """Return what a date loses that stands in "(born – died)" and is not the one asked for, or wins that is."""
    opened = text.rfind("(", 0, start)
    closed = text.find(")", start)
    if opened < 0 or closed < 0 or text.find(")", opened) != closed:
        return 0.0
    dash = re.search(r"\d{4}[^()]*?[–—]\s?[^()]*\d{4}", text[opened:closed])
    if not dash:
        return 0.0
    asked = [word.text.lower() for word in words]
    first = not re.search(r"\d{4}[^()]*?[–—]", text[opened:start])
    if any(word.startswith(_BORN) for word in asked):
        return 0.5 if first else -0.3
    if any(word.startswith(_DIED) for word in asked):
        return -0.3 if first else 0.5
    return -0.4
