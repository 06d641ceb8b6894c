"""Tables, their figures and the findings of their arithmetic. Knows nothing of how they were recovered."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final, Literal

from ingest.document import Span

Placement = Literal["stated", "inferred", "undecided"]
Check = Literal["reconciled", "contradicted", "unchecked"]
Role = Literal["plain", "parent", "child", "total"]
AS_PRINTED: Final = "as printed"
"""The sign of a table that does not say what its minuses mean."""
FindingKind = Literal["row_sum", "column_sum", "parent_sum", "difference", "share"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a document with all that says what it counts.

    `value` is in whole units (M€ and 1000 € scaled out); None where the cell stays undecided. `unit` is "EUR", "%", a
    counted noun as printed ("osaajaa") or None where none is stated. `text` is the number as printed. `row_path` and
    `column_path` run from the outermost header to the innermost, as printed. `row_role` and `column_role` say whether
    the row or column is a total or parent of others, so that nothing is counted twice: a "total" sums the whole table,
    a "parent" sums its own "child" rows. `measure` is one of `ingest.tables.measures.MEASURES` or None. A figure of
    running text has no `table_id`; its `row_path` says whom or what it concerns and `column_path` what is counted.
    `value_span` holds the number, `row_spans` and `column_spans` the labels, `context_spans` title and unit.
    """

    id: str
    document_id: str
    table_id: str | None
    value: Decimal | None
    unit: str | None
    text: str
    approximate: bool = field(default=False, kw_only=True)
    row_path: tuple[str, ...]
    column_path: tuple[str, ...]
    measure: str | None = field(default=None, kw_only=True)
    programme: str | None = field(default=None, kw_only=True)
    period: str | None = field(default=None, kw_only=True)
    placement: Placement
    placement_reason: str
    check: Check = field(default="unchecked", kw_only=True)
    check_reason: str = field(default="", kw_only=True)
    value_span: Span | None
    row_spans: tuple[Span, ...] = ()
    column_spans: tuple[Span, ...] = ()
    context_spans: tuple[Span, ...] = ()
    row_role: Role = "plain"
    column_role: Role = "plain"
    row: int = -1
    column: int = -1
    row_parent: int | None = None
    column_parent: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """An identity of a table that does not hold.

    `stated` is the printed result, `expected` what its addends give, `difference` stated minus expected, `tolerance`
    what rounding would explain; all in whole units. `result` is the id of the figure that states the result,
    `addends` the ids of those that it should follow from. `identity` says in words which rows or columns are meant,
    as printed.
    """

    kind: FindingKind
    identity: str
    stated: Decimal
    expected: Decimal
    difference: Decimal
    tolerance: Decimal
    unit: str | None
    result: str
    addends: tuple[str, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A recovered table: `figures` in row-major order, `findings` worst first (by relative difference).

    `unit` is as in `Figure`; `scale` is what printed numbers were multiplied by (1000 for "1000 €"). `sign` says what a
    minus means where stated. `pages` are the pages that the table stands on; `span` is its first page's part. `above`
    is what stands over it besides the title, nearest first: the words over its row labels, captions, notes, headings;
    the first is empty where headings of earlier pages alone do.
    """

    id: str
    document_id: str
    pages: tuple[int, ...]
    span: Span
    title: str
    unit: str | None
    scale: int
    row_labels: tuple[tuple[str, ...], ...]
    column_labels: tuple[tuple[str, ...], ...]
    figures: tuple[Figure, ...]
    findings: tuple[Finding, ...] = ()
    sign: str = AS_PRINTED
    programme: str | None = None
    origin: Literal["native", "ruled", "layout", "flat", "listed"] = "native"
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recovered:
    """What a document gives: `tables` in the order of their pages; `figures` are those of running text, in order."""

    tables: tuple[Table, ...] = ()
    figures: tuple[Figure, ...] = ()
