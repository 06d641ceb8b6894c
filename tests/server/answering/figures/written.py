"""Figure sources from small documents written in a test, read and recovered as any file is."""

from decimal import Decimal
from functools import cache

from ingest.document import Document
from ingest.readers import read_bytes
from ingest.tables.recover import recover
from server.answering.answer import Answer, Language, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from tests.server.answering.figures.seed_figures import Source


@cache
def source_of(**texts: str) -> Source:
    """Return the source of Markdown documents by their names."""
    source = Source()
    for name, text in texts.items():
        read = read_bytes(text.encode(), f"{name}.md")
        document = Document(f"c/{name}.md", "c", f"{name}.md", "0", "text/markdown", name, read.pages, language="fi")
        recovered = recover(document)
        source.documents[document.id] = document
        source.texts[document.id] = document.pages[0].text
        source.tables |= {table.id: table for table in recovered.tables}
        source.loose += recovered.figures
    return source


def ask(text: str, source: Source, language: Language = "fi") -> Answer | None:
    """Return the figure answer to `text`, None where figures have none."""
    return answer_from_figures(understand(Question(text), language), source)


def values(text: str, source: Source, language: Language = "fi") -> list[Decimal]:
    """Return the figures given as the answer to `text`, without those that others were computed from; [] for none."""
    found = ask(text, source, language)
    if found is None or found.status != "answered":
        return []
    inputs = {position for figure in found.figures for position in figure.inputs}
    return [
        figure.value
        for position, figure in enumerate(found.figures)
        if position not in inputs and figure.value is not None
    ]
