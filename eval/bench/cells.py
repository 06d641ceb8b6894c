"""Compares recovered table cells with labels read off the rendered pages. `python -m eval.bench.cells --data DIR`.

A label is one number of one page, drawn at random from the words of the page and read by eye: where it stands, its
value in whole units, its row and its column. The figure whose number stands at that place must have this value, unit,
row path and column path. Pages of the split "dev" are there to learn from; "kept" ones are reported apart, and "fresh"
ones were drawn, labelled and first tried after all that the others led to.
"""

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain
from pathlib import Path
from typing import Literal

from ingest.document import Document, Page, Span
from ingest.read import read_document
from ingest.table import Check, Figure
from ingest.tables.recover import recover

LABELS = Path(__file__).resolve().parent.parent / "questions" / "cells.jsonl"

Outcome = Literal["right", "wrong", "undecided", "missing"]

_REACH = 1.5


@dataclass(frozen=True, slots=True)
class Label:
    """One cell as a reader sees it.

    `x` and `y` are the middle of the number in points, origin at the page's top left. `row_path` and `column_path` are
    distinctive parts from the outermost to the innermost; the outer ones may stand in the table's title instead. What
    else heads the row on the page is in `headings`; no other heading may be before it in the row path recovered. `unit`
    is None where the page states none, and "none" for a plain number that must not be taken for money.
    """

    file: str
    page: int
    x: float
    y: float
    text: str
    value: Decimal
    unit: str | None
    row_path: tuple[str, ...]
    headings: tuple[str, ...]
    column_path: tuple[str, ...]
    note: str
    split: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a label; `faults` names what differs and `title` is that of the figure's table."""

    label: Label
    outcome: Outcome
    figure: Figure | None = None
    faults: tuple[str, ...] = ()
    title: str = ""


def load_labels(path: Path) -> tuple[Label, ...]:
    """Return the labels of a file of JSON lines."""
    rows = (json.loads(line, parse_float=Decimal) for line in path.read_text(encoding="utf-8").splitlines() if line)
    return tuple(
        Label(
            file=row["file"],
            page=row["page"],
            x=float(row["x"]),
            y=float(row["y"]),
            text=row["text"],
            value=Decimal(row["value"]),
            unit=row["unit"],
            row_path=tuple(row["row_path"]),
            headings=tuple(row["headings"]),
            column_path=tuple(row["column_path"]),
            note=row["note"],
            split=row["split"],
        )
        for row in rows
    )


def plain(text: str) -> str:
    """Return the letters, digits and percent and euro signs of `text` alone, in lower case."""
    return "".join(character for character in text.casefold() if character.isalnum() or character in "%€")


def judge(label: Label, page: Page, figures: Sequence[Figure], titles: Mapping[str, str]) -> Verdict:
    """Return what became of `label`: the figure of the page that stands at its place, compared with it.

    Args:
        label: the cell as read by eye.
        page: its page, for the boxes of words.
        figures: those of the page; the first that covers the place is taken.
        titles: of tables, by their ids.
    """
    figure = next((each for each in figures if _covers(page, each.value_span, label)), None)
    if figure is None:
        return Verdict(label, "missing")
    title = titles.get(figure.table_id or "", "")
    if figure.value is None:
        return Verdict(label, "undecided", figure, ("value",), title)
    around = plain(" ".join((title, *figure.row_path, *figure.column_path)))
    checks = {
        "value": figure.value == label.value,
        "unit": label.unit is None
        or (figure.unit in (None, "") if label.unit == "none" else figure.unit == label.unit),
        "row": all(plain(part) in plain("".join(figure.row_path)) for part in label.row_path[-1:]),
        "row path": all(plain(part) in around for part in label.row_path[:-1]),
        "heading": not _false_headings(label, figure),
        "column": all(plain(part) in plain("".join(figure.column_path)) for part in label.column_path[-1:]),
        "column path": all(plain(part) in around for part in label.column_path[:-1]),
    }
    faults = tuple(name for name, holds in checks.items() if not holds)
    return Verdict(label, "wrong" if faults else "right", figure, faults, title)


def _false_headings(label: Label, figure: Figure) -> tuple[str, ...]:
    """Return the words before the row's own label in its path that do not head the row on the page."""
    path = [plain(part) for part in figure.row_path]
    own = next((place for place in range(len(path)) if plain(label.row_path[-1]) in path[place]), 0)
    known = [plain(part) for part in (*label.row_path, *label.headings)]
    outer = (part for part in path[:own] if any(map(str.isalpha, part)))
    return tuple(part for part in outer if not any(part in one or one in part for one in known))


