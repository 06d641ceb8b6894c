"""The answers to the parts of one question put together. Knows nothing of how they were found."""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.answer import Answer, Language
from server.answering.text.extract import LONGEST
from server.answering.text.text_phrases import phrase


def together(question: str, language: Language, parts: Sequence[tuple[str, Answer]]) -> Answer | None:
    """Return one answer for the parts of a question, each with its own; None where none of them is answered.

    Citations and figures are numbered on from one part to the next; a part without an answer is named as such.
    """
    answered = [(part, told) for part, told in parts if told.status == "answered"]
    if not answered:
        return None
    whole = replace(answered[0][1], interpreted_question=question, answer="", citations=(), figures=(), readings=())
    whole = replace(whole, findings=(), warnings=(), timings_ms={})
    share = max(LONGEST // len(answered), LONGEST - min(len(told.answer) for _, told in answered))
    texts: list[str] = []
    for part, told in parts:
        if told.status != "answered":
            texts.append(phrase("untold_part", language, words=part))
            continue
        moved = _numbered_on(_within(told, share), whole)
        if texts and moved.answered_by == "passages" and _told_already(moved, whole):
            continue
        texts.append(moved.answer)
        whole = replace(
            whole,
            citations=(*whole.citations, *moved.citations),
            figures=(*whole.figures, *moved.figures),
            readings=(*whole.readings, *moved.readings),
            findings=(*whole.findings, *moved.findings),
            warnings=tuple(dict.fromkeys((*whole.warnings, *moved.warnings))),
        )
    return replace(whole, answer="\n".join(texts))


def _told_already(told: Answer, whole: Answer) -> bool:
    """Return whether what an answer cites first stands in what is cited before it."""
    return all(
        any(
            (one.document_id, one.page) == (other.document_id, other.page) and sentence in other.quote
            for other in whole.citations
        )
        for one in told.citations[:1]
        for sentence in re.split(r"(?<=[.!?])\s+", one.quote)
    )


def _within(told: Answer, most: int) -> Answer:
    """Return an answer in running text of `most` characters: its further citations go where they are too long."""
    marks = [re.search(rf"\[{cited.id}\]", told.answer) for cited in told.citations]
    if told.figures or len(told.answer) <= most or not all(marks):
        return told
    ends = [mark.end() for mark in marks if mark]
    kept = max(1, sum(end <= most for end in ends))
    return replace(told, answer=told.answer[: ends[kept - 1]], citations=told.citations[:kept])


def _numbered_on(told: Answer, whole: Answer) -> Answer:
    """Return an answer with its citations and figures numbered after those of `whole`."""
    cites, figures = len(whole.citations), len(whole.figures)
    ids = {str(cited.id) for cited in told.citations}
    text = re.sub(r"\[(\d+)\]", lambda mark: f"[{int(mark[1]) + cites}]" if mark[1] in ids else mark[0], told.answer)
    return replace(
        told,
        answer=text,
        citations=tuple(replace(cited, id=cited.id + cites) for cited in told.citations),
        figures=tuple(
            replace(
                one,
                inputs=tuple(order + figures for order in one.inputs),
                citations=tuple(cited + cites for cited in one.citations),
            )
            for one in told.figures
        ),
        readings=tuple(
            replace(
                one,
                figures=tuple(order + figures for order in one.figures),
                citations=tuple(cited + cites for cited in one.citations),
            )
            for one in told.readings
        ),
        findings=tuple(
            replace(one, citations=tuple(cited + cites for cited in one.citations)) for one in told.findings
        ),
    )
