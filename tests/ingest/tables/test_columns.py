"""Columns that hold no figures: references, units and years of rows; and counts that look like years."""

from dataclasses import replace

import pytest

from ingest.tables.columns import is_reference, is_unit_column
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import cells_of, grid_table, gridded, rows_of


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Note", True),
        ("Liitetieto", True),
        ("Nro", True),
        ("No.", True),
        ("Postinumero", True),
        ("Puhelin", True),
        ("Kuntakoodi", True),
        ("Noteringar", False),
        ("Number of projects", False),
        ("Lukumäärä", False),
        ("Koodit ja luvat", False),
        ("", False),
    ],
)
def test_headers_of_columns_that_name_things(header: str, *, expected: bool) -> None:
    assert is_reference(header) is expected


def test_units_of_rows_by_header_or_by_what_all_cells_are() -> None:
    assert is_unit_column("Yksikkö", ["tCO2", "GWh", "%"])
    assert is_unit_column("", ["€", "%", ""])
    assert not is_unit_column("Yksikkö", ["Keittiö", "Siivous", "Tietohallinto"])
    assert not is_unit_column("", ["€"])
    assert not is_unit_column("Muutos", ["12 %", "4 %"])


def test_notes_and_post_codes_are_no_figures() -> None:
    table = grid_table(
        ["", "Note", "2023", "2022"],
        ["Grants", "1", "2 450", "2 130"],
        ["Staff", "2", "(1 250)", "(1 180)"],
        ["Surplus", "", "1 200", "950"],
        title="Income, EUR thousand",
    )
    assert rows_of(table) == [
        ["", "2023", "2022"],
        ["Grants", "2450000 EUR", "2130000 EUR"],
        ["Staff", "-1250000 EUR", "-1180000 EUR"],
        ["Surplus", "1200000 EUR", "950000 EUR"],
    ]
    assert recover(gridded(["Nimi", "Postinumero"], ["Vaihde", "00530"], ["Kirjasto", "33100"])).tables == ()


def test_a_column_of_codes_between_labels_and_figures() -> None:
    table = grid_table(
        ["Kunta", "Kuntakoodi", "Maakunta", "Avustus, €"],
        ["Salo", "734", "Varsinais-Suomi", "12 000"],
        ["Hanko", "078", "Uusimaa", "8 200"],
    )
    assert cells_of(table) == {
        ("Varsinais-Suomi › Salo", "Avustus, €"): "12000 EUR",
        ("Uusimaa › Hanko", "Avustus, €"): "8200 EUR",
    }


def test_a_column_of_units_gives_them_to_its_rows_and_is_no_label() -> None:
    table = grid_table(
        ["Nr", "Indikator", "Enhet", "2021", "2022"],
        ["1", "Antal deltagare", "personer", "1 240", "1 385"],
        ["2", "Beviljade bidrag", "1 000 €", "3 450", "4 120"],
        ["3", "Andel kvinnor", "%", "48,5", "51,2"],
        ["4", "Driftskostnader", "mn €", "1,25", "–"],
        title="Indikatorer",
    )
    assert rows_of(table) == [
        ["", "2021", "2022"],
        ["1 › Antal deltagare", "1240 personer", "1385 personer"],
        ["2 › Beviljade bidrag", "3450000 EUR", "4120000 EUR"],
        ["3 › Andel kvinnor", "48.5 %", "51.2 %"],
        ["4 › Driftskostnader", "1250000 EUR", ""],
    ]


def test_a_column_of_units_behind_the_figures() -> None:
    table = grid_table(
        ["Mittari", "Arvo", "Yksikkö"],
        ["Uusiutuva energia", "12,5", "GWh"],
        ["Osuus", "40", "%"],
        ["Menot", "1 200", "€"],
    )
    assert [(figure.row_path, str(figure.value), figure.unit) for figure in table.figures] == [
        (("Uusiutuva energia",), "12.5", "GWh"),
        (("Osuus",), "40", "%"),
        (("Menot",), "1200", "EUR"),
    ]


def test_a_column_of_years_gives_them_to_its_rows() -> None:
    table = grid_table(
        ["Alue", "Vuosi", "Myönnetty €"],
        ["Etelä", "2021", "12 500"],
        ["Etelä", "2022", "9 800"],
        ["Länsi", "2021", "54 210"],
    )
    assert [(figure.row_path, figure.period, str(figure.value)) for figure in table.figures] == [
        (("Etelä",), "2021", "12500"),
        (("Etelä",), "2022", "9800"),
        (("Länsi",), "2021", "54210"),
    ]


