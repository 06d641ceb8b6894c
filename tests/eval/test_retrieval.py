import json
from pathlib import Path

import numpy as np
import pytest

from eval.bench.retrieval import half_of, measures, paired_p, question_sets, ranks, report, rrf


def test_measures_of_known_ranks() -> None:
    found = measures(np.array([1, 2, 0, 6]))
    assert found["MRR@10"] == pytest.approx((1 + 1 / 2 + 1 / 6) / 4)
    assert found["R@1"] == 0.25
    assert found["R@5"] == 0.5
    assert found["nDCG@10"] == pytest.approx((1 + 1 / np.log2(3) + 1 / np.log2(7)) / 4)


def test_fusion_of_ranks_prefers_what_both_have() -> None:
    assert rrf([[3, 1], [2, 1]]) == [1, 2, 3]


def test_equal_systems_do_not_differ_and_one_sided_ones_do() -> None:
    scores = np.array([0.5, 1.0] * 10)
    assert paired_p(scores, scores) == 1
    assert paired_p(scores + 0.1, scores) < 0.001
    assert paired_p(np.array([1.0, 0.0]), np.array([0.0, 1.0])) == 1


def test_sets_are_read_halved_and_reported(tmp_path: Path) -> None:
    tydi = [{"id": f"t{n}", "title": "Otsikko", "context": "Sama", "question": f"Kysymys {n}?"} for n in range(20)]
    squad = [
        {"id": f"s{n}", "context": f"Teksti {n}", "question_fi": "Mikä?", "question_en": "What?"} for n in range(3)
    ]
    for folder, records in (("tydi-fi", tydi), ("squad2-fi", squad)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "dev.jsonl").write_text("\n".join(json.dumps(record) for record in records))
    first, second, third = question_sets(tmp_path)
    assert [len(first.chunks), len(second.chunks)] == [1, 3]
    assert first.chunks[0].passage == "Otsikko\nSama"
    assert second.chunks == third.chunks
    assert [query.relevant for query in third.queries] == [0, 1, 2]
    assert {query.half for query in first.queries} == {0, 1}
    assert half_of("t0") == first.queries[0].half
    found = ranks(second.queries, {"meaning": lambda _: [0, 1], "words": lambda _: [1]})
    assert found["meaning"].tolist() == [1, 2, 0]
    assert "SQuAD-fi FI→FI: 3 questions, 3 passages" in report(second, found)
