"""Among many documents, other tables' figures are no answer: other spans, other counts, rows of another kind."""

from dataclasses import replace
from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_PEOPLE = """# Väestö

| Vuosi | Väkiluku | Syntyneitä |
|---|---|---|
| 2021 | 10 264 | 80 |
| 2022 | 10 228 | 75 |
"""
_PROJECTS = """# Stödprojekt per kommun

| Kommun | Projekt | Beviljat (€) |
|---|---|---|
| Norrby | 11 | 300 000 |
| Söderby | 4 | 90 000 |
"""
_DECISIONS = """# Päätökset

| Vuosi | Hakemuksia | Hylätty | Myönnetty (€) |
|---|---|---|---|
| 2023 | 71 | 46 | 856 000 |
| 2024 | 58 | 34 | 832 800 |
"""
_WORKS = """# Investoinnit

| Hanke | Budjetti (€) | Toteuma (€) | Jäljellä (€) |
|---|---|---|---|
| Koulu | 240 000 | 165 500 | 74 500 |
| Silta | 60 000 | 20 000 | 40 000 |
| Yhteensä | 300 000 | 185 500 | 114 500 |
"""

documents = partial(source_of, vaesto=_PEOPLE, projekt=_PROJECTS, paatokset=_DECISIONS, investoinnit=_WORKS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko väkiluku väheni 2021–2023?", "fi", []),
        ("Paljonko väkiluku väheni 2021–2022?", "fi", ["-36", "-0.4"]),
        ("Vilken kommun har flest projekt?", "sv", ["11"]),
        ("How many projects had been funded by the end of 2024?", "en", []),
        ("How much of the grant is unpaid?", "en", []),
        ("Paljonko koulun budjetista on jäljellä?", "fi", ["74500"]),
    ],
)
def test_other_tables_do_not_answer(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


def test_a_document_that_is_there_twice_gives_one_reading() -> None:
    text = (
        "# Tuet 2031\n\n| Alue | Myönnetty (€) |\n|---|---|\n| Alho | 30 000 |\n| Beeda | 20 000 |\n"
        "| Yhteensä | 50 000 |\n"
    )
    source = source_of(one=text, two=text)
    source.documents = {name: replace(document, title="Tuet") for name, document in source.documents.items()}
    answer = ask("Mikä alue sai eniten tukea?", source)
    assert answer is not None
    assert answer.readings == ()
    assert answer.answer.startswith("Eniten: Alho 30 000 €")
    assert {citation.document_id for citation in answer.citations} == {"c/one.md", "c/two.md"}
