"""Short ways of saying things are written out, once, and nothing else is changed."""

import pytest

from server.answering.answer import Language
from server.answering.words.rewording import written_out


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("1. ja 2. avustus Oulussa", "fi", "1. avustus ja 2. avustus Oulussa"),
        ("first and second round", "en", "first round and second round"),
        ("första och andra fasen", "sv", "första fasen och andra fasen"),
        ("ensimmäinen ja toinen tavoite", "fi", "ensimmäinen ja toinen tavoite"),
        ("kakkosvaiheen rahoitus", "fi", "2. vaiheen rahoitus"),
        ("palkat + vuokrat Rantalassa", "fi", "palkat ja vuokrat Rantalassa"),
        ("Paljonko ei ole vielä maksettu?", "fi", "Paljonko on maksamatta?"),
        ("How much has not yet been paid?", "en", "How much is unpaid?"),
        ("Hur mycket har ännu inte använts?", "sv", "Hur mycket är oanvänt?"),
        ("Paljonko on maksettu?", "fi", "Paljonko on maksettu?"),
    ],
)
def test_what_is_written_out(text: str, language: Language, written: str) -> None:
    assert written_out(text, language) == written
    assert written_out(written, language) == written
