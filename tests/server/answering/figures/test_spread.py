"""How far the most is from the least, which row is closest to a sum, and what is left when a row is taken out."""

from decimal import Decimal
from functools import cache, partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.seed_figures import Source
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet

| Alue | 1. avustus | 2. avustus |
|---|---|---|
| Kainuu | 300 000 € | 450 000 € |
| Lappi | 600 000 € | 150 000 € |
| Satakunta | 100 000 € | 200 000 € |
| Yhteensä | 1 000 000 € | 800 000 € |
"""
_TOWN = """# Kuhmon tilinpäätös

| | 2023 | 2024 |
|---|---|---|
| Toimintatuotot | 2 000 € | 2 500 € |
| Toimintakulut | 9 000 € | 10 000 € |
| Verotulot | 6 000 € | 7 000 € |
| Valtionosuudet | 3 000 € | 2 000 € |
"""

grants = partial(source_of, tuet=_GRANTS)


@cache
def town() -> Source:
    return source_of(kuhmo=_TOWN)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Mikä on ero eniten ja vähiten saaneen alueen välillä 1. avustuksessa?", "fi"),
        ("Kuinka suuri on ero suurimman ja pienimmän 1. avustuksen välillä?", "fi"),
        ("What is the difference between the region with the most and the least of the first grant?", "en"),
        ("Vad är skillnaden mellan det område som fick mest och minst i 1. bidraget?", "sv"),
    ],
)
def test_the_most_and_the_least_are_set_apart(question: str, language: Language) -> None:
    assert values(question, grants(), language) == [Decimal(500_000)]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Minkä alueen 1. avustus on lähimpänä puolta miljoonaa euroa?", "fi"),
        ("Minkä alueen 1. avustus on lähimpänä 250 000 euroa?", "fi"),
        ("Which region's first grant is closest to 250 000 euros?", "en"),
        ("Vilket områdes 1. bidrag är närmast 250 000 euro?", "sv"),
    ],
)
def test_the_row_closest_to_a_sum(question: str, language: Language) -> None:
    expected = 600_000 if "miljoonaa" in question else 300_000
    assert values(question, grants(), language) == [Decimal(expected)]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Paljonko 1. avustuksesta jää, jos Lappi jätetään pois?", "fi"),
        ("Paljonko jää jäljelle, jos Lapin osuus vähennetään 1. avustuksen kokonaissummasta?", "fi"),
        ("How much of the first grant is left if Lapland is left out?", "en"),
        ("Hur mycket av 1. bidraget blir kvar om Lappland räknas bort?", "sv"),
    ],
)
def test_what_is_left_without_a_row(question: str, language: Language) -> None:
    assert values(question, grants(), language) == [Decimal(400_000)]


@pytest.mark.parametrize(
    "question",
    [
        "Mikä on Kainuun toisen avustuksen suhde ensimmäiseen?",
        "Mikä on Kainuun 2. avustuksen suhde 1. avustukseen?",
        "Kuinka moninkertainen Kainuun toinen avustus on ensimmäiseen verrattuna?",
    ],
)
def test_two_numbered_columns_of_a_row_are_set_against_each_other(question: str) -> None:
    assert values(question, grants()) == [Decimal("1.50")]


def test_a_name_of_the_title_is_no_row_beside_rows() -> None:
    assert values("Paljonko Kuhmon verotulot ja valtionosuudet olivat yhteensä vuonna 2024?", town()) == [Decimal(9000)]
    assert values("Mikä on Kuhmon toimintakulujen suhde toimintatuottoihin 2024?", town()) == [Decimal(4)]


def test_a_row_is_no_part_of_a_smaller_total() -> None:
    table = "# Tulos\n\n| Erä | 2024 |\n|---|---|\n| Verot | 900 € |\n| Kulut | -800 € |\n| Yhteensä | 100 € |\n"
    answer = ask("Mikä osuus kokonaissummasta oli veroja vuonna 2024?", source_of(tulos=table))
    assert answer is None or "900 %" not in answer.answer.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("question", ["Mikä on verotulojen keskiarvo vuosina 2023 ja 2024?",
                                      "Mikä on keskiarvo Kuhmon verotuloista vuosina 2023 ja 2024?"])  # fmt: skip
def test_the_average_of_one_row_over_years(question: str) -> None:
    assert values(question, town()) == [Decimal(6500)]


def test_revenue_is_no_multiple_of_expenses_with_a_minus() -> None:
    table = "# Tulos\n\n| Erä | 2024 |\n|---|---|\n| Toimintatuotot | 900 € |\n| Toimintakulut | -800 € |\n"
    assert values("Mikä on toimintakulujen suhde toimintatuottoihin 2024?", source_of(tulos=table)) == []


_FUNDS = """# Tulojen kertymä

