"""Forms of tables in flat text: groups, items, several tables on a page, lines of units, torn headers."""

from decimal import Decimal

import pytest

from ingest.table import Figure, Table
from ingest.tables.flat.tables import flat_tables
from ingest.tables.recover import recover
from tests.ingest.tables.make import document_of, flat_table, value


def _cells(table: Table) -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[object, object]]:
    return {(figure.row_path, figure.column_path): (figure.value, figure.unit) for figure in table.figures}


_GROUPS = (
    "Käyttötalous, 1 000 €\nErä TP 2021 TA 2022\nSosiaalipalvelut\nAvustukset 1 860 1 619\nVuokrat 3 129 4 347\n"
    "Yhteensä 4 989 5 966\nTerveyspalvelut\nAvustukset 5 604 5 645\nVuokrat 3 383 3 796\nYhteensä 8 987 9 441\n"
    "Kaikki yhteensä 13 976 15 407\n"
)


def test_rows_under_headings_without_numbers_and_the_totals_that_close_them() -> None:
    table = flat_table(_GROUPS)
    assert table.row_labels == (
        ("Sosiaalipalvelut", "Avustukset"),
        ("Sosiaalipalvelut", "Vuokrat"),
        ("Sosiaalipalvelut", "Yhteensä"),
        ("Terveyspalvelut", "Avustukset"),
        ("Terveyspalvelut", "Vuokrat"),
        ("Terveyspalvelut", "Yhteensä"),
        ("Kaikki yhteensä",),
    )
    assert {figure.check for figure in table.figures} == {"reconciled"}
    cells = _cells(table)
    assert cells[("Terveyspalvelut", "Yhteensä"), ("TP 2021",)] == (8987000, "EUR")
    assert cells[("Kaikki yhteensä",), ("TA 2022",)] == (15407000, "EUR")


def test_a_heading_is_quoted_with_its_rows() -> None:
    figure = flat_table(_GROUPS).figures[6]
    assert [_GROUPS[span.start : span.end] for span in figure.row_spans] == ["Terveyspalvelut", "Avustukset"]


def test_totals_that_name_their_group() -> None:
    table = flat_table(
        "Menolaji 2021 2022\nSosiaalipalvelut\nHenkilöstökulut 5 200 300 5 400 100\n"
        "Palvelujen ostot 1 100 200 1 250 400\n"
        "Sosiaalipalvelut yhteensä 6 300 500 6 650 500\nPelastustoimi\nHenkilöstökulut 2 000 000 2 100 000\n"
        "Vuokrat 300 100 310 200\nPelastustoimi yhteensä 2 300 100 2 410 200\nYhteensä 8 600 600 9 060 700\n"
    )
    assert table.row_labels[4] == ("Pelastustoimi", "Vuokrat")
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_a_row_whose_cells_are_all_empty_heads_no_group() -> None:
    table = flat_table(
        "Alue 2021 2022\nAho 1 200 300 1 400 100\nBerg\nCid 2 000 000 2 100 000\nDahl 300 100 310 200\n"
        "Yhteensä 3 500 400 3 810 300\n"
    )
    assert table.row_labels == (("Aho",), ("Cid",), ("Dahl",), ("Yhteensä",))


@pytest.mark.parametrize("mark", ["- ", "• ", "o ", "  "])
def test_items_under_a_row_are_its_parts(mark: str) -> None:
    table = flat_table(
        f"Kustannukset (1 000 €)\nErä 2021 2022\nMatkakulut 1 458 1 596\n{mark}Metsälä 836 624\n"
        f"{mark}Rautavaara 622 972\n"
        f"Laitehankinnat 1 361 1 102\n{mark}joista Lehtoniemi 621 358\n{mark}joista Metsälä 740 744\n"
        "Yhteensä 2 819 2 698\n"
    )
    cells = {figure.row: figure for figure in table.figures if figure.column == 0}
    assert cells[1].value == 836000
    assert cells[1].row_parent == 0
    assert cells[5].value == 740000
    assert cells[5].row_parent == 3
    assert cells[6].value == 2819000
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_parts_that_are_not_all_the_parts() -> None:
    table = flat_table(
        "Menolaji TP 2022 TA 2023\nHenkilöstökulut 45 200 46 100\njosta eläkekulut 6 100 6 300\nVuokrat 8 300 8 500\n"
        "Yhteensä 53 500 54 600\n"
    )
    assert value(table, "josta eläkekulut", "TA 2023") == 6300
    assert value(table, "Yhteensä", "TP 2022") == 53500


