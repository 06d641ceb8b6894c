"""Numbers of notes between the labels and the cells of accounts."""

import pytest

from ingest.tables.flat.tables import flat_tables
from ingest.tables.labels import is_difference
from tests.ingest.tables.make import document_of, flat_table, value

ACCOUNTS = """Resultaträkning, 1 000 euro

Not 2031 2030
Intäkter 1 10 932 11 397
Kostnader 2, 3 -39 658 -41 140
Avskrivningar 4 -1 490 -1 639
Nettokostnader -30 216 -31 382
Skatteintäkter 5 27 590 28 833
Statsandelar 6 3 705 3 634
Verksamhetens resultat 1 079 1 085
"""


def test_a_note_s_number_is_no_cell() -> None:
    table = flat_table(ACCOUNTS)
    assert table.column_labels == (("2031",), ("2030",))
    assert value(table, "Intäkter", "2031") == 10_932_000
    assert value(table, "Kostnader", "2030") == -41_140_000
    assert value(table, "Verksamhetens resultat", "2031") == 1_079_000
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_notes_named_in_each_row_are_no_part_of_its_label() -> None:
    rows = ("Tuotot Not 2 132 371 106 488", "Kulut Not 3 -522 941 -515 518", "Poistot Not 4 -15 842 -14 517")
    table = flat_table("Tulos, 1 000 €\n\n2031 2030\n" + "\n".join((*rows, "Tulos -406 412 -423 547")) + "\n")
    assert value(table, "Poistot", "2031") == -15_842_000
    assert {figure.row_path[-1] for figure in table.figures} == {"Tuotot", "Kulut", "Poistot", "Tulos"}


def test_a_small_number_that_may_be_a_note_or_begin_an_amount_is_left_unread() -> None:
    table = flat_table(ACCOUNTS + "Övriga poster 2 111 105\n")
    assert not any(figure.value is not None and figure.row_path[-1] == "Övriga poster" for figure in table.figures)


def test_few_rows_with_notes_leave_small_numbers_unread() -> None:
    rows = "Alho 2 271 953 -245 714\nBeeda -499 493 670 112\nCedo 665 700 910 212\nDeeta 3 795 063 -44 868\n"
    figures = [
        figure
        for table in flat_tables(document_of(f"Tulos, 1 000 €\nNot 2031 2030\n{rows}"))
        for figure in table.figures
    ]
    assert {figure.row_path[-1] for figure in figures if figure.value is not None} <= {"Beeda", "Cedo"}


def test_years_with_a_word_head_columns_beside_notes() -> None:
    table = flat_table(ACCOUNTS.replace("Not 2031 2030", "Not Bokslut 2031 Budget 2030"))
    assert table.column_labels == (("Bokslut 2031",), ("Budget 2030",))
    assert value(table, "Kostnader", "Budget 2030") == -41_140_000
    assert {figure.check for figure in table.figures} == {"reconciled"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [("Generella statsbidrag och utjämning", False), ("Verksamhetsbidrag", True), ("Årsbidrag", True)],
)
def test_a_grant_is_no_result(label: str, *, expected: bool) -> None:
    assert is_difference(label) is expected


BUDGET = """Noter

mnkr Not Bokslut
2030
Budget
2031
Plan
2032
Intäkter 1 282,3 372,4 335,6
Kostnader
  2 1 452,8 1 628,8 1 656,2
Skatteintäkter 3
Kommunalskatt 893,7 954,2 995,3
Slutavräkning 22,8 3,1 1,5
Summa skatteintäkter 916,5 957,3 996,8
Statsbidrag
4
Utjämning 244,2 261,8 262,6
Avgift 53,8 29,9 44,3
Summa statsbidrag 298,0 291,7 306,9
"""


def test_notes_under_a_header_of_several_lines() -> None:
    table = flat_table(BUDGET)
    assert table.column_labels == (("Bokslut 2030",), ("Budget 2031",), ("Plan 2032",))
    assert value(table, "Kostnader", "Bokslut 2030") == 1_452_800_000
    assert value(table, "Avgift", "Plan 2032") == 44_300_000


