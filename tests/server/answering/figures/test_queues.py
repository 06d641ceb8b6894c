"""Queues grow longer and shorter; a debt of care is no queue, and a grant for clearing it tells not how large it is."""

from decimal import Decimal

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_QUEUES = """# Palveluun jonottavat asiakkaat ja odotusaika

| Palvelu | Jonossa 31.12.2030 | Jonossa 31.12.2031 | Odotusaika 2031 (vrk) |
|---|---|---|---|
| Kotihoito | 200 | 150 | 19 |
| Kotikuntoutus | 80 | 100 | 33 |
| Etähoiva | 40 | 30 | 8 |
"""
_BACKLOG = """# Palveluvelan purkamisen valtionavustukset (€)

| Alue | Hoito- ja palveluvelan purkaminen | Ennaltaehkäisy |
|---|---|---|
| Kainuu | 3 000 | 500 |
| Lappi | 5 000 | 700 |
| Yhteensä | 8 000 | 1 200 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Minkä palvelun jono piteni eniten vuodesta 2030 vuoteen 2031?", "fi", ["20", "25"]),
        ("Kuinka monta prosenttia kotihoidon jono lyheni vuodesta 2030 vuoteen 2031?", "fi", ["-50", "-25"]),
        ("Kuinka moni oli jonossa kotikuntoutukseen 2031?", "fi", ["100"]),
        ("Kuinka moni jonotti kotikuntoutukseen 2031?", "fi", ["100"]),
    ],
)
def test_queues_are_told_by_their_own_column(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, source_of(jonot=_QUEUES), language) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko palveluvelkaa Lapilla on?", []),
        ("Kuinka paljon jonoa Kainuussa on?", []),
        ("Paljonko Lappi sai palveluvelan purkamiseen?", [5_000]),
    ],
)
def test_what_was_granted_for_a_backlog_is_no_backlog(question: str, expected: list[int]) -> None:
    assert values(question, source_of(velka=_BACKLOG)) == [Decimal(value) for value in expected]