def test_two_tables_one_right_behind_the_other() -> None:
    first, second = flat_tables(
        document_of(
            "Rahoituksen jako (milj. €)\n\nAlue\n\nHaettu\n\nMyönnetty\n\nAho 5,85 3,98\n\nBerg 4,00 3,48\n\n"
            "Cid 3,91 3,33\n\n"
            "Hankkeen kustannukset\n\nt€\n\nErä Q1/2021 Q2/2021 Yhteensä\n\nLaitteet 76 695 15 000 91 695\n\n"
            "Koulutus 72 700 66 000 138 700\n\nKaikki yhteensä 149 395 81 000 230 395\n"
        )
    )
    assert first.row_labels == (("Aho",), ("Berg",), ("Cid",))
    assert second.column_labels == (("Q1/2021",), ("Q2/2021",), ("Yhteensä",))
    assert value(second, "Koulutus", "Q2/2021") == 66000000


@pytest.mark.parametrize(
    "between", ["12\n\n", "\nAlue Haettu Myönnetty\n", "\nAvustukset alueittain (jatkuu)\nAlue Haettu Myönnetty\n"]
)
def test_a_table_goes_on_behind_a_page_number_and_its_headers(between: str) -> None:
    table = flat_table(
        "Avustukset alueittain\nAlue Haettu Myönnetty\nAho 5 200 300 5 100 000\nBerg 1 100 200 900 400\n"
        "Cid 2 300 400 2 250 000\n"
        f"{between}Dahl 400 100 310 200\nYhteensä 9 001 000 8 560 600\n"
    )
    assert table.row_labels == (("Aho",), ("Berg",), ("Cid",), ("Dahl",), ("Yhteensä",))
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_a_line_of_units_below_the_headers() -> None:
    table = flat_table(
        "Hankkeet Myönnetty Osuus\nkpl milj. € %\nAho 62 28,6 22,8\nBerg 81 33,0 26,3\nCid 63 63,8 50,9\n"
        "Yhteensä 206 125,4 100,0\n"
    )
    cells = _cells(table)
    assert cells[("Aho",), ("Hankkeet",)] == (62, "kpl")
    assert cells[("Aho",), ("Myönnetty",)] == (28600000, "EUR")
    assert cells[("Aho",), ("Osuus",)] == (Decimal("22.8"), "%")


def test_units_that_come_again_under_years() -> None:
    table = flat_table(
        "Avustukset\n2023 2024\nM€ % M€ %\nAho 0,39 35,5 0,24 20,5\nBerg 0,71 64,5 0,93 79,5\n"
        "Yhteensä 1,10 100,0 1,17 100,0\n"
    )
    cells = _cells(table)
    assert cells[("Berg",), ("2024", "M€")] == (930000, "EUR")
    assert cells[("Berg",), ("2023", "%")] == (Decimal("64.5"), "%")


def test_rows_that_state_units_of_their_own() -> None:
    table = flat_table(
        "Tunnusluvut\nMittari 2023 2024\nOmavaraisuusaste, % 49,9 60,4\nVerotulot, 1 000 € 52 174 65 181\n"
        "Lainat, €/asukas 1 057 1 261\n"
        "Vuosikate, t€ 6 787 5 517\nLainakanta, milj. € 12,5 13,1\nHenkilöstö, htv 410,5 398,0\n"
    )
    cells = _cells(table)
    assert cells[("Omavaraisuusaste, %",), ("2024",)] == (Decimal("60.4"), "%")
    assert cells[("Verotulot, 1 000 €",), ("2023",)] == (52174000, "EUR")
    assert cells[("Lainat, €/asukas",), ("2023",)] == (1057, "EUR/asukas")
    assert cells[("Vuosikate, t€",), ("2024",)] == (5517000, "EUR")
    assert cells[("Lainakanta, milj. €",), ("2023",)] == (12500000, "EUR")
    assert cells[("Henkilöstö, htv",), ("2023",)] == (Decimal("410.5"), "htv")


