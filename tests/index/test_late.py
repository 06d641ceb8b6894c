from pathlib import Path

import numpy as np
import pytest

from eval.bench.letters import LetterEncoder
from index.errors import BrokenIndexError
from index.late import (
    Codes,
    Vectors,
    build_late,
    compress,
    expand,
    kept_tokens,
    open_late,
    passage_records,
    rotate,
    split_records,
)


def unit(rows: int, dimension: int) -> Vectors:
    values = np.random.default_rng(5).normal(size=(rows, dimension)).astype(np.float32)
    lengths: Vectors = np.linalg.norm(values, axis=1, keepdims=True)
    return values / lengths


def kept(tokens: Vectors) -> Codes:
    return kept_tokens(tokens, np.arange(2 * len(tokens)).reshape(-1, 2))


def test_four_dimensions_share_a_byte() -> None:
    values = expand(np.array([[0 | 1 << 2 | 2 << 4 | 3 << 6]], np.uint8), 4)
    np.testing.assert_allclose(values, [[-0.755, -0.2264, 0.2264, 0.755]])


@pytest.mark.parametrize("dimension", [384, 30])
def test_compressed_tokens_are_near_the_true_ones(dimension: int) -> None:
    tokens = unit(50, dimension)
    found = expand(compress(tokens), dimension)
    assert found.shape == tokens.shape
    # Two bits of a normal distribution keep 88 % of its variance; angles between vectors stay.
    assert np.linalg.norm(found, axis=1).mean() == pytest.approx(0.94, abs=0.02)
    assert np.abs(found @ found.T - tokens @ tokens.T)[~np.eye(len(found), dtype=bool)].mean() < 0.1


def test_a_record_holds_vector_and_tokens() -> None:
    encoder = LetterEncoder()
    vectors, codes = split_records(passage_records(encoder, ["yksi kaksi", "kolme"]))
    np.testing.assert_array_equal(vectors, encoder.encode_passages(["yksi kaksi", "kolme"]))
    assert [code.shape for code in codes] == [(2, 12), (1, 12)]
    assert split_records([])[0].shape == (0, 0)


def test_a_passage_without_tokens_is_kept() -> None:
    assert compress(unit(0, 384)).shape == (0, 96)
    assert expand(compress(unit(0, 384)), 384).shape == (0, 384)
    record = passage_records(LetterEncoder(), ["yksi"])[0]
    _, codes = split_records([record[: 4 + 4 * 32]])
    assert codes[0].shape == (0, 12)


def test_the_passage_with_the_nearest_tokens_scores_best(tmp_path: Path) -> None:
    tokens = unit(6, 384)
    build_late([kept(tokens[:3]), kept(tokens[:0]), kept(tokens[3:])], tmp_path)
    scores = open_late(tmp_path).scores(tokens[4:6], np.array([0, 1, 2]))
    assert scores[1] == 0
    assert scores[2] == pytest.approx(0.88, abs=0.03)
    assert scores[2] > 0.5 > scores[0]


def test_each_token_keeps_its_place(tmp_path: Path) -> None:
    encoder = LetterEncoder()
    passage = "yksi kaksi " + "kolme " * 12_000
    _, codes = split_records(passage_records(encoder, ["neljä", passage]))
    build_late(codes, tmp_path)
    tokens, places = open_late(tmp_path).tokens(1)
    cosines = expand(tokens, encoder.dimension) @ rotate(encoder.token_vectors("kaksi")[1]).T
    assert cosines.shape == (12_002, 1)
    assert int(cosines.argmax()) == 1
    assert places[:3].tolist() == [[0, 4], [5, 10], [11, 16]]
    # Two bytes reach no further.
    assert places[-1].tolist() == [65_535, 65_535]


def test_tokens_without_a_place_stand_nowhere(tmp_path: Path) -> None:
    build_late([kept_tokens(unit(2, 8), np.array([[0, 4]]))], tmp_path)
    assert open_late(tmp_path).tokens(0)[1].tolist() == [[0, 4], [0, 0]]


def test_damaged_token_vectors_are_reported(tmp_path: Path) -> None:
    build_late([], tmp_path)
    assert open_late(tmp_path).scores(unit(1, 4), np.array([], np.int64)).tolist() == []
    (tmp_path / "tokens.npy").write_bytes(b"no array")
    with pytest.raises(BrokenIndexError, match="run ingest again"):
        open_late(tmp_path)
