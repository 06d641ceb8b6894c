"""Turns sums that hold or fail into the checks of figures and into findings. Knows not how the sums were found."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from ingest.table import Figure, Finding, FindingKind, Table
from ingest.tables.lattice import Lattice
from ingest.tables.sums import Matrix, Sum, outcome

_TELLING = 2.0  # digits that a sum in another unit must hit
_SHOWN = 4  # addends written out in a reason; longer sums are counted


@dataclass(frozen=True, slots=True)
class Failed:
    """A sum that fails in a cell: stated less expected, and its addends' cells with their signs."""

    difference: Decimal
    addends: tuple[tuple[tuple[int, int], int], ...]


@dataclass(slots=True)
class Judgement:
    """What is known of each cell while a table is checked: reasons that confirm it, reasons against it, findings."""

    table: Table
    lattice: Lattice
    row_names: Sequence[str]
    column_names: Sequence[str]
    confirmed: dict[tuple[int, int], str] = field(default_factory=dict)
    contradicted: dict[tuple[int, int], str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    failed: dict[tuple[int, int], Failed] = field(default_factory=dict)

    def explain(self) -> None:
        """Clear confirmed results of sums that fail by just what one of their addends is known to be wrong by."""
        for cell, failed in self.failed.items():
            wrong = [
                gap
                for place, sign in failed.addends
                for own in [self.failed.get(place)]
                if own is not None and cell in self.confirmed and place not in self.confirmed
                for gap in [-sign * own.difference]
            ]
            if failed.difference in wrong:
                self.contradicted.pop(cell, None)

    def verdict(self, figure: Figure) -> Figure:
        """Return `figure` with its check; one that a caller judged before stays, unless the table contradicts it."""
        cell = (figure.row, figure.column)
        if figure.value is None:
            return figure
        if cell in self.contradicted:
            reason = self.contradicted[cell]
            if cell in self.confirmed:
                reason = f"{reason}; yet {self.confirmed[cell]}"
            return replace(figure, check="contradicted", check_reason=reason)
        if figure.check == "unchecked" and cell in self.confirmed:
            return replace(figure, check="reconciled", check_reason=self.confirmed[cell])
        return figure


def show(value: Decimal) -> str:
    """Return a number with its thousands parted by spaces and a decimal comma."""
    return f"{value:,f}".replace(",", " ").replace(".", ",")


def relative(finding: Finding) -> Decimal:
    """Return the difference of a finding relative to the larger of its two sides: how bad it is."""
    size = max(abs(finding.stated), abs(finding.expected))
    return abs(finding.difference) / size if size else Decimal(0)


def judge(
    judgement: Judgement, matrix: Matrix, total: Sum, axis: Literal["rows", "columns"], kind: FindingKind
) -> None:
    """Judge one sum over all the other axis; `axis` says what the lines of `matrix` are."""
    names = judgement.row_names if axis == "rows" else judgement.column_names
    others = judgement.column_names if axis == "rows" else judgement.row_names
    for evidence in range(len(matrix.exact)):
        result = outcome(matrix, total, evidence)
        if result.state == "open" or (result.stated == 0 and result.expected == 0):
            continue
        cells = [
            ((line, evidence) if axis == "rows" else (evidence, line), sign)
            for line, sign in total.addends
            if (line, evidence) not in matrix.implied and matrix.values[line][evidence] is not None
        ]
        cell = (total.result, evidence) if axis == "rows" else (evidence, total.result)
        figures = [(judgement.lattice.at[place], sign) for place, sign in cells]
        stated, expected = judgement.lattice.decimal(result.stated), judgement.lattice.decimal(result.expected)
        words = _equation(figures, stated)
        if result.state == "fails":
            difference = stated - expected
            judgement.failed[cell] = Failed(difference, tuple(cells))
            judgement.contradicted[cell] = (
                f"{_NAMES[kind]} gives {show(expected)}, printed {show(stated)}, difference {show(difference)}"
            )
            judgement.findings.append(
                Finding(
                    kind=kind,
                    identity=_identity(names, others, total, evidence),
                    stated=stated,
                    expected=expected,
                    difference=difference,
                    tolerance=judgement.lattice.decimal(result.tolerance),
                    unit=judgement.lattice.at[cell].unit,
                    result=judgement.lattice.at[cell].id,
                    addends=tuple(figure.id for figure, _ in figures),
                    spans=tuple(
                        figure.value_span
                        for figure in (judgement.lattice.at[cell], *(figure for figure, _ in figures))
                        if figure.value_span is not None
                    ),
                )
            )
            continue
        reason = f"{_NAMES[kind]}: {words}" + (" within rounding" if result.state == "rounded" else "")
        for place in (cell, *(place for place, _ in cells)):
            judgement.confirmed.setdefault(place, reason)


_NAMES: dict[FindingKind, str] = {
    "row_sum": "row sum",
    "column_sum": "column sum",
    "parent_sum": "sum of sub-rows",
    "difference": "difference",
    "share": "share",
}


def confirm(judgement: Judgement, matrix: Matrix, totals: Sequence[Sum]) -> None:
    """Confirm numbers of another unit by sums of rows that the table's main unit showed, where they hold to the digit.

    Where they do not, nothing is said: averages and the like stand in total rows, too.
    """
    for total in totals:
        for evidence in range(len(matrix.exact)):
            result = outcome(matrix, total, evidence)
            if result.state != "holds" or result.bits < _TELLING:
                continue
            cells = [(line, evidence) for line, _ in total.addends if matrix.values[line][evidence] is not None]
            figures = [
                (judgement.lattice.at[line, evidence], sign)
                for line, sign in total.addends
                if (line, evidence) in cells
            ]
            words = _equation(figures, judgement.lattice.decimal(result.stated))
            for place in ((total.result, evidence), *cells):
                judgement.confirmed.setdefault(place, f"column sum: {words}")


def _equation(figures: Sequence[tuple[Figure, int]], stated: Decimal) -> str:
    """Return "1 200 + 300 = 1 500", or how many numbers give the sum where they are many."""
    if len(figures) > _SHOWN:
        return f"{len(figures)} numbers = {show(stated)}"
    parts = [("− " if sign < 0 else "+ ") + show(figure.value or Decimal(0)) for figure, sign in figures]
    return f"{' '.join(parts).removeprefix('+ ')} = {show(stated)}"


def _identity(names: Sequence[str], others: Sequence[str], total: Sum, evidence: int) -> str:
    """Return which lines are meant, as printed: "yhteensä = A + B + … + Z (23), 2021"."""
    labels = [("− " if sign < 0 else "+ ") + (names[line] or f"#{line + 1}") for line, sign in total.addends]
    if len(labels) > _SHOWN:
        labels = [*labels[:2], "+ …", f"{labels[-1]} ({len(labels)})"]
    equation = f"{names[total.result] or f'#{total.result + 1}'} = {' '.join(labels).removeprefix('+ ')}"
    where = others[evidence]
    return f"{equation}, {where}" if where else equation
