"""Where tables have no such row or measure, a sentence that holds all that is asked answers."""

from contextlib import closing
from pathlib import Path

from server.answering.answer import Answer, Question
from server.answering.answering import answer
from tests.index.test_build import ingest_texts, opened

TABLE = """# Alueet

| Alue | Pinta-ala, km² | Avustus 2021, € |
|---|---|---|
| Kainuu | 20 197 | 1 200 |
| Lappi | 92 674 | 1 500 |
"""
TEXT = (
    "Joensuu on Itä-Suomen suuria kaupunkeja. Joensuun kuntatunnus on 167, ja sen pinta-ala on 2 751 neliökilometriä,"
    " josta maata on suurin osa.\n"
)


def ask(where: Path, *questions: str) -> list[Answer]:
    with closing(opened(ingest_texts(where, {"taulukko.md": TABLE, "kaupungit.txt": TEXT}))) as generation:
        return [answer(Question(question), generation) for question in questions]


def test_a_sentence_that_holds_all_that_is_asked_answers_where_the_tables_have_no_row(tmp_path: Path) -> None:
    (area,) = ask(tmp_path, "Mikä on Joensuun pinta-ala?")
    assert (area.status, area.answered_by) == ("answered", "passages")
    assert "2 751" in area.answer


def test_a_sentence_about_the_place_alone_does_not(tmp_path: Path) -> None:
    for answered in ask(
        tmp_path,
        "Paljonko Joensuu sai?",
        "Paljonko avustuksia Joensuu sai?",
        "Mikä on Kuopion pinta-ala?",
        "Mikä oli Joensuun pinta-ala vuonna 1950?",
    ):
        assert answered.status == "not_found", answered.answer


def test_what_asks_for_no_amount_is_not_refused_for_want_of_a_figure(tmp_path: Path) -> None:
    text = "Kainuun hanke tekee yhteistyötä kylien liiton kanssa. Avustusta voidaan käyttää kylätalojen korjaukseen.\n"
    with closing(opened(ingest_texts(tmp_path, {"taulukko.md": TABLE, "hanke.txt": text}))) as generation:
        told = [
            answer(Question(question), generation)
            for question in ("Kenen kanssa Kainuun hanke tekee yhteistyötä?", "Mihin avustusta voidaan käyttää?")
        ]
    assert [(one.status, one.answered_by) for one in told] == [("answered", "passages")] * 2
    assert "kylien liiton" in told[0].answer
    assert "kylätalojen korjaukseen" in told[1].answer


BUDGET = """# Investointien toteutuminen

| Lautakunta | Tuloarvio, € | Menoarvio, € | Tulot, € | Menot, € |
|---|---|---|---|---|
| Tekninen | 20 100 | 910 000 | 21 500 | 870 400 |
| Sivistys | 15 300 | 120 000 | 9 900 | 125 100 |
"""
REPORT = "Suurimmat investoinnit olivat Rantakoulun lisäosa ja keskuskeittiö.\n"


def test_the_most_of_many_columns_gives_way_to_the_sentence_that_says_which_it_is(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"taulukko.md": BUDGET, "kertomus.txt": REPORT}))) as generation:
        said, told = (
            answer(Question(question), generation)
            for question in ("Mitkä olivat suurimmat investoinnit?", "Missä lautakunnassa olivat suurimmat menot?")
        )
    assert said.answer == "Suurimmat investoinnit olivat Rantakoulun lisäosa ja keskuskeittiö. [1]"
    assert "870 400" in told.answer


def test_by_how_much_something_changed_is_not_how_much_it_was(tmp_path: Path) -> None:
    table = (
        "<html lang=fi><title>Tuotot</title><table><caption>Kylän tuotot (€)</caption>"
        "<tr><th>Laji<th>Toteutuma<tr><td>Myyntituotot<td>900<tr><td>Korkotuotot<td>700</table></html>"
    )
    fallen = "Myyntituotot laskivat 3,3 prosenttia."
    question = "Paljonko myyntituotot laskivat?"
    for texts, told in (({"a.html": table}, None), ({"a.html": table, "b.txt": fallen}, fallen)):
        where = tmp_path / str(len(texts))
        where.mkdir()
        with closing(opened(ingest_texts(where, texts))) as generation:
            found = answer(Question(question), generation)
        assert "900" not in found.answer
        assert found.status == "not_found" if told is None else told in found.answer


NOTED = """Liitetaulukko 1. Maakuntien nettokustannuksia vuonna 2018 1)

Terveystoiminnan nettokustannukset,
milj. €
Kulttuuritoiminnan nettokustannukset,
milj. €
Koko maa
900 300
Kainuu
300 100
Lappi
400 120
Satakunta
200 80
1) Asukastiedot 31.12.2018.
2) Satakunnan luvuista vastaa maakunnan hallitus.
"""


def test_the_notes_below_a_table_are_not_what_stands_in_its_row_and_column(tmp_path: Path) -> None:
    with closing(opened(ingest_texts(tmp_path, {"taulukko.txt": NOTED}))) as generation:
        told = answer(Question("Mitkä olivat Kainuun terveystoiminnan nettokustannukset vuonna 2018?"), generation)
    assert "Asukastiedot" not in told.answer
    assert "300 000 000" in told.answer


def test_a_heading_with_a_day_tells_when_what_it_names_was(tmp_path: Path) -> None:
    text = (
        "# Lauttaohjelma\n\nLauttaohjelma on osa saariston kehittämistä, ja kunta tekee sen vuosina 2030 - 2033.\n\n"
        "## Aikataulu\n\nKunta tekee päätökset syksyn 2030 aikana. Hankkeet alkavat vuoden 2031 alusta.\n\n"
        "## Lauttaohjelma käynnistettiin aloitusjuhlalla 3.4.2031\n\n"
        "Tilaisuudessa kuultiin kalastajien puheita. Ohjelmaan kuuluvia hankkeita on yhteensä 22 saaristossa.\n"
    )
    with closing(opened(ingest_texts(tmp_path, {"ohjelma.md": text}))) as generation:
        told = answer(Question("Milloin lauttaohjelman aloitusjuhla pidettiin?"), generation)
    assert "3.4.2031" in told.answer
