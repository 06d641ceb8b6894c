"""The figures that stand in the quotes of a text answer, so that a program finds its amounts as values.

Knows nothing of how the answer was found.
"""

from dataclasses import replace

from server.answering.answer import Answer, AnswerFigure
from server.answering.figures.asked import Asked
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import stated_figure

_STEM = 5
_MOST = 3
"""A quote with more figures is a table's row or a list: which of them is meant, it does not say."""


def with_figures(answer: Answer, asked: Asked, labels: LabelIndex) -> Answer:
    """Return a text answer to a question for an amount with the figures of its quotes that it gives in words."""
    wanted = asked.explicit or not {"money", "grant", "measure"}.isdisjoint(asked.kinds)
    if answer.status != "answered" or answer.figures or not wanted:
        return answer
    found: list[AnswerFigure] = []
    for citation in answer.citations:
        if not _about(asked, citation.quote):
            continue
        here = [
            labels.figures.figures[position]
            for position in labels.on_page.get((citation.document_id, citation.page), ())
        ]
        stated = [
            figure
            for figure in here
            if figure.value is not None
            and not (asked.received and figure.unit == "%")
            and figure.value_span is not None
            and citation.start <= figure.value_span.start < figure.value_span.end <= citation.end
            and " ".join(figure.text.split()) in answer.answer
        ]
        if len(stated) <= _MOST:
            found += [stated_figure(figure, labels.figures.table_of(figure), (citation.id,)) for figure in stated]
    return replace(answer, figures=tuple(found)) if found else answer


def _about(asked: Asked, quote: str) -> bool:
    """Whether a quote has what the question names; in a Finnish question also its other words, by their beginnings."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    text = quote.casefold()
    return all(
        any(form[:_STEM] in text for form in word.forms)
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if position not in named and kind == "content" and (asked.language == "fi" or (position and word.capitalised))
    )
