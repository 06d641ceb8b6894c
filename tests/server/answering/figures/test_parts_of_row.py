"""What the parts of a row are among each other, what rows come to without a total, and what years stand apart."""

from decimal import Decimal
from functools import partial

import pytest

from tests.server.answering.figures.written import ask, source_of, values

_BUDGET = """# Talousarvio 2024

| Menot | € |
|---|---|
| Toimintakulut | -900 |
| – Henkilöstökulut | -600 |
| – Palvelujen ostot | -250 |
| – Avustukset | -50 |
| Toimintatuotot | 400 |
| – Maksutuotot | 300 |
| – Vuokratuotot | 100 |
"""

_VISITS = """# Kirjastoautot

| Kunta | Pysäkkejä 2023 | Kävijöitä 2024 |
|---|---|---|
| Harjula | 12 | 4 100 |
| Merikylä | 20 | 2 900 |
| Suvanto | 7 | 1 500 |

Kyselyyn vastasi 240 kävijää.
"""

_LEVELS = """# Vaikutukset, milj. euroa

| Kohde | Julkinen talous yhteensä 2024 | Julkinen talous yhteensä 2025 | Valtio 2024 | Valtio 2025 |
|---|---|---|---|---|
| Hallinto | 10 | 30 | 10 | 30 |
| Koulutus | 20 | 50 | 15 | 40 |
"""

budget = partial(source_of, budjetti=_BUDGET)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä toimintatuotoista on suurin?", 300),
        ("Mikä on toimintatuottojen pienin erä?", 100),
        ("Mikä on suurin toimintakulu?", -600),
    ],
)
def test_the_parts_of_a_row_named_in_full_are_compared(question: str, expected: int) -> None:
    assert values(question, budget()) == [Decimal(expected)]


def test_a_question_that_says_more_compares_no_parts() -> None:
    assert values("Mikä kunnan toimintatuotoista kasvoi eniten?", budget()) == []


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Montako kävijää oli yhteensä?", 8500),
        ("Montako pysäkkiä oli yhteensä vuonna 2023?", 39),
    ],
)
def test_rows_without_a_total_are_summed_where_the_column_is_named(question: str, expected: int) -> None:
    assert values(question, source_of(autot=_VISITS)) == [Decimal(expected)]


def test_rows_of_which_one_is_what_others_come_to_are_not_summed() -> None:
    text = _VISITS.replace("| Suvanto | 7 | 1 500 |", "| Suvanto | 32 | 7 000 |")
    assert values("Montako kävijää oli yhteensä?", source_of(autot=text)) != [Decimal(14000)]


def test_years_are_summed_apart_by_what_stands_over_them_and_a_total_alone_where_there_is_one() -> None:
    source = source_of(vaikutukset=_LEVELS)
    answer = ask("Paljonko hallinnon vaikutukset ovat yhteensä vuosina 2024–2025?", source)
    assert answer is not None
    assert answer.answer.startswith("Yhteensä 40 000 000 €")


def test_a_difference_between_years_is_told_across_documents() -> None:
    text = "# Talousarvio {year}\n\n| Momentti | € |\n|---|---|\n| Vaalimenot | {value} |\n| Syyttäjät | 90 |\n"
    source = source_of(
        talousarvio2023=text.format(year=2023, value=25), talousarvio2024=text.format(year=2024, value=51)
    )
    assert values("Paljonko enemmän vaaleihin on budjetoitu vuonna 2024 kuin vuonna 2023?", source)[0] == Decimal(26)
    assert values("Paljonko vaalimenot kasvoivat?", source)[0] == Decimal(26)
