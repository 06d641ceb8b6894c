"""What may be is told from a ceiling or a plan, never from what has been."""

from decimal import Decimal

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_LIMITS = """# Satamaviraston menorajat (€)

| Menolaji | 2030 toteuma | 2031 enimmäismäärä |
|---|---|---|
| Palkat | 410 | 420 |
| Matkat | 38 | 30 |
| Yhteensä | 448 | 450 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko satamaviraston palkat saavat olla 2031?", "fi", [420]),
        ("Paljonko matkoihin saa kulua 2031?", "fi", [30]),
        ("Kuinka paljon rahaa satamavirasto saa käyttää matkoihin 2031?", "fi", [30]),
        ("Paljonko palkat saavat olla 2030?", "fi", []),
        ("Paljonko palkkoihin käytettiin 2030?", "fi", [410]),
        ("How much may Matkat cost in 2031?", "en", [30]),
    ],
)
def test_what_may_be_is_no_outturn(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, source_of(rajat=_LIMITS), language) == [Decimal(value) for value in expected]
