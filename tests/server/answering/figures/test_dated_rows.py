"""Tables whose rows are years, deviations as deeds, and what a row's own label says of its measure."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_PUPILS = """# Perusopetus

| Vuosi | Oppilaita | Kouluja | Kustannus oppilasta kohti (€) |
|---|---|---|---|
| 2021 | 4 055 | 14 | 9 215 |
| 2022 | 4 101 | 13 | 9 730 |
| 2023 | 4 088 | 12 | 10 180 |
"""
_CARE = """# Hoitomuodot

| Hoitomuoto | 2021 | 2023 |
|---|---|---|
| Päiväkoti | 310 | 371 |
| Perhepäivähoito | 84 | 51 |
| Kotihoidon tuki | 402 | 368 |
"""
_MEASURES = """# Beviljat och utbetalt stöd

| Åtgärd | Antal projekt | Beviljat (€) | Utbetalt (€) |
|---|---|---|---|
| Bredband | 14 | 3 820 | 2 905 |
| Skolmat | 9 | 215 | 140 |
"""
_WAGES = """# Lönekostnader

| Sektor | Budget 2023 (€) | Utfall 2023 (€) | Avvikelse 2023 (€) |
|---|---|---|---|
| Sjukhus | 3 120 | 3 210 | -90 |
| Socialtjänst | 834 | 809 | 25 |
| Räddning | 246 | 240 | 6 |
"""

documents = partial(source_of, koulut=_PUPILS, hoito=_CARE, loner=_WAGES, stod=_MEASURES)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka monta oppilasta oli vuonna 2021?", "fi", [4055]),
        ("Montako koulua oli 2023?", "fi", [12]),
        ("Kuinka paljon oppilaiden määrä kasvoi vuodesta 2021 vuoteen 2023?", "fi", [33, Decimal("0.8")]),
        ("Minä vuonna oppilaita oli eniten?", "fi", [4101]),
        ("Mitä perusopetus maksoi oppilasta kohti vuonna 2022?", "fi", [9730]),
        ("Mikä hoitomuoto väheni eniten vuodesta 2021 vuoteen 2023?", "fi", [-34, Decimal("-8.5")]),
        ("I vilken sektor överskreds budgeten mest?", "sv", [-90]),
        ("Minkä hoitomuodon lapset vähenivät vuodesta 2021 vuoteen 2023?", "fi", []),
        (
            "Mitkä hoitomuodot vähenivät vuodesta 2021 vuoteen 2023?",
            "fi",
            [-33, Decimal("-39.3"), -34, Decimal("-8.5")],
        ),
        ("Hur mycket har betalats ut för skolmat?", "sv", [140]),
        ("I vilken sektor underskreds budgeten mest?", "sv", [25]),
    ],
)
def test_years_down_the_side_and_deeds_as_columns(
    question: str, language: Language, expected: list[int | Decimal]
) -> None:
    assert values(question, documents(), language) == expected


def test_what_something_costs_is_no_count() -> None:
    answer = ask("Mitä oppilaat maksoivat vuonna 2022?", documents())
    assert answer is None or all(figure.unit == "EUR" for figure in answer.figures)


def test_a_year_that_is_not_there_is_not_answered() -> None:
    assert values("Kuinka monta oppilasta oli vuonna 2019?", documents()) == []
