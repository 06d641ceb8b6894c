from decimal import Decimal

import pytest

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import cell, document_of, value

_GRANTS = """Myönnetyt avustukset

Alue

2020 2021 yhteensä (€)

Aho 2 199 998 4 439 314 6 639 312
Berg yht. 2 831 000 5 702 581 8 533 581
Itä-Berg 1 231 000 2 702 581 3 933 581
Länsi-Berg 1 600 000 3 000 000 4 600 000
Cid 1 671 131 3336135 5 007 266
yhteensä (€) 6 702 129 13 478 030 20 180 159
"""


def _table(text: str) -> Table:
    tables = flat_tables(document_of(text))
    assert len(tables) == 1
    return tables[0]


def test_reads_rows_headers_unit_title_and_roles() -> None:
    table = _table(_GRANTS)
    assert table.title == "Myönnetyt avustukset"
    assert table.unit == "EUR"
    assert table.column_labels == (("2020",), ("2021",), ("yhteensä (€)",))
    assert value(table, "Cid", "2021") == 3336135
    assert cell(table, "Itä-Berg", "2020").row_role == "child"
    assert cell(table, "yhteensä (€)", "2021").row_role == "total"
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_spans_hold_the_number_its_label_and_its_header() -> None:
    figure = cell(_table(_GRANTS), "Berg yht.", "2021")
    spans = [figure.value_span, *figure.row_spans, *figure.column_spans]
    assert [_GRANTS[span.start : span.end] for span in spans if span] == ["5 702 581", "Berg yht.", "2021"]


def test_a_header_over_no_numbers_heads_the_labels() -> None:
    table = _table(
        "Vesihuollon tuki\n\nHaettu, myönnetty ja maksettu tuki (€)\n\nHakija\n\nHaettu Myönnetty Maksettu\n\n"
        "Ahon osuuskunta 240 000 180 000 95 000\n\nAhon kaupunki 610 000 400 000 400 000\n\n"
        "Bergin vesi 155 000 90 000 0\n\nBergin osuuskunta 88 000 0 0\n\nCidin kunta 132 500 120 000 61 250\n\n"
        "Yhteensä 1 225 500 790 000 556 250\n"
    )
    assert table.column_labels == (("Haettu",), ("Myönnetty",), ("Maksettu",))
    assert value(table, "Ahon kaupunki", "Myönnetty") == 400000


def test_column_totals_decide_where_a_row_lacks_a_cell() -> None:
    table = _table(
        "Alue Kaikki Työkyky IPS Hoito\n"
        "Aho 4 728 000 400 000 328 000 4 000 000\n"
        "Berg 6 000 000 362 000 5 638 000\n"
        "Cid 5 250 000 250 000 5 000 000\n"
        "YHTEENSÄ 15 978 000 650 000 690 000 14 638 000\n"
    )
    assert value(table, "Berg", "IPS") == 362000
    assert value(table, "Cid", "Työkyky") == 250000
    figure = cell(table, "Berg", "IPS")
    assert (figure.placement, figure.check) == ("inferred", "reconciled")
    assert "IPS" in figure.placement_reason
    blank = cell(table, "Berg", "Työkyky")
    assert (blank.value, blank.placement, blank.text) == (None, "undecided", "")


def test_a_nought_that_fits_two_columns_stays_open() -> None:
    table = _table(
        "Alue Kaikki Työkyky IPS Hoito\n"
        "Aho 4 728 000 400 000 328 000 4 000 000\n"
        "Berg 5 638 000 0 5 638 000\n"
        "Cid 5 250 000 250 000 5 000 000\n"
        "YHTEENSÄ 15 616 000 650 000 328 000 14 638 000\n"
    )
    for column in ("Työkyky", "IPS"):
        figure = cell(table, "Berg", column)
        assert (figure.value, figure.placement, figure.text) == (None, "undecided", "0")


def test_cells_and_labels_wrapped_over_lines_with_shares_in_brackets() -> None:
    table = _table(
        " Myönnetty avustus\n\n2020 ja 2021 yhteensä\n\nMaksettu Jäljellä 15.5.2023\n\nKeskuksen\n\nhankkeet\n\n"
        "182 885 662 euroa 49 736 559 euroa\n\n133 149 103 euroa (73 %)\n\nToiset hankkeet,\n\nlasten osuus:\n\n"
        "28 000 000 euroa 7 550 660 euroa 20 449 340 euroa (73 %)\n\n"
        "Muut 11 853 160 euroa 1 268 355 euroa 10 584 805 euroa (89 %)\n"
    )
    assert [label for (label,) in table.row_labels] == ["Keskuksen hankkeet", "Toiset hankkeet, lasten osuus:", "Muut"]
    assert table.column_labels[0] == ("Myönnetty avustus 2020 ja 2021 yhteensä",)
    amounts = [figure for figure in table.figures if figure.unit == "EUR"]
    shares = [figure for figure in table.figures if figure.unit == "%"]
    assert [figure.value for figure in shares] == [73, 73, 89]
    assert {figure.check for figure in (*amounts, *shares)} == {"reconciled"}


