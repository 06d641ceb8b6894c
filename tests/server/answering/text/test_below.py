"""What stands below a heading that asks the question, and what is next or counted."""

from server.answering.answer import Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

PAGE = """Usein kysyttyä

Mihin tukea voi käyttää?

• vuokraan
• matkoihin
• tarvikkeisiin

Miten tukea haetaan?

Lomake täytetään verkossa. Liitteeksi tarvitaan talousarvio.

Yhteystiedot

Neuvonta vastaa arkisin.
"""


def said(question: str) -> str:
    return ask(Question(question), Words({"tuki": ("Nuorten tuki", PAGE)})).answer


def test_a_list_below_a_heading_that_asks_is_the_answer() -> None:
    assert said("Mihin nuorten tukea voi käyttää?") == "• vuokraan\n• matkoihin\n• tarvikkeisiin [1]"


def test_sentences_below_a_heading_that_asks_are_the_answer() -> None:
    assert said("Miten tukea haetaan?") == "Lomake täytetään verkossa. Liitteeksi tarvitaan talousarvio. [1]"


def test_a_heading_that_asks_something_else_answers_nothing() -> None:
    assert "[1]" not in said("Miten korvausta haetaan Ruotsista?")


def test_who_a_name_is_is_not_told_by_a_sentence_beside_the_name() -> None:
    page = "Pyöräreitti\n\nHakija: Järvelän kunta\nYhteyshenkilö: Tero Manninen\nTavoite: Merkitään pyöräreitti.\n"
    answer = ask(Question("Kuka on Tero Manninen?"), Words({"reitti": ("Reitti", page)}))
    assert "Merkitään" not in answer.answer


def test_who_somebody_is_is_not_told_below_how_something_comes() -> None:
    page = "Hur kommer hamnplanen till?\n\nStadens hamn växer. Planen bereds brett.\n"
    answer = ask(Question("Kuka on hamnasuunnittelija?"), Words({"hamn": ("Hur kommer hamnplanen till?", page)}))
    assert answer.status == "not_found"
