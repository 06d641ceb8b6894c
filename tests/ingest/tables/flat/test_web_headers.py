"""Headers of flat tables as web pages print them: days, groups over columns, lines set in."""

from decimal import Decimal

from ingest.tables.flat.tables import flat_tables
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain
from tests.ingest.tables.make import document_of, flat_table, value


def test_each_account_s_first_and_last_day_head_a_column() -> None:
    table = flat_table(
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
    table = flat_table(GROUPS)
    paths = [" ".join(path) for path in table.column_labels]
    assert paths == [
        f"{group} 1-7/{year}" for group in ("Kulut (1000 €)", "Asunnot (kpl)") for year in ("2031", "2030")
    ]
    cells = {(figure.row_path[-1], figure.column): (figure.value, figure.unit) for figure in table.figures}
    assert cells["Cedo", 1] == (Decimal(1_620_000), "EUR")
    assert cells["Cedo", 2] == (Decimal(1015), "kpl")


def test_groups_and_columns_on_lines_of_their_own() -> None:
    table = flat_table(
        "Nyckeltal\n\n  Årsbidrag, euro per invånare\nLån, euro per invånare\n2031\nFörändring\n2031\nFörändring\n"
        "Alho 4 739 4 422 3 448 1 107\nBeeda 4 988 4 387 3 044 1 158\nCedo 5 533 4 458 3 072 -1 134\n"
        "Deeta 4 739 4 422 3 448 1 107\n"
    )
    cells = {(figure.row_path[-1], " > ".join(figure.column_path)): figure.unit for figure in table.figures}
    assert cells["Cedo", "Lån, euro per invånare > 2031"] == "EUR/invånare"
    assert cells["Cedo", "Lån, euro per invånare > Förändring"] is None


def test_rows_set_in_are_one_table_whose_first_line_is_the_header() -> None:
    table = flat_table(
        "Talouden tunnusluvut\n\nTilinpäätös 2031 2032 2033\n Asukasluku 31.12. 5 985 5 900 5 703\n"
        " Veroprosentti 22 22 22\n Verotulot/asukas € 3 449 3 600 3 595\n Lainat, 1000 € 16 200 17 500 20 100\n"
    )
    assert value(table, "Lainat, 1000 €", "2033") == 20_100_000
    assert value(table, "Asukasluku 31.12.", "2032") == 5900


def test_a_share_or_change_is_of_the_column_before_it() -> None:
    table = flat_table(
        "Tuet kunnittain (euroa)\nKunta 2032 % 2033 %\nAlho 12 300 12,3 14 500 12,5\nBeeda 22 300 22,3 24 500 21,1\n"
        "Cedo 32 300 32,3 34 500 29,7\nDeeta 33 100 33,1 42 500 36,6\nYhteensä 100 000 100,0 116 000 100,0\n"
    )
    assert table.column_labels == (("2032",), ("2032", "%"), ("2033",), ("2033", "%"))
    cells = {(figure.row_path[-1], figure.column): (str(figure.value), figure.unit) for figure in table.figures}
    assert cells["Cedo", 2] == ("34500", "EUR")
    assert cells["Cedo", 3] == ("29.7", "%")


def test_wide_blanks_beside_single_ones_part_columns() -> None:
    table = flat_table(
        "Tunnusluvut\nNimi 2031  2032  2033\nMyynti 7 485  7 941  6 059\nTulos 770  644  863\nVelka 1 770  644  2 863\n"
        "Tase 7 978  6 487  8 476\n"
    )
    assert [value(table, "Velka", year) for year in ("2031", "2032", "2033")] == [1770, 644, 2863]


def test_totals_in_small_letters_end_headers_that_begin_with_capitals() -> None:
    table = flat_table(
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
    table = flat_table(
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
    table = flat_table(COUNTIES)
    assert table.column_labels == (("Alho", "2031"), ("Alho", "Muutos, %"), ("Beeda", "2031"), ("Beeda", "Muutos, %"))
    read = {(figure.row_path[-1], figure.column_path): (figure.value, figure.unit) for figure in table.figures}
    assert read["Myyntituotot", ("Beeda", "2031")] == (Decimal(12_710_000_000), "EUR")
    assert read["Toimintakulut", ("Alho", "Muutos, %")] == (Decimal("-9.9"), "%")


def test_units_of_thousands_below_names_that_they_tell_apart() -> None:
    text = """Liitetaulukko 3. Työlliset alueen mukaan

Vuosi Muutos Muutos
2030/II 2031/II 2030/II - 2031/II 2030/II - 2031/II
1000 henkilöä 1000 henkilöä 1000 henkilöä Prosenttia, %
Maakunta
Alho 97 99 2 1,8
Beeda 82 78 -4 -5,3
Cedo 53 55 2 4,1
Deeta 68 66 -2 -3,6
Eeli 29 31 2 6,6
"""
    (table,) = recover(plain(text)).tables
    assert [(f.column_path, f.value, f.unit) for f in table.figures if f.row_path == ("Beeda",)] == [
        (("Vuosi", "2030/II"), 82000, "henkilöä"),
        (("Vuosi", "2031/II"), 78000, "henkilöä"),
        (("Muutos", "2030/II - 2031/II"), -4000, "henkilöä"),
        (("Muutos", "2030/II - 2031/II"), Decimal("-5.3"), "%"),
    ]


def test_a_header_in_the_genitive_of_the_labels_and_rows_that_count_from_two() -> None:
    text = """Ryhmiin 2, 3 ja 4 on jaettavaa yhteensä 16 500 euroa, joka jakautuu seuraavasti:

Hakuryhmä Ryhmän kokonaissumma

Ryhmä 2 8 600

Ryhmä 3 0

Ryhmä 4 7 900

Yhteensä 16 500
"""
    (table,) = recover(plain(text)).tables
    assert [(*f.row_path, *f.column_path, str(f.value), f.unit, f.check) for f in table.figures] == [
        ("Ryhmä 2", "Ryhmän kokonaissumma", "8600", "EUR", "reconciled"),
        ("Ryhmä 3", "Ryhmän kokonaissumma", "0", "EUR", "reconciled"),
        ("Ryhmä 4", "Ryhmän kokonaissumma", "7900", "EUR", "reconciled"),
        ("Yhteensä", "Ryhmän kokonaissumma", "16500", "EUR", "reconciled"),
    ]


def test_days_that_ran_together_head_two_columns() -> None:
    table = flat_table(
        "Resultaträkning\n\nSkriv ut sidan\n 1.1.–31.12.20311.1.–31.12.2030\nOMSÄTTNING 14 582 763,49 14 820 233,16\n"
        "Övriga intäkter 463 102,64 294 455,90\nKöpta tjänster -8 413 601,71 -8 936 932,29\nSkatter -3,10 0,00\n"
    )
    assert table.column_labels == (("1.1.–31.12.2031",), ("1.1.–31.12.2030",))
    assert str(value(table, "Skatter", "1.1.–31.12.2030")) == "0.00"


def test_accounts_go_on_behind_two_blank_lines() -> None:
    table = flat_table(
        "RESULTATRÄKNING, euro\n1.1.–31.12.2031\n1.1.–31.12.2030\n\nOMSÄTTNING 11 326 871,36 10 722 082,26\n"
        "Övriga intäkter 2 880 425,62 2 540 884,67\nMaterial och varor\n\n\nInköp 3 337 821,84 3 721 187,51\n\n"
        "Lager 169 460,32 158 245,08\nPersonal\n\n\nLöner 21 454 771,31 21 372 991,65\n"
    )
    assert str(value(table, "Löner", "1.1.–31.12.2030")) == "21372991.65"
    assert {figure.unit for figure in table.figures} == {"EUR"}


def test_a_total_column_totals_no_percentages_beside_it() -> None:
    table = flat_table(
        "Befolkning 2031\n\n  Totalt % Kvinnor %\nAlby 3 334 648 72,1 1 726 666 73,2\nBeby 38 429 0,8 17 929 0,8\n"
        "Ceby 436 426 9,4 268 435 11,4\nDeby 45 735 1,0 20 324 0,9\n"
    )
    assert [(f.column_path, str(f.value)) for f in table.figures if f.row_path == ("Deby",)] == [
        (("Totalt",), "45735"),
        (("Totalt", "%"), "1.0"),
        (("Kvinnor",), "20324"),
        (("Kvinnor", "%"), "0.9"),
    ]


MOVES = """Liitetaulukko 4. Muutokset maakunnittain 2031 ja ero vuoteen 2030

Alue/maakunta 1) Syntyneiden
enemmyys
Maakuntien
välinen
muutto 1)
Nettomuutto
Kokonaismuutos
2031* Muutos 2031* Muutos 2031* Muutos 2031* Muutos 2)
KOKO MAA -1 290 67 - - 2 853 538 1 563 605
Alho 321 -293 1 593 177 1 815 72 3 729 -44
Beeda -271 223 -40 -26 320 -14 9 183
Cedo -318 51 -257 -91 149 3 -426 -37
Deeta -1 221 36 -1 174 -33 1 105 14 -1 290 17
Eeda -206 11 335 1 255 96 384 108
1) Aluejako 1.1.2031
"""


def test_years_and_changes_come_again_under_groups_that_wrap() -> None:
    table = flat_table(MOVES)
    groups = ("Syntyneiden enemmyys", "Maakuntien välinen muutto", "Nettomuutto", "Kokonaismuutos")
    assert [path[0] for path in table.column_labels] == [group for group in groups for _ in "12"]
    assert [path[-1] for path in table.column_labels[:6]] == ["2031", "Muutos"] * 3
    cells = {(figure.row_path[-1], figure.column): figure for figure in table.figures}
    # The last group sums the others: it tells how a row's blanks part its numbers.
    assert [str(cells["Alho", column].value) for column in (2, 4, 6)] == ["1593", "1815", "3729"]
    assert [str(cells["Eeda", column].value) for column in (2, 3, 4)] == ["335", "1", "255"]
    assert cells["KOKO MAA", 4].value == 2853
    assert {figure.check for figure in table.figures if figure.value is not None} == {"reconciled"}


LEFT = """Hankkeen rahoitus

1 000 euroa

Hakija Myönnetty Maksettu Jäljellä
2033 2034 2033 2034
Harjulan kaupunki 412 530 398 211 333
Koskenmaan kunta 1 205 980 1 100 402 683
Lahdenperän säätiö 88 88
Saarelan seutu 1 020 1 310 990 655 685
Yhteensä 2 725 2 820 2 576 1 268 1 701
"""


def test_the_last_column_has_its_name_beside_those_of_the_groups() -> None:
    table = flat_table(LEFT)
    assert table.column_labels == (
        ("Myönnetty", "2033"),
        ("Myönnetty", "2034"),
        ("Maksettu", "2033"),
        ("Maksettu", "2034"),
        ("Jäljellä",),
    )
    cells = {(figure.row_path[-1], figure.column): figure.value for figure in table.figures}
    assert cells["Koskenmaan kunta", 4] == 683_000
    assert cells["Lahdenperän säätiö", 2] == 88_000


def test_a_name_that_may_stand_before_the_groups_leaves_the_years_unread() -> None:
    text = LEFT.replace("Jäljellä", "Hankkeita")
    assert flat_tables(document_of(text)) == ()


def test_a_rate_heads_a_column_and_what_a_change_is_between_does_not() -> None:
    table = flat_table(
        "Tuet alueittain\n\nHyvinvointialue Myönnetty, € Osuus, % €/asukas\nKoko maa 12 480 000 100,0 5,61\n"
        "Itäranta 3 120 000 25,0 6,12\nKeskijärvi 4 992 000 40,0 5,30\nLänsisuo 1 248 000 10,0 4,98\n"
        "Pohjoiskoski 3 120 000 25,0 6,01\n"
    )
    assert [path[-1] for path in table.column_labels] == ["Myönnetty, €", "Osuus, %", "€/asukas"]
    assert {figure.unit for figure in table.figures if figure.column == 2} == {"EUR/asukas"}
    table = flat_table(
        "Tuloslaskelma, 1 000 €\n\nTP 2034 TA 2035 TAE 2036 Muutos TA35–TAE36\nTuotot 14 210 13 980 14 455 475\n"
        "Kulut -88 120 -90 450 -92 300 -1 850\nToimintakate -73 910 -76 470 -77 845 -1 375\n"
        "Verot 61 020 62 450 63 100 650\n"
    )
    assert [path[-1] for path in table.column_labels] == ["TP 2034", "TA 2035", "TAE 2036", "Muutos TA35–TAE36"]
    assert str(value(table, "Toimintakate", "Muutos TA35–TAE36")) == "-1375000"
