"""Columns that hold no figures: references, units and years of rows; and counts that look like years."""

from dataclasses import replace

import pytest

from ingest.document import Document
from ingest.table import Table
from ingest.tables.columns import is_reference, is_unit_column
from ingest.tables.recover import recover
from tests.ingest.tables.gridded import cells_of, gridded


def only(document: Document) -> Table:
    (table,) = recover(document).tables
    return table


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
    table = only(
        gridded(
            ["", "Note", "2023", "2022"],
            ["Grants", "1", "2 450", "2 130"],
            ["Staff", "2", "(1 250)", "(1 180)"],
            ["Surplus", "", "1 200", "950"],
            title="Income, EUR thousand",
        )
    )
    assert cells_of(table) == {
        ("Grants", "2023"): "2450000 EUR",
        ("Grants", "2022"): "2130000 EUR",
        ("Staff", "2023"): "-1250000 EUR",
        ("Staff", "2022"): "-1180000 EUR",
        ("Surplus", "2023"): "1200000 EUR",
        ("Surplus", "2022"): "950000 EUR",
    }
    assert recover(gridded(["Nimi", "Postinumero"], ["Vaihde", "00530"], ["Kirjasto", "33100"])).tables == ()


def test_a_column_of_codes_between_labels_and_figures() -> None:
    table = only(
        gridded(
            ["Kunta", "Kuntakoodi", "Maakunta", "Avustus, €"],
            ["Salo", "734", "Varsinais-Suomi", "12 000"],
            ["Hanko", "078", "Uusimaa", "8 200"],
        )
    )
    assert cells_of(table) == {
        ("Varsinais-Suomi › Salo", "Avustus, €"): "12000 EUR",
        ("Uusimaa › Hanko", "Avustus, €"): "8200 EUR",
    }


def test_a_column_of_units_gives_them_to_its_rows_and_is_no_label() -> None:
    table = only(
        gridded(
            ["Nr", "Indikator", "Enhet", "2021", "2022"],
            ["1", "Antal deltagare", "personer", "1 240", "1 385"],
            ["2", "Beviljade bidrag", "1 000 €", "3 450", "4 120"],
            ["3", "Andel kvinnor", "%", "48,5", "51,2"],
            ["4", "Driftskostnader", "mn €", "1,25", "–"],
            title="Indikatorer",
        )
    )
    assert cells_of(table) == {
        ("1 › Antal deltagare", "2021"): "1240 personer",
        ("1 › Antal deltagare", "2022"): "1385 personer",
        ("2 › Beviljade bidrag", "2021"): "3450000 EUR",
        ("2 › Beviljade bidrag", "2022"): "4120000 EUR",
        ("3 › Andel kvinnor", "2021"): "48.5 %",
        ("3 › Andel kvinnor", "2022"): "51.2 %",
        ("4 › Driftskostnader", "2021"): "1250000 EUR",
    }


def test_a_column_of_units_behind_the_figures() -> None:
    table = only(
        gridded(
            ["Mittari", "Arvo", "Yksikkö"],
            ["Uusiutuva energia", "12,5", "GWh"],
            ["Osuus", "40", "%"],
            ["Menot", "1 200", "€"],
        )
    )
    assert [(figure.row_path, str(figure.value), figure.unit) for figure in table.figures] == [
        (("Uusiutuva energia",), "12.5", "GWh"),
        (("Osuus",), "40", "%"),
        (("Menot",), "1200", "EUR"),
    ]


def test_a_column_of_years_gives_them_to_its_rows() -> None:
    table = only(
        gridded(
            ["Alue", "Vuosi", "Myönnetty €"],
            ["Etelä", "2021", "12 500"],
            ["Etelä", "2022", "9 800"],
            ["Länsi", "2021", "54 210"],
        )
    )
    assert [(figure.row_path, figure.period, str(figure.value)) for figure in table.figures] == [
        (("Etelä",), "2021", "12500"),
        (("Etelä",), "2022", "9800"),
        (("Länsi",), "2021", "54210"),
    ]