def test_a_note_s_number_may_stand_behind_a_heading() -> None:
    paths = {figure.row_path for figure in flat_table(BUDGET).figures}
    assert ("Skatteintäkter", "Kommunalskatt") in paths
    assert ("Statsbidrag", "Utjämning") in paths


def test_a_number_that_may_be_the_note_or_thousands_has_no_value_but_those_beside_it_have() -> None:
    cells = [figure.value for figure in flat_table(BUDGET).figures if figure.row_path == ("Intäkter",)]
    assert cells == [None, 372_400_000, 335_600_000]


def test_sums_tell_a_note_s_number_from_thousands() -> None:
    rows = "Alho 1 268,1 340,8\nBeeda 2 367,9 417,9\nCedo 4 511,9 587,0\nDeeta 10,5 11,5\nSumma 1 158,4 1 357,2\n"
    table = flat_table(f"Tulos, 1 000 €\n\nLiite Toteuma 2030 Arvio 2031\n{rows}")
    assert value(table, "Beeda", "Toteuma 2030") == 367_900
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_a_number_near_those_that_may_be_notes_is_not_taken_for_the_beginning_of_an_amount() -> None:
    rows = "Alho 1 68,1 40,8\nBeeda 2 67,9 17,9\nCedo 4 11,9 87,0\nDeeta 7 318,8 316,4\nEeli 9 836,1 111,2\n"
    tables = flat_tables(document_of(f"Tulos, 1 000 €\n\nLiite Toteuma 2030 Arvio 2031\n{rows}"))
    figures = [figure for table in tables for figure in table.figures if figure.row_path[-1] == "Eeli"]
    assert [figure.value for figure in figures] == [None, 111_200]


def test_what_says_the_unit_before_notes_is_no_group_of_columns() -> None:
    text = (
        "Resultaträkning\n\nKommunen\nKommunala koncernen\nBelopp i mnkr Not 2031 2032 2031 2032\n"
        "Intäkter 1 10 932 11 397 26 287 26 720\nKostnader 2, 3 -39 658 -41 140 -50 016 -51 646\n"
        "Avskrivningar 4 -1 490 -1 639 -4 488 -4 613\nNettokostnader -30 216 -31 382 -28 217 -29 539\n"
    )
    assert not any(
        "mnkr" in label for table in flat_tables(document_of(text)) for path in table.column_labels for label in path
    )


GROUPS = """Resultaträkning

(mnkr) Not Staden Sammanställd redovisning
Bokslut
2030
Bokslut
2031
Budget
2031
Bokslut
2030
Bokslut
2031

Intäkter
1 27,6 28,9 25,7 36,3 38,9
Kostnader 2 – 1 329,0 – 1 381,2 – 1 361,3 – 1 333,6 – 1 394,8
Avskrivningar 3 – 27,8 – 28,1 – 31,3 – 74,5 – 74,3

Nettokostnader
  – 1 329,2 – 1 380,4 – 1 366,9 – 1 371,8 – 1 430,2

Skatteintäkter
4 10,1 11,9 12,2 10,1 11,9
Resultat   – 1 319,1 – 1 368,5 – 1 354,7 – 1 361,7 – 1 418,3
"""


def test_groups_of_unlike_width_stand_over_the_columns_beside_the_word_for_notes() -> None:
    table = flat_table(GROUPS)
    assert table.column_labels == (
        ("Staden", "Bokslut 2030"),
        ("Staden", "Bokslut 2031"),
        ("Staden", "Budget 2031"),
        ("Sammanställd redovisning", "Bokslut 2030"),
        ("Sammanställd redovisning", "Bokslut 2031"),
    )
    assert table.unit == "SEK"


def test_a_line_of_dashes_and_numbers_alone_is_of_the_label_above_and_no_item_of_a_list() -> None:
    cells = {figure.row_path[-1]: figure for figure in flat_table(GROUPS).figures if figure.column == 0}
    assert cells["Nettokostnader"].value == -1_329_200_000
    assert cells["Avskrivningar"].value == -27_800_000
    assert cells["Nettokostnader"].check == "reconciled"
