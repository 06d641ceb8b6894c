"""The last check of a figure answer: each number that it says stands in a cited quote or has a formula.

An answer that fails it is not given. Knows nothing of how the answer was made.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from server.answering.answer import Answer, AnswerFigure
from server.answering.text.units import readable
from server.answering.words.numbers_format import numbers_written

_MARK = re.compile(r"(?:\[\d+\])+")


def unsupported(answer: Answer, spans: Iterable[str] = ()) -> list[Decimal]:
    """Return the numbers of `answer.answer` that nothing supports, in order.

    Supported are: the value of a stated figure whose printed text stands in one of its citations' quotes, the value of
    a computed figure and the count of its inputs, numbers of the question, labels, periods and findings, and those of a
    quote that the answer gives word for word.
    `spans` are further cited texts (headers, titles).
    """
    allowed: set[Decimal] = set()
    for figure in answer.figures:
        if figure.formula is not None:
            if figure.value is not None and figure.inputs:
                allowed.add(abs(figure.value))
                allowed.add(Decimal(len(figure.inputs)))
        elif figure.value is not None and _is_quoted(answer, figure):
            allowed.add(abs(figure.value))
        for label in (*figure.row_path, *figure.column_path, figure.programme or "", figure.period or ""):
            allowed.update(map(abs, numbers_written(label)))
    allowed.update(
        abs(number)
        for citation in answer.citations
        if readable(citation.quote) in answer.answer
        for number in numbers_written(citation.quote)
    )
    for finding in answer.findings:
        allowed |= {abs(finding.stated), abs(finding.expected), abs(finding.difference)}
    for text in (answer.interpreted_question, *spans, *(citation.title for citation in answer.citations)):
        allowed.update(map(abs, numbers_written(text)))
    said = numbers_written(_MARK.sub("", answer.answer))
    return [number for number in said if abs(number) not in allowed]


def _is_quoted(answer: Answer, figure: AnswerFigure) -> bool:
    cited = set(figure.citations)
    printed = "".join(figure.text.split())
    return any(printed in "".join(citation.quote.split()) for citation in answer.citations if citation.id in cited)
