from datetime import date
from pathlib import Path

import pytest

from ingest.manifest import Entry, read_manifest


def _errors(folder: Path, text: str) -> tuple[str, ...]:
    (folder / "manifest.toml").write_text(text, encoding="utf-8")
    (folder / "a.txt").touch()
    return read_manifest(folder).errors


def test_entries_by_file(tmp_path: Path) -> None:
    errors = _errors(
        tmp_path,
        '[[documents]]\nfile = "a.txt"\ntitle = "Ohjelma"\ndate = 2023-05-15\nperiod = 2023\nfacts_from = "lähde"\n',
    )
    assert errors == ()
    assert read_manifest(tmp_path).entries == {
        "a.txt": Entry("a.txt", title="Ohjelma", date=date(2023, 5, 15), period="2023", facts_from=("lähde",))
    }


def test_no_manifest_says_nothing(tmp_path: Path) -> None:
    assert read_manifest(tmp_path).entries == {}
    assert read_manifest(tmp_path / "a.txt").errors == ()


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("[[documents", "cannot be read"),
        ('[documents]\nfile = "a.txt"', "two brackets"),
        ('[[documents]]\ntitle = "x"', "entry 1: it has no file"),
        ('[[documents]]\nfile = "a.txt"\ntitel = "x"', "unknown key 'titel'"),
        ('[[documents]]\nfile = "a.txt"\ndate = "eilen"', "date is not a date"),
        ('[[documents]]\nfile = "a.txt"\ntitle = 5', "title is not text"),
        ('[[documents]]\nfile = "b.txt"', "there is no file 'b.txt'"),
        ('[[documents]]\nfile = "../a.txt"', "not inside the folder"),
        ('[[documents]]\nfile = "a.txt"\n[[documents]]\nfile = "a.txt"', "listed twice"),
        ("[files]\nx = 1", "unknown key 'files'"),
    ],
)
def test_what_is_wrong_is_named(text: str, error: str, tmp_path: Path) -> None:
    errors = _errors(tmp_path, text)
    assert len(errors) == 1
    assert error in errors[0]


def test_a_wrong_part_leaves_the_rest_of_an_entry(tmp_path: Path) -> None:
    _errors(tmp_path, '[[documents]]\nfile = "a.txt"\ntitle = "Hyvä"\ndate = "eilen"')
    assert read_manifest(tmp_path).entries["a.txt"] == Entry("a.txt", title="Hyvä")
