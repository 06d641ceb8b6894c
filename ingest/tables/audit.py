"""Lists what does not add up in the tables of documents, worst first, as text and as JSON.

Useful by itself: the totals that an official would want to correct before a document is published.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from pathlib import Path

from ingest.document import Document, Span
from ingest.errors import UnreadableFile
from ingest.read import read_documents
from ingest.table import Figure, Finding, FindingKind, Table
from ingest.tables.findings import relative, show
from ingest.tables.recover import recover

_MOST_QUOTES = 6
_LONGEST_QUOTE = 240


@dataclass(frozen=True, slots=True)
class Quote:
    """A line of a page that a finding rests on: `text` is `page.text[start:end]`."""

    page: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """A sum, difference or share of a table that does not hold; amounts in whole units.

    `share` is the difference relative to the larger of `stated` and `expected`. The first quote states the result.
    """

    file: str
    page: int
    table: str
    kind: FindingKind
    identity: str
    stated: Decimal
    expected: Decimal
    difference: Decimal
    tolerance: Decimal
    unit: str | None
    share: float
    quotes: tuple[Quote, ...]


def audit(documents: Iterable[Document]) -> tuple[AuditEntry, ...]:
    """Return the findings of all tables of `documents`, the largest relative difference first."""
    entries = [entry for document in documents for entry in audit_document(document)]
    return tuple(sorted(entries, key=lambda entry: (-entry.share, entry.file, entry.page, entry.identity)))


def audit_document(document: Document) -> tuple[AuditEntry, ...]:
    """Return the findings of one document's tables in the order of the tables."""
    return entries_of(document, recover(document).tables)


def entries_of(document: Document, tables: Iterable[Table]) -> tuple[AuditEntry, ...]:
    """Return the findings of `tables`, which were recovered from `document`."""
    return tuple(_entry(document, table, finding) for table in tables for finding in table.findings)


def _entry(document: Document, table: Table, finding: Finding) -> AuditEntry:
    figures = {figure.id: figure for figure in table.figures}
    named = [figures[each] for each in (finding.result, *finding.addends) if each in figures]
    quotes = tuple(dict.fromkeys(quote for figure in named for quote in _quotes(document, figure)))
    return AuditEntry(
        file=document.path,
        page=quotes[0].page if quotes else table.span.page,
        table=" ".join(table.title.split()),
        kind=finding.kind,
        identity=finding.identity,
        stated=finding.stated,
        expected=finding.expected,
        difference=finding.difference,
        tolerance=finding.tolerance,
        unit=finding.unit,
        share=float(relative(finding)),
        quotes=quotes[:_MOST_QUOTES],
    )


def _quotes(document: Document, figure: Figure) -> list[Quote]:
    """Return the line of a figure's value, from its row's own label where that stands just before it."""
    value = figure.value_span
    if value is None:
        return []
    text = document.pages[value.page - 1].text
    start = text.rfind("\n", 0, value.start) + 1
    own = figure.row_spans[len(figure.row_path) - 1 :] or figure.row_spans[-1:]
    before = [span.start for span in own if _leads_to(span, value)]
    start = min([start, *before])
    end = text.find("\n", value.end)
    end = len(text) if end < 0 else end
    while start < end and text[start].isspace():
        start += 1
    return [Quote(value.page, start, end, text[start:end])]


def _leads_to(label: Span, value: Span) -> bool:
    return label.page == value.page and 0 <= value.start - label.start <= _LONGEST_QUOTE


def as_text(entries: Sequence[AuditEntry]) -> str:
    """Return the findings for a person to read."""
    if not entries:
        return "Nothing found that does not add up.\n"
    blocks = []
    for number, entry in enumerate(entries, start=1):
        unit = f" {entry.unit}" if entry.unit else ""
        lines = [
            f"{number}. {entry.file}, page {entry.page}" + (f": {entry.table}" if entry.table else ""),
            f"   {_KINDS[entry.kind]}: {entry.identity}",
            f"   stated {show(entry.stated)}{unit}, expected {show(entry.expected)}{unit}",
            f"   difference {show(entry.difference)}{unit} ({100 * entry.share:.2g} %)",
        ]
        lines += [f"   | {line}" for quote in entry.quotes for line in quote.text.splitlines() if line.strip()]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


_KINDS: dict[FindingKind, str] = {
    "row_sum": "sum within a row",
    "column_sum": "total of a column",
    "parent_sum": "sum of sub-rows",
    "difference": "difference within a row",
    "share": "share",
}


def as_json(entries: Sequence[AuditEntry]) -> str:
    """Return the findings as a JSON array, amounts as numbers."""
    return json.dumps([asdict(entry) for entry in entries], ensure_ascii=False, indent=1, default=_number) + "\n"


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def main(arguments: Sequence[str]) -> int:
    """Print what does not add up in the files and folders named; returns 0, or 1 where none could be read."""
    parser = argparse.ArgumentParser(
        prog="python -m ingest audit", description="List tables whose own totals do not add up, worst first."
    )
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="file or folder with documents")
    parser.add_argument("--json", action="store_true", help="print JSON for programs")
    options = parser.parse_args(arguments)
    entries: list[AuditEntry] = []
    read = 0
    for outcome in read_documents(options.paths):
        if isinstance(outcome, UnreadableFile):
            sys.stderr.write(f"not read: {outcome}\n")
            continue
        read += 1
        for note in outcome.document.notes:
            sys.stderr.write(f"note: {outcome.document.id}: {note}\n")
        entries += entries_of(outcome.document, outcome.recovered.tables)
    entries.sort(key=lambda entry: (-entry.share, entry.file, entry.page, entry.identity))
    sys.stdout.write(as_json(entries) if options.json else as_text(entries))
    return 0 if read else 1
