from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import torch
from threadpoolctl import threadpool_info

from index import lemmas
from index.encoder import Encoder
from index.keyword import build_keyword, open_keyword
from index.late import build_late, kept_tokens, open_late
from index.threads import compute_alone
from ingest.read import cores

PASSAGES = [
    f"Maakunnan {number}. hanke sai valtionavustuksia {number} 000 euroa vuonna {2000 + number}."
    for number in range(40)
]
QUESTIONS = [f"Paljonko valtionavustusta hanke {number} sai vuonna {2000 + number}?" for number in range(40)]


def alike(ask: Callable[[int], object]) -> None:
    """Ask all questions one after the other and by eight threads at once, each several times."""
    numbers = list(range(len(QUESTIONS))) * 4
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(ask, numbers))
    assert together == [ask(number) for number in numbers]


def test_words_are_searched_by_threads_as_by_one(tmp_path: Path) -> None:
    build_keyword(PASSAGES, tmp_path)
    index = open_keyword(tmp_path)
    alike(lambda number: index.search(QUESTIONS[number], 10))


def test_unknown_words_are_analysed_by_threads_as_by_one() -> None:
    words = [
        f"{start}rahoitusp{'ä' * (number % 3 + 1)}ätöksellä{number}" for number, start in enumerate("abcdefgh" * 5)
    ]
    alike(lambda number: (lemmas.base_forms(words[number]), lemmas.compound_parts(words[number])))


def test_token_vectors_are_read_by_threads_as_by_one(tmp_path: Path) -> None:
    chance = np.random.default_rng(0)
    vectors = chance.normal(size=(60, 30, 16)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=2, keepdims=True)
    build_late([kept_tokens(tokens, np.zeros((30, 2), np.int64)) for tokens in vectors], tmp_path)
    index = open_late(tmp_path)
    places = [np.sort(chance.choice(60, 20, replace=False)) for _ in QUESTIONS]
    alike(lambda number: index.scores(vectors[number, :9], places[number]).tolist())


def test_questions_are_encoded_by_threads_as_by_one(encoder: Encoder) -> None:
    def ask(number: int) -> tuple[list[float], int]:
        return encoder.encode_queries([QUESTIONS[number]])[0].tolist(), encoder.count_tokens(QUESTIONS[number] * 2)

    alike(ask)


def test_one_thread_computes_a_text() -> None:
    compute_alone()
    assert torch.get_num_threads() == 1
    assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} == {1}
    assert cores() >= 1
