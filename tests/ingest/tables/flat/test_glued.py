"""Rows of flat text whose cells ran together."""

from decimal import Decimal

from ingest.table import Table
from ingest.tables.flat.glued import glued_rows
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.make import document_of, value


def _cells(text: str) -> list[list[str]]:
    return [[token.text for token in cells] for _, (cells, _) in sorted(glued_rows(text).items())]


def _table(text: str) -> Table:
    (table,) = flat_tables(document_of(text))
    return table


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
    table = _table(f"Tuloslaskelma (1000 €)20312030\n{text}")
    assert table.column_labels == (("2031",), ("2030",))
    read = {
        figure.row_path[-1]: figure.value
        for figure in table.figures
        if figure.value is not None and figure.column_path == ("2030",)
    }
    assert read == {"Tulot": -2_250_000, "Menot": -1_150_000, "Tulos": 1_131_000, "Velka": -1_208_000}


def test_headers_that_ran_together_are_cut_where_a_capital_or_a_year_begins() -> None:
    table = _table(
        "Käyttötalous\n1 000 €Käyttö 2030Budjetti 2031Ehdotus 2032\nTulot4 245 9804 116 9014 282 362\n"
        "Menot13 44519 20015 800\nNetto4 232 5354 097 7014 266 562\n"
    )
    assert [path[-1] for path in table.column_labels] == ["Käyttö 2030", "Budjetti 2031", "Ehdotus 2032"]
    assert value(table, "Menot", "Budjetti 2031") == 19_200_000


def test_a_row_of_decimals_among_whole_thousands_is_a_ratio() -> None:
    rows = "".join(f"Erä {letter} 4 24{number} 3 11{number}\n" for number, letter in enumerate("ABCDEF"))
    table = _table(f"Luvut (1000 €)\nNimi 2031 2030\n{rows}Suhde 1,1 1,2\n")
    found = {(figure.row_path[-1], figure.column): (figure.value, figure.unit) for figure in table.figures}
    assert found["Suhde", 0] == (Decimal("1.1"), None)
    assert found["Erä A", 0] == (Decimal(4_240_000), "EUR")


def test_a_word_that_ends_in_a_digit_is_not_glued() -> None:
    assert glued_rows("Vaihe1 5212 3417\nVaihe2 6912 4111\nVaihe3 7655 5239\n") == {}
    assert glued_rows("Koulu A1 5212 3417\nKoulu B1 6912 4111\nKoulu C2 7655 5239\n") == {}
