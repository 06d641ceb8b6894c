from typing import Any

import pytest

from eval.measures import judge, unbacked
from eval.question import EvalQuestion, ExpectedFigure

PAGE = "Alue 2021\nLappi 5 398 248\nKainuu 3 336 135"
QUESTION = EvalQuestion(
    id="a",
    question="Paljonko Lappi sai vuonna 2021?",
    language="fi",
    expected_status="answered",
    split="dev",
    expected_figures=(ExpectedFigure(5398248, "EUR"),),
    expected_documents=("c/d.txt",),
    expected_pages=(1,),
)


def figure(value: float, text: str, **changes: object) -> dict[str, Any]:
    return {
        "value": value,
        "unit": "EUR",
        "text": text,
        "row_path": ["Lappi"],
        "column_path": ["2021"],
        "period": "2021",
        "formula": None,
        "inputs": [],
        **changes,
    }


def answer(*figures: dict[str, Any], **changes: object) -> dict[str, Any]:
    start = PAGE.index("Lappi")
    citation = {"id": 1, "document_id": "c/d.txt", "page": 1, "start": start, "end": start + 15}
    return {
        "status": "answered",
        "answer": "Lappi sai 5 398 248 €.",
        "figures": list(figures),
        "citations": [{**citation, "quote": PAGE[start : start + 15]}],
        **changes,
    }


def judged(given: dict[str, Any], question: EvalQuestion = QUESTION) -> tuple[bool, bool, bool]:
    judgement = judge(question, given, lambda _document, _page: PAGE, 1.0)
    return judgement.exact, judgement.citations_correct, judgement.wrong_figure


LAPPI = figure(5398248, "5 398 248")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(LAPPI), (True, True, False)),
        (answer(), (False, True, False)),
        (answer(LAPPI, figure(3336135, "3 336 135")), (False, False, True)),
        (answer(LAPPI, figure(2, "", formula="a-b", inputs=[0])), (False, True, True)),
        (answer(LAPPI, citations=[]), (True, False, False)),
        (answer(status="not_found"), (False, True, False)),
    ],
)
def test_judges_figures_and_citations(given: dict[str, Any], expected: tuple[bool, bool, bool]) -> None:
    assert judged(given) == expected


def test_a_quote_that_is_not_on_its_page_is_wrong() -> None:
    given = answer(LAPPI)
    given["citations"][0]["quote"] = "Lappi 5 398 249"
    assert judged(given)[1] is False


def test_inputs_of_a_computed_figure_are_not_given_as_the_answer() -> None:
    kainuu = figure(3336135, "3 336 135")
    total = figure(8734383, "8 734 383", formula="a + b", inputs=[0, 1])
    question = EvalQuestion("b", "?", "fi", "answered", "dev", expected_figures=(ExpectedFigure(8734383),))
    assert judged(answer(LAPPI, kainuu, total), question)[0] is True


def test_the_number_of_items_of_a_list_is_backed_by_them() -> None:
    count = figure(7, "7", formula="n = 7")
    items = "\n".join(["• Lautta"] * 7)
    assert unbacked(answer(count, answer=f"7:\n{items}")) == []
    assert unbacked(answer(count, answer="7:\n• Lautta")) == ["7"]


def test_a_number_that_no_quote_holds_is_unbacked() -> None:
    assert unbacked(answer(LAPPI, figure(7, "7"))) == ["7"]


@pytest.mark.parametrize(("text", "right"), [("Yhteensä 2100 alueella", False), ("Yhteensä 21 alueella", True)])
def test_an_accepted_number_stands_alone(text: str, right: bool) -> None:  # noqa: FBT001
    question = EvalQuestion("c", "?", "fi", "answered", "dev", accepted_texts=("21",))
    assert judged(answer(answer=text), question)[0] is right


def test_a_figure_given_to_a_question_without_an_answer_is_wrong() -> None:
    question = EvalQuestion("d", "?", "fi", "not_found", "dev")
    assert judged(answer(LAPPI), question) == (False, True, True)
