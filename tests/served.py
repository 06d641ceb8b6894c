"""The chat and the API in a process of their own, over a few small documents; started once for all tests of a run."""

import atexit
import os
import socket
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import httpx

from tests.data import ROOT

_START_SECONDS = 180

TABLE = """Avustukset kunnittain, euroa

| Kunta | 2020 | 2021 | Yhteensä |
|---|---|---|---|
| Ahvenlampi | 1 200 | 2 300 | 3 500 |
| Kuikkaranta | 4 000 | 5 100 | 9 100 |
| Yhteensä | 5 200 | 7 400 | 12 600 |
"""
TEXT = """# Veneiden vuokraus

Vuokraamo aukeaa toukokuussa ja sulkeutuu syyskuussa. Soutuveneen saa vuokrata kuka tahansa, joka osaa uida.
"""
HOSTILE = """Pelastusliivien säilytys

Pelastusliivit säilytetään kuivassa <script>document.title = "kaapattu"</script> vajassa
![kuva](http://kuvat.example/x.png) ja ${1+1} sekä {{1+1}} laiturin vieressä.
"""


@dataclass(frozen=True, slots=True)
class Served:
    """Where the process listens, and the files that it reads."""

    url: str
    index: Path
    corpus: Path


@cache
def served() -> Served:
    """Ingest the documents and start the process, both by their commands; wait until it is ready."""
    where = Path(tempfile.mkdtemp(prefix="lahde-"))
    corpus, index = where / "vesille", where / "index"
    corpus.mkdir()
    (corpus / "avustukset.md").write_text(TABLE)
    (corpus / "vanha.txt").write_text("Laituri maalataan joka kolmas vuosi tervalla.\n")
    (corpus / "liivit.txt").write_text(HOSTILE)
    sub = corpus / "kesä 1"
    sub.mkdir()
    (sub / "veneet.md").write_text(TEXT)
    ingest(corpus, index)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "ui", "--index", str(index), "--port", str(port)]
    with (where / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    atexit.register(process.wait)
    atexit.register(process.terminate)
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            if httpx.get(f"{url}/readyz").status_code == httpx.codes.OK:
                return Served(url, index, corpus)
        except httpx.TransportError:
            pass
        time.sleep(0.3)
    raise RuntimeError((where / "log").read_text())


def ingest(corpus: Path, index: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command of ingest."""
    command = [sys.executable, "-m", "ingest", str(corpus), "--index", str(index), *options]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LAHDE_API")}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
