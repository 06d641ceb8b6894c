"""Labelled cells compared with recovered ones, on a small table and on a real document."""

from dataclasses import replace
from decimal import Decimal

import pytest

from eval.bench.cells import LABELS, Label, Verdict, judge, judge_document, load_labels
from ingest.document import Document, Page, WordBox
from ingest.readers import read_bytes
from ingest.tables.recover import recover
from tests.data import shared
from tests.ingest.tables.gridded import document_of, gridded

LABEL = Label("f", 1, 105.0, 25.0, "7", Decimal(7_000_000), "EUR", ("Pohjola",), (), ("2024",), "", "dev")


def _document() -> Document:
    (page,) = gridded(("M€", "2024", "2025"), ("Pohjola", "7", "8"), ("Etelä", "9", "10"), title="Avustukset").pages
    words = tuple(
        WordBox(cell.span.start, cell.span.end, 100.0 * cell.column, 20.0 * cell.row, 100.0 * cell.column + 10, 0)
        for cell in page.grids[0].cells
        if cell.span is not None
    )
    return document_of(replace(page, words=tuple(replace(word, y1=word.y0 + 10) for word in words)))


def _judged(label: Label) -> Verdict:
    document = _document()
    tables = recover(document).tables
    page: Page = document.pages[0]
    return judge(label, page, [figure for table in tables for figure in table.figures], {})


@pytest.mark.parametrize(
    ("label", "outcome", "faults"),
    [
        (LABEL, "right", ()),
        (replace(LABEL, value=Decimal(7)), "wrong", ("value",)),
        (replace(LABEL, unit="none"), "wrong", ("unit",)),
        (replace(LABEL, row_path=("Etelä",)), "wrong", ("row",)),
        (replace(LABEL, column_path=("Valtio", "2025")), "wrong", ("column", "column path")),
        (replace(LABEL, y=125.0), "missing", ()),
    ],
)
def test_judge(label: Label, outcome: str, faults: tuple[str, ...]) -> None:
    verdict = _judged(label)
    assert (verdict.outcome, verdict.faults) == (outcome, faults)


def test_labels_are_whole() -> None:
    labels = load_labels(LABELS)
    assert len(labels) == 818
    assert {label.split for label in labels} == {"dev", "kept", "fresh"}
    assert all(label.row_path and all(label.row_path) for label in labels)


def test_cells_of_a_real_programme() -> None:
    name = "hallitusohjelma/13-Liitteet.pdf"
    read = read_bytes(shared("data", name).read_bytes(), name)
    labels = [label for label in load_labels(LABELS) if label.file == name]
    verdicts, checks = judge_document(document_of(*read.pages, title=read.title or ""), labels)
    assert [verdict for verdict in verdicts if verdict.outcome != "right"] == []
    assert checks["reconciled"] >= 1500
