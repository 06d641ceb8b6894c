"""Units that a table leaves out, taken from the same figure stated elsewhere with one. Knows nothing of files."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure, Table
from ingest.tables.programmes import normalised
from ingest.tables.rows import is_bare_total

_LEAST: Decimal = Decimal(10_000)  # smaller numbers turn up twice by chance


def units_from_elsewhere(tables: Sequence[Table], figures: Iterable[Figure]) -> tuple[Table, ...]:
    """Return `tables` with the units that other figures of the same amount and label state.

    A table whose figures state no unit takes it if one of them, of five digits or more, is stated elsewhere in euros,
    whole and exact, for the same row label; its other figures without a unit share it, unless some of its columns
    state one of their own. The figures' `placement_reason` says where the unit is from. `figures` are those that may
    state units, of tables and running text alike, of any document.
    """
    stated: dict[tuple[Decimal, str], Figure] = {}
    for figure in figures:
        if figure.unit == "EUR" and figure.value is not None and abs(figure.value) >= _LEAST and not figure.approximate:
            for label in _labels(figure):
                stated.setdefault((figure.value, label), figure)
    return tuple(_with_unit(table, stated) for table in tables)


def _labels(figure: Figure) -> tuple[str, ...]:
    """Return the normalised labels that tell whom a figure concerns; a bare total tells nothing."""
    labels = figure.row_path[-1:] if figure.table_id is not None else figure.row_path
    return tuple(normalised(label) for label in labels if not is_bare_total(label))


def _with_unit(table: Table, stated: dict[tuple[Decimal, str], Figure]) -> Table:
    if table.unit is not None or table.scale != 1 or any(figure.unit is not None for figure in table.figures):
        return table
    source = next(
        (
            found
            for figure in table.figures
            if figure.value is not None
            for label in _labels(figure)
            if (found := stated.get((figure.value, label))) is not None and found.table_id != table.id
        ),
        None,
    )
    if source is None:
        return table
    place = f"page {source.value_span.page} of " if source.value_span is not None else ""
    reason = f"unit from the same figure, {source.text} €, on {place}{source.document_id}"
    figures = tuple(
        replace(figure, unit=source.unit, placement_reason=f"{figure.placement_reason}; {reason}".lstrip("; "))
        for figure in table.figures
    )
    findings = tuple(replace(finding, unit=finding.unit or source.unit) for finding in table.findings)
    return replace(table, unit=source.unit, figures=figures, findings=findings)
