"""Sentences that state what is asked for, short forms spelt out, and names that are no figures."""

import pytest

from server.answering.answer import Language, Question
from server.answering.figures.understanding import understand
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

SOURCE = Words(
    {
        "a": (
            "Virta-ohjelma",
            (
                "Virta-ohjelma on ministeriön pääohjelma, joka määrittelee uudistuksen tavoitteet ja toimenpiteet."
                " Ohjelman tavoitteena on terveyserojen kaventuminen. Ohjelmaa johtaa ministeriö."
            ),
        ),
        "b": ("Katsaus", "RTY / Ryhmätyön tuki\n\nRTY-koulutukseen on osallistuttu laajasti.\n"),
    }
)


def said(text: str) -> str:
    return ask(Question(text), SOURCE).answer


def test_a_sentence_that_states_the_aim_comes_before_one_that_speaks_of_aims() -> None:
    assert said("Mikä on Virta-ohjelman tavoite?").startswith("Ohjelman tavoitteena on terveyserojen kaventuminen.")
    assert "tavoitteena on terveyserojen kaventuminen" in said("What is the aim of the Virta programme?")


def test_a_short_form_is_answered_by_what_spells_it_out() -> None:
    assert said("Mikä on RTY?").startswith("RTY / Ryhmätyön tuki [1]")


def test_what_is_asked_of_a_name_alone_is_no_amount() -> None:
    assert not understand(Question("Mikä on Innokylä?"), "fi").amount
    assert understand(Question("Mikä oli Kainuun IPS-avustus?"), "fi").amount
    assert understand(Question("Mikä on vastausprosentti?"), "fi").amount


@pytest.mark.parametrize(
    ("question", "language", "amount"),
    [
        ("Did Oulu get money for the harbour?", "en", True),
        ("Did the pupils get feedback?", "en", False),
        ("Har Uleåborg fått bidrag för hamnen?", "sv", True),
        ("Onko Oulu saanut avustusta satamaan?", "fi", True),
        ("Onko Oulu saanut sataman valmiiksi?", "fi", False),
    ],
)
def test_whether_money_was_received_is_told_by_its_amount(question: str, language: Language, *, amount: bool) -> None:
    assert understand(Question(question), language).amount is amount
