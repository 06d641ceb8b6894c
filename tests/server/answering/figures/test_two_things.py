"""A title that names two things says neither of the columns of the other one."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import source_of, values

_LIBRARIES = """# Lån och besök per bibliotek

| Bibliotek | Lån 2022 | Lån 2023 | Besök 2023 |
|---|---|---|---|
| Norrby | 84 210 | 79 870 | 61 400 |
| Söderby | 66 540 | 68 115 | 52 750 |
"""
_PEOPLE = """# Väestö ja työttömyys

| Vuosi | Asukkaita | Työttömiä |
|---|---|---|
| 2021 | 5 230 | 214 |
| 2023 | 5 101 | 201 |
"""

_CLUBS = """# Kerhotoiminnan kustannusten ja tuen vertailu

Kunta | Tot. tunnit | Kust. e/tunti | Valtion- tuki | Kunnan rahoitus euroa
---|---|---|---|---
Akaa | 9.165 | 12,55 | 40.647 | 5.353
Alavus | 1.357 | 18,13 | 42.198 | 19.802
Eura | 5.920 | 16,91 | 76.575 | 12.425
"""

documents = partial(source_of, bibliotek=_LIBRARIES, vaesto=_PEOPLE)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Hur många besök hade Söderby 2023?", "sv", ["52750"]),
        ("Hur många besök hade Söderby 2022?", "sv", []),
        ("Hur många lån hade Söderby 2022?", "sv", ["66540"]),
        ("Paljonko väkiluku väheni 2021–2023?", "fi", ["-129", "-2.5"]),
    ],
)
def test_columns_of_one_of_two_things(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Missä kunnassa tunnin kustannus oli korkein?", ["18.13"]),
        ("Paljonko valtiontukea Alavus sai?", ["42198"]),
        ("Missä kunnassa tunteja oli eniten?", ["9165"]),
    ],
)
def test_short_and_broken_headers_are_read_in_full(question: str, expected: list[str]) -> None:
    assert values(question, source_of(kerhot=_CLUBS)) == [Decimal(value) for value in expected]
