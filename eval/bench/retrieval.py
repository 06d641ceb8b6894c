"""How well search finds the passage that answers: MRR@10, R@1, R@5 and nDCG@10 over two public question sets.

    python -m eval.bench.retrieval [--data ../shared/data] [--cache FOLDER]

Runs every question through the real indexes: vectors alone, words alone, both, and both with the second look, beside
plain reciprocal rank fusion. Each set is halved by its questions' ids: `eval.bench.weights` compares weights on half A
alone. Knows nothing of answers.
"""

import argparse
import hashlib
import json
import math
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index import lemmas
from index.cache import cached_records
from index.encoder import Encoder, load_encoder
from index.hybrid import Searcher, Weights
from index.keyword import KeywordIndex, build_keyword, open_keyword
from index.late import LAYOUT, LateIndex, build_late, open_late, passage_records, split_records
from index.reader import open_reader
from index.settings import settings_from_environment
from index.vectors import VectorIndex, build_vectors, open_vectors
from ingest.chunk import Chunk

DEPTH = 10
_RRF = 60  # Cormack, Clarke and Büttcher 2009
_PERMUTATIONS = 10_000
Ranking = Callable[[str], list[int]]


@dataclass(frozen=True, slots=True)
class Query:
    """A question, the position of the passage that answers it, and the half (0 or 1) that its id falls in."""

    text: str
    relevant: int
    half: int


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """Questions over the chunks of one collection."""

    name: str
    chunks: tuple[Chunk, ...]
    queries: tuple[Query, ...]


def question_sets(data: Path) -> tuple[QuestionSet, ...]:
    """TyDi-fi (title as context), SQuAD-fi with Finnish and with English questions, from the folder of test data."""
    tydi = _lines(data / "tydi-fi" / "dev.jsonl")
    squad = _lines(data / "squad2-fi" / "dev.jsonl")
    return (
        _question_set("TyDi-fi", tydi, "question"),
        _question_set("SQuAD-fi FI→FI", squad, "question_fi"),
        _question_set("SQuAD-fi EN→FI", squad, "question_en"),
    )


def half_of(identifier: str) -> int:
    """0 (A, where weights are set) or 1 (B), by a hash of the question's id."""
    return int(hashlib.sha256(identifier.encode()).hexdigest(), 16) % 2


def open_indexes(encoder: Encoder, chunks: Sequence[Chunk], folder: Path, cache: Path) -> dict[str, Searcher]:
    """Build the indexes of `chunks` in `folder` and open them with each side's weights alone and together.

    What passages and their words give is kept in `cache`, so that the next time takes seconds.
    """
    build_indexes(encoder, chunks, folder, cache)
    keyword, near, late = open_parts(folder)
    return {
        "meaning": Searcher(chunks, encoder, keyword, near, weights=Weights(words_alone=0)),
        "words": Searcher(chunks, encoder, keyword, near, weights=Weights(words_alone=1e6)),
        "both": Searcher(chunks, encoder, keyword, near),
        "both, second look": Searcher(chunks, encoder, keyword, near, late, open_reader(encoder.name)),
    }


def build_indexes(encoder: Encoder, chunks: Sequence[Chunk], folder: Path, cache: Path) -> None:
    """Write vectors, words and token vectors of `chunks` in `folder`."""
    passages = [chunk.passage for chunk in chunks]
    key = f"{encoder.name} {encoder.precision} {LAYOUT}"
    records, _ = cached_records(passages, lambda batch: passage_records(encoder, batch), cache, key)
    vectors, codes = split_records(records)
    build_vectors(vectors, [chunk.id for chunk in chunks], folder / "vectors.faiss")
    words = cache / hashlib.sha256("\0".join(passages).encode()).hexdigest()[:16]
    build_keyword(passages, folder / "keyword", words)
    lemmas.save_forms(words / "forms.json", (form for passage in passages for form in lemmas.words(passage)))
    build_late(codes, folder / "late")


def open_parts(folder: Path) -> tuple[KeywordIndex, VectorIndex, LateIndex]:
    """Open what `build_indexes` wrote."""
    return open_keyword(folder / "keyword"), open_vectors(folder / "vectors.faiss"), open_late(folder / "late")


def rrf(lists: Sequence[Sequence[int]]) -> list[int]:
    """Reciprocal rank fusion of rankings of positions."""
    scores: dict[int, float] = {}
    for ranking in lists:
        for rank, position in enumerate(ranking, start=1):
            scores[position] = scores.get(position, 0) + 1 / (_RRF + rank)
    return sorted(scores, key=lambda position: (-scores[position], position))


