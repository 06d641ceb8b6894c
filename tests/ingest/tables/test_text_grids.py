"""Tables of text whose cells stand a line each, or that strokes part."""

from decimal import Decimal

import pytest

from ingest.readers.text import read_text
from ingest.table import Table
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain, quoted

STATEMENT = """Tuloslaskelma
1 000 €
2031
2030
Erotus
Tuotot
Alho
695
606
89
Beeda
1 555
1 468
87
Tuotot yhteensä
2 250
2 074
176
Kulut
Cedo
-342
-212
-130
Deeta
-9
-15
6
Kulut yhteensä
-351
-227
-124
Eeva
140
140
Tulos
1 899
1 847
52
"""


def table(text: str) -> Table:
    (found,) = recover(plain(text)).tables
    return found


def values(found: Table) -> dict[tuple[str, str], Decimal | None]:
    return {(" > ".join(f.row_path), " > ".join(f.column_path)): f.value for f in found.figures}


@pytest.mark.parametrize("spread", [False, True])
def test_every_cell_on_a_line_of_its_own(spread: bool) -> None:  # noqa: FBT001  # a form of the same text
    text = STATEMENT.replace("\n", "\n\n") if spread else STATEMENT
    document = plain(text)
    found = table(text)
    assert (found.title, found.unit, found.scale) == ("Tuloslaskelma", "EUR", 1000)
    read = values(found)
    assert read["Tuotot > Beeda", "2030"] == 1_468_000
    assert read["Kulut > Deeta", "Erotus"] == 6_000
    assert read["Tulos", "2031"] == 1_899_000  # a total ends the group whose name it bears
    assert {f.period for f in found.figures if f.column_path == ("2031",)} == {"2031"}
    assert not any("Eeva" in row for row, _ in read)  # which of its numbers is lacking nobody knows
    assert {f.check for f in found.figures} == {"reconciled"}
    assert found.findings == ()
    assert quoted(document, found.figures[0]) == "695"
    assert recover(document).figures == ()  # a unit that stands alone is no amount


def test_a_row_left_out_speaks_against_no_total() -> None:
    text = STATEMENT.replace("Beeda\n1 555\n1 468\n87", "Beeda\n1 555\n87")
    found = table(text)
    assert found.findings == ()
    assert "contradicted" not in {figure.check for figure in found.figures}
    whole = table(STATEMENT.replace("Eeva\n140\n140\n", "").replace("2 250", "2 350"))
    assert "contradicted" in {figure.check for figure in whole.figures}


def test_a_label_without_numbers_inside_a_group_leaves_the_group_open() -> None:
    found = table(STATEMENT.replace("Beeda\n", "Muut avustukset\nBeeda\n"))
    assert {f.row_path for f in found.figures if "Beeda" in f.row_path} == {("Beeda",)}
    assert ("Kulut", "Cedo") in {f.row_path for f in found.figures}


def test_numbers_of_notes_are_left_out() -> None:
    text = (
        "Resultat\nNot\n2031\n2030\nIntäkter\n1\n268\n136\nKostnader\n2, 3\n-455\n-200\nAvskrivningar\n4\n-332\n-320\n"
        "Nettokostnad\n-519\n-384\nSkatt\n5\n-37\n"
    )
    read = values(table(text))
    assert read["Kostnader", "2031"] == -455
    assert read["Nettokostnad", "2030"] == -384
    assert not any(row == "Skatt" for row, _ in read)


@pytest.mark.parametrize(
    "text",
    [
        # Which three of the words head the columns is not told.
        "Tuet\nHaettu\nMyönnetty\nEtelä\nAlho\n10\n20\nBeeda\n30\n40\nCedo\n50\n60\n",
        # Two groups of columns, and more words than groups above them.
        "Tulos\nKonserni\nBelopp, mkr\n2031\n2030\n2031\n2030\nAlho\n1\n2\n3\n4\nBeeda\n5\n6\n7\n8\nCedo\n9\n1\n2\n3",
    ],
)
def test_headers_in_doubt(text: str) -> None:
    assert recover(plain(text)).tables == ()


