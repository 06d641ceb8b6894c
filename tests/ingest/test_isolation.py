import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    FileTooLarge,
    Inaccessible,
    OutOfMemory,
    OutOfTime,
    UnreadableFile,
    UnsupportedFormat,
)
from ingest.isolation import Worker
from ingest.limits import Limits
from ingest.table import Recovered
from tests.ingest import hostile
from tests.ingest.readers.office_files import presentation, word_file

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(100)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    with Worker(Limits(seconds=60)) as started:
        yield started


def _write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("name", "data", "kind", "reason"),
    [
        ("empty.pdf", b"", EmptyFile, "empty"),
        ("blank.txt", b" \n\n", EmptyFile, "empty"),
        ("no-pages.pdf", hostile.pdf_without_pages(), UnreadableFile, ""),
        ("locked.pdf", hostile.encrypted_pdf(), EncryptedFile, "password"),
        ("locked.docx", _OLE + "EncryptedPackage".encode("utf-16-le"), EncryptedFile, "password"),
        ("old.doc", _OLE, UnsupportedFormat, "old Office format"),
        ("cut.pdf", hostile.plain_pdf()[:200], BrokenFile, ""),
        ("cut.docx", word_file(("Normal", "x"))[:5000], BrokenFile, "truncated"),
        ("cut.pptx", presentation(("a", [(0, "b")]))[:9000], BrokenFile, "truncated"),
        ("loop.pdf", hostile.looping_pdf(), UnreadableFile, ""),
        ("bomb.docx", hostile.zip_bomb(), FileTooLarge, "zip bomb"),
        ("lying.docx", hostile.lying_zip_bomb(), BrokenFile, "damaged"),
        ("entities.docx", hostile.xml_bomb(), BrokenFile, "damaged"),
        ("image.txt", _PNG, UnsupportedFormat, "PNG"),
        ("data.bin", bytes(range(256)) * 4, UnsupportedFormat, "binary"),
        ("noise.txt", bytes(range(1, 9)) * 100, BrokenFile, "no text"),
        ("data.json", b'{"a": 1}', UnsupportedFormat, ".json"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_reason(  # noqa: PLR0917
    name: str, data: bytes, kind: type[UnreadableFile], reason: str, worker: Worker, tmp_path: Path
) -> None:
    with pytest.raises(kind) as caught:
        worker.read(_write(tmp_path, name, data), f"c/{name}")
    assert caught.value.path == f"c/{name}"
    assert caught.value.reason
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("name", "data", "text", "note"),
    [
        ("report.txt", hostile.plain_pdf(), "Hello", "PDF"),
        ("report.pdf", word_file(("Normal", "Teksti")), "Teksti", "Word"),
        ("page.pdf", b"<!DOCTYPE html><html><body><p>Virhe</p></body></html>", "Virhe", "HTML"),
        ("report.docx", "Pelkkää tekstiä".encode(), "Pelkkää tekstiä", "plain text"),
        ("ilman-päätettä", b"Teksti", "Teksti", None),
    ],
)
def test_a_wrong_extension_is_read_by_content_and_noted(  # noqa: PLR0917
    name: str, data: bytes, text: str, note: str | None, worker: Worker, tmp_path: Path
) -> None:
    _, read = worker.read(_write(tmp_path, name, data), name)
    assert read.pages[0].text == text
    assert len(read.notes) == (note is not None)
    assert note is None or note in read.notes[0]


def test_a_file_that_never_ends_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    endless = _write(tmp_path, "endless.pdf", hostile.endless_pdf())
    plain = _write(tmp_path, "plain.pdf", hostile.plain_pdf())
    with Worker(Limits(seconds=2)) as worker:
        start = time.monotonic()
        with pytest.raises(OutOfTime, match="2 s"):
            worker.read(endless, "endless.pdf")
        assert time.monotonic() - start < 6
        assert worker.read(plain, "plain.pdf")[1].pages[0].text == "Hello"


def test_a_file_that_needs_too_much_memory_is_given_up_and_the_next_is_read(tmp_path: Path) -> None:
    large = _write(tmp_path, "large.csv", b"a;b;c\n" * 3_000_000)
    small = _write(tmp_path, "small.csv", b"a;b\n1;2\n")
    with Worker(Limits(seconds=60, memory_bytes=400 * 1024**2)) as worker:
        with pytest.raises(OutOfMemory):
            worker.read(large, "large.csv")
        assert worker.read(small, "small.csv")[1].pages[0].text == "a  b\n1  2"


def test_a_file_beyond_the_size_limit_is_not_opened(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", b"x" * 2000)
    with Worker(Limits(file_bytes=1000)) as worker, pytest.raises(FileTooLarge):
        worker.read(path, "a.txt")


def test_a_reader_that_dies_is_one_files_failure(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.txt", b"teksti")
    with Worker(Limits()) as worker:
        worker.read(path, "a.txt")
        process = worker._process  # noqa: SLF001  # as a crash in a library would
        assert process is not None
        process.kill()
        with pytest.raises(BrokenFile, match="crashed"):
            worker.read(path, "a.txt")
        assert worker.read(path, "a.txt")[1].pages[0].text == "teksti"


def test_a_missing_file_is_inaccessible(worker: Worker, tmp_path: Path) -> None:
    with pytest.raises(Inaccessible):
        worker.read(tmp_path / "poissa.txt", "poissa.txt")


def test_ten_thousand_pages_are_read_within_the_default_limit(worker: Worker, tmp_path: Path) -> None:
    start = time.monotonic()
    _, read = worker.read(_write(tmp_path, "many.pdf", hostile.pdf_of_pages(2000)), "many.pdf")
    assert len(read.pages) == 2000
    # A fifth of ten thousand pages within a fifth of the limit.
    assert time.monotonic() - start < Limits().seconds / 5


def _about(name: str) -> Document:
    return Document(name, "c", name, "", "", "", ())


def test_tables_come_with_the_pages(worker: Worker, tmp_path: Path) -> None:
    path = _write(tmp_path, "a.csv", b"Kunta;2020;2021\nAhvenlampi;1200;2300\n")
    document, recovered = worker.take(path, _about("c/a.csv"))
    assert (document.id, document.pages[0].number, document.notes) == ("c/a.csv", 1, ())
    assert [figure.value for table in recovered.tables for figure in table.figures] == [1200, 2300]


def test_a_file_whose_tables_take_too_long_is_kept_as_text_and_the_next_is_whole(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.csv", b"Kunta;2020;2021\nAhvenlampi;1200;2300\n")
    with Worker(Limits(table_seconds=0.01)) as worker:
        document, recovered = worker.take(path, _about("c/a.csv"))
        assert "Ahvenlampi" in document.pages[0].text
        assert document.notes == ("its tables and figures were not recovered: it took longer than 0.01 s",)
        assert recovered == Recovered()
        assert worker.read(path, "a.csv")[1].pages[0].text == document.pages[0].text


def test_a_crash_over_tables_is_tried_once_more_and_then_costs_the_tables_alone(tmp_path: Path) -> None:
    path = _write(tmp_path, "a.csv", b"Kunta;2020;2021\nAhvenlampi;1200;2300\n")
    # Enough to read the file, too little to load the solver.
    with Worker(Limits(memory_bytes=150 * 1024**2)) as worker:
        document, recovered = worker.take(path, _about("c/a.csv"))
        assert "Ahvenlampi" in document.pages[0].text
        assert document.notes[0].startswith("its tables and figures were not recovered: ")
        assert recovered == Recovered()


def test_no_process_outlives_its_worker(tmp_path: Path) -> None:
    with Worker(Limits()) as worker:
        worker.read(_write(tmp_path, "a.txt", b"teksti"), "a.txt")
        process = worker._process  # noqa: SLF001
        assert process is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
