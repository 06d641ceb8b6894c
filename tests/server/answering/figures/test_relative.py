"""How many per cent more, and what is added up in so many words."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet

| Alue | 2020 | 2021 | Yhteensä |
|---|---|---|---|
| Kainuu | 30 000 € | 40 000 € | 70 000 € |
| Lappi | 60 000 € | 10 000 € | 70 000 € |
| Satakunta | 10 000 € | 12 000 € | 22 000 € |
| Yhteensä | 100 000 € | 62 000 € | 162 000 € |
"""

documents = partial(source_of, tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka monta prosenttia enemmän Lappi sai kuin Kainuu vuonna 2020?", "fi", 100),
        ("How many per cent more did Lapland get than Kainuu in 2020?", "en", 100),
        ("Hur många procent mindre fick Kajanaland än Lappland 2020?", "sv", 50),
        ("Mikä on Lapin ja Kainuun ero prosentteina vuonna 2020?", "fi", 100),
        ("What is the difference between Lapland and Kainuu in per cent in 2020?", "en", 100),
    ],
)
def test_rows_are_set_against_each_other_in_per_cent(question: str, language: Language, expected: int) -> None:
    assert Decimal(expected) in values(question, documents(), language)


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Kuinka monta prosenttia enemmän Kainuu sai vuonna 2021 kuin vuonna 2020?", "fi", "+33,3 %"),
        ("How many per cent more did Kainuu get in 2021 than in 2020?", "en", "+33.3%"),
        ("Kuinka monta prosenttia vähemmän laiturituet olivat vuonna 2021 kuin vuonna 2020?", "fi", "−38 %"),
    ],
)
def test_years_are_set_against_each_other_in_per_cent(question: str, language: Language, told: str) -> None:
    answer = ask(question, documents(), language)
    assert answer is not None
    assert told in answer.answer.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Laske Kainuun ja Satakunnan vuoden 2020 tuet yhteen.", "fi"),
        ("Laske yhteen Kainuun ja Satakunnan tuet vuonna 2020.", "fi"),
        ("Räkna ihop bidragen till Kajanaland och Satakunta 2020.", "sv"),
        ("Lägg ihop Kajanalands och Satakuntas bidrag 2020.", "sv"),
        ("Add up the grants of Kainuu and Satakunta in 2020.", "en"),
        ("Add the grants of Kainuu and Satakunta in 2020 together.", "en"),
    ],
)
def test_what_is_to_be_added_up_is_added_up(question: str, language: Language) -> None:
    assert values(question, documents(), language) == [Decimal(40000)]


@pytest.mark.parametrize("question", ["Täsmääkö vuoden 2020 yhteensä-rivi?", "Täsmääkö vuoden 2020 loppusumma?"])
def test_the_total_row_is_checked_by_its_name(question: str) -> None:
    answer = ask(question, documents())
    assert answer is not None
    assert "100 000" in answer.answer.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("question", "language", "areas"),
    [
        ("Mitkä alueet saivat enemmän kuin keskimäärin vuonna 2020?", "fi", {"Lappi"}),
        ("Kuinka moni alue sai keskimääräistä vähemmän vuonna 2020?", "fi", {"Kainuu", "Satakunta"}),
        ("Vilka områden fick mer än genomsnittet 2021?", "sv", {"Kainuu"}),
        ("Which regions received less than average in 2021?", "en", {"Lappi", "Satakunta"}),
    ],
)
def test_rows_beyond_their_mean(question: str, language: Language, areas: set[str]) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    told = found.answer.split(". ", 1)[1]
    names = {"Lappi": ("Lappi", "Lappland", "Lapland"), "Kainuu": ("Kainuu", "Kajanaland"), "Satakunta": ("Satakunta",)}
    assert {area for area, known in names.items() if any(name in told for name in known)} == areas


def test_the_share_of_a_row_that_is_of_one_year() -> None:
    found = values("Hur stor andel av Kajanalands medel är från 2021?", documents(), "sv")
    assert [round(one, 1) for one in found] == [Decimal("57.1")]


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Mikä alue sai suurimman korotuksen vuodesta 2020 vuoteen 2021?", "fi"),
        ("Vilket område fick den största höjningen från 2020 till 2021?", "sv"),
    ],
)
def test_a_rise_said_by_a_noun_is_of_two_years(question: str, language: Language) -> None:
    assert Decimal(10_000) in values(question, documents(), language)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mitkä alueet saivat vähemmän vuonna 2021 kuin 2020?", "fi", {-50_000}),
        ("Vilka områden fick mer 2021 än 2020?", "sv", {10_000, 2_000}),
        ("Which regions got more in 2020 than in 2021?", "en", {-50_000}),
    ],
)
def test_rows_that_got_more_or_less_in_one_year_than_another(
    question: str, language: Language, expected: set[int]
) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    computed = {figure.value for figure in found.figures if figure.check == "computed" and figure.unit == "EUR"}
    assert computed == {Decimal(one) for one in expected}


@pytest.mark.parametrize(
    "question",
    ["Kuinka moni alue sai vähemmän vuonna 2021 kuin 2020?", "How many regions got more in 2021 than in 2020?"],
)
def test_how_many_rows_there_are_is_not_how_many_got_less(question: str) -> None:
    assert values(question, documents(), "en" if question.startswith("How") else "fi") == []


def test_totals_tell_not_which_rows_got_less_in_one_column() -> None:
    table = (
        "# Laiturituet\n\n| Alue | 1. avustus (€) | 2. avustus (€) |\n|---|---|---|\n| Kainuu | 30 | 40 |\n"
        "| Lappi | 60 | 10 |\n| Yhteensä | 90 | 50 |\n"
    )
    assert values("Mitkä alueet saivat vähemmän toisessa avustuksessa kuin ensimmäisessä?", source_of(t=table)) == []
