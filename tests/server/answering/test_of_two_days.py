"""What documents of different days tell of one thing, through ingest: the newest first, each with its day."""

from contextlib import closing
from pathlib import Path

from server.answering.answer import Answer, Question
from server.answering.answering import answer
from tests.index.test_build import ingest_texts, opened

PLAN = """# Lauttaohjelma

Lautta- ja satamaneuvosto, 14.4.2021

Ohjelman kokonaisrahoitus on 18,5 miljoonaa euroa. Ohjelmaa johtaa asiantuntija Leena Kortes.

| Toimenpide | Tilanne | Tuotos |
|---|---|---|
| Lippujärjestelmän uusiminen | Sopimus tehty | Määrittely |
| Laiturien korjaus | Kaksi korjattu | Raportti |
"""
STATE = """# Lauttaohjelman tilannekatsaus 15.5.2023

Ohjelman kokonaisrahoitus on 21,2 miljoonaa euroa. Ohjelmaa johtaa asiantuntija Timo Haara.

Lippujärjestelmän uusiminen viivästyi. Viivästyksen syynä on kilpailutuksesta tehty valitus.
"""
NEWS = """# Lauttojen matkustajamäärät kasvoivat

Lautoilla matkusti vuonna 2022 yhteensä 407 500 matkustajaa.
"""


def ask(where: Path, *questions: str) -> list[Answer]:
    texts = {"ohjelma.md": PLAN, "tilanne.md": STATE, "tiedote.md": NEWS}
    with closing(opened(ingest_texts(where, texts))) as generation:
        return [answer(Question(question), generation) for question in questions]


def test_amounts_of_several_days_stand_newest_first_with_their_days(tmp_path: Path) -> None:
    (told,) = ask(tmp_path, "Mikä on ohjelman kokonaisrahoitus?")
    assert told.answer.splitlines()[1:] == [
        "• 15.5.2023: Ohjelman kokonaisrahoitus on 21,2 miljoonaa euroa. [1]",
        "• 14.4.2021: Ohjelman kokonaisrahoitus on 18,5 miljoonaa euroa. [2]",
    ]


def test_who_does_it_is_told_by_day(tmp_path: Path) -> None:
    ever, now = ask(tmp_path, "Kuka johtaa ohjelmaa?", "Kuka johtaa ohjelmaa nyt?")
    assert ever.answer.startswith("Uusin tieto (15.5.2023): ")
    assert "Aiempi tieto (14.4.2021): " in ever.answer
    assert now.answer.startswith("Tilanne 15.5.2023: ")
    assert "Kortes" not in now.answer


def test_a_row_of_a_state_is_no_cause(tmp_path: Path) -> None:
    (why,) = ask(tmp_path, "Why was the renewal of the ticket system delayed?")
    assert "Sopimus tehty" not in why.answer


def test_a_number_below_a_heading_of_growth_is_no_growth(tmp_path: Path) -> None:
    number, growth = ask(
        tmp_path, "Kuinka monta matkustajaa lautoilla oli vuonna 2022?", "Kuinka paljon matkustajamäärä kasvoi?"
    )
    assert "407 500" in number.answer
    assert growth.status == "not_found"


def test_what_a_programme_has_in_all_stands_before_the_total_of_its_table(tmp_path: Path) -> None:
    rows = ("| Alue | 2021, € | 2022, € |", "|---|---|---|", "| Itä | 100 | 200 |", "| Yhteensä | 100 | 200 |")
    table = "\n".join(rows)
    texts = {"ohjelma.md": f"{PLAN}\n## Rahoitus alueittain\n\n{table}\n", "tilanne.md": STATE}
    with closing(opened(ingest_texts(tmp_path, texts))) as generation:
        told = answer(Question("What is the total funding of the programme?"), generation)
    assert [figure.text for figure in told.figures[-2:]] == ["21,2", "18,5"]
    assert told.answer.splitlines()[1].startswith("• 15 May 2023: “Ohjelman kokonaisrahoitus on 21,2 miljoonaa euroa.”")
