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
from pathlib import Path
from typing import Any, BinaryIO

from ingest.errors import BrokenFile, FileTooLarge, Inaccessible, OutOfMemory, UnreadableFile
from ingest.readers import read_bytes
from ingest.serial import to_data

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
            reply = _reply(Path(os.fsdecode(bytes.fromhex(request["path"]))), request["name"], limits["file_bytes"])
            signal.alarm(0)
            out.write(_HEADER.pack(len(reply)))
            out.write(reply)
            out.flush()


def _restrict(memory_bytes: int) -> None:
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # absent on some systems

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _next(requests: BinaryIO) -> dict[str, str] | None:
    header = requests.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return None
    (length,) = _HEADER.unpack(header)
    request: dict[str, str] = json.loads(requests.read(length))
    return request


def _reply(path: Path, name: str, file_bytes: int) -> bytes:
    try:
        return _read(path, name, file_bytes)
    except UnreadableFile as exc:
        error = exc
    except MemoryError:
        error = OutOfMemory(name, "reading it needs more memory than the limit; given up")
    except RecursionError:
        error = BrokenFile(name, "damaged or hostile: its parts are nested without end")
    except Exception as exc:  # noqa: BLE001  # whatever a parser raises on hostile bytes, the file is unreadable
        said = " ".join(str(exc).split())[:200]
        error = BrokenFile(name, f"damaged: {type(exc).__name__}{': ' + said if said else ''}")
    gc.collect()
    return json.dumps({"error": [type(error).__name__, error.reason]}).encode()


def _read(path: Path, name: str, file_bytes: int) -> bytes:
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
    return json.dumps({"version": version, "read": to_data(read)}, separators=(",", ":")).encode()


if __name__ == "__main__":
    main(int(sys.argv[1]), json.loads(sys.argv[2]))
