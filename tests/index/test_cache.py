import contextlib
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.cache import cached_embeddings


class Counting:
    """Embeds a text as its length and first letter, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: list[str]) -> NDArray[np.float32]:
        self.asked += texts
        return np.array([[len(text), ord(text[0])] for text in texts], dtype=np.float32)


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    embed = Counting()
    first, fresh = cached_embeddings(["bb", "a", "bb"], embed, tmp_path, "e float32")
    assert first.tolist() == [[2, 98], [1, 97], [2, 98]]
    assert fresh == 2
    again, fresh = cached_embeddings(["a", "ccc", "bb"], embed, tmp_path, "e float32")
    assert again.tolist() == [[1, 97], [3, 99], [2, 98]]
    assert fresh == 1
    assert sorted(embed.asked) == ["a", "bb", "ccc"]


def test_another_encoder_or_precision_shares_nothing(tmp_path: Path) -> None:
    embed = Counting()
    for key in ("e float32", "e bfloat16", "e/float32"):
        cached_embeddings(["a"], embed, tmp_path, key)
    assert embed.asked == ["a", "a", "a"]


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    embed = Counting()
    cached_embeddings(["a"], embed, tmp_path, "e")
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"\x00garbage" * 1000)
    vectors, fresh = cached_embeddings(["a"], embed, tmp_path, "e")
    assert vectors.tolist() == [[1, 97]]
    assert fresh == 1


def test_what_was_embedded_before_a_failure_is_kept(tmp_path: Path) -> None:
    texts = [chr(97 + number % 26) * (number + 1) for number in range(100)]

    def failing(batch: list[str]) -> NDArray[np.float32]:
        if len(batch[-1]) > 64:
            raise KeyboardInterrupt
        return Counting()(batch)

    with contextlib.suppress(KeyboardInterrupt):
        cached_embeddings(texts, failing, tmp_path, "e")
    _, fresh = cached_embeddings(texts, Counting(), tmp_path, "e")
    assert fresh == 36


def test_no_passages_need_no_encoder(tmp_path: Path) -> None:
    vectors, fresh = cached_embeddings([], Counting(), tmp_path, "e")
    assert (vectors.shape, fresh) == ((0, 0), 0)
