"""A number behind "over" or "under" may be a row's; a header that says what rows are lets their names be any words."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_USERS = """# Users by age group

| Age group | 2022 | 2023 |
|---|---|---|
| Under 30 | 148 | 231 |
| 65 and over | 36 | 58 |
| Total | 184 | 289 |
"""
_VOUCHERS = """# Vouchers by provider

| Provider | Vouchers issued | Vouchers used |
|---|---|---|
| Savonia | 412 | 377 |
| Xamk | 498 | 451 |
| Total | 910 | 828 |
"""
_QUAYS = """# Laituriavustukset

| Kunta | Valtio 2023 (€) | Kunnat 2023 (€) | Yhteensä 2023 (€) |
|---|---|---|---|
| Hailuoto | 90 000 | 30 000 | 120 000 |
| Kustavi | 0 | 0 | 0 |
| Yhteensä | 90 000 | 30 000 | 120 000 |
"""

documents = partial(source_of, users=_USERS, vouchers=_VOUCHERS, laiturit=_QUAYS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("users aged under 30 in 2023", "en", ["231"]),
        ("How much did the number of users over 65 increase?", "en", ["22", "61.1"]),
        ("what percentage of Xamk's vouchers were used", "en", ["90.6"]),
        ("Montako prosenttia laituriavustuksista tuli valtiolta?", "fi", ["75"]),
    ],
)
def test_rows_limits_and_shares(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


def test_a_town_of_any_name_went_without() -> None:
    assert set(values("Mikä kunta ei saanut laituriavustusta?", documents())) == {Decimal(0)}
