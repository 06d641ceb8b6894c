"""What one receiver got from several programmes is added up where the question asks for that, and only then."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_PIERS = """# Laituri-ohjelma

## Myönnetyt avustukset alueittain

| Alue | 2020 | 2021 | Yhteensä |
|---|---|---|---|
| Kainuu | 30 000 € | 40 000 € | 70 000 € |
| Lappi | 70 500 € | 10 000 € | 80 500 € |
| Yhteensä | 100 500 € | 50 000 € | 150 500 € |
"""
_BOATS = """# Veneily-ohjelma

## Alueille myönnetyt avustukset

| Alue | 1. avustus | 2. avustus |
|---|---|---|
| Kainuu | 5 000 € | 7 000 € |
| Lappi | 6 000 € | 9 000 € |
"""

documents = partial(source_of, laiturit=_PIERS, veneet=_BOATS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Kainuu sai yhteensä molemmista ohjelmista?", "fi", [82000]),
        ("How much did Lapland get altogether in both programmes?", "en", [95500]),
        ("Hur mycket fick Lappland totalt från alla program?", "sv", [95500]),
        ("Mikä on Kainuun kaikkien avustusten yhteissumma?", "fi", [82000]),
        ("Paljonko Kainuu sai yhteensä Laituri-ohjelmasta?", "fi", [70000]),
        ("Paljonko Kainuu sai yhteensä molemmista ohjelmista vuonna 2020?", "fi", [30000]),
    ],
)
def test_programmes_are_added_up_where_that_is_asked(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, documents(), language) == list(map(Decimal, expected))


_KASTE = _PIERS.replace("Laituri", "Kaste")
_GROWTH = _BOATS.replace("Veneily-ohjelma", "Kestävän kasvun ohjelma")


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Kainuu sai Kasteesta ja kestävän kasvun ohjelmasta yhteenlaskettuna?", "fi", [82000]),
        ("How much did Lapland get in total from Kaste and the Sustainable Growth Programme?", "en", [95500]),
        ("Paljonko Kainuu sai Kasteesta ja kestävän kasvun ohjelmasta?", "fi", [70000, 30000, 40000, 5000, 7000]),
        ("Paljonko Kainuu sai kestävän kasvun ohjelmasta?", "fi", [5000, 7000]),
    ],
)
def test_two_programmes_named_are_both_told(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, source_of(kaste=_KASTE, kasvu=_GROWTH), language) == list(map(Decimal, expected))


def test_readings_stay_apart_where_no_sum_is_asked() -> None:
    assert Decimal(82000) not in values("Paljonko Kainuu sai molemmista ohjelmista?", documents())
