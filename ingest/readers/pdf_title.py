"""The title of a PDF: what its metadata states if the pages bear it out, else the largest text of the first page."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_page import Drafted

_FILE_NAME = re.compile(
    r"\.(?:docx?|pptx?|xlsx?|pdf|indd|odt|rtf|pages|tmp|qxd|html?)\b|^microsoft (?:word|power|excel)|^untitled|^nimetön"
    r"|^powerpoint[ -]|^asiakirja\d*$|^document\d*$|^dia \d+$|^slide \d+$|^presentation\d*$|[/\\]|^[\w-]*\d{5,}[\w-]*$",
    re.IGNORECASE,
)
_SIGNATURES = re.compile(r"allekirjoit|undertecknat|underskrift|signatur|signed", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_CHARACTERS = 300
_MOST_PARTS = 3
_FIRST_PAGES = 3
_COVER_WORDS = 40


def title_of(stated: str, drafts: Sequence[Drafted]) -> str | None:
    """Return the title, or None where neither the metadata nor the first pages show one.

    Args:
        stated: the title of the metadata, possibly empty or left by the writing program.
        drafts: the pages.
    """
    title = " ".join(stated.replace("\0", "").split())
    named = _is_title(title)
    if named and _is_borne_out(title, drafts):
        return title
    shown = _shown(drafts)
    return shown or (title if named else None)


def _is_title(text: str) -> bool:
    return 3 < len(text) <= _MOST_CHARACTERS and sum(map(str.isalpha, text)) > 3 and not _FILE_NAME.search(text)


def _is_borne_out(title: str, drafts: Sequence[Drafted]) -> bool:
    """Tell whether half of the title's words stand on the first pages: some programs state their own kind of print."""
    words = set(_WORD.findall(title.lower()))
    text = " ".join(draft.layout.text for draft in drafts[:_FIRST_PAGES]).lower()
    return not words or not text.strip() or 2 * sum(word in text for word in words) >= len(words)


def _shown(drafts: Sequence[Drafted]) -> str | None:
    found = [_largest(draft) for draft in drafts[:2]]
    if not found:
        return None
    # A cover may come after a sheet of signatures or the like.
    if found[0][1] and _SIGNATURES.search(found[0][1]):
        return found[1][1] if len(found) == 2 and len(drafts[1].layout.words) <= _COVER_WORDS else None
    if len(found) == 2 and found[1][0] > 1.2 * found[0][0] and len(drafts[1].layout.words) <= _COVER_WORDS:
        return found[1][1]
    return found[0][1]


def _largest(draft: Drafted) -> tuple[float, str | None]:
    """Return the size of the largest text of a page, and that text where it is short enough for a title."""
    text = draft.layout.text
    pieces = [piece for piece in draft.layout.pieces if piece.kind != "table" and piece.size > 0]
    lettered = [piece for piece in pieces if sum(map(str.isalpha, text[piece.start : piece.end])) > 3]
    lettered = [piece for piece in lettered if not piece.furniture] or lettered
    if not lettered:
        return 0.0, None
    top = max(piece.size for piece in lettered)
    parts = [" ".join(text[piece.start : piece.end].split()) for piece in lettered if piece.size >= 0.97 * top]
    title = " ".join(parts[:_MOST_PARTS])
    return top, title if len(parts) <= _MOST_PARTS and len(title) <= _MOST_CHARACTERS else None
