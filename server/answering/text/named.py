"""Whether the names of a question stand where something was found. Knows nothing of how it was found.

A name may stand in the passage, its headings or its document's title, in the document's own language.
"""

import re
from collections.abc import Sequence

from server.answering.answer import Language
from server.answering.text.evidence import Piece, put_first
from server.answering.text.source import Source
from server.answering.words.matching import Word, found_in, tokens, words_for
from server.answering.words.names import longer_names, mentions_in
from server.answering.words.names import names as known_names
from server.answering.words.word import words_of

_STEM = 4
_HELD = 0.6
_FURTHEST = 5.0
_MOST_PAGES = 5
_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")


def surroundings(piece: Piece) -> frozenset[str]:
    """Return the tokens of a piece's passage, headings, document title, period and programme."""
    return frozenset(token for text in _texts_around(piece) for token in tokens(text))


def _texts_around(piece: Piece) -> tuple[str, ...]:
    document = piece.passage.document
    dated = str(document.date.year) if document.date else ""
    return (piece.passage.hit.chunk.text, piece.passage.heading, document.period or "", dated)


def absent_names(piece: Piece, words: Sequence[Word], language: Language, question: str) -> tuple[str, ...]:
    """Return the names of the question that neither the passage nor its headings and document have.

    Of a name of several words, the last must be there; the others may go unsaid unless others stand in their place.
    """
    if longer := of_longer_name(piece, question):
        return longer
    lacking = {word.text for word in piece.missing}
    names = [word for word in words if word.name]
    if language != (piece.passage.document.language or "fi"):
        # A foreign question's capitals may be of things that the document writes small or otherwise: known names count,
        # abbreviations, and what the word list does not know.
        names = [word for word in names if word.listed or (word.text.isupper() and len(word.text) > 1)]
    if not names:
        return ()
    around = surroundings(piece)
    names = list(words_for(names, piece.passage.document.language))
    absent = []
    for order, word in enumerate(names):
        if found_in(word, around) >= _HELD or word.text not in lacking:
            continue
        last = order
        while last + 1 < len(names) and f"{names[last].text} {names[last + 1].text}" in question:
            last += 1
        surname = names[last]
        if last == order or found_in(surname, around) < _HELD or _otherwise_called(surname, piece, names):
            absent.append(word.text)
    return tuple(absent)


def of_longer_name(piece: Piece, question: str) -> tuple[str, ...]:
    """Return the places of the question that stand around a piece in the name of another place alone.

    Ostrobothnia is not Central Ostrobothnia, whose name holds its own.
    """
    asked = words_of(question)
    places = [mention for mention in mentions_in(asked) if any(map(longer_names, mention.keys))]
    if not places:
        return ()
    told = frozenset(key for text in _texts_around(piece) for one in mentions_in(words_of(text)) for key in one.keys)
    return tuple(
        " ".join(word.text for word in asked[mention.start : mention.end])
        for mention in places
        if not mention.keys & told and any(longer_names(key) & told for key in mention.keys)
    )


def naming_first(pieces: Sequence[Piece], words: Sequence[Word], language: Language, question: str) -> list[Piece]:
    """Return the pieces, one first whose passage has the question's names where the best one's has not."""
    if not pieces or not absent_names(pieces[0], words, language, question):
        return list(pieces)
    least = pieces[0].score - _FURTHEST
    near = (piece for piece in pieces[1:] if piece.score >= least and piece.signals.typed >= pieces[0].signals.typed)
    held = next((piece for piece in near if not absent_names(piece, words, language, question)), None)
    return put_first(pieces, held) if held else list(pieces)


def spoken_of(names: Sequence[str], pieces: Sequence[Piece], words: Sequence[Word]) -> bool:
    """Return whether each of the names that the best piece lacks stands on a page that was found."""
    pages = {(piece.passage.document.id, piece.passage.page.number): piece.passage for piece in pieces}
    around = frozenset(token for p in pages.values() for token in tokens(p.page.text + " " + p.heading))
    return all(found_in(word, around) >= _HELD for word in words if word.name and word.text in names)


def said_nowhere(names: Sequence[str], words: Sequence[Word], source: Source) -> tuple[str, ...]:
    """Return those of `names` that stand on no page that a search for the name itself finds."""
    asked = {word.text: word for word in words if word.text in names}
    names_by_key = known_names()

    def stands(name: str) -> bool:
        pages = {(hit.chunk.document_id, hit.chunk.page) for hit in source.search(name, _MOST_PAGES)}
        texts = [source.page(*page).text for page in pages]
        keys = [key[2:] for mention in mentions_in(words_of(name)) for key in mention.keys]
        called = {names_by_key[key].shown(language).casefold() for key in keys for language in _LANGUAGES}
        return any(
            found_in(asked[name], frozenset(tokens(text))) >= _HELD or any(one in text.casefold() for one in called)
            for text in texts
        )

    return tuple(name for name in names if name not in asked or not stands(name))


def _otherwise_called(name: Word, piece: Piece, asked: Sequence[Word]) -> bool:
    """Return whether a name that was not asked for stands right before `name` where the passage has it."""
    text = piece.passage.heading + "\n" + piece.passage.hit.chunk.text
    before = re.findall(rf"(?:^|[^.!?:\s]\s)([^\W\d_][\w-]*) {re.escape(name.text[:_STEM])}", text)
    return any(word[0].isupper() and not any(found_in(other, (word.lower(),)) for other in asked) for word in before)