@pytest.mark.parametrize("unit", ["1 000 €", "€ 1,000", "(1 000 €)", "EUR 1,000", "tuhatta euroa"])
def test_a_unit_alone_on_a_line_above_the_headers(unit: str) -> None:
    table = flat_table(
        f"Avustukset\n{unit}\nAlue Haettu Myönnetty\nAho 940 582\nBerg 835 561\nCid 698 259\nYhteensä 2 473 1 402\n"
    )
    assert value(table, "Yhteensä", "Myönnetty") == 1402000


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        ("TP\n2020\nTP\n2021\nTA\n2022", ("TP 2020", "TP 2021", "TA 2022")),
        ("Erä TP 2020 TP 2021 TA 2022", ("TP 2020", "TP 2021", "TA 2022")),
        ("Budget 2020 Actual 2020\n+/-", ("Budget 2020", "Actual 2020", "+/-")),
        ("2020 2021\n2022 talousarvio", ("2020", "2021", "2022 talousarvio")),
        ("2020 toteuma 2021 toteuma 2022 arvio", ("2020 toteuma", "2021 toteuma", "2022 arvio")),
        ("Erä\n2020\n(€)\n2021\n(€)\n2022\n(€)", ("2020 (€)", "2021 (€)", "2022 (€)")),
        ("Region Grant applied for Grant\nawarded Grant paid", ("Grant applied for", "Grant awarded", "Grant paid")),
    ],
)
def test_years_with_words_and_torn_headers(header: str, columns: tuple[str, ...]) -> None:
    table = flat_table(
        f"Luvut\n{header}\nAho 0,77 0,76 -0,78\nBerg 0,73 0,89 0,82\nCid 0,46 0,55 0,55\nYhteensä 1,96 2,20 0,59\n"
    )
    assert tuple(path[-1] for path in table.column_labels) == columns


def test_changes_tell_how_rows_without_a_total_are_parted() -> None:
    table = flat_table(
        "Talousarvio (1 000 €)\nErä TP 2022 TA 2023 Muutos Muutos %\nVuokrat 627 710 83 13,2\n"
        "Matkat 824 620 -204 -24,8\n"
        "Koulutus 161 146 -15 -9,3\nViestintä 351 402 51 14,5\n"
    )
    cells = _cells(table)
    assert cells[("Vuokrat",), ("TA 2023",)] == (710000, "EUR")
    assert cells[("Viestintä",), ("Muutos",)] == (51000, "EUR")
    assert cells[("Matkat",), ("Muutos %",)] == (Decimal("-24.8"), "%")
    assert {figure.placement for figure in table.figures} == {"stated"}


def test_changes_in_percent_have_no_sums() -> None:
    table = flat_table(
        "Talousarvio (€)\nErä TP 2022 TA 2023 Muutos %\nSosiaalipalvelut\nVuokrat 62 700 71 000 13,2\n"
        "Matkat 8 240 6 200 -24,8\nYhteensä 70 940 77 200 8,8\nPelastustoimi\nKoulutus 16 100 14 600 -9,3\n"
        "Viestintä 35 100 40 200 14,5\nYhteensä 51 200 54 800 7,0\nKaikki yhteensä 122 140 132 000 8,1\n"
    )
    assert table.row_labels[5] == ("Pelastustoimi", "Yhteensä")
    assert value(table, "Kaikki yhteensä", "TA 2023") == 132000
    assert {figure.check for figure in table.figures if figure.unit == "EUR"} == {"reconciled"}


