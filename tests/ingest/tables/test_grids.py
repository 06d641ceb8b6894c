import pytest

from ingest.document import Document
from ingest.table import Table
from ingest.tables.grids import grid_tables
from ingest.tables.recover import recover
from tests.ingest.readers.office_files import workbook
from tests.ingest.tables.gridded import cells_of, grid_table, gridded, quoted, read, rows_of, set_in


def only(document: Document) -> Table:
    (table,) = recover(document).tables
    return table


def test_headers_of_two_levels_scale_and_unit_of_the_corner_and_footnote_marks() -> None:
    document = gridded(
        ["milj. euroa", "Julkinen talous yhteensä", None, None, "Valtio", None],
        [None, "2024", "2025", "pav*", "2024", "2025"],
        ["Koulutus", "36", "74", "149", "-5", "–"],
        ["Maatalous 1)", "1 135", "415", "2 061", "0", ".."],
        ["Yhteensä", "1 171", "489", "2 210", "-5", ""],
        spans={(0, 1): (1, 3), (0, 4): (1, 2)},
    )
    table = only(document)
    assert rows_of(table) == [
        [
            "",
            "Julkinen talous yhteensä › 2024",
            "Julkinen talous yhteensä › 2025",
            "Julkinen talous yhteensä › pav",
            "Valtio › 2024",
        ],
        ["Koulutus", "36000000 EUR", "74000000 EUR", "149000000 EUR", "-5000000 EUR"],
        ["Maatalous", "1135000000 EUR", "415000000 EUR", "2061000000 EUR", "0 EUR"],
        ["Yhteensä", "1171000000 EUR", "489000000 EUR", "2210000000 EUR", "-5000000 EUR"],
    ]
    assert (table.unit, table.scale) == ("EUR", 1_000_000)
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert [figure.period for figure in table.figures[:4]] == ["2024", "2025", None, "2024"]
    assert all(quoted(document, figure) == figure.text for figure in table.figures)


def test_a_column_of_note_marks_holds_no_figures() -> None:
    table = grid_table(
        ["", "2032", "2031", ""],
        ["Liikevaihto, milj. euroa", "412", "398", "1)"],
        ["Omavaraisuusaste, %", "61", "63", "1) 2)"],
        ["Hoidettuja polkuja, km", "5 310", "5 120", "12)"],
    )
    assert rows_of(table) == [
        ["", "2032", "2031"],
        ["Liikevaihto, milj. euroa", "412000000 EUR", "398000000 EUR"],
        ["Omavaraisuusaste, %", "61 %", "63 %"],
        ["Hoidettuja polkuja, km", "5310 km", "5120 km"],
    ]


def test_group_headings_head_the_rows_below_and_percent_and_head_counts_are_not_money() -> None:
    table = grid_table(
        ["", "TP2023", "TP2024", "Muutos %"],
        ["Alakoulut", "", "", ""],
        ["Menot", "612", "365", "-40,4 %"],
        ["Oppilaiden lukumäärä", "5", "3", "-40"],
        ["Yläkoulut", "", "", ""],
        ["Menot", "1", "1", "0"],
        title="Koulujen menot 1000 €",
    )
    assert rows_of(table) == [
        ["", "TP2023", "TP2024", "Muutos %"],
        ["Alakoulut › Menot", "612000 EUR", "365000 EUR", "-40.4 %"],
        ["Alakoulut › Oppilaiden lukumäärä", "5 -", "3 -", "-40 %"],
        ["Yläkoulut › Menot", "1000 EUR", "1000 EUR", "0 %"],
    ]
    assert {figure.measure for figure in table.figures if figure.column == 0} == {"actual"}


def test_a_second_number_of_a_cell_has_a_column_of_its_own() -> None:
    table = grid_table(
        ["Hanke", "Myönnetty", "Maksettu", "Jäljellä 15.5.2023"],
        ["Suuri", "60 000 000 euroa", "20 000 000 euroa", "40 000 000 euroa (67 %)"],
        ["Pieni", "11 000 000 euroa", "1 000 000 euroa", "10 000 000 euroa (91 %)"],
    )
    assert cells_of(table)["Suuri", "Jäljellä 15.5.2023 › %"] == "67 %"
    assert [figure.measure for figure in table.figures[:4]] == ["granted", "paid", "remaining", "remaining"]
    assert table.figures[2].period == "15.5.2023"


