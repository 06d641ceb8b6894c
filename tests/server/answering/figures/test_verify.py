from dataclasses import replace
from decimal import Decimal

from server.answering.answer import Answer, AnswerFigure, Citation
from server.answering.figures.verify import unsupported

FIGURE = AnswerFigure(
    Decimal(1346190), "EUR", "1 346 190", False, ("Kainuu",), (), "granted", None, None, "stated", "unchecked", "",
    citations=(1,),
)  # fmt: skip
CITATION = Citation(1, "d", "d.txt", "Title", None, "c", 1, 0, 16, "Kainuu 1 346 190")
ANSWER = Answer("fi", "answered", None, "Paljonko?", "Kainuu sai 1 346 190 € [1].", (), (FIGURE,), (CITATION,))


def test_a_number_of_a_quote_is_supported() -> None:
    assert unsupported(ANSWER) == []


def test_a_number_that_no_quote_states_is_not() -> None:
    assert unsupported(replace(ANSWER, answer="Kainuu sai 1 346 191 € [1].")) == [Decimal(1346191)]


def test_a_figure_whose_quote_lacks_it_is_not() -> None:
    assert unsupported(replace(ANSWER, citations=(replace(CITATION, quote="Kainuu"),))) == [Decimal(1346190)]


def test_a_computed_figure_needs_inputs() -> None:
    computed = replace(FIGURE, value=Decimal(5), formula="2 + 3", inputs=(0,))
    answer = replace(ANSWER, answer="Yhteensä 5 € [1].", figures=(FIGURE, computed))
    assert unsupported(answer) == []
    assert unsupported(replace(answer, figures=(FIGURE, replace(computed, inputs=())))) == [Decimal(5)]
