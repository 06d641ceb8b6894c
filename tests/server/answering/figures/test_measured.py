"""Which figures a question's verb or participle means, and forms of words that a dictionary takes for another word."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from server.answering.words.word import forms_of
from tests.server.answering.figures.written import ask, source_of, values

_OFFICE = """# Tekninen lautakunta

| Tehtävä | TA 2024 (€) | TP 2024 (€) | Poikkeama 2024 (€) |
|---|---|---|---|
| Puistot | 50 000 | 56 000 | -6 000 |

## Hallinto

| Tehtävä | TA 2024 (€) | TP 2024 (€) |
|---|---|---|
| Arkisto | 20 000 | 23 000 |
"""
_FUND = """# Regional funding

| Region | Allocated (EUR) | Committed (EUR) |
|---|---|---|
| Kainuu | 600 | 400 |
| Lapland | 300 | 250 |
| Total | 900 | 650 |
"""
_SECOND = """# Toisen kierroksen avustukset

| Alue | Tietoturva (€) | Tiedonhallinta (€) |
|---|---|---|
| Kainuu | 3 000 | 4 000 |
"""

documents = partial(source_of, tilit=_OFFICE, rahasto=_FUND, kierros=_SECOND)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka paljon puistot ylittivät talousarvion 2024?", "fi", [-6000]),
        ("Kuinka paljon arkisto ylitti talousarvion 2024?", "fi", [3000]),
        ("What share of the allocated funding went to Lapland?", "en", [Decimal("33.3")]),
        ("Paljonko tietoturvaan myönnettiin Kainuussa?", "fi", [3000]),
    ],
)
def test_the_measure_meant_answers(question: str, language: Language, expected: list[int | Decimal]) -> None:
    assert values(question, documents(), language) == expected


def test_grants_of_no_measure_are_not_paid() -> None:
    answer = ask("Paljonko tietoturvaan maksettiin Kainuussa?", documents())
    assert answer is None or answer.status == "not_found"


def test_a_noun_whose_form_is_also_a_verbs_keeps_its_own_base() -> None:
    assert "suo" in forms_of("soita", ("fi",))
    assert "vakinainen" in forms_of("vakinaista", ("fi",))


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Hur mycket betalar staten 2026?", "sv", [60]),
        ("How much does the state pay in 2026?", "en", [60]),
        ("Hur mycket betalades till staten 2026?", "sv", []),
    ],
)
def test_what_a_payer_pays_is_its_funding_not_what_was_paid(
    question: str, language: Language, expected: list[int]
) -> None:
    table = "| Källa | 2025 (€) | 2026 (€) |\n|---|---|---|\n| Kommunen | 90 | 40 |\n| Staten | 80 | 60 |\n"
    assert values(question, source_of(bron=f"# Finansiering\n\n{table}"), language) == expected


def test_effects_are_no_expenses_for_a_note_that_speaks_of_these() -> None:
    table = (
        "# Vaikutukset\n\nHuom! Menolisäykset on esitetty negatiivisina.\n\n"
        "## Hallinto – arviot vaikutuksista, milj. euroa\n\n"
        "| Toimi | 2025 | 2026 |\n|---|---|---|\n| Eduskunta | 2 | 3 |\n| Oikeusministeriö | 7 | 8 |\n"
    )
    assert values("Paljonko eduskunnan menot ovat vuonna 2025?", source_of(liite=table)) == []


def test_a_column_beside_those_of_the_documents_year_is_not_of_it() -> None:
    table = "# Laskelma\n\n| Erä | 2024 | 2025 | Pitkä aikaväli |\n|---|---|---|---|\n| Maksut | 5 € | 6 € | 9 € |\n"
    assert values("Paljonko maksut ovat vuonna 2024?", source_of(laskelma_2024=table)) == [5]
