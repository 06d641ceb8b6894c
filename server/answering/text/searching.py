"""The hits of a question, looked for in the documents' languages, too. Knows nothing of what answers it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from index.hit import Hit
from server.answering.answer import Language
from server.answering.text.plain_question import Understood
from server.answering.text.source import Source
from server.answering.text.written import languages_of
from server.answering.words.gloss import gloss
from server.answering.words.matching import Word

_HITS = 8


def hits_of(text: str, words: tuple[Word, ...], asked: Understood, generation: Source) -> tuple[Hit, ...]:
    """Return the hits of the question `text`, best first; its `words` are looked up in the documents' language, too."""
    question = asked.question
    found = generation.search(text, _HITS, question.collections, _gloss(words, asked.language, generation))
    return _until(found, generation, question.as_of)


def _gloss(words: tuple[Word, ...], language: Language, generation: Source) -> str:
    """Return the words as the documents in other languages may have them; empty where there are none."""
    written = {language or "fi" for language in languages_of(generation).values()}
    if written <= {language}:
        return ""
    if written - {"fi", language}:
        words = tuple(replace(word, stems=(*word.stems, *word.elsewhere)) for word in words)
    return gloss(words)


def _until(hits: Sequence[Hit], generation: Source, as_of: str | None) -> tuple[Hit, ...]:
    """Return the hits of documents dated by `as_of` (ISO) at the latest; undated ones stay."""
    if not as_of:
        return tuple(hits)
    limit = date.fromisoformat(as_of)
    return tuple(h for h in hits if (own := generation.documents[h.chunk.document_id].date) is None or own <= limit)
