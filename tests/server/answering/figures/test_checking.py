"""Asked whether a total adds up, the document's own totals are added up."""

from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of

_GRANTS = """# Laiturituet

| Alue | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Rantala | 30 000 | 11 000 |
| Koskela | 50 000 | 20 500 |
| Niemelä | 25 000 | 9 000 |
| Yhteensä | 105 000 | 41 500 |
"""

documents = partial(source_of, tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "language", "begins"),
    [
        ("Täsmääkö myönnettyjen tukien summa?", "fi", "Täsmää: Yhteensä 105 000 € on osiensa summa"),
        ("Does the total of what was granted add up?", "en", "It adds up: Total €105,000"),
        ("Onko myönnetty summa sama kuin osien summa?", "fi", "Täsmää: Yhteensä 105 000 € on osiensa summa"),
        ("Is the total granted the same as the sum of its parts?", "en", "It adds up: Total €105,000"),
        ("Är summan av det beviljade samma som summan av delarna?", "sv", "Stämmer: Totalt 105 000 €"),
        ("Onko maksettujen yhteissumma oikein?", "fi", "Ei täsmää: Yhteensä on painettu 41 500 €, laskettuna 40 500 €"),
        ("Is the total of what was paid right?", "en", "It does not add up: Total is printed as €41,500"),
        ("What is the total granted, and is it right?", "en", "It adds up: Total €105,000"),
        ("Stämmer summan av det utbetalda?", "sv", "Stämmer inte: Totalt står som 41 500 €, beräknat 40 500 €"),
    ],
)
def test_whether_a_total_adds_up(question: str, language: Language, begins: str) -> None:
    found = ask(question, documents(), language)
    assert found is not None
    assert found.answer.startswith(begins)
    assert found.warnings == ()


def test_a_row_that_no_total_is_is_not_checked() -> None:
    found = ask("Täsmääkö Rantalan myönnetty summa?", documents())
    assert found is None or found.status != "answered"


def _projects(number: int, total: int) -> str:
    return (
        f"# Hanke {number}\n\n| Alue | Avustus (€) |\n|---|---|\n"
        f"| Rantala | {number} 000 |\n| Koskela | {number}1 000 |\n| Niemi | {number}2 000 |\n"
        f"| Yhteensä | {total} 000 |\n"
    )


def test_of_many_totals_those_that_do_not_add_up_come_first_and_the_rest_is_counted() -> None:
    pages = {f"h{number}": _projects(number, 21 * number + 3 + (number == 39)) for number in range(10, 40)}
    found = ask("Täsmääkö avustusten summa?", source_of(**pages))
    assert found is not None
    lines = found.answer.splitlines()
    assert lines[1].startswith("• Ei täsmää: Yhteensä on painettu 823 000 €, laskettuna 822 000 €")
    assert lines[-1] == "Lisäksi 6 täsmää."
    assert sum(line.startswith("•") for line in lines) == 24


def test_a_total_of_totals_is_told_instead_of_them() -> None:
    table = (
        "# Laiturituet\n\n| Alue | 2021 (€) | 2022 (€) | Yhteensä (€) |\n|---|---|---|---|\n"
        "| Rantala | 30 000 | 11 000 | 41 000 |\n| Koskela | 50 000 | 20 500 | 70 500 |\n"
        "| Yhteensä | 80 000 | 31 500 | 111 500 |\n"
    )
    found = ask("Täsmääkö laituritukien kokonaissumma?", source_of(tuet=table))
    assert found is not None
    assert found.answer.startswith("Täsmää: Yhteensä 111 500 € on osiensa summa")
    assert "80 000 € on" not in found.answer