| Tulo | Euroa |
|---|---|
| KUR | |
| Itä-Suomi | 60 000 |
| Länsi-Suomi | 40 000 |
| KUR yhteensä | 100 000 |
| TUR | |
| Manner-Suomi | 90 000 |
| TUR yhteensä | 90 000 |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mikä on Itä-Suomen osuus KUR:sta?", "60 %"),
        ("Onko KUR:n summa sama kuin alueiden summa?", "Täsmää"),
        ("Paljonko KUR:sta jää, jos Itä-Suomi jätetään pois?", "40 000"),
        ("Paljonko Itä-Suomi sai KUR-rahoitusta?", "60 000"),
    ],
)
def test_a_group_is_the_whole_of_its_rows(question: str, told: str) -> None:
    answer = ask(question, source_of(tulot=_FUNDS))
    assert answer is not None
    assert told in answer.answer.replace("\N{NO-BREAK SPACE}", " ")


_CUTS = """# Verotoimet

| Toimi | Työllisyysvaikutus | Vaikutus (milj. €) |
|---|---|---|
| Kevennetään hattuveroa | 300 | -25 |
| Kevennetään viittaveroa | 200 | -100 |
| Omavastuun kevennys | 100 | -10 |
| Kiristetään nauhaveroa | 400 | 50 |
"""


@pytest.mark.parametrize(
    ("question", "language", "value"),
    [
        ("Mikä on suurin kevennys?", "fi", -100_000_000),
        ("Millä toimella on pienin työllisyysvaikutus?", "fi", 100),
        ("Vilken åtgärd har minst sysselsättningseffekt?", "sv", 100),
    ],
)
def test_the_largest_cut_and_the_least_effect_of_all_rows(question: str, language: Language, value: int) -> None:
    assert Decimal(value) in values(question, source_of(verot=_CUTS), language)


def test_an_association_is_called_one() -> None:
    table = (
        "# Avustukset yhdistyksille\n\n| Hakija | euroa |\n|---|---|\n| Soutajat ry | 5 000 |\n| Vilppu ry. | 7 000 |\n"
        "| Laulajat rf | 3 000 |\n| Jyvien yhdistys ry | 8 000 |\n| Muut avustukset, johtajan käytettäväksi | 9 000 |\n"
    )
    assert values("Mikä yhdistys sai eniten avustusta?", source_of(avustukset=table)) == [Decimal(8000)]


_CLUBS = (
    "# Yleisavustukset 2024\n\n| Hakija | euroa |\n|---|---|\n| Soutajat ry | 5 000 |\n| Vilppu ry. | 7 000 |\n"
    "| Jyvien yhdistys ry | 2 000 |\n| Rantojen säätiö | 8 500 |\n| Laulajat rf | 0 |\n"
    "| Muut, johtajan käytettäväksi | 9 000 |\n"
)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mikä yhdistys sai eniten yleisavustusta?", "fi", [7000]),
        ("Vilken förening fick mest?", "sv", [7000]),
        ("Mikä järjestö sai eniten?", "fi", [8500]),
        ("Mitkä yhdistykset jäivät ilman yleisavustusta?", "fi", [0]),
        ("Paljonko yhdistykset saivat keskimäärin?", "fi", [3500]),
    ],
)
def test_no_name_of_an_association_needs_the_word(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, source_of(avustukset=_CLUBS), language) == [Decimal(one) for one in expected]


