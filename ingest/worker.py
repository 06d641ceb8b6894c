"""The process that parses files for `ingest.isolation`, within its limits. Run by it alone: python -m ingest.worker."""

import contextlib
import gc
import hashlib
import json
import logging
import os
import signal
import struct
import sys
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from ingest.about import described
from ingest.document import Document
from ingest.errors import BrokenFile, FileTooLarge, Inaccessible, OutOfMemory, UnreadableFile
from ingest.readers import ReadFile, read_bytes
from ingest.serial import from_data, to_data

_HEADER = struct.Struct(">Q")
# The parent ends a worker in time; this ends it where the parent itself is gone.
_GRACE = 10


def main(results: int, limits: dict[str, Any]) -> None:
    """Answer requests from standard input until it ends, each with one JSON object to the descriptor `results`."""
    _restrict(int(limits["memory_bytes"]))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    requests = sys.stdin.buffer
    # A child that a reader starts must not hold the pipes open.
    os.set_inheritable(results, False)
    with os.fdopen(results, "wb") as out:
        while (request := _next(requests)) is not None:
            signal.alarm(int(limits["seconds"]) + _GRACE)
            path = Path(os.fsdecode(bytes.fromhex(request["path"])))
            found: list[tuple[str, ReadFile]] = []
            _send(out, _guarded(partial(_read, path, request["name"], limits["file_bytes"], found), request["name"]))
            if found and request["about"] is not None:
                signal.alarm(int(limits["table_seconds"]) + _GRACE)
                _send(out, _guarded(partial(_recover, request["about"], *found.pop()), request["name"]))
            signal.alarm(0)


def _send(out: BinaryIO, reply: bytes) -> None:
    out.write(_HEADER.pack(len(reply)))
    out.write(reply)
    out.flush()


def _restrict(memory_bytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # absent on some systems

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _next(requests: BinaryIO) -> dict[str, Any] | None:
    header = requests.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    request: dict[str, Any] = json.loads(requests.read(length))
    return request


def _guarded(work: Callable[[], bytes], name: str) -> bytes:
    """Return what `work` gives, or the error that it ends with."""
    error: UnreadableFile
    try:
        return work()
    except UnreadableFile as exc:
        error = exc
    except MemoryError:
        error = OutOfMemory(name, "it needs more memory than the limit; given up")
    except RecursionError:
        error = BrokenFile(name, "damaged or hostile: its parts are nested without end")
    except Exception as exc:  # noqa: BLE001  # whatever a parser raises on hostile bytes, the file is unreadable
        said = " ".join(str(exc).split())[:200]
        error = BrokenFile(name, f"damaged: {type(exc).__name__}{': ' + said if said else ''}")
    gc.collect()
    return json.dumps({"error": [type(error).__name__, error.reason]}).encode()


def _read(path: Path, name: str, file_bytes: int, found: list[tuple[str, ReadFile]]) -> bytes:
    """Return the reply for a file that can be read, and put what was read into `found`."""
    try:
        size = path.stat().st_size
        if size > file_bytes:
            raise FileTooLarge(name, f"it has {size / 1e6:.0f} MB, more than the limit of {file_bytes / 1e6:.0f} MB")
        data = path.read_bytes()
    except OSError as exc:
        raise Inaccessible(name, f"it cannot be opened: {exc.strerror or exc}") from exc
    read = read_bytes(data, name)
    version = hashlib.sha256(data).hexdigest()
    del data
    reply = json.dumps({"version": version, "read": to_data(read)}, separators=(",", ":")).encode()
    found.append((version, read))
    return reply


def _recover(about: list[Any], version: str, read: ReadFile) -> bytes:
    from ingest.tables.recover import recover  # takes a second to load, and pages can be sent before

    recovered = recover(described(from_data(Document, about), version, read))
    return json.dumps({"recovered": to_data(recovered)}, separators=(",", ":")).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), json.loads(sys.argv[2]))
