"""A server over an index for the length of a run. Knows nothing of questions."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_START_SECONDS = 180.0


class ServerNotReadyError(Exception):
    """The server ended or did not become ready in time; the message holds what it printed last."""


@contextmanager
def served(index: Path) -> Iterator[str]:
    """Start `python -m server` over `index` on a free port of this machine and yield its address.

    Raises:
        ServerNotReadyError: when it ends early or is not ready within three minutes.
    """
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "server", "--index", str(index), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # noqa: S603 our own module
        try:
            _wait(url, process)
            yield url
        finally:
            process.terminate()


def _wait(url: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            message = f"the server ended with exit code {process.returncode}; run `python -m server` by hand to see why"
            raise ServerNotReadyError(message)
        try:
            if httpx.get(f"{url}/readyz", timeout=2.0).is_success:
                return
        except httpx.TransportError:
            pass
        time.sleep(0.2)
    message = f"the server at {url} was not ready within {_START_SECONDS:.0f} s"
    raise ServerNotReadyError(message)