def test_a_club_is_an_association_in_a_table_of_them_and_else_unclear() -> None:
    rows = "| Norrskog rf | 9 000 |\n| Strandens körer rf | 4 000 |\n| Näsets rf | 7 500 |\n| Vikbo IF | 33 000 |\n"
    titled = f"# Bidrag till föreningar 2031\n\n| Sökande | euro |\n|---|---|\n{rows}"
    other = f"# Bidrag 2031\n\n| Sökande | euro |\n|---|---|\n{rows}"
    assert values("Vilken förening fick mest?", source_of(bidrag=titled), "sv") == [Decimal(33_000)]
    assert values("Vilken förening fick mest?", source_of(bidrag=other), "sv") == []


def test_rows_that_end_with_the_kind_asked_for_are_of_it() -> None:
    head = "| Luokka | 2024 |\n|---|---|\n"
    table = f"# Budjetti\n\n{head}| Satamien hallinnonala | 50 € |\n| Peltojen hallinnonala | 70 € |\n"
    other = f"# Säästöt\n\n{head}| Hallinnonalojen ohjelmien valmistelu | 900 € |\n| Muu | 5 € |\n"
    found = values("Mitkä kaksi hallinnonalaa ovat suurimmat vuonna 2024?", source_of(budjetti=table, toimet=other))
    assert found == [Decimal(70), Decimal(50)]


def test_what_only_a_title_names_has_no_share() -> None:
    table = "# STM avustukset\n\n| Alue | Euroa |\n|---|---|\n| Kainuu | 20 |\n| Lappi | 80 |\n| Yhteensä | 100 |\n"
    assert values("What is the STM share of Kainuu?", source_of(stm=table), "en") == []
    assert values("What is the Kainuu share of the total?", source_of(stm=table), "en") == [Decimal(20)]


def test_rows_of_two_kinds_of_income_are_added_up_and_set_against_each_other() -> None:
    table = (
        "# Raahen tulos\n\n| Erä | 2024 |\n|---|---|\n| Myyntituotot | 500 € |\n| Valtionosuudet | 250 € |\n"
        "| Toimintakulut | 900 € |\n"
    )
    source = source_of(tulos=table)
    assert values("Paljonko Raahen myyntituotot ja valtionosuudet olivat yhteensä 2024?", source) == [Decimal(750)]
    assert values("Mikä on Raahen toimintakulujen suhde myyntituottoihin?", source) == [Decimal("1.80")]
    assert values("Paljonko Raahen myyntituotot ja toimintakulut olivat yhteensä 2024?", source) == []


def test_sote_is_health_and_social_services_in_labels() -> None:
    table = (
        "# Kunnat\n\n| Alue | Sosiaali- ja terveystoiminnan nettokustannukset, milj. € |\n|---|---|\n"
        "| Kainuu | 30 |\n| Lappi | 70 |\n"
    )
    assert values("Minkä alueen sote-nettokustannukset ovat suurimmat?", source_of(kunnat=table)) == [
        Decimal(70_000_000)
    ]


def test_what_is_spent_is_expenses() -> None:
    table = "# Kunnat\n\n| Alue | Koulujen kulut, € |\n|---|---|\n| Kainuu | 30 |\n| Lappi | 70 |\n"
    assert values("Mikä alue käytti eniten kouluihin?", source_of(kunnat=table)) == [Decimal(70)]


_MEASURES = (
    "# Sopeutus, miljoonaa euroa\n\n| Toimi | 2026 | 2027 |\n|---|---|---|\n| Korotetaan maksuja | 10 | 20 |\n"
    "| Alennetaan tukea, säästön taso tarkentuu | 0 | 5 |\n| Siirretään hankintoja säästön vuoksi | 3 | 4 |\n"
    "| Myydään maita | 30 | 40 |\n| Luovutaan tiloista | 6 | 7 |\n"
)


def test_rows_that_only_speak_of_what_is_asked_for_are_not_of_it() -> None:
    assert values("Mikä säästö on pienin vuonna 2026?", source_of(toimet=_MEASURES)) == []
    assert values("Mikä toimi tuo eniten vuonna 2027?", source_of(toimet=_MEASURES)) == [Decimal(40_000_000)]
