"""What a question in Swedish or English is looked for by in Finnish text. Knows nothing of documents."""

from server.answering.words.beginnings import TOGETHER, bare
from server.answering.words.matching import Word, tokens


def gloss(words: tuple[Word, ...]) -> str:
    """Return the beginnings that the word list gives for a foreign question's words: "haku|hae 2021 oulu".

    Words that it lacks go as they stand where they are names or numbers. Empty where it has none of the words.
    """
    if all(len(word.stems) == 1 for word in words):
        return ""
    parts: list[str] = []
    for word in words:
        if len(word.stems) > 1:
            # Of a phrase, its longest word is looked for.
            parts.extend("|".join(alternatives) for alternatives in _looked_for(word.stems[1:]))
        elif word.name or word.number:
            parts.append(word.text.lower())
    return " ".join(dict.fromkeys(parts))


def _looked_for(stems: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the beginnings that a search looks for: alternatives of each part of a compound, else of the word."""
    if all(TOGETHER in stem for stem in stems):
        return [tuple(dict.fromkeys(part)) for part in zip(*(stem.split(TOGETHER) for stem in stems), strict=True)]
    alone = [max(tokens(bare(stem)) or (stem,), key=len) for stem in stems if TOGETHER not in stem]
    return [tuple(dict.fromkeys(alone))]
