"""Places from the most and least, rows of documents of two years, parts of compounds and beginnings of labels."""

from decimal import Decimal

from tests.server.answering.figures.seed_figures import Column, Row, Source, build_table
from tests.server.answering.figures.written import ask, values


def regions() -> Source:
    source = Source()
    source.add("c/a.txt", "Avustukset\nKainuu 300\nLappi 600\nSatakunta 200\nUusimaa 900\nYhteensä 2000\n")
    build_table(source, "c/a.txt", 0, "Avustukset", [Column("Avustus")], [
        Row("Kainuu", (300,)), Row("Lappi", (600,)), Row("Satakunta", (200,)), Row("Uusimaa", (900,)),
        Row("Yhteensä", (2000,), role="total"),
    ])  # fmt: skip
    return source


def test_the_second_most_is_not_the_most() -> None:
    assert values("Mikä alue sai toiseksi eniten?", regions()) == [600]
    assert values("Vilket område fick näst mest?", regions(), "sv") == [600]
    assert values("Which region received the third most?", regions(), "en") == [300]
    assert values("Mikä alue sai toiseksi vähiten?", regions()) == [300]
    assert values("Mikä alue sai eniten?", regions()) == [900]
    found = ask("Mikä alue sai seitsemänneksi eniten?", regions())
    assert found is None or found.status != "answered"


def budgets() -> Source:
    source = Source()
    for year, value in (("2023", 400), ("2024", 500)):
        name = f"c/talousarvio-{year}.txt"
        source.add(name, f"Talousarvio {year}\nMuseovirasto {value}\nKansallisgalleria 70\n")
        build_table(source, name, 0, f"Talousarvio {year}", [Column("Määrärahat", measure="budgeted")],
                    [Row("Museovirasto", (value,)), Row("Kansallisgalleria", (70,))])  # fmt: skip
    return source


def test_growth_reaches_over_the_documents_of_two_years() -> None:
    assert values("Paljonko Museoviraston määräraha kasvoi vuodesta 2023 vuoteen 2024?", budgets()) == [100, 25]
    found = ask("Paljonko Museoviraston määräraha kasvoi vuodesta 2021 vuoteen 2024?", budgets())
    assert found is None or found.status != "answered"


def test_a_compound_of_money_asks_for_what_its_first_part_names() -> None:
    source = Source()
    source.add("c/i.txt", "Avustukset\nKainuu 40 60\nLappi 10 30\n")
    build_table(source, "c/i.txt", 0, "Avustukset", [Column("IPS"), Column("Työkyky")],
                [Row("Kainuu", (40, 60)), Row("Lappi", (10, 30))])  # fmt: skip
    assert values("Paljonko IPS-rahaa Kainuu sai?", source) == [40]


def test_a_label_that_begins_as_the_question_says_is_its_row() -> None:
    source = Source()
    label = "Pääradan kehittäminen Helsinki–Tampere, Liminka–Oulu-kaksoisraide, sähköistäminen"
    source.add("c/r.txt", f"Ohjelma\n{label} 535\nMatkakeskukset 20\n")
    build_table(source, "c/r.txt", 0, "Ohjelma", [Column("Euroa", measure="planned")],
                [Row(label, (535,)), Row("Matkakeskukset", (20,))])  # fmt: skip
    assert values("Paljonko Pääradan kehittämiseen on varattu?", source) == [535]


def test_a_row_is_not_compared_with_what_it_is_the_sum_of() -> None:
    source = Source()
    source.add("c/v.txt", "Verot\nVerot yht. 90\nTulovero 50\nKulutusvero 40\n")
    build_table(source, "c/v.txt", 0, "Tuloarviot", [Column("Euroa", measure="revenue")], [
        Row("Verot yht.", (90,)), Row("Tulovero", (50,), parent=0), Row("Kulutusvero", (40,), parent=0),
    ])  # fmt: skip
    assert values("Mikä vero tuottaa eniten?", source) == [50]


