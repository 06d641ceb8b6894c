"""What documents there are is asked of the service; what documents say is not."""

from contextlib import closing
from pathlib import Path

import pytest

from server.answering.answer import Question
from server.answering.answering import answer
from server.answering.catalogue import catalogue
from tests.index.test_build import ingest_texts, opened


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Mitä asiakirjoja sinulla on?", "Vastaan näiden asiakirjojen perusteella: "),
        ("Mistä vuosista sinulla on tietoja?", "Vastaan näiden asiakirjojen perusteella: "),
        ("Vilka dokument har du?", "Jag svarar utifrån dessa dokument: "),
        ("Which years do you have data on?", "I answer from these documents: "),
        ("List your documents", "I answer from these documents: "),
    ],
)
def test_the_documents_are_named(text: str, said: str, tmp_path: Path) -> None:
    pages = {"a.md": "# Kylien avustukset\n\nAvustus on pieni.\n", "b.md": "# Satamien tila\n\nTila on hyvä.\n"}
    with closing(opened(ingest_texts(tmp_path, pages))) as generation:
        found = answer(Question(text), generation)
    assert (found.status, found.answer) == ("declined", f"{said}Kylien avustukset; Satamien tila.")


@pytest.mark.parametrize(
    "text",
    [
        "Mitä asiakirjoja hakemukseen liitetään?",
        "Montako asiakirjaa arkistossa on?",
        "Which documents are needed for the application?",
        "Vilka handlingar ska bifogas?",
        "Mitä tietoja hakijalla on?",
    ],
)
def test_what_documents_say_is_no_question_for_them(text: str) -> None:
    assert catalogue(Question(text), "fi", ["A"]) is None


def test_of_many_documents_the_rest_is_counted() -> None:
    found = catalogue(Question("Which documents do you have?"), "en", [f"Paper {number:02}" for number in range(15)])
    assert found is not None
    assert found.answer.endswith("Paper 11 and 3 more.")
