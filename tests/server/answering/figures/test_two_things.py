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


_COAST = """# Rannikko-ohjelman avustukset (€)

| Alue | 2030 | 2031 | Yhteensä |
|---|---|---|---|
| Kainuu | 310 | 420 | 730 |
| Lappi | 205 | 640 | 845 |
| Satakunta | 290 | 380 | 670 |
| Yhteensä | 805 | 1 440 | 2 245 |
"""
_STATE = """# Rannikko-ohjelman tilanne

| Hanke | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Luotsaus | 900 | 310 |
| Väylät | 500 | 120 |
"""
coast = partial(source_of, rannikko=_COAST, tilanne=_STATE)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko luotsaukseen on myönnetty ja paljonko siitä on maksettu?", "fi", [900, 310]),
        ("Paljonko luotsaukselle myönnettiin ja kuinka paljon siitä on maksettu?", "fi", [900, 310]),
        ("Hur mycket har beviljats för Luotsaus och hur mycket av det har betalats?", "sv", [900, 310]),
        ("How much was granted to Luotsaus and how much of it has been paid?", "en", [900, 310]),
        ("Mikä alue sai vähiten avustusta kahden vuoden aikana?", "fi", [670]),
        ("Paljonko Lappi sai avustusta keskimäärin vuosina 2030–2031?", "fi", [423]),
        ("Paljonko Lappi sai avustusta keskimäärin vuodessa?", "fi", [423]),
        ("Hur mycket fick Lappland i genomsnitt per år?", "sv", [423]),
        ("What is the gap between Lapland and Kainuu in 2031?", "en", [220]),
        ("Hur mycket skiljer det mellan Lappland och Kajanaland 2031?", "sv", [220]),
        ("Which region was at the bottom in 2030?", "en", [205]),
        ("Paljonko Kainuut saivat vuonna 2031?", "fi", []),
        ("Hur mycket fick Lappland ur Rannikko-ohjelma 2031?", "sv", [640]),
    ],
)
def test_two_measures_two_years_and_what_they_come_to(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, coast(), language) == [Decimal(value) for value in expected]


_FLOWS = """# Tuloarviot 2031 (€)

| Hallinnonala | Tuloarviot |
|---|---|
| Meren hallinnonala | 300 |
| Maan hallinnonala | 70 |
| Ilman hallinnonala | 30 |
| Tulot yhteensä | 400 |

# Määrärahat 2031 (€)

| Hallinnonala | Määrärahat |
|---|---|
| Meren hallinnonala | 60 |
| Maan hallinnonala | 310 |
| Ilman hallinnonala | 30 |
| Määrärahat yhteensä | 400 |
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Montako prosenttia määrärahoista menee meren hallinnonalalle?", [15]),
        ("Mikä hallinnonala on menoiltaan suurin?", [310]),
    ],
)
def test_spending_is_read_from_no_revenue(question: str, expected: list[int]) -> None:
    assert values(question, source_of(talous=_FLOWS)) == [Decimal(value) for value in expected]


_LEFT = """# Avustusten tilanne (€)

| Seura | Myönnetty (€) | Maksettu (€) | Jäljellä (€) |
|---|---|---|---|
| Soutajat ry | 900 | 310 | 590 |
| Vilppu ry | 5 000 | 4 000 | 1 000 |
| Laulajat ry | 100 | 100 | 0 |
| Yhteensä | 6 000 | 4 410 | 1 590 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Whose grant has the largest share still unpaid?", "en", ["65.6"]),
        ("Mitkä yhdistykset ovat saaneet koko avustuksen maksettuna?", "fi", ["100", "100"]),
    ],
)
def test_sums_and_totals_tell_not_of_which(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, source_of(seurat=_LEFT), language) == [Decimal(value) for value in expected]


def test_the_year_with_the_most_is_none_of_the_rows_beside() -> None:
    years = "# Avustukset vuosittain (€)\n\n| Vuosi | Myönnetty (€) |\n|---|---|\n| 2030 | 412 |\n| 2031 | 726 |\n"
    assert values("Minä vuonna myönnettiin eniten?", source_of(seurat=_LEFT, vuodet=years)) == [Decimal(726)]
