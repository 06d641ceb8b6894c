"""Headers of flat tables as web pages print them: days, groups over columns, lines set in."""

from decimal import Decimal

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of, value


def _table(text: str) -> Table:
    (table,) = flat_tables(document_of(text))
    return table


def test_each_account_s_first_and_last_day_head_a_column() -> None:
    table = _table(
        "Tuloslaskelma 1.1.-31.12.2031 1.1.-31.12.2030\nToimintatuotot 175 548 922,02 173 675 983,78\n"
        "Toimintakulut -827 098 620,70 -801 387 224,72\nToimintakate -651 549 698,68 -627 711 240,94\n"
        "Verotulot 513 760 971,34 514 407 244,94\n"
    )
    assert table.column_labels == (("1.1.-31.12.2031",), ("1.1.-31.12.2030",))
    assert str(value(table, "Verotulot", "1.1.-31.12.2030")) == "514407244.94"


GROUPS = """Luvat alueittain

Alue Kulut (1000 €) Asunnot (kpl)
1-7/2031* 1-7/2030* 1-7/2031* 1-7/2030*
Alho 6 605 5 333 7 626 5 063
Beeda 4 017 3 869 5 615 3 682
Cedo 1 562 1 620 1 015 1 772
Deeta 2 471 2 818 1 678 1 630
"""


def test_units_in_brackets_are_of_the_group_before_them() -> None:
    table = _table(GROUPS)
    paths = [" ".join(path) for path in table.column_labels]
    assert paths == [
        f"{group} 1-7/{year}" for group in ("Kulut (1000 €)", "Asunnot (kpl)") for year in ("2031", "2030")
    ]
    cells = {(figure.row_path[-1], figure.column): (figure.value, figure.unit) for figure in table.figures}
    assert cells["Cedo", 1] == (Decimal(1_620_000), "EUR")
    assert cells["Cedo", 2] == (Decimal(1015), "kpl")


def test_groups_and_columns_on_lines_of_their_own() -> None:
    table = _table(
        "Nyckeltal\n\n  Årsbidrag, euro per invånare\nLån, euro per invånare\n2031\nFörändring\n2031\nFörändring\n"
        "Alho 4 739 4 422 3 448 1 107\nBeeda 4 988 4 387 3 044 1 158\nCedo 5 533 4 458 3 072 -1 134\n"
        "Deeta 4 739 4 422 3 448 1 107\n"
    )
    cells = {(figure.row_path[-1], " > ".join(figure.column_path)): figure.unit for figure in table.figures}
    assert cells["Cedo", "Lån, euro per invånare > 2031"] == "EUR/invånare"
    assert cells["Cedo", "Lån, euro per invånare > Förändring"] is None


def test_rows_set_in_are_one_table_whose_first_line_is_the_header() -> None:
    table = _table(
        "Talouden tunnusluvut\n\nTilinpäätös 2031 2032 2033\n Asukasluku 31.12. 5 985 5 900 5 703\n"
        " Veroprosentti 22 22 22\n Verotulot/asukas € 3 449 3 600 3 595\n Lainat, 1000 € 16 200 17 500 20 100\n"
    )
    assert value(table, "Lainat, 1000 €", "2033") == 20_100_000
    assert value(table, "Asukasluku 31.12.", "2032") == 5900


def test_a_share_or_change_is_of_the_column_before_it() -> None:
    table = _table(
        "Tuet kunnittain (euroa)\nKunta 2032 % 2033 %\nAlho 12 300 12,3 14 500 12,5\nBeeda 22 300 22,3 24 500 21,1\n"
        "Cedo 32 300 32,3 34 500 29,7\nDeeta 33 100 33,1 42 500 36,6\nYhteensä 100 000 100,0 116 000 100,0\n"
    )
    assert table.column_labels == (("2032",), ("2032", "%"), ("2033",), ("2033", "%"))
    cells = {(figure.row_path[-1], figure.column): (str(figure.value), figure.unit) for figure in table.figures}
    assert cells["Cedo", 2] == ("34500", "EUR")
    assert cells["Cedo", 3] == ("29.7", "%")


def test_wide_blanks_beside_single_ones_part_columns() -> None:
    table = _table(
        "Tunnusluvut\nNimi 2031  2032  2033\nMyynti 7 485  7 941  6 059\nTulos 770  644  863\nVelka 1 770  644  2 863\n"
        "Tase 7 978  6 487  8 476\n"
    )
    assert [value(table, "Velka", year) for year in ("2031", "2032", "2033")] == [1770, 644, 2863]


def test_totals_in_small_letters_end_headers_that_begin_with_capitals() -> None:
    table = _table(
        "Yöpymiset kuukausittain, 2031\n\nKuukausi Yöpymiset yhteensä Yöpymisten muutos vuodesta, % Kotimaiset "
        "yöpymiset yhteensä Kotimaisten yöpymisten muutos vuodesta, %\nYhteensä 3 667 339 1,6 2 738 787 0,1\n"
        "Tammikuu 1 402 721 6,6 785 707 1,0\nHelmikuu 2 264 618 8,7 1 953 080 3,6\n"
    )
    assert [path[-1] for path in table.column_labels] == [
        "Yöpymiset yhteensä",
        "Yöpymisten muutos vuodesta, %",
        "Kotimaiset yöpymiset yhteensä",
        "Kotimaisten yöpymisten muutos vuodesta, %",
    ]
    assert value(table, "Tammikuu", "Kotimaiset yöpymiset yhteensä") == 785_707


def test_rows_below_a_line_that_says_percent_are_no_part_of_a_table_of_euros() -> None:
    table = _table(
        "Talous, 1 000 €\nLuvut 2029 2030\nTulot 4 200 4 300\nMenot 4 100 4 250\nKate 100 50\nMuutos, %\n"
        "Tulot 2,0 3,1\nMenot 1,0 2,1\n"
    )
    assert {figure.row for figure in table.figures} == {0, 1, 2}


COUNTIES = """Liitetaulukko 2. Alhon ja Beedan maakuntien talouden vuositietoja (sis. sisäiset erät), miljoonaa euroa 1)

  1.–4. neljännes
Alho Beeda
2031 Muutos, % 2031 Muutos, %
Tuloslaskelma:
Toimintatuotot yhteensä 12 213 -2,5 13 779 0,8
Myyntituotot 5 278 -2,8 12 710 0,9
Muut tuotot 6 935 2,1 1 069 11,0
Toimintakulut 754 -9,9 177 -8,9
1) Tiedot sisältävät liikelaitokset.
"""


def test_a_line_that_ends_in_a_colon_heads_no_column() -> None:
    table = _table(COUNTIES)
    assert table.column_labels == (("Alho", "2031"), ("Alho", "Muutos, %"), ("Beeda", "2031"), ("Beeda", "Muutos, %"))
    read = {(figure.row_path[-1], figure.column_path): (figure.value, figure.unit) for figure in table.figures}
    assert read["Myyntituotot", ("Beeda", "2031")] == (Decimal(12_710_000_000), "EUR")
    assert read["Toimintakulut", ("Alho", "Muutos, %")] == (Decimal("-9.9"), "%")
