from dataclasses import replace
from decimal import Decimal

from ingest.tables.arithmetic import reconcile
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain
from tests.ingest.tables.make import cell, table_of


def test_totals_of_rows_and_columns_confirm_their_cells() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021", "yhteensä"],
            ["Aho", "2 199 998", "4 439 314", "6 639 312"],
            ["Berg", "2 831 000", "5 702 581", "8 533 581"],
            ["Cid", "1 671 131", "3 336 135", "5 007 266"],
            ["yhteensä", "6 702 129", "13 478 030", "20 180 159"],
        )
    )
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert table.findings == ()
    assert [figure.row_role for figure in table.figures[::3]] == ["plain", "plain", "plain", "total"]
    assert [figure.column_role for figure in table.figures[:3]] == ["plain", "plain", "total"]


def test_a_wrong_total_is_a_finding_and_its_addends_stay_confirmed() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021", "yhteensä"],
            ["Aho", "2 199 998", "4 439 314", "6 639 312"],
            ["Berg", "2 831 000", "5 702 581", "8 533 581"],
            ["Cid", "1 671 131", "3 336 135", "5 007 266"],
            ["yhteensä", "6 702 129", "13 508 030", "20 210 159"],
        )
    )
    assert cell(table, "yhteensä", "2021").check == "contradicted"
    assert cell(table, "yhteensä", "2020").check == "reconciled"
    assert cell(table, "Berg", "2021").check == "reconciled"
    differences = {(finding.kind, finding.stated, finding.expected, finding.difference) for finding in table.findings}
    assert differences == {
        ("column_sum", Decimal(13508030), Decimal(13478030), Decimal(30000)),
        ("column_sum", Decimal(20210159), Decimal(20180159), Decimal(30000)),
    }


def test_parents_before_their_sub_rows_are_not_counted_twice() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021"],
            ["Aho", "2 199 998", "4 439 314"],
            ["Berg yht.", "2 831 000", "5 702 581"],
            ["Itä-Berg", "1 231 000", "2 702 581"],
            ["Länsi-Berg", "1 600 000", "3 000 000"],
            ["Cid", "1 671 131", "3 336 135"],
            ["YHTEENSÄ", "6 702 129", "13 478 030"],
        )
    )
    assert {figure.check for figure in table.figures} == {"reconciled"}
    roles = {figure.row_path[-1]: (figure.row_role, figure.row_parent) for figure in table.figures}
    assert roles == {
        "Aho": ("plain", None),
        "Berg yht.": ("parent", None),
        "Itä-Berg": ("child", 1),
        "Länsi-Berg": ("child", 1),
        "Cid": ("plain", None),
        "YHTEENSÄ": ("total", None),
    }


def test_a_misprinted_parent_is_told_though_nothing_else_of_its_group_holds() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021"],
            ["Aho", "2 199 998", "4 439 314"],
            ["Berg yht.", "2 831 000", "5 702 581"],
            ["Itä-Berg", "1 230 900", ""],
            ["Länsi-Berg", "1 600 000", ""],
            ["Cid", "1 671 131", "3 336 135"],
            ["YHTEENSÄ", "6 702 129", "13 478 030"],
        )
    )
    assert cell(table, "YHTEENSÄ", "2020").check == "reconciled"
    assert cell(table, "Berg yht.", "2020").check == "contradicted"
    assert cell(table, "Itä-Berg", "2020").check == "unchecked"
    assert [(f.kind, f.difference) for f in table.findings] == [("parent_sum", Decimal(100))]


def test_chained_subtotals_of_an_income_statement() -> None:
    table = reconcile(
        table_of(
            ["2024", "2023"],
            ["Toimintatuotot", "12 345 678", "11 222 333"],
            ["Toimintakulut", "-45 678 901", "-43 210 987"],
            ["Toimintakate", "-33 333 223", "-31 988 654"],
            ["Verotulot", "20 111 222", "19 333 444"],
            ["Valtionosuudet", "18 765 432", "17 654 321"],
            ["Vuosikate", "5 543 431", "4 999 111"],
            ["Poistot", "-2 345 678", "-2 222 111"],
            ["Tilikauden tulos", "3 197 753", "2 777 000"],
        )
    )
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert table.findings == ()


def test_granted_less_paid_is_not_what_remains() -> None:
    table = reconcile(
        table_of(
            ["Myönnetty", "Maksettu", "Jäljellä"],
            ["Keskus", "182 885 662", "49 736 559", "128 832 065"],
            ["Lape", "28 000 000", "7 550 660", "18 865 481"],
            ["Koordinaatio", "11 853 160", "1 268 355", "10 584 805"],
        )
    )
    assert cell(table, "Keskus", "Jäljellä").check == "contradicted"
    assert cell(table, "Koordinaatio", "Jäljellä").check == "reconciled"
    assert [(f.kind, f.stated, f.expected) for f in table.findings] == [
        ("difference", Decimal(18865481), Decimal(20449340)),
        ("difference", Decimal(128832065), Decimal(133149103)),
    ]


