"""A span of two years that figures are stated for is one period; a printed share is no share of a total."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_CLUBS = """# Kerhoavustukset lukuvuosittain

| Kunta | Lv 2022–2023 (€) | Lv 2023–2024 (€) |
|---|---|---|
| Hamina | 62 000 | 71 500 |
| Kokkola | 148 000 | 139 000 |
| Yhteensä | 210 000 | 210 500 |
"""
_PROJECTS = """# Projects by municipality

| Municipality | Projects | EU share, % |
|---|---|---|
| Malax | 6 | 70 |
| Korsnäs | 4 | 75 |
| Total | 10 | 72 |
"""
_VISITS = """# Käynnit 2024

| Palvelutori | I neljännes | II neljännes | III neljännes | Yhteensä |
|---|---|---|---|---|
| Lahti | 1 820 | 1 955 | 1 610 | 5 385 |
| Heinola | 640 | 702 | 588 | 1 930 |
| Yhteensä | 2 460 | 2 657 | 2 198 | 7 315 |
"""
_COSTS = """# Kustannukset

| Laji | Budjetti (€) | Toteuma (€) | Jäljellä (€) |
|---|---|---|---|
| Laitteet | 75 000 | 70 750 | 4 250 |
| Matkat | 25 000 | 15 630 | 9 370 |
"""

documents = partial(source_of, kerhot=_CLUBS, projects=_PROJECTS, kaynnit=_VISITS, kulut=_COSTS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Hamina sai kerhoavustusta lukuvuonna 2023–2024?", "fi", ["71500"]),
        ("Haminan ja Kokkolan kerhoavustukset 2022–2023 yhteensä", "fi", ["210000"]),
        ("Minkä kunnan kerhoavustus pieneni?", "fi", ["-9000", "-6.1"]),
        ("What is the EU share in Malax?", "en", ["70"]),
        ("Millä neljänneksellä käyntejä oli vähiten?", "fi", ["2198"]),
        ("Montako prosenttia laitebudjetista on jäljellä?", "fi", ["5.7"]),
    ],
)
def test_periods_and_shares(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


def test_an_overview_in_order_begins_with_the_largest() -> None:
    found = ask("Kaikki kerhoavustukset 2023–2024 kunnittain suurimmasta pienimpään", documents())
    assert found is not None
    assert [figure.row_path for figure in found.figures] == [("Kokkola",), ("Hamina",)]
