from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from eval.bench.letters import LetterEncoder
from index import folder
from index.build import Built, build
from index.encoder_source import EncoderSource
from index.errors import BrokenIndexError
from index.generation import Generation, open_generation
from index.plan import plan_ingest
from index.settings import IndexSettings
from index.store import Store

SETTINGS = IndexSettings(encoder="letters", precision="float32", chunk_tokens=60)
FORMATS = ("reading", "indexing")
SAUNA = "Saunan lämmitys\n\nKiuas lämpenee tunnissa, ja vettä kannetaan kaivosta.\n"
LAUTTA = "Lautan aikataulu\n\nLautta lähtee rannasta joka tunti aamusta iltaan asti.\n"


def ingest(directory: Path, *paths: Path, encoder: LetterEncoder) -> Built:
    with folder.writing(directory):
        name = folder.current_name(directory)
        if name is None:
            plan = plan_ingest(paths)
        else:
            with closing(Store(folder.generation_folder(directory, name) / folder.STORE)) as store:
                plan = plan_ingest(paths, store.roots(), store.sources())
        return build(directory, plan, SETTINGS, FORMATS, say=lambda _: None, load=lambda _: encoder)


def ingest_texts(where: Path, texts: dict[str, str]) -> Path:
    """Return an index of texts by their files' names, in the collection "asiat"."""
    corpus = where / "asiat"
    corpus.mkdir()
    for name, text in texts.items():
        (corpus / name).write_text(text)
    ingest(where / "index", corpus, encoder=LetterEncoder())
    return where / "index"


def opened(directory: Path) -> Generation:
    return open_generation(directory, SETTINGS, EncoderSource(SETTINGS, lambda _: LetterEncoder()))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "asiat"
    folder.mkdir()
    (folder / "sauna.txt").write_text(SAUNA)
    (folder / "lautta.md").write_text(LAUTTA)
    return folder


def test_a_generation_gives_documents_pages_and_hits(tmp_path: Path, corpus: Path) -> None:
    built = ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    assert (built.read, built.taken_over, built.skipped) == (2, 0, ())
    with closing(opened(tmp_path / "index")) as generation:
        assert list(generation.documents) == ["asiat/lautta.md", "asiat/sauna.txt"]
        assert "Kiuas lämpenee" in generation.page("asiat/sauna.txt", 1).text
        assert generation.original("asiat/sauna.txt").read_text() == SAUNA
        (hit,) = generation.search("kiuas kaivosta", 1)
        assert (hit.rank, hit.chunk.document_id) == (1, "asiat/sauna.txt")
        page = generation.page(hit.chunk.document_id, hit.chunk.page)
        assert page.text[hit.chunk.start : hit.chunk.end] == hit.chunk.text
        assert generation.search("kiuas", 5, ["muu"]) == ()
        assert {hit.chunk.document_id for hit in generation.search("kiuas", 5, ["asiat"])} == set(generation.documents)
        with pytest.raises(KeyError):
            generation.page("asiat/sauna.txt", 2)