def test_a_lone_total_over_two_tables() -> None:
    other = "Alue\nX Y yhteensä\nEka 10 234 20 345 30 579\nToka 30 111 40 222 70 333\nyhteensä 40 345 60 567 100 912\n"
    tables = flat_tables(document_of(f"{_GRANTS}\n\n\n{other}\n\nYhteensä\n\n20 281 071 €\n"))
    assert len(tables) == 3
    assert tables[-1].figures[0].value == 20281071
    assert tables[-1].figures[0].check == "reconciled"


@pytest.mark.parametrize(
    "text",
    [
        "Osoite\nMannerheimintie 12 00100\nPuhelin 040 123 4567\nFaksi 09 123 456\n",
        "Blogit: julkaistu 7 kpl\nNäyttökerrat: 1240\nTykkäykset 55\n",
        "Aikataulu\nHaku 1.9.2022\nPäätökset 6.10.2022\nHankkeet 1.1.2023\n",
        "• Kohta 1 200\n• Kohta 2 300\n• Kohta 3 500\n",
        "Investointi 1\nTavoite\nInvestointi 2\nTavoite\nInvestointi 4\n",
        # Rows whose commas may be either sign head no columns of the rows below them.
        (
            "Operations, EUR thousand\n2030 2031 2032 2033\nVisits (pcs) 3,815 3,604 1,511 2,213\n"
            "Costs 1,877 3,545 7,056 4,731\nTaxes 6,936 6,463 1,764 937\nTrips 32,969 88,958 79,664 56,939\n"
            "Equity ratio % 65.4 57.0 32.9 11.3\nStaff (FTE) 962.6 724.7 630.8 329.1\nClients (no.) 415 194 458 542\n"
        ),
    ],
)
def test_what_is_no_table_stays_text(text: str) -> None:
    assert flat_tables(document_of(text)) == ()


def test_a_row_with_a_lost_number_is_left_open_and_its_total_unjudged() -> None:
    table = _table(
        "HANKE BUDJETTI € (noin)\n\nSTM haku yhteensä\n\nAVAUS 300 026 400 032\n\nHYVE 1 263 984 1 685 076\n\n"
        "TERPS 2 3.... + 4  024 459\n\nTUKEVA 3 300 000 400 000\n\nKAIKKI YHTEENSÄ n. 4,9 M€ n. 6,5 M€\n"
    )
    assert value(table, "AVAUS", "STM haku") == 300026
    assert value(table, "TUKEVA", "STM haku") is None
    assert value(table, "TUKEVA", "yhteensä") == 400000
    assert value(table, "KAIKKI YHTEENSÄ", "STM haku") == Decimal(4900000)
    assert cell(table, "KAIKKI YHTEENSÄ", "STM haku").approximate
    assert {figure.check for figure in table.figures} == {"unchecked"}


def test_the_same_headers_behind_a_total_and_a_title_open_another_table() -> None:
    first, second = flat_tables(
        document_of(
            "Menot [euroa]\nHaettu Myönnetty Maksettu\nAlho 510161 5410743 8110257\nBeeda 486542 1403725 7618824\n"
            "Cedo 613799 2361681 3819274\nYhteensä 1610502 9176149 19548355\n\nRahoituksen jakautuminen\n"
            "Haettu Myönnetty Maksettu\nAlho 78320 937 8026\nBeeda 6870 5350 6966\nCedo 11953 1443 1225\n"
            "Luvut tuhansina euroina.\n"
        )
    )
    assert value(first, "Alho", "Haettu") == 510161
    assert value(second, "Alho", "Haettu") == 78320000
    assert {figure.row_path for figure in second.figures} == {("Alho",), ("Beeda",), ("Cedo",)}


def test_a_date_on_a_line_of_its_own_parts_the_documents_title_from_the_tables() -> None:
    (table,) = flat_tables(
        document_of(
            "Alueen rahoitus 2032\n15.3.2033\nRahoituksen jakautuminen\nPalvelu 2031 2032\nAlho 1 200 000 1 300 000\n"
            "Beeda 2 150 000 2 250 000\nYhteensä 3 350 000 3 550 000\n"
        )
    )
    assert table.title == "Rahoituksen jakautuminen"


