"""What documents there are: "Which documents do you have?" asks of the service itself, not of what they say."""

import re
from collections.abc import Iterable

from server.answering.answer import Answer, Language, Question
from server.answering.text.text_phrases import phrase

_ASKS = re.compile(
    r"^(?:(?:mitä|mitkä|mistä|minkä|millais\w+|minkälais\w+|montako|kuinka mon\w+|luettele|listaa|näytä|kerro)\b[^?]*"
    r"\b(?:asiakirj\w*|dokument\w*|aineisto\w*|lähtei\w*|tiedosto\w*|vuos\w+|tieto\w*|tietoja)\b[^?]*"
    r"\b(?:sinulla|teillä|sulla|käytössäsi|hallussasi|tunnet|palvelussa|tässä palvelussa)\b[^?]*"
    r"|(?:mitä|mitkä|montako|kuinka mon\w+|luettele|listaa) (?:kaikkia? )?(?:sinun |teidän )?"
    r"(?:asiakirj\w*|dokument\w*|aineisto\w*|lähtei\w*)"
    r"(?: (?:teillä|sinulla|on|löytyy|täällä|käytössä|tässä|saatavilla|käytettävissä|mukana))*"
    r"|mitä (?:sinulla|teillä) on (?:asiakirjoja|dokumentteja|aineistoja|tietoja)"
    r"|(?:vilka|vad för|hur många|lista|visa)(?: alla)? (?:dokument|handlingar|källor|år|material|filer)\b[^?]*"
    r"\b(?:har du|har ni|känner du|finns här|i tjänsten|täcker du)\b[^?]*"
    r"|(?:which|what|how many|list|show)(?: me)?(?: all)?(?: the| your)? (?:documents?|sources?|files?|years?)\b[^?]*"
    r"\b(?:do you|can you|you have|you know|you cover|are available|are there here)\b[^?]*"
    r"|(?:list|show)(?: me)?(?: all)? (?:the|your) (?:documents|sources))[?.! ]*$",
    re.IGNORECASE,
)
_SHOWN = 12
"""Titles that are named; of more documents the rest is counted."""


def catalogue(question: Question, language: Language, titles: Iterable[str]) -> Answer | None:
    """Return the titles of the documents where a question asks which there are, None for any other question."""
    if not _ASKS.match(" ".join(question.text.split())):
        return None
    named = sorted(dict.fromkeys(titles))
    if not named:
        return None
    more = phrase("more_documents", language, count=str(len(named) - _SHOWN)) if len(named) > _SHOWN else ""
    text = phrase("documents", language, titles="; ".join(named[:_SHOWN]) + more)
    return Answer(language=language, status="declined", reason=text, interpreted_question=question.text, answer=text)