def ranks(queries: Sequence[Query], systems: dict[str, Ranking]) -> dict[str, npt.NDArray[np.int64]]:
    """The rank from 1 of each query's passage by system, int64 (queries,); 0 beyond the first `DEPTH`."""
    found = {name: np.zeros(len(queries), np.int64) for name in systems}
    for number, query in enumerate(queries):
        for name, ranking in systems.items():
            best = ranking(query.text)[:DEPTH]
            found[name][number] = best.index(query.relevant) + 1 if query.relevant in best else 0
    return found


def measures(found: npt.NDArray[np.int64]) -> dict[str, float]:
    """MRR@10, R@1, R@5 and nDCG@10, where each query has one relevant passage."""
    gains = np.array([0.0, *(1 / math.log2(rank + 1) for rank in range(1, DEPTH + 1))])
    return {
        "MRR@10": float(reciprocal(found).mean()),
        "R@1": float((found == 1).mean()),
        "R@5": float(((found > 0) & (found <= 5)).mean()),
        "nDCG@10": float(gains[found].mean()),
    }


def reciprocal(found: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """1 / rank, 0 where not found."""
    return np.where(found > 0, 1 / np.maximum(found, 1), 0.0)


def paired_p(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> float:
    """Two-sided p of the mean difference under random exchange of each pair (Fisher's randomisation test)."""
    difference = one - other
    difference = difference[difference != 0]
    if not len(difference):
        return 1.0
    signs = np.random.default_rng(0).choice([-1.0, 1.0], (_PERMUTATIONS, len(difference)))
    extreme = np.abs(signs @ difference) >= abs(difference.sum()) - 1e-12
    return float((extreme.sum() + 1) / (_PERMUTATIONS + 1))


def report(question_set: QuestionSet, found: dict[str, npt.NDArray[np.int64]]) -> str:
    """A table of all systems over the whole set and over each half, with p against each side alone."""
    halves = np.array([query.half for query in question_set.queries])
    lines = [f"{question_set.name}: {len(question_set.queries)} questions, {len(question_set.chunks)} passages"]
    for part, chosen in (("all", halves >= 0), ("half A", halves == 0), ("half B", halves == 1)):
        name = f"{part} ({chosen.sum()})"
        lines.append(f"  {name:20}{'MRR@10':>8}{'R@1':>8}{'R@5':>8}{'nDCG@10':>9}   MRR@10 against meaning, words")
        for system, ranked in found.items():
            values = measures(ranked[chosen])
            tests = "  ".join(
                _against(reciprocal(ranked[chosen]), reciprocal(found[side][chosen]))
                for side in ("meaning", "words")
                if side != system
            )
            columns = "".join(f"{value:8.4f}" for value in values.values())
            lines.append(f"    {system:18}{columns}    {tests}")
    return "\n".join(lines)


def _against(one: npt.NDArray[np.float64], other: npt.NDArray[np.float64]) -> str:
    return f"{one.mean() - other.mean():+.4f} (p={paired_p(one, other):.4f})"


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the report of each question set."""
    given = parser(__doc__).parse_args(arguments)
    encoder = load_encoder(settings_from_environment())
    opened: dict[tuple[Chunk, ...], dict[str, Searcher]] = {}
    with tempfile.TemporaryDirectory() as place:
        for number, question_set in enumerate(question_sets(given.data)):
            if question_set.chunks not in opened:
                folder = Path(place) / str(number)
                opened[question_set.chunks] = open_indexes(encoder, question_set.chunks, folder, given.cache)
            systems = {name: ranking(searcher) for name, searcher in opened[question_set.chunks].items()}
            systems["RRF"] = _fused(opened[question_set.chunks])
            print(report(question_set, ranks(question_set.queries, systems)), flush=True)  # noqa: T201  # its purpose


def parser(description: str | None) -> argparse.ArgumentParser:
    """The options that the benchmarks of search share."""
    options = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of tydi-fi and squad2-fi")
    options.add_argument(
        "--cache", type=Path, default=settings_from_environment().cache / "bench", help="where vectors are kept"
    )
    return options


def _fused(searchers: dict[str, Searcher]) -> Ranking:
    sides = [searchers["meaning"], searchers["words"]]
    return lambda text: rrf([[position for position, _ in side.ranked(text, 100)] for side in sides])


def ranking(searcher: Searcher) -> Ranking:
    """Text → the first `DEPTH` positions."""
    return lambda text: [position for position, _ in searcher.ranked(text, DEPTH)]


def _question_set(name: str, records: Sequence[dict[str, str]], field: str) -> QuestionSet:
    positions: dict[tuple[str, str], int] = {}
    for record in records:
        positions.setdefault((record.get("title", ""), record["context"]), len(positions))
    chunks = tuple(
        Chunk(f"{number}#1:0-{len(text)}", str(number), 1, 0, len(text), text, (title,) if title else ())
        for (title, text), number in positions.items()
    )
    queries = tuple(
        Query(record[field], positions[record.get("title", ""), record["context"]], half_of(record["id"]))
        for record in records
    )
    return QuestionSet(name, chunks, queries)


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
