"""What "this year" or "last year" in a question means: by the date asked as of, else by the documents' own time.

An answer then says by which day it is told; of a dated document that tells of another year there is none. Knows nothing
of how answers were found.
"""

from dataclasses import replace
from datetime import date

from server.answering.answer import Answer, Citation, Language, Question
from server.answering.text.text_phrases import phrase
from server.answering.text.years import years_in
from server.answering.words.dates import relative_year, shown_date


def as_of_day(question: Question, text: str, language: Language) -> str:
    """Return the text of a question with its "last year" as the year that it is where the question says as of when."""
    told = relative_year(text)
    if told is None or not question.as_of:
        return text
    written, offset = told
    year = str(date.fromisoformat(question.as_of).year + offset)
    in_year = {"fi": f"vuonna {year}", "sv": f"år {year}", "en": f"in {year}"}[language]
    return text.replace(written, in_year)


def of_own_time(text: str, answer: Answer) -> Answer:
    """Return the answer to a question for an amount with what its "last year" is, or that this is not known."""
    told = relative_year(text)
    if told is None or answer.status != "answered" or not answer.citations:
        return answer
    written, offset = told
    first = answer.citations[0]
    own = relative_year(first.quote)
    if own is not None and own[1] == offset:
        return _noted(answer, written, offset, first)
    years = years_in(first.quote) | {year for figure in answer.figures for year in years_in(figure.period or "")}
    if len(years) > 1:
        return answer  # each with its year
    expected = str(date.fromisoformat(first.date).year + offset) if first.date else None
    if years and expected is not None and expected not in years:
        reason = phrase("no_own_time", answer.language, time=written)
        return replace(
            answer, status="not_found", reason=reason, answer=reason, citations=(), figures=(), findings=(),
            readings=(), nearest=answer.citations,
        )  # fmt: skip
    return _noted(answer, written, offset, first)


def _noted(answer: Answer, written: str, offset: int, cited: Citation) -> Answer:
    """Return an answer that says of which year it is, by the day of the document."""
    language = answer.language
    if cited.date is None:
        note = phrase("own_time", language, time=written)
    else:
        day = date.fromisoformat(cited.date)
        note = phrase("own_year", language, time=written, year=str(day.year + offset), date=shown_date(day, language))
    return replace(answer, answer=f"{answer.answer}\n{note}", warnings=(*answer.warnings, note))
