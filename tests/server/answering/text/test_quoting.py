"""How a quote is shown: whole where it is brief, up to a clause's end where it is not."""

from server.answering.answer import Question
from server.answering.text.extract import LONGEST
from server.answering.text.passages import ask
from server.answering.text.quoting import shortened
from tests.server.answering.text.test_text_answers import Words

NAMES = ", ".join(f"kylä numero {number} joen rannalla" for number in range(60))


def test_a_sentence_that_is_too_long_ends_at_a_clause_and_is_cited_whole() -> None:
    long = f"Siltahankkeen korjattavat sillat sijaitsevat kylissä, joita ovat {NAMES}."
    found = ask(Question("Missä siltahankkeen korjattavat sillat sijaitsevat?"), Words({"a.txt": ("Sillat", long)}))
    assert found.status == "answered"
    assert "joen rannalla … [1]" in found.answer
    assert len(found.answer) <= LONGEST + 10
    assert found.citations[0].quote == long


def test_a_text_within_the_limit_stays_and_one_without_clauses_ends_at_a_word() -> None:
    assert shortened("Sillat korjataan.", 20) == "Sillat korjataan."
    assert shortened("sillat " * 9, 20) == "sillat sillat …"
