from datetime import date

import pytest

from ingest.document import Page
from ingest.errors import EmptyFile
from ingest.readers import read_bytes
from tests.ingest.invariants import check_page

_PAGE = """<!doctype html><html lang="fi-FI"><head><meta charset="utf-8"><title>Hanke - Sivusto</title>
<meta name="DCTERMS.issued" content="2021-03-04"><meta property="og:site_name" content="Virasto">
<script>document.write("skripti")</script><style>p {color: red}</style></head><body>
<nav>Valikko</nav><header>Sivuston nimi</header>
<main><header><h1>Hankkeen tulokset</h1></header>
<p>Ensimmäinen <b>kap&shy;pale</b>.<br>Uusi rivi <span style="display: none">piilossa</span>loppu</p>irrallinen teksti
<ul><li>yksi<ul><li>alakohta</li></ul></li><li><p>kaksi</p></li></ul><ol start="3"><li>kolmas</li></ol>
<table><caption>Avustukset</caption><thead><tr><th rowspan="2">Alue</th><th colspan="2">Vuosi</th></tr>
<tr><th>2020</th><th>2021</th></tr></thead>
<tr><td>Etelä</td><td>1&nbsp;671&nbsp;131</td><td></td></tr><tr><td>Länsi<td>5<td>6</table>
<form>Haku</form></main><footer>Alatunniste</footer></body></html>"""


def _blocks(page: Page) -> list[tuple[str, int, str]]:
    check_page(page)
    return [(block.kind, block.level, page.text[block.start : block.end]) for block in page.blocks]


@pytest.mark.parametrize(
    ("title", "heading", "expected"),
    [
        ("Liitetiedot – Kuhmon talousarvio 2024", "Liitetiedot", "Liitetiedot – Kuhmon talousarvio 2024"),
        ("Etusivu", "Kuhmon talousarvio", "Kuhmon talousarvio"),
    ],
)
def test_a_heading_within_the_title_of_the_page_is_told_by_that(title: str, heading: str, expected: str) -> None:
    page = f"<html><head><title>{title}</title></head><body><h1>{heading}</h1><p>Luvut.</p></body></html>"
    assert read_bytes(page.encode(), "sivu.html").title == expected


def test_the_main_content_alone_is_read() -> None:
    read = read_bytes(_PAGE.encode(), "hanke.html")
    assert (read.title, read.language, read.date, read.publisher) == (
        "Hankkeen tulokset",
        "fi",
        date(2021, 3, 4),
        "Virasto",
    )
    assert _blocks(read.pages[0]) == [
        ("heading", 1, "Hankkeen tulokset"),
        ("paragraph", 1, "Ensimmäinen kappale.\nUusi rivi loppu"),
        ("paragraph", 1, "irrallinen teksti"),
        ("bullet", 1, "• yksi"),
        ("bullet", 2, "– alakohta"),
        ("bullet", 1, "• kaksi"),
        ("bullet", 1, "3. kolmas"),
        ("caption", 1, "Avustukset"),
        ("table", 1, "Alue  Vuosi\n2020  2021\nEtelä  1 671 131\nLänsi  5  6"),
    ]


def test_table_cells_stand_where_their_spans_put_them() -> None:
    grid = read_bytes(_PAGE.encode(), "hanke.html").pages[0].grids[0]
    assert grid.title == "Avustukset"
    assert [
        (cell.row, cell.column, cell.text, cell.row_span, cell.column_span, cell.header) for cell in grid.cells
    ] == [
        (0, 0, "Alue", 2, 1, True),
        (0, 1, "Vuosi", 1, 2, True),
        (1, 1, "2020", 1, 1, True),
        (1, 2, "2021", 1, 1, True),
        (2, 0, "Etelä", 1, 1, False),
        (2, 1, "1 671 131", 1, 1, False),
        (2, 2, "", 1, 1, False),
        (3, 0, "Länsi", 1, 1, False),
        (3, 1, "5", 1, 1, False),
        (3, 2, "6", 1, 1, False),
    ]


def test_a_page_in_another_encoding_that_it_declares() -> None:
    data = '<html><head><meta charset="iso-8859-1"></head><body><p>Työllisyys</p></body></html>'.encode("latin-1")
    assert read_bytes(data, "a.html").pages[0].text == "Työllisyys"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<form><p>Koko sivu</p><input></form>", "Koko sivu"),
        ("<form><label>Haku</label><input></form><p>Teksti</p>", "Teksti"),
        ("<header><h1>Ainoa otsikko</h1></header><p>Teksti</p>", "Ainoa otsikko\n\nTeksti"),
        ("<header><h1>Sivusto</h1></header><article><h1>Oma</h1><p>Teksti</p></article>", "Oma\n\nTeksti"),
        ('<div class="cookie-banner"><p>Evästeet</p></div><p>Teksti</p>', "Teksti"),
        (
            "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>Palsta</td></tr></table>",
            "a  b\n\nPalsta",
        ),
        ("<p>a</p><!-- huomautus --><p>b<!-- x -->c</p>", "a\n\nbc"),
        ("<pre>rivi 1\n  rivi 2</pre>", "rivi 1\n  rivi 2"),
    ],
)
def test_what_belongs_to_the_content(body: str, text: str) -> None:
    page = read_bytes(f"<html><body>{body}</body></html>".encode(), "a.html").pages[0]
    check_page(page)
    assert page.text == text


def test_a_page_of_scripts_alone_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read_bytes(b"<html><body><script>alert(1)</script></body></html>", "a.html")


@pytest.mark.parametrize("span", ["0", "-1", "99999999", "x", ""])
def test_hostile_spans_do_no_harm(span: str) -> None:
    data = f'<html><body><table><tr><td rowspan="{span}" colspan="{span}">a</td><td>b</td></tr></table></body></html>'
    page = read_bytes(data.encode(), "a.html").pages[0]
    check_page(page)
    assert page.text == "a  b"


def test_markdown() -> None:
    text = (
        "---\ntitle: Suunnitelma\ndate: 2023-05-15\nlang: fi\n---\n# Luku\n\n"
        "Teksti *on* [linkki](http://x.fi)\njatkuu.\n\n"
        "- a\n  - b\n- c\n\n1. x\n2. y\n\n## Luvut\n\n"
        "| Alue | 2020 |\n|---|---|\n| Etelä | 1 671 131 |\n\n<b>html</b> on dataa\n"
    )
    read = read_bytes(text.encode(), "a.md")
    assert (read.title, read.date, read.language) == ("Suunnitelma", date(2023, 5, 15), "fi")
    assert _blocks(read.pages[0]) == [
        ("heading", 1, "Luku"),
        ("paragraph", 1, "Teksti on linkki\njatkuu."),
        ("bullet", 1, "• a"),
        ("bullet", 2, "– b"),
        ("bullet", 1, "• c"),
        ("bullet", 1, "1. x"),
        ("bullet", 1, "2. y"),
        ("heading", 2, "Luvut"),
        ("table", 1, "Alue  2020\nEtelä  1 671 131"),
        ("paragraph", 1, "html on dataa"),
    ]
    assert read.pages[0].grids[0].title == "Luvut"
