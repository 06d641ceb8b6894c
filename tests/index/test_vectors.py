from pathlib import Path

import numpy as np
import pytest

from index.errors import BrokenIndexError
from index.vectors import VectorIndex, build_vectors, open_vectors


@pytest.fixture(scope="module")
def vectors(tmp_path_factory: pytest.TempPathFactory) -> VectorIndex:
    path = tmp_path_factory.mktemp("vectors") / "vectors.faiss"
    build_vectors(np.array([[1, 0], [0.6, 0.8], [0, 1]], np.float32), ["a", "b", "c"], path)
    return open_vectors(path)


def test_cosines_come_best_first(vectors: VectorIndex) -> None:
    found = vectors.search(np.array([1, 0], np.float32), 10)
    assert [position for position, _ in found] == [0, 1, 2]
    assert [score for _, score in found] == pytest.approx([1, 0.6, 0])


def test_only_allowed_passages_are_found(vectors: VectorIndex) -> None:
    ((position, score),) = vectors.search(np.array([1, 0], np.float32), 1, allowed={1, 2})
    assert position == 1
    assert score == pytest.approx(0.6)


def test_scores_of_given_passages(vectors: VectorIndex) -> None:
    scores = vectors.scores(np.array([0, 1], np.float32), np.array([2, 0]))
    assert scores.tolist() == [1, 0]


def test_there_must_be_an_id_for_each_vector(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="1 vectors for 0 chunks"):
        build_vectors(np.ones((1, 2), np.float32), [], tmp_path / "vectors.faiss")


def test_a_damaged_file_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "vectors.faiss"
    with pytest.raises(BrokenIndexError):
        open_vectors(path)
    path.write_bytes(b"nothing")
    with pytest.raises(BrokenIndexError, match="run ingest again"):
        open_vectors(path)
