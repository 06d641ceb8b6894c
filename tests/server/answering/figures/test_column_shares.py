"""The share of one column in another is of the column that the question says, never of the total row."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_APPLICATIONS = """# Hakukierrokset

| Vuosi | Hakemuksia | Hyväksytty | Hylätty |
|---|---|---|---|
| 2022 | 64 | 21 | 43 |
| 2023 | 71 | 25 | 46 |
| Yhteensä | 135 | 46 | 89 |
"""
_STAFF = """# Henkilöstö 2024

| Toimiala | Vakituiset | Määräaikaiset | Yhteensä |
|---|---|---|---|
| Sivistys | 148 | 37 | 185 |
| Tekniikka | 42 | 8 | 50 |
| Yhteensä | 190 | 45 | 235 |
"""
_PAID = """# Tukien tilanne

| Tuki | Myönnetty 2022, € | Maksettu 31.5.2023, € |
|---|---|---|
| Nuorisotuki | 8 000 | 2 000 |
| Liikuntatuki | 5 000 | 3 000 |
"""

documents = partial(source_of, haku=_APPLICATIONS, henkilosto=_STAFF)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Montako prosenttia hakemuksista hyväksyttiin vuonna 2023?", "fi", ["35.2"]),
        ("Kuinka suuri osa hakemuksista hylättiin?", "fi", ["65.9"]),
        ("Kuinka suuri osa henkilöstöstä on määräaikaisia?", "fi", ["19.1"]),
        ("Kuinka suuri osa tekniikan henkilöstöstä on määräaikaisia?", "fi", ["16"]),
        ("What share of the applications was rejected in 2022?", "en", ["67.2"]),
        ("Montako prosenttia hakemuksista hyväksyttiin vuonna 2021?", "fi", []),
    ],
)
def test_shares_of_columns(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


def test_a_share_of_a_measure_is_told_of_every_row_where_none_is_named() -> None:
    source = source_of(tilanne=_PAID)
    assert values("Kuinka suuri osa myönnetyistä tuista on maksettu?", source, "fi") == [Decimal(25), Decimal(60)]
    assert values("What share of the granted support has been paid?", source, "en") == [Decimal(25), Decimal(60)]


STAYS = """# Yöpymiset 2031

| Maakunta | Kotimaiset yöpymiset | Ulkomaiset yöpymiset |
|---|---|---|
| Koko maa | 1000 | 400 |
| Uusimaa | 600 | 300 |
| Lappi | 400 | 100 |
"""


@pytest.mark.parametrize(
    "question",
    [
        "Mikä on Lapin osuus koko maan ulkomaisista yöpymisistä?",
        "Mikä on Lapin osuus ulkomaisista yöpymisistä vuonna 2031?",
    ],
)
def test_a_total_row_says_what_the_share_is_of(question: str) -> None:
    assert values(question, source_of(yopymiset=STAYS)) == [Decimal("25.0")]


_INVESTMENTS = """# Investointien toteutuminen 2031

| Hanke | Alkuper. määräraha | Tarkistettu määräraha | Toteuma inv.menot | Menot Tot-% |
|---|---|---|---|---|
| Keittiö | 100 000 | 120 000 | 90 000 | 75,0 % |
| Koulukeskus | 200 000 | 200 000 | 50 000 | 25,0 % |
| Yhteensä | 300 000 | 320 000 | 140 000 | 43,8 % |
"""


def test_what_is_used_of_a_rows_own_money_is_no_share_of_the_total() -> None:
    source = source_of(investoinnit=_INVESTMENTS)
    assert values("Kuinka suuri osa koulukeskuksen määrärahasta käytettiin?", source) == [Decimal(25)]
    assert values("Kuinka suuri osa keittiön määrärahasta käytettiin?", source) == [Decimal(90), Decimal(75)]
