"""What officials ask of budgets, accounts and estimates: what is unused, which uses most, what two years come to."""

from decimal import Decimal

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_WORKS = """# Investointien toteutuminen 2024

| Hanke | Alkuper. määräraha | Tarkistettu määräraha | Toteuma menot | Menot Tot-% |
|---|---|---|---|---|
| Kirjastotalo | 2 650 000 | 2 180 000 | 782 460 | 35,9 % |
| Rantatie | 500 000 | 500 000 | 449 000 | 89,8 % |
"""
_SPAN = """# Avustukset

| Alue | 2020 (€) | 2021 (€) | 2020–2021 yhteensä (€) |
|---|---|---|---|
| Kainuu | 100 | 250 | 350 |
| Lappi | 300 | 450 | 750 |
"""
_USE = """# Toimintakulujen toteutuminen

| Lautakunta | TA2024 | TP2024 | Käyttö% |
|---|---|---|---|
| Sivistyslautakunta | 24 690 | 24 692 | 100,0 % |
| Tarkastuslautakunta | 42 | 44 | 106,3 % |
| Tekninen lautakunta | 957 | 885 | 99,3 % |
"""
_FUNDS = """# Yhteenveto, milj. euroa

| Kohde | Rahastot 2024 | Valtio 2024 |
|---|---|---|
| Hallinto | 1 | 4 |
| Koulutus | 2 | 5 |
| Yhteensä | 3 | 9 |
"""
_EFFECTS = """# Koulutus – arviot vaikutuksista, milj. euroa

| Toimenpide | 2026 | 2027 |
|---|---|---|
| Lukiouudistus | 10 | 12 |
| Vähennetään yliopistojen rahoitusta | 30 | 40 |
| Nostetaan maksuja ja alennetaan rahoitusta | 5 | 20 |
| Yhteensä | 45 | 72 |
"""
_ALL = """# Yhteenveto vaikutuksista, milj. euroa

| Kokonaisuus | 2026 | 2027 |
|---|---|---|
| Koulutus | 10 | 12 |
| Hallinto | 30 | 40 |
| Yhteensä suorat vaikutukset | 40 | 52 |
| Työllisyysvaikutus | 5 | 20 |
| Suorat ja välilliset yhteensä | 45 | 72 |
"""
_PART = """# Hankkeiden budjetit

| Hanke | STM haku € | Yhteensä € |
|---|---|---|
| Avaus | 300 026 | 400 032 |
| Kaira | 200 000 | 250 000 |
| Kaikki yhteensä | 500 026 | 650 032 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä oli kirjastotalon tarkistettu määräraha?", 2180000),
        ("Paljonko kirjastotalon määrärahasta jäi käyttämättä?", 1397540),
        ("Paljonko Rantatien määrärahasta jäi käyttämättä?", 51000),
    ],
)
def test_what_is_unused_is_of_the_appropriation_as_it_was_changed(question: str, expected: int) -> None:
    assert values(question, source_of(works=_WORKS)) == [Decimal(expected)]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Paljonko Lappi sai yhteensä 2020–2021?", "fi"),
        ("Paljonko Lappi sai yhteensä vuosina 2020–2021?", "fi"),
        ("Hur mycket fick Lappland sammanlagt 2020–2021?", "sv"),
    ],
)
def test_the_total_of_a_span_is_the_column_of_that_span(question: str, language: Language) -> None:
    assert values(question, source_of(span=_SPAN), language) == [Decimal(750)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä oli tarkastuslautakunnan käyttöprosentti?", "106.3"),
        ("Minkä lautakunnan käyttöprosentti oli suurin?", "106.3"),
        ("Minkä lautakunnan käyttö% oli pienin?", "99.3"),
    ],
)
def test_a_percentage_is_what_its_column_has_in_per_cent(question: str, expected: str) -> None:
    assert values(question, source_of(use=_USE)) == [Decimal(expected)]


def test_cash_is_no_money_in_general() -> None:
    assert values("What were the cash funds at the end of 2024?", source_of(funds=_FUNDS), "en") == []


def test_all_rows_of_estimated_effects_are_compared_whatever_they_speak_of() -> None:
    assert values("Minkä toimenpiteen vaikutus on suurin vuonna 2027?", source_of(e=_EFFECTS)) == [Decimal(40000000)]


def test_a_total_of_some_rows_is_not_the_largest_of_them() -> None:
    assert values("Minkä kokonaisuuden vaikutus on suurin vuonna 2027?", source_of(e=_ALL)) == [Decimal(40000000)]


def test_how_much_more_than_a_share_is_no_share() -> None:
    question = "Kuinka paljon enemmän Avaus-hankkeen koko budjetti on kuin STM:n osuus?"
    assert values(question, source_of(h=_PART)) in ([], [Decimal(100006)])


_PARTS = """# Hankkeiden rahoitus

