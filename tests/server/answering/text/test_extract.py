"""What is told beside the best piece."""

import pytest

from server.answering.text.evidence import passages_of, pieces_of
from server.answering.text.extract import told
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_text_answers import Words

TEXT = (
    "Avustusta lisättiin, koska nuorten jonot pitenivät. Avustusta haetaan verkossa. Avustusta sai 18 pajaa, ja jonot"
    " lyhenivät."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Miksi avustusta lisättiin?", ["Avustusta lisättiin, koska nuorten jonot pitenivät."]),
        ("Montako pajaa sai avustusta?", ["Avustusta sai 18 pajaa, ja jonot lyhenivät."]),
    ],
)
def test_a_further_sentence_has_what_the_question_wants(question: str, expected: list[str]) -> None:
    source = Words({"c/a.txt": ("Avustus", TEXT)})
    wanted = wanted_of(question)
    pieces = pieces_of(passages_of(source.search(question, 1), source), content_words(question, "fi"), wanted)
    assert [piece.text for piece in told(pieces, wanted)] == expected


def test_a_heading_that_asks_is_no_answer() -> None:
    text = "Miksi avustusta lisättiin?\n\nMäärärahaa lisättiin, koska nuorten jonot pitenivät kaikilla alueilla."
    source = Words({"c/a.txt": ("Avustus", text)})
    question = "Miksi avustusta lisättiin?"
    passages = passages_of(source.search(question, 1), source)
    found = pieces_of(passages, content_words(question, "fi"), wanted_of(question))
    assert [piece.text for piece in found] == [text.splitlines()[2]]
