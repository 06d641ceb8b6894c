"""Months and quarters are looked up by what they are, and summed only where the table shows that they sum."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_VISITS = """# Kävijät 2023

| Palvelu | Tammi | Helmi | Maalis | Huhti | Yhteensä |
|---|---|---|---|---|---|
| Uimahalli | 410 | 430 | 420 | 390 | 1650 |
| Museo | 85 | 110 | 140 | 165 | 500 |
"""
_STAFF = """# Henkilöstö 2023

| Yksikkö | Tammi | Helmi | Maalis |
|---|---|---|---|
| Pesula | 11 | 12 | 12 |
| Varikko | 31 | 30 | 33 |
"""
_FERRIES = """# Passagerare

| Rutt | 1 kv. | 2 kv. | 3 kv. | 4 kv. | Hela året |
|---|---|---|---|---|---|
| Norra | 214 | 638 | 1192 | 256 | 2300 |
| Yttre | 301 | 724 | 1387 | 338 | 2750 |
"""

documents = partial(source_of, kavijat=_VISITS, henkilosto=_STAFF, farjor=_FERRIES)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Montako kävijää uimahallissa oli helmikuussa?", "fi", [430]),
        ("Montako kävijää museossa oli tammi–maaliskuussa?", "fi", [335]),
        ("Museon kävijät ensimmäisellä neljänneksellä?", "fi", [335]),
        ("Montako kävijää uimahallissa oli toukokuussa?", "fi", []),
        ("Montako kävijää uimahallissa oli maalis–toukokuussa?", "fi", []),
        ("Paljonko pesulan henkilöstö oli tammi–helmikuussa?", "fi", [11, 12]),
        ("Hur många passagerare hade Yttre under andra halvåret?", "sv", [1725]),
        ("Hur många passagerare hade Norra under tredje kvartalet?", "sv", [1192]),
    ],
)
def test_parts_of_a_year(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]
