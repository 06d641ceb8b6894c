"""A conversation as HTML: questions, answers, figures and citations. Knows nothing of Gradio or HTTP.

Whatever comes from a document or a user is escaped, so that none of it is taken for markup. `$`, `{`, `}`, `@` and
backticks are escaped, too, for Gradio's HTML component is a template.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from server.schema import AskResponse, WireCitation, WireFigure
from ui.texts import Texts

_TEMPLATE = str.maketrans({sign: f"&#{ord(sign)};" for sign in "${}@`"})
_MARK = re.compile(r"\[(\d{1,4})\]")
# Spaces within an amount and before its unit, where no line may break.
_WITHIN_AMOUNT = re.compile(r"(?<=\d) (?=\d{3}(?!\d))|(?<=\d) (?=[€%])")
_CURRENCY = {"EUR": "€"}
_MOST_ROWS = 200


@dataclass(frozen=True, slots=True)
class Turn:
    """A question with its answer; without one it is still being looked for, or `problem` says what went wrong."""

    question: str
    answer: AskResponse | None = None
    problem: str | None = None


def conversation_html(turns: Sequence[Turn], texts: Texts) -> str:
    """Return all turns, oldest first."""
    shown = "".join(_turn(number, turn, texts) for number, turn in enumerate(turns, start=1))
    label = safe(texts.conversation)
    return f'<div class="conversation" role="log" aria-live="polite" aria-label="{label}">{shown}</div>'


def safe(text: str) -> str:
    """Return a text as HTML that shows it and does nothing else."""
    return escape(text).translate(_TEMPLATE)


def _turn(number: int, turn: Turn, texts: Texts) -> str:
    question = f'<div class="question"><span class="who">{safe(texts.you)}</span><p>{safe(turn.question)}</p></div>'
    if turn.problem is not None:
        return f'{question}<div class="answer problem" role="alert"><p>{safe(turn.problem)}</p></div>'
    if turn.answer is None:
        return f'{question}<div class="answer waiting"><p>{safe(texts.searching)}</p></div>'
    return f'{question}<div class="answer" lang="{turn.answer.language}">{_answer(number, turn, texts)}</div>'


def _answer(number: int, turn: Turn, texts: Texts) -> str:
    answer = turn.answer
    assert answer is not None
    parts = []
    interpreted = answer.interpreted_question.strip()
    if interpreted != turn.question.strip() and interpreted not in answer.answer:
        parts.append(f'<p class="aside">{safe(texts.interpreted)}: {safe(interpreted)}</p>')
    parts += [f'<p class="said">{_marked(line, number, answer)}</p>' for line in answer.answer.split("\n") if line]
    if answer.reason and answer.reason not in answer.answer:
        parts.append(f'<p class="said">{safe(answer.reason)}</p>')
    if answer.warnings:
        items = "".join(f"<li>{_marked(warning, number, answer)}</li>" for warning in answer.warnings)
        parts.append(f'<div class="warnings"><strong>{safe(texts.warnings)}</strong><ul>{items}</ul></div>')
    if answer.readings:
        parts.append(f"<h3>{safe(texts.readings)}</h3>")
        for reading in answer.readings:
            figures = [answer.figures[index] for index in reading.figures]
            marks = _marked("".join(f"[{one}]" for one in reading.citations), number, answer)
            parts.append(f"<h4>{safe(reading.label)} {marks}</h4>{_table(figures, number, answer, texts)}")
    elif answer.figures:
        parts.append(f"<h3>{safe(texts.figures)}</h3>{_table(answer.figures, number, answer, texts)}")
    if answer.citations:
        cited = "".join(_citation(one, f"c{number}-{one.id}", texts) for one in answer.citations)
        parts.append(f"<h3>{safe(texts.sources)}</h3>{cited}")
    if answer.nearest:
        near = "".join(_citation(one, f"n{number}-{one.id}", texts) for one in answer.nearest)
        parts.append(f"<h3>{safe(texts.nearest)}</h3>{near}")
    return "".join(parts)


def _marked(text: str, number: int, answer: AskResponse) -> str:
    """Return a text with its marks, such as [1], linked to the citations that there are."""
    known = {one.id for one in answer.citations}

    def link(match: re.Match[str]) -> str:
        mark = int(match[1])
        return f'<a class="mark" href="#c{number}-{mark}">[{mark}]</a>' if mark in known else match[0]

    return _MARK.sub(link, safe(_WITHIN_AMOUNT.sub("\u00a0", text)))


def _table(figures: Sequence[WireFigure], number: int, answer: AskResponse, texts: Texts) -> str:
    heads = (texts.row, texts.column, texts.period, texts.programme, texts.value, texts.check)
    head = "".join(f'<th scope="col">{safe(title)}</th>' for title in heads)
    rows = "".join(_row(figure, number, answer, texts) for figure in figures[:_MOST_ROWS])
    more = f"<p>… {len(figures) - _MOST_ROWS}</p>" if len(figures) > _MOST_ROWS else ""
    return (
        f'<div class="wide" tabindex="0"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>{more}'
    )


def _row(figure: WireFigure, number: int, answer: AskResponse, texts: Texts) -> str:
    judged = getattr(texts, figure.check)
    if figure.placement != "stated":
        judged = f"{judged}, {getattr(texts, figure.placement)}"
    if figure.formula:
        judged = f"{texts.formula}: {figure.formula}"
    unit = _CURRENCY.get(figure.unit or "", figure.unit or "")
    value = figure.text if figure.value is None else grouped(figure.value)
    marks = _marked("".join(f"[{one}]" for one in figure.citations), number, answer)
    doubt = ' class="doubt"' if figure.check == "contradicted" else ""
    return (
        f"<tr{doubt}><td>{safe(' › '.join(figure.row_path))}</td><td>{safe(' › '.join(figure.column_path))}</td>"
        f"<td>{safe(figure.period or '')}</td><td>{safe(figure.programme or '')}</td>"
        f'<td class="value">{"~" if figure.approximate else ""}{safe(value)} {safe(unit)} {marks}</td>'
        f'<td title="{safe(figure.why)}">{safe(judged)}</td></tr>'
    )


def grouped(value: float) -> str:
    """Return a number with its thousands parted by no-break spaces and a decimal comma."""
    return f"{value:,}".replace(",", "\u00a0").replace(".", ",")


def _citation(citation: WireCitation, anchor: str, texts: Texts) -> str:
    # The anchor is inside, for browsers open a closed part that is linked into.
    place = f"v1/documents/{quote(citation.document_id)}/pages/{citation.page}"
    link = f"{place}?format=png&start={citation.start}&end={citation.end}"
    dated = f", {citation.date}" if citation.date else ""
    title = citation.title or citation.file
    return (
        f'<details class="citation"><summary>[{citation.id}] {safe(title)}{safe(dated)}, '
        f'{safe(texts.page)} {citation.page}</summary><blockquote id="{anchor}">{safe(citation.quote)}</blockquote>'
        f'<p>{safe(citation.file)} · <a href="{escape(link)}" target="_blank" rel="noopener">{safe(texts.show_page)}'
        f"</a></p></details>"
    )
