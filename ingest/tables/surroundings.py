"""What stands over a table besides its title: headings, captions, notes, the words over its row labels; and its sign.

Prose is left out: what a paragraph above a table tells need not hold for the table. Knows no figures' meaning.
"""

import re
from typing import Final

from ingest.document import Block, Document, Page
from ingest.table import Table
from ingest.tables.context import headings_above, place_of

_LONGEST: Final = 200
_POLE: Final = re.compile(r"\b(?:positiivi|negatiivi|positiv|negativ)\w*", re.IGNORECASE)
_SIGN: Final = re.compile(r"\b(?:miinusmerk|etumerk|minusteck|minus sign)\w*", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\s{2,}|\n")
_MOST_WORDS: Final = 12
_YEARS: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_VERB: Final = re.compile(
    r"\b(?:on|ovat|oli(?:vat)?|ei(?:vät)?|sai(?:vat)?|saa(?:vat)?|tuli(?:vat)?|tulee|kuulu[iu]\w*|koskee|\w+(?:taan|tään|t?tiin)"
    r"|\w{3,}(?:vat|vät|nut|nyt|neet)|nousi|laski|kasvoi|väheni|kattaa|sisältää|esittää|näyttää|perustuu"
    r"|är|var|har|hade|ska|kan|får|fick|blev|\w+(?:ades|ats|ar|er)|finns|visar"
    r"|is|are|was|were|has|have|had|will|can|show|shows|cover|covers|rose|fell|received)\b",
    re.IGNORECASE,
)
"""Verbs of whole sentences, by word or ending; a noun taken for one leaves a caption out, no more."""
_NOTED: Final = ("*", "huom", "obs", "note", "anm")


def surroundings(document: Document, table: Table) -> tuple[str, ...]:
    """Return what stands over `table`, nearest first: the header's corner, captions, notes and the heading path.

    The first is empty where nothing does but headings of earlier pages, which say not what its rows are.
    """
    page = document.pages[table.span.page - 1]
    texts = [_corner(page, table), *_right_above(page, table.span.start)]
    own = [text for text in texts if text and text != _plain(table.title)]
    headings = [(text, span) for text, span in headings_above(document, table.span) if text != _plain(table.title)]
    far = not own and bool(headings) and headings[0][1].page < table.span.page
    return tuple(dict.fromkeys((*([""] if far else own), *(text for text, _ in headings))))


def caption(document: Document, table: Table) -> str | None:
    """Return the caption right above a grid without a title or with a heading of an earlier page; None for others."""
    page = document.pages[table.span.page - 1]
    above = _right_above(page, table.span.start)
    named = [text for text in above if not text.casefold().startswith(_NOTED)]
    near = bool(table.title) and _plain(table.title) in _plain(page.text[: table.span.end])
    return named[0] if named and not near and table.origin not in ("flat", "listed") else None


def sign_note(document: Document, table: Table) -> str | None:
    """Return the sentence above or right below `table` that says what a minus or plus means, None without one."""
    page = document.pages[table.span.page - 1]
    place = place_of(page, table.span.start)
    below = [_text(page, block) for block in page.blocks[place + 1 : place + 2]]
    for text in (*_right_above(page, table.span.start), *below):
        for sentence in _SENTENCE.split(text):
            # One pole alone is praise or blame: "positive effects".
            said = len(_POLE.findall(sentence)) > 1 or _SIGN.search(sentence)
            if said and len(sentence) <= _LONGEST:
                return sentence.strip(" *")
    return None


def _right_above(page: Page, start: int) -> list[str]:
    """Return the headings, captions and notes between the last paragraph or table and character `start`."""
    found: list[str] = []
    for block in reversed(page.blocks[: place_of(page, start)]):
        text = _text(page, block)
        noted = text.casefold().startswith(_NOTED)
        captioned = block.kind == "paragraph" and "\n" not in page.text[block.start : block.end].strip()
        named = captioned and (not text.endswith((".", "!", "?", ";", ",")) or _is_nominal(text))
        if len(text) > _LONGEST or not (noted or named or block.kind in ("heading", "caption", "note")):
            break
        found.append(text)
    return found


def _is_nominal(text: str) -> bool:
    """Tell whether a short sentence has no verb, and so names what stands below: "Staff by project, 2022–2024."."""
    plain = _YEARS.sub("", text)
    return len(text.split()) <= _MOST_WORDS and not any(map(str.isdigit, plain)) and _VERB.search(text) is None


def _corner(page: Page, table: Table) -> str:
    """Return the words of the header that no column label has: what stands over the row labels."""
    starts = [
        span.start
        for figure in table.figures
        for span in (*figure.row_spans, figure.value_span)
        if span is not None and span.page == page.number and span.start >= table.span.start
    ]
    header = _plain(page.text[table.span.start : min(starts, default=table.span.start)])
    labels = {_plain(label) for figure in table.figures for label in figure.column_path}
    for label in sorted(labels, key=len, reverse=True):
        header = header.replace(label, " ") if label else header
    words = [word for word in header.split() if any(letter.isalpha() for letter in word)]
    return " ".join(words) if len(" ".join(words)) <= _LONGEST else ""


def _text(page: Page, block: Block) -> str:
    return _plain(page.text[block.start : block.end])


def _plain(text: str) -> str:
    return " ".join(text.split())
