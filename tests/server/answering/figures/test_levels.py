"""Rows of several levels are compared at the level that the question names by the header over its labels."""

from decimal import Decimal
from functools import partial

import pytest

from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Tuet yrityksille

| Seutu | Kunta | Yritys | Tuki (€) | Uudet työpaikat |
|---|---|---|---|---|
| Itä | Merikylä | Sora Oy | 40 000 | 3 |
| Itä | Merikylä | Verkko Oy | 35 000 | 9 |
| Itä | Harjula | Paja Oy | 60 000 | 2 |
| Länsi | Suvanto | Saha Ky | 50 000 | 4 |
"""

_WORK = """# Vesistöt

| Toimenpide | 2022 |
|---|---|
| Kosteikot | 64 |
| Pohjapadot | 80 |

# Henkilöstö

| Toimiala | 2022 |
|---|---|
| Hallinto | 12 |
| Hoito | 90 |
"""

grants = partial(source_of, tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Mikä yritys sai eniten tukea?", [60000]),
        ("Mikä kunta sai eniten tukea?", [75000]),
        ("Mikä kunta sai toiseksi eniten tukea?", [60000]),
        ("Mikä seutu sai vähiten tukea?", [50000]),
        ("Mikä yritys loi eniten uusia työpaikkoja?", [9]),
        ("Paljonko tukea Merikylän yritykset saivat yhteensä?", [75000]),
    ],
)
def test_the_level_asked_for_is_compared(question: str, expected: list[int]) -> None:
    assert values(question, grants()) == [Decimal(value) for value in expected]


def test_a_group_is_told_with_the_rows_that_it_sums() -> None:
    answer = ask("Mikä kunta sai eniten tukea?", grants())
    assert answer is not None
    assert answer.answer.startswith("Eniten: Merikylä 75 000 €")
    (total,) = [figure for figure in answer.figures if figure.formula]
    assert [answer.figures[position].value for position in total.inputs] == [Decimal(40000), Decimal(35000)]


def test_a_measure_is_looked_for_in_tables_of_measures() -> None:
    assert values("Mitä toimenpidettä tehtiin vähiten vuonna 2022?", source_of(tyot=_WORK)) == [Decimal(64)]


def test_a_heading_that_names_one_board_makes_its_rows_no_boards() -> None:
    board = "# Tekninen lautakunta\n\n## Toteutuminen\n\n| Erä | Toteuma (€) | Poikkeama (€) |\n|---|---|---|\n"
    source = source_of(tilit=board + "| Tuotot | 900 | 90 |\n| Kulut | 700 | -20 |\n")
    assert values("Mikä lautakunta ylitti talousarvion eniten?", source) == []


_MEASURES = """# Luvut

| Seutu | Kunta | Mittari | 2023 |
|---|---|---|---|
| Itä | Harjula | Väkiluku | 1 000 |
| Itä | Harjula | Työpaikat | 400 |
| Länsi | Suvanto | Väkiluku | 900 |
| Länsi | Suvanto | Työpaikat | 900 |
"""


@pytest.mark.parametrize("question", ["Mikä on Harjulan luku 2023?", "Mikä kunta oli suurin 2023?"])
def test_measures_of_a_group_are_not_summed(question: str) -> None:
    answer = ask(question, source_of(luvut=_MEASURES))
    assert answer is None or not any(figure.formula for figure in answer.figures)


_AREAS = """# Tuet alueittain

| Alue | Myönnetty 2032 (€) |
|---|---|
| Rantala | 90 000 |
| siitä saaristo | 35 000 |
| Metsälä | 60 000 |
| Yhteensä | 150 000 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko Rantalalle ja saaristolle myönnettiin yhteensä 2032?", []),
        ("Paljonko saaristolle ja Rantalalle yhteensä myönnettiin 2032?", []),
        ("Paljonko saaristolle myönnettiin 2032?", [35000]),
        ("Paljonko Rantalalle ja Metsälälle myönnettiin yhteensä 2032?", [150000]),
    ],
)
def test_a_row_and_its_own_part_have_no_sum(question: str, expected: list[int]) -> None:
    assert values(question, source_of(alueet=_AREAS)) == [Decimal(value) for value in expected]