def test_a_total_names_the_unit_of_its_parts_and_covers_their_periods() -> None:
    table = grid_table(
        ["Alue", "2020", "2021", "yhteensä (€)"],
        ["A", "1 671 131", "3 336 135", "5 007 266"],
        ["B", "2 679 982", "5 398 248", "8 078 230"],
        ["yhteensä", "4 351 113", "8 734 383", "13 085 496"],
        title="Myönnetyt avustukset",
    )
    assert {figure.unit for figure in table.figures} == {"EUR"}
    assert [figure.period for figure in table.figures[:3]] == ["2020", "2021", "2020-2021"]
    assert {figure.measure for figure in table.figures} == {"granted"}
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_the_column_that_names_each_row_is_innermost() -> None:
    table = grid_table(
        ["Käyttö", "Pilari", "Rahoitus (M€)"],
        ["Työkyky", "Pilari 3", "11"],
        ["Ehkäisy", "Pilari 3", "30"],
        ["Digi", "Pilari 4", "100"],
        ["Tieto", "Pilari 4", "40"],
    )
    assert [figure.row_path for figure in table.figures] == [
        ("Pilari 3", "Työkyky"),
        ("Pilari 3", "Ehkäisy"),
        ("Pilari 4", "Digi"),
        ("Pilari 4", "Tieto"),
    ]


def test_a_note_on_time_in_a_cell_is_its_period() -> None:
    table = grid_table(["Kohde", "Vaikutus, milj. euroa"], ["Vero", "-405"], ["Vähennys", "-42 (vuosi 2024)"])
    assert [(str(figure.value), figure.period) for figure in table.figures] == [
        ("-405000000", None),
        ("-42000000", "2024"),
    ]


def test_key_ratios_below_amounts_have_their_own_units_or_none() -> None:
    table = grid_table(
        ["", "2024 1 000 €"],
        ["Menot", "17 500"],
        ["TUNNUSLUVUT", ""],
        ["Omavaraisuus, %", "40,3"],
        ["Kassan riittävyys", "106"],
        ["Asukasmäärä", "15 049"],
    )
    assert [(str(figure.value), figure.unit) for figure in table.figures] == [
        ("17500000", "EUR"),
        ("40.3", "%"),
        ("106", None),
        ("15049", None),
    ]


def test_words_alone_make_no_table() -> None:
    assert recover(gridded(["Tavoite", "Mittari"], ["Talous", "Voitollinen"], ["Laatu", "Hyvä"])).tables == ()


def test_html_with_spanning_cells() -> None:
    html = """<html><body><h1>Avustukset</h1><table>
    <tr><th rowspan="2">Alue</th><th colspan="2">Myönnetty (1000 €)</th><th rowspan="2">Osuus %</th></tr>
    <tr><th>2022</th><th>2023</th></tr>
    <tr><td>A</td><td>1 200</td><td>30</td><td>40,0</td></tr>
    <tr><td>B</td><td>800</td><td>50</td><td>60,0</td></tr>
    </table></body></html>"""
    document = read(html.encode(), "sivu.html")
    table = only(document)
    assert rows_of(table) == [
        ["", "Myönnetty (1000 €) › 2022", "Myönnetty (1000 €) › 2023", "Osuus %"],
        ["A", "1200000 EUR", "30000 EUR", "40.0 %"],
        ["B", "800000 EUR", "50000 EUR", "60.0 %"],
    ]
    assert all(quoted(document, figure) == figure.text for figure in table.figures)


def test_workbook() -> None:
    rows = [["A", 151341, 100217], ["B", 252212, 200118], ["C", 77310, 41007], ["Yhteensä", 480863, 341342]]
    document = read(workbook(Avustukset=[["Alue", "Haettu (€)", "Myönnetty (€)"], *rows]), "a.xlsx")
    table = only(document)
    assert cells_of(table)["Yhteensä", "Myönnetty (€)"] == "341342 EUR"
    assert [figure.measure for figure in table.figures[:2]] == ["applied", "granted"]
    assert {figure.row_role for figure in table.figures} == {"plain", "total"}


