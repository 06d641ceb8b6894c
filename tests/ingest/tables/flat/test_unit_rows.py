"""Lines of units between the headers of flat tables and their rows."""

from decimal import Decimal

import pytest

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.gridded import plain


def tables(unit: str) -> tuple[Table, ...]:
    rows = "Alho 6 002 978 34,0\nBeeda 1 644 1 364 16,4\nCedo 8 962 1 877 43,6\nTotalt 16 608 4 219 28,7\n"
    return flat_tables(plain(f"Driftskostnader\nOmråde Ansökt Beviljat Andel\n{unit} {unit} %\n{rows}"))


@pytest.mark.parametrize("unit", ["tusental euro", "i tusental euro", "tusen euro", "tuhansia euroa", "EUR thousand"])
def test_units_of_several_words(unit: str) -> None:
    (table,) = tables(unit)
    assert [(figure.value, figure.unit) for figure in table.figures[:3]] == [
        (6_002_000, "EUR"),
        (978_000, "EUR"),
        (Decimal("34.0"), "%"),
    ]


@pytest.mark.parametrize("unit", ["tuhansin taaleroin", "tdlr"])
def test_units_that_could_not_be_read_are_no_words_of_the_last_header(unit: str) -> None:
    assert tables(unit) == ()


def test_the_header_of_the_row_labels_on_a_line_of_its_own_heads_no_column() -> None:
    text = "Stöd, €\nOmråde\nBeviljat\nPer invånare, euro/invånare\nAlho 45 392 356\nBeeda 60 708 634\nCedo 4 401 652\n"
    assert all(table.figures[0].column_path != ("Område",) for table in flat_tables(plain(text)))
