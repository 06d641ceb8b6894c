"""Questions whose words say less, or more, than what is asked: "Mihin ohjelmalla pyritään?" asks for its aims.

Knows nothing of documents.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.answer import Language
from server.answering.words.matching import Word, content_words

_ASKS = re.compile(
    r"^mihin\b(?!\s(?:mennessä|saakka|asti)\b|\s\w+(?:seen|een|iin|oon|uun|yyn|aan|ään|hin)\s).*\b(?:pyrit\w+|pyrki\w+|tähdät\w+|tähtä\w+)"
    r"|^mitä\b.*\btavoitel\w+|^vad (?:strävar .*\befter|eftersträva\w*|siktar)\b|^vad vill man (?:nå|uppnå)\b"
    r"|^what (?:does|do|is|are) .*\b(?:aim(?:s|ed|ing)? (?:at|for|to)|seek(?:s|ing)? to|striv\w+ for)\b",
    re.IGNORECASE,
)
_OF_WEIGHT = re.compile(r"(?:tärke|viktig|importan|matter)")
"""What no reason needs to say again: "Why is it important?" asks why it is done."""
_AIMS: dict[Language, str] = {"fi": "tavoitteet", "sv": "målen", "en": "goals"}


def asks_aims(question: str) -> bool:
    """Return whether a question (without greeting) asks what something aims at, with no word for an aim."""
    return bool(_ASKS.search(" ".join(question.split()).strip(" ¿")))


def with_aims(words: Sequence[Word], question: str, language: Language) -> tuple[Word, ...]:
    """Return the content words of a question, with the word for aims where it asks for them."""
    if not asks_aims(question):
        return tuple(words)
    return (*words, *(replace(word, attribute=True) for word in content_words(_AIMS[language], language)))


def without_weight(words: Sequence[Word]) -> tuple[Word, ...]:
    """Return the content words of a question for a reason without the one for how important it is, if others stay."""
    return tuple(word for word in words if not _OF_WEIGHT.match(word.text.lower())) or tuple(words)
