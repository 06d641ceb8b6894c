import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Page
from ingest.readers import read_bytes
from ingest.readers.flat_blocks import flat_blocks
from tests.data import shared
from tests.ingest.invariants import check_page


def _blocks(text: str) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, text[block.start : block.end]) for block in flat_blocks(text)]


def _page(name: str) -> Page:
    path = next(shared("seeds").glob(f"{name}_*.txt"))
    return read_bytes(path.read_bytes(), path.name).pages[0]


def test_form_feeds_part_pages() -> None:
    read = read_bytes(b"Eka\n\fToka\n\f", "a.txt")
    assert [page.text for page in read.pages] == ["Eka\n", "Toka\n"]


@pytest.mark.parametrize(
    ("encoding", "note"), [("utf-8", ()), ("utf-8-sig", ()), ("utf-16", ()), ("cp1252", ("cp1252",))]
)
def test_encodings(encoding: str, note: tuple[str, ...]) -> None:
    read = read_bytes("Työllisyys – ja äänet".encode(encoding), "a.txt")
    assert read.pages[0].text == "Työllisyys – ja äänet"
    assert len(read.notes) == len(note)


def test_a_slide_with_bullets_over_lines() -> None:
    text = (
        "Hankkeen tavoitteet\n• Palvelujen saatavuuden vahvistaminen ja \n\nkustannusten hallinta\n\n• 1. vaihe \n"
        "– Aika: 1.1.2022-31.12.2022\n– Rahoitus 1 346 190€"
    )
    assert _blocks(text) == [
        ("heading", 1, "Hankkeen tavoitteet"),
        ("bullet", 1, "• Palvelujen saatavuuden vahvistaminen ja \n\nkustannusten hallinta"),
        ("bullet", 1, "• 1. vaihe"),
        ("bullet", 2, "– Aika: 1.1.2022-31.12.2022"),
        ("bullet", 2, "– Rahoitus 1 346 190€"),
    ]


def test_glued_slides_have_their_titles_last() -> None:
    text = (
        " • Ensimmäinen kohta\n\n• Toinen kohta\n\nTavoitteet\n"
        " • Kolmas kohta\n\n• Neljäs kohta\n\nHavaintoja työstä\n "
    )
    assert _blocks(text) == [
        ("heading", 1, "Tavoitteet"),
        ("bullet", 1, "• Ensimmäinen kohta"),
        ("bullet", 1, "• Toinen kohta"),
        ("heading", 1, "Havaintoja työstä"),
        ("bullet", 1, "• Kolmas kohta"),
        ("bullet", 1, "• Neljäs kohta"),
    ]


def test_rows_of_a_flat_table_are_one_block() -> None:
    text = "Avustukset alueittain\n\nAlue\n\nEtelä 1 000 2 000\n\nLänsi yht. 3 000 4 000\n\nSaaristo 500\n\nItä 1 2000"
    kinds = [(kind, part) for kind, _, part in _blocks(text)]
    assert kinds[0] == ("heading", "Avustukset alueittain")
    assert kinds[-1] == ("table", "Etelä 1 000 2 000\n\nLänsi yht. 3 000 4 000\n\nSaaristo 500\n\nItä 1 2000")


@pytest.mark.parametrize(
    ("text", "bullets"),
    [
        ("Luettelo\nI. Ensimmäinen asia\nII. Toinen asia", 2),
        ("Luettelo\n1. Eka\n2. toka\n3. kolmas", 3),
        ("Luettelo\n-Yksi\n-Kaksi", 2),
        ("Luettelo\n① Yksi\n② Kaksi", 2),
        ("Muutos\n-12,5 ja 3\n-7 oli", 0),
        ("Sarakkeet\n1. avustus 2. avustus", 0),
        ("Selvitys (malli)\n-hankkeen tulos", 0),
        ("Kokous\n20. kesäkuuta alkoi", 0),
    ],
)
def test_what_is_a_bullet(text: str, bullets: int) -> None:
    assert sum(kind == "bullet" for kind, _, _ in _blocks(text)) == bullets


@given(st.text(alphabet=st.sampled_from("aB1 •-–.\n\n,:"), max_size=120))
def test_blocks_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    blocks = sorted(flat_blocks(text), key=lambda block: block.start)
    end = 0
    for block in blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[block.start].isspace()
        assert not text[block.end - 1].isspace()
        end = block.end
    covered = set().union(*(range(block.start, block.end) for block in blocks))
    assert all(index in covered for index, character in enumerate(text) if character.isalnum())


def test_real_decks_keep_their_lists_and_rows() -> None:
    lists = _page("001")
    check_page(lists)
    roman = [lists.text[block.start : block.end] for block in lists.blocks if block.kind == "bullet"]
    assert len(roman) == 6
    assert roman[0].startswith("I. ")
    tables = _page("003")
    check_page(tables)
    rows = [tables.text[block.start : block.end].split("\n\n") for block in tables.blocks if block.kind == "table"]
    assert max(len(row) for row in rows) == 27
    assert "Kainuu 1 346 190 6 465 000 362 000 3 845 000 584 000 317000 1 357 000" in tables.text


def test_an_item_or_an_amount_heads_nothing() -> None:
    text = (
        "De får stöd:\n– Alby, 5.000 euro\n Beby, 56.000 euro\n– Ceby, 700 euro\n\n\n2 400 €\n3 600 €\nAlby förening\n"
    )
    heads = [text[block.start : block.end] for block in flat_blocks(text) if block.kind == "heading"]
    assert not [head for head in heads if "€" in head or "Beby" in head]
