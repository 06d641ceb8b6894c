from ingest.clean import clean
from ingest.document import Block, Grid, GridCell, Page, Span, WordBox
from ingest.running import cut, strip_repeated
from tests.ingest.invariants import check_page


def _page(number: int, raw: str, blocks: tuple[Block, ...] = ()) -> Page:
    text, offsets = clean(raw)
    return Page(number=number, raw=raw, text=text, offsets=offsets, blocks=blocks)


def _report(*bodies: str, first_number: int = 1) -> list[Page]:
    return [
        _page(number, f"Hankkeen loppuraportti\n{body}\nSivu {first_number + number - 1}")
        for number, body in enumerate(bodies, start=1)
    ]


def test_headers_and_page_numbers_go_and_the_first_pages_title_stays() -> None:
    pages = strip_repeated(_report("Yksi\na", "Kaksi\nb", "Kolme\nc", first_number=17))
    assert [page.text for page in pages] == ["Hankkeen loppuraportti\nYksi\na", "Kaksi\nb", "Kolme\nc"]
    for page in pages:
        check_page(page)
    assert "Sivu 19" in pages[2].raw


def test_two_pages_stay_as_they_are() -> None:
    pages = _report("Yksi", "Kaksi")
    assert strip_repeated(pages) == tuple(pages)


def test_rows_that_differ_in_their_figures_stay() -> None:
    pages = [
        _page(number, f"Alku {number * 7}\n{'x' * number}\nYhteensä {number * number * 31}") for number in range(1, 6)
    ]
    assert strip_repeated(pages) == tuple(pages)


def test_a_header_row_of_a_table_stays() -> None:
    pages = [_page(number, f"Alue 2020 2021\nKunta{number} 1 2", (Block("table", 0, 25),)) for number in range(1, 5)]
    assert strip_repeated(pages) == tuple(pages)


def test_cut_carries_everything_along() -> None:
    page = Page(
        number=2,
        raw="Pää\nA  12\nAla",
        text="Pää\nA  12\nAla",
        offsets=tuple(range(14)),
        blocks=(Block("note", 0, 3), Block("table", 4, 9), Block("note", 10, 13)),
        grids=(
            Grid(
                page=2,
                rows=1,
                columns=2,
                cells=(GridCell(0, 0, "A", Span(2, 4, 5)), GridCell(0, 1, "12", Span(2, 7, 9))),
                origin="layout",
                title="Pää",
                title_span=Span(2, 0, 3),
            ),
        ),
        words=(WordBox(0, 3, 0, 0, 1, 1), WordBox(7, 9, 0, 0, 1, 1), WordBox(10, 13, 0, 0, 1, 1)),
    )
    shorter = cut(page, [(0, 3), (10, 13)])
    check_page(shorter)
    assert shorter.text == "A  12"
    assert shorter.offsets == (4, 5, 6, 7, 8, 13)
    assert shorter.blocks == (Block("table", 0, 5),)
    assert shorter.grids[0].title_span is None
    assert [shorter.text[word.start : word.end] for word in shorter.words] == ["12"]
