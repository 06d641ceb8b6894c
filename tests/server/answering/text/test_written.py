"""Documents that do not state their language are read in the one that they are written in."""

import pytest

from server.answering.answer import Question
from server.answering.text.passages import ask
from server.answering.text.written import languages_of, written_in
from tests.server.answering.text.test_text_answers import Words

SWEDISH = (
    "Kommunerna ska lämna sin ansökan till ministeriet och bifoga en plan för arbetet med de unga.\n\n"
    "De detaljerade planerna för genomförandet fastställdes den 5 december 2024."
)
SOURCE = Words({"c/sv.txt": ("Ungdomsprogrammet", SWEDISH), "c/fi.txt": ("Muu", "Kahvila on auki ja myös remontissa.")})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hanke on valmis ja se on hyvä, mutta myös kallis, sekä pitkä, joka ei yllätä.", "fi"),
        (SWEDISH, "sv"),
        ("The plan of the council is to be ready by the end of the year.", "en"),
        ("Helsinki 12 400, Turku 9 100, Oulu 8 800", None),
    ],
)
def test_small_words_tell_the_language_of_a_text(text: str, language: str | None) -> None:
    assert written_in(text) == language


def test_a_document_s_language_is_told_by_its_passages() -> None:
    assert languages_of(SOURCE) == {"c/sv.txt": "sv", "c/fi.txt": None}


def test_a_finnish_question_is_answered_from_a_swedish_document_that_states_no_language() -> None:
    answered = ask(Question("Milloin yksityiskohtaiset toteuttamissuunnitelmat vahvistettiin?"), SOURCE)
    told = "De detaljerade planerna för genomförandet fastställdes den 5 december 2024. [1]"
    assert answered.answer == f"Asiakirjassa sanotaan ruotsiksi: {told}"


def test_the_title_of_a_foreign_report_does_not_make_a_text_foreign() -> None:
    text = (
        "Työpajaan kutsuttiin edustajia laiturihankkeista, jotta rantojen kunnostus tulisi riittävästi huomioitua eri"
        " näkökulmista. Kaupunkien edustajille esiteltiin samalla aiempien selvitysten tuloksia. Tuotoksena syntyi"
        " raportti Comparison of the Piers and of the Boats"
    )
    assert written_in(text) != "en"
