"""Which attribute a question of plain form asks for."""

import pytest

from server.answering.answer import Language
from server.answering.words.attribute import attribute_of


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mikä on hankkeen budjetti?", "fi", "budjetti"),
        ("Kuka on hankkeen johtaja Oulussa?", "fi", "johtaja"),
        ("Mikä on hanke?", "fi", None),
        ("Mikä on hankkeen nimi?", "fi", None),
        ("Kuka on perustanut yhtiön?", "fi", None),
        ("Milloin hanke päättyy?", "fi", None),
        ("Vad är projektets budget för 2021?", "sv", "budget"),
        ("What is the phone number of the office?", "en", "phone"),
        ("Who is responsible for the project?", "en", None),
        ("What is the budget of the project?", "en", "budget"),
    ],
)
def test_attribute_of(question: str, language: Language, expected: str | None) -> None:
    assert attribute_of(question, language) == expected
