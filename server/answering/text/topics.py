"""Questions about a topic as such: what is done for it, what becomes of it, what is said of it.

Any sentence that speaks of the topic answers them, so that nothing but the topic's words needs to be there. Knows
nothing of search.
"""

import re
from collections.abc import Sequence

from index.lemmas import compound_parts
from server.answering.text.evidence import Piece, put_first
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

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
_NEXT_BEST, _NEARLY = 12, 3.0
"""How far behind the best piece one that speaks of the topic may be: in order, and in log odds."""
_WHOLE = re.compile(r"[.!?]\W*$")


def of_topic(piece: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a question asks of a topic as such and a piece speaks of it."""
    return (
        wanted.kind in ("what", "how")
        and piece.unit.kind in ("sentence", "bullet")
        and asks_of_topic(question)
        and speaks_of(piece.text, words, piece.passage.document.language)
    )


def topic_first(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, question: str) -> list[Piece]:
    """Return the pieces, one first that speaks of the topic asked of, where it is about as likely as the best."""
    near = [piece for piece in pieces[:_NEXT_BEST] if piece.score >= pieces[0].score - _NEARLY]
    held = next((piece for piece in near if of_topic(piece, words, wanted, question)), None)
    if held is None or held is pieces[0]:
        return list(pieces)
    return put_first(pieces, held)


def asks_of_topic(question: str) -> bool:
    """Return whether a question asks what is done for a topic or said of it."""
    return bool(_ASKS.match(question.strip(" ¿")) and _VERBS.search(question))


def speaks_of(text: str, words: Sequence[Word], written: str | None) -> bool:
    """Return whether a whole sentence in the language `written` has all words of a question's topic, surely.

    Parts of compounds are not sure enough: carriages are no trams, and home care is no support for it.
    """
    topic = [word for word in words if not _VERBS.fullmatch(word.text) and not _SPEAKERS.fullmatch(word.text)]
    held = tokens(text)
    return (
        bool(topic)
        and bool(_WHOLE.search(text))
        and all(stands_in(word, held, written or "fi") for word in words_for(topic, written))
    )


def stands_in(word: Word, held: Sequence[str], written: str) -> bool:
    """Return whether a word stands among tokens surely; a Finnish compound with its last part."""
    parts = compound_parts(word.text) if written == "fi" and len(word.stems) == 1 else ()
    if not parts:
        return found_in(word, tuple(held)) >= _SURELY
    return any(found_in(word, (token,)) >= _SURELY and parts[-1] in compound_parts(token) for token in held)
