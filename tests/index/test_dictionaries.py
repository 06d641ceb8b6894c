from pathlib import Path
from unicodedata import normalize

import pytest

from index import dictionaries
from index.dictionaries import base_form, is_listed


def test_words_have_their_base_forms() -> None:
    assert base_form("taloissa", "fi") == "talo"
    assert base_form("avustusten", "fi") == "avustus"
    assert base_form("kommunerna", "sv") == "kommun"
    assert base_form("received", "en") == "receive"


def test_a_word_is_listed_in_the_languages_that_have_it() -> None:
    assert is_listed("taloissa", "fi")
    assert not is_listed("taloissa", "sv", "en")
    assert is_listed("received", "fi", "en")
    assert is_listed(normalize("NFD", "sähkö"), "fi")


def test_a_damaged_trie_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trie = tmp_path / "dictionaries" / "en.dic"
    trie.parent.mkdir()
    trie.write_bytes(b"We love Marisa." + b"\0" * 40)
    monkeypatch.setenv("LAHDE_CACHE", str(tmp_path))
    dictionaries._tries.cache_clear()  # noqa: SLF001  # the folder is read once
    try:
        assert is_listed("received", "en")
    finally:
        dictionaries._tries.cache_clear()  # noqa: SLF001
    assert trie.stat().st_size > 1_000_000