def test_rounded_addends_have_their_tolerance() -> None:
    table = reconcile(
        table_of(
            ["2023", "2024", "2025"],
            ["Aho", "118", "233", "401"],
            ["Berg", "305", "512", "622"],
            ["Cid", "222", "178", "97"],
            ["Yhteensä", "646", "923", "1 119"],
            scale=1_000_000,
        )
    )
    assert table.findings == ()
    assert cell(table, "Yhteensä", "2023").check == "reconciled"
    assert "rounding" in cell(table, "Yhteensä", "2023").check_reason


def test_chance_is_no_confirmation() -> None:
    table = reconcile(
        table_of(
            ["A", "B", "C"], ["x", "1", "2", "3"], ["y", "0", "0", "0"], ["z", "4", "4", "4"], ["w", "5", "6", "7"]
        )
    )
    assert {figure.check for figure in table.figures} == {"unchecked"}


def test_a_miss_of_one_in_whole_euros_is_a_misprint_unless_misses_are_many() -> None:
    rows = (["Aho", "2 199 998", "4 439 314"], ["Berg", "2 831 000", "5 702 581"], ["Cid", "1 671 131", "3 336 135"])
    table = reconcile(table_of(["2020", "2021"], *rows, ["yhteensä", "6 702 129", "13 478 031"]))
    assert cell(table, "yhteensä", "2021").check == "contradicted"
    assert [finding.difference for finding in table.findings] == [Decimal(1)]
    rounded = reconcile(
        table_of(
            ["2020", "2021", "2022", "2023"],
            ["Aho", "2 199 998", "4 439 314", "118 223", "233 118"],
            ["Berg", "2 831 000", "5 702 581", "305 512", "512 305"],
            ["Cid", "1 671 131", "3 336 135", "222 178", "178 222"],
            ["yhteensä", "6 702 129", "13 478 031", "645 914", "923 644"],
        )
    )
    assert rounded.findings == ()


def test_a_wrong_total_of_a_row_is_told_though_the_total_below_repeats_it() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021", "Yhteensä"],
            ["Aho", "4 000", "5 100", "9 200"],
            ["Berg", "3 000", "2 000", "5 000"],
            ["Yhteensä", "7 000", "7 100", "14 200"],
        )
    )
    assert [(finding.kind, finding.stated, finding.expected) for finding in table.findings] == [
        ("row_sum", Decimal(9200), Decimal(9100)),
        ("row_sum", Decimal(14200), Decimal(14100)),
    ]
    assert cell(table, "Berg", "Yhteensä").check == "reconciled"


def test_a_right_total_stays_confirmed_though_an_addend_of_its_row_is_misprinted() -> None:
    table = reconcile(
        table_of(
            ["2020", "2021", "yhteensä"],
            ["Aho", "2 199 998", "4 439 314", "6 639 312"],
            ["Berg", "2 831 000", "5 702 581", "8 533 581"],
            ["Cid", "1 671 131", "3 336 135", "5 007 266"],
            ["yhteensä", "6 702 129", "13 508 030", "20 180 159"],
        )
    )
    assert cell(table, "yhteensä", "2021").check == "contradicted"
    assert cell(table, "yhteensä", "yhteensä").check == "reconciled"
    assert len(table.findings) == 2


def test_a_single_column_with_its_total() -> None:
    rows = [[name, count] for name, count in zip("abcdef", ("11", "10", "178", "30", "40", "100"), strict=True)]
    table = reconcile(table_of(["Määrä"], *rows, ["Yhteensä", "369"]))
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert cell(table, "Yhteensä", "Määrä").row_role == "total"


def test_a_blank_subtotal_stands_for_its_parts() -> None:
    table = reconcile(
        table_of(
            ["Menot", "Tulot"],
            ["Koulu", "1 250 111", ""],
            ["Talo", "2 650 222", "299 100"],
            ["Rakennukset yhteensä", "3 900 333", ""],
            ["Koneet", "170 444", ""],
            ["Laitteet", "1 542 700", "260 100"],
            ["Yhteensä", "5 613 477", "559 200"],
        )
    )
    assert table.findings == ()
    assert cell(table, "Yhteensä", "Tulot").check == "reconciled"


