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


_ROWS = "Alho 70,5 70,9 81,7\nBeeda 8,8 8,2 8,2\nCedo 0,3 0,4 0,4\nDeeta 1,5 10,6 0,2\n"


@pytest.mark.parametrize(
    ("unit", "header", "value"),
    [
        ("milj. €", "Toteuma 2031 Talousarvio 2032 Muutos", ("70500000", "EUR")),
        ("mnkr", "Bokslut\n2031\nBudget\n2032\nPlan\n2033", ("70500000", "SEK")),
        ("euroa", "TP 2031 TA 2032 TA 2033", ("70.5", "EUR")),
    ],
)
def test_a_unit_that_opens_the_header_is_the_table_s(unit: str, header: str, value: tuple[str, str]) -> None:
    (table,) = flat_tables(plain(f"Toiminta\n\n{unit} {header}\n{_ROWS}"))
    first = table.figures[0]
    assert (str(first.value), first.unit) == value
    assert first.column_path[0].endswith("2031")
    assert len(table.column_labels) == 3


def test_a_unit_behind_a_title_is_the_table_s_but_not_where_another_header_ends_with_it() -> None:
    (table,) = flat_tables(plain(f"Toiminta\nmilj. € Toteuma 2031 Talousarvio 2032 Muutos\n{_ROWS}"))
    assert table.column_labels == (("Toteuma 2031",), ("Talousarvio 2032",), ("Muutos",))
    assert table.figures[0].value == 70_500_000
    assert flat_tables(plain(f"Toiminta\nmilj. € Toteuma 2031 milj. € Muutos\n{_ROWS}")) == ()


def test_percent_behind_the_name_of_a_rate_is_its_unit() -> None:
    rows = (
        "Alho 682 16,7 6 510 600 9 442 463\nBeeda 4 015 17,7 8 535 591 9 920 337\nCedo 2 429 17,3 3 758 294 4 406 563\n"
    )
    (table,) = flat_tables(plain(f"Verot, euroa\n\nKunta\nAsukkaita\nTuloveroaste %\nVerot\nTulot\n{rows}"))
    assert table.column_labels == (("Asukkaita",), ("Tuloveroaste %",), ("Verot",), ("Tulot",))
    assert [figure.unit for figure in table.figures[:3]] == [None, "%", "EUR"]
