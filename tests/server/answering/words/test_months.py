"""Parts of a year are read as their months, in questions and in labels; what may be something else is not."""

import pytest

from server.answering.words.months import months_of, part_of_year


@pytest.mark.parametrize(
    ("text", "months", "named"),
    [
        ("Käynnit tammi-maaliskuussa 2023", range(1, 4), "tammi-maaliskuussa"),
        ("Käynnit tammi- ja helmikuussa", range(1, 3), "tammi- ja helmikuussa"),
        ("Käynnit helmikuussa", range(2, 3), "helmikuussa"),
        ("Käynnit viimeisellä neljänneksellä", range(10, 13), "viimeisellä neljänneksellä"),
        ("Besök under andra halvåret", range(7, 13), "andra halvåret"),
        ("Besök i maj", range(5, 6), "maj"),
        ("Visits from January to April", range(1, 5), "January to April"),
        ("Visits in Q2–Q3", range(4, 10), "Q2–Q3"),
    ],
)
def test_a_part_of_a_year_and_its_words(text: str, months: range, named: str) -> None:
    part = part_of_year(text)
    assert part is not None
    assert part.months == frozenset(months)
    assert text[part.start : part.end] == named


@pytest.mark.parametrize(
    "text", ["Käynnit toukokuun loppuun mennessä", "Kävijät huhtikuussa ja syyskuussa", "May I ask?", "toinen erä"]
)
def test_no_part_of_a_year(text: str) -> None:
    assert part_of_year(text) is None


@pytest.mark.parametrize(
    ("label", "months"),
    [
        ("Tammi", [1]),
        ("1–3/2024", [1, 2, 3]),
        ("II/2024", [4, 5, 6]),
        ("3. kv.", [7, 8, 9]),
        ("Q4 2023", [10, 11, 12]),
        ("April–June", [4, 5, 6]),
        ("1–3", []),
        ("II", []),
        ("Hela året 2024", []),
        ("Käynnit tammikuussa", []),
    ],
)
def test_the_months_of_a_label(label: str, months: list[int]) -> None:
    assert sorted(months_of(label)) == months
