from decimal import Decimal

from index.figures import FigureIndex
from ingest.document import Span
from ingest.table import Figure
from server.answering.answer import Answer, Citation, Question
from server.answering.figures.beside import with_figures
from server.answering.figures.labels import LabelIndex
from server.answering.figures.understanding import understand

SENTENCE = "Rahoitus on 2,3 M€, josta ministeriön osuus on 1,9 M€."


def figure(value: int, text: str) -> Figure:
    start = SENTENCE.index(text)
    return Figure(
        id=text, document_id="d", table_id=None, value=Decimal(value), unit="EUR", text=text,
        row_path=("Rahoitus",), column_path=("osuus",), placement="stated", placement_reason="",
        value_span=Span(1, start, start + len(text)),
    )  # fmt: skip


def answer(quote: str) -> Answer:
    cited = Citation(1, "d", "d.txt", "d", None, "c", 1, 0, len(quote), quote)
    return Answer("fi", "answered", None, "", f"{quote} [1]", citations=(cited,))


LABELS = LabelIndex(FigureIndex([figure(2_300_000, "2,3"), figure(1_900_000, "1,9")], {}))


def test_amounts_in_the_quote_of_a_text_answer_are_its_figures() -> None:
    asked = understand(Question("Paljonko on ministeriön osuus rahoituksesta?"), "fi")
    given = with_figures(answer(SENTENCE), asked, LABELS)
    assert [(one.value, one.unit, one.citations) for one in given.figures] == [
        (Decimal(2_300_000), "EUR", (1,)),
        (Decimal(1_900_000), "EUR", (1,)),
    ]


def test_a_question_for_no_amount_or_of_another_thing_gets_none() -> None:
    for text in ("Miksi rahoitus tarvitaan?", "Paljonko on lapsilisä?"):
        asked = understand(Question(text), "fi")
        assert with_figures(answer(SENTENCE), asked, LABELS).figures == ()
