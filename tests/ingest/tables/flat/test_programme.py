from collections import Counter
from decimal import Decimal

import pytest

from ingest.document import Document
from ingest.readers import read_bytes
from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.data import shared
from tests.ingest.tables.make import cell, value


def _document(prefix: str) -> Document:
    path = next(iter(sorted(shared("seeds").glob(f"{prefix}*"))))
    read = read_bytes(path.read_bytes(), path.name)
    return Document("seeds/x", "seeds", path.name, "0", read.media_type, "", pages=read.pages)


@pytest.fixture(scope="module")
def tables() -> tuple[Table, ...]:
    return flat_tables(_document("003"))


def test_five_tables_of_the_size_that_is_printed(tables: tuple[Table, ...]) -> None:
    assert [(len(table.row_labels), len(table.column_labels)) for table in tables] == [
        (26, 3),
        (6, 3),
        (1, 1),
        (3, 4),
        (25, 8),
    ]


def test_every_row_of_the_grants_has_its_numbers(tables: tuple[Table, ...]) -> None:
    grants = tables[0]
    assert [value(grants, "Kainuu", column) for column in ("2020", "2021", "yhteensä (€)")] == [
        1671131,
        3336135,
        5007266,
    ]
    lone = cell(grants, "Itä-Savo", "2020")
    assert (lone.value, lone.placement, lone.check) == (Decimal(754267), "inferred", "unchecked")
    assert cell(grants, "Itä-Savo", "2021").value is None
    filled = [figure for figure in grants.figures if figure.value is not None]
    assert len(filled) == 24 * 3 + 2
    assert grants.unit == "EUR"


def test_only_column_totals_tell_where_a_number_stands(tables: tuple[Table, ...]) -> None:
    grants = tables[4]
    figure = cell(grants, "Kainuu", "IPS")
    assert (figure.value, figure.placement, figure.check) == (Decimal(362000), "inferred", "reconciled")
    assert value(grants, "Päijät-Häme", "Työkyky") == 250000
    assert value(grants, "Pohjois-Pohjanmaa erillishaku", "1. valtionavustus") == 250000
    assert value(grants, "Osaamiskeskus", "Tietopohja ja vaikuttavuus") == 800000
    assert value(grants, "Kainuu", "Digitaaliset innovaatiot") == 1357000


def test_cells_without_a_certain_number_stay_open(tables: tuple[Table, ...]) -> None:
    grants = tables[4]
    noughts = [figure for figure in grants.figures if figure.value is None and figure.text == "0"]
    assert Counter(figure.column_path[0] for figure in noughts) == {"Työkyky": 5, "IPS": 5}
    assert all(figure.text in ("", "0") for figure in grants.figures if figure.value is None)
    assert {figure.check for figure in grants.figures if figure.value is not None} == {"reconciled"}


def test_what_does_not_add_up_is_told(tables: tuple[Table, ...]) -> None:
    found = {(f.kind, f.stated, f.expected) for table in tables for f in table.findings}
    assert found == {
        ("column_sum", Decimal(140926793), Decimal(140896793)),
        ("column_sum", Decimal(210885662), Decimal(210855662)),
        ("parent_sum", Decimal(2254367), Decimal(2254267)),
        ("column_sum", Decimal(2000000), Decimal(2500000)),
        ("column_sum", Decimal(11853160), Decimal(12353160)),
        ("difference", Decimal(128832065), Decimal(133149103)),
        ("difference", Decimal(18865481), Decimal(20449340)),
        ("share", Decimal(73), Decimal("70.4")),
        ("share", Decimal(73), Decimal("67.4")),
    }


def test_the_total_over_both_tables_is_confirmed(tables: tuple[Table, ...]) -> None:
    (figure,) = tables[2].figures
    assert (figure.value, figure.check) == (Decimal(222738822), "reconciled")


@pytest.mark.parametrize("prefix", ["001", "002", "004"])
def test_texts_without_tables_give_none(prefix: str) -> None:
    assert flat_tables(_document(prefix)) == ()