def test_columns_after_a_word_for_the_labels() -> None:
    text = "Tuet\nKunta\nHaettu\nMyönnetty\nAlho\n10\n20\nBeeda\n30\n40\nCedo\n50\n60\n"
    assert values(table(text))["Beeda", "Myönnetty"] == 40


def test_the_lines_of_cells_are_one_block() -> None:
    page = read_text(f"Luvut\n\n{STATEMENT}\n".encode(), "a.txt").pages[0]
    kinds = [(block.kind, page.text[block.start : block.end].split("\n")[0]) for block in page.blocks]
    assert kinds == [("heading", "Luvut"), ("heading", "Tuloslaskelma"), ("table", "1 000 €")]


PIPED = """Maksut
Kunta | Asukkaita |
Maksu v. 2031, euroa |
---|---|---|
Alho | 30 129 | 564 743 |
Beeda | 5 503 | 100 291 |
Koko maa | 35 632 | 665 034 |
Cedo | 4
"""


def test_cells_that_strokes_part() -> None:
    document = plain(PIPED)
    found = table(PIPED)
    assert values(found)["Beeda", "Maksu v. 2031, euroa"] == 100_291
    assert {figure.unit for figure in found.figures if "Maksu" in figure.column_path[0]} == {"EUR"}
    assert {f.check for f in found.figures} == {"reconciled"}
    assert not any("Cedo" in figure.row_path for figure in found.figures)
    assert quoted(document, found.figures[0]) == "30 129"


def test_rows_of_one_name_are_not_told_apart() -> None:
    text = "Osuus | prosenttia |\nAlho | 79,1 |\nBeeda | 1,9 |\nAlho | 1,4 |\nCedo | 17,6 |\n"
    assert values(table(text)) == {("Beeda", "prosenttia"): Decimal("1.9"), ("Cedo", "prosenttia"): Decimal("17.6")}


def test_the_year_of_a_budget_on_a_line_of_its_own() -> None:
    text = "Luvut\nTP 2031\nTP\n2032\nTA\n2033\nAlho milj. €\n1,8\n2,4\n3,5\nBeeda\n160\n88\n102\nCedo\n7\n9\n11\n"
    found = table(text)
    assert [path[-1] for path in found.column_labels] == ["TP 2031", "TP 2032", "TA 2033"]
    assert values(found)["Alho milj. €", "TA 2033"] == 3_500_000


def test_a_header_that_lost_the_cell_over_the_labels_is_moved_back() -> None:
    text = "Tuet (EUR) | Muu (EUR) | Kaikki | |\nAho | 10 | 2 | 12 |\nBoo | 20 | 3 | 23 |\nCeder | 5 | 1 | 6 |\n"
    (table,) = recover(plain(text)).tables
    assert [(f.row_path, f.column_path, str(f.value)) for f in table.figures][:3] == [
        (("Aho",), ("Tuet (EUR)",), "10"),
        (("Aho",), ("Muu (EUR)",), "2"),
        (("Aho",), ("Kaikki",), "12"),
    ]
    assert recover(plain(text.replace("Tuet (EUR)", "Nimi"))).tables == ()


SPANNED = """Alue | Kulut (1000 €) | Luvat (kpl) | ||
1-6/2031* | 1-6/2030 | 1-6/2031* | 1-6/2030 | |
Alho | 19 713 | 26 645 | 16 381 | 20 393 |
Beeda | 625 | 757 | 282 | 540 |
Cedo | 24 | 118 | 15 | 125 |
"""


def test_what_spans_columns_stands_over_what_comes_again_below() -> None:
    read = values(table(SPANNED))
    assert read["Alho", "Kulut (1000 €) > 1-6/2030"] == 26_645_000
    assert read["Beeda", "Luvat (kpl) > 1-6/2031"] == 282
    # What spans nothing that comes again below may stand over any columns.
    assert recover(plain(SPANNED.replace("| 1-6/2031* | 1-6/2030 | |", "| 1-6/2029 | 1-6/2028 | |"))).tables == ()
    set_in = "| | 2031 | | 2030 | |\n| | Haettu | Saatu | Haettu | Saatu |\n| Alho | 9 | 8 | 7 | 6 |\n"
    set_in += "| Beeda | 5 | 4 | 3 | 2 |\n"
    assert values(table(set_in))["Beeda", "2030 > Saatu"] == 2