| Hanke | Kustannukset yhteensä € | josta valtion osuus € | josta omarahoitus € |
|---|---|---|---|
| Digipalvelut | 840 000 | 672 000 | 168 000 |
| Kuntoutus | 255 000 | 178 500 | 76 500 |
| Yhteensä | 1 095 000 | 850 500 | 244 500 |
"""
_DISTRICTS = """# Avustukset seutukunnittain

| Seutukunta | Haettu € | Myönnetty € | Hankkeita |
|---|---|---|---|
| Itäinen | 640 000 | 410 000 | 12 |
| Läntinen | 910 000 | 585 000 | 17 |
| Yhteensä | 1 550 000 | 995 000 | 29 |
"""
_NAMNDER = """# Driftsekonomi per nämnd, 1 000 €

| Nämnd | Budget 2024 | Utfall 2024 | Avvikelse |
|---|---|---|---|
| Bildningsnämnden | 18 900 | 19 120 | -220 |
| varav småbarnspedagogik | 6 350 | 6 410 | -60 |
| Tekniska nämnden | 7 150 | 6 980 | 170 |
| Fritidsnämnden | 2 050 | 2 012 | 38 |
| Totalt | 28 100 | 28 112 | -12 |
"""
_PROPOSAL = """# Toimialojen menot, 1 000 €

| Toimiala | TP 2023 | TA 2024 | TAE 2025 |
|---|---|---|---|
| Terveydenhuolto | 298 700 | 305 100 | 301 400 |
| Pelastustoimi | 24 150 | 24 900 | 25 300 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä on Digipalvelut-hankkeen valtion osuus?", "672000"),
        ("Kuinka monta prosenttia kuntoutuksen kustannuksista on valtion osuutta?", "70"),
    ],
)
def test_a_share_that_a_column_has_in_euros_is_told_so(question: str, expected: str) -> None:
    assert values(question, source_of(parts=_PARTS)) == [Decimal(expected)]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur stort var utfallet för småbarnspedagogiken 2024?", "6410000"),
        ("Hur stor andel av bildningsnämndens utfall var småbarnspedagogik?", "33.5"),
        ("Vilken nämnd underskred sin budget mest?", "170000"),
    ],
)
def test_parts_and_compounds_are_rows_like_others(question: str, expected: str) -> None:
    assert values(question, source_of(boards=_NAMNDER), "sv") == [Decimal(expected)]


def test_what_was_applied_for_and_what_was_granted_are_told_together() -> None:
    question = "Paljonko Läntinen seutukunta haki ja paljonko sille myönnettiin?"
    assert values(question, source_of(d=_DISTRICTS)) == [Decimal(910000), Decimal(585000)]


@pytest.mark.parametrize(
    "question",
    ["Minä vuonna myönnettiin eniten rahaa?", "Paljonko myönnettiin keskimäärin hanketta kohti?"],
)
def test_districts_are_neither_years_nor_projects(question: str) -> None:
    assert values(question, source_of(d=_DISTRICTS)) == []


def test_the_state_gave_most_by_its_own_column() -> None:
    source = source_of(parts=_PARTS, districts=_DISTRICTS)
    assert values("Mikä kohde sai eniten valtion rahaa?", source) == [Decimal(672000)]


def test_a_proposal_is_a_budget() -> None:
    question = "Paljonko terveydenhuollon menot ovat vuoden 2025 talousarvioehdotuksessa?"
    assert values(question, source_of(p=_PROPOSAL)) == [Decimal(301400000)]


