"""Rows that went without are those of nought. What was applied for never answers for what was received."""

from decimal import Decimal
from functools import partial

from tests.server.answering.figures.written import ask, source_of, values

_GRANTS = """# Laiturituet

| Alue | Myönnetty 2022 (€) | Myönnetty 2023 (€) |
|---|---|---|
| Kainuu | 30 000 | 0 |
| Lappi | 50 000 | 20 500 |
| Satakunta | 0 | 9 000 |
| Uusimaa |  | 11 000 |
"""

documents = partial(source_of, tuet=_GRANTS)


def test_who_went_without() -> None:
    found = ask("Mikä alue jäi ilman laituritukea vuonna 2023?", documents())
    assert found is not None
    assert [figure.row_path for figure in found.figures] == [("Kainuu",)]


def test_an_empty_cell_is_no_nought() -> None:
    found = ask("Mikä alue ei saanut laituritukea vuonna 2022?", documents())
    assert found is not None
    assert [figure.row_path for figure in found.figures] == [("Satakunta",)]


def test_what_was_applied_for_and_received_is_both_told() -> None:
    source = source_of(
        tuet="""# Tuet

| Alue | Haettu (€) | Myönnetty (€) | Maksettu (€) |
|---|---|---|---|
| Kainuu | 90 000 | 30 000 | 5 000 |
| Lappi | 70 000 | 50 000 | 6 000 |
"""
    )
    assert values("Paljonko Kainuu haki ja sai?", source) == [Decimal(90_000), Decimal(30_000)]