def test_cells_that_end_in_strokes_make_rows_wherever_lines_break() -> None:
    text = """Kulut, € |
Velat, € |
|||
2031 |
Muutos, % |
2031 |
Muutos, % |
|
Alho |
376 | -36,9 | 3 039 | 3,6 |
Beeda |
723 | -19,7 | 2 638 | -1,5 |
Cedo |
8 | -98,0 | 3 253 | 4,3 |
*Arvio |
"""
    read = values(table(text))
    assert len(read) == 12
    assert read["Beeda", "Velat, € > Muutos, %"] == Decimal("-1.5")
    assert recover(plain(text.replace("723 | ", ""))).tables == ()


def test_a_row_of_numbers_is_no_header() -> None:
    assert recover(plain("Alho | 5 000 | 23 |\nBeeda | 3 000 | 4 |\nCedo | 2 000 | 5 |\n")).tables == ()
    read = values(table("Avustukset\n\nAlho | 5 000 € |\nBeeda | 3 000 € |\nCedo | 2 000 € |\n"))
    assert read == {("Alho", ""): 5000, ("Beeda", ""): 3000, ("Cedo", ""): 2000}


def test_a_row_printed_twice_is_one() -> None:
    text = "Alue | Luvat |\nAlho | 79 |\nBeeda | 19 |\nCedo | 14 |\nCedo | 14 |\n"
    assert values(table(text)) == {("Alho", "Luvat"): 79, ("Beeda", "Luvat"): 19, ("Cedo", "Luvat"): 14}


def test_groups_below_the_page_s_title_and_a_unit_beside_them() -> None:
    rows = "Alho\n\n-17 984\n\n-19 056\n\n-21 744\n\n-22 915\n\nBeeda\n\n-1 601\n\n-1 729\n\n-2 040\n\n-2 166\n\n"
    rows += "Cedo\n\n-\n\n-\n\n-118\n\n-126\n\nSumma\n\n-19 585\n\n-20 785\n\n-23 902\n\n-25 207\n"
    head = (
        "Not 2 Kostnader\n\nKommunen\n\nSammanställd\nredovisning\n\nBelopp i mnkr\n\n2030\n\n2031\n\n2030\n\n2031\n\n"
    )
    found = table(head + rows)
    assert found.title == "Not 2 Kostnader"
    assert values(found)["Beeda", "Sammanställd redovisning > 2030"] == -2_040_000_000
    assert {figure.check for figure in found.figures} == {"reconciled"}


def test_a_header_that_ran_together_before_the_first_label() -> None:
    text = (
        "Redovisning\n\nmnkr Intäkter 2030Intäkter 2031Budget 2031 \nAlho\n\n305,8\n\n281,9\n\n15,7\n\nBeeda\n\n0,9\n\n"
        "0,0\n\n0,5\n\nCedo\n\n16,2\n\n12,5\n\n-0,6\n\nDeeta\n\n42,4\n\n48,0\n\n-11,2\n"
    )
    read = values(table(text))
    assert len(read) == 12
    assert read["Deeta", "Budget 2031"] == -11_200_000


def test_a_header_that_ran_together_with_that_of_the_labels_and_another_inside() -> None:
    text = (
        "Avustukset 2032\nTaiteen tuki (kohta 412)TA 2031Haettu 2032TAE 2032\nAlho sr\n6 879 000\n6 233 300\n"
        "6 151 000\nBeeda sr\n916 000\n953 000\n940 000\nKaikki yhteensä\n7 795 000\n7 186 300\n7 091 000\n"
        "Liikunnan tuki (kohta 413)TA 2031Haettu 2032TAE 2032\nCedo Oy\n225 000\n336 500\n236 500\n"
        "Deeta Oy\n185 000\n285 000\n185 000\nEeli Oy\n40 000\n51 500\n51 500\n"
    )
    first, second = recover(plain(text)).tables
    assert values(first)["Kaikki yhteensä", "Haettu 2032"] == 7_186_300
    assert {figure.check for figure in first.figures} == {"reconciled"}
    assert values(second)["Deeta Oy", "TA 2031"] == 185_000