def test_a_heading_named_like_its_later_total_heads_the_rows_set_in_below_it() -> None:
    document = set_in(
        ("", "31.12.2024", "31.12.2023"),
        ("ASSETS", "", ""),
        ("    Tangible assets", "", ""),
        ("        Land", "10", "9"),
        ("        Buildings", "65", "52"),
        ("    Tangible assets", "75", "61"),
        ("    Investments", "", ""),
        ("        Shares", "12", "13"),
        ("    Investments", "12", "13"),
        ("ASSETS TOTAL", "87", "74"),
    )
    (table,) = grid_tables(document)
    assert [" › ".join(path) for path in table.row_labels] == [
        "ASSETS › Tangible assets › Land",
        "ASSETS › Tangible assets › Buildings",
        "ASSETS › Tangible assets",
        "ASSETS › Investments › Shares",
        "ASSETS › Investments",
        "ASSETS TOTAL",
    ]


def test_empty_items_head_no_rows() -> None:
    document = set_in(
        ("", "2024", "2023"),
        ("Capital 1.1.", "36", "35"),
        ("    Added", "-", "-"),
        ("    Taken", "", ""),
        ("Capital 31.12.", "36", "35"),
        ("Pledged for ourselves", "", ""),
        ("    Mortgages", "", ""),
        ("    Total", "74", "58"),
        ("Pledged for others", "", ""),
        ("    Mortgages", "", ""),
        ("Pledged in all", "74", "58"),
    )
    (table,) = grid_tables(document)
    assert [" › ".join(path) for path in table.row_labels] == [
        "Capital 1.1.",
        "Capital 31.12.",
        "Pledged for ourselves › Total",
        "Pledged in all",
    ]


@pytest.mark.parametrize(
    "header",
    [
        [["Kunta", "2031", "2032"], ["", "1 000 €", "1 000 €"]],
        [["", "1 000 €", "1 000 €"], ["", "2031", "2032"]],
        [["1 000 €", "2031", "2032"]],
        [["Kunta", "2031", "2032"], ["Yksikkö", "1 000 €", "1 000 €"]],
        [["Kunta", "2031", "2032"], ["Kunta", "1 000 €", "1 000 €"]],
    ],
)
def test_thousands_of_euros_over_columns_are_their_unit(header: list[list[str]]) -> None:
    table = grid_table(*header, ["Alho", "122", "7"], ["Beeda", "232", "8"])
    assert [figure.value for figure in table.figures] == [122_000, 7_000, 232_000, 8_000]
    assert [(figure.unit, figure.period) for figure in table.figures] == [("EUR", "2031"), ("EUR", "2032")] * 2


def test_a_thousand_euros_among_amounts_with_euros_is_one() -> None:
    table = grid_table(["Kunta", "Avustus"], ["", "1 000 €"], ["Alho", "5 000 €"], ["Beeda", "3 000 €"])
    assert [figure.value for figure in table.figures] == [1_000, 5_000, 3_000]


def test_a_total_that_bears_a_groups_name_ends_the_group() -> None:
    table = grid_table(
        ["", "2031", "2032"],
        ["Kulut", "", ""],
        ["Palkat", "31", "22"],
        ["Vuokrat", "41", "52"],
        ["Kulut yhteensä", "72", "74"],
        ["Tuki", "90", "95"],
    )
    paths = list(dict.fromkeys(figure.row_path for figure in table.figures))
    assert paths == [("Kulut", "Palkat"), ("Kulut", "Vuokrat"), ("Kulut", "Kulut yhteensä"), ("Tuki",)]


def test_a_row_of_thousands_of_people_below_the_headers_is_their_unit() -> None:
    table = grid_table(
        ("", "2031/II", "2032/II", "Muutos"),
        ("", "1000 henkilöä", "1000 henkilöä", "Prosenttia, %"),
        ("Maakunta", "", "", ""),
        ("Alho", "840", "859", "2,2"),
        ("Beeda", "72", "75", "4,1"),
    )
    assert [(str(f.value), f.unit) for f in table.figures[:3]] == [
        ("840000", "henkilöä"),
        ("859000", "henkilöä"),
        ("2.2", "%"),
    ]
