"""Headings of columns that are a year and its unit: "2030 € 2031 €"."""

import pytest

from ingest.tables.recover import recover
from tests.ingest.tables.make import document_of, value

_ROWS = "Mäki 39 756 18 255\nJoki 12 300 20 000\nLampi 10 000 11 000\nYhteensä 62 056 49 255\n"


def test_the_year_is_the_column_s_and_the_unit_its_cells() -> None:
    (table,) = recover(document_of(f"Avustukset\n\nAlue 2030 € 2031 €\n\n{_ROWS}")).tables
    assert value(table, "Mäki", "2031 €") == 18_255
    assert {figure.unit for figure in table.figures} == {"EUR"}


@pytest.mark.parametrize("header", ["2030 € 2031 €", "Alue 2030 % 2031 %", "2030 M€ 2031 M€"])
def test_years_with_units_are_no_amounts(header: str) -> None:
    found = recover(document_of(f"Avustukset\n\n{header}\n\n{_ROWS}"))
    figures = [*found.figures, *(figure for table in found.tables for figure in table.figures)]
    assert not {2030, 2031, 2_030_000_000, 2_031_000_000} & {figure.value for figure in figures}


def test_an_amount_that_looks_like_a_year_is_one() -> None:
    found = recover(document_of("Avustukset\n\nLauttamaksut olivat 2030 € kuussa.\n"))
    assert [figure.value for figure in found.figures] == [2030]


@pytest.mark.parametrize(("unit", "name"), [("€", "EUR"), ("%", "%")])
@pytest.mark.parametrize("corner", ["", "Alue "])
def test_years_with_units_say_when(unit: str, name: str, corner: str) -> None:
    rows = "Mäki 70,5 70,9\nJoki 8,8 8,2\nLampi 0,3 0,4\n"
    (table,) = recover(document_of(f"Osuudet\n\n{corner}2030 {unit} 2031 {unit}\n{rows}")).tables
    assert {(figure.period, figure.unit) for figure in table.figures} == {("2030", name), ("2031", name)}


def test_a_share_beside_each_year_is_a_column_of_its_own() -> None:
    rows = "Mäki 705 70,5 706 70,9\nJoki 88 8,8 87 8,2\nLampi 103 20,3 101 20,4\nYhteensä 896 100,0 894 100,0\n"
    (table,) = recover(document_of(f"Asiakkaat\n\nAlue 2030 % 2031 %\n{rows}")).tables
    assert [path[-1] for path in table.column_labels] == ["2030", "%", "2031", "%"]
