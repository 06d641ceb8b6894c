"""Keys by which a word of one language meets its counterparts in labels of another, from the general word list.

A label's word answers to the rows of the list that its own language has it in; a question's word asks for the other
languages' side of its rows. Words of the lexicon, which tells "applicant" from "application", need no such keys.
"""

from functools import cache, lru_cache

from index.dictionaries import is_listed
from server.answering.answer import Language
from server.answering.words.beginnings import SHORTEST_TERM, TOGETHER, bare, meant_at
from server.answering.words.names import DATA

_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
_ENDING = 7
"""Characters of a word's endings at most: what is longer is another word that a compound goes on with."""


@cache
def _rows() -> dict[Language, dict[str, tuple[str, ...]]]:
    """Return for each language the numbers of the rows, as text, by each of their beginnings in it."""
    found: dict[Language, dict[str, list[str]]] = {language: {} for language in _LANGUAGES}
    lines = (DATA / "terms.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(line for line in lines if line and not line.startswith("#")):
        for language, cell in zip(_LANGUAGES, line.split("\t"), strict=True):
            for begin in cell.split("|"):
                if len(bare(begin)) >= SHORTEST_TERM and TOGETHER not in begin and " " not in begin:
                    found[language].setdefault(begin, []).append(str(number))
    return {language: {begin: tuple(rows) for begin, rows in table.items()} for language, table in found.items()}


@lru_cache(maxsize=100_000)
def keys_in(word: str) -> frozenset[str]:
    """Return the keys that a word of a label answers to, of each language whose word it may be."""
    known = [language for language in _LANGUAGES if is_listed(word, language)]
    return frozenset(f"t:{row}:{language}" for language in known or _LANGUAGES for row in _of(word, language))


@lru_cache(maxsize=100_000)
def keys_elsewhere(word: str, language: Language) -> frozenset[str]:
    """Return the keys of what a question's word in `language` is called in labels of the other languages."""
    others = [other for other in _LANGUAGES if other != language]
    return frozenset(f"t:{row}:{other}" for row in _of(word, language) for other in others)


def _of(word: str, language: Language) -> tuple[str, ...]:
    """Return the rows of the longest beginning in `language` that is all of `word` but its endings."""
    table = _rows()[language]
    plain = word.casefold()
    shortest = max(SHORTEST_TERM, len(plain) - _ENDING)
    return next(
        (rows for length in range(len(plain), shortest - 1, -1) if (rows := meant_at(plain, length, table))), ()
    )
