"""From a plan to a new generation that is in use: reads files, cuts, embeds, indexes, writes. Knows no command line.

Files are read in processes of their own, a few ahead of what is written; documents are written in the order of their
ids, so that the same files give the same generation whatever was taken over.
"""

import contextlib
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from index import folder
from index.cache import cached_records
from index.encoder import Encoder, load_encoder
from index.errors import LahdeIndexError
from index.hybrid import LATE
from index.keyword import build_keyword
from index.late import LAYOUT, build_late, passage_records, split_records
from index.plan import Plan, Task
from index.settings import IndexSettings
from index.store import Counts, Source, Store, StoreWriter
from index.vectors import build_vectors
from ingest.chunk import Chunk
from ingest.chunking import chunk_document
from ingest.errors import Inaccessible
from ingest.files import printable
from ingest.limits import Limits
from ingest.manifest import read_manifest
from ingest.read import Outcome, Taken, read_files
from ingest.tables.elsewhere import stated_with_units, with_unit_from

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Built:
    """What an ingest did; times in seconds; `skipped` are paths with reasons, `notes` remarks for the user."""

    name: str
    counts: Counts
    read: int
    taken_over: int
    removed: int
    pages_read: int
    embedded: int
    read_seconds: float
    embed_seconds: float
    skipped: tuple[tuple[str, str], ...]
    notes: tuple[str, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Indexed:
    """Which encoder the vectors are of, how many were made just now, and in how many seconds."""

    encoder: str
    precision: str
    embedded: int
    seconds: float


class _TimedEncoder:
    """The encoder of these settings, loaded when first needed; `seconds` says how long that took."""

    def __init__(self, settings: IndexSettings, load: Callable[[IndexSettings], Encoder]) -> None:
        self._settings = settings
        self._load = load
        self.loaded: Encoder | None = None
        self.seconds = 0.0

    def get(self) -> Encoder:
        if self.loaded is None:
            started = time.monotonic()
            self.loaded = self._load(self._settings)
            self.seconds = time.monotonic() - started
        return self.loaded


def build(  # noqa: PLR0913  # a composition root's parts, each used once
    directory: Path,
    plan: Plan,
    settings: IndexSettings,
    formats: tuple[str, str],
    *,
    say: Say,
    load: Callable[[IndexSettings], Encoder] = load_encoder,
    limits: Limits | None = None,
) -> Built:
    """Write the generation that `plan` describes and make it the one in use; the caller holds `folder.writing`.

    Args:
        directory: the index folder.
        plan: made from the generation in use.
        settings: as given for this ingest.
        formats: what `index.format.formats` says.
        say: told one line of progress at a time.
        load: gives the encoder, when it is first needed: taking over and removing files needs none.
        limits: of reading each file.

    Raises:
        BrokenIndexError: what was written cannot be read back.
    """
    started = time.monotonic()
    partial = folder.begin(directory)
    current = folder.current_name(directory)
    previous = folder.generation_folder(directory, current) if current else None
    encoder = _TimedEncoder(settings, load)
    writer = StoreWriter(partial / folder.STORE, previous / folder.STORE if previous else None)
    for root in plan.roots:
        writer.add_root(root)
    notes = list(plan.notes)
    skipped = [(error.path, error.reason) for error in plan.rejected]
    pages = done = 0
    fresh = [task for task in plan.tasks if task.known is None]
    outcomes = _outcomes(fresh, notes, limits)
    for task in plan.tasks:
        source = task.known
        if source is None:
            outcome = next(outcomes)
            source = _write(writer, task, outcome, directory / "files", encoder, settings)
            if source.document_id is not None and isinstance(outcome, Taken):
                pages += len(outcome.document.pages)
                notes += [f"{outcome.document.id}: {note}" for note in outcome.document.notes]
            done += 1
            say(f"read {done} of {len(fresh)} files, {pages} pages: {task.file.id}")
        elif source.document_id is not None:
            writer.copy_document(source.document_id)
        writer.add_source(source)
        if source.reason is not None:
            skipped.append((task.file.id, source.reason))
    stated = stated_with_units(writer.all_figures())
    writer.amend_tables(lambda table: with_unit_from(table, stated))
    writer.close()
    read_seconds = time.monotonic() - started - encoder.seconds
    with contextlib.closing(Store(partial / folder.STORE)) as store:
        chunks, counts = store.chunks(), store.counts()
    before = folder.read_manifest(previous) if previous else None
    words = previous / folder.KEYWORD if previous and before and before.index_format == formats[1] else None
    made = _index(partial, chunks, directory / "cache", encoder, before, words, say)
    name = folder.publish(
        directory,
        partial,
        folder.GenerationManifest(
            parse_format=formats[0],
            index_format=formats[1],
            settings=settings.asked(),
            encoder=made.encoder,
            precision=made.precision,
            counts=asdict(counts),
            files={},
        ),
    )
    _drop_originals(directory)
    return Built(
        name=name,
        counts=counts,
        read=done,
        taken_over=len(plan.tasks) - done,
        removed=len(plan.removed),
        pages_read=pages,
        embedded=made.embedded,
        read_seconds=read_seconds,
        embed_seconds=made.seconds,
        skipped=tuple(skipped),
        notes=tuple(notes),
    )


def _outcomes(tasks: Sequence[Task], notes: list[str], limits: Limits | None) -> Iterator[Outcome]:
    """Return what the tasks' files give, in their order, read a few ahead."""
    manifests = {base: read_manifest(base) for base in {task.file.root for task in tasks}}
    for base, manifest in manifests.items():
        notes += [f"{base}: {error}" for error in manifest.errors]
    return read_files([task.file for task in tasks], manifests, limits)


def _write(  # noqa: PLR0913, PLR0917  # all that a document passes through, used once
    writer: StoreWriter, task: Task, outcome: Outcome, files: Path, encoder: _TimedEncoder, settings: IndexSettings
) -> Source:
    """Write what was read and return the file's record."""
    document_id, reason, version = None, None, ""
    if isinstance(outcome, Taken):
        document, recovered = outcome.document, outcome.recovered
        version = document.version
        try:
            if _keep_original(task.file.path, files) == version:
                chunks = chunk_document(document, encoder.get().count_tokens, settings.chunk_tokens)
                writer.add_document(document, chunks, recovered.tables, recovered.figures)
                document_id = document.id
            else:
                reason, version = "it changed while it was read; run ingest again", ""
        except OSError as exc:
            reason, version = f"it cannot be kept: {exc.strerror or exc}", ""
        except (LahdeIndexError, sqlite3.Error):
            raise  # the encoder or the index folder fails, not this file
        except Exception as exc:  # noqa: BLE001  # one file must never stop the others, whatever is wrong with it
            reason = f"it cannot be taken in ({type(exc).__name__}: {exc}); please report this"
    else:
        reason = outcome.reason
        if not isinstance(outcome, Inaccessible):
            with contextlib.suppress(OSError):
                version = folder.sha256_of(task.file.path)
    path = printable(str(task.file.path))
    return Source(path, task.root.path, task.size, task.modified, version, document_id, reason)


def _index(  # noqa: PLR0913, PLR0917  # all that indexes are made of, used once
    partial: Path,
    chunks: Sequence[Chunk],
    cache: Path,
    encoder: _TimedEncoder,
    before: folder.GenerationManifest | None,
    words: Path | None,
    say: Say,
) -> _Indexed:
    """Write the vector, token and keyword indexes; the encoder is loaded only where a vector is missing from the cache.

    `before` is the manifest of the generation in use, `words` its keyword index, whose word analyses are taken over.
    """
    started, loading = time.monotonic(), encoder.seconds
    if not chunks:
        return _Indexed("", "", 0, 0.0)
    if encoder.loaded is None and before is not None and before.encoder:
        name, precision = before.encoder, before.precision
    else:
        name, precision = encoder.get().name, encoder.get().precision
    records, embedded = cached_records(
        [chunk.passage for chunk in chunks],
        lambda passages: passage_records(encoder.get(), passages),
        cache,
        f"{name} {precision} {LAYOUT}",
        lambda done, todo: say(f"embedded {done} of {todo} passages"),
    )
    seconds = time.monotonic() - started - (encoder.seconds - loading)
    vectors, codes = split_records(records)
    build_late(codes, partial / LATE)
    build_vectors(vectors, [chunk.id for chunk in chunks], partial / folder.VECTORS)
    build_keyword(
        [chunk.passage for chunk in chunks], partial / folder.KEYWORD, words if words and words.exists() else None
    )
    return _Indexed(name, precision, embedded, seconds)


def _keep_original(path: Path, files: Path) -> str:
    """Copy a file's bytes into the index folder under their sha256, which is returned."""
    files.mkdir(exist_ok=True)
    digest = folder.sha256_of(path)
    kept = files / digest
    if kept.exists():
        return digest
    beside = files / f"{digest}{folder.PARTIAL}"
    shutil.copyfile(path, beside)
    folder.sync(beside)
    if folder.sha256_of(beside) != digest:
        beside.unlink()
        message = "changed while it was read"
        raise OSError(message)
    beside.rename(kept)
    return digest


def _drop_originals(directory: Path) -> None:
    """Delete originals that no generation on disk holds."""
    held: set[str] = set()
    for generation in folder.kept_generations(directory):
        with contextlib.closing(Store(generation / folder.STORE)) as store:
            held |= {source.sha256 for source in store.sources() if source.document_id is not None}
    for file in (directory / "files").glob("*"):
        if file.name not in held:
            file.unlink()
    if (directory / "files").exists():
        folder.sync(directory / "files")
