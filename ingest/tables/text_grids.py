"""Tables of text in which lines or signs tell cells apart though nothing is set in columns, read as grids and checked.

Knows nothing of how such text looks; `cell_lines` and `piped` do.
"""

from dataclasses import replace

from ingest.document import Document, Grid
from ingest.table import Table
from ingest.tables.arithmetic import reconcile
from ingest.tables.cell_lines import cell_lines
from ingest.tables.grids import grid_tables
from ingest.tables.piped import piped_grids


def text_grid_tables(document: Document) -> tuple[Table, ...]:
    """Return the reconciled tables in such text of `document`, in order; pages with grids or placed words have none.

    Where rows were left out, a sum that fails speaks against no total.
    """
    parts: set[tuple[int, int]] = set()
    pages = []
    for page in document.pages:
        plain = not page.grids and not page.words
        made = cell_lines(page) if plain else ()
        piped = piped_grids(page) if plain else ()
        for each in made:
            starts = [cell.span.start for cell in each.grid.cells if cell.span is not None]
            if not each.whole:
                parts.add((page.number, min(starts)))
        grids = sorted((*(each.grid for each in made), *piped), key=_start)
        pages.append(replace(page, grids=tuple(grids)))
    tables = grid_tables(replace(document, pages=tuple(pages)))
    checked = [
        _undisputed(table) if (table.span.page, table.span.start) in parts else table
        for table in map(reconcile, tables)
    ]
    return tuple(_told_apart(table) for table in checked)


def _start(grid: Grid) -> int:
    return min(cell.span.start for cell in grid.cells if cell.span is not None)


def _undisputed(table: Table) -> Table:
    """Return `table` without findings, its contradicted figures unchecked."""
    figures = tuple(
        replace(figure, check="unchecked", check_reason="") if figure.check == "contradicted" else figure
        for figure in table.figures
    )
    return replace(table, figures=figures, findings=())


def _told_apart(table: Table) -> Table:
    """Return `table` without the figures of rows whose labels do not tell them apart: text shows no groups for sure.

    A row that says the same again is one.
    """
    says: dict[int, list[tuple[int, str]]] = {}
    paths: dict[int, tuple[str, ...]] = {}
    for figure in table.figures:
        says.setdefault(figure.row, []).append((figure.column, figure.text))
        paths[figure.row] = figure.row_path
    rows: dict[tuple[str, ...], list[int]] = {}
    for row, path in paths.items():
        rows.setdefault(path, []).append(row)
    sure = {numbers[0] for numbers in rows.values() if all(says[row] == says[numbers[0]] for row in numbers)}
    figures = tuple(figure for figure in table.figures if figure.row in sure)
    kept = {figure.id for figure in figures}
    findings = tuple(each for each in table.findings if {each.result, *each.addends} <= kept)
    return replace(table, figures=figures, findings=findings)
