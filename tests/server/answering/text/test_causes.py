"""Causes: which sentence tells why."""

import pytest

from server.answering.answer import Question
from server.answering.text.causes import concludes
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

BRIDGES = (
    "Siltaohjelma\n\nSiltojen kunto on heikentynyt. Siltojen korjausta nopeutetaan vuosittain."
    " Siltojen korjauksen nopeus on edellytys tavarankuljetusten jatkumiselle."
    " Siksi kaupunki aloittaa työt heti. Sillat luetteloidaan.\n"
)


def said(question: str) -> str:
    answered = ask(Question(question), Words({"c/a.txt": ("Siltaohjelma", BRIDGES)}))
    return answered.answer if answered.status == "answered" else answered.status


@pytest.mark.parametrize(
    "question", ["Miksi siltojen korjausta nopeutetaan?", "Miksi siltojen korjausten nopeus on tärkeä?"]
)
def test_what_something_is_needed_for_tells_why(question: str) -> None:
    assert "edellytys tavarankuljetusten jatkumiselle" in said(question)


def test_a_conclusion_is_told_with_its_reason() -> None:
    assert said("Miksi kaupunki aloittaa työt?").startswith("Siltojen korjauksen nopeus on edellytys")


def test_a_condition_is_told_without_the_word_case() -> None:
    text = "Maksun perintä\n\nMaksu voidaan periä takaisin tilanteessa, jossa saaja on antanut vääriä tietoja.\n"
    asked = Question("Missä tapauksessa maksu voidaan periä takaisin?")
    assert "antanut vääriä tietoja" in ask(asked, Words({"c/a.txt": ("Maksun perintä", text)})).answer


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (" Siksi työ alkaa.", True),
        (" Därför börjar arbetet.", True),
        (" Siksi kun voi.", False),
        (" Työ alkaa.", False),
    ],
)
def test_what_stands_before_a_conclusion_is_its_reason(rest: str, *, expected: bool) -> None:
    assert concludes("Kunto heikkenee." + rest, len("Kunto heikkenee.")) is expected