def test_days_of_start_and_end_are_no_periods_of_figures() -> None:
    table = only(
        gridded(
            ["Hanke", "Alkaa", "Päättyy", "Myönnetty €"],
            ["Kylät", "1.1.2023", "31.12.2024", "12 500"],
            ["Rannat", "1.3.2023", "31.12.2025", "9 800"],
        )
    )
    assert [figure.period for figure in table.figures] == [None, None]


def test_counts_that_look_like_years() -> None:
    table = only(
        gridded(
            ["Vuosi", "Osallistujia", "Kustannukset, €"],
            ["2021", "1985", "40 200"],
            ["2022", "2024", "51 300"],
            ["2023", "2310", "60 060"],
        )
    )
    assert [(figure.row_path, figure.column_path, str(figure.value)) for figure in table.figures[:4]] == [
        (("2021",), ("Osallistujia",), "1985"),
        (("2021",), ("Kustannukset, €",), "40200"),
        (("2022",), ("Osallistujia",), "2024"),
        (("2022",), ("Kustannukset, €",), "51300"),
    ]


def test_bounds_are_approximate() -> None:
    table = only(gridded(["Palvelu", "Tavoite"], ["Chat", "> 10 000"], ["Vastaanotto", "vähintään 45 000"]))
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
    assert cells_of(income) == {
        ("Tulot › Verot", "2022"): "1200 EUR",
        ("Tulot › Verot", "2023"): "1250 EUR",
        ("Tulot › Maksut", "2022"): "310 EUR",
        ("Tulot › Maksut", "2023"): "295 EUR",
        ("Tulot › Yhteensä", "2022"): "1510 EUR",
        ("Tulot › Yhteensä", "2023"): "1545 EUR",
    }
    assert cells_of(expenses) == {
        ("Menot › Palkat", "2022"): "900 EUR",
        ("Menot › Palkat", "2023"): "930 EUR",
        ("Menot › Ostot", "2022"): "500 EUR",
        ("Menot › Ostot", "2023"): "520 EUR",
        ("Menot › Yhteensä", "2022"): "1400 EUR",
        ("Menot › Yhteensä", "2023"): "1450 EUR",
    }


def test_remarks_between_figures_part_no_table() -> None:
    table = only(
        gridded(
            ["Hanke", "2022", "Huomautus", "2023"],
            ["Kylät", "1200", "jatkuu", "1250"],
            ["Rannat", "310", "päättyy", "295"],
        )
    )
    assert cells_of(table) == {
        ("Kylät", "2022"): "1200 -",
        ("Kylät", "2023"): "1250 -",
        ("Rannat", "2022"): "310 -",
        ("Rannat", "2023"): "295 -",
    }


def test_what_cells_count_is_their_unit() -> None:
    table = only(
        gridded(
            ["Tavoite", "Tulos (tavoite)", "Rahoitus"],
            ["Kosteikot", "120 ha (150 ha)", "1,2 M€"],
            ["Suot", "2 450 ha", "noin 3,4 milj. €"],
            ["Koulutetut", "305 hlö", "€1.2m"],
        )
    )
    assert cells_of(table) == {
        ("Kosteikot", "Tulos (tavoite)"): "120 ha",
        ("Kosteikot", "Tulos (tavoite) › ha"): "150 ha",
        ("Kosteikot", "Rahoitus"): "1200000 EUR",
        ("Suot", "Tulos (tavoite)"): "2450 ha",
        ("Suot", "Rahoitus"): "3400000 EUR",
        ("Koulutetut", "Tulos (tavoite)"): "305 hlö",
        ("Koulutetut", "Rahoitus"): "1200000 EUR",
    }


