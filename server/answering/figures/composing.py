"""The parts of a figure answer put together: sentences, readings, warnings, and the last check. Knows no questions."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from index.figures import FigureIndex
from ingest.document import Page
from ingest.table import AS_PRINTED, Figure
from server.answering.answer import Answer, Language, Reading
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.doubts import warnings_of
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.sentences import joined, quoted, say
from server.answering.figures.verify import unsupported
from server.answering.figures.wording import column_of, name_of, row_named
from server.answering.words.dates import shown_date
from server.answering.words.vocabulary import word_keys


class FigureSource(Protocol):
    """What a generation gives to figure answers."""

    @property
    def figures(self) -> FigureIndex:
        """All figures."""

    def page(self, document_id: str, number: int) -> Page:
        """Return a page by its document and number from 1."""


@dataclass(slots=True)
class Draft:
    """What an answer will say: a first sentence, lines after it, its readings; filled in as figures are listed.

    `more` is how many readings it only counts.
    """

    lead: str = ""
    lines: list[str] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    left_out: list[Figure] = field(default_factory=list)
    more: int = 0


def outcome_draft(asked: Asked, outcomes: Sequence[Outcome], ledger: Ledger, language: Language) -> Draft:
    """Return what an answer with `outcomes` says: one in a sentence, several as a list of readings.

    Outcomes that say the same are one, as those of a document that is there twice.
    """
    draft = Draft()
    said = {(each.sentence, operations.where(each, language)): each for each in reversed(outcomes)}
    outcomes = [each for each in outcomes if said[each.sentence, operations.where(each, language)] is each]
    many = len(outcomes) > 1
    for outcome in outcomes:
        shown = operations.where(outcome, language)
        if asked.left_out:
            names = joined([name_of(one, language) for one in asked.left_out], language)
            shown = ", ".join(part for part in (shown, say("rows_out", language, names=names)) if part)
        sentence = f"{outcome.sentence} ({shown})" if shown else outcome.sentence
        marks = ledger.marks(outcome.figures)
        draft.lines.append(f"{sentence} {marks}." if not many else f"• {sentence} {marks}")
        if outcome.formula and " " in outcome.formula and asked.operation not in ("rank", "count"):
            draft.lines.append(say("formula", language, formula=outcome.formula))
        ids = dict.fromkeys(one for position in outcome.figures for one in ledger.figures[position].citations)
        draft.readings.append(Reading(shown, outcome.figures, tuple(ids)))
        draft.left_out.extend(outcome.left_out)
        draft.more += outcome.more
    if draft.more:
        draft.lines.append(say("more_hold", language, count=str(draft.more)))
    if many:
        draft.lead = say("readings", language)
    else:
        draft.lead = draft.lines.pop(0)
        draft.readings = []
    return draft


def finished(asked: Asked, source: FigureSource, ledger: Ledger, draft: Draft) -> Answer | None:
    """Return the answer with its warnings, None where a number of it is backed by nothing."""
    warnings = warnings_of(asked, source.figures, ledger, draft.left_out)
    status, reason = "answered", None
    if ledger.used and all(figure.value is None for figure in ledger.used):
        first = ledger.used[0]
        reason = say("undecided", asked.language, row=row_named(first, asked.language),
                     column=column_of(first.column_path, asked.language)).replace(", .", ".")  # fmt: skip
        status = "not_found"
    note = _sign_note(asked, source, ledger)
    if note is not None:
        draft.lines.append(say("sign", asked.language, note=quoted(note, asked.language)))
    answer = Answer(
        language=asked.language,
        status=status,  # type: ignore[arg-type]  # one of the two set above
        reason=reason,
        interpreted_question=asked.text,
        answer=reason or "\n".join(part for part in (draft.lead, *draft.lines) if part),
        readings=tuple(draft.readings),
        figures=tuple(ledger.figures),
        citations=tuple(ledger.citations),
        findings=tuple(ledger.findings),
        warnings=tuple(warnings),
        answered_by="figures",
    )
    spans = [
        source.page(citation.document_id, citation.page).text[span.start : span.end]
        for citation in answer.citations
        for span in citation.spans
    ]
    days = [shown_date(date.fromisoformat(one.date), asked.language) for one in answer.citations if one.date]
    titles = [*(context for figure in ledger.used for context in _titles(source, figure)), *spans, *days]
    return None if unsupported(answer, [*titles, str(draft.more), str(asked.place or ""), note or ""]) else answer


def _sign_note(asked: Asked, source: FigureSource, ledger: Ledger) -> str | None:
    """Return what the table says of its signs where a figure is negative or the question is for savings."""
    saving = any("c:saving" in word_keys(word) for word in asked.words)
    for figure in ledger.used:
        table = source.figures.table_of(figure)
        if (
            table is not None
            and table.sign != AS_PRINTED
            and (saving or (figure.value is not None and figure.value < 0))
        ):
            return table.sign
    return None


def _titles(source: FigureSource, figure: Figure) -> tuple[str, ...]:
    table = source.figures.table_of(figure)
    return (table.title, table.programme or "") if table is not None else ()
