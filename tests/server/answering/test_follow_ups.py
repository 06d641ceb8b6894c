"""Follow-ups answered through the whole way: what "it" is where an answer says so, counts of a list, sums of rows."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.generation import Generation
from server.answering.answer import Answer, Question
from server.answering.answering import answer
from tests.index.test_build import ingest_texts, opened

GRANTS = """<html lang=fi><title>Kyläavustukset</title><table><caption>Myönnetyt avustukset (€)</caption>
<tr><th>Alue<th>2030<th>2031<th>Yhteensä<tr><td>Kainuu<td>20 000<td>31 000<td>51 000
<tr><td>Lappi<td>30 000<td>44 000<td>74 000<tr><td>Satakunta<td>50 000<td>25 000<td>75 000
<tr><td>Yhteensä<td>100 000<td>100 000<td>200 000</table></html>"""
PLAN = """# Saariston liikenneohjelma

Saariston liikenneohjelma on kuuden kunnan yhteinen ohjelma. Ohjelmaa toteuttavat satamat ja lauttayhtiöt.

Saariston liikenneohjelman tavoitteet ovat:

- Lauttojen vuorot lisääntyvät
- Laitureiden kunto paranee
- Matka-ajat lyhenevät
"""


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Generation]:
    folder: Path = tmp_path_factory.mktemp("follow-ups")
    with closing(opened(ingest_texts(folder, {"a.html": GRANTS, "ohjelma.md": PLAN}))) as found:
        yield found


def told(generation: Generation, *questions: str) -> Answer:
    *history, question = questions
    return answer(Question(question, history=tuple(history)), generation)


@pytest.mark.parametrize(
    ("questions", "values"),
    [
        (("Mikä alue sai eniten vuonna 2030?", "Paljonko se sai vuonna 2031?"), [25000]),
        (("Which area got the most in 2030?", "How much did it get in 2031?"), [25000]),
        (("Mikä alue sai eniten vuonna 2031?", "Mikä on sen osuus koko maasta?"), [44]),
        (("Paljonko Lappi sai vuonna 2030?", "Onko se enemmän kuin Kainuu?"), [30000, 20000]),
        (("Paljonko Lappi sai vuonna 2030?", "Kuinka moninkertainen se on Kainuuseen verrattuna?"), [1.5]),
        (("Hur mycket fick Lappland 2030?", "Och Satakunta?", "Vem fick mer?"), [50000]),
        (("Mitkä alueet saivat yli 24 000 euroa vuonna 2030?", "Paljonko ne saivat yhteensä?"), [80000]),
        (("Paljonko Kainuu sai?", "Mikä osuus siitä on vuodelta 2030?"), [39.2]),
    ],
)
def test_figures_of_what_the_pronoun_stands_for(
    generation: Generation, questions: tuple[str, ...], values: list[float]
) -> None:
    found = told(generation, *questions)
    assert found.status == "answered"
    assert questions[-1] not in found.interpreted_question[: len(questions[-1])] or "(" in found.answer
    assert set(values) <= {float(figure.value) for figure in found.figures if figure.value is not None}
    assert found.answer.startswith("(")


def test_a_list_is_counted(generation: Generation) -> None:
    found = told(generation, "Mitkä ovat liikenneohjelman tavoitteet?", "Montako niitä on?")
    assert "3 kohtaa:\n• Lauttojen" in found.answer
    assert [figure.value for figure in found.figures] == [3]
    assert found.figures[0].formula == "n = 3"


def test_those_of_a_list_that_are_asked_for(generation: Generation) -> None:
    found = told(generation, "Mitkä ovat liikenneohjelman tavoitteet?", "Mikä niistä koskee laitureita?")
    assert found.answer.endswith(") • Laitureiden kunto paranee [1]")
    other = told(generation, "Mitkä ovat liikenneohjelman tavoitteet?", "Mikä niistä koskee lentoja?")
    assert other.status == "not_found"


def test_a_pronoun_for_one_of_several_takes_the_question_beside_it(generation: Generation) -> None:
    found = told(generation, "Mitkä alueet saivat eniten vuonna 2030?", "Paljonko ne saivat vuonna 2031?")
    assert "200 000" not in found.answer
    assert "100 000 €" not in found.answer


def test_nothing_is_counted_where_no_list_was_asked_for(generation: Generation) -> None:
    assert "kohtaa" not in told(generation, "Mikä on liikenneohjelma?", "Montako niitä on?").answer


def test_text_of_what_the_pronoun_stands_for(generation: Generation) -> None:
    found = told(generation, "Mikä on Saariston liikenneohjelma?", "Ketkä sitä toteuttavat?")
    assert "satamat ja lauttayhtiöt" in found.answer
