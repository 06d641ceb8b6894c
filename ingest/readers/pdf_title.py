"""The title of a PDF: what its metadata states if that is one, else the largest text of the first page."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_page import Drafted

_FILE_NAME = re.compile(
    r"\.(?:docx?|pptx?|xlsx?|pdf|indd|odt|rtf|pages|tmp|qxd|html?)\b|^microsoft (?:word|power|excel)|^untitled|^nimetön"
    r"|^powerpoint[ -]|^asiakirja\d*$|^document\d*$|^dia \d+$|^slide \d+$|^presentation\d*$|[/\\]|^[\w-]*\d{5,}[\w-]*$",
    re.IGNORECASE,
)
_MOST_CHARACTERS = 300


def title_of(stated: str, drafts: Sequence[Drafted]) -> str | None:
    """Return the title, or None where neither the metadata nor the first page shows one.

    Args:
        stated: the title of the metadata, possibly empty or left by the writing program.
        drafts: the pages.
    """
    title = " ".join(stated.replace("\0", "").split())
    if _is_title(title):
        return title
    return _largest(drafts[0]) if drafts else None


def _is_title(text: str) -> bool:
    return 3 < len(text) <= _MOST_CHARACTERS and sum(map(str.isalpha, text)) > 3 and not _FILE_NAME.search(text)


def _largest(draft: Drafted) -> str | None:
    pieces = [piece for piece in draft.layout.pieces if piece.kind != "table" and piece.size > 0]
    text = draft.layout.text
    lettered = [piece for piece in pieces if sum(map(str.isalpha, text[piece.start : piece.end])) > 3]
    if not lettered:
        return None
    top = max(piece.size for piece in lettered)
    parts = [" ".join(text[piece.start : piece.end].split()) for piece in lettered if piece.size >= 0.97 * top]
    title = " ".join(parts[:3])
    return title if len(parts) <= 3 and len(title) <= _MOST_CHARACTERS else None
