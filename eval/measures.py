"""Judges one answer, as it came over the wire, against what its question expects. Knows nothing of how it was asked.

*Exact*: every expected figure is given and no other one is, where the inputs of a computed figure are not given ones;
for texts, an accepted text and all required ones stand in the answer. *Citations correct*: every quote stands verbatim
at its place, one stands in an expected document and page, and every number of the answer is backed (`unbacked`).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from eval.question import EvalQuestion, ExpectedFigure

Wire = Mapping[str, Any]
PageText = Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one answer got right. `wrong_figure`: a figure was given that is neither expected nor allowed."""

    question: EvalQuestion
    status: str
    exact: bool
    citations_correct: bool
    wrong_figure: bool
    reasons: tuple[str, ...]
    milliseconds: float
    answer: str


def judge(question: EvalQuestion, answer: Wire, page_text: PageText, milliseconds: float) -> Judgement:
    """Judge `answer`; `page_text` gives the cleaned text of a document's page, to check quotes against."""
    reasons: list[str] = []
    status = str(answer["status"])
    if status != question.expected_status:
        reasons.append(f"status {status}, expected {question.expected_status}")
    given = _given(answer)
    wrong = False
    if status == "answered" and question.expected_status == "answered":
        reasons += _figure_reasons(question, answer, given)
        reasons += _text_reasons(question, str(answer["answer"]))
        wrong = any(reason.startswith("gives") for reason in reasons)
    elif status == "answered":
        wrong = bool(given)
    citation_reasons = _citation_reasons(question, answer, page_text) if status == "answered" else []
    return Judgement(
        question=question,
        status=status,
        exact=not reasons,
        citations_correct=not citation_reasons,
        wrong_figure=wrong,
        reasons=(*reasons, *citation_reasons),
        milliseconds=milliseconds,
        answer=str(answer["answer"] or answer.get("reason") or ""),
    )


def _given(answer: Wire) -> list[Wire]:
    """Return the figures given as the answer: those that no other one was computed from."""
    figures: Sequence[Wire] = answer["figures"]
    inputs = {index for figure in figures for index in figure["inputs"]}
    return [figure for index, figure in enumerate(figures) if index not in inputs and figure["value"] is not None]


def _figure_reasons(question: EvalQuestion, answer: Wire, given: Sequence[Wire]) -> list[str]:
    everything = [figure for figure in answer["figures"] if figure["value"] is not None]
    if not question.expected_figures:
        return []
    reasons = [
        f"lacks {expected.value:,.15g}"
        for expected in question.expected_figures
        if not any(_matches(expected, figure) for figure in everything)
    ]
    welcome = (*question.expected_figures, *question.allowed_figures)
    reasons += [
        f"gives {figure['value']:,} ({' / '.join((*figure['row_path'], *figure['column_path']))})"
        for figure in given
        if not any(_matches(expected, figure) for expected in welcome)
    ]
    return reasons


def _matches(expected: ExpectedFigure, figure: Wire) -> bool:
    if abs(float(figure["value"]) - expected.value) > expected.tolerance + 1e-9 * abs(expected.value):
        return False
    # A table that states no unit gives figures without one; a stated unit must be the expected one.
    if expected.unit and figure["unit"] and figure["unit"] != expected.unit:
        return False
    if expected.period and expected.period not in str(figure["period"] or "") + " ".join(figure["column_path"]):
        return False
    return not expected.row or expected.row.lower() in " ".join(figure["row_path"]).lower()


def plain(text: str) -> str:
    """Return `text` in lower case with runs of white space as one space, dashes as hyphens and quotes dropped."""
    text = re.sub(r"[‐-―−]", "-", text.casefold())
    return re.sub(r"\s+", " ", re.sub(r"[\"'”“’]", "", text)).strip()


def _text_reasons(question: EvalQuestion, answer: str) -> list[str]:
    text = plain(answer)
    reasons = [f"lacks “{required}”" for required in question.required_texts if plain(required) not in text]
    if question.accepted_texts and not any(_holds(text, plain(accepted)) for accepted in question.accepted_texts):
        reasons.append("holds none of " + ", ".join(f"“{accepted}”" for accepted in question.accepted_texts))
    return reasons


def _holds(text: str, accepted: str) -> bool:
    """A number must stand alone: "21" does not stand in "2100"; a word may be inflected."""
    if accepted[:1].isdigit() and accepted[-1:].isdigit():
        return re.search(rf"(?<![\d.,]){re.escape(accepted)}(?![\d])", text) is not None
    return accepted in text


def _citation_reasons(question: EvalQuestion, answer: Wire, page_text: PageText) -> list[str]:
    citations: Sequence[Wire] = answer["citations"]
    reasons = [
        f"quote {citation['id']} does not stand on its page"
        for citation in citations
        if page_text(citation["document_id"], citation["page"])[citation["start"] : citation["end"]]
        != citation["quote"]
    ]
    if not citations:
        reasons.append("no citation")
    documents = {citation["document_id"] for citation in citations}
    if question.expected_documents and not documents & set(question.expected_documents):
        reasons.append(f"cites {', '.join(sorted(documents))}")
    pages = {
        citation["page"]
        for citation in citations
        if citation["document_id"] in (question.expected_documents or documents)
    }
    if question.expected_pages and not pages & set(question.expected_pages):
        reasons.append(f"cites pages {sorted(pages)}")
    return reasons + [f"{number} stands in no quote" for number in unbacked(answer)]


def _counts_list(figure: Wire, answer: Wire) -> bool:
    """Whether a figure is the number of items of the list that the answer quotes."""
    return bool(figure["formula"] == f"n = {len(re.findall(r'^• ', answer['answer'], re.MULTILINE))}")


def unbacked(answer: Wire) -> list[str]:
    """Return the values of figures that neither stand in a quote of the answer nor were computed from such ones."""
    quotes = " ".join(citation["quote"] for citation in answer["citations"])
    digits = re.sub(r"(?<=\d)[ .,'](?=\d)", "", quotes)
    missing = []
    for figure in answer["figures"]:
        if figure["value"] is None or (figure["formula"] and figure["inputs"]) or _counts_list(figure, answer):
            continue
        printed = re.sub(r"\D", "", str(figure["text"]))
        if printed and printed not in digits:
            missing.append(str(figure["text"]))
        elif not printed and not Decimal(str(figure["value"])).is_zero():
            missing.append(str(figure["value"]))
    return missing
