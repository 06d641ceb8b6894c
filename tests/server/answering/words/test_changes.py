"""Words of rising and falling."""

import pytest

from server.answering.words.changes import FALLS, RISES


@pytest.mark.parametrize("word", ["kasvoi", "nousivat", "lisääntyi", "ökade", "steg", "increased", "rose", "growing"])
def test_rises(word: str) -> None:
    assert RISES.fullmatch(word)
    assert not FALLS.search(word)


@pytest.mark.parametrize("word", ["väheni", "laskivat", "supistui", "aleni", "sjönk", "minskade", "fell", "declined"])
def test_falls(word: str) -> None:
    assert FALLS.fullmatch(word)
    assert not RISES.search(word)


@pytest.mark.parametrize("word", ["laskelma", "nouseva", "stigen", "roses", "fallow", "väki", "alennusmyynti"])
def test_words_that_begin_alike_are_no_falls(word: str) -> None:
    assert not FALLS.search(word)