def _covers(page: Page, span: Span | None, label: Label) -> bool:
    """Tell whether the words of `span` stand around the place of `label`, line by line."""
    if span is None or span.page != page.number:
        return False
    words = [word for word in page.words if word.start < span.end and word.end > span.start]
    lines: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for word in words:
        if word.y0 - _REACH <= label.y <= word.y1 + _REACH:
            lines[round(word.y1)].append((word.x0, word.x1))
    ends = (list(chain.from_iterable(line)) for line in lines.values())
    return any(min(end) - _REACH <= label.x <= max(end) + _REACH for end in ends)


def judge_document(document: Document, labels: Iterable[Label]) -> tuple[tuple[Verdict, ...], Counter[Check]]:
    """Return the verdicts on one document's labels and how many table figures of their pages have each check."""
    recovered = recover(document)
    titles = {table.id: table.title for table in recovered.tables}
    by_page: dict[int, list[Figure]] = defaultdict(list)
    for figure in chain((each for table in recovered.tables for each in table.figures), recovered.figures):
        if figure.value_span is not None:
            by_page[figure.value_span.page].append(figure)
    verdicts = [judge(label, document.pages[label.page - 1], by_page[label.page], titles) for label in labels]
    pages = {verdict.label.page for verdict in verdicts}
    checks = Counter(each.check for page in pages for each in by_page[page] if each.table_id is not None)
    return tuple(verdicts), checks


def lines_of(verdicts: Sequence[Verdict]) -> list[str]:
    """Return a table: for each file and split the outcomes, all and by the check of the figure."""
    lines = []
    groups: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for verdict in verdicts:
        groups[verdict.label.file, verdict.label.split].append(verdict)
    for (file, split), group in sorted(groups.items()):
        counts = Counter(verdict.outcome for verdict in group)
        wrong = 100 * counts["wrong"] / len(group)
        lines.append(f"{file} {split}: {len(group)} cells, {_counted(counts)}; wrong {wrong:.1f} %")
        for check in ("reconciled", "unchecked", "contradicted"):
            judged = [each for each in group if each.figure is not None and each.figure.check == check]
            if judged:
                lines.append(f"    {check}: {_counted(Counter(each.outcome for each in judged))}")
    return lines


def _counted(counts: Counter[Outcome]) -> str:
    return ", ".join(f"{counts[outcome]} {outcome}" for outcome in ("right", "wrong", "undecided", "missing"))


def described(verdict: Verdict) -> str:
    """Return one line on a verdict: the label, and what was recovered in its place."""
    label, figure = verdict.label, verdict.figure
    place = f"{label.row_path} {label.column_path}"
    said = f"p{label.page} {verdict.outcome} {label.text!r} = {label.value} {label.unit} {place}"
    if figure is None:
        return said
    got = f"{figure.value} {figure.unit} {figure.row_path} {figure.column_path} {figure.check} [{verdict.title}]"
    return f"{said} <- {', '.join(verdict.faults)}: {got}"


def main() -> None:
    """Run the comparison; a file that cannot be found ends it."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.cells", description="Compare table cells with labels.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the labelled files")
    parser.add_argument("--labels", type=Path, default=LABELS, help="labels, JSON lines")
    parser.add_argument("--split", choices=("dev", "kept", "fresh"), help="list single cells of this split alone")
    parser.add_argument("--all", action="store_true", help="list right cells too")
    args = parser.parse_args()
    lines: list[str] = []
    verdicts: list[Verdict] = []
    by_file: dict[str, list[Label]] = defaultdict(list)
    for label in load_labels(args.labels):
        by_file[label.file].append(label)
    for file, labels in by_file.items():
        path = args.data / file
        if not path.is_file():
            sys.exit(f"no file {path}")
        found, checks = judge_document(read_document(path, args.data, args.data.name), labels)
        verdicts += found
        total = checks.total() or 1
        shares = ", ".join(f"{count} {check} ({100 * count / total:.1f} %)" for check, count in checks.most_common())
        lines.append(f"{file}: {checks.total()} table figures on the labelled pages: {shares}")
    lines += lines_of(verdicts)
    lines += [
        described(verdict)
        for verdict in verdicts
        if (args.all or verdict.outcome != "right") and args.split in (None, verdict.label.split)
    ]
    print("\n".join(lines))  # noqa: T201


if __name__ == "__main__":
    main()
