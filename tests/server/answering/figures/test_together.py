"""Questions for two things at once, and sums of two rows or columns; a part is never summed with its whole."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_BUILDING = """# Rakentaminen 2024

| Kaupunki | Asuntorakennusten luvat | Liikerakennusten luvat | Luvat yhteensä |
|---|---|---|---|
| Rantala | 31 | 12 | 43 |
| Koskela | 18 | 7 | 25 |
| Yhteensä | 49 | 19 | 68 |
"""

documents = partial(source_of, rakentaminen=_BUILDING)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Montako asuntorakennusten lupaa ja montako liikerakennusten lupaa oli Koskelassa?", "fi", [18, 7]),
        ("Montako asuntorakennusten lupaa ja liikerakennusten lupaa Rantalassa oli?", "fi", [31, 12]),
        ("Montako asuntorakennusten ja liikerakennusten lupaa Rantalassa oli yhteensä?", "fi", [43]),
        ("Montako asuntorakennusten ja laiturien lupaa Rantalassa oli?", "fi", []),
    ],
)
def test_two_things_at_once_are_both_told(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


_FUNDERS = """# Hankkeet

| Hanke | EU-tuki (M€) | Valtion osuus (M€) | Yhteensä (M€) |
|---|---|---|---|
| Laituri | 1,1 | 0,9 | 2,0 |
| Silta | 5,6 | 9,4 | 15,0 |
"""
_STATEMENT = """# Tuloslaskelma

| Erä | Talousarvio 2023 (€) | Toteuma 2023 (€) | Toteuma 2022 (€) |
|---|---|---|---|
| Palkat | 5 300 | 5 610 | 5 150 |
| Vuokrat | 7 400 | 7 390 | 7 020 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko valtio rahoittaa siltaa?", ["9400000"]),
        ("Paljonko EU rahoittaa siltaa?", ["5600000"]),
    ],
)
def test_who_gave_is_told_by_the_column_where_there_is_one_for_each(question: str, expected: list[str]) -> None:
    assert values(question, source_of(hankkeet=_FUNDERS)) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [("Ylittyikö palkkojen budjetti?", ["310"]), ("Paljonko palkat ylittivät talousarvion?", ["310"])],
)
def test_a_budget_is_compared_with_the_outturn_of_its_year(question: str, expected: list[str]) -> None:
    assert values(question, source_of(laskelma=_STATEMENT)) == [Decimal(value) for value in expected]


def test_the_columns_of_a_sum_are_named() -> None:
    answer = ask(
        "Kuinka paljon asuntorakennusten luvat ja liikerakennusten luvat olivat yhteensä Koskelassa?", documents()
    )
    assert answer is not None
    assert "18" in answer.answer
    assert "Liikerakennusten luvat" in answer.answer


_YOUTH = """# Nuorisotyön avustukset

Nuorisotilojen kävijät

| Tila | Kävijät 2024 | Aukiolopäivät 2024 |
|---|---|---|
| Kellari | 9 120 | 210 |
| Satama | 4 980 | 180 |

Työpajanuoret

| Kunta | Tytöt | Pojat |
|---|---|---|
| Lehtola | 34 | 41 |
| Notkola | 12 | 19 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Montako kävijää ja aukiolopäivää Kellarissa oli yhteensä?", [9120, 210]),
        ("Montako tyttöä ja poikaa Lehtolassa oli yhteensä?", [75]),
        ("Montako työpajanuorta Lehtolasta tuli yhteensä?", [75]),
        ("Paljonko Satama sai avustusta?", []),
    ],
)
def test_only_what_counts_the_same_is_summed(question: str, expected: list[int]) -> None:
    assert values(question, source_of(nuoret=_YOUTH)) == [Decimal(value) for value in expected]