def test_the_same_headers_under_a_caption_with_a_unit_open_another_table() -> None:
    tables = flat_tables(
        document_of(
            "Aste, prosentteina\n2030 2031 2032\nAlho 27,1 47,6 81,2\nBeeda 1,7 12,5 64,3\nCedo 71,9 33,9 36,4\n\n"
            "Talous, 1 000 euroa\n2030 2031 2032\nMenot 11505 63263 53304\nTulot 548 6659 4951\nAste 71 12 18\n"
        )
    )
    assert [table.figures[0].value for table in tables] == [Decimal("27.1"), 11_505_000]


def test_years_that_end_a_caption_on_lines_of_their_own_are_no_headers() -> None:
    table = _table(
        "Tuki maakunnittain vuosina\n2031\n–2032\nMaakunta/\nkunta\n2031\n(€)\n2032\n(€)\nYhteensä\n(€)\n"
        "Aho 2 199 998 4 439 314 6 639 312\nBerg 1 231 000 2 702 581 3 933 581\nCid 1 671 131 3 336 135 5 007 266\n"
        "Summa 5 102 129 10 478 030 15 580 169\n"
    )
    assert table.column_labels == (("2031 (€)",), ("2032 (€)",), ("Yhteensä (€)",))
    assert {finding.difference for finding in table.findings} == {10}


def test_a_number_before_the_rows_own_sum_is_not_parted_to_fill_a_column_left_blank() -> None:
    table = _table(
        "Tuki, euroa\n\nKunta\nHakijoita\nHankkeita\nAvustus\nLaina\nYhteensä\n"
        "Aho 682 167 6 510 600 2 931 863 9 442 463\nBerg 4 150 97 8 535 591 1 384 746 9 920 337\n"
        "Cid 429 7 370 3 758 294 648 269 4 406 563\nDahl 43 120 4 127 500 931 402 5 058 902\n"
        "Ek 32 835 4 947 432 2 271 343 7 218 775\nFalk 8 17 2 204 118 182 905 2 387 023\n"
    )
    assert value(table, "Ek", "Hakijoita") is None
    assert value(table, "Ek", "Hankkeita") is None
    assert value(table, "Ek", "Laina") == 2_271_343
    assert value(table, "Cid", "Hankkeita") == 7_370


def test_headers_of_two_words_that_take_a_line_each_are_not_cut() -> None:
    table = _table(
        "Tuki, euroa\n\nKunta\nHakijoita\nHankkeita\nYhteensä\nOsa A\nOsa B\n"
        "Aho 59 50 3 226 098 3 226 098\nBerg 63 3 15 088 965 8 728 135 6 360 830\n"
        "Cid 85 9 7 304 440 6 329 452 974 988\nDahl 89 84 5 874 936 3 489 257 2 385 679\n"
        "Ek 70 12 967 696 3 253 330 9 714 366\nYhteensä 366 146 44 462 135 25 026 272 19 435 863\n"
    )
    assert table.column_labels[-3:] == (("Yhteensä",), ("Osa A",), ("Osa B",))
    assert value(table, "Berg", "Osa B") == 6_360_830


def test_the_header_of_a_total_is_joined_to_no_other_to_suit_the_numbers_of_the_last_row() -> None:
    tables = flat_tables(
        document_of(
            "Tuki, euroa\n\nKunta\nHakijoita\nAvustus\nLaina\nTakaus\nYhteensä\nMuutos\n"
            "Aho 16 774 288 056 32 647 958 159 1 278 862 73 212\nBerg 29 859 583 652 670 776 735 117 1 989 545\n"
            "Cid 44 750 789 159 965 487 1 754 646\nDahl 51 682 54 434 387 815 444 099 886 348 65 927\n"
            "Ek 69 778 526 857 430 886 478 809 1 436 552 532\nFalk 28 126 358 495 163 508 128 209 650 212 50 566\n"
            "Yhteensä 240 969 2 600 653 1 685 632 3 709 880 7 996 165\n"
        )
    )
    assert all(("Yhteensä Muutos",) not in table.column_labels for table in tables)


def test_a_line_in_small_letters_goes_on_with_the_header_above_it_though_the_others_take_a_line_each() -> None:
    table = _table(
        "Tuki maakunnittain, €\nMaakunta Yleisavustus\nKohdennettu\navustus\nLaina\nYhteensä\n"
        "Aho 618 000 2 254 751 41 300 2 914 051\nBerg 320 000 537 134 332 851 1 189 985\n"
        "Cid 785 000 947 841 1 732 841\nYhteensä 1 723 000 3 739 726 374 151 5 836 877\n"
    )
    assert table.column_labels == (("Yleisavustus",), ("Kohdennettu avustus",), ("Laina",), ("Yhteensä",))
