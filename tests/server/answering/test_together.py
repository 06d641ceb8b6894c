"""Questions for two things at once, and sums of two rows or columns; a part is never summed with its whole."""

from decimal import Decimal
from functools import cache

import pytest

from server.answering.answer import Language
from tests.server.answering.seed_figures import Source
from tests.server.answering.written import ask, source_of, values

_BUILDING = """# Rakentaminen 2024

| Kaupunki | Asuntorakennusten luvat | Liikerakennusten luvat | Luvat yhteensä |
|---|---|---|---|
| Rantala | 31 | 12 | 43 |
| Koskela | 18 | 7 | 25 |
| Yhteensä | 49 | 19 | 68 |
"""


@cache
def documents() -> Source:
    return source_of(rakentaminen=_BUILDING)


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


def test_the_columns_of_a_sum_are_named() -> None:
    answer = ask(
        "Kuinka paljon asuntorakennusten luvat ja liikerakennusten luvat olivat yhteensä Koskelassa?", documents()
    )
    assert answer is not None
    assert "18" in answer.answer
    assert "Liikerakennusten luvat" in answer.answer
