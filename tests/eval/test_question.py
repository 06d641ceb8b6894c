import json
from pathlib import Path

import pytest

from eval.question import ExpectedFigure, QuestionFileError, load_questions
from tests.data import ROOT

LINE = {
    "id": "a",
    "question": "Paljonko?",
    "language": "fi",
    "expected_status": "answered",
    "split": "dev",
    "expected_figures": [{"value": 12, "unit": "EUR"}],
}


def written(folder: Path, *lines: object) -> Path:
    path = folder / "set.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def test_reads_a_line(tmp_path: Path) -> None:
    (question,) = load_questions(written(tmp_path, LINE))
    assert question.expected_figures == (ExpectedFigure(value=12.0, unit="EUR"),)
    assert question.kind == "other"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"language": "de"}, "language is 'de'"),
        ({"split": "test"}, "split is 'test'"),
        ({"surprise": 1}, "unknown fields"),
        ({"history": "x"}, "history is not a list"),
        ({"expected_figures": [3]}, "is not an object"),
    ],
)
def test_names_file_and_line_of_a_bad_one(tmp_path: Path, change: dict[str, object], said: str) -> None:
    with pytest.raises(QuestionFileError, match=rf"set\.jsonl, line 2: .*{said}"):
        load_questions(written(tmp_path, LINE, {**LINE, "id": "b", **change}))


def test_refuses_an_id_that_stands_twice(tmp_path: Path) -> None:
    with pytest.raises(QuestionFileError, match="stands twice"):
        load_questions(written(tmp_path, LINE, LINE))


# The labels of cells are no questions.
_SETS = sorted(path for path in (ROOT / "eval" / "questions").glob("*.jsonl") if path.stem != "cells")


@pytest.mark.parametrize("path", _SETS, ids=lambda path: path.stem)
def test_question_sets_of_the_project_are_of_the_schema(path: Path) -> None:
    questions = load_questions(path)
    kept = sum(question.split == "kept" for question in questions)
    assert len(questions) // 3 <= kept <= 2 * len(questions) // 3


def test_the_set_over_the_corpus_has_three_languages_and_refusals() -> None:
    questions = load_questions(ROOT / "eval" / "questions" / "corpus.jsonl")
    assert len(questions) >= 80
    assert {question.language for question in questions} == {"fi", "sv", "en"}
    assert sum(question.expected_status == "not_found" for question in questions) >= 10
    missing = {
        document
        for question in questions
        for document in question.expected_documents
        if not (ROOT / document).is_file()
    }
    assert missing == set()
