"""Which of several surveys a number is of, where a question asks how many answered one. Knows nothing of the search.

A survey on one thing tells nothing of another, however much else of the question stands beside it.
"""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word

_SURVEY = re.compile(r"\w*(?:kysel[yi]|enkät|survey|questionnaire|haastattelu)\w*", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(?:vasta(?!uu)|svar|respon|answer|replie|osallistu|deltog|participat|took$|part$|ihmi|henkilö|people|person|människ"
    r"|sähköi|elektron|electron|verkko|nät|webb|online|määrä|antal|number)",
    re.IGNORECASE,
)
"""Words of whoever answered and how, which tell not what they were asked about."""


def without_other_surveys(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> list[Piece]:
    """Return the pieces less those of a survey on something else than the one whose answers are counted."""
    if wanted.kind != "count" or not any(_SURVEY.fullmatch(word.text) for word in words):
        return list(pieces)
    topic = {word.text for word in words if not _says_how(word)}
    return [piece for piece in pieces if not (topic and _SURVEY.search(piece.text) and topic <= _missing(piece))]


def _says_how(word: Word) -> bool:
    return word.name or word.number or bool(_SURVEY.fullmatch(word.text) or _ANSWERED.match(word.text))


def _missing(piece: Piece) -> set[str]:
    return {word.text for word in piece.missing}