def test_an_unchanged_file_is_neither_read_nor_embedded_again(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    (corpus / "lautta.md").write_text(LAUTTA.replace("iltaan", "yöhön"))
    encoder = LetterEncoder()
    built = ingest(tmp_path / "index", corpus, encoder=encoder)
    assert (built.read, built.taken_over, built.removed) == (1, 1, 0)
    assert encoder.asked
    assert not any("Kiuas" in passage for passage in encoder.asked)


def test_a_removed_file_disappears_and_needs_no_encoder(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    (corpus / "lautta.md").unlink()
    encoder = LetterEncoder()
    built = ingest(tmp_path / "index", corpus, encoder=encoder)
    assert (built.read, built.taken_over, built.removed, encoder.asked) == (0, 1, 1, [])
    with closing(opened(tmp_path / "index")) as generation:
        assert list(generation.documents) == ["asiat/sauna.txt"]
        assert {hit.chunk.document_id for hit in generation.search("lautta", 9)} == {"asiat/sauna.txt"}


def test_taking_over_gives_what_reading_anew_gives(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "a", corpus, encoder=LetterEncoder())
    (corpus / "kaivo.txt").write_text("Kaivo on pihan perällä.\n")
    ingest(tmp_path / "a", corpus, encoder=LetterEncoder())
    ingest(tmp_path / "b", corpus, encoder=LetterEncoder())
    with closing(opened(tmp_path / "a")) as taken_over, closing(opened(tmp_path / "b")) as anew:
        assert taken_over.documents == anew.documents
        assert taken_over.chunks == anew.chunks
        assert taken_over.search("kaivo", 9) == anew.search("kaivo", 9)


def test_a_file_that_cannot_be_read_is_reported_and_remembered(tmp_path: Path, corpus: Path) -> None:
    (corpus / "rikki.pdf").write_bytes(b"%PDF-1.7\nno more of it")
    first = ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    assert [path for path, _ in first.skipped] == ["asiat/rikki.pdf"]
    (corpus / "lautta.md").unlink()
    second = ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    assert (second.read, second.skipped) == (0, first.skipped)


def test_originals_of_forgotten_documents_go(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    for number in range(3):
        (corpus / "lautta.md").write_text(LAUTTA + str(number))
        ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    # Those of the generation in use and of the one before it.
    assert len(list((tmp_path / "index" / "files").iterdir())) == 3


def test_an_open_generation_outlives_its_replacement(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    with closing(opened(tmp_path / "index")) as old:
        for number in range(3):
            (corpus / "sauna.txt").write_text(f"Uusi {number}")
            ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
        assert "Kiuas" in old.page("asiat/sauna.txt", 1).text
        assert old.search("kiuas", 1)[0].chunk.document_id == "asiat/sauna.txt"
        assert old.original("asiat/sauna.txt").read_text() == SAUNA


def test_an_empty_folder_gives_an_index_without_documents(tmp_path: Path) -> None:
    (tmp_path / "tyhjä").mkdir()
    built = ingest(tmp_path / "index", tmp_path / "tyhjä", encoder=LetterEncoder())
    assert built.counts.documents == 0
    with closing(opened(tmp_path / "index")) as generation:
        assert (dict(generation.documents), generation.search("jotain", 3)) == ({}, ())


def test_a_unit_comes_from_another_document_as_long_as_that_is_there(tmp_path: Path, corpus: Path) -> None:
    (corpus / "taulu.md").write_text("| Alue | Avustus |\n|---|---|\n| Pohjola | 1 346 190 |\n| Etelä | 6 465 000 |\n")
    (corpus / "muu.md").write_text("Rahoitus: Pohjola 1 346 190 €\n")

    def units() -> list[str | None]:
        ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
        with closing(opened(tmp_path / "index")) as generation:
            (table,) = generation.tables.values()
            return [figure.unit for figure in table.figures]

    assert units() == ["EUR", "EUR"]
    (corpus / "muu.md").unlink()
    assert units() == [None, None]


def test_a_damaged_generation_is_not_opened(tmp_path: Path, corpus: Path) -> None:
    name = ingest(tmp_path / "index", corpus, encoder=LetterEncoder()).name
    path = folder.generation_folder(tmp_path / "index", name) / folder.VECTORS
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(data)
    with pytest.raises(BrokenIndexError, match="missing or damaged"):
        opened(tmp_path / "index")


def test_another_encoder_than_the_index_was_made_with_is_refused(tmp_path: Path, corpus: Path) -> None:
    ingest(tmp_path / "index", corpus, encoder=LetterEncoder())
    other = LetterEncoder()
    other.name = "others"
    source = EncoderSource(replace(SETTINGS), lambda _: other)
    with (
        closing(open_generation(tmp_path / "index", SETTINGS, source)) as generation,
        pytest.raises(BrokenIndexError, match="letters"),
    ):
        generation.search("kiuas", 1)
