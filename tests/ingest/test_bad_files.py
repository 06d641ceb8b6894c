"""All kinds of bad files in one run of the command, among good ones."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.__main__ import main
from tests.ingest import hostile
from tests.ingest.readers.office_files import presentation, word_file, workbook

_WORD, _SLIDES, _SHEETS = word_file(("Normal", "x")), presentation(("a", [(0, "b")])), workbook(S=[["A"], ["b"]])

BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "locked.pdf": (hostile.encrypted_pdf, "password"),
    "cut.pdf": (lambda: hostile.plain_pdf()[:200], "damaged"),
    "empty.docx": (lambda: b"", "empty"),
    "no-pages.pdf": (hostile.pdf_without_pages, "no pages"),
    "image.txt": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
    "bomb.docx": (lambda: hostile.bomb_in(_WORD, "word/document.xml"), "zip bomb"),
    "bomb.pptx": (lambda: hostile.bomb_in(_SLIDES, "ppt/presentation.xml"), "zip bomb"),
    "bomb.xlsx": (lambda: hostile.bomb_in(_SHEETS, "xl/workbook.xml"), "zip bomb"),
    "endless.pdf": (hostile.endless_pdf, "took longer than 5 s|crashed|memory"),
    "loop.pdf": (hostile.looping_pdf, "damaged"),
    # Which limit it meets first, time or memory (where PDFium aborts), depends on the machine.
    "laughing.pdf": (hostile.laughing_pdf, "took longer than 5 s|crashed|memory"),
}
GOOD = {
    "a.docx": word_file(("Normal", "Ensimmäinen teksti")),
    "named-wrongly.pdf": word_file(("Normal", "Toinen teksti")),
    "z.txt": b"Viimeinen teksti",
}


def test_each_is_named_with_its_reason_and_stops_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAHDE_READ_SECONDS", "5")
    root = tmp_path / "aineisto"
    root.mkdir()
    for name, data in GOOD.items():
        (root / name).write_bytes(data)
    for name, (make, _) in BAD.items():
        (root / name).write_bytes(make())
    (root / "many.pdf").write_bytes(hostile.pdf_of_pages(10_000))
    (root / "silmukka.txt").symlink_to(root / "silmukka.txt")
    (root / "kehä").symlink_to(root)
    os.mkfifo(root / "putki.txt")
    assert main([str(root), "--index", str(tmp_path / "index"), "--strict"]) == 1
    out = capsys.readouterr().out
    summary = dict(line.strip().split(": ", 1) for line in out.partition("skipped ")[2].splitlines()[1:])
    # Ten thousand pages are read where the machine manages them in time, and named where not.
    assert summary.pop("aineisto/many.pdf", "took longer than 5 s").count("took longer than 5 s") == 1
    assert set(summary) == {f"aineisto/{name}" for name in (*BAD, "silmukka.txt", "kehä", "putki.txt")}
    for name, (_, reason) in BAD.items():
        assert re.search(reason, summary[f"aineisto/{name}"])
    assert f"{len(GOOD)} documents" in out or f"{len(GOOD) + 1} documents" in out
    assert "named-wrongly.pdf: the name ends in '.pdf' but the content is" in out
