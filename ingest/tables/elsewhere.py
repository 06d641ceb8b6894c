"""Units that a table leaves out, taken from the same figure stated elsewhere with one. Knows nothing of files."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure, Table
from ingest.tables.counted import counts_heads
from ingest.tables.labels import is_bare_total
from ingest.tables.programmes import normalised

_LEAST: Decimal = Decimal(10_000)  # smaller numbers turn up twice by chance
_LEAST_TOTAL: Decimal = Decimal(1_000_000)  # so do smaller ones under a label that only says "total"

Stated = Mapping[tuple[Decimal, str], Figure]
"""Figures with a unit by their value and each of their normalised labels."""


def units_from_elsewhere(tables: Sequence[Table], figures: Iterable[Figure]) -> tuple[Table, ...]:
    """Return `tables` with the units that other figures of the same amount and label state.

    A figure without a unit takes it if it is stated elsewhere with one, of five digits or more and exact, for the same
    row label; the other figures of its table share it, or those of its columns where others state units of their
    own, percent aside, or the sources differ. What counts heads or is a share takes none. The figures'
    `placement_reason` says where the unit is from. `figures` are those that may state units, of tables and running text
    alike, of any document.
    """
    stated = stated_with_units(figures)
    return tuple(with_unit_from(table, stated) for table in tables)


def stated_with_units(figures: Iterable[Figure]) -> Stated:
    """Return the figures that may give others their unit; of several alike the first."""
    stated: dict[tuple[Decimal, str], Figure] = {}
    for figure in figures:
        if figure.unit is not None and figure.value is not None and not figure.approximate:
            for label in _labels(figure):
                stated.setdefault((figure.value, label), figure)
    return stated


def _labels(figure: Figure) -> tuple[str, ...]:
    """Return the normalised labels by which a figure is known; a bare total tells only together with a large number."""
    size = abs(figure.value) if figure.value is not None else Decimal(0)
    labels = figure.row_path[-1:] if figure.table_id is not None else figure.row_path
    return tuple(normalised(label) for label in labels if size >= (_LEAST_TOTAL if is_bare_total(label) else _LEAST))


def with_unit_from(table: Table, stated: Stated) -> Table:
    """Return `table` as `units_from_elsewhere` does; the same table where nothing is to change."""
    sources: dict[int, Figure] = {}
    for figure in table.figures:
        if figure.unit is None and figure.value is not None and table.scale == 1:
            labels = _labels(figure)
            found = next((stated[figure.value, label] for label in labels if (figure.value, label) in stated), None)
            if found is not None and found.table_id != table.id and _may_take(figure):
                sources.setdefault(figure.column, found)
    if not sources:
        return table
    alone = all(figure.unit in (None, "%") for figure in table.figures)
    alone = alone and len({source.unit for source in sources.values()}) == 1
    first = next(iter(sources.values()))
    figures = tuple(
        _taken(figure, source)
        if figure.unit is None
        and (source := sources.get(figure.column, first if alone else None)) is not None
        and _may_take(figure)
        else figure
        for figure in table.figures
    )
    units = {figure.id: figure.unit for figure in figures}
    findings = tuple(replace(finding, unit=finding.unit or units.get(finding.result)) for finding in table.findings)
    return replace(table, unit=first.unit if alone else table.unit, figures=figures, findings=findings)


def _may_take(figure: Figure) -> bool:
    return figure.measure != "share" and not counts_heads(figure.column_path, figure.row_path)


def _taken(figure: Figure, source: Figure) -> Figure:
    place = f"page {source.value_span.page} of " if source.value_span is not None else ""
    unit = "€" if source.unit == "EUR" else source.unit
    reason = f"unit from the same figure, {source.text} {unit}, on {place}{source.document_id}"
    return replace(figure, unit=source.unit, placement_reason=f"{figure.placement_reason}; {reason}".lstrip("; "))
