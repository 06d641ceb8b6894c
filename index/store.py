"""Documents, pages, chunks, tables and figures in one SQLite file. Knows nothing of search or of generations.

A store is written once, by `StoreWriter`, and then only read, by `Store`. Values are JSON (`ingest.serial`) and arrays
of integers, deflated where they are long. Pages are read when asked for; word boxes are kept to a hundredth of a point.
"""

import gc
import json
import sqlite3
import sys
import threading
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, replace
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote

from index.errors import BrokenIndexError
from ingest.chunk import Chunk
from ingest.document import Document, Page, WordBox
from ingest.serial import from_data, to_data
from ingest.table import Figure, Table

_TABLES = """
CREATE TABLE root (path TEXT PRIMARY KEY, base TEXT NOT NULL, collection TEXT NOT NULL, manifest TEXT NOT NULL);
CREATE TABLE source (path TEXT PRIMARY KEY, root TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
                     sha256 TEXT NOT NULL, document_id TEXT, reason TEXT);
CREATE TABLE document (id TEXT PRIMARY KEY, version TEXT NOT NULL, pages INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE page (document_id TEXT NOT NULL, number INTEGER NOT NULL, data BLOB NOT NULL, offsets BLOB NOT NULL,
                   words BLOB NOT NULL, PRIMARY KEY (document_id, number));
CREATE TABLE chunk (position INTEGER PRIMARY KEY, document_id TEXT NOT NULL, data TEXT NOT NULL);
CREATE TABLE grid (position INTEGER PRIMARY KEY, document_id TEXT NOT NULL, figures INTEGER NOT NULL,
                   findings INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE amended (position INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE figure (position INTEGER PRIMARY KEY, document_id TEXT NOT NULL, data TEXT NOT NULL);
"""
# Rows that belong to a document, and the columns that a copy takes over (positions are given anew).
_OWNED = (
    ("document", "id", "id, version, pages, data"),
    ("page", "document_id", "document_id, number, data, offsets, words"),
    ("chunk", "document_id", "document_id, data"),
    ("grid", "document_id", "document_id, figures, findings, data"),
    ("figure", "document_id", "document_id, data"),
)
T = TypeVar("T", Chunk, Table, Figure)
_BOX_UNIT = 100  # word boxes are kept as whole hundredths of a point


@dataclass(frozen=True, slots=True)
class Root:
    """A folder or file that was given to ingest.

    `base` is the folder that its documents' paths are relative to. `manifest` is the sha256 of the manifest there,
    empty where there is none.
    """

    path: str
    base: str
    collection: str
    manifest: str


