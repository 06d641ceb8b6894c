"""Questions about a topic as such: what is done for it, what becomes of it, what is said of it.

Any sentence that speaks of the topic answers them, so that nothing but the topic's words needs to be there. Knows
nothing of documents.
"""

import re
from collections.abc import Sequence

from server.answering.matching import Word, found_in, tokens, words_for

_ASKS = re.compile(r"(?:mitä|miten|kuinka|millä tavoin|vad|hur|på vilket sätt|what|how)\b", re.IGNORECASE)
_VERBS = re.compile(
    r"\b(?:tehdään|tehdä|tekee|tekevät|aio(?:taan|vat)|aikoo|tapahtuu|käy|uudist(?:etaan|uu|aa|avat)|kehit(?:etään|tää|yy)"
    r"|muut(?:etaan|taa|tuu)|edist(?:etään|ää)|paran(?:netaan|taa)|vahvist(?:etaan|aa)|tue(?:taan)|tukee|sano(?:taan|o|vat)"
    r"|kerro(?:taan)|kerto(?:o|vat)|linja(?:taan|a)|luva(?:taan)|lupaa|suunnit(?:ellaan|telee)|tode(?:taan)|toteaa"
    r"|görs?|göra|händ(?:er|a)|säg(?:s|er|a)|står|(?:re|för)?(?:form|ändr)e?ra?s|utvecklas|främjas|förbättras|stärks"
    r"|stöds|planeras|(?:ut)?lovas"
    r"|done|happen(?:s|ing|ed)?|say(?:s|ing)?|said|reformed|changed|developed|promoted|improved|strengthened|supported"
    r"|planned|promised|(?:do(?:es)?|will) .*\b(?:do|reform|change|develop|promote|improve|strengthen|support))\b",
    re.IGNORECASE,
)
_SPEAKERS = re.compile(
    r"(?:hallitu|ohjelma|hallitusohjelma|asiakirj|regering|program|dokument|government|document)\w*", re.IGNORECASE
)
"""Who does or says it, in papers of a government: in any sentence of theirs, said or not."""
_SURELY = 0.8
_WHOLE = re.compile(r"[.!?]\W*$")


def asks_of_topic(question: str) -> bool:
    """Return whether a question asks what is done for a topic or said of it."""
    return bool(_ASKS.match(question.strip(" ¿")) and _VERBS.search(question))


def speaks_of(text: str, words: Sequence[Word], written: str | None) -> bool:
    """Return whether a whole sentence in the language `written` has all words of a question's topic, surely.

    Parts of compounds are not sure enough: carriages are no trams.
    """
    topic = [word for word in words if not _VERBS.fullmatch(word.text) and not _SPEAKERS.fullmatch(word.text)]
    held = tokens(text)
    return (
        bool(topic)
        and bool(_WHOLE.search(text))
        and all(found_in(word, held) >= _SURELY for word in words_for(topic, written))
    )
