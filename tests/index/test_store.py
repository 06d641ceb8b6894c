import contextlib
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import BrokenIndexError
from index.store import Counts, Root, Source, Store, StoreWriter
from tests.index import sample

ROOT = Root("/d/kokoelma", "/d/kokoelma", "kokoelma", "")
SOURCE = Source("/d/kokoelma/a.txt", "/d/kokoelma", 5, 7, "0" * 64, "kokoelma/a.txt", None)


def written(path: Path) -> Path:
    writer = StoreWriter(path)
    writer.add_root(ROOT)
    writer.add_source(SOURCE)
    loose = sample.figure(9, table_id=None)
    writer.add_document(sample.document(), [sample.chunk()], [sample.table()], [loose])
    writer.close()
    return path


def test_what_is_written_is_read_back_equal(tmp_path: Path) -> None:
    with contextlib.closing(Store(written(tmp_path / "s"))) as store:
        document = sample.document()
        assert store.roots() == (ROOT,)
        assert store.sources() == (SOURCE,)
        assert store.documents() == {document.id: replace(document, pages=())}
        assert store.page_counts() == {document.id: 1}
        assert store.page(document.id, 1) == document.pages[0]
        assert store.chunks() == (sample.chunk(),)
        assert store.tables() == {"kokoelma/a.txt#t": sample.table()}
        assert store.figures() == (sample.figure(9, table_id=None),)
        assert store.counts() == Counts(documents=1, pages=1, chunks=1, tables=1, figures=2, findings=1)


def test_a_page_that_is_not_there_is_a_key_error(tmp_path: Path) -> None:
    with contextlib.closing(Store(written(tmp_path / "s"))) as store, pytest.raises(KeyError):
        store.page("kokoelma/a.txt", 2)


def test_a_document_is_taken_over_with_all_that_was_made_of_it(tmp_path: Path) -> None:
    old = written(tmp_path / "old")
    writer = StoreWriter(tmp_path / "new", old)
    writer.add_document(sample.document("kokoelma/0.txt"), [sample.chunk("kokoelma/0.txt")], [], [])
    writer.copy_document("kokoelma/a.txt")
    writer.close()
    with contextlib.closing(Store(tmp_path / "new")) as store:
        assert [chunk.document_id for chunk in store.chunks()] == ["kokoelma/0.txt", "kokoelma/a.txt"]
        assert store.page("kokoelma/a.txt", 1) == sample.document().pages[0]
        assert store.counts() == Counts(documents=2, pages=2, chunks=2, tables=1, figures=2, findings=1)


def test_an_amended_table_is_read_so_but_taken_over_as_recovered(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "old")
    loose = sample.figure(9, table_id=None)
    writer.add_document(sample.document(), [], [sample.table()], [loose])
    assert list(writer.all_figures()) == [*sample.table().figures, loose]
    writer.amend_tables(lambda table: replace(table, title="Muutettu"))
    writer.close()
    with contextlib.closing(Store(tmp_path / "old")) as store:
        assert [table.title for table in store.tables().values()] == ["Muutettu"]
    writer = StoreWriter(tmp_path / "new", tmp_path / "old")
    writer.copy_document("kokoelma/a.txt")
    writer.amend_tables(lambda table: table)
    writer.close()
    with contextlib.closing(Store(tmp_path / "new")) as store:
        assert list(store.tables().values()) == [sample.table()]


def test_no_store_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "s").write_bytes(b"no database, but long enough to be looked at")
    with pytest.raises(BrokenIndexError, match="run ingest again"):
        Store(tmp_path / "s")
    with pytest.raises(BrokenIndexError, match="run ingest again"):
        Store(tmp_path / "missing")


def test_figures_load_quickly(tmp_path: Path) -> None:
    writer = StoreWriter(tmp_path / "s")
    tables = [replace(sample.table(figures=1000), id=f"t{number}") for number in range(20)]
    writer.add_document(sample.document(), [], tables, [])
    writer.close()
    with contextlib.closing(Store(tmp_path / "s")) as store:
        started = time.process_time()
        loaded = store.tables()
        seconds = time.process_time() - started
    assert sum(len(table.figures) for table in loaded.values()) == 20_000
    assert seconds < 1.6, "four times what it takes on a machine with nothing else to do"
