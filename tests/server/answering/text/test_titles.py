"""Who bears a title that stands behind the names of minutes, and what their labels and numbers are of."""

import pytest

from server.answering.answer import Question
from server.answering.text.passages import ask
from server.answering.words.rewording import plainly
from tests.server.answering.text.test_text_answers import Words

MINUTES = """Lautakunta
Pöytäkirja 4/2024
Aika: torstai 12.9.2024 klo 17
Paikka: virastotalo, huone Kuunari
Läsnä: Sirkka Ahola, puheenjohtaja; Jouni Mäkelä, varapuheenjohtaja; Tiina Koski
Muut osallistujat: Anu Lehto, esittelijä; Petri Salmi, sihteeri

§ 1 Maksut

Uudet maksut tulevat voimaan 1.1.2025.
"""


def said(question: str) -> str:
    answered = ask(Question(question), Words({"a.txt": ("Lautakunta", MINUTES)}))
    return answered.answer if answered.status == "answered" else answered.status


def test_a_title_behind_a_name_tells_its_bearer() -> None:
    assert "Sirkka Ahola, puheenjohtaja" in said("Kuka on lautakunnan puheenjohtaja?")
    assert "Petri Salmi, sihteeri" in said("Kuka oli kokouksen sihteeri?")
    assert said("Kuka on johtokunnan puheenjohtaja?") == "not_found"


def test_a_label_of_time_is_of_what_stands_above_it() -> None:
    assert said("Milloin uudet maksut tulevat voimaan?") == "Uudet maksut tulevat voimaan 1.1.2025. [1]"


def test_the_number_of_minutes_is_no_month() -> None:
    assert said("Milloin lautakunta kokoontui huhtikuussa 2024?") == "not_found"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kuka toimii lautakunnan puheenjohtajana?", "Kuka on lautakunnan puheenjohtaja?"),
        ("Who serves as chair of the board?", "Who is chair of the board?"),
        ("Vem fungerar som sekreterare?", "Vem är sekreterare?"),
        ("Kuka toimii hyvänä?", "Kuka on hyvä?"),
        ("Kuka toimii Porissa?", "Kuka toimii Porissa?"),
    ],
)
def test_who_acts_as_something_is_who_is_it(question: str, expected: str) -> None:
    assert plainly(question) == expected


def test_a_stretch_of_months_is_told_whole() -> None:
    text = "Summer job voucher: January–July"
    answered = ask(Question("When can the summer job voucher be applied for?"), Words({"a.txt": ("Grants", text)}))
    assert answered.answer.startswith("January–July")


def test_a_line_of_its_own_heads_nothing() -> None:
    text = "Beslut: utbildningsnämnden\n\nUnderstöd beviljas i första hand till sökanden från Vasa."
    answered = ask(Question("Vem beslutar om understödet?"), Words({"a.txt": ("Understöd", text)}))
    assert answered.status == "not_found" or "utbildningsnämnden" in answered.answer
