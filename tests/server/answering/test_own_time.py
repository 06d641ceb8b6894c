"""What "this year" and "last year" mean in a question: by the day asked as of, or by the documents' own."""

import pytest

from server.answering.answer import Answer, Citation, Question
from server.answering.own_time import as_of_day, of_own_time


def told(question: str, quote: str, date: str | None) -> Answer:
    cited = Citation(1, "c/a.txt", "a.txt", "Satamat", date, "c", 1, 0, len(quote), quote)
    answer = Answer("fi", "answered", None, question, f"{quote} [1]", citations=(cited,), answered_by="passages")
    return of_own_time(question, answer)


@pytest.mark.parametrize(
    ("question", "quote", "date", "says"),
    [
        ("Paljonko satamat saivat viime vuonna?", "Viime vuonna satamat saivat 40 €.", "2032-02-01", "vuosi 2031"),
        ("Paljonko satamat saivat viime vuonna?", "Vuonna 2031 satamat saivat 40 €.", "2032-02-01", "vuosi 2031"),
        ("Paljonko satamat saavat tänä vuonna?", "Tänä vuonna satamat saavat 40 €.", None, "jota se ei kerro"),
        ("Paljonko satamat saavat tänä vuonna?", "Satamat saavat 40 €.", None, "jota se ei kerro"),
    ],
)
def test_an_answer_says_which_year_it_is_of(question: str, quote: str, date: str | None, says: str) -> None:
    answer = told(question, quote, date)
    assert answer.status == "answered"
    assert says in answer.answer
    assert says in answer.warnings[-1]


def test_another_year_of_a_dated_document_is_not_told() -> None:
    answer = told("Paljonko satamat saivat viime vuonna?", "Vuonna 2028 satamat saivat 40 €.", "2032-02-01")
    assert answer.status == "not_found"
    assert "viime vuonna" in (answer.reason or "")
    assert answer.nearest


def test_a_question_without_such_a_year_is_left_alone() -> None:
    quote = "Viime vuonna satamat saivat 40 €."
    assert told("Paljonko satamat saivat vuonna 2031?", quote, None).answer == f"{quote} [1]"


def test_the_day_asked_as_of_says_which_year_it_is() -> None:
    question = Question("Hur mycket fick hamnarna i fjol?", as_of="2032-05-01")
    assert as_of_day(question, question.text, "sv") == "Hur mycket fick hamnarna år 2031?"
    assert as_of_day(Question(question.text), question.text, "sv") == question.text
