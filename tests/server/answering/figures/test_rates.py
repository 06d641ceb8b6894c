"""What there is of one thing for each of another; a figure that is of one of them alone answers never."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language, Question
from server.answering.figures.rates import part_per
from server.answering.figures.understanding import understand
from tests.server.answering.figures.written import source_of, values

_GRANTS = """# Projektbidrag 2023

| Landskap | Beviljat (€) | Utbetalt (€) | Invånare |
|---|---|---|---|
| Kajanaland | 820 000 | 610 000 | 71 000 |
| Norra Karelen | 1 250 000 | 1 250 000 | 162 000 |
| Satakunta | 1 640 000 | 905 000 | 212 000 |
"""
_LOANS = """# Nyckeltal

| Nyckeltal | 2023 |
|---|---|
| Lånestock, €/invånare | 4 844 |
| Lånestock, 1 000 € | 72 904 |
"""

documents = partial(source_of, bidrag=_GRANTS, lan=_LOANS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Hur mycket bidrag per invånare fick Norra Karelen?", ["7.72"]),
        ("Hur mycket bidrag per skola fick Norra Karelen?", []),
        ("Lånestock per invånare 2023?", ["4844"]),
        ("Hur stor är Kajanalands andel av de beviljade projektbidragen?", ["22.1"]),
        ("Hur stor del av Satakuntas bidrag har betalats ut?", ["55.2"]),
    ],
)
def test_figures_per_another(question: str, expected: list[str]) -> None:
    assert values(question, documents(), "sv") == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("question", "language", "word"),
    [
        ("Paljonko tukea asukasta kohden saatiin?", "fi", "asukasta"),
        ("How many staff per company?", "en", "company"),
        ("Hur mycket per år?", "sv", None),
        ("Bidrag per kommun", "sv", None),
        ("How many per cent?", "en", None),
    ],
)
def test_what_the_number_is_asked_for_each_of(question: str, language: Language, word: str | None) -> None:
    found = part_per(understand(Question(question), language))
    assert (found[2] if found is not None else None) == word


_NET = """# Nettokostnader efter landskap 2031

| Landskap | Nettokostnader för hälsovården, mn € | Nettokostnader för hälsovården, € per invånare |
|---|---|---|
| Hela landet | 2 917 | 2 411 |
| Norra viken | 1 242 | 2 690 |
| Södra viken | 968 | 2 130 |
| Östra udden | 707 | 2 388 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mitkä olivat Norra vikenin terveydenhuollon nettokustannukset asukasta kohti?", "fi", "2690"),
        ("Hur stor andel av hela landets nettokostnader för hälsovården stod Norra viken för?", "sv", "42.6"),
        ("What share of the net costs of health care did Norra viken account for?", "en", "42.6"),
    ],
)
def test_net_costs_are_asked_for_across_languages(question: str, language: Language, expected: str) -> None:
    assert values(question, source_of(nettokostnader=_NET), language) == [Decimal(expected)]
