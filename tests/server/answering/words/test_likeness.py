"""How surely two words are forms of one."""

import pytest

from server.answering.words.likeness import surely_one


@pytest.mark.parametrize(
    ("word", "token", "surely"),
    [
        ("johtaja", "johtajan", 1.0),
        ("johtaja", "johtamista", 0.7),
        ("nimikettä", "nimikkeitä", 1.0),
        ("kotihoidontuki", "kotihoidon", 0.7),
        ("ohjelma", "kehittämisohjelma", 0.8),
        ("2021", "2021", 1.0),
        ("kunta", "virasto", 0.0),
        ("voimaan", "voit", 0.0),
        ("voimaan", "voimassa", 1.0),
        ("voidaan", "voit", 1.0),
    ],
)
def test_words_of_a_family_are_not_one(word: str, token: str, surely: float) -> None:
    assert surely_one(word, token) == surely
