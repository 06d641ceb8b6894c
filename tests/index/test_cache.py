import contextlib
from pathlib import Path

from index.cache import cached_records


class Counting:
    """Embeds a text as its length and first letter, and remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: list[str]) -> list[bytes]:
        self.asked += texts
        return [bytes([len(text), ord(text[0])]) for text in texts]


def test_nothing_is_embedded_twice(tmp_path: Path) -> None:
    embed = Counting()
    first, fresh = cached_records(["bb", "a", "bb"], embed, tmp_path, "e float32")
    assert first == [b"\x02b", b"\x01a", b"\x02b"]
    assert fresh == 2
    again, fresh = cached_records(["a", "ccc", "bb"], embed, tmp_path, "e float32")
    assert again == [b"\x01a", b"\x03c", b"\x02b"]
    assert fresh == 1
    assert sorted(embed.asked) == ["a", "bb", "ccc"]


def test_another_encoder_or_precision_shares_nothing(tmp_path: Path) -> None:
    embed = Counting()
    for key in ("e float32", "e bfloat16", "e/float32"):
        cached_records(["a"], embed, tmp_path, key)
    assert embed.asked == ["a", "a", "a"]


def test_a_damaged_cache_is_begun_anew(tmp_path: Path) -> None:
    embed = Counting()
    cached_records(["a"], embed, tmp_path, "e")
    (file,) = tmp_path.glob("*.sqlite")
    file.write_bytes(b"\x00garbage" * 1000)
    records, fresh = cached_records(["a"], embed, tmp_path, "e")
    assert records == [b"\x01a"]
    assert fresh == 1


def test_what_was_embedded_before_a_failure_is_kept(tmp_path: Path) -> None:
    texts = [chr(97 + number % 26) * (number + 1) for number in range(100)]

    def failing(batch: list[str]) -> list[bytes]:
        if len(batch[-1]) > 64:
            raise KeyboardInterrupt
        return Counting()(batch)

    with contextlib.suppress(KeyboardInterrupt):
        cached_records(texts, failing, tmp_path, "e")
    _, fresh = cached_records(texts, Counting(), tmp_path, "e")
    assert fresh == 36


def test_no_passages_need_no_encoder(tmp_path: Path) -> None:
    records, fresh = cached_records([], Counting(), tmp_path, "e")
    assert (records, fresh) == ([], 0)
