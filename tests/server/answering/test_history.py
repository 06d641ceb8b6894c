import pytest

from server.answering.answer import Question
from server.answering.history import interpret

BASE = "Paljonko Kainuu sai vuonna 2021?"


@pytest.mark.parametrize(
    ("text", "history", "read"),
    [
        ("Entä Lappi?", [BASE], "Paljonko Lappi sai vuonna 2021?"),
        ("Entä 2020?", [BASE, "Entä Lappi?"], "Paljonko Lappi sai vuonna 2020?"),
        ("Entä vuonna 2020?", [BASE], "Paljonko Kainuu sai vuonna 2020?"),
        ("Och 2020?", ["Hur mycket fick Lappland 2021?"], "Hur mycket fick Lappland 2020?"),
        ("and the year before?", ["How much did Kainuu receive in 2021?"], "How much did Kainuu receive in 2020?"),
        ("Miksi?", ["Mikä on tilanne?"], "Miksi – Mikä on tilanne?"),
        ("luettele ne", ["Montako osaohjelmaa on?"], "Luettele ne – Montako osaohjelmaa on?"),
        (
            "Kumpi niistä sai enemmän?",
            [BASE, "Entä Lappi?"],
            "Kumpi niistä sai enemmän: Kainuu, Lappi? (Paljonko Lappi sai vuonna 2021?)",
        ),
    ],
)
def test_a_follow_up_takes_what_it_lacks(text: str, history: list[str], read: str) -> None:
    found = interpret(Question(text, history=tuple(history)))
    assert found.text == read
    assert found.taken_over is not None


@pytest.mark.parametrize(
    "text",
    ["Mitkä ovat Kaste-ohjelman osaohjelmat?", "Paljonko maksettiin yhteensä?", "Which region got the most?"],
)
def test_a_full_question_is_not_bent(text: str) -> None:
    found = interpret(Question(text, history=(BASE,)))
    assert found.text == text
    assert found.taken_over is None
