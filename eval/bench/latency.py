"""How long a search takes over 20,000 passages, the question's encoding included, p50 and p99 in milliseconds.

The passages are real ones cut in half and joined anew, their vectors the sums of the halves' with noise and their token
vectors the first half's, so that nothing need be encoded for minutes. Questions are asked once each, so none is
remembered. Knows nothing of answers. `python -m eval.bench.latency --data FOLDER`
"""

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from eval.bench.retrieval import question_sets
from index.cache import cached_records
from index.encoder import Encoder, load_encoder
from index.hybrid import Searcher
from index.keyword import build_keyword, open_keyword
from index.late import LAYOUT, build_late, open_late, passage_records, split_records
from index.settings import settings_from_environment
from index.vectors import build_vectors, open_vectors
from ingest.chunk import Chunk

_QUESTIONS = 300


def joined_passages(texts: Sequence[str], count: int) -> list[tuple[int, int]]:
    """Pairs of different positions of `texts`, the same in every run."""
    random = np.random.default_rng(0)
    firsts = random.integers(0, len(texts), count)
    seconds = (firsts + random.integers(1, len(texts), count)) % len(texts)
    return [(int(first), int(second)) for first, second in zip(firsts, seconds, strict=True)]


def open_large(encoder: Encoder, texts: Sequence[str], count: int, folder: Path, cache: Path) -> Searcher:
    """Indexes over `count` passages made of halves of `texts`."""
    key = f"{encoder.name} {encoder.precision} {LAYOUT}"
    records, _ = cached_records(texts, lambda batch: passage_records(encoder, batch), cache, key)
    vectors, codes = split_records(records)
    pairs = joined_passages(texts, count)
    passages = [texts[a][: len(texts[a]) // 2] + " " + texts[b][len(texts[b]) // 2 :] for a, b in pairs]
    noise = np.random.default_rng(1).normal(0, 0.01, (count, vectors.shape[1])).astype(np.float32)
    sums = vectors[[a for a, _ in pairs]] + vectors[[b for _, b in pairs]] + noise
    chunks = [Chunk(f"{n}#1:0-{len(text)}", str(n), 1, 0, len(text), text) for n, text in enumerate(passages)]
    unit = sums / np.linalg.norm(sums, axis=1, keepdims=True)
    build_vectors(unit, [chunk.id for chunk in chunks], folder / "vectors.faiss")
    build_keyword(passages, folder / "keyword")
    build_late([codes[a] for a, _ in pairs], folder / "late")
    return Searcher(
        chunks,
        encoder,
        open_keyword(folder / "keyword"),
        open_vectors(folder / "vectors.faiss"),
        open_late(folder / "late"),
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Print p50 and p99 of a search and of the encoding within it."""
    parser = argparse.ArgumentParser(prog="python -m eval.bench.latency", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of tydi-fi and squad2-fi")
    parser.add_argument("--passages", type=int, default=20_000)
    given = parser.parse_args(arguments)
    settings = settings_from_environment()
    encoder = load_encoder(settings)
    sets = question_sets(given.data)
    texts = [chunk.passage for question_set in sets[:2] for chunk in question_set.chunks]
    questions = [query.text for question_set in sets for query in question_set.queries]
    questions = list(dict.fromkeys(questions[:: len(questions) // (2 * _QUESTIONS)]))
    with tempfile.TemporaryDirectory() as place:
        searcher = open_large(encoder, texts, given.passages, Path(place), settings.cache / "bench")
        size = sum(path.stat().st_size for path in Path(place).rglob("*") if path.is_file())
        for question in questions[-20:]:
            searcher.search(question, 10)
        whole, encoding = [], []
        for question in questions[:_QUESTIONS]:
            started = time.perf_counter()
            encoder.token_vectors(question)
            encoding.append(time.perf_counter() - started)
            # The search finds the question's vectors remembered.
            searcher.search(question, 10)
            whole.append(time.perf_counter() - started)
    print(f"search over {given.passages} passages, indexes of {size / 1e6:.0f} MB, {len(whole)} questions")  # noqa: T201
    for name, times in (("all", whole), ("encoding", encoding)):
        p50, p99 = np.percentile(np.array(times) * 1000, [50, 99])
        print(f"  {name:10} p50 {p50:6.1f} ms   p99 {p99:6.1f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
