"""What an ingest has to do: which files to read, which to take over, which roots remain. Knows nothing of formats.

A file is unchanged where its path, size and time of change are, or else its sha256. The given roots replace what they
held before and other roots stay; a given path inside a known root replaces that part of it, and a given root takes in
the known roots below it, so that no file is ever held twice.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from index.errors import CollectionError
from index.folder import sha256_of
from index.store import Root, Source
from ingest.errors import Inaccessible, UnreadableFile
from ingest.files import SourceFile, find_files, folder_of, name_roots, printable
from ingest.manifest import NAME as MANIFEST


@dataclass(frozen=True, slots=True)
class Task:
    """A file of the coming generation: `known` is what to take over, None where it must be read.

    `size` is in bytes, `modified` in nanoseconds.
    """

    root: Root
    file: SourceFile
    size: int
    modified: int
    known: Source | None


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of the coming generation in the order of their ids, and what of the old one it leaves out.

    `rejected` cannot even be opened.
    """

    roots: tuple[Root, ...]
    tasks: tuple[Task, ...]
    removed: tuple[Source, ...]
    rejected: tuple[UnreadableFile, ...]
    notes: tuple[str, ...]

    @property
    def changes(self) -> bool:
        """Whether the coming generation differs from the one that was planned from."""
        return bool(self.removed) or any(task.known is None for task in self.tasks)


def plan_ingest(  # noqa: PLR0913  # what is known and what is asked, each named
    given: Sequence[Path],
    roots: Iterable[Root] = (),
    sources: Iterable[Source] = (),
    *,
    collection: str | None = None,
    anew: bool = False,
    apart: Path | None = None,
) -> Plan:
    """Return what to do to hold `given`, over the known roots and sources.

    Args:
        given: files or folders; a known root that is gone from the disk is forgotten.
        roots: roots of the generation in use.
        sources: files of the generation in use.
        collection: name for the one given root, instead of its folder's.
        anew: take nothing over, because what was made of the files would come out otherwise now.
        apart: a folder to leave out: the index's own, where it lies in one of `given`.

    Raises:
        Inaccessible: a given path does not exist and is no known root.
        CollectionError: `collection` cannot be used.
    """
    before = {root.path: root for root in roots}
    known = {source.path: source for source in sources}
    notes: list[str] = []
    held, scopes = _scopes(given, before, collection, notes)
    if anew:
        scopes += _elsewhere(held, {path for path, _ in scopes}, notes)
    digests = {root.path: _manifest_digest(root) for _, root in scopes}
    whole = {printable(str(path)) for path, _ in scopes}
    # A root that was seen in part keeps the digest of its old manifest, for the rest of it was read with that.
    current = {path: replace(root, manifest=digests[path]) if path in whole else root for path, root in held.items()}
    rejected: list[UnreadableFile] = []
    tasks: dict[str, Task] = {}
    for path, root in scopes:
        fresh = anew or digests[root.path] != root.manifest
        for task in _scan(path, current[root.path], {} if fresh else known, rejected):
            if apart is None or not _inside(task.file.path, apart.resolve()):
                tasks[task.file.id] = task
    seen = {printable(str(task.file.path)) for task in tasks.values()}
    for source in known.values():
        if source.path not in seen and source.root in current:
            path = Path(source.path)
            if not any(_inside(path, scope) for scope, _ in scopes):
                task = _task(path, current[source.root], source)
                tasks[task.file.id] = task
                seen.add(source.path)
    return Plan(
        roots=tuple(current.values()),
        tasks=tuple(tasks[key] for key in sorted(tasks)),
        removed=tuple(source for source in known.values() if source.path not in seen),
        rejected=tuple(rejected),
        notes=tuple(notes),
    )


def _scopes(
    given: Sequence[Path], before: Mapping[str, Root], collection: str | None, notes: list[str]
) -> tuple[dict[str, Root], list[tuple[Path, Root]]]:
    """Return the coming generation's roots, and the paths to look through with the root of each."""
    held = dict(before)
    scopes: list[tuple[Path, Root]] = []
    for path in sorted({path.resolve() for path in given}, key=lambda path: (len(path.parts), path)):
        if not path.exists():
            if held.pop(printable(str(path)), None) is None:
                raise Inaccessible(printable(str(path)), "there is no such file or folder; give one that exists")
            continue
        root = next((root for root in held.values() if _inside(path, Path(root.path))), None)
        if root is None:
            for inner in [root.path for root in held.values() if _inside(Path(root.path), path)]:
                del held[inner]
            root = _root(path, held.values(), collection, notes)
            held[root.path] = root
        scopes.append((path, root))
    return held, scopes


def _elsewhere(held: dict[str, Root], given: set[Path], notes: list[str]) -> list[tuple[Path, Root]]:
    """Return the roots that were not given but must be read anew, too; forgets those that are gone."""
    scopes = []
    for root in [root for root in held.values() if Path(root.path) not in given]:
        if Path(root.path).exists():
            scopes.append((Path(root.path), root))
        else:
            notes.append(f"{root.path} is gone and its documents would have to be read anew: left out")
            del held[root.path]
    return scopes


def _scan(path: Path, root: Root, known: dict[str, Source], rejected: list[UnreadableFile]) -> Iterator[Task]:
    """Yield a task for each file at or below `path`."""
    files, refused = find_files([path])
    rejected += refused
    for file in files:
        try:
            status = file.path.stat()
            source = _unchanged(
                file.path, status.st_size, status.st_mtime_ns, known.get(printable(str(file.path))), root
            )
        except OSError as exc:
            rejected.append(Inaccessible(file.id, f"it cannot be opened: {exc.strerror or exc}"))
            continue
        yield replace(_task(file.path, root, source), size=status.st_size, modified=status.st_mtime_ns)


def _task(path: Path, root: Root, known: Source | None) -> Task:
    base = Path(root.base)
    file = SourceFile(path, base, root.collection, printable(path.relative_to(base).as_posix()))
    return Task(root, file, known.size if known else 0, known.modified if known else 0, known)


def _unchanged(path: Path, size: int, modified: int, known: Source | None, root: Root) -> Source | None:
    if known is None or known.root != root.path or known.size != size:
        return None
    if not known.sha256:
        return None  # it could not even be opened or kept, which may be otherwise by now
    if known.modified == modified:
        return known
    return replace(known, modified=modified) if sha256_of(path) == known.sha256 else None


def _root(path: Path, roots: Iterable[Root], collection: str | None, notes: list[str]) -> Root:
    base = folder_of(path)
    taken = {root.collection: Path(root.base) for root in roots}
    if collection is None:
        name = name_roots([path], taken)[base]
        if name != base.name and base.name in taken:
            notes.append(f"collection {base.name!r} is {taken[base.name]}, so that of {path} is called {name!r}")
        return Root(printable(str(path)), printable(str(base)), name, "")
    if "/" in collection or not collection.strip():
        message = f"collection {collection!r} cannot be part of a document's name; give one without a slash"
        raise CollectionError(message)
    other = next((name for name, folder in taken.items() if (name == collection) != (folder == base)), None)
    if other is not None:
        message = f"{taken[other]} is in the index as collection {other!r}; give {path} another name or that one"
        raise CollectionError(message)
    return Root(printable(str(path)), printable(str(base)), collection, "")


def _manifest_digest(root: Root) -> str:
    manifest = Path(root.base, MANIFEST)
    return sha256_of(manifest) if manifest.is_file() else ""


def _inside(path: Path, folder: Path) -> bool:
    """Whether `path` lies at or below `folder`."""
    return path == folder or folder in path.parents