def test_days_of_start_and_end_are_no_periods_of_figures() -> None:
    table = grid_table(
        ["Hanke", "Alkaa", "Päättyy", "Myönnetty €"],
        ["Kylät", "1.1.2023", "31.12.2024", "12 500"],
        ["Rannat", "1.3.2023", "31.12.2025", "9 800"],
    )
    assert [figure.period for figure in table.figures] == [None, None]


def test_counts_that_look_like_years() -> None:
    table = grid_table(
        ["Vuosi", "Osallistujia", "Kustannukset, €"],
        ["2021", "1985", "40 200"],
        ["2022", "2024", "51 300"],
        ["2023", "2310", "60 060"],
    )
    assert [(figure.row_path, figure.column_path, str(figure.value)) for figure in table.figures[:4]] == [
        (("2021",), ("Osallistujia",), "1985"),
        (("2021",), ("Kustannukset, €",), "40200"),
        (("2022",), ("Osallistujia",), "2024"),
        (("2022",), ("Kustannukset, €",), "51300"),
    ]


def test_bounds_are_approximate() -> None:
    table = grid_table(["Palvelu", "Tavoite"], ["Chat", "> 10 000"], ["Vastaanotto", "vähintään 45 000"])
    assert [(str(figure.value), figure.approximate) for figure in table.figures] == [("10000", True), ("45000", True)]


def test_tables_side_by_side_in_one_grid_keep_their_own_labels() -> None:
    income, expenses = recover(
        gridded(
            ["Tulot", "2022", "2023", "", "Menot", "2022", "2023"],
            ["Verot", "1200", "1250", "", "Palkat", "900", "930"],
            ["Maksut", "310", "295", "", "Ostot", "500", "520"],
            ["Yhteensä", "1510", "1545", "", "Yhteensä", "1400", "1450"],
            title="Talousarvio, €",
        )
    ).tables
    assert rows_of(income) == [
        ["", "2022", "2023"],
        ["Tulot › Verot", "1200 EUR", "1250 EUR"],
        ["Tulot › Maksut", "310 EUR", "295 EUR"],
        ["Tulot › Yhteensä", "1510 EUR", "1545 EUR"],
    ]
    assert rows_of(expenses) == [
        ["", "2022", "2023"],
        ["Menot › Palkat", "900 EUR", "930 EUR"],
        ["Menot › Ostot", "500 EUR", "520 EUR"],
        ["Menot › Yhteensä", "1400 EUR", "1450 EUR"],
    ]


def test_remarks_between_figures_part_no_table() -> None:
    table = grid_table(
        ["Hanke", "2022", "Huomautus", "2023"],
        ["Kylät", "1200", "jatkuu", "1250"],
        ["Rannat", "310", "päättyy", "295"],
    )
    assert rows_of(table) == [
        ["", "2022", "2023"],
        ["Kylät", "1200 -", "1250 -"],
        ["Rannat", "310 -", "295 -"],
    ]


def test_what_cells_count_is_their_unit() -> None:
    table = grid_table(
        ["Tavoite", "Tulos (tavoite)", "Rahoitus"],
        ["Kosteikot", "120 ha (150 ha)", "1,2 M€"],
        ["Suot", "2 450 ha", "noin 3,4 milj. €"],
        ["Koulutetut", "305 hlö", "€1.2m"],
    )
    assert rows_of(table) == [
        ["", "Tulos (tavoite)", "Rahoitus", "Tulos (tavoite) › ha"],
        ["Kosteikot", "120 ha", "1200000 EUR", "150 ha"],
        ["Suot", "2450 ha", "3400000 EUR", ""],
        ["Koulutetut", "305 hlö", "1200000 EUR", ""],
    ]


def test_units_of_english_headers_and_counts_under_a_caption_in_thousands() -> None:
    table = grid_table(
        ["Country", "Applications", "Grants (EUR m)", "Change %"],
        ["Finland", "1 204", "12.5", "(16.7) %"],
        ["Sweden", "980", "9.75", "4.1 %"],
        title="Grants by country, thousands of euros",
    )
    assert rows_of(table) == [
        ["", "Applications", "Grants (EUR m)", "Change %"],
        ["Finland", "1204 -", "12500000 EUR", "-16.7 %"],
        ["Sweden", "980 -", "9750000 EUR", "4.1 %"],
    ]