_ROAD = """# Hankkeiden rahoitus 2024

| Kohde | Kunta | Valtio | EU | Yhteensä |
|---|---|---|---|---|
| Alikulku | 120 | 180 | 60 | 360 |
| Kiertoliittymä | 210 | 340 | 0 | 550 |
| Yhteensä | 330 | 520 | 60 | 910 |
"""
_LONG = """# Väylät

pav = pitkän aikavälin vaikutus

## Arviot vaikutuksista, milj. euroa

| Kohde | 2026 | 2027 | pav* |
|---|---|---|---|
| Väyläverkko: alennetaan rahoitusta | 200 | 250 | 300 |
| Jakelutuki | 8 | 9 | 7 |
| Yhteensä | 208 | 259 | 307 |
"""
_VOTES = """# Vaalitulos

| Puolue | Äänimäärä | Paikat |
|---|---|---|
| Suomen Keskusta | 3 051 | 18 |
| Kansallinen Kokoomus | 1 782 | 10 |
| Yhteensä | 4 833 | 28 |
"""
_STATEMENT = """# Tuloslaskelma, €

| | 2024 | 2023 |
|---|---|---|
| TOIMINTATUOTOT | 7 725 | 7 920 |
| TOIMINTAKULUT | 46 216 | 47 229 |
"""
_BOARDS = """# Käyttötalous, €

| | TP 2024 | TP 2023 |
|---|---|---|
| **Toimintatuotot** | | |
| Opetuslautakunta | 2 137 | 2 543 |
| Tekninen lautakunta | 2 505 | 2 335 |
| **Toimintakulut** | | |
| Opetuslautakunta | 24 692 | 24 887 |
| Tekninen lautakunta | 10 885 | 11 551 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kumpi rahoittaa enemmän kiertoliittymää, kunta vai valtio?", [340]),
        ("Kuinka paljon enemmän valtio rahoittaa kiertoliittymää kuin kunta?", [130]),
    ],
)
def test_who_pays_is_a_column_and_no_total(question: str, expected: list[int]) -> None:
    assert values(question, source_of(road=_ROAD)) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä on väyläverkon pitkän aikavälin vaikutus?", 300000000),
        ("Mikä on väyläverkon vaikutus vuonna 2027?", 250000000),
    ],
)
def test_a_short_column_label_stands_for_what_the_note_says(question: str, expected: int) -> None:
    assert values(question, source_of(long=_LONG)) == [Decimal(expected)]


def test_a_label_cut_short_is_the_word_that_it_begins() -> None:
    assert values("Mikä oli Rantatien alkuperäinen määräraha?", source_of(works=_WORKS)) == [Decimal(500000)]


def test_votes_are_added_up_though_they_are_no_money() -> None:
    question = "Montako ääntä Keskusta ja Kokoomus saivat yhteensä?"
    assert values(question, source_of(votes=_VOTES)) == [Decimal(4833)]


def test_what_grew_is_the_line_of_the_board_named() -> None:
    question = "Paljonko teknisen lautakunnan toimintatuotot kasvoivat?"
    assert values(question, source_of(boards=_BOARDS, statement=_STATEMENT)) == [Decimal(170), Decimal("7.3")]


_RESULT = """# Tuloslaskelma, 1 000 €

| | TP 2022 | TP 2023 | TP 2024 |
|---|---|---|---|
| Vuosikate | 1 590 | 1 695 | 1 039 |
| josta toiminta | 1 490 | 1 500 | 900 |
| josta rahoitus | 100 | 195 | 139 |
"""
_QUEUES = """# Hoitoonpääsy

| Alue | Jonossa 2024 | Yli 6 kk odottaneita 2024 | Osuus, % |
|---|---|---|---|
| Pohjoinen | 1105 | 210 | 19,0 |
| Eteläinen | 2480 | 640 | 25,8 |
| Itäinen | 190 | 95 | 50,0 |
"""
_YEARLY = """# Energia-avustukset vuosittain

| Vuosi | Myönnetty, € | Hankkeita, kpl |
|---|---|---|
| 2023 | 14 200 | 97 |
| 2024 | 18 800 | 121 |
| Yhteensä | 33 000 | 218 |
"""


def test_which_year_a_sum_was_largest_is_no_part_of_it() -> None:
    assert values("Minä vuonna vuosikate oli suurin?", source_of(result=_RESULT)) == [Decimal(1695000)]


def test_the_share_of_what_a_column_counts_is_not_its_number() -> None:
    assert values("Millä alueella yli 6 kk odottaneiden osuus on suurin?", source_of(queues=_QUEUES)) in (
        [],
        [Decimal("50.0")],
    )


def test_all_there_were_is_not_how_many_on_average() -> None:
    assert values("Montako hanketta oli keskimäärin vuodessa?", source_of(yearly=_YEARLY)) == []
