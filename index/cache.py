"""What an encoder made of each exact input, so that nothing is embedded twice. Knows nothing of generations.

One SQLite file an encoder and precision, shared by all generations of an index folder; its own journal keeps it whole
when the process is killed. A file damaged all the same is begun anew, since all in it can be made again.
"""

import contextlib
import hashlib
import re
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

Embed = Callable[[list[str]], list[bytes]]
Progress = Callable[[int, int], None]

_BATCH = 64  # passages embedded between two saves: about a second's work
_ASK = 500  # values of one query, below SQLite's oldest limit of 999


def cached_records(
    passages: Sequence[str], embed: Embed, folder: Path, key: str, progress: Progress | None = None
) -> tuple[list[bytes], int]:
    """Return the passages' records in their order, and how many were embedded just now.

    Args:
        passages: exact inputs of `embed`.
        embed: passages → one record each, such as `index.late.passage_records` makes.
        folder: where the cache lies; made where missing.
        key: names encoder, precision and the records' layout; another key shares nothing.
        progress: told passages done and passages to do, of those that the cache lacks.
    """
    digests = [hashlib.sha256(passage.encode("utf-8", "surrogatepass")).digest() for passage in passages]
    with _opened(folder, key) as connection:
        found = _known(connection, set(digests))
        missing = {digest: passage for digest, passage in zip(digests, passages, strict=True) if digest not in found}
        # Alike lengths together waste no padding.
        todo = sorted(missing.items(), key=lambda item: len(item[1]))
        for start in range(0, len(todo), _BATCH):
            batch = todo[start : start + _BATCH]
            records = embed([passage for _, passage in batch])
            rows = [(digest, record) for (digest, _), record in zip(batch, records, strict=True)]
            with connection:
                connection.executemany("INSERT OR REPLACE INTO embedding VALUES (?, ?)", rows)
            found.update(rows)
            if progress is not None:
                progress(start + len(batch), len(todo))
    return [found[digest] for digest in digests], len(todo)


@contextlib.contextmanager
def _opened(folder: Path, key: str) -> Iterator[sqlite3.Connection]:
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9.-]+", "_", key)[-80:] + "-" + hashlib.sha256(key.encode()).hexdigest()[:8]
    path = folder / f"{name}.sqlite"
    connection = _connect(path)
    try:
        intact = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        intact = False
    if not intact:
        connection.close()
        for part in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            part.unlink(missing_ok=True)
        connection = _connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("CREATE TABLE IF NOT EXISTS embedding (input BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID")
        yield connection
    finally:
        connection.close()


def _connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=60)


def _known(connection: sqlite3.Connection, digests: set[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    wanted = list(digests)
    for start in range(0, len(wanted), _ASK):
        part = wanted[start : start + _ASK]
        marks = ",".join("?" * len(part))
        found.update(connection.execute(f"SELECT input, vector FROM embedding WHERE input IN ({marks})", part))  # noqa: S608
    return found
