import io
from dataclasses import replace

from pypdf import PdfReader, PdfWriter

from ingest.document import Document
from ingest.readers import read_bytes
from ingest.tables.elsewhere import units_from_elsewhere
from ingest.tables.recover import recover
from tests.data import shared
from tests.ingest.tables.gridded import cells_of, document_of, gridded, plain


def read(folder: str, name: str, *numbers: int) -> Document:
    """Read some pages of a real PDF, as a file of their own."""
    whole, part = PdfReader(shared("data", folder, name)), PdfWriter()
    for number in numbers:
        part.add_page(whole.pages[number - 1])
    data = io.BytesIO()
    part.write(data)
    return document_of(*read_bytes(data.getvalue(), name).pages)


def test_the_same_figures_come_out_once() -> None:
    document = gridded(["Alue", "Myönnetty €"], ["A", "1 000 000 €"], ["B", "2 000 000 €"], ["Yhteensä", "3 000 000 €"])
    found = recover(document)
    assert len(found.tables) == 1
    assert found.figures == ()


def test_a_missing_unit_comes_from_the_same_figure_elsewhere_and_says_so() -> None:
    table = recover(gridded(["Alue", "Avustus"], ["Pohjola", "1 346 190"], ["Etelä", "6 465 000"])).tables[0]
    (stated,) = recover(plain("Rahoitus: Pohjola 1 346 190 €")).figures
    (with_unit,) = units_from_elsewhere([table], [stated])
    assert (table.unit, with_unit.unit) == (None, "EUR")
    assert with_unit.figures[0].placement_reason.endswith("unit from the same figure, 1 346 190 €, on page 1 of d")
    (other,) = recover(plain("Rahoitus: Etelä 1 346 190 €")).figures
    assert units_from_elsewhere([table], [other]) == (table,)


def test_a_unit_from_elsewhere_stays_in_its_column_where_others_have_units_and_off_head_counts() -> None:
    rows = (
        ["Alue", "Avustus", "Henkilöstömäärä", "Osuus %"],
        ["Pohjola", "1 346 190", "12 000", "40"],
        ["Etelä", "50", "3", "60"],
    )
    table = recover(gridded(*rows)).tables[0]
    (stated,) = recover(plain("Rahoitus: Pohjola 1 346 190 €")).figures
    (with_unit,) = units_from_elsewhere([table], [stated])
    assert [figure.unit for figure in with_unit.figures] == ["EUR", None, "%", "EUR", None, "%"]


def test_three_levels_of_headers_in_real_tables() -> None:
    summary, care = recover(read("hallitusohjelma", "13-Liitteet.pdf", 4, 6, 7, 8, 9)).tables
    cells = cells_of(summary)
    assert cells["Koulutus ja osaaminen", "Valtio › 2026"] == "-60000000 EUR"
    assert cells["Sosiaaliturva ja -etuudet", "Sotu-rahastot › 2024"] == "553000000 EUR"
    assert cells["Yhteensä", "Julkinen talous yhteensä › pav"] == "4738000000 EUR"
    assert cells["Suorat ja rakenteelliset yhteensä", "Julkinen talous yhteensä › 2027"] == "6045000000 EUR"
    assert len(summary.figures) == 9 * 26 + 3
    assert care.pages == (2, 3, 4, 5)
    total = {figure.column_path: figure.value for figure in care.figures if figure.row_path == ("Yhteensä",)}
    assert total["Hyvinvointialueet", "2028"] == 1_120_000_000


def test_statements_with_units_in_rows_and_columns() -> None:
    statement, financing, investments = recover(read("tilinpaatos", "kauhava-2024.pdf", 30, 33, 120)).tables
    cells = cells_of(statement)
    assert cells["Rahoitustuotot ja -kulut › Korkokulut", "2024 1 000 €"] == "1646000 EUR"
    assert cells["Vuosikate", "2023 1 000 €"] == "10107000 EUR"
    assert cells["TULOSLASKELMAN TUNNUSLUVUT › Vuosikate, €/asukas", "2024 1 000 €"] == "635 EUR/asukas"
    assert cells["TULOSLASKELMAN TUNNUSLUVUT › Asukasmäärä", "2024 1 000 €"] == "15049 -"
    assert (
        cells_of(financing)["RAHOITUSLASKELMAN TUNNUSLUVUT › Laskennallinen lainanhoitokate", "2024 1 000 €"]
        == "1.03 -"
    )
    assert cells_of(investments)["Tekninen lautakunta › Kaupungintalo", "Tarkistettu määräraha"].startswith("2180000 ")


def test_a_column_that_the_title_names_is_not_measured_by_the_title() -> None:
    rows = (["Virasto", "Henkilötyövuodet", "Menot, M€", "Yhteensä"], ["A", "12", "61,2", "5"], ["B", "7", "60,8", "4"])
    table = recover(gridded(*rows, title="Henkilötyövuodet ja menot virastoittain")).tables[0]
    assert [figure.measure for figure in table.figures[:3]] == [None, "expense", "expense"]
    table = recover(gridded(*rows, title="Menot virastoittain")).tables[0]
    assert [figure.measure for figure in table.figures[:3]] == ["expense", "expense", "expense"]


def test_a_twin_gives_its_unit_to_a_table_that_states_shares_alone() -> None:
    rows = (
        ["Alue", "2022", "2023", "Osuus %"],
        ["Pohjola", "1 346 190", "890", "40"],
        ["Yhteensä", "6 465 000", "1 200", "100"],
    )
    table = recover(gridded(*rows)).tables[0]
    (stated,) = recover(gridded(["Alue", "Rahoitus, €"], ["Pohjola", "1 346 190"])).tables[0].figures
    (with_unit,) = units_from_elsewhere([table], [replace(stated, table_id="other")])
    assert [figure.unit for figure in with_unit.figures] == ["EUR", "EUR", "%", "EUR", "EUR", "%"]
    (total,) = recover(gridded(["Alue", "Rahoitus, €"], ["Yhteensä", "6 465 000"])).tables[0].figures
    (with_unit,) = units_from_elsewhere([table], [replace(total, table_id="other")])
    assert [figure.unit for figure in with_unit.figures] == ["EUR", "EUR", "%", "EUR", "EUR", "%"]


def test_a_twin_that_counts_gives_its_unit_and_a_small_total_none() -> None:
    table = recover(gridded(["Alue", "Määrä"], ["Pohjola", "13 461"], ["Yhteensä", "64 650"])).tables[0]
    (stated,) = recover(gridded(["Alue", "Asukasmäärä"], ["Pohjola", "13 461 hlö"])).tables[0].figures
    (with_unit,) = units_from_elsewhere([table], [replace(stated, table_id="other")])
    assert [figure.unit for figure in with_unit.figures] == ["hlö", "hlö"]
    (total,) = recover(gridded(["Alue", "Rahoitus, €"], ["Yhteensä", "64 650"])).tables[0].figures
    assert units_from_elsewhere([table], [replace(total, table_id="other")]) == (table,)
