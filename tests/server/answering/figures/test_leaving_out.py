"""What a question leaves out is taken from the row it is part of, and is none of the rows compared."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet 2023

| Alue | Myönnetty (€) |
|---|---|
| Kainuu | 30 000 |
| Lappi | 70 500 |
| Satakunta | 9 000 |
| Uusimaa | 11 000 |
| Yhteensä | 120 500 |
"""
_OTHER = """# Venetuet 2023

| Alue | Myönnetty (€) |
|---|---|
| Kainuu | 99 000 |
| Satakunta | 1 000 |
"""

documents = partial(source_of, tuet=_GRANTS, muut=_OTHER)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko laiturituet olivat yhteensä ilman Lappia?", "fi", 50000),
        ("Paljonko laiturituet olivat yhteensä Lappi ja Kainuu pois lukien?", "fi", 20000),
        ("How much did the regions receive in total in 2023, excluding Lapland?", "en", 50000),
        ("Mikä alue sai eniten pois lukien Lappi?", "fi", 30000),
        ("Vilket område fick mest, Lappland borträknat?", "sv", 30000),
        ("Which region received the most apart from Lapland and Kainuu?", "en", 11000),
        ("Paljonko laiturituki oli keskimäärin ilman Lappia?", "fi", 16667),
    ],
)
def test_rows_are_left_out(question: str, language: Language, expected: int) -> None:
    assert values(question, documents(), language) == [Decimal(expected)]


def test_the_answer_says_what_it_leaves_out_and_how_it_was_computed() -> None:
    answer = ask("Paljonko laiturituet olivat yhteensä ilman Lappia?", documents())
    assert answer is not None
    assert "(ilman: Lappi): 50 000 €" in answer.answer
    assert answer.answer.endswith("Laskettu: 120 500 € − 70 500 €")
    assert answer.interpreted_question.endswith("ilman Lappia?")


@pytest.mark.parametrize("question", ["Paljonko Kainuu sai ilman Lappia?", "Paljonko venetuet olivat ilman Lappia?"])
def test_what_is_no_part_is_not_taken_away(question: str) -> None:
    assert values(question, documents()) == []
