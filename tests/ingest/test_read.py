import hashlib
import os
from datetime import date
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.errors import Inaccessible, UnreadableFile
from ingest.files import find_files, name_roots
from ingest.limits import Limits
from ingest.read import Taken, read_document, read_documents
from tests.data import shared
from tests.ingest import hostile
from tests.ingest.invariants import check_page
from tests.ingest.readers.office_files import presentation, word_file, workbook


def _outcomes(*roots: Path, jobs: int | None = None) -> dict[str, Document | UnreadableFile]:
    return {
        outcome.id if isinstance(outcome, Document) else outcome.path: outcome
        for outcome in (
            taken.document if isinstance(taken, Taken) else taken
            for taken in read_documents(roots, Limits(seconds=60), jobs)
        )
    }


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    root = tmp_path / "aineisto"
    (root / "ali").mkdir(parents=True)
    (root / "a.docx").write_bytes(word_file(("Title", "Otsikko"), ("Normal", "Teksti")))
    (root / "b.pptx").write_bytes(presentation(("Dia", [(0, "kohta")])))
    (root / "c.xlsx").write_bytes(workbook(S=[["A", "B"], ["x", 1]]))
    (root / "ali" / "d.txt").write_text("Teksti", encoding="utf-8")
    (root / "e.pdf").write_bytes(hostile.plain_pdf()[:100])
    (root / "f.docx").write_bytes(hostile.zip_bomb())
    outcomes = _outcomes(root)
    good = {key for key, outcome in outcomes.items() if isinstance(outcome, Document)}
    assert good == {"aineisto/a.docx", "aineisto/b.pptx", "aineisto/c.xlsx", "aineisto/ali/d.txt"}
    assert set(outcomes) - good == {"aineisto/e.pdf", "aineisto/f.docx"}


def test_a_document_says_where_it_is_from_and_what_the_manifest_says(tmp_path: Path) -> None:
    root = tmp_path / "kokoelma"
    root.mkdir()
    data = word_file(("Title", "Oma otsikko"), ("Normal", "Teksti"))
    (root / "a.docx").write_bytes(data)
    (root / "b.docx").write_bytes(data)
    (root / "manifest.toml").write_text(
        '[[documents]]\nfile = "a.docx"\ntitle = "Annettu"\nprogramme = "Ohjelma"\n'
        'date = 2023-05-15\nlanguage = "fi"\n',
        encoding="utf-8",
    )
    outcomes = _outcomes(root)
    assert set(outcomes) == {"kokoelma/a.docx", "kokoelma/b.docx"}
    first, second = outcomes["kokoelma/a.docx"], outcomes["kokoelma/b.docx"]
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.title, first.programme, first.date, first.language) == ("Annettu", "Ohjelma", date(2023, 5, 15), "fi")
    assert (second.title, second.programme, second.date) == ("Oma otsikko", None, None)
    assert first.version == hashlib.sha256(data).hexdigest()
    assert (first.collection, first.path) == ("kokoelma", "a.docx")


def test_a_file_given_alone_has_the_id_that_its_folder_gives_it(tmp_path: Path) -> None:
    root = tmp_path / "kokoelma"
    root.mkdir()
    (root / "a.txt").write_text("Teksti", encoding="utf-8")
    assert set(_outcomes(root / "a.txt")) == set(_outcomes(root)) == set(_outcomes(root, root / "a.txt"))
    assert read_document(root / "a.txt", root, "kokoelma").id == "kokoelma/a.txt"


def test_folders_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for parent in ("yksi", "kaksi"):
        (tmp_path / parent / "asiakirjat").mkdir(parents=True)
    first, second = tmp_path / "yksi" / "asiakirjat", tmp_path / "kaksi" / "asiakirjat"
    assert name_roots([first, second]) == {first: "asiakirjat", second: "asiakirjat (kaksi)"}
    assert name_roots([second], {"asiakirjat": first}) == {second: "asiakirjat (kaksi)"}
    assert name_roots([first], {"asiakirjat": first}) == {first: "asiakirjat"}


def test_links_permissions_pipes_and_names(tmp_path: Path) -> None:
    root, outside = tmp_path / "juuri", tmp_path / "muualla"
    root.mkdir()
    outside.mkdir()
    (outside / "salaisuus.txt").write_text("salaa", encoding="utf-8")
    (root / "linkki.txt").symlink_to(outside / "salaisuus.txt")
    (root / "kansio").symlink_to(outside)
    (root / "rikki.txt").symlink_to(root / "poissa.txt")
    (root / "oma.txt").write_text("Oma", encoding="utf-8")
    (root / "sisalla.txt").symlink_to(root / "oma.txt")
    os.mkfifo(root / "putki.txt")
    (root / ".piilo.txt").write_text("x", encoding="utf-8")
    (root / "~$oma.docx").write_text("x", encoding="utf-8")
    odd = os.fsdecode(b"outo\xff nimi\n.txt")
    (root / odd).write_bytes(b"Outo")
    files, rejected = find_files([root])
    assert {file.relative for file in files} == {"oma.txt", "sisalla.txt", "outo\\xff nimi\n.txt"}
    assert {error.path.removeprefix("juuri/") for error in rejected} == {
        "linkki.txt",
        "kansio",
        "rikki.txt",
        "putki.txt",
    }
    outcome = _outcomes(root)["juuri/outo\\xff nimi\n.txt"]
    assert isinstance(outcome, Document)
    assert outcome.pages[0].text == "Outo"


def test_a_root_that_is_not_there_is_named(tmp_path: Path) -> None:
    (outcome,) = read_documents([tmp_path / "poissa"])
    assert isinstance(outcome, Inaccessible)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "a.txt").chmod(0)
    (outcome,) = read_documents([tmp_path])
    assert isinstance(outcome, Inaccessible)


def test_results_come_in_order_whoever_is_first(tmp_path: Path) -> None:
    root = tmp_path / "j"
    root.mkdir()
    for number in range(12):
        (root / f"{number:02}.txt").write_text(
            f"Teksti {number}\n" * (2000 if number % 3 == 0 else 1), encoding="utf-8"
        )
    assert list(_outcomes(root, jobs=3)) == [f"j/{number:02}.txt" for number in range(12)]


def test_real_files() -> None:
    outcomes = _outcomes(shared("seeds"))
    assert len(outcomes) == 5
    for outcome in outcomes.values():
        assert isinstance(outcome, Document)
        for page in outcome.pages:
            check_page(page)
