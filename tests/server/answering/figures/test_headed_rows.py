"""Rows of made-up names are of the kind that the header over them says."""

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of

_GRANTS = """# Lähipolku-ohjelma

| Hyvinvointialue | Myönnetty 2024 (€) | Maksettu 2024 (€) |
|---|---|---|
| Aarnikko | 40 000 | 12 000 |
| Hallasuo | 90 000 | 41 000 |
| Kivilampi | 20 000 | 7 000 |
| Yhteensä | 150 000 | 60 000 |
"""


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Paljonko keskimäärin myönnettiin hyvinvointialueelle?", "fi", "50 000 €"),
        ("How much was granted to Hallasuo compared with Aarnikko?", "en", "Hallasuo is €50,000 larger than Aarnikko"),
        (
            "Paljonko Hallasuolle myönnettiin verrattuna Aarnikkoon?",
            "fi",
            "Hallasuo on 50 000 € suurempi kuin Aarnikko",
        ),
        ("Hur mycket återstår att betala ut till Kivilampi 2024?", "sv", "13 000 €"),
    ],
)
def test_amounts_of_such_rows(question: str, language: Language, told: str) -> None:
    found = ask(question, source_of(tuki=_GRANTS), language)
    assert found is not None
    assert told in found.answer