def test_a_row_with_its_parts_below_that_no_word_tells_of() -> None:
    table = flat_table(
        "Menot (1 000 €)\nErä 2022 2023\nSosiaalipalvelut 5 640 5 710\nVuokrat 1 840 1 790\nMatkat 3 800 3 920\n"
        "Pelastustoimi 2 150 2 310\nKoulutus 950 1 010\nViestintä 1 200 1 300\nYhteensä 7 790 8 020\n"
    )
    assert value(table, "Matkat", "2023") == 3920000
    paths = {figure.row_path for figure in table.figures}
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert len(paths) == 7


@pytest.mark.parametrize("again", ["Menolaji TP 2022 TA 2023\n", "Menot (jatkuu)\nMenolaji TP 2022 TA 2023\n"])
def test_the_unit_goes_on_to_the_next_page_behind_a_total(again: str) -> None:
    first = "Menot, 1 000 €\nMenolaji TP 2022 TA 2023\nVuokrat 8 300 8 500\nMatkat 1 250 1 310\nYhteensä 9 550 9 810\n"
    second = f"{again}Viestintä 3 100 3 200\nLaitteet 1 450 1 500\nYhteensä 4 550 4 700\n"
    one, other = flat_tables(document_of(first, second))
    assert value(one, "Vuokrat", "TP 2022") == 8300000
    figure = other.figures[0]
    assert figure.row_path == ("Viestintä",)
    assert figure.value == 3100000
    assert figure.unit == "EUR"


def test_a_table_of_its_own_on_the_next_page_takes_no_unit_over() -> None:
    first = "Menot, 1 000 €\nMenolaji 2022 2023\nVuokrat 8 300 8 500\nMatkat 1 250 1 310\nKoulutus 2 400 2 500\n"
    second = "Asiakkaat\nKunta 2022 2023\nAho 3 100 3 200\nBerg 1 450 1 500\nYhteensä 4 550 4 700\n"
    _, other = flat_tables(document_of(first, second))
    assert value(other, "Aho", "2022") == 3100


def test_a_unit_before_a_number_that_is_the_label_s_is_no_whole_euro() -> None:
    figures: tuple[Figure, ...] = recover(document_of("Vuosikate, t€ 7 290\n\nVerotulot, 1 000 € 52 174\n")).figures
    assert not [figure for figure in figures if figure.value in {Decimal(7290), Decimal(52174)}]


def test_a_phrase_in_one_line_heads_no_columns() -> None:
    assert not flat_tables(
        document_of(
            "Rahavarojen muutos\nRahavarat 31.12. 95 179 40 497\nRahavarat 1.1. 40 497 79 537\nMuutos 54 682 -39 040\n"
        )
    )


def test_a_change_with_its_sign_is_no_phone_number() -> None:
    table = flat_table(
        "Menot (€)\nErä TP 2022 TA 2023 Muutos\nVuokrat 35865200 40633187 +4767987\n"
        "Matkat 89025317 114578605 +25553288\n"
        "Yhteensä 124890517 155211792 +30321275\n"
    )
    assert value(table, "Matkat", "Muutos") == 25553288


def test_a_share_without_a_word_is_a_column_of_its_own() -> None:
    table = flat_table(
        "Avustukset (€)\nAlue Haettu avustus Myönnetty avustus %\nAho 39 200 17 400 31,5\nBerg 30 100 26 300 47,6\n"
        "Cid 23 500 11 500 20,8\nYhteensä 92 800 55 200 100,0\n"
    )
    assert [path[-1] for path in table.column_labels] == ["Haettu avustus", "Myönnetty avustus", "%"]


def test_a_change_below_nought_behind_a_decimal_point_is_no_time() -> None:
    table = flat_table(
        "Costs (EUR million)\nItem Budget 2024 Actual 2024 Change\nTravel 3.07 3.72 0.65\nTraining 1.45 1.30 –0.15\n"
        "Rents 0.51 0.71 0.20\nTotal 5.03 5.73 0.70\n"
    )
    assert value(table, "Training", "Change") == -150000


@pytest.mark.parametrize("title", ["", "Rahoitetut hankkeet\n"])
def test_a_number_and_a_name_head_the_labels_not_the_only_column(title: str) -> None:
    table = flat_table(
        f"{title}Nro Hanke (euroa) Haettu avustus\n1 Liikunta 86000\n2 Kunnostus 81901\n3 Valokuitu 28515\n"
        "Kaikki yhteensä 196416\n"
    )
    assert table.column_labels == (("Haettu avustus",),)
    assert {figure.unit for figure in table.figures} == {"EUR"}


