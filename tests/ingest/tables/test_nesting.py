"""Sub-rows set in under their parents, in every format; what sums say of them; and blanks that mean nothing."""

from decimal import Decimal

import pytest

from ingest.table import Table as Recovered
from ingest.tables.grids import grid_tables
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import gridded, read, set_in
from tests.ingest.tables.random_nested import Kind, random_nested
from tests.ingest.tables.set_in_files import FLUSH_RIGHT, WAYS, Table, Writer

SUMS: Table = (
    ("Alue, €", "2022", "2023", "Yhteensä"),
    (
        (0, "Uusimaa", ("120 000", "130 500", "250 500")),
        (1, "Helsinki", ("70 000", "80 300", "150 300")),
        (1, "Espoo", ("50 000", "50 200", "100 200")),
        (0, "Kainuu", ("20 000", "30 000", "50 000")),
        (0, "Lappi", ("44 000", "41 000", "85 000")),
        (1, "Rovaniemi", ("30 000", "21 000", "51 000")),
        (1, "Kemi", ("14 000", "20 000", "34 000")),
        (0, "Yhteensä", ("184 000", "201 500", "385 500")),
    ),
)
DEEP: Table = (
    ("Menot, 1000 €", "TA 2023", "TA 2024"),
    (
        (0, "Sosiaali- ja terveystoimi", ("1 000", "1 110")),
        (1, "Terveydenhuolto", ("700", "800")),
        (2, "Avoterveydenhuolto", ("450", "500")),
        (2, "Suun terveys", ("250", "300")),
        (1, "Sosiaalipalvelut", ("300", "310")),
        (0, "Sivistystoimi", ("400", "420")),
        (1, "Opetus", ("290", "300")),
        (1, "Vapaa-aika", ("110", "120")),
        (0, "Yhteensä", ("1 400", "1 530")),
    ),
)
PARTS: Table = (
    ("Menolaji", "2022", "2023"),
    (
        (0, "Henkilöstömenot", ("500", "620")),
        (1, "josta palkat", ("410", "500")),
        (0, "Palvelut", ("300", "250")),
        (1, "siitä vuokrat", ("30", "31")),
        (1, "varav resor", ("12", "14")),
        (0, "Muut menot", ("40", "50")),
        (0, "Menot yhteensä", ("840", "920")),
    ),
)
ODD: Table = (
    ("Alue", "2022", "2023"),
    (
        (0, "Uusimaa", ("500", "620")),
        (1, "Kainuu", ("410", "500")),
        (0, "Lappi", ("300", "250")),
        (0, "Pirkanmaa", ("30", "31")),
        (1, "Satakunta", ("12", "14")),
        (2, "Kymenlaakso", ("40", "50")),
        (0, "Yhteensä", ("1 292", "1 465")),
    ),
)


def paths_of(table: Table, *, flat: bool = False) -> list[tuple[str, ...]]:
    """Return the row paths that the levels of a table's lines state."""
    found: list[tuple[str, ...]] = []
    above: list[str] = []
    for level, label, _ in table[1]:
        above = [*above[: 0 if flat else level], label]
        found.append(tuple(above))
    return found


def recovered(writer: Writer, name: str, how: str, table: Table) -> Recovered:
    (found,) = recover(read(writer(table, how), name)).tables
    return found


def row_paths(table: Recovered) -> list[tuple[str, ...]]:
    return [figure.row_path for figure in table.figures if figure.column == 0]


@pytest.mark.parametrize(("writer", "name", "how"), WAYS)
def test_rows_set_in_are_parts_of_the_row_above_them(writer: Writer, name: str, how: str) -> None:
    for lines in (SUMS, DEEP):
        table = recovered(writer, name, how, lines)
        assert row_paths(table) == paths_of(lines)
        assert {figure.check for figure in table.figures} == {"reconciled"}
        assert table.findings == ()
        levels = [level for level, _, _ in lines[1]]
        roles = [figure.row_role for figure in table.figures if figure.column == 0]
        assert roles[-1] == "total"
        assert ["child" if level == 2 else role for level, role in zip(levels, roles, strict=True)] == roles
        assert roles.count("child") == sum(
            bool(level) and (place + 1 == len(levels) or levels[place + 1] <= level)
            for place, level in enumerate(levels)
        )