def test_one_of_two_columns_misprinted_under_a_total() -> None:
    table = reconcile(
        table_of(
            ["2022", "2023"],
            ["Palloseura", "12 500", "16 750"],
            ["Uimaseura", "8 900", "9 100"],
            ["Voimistelijat", "21 300", "20 850"],
            ["Yhteensä", "42 700", "43 700"],
        )
    )
    assert [(f.kind, f.stated, f.expected) for f in table.findings] == [("column_sum", Decimal(43700), Decimal(46700))]
    assert cell(table, "Yhteensä", "2023").check == "contradicted"
    assert cell(table, "Yhteensä", "2022").check == "reconciled"


def test_sub_rows_without_a_word_for_their_parent_miss_in_one_column_of_four() -> None:
    table = reconcile(
        table_of(
            ["a", "b", "c", "d"],
            ["Itä", "2 001", "1 507", "2 003", "1 609"],
            ["Kymi", "1 061", "795", "1 710", "1 311"],
            ["Kotka", "641", "455", "1 010", "801"],
            ["Kouvola", "720", "340", "700", "510"],
        )
    )
    assert [(f.kind, f.stated, f.expected) for f in table.findings] == [("parent_sum", Decimal(1061), Decimal(1361))]


def test_two_shares_to_the_tenth_show_that_the_third_is_misprinted() -> None:
    table = reconcile(
        table_of(
            ["Hakijoita", "Saajia", "Osuus"],
            ["2020", "1 204", "311", "25,8 %"],
            ["2021", "998", "402", "70,3 %"],
            ["2022", "2 010", "800", "39,8 %"],
        )
    )
    assert [(f.kind, f.stated, f.expected) for f in table.findings] == [("share", Decimal("70.3"), Decimal("40.3"))]


def test_sums_of_rows_confirm_counts_beside_the_money() -> None:
    money = table_of(
        ["2022", "2023", "Nuoria", "Ikä"],
        ["Vantaa", "45 120", "41 300", "12 410", "16"],
        ["Oulu", "52 500", "50 250", "15 002", "15"],
        ["Yhteensä", "97 620", "91 550", "27 412", "15"],
    )
    figures = tuple(replace(figure, unit="EUR" if figure.column < 2 else None) for figure in money.figures)
    table = reconcile(replace(money, figures=figures))
    assert [figure.check for figure in table.figures] == [*("reconciled",) * 3, "unchecked"] * 3
    assert cell(table, "Oulu", "Nuoria").check_reason == "column sum: 12 410 + 15 002 = 27 412"
    assert table.findings == ()


def test_a_total_of_two_rows_is_called_one() -> None:
    rows = recover(plain("Tuet\n\n| Alue | Saatu (€) |\n|---|---|\n| Alho | 30 |\n| Beeda | 20 |\n| Yhteensä | 50 |\n"))
    roles = {figure.row_path[-1]: figure.row_role for table in rows.tables for figure in table.figures}
    assert roles == {"Alho": "plain", "Beeda": "plain", "Yhteensä": "total"}


def test_a_part_that_misses_its_parent_and_its_own_row_s_total_too_are_two_findings() -> None:
    table = reconcile(
        table_of(
            ["2031", "2032", "2033", "yhteensä"],
            ["Aho yht.", "2 371 406", "1 913 287", "402 613", "4 687 306"],
            ["Berg", "1 204 118", "1 011 905", "301 211", "2 517 234"],
            ["Cid", "1 167 288", "911 382", "101 402", "2 180 072"],
            ["Dahl", "831 214", "702 581", "40 318", "1 574 113"],
            ["Ek yht.", "3 118 725", "2 087 940", "97 135", "5 303 800"],
            ["Falk", "1 918 402", "1 246 611", "61 030", "3 226 043"],
            ["Gran", "1 200 323", "841 329", "36 105", "2 077 757"],
            ["Summa", "6 321 345", "4 703 808", "540 066", "11 565 219"],
        )
    )
    found = {(finding.kind, finding.stated, finding.difference) for finding in table.findings}
    assert found == {
        ("parent_sum", Decimal(4687306), Decimal(-10000)),
        ("parent_sum", Decimal(1913287), Decimal(-10000)),
    }
    assert cell(table, "Berg", "2031").row_parent == cell(table, "Aho yht.", "2031").row


def test_a_number_without_decimals_among_others_with_some_is_as_precise_as_they_are() -> None:
    table = reconcile(
        table_of(
            ["2031", "2032", "2033"],
            ["Aho", "30", "48,1", "51"],
            ["Berg", "72,1", "84,7", "79,6"],
            ["Cid", "20,8", "85,8", "67,5"],
            ["Yhteensä", "122,9", "218,6", "200,1"],
            scale=1_000_000,
        )
    )
    assert [finding.difference for finding in table.findings] == [2_000_000]
    assert cell(table, "Yhteensä", "2031").check == "reconciled"
