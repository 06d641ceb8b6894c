"""Sets the weights of search on half A of the question sets: a grid, by the mean MRR@10 of the sets.

    python -m eval.bench.weights [--data ../shared/data] [--cache FOLDER]

Half B is never looked at here; `eval.bench.retrieval` reports it with the weights that `index.hybrid` then holds.
"""

import itertools
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.bench.retrieval import build_indexes, parser, question_sets, ranking, ranks, reciprocal
from index.encoder import load_encoder
from index.hybrid import Searcher, Weights
from index.keyword import KeywordIndex, Matches
from index.late import LateIndex, Vectors
from index.settings import settings_from_environment
from index.vectors import open_vectors

WORDS = (0.05, 0.08, 0.12, 0.2, 0.3, 0.4, 0.5)
TOKENS = (0.0, 0.5, 0.7, 1.0, 1.4, 2.0)


class _WordsOnce(KeywordIndex):
    """Remembers the last question's matches, which all weights share."""

    _last: tuple[str, Matches] | None = None

    def matches(self, query: str) -> Matches:
        if self._last is None or self._last[0] != query:
            self._last = (query, super().matches(query))
        return self._last[1]


class _LateOnce(LateIndex):
    """Remembers the last question's scores by passages, which many weights share."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._question: Vectors | None = None
        self._known: dict[bytes, Vectors] = {}

    def scores(self, question: Vectors, positions: npt.NDArray[np.int64]) -> Vectors:
        if self._question is not question:
            self._question, self._known = question, {}
        key = positions.tobytes()
        if key not in self._known:
            self._known[key] = super().scores(question, positions)
        return self._known[key]


def main(arguments: Sequence[str] | None = None) -> None:
    """Print MRR@10 of each pair of weights on half A, set by set, best mean last."""
    given = parser(__doc__).parse_args(arguments)
    encoder = load_encoder(settings_from_environment())
    sets = question_sets(given.data)
    grid = {f"{words} {tokens}": Weights(words, tokens) for words, tokens in itertools.product(WORDS, TOKENS)}
    columns = []
    with tempfile.TemporaryDirectory() as place:
        for number, question_set in enumerate(sets):
            folder = Path(place) / str(number)
            build_indexes(encoder, question_set.chunks, folder, given.cache)
            near = open_vectors(folder / "vectors.faiss")
            words, late = _WordsOnce(folder / "keyword"), _LateOnce(folder / "late")
            rankings = {
                name: ranking(Searcher(question_set.chunks, encoder, words, near, late, weights=weights))
                for name, weights in grid.items()
            }
            found = ranks([query for query in question_set.queries if query.half == 0], rankings)
            columns.append([reciprocal(found[name]).mean() for name in grid])
    print("words, tokens: mean MRR@10 on half A; " + ", ".join(each.name for each in sets))  # noqa: T201  # its purpose
    rows = np.array(columns).T
    for row in np.argsort(rows.mean(axis=1), kind="stable"):
        values = " ".join(f"{value:.4f}" for value in rows[row])
        print(f"{list(grid)[row]:>9}: {rows[row].mean():.4f}; {values}")  # noqa: T201  # its purpose


if __name__ == "__main__":
    main()