@pytest.mark.parametrize(("writer", "name", "how"), WAYS)
def test_parts_by_their_words_need_not_sum_to_the_whole(writer: Writer, name: str, how: str) -> None:
    table = recovered(writer, name, how, PARTS)
    assert row_paths(table) == paths_of(PARTS)
    checks = {figure.row_path[-1]: figure.check for figure in table.figures if figure.column == 0}
    assert checks == {
        "Henkilöstömenot": "reconciled",
        "josta palkat": "unchecked",
        "Palvelut": "reconciled",
        "siitä vuokrat": "unchecked",
        "varav resor": "unchecked",
        "Muut menot": "reconciled",
        "Menot yhteensä": "reconciled",
    }
    assert {f.row_path[-1] for f in table.figures if f.row_role == "child" and f.check == "unchecked"} == {
        "josta palkat",
        "siitä vuokrat",
        "varav resor",
    }
    assert table.findings == ()


@pytest.mark.parametrize(("writer", "name", "how"), WAYS)
def test_a_total_that_counts_rows_beside_those_above_them_denies_blanks(writer: Writer, name: str, how: str) -> None:
    table = recovered(writer, name, how, ODD)
    assert row_paths(table) == paths_of(ODD, flat=True)
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_labels_flush_right_are_not_set_in() -> None:
    table = recovered(*FLUSH_RIGHT, SUMS)
    assert row_paths(table) == paths_of(SUMS, flat=True)


def test_blanks_before_rows_that_exceed_the_row_above_mean_nothing() -> None:
    (table,) = grid_tables(set_in(("", "2024"), ("A", "10"), ("    B", "25"), ("C", "20"), ("    D", "5"), ("E", "7")))
    assert table.row_labels == (("A",), ("B",), ("C",), ("D",), ("E",))


def test_rows_set_in_below_a_row_that_is_more_than_they_are_parts_of_it() -> None:
    (table,) = recover(
        set_in(
            ("", "Haettu", "Saatu"), ("A", "100", "90"), ("    B", "60", "50"), ("    C", "10", "9"), ("D", "80", "70")
        )
    ).tables
    assert row_paths(table) == [("A",), ("A", "B"), ("A", "C"), ("D",)]
    assert [figure.row_parent for figure in table.figures if figure.column == 0] == [None, 0, 0, None]


def test_parts_of_one_misprinted_row_are_still_its_parts() -> None:
    (table,) = recover(
        set_in(
            ("", "2022", "2023", "2024"),
            ("Etelä", "120 000", "130 500", "144 400"),
            ("    A", "70 000", "80 300", "90 300"),
            ("    B", "50 000", "50 200", "53 100"),
            ("Pohjoinen", "44 000", "41 000", "45 000"),
            ("    C", "30 000", "21 000", "24 000"),
            ("    D", "14 000", "20 000", "21 000"),
        )
    ).tables
    assert row_paths(table)[:3] == [("Etelä",), ("Etelä", "A"), ("Etelä", "B")]
    (finding,) = table.findings
    assert finding.kind == "parent_sum"
    assert (finding.stated, finding.expected) == (Decimal(144_400), Decimal(143_400))


def test_a_line_that_only_says_of_which_heads_nothing() -> None:
    (table,) = recover(
        gridded(
            ["Menot", "2023", "2024"],
            ["Henkilöstö", "500", "620"],
            ["josta", "", ""],
            ["Palkat", "410", "500"],
            ["Palvelut", "300", "250"],
            ["Yhteensä", "800", "870"],
        )
    ).tables
    assert row_paths(table) == [("Henkilöstö",), ("Henkilöstö", "Palkat"), ("Palvelut",), ("Yhteensä",)]
    assert [figure.check for figure in table.figures if figure.column == 0] == [
        "reconciled",
        "unchecked",
        "reconciled",
        "reconciled",
    ]


def test_parts_by_their_words_without_blanks_stand_under_the_row_above() -> None:
    (table,) = recover(
        gridded(
            ["Menot", "2023", "2024"],
            ["Henkilöstö", "500", "620"],
            ["- josta palkat", "410", "500"],
            ["of which bonuses", "41", "50"],
            ["Palvelut", "300", "250"],
            ["Yhteensä", "800", "870"],
        )
    ).tables
    assert row_paths(table) == [
        ("Henkilöstö",),
        ("Henkilöstö", "josta palkat"),
        ("Henkilöstö", "of which bonuses"),
        ("Palvelut",),
        ("Yhteensä",),
    ]
    assert table.findings == ()


@pytest.mark.parametrize("kind", ["sums", "partial", "josta", "random"])
@pytest.mark.parametrize("seed", range(len(WAYS)))
def test_random_tables_with_rows_set_in(seed: int, kind: Kind) -> None:
    lines = random_nested(seed, kind)
    table = recovered(*WAYS[seed], lines)
    assert row_paths(table) == paths_of(lines, flat=kind == "random")
    printed = [int(number.replace(" ", "")) for _, _, numbers in lines[1] for number in numbers]
    assert [figure.value for figure in table.figures] == printed
    assert "contradicted" not in {figure.check for figure in table.figures}
