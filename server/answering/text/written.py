"""The language that a text is written in, by its smallest words. Knows nothing of documents that state theirs.

A text of few such words (a table, a list of names) says nothing of its language.
"""

from collections.abc import Mapping
from functools import lru_cache
from weakref import WeakKeyDictionary

from server.answering.answer import Language
from server.answering.text.source import Source
from server.answering.words.language import detect
from server.answering.words.matching import tokens

_SMALL: Mapping[Language, str] = {
    "fi": "ja sekä että joka jotka tai myös ei ovat oli mukaan jos kun tämä sen ne",
    "sv": "och att som är för med av till den det på ett inte har eller också vid om de",
    "en": "the of and to is for with by that are this be was which or as at it an",
}
"""Words of one of the three languages alone, or of another so rarely that many of them tell."""
_WORDS = {language: frozenset(words.split()) for language, words in _SMALL.items()}
_FEWEST = 4
_CLEARLY = 2
"""How many times as many as of any other language."""
_SAMPLED = 4
"""Passages of a document that are looked at."""


@lru_cache(maxsize=4096)
def written_in(text: str) -> Language | None:
    """Return the language of a text, or None where its words do not tell."""
    found = tokens(text)
    counted = {language: sum(token in small for token in found) for language, small in _WORDS.items()}
    best, second, *_ = sorted(counted, key=lambda language: -counted[language])
    told = counted[best] >= max(_FEWEST, _CLEARLY * counted[second])
    # The title of a foreign report has small words enough; the shapes of all words tell what it stands in.
    return best if told and detect(text) == best else None


_languages: "WeakKeyDictionary[Source, Mapping[str, Language | None]]" = WeakKeyDictionary()


def languages_of(source: Source) -> Mapping[str, Language | None]:
    """Return the language of each document by its id: as it states it, else as its first passages are written."""
    if source not in _languages:
        first: dict[str, list[str]] = {}
        for chunk in source.chunks:
            if len(texts := first.setdefault(chunk.document_id, [])) < _SAMPLED:
                texts.append(chunk.text)
        stated: Mapping[str | None, Language] = {"fi": "fi", "sv": "sv", "en": "en"}
        _languages[source] = {
            document.id: stated.get(document.language) or written_in("\n".join(first.get(document.id, ())))
            for document in source.documents.values()
        }
    return _languages[source]
