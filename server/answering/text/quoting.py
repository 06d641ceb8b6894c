"""How a place in a document is cited and quoted: its citation, marks of quotation, language and date.

Knows nothing of questions.
"""

from datetime import date

from server.answering.answer import Citation, CitedSpan, Language
from server.answering.text.found_passages import Passage
from server.answering.words.dates import stated_date
from server.answering.words.language import detect


def citation(number: int, passage: Passage, start: int, end: int, spans: tuple[CitedSpan, ...] = ()) -> Citation:
    """Return the citation of `start` to `end` on the passage's page."""
    document = passage.document
    return Citation(
        id=number,
        document_id=document.id,
        file=document.path,
        title=document.title,
        date=document.date.isoformat() if document.date else None,
        collection=document.collection,
        page=passage.page.number,
        start=start,
        end=end,
        quote=passage.page.text[start:end],
        spans=spans,
        url=document.source_url,
    )


def quoted(part: str, language: Language) -> str:
    """Return a piece and its mark ("… [1]") quoted as the language around it does; as it is in Finnish."""
    if language == "fi":
        return part
    text, _, mark = part.rpartition(" [")
    return f"”{text}” [{mark}" if language == "sv" else f"“{text}” [{mark}"


def shortened(text: str, longest: int, told: int = 0) -> str:
    """Return a piece of at most `longest` characters: one beyond them ends with "…" at a clause; its quote is whole.

    Where what is asked stands only further on, at `told`, the piece begins with "…" at a word before it.
    """
    if len(text) <= longest:
        return text
    begin = text.rfind(" ", 0, max(0, min(told - longest // 2, len(text) - longest))) + 1 if told >= longest else 0
    text, opened = text[begin:], "… " if begin else ""
    if len(text) <= longest:
        return opened + text
    clauses = max(text.rfind(mark, longest // 2, longest) for mark in (",", ";", ":", ")"))
    end = clauses if clauses > 0 else text.rfind(" ", 0, longest)
    return opened + text[:end].rstrip(" ,;:") + " …"


def spoken(passage: Passage) -> Language:
    """Return the language of a passage: its document's where that is stated, else by its words."""
    stated: dict[str | None, Language] = {"fi": "fi", "sv": "sv", "en": "en"}
    return stated.get(passage.document.language) or detect(passage.hit.chunk.text)


def own_date(passage: Passage) -> date | None:
    """Return the date for which the passage or its headings tell, else the document's own."""
    return stated_date(passage.hit.chunk.text) or stated_date(passage.heading) or passage.document.date
