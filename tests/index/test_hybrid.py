from pathlib import Path

import pytest

from index.encoder import Encoder
from index.hybrid import LATE, Searcher, Weights, evidence, open_searcher
from index.keyword import build_keyword, open_keyword
from index.late import build_late, passage_records, split_records
from index.vectors import build_vectors
from ingest.chunk import Chunk

TEXTS = [
    "Kainuulle myönnettiin valtionavustuksia 5 007 266 euroa vuonna 2021.",
    "Lapin hyvinvointialue kehittää palveluja etäisyyksien takia digitaalisesti.",
    "Kunnat järjestävät varhaiskasvatusta lapsille päiväkodeissa.",
    "Hankkeen tunnus on SM-2291-B ja se päättyy 31.12.2023.",
]


def chunk(number: int, text: str) -> Chunk:
    return Chunk(f"d#{number}:0-{len(text)}", "d", number, 0, len(text), text, ("Raportti",))


CHUNKS = [chunk(number, text) for number, text in enumerate(TEXTS, start=1)]


@pytest.fixture(scope="module")
def generation(tmp_path_factory: pytest.TempPathFactory, encoder: Encoder) -> Path:
    folder = tmp_path_factory.mktemp("generation")
    passages = [chunk.passage for chunk in CHUNKS]
    vectors, codes = split_records(passage_records(encoder, passages))
    build_vectors(vectors, [chunk.id for chunk in CHUNKS], folder / "vectors.faiss")
    build_keyword(passages, folder / "keyword")
    build_late(codes, folder / LATE)
    return folder


@pytest.fixture(scope="module")
def searcher(generation: Path, encoder: Encoder) -> Searcher:
    return open_searcher(CHUNKS, encoder, generation)


@pytest.mark.parametrize(
    ("query", "best"),
    [
        ("Paljonko Kainuu sai avustusta?", 0),
        ("How much state aid did Kainuu get?", 0),
        ("Vilka tjänster finns för små barn?", 2),
        ("SM-2291-B", 3),
        ("5007266", 0),
    ],
)
def test_questions_in_three_languages_codes_and_amounts_find_their_passage(
    searcher: Searcher, query: str, best: int
) -> None:
    hits = searcher.search(query, 3)
    assert hits[0].chunk is CHUNKS[best]
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_only_allowed_chunks_are_found(searcher: Searcher) -> None:
    hits = searcher.search("Paljonko Kainuu sai avustusta?", 10, frozenset({1, 2}))
    assert {hit.chunk.page for hit in hits} == {2, 3}
    assert searcher.search("Kainuu", 10, frozenset()) == ()


@pytest.mark.parametrize(("query", "limit"), [("", 5), ("  ", 5), ("Kainuu", 0)])
def test_nothing_asked_finds_nothing(searcher: Searcher, query: str, limit: int) -> None:
    assert searcher.search(query, limit) == ()


def test_a_question_without_words_is_answered(searcher: Searcher) -> None:
    assert len(searcher.search("???", 2)) == 2


def test_a_generation_without_token_vectors_is_searched_too(generation: Path, encoder: Encoder) -> None:
    (generation / LATE).rename(generation / "elsewhere")
    try:
        hits = open_searcher(CHUNKS, encoder, generation).search("Paljonko Kainuu sai avustusta?", 1)
    finally:
        (generation / "elsewhere").rename(generation / LATE)
    assert hits[0].chunk is CHUNKS[0]


def test_evidence_is_the_share_that_the_question_could_give(generation: Path) -> None:
    keyword = open_keyword(generation / "keyword")
    known, unknown = (evidence(keyword.matches(query))[0] for query in ("Kainuu", "Kainuu xyzzy"))
    assert 0 < unknown < known / 2 < 0.5
    assert evidence(keyword.matches("")).tolist() == [0, 0, 0, 0]


def test_the_weights_are_those_that_the_report_names() -> None:
    assert Weights() == Weights(words=0.3, tokens=1.0, words_alone=0.12, candidates=100, second_look=30)
