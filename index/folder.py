"""The index folder: which generation is in use, how a new one becomes it, and what may go. Knows nothing of contents.

A generation is built in `generations/NAME.partial`, synced to the disk, checked and renamed; then CURRENT is replaced
by one rename. A process killed at any moment therefore leaves the old generation or the new one. Readers hold a shared
lock on the manifest of the generation that they opened, and what is locked is never deleted. One writer at a time.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from index.errors import BrokenIndexError, LockedIndexError, NoIndexError

MANIFEST = "manifest.json"
STORE = "store.sqlite"
VECTORS = "vectors.faiss"
KEYWORD = "keyword"
PARTIAL = ".partial"


@dataclass(frozen=True, slots=True)
class GenerationManifest:
    """What a generation was made with and what it holds.

    `parse_format` and `index_format` change when the code that makes documents and indexes does. `settings` are those
    asked for, `encoder` and `precision` what was loaded (empty where there was nothing to embed). `files` maps each
    file's path in the generation to its size in bytes and sha256. `counts` are as in `index.store.Counts`.
    """

    parse_format: str
    index_format: str
    settings: dict[str, str | int]
    encoder: str
    precision: str
    counts: dict[str, int]
    files: dict[str, tuple[int, str]]


@contextlib.contextmanager
def writing(directory: Path) -> Iterator[None]:
    """Hold the folder for one writer; makes it where it is missing.

    Raises:
        LockedIndexError: another process writes to it.
    """
    directory.mkdir(parents=True, exist_ok=True)
    with (directory / "LOCK").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as exc:
            message = f"another ingest is writing to {directory}; wait until it has ended and run this again"
            raise LockedIndexError(message) from exc
        yield


def current_name(directory: Path) -> str | None:
    """Return the name of the generation in use, None where there is none."""
    try:
        name = (directory / "CURRENT").read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as exc:
        message = f"{directory / 'CURRENT'} cannot be read ({exc}); run ingest again into an empty folder"
        raise BrokenIndexError(message) from exc
    if not name.isalnum():
        message = f"{directory / 'CURRENT'} names no generation; run ingest again into an empty folder"
        raise BrokenIndexError(message)
    return name


def generation_folder(directory: Path, name: str) -> Path:
    """Return the folder of a generation."""
    return directory / "generations" / name


def hold_current(directory: Path) -> tuple[str, int]:
    """Return the generation in use and an open file descriptor that keeps it from being deleted.

    Raises:
        NoIndexError: the folder holds no index.
        BrokenIndexError: the generation in use has no manifest.
    """
    for _ in range(10):
        name = current_name(directory)
        if name is None:
            message = f"{directory} holds no index; make one with python -m ingest PATH... --index {directory}"
            raise NoIndexError(message)
        with contextlib.suppress(FileNotFoundError):
            held = os.open(generation_folder(directory, name) / MANIFEST, os.O_RDONLY)
            fcntl.flock(held, fcntl.LOCK_SH)
            # Between reading CURRENT and locking, two ingests may have passed and deleted what we hold.
            if (generation_folder(directory, name) / MANIFEST).exists():
                return name, held
            os.close(held)
    message = f"generation {name} in {directory} has no {MANIFEST}; run ingest again into an empty folder"
    raise BrokenIndexError(message)


def begin(directory: Path) -> Path:
    """Return an empty folder for a new generation, after clearing away what killed writers left."""
    generations = directory / "generations"
    generations.mkdir(exist_ok=True)
    current = current_name(directory)
    number = 1
    for folder in generations.iterdir():
        if folder.name.endswith(PARTIAL):
            shutil.rmtree(folder)
        elif folder.name.isdecimal():
            number = max(number, int(folder.name) + 1)
    if current is not None and current.isdecimal():
        number = max(number, int(current) + 1)
    partial = generations / f"{number:08}{PARTIAL}"
    partial.mkdir()
    return partial


def publish(directory: Path, partial: Path, described: GenerationManifest) -> str:
    """Make the generation in `partial` the current one and return its name; `described.files` is filled in here.

    Raises:
        BrokenIndexError: the files read back are not those written.
    """
    files = {
        path.relative_to(partial).as_posix(): (path.stat().st_size, sha256_of(path))
        for path in sorted(partial.rglob("*"))
        if path.is_file()
    }
    manifest = asdict(described) | {"files": files}
    (partial / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
    for path in sorted(partial.rglob("*")):
        sync(path)
    sync(partial)
    verify(partial, read_manifest(partial))
    name = partial.name.removesuffix(PARTIAL)
    partial.rename(partial.with_name(name))
    sync(directory / "generations")
    replaced = current_name(directory)
    replace_file(directory / "CURRENT", f"{name}\n".encode("ascii"))
    _prune(directory, {name, replaced})
    return name


def read_manifest(folder: Path) -> GenerationManifest:
    """Return the manifest of the generation in `folder`.

    Raises:
        BrokenIndexError: it is missing or not a manifest.
    """
    try:
        data = json.loads((folder / MANIFEST).read_bytes())
        files = {str(path): (int(size), str(digest)) for path, (size, digest) in data["files"].items()}
        return GenerationManifest(**(data | {"files": files}))
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as exc:
        message = f"{folder / MANIFEST} is not a generation's manifest ({exc}); run ingest again into an empty folder"
        raise BrokenIndexError(message) from exc


def verify(folder: Path, manifest: GenerationManifest, limit: int | None = None) -> None:
    """Check the generation's files against its manifest: every size, and the sha256 of up to `limit` bytes in all.

    Raises:
        BrokenIndexError: a file is missing, or is not the one that was written.
    """
    left = limit
    for path, (size, digest) in sorted(manifest.files.items(), key=lambda item: item[1][0]):
        file = folder / path
        try:
            sound = file.stat().st_size == size
            if sound and (left is None or size <= left):
                left = None if left is None else left - size
                sound = sha256_of(file) == digest
        except OSError:
            sound = False
        if not sound:
            message = f"{file} is missing or damaged; delete {folder.parent.parent} and run ingest again"
            raise BrokenIndexError(message)


def kept_generations(directory: Path) -> tuple[Path, ...]:
    """Return the folders of all whole generations, oldest first."""
    generations = directory / "generations"
    if not generations.is_dir():
        return ()
    return tuple(sorted(folder for folder in generations.iterdir() if folder.name.isdecimal()))


def sha256_of(path: Path) -> str:
    """Return the sha256 of a file's bytes in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync(path: Path) -> None:
    """Have a file's or folder's contents reach the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def replace_file(path: Path, data: bytes) -> None:
    """Write a file so that it holds its old or its new bytes at any moment, after a power cut too."""
    beside = path.with_name(path.name + PARTIAL)
    beside.write_bytes(data)
    sync(beside)
    beside.replace(path)
    sync(path.parent)


def _prune(directory: Path, keep: set[str | None]) -> None:
    """Delete generations that are not to be kept and that no reader holds."""
    for folder in kept_generations(directory):
        if folder.name in keep:
            continue
        with contextlib.suppress(OSError), (folder / MANIFEST).open() as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # The rename makes it whole or gone for readers; what a kill leaves, the next writer clears away.
            doomed = folder.rename(folder.with_name(folder.name + PARTIAL))
            shutil.rmtree(doomed)
