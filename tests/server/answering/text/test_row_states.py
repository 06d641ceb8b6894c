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
