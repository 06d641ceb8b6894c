from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.about import about_file, described
from ingest.chunk import Chunk
from ingest.chunking import chunk_document
from ingest.clean import clean
from ingest.document import Block, Document, Page
from ingest.files import SourceFile
from ingest.readers import read_bytes
from ingest.readers.flat_blocks import flat_blocks
from tests.data import shared
from tests.ingest.readers.office_files import presentation, word_file, workbook


def _words(text: str) -> int:
    return len(text.split())


def _characters(text: str) -> int:
    return max(1, len(text) // 3)


def _document(data: bytes, name: str) -> Document:
    return described(about_file(SourceFile(Path(name), Path(), "c", name), None), "v", read_bytes(data, name))


def _check(document: Document, chunks: Sequence[Chunk], limit: int) -> None:
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    for chunk in chunks:
        page = document.pages[chunk.page - 1]
        assert page.text[chunk.start : chunk.end] == chunk.text
        assert chunk.text == chunk.text.strip()
        assert _characters(chunk.passage) <= limit


def test_a_section_has_its_headings_as_context() -> None:
    document = _document(
        word_file(
            ("Title", "Ohjelma"),
            ("Heading 1", "Tavoitteet"),
            ("Heading 2", "Lapset"),
            ("Normal", "Ensimmäinen lause. Toinen lause."),
            ("Heading 1", "Rahoitus"),
            ("Normal", "Kolmas lause."),
        ),
        "a.docx",
    )
    chunks = chunk_document(document, _words, 30)
    assert [(chunk.context, chunk.text, chunk.kind) for chunk in chunks] == [
        (("Ohjelma", "Tavoitteet", "Lapset"), "Ensimmäinen lause. Toinen lause.", "section"),
        (("Ohjelma",), "Rahoitus\n\nKolmas lause.", "section"),
    ]


def test_a_slide_is_a_chunk_and_its_title_holds_for_it_alone() -> None:
    document = _document(
        presentation(("Eka dia", [(0, "yksi kohta"), (0, "toinen kohta")]), ("Toka dia", [(0, "kolmas kohta")])),
        "a.pptx",
    )
    chunks = chunk_document(document, _words, 30)
    assert [(chunk.page, chunk.kind, chunk.context) for chunk in chunks] == [
        (1, "slide", ("Eka dia",)),
        (2, "slide", ("Eka dia",)),
    ]
    assert [chunk.text for chunk in chunks] == ["• yksi kohta\n• toinen kohta", "Toka dia\n\n• kolmas kohta"]


def test_a_long_table_is_cut_between_rows_with_its_title_and_header_in_each_part() -> None:
    rows: list[list[object]] = [["Alue", "Myönnetty", "Maksettu"]]
    rows += [[f"Kunta{number}", number * 1000, number] for number in range(1, 31)]
    document = _document(workbook(Avustukset=[["Avustukset 2021"], *rows]), "a.xlsx")
    tables = [chunk for chunk in chunk_document(document, _words, 40) if chunk.kind == "table"]
    assert len(tables) > 2
    for chunk in tables:
        assert chunk.context == ("Avustukset", "Avustukset 2021", "Alue | Myönnetty | Maksettu")
    lines = "\n".join(chunk.text for chunk in tables).split("\n")
    assert lines == ["Alue  Myönnetty  Maksettu", *[f"Kunta{n}  {n * 1000}  {n}" for n in range(1, 31)]]


def test_a_list_that_is_cut_keeps_its_lead_line() -> None:
    items = "\n".join(f"• kohta numero {number} jossa on sanoja" for number in range(12))
    document = _document(f"Rahoitus\n\nOhjelmasta voidaan rahoittaa seuraavia asioita:\n{items}".encode(), "a.txt")
    chunks = chunk_document(document, _words, 40)
    assert len(chunks) > 2
    assert chunks[0].text.startswith("Ohjelmasta voidaan rahoittaa seuraavia asioita:\n• kohta numero 0")
    for chunk in chunks[1:]:
        assert chunk.context == ("Rahoitus", "Ohjelmasta voidaan rahoittaa seuraavia asioita:")
        assert chunk.kind == "list"
        assert chunk.text.startswith("• kohta")


def test_only_what_alone_is_too_long_is_cut_at_words() -> None:
    long = " ".join(f"sana{number}" for number in range(50)) + "."
    document = _document(f"Lyhyt lause tässä. {long} Toinen lyhyt lause.".encode(), "a.txt")
    chunks = chunk_document(document, _words, 20)
    assert chunks[0].text.startswith("Lyhyt lause tässä.")
    assert chunks[-1].text.endswith("Toinen lyhyt lause.")
    assert " ".join(" ".join(chunk.text for chunk in chunks).split()) == document.pages[0].text


def test_text_that_no_block_covers_is_in_a_chunk() -> None:
    raw = "Alku ilman lohkoa.\n\nLohko.\n\nLoppu."
    text, offsets = clean(raw)
    document = _document(raw.encode(), "a.txt")
    start = text.index("Lohko")
    bare = replace(document, pages=(Page(1, raw, text, offsets, (Block("paragraph", start, start + 6),)),))
    assert [chunk.text for chunk in chunk_document(bare, _words, 50)] == [raw]


@pytest.mark.parametrize("limit", [64, 256])
def test_real_files_are_covered_within_the_limit(limit: int) -> None:
    for path in sorted(shared("seeds").glob("*.txt")):
        document = _document(path.read_bytes(), path.name)
        chunks = chunk_document(document, _characters, limit)
        _check(document, chunks, limit)
        text = document.pages[0].text
        said = [False] * len(text)
        for chunk in chunks:
            said[chunk.start : chunk.end] = [True] * (chunk.end - chunk.start)
        for block in document.pages[0].blocks:
            if block.kind != "heading":
                assert all(said[index] for index in range(block.start, block.end) if text[index].isalnum())


@given(st.text(alphabet=st.sampled_from("aB1 •.\n\n:-K9€"), max_size=300), st.integers(5, 40))
def test_any_text_is_cut_within_the_limit_and_nothing_is_lost(raw: str, limit: int) -> None:
    if not any(map(str.isalnum, raw)):
        return
    text, offsets = clean(raw)
    page = Page(1, raw, text, offsets, flat_blocks(text))
    document = Document(
        id="c/a.txt", collection="c", path="a.txt", version="v", media_type="text/plain", title="", pages=(page,)
    )
    chunks = chunk_document(document, _characters, limit)
    _check(document, chunks, limit)
    joined = "".join(chunk.passage for chunk in chunks)
    assert {character for character in text if character.isalnum()} <= set(joined)
