"""Tables of one page that only the header of their label column tells apart."""

from dataclasses import replace

from ingest.tables.grids import grid_tables
from tests.ingest.tables.gridded import document_of, gridded


def test_corners_that_differ_head_the_rows_and_shared_ones_do_not() -> None:
    rows = [("Revenue", "2024", "2023"), ("Board", "10", "9"), ("Schools", "7", "5")]
    costs = [("Expenses", "2024", "2023"), ("Board", "4", "3"), ("Expenses", "11", "8"), ("Residents", "150", "151")]
    assert _labels(rows, costs) == [
        "Revenue › Board",
        "Revenue › Schools",
        "Expenses › Board",
        "Expenses",
        "Residents",
    ]
    costs[0] = rows[0] = ("Body", "2024", "2023")
    assert _labels(rows, costs)[0] == "Board"


def _labels(*tables: list[tuple[str, str, str]]) -> list[str]:
    """Return the row labels of tables that stand on one page under one title."""
    (page,) = gridded(*[row for rows in tables for row in rows], title="Outcome").pages
    grids, start = [], 0
    for rows in tables:
        cells = [cell for cell in page.grids[0].cells if start <= cell.row < start + len(rows)]
        moved = tuple(replace(cell, row=cell.row - start) for cell in cells)
        grids.append(replace(page.grids[0], rows=len(rows), cells=moved))
        start += len(rows)
    found = grid_tables(document_of(replace(page, grids=tuple(grids))))
    return [" › ".join(path) for table in found for path in table.row_labels]
