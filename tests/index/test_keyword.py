from pathlib import Path

import numpy as np
import pytest

from index.errors import BrokenIndexError
from index.keyword import KeywordIndex, build_keyword, open_keyword

PASSAGES = [
    "Kainuulle myönnettiin valtionavustuksia 5 007 266 euroa vuonna 2021.",
    "Lapin hyvinvointialue kehittää palveluja.",
    "Bidrag till regionerna beviljades.",
    "Kauhavan kaupunki ja Kainuu.",
]


@pytest.fixture(scope="module")
def keyword(tmp_path_factory: pytest.TempPathFactory) -> KeywordIndex:
    folder = tmp_path_factory.mktemp("keyword")
    build_keyword(PASSAGES, folder)
    return open_keyword(folder)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("avustus", [0]),
        ("Kainuu", [3, 0]),
        ("Kuinka paljon Kauhavalla", [3]),
        ("5007266", [0]),
        ("region bidraget", [2]),
        ("hyvinvointialueiden palvelut", [1]),
        ("xyzzy", []),
        ("", []),
    ],
)
def test_search(keyword: KeywordIndex, query: str, expected: list[int]) -> None:
    assert [position for position, _ in keyword.search(query, 10)] == expected


def test_only_allowed_passages_are_found(keyword: KeywordIndex) -> None:
    assert [position for position, _ in keyword.search("Kainuu", 10, allowed={0, 1})] == [0]
    assert keyword.search("Kainuu", 10, allowed=frozenset()) == []


def test_scores_fall_and_the_limit_holds(keyword: KeywordIndex) -> None:
    found = keyword.search("Kainuu", 1)
    assert len(found) == 1
    assert found[0][1] > keyword.search("Kainuu", 2)[1][1]


def test_beginnings_find_what_begins_with_one_of_them(keyword: KeywordIndex) -> None:
    matches = keyword.matches_of_beginnings([["kainu"], ["xyzzy", "hyvinvointial"]])
    assert [(word.word, word.found) for word in matches.words] == [("kainu", True), ("xyzzy", True)]
    assert [position for position, score in enumerate(matches.scores) if score > 0] == [0, 1, 3]


def test_a_rare_compound_tells_no_more_than_the_word_that_it_begins_with(tmp_path: Path) -> None:
    passages = [f"Ohjelma {number} jatkuu." for number in range(20)]
    build_keyword([*passages, "Ohjelmatyö jatkuu."], tmp_path)
    matches = open_keyword(tmp_path).matches_of_beginnings([["ohjelma"]])
    assert matches.words[0].weight < 0.03
    assert matches.scores.min() > 0
    assert matches.scores.max() <= matches.words[0].weight


def test_words_tell_whether_the_corpus_has_them(keyword: KeywordIndex) -> None:
    matches = keyword.matches("Kainuun xyzzy")
    assert [(word.word, word.found) for word in matches.words] == [("Kainuun", True), ("xyzzy", False)]
    assert matches.scores.dtype == np.float32


def test_an_index_of_nothing_finds_nothing(tmp_path: Path) -> None:
    build_keyword([], tmp_path)
    assert open_keyword(tmp_path).search("Kainuu", 5) == []


def test_a_damaged_index_is_reported(tmp_path: Path) -> None:
    build_keyword(PASSAGES, tmp_path)
    (tmp_path / "scores.npy").write_bytes(b"no array")
    with pytest.raises(BrokenIndexError, match="run ingest again"):
        open_keyword(tmp_path)


def test_the_nearest_forms_of_the_corpus(keyword: KeywordIndex) -> None:
    assert keyword.near_forms("Kainulle", 1) == ("kainuulle",)
    assert keyword.near_forms("hyvinvointialue", 1) == ("hyvinvointialue",)
    assert keyword.near_forms("ainuulle", 1) == ()
    assert keyword.near_forms("Kauhavalta", 2) == ("kauhavalta",)