def test_the_year_that_something_was_founded_is_no_figure() -> None:
    table = grid_table(["Tieto", "Arvo"], ["Henkilöstö", "45"], ["Perustettu", "2010"], ["Valmistumisvuosi", "2012"])
    assert cells_of(table) == {("Henkilöstö", "Arvo"): "45 -"}


def test_who_answers_for_a_row_stands_before_its_name_and_is_not_filled_down() -> None:
    table = grid_table(
        ["Nro", "Toimenpide", "Vastuutaho", "2024", "2025"],
        ["1.1", "Reitit", "Metsähallitus", "150 000", "120 000"],
        ["1.2", "Opasteet", "", "45 000", "–"],
        title="Kustannukset, €",
    )
    assert cells_of(table) == {
        ("Metsähallitus › 1.1 › Reitit", "2024"): "150000 EUR",
        ("Metsähallitus › 1.1 › Reitit", "2025"): "120000 EUR",
        ("1.2 › Opasteet", "2024"): "45000 EUR",
    }


def test_a_row_of_units_below_the_headers() -> None:
    table = grid_table(
        ["Toimenpide", "Budjetti", "Yritykset", "Osuus", "2024"],
        ["", "1000 €", "kpl", "%", "milj. €"],
        ["Neuvonta", "1 200,5", "88", "84,2", "1,5"],
    )
    assert rows_of(table) == [
        ["", "Budjetti (1000 €)", "Yritykset (kpl)", "Osuus (%)", "2024 (milj. €)"],
        ["Neuvonta", "1200500 EUR", "88 kpl", "84.2 %", "1500000 EUR"],
    ]
    assert [figure.period for figure in table.figures] == [None, None, None, "2024"]
    amounts = grid_table(["Alue", "2022", "2023"], ["Itä", "1000 €", "1000 €"], ["Länsi", "2000 €", "500 €"])
    assert cells_of(amounts)["Itä", "2022"] == "1000 EUR"


def test_thousands_of_things_and_estimates_and_minuses_behind() -> None:
    table = grid_table(
        ["Kunta", "Käynnit (1 000 kpl)", "Avustus (€)", "Muutos (€)"],
        ["Inari", "45,2", "10 500 (arvio)", "5 000-"],
        ["Lohja", "310", "9 000", "1 200"],
    )
    assert rows_of(table) == [
        ["", "Käynnit (1 000 kpl)", "Avustus (€)", "Muutos (€)"],
        ["Inari", "45200 kpl", "10500 EUR", "-5000 EUR"],
        ["Lohja", "310000 kpl", "9000 EUR", "1200 EUR"],
    ]


def test_numbers_whose_comma_may_be_either_sign_head_no_columns() -> None:
    found = recover(
        replace(
            gridded(
                ["", "Note", "2023", "2022"],
                ["Grants", "2", "12,450", "11,890"],
                ["Total income", "", "13,655", "12,877"],
                ["Personnel", "4", "(8,310)", "(8,002)"],
                title="Income statement (EUR thousand)",
            ),
            language="en",
        )
    ).tables
    assert [cells_of(table) for table in found] == [
        {
            ("Grants", "2023"): "12450000 EUR",
            ("Grants", "2022"): "11890000 EUR",
            ("Total income", "2023"): "13655000 EUR",
            ("Total income", "2022"): "12877000 EUR",
            ("Personnel", "2023"): "-8310000 EUR",
            ("Personnel", "2022"): "-8002000 EUR",
        }
    ]


def test_what_is_said_of_a_row_named_in_the_first_column_stands_over_its_name() -> None:
    table = grid_table(
        ["Hanke", "Toteuttaja", "Budjetti (€)"],
        ["Kyläbussit", "Saarela", "480"],
        ["Kuitu", "Viitala", "910"],
    )
    assert [figure.row_path for figure in table.figures] == [("Saarela", "Kyläbussit"), ("Viitala", "Kuitu")]
    assert table.above[0] == "Toteuttaja › Hanke"


def test_codes_that_rise_over_the_columns_are_their_headers() -> None:
    document = gridded(
        ["Maakunta", "4.1", "4.2", "5.1", "Yhteensä"],
        ["Aho", "1 204 118", "82 905", "304 000", "1 591 023"],
        ["Berg", "367 288", "911 382", "41 950", "1 320 620"],
        ["Cid", "831 214", "702 581", "12 777", "1 546 572"],
        title="Tuki erityistavoitteittain, €",
    )
    (table,) = recover(document).tables
    assert rows_of(table)[0] == ["", "4.1", "4.2", "5.1", "Yhteensä"]
    assert {figure.check for figure in table.figures} == {"reconciled"}
