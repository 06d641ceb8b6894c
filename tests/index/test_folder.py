import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from index import folder
from index.errors import BrokenIndexError, LockedIndexError, NoIndexError

MANIFEST = folder.GenerationManifest("p", "i", {"encoder": "e"}, "e", "float32", {"documents": 0}, {})


def published(directory: Path, content: bytes = b"content") -> str:
    with folder.writing(directory):
        partial = folder.begin(directory)
        (partial / "keyword").mkdir()
        (partial / "keyword" / "words").write_bytes(content)
        return folder.publish(directory, partial, MANIFEST)


def test_the_published_generation_is_the_current_one(tmp_path: Path) -> None:
    name = published(tmp_path)
    generation = folder.generation_folder(tmp_path, name)
    assert folder.current_name(tmp_path) == name == "00000001"
    assert folder.read_manifest(generation) == replace(
        MANIFEST, files={"keyword/words": (7, "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73")}
    )
    folder.verify(generation, folder.read_manifest(generation))


def test_the_previous_generation_stays_and_older_ones_go(tmp_path: Path) -> None:
    for _ in range(4):
        published(tmp_path)
    assert [path.name for path in folder.kept_generations(tmp_path)] == ["00000003", "00000004"]


def test_a_generation_that_a_reader_holds_is_never_deleted(tmp_path: Path) -> None:
    published(tmp_path)
    name, held = folder.hold_current(tmp_path)
    for _ in range(3):
        published(tmp_path)
    assert (folder.generation_folder(tmp_path, name) / "keyword" / "words").exists()
    os.close(held)
    published(tmp_path)
    assert not folder.generation_folder(tmp_path, name).exists()


def test_what_a_killed_writer_left_is_cleared_away(tmp_path: Path) -> None:
    published(tmp_path)
    with folder.writing(tmp_path):
        left = folder.begin(tmp_path)
        (left / "store.sqlite").write_bytes(b"half")
    # Killed between the two renames: whole, but never made current.
    whole = tmp_path / "generations" / "00000007"
    whole.mkdir()
    (whole / folder.MANIFEST).write_text("{}")
    assert folder.current_name(tmp_path) == "00000001"
    assert published(tmp_path) == "00000008"
    assert [path.name for path in sorted((tmp_path / "generations").iterdir())] == ["00000001", "00000008"]


def test_two_writers_do_not_interleave(tmp_path: Path) -> None:
    with (
        folder.writing(tmp_path),
        pytest.raises(LockedIndexError, match="another ingest is writing"),
        folder.writing(tmp_path),
    ):
        pass


def test_a_folder_without_an_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(NoIndexError, match="python -m ingest"):
        folder.hold_current(tmp_path)


@pytest.mark.parametrize("content", [b"", b"contenT", b"content longer"])
def test_a_damaged_file_is_found(tmp_path: Path, content: bytes) -> None:
    generation = folder.generation_folder(tmp_path, published(tmp_path))
    (generation / "keyword" / "words").write_bytes(content)
    with pytest.raises(BrokenIndexError, match="missing or damaged"):
        folder.verify(generation, folder.read_manifest(generation))


def test_beyond_the_limit_only_sizes_are_checked(tmp_path: Path) -> None:
    generation = folder.generation_folder(tmp_path, published(tmp_path))
    (generation / "keyword" / "words").write_bytes(b"contenT")
    folder.verify(generation, folder.read_manifest(generation), limit=6)
    with pytest.raises(BrokenIndexError):
        folder.verify(generation, folder.read_manifest(generation), limit=7)


@pytest.mark.parametrize("data", ["", "[]", "{}", json.dumps({"files": {"a": 1}}), "\x00"])
def test_a_manifest_that_is_none_is_an_error(tmp_path: Path, data: str) -> None:
    (tmp_path / folder.MANIFEST).write_text(data)
    with pytest.raises(BrokenIndexError, match="not a generation's manifest"):
        folder.read_manifest(tmp_path)


@pytest.mark.parametrize("content", ["../elsewhere\n", "", "a/b"])
def test_current_never_leads_out_of_the_folder(tmp_path: Path, content: str) -> None:
    (tmp_path / "CURRENT").write_text(content)
    with pytest.raises(BrokenIndexError, match="names no generation"):
        folder.hold_current(tmp_path)
