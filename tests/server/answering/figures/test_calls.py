"""The calls of a programme are its numbered grants; a row's share of all is no share of what is the row's own."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laituriohjelman avustukset

| Alue | 1. avustus (€) | 2. avustus (€) |
|---|---|---|
| Kainuu | 30 000 | 4 000 |
| Lappi | 50 000 | 6 000 |
| Yhteensä | 80 000 | 10 000 |
"""

documents = partial(source_of, tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Kainuu sai toisessa haussa?", "fi", "4000"),
        ("How much did Lapland receive in the first call?", "en", "50000"),
        ("Hur mycket fick Lappland i den andra ansökningsomgången?", "sv", "6000"),
        ("Kainuun osuus kaikista avustuksista ensimmäisessä haussa?", "fi", "37.5"),
    ],
)
def test_the_call_is_the_grant_of_its_number(question: str, language: Language, expected: str) -> None:
    assert values(question, documents(), language) == [Decimal(expected)]


def test_a_third_call_is_no_other_one() -> None:
    assert values("Paljonko Kainuu sai kolmannessa haussa?", documents()) == []


def test_the_share_that_came_in_a_year_is_of_the_row_s_own_sum() -> None:
    source = source_of(
        tuet="""# Laiturituet

| Alue | 2022 (€) | 2023 (€) | Yhteensä (€) |
|---|---|---|---|
| Kainuu | 30 000 | 10 000 | 40 000 |
| Lappi | 50 000 | 30 000 | 80 000 |
| Yhteensä | 80 000 | 40 000 | 120 000 |
"""
    )
    assert values("Kuinka monta prosenttia Kainuun avustuksesta tuli vuonna 2022?", source) == [Decimal(75)]
    assert values("Mikä on Kainuun osuus avustuksista vuonna 2022?", source) == [Decimal("37.5")]


_SOURCES = """# Luontotehtävät 2031

| Lähde | 2031 | 2030 |
|---|---|---|
| Liiketoiminta | | |
| Myynti, 1000 € | 910 | 880 |
| Tulos, 1000 € | 75 | 92 |
| Kunnilta saadut varat | | |
| Hoitovirasto, 1000 € | 300 | 280 |
| Rantavirasto, 1000 € | 100 | 90 |
| Metsävirasto, 1000 € | 40 | 35 |
| Muu rahoitus, 1000 € | 60 | 45 |
| Rahoitus yhteensä, 1000 € | 500 | 450 |
"""


def test_a_share_in_a_group_without_another_total_is_one_of_its_sum() -> None:
    told = ask("Mikä oli muun rahoituksen osuus vuonna 2031?", source_of(tehtavat=_SOURCES))
    assert told is not None
    assert "12 %" in told.answer


_TAXES = """# Koivulan kunta: toiminnan rahoitus, 1 000 €

| | Käyttö 2030 | Ehdotus 2031 | Talousarvio 2031 | Taloussuunnitelma 2032 |
|---|---|---|---|---|
| 7010101 Kunnallisvero | 600 | 640 | 640 | 610 |
| 7010102 Yhteisövero | 120 | 100 | 100 | 75 |
| 7010103 Kiinteistövero | 80 | 60 | 60 | 65 |
| Verotulot yhteensä | 800 | 800 | 800 | 750 |
| Valtionosuudet | 200 | 210 | 210 | 190 |
| Toiminnan rahoitus yhteensä | 1 000 | 1 010 | 1 010 | 940 |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kuinka suuri osa verotuloista oli kunnallisveroa vuonna 2030?", "75 %"),
        ("Mikä oli kunnallisveron osuus toiminnan rahoituksesta vuonna 2030?", "60 %"),
        ("Mikä vero tuotti eniten vuonna 2030?", "7010101 Kunnallisvero 600 000 €"),
        ("Mikä vero tuotti vähiten vuonna 2030?", "7010103 Kiinteistövero 80 000 €"),
        ("Paljonko yhteisövero väheni vuodesta 2031 vuoteen 2032?", "−25 000 € (−25 %)"),
    ],
)
def test_a_group_called_a_total_is_a_whole_and_none_of_its_parts(question: str, told: str) -> None:
    answer = ask(question, source_of(rahoitus=_TAXES))
    assert answer is not None
    assert told in answer.answer
    assert "budjetoitu" not in answer.answer  # what was used of a budget is not budgeted


def test_a_part_of_the_parts_is_not_compared_for_all_of_them() -> None:
    answer = ask("Mikä rahoitus oli suurin vuonna 2031?", source_of(tehtavat=_SOURCES))
    assert answer is None or "Muu rahoitus" not in answer.answer


def test_many_columns_of_one_row_are_all_told() -> None:
    heads = " | ".join(f"Kuntoutuspalvelujen ja niiden tukitoimien osa {number}" for number in "ABCDEFGH")
    cells = " | ".join(f"{number} 250" for number in range(1, 9))
    table = f"# Palvelut\n\n| Yksikkö, € | {heads} |\n|{'---|' * 9}\n| Koivula | {cells} |\n| Ylämäki | {cells} |\n"
    answer = ask("Paljonko Koivula saa?", source_of(palvelut=table))
    assert answer is not None
    assert "8 250" in answer.answer
