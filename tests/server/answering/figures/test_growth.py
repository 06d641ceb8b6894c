"""Changes compared over rows: where it grew most, fell at all, or fell least; and shares compared as printed."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from server.answering.words.changes import CHANGE
from tests.server.answering.figures.written import source_of, values

_TRIPS = """# Matkat

| Kaupunki | Matkat 2021 | Matkat 2022 |
|---|---|---|
| Vaasa | 1 000 | 1 300 |
| Kokkola | 300 | 290 |
| Pori | 100 | 190 |
"""
_TRAINED = """# Koulutus

| Kunta | Aloittaneet | Työllistyneet (%) |
|---|---|---|
| Lohja | 214 | 41,2 |
| Salo | 302 | 44,0 |
"""
_PARKS = """# Verkko

| Tunnusluku | 2023 | 2024 |
|---|---|---|
| Teitä (km) | 184 | 187 |
| joista asfaltoitu (km) | 124 | 126 |
| Istutettuja puita (kpl) | 415 | 288 |
"""

documents = partial(source_of, matkat=_TRIPS, koulutus=_TRAINED, verkko=_PARKS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Missä kaupungissa matkat lisääntyivät eniten?", "fi", [300, Decimal("30.0")]),
        ("Missä kaupungissa matkat lisääntyivät prosentuaalisesti eniten?", "fi", [90, Decimal("90.0")]),
        ("Missä kaupungissa matkat vähenivät vuodesta 2021 vuoteen 2022?", "fi", [-10, Decimal("-3.3")]),
        ("Missä kunnassa työllistyneiden osuus oli suurin?", "fi", [Decimal("44.0")]),
    ],
)
def test_rows_are_compared_by_their_change_or_share(
    question: str, language: Language, expected: list[int | Decimal]
) -> None:
    assert values(question, documents(), language) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kuinka paljon teitä asfaltoitiin vuonna 2024?", []),
        ("Kuinka paljon teistä on asfaltoitu vuonna 2024?", [126]),
        ("Kuinka monta puuta istutettiin vuonna 2024?", [288]),
    ],
)
def test_what_was_done_in_a_year_is_not_what_there_is_by_then(question: str, expected: list[int]) -> None:
    assert values(question, documents()) == [Decimal(value) for value in expected]


_CUTS = """# Vähennykset

| Kunta | Vähennykset 2021 | Vähennykset 2022 |
|---|---|---|
| Vaasa | 1 000 | 1 300 |
| Kokkola | 300 | 290 |
"""


def test_a_noun_of_falling_is_no_fall() -> None:
    cuts = source_of(vahennykset=_CUTS)
    assert values("Missä kunnassa vähennykset kasvoivat eniten?", cuts) == [300, Decimal("30.0")]


def test_unlike_units_are_compared_by_their_share() -> None:
    assert values("Mikä tunnusluku kasvoi eniten?", documents())[-1] == Decimal("1.6")


_RATES = """# Työllisyysasteet

| Alue | 2021 | 2022 | 2023 |
|---|---|---|---|
| Lehtola | 68,4 | 70,1 | 69,7 |
| Notkola | 70,2 | 72,9 | 73,4 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko Notkolan työllisyysaste nousi vuonna 2022?", ["2.7", "3.8"]),
        ("Paljonko Notkolan työllisyysaste on noussut vuodesta 2022?", ["0.5", "0.7"]),
        ("Montako prosenttiyksikköä Notkolan työllisyysaste nousi vuodesta 2021 vuoteen 2023?", ["3.2"]),
        ("Paljonko Notkolan työllisyysaste nousi vuonna 2021?", []),
        ("Paljonko Notkolan työllisyysaste nousi vuonna 2025?", []),
    ],
)
def test_one_year_is_where_a_change_ends_or_begins(question: str, expected: list[str]) -> None:
    assert values(question, source_of(asteet=_RATES)) == [Decimal(value) for value in expected]


