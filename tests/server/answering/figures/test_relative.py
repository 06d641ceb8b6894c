"""How many per cent more, and what is added up in so many words."""

from decimal import Decimal
from functools import cache

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.seed_figures import Source
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet

| Alue | 2020 | 2021 | Yhteensä |
|---|---|---|---|
| Kainuu | 30 000 € | 40 000 € | 70 000 € |
| Lappi | 60 000 € | 10 000 € | 70 000 € |
| Satakunta | 10 000 € | 12 000 € | 22 000 € |
| Yhteensä | 100 000 € | 62 000 € | 162 000 € |
"""


@cache
def documents() -> Source:
    return source_of(tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka monta prosenttia enemmän Lappi sai kuin Kainuu vuonna 2020?", "fi", 100),
        ("How many per cent more did Lapland get than Kainuu in 2020?", "en", 100),
        ("Hur många procent mindre fick Kajanaland än Lappland 2020?", "sv", 50),
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
