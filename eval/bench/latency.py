"""How long a search and a whole answer take over 20,000 passages, encoding included: p50 and p99 in milliseconds.

    python -m eval.bench.latency [--data ../shared/data] [--passages 20000] [--figures 20000] [--profile]

Questions are asked once each, one after the other, so that none is remembered. Knows nothing of how right answers are.
"""

import cProfile
import pstats
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from eval.bench.large import build_large
from eval.bench.retrieval import parser, question_sets
from index.encoder import Encoder
from index.encoder_source import EncoderSource
from index.generation import Generation, open_generation
from index.settings import settings_from_environment
from server.answering.answer import Question
from server.answering.answering import answer, prepare

_QUESTIONS = 300
_WARMING = 20


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the times of a search and of an answer, the encoding apart."""
    options = parser(__doc__)
    options.add_argument("--passages", type=int, default=20_000)
    options.add_argument("--figures", type=int, default=20_000, help="figures of tables beside the passages")
    options.add_argument("--profile", action="store_true", help="print where answers spend their time")
    given = options.parse_args(arguments)
    settings = replace(settings_from_environment(), cache=given.cache.parent)
    source = EncoderSource(settings)
    encoder = source(settings.encoder)
    sets = question_sets(given.data)
    texts = [chunk.passage for question_set in sets[:2] for chunk in question_set.chunks]
    with tempfile.TemporaryDirectory() as place:
        directory = Path(place) / "index"
        build_large(encoder, texts, directory, settings, passages=given.passages, figures=given.figures)
        size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
        generation = open_generation(directory, settings, source)
        prepare(generation)
        generation.warm()
        print(f"{given.passages} passages, {given.figures} figures, {size / 1e6:.0f} MB on disk")  # noqa: T201
        half = _QUESTIONS + _WARMING
        spread = [set_.queries[number].text for number in range(len(sets[0].queries)) for set_ in sets]
        questions = list(dict.fromkeys(spread))[: 2 * half]
        _time("search", questions[:half], lambda text: generation.search(text, 10), encoder)
        if given.profile:
            _profiled(questions[half:], generation)
        else:
            _time("answer", questions[half:], lambda text: answer(Question(text), generation), encoder)
        generation.close()


def _time(name: str, questions: Sequence[str], ask: Callable[[str], object], encoder: Encoder) -> None:
    for question in questions[:_WARMING]:
        ask(question)
    whole, encoding = [], []
    for question in questions[_WARMING:]:
        started = time.perf_counter()
        # What follows finds the question's vectors remembered.
        encoder.token_vectors(question)
        encoding.append(time.perf_counter() - started)
        ask(question)
        whole.append(time.perf_counter() - started)
    for part, times in ((name, whole), ("of which encoding the question", encoding)):
        p50, p90, p99 = np.percentile(np.array(times) * 1000, [50, 90, 99])
        print(f"  {part:32} p50 {p50:6.1f} ms   p90 {p90:6.1f} ms   p99 {p99:6.1f} ms")  # noqa: T201


def _profiled(questions: Sequence[str], generation: Generation) -> None:
    for question in questions[:_WARMING]:
        answer(Question(question), generation)
    with cProfile.Profile() as profile:
        for question in questions[_WARMING:]:
            answer(Question(question), generation)
    pstats.Stats(profile).sort_stats("cumulative").print_stats(45).sort_stats("tottime").print_stats(25)


if __name__ == "__main__":
    main()
