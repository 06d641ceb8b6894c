"""Which rows exceeded what was planned is told from both columns, row by row, never by the total."""

from decimal import Decimal
from functools import cache

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.seed_figures import Source
from tests.server.answering.figures.written import ask, source_of, values

_WORKS = """# Toimenpiteiden kustannukset

| Toimenpide | Kohteita | Suunniteltu (€) | Toteutunut (€) |
|---|---|---|---|
| Kosteikot | 48 | 1 450 000 | 1 212 500 |
| Kalatiet | 9 | 2 100 000 | 2 384 000 |
| Yhteensä | 57 | 3 550 000 | 3 596 500 |
"""


@cache
def documents() -> Source:
    return source_of(toimenpiteet=_WORKS)


@pytest.mark.parametrize(
    ("question", "language", "row", "expected"),
    [
        ("Minkä toimenpiteen kustannukset ylittivät suunnitellun?", "fi", "Kalatiet", 284_000),
        ("Mitkä toimenpiteet alittivat suunnitellun?", "fi", "Kosteikot", -237_500),
        ("Which measures exceeded the plan?", "en", "Kalatiet", 284_000),
    ],
)
def test_which_rows_exceeded(question: str, language: Language, row: str, expected: int) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    assert found.answer.startswith(f"{row}:")
    assert values(question, documents(), language) == [Decimal(expected)]


def test_how_many_of_a_row_is_told_by_its_one_count() -> None:
    assert values("Montako kosteikkoa on tehty?", documents()) == [Decimal(48)]
