"""Rows called by a name or by less than their whole label, and amounts that only money can be."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_CLUBS = """# Avustukset yhdistyksille

| Yhdistys | Haettu (€) | Myönnetty (€) | Maksettu (€) |
|---|---|---|---|
| Nuorisoseura Kajo | 25 000 | 14 000 | 7 000 |
| Urheiluseura Valo-Juniorit | 40 000 | 22 500 | 15 000 |
| Varustamo Meri Lahti | 9 000 | 4 000 | 4 000 |
"""
_ENERGY = """# Förbrukning och kostnader 2023

Elförbrukning, MWh

| Fastighet | 2022 | 2023 |
|---|---|---|
| Simhallen | 1 795 | 1 610 |
| Norra skolan | 432 | 405 |

Energikostnader (1 000 €)

| Fastighet | 2023 |
|---|---|
| Simhallen | 625 |
| Norra skolan | 172 |
"""
_STAYS = """# Overnight stays

| Country | Summer | Winter |
|---|---|---|
| Finland | 412 000 | 268 000 |
| Germany | 38 500 | 21 300 |
| Total | 450 500 | 289 300 |
"""

documents = partial(source_of, seurat=_CLUBS, energi=_ENERGY, stays=_STAYS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Kajo sai?", "fi", ["14000"]),
        ("Paljonko Kajon avustuksesta on maksamatta?", "fi", ["7000"]),
        ("Paljonko vähemmän Valo-Juniorit sai kuin haki?", "fi", ["17500"]),
        ("Paljonko Meri sai?", "fi", []),
        ("Paljonko nuorisoseura sai?", "fi", []),
        ("Hur mycket dyrare var Simhallen än Norra skolan 2023?", "sv", ["453000"]),
        ("Finland's share of summer overnight stays?", "en", ["91.5"]),
        ("How many more stays did Finland have than Germany in winter?", "en", ["246700"]),
        ("Genomsnittlig elförbrukning per fastighet 2023?", "sv", ["1007.5"]),
    ],
)
def test_what_a_question_calls_a_row_or_an_amount(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


_PARKS = """# Kuusiston puistoyhtiö

| | 2031 | 2030 |
|---|---|---|
| Voitonjako (tuloutus kunnalle), 1000 € | 310 | 280 |
| Hoidetut polut, km | 412 | 430 |
| Julkisten rantojen hoito, 1000 € | 54 | 61 |
| Kävijöiden tyytyväisyysindeksi (KTI) | 71 | 68 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä oli KTI vuonna 2031?", ["71"]),
        ("Paljonko Kuusiston puistoyhtiö tuloutti kunnalle vuonna 2031?", ["310000"]),  # the name in brackets, a deed
        ("Paljonko polkujen pituus väheni vuodesta 2030 vuoteen 2031?", ["-18"]),  # kilometres are a length
        ("Mikä oli julkisia rantoja koskeva hoito vuonna 2031?", ["54000"]),
        ("Paljonko Kuusiston puistoyhtiö tuloutti valtiolle vuonna 2031?", []),
    ],
)
def test_other_names_deeds_and_sizes_by_their_units(question: str, expected: list[str]) -> None:
    assert values(question, source_of(puistot=_PARKS))[:1] == [Decimal(value) for value in expected]
