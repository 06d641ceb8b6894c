"""Which files a list of roots holds, and what each is called. Opens none of them."""

import os
import stat
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import Inaccessible, UnreadableFile
from ingest.manifest import NAME as MANIFEST


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to read. `root` is its root's folder, `relative` its path in it with "/" between folders."""

    path: Path
    root: Path
    collection: str
    relative: str

    @property
    def id(self) -> str:
        """The id of the document that this file gives."""
        return f"{self.collection}/{self.relative}"


def name_roots(roots: Iterable[Path], taken: Mapping[str, Path] | None = None) -> dict[Path, str]:
    """Return the collection of each root folder: the folder's name, told apart by its parents' where two share one.

    Args:
        roots: folders, or files, whose folder is then the root; repeated ones count once.
        taken: collections that earlier roots have, with their folders.
    """
    named: dict[str, Path] = {name: _absolute(path) for name, path in (taken or {}).items()}
    owners = {path: name for name, path in named.items()}
    result: dict[Path, str] = {}
    for root in roots:
        folder = folder_of(root)
        name = owners.get(folder) or _free_name(folder, named)
        named[name] = folder
        owners[folder] = name
        result[folder] = name
    return result


def folder_of(root: Path) -> Path:
    """Return the absolute folder of a root: itself, or where it lies when it is a file."""
    absolute = _absolute(root)
    return absolute if absolute.is_dir() or not absolute.exists() else absolute.parent


def _absolute(path: Path) -> Path:
    return path.expanduser().resolve()


def _free_name(folder: Path, named: Mapping[str, Path]) -> str:
    base = printable(folder.name) or "root"
    name = base
    for count in range(1, len(folder.parts) - 1):
        if name not in named:
            return name
        name = f"{base} ({printable('/'.join(folder.parts[-1 - count : -1]))})".replace("/", "·")
    number = 2
    while name in named:
        name = f"{base} ({number})"
        number += 1
    return name


def printable(name: str) -> str:
    """Return a file name as text; bytes that are no UTF-8 are written as escapes."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def find_files(roots: Iterable[Path]) -> tuple[tuple[SourceFile, ...], tuple[UnreadableFile, ...]]:
    """Return the files of `roots` sorted by id, and what cannot be taken and why.

    Hidden files, editors' lock files ("~$…") and manifests are passed over. Links that lead out of their root are
    not followed, nor are links to folders.
    """
    given = list(roots)
    names = name_roots(given)
    found: dict[str, SourceFile] = {}
    rejected: list[UnreadableFile] = []
    for root in given:
        folder = folder_of(root)
        collection = names[folder]
        absolute = _absolute(root)
        if not absolute.exists():
            rejected.append(Inaccessible(printable(str(root)), "there is no such file or folder"))
            continue
        paths = _walk(folder, rejected, collection) if absolute.is_dir() else [absolute]
        for path in paths:
            file = SourceFile(path, folder, collection, printable(path.relative_to(folder).as_posix()))
            reason = _refusal(path, folder)
            if reason is None:
                found[file.id] = file
            else:
                rejected.append(Inaccessible(file.id, reason))
    return tuple(found[key] for key in sorted(found)), tuple(rejected)


def _walk(folder: Path, rejected: list[UnreadableFile], collection: str) -> list[Path]:
    def failed(error: OSError) -> None:
        where = printable(os.path.relpath(error.filename or folder, folder))
        rejected.append(Inaccessible(f"{collection}/{where}", f"the folder cannot be opened: {error.strerror}"))

    paths: list[Path] = []
    for parent, folders, files in os.walk(folder, onerror=failed):
        for name in sorted(folders):
            if (Path(parent) / name).is_symlink():
                where = printable((Path(parent) / name).relative_to(folder).as_posix())
                rejected.append(
                    Inaccessible(f"{collection}/{where}", "it is a link to a folder; links are not followed")
                )
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        paths += [
            Path(parent) / name for name in sorted(files) if not name.startswith((".", "~$")) and name != MANIFEST
        ]
    return paths


def _refusal(path: Path, folder: Path) -> str | None:
    """Return why `path` is not to be opened; None where nothing speaks against it."""
    try:
        if path.is_symlink() and not path.resolve(strict=True).is_relative_to(folder):
            return "it is a link that leads out of the folder; not followed"
        mode = path.stat().st_mode
    except (OSError, RuntimeError) as exc:
        return f"it cannot be opened: {getattr(exc, 'strerror', None) or exc}"
    return None if stat.S_ISREG(mode) else "it is no regular file"
