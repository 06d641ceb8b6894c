from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder, Vectors, load_encoder
from index.errors import EncoderUnavailableError
from index.settings import IndexSettings

PASSAGES = [
    "Kainuu sai valtionavustusta viisi miljoonaa euroa.",
    "Lohikeitto keitetään perunoista, lohesta ja kermasta. " * 8,
    "Statsrådet beslutade om bidrag till regionerna.",
]


def test_vectors_have_length_one_whatever_the_precision(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(PASSAGES)
    assert vectors.shape == (3, 384) == (3, encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode_queries([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("question", "best"), [("How much aid did Kainuu get?", 0), ("Miten tehdään kalakeittoa?", 1), ("Vad beslöts?", 2)]
)
def test_a_question_is_nearest_to_its_passage(encoder: Encoder, question: str, best: int) -> None:
    scores = encoder.encode_queries([question]) @ encoder.encode_passages(PASSAGES).T
    assert int(scores.argmax()) == best


def test_token_vectors_come_from_the_same_pass_in_the_order_given(encoder: Encoder) -> None:
    seen: dict[int, Vectors] = {}
    encoder.encode_passages(PASSAGES, tokens=seen.__setitem__)
    for position, text in enumerate(PASSAGES):
        assert seen[position].shape == (encoder.count_tokens(text), 384)
    vector, tokens = encoder.token_vectors("Mikä on Kainuu?")
    np.testing.assert_array_equal(vector, encoder.encode_queries(["Mikä on Kainuu?"])[0])
    np.testing.assert_allclose(np.linalg.norm(tokens, axis=1), 1, atol=1e-5)


def test_batching_does_not_change_vectors(encoder: Encoder) -> None:
    together = encoder.encode_passages(PASSAGES)
    alone = np.concatenate([encoder.encode_passages([text]) for text in PASSAGES])
    assert (together * alone).sum(axis=1).min() > 0.999


def test_tokens_are_counted_as_the_model_reads_them(encoder: Encoder) -> None:
    assert encoder.count_tokens("") == 0
    assert encoder.count_tokens("Mikä on Ponzi-huijaus?") == 8


def test_a_model_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{}")
    with pytest.raises(EncoderUnavailableError, match="LAHDE_ENCODER"):
        load_encoder(IndexSettings(encoder=str(tmp_path), cache=tmp_path))
