"""Ordinals from the first to the tenth, and the figures that a text may have them by. Knows nothing of texts."""

import re

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_FINNISH = "kolma neljä viide kuude seitsemä kahdeksa yhdeksä kymmene"
_OTHERS = (
    "första tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    "first third fourth fifth sixth seventh eighth ninth tenth",
)
_CASE = re.compile(r"s|nne\w*|t{2}[aä]|nte\w*|nsi\w*")
_FIRST = re.compile(r"ensimmäi\w+")
_SECOND = re.compile(r"toi(?:nen|se\w+|sta|siksi|sina)|andra|second")


def ordinal_of(word: str) -> int | None:
    """Return which one `word` (lower case) says, from 1 to 10; None where it says none."""
    if _FIRST.fullmatch(word):
        return 1
    if _SECOND.fullmatch(word):
        return 2
    for number, stem in enumerate(_FINNISH.split(), start=3):
        if word.startswith(stem) and _CASE.fullmatch(word, len(stem)):
            return number
    for words in _OTHERS:
        first, *rest = words.split()
        if word in (first, *rest):
            return 1 if word == first else rest.index(word) + 3
    return None


def figures_of(word: str) -> tuple[str, ...]:
    """Return the figures for an ordinal as words of a text that are nothing else: "kolmas" is "3" or "iii"."""
    number = ordinal_of(word)
    if number is None:
        return ()
    roman = (f"{_ROMAN[number - 1]}=",) if number > 1 else ()  # "I" is a word of Swedish and English.
    return f"{number}=", *roman
