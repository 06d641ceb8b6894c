"""Minuses that blanks part from their numbers."""

from decimal import Decimal

from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of, value

BUDGET = """Käyttötalous, 1 000 €

Yksikkö Käyttö 2030 Budjetti 2031
Alho 70,5 70,9
Beeda 8,8 8,2
Cedo – 1,8 – 2,8
Yhteensä 77,5 76,3
"""


def test_a_dash_before_a_number_is_its_minus_where_the_rows_make_a_table_so() -> None:
    (table,) = flat_tables(document_of(BUDGET))
    assert value(table, "Cedo", "Budjetti 2031") == Decimal(-2800)
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_a_dash_is_an_empty_cell_where_each_row_has_one_for_every_column() -> None:
    (table,) = flat_tables(
        document_of(
            "Tuki ja laina (euroa)\n\nHakija Tuki 2030 Laina 2030 Tuki 2031 Laina 2031\nAlho 70,5 11,0 70,9 12,0\n"
            "Beeda – 8,8 – 8,2\nCedo 1,5 2,5 3,5 4,5\nYhteensä 72,0 22,3 74,4 24,7\n"
        )
    )
    assert value(table, "Beeda", "Laina 2030") == Decimal("8.8")


def test_a_dash_that_may_be_either_is_what_lets_the_sums_hold() -> None:
    tables = flat_tables(
        document_of(
            "Talous (euroa)\nYksikkö Arvio 2030 Arvio 2031 Arvio 2032\nAlho 826 742 452\nBeeda 982 – 757 – 699\n"
            "Cedo 864 698 984\nYhteensä 2 672 683 737\n"
        )
    )
    read = {figure.value for table in tables for figure in table.figures if figure.row_path[-1] == "Beeda"}
    assert read <= {982, -757, -699, None}


def test_minuses_are_told_by_rows_that_have_too_many_cells_otherwise() -> None:
    (table,) = flat_tables(
        document_of(
            "Verot, tkr\n\nPost Bokslut 2030 Budget 2031 Plan 2032\nAlho 893,7 954,2 995,3\nBeeda 6,2\n"
            "Cedo – 22,8 – 3,0 – 1,0\nDeeta 45,0 44,1 1,5\nSumma 922,1 995,3 995,8\n"
        )
    )
    assert value(table, "Cedo", "Budget 2031") == Decimal(-3000)
    beeda = {figure.value for figure in table.figures if figure.row_path[-1] == "Beeda"}
    assert beeda <= {None, Decimal(6200)}


def test_a_row_whose_dashes_may_be_either_is_left_unread_beside_rows_where_they_are_minuses() -> None:
    (table,) = flat_tables(
        document_of(
            "Käyttötalous, 1 000 €\n\nYksikkö Käyttö 2030 Budjetti 2031 Arvio 2032\nAlho 70,5 70,9 71,3\n"
            "Beeda – 8,8 – 8,2 – 9,1\nCedo – 1,8 – 2,8 – 2,2\nDeeta 3,1 3,2 3,3\nErät – 16,4\n"
        )
    )
    assert value(table, "Cedo", "Budjetti 2031") == Decimal(-2800)
    assert not [figure for figure in table.figures if figure.row_path[-1] == "Erät" and figure.value is not None]
