"""Commas before three digits: thousands or decimals, by the sums, by other numbers, or left unread."""

from dataclasses import replace

import pytest

from ingest.tables.cells import kind_of, numbers_of
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import cells_of, document_of, gridded, plain

SUMS_ALIKE = """Avustukset

Alue 2022 2023 Yhteensä
Kainuu 54,210 1,950 56,160
Lappi 2,800 61,000 63,800
Satakunta 10,000 20,000 30,000
Yhteensä 67,010 82,950 149,960
"""
ONE_SMALL = """Avustukset

Alue 2022 2023 Yhteensä
Kainuu 54,210 950 55,160
Lappi 800 61,000 61,800
Satakunta 10,000 20,000 30,000
Yhteensä 65,010 81,950 146,960
"""


def test_sums_that_hold_for_thousands_alone_tell_a_finnish_table() -> None:
    (table,) = recover(
        gridded(
            ["Alue", "2022", "2023"],
            ["Kainuu", "54,210", "950"],
            ["Lappi", "800", "61,000"],
            ["Yhteensä", "55,010", "61,950"],
        )
    ).tables
    assert [str(figure.value) for figure in table.figures] == ["54210", "950", "800", "61000", "55010", "61950"]
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_sums_that_hold_for_decimals_alone_tell_an_english_table() -> None:
    document = gridded(
        ["Area", "2022", "2023", "Total"],
        ["Kainuu", "5,210", "1,790", "7"],
        ["Lappi", "2,500", "3,500", "6"],
        ["Oulu", "1,125", "3,375", "4.5"],
    )
    (table,) = recover(replace(document, language="en")).tables
    assert [str(figure.value) for figure in table.figures][:3] == ["5.210", "1.790", "7"]


def test_another_number_of_the_document_shows_what_commas_are() -> None:
    table = gridded(["Alue", "Avustus, €"], ["Kainuu", "54,210"], ["Lappi", "61,000"], ["Yhteensä", "115,210"])
    (page,) = table.pages
    (other,) = plain("Kaikkiaan jaettiin 1,115,210 euroa.").pages
    document = document_of(page, replace(other, number=2))
    assert cells_of(recover(document).tables[0])["Yhteensä", "Avustus, €"] == "115210 EUR"


@pytest.mark.parametrize("head", ["Avustus, €", "Avustus, 1000 €", "Osallistujia"])
def test_three_decimals_of_what_has_none_stay_unread(head: str) -> None:
    document = gridded(["Alue", head], ["Kainuu", "54,210"], ["Lappi", "61,000"], ["Yhteensä", "115,210"])
    assert recover(document).tables == ()


def test_millions_have_three_decimals_and_blanks_group_thousands_beside_commas() -> None:
    (millions,) = recover(
        gridded(["Alue", "Rahoitus, milj. €"], ["Kainuu", "54,210"], ["Lappi", "61,000"], ["Yhteensä", "115,210"])
    ).tables
    assert cells_of(millions)["Kainuu", "Rahoitus, milj. €"] == "54210000 EUR"
    (table,) = recover(gridded(["Alue", "Väkiluku", "Suhde"], ["A", "1 250", "1,250"], ["B", "1 000", "1,000"])).tables
    assert cells_of(table)["A", "Suhde"] == "1.250 -"


def test_flat_text_is_read_as_its_sums_tell() -> None:
    (table,) = recover(plain(ONE_SMALL)).tables
    assert [str(figure.value) for figure in table.figures][:3] == ["54210", "950", "55160"]
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert recover(plain(SUMS_ALIKE)).tables == ()
    (english,) = recover(replace(plain(SUMS_ALIKE), language="en")).tables
    assert [str(figure.value) for figure in english.figures][:3] == ["54210", "1950", "56160"]
    (swiss,) = recover(plain(ONE_SMALL.replace(",", "'"))).tables
    assert [str(figure.value) for figure in swiss.figures][3:6] == ["800", "61000", "61800"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12−", "-12"),
        ("1 200–", "-1200"),
        ("€ 12–", "-12"),
        ("12.500,00-", "-12500.00"),
        ("‒12", "-12"),
        ("−€ 5", "-5"),
        ("-€1,234,567", "-1234567"),
        ("€(1,234,567)", "-1234567"),
        ("12,-", "12"),
        ("100,– €", "100"),
        ("3 000 000:-", "3000000"),
        ("1‘234´567", "1234567"),
    ],
)
def test_signs_and_groups_of_other_conventions(text: str, value: str) -> None:
    assert [str(number.value) for number in numbers_of(text, commas=False)] == [value]


@pytest.mark.parametrize("text", ["-", "–", ".", "..", "…", "- €", "– %", "—"])
def test_dashes_and_dots_hold_nothing(text: str) -> None:
    assert kind_of(text) == "empty"


def test_a_minus_parted_from_the_number_before_it_is_read_as_neither() -> None:
    assert numbers_of("12 –", commas=False) == ()


@pytest.mark.parametrize("text", ["12–", "65–", "18-", "2021–", "2021-", "2021−", "0,5–"])
def test_a_dash_behind_a_bare_number_may_open_a_range(text: str) -> None:
    assert numbers_of(text, commas=False) == ()


def test_open_ranges_of_years_and_ages_are_no_figures() -> None:
    (table,) = recover(
        gridded(
            ["Toimi", "Ikä", "Vuodet", "Henkilöitä"],
            ["A", "0–17", "2019–2020", "120"],
            ["B", "18–", "2021–", "140"],
            ["C", "65–", "2022–", "95"],
        )
    ).tables
    assert [str(figure.value) for figure in table.figures] == ["120", "140", "95"]


def test_a_minus_behind_is_told_by_another_of_the_column() -> None:
    (table,) = recover(
        gridded(
            ["Toimi", "Tulos", "Kulut", "Ikä"],
            ["A", "1 200-", "12-", "65–"],
            ["B", "12-", "30", "18–"],
            ["C", "5000-", "45", "-1"],
            ["D", "-7", "50", "20"],
        )
    ).tables
    assert {key: value for key, value in cells_of(table).items() if key[1] != "Kulut"} == {
        ("A", "Tulos"): "-1200 -",
        ("B", "Tulos"): "-12 -",
        ("C", "Tulos"): "-5000 -",
        ("D", "Tulos"): "-7 -",
        ("C", "Ikä"): "-1 -",
        ("D", "Ikä"): "20 -",
    }
    assert ("A", "Kulut") not in cells_of(table)
