"""Rows of tables of measures by their state: all that are in it, denied as the question denies."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

MEASURES = """Toimenpide Tilanne Tulos

Pyörätien rakentaminen Suunnittelu kesken Ei ole aloitettu

Kirjaston peruskorjaus Rahoitusongelma Ei ole edennyt

Torin valaistus Rahoitusongelma Ei ole edennyt

Uimarannan kunnostus Toteutettu talkoilla Valmis
"""


def asked(question: str) -> Answer:
    return ask(Question(question), Words({"c/a.txt": ("Toimet", MEASURES)}))


@pytest.mark.parametrize(
    ("question", "measures"),
    [
        ("Mitkä toimenpiteet eivät ole edenneet?", ["Kirjaston peruskorjaus", "Torin valaistus"]),
        ("Mitä toimenpiteitä ei ole aloitettu?", ["Pyörätien rakentaminen"]),
        ("Mitkä toimenpiteet on toteutettu talkoilla?", ["Uimarannan kunnostus"]),
        ("Missä toimenpiteissä oli rahoitusongelma?", ["Kirjaston peruskorjaus", "Torin valaistus"]),
    ],
)
def test_all_rows_in_the_state_asked_for_are_told_each_with_its_citation(question: str, measures: list[str]) -> None:
    found = asked(question)
    assert [line.removeprefix("• ").split(" (")[0] for line in found.answer.splitlines()] == measures
    assert [one.quote.split("  ")[0].startswith(name) for one, name in zip(found.citations, measures, strict=True)]


def test_what_is_denied_is_not_told_where_the_opposite_is_asked_for() -> None:
    assert asked("Mitkä toimenpiteet ovat edenneet?").status == "not_found"


def test_a_sentence_of_all_that_is_asked_says_more_than_a_row_of_a_part_of_it() -> None:
    told = "Kirjaston asiakaspalaute on ollut pelkästään myönteistä."
    row = MEASURES.replace("Kirjaston peruskorjaus", "Asiakas- ja työntekijäpalaute")
    source = Words({"c/a.txt": ("Toimet", row), "c/b.txt": ("Palaute", told)})
    assert told in ask(Question("Millaista asiakaspalaute oli?"), source).answer


def test_a_name_is_no_beginning_of_another_word_in_a_row() -> None:
    told = "• nuorten ohjaus ja neuvonta (Ohjaamo)\n• muu neuvonta"
    row = MEASURES.replace("Torin valaistus", "Digitaalinen ohjaustaulu")
    source = Words({"c/a.txt": ("Toimet", row), "c/b.txt": ("Neuvonta", told)})
    assert "ohjaustaulu" not in ask(Question("Mitä Ohjaamo tekee?"), source).answer
