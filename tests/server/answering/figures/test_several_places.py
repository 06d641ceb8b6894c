"""A name in the plural, or with "regions" after it, is that of each place that ends in it; what sums others is none."""

from decimal import Decimal

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_REGIONS = """# Rantojen hoito: valtionavustukset maakunnittain (€)

| Maakunta | Myönnetty 2030 | Myönnetty 2031 |
|---|---|---|
| Pohjanmaa | 10 | 20 |
| Etelä-Pohjanmaa | 30 | 40 |
| Pohjois-Pohjanmaa | 50 | 60 |
| Lappi | 70 | 80 |
| Yhteensä | 160 | 200 |
"""
_WITH_PARTS = """# Rantojen hoito: valtionavustukset maakunnittain (€)

| Maakunta | Myönnetty 2030 | Myönnetty 2031 |
|---|---|---|
| Lappi | 70 | 80 |
| Uusimaa yhteensä | 30 | 40 |
| - Itä-Uusimaa | 10 | 15 |
| - Länsi-Uusimaa | 20 | 25 |
| Yhteensä | 100 | 120 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Pohjanmaan maakunnille myönnettiin yhteensä 2031?", "fi", [120]),
        ("Kaikki Pohjanmaan maakunnat yhteensä vuonna 2030?", "fi", [90]),
        ("Paljonko Pohjanmaat saivat 2030?", "fi", [10, 30, 50]),
        ("How much did the Ostrobothnian regions get altogether in 2031?", "en", [120]),
        ("Paljonko Pohjanmaan maakunnalle myönnettiin 2031?", "fi", [20]),
    ],
)
def test_each_of_several_places_is_meant(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, source_of(rannat=_REGIONS), language) == [Decimal(value) for value in expected]


def test_a_row_that_sums_others_is_none_of_them() -> None:
    assert values("Paljonko Uudenmaan alueille myönnettiin yhteensä 2031?", source_of(rannat=_WITH_PARTS)) == []
