"""A question of two parts is answered part by part, and a part without an answer is named."""

from contextlib import closing
from decimal import Decimal
from pathlib import Path

from server.answering.answer import Answer, AnswerFigure, Citation, Question, Reading
from server.answering.answering import answer
from server.answering.together import together
from tests.index.test_build import ingest_texts, opened

CALL = (
    "Kylätalojen kunnostusavustus\n\nKunnostusavustuksen hakuaika alkaa 3.2.2025."
    " Avustusta voivat hakea rekisteröidyt kyläyhdistykset.\n"
)


def test_both_parts_are_answered_with_their_quotes(tmp_path: Path) -> None:
    question = "Milloin kunnostusavustuksen hakuaika alkaa ja kuka voi hakea?"
    with closing(opened(ingest_texts(tmp_path, {"haku.txt": CALL}))) as generation:
        told = answer(Question(question), generation)
        other = answer(
            Question("Milloin kunnostusavustuksen hakuaika alkaa ja kuka allekirjoittaa kauppakirjan?"), generation
        )
    assert told.status == "answered"
    assert told.interpreted_question == question
    assert "3.2.2025. [1]\n" in told.answer
    assert "kyläyhdistykset. [2]" in told.answer
    assert [cited.id for cited in told.citations] == [1, 2]
    assert other.status == "answered"
    assert "Asiakirjoista ei löydy vastausta kysymyksen osaan ”Kuka allekirjoittaa kauppakirjan?”" in other.answer


TABLE = """<html lang=fi><title>Kyläavustukset</title><table><caption>Myönnetyt avustukset (€)</caption>
<tr><th>Alue<th>2030<tr><td>Kainuu<td>51 000<tr><td>Lappi<td>74 000<tr><td>Yhteensä<td>125 000</table></html>"""


def test_what_one_answer_tells_is_told_once(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"a.html": TABLE}))) as generation:
        found = answer(Question("Mikä alue sai eniten vuonna 2030 ja kuinka paljon?"), generation)
    assert found.interpreted_question == "Mikä alue sai eniten vuonna 2030 ja kuinka paljon?"
    assert found.answer.count("74 000 €") == 1


YEARS = """<html lang=fi><title>Kyläavustukset</title><table><caption>Myönnetyt avustukset (€)</caption>
<tr><th>Alue<th>2030<th>2031<th>Yhteensä<tr><td>Kainuu<td>20 000<td>31 000<td>51 000
<tr><td>Lappi<td>30 000<td>44 000<td>74 000<tr><td>Yhteensä<td>50 000<td>75 000<td>125 000</table></html>"""


def test_what_is_in_all_is_told_once_with_how_it_is_divided(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"a.html": YEARS}))) as generation:
        found = answer(Question("Paljonko Kainuu sai yhteensä ja miten se jakautui vuosittain?"), generation)
    assert all(found.answer.count(f"{part} €") == 1 for part in ("20 000", "31 000"))
    assert len(found.figures) == 3


def cited(number: int, quote: str) -> Citation:
    return Citation(number, "a", "a.txt", "A", None, "a", 1, 0, len(quote), quote)


def told(text: str, *citations: Citation, figures: tuple[AnswerFigure, ...] = ()) -> Answer:
    readings = (Reading("r", (0,), (1,)),) if figures else ()
    return Answer("fi", "answered", None, text, text, citations=citations, figures=figures, readings=readings)


def test_citations_and_figures_are_numbered_on() -> None:
    figure = AnswerFigure(
        Decimal(5), "EUR", "5", False, ("A",), ("B",), None, None, None, "stated", "unchecked", "", citations=(1,)
    )
    whole = together(
        "K?",
        "fi",
        (
            ("Y?", told("Yksi [1] kaksi [2]", cited(1, "Yksi"), cited(2, "kaksi"))),
            ("K?", told("A sai 5 € [1].", cited(1, "A 5"), figures=(figure,))),
        ),
    )
    assert whole is not None
    assert whole.answer == "Yksi [1] kaksi [2]\nA sai 5 € [3]."
    assert [one.id for one in whole.citations] == [1, 2, 3]
    assert whole.figures[0].citations == (3,)
    assert whole.readings[0].citations == (3,)


def test_long_answers_lose_what_is_cited_last() -> None:
    long = told("a" * 290 + " [1] " + "b" * 300 + " [2]", cited(1, "a"), cited(2, "b"))
    whole = together("K?", "fi", (("Y?", long), ("K?", told("c" * 250 + " [1]", cited(1, "c")))))
    assert whole is not None
    assert whole.answer == "a" * 290 + " [1]\n" + "c" * 250 + " [2]"


def test_without_an_answer_to_either_part_nothing_is_put_together() -> None:
    nothing = Answer("fi", "not_found", "–", "K?", "–")
    assert together("K?", "fi", (("Y?", nothing), ("K?", nothing))) is None


def test_what_programmes_give_a_place_is_told_by_programme(tmp_path: Path) -> None:
    texts = {"a.html": TABLE, "b.md": "# Kainuu\n\nKainuu on mukana monessa ohjelmassa, ja työ etenee.\n"}
    with closing(opened(ingest_texts(tmp_path, texts))) as generation:
        found = answer(Question("Missä ohjelmissa Kainuu on ja paljonko se sai?"), generation)
    assert found.status == "answered"
    assert {figure.value for figure in found.figures} == {Decimal(51_000)}
    assert "monessa ohjelmassa" not in found.answer


def test_the_years_that_there_are_are_told_where_somebody_got_something_in_another(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"a.html": TABLE}))) as generation:
        for question in ("Mitä Kainuu sai vuonna 2033?", "What did Kainuu receive in 2033?", "Vad fick Kainuu 2033?"):
            found = answer(Question(question), generation)
            assert found.status == "not_found"
            assert "2030" in (found.reason or "")
