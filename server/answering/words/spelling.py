"""Words of a question misspelt a little, read as the one word of the documents that they are a slip away from.

Only what neither the documents, a dictionary nor the lexicon of Finnish has is taken for a slip: a name that is not in
the documents stays what it is. Knows nothing of figures, whose labels `missing` reads so.
"""

from typing import Protocol

from index import lemmas
from server.answering.words.word import is_known, words_of

_SHORTEST, _LONG = 6, 10
"""Letters of a word that one slip is allowed in, and two."""
_MOST = 3


class Forms(Protocol):
    """The word forms of the documents: `index.generation.Generation` has them."""

    def near_forms(self, word: str, slips: int) -> tuple[str, ...]:
        """Return those nearest to `word`, casefolded, at most `slips` letters from it."""


def respelled(text: str, documents: Forms) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Return a question with its slips mended, and what was mended as (as written, as read)."""
    mended: list[tuple[str, str]] = []
    for word in reversed(words_of(text)):
        written = word.text
        if len(written) < _SHORTEST or not written.isalpha() or is_known(written) or lemmas.is_known(written):
            continue
        meant = _meant(written, documents)
        if meant is None or len(mended) == _MOST:
            continue
        read = meant.capitalize() if word.capitalised else meant
        text = text[: word.start] + read + text[word.end :]
        mended.append((written, read))
    return text, tuple(reversed(mended))


def _meant(word: str, documents: Forms) -> str | None:
    """Return the form of the documents that a word is meant to be, None where it is one or could be several words."""
    near = documents.near_forms(word, 1 if len(word) < _LONG else 2)
    if not near or word.casefold() in near:
        return None
    bases = {lemmas.base_forms(form)[0] for form in near}
    return near[0] if len(bases) == 1 else None