def test_a_name_that_no_list_has_is_one_where_most_rows_are_names() -> None:
    source = Source()
    source.add("c/k.txt", "Tuki\nLahti 60\nVaasa 90\nKuopio 30\nZyrkvik 20\nOsaamiskeskus 10\n")
    build_table(source, "c/k.txt", 0, "Tuki", [Column("Avustus")], [
        Row("Lahti", (60,)), Row("Vaasa", (90,)), Row("Kuopio", (30,)), Row("Zyrkvik", (20,)),
        Row("Osaamiskeskus", (10,)),
    ])  # fmt: skip
    assert values("Mikä kunta sai vähiten?", source) == [20]
    assert values("Paljonko kunnat saivat keskimäärin?", source) == [50]


def test_percentages_differ_by_percentage_points() -> None:
    source = Source()
    source.add("c/p.txt", "Työttömyysaste\nLahti 14 12\nVaasa 8 9\n")
    years = [Column(year, measure=None, period=year, unit="%") for year in ("2021", "2022")]
    build_table(source, "c/p.txt", 0, "Työttömyysaste", years, [Row("Lahti", (14, 12)), Row("Vaasa", (8, 9))])
    found = ask("Paljonko Lahden työttömyysaste laski vuodesta 2021 vuoteen 2022?", source)
    assert found is not None
    assert "−2 prosenttiyksikköä" in found.answer
    assert values("Paljonko suurempi Lahden työttömyysaste oli kuin Vaasan vuonna 2022?", source) == [3]


def test_a_row_without_the_year_is_not_replaced_by_one_alike() -> None:
    source = Source()
    source.add("c/m.txt", "Keittiöt\nPalvelukeittiöiden lukumäärä 4\nJakelukeittiöiden lukumäärä 27 21\n")
    years = [Column(year, measure=None, period=year, unit="") for year in ("2021", "2022")]
    build_table(source, "c/m.txt", 0, "Ruokapalvelu", years,
                [Row("Palvelukeittiöiden lukumäärä", (4, None)),
                 Row("Jakelukeittiöiden lukumäärä", (27, 21))])  # fmt: skip
    assert values("Montako palvelukeittiötä oli vuonna 2021?", source) == [4]
    found = ask("Montako palvelukeittiötä oli vuonna 2022?", source)
    assert found is None or found.status != "answered"


def test_what_a_branch_gets_is_appropriated_to_it() -> None:
    source = Source()
    source.add("c/ta.txt", "Tulot\nUlkoministeriön hallinnonala 16\nMuut 9\nMenot\nUlkoministeriön hallinnonala 1343\n")
    build_table(source, "c/ta.txt", 0, "Tuloarviot", [Column("Tuloarviot", measure="revenue")],
                [Row("Ulkoministeriön hallinnonala", (16,)), Row("Muut", (9,))])  # fmt: skip
    build_table(source, "c/ta.txt", 1, "Määrärahat", [Column("Määrärahat", measure="budgeted")],
                [Row("Ulkoministeriön hallinnonala", (1343,))], after="Menot")  # fmt: skip
    assert values("Paljonko ulkoministeriön hallinnonala saa?", source) == [1343]


def test_a_row_of_several_series_grows_in_each() -> None:
    source = Source()
    source.add("c/s.txt", "Säästöt\nHallinto 10 276 4 6 0 0\nKoulut 1 2 1 2 0 0\n")
    columns = [
        Column(f"{who} {year}", measure=None, period=year)
        for who in ("Valtio", "Kunnat", "Rahastot")
        for year in ("2024", "2027")
    ]
    build_table(source, "c/s.txt", 0, "Säästöt", columns,
                [Row("Hallinto", (10, 276, 4, 6, 0, 0)), Row("Koulut", (1, 2, 1, 2, 0, 0))])  # fmt: skip
    grown = values("Kasvaako hallinnon säästö vuodesta 2024 vuoteen 2027, ja paljonko?", source)
    assert [value for value in grown if value not in (Decimal("2660.0"), Decimal("50.0"))] == [266, 2]
