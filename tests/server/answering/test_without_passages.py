"""An index of files that hold nothing: no question finds an answer, and none fails."""

from contextlib import closing
from pathlib import Path

import pytest

from index.generation import open_generation
from index.settings import settings_from_environment
from ingest.__main__ import main as ingest
from server.answering.answer import Question
from server.answering.answering import answer


@pytest.mark.parametrize("text", ["Milloin hakuaika päättyy?", "Mikä on tavotteiden tilanne?", "Paljonko Kainuu sai?"])
def test_no_question_fails(tmp_path: Path, text: str) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "tyhja.txt").write_text("")
    assert ingest([str(files), "--index", str(tmp_path / "index")]) == 0
    with closing(open_generation(tmp_path / "index", settings_from_environment())) as generation:
        found = answer(Question(text), generation)
    assert found.status == "not_found"
    assert not found.citations
