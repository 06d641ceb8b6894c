"""Sheets of many rows and blank lines: parts set in under rows, outer labels given to the rows below, list numbers."""

from ingest.tables.numbers import numbers_in
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import gridded, set_in

_GROUPS = 120
_PARTS = 4


def test_parts_that_do_not_sum_stand_under_their_rows_however_many_there_are() -> None:
    rows: list[list[str]] = []
    whole = 0
    for group in range(_GROUPS):
        amount = 500_000 + group * group * 37 % 9_001
        whole += amount
        rows.append([f"Hanke {group}", str(amount)])
        rows += [[f"   Erä {group}.{part}", str(20_011 + part * 1_009 + group * 31)] for part in range(_PARTS)]
    (table,) = recover(set_in(["Hanke", "Menot, €"], *rows, ["Yhteensä", str(whole)])).tables
    size = _PARTS + 1
    expected = [row - row % size if row % size else _GROUPS * size for row in range(_GROUPS * size)]
    found = [figure.row_parent for figure in table.figures[:-1]]
    assert [parent for row, parent in enumerate(found) if row % size] == [
        parent for row, parent in enumerate(expected) if row % size
    ]
    assert table.figures[-1].check == "reconciled"


def test_a_total_goes_to_the_group_above_where_another_group_or_nothing_but_blanks_follows() -> None:
    (table,) = recover(
        gridded(
            ["Alue", "Laji", "Menot, €"],
            ["Pohjoinen", "Palkat", "120"],
            ["", "Matkat", "41"],
            ["", "Yhteensä", "161"],
            ["", "", ""],
            ["Eteläinen", "Palkat", "230"],
            ["", "Matkat", "52"],
            ["", "Yhteensä", "282"],
        )
    ).tables
    assert [figure.row_path for figure in table.figures if "Yhteensä" in figure.row_path] == [
        ("Pohjoinen", "Yhteensä"),
        ("Eteläinen", "Yhteensä"),
    ]


def test_list_numbers_behind_many_blank_lines_are_no_figures() -> None:
    blank = "   \n" * 20_000
    assert [str(number.value) for number in numbers_in(f"{blank}  3. vaihe, 12 hanketta\n{blank}4) 7 kuntaa")] == [
        "12",
        "7",
    ]
