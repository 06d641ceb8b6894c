"""Questions for aims that have no word for them."""

import pytest

from server.answering.answer import Language
from server.answering.words.aims import asks_aims, with_aims
from server.answering.words.matching import content_words


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mihin ohjelmalla pyritään?", "fi", ["ohjelmalla", "tavoitteet"]),
        ("Mitä hankkeella tavoitellaan?", "fi", ["hankkeella", "tavoitellaan", "tavoitteet"]),
        ("Vad strävar programmet efter?", "sv", ["strävar", "programmet", "målen"]),
        ("What does the programme aim at?", "en", ["programme", "aim", "goals"]),
    ],
)
def test_what_something_aims_at_are_its_aims(question: str, language: Language, expected: list[str]) -> None:
    words = with_aims(content_words(question, language), question, language)
    assert [word.text for word in words] == expected
    assert words[-1].attribute


@pytest.mark.parametrize(
    "question", ["Mihin työllisyysasteeseen hallitus pyrkii?", "Mihin mennessä tauti pyritään poistamaan?"]
)
def test_a_number_or_a_date_that_is_aimed_at_is_not(question: str) -> None:
    assert not asks_aims(question)
