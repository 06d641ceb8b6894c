"""The first and the second grant of one row set against each other; what is left is of what was granted."""

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of

_GRANTS = """# Avustukset

| Alue | 1. valtionavustus (€) | 2. valtionavustus (€) |
|---|---|---|
| Kainuu | 20 000 | 30 000 |
| Lappi | 30 000 | 120 000 |
| Yhteensä | 50 000 | 150 000 |
"""
_PAID = """# Avustusten tilanne

| Hanke | Myönnetty (€) | Maksettu (€) | Jäljellä (€) |
|---|---|---|---|
| Kunnostushanke | 40 000 | 10 000 | 30 000 |
| Laituri | 80 000 | 60 000 | 20 000 |
"""


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Kuinka paljon enemmän Lappi sai toisessa kuin ensimmäisessä valtionavustuksessa?", "fi"),
        ("How much more did Lapland get in the second than in the first grant?", "en"),
        ("Hur mycket mer fick Lappland i det andra än i det första bidraget?", "sv"),
    ],
)
def test_two_numbered_columns_of_the_row_named(question: str, language: Language) -> None:
    found = ask(question, source_of(avustukset=_GRANTS), language)
    assert found is not None
    assert [figure.value for figure in found.figures if figure.check == "computed"] == [90_000]
    assert {figure.row_path for figure in found.figures if figure.check != "computed"} == {("Lappi",)}


def test_both_stages_are_all_of_them() -> None:
    found = ask("Paljonko Lapille myönnettiin kummassakin haussa?", source_of(avustukset=_GRANTS))
    assert found is not None
    assert [figure.value for figure in found.figures] == [30_000, 120_000]


def test_what_is_left_is_no_share_of_what_was_paid() -> None:
    paid = ask("Kuinka monta prosenttia kunnostushankkeen rahasta on maksettu?", source_of(tilanne=_PAID))
    assert paid is not None
    assert [figure.value for figure in paid.figures if figure.check == "computed"] == [25]
    both = "Kuinka monta prosenttia kunnostushankkeen rahasta on maksettu ja jäljellä?"
    found = ask(both, source_of(tilanne=_PAID))
    assert found is None or all(figure.value != 300 for figure in found.figures)
