"""Tables as programme papers lay them out: every cell under all of its headers, in flat text, on pages, in grids."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

from ingest.table import Table as Recovered
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import cells_of, gridded, plain, read, rows_of

Spans = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""Column and row of the first and of the last place of each spanning cell."""


def drawn(title: str, rows: Sequence[Sequence[str]], spans: Spans = ()) -> Recovered:
    """Return the table recovered from an unruled one on a page, whose spanning cells are centred."""
    look: list[tuple[object, ...]] = [("ALIGN", (1, 0), (-1, -1), "RIGHT"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    look += [("SPAN", first, last) for first, last in spans]
    look += [("ALIGN", first, first, "CENTER") for first, last in spans if last[0] > first[0]]
    data = io.BytesIO()
    caption = Paragraph(title, getSampleStyleSheet()["BodyText"])
    SimpleDocTemplate(data, pagesize=A4).build([caption, Spacer(1, 8), Table(rows, style=look, hAlign="LEFT")])
    (table,) = recover(read(data.getvalue(), "a.pdf")).tables
    return table


def flat(text: str) -> Recovered:
    (table,) = recover(plain(text)).tables
    return table


GROUPED = {
    ("Virta", "2022 › Myönnetty"): "120000 EUR",
    ("Virta", "2022 › Maksettu"): "95000 EUR",
    ("Virta", "2023 › Myönnetty"): "340000 EUR",
    ("Virta", "2023 › Maksettu"): "210000 EUR",
    ("Kaarna", "2022 › Myönnetty"): "85000 EUR",
    ("Kaarna", "2022 › Maksettu"): "85000 EUR",
    ("Kaarna", "2023 › Myönnetty"): "90000 EUR",
    ("Kaarna", "2023 › Maksettu"): "64000 EUR",
    ("Yhteensä", "2022 › Myönnetty"): "205000 EUR",
    ("Yhteensä", "2022 › Maksettu"): "180000 EUR",
    ("Yhteensä", "2023 › Myönnetty"): "430000 EUR",
    ("Yhteensä", "2023 › Maksettu"): "274000 EUR",
}


def test_years_over_groups_of_columns_in_flat_text() -> None:
    table = flat(
        "Hankerahoitus, 1 000 €\n\nHanke 2022 2023\nMyönnetty Maksettu Myönnetty Maksettu\n"
        "Virta 120 95 340 210\nKaarna 85 85 90 64\nYhteensä 205 180 430 274\n"
    )
    assert cells_of(table) == GROUPED
    assert {figure.check for figure in table.figures} == {"reconciled"}
    assert [(figure.period, figure.measure) for figure in table.figures[:4]] == [
        ("2022", "granted"),
        ("2022", "paid"),
        ("2023", "granted"),
        ("2023", "paid"),
    ]


def test_years_over_groups_of_columns_around_a_corner_at_the_middle_of_its_height() -> None:
    table = drawn(
        "Hankerahoitus, 1 000 €",
        [
            ["Hanke", "2022", "", "2023", ""],
            ["", "Myönnetty", "Maksettu", "Myönnetty", "Maksettu"],
            ["Virta", "120", "95", "340", "210"],
            ["Kaarna", "85", "85", "90", "64"],
            ["Yhteensä", "205", "180", "430", "274"],
        ],
        [((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (4, 0))],
    )
    assert cells_of(table) == GROUPED


def test_words_over_years_that_come_again() -> None:
    cells = {
        ("Satakunta", "Haettu › 2022"): "640000 EUR",
        ("Satakunta", "Haettu › 2023"): "702300 EUR",
        ("Satakunta", "Myönnetty › 2022"): "400000 EUR",
        ("Satakunta", "Myönnetty › 2023"): "455250 EUR",
        ("Savo", "Haettu › 2022"): "1200000 EUR",
        ("Savo", "Haettu › 2023"): "1350000 EUR",
        ("Savo", "Myönnetty › 2022"): "800000 EUR",
        ("Savo", "Myönnetty › 2023"): "910500 EUR",
        ("Kymenlaakso", "Haettu › 2022"): "98700 EUR",
        ("Kymenlaakso", "Haettu › 2023"): "120000 EUR",
        ("Kymenlaakso", "Myönnetty › 2022"): "50000 EUR",
        ("Kymenlaakso", "Myönnetty › 2023"): "61000 EUR",
        ("Yhteensä", "Haettu › 2022"): "1938700 EUR",
        ("Yhteensä", "Haettu › 2023"): "2172300 EUR",
        ("Yhteensä", "Myönnetty › 2022"): "1250000 EUR",
        ("Yhteensä", "Myönnetty › 2023"): "1426750 EUR",
    }
    rows = [
        ["Maakunta", "Haettu", "", "Myönnetty", ""],
        ["", "2022", "2023", "2022", "2023"],
        ["Satakunta", "640 000", "702 300", "400 000", "455 250"],
        ["Kymenlaakso", "98 700", "120 000", "50 000", "61 000"],
        ["Savo", "1 200 000", "1 350 000", "800 000", "910 500"],
        ["Yhteensä", "1 938 700", "2 172 300", "1 250 000", "1 426 750"],
    ]
    spans = [((0, 0), (0, 1)), ((1, 0), (2, 0)), ((3, 0), (4, 0))]
    assert cells_of(drawn("Taulukko 1. Avustukset (€)", rows, spans)) == cells
    lines = "\n".join(" ".join(filter(None, row)) for row in rows)
    assert cells_of(flat(f"Taulukko 1. Avustukset (€)\n\n{lines}\n")) == cells


def test_columns_of_one_name_that_nothing_tells_apart_are_not_read_from_flat_text() -> None:
    assert (
        recover(plain("Rahoitus (€)\n\n2022 2023 2022 2023\nA 10 12 8 9\nB 20 21 15 18\nYhteensä 30 33 23 27\n")).tables
        == ()
    )


YEARS = {
    ("2020", "Haettu"): "1400500 EUR",
    ("2020", "Maksettu"): "901200 EUR",
    ("2021", "Haettu"): "1100000 EUR",
    ("2021", "Maksettu"): "860300 EUR",
    ("2022", "Haettu"): "990000 EUR",
    ("2022", "Maksettu"): "655000 EUR",
    ("Yhteensä", "Haettu"): "3490500 EUR",
    ("Yhteensä", "Maksettu"): "2416500 EUR",
}
YEAR_ROWS = [
    ["Vuosi", "Haettu", "Maksettu"],
    ["2020", "1 400 500", "901 200"],
    ["2021", "1 100 000", "860 300"],
    ["2022", "990 000", "655 000"],
    ["Yhteensä", "3 490 500", "2 416 500"],
]


def test_years_that_name_the_rows() -> None:
    lines = "\n".join(" ".join(row) for row in YEAR_ROWS)
    for table in (drawn("Rahoitus, euroa", YEAR_ROWS), flat(f"Rahoitus, euroa\n\n{lines}\n")):
        assert cells_of(table) == YEARS
        assert [figure.period for figure in table.figures[:6:2]] == ["2020", "2021", "2022"]


def test_parts_of_years_and_marked_years_head_columns_of_flat_text() -> None:
    parts = flat(
        "Maksatus, 1 000 €\n\nSaaja 1–6/2023 1–6/2024 Muutos %\nKunnat 1 250 1 310 4,8\nYhtymät 640 615 -3,9\n"
        "Järjestöt 110 125 13,6\nYhteensä 2 000 2 050 2,5\n"
    )
    assert parts.column_labels == (("1–6/2023",), ("1–6/2024",), ("Muutos %",))
    assert [figure.period for figure in parts.figures[:2]] == ["1-6/2023", "1-6/2024"]
    marked = flat(
        "Avustukset (€)\n\nAlue 2021 2022¹\nKainuu 12 500 13 000\nSavo* 8 000 7 700\nYhteensä 20 500 20 700\n"
    )
    assert marked.column_labels == (("2021",), ("2022",))
    assert marked.row_labels == (("Kainuu",), ("Savo",), ("Yhteensä",))


def test_marked_years_head_columns_on_a_page() -> None:
    table = drawn("Avustukset (€)", [["Alue", "2021", "2022¹"], ["A", "12 500", "13 000"], ["B", "8 000", "7 700"]])
    assert rows_of(table) == [
        ["", "2021", "2022"],
        ["A", "12500 EUR", "13000 EUR"],
        ["B", "8000 EUR", "7700 EUR"],
    ]


def test_a_row_of_dashes_is_no_part_of_the_next_label() -> None:
    table = flat(
        "Myönnetyt avustukset, euroa\n\nAlue 2020 2021 Yhteensä\nAlue A 4 000 12 000 16 000\nAlue C - .. -\n"
        "Alue D 3 000 8 250 11 250\nYhteensä 7 000 20 250 27 250\n"
    )
    assert [path[-1] for path in table.row_labels] == ["Alue A", "Alue D", "Yhteensä"]


def test_columns_that_count_are_no_money_in_flat_text() -> None:
    table = flat(
        "Toimialat 2023, 1 000 €\n\nToimiala Menot Henkilöstö, htv\nTerveys 41 200 512\nVanhukset 38 900 634\n"
        "Hallinto 6 010 58\nYhteensä 86 110 1 204\n"
    )
    assert {figure.unit for figure in table.figures if figure.column == 1} == {"htv"}
    assert {str(figure.value) for figure in table.figures if figure.column == 0} >= {"41200000", "6010000"}


def test_parts_by_their_words_in_flat_text() -> None:
    table = flat(
        "Kulut, euroa\n\nKustannuslaji Budjetti Toteuma\nHenkilöstö 420 000 455 500\njosta palkat 333 333 350 200\n"
        "Palvelut 150 300 140 000\nMuut 29 700 34 500\nYhteensä 600 000 630 000\n"
    )
    assert [figure.row_path for figure in table.figures if figure.column == 0] == [
        ("Henkilöstö",),
        ("Henkilöstö", "josta palkat"),
        ("Palvelut",),
        ("Muut",),
        ("Yhteensä",),
    ]
    checks = {figure.row_path[-1]: figure.check for figure in table.figures}
    assert checks["Yhteensä"] == "reconciled"
    assert table.findings == ()


def test_headers_of_three_levels_whose_spans_no_format_states() -> None:
    table = recover(
        gridded(
            ["Ministeriö", "Kansallinen", "", "EU", ""],
            ["", "Budjetti", "", "Toteuma", ""],
            ["", "2022", "2023", "2022", "2023"],
            ["OKM", "10", "12", "8", "9"],
            ["STM", "20", "21", "15", "18"],
            title="Rahoitus (milj. €)",
        )
    ).tables[0]
    assert table.column_labels == (
        ("Kansallinen", "Budjetti", "2022"),
        ("Kansallinen", "Budjetti", "2023"),
        ("EU", "Toteuma", "2022"),
        ("EU", "Toteuma", "2023"),
    )


GROUPS = [
    ("Teema 1", "Osaaminen"),
    ("Teema 1", "Työkyky"),
    ("Teema 1", "Yhteensä"),
    ("Teema 2", "Digipalvelut"),
    ("Teema 2", "Tieto"),
    ("Teema 2", "Yhteensä"),
]


def test_totals_of_groups_are_the_groups() -> None:
    table = recover(
        gridded(
            ["Teema", "Toimenpide", "2022"],
            ["Teema 1", "Osaaminen", "150 000"],
            ["", "Työkyky", "90 000"],
            ["", "Yhteensä", "240 000"],
            ["Teema 2", "Digipalvelut", "310 000"],
            ["", "Tieto", "75 500"],
            ["", "Yhteensä", "385 500"],
        )
    ).tables[0]
    assert list(table.row_labels) == GROUPS


@pytest.mark.parametrize("rows", [3, 2])
def test_labels_at_the_middle_of_their_groups(rows: int) -> None:
    names = [path for path in GROUPS if rows == 3 or path[1] != "Yhteensä"]
    numbers = ["150 000", "90 000", "240 000", "310 000", "75 500", "385 500"]
    lines = [
        [group if place % rows == 0 else "", name, numbers[GROUPS.index((group, name))]]
        for place, (group, name) in enumerate(names)
    ]
    spans = [((0, 1), (0, rows)), ((0, rows + 1), (0, 2 * rows))]
    table = drawn("Rahoitus (€)", [["Teema", "Toimenpide", "2022"], *lines], spans)
    # Two rows around a label may be three and one: whose it is, is not told.
    assert list(table.row_labels) == (names if rows == 3 else [(name,) for _, name in names])


def test_a_share_in_brackets_is_no_negative_number() -> None:
    table = drawn(
        "Rahoitus",
        [
            ["Toimenpide", "Myönnetty", "Maksettu"],
            ["Tutkimus", "1 200 000 € (60 %)", "300 000 €"],
            ["Koulutus", "500 000 € (25 %)", "120 000 €"],
            ["Viestintä", "300 000 € (15 %)", "75 000 €"],
        ],
    )
    assert cells_of(table)["Tutkimus", "Myönnetty"] == "1200000 EUR"
    assert cells_of(table)["Tutkimus", "Myönnetty › %"] == "60 %"


@pytest.mark.parametrize("head", ["Growth", "Muutos", "Tulos %", "Vuosikate %"])
def test_a_percentage_in_brackets_among_others_is_negative(head: str) -> None:
    rows = [["A", "120", "5 %"], ["B", "140", "(3 %)"], ["C", "95", "1 %"]]
    (table,) = recover(gridded(["Alue", "Menot", head], *rows)).tables
    assert [cells_of(table)[name, head] for name in "ABC"] == ["5 %", "-3 %", "1 %"]
    (figure,) = [figure for figure in table.figures if figure.value == -3]
    assert figure.text == "(3 %)"


def test_a_percentage_in_brackets_in_flat_text_is_no_share_where_a_column_of_percentages_is_blank() -> None:
    text = "Kasvu\n\nAlue Menot Growth\nA 1 200 5 %\nB 1 400 (3 %)\nC 1 950 1 %\nYhteensä 4 550 2 %\n"
    (table,) = recover(plain(text)).tables
    assert [str(figure.value) for figure in table.figures if figure.row_path == ("B",)] == ["1400", "None"]


def test_percentages_that_are_all_in_brackets_are_shares() -> None:
    rows = [["A", "120", "(60 %)"], ["B", "80", "(40 %)"]]
    (table,) = recover(gridded(["Alue", "Menot", "Koko maasta"], *rows)).tables
    assert cells_of(table)["A", "Koko maasta"] == "60 %"
    (whole,) = recover(gridded(["Alue", "Menot", "Osuus"], *rows, ["Yhteensä", "200", "100 %"])).tables
    assert [cells_of(whole)[name, "Osuus"] for name in ("A", "B", "Yhteensä")] == ["60 %", "40 %", "100 %"]


@pytest.mark.parametrize("head", ["Growth", "Muutos", "Tulos %"])
def test_falls_that_are_all_in_brackets_are_not_told_from_rises(head: str) -> None:
    (table,) = recover(gridded(["Alue", "Menot", head], ["A", "120", "(12 %)"], ["B", "140", "(5 %)"])).tables
    assert sorted(cells_of(table)) == [("A", "Menot"), ("B", "Menot")]


def test_a_lone_percentage_in_brackets_beside_others_in_its_row_stays_unread() -> None:
    (table,) = recover(gridded(["", "2022", "2023"], ["Menot", "120", "140"], ["Suhde", "5 %", "(3 %)"])).tables
    assert ("Suhde", "2023") not in cells_of(table)


def test_tables_one_below_the_other_are_told_apart_by_what_heads_their_labels() -> None:
    tables = recover(
        gridded(
            ["Menot, 1 000 €", "2022", "2023"],
            ["Opetus", "120", "130"],
            ["Kulttuuri", "40", "35"],
            ["Tulot, 1 000 €", "2022", "2023"],
            ["Opetus", "55", "53"],
            ["Kulttuuri", "12", "14"],
        )
    ).tables
    assert [table.row_labels[0] for table in tables] == [("Menot", "Opetus"), ("Tulot", "Opetus")]
    assert [table.figures[0].measure for table in tables] == ["expense", "revenue"]


def test_numbers_grouped_by_commas_stand_in_columns_of_a_page() -> None:
    table = drawn(
        "Programme expenditure by action (EUR)",
        [
            ["Action", "Budgeted", "Paid"],
            ["Research", "1,250,000", "980,500"],
            ["Training", "640,000", "610,250"],
            ["Total", "1,890,000", "1,590,750"],
        ],
    )
    assert cells_of(table)["Total", "Paid"] == "1590750 EUR"
    assert {figure.check for figure in table.figures} == {"reconciled"}


def test_a_caption_of_a_page_is_the_title_of_its_table() -> None:
    table = drawn(
        "Hankkeiden tilanne 30.6.2023", [["Hanke", "Saatu (€)"], ["A", "50 000"], ["B", "80 250"], ["C", "9 100"]]
    )
    assert table.title == "Hankkeiden tilanne 30.6.2023"
    assert {figure.period for figure in table.figures} == {"30.6.2023"}
