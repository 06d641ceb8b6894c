import os
import subprocess
import sys
from pathlib import Path

import pytest

from eval.bench.letters import LetterEncoder
from index import folder
from index.build import build
from index.format import formats
from index.plan import plan_ingest
from index.settings import IndexSettings
from ingest.__main__ import main
from tests.data import ROOT


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    where = tmp_path / "asiat"
    where.mkdir()
    (where / "kaivo.txt").write_text("Kaivo on pihan perällä.\n")
    return where


@pytest.fixture
def index(tmp_path: Path, corpus: Path) -> Path:
    """An index such as the command makes, but for its vectors."""
    directory = tmp_path / "index"
    with folder.writing(directory):
        build(
            directory,
            plan_ingest([corpus]),
            IndexSettings(),
            formats(),
            say=lambda _: None,
            load=lambda _: LetterEncoder(),
        )
    return directory


HEAVY = "{'torch', 'transformers', 'sentence_transformers', 'llama_index', 'faiss', 'pypdfium2', 'ortools', 'pandas'}"


def test_with_nothing_to_do_nothing_heavy_is_imported(index: Path, corpus: Path) -> None:
    script = (
        f"import sys; from ingest.__main__ import main; code = main([{str(corpus)!r}, '--index', {str(index)!r}]);"
        f"heavy = {HEAVY} & set(sys.modules); print(heavy or 'light'); sys.exit(code)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LAHDE_")}
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [
        "nothing has changed: 1 documents, 1 pages, 1 chunks, 0 tables, 0 figures, 0 findings",
        "light",
    ]


def test_a_removed_file_disappears(index: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "kaivo.txt").unlink()
    assert main([str(corpus), "--index", str(index)]) == 0
    assert "0 documents" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_fails_only_where_asked(
    index: Path, corpus: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "rikki.pdf").write_bytes(b"%PDF-1.7\n")
    for options, code in (([], 0), ([], 0), (["--strict"], 1)):
        assert main([str(corpus), "--index", str(index), *options]) == code
        out = capsys.readouterr().out
        assert "skipped 1 files:" in out
        assert "asiat/rikki.pdf" in out


def test_errors_say_what_to_do(tmp_path: Path, index: Path, corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "nowhere"), "--index", str(index)]) == 1
    assert "there is no such file or folder" in capsys.readouterr().err
    with folder.writing(index):
        assert main([str(corpus), "--index", str(index)]) == 1
    assert "another ingest is writing" in capsys.readouterr().err


def test_one_collection_names_one_path(index: Path, corpus: Path) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(corpus), str(corpus), "--index", str(index), "--collection", "omat"])
    assert stopped.value.code == 2


def test_tables_are_audited(corpus: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (corpus / "summat.md").write_text(
        "| Kunta | 2020 | 2021 | Yhteensä |\n|---|---|---|---|\n| Ahvenlampi | 1 200 | 2 300 | 3 500 |\n"
        "| Kuikkaranta | 4 000 | 5 100 | 9 100 |\n| Laituri | 10 | 20 | 30 |\n| Yhteensä | 5 210 | 7 420 | 12 800 |\n"
    )
    main(["audit", str(corpus)])
    out = capsys.readouterr().out
    assert "12800" in out.replace("\u00a0", "").replace(" ", "")
