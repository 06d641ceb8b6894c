"""Tables of many shapes, as text without columns and as grids."""

from decimal import Decimal

import pytest

from ingest.table import Table
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import gridded, tables_in
from tests.ingest.tables.make import cell


def _only(text: str) -> Table:
    (table,) = tables_in(text)
    return table


def test_years_in_a_row_head_columns_and_decimals_of_millions() -> None:
    table = _only(
        "Hankkeiden rahoitus 2022-2024, M€\n\nAlue 2022 2023 2024 Yhteensä\nEtelä 12,5 13,0 14,25 39,75\n"
        "Pohjoinen 8,1 7,9 6,55 22,55\nItä 3,4 3,6 3,7 10,7\nYhteensä 24,0 24,5 24,5 73,0\n"
    )
    assert table.title == "Hankkeiden rahoitus 2022-2024, M€"
    assert table.column_labels == (("2022",), ("2023",), ("2024",), ("Yhteensä",))
    assert {figure.check for figure in table.figures} == {"reconciled"}
    figure = cell(table, "Pohjoinen", "2024")
    assert (figure.value, figure.unit, figure.period, figure.measure) == (Decimal(6550000), "EUR", "2024", "funding")


def test_commas_that_group_thousands() -> None:
    table = _only(
        "Grants paid in 2022 (EUR)\n\nRegion Training Research Total\nNorth 1,200,000 345,000 1,545,000\n"
        "South 2,310,500 410,200 2,720,700\nEast 987,000 120,000 1,107,000\nTotal 4,497,500 875,200 5,372,700\n"
    )
    figure = cell(table, "North", "Research")
    assert (figure.value, figure.measure, figure.period, figure.check) == (
        Decimal(345000),
        "paid",
        "2022",
        "reconciled",
    )


def test_a_unit_behind_the_title_and_a_column_of_changes() -> None:
    table = _only(
        "Menot toiminnoittain, 1 000 €\n\nToiminto TP 2022 TA 2023 Muutos %\nKoulutus 12 500 13 000 4,0\n"
        "Terveys 22 000 20 900 -5,0\nKulttuuri 4 000 4 400 10,0\nYhteensä 38 500 38 300 -0,5\n"
    )
    found = {column: cell(table, "Terveys", column) for column in ("TP 2022", "TA 2023", "Muutos %")}
    assert [figure.value for figure in found.values()] == [22000000, 20900000, -5]
    assert [figure.measure for figure in found.values()] == ["actual", "budgeted", "change"]
    assert [figure.unit for figure in found.values()] == ["EUR", "EUR", "%"]


def test_totals_first() -> None:
    table = _only(
        "Avustukset hankkeittain, euroa\n\nHanke Yhteensä 2021 2022\nKaikki hankkeet yhteensä 655 400 305 300 350 100\n"
        "Hanke Alfa 300 300 150 100 150 200\nHanke Beeta 355 100 155 200 199 900\n"
    )
    assert table.column_labels == (("Yhteensä",), ("2021",), ("2022",))
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert [figure.row_role for figure in table.figures[::3]] == ["total", "plain", "plain"]


def test_two_tables_of_one_column_in_a_row() -> None:
    first, second = tables_in(
        "Maksetut avustukset 2020\nAlue Summa\nAho 120 300\nBerg 230 450\nCid 98 760\nYht. 449 510\n\n"
        "Maksetut avustukset 2021\nAlue Summa\nAho 131 300\nBerg 240 450\nCid 88 760\nYht. 460 510\n"
    )
    assert [table.title for table in (first, second)] == ["Maksetut avustukset 2020", "Maksetut avustukset 2021"]
    assert cell(second, "Yht.", "Summa").check == "reconciled"
    assert cell(second, "Aho", "Summa").period == "2021"


@pytest.mark.parametrize("label", ["Kaikki yhteensä", "Summa", "Total", "Yht."])
def test_total_rows_by_name(label: str) -> None:
    table = _only(f"Hakijat\n\nAlue Naiset Miehet\nAho 1 203 410\nBerg 2 304 450\nCid 987 760\n{label} 4 494 1 620\n")
    assert cell(table, label, "Naiset").value == Decimal(4494)
    assert (cell(table, label, "Naiset").row_role, cell(table, label, "Naiset").check) == ("total", "reconciled")


def test_a_statement_whose_expenses_bear_no_minus() -> None:
    (table,) = recover(
        gridded(
            ["Tuloslaskelma, €", "2024", "2023"],
            ["Toimintatuotot", "12 345 678", "11 222 333"],
            ["Toimintakulut", "45 678 901", "43 210 987"],
            ["Toimintakate", "-33 333 223", "-31 988 654"],
            ["Verotulot", "38 876 654", "36 987 765"],
            ["Vuosikate", "5 543 431", "4 999 111"],
            ["Poistot", "2 345 678", "2 222 111"],
            ["Tilikauden tulos", "3 197 753", "2 777 000"],
        )
    ).tables
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert cell(table, "Toimintakulut", "2024").row_role == "plain"