def test_years_with_units_behind_commas_open_a_table_of_their_own() -> None:
    first, second = flat_tables(
        document_of(
            "Hankkeet\nAlue Hankkeet Haettu\nkpl 1 000 €\nAnjala 72 2 590\nKatinala 26 1 950\nYhteensä 98 4 540\n"
            "2022, 1000 € 2023, 1000 € 2024 tae, 1000 €\nVuokrat 119 148 122\nMatkakulut 781 881 1021\n"
            "Yhteensä 900 1029 1143\n"
        )
    )
    assert [row for (row,) in first.row_labels] == ["Anjala", "Katinala", "Yhteensä"]
    assert value(second, "Matkakulut", "2022, 1000 €") == 781000


def test_a_title_that_ends_in_a_unit_heads_no_column() -> None:
    table = flat_table(
        "Tuloslaskelma, 1 000 €\nTP 2022 TA 2023 TAE 2024 Muutos %\nToimintatuotot\n"
        "Myyntituotot 1 842 1 510 1 623 7,5\n"
        "Maksutuotot 966 701 688 -1,9\nToimintatuotot yhteensä 2 808 2 211 2 311 4,5\nToimintakulut\n"
        "Henkilöstökulut −14 310 −9 845 −10 120 2,8\nAvustukset −1 333 −702 −715 1,9\n"
        "Toimintakulut yhteensä −15 643 −10 547 −10 835 2,7\n"
    )
    assert table.column_labels == (("TP 2022",), ("TA 2023",), ("TAE 2024",), ("Muutos %",))
    assert value(table, "Avustukset", "TA 2023") == -702000
    assert (len(table.figures), {figure.value is None for figure in table.figures}) == (24, {False})


def test_a_lone_word_before_pairs_of_words_and_years_heads_the_labels() -> None:
    table = flat_table(
        "Driftsbudget (1 000 euro)\nEnhetsdel Bokslut 2022 Budget 2023 Budget 2024 Förändring %\n"
        "Stadsstyrelsen -3 412 -3 505 -3 640 3,9\nTekniska nämnden -6 075 -6 240 -6 188 -0,8\n"
        "Miljönämnden -902 -915 -940 2,7\nTotalt -10 389 -10 660 -10 768 1,0\n"
    )
    assert [path[-1] for path in table.column_labels] == ["Bokslut 2022", "Budget 2023", "Budget 2024", "Förändring %"]
    assert value(table, "Miljönämnden", "Budget 2023") == -915000


def test_the_first_label_may_begin_on_the_line_above() -> None:
    table = flat_table(
        "Maakunnan kehittämisraha (€)\nToimintalinja Käytettävissä Sidottu Maksettu\nAluekehityksen\n"
        "strategiset avaukset 355 000 341 200 288 640\nElinkeinojen ja osaamisen\n"
        "kehittäminen 1 204 000 1 180 300 902 115\n"
        "Yhteensä 1 559 000 1 521 500 1 190 755\n"
    )
    assert [path[-1] for path in table.row_labels] == [
        "Aluekehityksen strategiset avaukset",
        "Elinkeinojen ja osaamisen kehittäminen",
        "Yhteensä",
    ]
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_where_all_rows_print_as_many_numbers_one_word_before_the_headers_heads_the_labels() -> None:
    table = flat_table(
        "Funding decisions\nPanel Requests Funded Success rate, % Funding (EUR 1,000)\nBiosciences 412 61 14.8 28,450\n"
        "Health 388 49 12.6 24,110\nCulture and society 467 70 15.0 26,320\nTotal 1,267 180 14.2 78,880\n"
    )
    assert [path[-1] for path in table.column_labels] == [
        "Requests",
        "Funded",
        "Success rate, %",
        "Funding (EUR 1,000)",
    ]
    assert value(table, "Health", "Funding (EUR 1,000)") == 24110000
