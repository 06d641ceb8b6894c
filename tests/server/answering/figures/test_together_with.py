"""Rows taken together in other words, sums of the rows that have the most, and rows put in an order."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet

| Alue | 2020 | 2021 | Yhteensä |
|---|---|---|---|
| Kainuu | 30 000 € | 40 000 € | 70 000 € |
| Lappi | 70 500 € | 10 000 € | 80 500 € |
| Satakunta | 9 000 € | 12 000 € | 21 000 € |
| Kymenlaakso | 11 000 € | 11 500 € | 22 500 € |
| Yhteensä | 120 500 € | 73 500 € | 194 000 € |
"""

documents = partial(source_of, tuet=_GRANTS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka monta euroa Lappi sai enemmän kuin Kainuu vuonna 2020?", "fi", 40500),
        ("Montako euroa Lappi sai enemmän kuin Kainuu vuonna 2020?", "fi", 40500),
        ("Hur många euro fick Lappland mer än Kajanaland 2020?", "sv", 40500),
        ("By how many euros did Lapland get more than Kainuu in 2020?", "en", 40500),
        ("Paljonko Lappi sai yhdessä Kainuun kanssa vuonna 2020?", "fi", 100500),
        ("Paljonko Lappi ja Kainuu saivat yhdessä vuonna 2021?", "fi", 50000),
        ("Kuinka paljon enemmän Lappi sai kuin Satakunta ohjelmakaudella 2020–2021?", "fi", 59500),
        ("Paljonko kolme eniten saanutta aluetta sai yhteensä vuonna 2021?", "fi", 63500),
        ("Paljonko kaksi suurinta saajaa sai yhteensä vuonna 2020?", "fi", 100500),
        ("How much did the two largest recipients get together in 2020?", "en", 100500),
        ("Hur mycket fick de två största mottagarna tillsammans 2020?", "sv", 100500),
        ("Mitkä kaksi aluetta saivat eniten vuonna 2021 – Paljonko ne saivat yhteensä?", "fi", 52000),
    ],
)
def test_what_rows_come_to_together(question: str, language: Language, expected: int) -> None:
    assert values(question, documents(), language) == [Decimal(expected)]


def test_which_got_most_in_all_is_asked_of_the_total_column() -> None:
    assert values("Mitkä kaksi aluetta saivat eniten yhteensä?", documents()) == [Decimal(80500), Decimal(70000)]


@pytest.mark.parametrize(
    ("question", "language", "order"),
    [
        ("Järjestä alueet laiturituen kokonaissumman mukaan.", "fi", ("Lappi", "Kainuu", "Kymenlaakso", "Satakunta")),
        ("Aseta alueet järjestykseen vuoden 2021 tuen mukaan.", "fi", ("Kainuu", "Satakunta", "Kymenlaakso", "Lappi")),
        ("Rangordna områdena efter bidragen 2020.", "sv", ("Lappland", "Kajanaland", "Kymmenedalen", "Satakunta")),
        ("Rank the regions by the 2020 grants.", "en", ("Lapland", "Kainuu", "Kymenlaakso", "Satakunta")),
        ("Sort the regions by grants in 2021.", "en", ("Kainuu", "Satakunta", "Kymenlaakso", "Lapland")),
    ],
)
def test_rows_are_put_in_order(question: str, language: Language, order: tuple[str, ...]) -> None:
    answer = ask(question, documents(), language)
    assert answer is not None
    assert sorted(order, key=answer.answer.index) == list(order)


@pytest.mark.parametrize(
    ("question", "language", "row"),
    [
        ("Mikä alue sai 70 500 euroa?", "fi", "Lappi"),
        ("Which area got €11,500?", "en", "Kymenlaakso"),
        ("Vilket område fick 12 000 € 2021?", "sv", "Satakunta"),
        ("Mitkä alueet saivat tasan 30 000 euroa?", "fi", "Kainuu"),
    ],
)
def test_the_row_of_a_sum_is_told(question: str, language: Language, row: str) -> None:
    answer = ask(question, documents(), language)
    assert answer is not None
    assert row in answer.answer
    assert not [
        other for other in ("Kainuu", "Lappi", "Satakunta", "Kymenlaakso") if other in answer.answer.replace(row, "")
    ]


@pytest.mark.parametrize("question", ["Mikä alue sai 70 501 euroa?", "Mikä alue sai 70 500 euroa vuonna 2021?"])
def test_a_sum_that_no_row_has_is_of_none(question: str) -> None:
    answer = ask(question, documents())
    assert answer is None or answer.status == "not_found"
