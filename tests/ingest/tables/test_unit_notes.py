"""Units said outside a table's headers: by sentences, by lines of their own, by the nouns that captions count in."""

from decimal import Decimal

import pytest

from ingest.document import Document, Grid, GridCell, Page, Span
from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from ingest.tables.recover import recover
from ingest.tables.unit_notes import noted_unit
from tests.ingest.tables.gridded import document_of as paged
from tests.ingest.tables.make import cell, document_of, flat_table

_ROWS = "Alue 2022 2023\nAnjala 4 500 5 037\nKatinala 1 250 1 363\nYhteensä 5 750 6 400\n"


def _units(table: Table) -> set[tuple[Decimal | None, str | None]]:
    return {(figure.value, figure.unit) for figure in table.figures}


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Luvut ovat tuhansia euroja.", ("EUR", 1000)),
        ("Taulukon luvut on esitetty miljoonina euroina.", ("EUR", 1_000_000)),
        ("Lähde: kunta. Luvut ovat 1 000 euroa, ellei toisin mainita.", ("EUR", 1000)),
        ("Beloppen anges i tusen euro.", ("EUR", 1000)),
        ("Amounts are in thousands of euros.", ("EUR", 1000)),
        ("Yksikkö: milj. euroa", ("EUR", 1_000_000)),
        ("Luvut ovat tuhansia matkoja.", ("matkaa", 1000)),
        ("Luvut eivät sisällä arvonlisäveroa.", None),
        ("Luvut perustuvat 1 000 euron ylittäviin hankintoihin.", None),
        ("Määrärahat ovat 3 milj. euroa.", None),
        ("Kustannukset nousivat tuhansiin euroihin.", None),
    ],
)
def test_which_lines_give_numbers_at_large_a_unit(line: str, unit: tuple[str, int] | None) -> None:
    noted = noted_unit(line)
    assert (noted and noted[1]) == unit


@pytest.mark.parametrize(
    "text",
    [
        f"Menot alueittain\nLuvut ovat tuhansia euroja.\n{_ROWS}",
        f"Menot alueittain\nLuvut 1 000 euroa\n{_ROWS}",
        f"Menot alueittain\n{_ROWS}Luvut ovat tuhansia euroja.\n",
        f"Menot alueittain\n{_ROWS}Lähde: kirjanpito\nSummat on ilmoitettu tuhansina euroina.\n",
    ],
)
def test_a_sentence_above_or_below_scales_a_flat_table_and_is_cited(text: str) -> None:
    table = flat_table(text)
    figure = cell(table, "Katinala", "2023")
    assert (figure.value, figure.unit) == (Decimal(1_363_000), "EUR")
    assert figure.check == "reconciled"
    noted = [text[span.start : span.end] for span in figure.context_spans]
    assert any("tuhansia" in quote or "tuhansina" in quote or "1 000 euroa" in quote for quote in noted)


def test_a_note_below_one_table_is_not_that_of_the_next() -> None:
    noted = f"Menot\n{_ROWS}Luvut ovat tuhansia euroja.\n\n"
    first, second = flat_tables(document_of(f"{noted}Käynnit\n{_ROWS}"))
    assert cell(first, "Anjala", "2022").value == 4_500_000
    assert (cell(second, "Anjala", "2022").value, cell(second, "Anjala", "2022").unit) == (Decimal(4500), None)


def _two_grids() -> Document:
    rows = [["Alue", "2022"], ["Anjala", "4 500"], ["Katinala", "1 250"]]
    text, grids = "", []
    for before in ("Menot\n\n", "\nLuvut ovat tuhansia euroja.\n\nKäynnit\n\n"):
        text += before
        cells = []
        for row, texts in enumerate(rows):
            for column, each in enumerate(texts):
                cells.append(GridCell(row, column, each, Span(1, len(text), len(text) + len(each))))
                text += each + ("\n" if column else "  ")
        grids.append(Grid(1, 3, 2, tuple(cells), "native"))
    return paged(Page(1, text, text, tuple(range(len(text) + 1)), grids=tuple(grids)))


def test_a_note_between_two_grids_is_that_of_the_one_above() -> None:
    first, second = recover(_two_grids()).tables
    assert _units(first) == {(Decimal(4_500_000), "EUR"), (Decimal(1_250_000), "EUR")}
    assert _units(second) == {(Decimal(4500), None), (Decimal(1250), None)}


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Joukkoliikenne (1 000 matkaa)", "matkaa"),
        ("Joukkoliikenne, tuhatta matkaa", "matkaa"),
        ("Public transport, thousands of trips", "trips"),
        ("Kollektivtrafiken (tusen resor)", "resor"),
    ],
)
def test_thousands_of_anything_scale_a_table(caption: str, unit: str) -> None:
    assert _units(flat_table(f"{caption}\n{_ROWS}")) >= {(Decimal(1363000), unit), (Decimal(5_750_000), unit)}


def test_a_rate_for_a_thousand_scales_nothing() -> None:
    assert (Decimal(1363), None) in _units(flat_table(f"Tapaukset (1 000 asukasta kohti)\n{_ROWS}"))


def test_rows_of_things_beside_rows_of_money() -> None:
    table = flat_table(
        "Talous ja toiminta, 1 000 €\n2022 2023\nToimintakulut 45 120 46 980\nMatkat (1 000 matkaa) 7 367 5 881\n"
        "Käynnit (kpl) 3 997 2 612\nOmavaraisuusaste (%) 45,1 46,2\nHenkilöstö (htv) 257,0 262,4\n"
    )
    assert _units(table) == {
        (Decimal(45_120_000), "EUR"),
        (Decimal(46_980_000), "EUR"),
        (Decimal(7_367_000), "matkaa"),
        (Decimal(5_881_000), "matkaa"),
        (Decimal(3997), "kpl"),
        (Decimal(2612), "kpl"),
        (Decimal("45.1"), "%"),
        (Decimal("46.2"), "%"),
        (Decimal("257.0"), "htv"),
        (Decimal("262.4"), "htv"),
    }


def test_a_table_under_the_same_years_but_another_corner_takes_no_unit_from_the_one_before() -> None:
    text = (
        f"Matkat (1 000 matkaa)\n{_ROWS}\nTunnusluvut\n2022 2023\nAsiakkaat 2 851 2 762\nHakijat 3 997 3 973\n"
        "Yhteensä 6 848 6 735\n"
    )
    first, second = flat_tables(document_of(text))
    assert {figure.unit for figure in first.figures} == {"matkaa"}
    assert cell(second, "Asiakkaat", "2022").value == 2851
    assert {figure.unit for figure in second.figures} == {None}