def test_several_lines_of_headers_that_lost_the_cell_over_the_labels() -> None:
    text = """Sysselsatta 2031/II
År | Ändring | Ändring | ||
2030/II | 2031/II | 2030/II - 2031/II | 2030/II - 2031/II | |
1000 personer | 1000 personer | 1000 personer | Procent, % | |
Landskap | ||||
Alby | 840 | 859 | 18 | 2,2 |
Beby | 72 | 72 | -1 | -0,8 |
Ceby | 1 107 | 1 110 | 3 | 0,3 |
"""
    found = table(text)
    assert {(f.column_path[:2], f.unit) for f in found.figures if f.row_path == ("Alby",)} == {
        (("År", "2030/II"), "personer"),
        (("År", "2031/II"), "personer"),
        (("Ändring", "2030/II - 2031/II"), "personer"),
        (("Ändring", "2030/II - 2031/II"), "%"),
    }
    assert [f.value for f in found.figures if f.row_path == ("Beby",)] == [72000, 72000, -1000, Decimal("-0.8")]


@pytest.mark.parametrize("head", ["Alue | Menot | Tulot | |", "Menot | Tulot | Erotus | |"])
def test_a_header_with_a_cell_too_few_says_not_which_column_has_none(head: str) -> None:
    text = f"{head}\nAlho | 840 | 859 | 19 |\nBeeda | 72 | 75 | 3 |\nCedo | 110 | 150 | 40 |\n"
    assert not recover(plain(text)).tables


def test_header_lines_below_a_title_in_their_place() -> None:
    text = """TOIMINNAN KULUT 2031 | |||
---|---|---|---|
Kunta | Tunnit |
Tulot euroa/ tunti |
Menot euroa |
Alho | 29.165 | 4,11 | 246.000 |
Beeda | 9.660 | 15,11 | 154.000 |
Cedo | 1.024 | 13,67 | 27.000 |
"""
    assert [(f.column_path, f.value, f.unit) for f in table(text).figures[:3]] == [
        (("Tunnit",), 29165, None),
        (("Tulot euroa/ tunti",), Decimal("4.11"), "EUR/tunti"),
        (("Menot euroa",), 246000, "EUR"),
    ]


def test_the_line_between_two_tables_is_the_second_one_s_title_and_a_remark_on_the_past_no_period() -> None:
    text = """Verot ja niiden kertymä
TP 2030 | TP 2031 | |
---|---|---|
Vero / % | 22,00 | 9,36 |
Vastike / % | 7,60 | 7,75 |
Rakennusten veroprosentit vuonna 2031
Tyyppi | Vero % |
---|---|
yleinen | 1,50 (sama vuonna 2030) |
maapohja | 1,30 (uusi) |
voimalat | 3,10 (uusi) |
"""
    second = recover(plain(text)).tables[1]
    assert second.title == "Rakennusten veroprosentit vuonna 2031"
    assert [(f.row_path[-1], str(f.value), f.period) for f in second.figures] == [
        ("yleinen", "1.50", "2031"),
        ("maapohja", "1.30", "2031"),
        ("voimalat", "3.10", "2031"),
    ]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_code_on_a_line_before_each_label_is_no_number_of_the_row_before(gap: str) -> None:
    cells = (
        "Förslaget antas i följande form för landskapet under året 2031 enligt vad som stått i det tidigare beslutet:",
        "Anslag 2031", "Inkomster 2031", "VERKSAMHET", "100", "Tinget", "-5 043 000", "0", "101", "Kansliet",
        "-2 694 000", "12", "10100", "Kansliets bibliotek", "-39 000", "0", "ÖVERFÖRINGAR", "200", "Skogen", "-70 000",
        "1 213 830", "210", "Vägen", "-953 000", "0",
    )  # fmt: skip
    (table,) = recover(plain("Budget\n\n" + gap.join(cells) + "\n")).tables
    figures = {(figure.row_path[-1], figure.column_path[-1]): figure.value for figure in table.figures}
    assert figures["101 Kansliet", "Inkomster 2031"] == 12
    assert figures["200 Skogen", "Inkomster 2031"] == 1_213_830
    assert {label for label, _ in figures} == {
        "100 Tinget", "101 Kansliet", "10100 Kansliets bibliotek", "200 Skogen", "210 Vägen"
    }  # fmt: skip
