"""Random tables, flattened to text, come back equal or open: no cell holds a number that the table has not there."""

import re
from collections.abc import Mapping
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from ingest.tables.recover import recover
from tests.ingest.tables.make import document_of
from tests.ingest.tables.random_layouts import random_layout
from tests.ingest.tables.random_tables import random_table

_SETTINGS = settings(
    max_examples=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
_SEEDS = st.integers(min_value=0, max_value=10**9)


def _wrong(
    tables: tuple[Table, ...], cells: Mapping[str, Mapping[str, int | Decimal | None]]
) -> list[tuple[str, str, Decimal]]:
    """Return the cells with another value than meant, or under labels that the table has not."""
    found = []
    for figure in (figure for table in tables for figure in table.figures):
        row, column = figure.row_path[-1], figure.column_path[-1]
        line = cells.get(row, {})
        meant = line.get(column, line.get(re.sub(r" \([^)]*\)\Z", "", column)))
        if figure.value is not None and (meant is None or figure.value != meant):
            found.append((row, column, figure.value))
    return found


@_SETTINGS
@given(seed=_SEEDS, misprint=st.booleans())
def test_a_flattened_table_comes_back_equal_or_undecided(seed: int, *, misprint: bool) -> None:
    meant = random_table(seed, misprint=misprint)
    assert _wrong(flat_tables(document_of(meant.text)), meant.cells) == []


@_SETTINGS
@given(seed=_SEEDS, misprint=st.booleans())
def test_a_table_as_ministries_lay_it_out_comes_back_equal_or_undecided(seed: int, *, misprint: bool) -> None:
    meant = random_layout(seed, misprint=misprint)
    assert _wrong(recover(document_of(meant.text)).tables, meant.cells) == []


@pytest.mark.parametrize(
    "seed",
    [
        *(30000226, 30001066, 20000249, 20001358, 20000951, 51000470, 51000486, 51000533, 51000826, 51000923),
        *(53000083, 53000345, 53000551, 773002732),
    ],
)
def test_what_chance_sums_once_placed_wrongly(seed: int) -> None:
    meant = random_table(seed)
    assert _wrong(flat_tables(document_of(meant.text)), meant.cells) == []


@pytest.mark.parametrize(
    "seed", [7001168, 7001224, 8100381, 7001143, 52000167, 52000234, 52000711, 55001064, 910077, 773001226, 773001966]
)
def test_what_a_misprinted_total_once_placed_wrongly(seed: int) -> None:
    meant = random_table(seed, misprint=True)
    assert _wrong(flat_tables(document_of(meant.text)), meant.cells) == []


@pytest.mark.parametrize(
    ("seed", "misprint"), [(40040, True), (40076, True), (40078, True), (40154, False), (40203, True)]
)
def test_what_totals_of_another_size_and_rows_of_one_known_cell_once_told(seed: int, *, misprint: bool) -> None:
    meant = random_layout(seed, misprint=misprint)
    assert _wrong(recover(document_of(meant.text)).tables, meant.cells) == []


def test_two_columns_run_together_though_their_total_column_denies_it() -> None:
    meant = random_layout(2150103, misprint=True)
    assert _wrong(recover(document_of(meant.text)).tables, meant.cells) == []


def test_most_cells_of_full_tables_come_back() -> None:
    found = meant_cells = 0
    for seed in range(40):
        meant = random_table(seed)
        meant_cells += sum(number is not None for cells in meant.cells.values() for number in cells.values())
        for table in flat_tables(document_of(meant.text)):
            found += sum(figure.value is not None for figure in table.figures)
    assert found * 2 > meant_cells


def test_five_cells_of_six_come_back_as_ministries_lay_tables_out() -> None:
    found = meant_cells = 0
    for seed in range(40):
        meant = random_layout(seed)
        meant_cells += sum(number is not None for cells in meant.cells.values() for number in cells.values())
        for table in recover(document_of(meant.text)).tables:
            found += sum(figure.value is not None for figure in table.figures)
    assert found * 6 > meant_cells * 5
