"""An overview has every row of the tables meant and of no others, sub-rows after their parent and once."""

from server.answering.answer import Answer, Language, Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from tests.server.answering.figures.seed_figures import Column, Row, Source, build_table
from tests.server.answering.figures.written import source_of, values


def answered(text: str, source: Source, language: Language = "fi") -> Answer:
    found = answer_from_figures(understand(Question(text), language), source)
    assert found is not None, text
    assert found.status == "answered", found.reason
    return found


def rows(found: Answer) -> list[tuple[str, ...]]:
    return [figure.row_path for figure in found.figures]


def test_rows_of_other_tables_that_mention_the_title_are_not_meant() -> None:
    source = Source()
    source.add("c/o.txt", "Ratahanke\nSilta 50\nTunneli 70\nMuut menot\nRatahanke 5\nKirjat 3\n")
    build_table(source, "c/o.txt", 0, "Ratahanke", [Column("Euroa")], [Row("Silta", (50,)), Row("Tunneli", (70,))])
    build_table(source, "c/o.txt", 1, "Muut menot", [Column("Euroa")],
                [Row("Ratahanke", (5,)), Row("Kirjat", (3,))], after="Muut menot")  # fmt: skip
    assert rows(answered("Kaikki ratahankkeen kohteet", source)) == [("Silta",), ("Tunneli",)]


def test_sub_rows_stand_once_after_their_parent() -> None:
    source = Source()
    source.add("c/u.txt", "Avustukset\nUusimaa yht. 90\nHelsinki 60\nUusimaa 30\nLappi 20\n")
    build_table(source, "c/u.txt", 0, "Avustukset", [Column("Avustus")], [
        Row("Uusimaa yht.", (90,), role="parent"), Row("Helsinki", (60,), role="child", parent=0),
        Row("Uusimaa", (30,), role="child", parent=0), Row("Lappi", (20,)),
    ])  # fmt: skip
    found = answered("Kaikki avustukset Uudellemaalle", source)
    assert [figure.value for figure in found.figures] == [90, 60, 30]
    assert "Uusimaa (osa riviä Uusimaa yhteensä)" in found.answer


def test_by_area_has_tables_of_areas() -> None:
    source = Source()
    source.add("c/a.txt", "Alueet\nKainuu 30\nLappi 20\nMuu erä 5\nTilanne\nHankkeet 55\nKoordinaatio 9\n")
    build_table(source, "c/a.txt", 0, "Avustukset alueille", [Column("Avustus")],
                [Row("Kainuu", (30,)), Row("Lappi", (20,)), Row("Muu erä", (5,))])  # fmt: skip
    build_table(source, "c/a.txt", 1, "Avustusten tilanne", [Column("Avustus")],
                [Row("Hankkeet", (55,)), Row("Koordinaatio", (9,))], after="Tilanne")  # fmt: skip
    assert rows(answered("Kaikki avustukset alueittain", source)) == [("Kainuu",), ("Lappi",), ("Muu erä",)]


def test_a_branch_is_listed_with_its_lines() -> None:
    source = Source()
    source.add("c/b.txt", "Määrärahat\nOikeusministeriö 90\nTuomioistuimet 60\nSyyttäjät 30\nSisäministeriö 20\n")
    build_table(source, "c/b.txt", 0, "Talousarvio – Määrärahat", [Column("Määrärahat", measure="budgeted")], [
        Row("Oikeusministeriö", (90,)), Row("Tuomioistuimet", (60,), parent=0), Row("Syyttäjät", (30,), parent=0),
        Row("Sisäministeriö", (20,)),
    ])  # fmt: skip
    found = answered("Luettele oikeusministeriön määrärahat", source)
    assert [figure.value for figure in found.figures] == [90, 60, 30]
    assert "Määrärahat 90" not in found.answer, "the title ends in the column's name"


GOT = """# Avustukset alueittain

| Alue | Työkyky (€) | IPS (€) | Yhteensä (€) |
|---|---|---|---|
| Kainuu | 100 | 0 | 100 |
| Lappi | 0 | 50 | 50 |
| Satakunta | 70 | 30 | 100 |
| Yhteensä | 170 | 80 | 250 |
"""


def test_which_areas_got_something_is_asked_of_all_that_got_more_than_nothing() -> None:
    source = source_of(avustukset=GOT)
    assert sorted(values("Mitkä alueet saivat IPS-avustusta?", source)) == [30, 50]
    assert sorted(values("Vilka områden fick bidrag för IPS?", source, "sv")) == [30, 50]


PAID = """# Tilanne

| Kokonaisuus | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Hankkeet | 900 | 400 |
| Koordinaatio | 80 | 30 |
"""


def test_how_much_is_paid_of_a_table_without_a_total_gives_its_few_rows() -> None:
    assert sorted(values("Paljonko on maksettu?", source_of(tilanne=PAID))) == [30, 400]
    assert values("Paljonko lentoliikenteelle on maksettu?", source_of(tilanne=PAID)) == []


def test_by_collaborative_area_has_tables_of_those_alone() -> None:
    source = Source()
    source.add("c/y.txt", "Maakunnat\nKainuu 30\nLappi 20\nYhteistyö\nItä-Suomi 55\nPohjois-Suomi 9\n")
    build_table(source, "c/y.txt", 0, "Avustukset maakunnille", [Column("Avustus")],
                [Row("Kainuu", (30,)), Row("Lappi", (20,))])  # fmt: skip
    build_table(source, "c/y.txt", 1, "Avustukset yhteistyöhön", [Column("Avustus")],
                [Row("Itä-Suomi", (55,)), Row("Pohjois-Suomi", (9,))], after="Yhteistyö")  # fmt: skip
    assert rows(answered("Kaikki avustukset yhteistyöalueittain", source)) == [("Itä-Suomi",), ("Pohjois-Suomi",)]
    assert len(rows(answered("Kaikki avustukset alueittain", source))) == 4