def test_a_narrower_header_is_not_taken_for_rows_that_lack_cells() -> None:
    assert (
        tables_in(
            "Avustukset alueittain\nAvustus Ennaltaehkäisy\nOsaaminen Koulutus Tutkimus\n"
            "Cid 10 426 383 7558656 2 867 727\nKaski 11 910 542 2 154 422 1 962 374 7793746\n"
            "Dahl 8 099 139 4375352 3723787\nValkama 16 544 351 1 305 965 9858080 5 380 306\n"
        )
        == ()
    )


def test_rows_that_a_slide_made_items_of_a_list() -> None:
    table = _only(
        "Hakemukset alueittain\n\n• Alue\n• Haettu (€)\n• Myönnetty (€)\n• Kpl\n• Itä 1 250 000 830 000 14\n"
        "• Länsi 2 400 500 1 200 250 22\n• Pohjoinen 640 000 640 000 5\n• Yhteensä 4 290 500 2 670 250 41"
    )
    assert [(figure.row_path[-1], str(figure.value), figure.unit, figure.check) for figure in table.figures[:6]] == [
        ("Itä", "1250000", "EUR", "reconciled"),
        ("Itä", "830000", "EUR", "reconciled"),
        ("Itä", "14", "kpl", "unchecked"),
        ("Länsi", "2400500", "EUR", "reconciled"),
        ("Länsi", "1200250", "EUR", "reconciled"),
        ("Länsi", "22", "kpl", "unchecked"),
    ]


def test_items_of_a_list_with_numbers_are_no_table() -> None:
    assert not tables_in("Tulokset\n\n• Työpajoja 312\n• Osallistujia 8 400\n• Kouluttajia 64, joista 41 jatkaa\n")


def test_a_misprinted_grand_total_leaves_the_table_readable() -> None:
    table = _only(
        "Hyvinvointialue 2022 2023 Yhteensä (€)\nLänsi-Uusimaa 2 100 000 1 950 500 4 050 500\n"
        "Keski-Uusimaa 1 875 250 1 875 250\nKymenlaakso 980 000 1 020 000 2 000 000\n"
        "Yhteensä 4 955 250 2 970 500 7 225 750\n"
    )
    lacking = cell(table, "Keski-Uusimaa", "2022")
    assert (lacking.value, lacking.placement, lacking.check) == (Decimal(1875250), "inferred", "reconciled")
    assert cell(table, "Yhteensä", "Yhteensä (€)").check == "contradicted"
    assert [(finding.stated, finding.expected) for finding in table.findings] == [
        (Decimal(7225750), Decimal(7925750)),
        (Decimal(7225750), Decimal(7925750)),
    ]


def test_a_single_column_whose_total_all_but_sums_it() -> None:
    text = "Avustukset alueittain\nAlue Avustus (€)\nEtelä 1 250 000\nLänsi 830 500\nItä 412 250\nYhteensä {}\n"
    table = _only(text.format("2 492 800"))
    assert cell(table, "Länsi", "Avustus (€)").value == 830500
    assert [(finding.stated, finding.expected) for finding in table.findings] == [(Decimal(2492800), Decimal(2492750))]
    assert not tables_in(text.format("3 492 800"))


def test_a_misprinted_total_of_more_numbers_than_can_be_parted_one_by_one() -> None:
    table = _only(
        "Alue Koulutus Viestintä Hanke Tuki Digitalisaatio Yhteensä\n"
        "Westend 27 062 073 80 102 912 63 715 103 84 228 190 255 108 278\n"
        "Cid 14 396 175 91 177 097 43 903 567 5 405 841 26 768 806 181 651 486\n"
        "Niemi 0 2 258 283 96877327 70 970 490 170 106 100\n"
        "Yhteensä (€) 41458248 91 177 098 126 264 762 165 998 271 181 967 486 606 865 864\n"
    )
    assert cell(table, "Westend", "Hanke").value == 80102912
    assert cell(table, "Niemi", "Tuki").value == 96877327
    assert [(finding.stated, finding.expected) for finding in table.findings] == [
        (Decimal(91177098), Decimal(91177097)),
        (Decimal(606865864), Decimal(606865865)),
    ]


def test_parents_are_found_though_the_grand_total_is_misprinted() -> None:
    table = _only(
        "Alue 2022 2023 Yhteensä\nEtelä yht. 3 120 450 2 210 310 5 330 760\nHamina 1 020 150 1 110 300 2 130 450\n"
        "Kotka 2 100 300 1 100 010 3 200 310\nLänsi 4 411 870 4 411 870\nItä 1 750 020 930 440 2 680 460\n"
        "Yhteensä 4 870 470 7 552 620 12 523 090\n"
    )
    roles = {figure.row_path[-1]: (figure.row_role, figure.row_parent) for figure in table.figures}
    assert roles["Etelä yht."] == ("parent", None)
    assert roles["Hamina"] == roles["Kotka"] == ("child", 0)
    assert roles["Länsi"] == ("plain", None)
    assert cell(table, "Länsi", "2023").value == 4411870
    assert cell(table, "Yhteensä", "Yhteensä").check == "contradicted"
