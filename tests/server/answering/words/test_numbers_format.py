from decimal import Decimal

import pytest

from server.answering.answer import Language
from server.answering.words.numbers_format import format_value, numbers_written, one_decimal


@pytest.mark.parametrize(
    ("value", "unit", "language", "expected"),
    [
        ("5007266", "EUR", "fi", "5 007 266 €"),
        ("5007266", "EUR", "sv", "5 007 266 €"),
        ("5007266", "EUR", "en", "€5,007,266"),
        ("-30000", "EUR", "en", "−€30,000"),
        ("2.4", "%", "fi", "2,4 %"),
        ("2.4", "%", "en", "2.4%"),
        ("840", "osaajaa", "fi", "840 osaajaa"),
        ("73", None, "sv", "73"),
        ("4408", "EUR/invånare", "fi", "4 408 €/asukas"),
        ("12", "EUR/kk", "en", "€12/month"),
        ("12", "EUR/solmu", "sv", "12 €/solmu"),
    ],
)
def test_values_are_written_as_the_language_does(
    value: str, unit: str | None, language: Language, expected: str
) -> None:
    assert format_value(Decimal(value), unit, language) == expected


def test_written_numbers_read_back() -> None:
    assert numbers_written("5 007 266 € ja €1,346,190, 2,4 % ja 2.4%") == [
        Decimal(5007266),
        Decimal(1346190),
        Decimal("2.4"),
        Decimal("2.4"),
    ]


def test_halves_round_up() -> None:
    assert one_decimal(Decimal("2.25")) == Decimal("2.3")


def test_money_has_cents_or_none() -> None:
    assert format_value(Decimal("9551587.4"), "EUR", "fi") == "9 551 587,40 €"
    assert format_value(Decimal("9551587.4"), "EUR", "en") == "€9,551,587.40"
    assert format_value(Decimal("9551587.0"), "EUR", "sv") == "9 551 587 €"
    assert format_value(Decimal("7.5"), "%", "fi") == "7,5 %"