def test_units_of_english_headers_and_counts_under_a_caption_in_thousands() -> None:
    table = only(
        gridded(
            ["Country", "Applications", "Grants (EUR m)", "Change %"],
            ["Finland", "1 204", "12.5", "(16.7) %"],
            ["Sweden", "980", "9.75", "4.1 %"],
            title="Grants by country, thousands of euros",
        )
    )
    assert cells_of(table) == {
        ("Finland", "Applications"): "1204 -",
        ("Finland", "Grants (EUR m)"): "12500000 EUR",
        ("Finland", "Change %"): "-16.7 %",
        ("Sweden", "Applications"): "980 -",
        ("Sweden", "Grants (EUR m)"): "9750000 EUR",
        ("Sweden", "Change %"): "4.1 %",
    }


def test_the_year_that_something_was_founded_is_no_figure() -> None:
    table = only(gridded(["Tieto", "Arvo"], ["Henkilöstö", "45"], ["Perustettu", "2010"], ["Valmistumisvuosi", "2012"]))
    assert cells_of(table) == {("Henkilöstö", "Arvo"): "45 -"}


def test_who_answers_for_a_row_stands_before_its_name_and_is_not_filled_down() -> None:
    table = only(
        gridded(
            ["Nro", "Toimenpide", "Vastuutaho", "2024", "2025"],
            ["1.1", "Reitit", "Metsähallitus", "150 000", "120 000"],
            ["1.2", "Opasteet", "", "45 000", "–"],
            title="Kustannukset, €",
        )
    )
    assert cells_of(table) == {
        ("Metsähallitus › 1.1 › Reitit", "2024"): "150000 EUR",
        ("Metsähallitus › 1.1 › Reitit", "2025"): "120000 EUR",
        ("1.2 › Opasteet", "2024"): "45000 EUR",
    }


def test_a_row_of_units_below_the_headers() -> None:
    table = only(
        gridded(
            ["Toimenpide", "Budjetti", "Yritykset", "Osuus", "2024"],
            ["", "1000 €", "kpl", "%", "milj. €"],
            ["Neuvonta", "1 200,5", "88", "84,2", "1,5"],
        )
    )
    assert cells_of(table) == {
        ("Neuvonta", "Budjetti (1000 €)"): "1200500 EUR",
        ("Neuvonta", "Yritykset (kpl)"): "88 kpl",
        ("Neuvonta", "Osuus (%)"): "84.2 %",
        ("Neuvonta", "2024 (milj. €)"): "1500000 EUR",
    }
    assert [figure.period for figure in table.figures] == [None, None, None, "2024"]
    amounts = only(gridded(["Alue", "2022", "2023"], ["Itä", "1000 €", "1000 €"], ["Länsi", "2000 €", "500 €"]))
    assert cells_of(amounts)["Itä", "2022"] == "1000 EUR"


def test_thousands_of_things_and_estimates_and_minuses_behind() -> None:
    table = only(
        gridded(
            ["Kunta", "Käynnit (1 000 kpl)", "Avustus (€)", "Muutos (€)"],
            ["Inari", "45,2", "10 500 (arvio)", "5 000-"],
            ["Lohja", "310", "9 000", "1 200"],
        )
    )
    assert cells_of(table) == {
        ("Inari", "Käynnit (1 000 kpl)"): "45200 kpl",
        ("Inari", "Avustus (€)"): "10500 EUR",
        ("Inari", "Muutos (€)"): "-5000 EUR",
        ("Lohja", "Käynnit (1 000 kpl)"): "310000 kpl",
        ("Lohja", "Avustus (€)"): "9000 EUR",
        ("Lohja", "Muutos (€)"): "1200 EUR",
    }


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
    table = only(
        gridded(
            ["Hanke", "Toteuttaja", "Budjetti (€)"],
            ["Kyläbussit", "Saarela", "480"],
            ["Kuitu", "Viitala", "910"],
        )
    )
    assert [figure.row_path for figure in table.figures] == [("Saarela", "Kyläbussit"), ("Viitala", "Kuitu")]
    assert table.above[0] == "Toteuttaja › Hanke"
