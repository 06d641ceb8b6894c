from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder
from index.errors import BrokenIndexError
from index.late import compress, expand, rotate
from index.reader import WAYS, WEIGHTS, Reader, Weighed, open_reader

SENTENCES = (
    "Hanke alkoi keväällä.",
    "Maakunnan hyvinvointialueen johtajaksi valittiin Liisa Virtanen.",
    "Asukkaita alueella on 71 500.",
    "Uusi sairaala avattiin Kajaanissa vuonna 2018.",
)
OTHER = ("Päiväkodin pihalla kasvaa vanhoja mäntyjä.", "Lapset leikkivät siellä aamuisin ennen lounasta.")


@pytest.fixture(scope="module")
def reader(encoder: Encoder) -> Reader:
    found = open_reader(encoder.name)
    assert found is not None
    return found


def likely(reader: Reader, encoder: Encoder, question: str, sentences: tuple[str, ...]) -> list[float]:
    """The log odds of each sentence of a passage, read with the one before it."""
    text = " ".join(sentences)
    tokens: list[np.ndarray[tuple[int, int], np.dtype[np.float32]]] = []
    encoder.encode_passages([text], tokens=lambda _, vectors: tokens.append(vectors))
    places = encoder.token_spans(text)[:, 0]
    starts = np.cumsum([0, *(len(sentence) + 1 for sentence in sentences[:-1])])
    number = np.searchsorted(starts, places, "right") - 1
    passage = expand(compress(tokens[0]), encoder.dimension)
    (weighed,) = reader.weigh(rotate(encoder.token_vectors(question)[1]), [passage])
    return [weighed.likely(number == one, (number == one) | (number == one - 1)) for one in range(len(sentences))]


@pytest.mark.parametrize(
    ("question", "answering"),
    [
        ("Kuka valittiin johtajaksi?", 1),
        ("Who was chosen as director?", 1),
        ("Montako asukasta alueella on?", 2),
        ("How many people live there?", 2),
        ("Milloin sairaala avattiin?", 3),
        ("When was the hospital opened?", 3),
    ],
)
def test_the_sentence_that_answers_is_likeliest(
    reader: Reader, encoder: Encoder, question: str, answering: int
) -> None:
    here = likely(reader, encoder, question, SENTENCES)
    assert int(np.argmax(here)) == answering
    assert here[answering] > max(likely(reader, encoder, question, OTHER))


def test_log_odds_are_the_weighted_signals_of_a_part() -> None:
    near = np.array([[0.5, 0.25, 1.0], [0.0, 0.5, 0.75]], np.float32)
    wanted = np.array([[1.0, 1.0, 9.0], [2.0, 0.0, 9.0]], np.float32)
    mix = np.array([8.0, 4.0, 6.0, 1.0, 0.5], np.float32)
    weighed = Weighed(near, wanted, np.array([0.75, 0.25], np.float32), mix)
    part, read = np.array([True, True, False]), np.array([True, True, True])
    own, around = 0.75 * 0.5 + 0.25 * 0.5, 0.75 * 1.0 + 0.25 * 0.75
    one, other = np.log(2 * np.exp(1.0)), np.log(np.exp(2.0) + 1) - np.log(2)
    assert weighed.likely(part, read) == pytest.approx(8 * own + 4 * around - 6 + one + 0.5 * other, abs=1e-4)


def test_what_is_found_does_not_hang_on_the_other_passages(reader: Reader, encoder: Encoder) -> None:
    tokens = np.random.default_rng(0).standard_normal((50, 384), np.float32) / np.float32(20)
    question = rotate(encoder.token_vectors("Kuka?")[1])
    (alone,) = reader.weigh(question, [tokens[:30]])
    beside = reader.weigh(question, [tokens, tokens[:30]])[1]
    assert np.allclose(alone.near, beside.near, atol=1e-5)
    assert np.allclose(alone.wanted, beside.wanted, atol=1e-5)
    assert alone.important.sum() == pytest.approx(1)
    assert alone.wanted.shape == (WAYS, 30)


def test_no_reader_over_the_vectors_of_another_model() -> None:
    assert open_reader("all-MiniLM-L6-v2") is None


@pytest.mark.parametrize("kept", [b"", b"PK\x03\x04 torn", b"no archive"])
def test_damaged_weights_are_reported(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "reader.npz").write_bytes(kept)
    with pytest.raises(BrokenIndexError, match=r"reader\.npz cannot be read"):
        open_reader("multilingual-e5-small", tmp_path / "reader.npz")


def test_the_weights_are_small_and_hold_no_objects() -> None:
    assert WEIGHTS.stat().st_size < 500_000
    with np.load(WEIGHTS, allow_pickle=False) as kept:
        assert {kept[name].shape for name in ("near", "met")} == {(64, 384)}