def test_grants_without_a_unit_are_money_where_the_title_says_that_they_are_grants() -> None:
    text = (
        "# Järjestöavustukset\n\n| Järjestö | 2023 | 2024 |\n|---|---|---|\n| Valo | 40 | 45 |\n| Leipä | 10 | 20 |\n"
    )
    text += "| Yhteensä | 50 | 65 |\n"
    other = "# Avustukset\n\n| Alue | Myönnetty (€) |\n|---|---|\n| Kainuu | 900 |\n| Lappi | 500 |\n"
    source = source_of(jarjestot=text, alueet=other)
    assert values("Paljonko avustukset kasvoivat vuodesta 2023 vuoteen 2024?", source)[0] == Decimal(15)


def test_costs_are_what_a_column_has_of_money() -> None:
    text = "# Rakennukset\n\n| Rakennus | Ylläpito 2022 (€) | Ylläpito 2023 (€) | Käyttäjät 2023 |\n|---|---|---|---|\n"
    text += "| Koulu | 312 | 348 | 40 |\n| Talo | 198 | 187 | 50 |\n"
    assert values("Minkä rakennuksen ylläpitokustannukset laskivat?", source_of(tilat=text))[0] == Decimal(-11)
    assert values("Paljonko käyttäjäkustannukset olivat vuonna 2023?", source_of(tilat=text)) == []


def test_whose_a_row_is_may_be_said_by_what_rows_are() -> None:
    text = (
        "# Kaupungin tase\n\n| Erä | 2023 | 2024 |\n|---|---|---|\n| Lainakanta, € | 50 | 40 |\n| Tase, € | 90 | 95 |\n"
    )
    assert values("Paljonko kaupungin lainakanta pieneni?", source_of(tase=text))[0] == Decimal(-10)


def test_a_change_of_counts_in_thousands_has_no_share() -> None:
    table = "| Alue | 2021 | 2022 |\n|---|---|---|\n| Lehtola | 82 | 78 |\n"
    workers = source_of(tyolliset=f"# Työlliset, 1 000 henkilöä\n\n{table}")
    assert values("Paljonko Lehtolan työllisten määrä muuttui?", workers) == [-4000]


def test_a_printed_change_goes_before_one_of_rounded_amounts() -> None:
    table = "| Alue | 2021 | 2022 | Muutos 2021–2022 | Muutos 2021–2022, % |\n|---|---|---|---|---|\n"
    document = (
        f"# Työlliset, 1 000 henkilöä\n\n{table}| Lehtola | 840 | 859 | 18 | 2,2 |\n| Notkola | 72 | 72 | 40 | 9,1 |\n"
    )
    workers = source_of(tyolliset=document)
    assert values("Paljonko Lehtolan työllisten määrä muuttui?", workers)[-2:] == [18000, Decimal("2.2")]
    assert values("Paljonko Notkolan työllisten määrä muuttui?", workers) == [0]


@pytest.mark.parametrize("label", ["Hinnanmuutos", "muutokset", "Kustannusten kasvu", "ökning", "change"])
def test_labels_of_changes_say_so(label: str) -> None:
    assert CHANGE.search(label)


_TAXES = """# Laskelma

| 1 000 € | Tilinpäätös 2022 | Talousarvio 2023 | Talousarvio 2024 | Suunnitelma 2025 |
|---|---|---|---|---|
| Kiinteistövero | 400 | 450 | 500 | 520 |
| Koiravero | 30 | 20 | 10 | 5 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kuinka paljon kiinteistövero kasvaa vuodesta 2022 vuoteen 2024?", 100_000),
        ("Kuinka paljon koiravero laskee vuodesta 2022 vuoteen 2025?", -25_000),
    ],
)
def test_what_came_out_is_set_beside_what_is_planned(question: str, expected: int) -> None:
    assert Decimal(expected) in values(question, source_of(laskelma=_TAXES))
