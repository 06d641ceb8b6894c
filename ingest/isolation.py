"""Files parsed in processes of their own, with limits on time and memory, so that none can take the others down.

A worker process stays warm and parses one file after the other; it is replaced after a file that crashed it, ran out
of time or out of memory. It sends the pages first and then the tables that it recovers from them, so that a file whose
tables are beyond the limits is still kept as text. Requests and results are JSON through pipes; nothing is ever
unpickled.
"""

import contextlib
import json
import os
import select
import signal
import struct
import subprocess
import sys
import time
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from ingest.about import described
from ingest.document import Document
from ingest.errors import KINDS, BrokenFile, IngestError, OutOfMemory, OutOfTime, UnreadableFile
from ingest.limits import Limits
from ingest.readers import ReadFile
from ingest.serial import from_data, to_data
from ingest.table import Recovered

_HEADER = struct.Struct(">Q")
_CHUNK = 1 << 20
_PACKAGES = Path(__file__).resolve().parent.parent


class Worker:
    """One process that parses files. Not for use by two threads at once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._results = -1
        self._used = False

    def __enter__(self) -> Self:
        """Return the worker; its process starts with its first file."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the process."""
        self.close()

    def read(self, path: Path, name: str) -> tuple[str, ReadFile]:
        """Parse the file at `path`, called `name` in errors; return the sha256 of its bytes and what it holds.

        Raises:
            UnreadableFile: the file gives no document.
        """
        fresh = not self._used
        try:
            return self._ask(path, name, None)
        except OutOfMemory:
            # What earlier files left behind counts against the limit, too.
            if fresh:
                raise
        return self._ask(path, name, None)

    def take(self, path: Path, about: Document) -> tuple[Document, Recovered]:
        """Return the document of the file at `path`, of which `about` is known, with its tables and figures.

        Where those cannot be had within the limits the document has none, and a note that says so.

        Raises:
            UnreadableFile: the file gives no document.
        """
        fresh = not self._used
        try:
            return self._take(path, about)
        except (OutOfMemory, _TablesLost) as exc:
            if fresh:
                if isinstance(exc, _TablesLost):
                    return exc.document, Recovered()
                raise
        try:
            return self._take(path, about)
        except _TablesLost as exc:
            return exc.document, Recovered()

    def _take(self, path: Path, about: Document) -> tuple[Document, Recovered]:
        version, read = self._ask(path, about.id, about)
        document = described(about, version, read)
        process = self._process
        assert process is not None
        try:
            reply = self._reply(time.monotonic() + self._limits.table_seconds)
        except TimeoutError:
            self.close()
            # Once more would only take as long again.
            return _without_tables(document, f"it took longer than {self._limits.table_seconds:g} s"), Recovered()
        except (EOFError, OSError, ValueError):
            self.close()
            raise _TablesLost(_without_tables(document, "it needed too much memory or crashed")) from None
        if "error" in reply:
            kind, reason = reply["error"]
            kept = _without_tables(document, reason)
            if kind == "OutOfMemory":
                self.close()
                raise _TablesLost(kept)
            return kept, Recovered()
        return document, from_data(Recovered, reply["recovered"])

    def close(self) -> None:
        """End the process and all that it started."""
        process, self._process = self._process, None
        self._used = False
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        if process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
        process.wait()
        os.close(self._results)

    def _start(self) -> subprocess.Popen[bytes]:
        results, child_end = os.pipe()
        environment = dict(os.environ)
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_PACKAGES), os.environ.get("PYTHONPATH"))))
        # Threads of numeric libraries reserve address space by the core and bring nothing here.
        environment.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1", OMP_THREAD_LIMIT="1")
        try:
            process = subprocess.Popen(  # noqa: S603  # our own interpreter and module
                [sys.executable, "-P", "-m", "ingest.worker", str(child_end), json.dumps(asdict(self._limits))],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(child_end,),
                env=environment,
                start_new_session=True,
            )
        except OSError as exc:
            os.close(results)
            message = f"no process for reading files can be started: {exc}"
            raise IngestError(message) from exc
        finally:
            os.close(child_end)
        self._process = process
        self._results = results
        return process

    def _ask(self, path: Path, name: str, about: Document | None) -> tuple[str, ReadFile]:
        process = self._process or self._start()
        self._used = True
        known = None if about is None else to_data(about)
        request = json.dumps({"path": os.fsencode(path).hex(), "name": name, "about": known}).encode()
        deadline = time.monotonic() + self._limits.seconds
        try:
            assert process.stdin is not None
            process.stdin.write(_HEADER.pack(len(request)) + request)
            process.stdin.flush()
            reply = self._reply(deadline)
        except TimeoutError:
            self.close()
            raise OutOfTime(name, f"reading took longer than {self._limits.seconds:g} s; given up") from None
        except (EOFError, OSError, ValueError) as exc:
            raise self._crashed(process, name) from exc
        if "error" in reply:
            kind, reason = reply["error"]
            if kind == "OutOfMemory":
                self.close()
            raise KINDS.get(kind, UnreadableFile)(name, reason)
        return reply["version"], from_data(ReadFile, reply["read"])

    def _crashed(self, process: subprocess.Popen[bytes], name: str) -> UnreadableFile:
        try:
            code = process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            code = 0
        self.close()
        how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
        return BrokenFile(name, f"damaged or hostile: its reader crashed ({how})")

    def _reply(self, deadline: float) -> dict[str, Any]:
        (length,) = _HEADER.unpack(self._receive(_HEADER.size, deadline))
        reply: dict[str, Any] = json.loads(self._receive(length, deadline))
        return reply

    def _receive(self, count: int, deadline: float) -> bytes:
        """Return the next `count` bytes of the worker's results.

        Raises:
            TimeoutError: they have not come by `deadline`.
            EOFError: the worker is gone.
        """
        parts: list[bytes] = []
        while count:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._results], [], [], left)[0]:
                raise TimeoutError
            part = os.read(self._results, min(count, _CHUNK))
            if not part:
                raise EOFError
            parts.append(part)
            count -= len(part)
        return b"".join(parts)


class _TablesLost(Exception):  # noqa: N818  # carries the document that is kept without them
    def __init__(self, document: Document) -> None:
        super().__init__(document.id)
        self.document = document


def _without_tables(document: Document, reason: str) -> Document:
    return replace(document, notes=(*document.notes, f"its tables and figures were not recovered: {reason}"))
