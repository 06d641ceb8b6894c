"""Names with titles behind them, as minutes list those present: "Aino Salo, sihteeri". Knows nothing of search."""

import re
from collections.abc import Sequence

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, tokens, words_for

_HEAD = 400
"""Characters at the beginning of a page that say of which body's meeting it tells."""
_MEETING = re.compile(r"(?:kokou|pöytäkirj|möte|sammanträd|protokoll|meeting|minutes)", re.IGNORECASE)
"""What minutes are of, which they need not say."""
_HELD = 0.6
_BEGINNING = 4


def listed_with_title(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether the name found has the title asked for right behind it, of a body that heads its page."""
    titles = [word for word in words if word.attribute]
    if not wanted.person or best.span is None or not titles:
        return False
    known = words_for(words, best.passage.document.language)
    behind = title_behind(best.text, best.span.end)
    if not any(word.attribute and _bears(word, behind) for word in known):
        return False
    page = best.passage.page.text
    head = tokens(f"{best.passage.heading} {page[:_HEAD]}")
    return all(word.attribute or _MEETING.match(word.text) or found_in(word, head) >= _HELD for word in known)


def title_behind(text: str, end: int) -> tuple[str, ...]:
    """Return the words behind a name, after a comma or in brackets, up to the next name."""
    match = re.match(r"(?:,| \()\s?([^;.,()\d]{3,60})", text[end:])
    return tokens(match.group(1)) if match else ()


def _bears(title: Word, behind: tuple[str, ...]) -> bool:
    """Return whether words are a title itself and not that of a deputy, which ends in it."""
    return any(found_in(title, (token,)) >= _HELD and token[:_BEGINNING] == _begun(title, token) for token in behind)


def _begun(title: Word, token: str) -> str:
    return next((stem[:_BEGINNING] for stem in title.stems if stem[:_BEGINNING] == token[:_BEGINNING]), "")
