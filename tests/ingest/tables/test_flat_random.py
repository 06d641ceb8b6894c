from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.tables.flat import flat_tables
from tests.ingest.tables.make import document_of
from tests.ingest.tables.random_tables import random_table


@settings(
    max_examples=30,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
@given(st.integers(min_value=0, max_value=10**9))
def test_a_flattened_table_comes_back_equal_or_undecided(seed: int) -> None:
    meant = random_table(seed)
    for table in flat_tables(document_of(meant.text)):
        for figure in table.figures:
            if figure.value is not None:
                cell = meant.cells.get(figure.row_path[-1], {}).get(figure.column_path[-1])
                assert cell is not None, (seed, figure.row_path, figure.column_path, figure.value)
                assert figure.value == Decimal(cell), (seed, figure.row_path, figure.column_path)


def test_most_cells_of_full_tables_come_back() -> None:
    found = meant_cells = 0
    for seed in range(40):
        meant = random_table(seed)
        meant_cells += sum(number is not None for cells in meant.cells.values() for number in cells.values())
        for table in flat_tables(document_of(meant.text)):
            found += sum(figure.value is not None for figure in table.figures)
    assert found * 2 > meant_cells
