import os
from dataclasses import replace
from pathlib import Path

import pytest

from index.errors import CollectionError
from index.folder import sha256_of
from index.plan import Plan, plan_ingest
from index.store import Root, Source
from ingest.errors import Inaccessible


def files(base: Path, *names: str) -> None:
    for name in names:
        (base / name).parent.mkdir(parents=True, exist_ok=True)
        (base / name).write_text(name)


def ids(plan: Plan, *, known: bool | None = None) -> list[str]:
    return [task.file.id for task in plan.tasks if known is None or (task.known is not None) == known]


def done(plan: Plan) -> tuple[tuple[Root, ...], tuple[Source, ...]]:
    """Return the roots and sources that a store would hold after the plan."""
    sources = [
        task.known
        or Source(
            str(task.file.path),
            task.root.path,
            task.size,
            task.modified,
            sha256_of(task.file.path),
            task.file.id,
            None,
        )
        for task in plan.tasks
    ]
    return plan.roots, tuple(sources)


def test_only_what_changed_is_read(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/b/c.txt", "k/d.txt")
    first = plan_ingest([tmp_path / "k"])
    before = done(first)
    assert ids(first, known=False) == ["k/a.txt", "k/b/c.txt", "k/d.txt"]
    assert not plan_ingest([tmp_path / "k"], *before).changes
    (tmp_path / "k/a.txt").write_text("other")
    (tmp_path / "k/d.txt").unlink()
    files(tmp_path, "k/e.txt")
    plan = plan_ingest([tmp_path / "k"], *before)
    assert ids(plan, known=False) == ["k/a.txt", "k/e.txt"]
    assert ids(plan, known=True) == ["k/b/c.txt"]
    assert [source.document_id for source in plan.removed] == ["k/d.txt"]


def test_a_touched_file_is_known_by_its_bytes(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/b.txt")
    first = plan_ingest([tmp_path / "k"])
    before = done(first)
    os.utime(tmp_path / "k/a.txt", ns=(1, 1))
    (tmp_path / "k/b.txt").write_text("k/B.txt")
    os.utime(tmp_path / "k/b.txt", ns=(1, 1))
    plan = plan_ingest([tmp_path / "k"], *before)
    assert ids(plan, known=True) == ["k/a.txt"]
    assert ids(plan, known=False) == ["k/b.txt"]


def test_other_roots_stay(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "m/b.txt")
    first = plan_ingest([tmp_path / "k"])
    before = done(first)
    plan = plan_ingest([tmp_path / "m"], *before)
    assert ids(plan) == ["k/a.txt", "m/b.txt"]
    (tmp_path / "k/a.txt").unlink()
    later = plan_ingest([tmp_path / "m"], *done(plan))
    assert ids(later, known=True) == ["k/a.txt", "m/b.txt"]


def test_a_root_that_is_gone_is_forgotten_when_given(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "m/b.txt")
    first = plan_ingest([tmp_path / "k", tmp_path / "m"])
    before = done(first)
    (tmp_path / "k/a.txt").unlink()
    (tmp_path / "k").rmdir()
    plan = plan_ingest([tmp_path / "k"], *before)
    assert ids(plan) == ["m/b.txt"]
    assert [root.collection for root in plan.roots] == ["m"]
    with pytest.raises(Inaccessible):
        plan_ingest([tmp_path / "never"], *before)


def test_a_path_inside_a_root_replaces_that_part(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/sub/b.txt", "k/sub/c.txt")
    first = plan_ingest([tmp_path / "k"])
    before = done(first)
    for name in ("k/a.txt", "k/sub/b.txt"):
        (tmp_path / name).write_text("changed")
    (tmp_path / "k/sub/c.txt").unlink()
    plan = plan_ingest([tmp_path / "k/sub"], *before)
    assert ids(plan, known=True) == ["k/a.txt"]
    assert ids(plan, known=False) == ["k/sub/b.txt"]
    assert [source.document_id for source in plan.removed] == ["k/sub/c.txt"]


def test_a_root_takes_in_those_below_it(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/sub/b.txt")
    first = plan_ingest([tmp_path / "k/sub", tmp_path / "k/a.txt"])
    before = done(first)
    assert ids(first) == ["k/a.txt", "sub/b.txt"]
    plan = plan_ingest([tmp_path / "k"], *before)
    assert ids(plan) == ["k/a.txt", "k/sub/b.txt"]
    assert [root.collection for root in plan.roots] == ["k"]


def test_two_folders_of_one_name_do_not_collide(tmp_path: Path) -> None:
    files(tmp_path, "x/k/a.txt", "y/k/a.txt")
    plan = plan_ingest([tmp_path / "x/k", tmp_path / "y/k"])
    assert len({task.file.id for task in plan.tasks}) == 2
    assert "k/a.txt" in ids(plan)
    assert len(plan.notes) == 1
    # The names do not depend on what is given together.
    assert ids(plan_ingest([tmp_path / "y/k"], *done(plan))) == ids(plan)


def test_a_collection_can_be_named_but_not_shared(tmp_path: Path) -> None:
    files(tmp_path, "x/k/a.txt", "y/k/a.txt")
    plan = plan_ingest([tmp_path / "x/k"], collection="mine")
    assert ids(plan) == ["mine/a.txt"]
    with pytest.raises(CollectionError, match="mine"):
        plan_ingest([tmp_path / "y/k"], *done(plan), collection="mine")
    with pytest.raises(CollectionError, match="slash"):
        plan_ingest([tmp_path / "y/k"], collection="a/b")


def test_a_changed_manifest_reads_its_folder_anew(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "m/b.txt")
    first = plan_ingest([tmp_path / "k", tmp_path / "m"])
    before = done(first)
    files(tmp_path, "k/manifest.toml")
    plan = plan_ingest([tmp_path / "k", tmp_path / "m"], *before)
    assert ids(plan, known=False) == ["k/a.txt"]
    assert not plan_ingest([tmp_path / "k", tmp_path / "m"], *done(plan)).changes


def test_anew_takes_nothing_over_and_reads_other_roots_too(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "m/b.txt")
    first = plan_ingest([tmp_path / "k", tmp_path / "m"])
    before = done(first)
    plan = plan_ingest([tmp_path / "k"], *before, anew=True)
    assert ids(plan, known=False) == ["k/a.txt", "m/b.txt"]


def test_the_index_is_no_document_of_its_own(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/index/CURRENT", "k/index/files/abc")
    assert ids(plan_ingest([tmp_path / "k"], apart=tmp_path / "k/index")) == ["k/a.txt"]


def test_what_could_not_even_be_opened_is_tried_again(tmp_path: Path) -> None:
    files(tmp_path, "k/a.txt", "k/b.txt")
    roots, sources = done(plan_ingest([tmp_path / "k"]))
    failed = (
        replace(sources[0], document_id=None, reason="damaged"),
        replace(sources[1], document_id=None, reason="cannot be opened", sha256=""),
    )
    plan = plan_ingest([tmp_path / "k"], roots, failed)
    assert ids(plan, known=True) == ["k/a.txt"]
    assert ids(plan, known=False) == ["k/b.txt"]
