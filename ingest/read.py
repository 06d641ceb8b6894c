"""Files into documents: each read in isolation, named by its collection, with what its manifest says and its tables.

A file that cannot be read comes back as an `UnreadableFile` in its place; the others go on.
"""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from ingest.about import about_file, described
from ingest.document import Document
from ingest.errors import UnreadableFile
from ingest.files import SourceFile, find_files, printable
from ingest.isolation import Worker
from ingest.limits import Limits
from ingest.manifest import Manifest, read_manifest
from ingest.table import Recovered


@dataclass(frozen=True, slots=True)
class Taken:
    """A document with its tables and figures."""

    document: Document
    recovered: Recovered


Outcome = Taken | UnreadableFile


def read_document(
    path: Path, root: Path, collection: str, manifest: Manifest | None = None, limits: Limits | None = None
) -> Document:
    """Return the document of one file, and leave its tables alone.

    Raises:
        UnreadableFile: the file gives none; its path is the id that the document would have.
    """
    file = SourceFile(path, root, collection, printable(path.relative_to(root).as_posix()))
    with Worker(limits or Limits()) as worker:
        version, read = worker.read(file.path, file.id)
    return described(about_file(file, (manifest or Manifest()).entries.get(file.relative)), version, read)


def read_documents(roots: Iterable[Path], limits: Limits | None = None, jobs: int | None = None) -> Iterator[Outcome]:
    """Yield the documents of files and folders, and what cannot be read, first what cannot even be opened."""
    files, rejected = find_files(roots)
    yield from rejected
    manifests = {folder: read_manifest(folder) for folder in {file.root for file in files}}
    yield from read_files(files, manifests, limits, jobs)


def read_files(
    files: Iterable[SourceFile],
    manifests: Mapping[Path, Manifest] | None = None,
    limits: Limits | None = None,
    jobs: int | None = None,
) -> Iterator[Outcome]:
    """Yield for each file, in the order given, its document with its tables, or why it gives none.

    Args:
        files: as `ingest.files.find_files` gives them.
        manifests: by root folder.
        limits: of each file.
        jobs: how many processes read at once; by default one a core, four at most.
    """
    count = jobs or min(4, cores())
    known = manifests or {}
    idle: SimpleQueue[Worker] = SimpleQueue()

    def read(file: SourceFile) -> Outcome:
        worker = idle.get()
        try:
            entries = known.get(file.root, Manifest()).entries
            return Taken(*worker.take(file.path, about_file(file, entries.get(file.relative))))
        except UnreadableFile as exc:
            return exc
        finally:
            idle.put(worker)

    with ExitStack() as stack:
        for _ in range(count):
            idle.put(stack.enter_context(Worker(limits or Limits())))
        executor = stack.enter_context(ThreadPoolExecutor(count))
        pending: deque[Future[Outcome]] = deque()
        try:
            for file in files:
                pending.append(executor.submit(read, file))
                while len(pending) > 2 * count or (pending and pending[0].done()):
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            executor.shutdown(wait=False, cancel_futures=True)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
