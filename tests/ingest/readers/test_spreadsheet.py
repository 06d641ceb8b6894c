from datetime import UTC, date, datetime

import openpyxl
import pytest

from ingest.errors import BrokenFile
from ingest.readers import read_bytes
from ingest.readers.number_format import shown
from tests.ingest.invariants import check_page
from tests.ingest.readers.office_files import saved, workbook


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        (1346190, "#,##0", "1 346 190"),
        (1346190, "General", "1346190"),
        (0.734, "0%", "73%"),
        (0.734, "0.0 %", "73,4 %"),
        (-12.5, "#,##0.00", "-12,50"),
        (1234567, '#,##0 "€"', "1 234 567 €"),
        (1234567, "#,##0 [$€-40B]", "1 234 567 €"),
        (1234567, "#,##0.0,,", "1,2"),
        (-5, "#,##0;(#,##0)", "(5)"),
        (0, '0;-0;"–"', "–"),
        (0.1 + 0.2, "General", "0,3"),
        (7, "00", "07"),
        (2.5, "0.##", "2,5"),
        (1.005, "0.00", "1,01"),
        (None, "General", ""),
        (True, "General", "TRUE"),
        ("teksti", "@", "teksti"),
        (date(2023, 5, 15), "d.m.yyyy", "15.5.2023"),
        (datetime(2023, 5, 15, 9, 5, tzinfo=UTC), "d.m.yyyy h:mm", "15.5.2023 9.05"),
        (date(2023, 1, 1), "yyyy", "2023"),
        (date(2023, 3, 1), "mmm yy", "3/2023"),
    ],
)
def test_numbers_show_as_their_format_says(value: object, number_format: str, expected: str) -> None:
    assert shown(value, number_format) == expected


def test_a_sheet_is_a_page_with_its_title_and_header() -> None:
    data = workbook(
        Avustukset=[
            ["Avustukset 2020–2021"],
            [],
            ["Alue", 2020, 2021],
            ["Etelä", 1671131, 3336135],
            ["Länsi", 5, None],
        ],
        Muut=[["Nimi", "Arvo"], ["x", 0.5]],
    )
    read = read_bytes(data, "luvut.xlsx")
    assert [page.label for page in read.pages] == ["Avustukset", "Muut"]
    page = read.pages[0]
    check_page(page)
    assert page.text == ("Avustukset\n\nAvustukset 2020–2021\n\nAlue  2020  2021\nEtelä  1671131  3336135\nLänsi  5")
    assert page.grids[0].title == "Avustukset 2020–2021"
    assert [cell.text for cell in page.grids[0].cells if cell.header] == ["Alue", "2020", "2021"]


def test_two_tables_on_a_sheet_are_two_grids_and_a_gap_is_none() -> None:
    data = workbook(
        S=[["A", "B"], ["x", 1], [], ["y", 2], [], ["Toinen taulukko"], ["C", "D"], ["z", 3]],
    )
    page = read_bytes(data, "s.xlsx").pages[0]
    assert [grid.rows for grid in page.grids] == [4, 2]
    assert page.grids[1].title == "Toinen taulukko"


def test_merged_hidden_and_unsaved_formulas() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["Yhteinen", None, "Kolmas"])
    sheet.append([1, 2, "=A2+B2"])
    sheet.merge_cells("A1:B1")
    hidden = book.create_sheet("Piilo")
    hidden.append(["salaa"])
    hidden.sheet_state = "hidden"
    read = read_bytes(saved(book.save), "m.xlsx")
    assert read.pages[0].grids[0].cells[0].column_span == 2
    assert len(read.pages) == 1
    assert read.notes == (
        "formulas without a stored value, left out: 1; save the workbook in a spreadsheet program",
        "sheet 'Piilo' is hidden and left out",
    )


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_csv_of_any_delimiter(delimiter: str) -> None:
    rows = [["Alue", "Summa"], ["Etelä", "1 346 190"], ["Länsi", "5"]]
    data = "\n".join(delimiter.join(row) for row in rows).encode()
    page = read_bytes(data, "a.csv").pages[0]
    check_page(page)
    assert page.text == "Alue  Summa\nEtelä  1 346 190\nLänsi  5"


def test_csv_with_decimal_commas_quotes_and_windows_letters() -> None:
    data = 'Alue;Määrä\r\n"Länsi; koko";1,5\r\n'.encode("cp1252")
    read = read_bytes(data, "a.csv")
    assert [cell.text for cell in read.pages[0].grids[0].cells] == ["Alue", "Määrä", "Länsi; koko", "1,5"]
    assert read.notes == ("it is not UTF-8; read as Windows-1252",)


def test_a_sheet_too_large_to_load_whole_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.readers.spreadsheet._WHOLE", 0)
    data = workbook(S=[["A", "B"], ["x", 1]])
    assert read_bytes(data, "s.xlsx").pages[0].text == "S\n\nA  B\nx  1"


def test_what_the_library_cannot_parse_is_damaged() -> None:
    data = workbook(S=[["A"]])
    with pytest.raises(BrokenFile):
        read_bytes(data[: len(data) // 2], "s.xlsx")


def test_a_line_on_dates_or_sources_is_no_title() -> None:
    rows: list[list[object]] = [["Toimintakate kunnittain (milj. €)"], ["Lähde: tilastot"], []]
    (page,) = read_bytes(workbook(Taulu=[*rows, ["Kunta", 2022], ["Lapua", -37.1]]), "a.xlsx").pages
    (grid,) = page.grids
    assert grid.title == "Toimintakate kunnittain (milj. €)"
    data = "Avustukset\nPäivitetty 14.2.2024\n\nKunta;2022\nLapua;100\n".encode()
    (page,) = read_bytes(data, "a.csv").pages
    assert page.grids[0].title == "Avustukset"


def test_a_title_and_its_table_may_be_parted_by_an_empty_row() -> None:
    rows: list[list[str | int]] = [["Tulot, €"], [], ["Alue", "2031"], ["Alho", 5], [], []]
    rows += [["Menot, 1 000 €"], [], ["Alue", "2031"], ["Alho", 7]]
    (page,) = read_bytes(workbook(Luvut=rows), "a.xlsx").pages
    assert [(grid.title, grid.rows) for grid in page.grids] == [("Tulot, €", 2), ("Menot, 1 000 €", 2)]
