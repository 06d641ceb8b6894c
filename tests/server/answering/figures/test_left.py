"""What is left of a sum is computed where no column says it, and only from a sum and what went of it."""

from decimal import Decimal
from functools import partial

import pytest

from tests.server.answering.figures.written import ask, source_of, values

_PROJECTS = """# Hankkeet

| Hanke | Toteuttaja | Budjetti (€) | EU-tuki (€) | Käytetty (€) |
|---|---|---|---|---|
| Kyläbussit | Saarela | 480 | 336 | 290 |
| Kuitu | Viitala Oy | 910 | 455 | 910 |
"""
_GRANTS = """# Avustukset

| Alue | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Kainuu | 870 000 | 215 750 |
| Lappi | 500 000 | 500 000 |
"""
_YEARS = """# Talous

| Alue | Myönnetty 2022 (€) | Maksettu 2023 (€) | Budjetti 2023 (€) | Toteuma 2022 (€) |
|---|---|---|---|---|
| Kainuu | 870 000 | 215 750 | 500 | 460 |
| Lappi | 500 000 | 400 000 | 600 | 510 |
"""

documents = partial(source_of, hankkeet=_PROJECTS, avustukset=_GRANTS)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Paljonko Kyläbussit-hankkeen budjetista on jäljellä?", 190),
        ("Kuinka paljon Kainuulle myönnetystä avustuksesta on maksamatta?", 654250),
        ("Paljonko Lapin avustuksesta on jäljellä?", 0),
        ("Mikä on Viitalan hankkeen budjetti?", 910),
    ],
)
def test_what_is_left(question: str, expected: int) -> None:
    assert values(question, documents()) == [Decimal(expected)]


def test_what_is_left_shows_what_it_was_computed_from() -> None:
    answer = ask("Kuinka paljon Kainuulle myönnetystä avustuksesta on maksamatta?", documents())
    assert answer is not None
    assert answer.answer.endswith("Laskettu: 870 000 € − 215 750 €")


@pytest.mark.parametrize(
    "question",
    ["Paljonko Kainuun avustuksesta on jäljellä?", "Kuinka paljon Kainuu alitti budjetin?"],
)
def test_what_went_in_another_year_is_not_taken_off(question: str) -> None:
    assert values(question, source_of(talous=_YEARS)) == []


def test_of_several_years_what_is_left_is_of_the_one_that_was_paid() -> None:
    table = (
        "# Kylätuet\n\n| Kylä | Myönnetty 2023 (€) | Myönnetty 2024 (€) | Maksettu 2024 (€) |\n|---|---|---|---|\n"
        "| Perälä | 40 000 | 38 000 | 10 000 |\n| Alanen | 20 000 | 30 000 | 30 000 |\n"
    )
    answer = ask("Paljonko Perälälle on vielä maksamatta?", source_of(tuet=table))
    assert answer is not None
    assert answer.answer.startswith("Perälä: 28 000 € (myönnetty (2024) 38 000 €; maksettu 10 000 €)")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Kenellä on eniten avustusta maksamatta?", 654250),
        ("Kenellä on vähiten avustusta maksamatta?", 0),
        ("Missä hankkeessa on eniten rahaa jäljellä?", 190),
    ],
)
def test_of_which_row_most_is_left_is_computed_row_by_row(question: str, expected: int) -> None:
    assert values(question, documents())[0] == Decimal(expected)


def test_what_is_left_in_all_is_told_of_the_total() -> None:
    text = _GRANTS + "| Yhteensä | 1 370 000 | 715 750 |\n"
    assert values("Paljonko avustusta on yhteensä maksamatta?", source_of(avustukset=text)) == [Decimal(654250)]


def test_what_is_left_of_several_of_the_largest_is_not_told_of_one() -> None:
    assert values("Paljonko kahdelle suurimmalle saajalle on yhteensä maksamatta?", documents()) == []


def test_what_is_left_is_of_the_total_of_several_calls() -> None:
    text = "# Valtionavustukset\n\n| Alue | Haku 1 (€) | Haku 2 (€) | Yhteensä (€) | Maksettu (€) |\n"
    text += "|---|---|---|---|---|\n"
    text += "| Kainuu | 30 | 40 | 70 | 50 |\n| Lappi | 50 | 60 | 110 | 60 |\n| Yhteensä | 80 | 100 | 180 | 110 |\n"
    source = source_of(tuki=text)
    assert values("Kenellä on eniten maksamatta?", source)[0] == Decimal(50)
    assert values("Paljonko Kainuun avustuksesta on maksamatta?", source) == [Decimal(20)]
    assert values("Paljonko avustuksia on maksamatta yhteensä?", source) == [Decimal(70)]


def test_a_call_by_its_number_is_the_column_so_numbered() -> None:
    text = "# Valtionavustukset\n\n| Alue | Haku 1 (€) | Haku 2 (€) | Yhteensä (€) |\n|---|---|---|---|\n"
    text += "| Kainuu | 90 | 40 | 130 |\n| Lappi | 50 | 60 | 110 |\n| Yhteensä | 140 | 100 | 240 |\n"
    source = source_of(tuki=text)
    assert values("Mikä alue sai eniten haussa 2?", source) == [Decimal(60)]
    assert values("Mikä alue sai eniten haussa 1?", source) == [Decimal(90)]
