"""Columns and rows that count people and things take no money from their table."""

import pytest

from ingest.tables.counted import counting_columns, counts
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import gridded, rows_of


@pytest.mark.parametrize(
    "header", ["Hakemuksia, kpl", "Päätökset", "Projects (number)", "Ansökningar, antal", "Loans, no.", "Asukkaat"]
)
def test_what_counts(header: str) -> None:
    assert counts(header)


@pytest.mark.parametrize("header", ["Hankkeet", "Myönnetty", "Valtio", "Yritykset", "Number 5 fund", "Avustus, euroa"])
def test_what_does_not(header: str) -> None:
    assert not counts(header)


def test_outcomes_are_counted_where_applications_are_counted_before_them() -> None:
    names = [("Hakemuksia",), ("Hyväksytty",), ("Hylätty",), ("Myönnetty",)]
    assert counting_columns(names, [False] * 4) == {0, 1, 2}
    assert counting_columns([("Haettu",), ("Hyväksytty",), ("Maksettu",)], [False] * 3) == frozenset()
    assert counting_columns([("Hakemuksia",), ("Hyväksytty",)], [False, True]) == {0}


def test_accepted_applications_are_no_euros() -> None:
    document = gridded(
        ["Tukimuoto", "Hakemuksia", "Hyväksytty", "Myönnetty tuki"],
        ["Lämpöpumput", "214", "187", "1 496"],
        ["Ikkunat", "158", "120", "360"],
        title="Energiatuet, 1 000 €",
    )
    (table,) = recover(document).tables
    assert rows_of(table) == [
        ["", "Hakemuksia", "Hyväksytty", "Myönnetty tuki"],
        ["Lämpöpumput", "214 -", "187 -", "1496000 EUR"],
        ["Ikkunat", "158 -", "120 -", "360000 EUR"],
    ]


@pytest.mark.parametrize(
    ("header", "counted"),
    [
        ("Kotitalouksia", True),
        ("Istutettuja puita", True),
        ("Households connected", True),
        ("Avustuksia", False),
        ("Energia", False),
        ("Grants paid", False),
        ("Yritykset", False),
    ],
)
def test_headers_that_name_many_things_count_them(header: str, counted: bool) -> None:  # noqa: FBT001 - expectation
    assert (counting_columns([(header,)], [False]) == {0}) is counted


def test_projects_beside_sums_are_counted_beside_other_columns_they_may_be_paid() -> None:
    assert counting_columns([("Hankkeet",), ("Haettu",), ("Myönnetty",)], [False] * 3) == {0}
    assert counting_columns([("Projects",), ("2022",), ("2023",)], [False] * 3) == {0}
    assert counting_columns([("Hankkeet",), ("Hallinto",)], [False] * 2) == frozenset()
    assert counting_columns([("Hankkeet",), ("2023",)], [True, False]) == frozenset()
