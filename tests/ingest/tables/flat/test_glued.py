"""Rows of flat text whose cells ran together."""

from decimal import Decimal

from ingest.tables.flat.glued import glued_rows
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of, flat_table, value


def _cells(text: str) -> list[list[str]]:
    return [[token.text for token in cells] for _, (cells, _) in sorted(glued_rows(text).items())]


def test_a_fourth_digit_behind_a_blank_begins_the_next_number() -> None:
    assert _cells("Tulot4 245 9804 116 901\nMenot13 44519 200\nNetto4 232 5354 097 701\n") == [
        ["4245980", "4116901"],
        ["13445", "19200"],
        ["4232535", "4097701"],
    ]


def test_as_many_decimals_end_each_number_and_a_blank_is_an_empty_cell() -> None:
    assert _cells(
        "Myynti46 500,0-550,845 949,2\nTuki50 333,6 50 277,6\nMaksut9 913,71 750,011 663,7\nMuut0,00,00,0\n"
    ) == [
        ["46500,0", "-550,8", "45949,2"],
        ["50333,6", "–", "50277,6"],
        ["9913,7", "1750,0", "11663,7"],
        ["0,0", "0,0", "0,0"],
    ]


def test_small_numbers_that_may_be_cut_elsewhere_stay_unread() -> None:
    text = "Tulot–2 404–2 250\nMenot–1 268–1 150\nMuut5921 180\nTulos1 2991 131\nKorot142178\nVelka–2 339–1 208\n"
    table = flat_table(f"Tuloslaskelma (1000 €)20312030\n{text}")
    assert table.column_labels == (("2031",), ("2030",))
    read = {
        figure.row_path[-1]: figure.value
        for figure in table.figures
        if figure.value is not None and figure.column_path == ("2030",)
    }
    assert read == {"Tulot": -2_250_000, "Menot": -1_150_000, "Tulos": 1_131_000, "Velka": -1_208_000}


def test_headers_that_ran_together_are_cut_where_a_capital_or_a_year_begins() -> None:
    table = flat_table(
        "Käyttötalous\n1 000 €Käyttö 2030Budjetti 2031Ehdotus 2032\nTulot4 245 9804 116 9014 282 362\n"
        "Menot13 44519 20015 800\nNetto4 232 5354 097 7014 266 562\n"
    )
    assert [path[-1] for path in table.column_labels] == ["Käyttö 2030", "Budjetti 2031", "Ehdotus 2032"]
    assert value(table, "Menot", "Budjetti 2031") == 19_200_000


def test_a_row_of_decimals_among_whole_thousands_is_a_ratio() -> None:
    rows = "".join(f"Erä {letter} 4 24{number} 3 11{number}\n" for number, letter in enumerate("ABCDEF"))
    table = flat_table(f"Luvut (1000 €)\nNimi 2031 2030\n{rows}Suhde 1,1 1,2\n")
    found = {(figure.row_path[-1], figure.column): (figure.value, figure.unit) for figure in table.figures}
    assert found["Suhde", 0] == (Decimal("1.1"), None)
    assert found["Erä A", 0] == (Decimal(4_240_000), "EUR")


def test_a_word_that_ends_in_a_digit_is_not_glued() -> None:
    assert glued_rows("Vaihe1 5212 3417\nVaihe2 6912 4111\nVaihe3 7655 5239\n") == {}
    assert glued_rows("Koulu A1 5212 3417\nKoulu B1 6912 4111\nKoulu C2 7655 5239\n") == {}


HEADER = "1 000 €Käyttö\n2029\nTalousarvio\n2030\nEnnuste\n2030\nEhdotus\n2031\nTalousarvio\n2031\nArvio\n2032\n"


def test_blanks_before_numbers_are_empty_cells_where_other_labels_have_none() -> None:
    signed = "−27 925−34 913−33 000−13 913−29 913−20 413"
    table = flat_table(
        f"Hallitus\n\n{HEADER}Tulot yhteensä183\nMenot yhteensä28 10834 91333 00013 91329 91320 413\n"
        f"Ylitysoikeus 29 904\nKate{signed}\nPoistot\nTulos{signed}\nMuutos, %\nTulot −100,0\nMenot 24,2−5,5−60,1\n"
    )
    read = {(f.row_path[-1], f.column_path[-1]): f.value for f in table.figures if f.value is not None}
    assert read["Tulot yhteensä", "Käyttö 2029"] == 183_000
    assert read["Ylitysoikeus", "Talousarvio 2030"] == 29_904_000
    assert read["Tulos", "Ehdotus 2031"] == -13_913_000
    assert not {row for row, _ in read} & {"Tulot", "Menot"}
    assert len(read) == 20


def test_numbers_that_ran_together_behind_a_blank() -> None:
    signed = "−6 741−6 800−6 760−6 961−7 711−7 978"
    table = flat_table(
        f"Kanslia\n\n{HEADER}Tulot yhteensä\nMenot yhteensä 6 7416 8006 7606 9617 7117 978\nYlitysoikeus  42\n"
        f"Kate {signed}\nPoistot\nTulos {signed}\nYlijäämä {signed}\n"
    )
    assert value(table, "Menot yhteensä", "Ehdotus 2031") == 6_961_000
    assert value(table, "Ylitysoikeus", "Talousarvio 2030") == 42_000


def test_numbers_of_four_digits_behind_blanks_did_not_run_together() -> None:
    assert glued_rows("Alho 12 3417 5239\nBeeda 13 4417 5240\nCedo 15 3918 6120\n") == {}


def test_the_unit_at_the_end_of_a_line_over_years_is_no_row() -> None:
    table = flat_table("TULOS 1 000 €\nTP 2030TA 2031\nTULOT1 0571 120\nMENOT-2 100-2 250\nTULOS-1 043-1 130\n")
    assert table.column_labels == (("TP 2030",), ("TA 2031",))
    assert value(table, "TULOT", "TA 2031") == 1_120_000


def test_a_row_that_is_blank_where_others_print_numbers_is_no_sum_of_them() -> None:
    table = flat_table(
        f"Hallitus\n\n{HEADER}Tulot yhteensä11 902\nMenot yhteensä5 23337 41337 02773 91379 9137 413\n"
        "Ylitysoikeus 20 600\nKate6 670−37 413−37 027−73 913−79 913−7 413\n"
        "Tulos6 670−37 413−37 027−73 913−79 913−7 413\n"
    )
    assert {figure.row_path for figure in table.figures} == {
        ("Tulot yhteensä",),
        ("Menot yhteensä",),
        ("Ylitysoikeus",),
        ("Kate",),
        ("Tulos",),
    }


def test_a_blank_in_a_short_row_that_may_be_an_empty_cell_leaves_it_unread() -> None:
    cells = _cells(
        "Alhon kate28 926906 246760 96984 697\nBeedan kate−976 096−896 459884 455851 626\n"
        "Cedon kate −828 169127 934−654 922\nDeetan kate−41 939 500 804\nEelin kate7 413\n"
    )
    assert cells[1] == ["−976096", "−896459", "884455", "851626"]
    assert cells[3] == ["−41 939 500 804"]
    assert cells[4] == ["7413", "–", "–", "–"]


def test_rows_that_ran_together_under_headers_that_did_are_no_table_of_their_pieces() -> None:
    text = "Menot\n1 000 €Arvio 2030Arvio 2031\nAlhon kate 1 9269 190\nBeedan kate −2 8511 833\nCedon kate 3 6856 590\n"
    assert flat_tables(document_of(text)) == ()
