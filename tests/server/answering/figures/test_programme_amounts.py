"""What a programme is said to have in all, beside the totals of its tables."""

from functools import partial

import pytest

from tests.server.answering.figures.written import ask, source_of, values

_PROGRAMME = """# Ota koppi -ohjelma

Ohjelman kokonaisrahoitus on 24,6 M€. Valtionavustusta haettiin yhteensä 31,4 M€.

## Myönnetyt avustukset alueittain

| Alue | 2023 (€) | 2024 (€) | Yhteensä (€) |
|---|---|---|---|
| Kainuu | 1 200 | 1 450 | 2 650 |
| Lappi | 980 | 1 020 | 2 000 |
| Yhteensä | 2 180 | 2 470 | 4 650 |
"""

documents = partial(source_of, ohjelma=_PROGRAMME)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko rahaa Ota koppi -ohjelmassa on?", {24_600_000, 4650}),
        ("Mikä on Ota koppi -ohjelman kokonaisrahoitus?", {24_600_000}),
        ("Paljonko Kainuu sai Ota koppi -ohjelmasta?", {2650}),
    ],
)
def test_a_programmes_money_is_what_it_is_said_to_have_and_what_its_tables_sum(
    question: str, expected: set[int]
) -> None:
    found = set(values(question, documents()))
    assert expected <= found
    assert 31_400_000 not in found


def test_the_programme_comes_first_and_the_table_is_named() -> None:
    found = ask("Paljonko rahaa Ota koppi -ohjelmassa on?", documents())
    assert found is not None
    first, *rest = found.answer.splitlines()
    assert first.startswith("Ota koppi -ohjelma: Ohjelman kokonaisrahoitus on 24,6 M€.")
    assert any("Myönnetyt avustukset alueittain" in line for line in rest)


def test_a_column_called_like_a_programme_is_not_led_by_the_money_of_the_whole() -> None:
    columns = _PROGRAMME.replace("2023 (€) | 2024 (€)", "Työkyky (€) | Kulttuuri (€)")
    found = ask("Mikä on työkykyohjelman rahoitus yhteensä?", source_of(ohjelma=columns))
    assert found is not None
    assert "2 180" in found.answer
    assert "24,6" not in found.answer
