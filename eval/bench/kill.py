"""Kills ingest at random moments: the index must be the old one or the new one, whole. `python -m eval.bench.kill`.

Each time some files of a small corpus change, a child process ingests them and is killed by SIGKILL at a moment drawn
evenly over the time that an ingest takes; then the index is opened and everything in it is read. The encoder counts
letters, so that a run takes minutes; what is written, synced and renamed is what an ingest with a real one writes.
"""

import argparse
import contextlib
import hashlib
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from eval.bench.letters import LetterEncoder
from index import folder
from index.build import build
from index.encoder_source import EncoderSource
from index.generation import open_generation
from index.plan import plan_ingest
from index.settings import IndexSettings
from index.store import Store

_SETTINGS = IndexSettings(encoder="letters", precision="float32", chunk_tokens=60)
_FILES = 12

Versions = dict[str, str]


def ingest(directory: Path, corpus: Path) -> None:
    """Bring the index up to date with the corpus."""
    with folder.writing(directory):
        name = folder.current_name(directory)
        if name is None:
            plan = plan_ingest([corpus])
        else:
            with contextlib.closing(Store(folder.generation_folder(directory, name) / folder.STORE)) as store:
                plan = plan_ingest([corpus], store.roots(), store.sources())
        build(directory, plan, _SETTINGS, ("", ""), say=lambda _: None, load=lambda _: LetterEncoder())


def held(directory: Path) -> Versions:
    """Return the sha256 of each document in the index, having read all that the index holds of it.

    Raises:
        LahdeIndexError: the index is not whole.
        AssertionError: its parts do not fit together.
    """
    source = EncoderSource(_SETTINGS, lambda _: LetterEncoder())
    with contextlib.closing(open_generation(directory, _SETTINGS, source)) as generation:
        for chunk in generation.chunks:
            assert generation.page(chunk.document_id, chunk.page).text[chunk.start : chunk.end] == chunk.text
        for document_id, document in generation.documents.items():
            assert hashlib.sha256(generation.original(document_id).read_bytes()).hexdigest() == document.version
        assert len(generation.search("rivi", len(generation.chunks))) == len(generation.chunks)
        return {key: document.version for key, document in generation.documents.items()}


def change(corpus: Path, chance: random.Random) -> Versions:
    """Write some files anew, remove or add others; return the sha256 of each file by its document's id."""
    for number in range(_FILES):
        path = corpus / f"{number}.txt"
        if not path.exists() or chance.random() < 0.3:
            path.write_text(f"Otsikko {number}\n\nRivi {chance.random()} jatkuu tästä.\n")
        elif chance.random() < 0.1:
            path.unlink()
    return {f"corpus/{path.name}": hashlib.sha256(path.read_bytes()).hexdigest() for path in corpus.iterdir()}


def killed_after(seconds: float, directory: Path, corpus: Path) -> bool:
    """Ingest in a child process and kill it after `seconds`; return whether it was still running."""
    child = os.fork()
    if child == 0:
        os.setsid()
        code = 1
        with contextlib.suppress(BaseException):
            ingest(directory, corpus)
            code = 0
        os._exit(code)
    time.sleep(seconds)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def run(times: int, seed: int) -> Counter[str]:
    """Kill `times` ingests and return how often the index was the old one, the new one or neither."""
    chance = random.Random(seed)  # noqa: S311  # moments to kill at, not secrets
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as where:
        corpus, directory = Path(where, "corpus"), Path(where, "index")
        corpus.mkdir()
        now = change(corpus, chance)
        ingest(directory, corpus)
        started = time.monotonic()
        now = change(corpus, chance)
        ingest(directory, corpus)
        usual = time.monotonic() - started
        for _ in range(times):
            coming = change(corpus, chance)
            interrupted = killed_after(chance.uniform(0, 1.3 * usual), directory, corpus)
            try:
                found = held(directory)
            except Exception as exc:  # noqa: BLE001  # whatever it is, the index was not whole
                outcomes[f"broken: {exc}"] += 1
                continue
            kind = "new" if found == coming else "old" if found == now else "neither"
            outcomes[f"{kind}, {'killed' if interrupted else 'had ended'}"] += 1
            now = found
    return outcomes


def main() -> int:
    """Print the outcomes; returns 1 where an index was not whole."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.kill")
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    outcomes = run(options.times, options.seed)
    for outcome, count in sorted(outcomes.items()):
        print(f"{count:5} {outcome}")  # noqa: T201  # command-line output
    return 0 if all(outcome.startswith(("old", "new")) for outcome in outcomes) else 1


if __name__ == "__main__":
    sys.exit(main())
