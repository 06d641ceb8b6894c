"""Two sides that stand in two tables are each asked by themselves, and compared only where each has one figure."""

from decimal import Decimal
from functools import partial

import pytest

from tests.server.answering.figures.written import ask, source_of, values

_WATERS = """# Vesiohjelma

## Myönnetyt avustukset

| Hakija | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Rantala | 120 000 | 80 000 |
| Koskela | 90 000 | 90 000 |
| Yhteensä | 210 000 | 170 000 |
"""
_ROADS = """# Tieohjelma

## Myönnetyt avustukset

| Hakija | Myönnetty (€) |
|---|---|
| Notkola | 150 000 |
| Mäkelä | 30 000 |
| Koskela | 20 000 |
| Yhteensä | 200 000 |
"""

programmes = partial(source_of, vesi=_WATERS, tie=_ROADS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kumpi sai enemmän, Rantala vai Notkola?", [150000]),
        ("Paljonko enemmän Notkola sai kuin Rantala?", [30000]),
        ("Kumpi sai vähemmän, Rantala vesiohjelmasta vai Koskela tieohjelmasta?", [20000]),
        ("Kummassa myönnettiin enemmän, vesiohjelmassa vai tieohjelmassa?", [210000]),
    ],
)
def test_sides_of_two_tables_are_compared(question: str, expected: list[int]) -> None:
    assert values(question, programmes()) == [Decimal(value) for value in expected]


def test_each_side_says_its_table() -> None:
    answer = ask("Kumpi sai enemmän, Rantala vai Notkola?", programmes())
    assert answer is not None
    assert "Notkola" in answer.answer.split(",")[0]
    assert "Rantala" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "Kumpi sai enemmän, Notkola vai Virtala?",
        "Kummalle maksettiin enemmän, Rantalalle vai Notkolalle?",
    ],
)
def test_a_side_without_its_figure_is_compared_with_nothing(question: str) -> None:
    assert values(question, programmes()) == []


_OF_YEAR = """# Avustukset {year}

| Alue | Myönnetty (€) |
|---|---|
| {row} | {value} |
| Muut | 7 |
"""


def test_figures_of_two_years_are_not_set_against_each_other() -> None:
    unlike = source_of(
        vanha=_OF_YEAR.format(year=2021, row="Kainuu", value=100),
        uusi=_OF_YEAR.format(year=2023, row="Savo", value=120),
    )
    assert values("Paljonko enemmän Savo sai kuin Kainuu?", unlike) == []
    alike = source_of(
        yksi=_OF_YEAR.format(year=2023, row="Kainuu", value=100),
        toinen=_OF_YEAR.format(year=2023, row="Savo", value=120),
    )
    assert values("Paljonko enemmän Savo sai kuin Kainuu?", alike) == [20]


def test_a_question_of_many_alternatives_is_no_comparison_of_two() -> None:
    assert values("Kumpi sai enemmän, " + " vai ".join(["Rantala", "Notkola"] * 30) + "?", programmes()) == []


def test_the_lesser_is_told_where_it_is_asked_for_and_both_periods_name_their_row() -> None:
    source = source_of(
        tuet="# Tuet\n\n| Alue | 2022 (€) | 2023 (€) |\n|---|---|---|\n| Kainuu | 300 | 450 |\n| Lappi | 70 | 90 |\n"
    )
    found = ask("Paljonko vähemmän Kainuu sai vuonna 2022 kuin 2023?", source)
    assert found is not None
    assert found.answer.startswith("Kainuu (2022) on 150 € pienempi kuin Kainuu (2023)")