@dataclass(frozen=True, slots=True)
class Source:
    """A file below a root as last seen; `modified` is in nanoseconds; a skipped file has a `reason` and no document."""

    path: str
    root: str
    size: int
    modified: int
    sha256: str
    document_id: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a store holds; `figures` counts those of tables and of running text."""

    documents: int
    pages: int
    chunks: int
    tables: int
    figures: int
    findings: int


class StoreWriter:
    """Writes a new store, document by document, taking unchanged ones over from an older store.

    Nothing is durable before `close`; the caller syncs the file.
    """

    __slots__ = ("_connection",)

    def __init__(self, path: Path, previous: Path | None = None) -> None:
        self._connection = sqlite3.connect(
            f"file:{_quoted(path)}", uri=True, isolation_level=None, check_same_thread=False
        )
        # Killed writes leave a file that no generation names, so a journal would only cost time.
        self._connection.execute("PRAGMA journal_mode = OFF")
        self._connection.execute("PRAGMA synchronous = OFF")
        self._connection.executescript(_TABLES)
        if previous is not None:
            self._connection.execute("ATTACH ? AS previous", (f"file:{_quoted(previous)}?mode=ro",))
        self._connection.execute("BEGIN")

    def add_root(self, root: Root) -> None:
        """Add a root."""
        self._connection.execute("INSERT INTO root VALUES (?, ?, ?, ?)", astuple(root))

    def add_source(self, source: Source) -> None:
        """Add a file as seen, read or skipped."""
        self._connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?, ?, ?)", astuple(source))

    def add_document(
        self, document: Document, chunks: Sequence[Chunk], tables: Sequence[Table], figures: Sequence[Figure]
    ) -> None:
        """Add a document with all that was made of it; `figures` are those of its running text."""
        run, many = self._connection.execute, self._connection.executemany
        run(
            "INSERT INTO document VALUES (?, ?, ?, ?)",
            (document.id, document.version, len(document.pages), _json(replace(document, pages=()))),
        )
        many("INSERT INTO page VALUES (?, ?, ?, ?, ?)", (_page_row(document.id, page) for page in document.pages))
        many("INSERT INTO chunk VALUES (NULL, ?, ?)", ((document.id, _json(chunk)) for chunk in chunks))
        many(
            "INSERT INTO grid VALUES (NULL, ?, ?, ?, ?)",
            ((document.id, len(table.figures), len(table.findings), _json(table)) for table in tables),
        )
        many("INSERT INTO figure VALUES (NULL, ?, ?)", ((document.id, _json(figure)) for figure in figures))

    def copy_document(self, document_id: str) -> None:
        """Take over a document with all that was made of it from the previous store."""
        for table, key, columns in _OWNED:
            self._connection.execute(
                f"INSERT INTO {table} ({columns}) SELECT {columns} FROM previous.{table} WHERE {key} = ?",  # noqa: S608
                (document_id,),
            )

    def all_figures(self) -> Iterator[Figure]:
        """Yield the figures of all tables as recovered, then those of all running text."""
        for (data,) in self._connection.execute("SELECT data FROM grid ORDER BY position"):
            yield from from_data(Table, json.loads(data)).figures
        for (data,) in self._connection.execute("SELECT data FROM figure ORDER BY position"):
            yield from_data(Figure, json.loads(data))

    def amend_tables(self, change: Callable[[Table], Table]) -> None:
        """Have each table read as `change` gives it, for what the other documents say of it.

        A later store takes over the table as it was recovered, since those documents may be others by then.
        """
        amended = []
        for position, data in self._connection.execute("SELECT position, data FROM grid ORDER BY position"):
            table = from_data(Table, json.loads(data))
            changed = change(table)
            if changed is not table:
                amended.append((position, _json(changed)))
        self._connection.executemany("INSERT INTO amended VALUES (?, ?)", amended)

    def close(self) -> None:
        """Finish the file."""
        self._connection.execute("COMMIT")
        for table in ("chunk", "grid", "figure"):
            self._connection.execute(f"CREATE INDEX {table}_document ON {table} (document_id)")
        self._connection.close()


class Store:
    """Reads a store; safe to share between threads. Positions of chunks count from 0 in the order of `chunks`."""

    __slots__ = ("_connection", "_lock")

    def __init__(self, path: Path) -> None:
        try:
            self._connection = sqlite3.connect(
                f"file:{_quoted(path)}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            self._connection.execute("SELECT count(*) FROM root").fetchone()
        except sqlite3.Error as exc:
            message = f"{path} is not a readable store ({exc}); run ingest again into an empty folder"
            raise BrokenIndexError(message) from exc
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._connection.close()

    def roots(self) -> tuple[Root, ...]:
        """Return the roots in the order of their paths."""
        return tuple(
            Root(*row) for row in self._rows("SELECT path, base, collection, manifest FROM root ORDER BY path")
        )

    def sources(self) -> tuple[Source, ...]:
        """Return all files as last seen, in the order of their paths."""
        columns = "path, root, size, modified, sha256, document_id, reason"
        return tuple(Source(*row) for row in self._rows(f"SELECT {columns} FROM source ORDER BY path"))  # noqa: S608

    def documents(self) -> dict[str, Document]:
        """Return the documents by id, without their pages, in the order of their ids."""
        rows = self._rows("SELECT id, data FROM document ORDER BY id")
        return {key: from_data(Document, json.loads(data)) for key, data in rows}

    def page_counts(self) -> dict[str, int]:
        """Return how many pages each document has."""
        return dict(self._rows("SELECT id, pages FROM document"))

    def page(self, document_id: str, number: int) -> Page:
        """Return page `number` (from 1).

        Raises:
            KeyError: there is no such page.
        """
        rows = self._rows(
            "SELECT data, offsets, words FROM page WHERE document_id = ? AND number = ?", document_id, number
        )
        if not rows:
            raise KeyError((document_id, number))
        return _page_of(*rows[0])

    def chunks(self) -> tuple[Chunk, ...]:
        """Return all chunks by position."""
        return tuple(self._read(Chunk, "SELECT data FROM chunk ORDER BY position"))

    def tables(self) -> dict[str, Table]:
        """Return all tables with their figures, by id."""
        query = (
            "SELECT coalesce(amended.data, grid.data) FROM grid LEFT JOIN amended USING (position) ORDER BY position"
        )
        return {table.id: table for table in self._read(Table, query)}

    def figures(self) -> tuple[Figure, ...]:
        """Return the figures of running text; those of tables stand in `tables`."""
        return tuple(self._read(Figure, "SELECT data FROM figure ORDER BY position"))

    def counts(self) -> Counts:
        """Return how much the store holds."""
        ((documents, pages),) = self._rows("SELECT count(*), coalesce(sum(pages), 0) FROM document")
        ((chunks,),) = self._rows("SELECT count(*) FROM chunk")
        ((tables, placed, findings),) = self._rows(
            "SELECT count(*), coalesce(sum(figures), 0), coalesce(sum(findings), 0) FROM grid"
        )
        ((loose,),) = self._rows("SELECT count(*) FROM figure")
        return Counts(documents, pages, chunks, tables, placed + loose, findings)

    def _rows(self, query: str, *values: str | int) -> list[tuple]:  # type: ignore[type-arg]  # columns vary
        try:
            with self._lock:
                return self._connection.execute(query, values).fetchall()
        except sqlite3.OperationalError as exc:
            message = f"the store is damaged or of another version ({exc}); run ingest again"
            raise BrokenIndexError(message) from exc

    def _read(self, kind: type[T], query: str) -> list[T]:
        rows = self._rows(query)
        # Millions of new objects and none to free: the collector would only walk them over and over.
        collecting = gc.isenabled()
        gc.disable()
        try:
            return [from_data(kind, json.loads(data)) for (data,) in rows]
        except ValueError as exc:
            message = f"the store holds a {kind.__name__} of another version ({exc}); run ingest again"
            raise BrokenIndexError(message) from exc
        finally:
            if collecting:
                gc.enable()


def _quoted(path: Path) -> str:
    return quote(str(path.absolute()))


def _json(value: Document | Chunk | Table | Figure) -> str:
    return json.dumps(to_data(value), separators=(",", ":"))


def _page_row(document_id: str, page: Page) -> tuple[str, int, bytes, bytes, bytes]:
    bare = replace(page, offsets=(), words=())
    words = [
        number
        for word in page.words
        for number in (
            word.start,
            word.end,
            *(round(_BOX_UNIT * edge) for edge in (word.x0, word.y0, word.x1, word.y1)),
        )
    ]
    data = zlib.compress(json.dumps(to_data(bare), separators=(",", ":")).encode(), 3)
    return document_id, page.number, data, _packed(page.offsets), _packed(words)


def _page_of(data: bytes, offsets: bytes, words: bytes) -> Page:
    page = from_data(Page, json.loads(zlib.decompress(data)))
    numbers = _unpacked(words)
    boxes = tuple(
        WordBox(start, end, x0 / _BOX_UNIT, y0 / _BOX_UNIT, x1 / _BOX_UNIT, y1 / _BOX_UNIT)
        for start, end, x0, y0, x1, y1 in zip(*(numbers[part::6] for part in range(6)), strict=True)
    )
    return replace(page, offsets=tuple(_unpacked(offsets)), words=boxes)


def _packed(numbers: Iterable[int]) -> bytes:
    """Return 32-bit little-endian integers, deflated."""
    values = array("i", numbers)
    if sys.byteorder == "big":
        values.byteswap()
    return zlib.compress(values.tobytes(), 3)


def _unpacked(data: bytes) -> list[int]:
    values = array("i", zlib.decompress(data))
    if sys.byteorder == "big":
        values.byteswap()
    return values.tolist()
