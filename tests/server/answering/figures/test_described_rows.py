"""Rows named by words of their labels, shares of a row's own sum, signs, and figures told twice in other scales."""

from dataclasses import replace

from tests.server.answering.figures.seed_figures import Column, Row, Source, build_table
from tests.server.answering.figures.written import ask, values


def tracks() -> Source:
    source = Source()
    source.add("c/radat.txt", "Radat\nRantaradan kunnostus 80\nVuoriradan uusi vaihe 215\nLaiturit 30\n")
    build_table(source, "c/radat.txt", 0, "Rahoitus", [Column("Euroa", measure="funding")],
                [Row("Rantaradan kunnostus", (80,)), Row("Vuoriradan uusi vaihe", (215,)),
                 Row("Laiturit", (30,))])  # fmt: skip
    return source


def test_rows_set_against_each_other_need_not_be_called_in_full() -> None:
    assert values("Kumpi saa enemmän, Rantarata vai Vuorirata?", tracks()) == [215]
    assert values("Paljonko enemmän Vuorirata saa kuin Rantarata?", tracks()) == [135]
    found = ask("Kumpi saa enemmän, Rantarata vai Järvirata?", tracks())
    assert found is None or found.status != "answered"


def grants() -> Source:
    source = Source()
    source.add("c/tuki.txt", "Avustukset\nKainuu 300 100 400\nLappi 600 900 1500\nYhteensä 900 1000 1900\n")
    columns = [Column("Koulut", role="child"), Column("Kirjastot", role="child"), Column("Yhteensä", role="total")]
    build_table(source, "c/tuki.txt", 0, "Avustukset", columns, [
        Row("Kainuu", (300, 100, 400)), Row("Lappi", (600, 900, 1500)),
        Row("Yhteensä", (900, 1000, 1900), role="total"),
    ])  # fmt: skip
    return source


def test_a_share_of_what_a_row_got_is_no_share_of_a_column() -> None:
    assert values("Kuinka suuri osa Kainuun avustuksista meni kouluille?", grants()) == [75]
    assert values("What share of Kainuu's grants went to libraries?", grants(), "en") == [25]
    assert values("Hur stor andel av Kajanalands bidrag gick till skolor?", grants(), "sv") == [75]
    assert values("Mikä on Lapin osuus kirjastojen avustuksista?", grants()) == [90]


def test_a_label_of_two_names_is_one_row() -> None:
    source = Source()
    source.add("c/k.txt", "Tuki\nLahti 935\nLahti Nastola 365\nVaasa 100\n")
    build_table(source, "c/k.txt", 0, "Tuki", [Column("Euroa")],
                [Row("Lahti", (935,)), Row("Lahti Nastola", (365,)), Row("Vaasa", (100,))])  # fmt: skip
    assert values("Paljonko Lahden Nastola sai?", source) == [365]


def test_a_word_that_labels_have_is_no_sum_of_everything() -> None:
    source = Source()
    source.add("c/m.txt", "Menot\nPalkat 700\nKokonaismenot 900\nTulot\nVuokrat 20\nYhteensä 50\n")
    build_table(source, "c/m.txt", 0, "Menot", [Column("Euroa")],
                [Row("Palkat", (700,)), Row("Kokonaismenot", (900,), role="total")])  # fmt: skip
    build_table(source, "c/m.txt", 1, "Tulot", [Column("Euroa")],
                [Row("Vuokrat", (20,)), Row("Yhteensä", (50,), role="total")], after="Tulot")  # fmt: skip
    assert values("Mitkä olivat kokonaismenot?", source) == [900]


def test_a_figure_without_a_unit_is_the_one_it_is_in_thousands() -> None:
    source = Source()
    source.add("c/v.txt", "Erittely\nTulovero 26440880\nToteutuma\nTulovero 26441\nMuu vero 12\n")
    build_table(source, "c/v.txt", 0, "Erittely", [Column("Euroa", measure="revenue")], [Row("Tulovero", (26440880,))])
    build_table(source, "c/v.txt", 1, "Toteutuma", [Column("Toteutuma", measure="actual", unit="")],
                [Row("Tulovero", (26441,)), Row("Muu vero", (12,))], after="Toteutuma")  # fmt: skip
    bare = source.tables["c/v.txt#t1"]
    source.tables[bare.id] = replace(bare, figures=tuple(replace(figure, unit=None) for figure in bare.figures))
    assert values("Paljonko tulovero tuotti?", source) == [26440880]


def test_what_a_table_says_of_its_signs_is_told_with_a_minus() -> None:
    source = Source()
    source.add("c/s.txt", "Vaikutus\nKoulut 40\nRadat -15\n")
    table = build_table(source, "c/s.txt", 0, "Vaikutus", [Column("Valtio", measure="impact")],
                        [Row("Koulut", (40,)), Row("Radat", (-15,))])  # fmt: skip
    note = "Säästöt ovat positiivisia ja lisäykset negatiivisia lukuja."
    source.tables[table.id] = replace(table, sign=note)
    rail, schools = ask("Mikä on vaikutus ratoihin?", source), ask("Mikä on vaikutus kouluihin?", source)
    assert rail is not None
    assert schools is not None
    assert note in rail.answer
    assert note not in schools.answer
