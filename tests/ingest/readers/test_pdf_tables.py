"""Tables of PDFs: every cell in its row and column, on drawn pages and on real ones."""

import io
import random
from collections.abc import Sequence
from decimal import Decimal

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import SimpleDocTemplate, Spacer, Table

from ingest.document import Grid, Page
from ingest.readers.pdf import read_pdf
from tests.data import shared
from tests.ingest.readers.pdfs import figure, pages_of, pdf, rows, rule, text


def cells(grid: Grid) -> list[list[str]]:
    """Return the grid as rows of text, "" for what is empty or covered."""
    table = [["" for _ in range(grid.columns)] for _ in range(grid.rows)]
    for cell in grid.cells:
        table[cell.row][cell.column] = cell.text
    return table


def only_page(data: bytes) -> Page:
    """Return the one page, whose cells must stand in its text."""
    (page,) = read_pdf(data, "taulukko.pdf").pages
    for grid in page.grids:
        for cell in grid.cells:
            assert cell.span is not None
            assert page.text[cell.span.start : cell.span.end] == cell.text
    return page


REGIONS = [
    ["Kainuu", "1 346 190", "6 465 000", "7 811 190"],
    ["Lappi", "2 679 982", "", "2 679 982"],
    ["Pohjois-Savo", "317000", "- 12", "316 988"],
    ["Yhteensä", "4 343 172", "6 464 988", "10 808 160"],
]
ENDS = (260.0, 360.0, 460.0)


def test_table_without_rules() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 60, "Myönnetyt avustukset alueittain", size=14, font="Helvetica-Bold")
        rows(canvas, 100, [["Alue", "2020", "2021", "Yhteensä"], *REGIONS], ENDS)
        text(canvas, 60, 240, "Avustukset maksettiin keväällä.")

    page = only_page(pdf(draw))
    (grid,) = page.grids
    assert grid.origin == "layout"
    assert grid.title == "Myönnetyt avustukset alueittain"
    assert cells(grid) == [["Alue", "2020", "2021", "Yhteensä"], *REGIONS]
    assert [cell.text for cell in grid.cells if cell.header] == ["Alue", "2020", "2021", "Yhteensä"]
    assert "Lappi  2 679 982  2 679 982\n" in page.text
    assert page.text.endswith("Avustukset maksettiin keväällä.")


def test_labels_and_headers_over_several_lines() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, 100, [["", "Alkuperäinen", "Talousarvion"], ["", "talousarvio", "muutokset"]], ENDS, step=12)
        rows(canvas, 130, [["Valmistus omaan käyt-"], ["töön", "105 990,00", "0,00"]], ENDS, step=11)
        rows(canvas, 158, [["Henkilöstökulut", "-29 248", "12,5"], ["Avustukset", "-1 475", "0,0"]], ENDS)

    (grid,) = only_page(pdf(draw)).grids
    assert cells(grid) == [
        ["", "Alkuperäinen talousarvio", "Talousarvion muutokset"],
        ["Valmistus omaan käyttöön", "105 990,00", "0,00"],
        ["Henkilöstökulut", "-29 248", "12,5"],
        ["Avustukset", "-1 475", "0,0"],
    ]


def test_minus_pushed_to_the_line_above() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, 100, [["Alue", "TP 2023", "TA 2024"], ["Tuotot", "1 000", "2 000"]], ENDS)
        rows(canvas, 128, [["", "-", ""], ["Kulut", "46 525 690", "3 000"], ["Netto", "4", "5"]], ENDS, step=12)

    (grid,) = only_page(pdf(draw)).grids
    assert cells(grid)[2] == ["Kulut", "- 46 525 690", "3 000"]


def ruled(canvas: Canvas, xs: Sequence[float], ys: Sequence[float]) -> None:
    for x in xs:
        rule(canvas, x, ys[0], x, ys[-1])
    for y in ys:
        rule(canvas, xs[0], y, xs[-1], y)


def test_ruled_table_with_empty_cells_and_lines_in_cells() -> None:
    xs, ys = (60, 200, 280, 360), (100, 120, 160, 180)

    def draw(canvas: Canvas) -> None:
        ruled(canvas, xs, ys)
        for x, words in zip(xs, ("Hanke", "2024", "2025"), strict=False):
            text(canvas, x + 4, 114, words)
        text(canvas, 64, 134, "Palvelujen kehit-")
        text(canvas, 64, 146, "täminen")
        figure(canvas, 356, 134, "1 200")
        text(canvas, 64, 174, "Yhteensä")
        figure(canvas, 276, 174, "0")
        figure(canvas, 356, 174, "1 200")

    page = only_page(pdf(draw))
    (grid,) = page.grids
    assert grid.origin == "ruled"
    assert cells(grid) == [
        ["Hanke", "2024", "2025"],
        ["Palvelujen kehittäminen", "", "1 200"],
        ["Yhteensä", "0", "1 200"],
    ]
    assert "Palvelujen kehittäminen  1 200\n" in page.text


def test_merged_headers() -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, (60, 200, 260, 320, 380, 440), (140, 160, 180))
        for y in (100, 120):
            rule(canvas, 200 if y == 120 else 60, y, 440, y)
        for x in (60, 200, 320, 440):
            rule(canvas, x, 100, x, 140)
        for x in (260, 380):
            rule(canvas, x, 120, x, 140)
        text(canvas, 64, 125, "Alue")
        text(canvas, 205, 114, "Valtio")
        text(canvas, 325, 114, "Kunnat")
        for x, year in zip((205, 265, 325, 385), ("2024", "2025", "2024", "2025"), strict=True):
            text(canvas, x, 134, year)
        for y, label, first in ((154, "Kainuu", 1), (174, "Lappi", 5)):
            text(canvas, 64, y, label)
            for step, x in enumerate((256, 316, 376, 436)):
                figure(canvas, x, y, str(first + step))

    (grid,) = only_page(pdf(draw)).grids
    spans = {cell.text: (cell.row, cell.column, cell.row_span, cell.column_span) for cell in grid.cells}
    assert spans["Alue"] == (0, 0, 2, 1)
    assert spans["Valtio"] == (0, 1, 1, 2)
    assert spans["Kunnat"] == (0, 3, 1, 2)
    assert cells(grid)[2:] == [["Kainuu", "1", "2", "3", "4"], ["Lappi", "5", "6", "7", "8"]]
    assert {cell.row for cell in grid.cells if cell.header} == {0, 1}


def test_headers_above_the_rules_cover_their_groups() -> None:
    xs = (60, 200, 260, 320, 380, 440)

    def draw(canvas: Canvas) -> None:
        for y in (130, 150, 170):
            rule(canvas, 60, y, 440, y)
        for x in xs[1:-1]:
            rule(canvas, x, 130, x, 170)
        text(canvas, 204, 112, "Valtio")
        text(canvas, 324, 112, "Kunnat")
        text(canvas, 64, 126, "Alue")
        for x, year in zip(xs[1:], ("2024", "2025", "2024", "2025"), strict=False):
            text(canvas, x + 4, 126, year)
        for y, label in ((144, "Kainuu"), (164, "Lappi")):
            text(canvas, 64, y, label)
            for step, x in enumerate(xs[2:]):
                figure(canvas, x - 4, y, str(step))

    (grid,) = only_page(pdf(draw)).grids
    assert [(c.text, c.row, c.column, c.column_span) for c in grid.cells if c.header] == [
        ("Valtio", 0, 1, 2),
        ("Kunnat", 0, 3, 2),
        ("Alue", 1, 0, 1),
        ("2024", 1, 1, 1),
        ("2025", 1, 2, 1),
        ("2024", 1, 3, 1),
        ("2025", 1, 4, 1),
    ]
    assert cells(grid)[2:] == [["Kainuu", "0", "1", "2", "3"], ["Lappi", "0", "1", "2", "3"]]


def test_groups_that_stand_apart_from_their_headers_and_end_in_a_total() -> None:
    ends = (200.0, 270.0, 340.0, 410.0, 480.0, 550.0)

    def draw(canvas: Canvas) -> None:
        for x, words in ((165, "Osakkeet"), (368, "Saamiset")):
            text(canvas, x, 100, words)
        rows(canvas, 124, [["", "Oma", "Muu", "Yhteensä", "Pitkä", "Lyhyt", "Yhteensä"]], ends)
        body = [["Alku", "1 000", "2 000", "3 000", "4 000", "5 000", "9 000"]]
        rows(canvas, 140, [*body, ["Loppu", "1 100", "2 100", "3 200", "4 100", "5 100", "9 200"]], ends)

    (grid,) = only_page(pdf(draw)).grids
    groups = {(cell.text, cell.column, cell.column_span) for cell in grid.cells if cell.row == 0}
    assert groups == {("Osakkeet", 1, 3), ("Saamiset", 4, 3)}
    assert cells(grid)[2] == ["Alku", "1 000", "2 000", "3 000", "4 000", "5 000", "9 000"]


def test_tables_side_by_side_are_two() -> None:
    def draw(canvas: Canvas) -> None:
        rows(
            canvas,
            100,
            [["VASTAAVAA", "2024", "2023"], ["Saamiset", "12", "10"], ["Rahat", "8", "9"], ["Maa", "1", "2"]],
            (190, 240),
        )
        for number, (label, first, second) in enumerate(
            (("VASTATTAVAA", "2024", "2023"), ("Velat", "7", "6"), ("Pääoma", "14", "15"))
        ):
            text(canvas, 300, 100 + 16 * number, label)
            figure(canvas, 440, 100 + 16 * number, first)
            figure(canvas, 490, 100 + 16 * number, second)

    grids = only_page(pdf(draw)).grids
    assert [cells(grid)[1:] for grid in grids] == [
        [["Saamiset", "12", "10"], ["Rahat", "8", "9"], ["Maa", "1", "2"]],
        [["Velat", "7", "6"], ["Pääoma", "14", "15"]],
    ]


def test_table_over_two_pages_goes_on() -> None:
    def first(canvas: Canvas) -> None:
        text(canvas, 60, 60, "Avustukset", size=14, font="Helvetica-Bold")
        rows(canvas, 700, [["Alue", "2020", "2021", "Yhteensä"], *REGIONS[:2]], ENDS)

    def second(canvas: Canvas) -> None:
        rows(canvas, 80, REGIONS[2:], ENDS)

    pages = read_pdf(pdf(first, second), "pitka.pdf").pages
    assert [grid.continues for page_ in pages for grid in page_.grids] == [False, True]
    assert cells(pages[1].grids[0]) == REGIONS[2:]


def test_table_turned_on_its_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        rows(canvas, 300, [["Alue", "2020", "2021", "Yhteensä"], *REGIONS], ENDS)

    page = only_page(pdf(draw))
    (grid,) = page.grids
    assert cells(grid) == [["Alue", "2020", "2021", "Yhteensä"], *REGIONS]
    for box in page.words:
        assert 0 <= box.x0 < box.x1 <= page.width
        assert 0 <= box.y0 < box.y1 <= page.height


def test_running_feet_are_no_rows() -> None:
    def draw(canvas: Canvas) -> None:
        rows(canvas, 690, [["", "1000 €"], ["Kainuu", "12"], ["Lappi", "14"], ["Savo", "15"]], (460,))
        text(canvas, 60, 815, "Tämä tuloste ei ole virallinen.")
        figure(canvas, 460, 815, str(canvas.getPageNumber()))

    for page in read_pdf(pdf(draw, draw), "jalka.pdf").pages:
        (grid,) = page.grids
        assert cells(grid) == [["", "1000 €"], ["Kainuu", "12"], ["Lappi", "14"], ["Savo", "15"]]


RIGHT = ("ALIGN", (1, 0), (-1, -1), "RIGHT")
CENTRE = ("ALIGN", (1, 0), (-1, -1), "CENTER")
STYLES: dict[str, list[tuple[object, ...]]] = {
    "right": [RIGHT],
    "left": [],
    "centred": [CENTRE],
    "grid": [RIGHT, ("GRID", (0, 0), (-1, -1), 0.5, colors.black)],
    "lines below": [RIGHT, ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey)],
    "shaded rows": [RIGHT, ("ROWBACKGROUNDS", (0, 0), (-1, -1), [colors.white, colors.lightgrey])],
    "white grid": [
        CENTRE,
        ("BACKGROUND", (0, 0), (-1, -1), colors.lightblue),
        ("GRID", (0, 0), (-1, -1), 1, colors.white),
    ],
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("columns", [2, 7, 11])
def test_every_cell_of_tables_as_programs_set_them(style: str, columns: int) -> None:
    """Figures of all widths, empty cells and dashes, over two pages with the header on both."""
    chance = random.Random(columns)

    def cell() -> str:
        value = chance.choice((0, chance.randint(1, 999), chance.randint(1000, 9_999_999)))
        return f"{value:,}".replace(",", " ") if value else chance.choice(("", "-", "0"))

    header = ["Alue", *(str(2018 + at) for at in range(columns - 1)), "Yhteensä"]
    body = [[f"Maakunta {at}", *(cell() for _ in range(columns))] for at in range(30)]
    data = io.BytesIO()
    table = Table([header, *body], repeatRows=1, style=[("FONTSIZE", (0, 0), (-1, -1), 8), *STYLES[style]])
    SimpleDocTemplate(data, pagesize=landscape(A4)).build([Spacer(1, 20), table])
    pages = read_pdf(data.getvalue(), "taulukko.pdf").pages
    grids = [grid for page in pages for grid in page.grids]
    assert [grid.continues for grid in grids] == [False, True]
    assert [cells(grid)[0] for grid in grids] == [header, header]
    assert [row for grid in grids for row in cells(grid)[1:]] == body


def number(text_: str) -> Decimal:
    return Decimal(text_.replace(" ", "").replace(",", "."))


def test_ruled_tables_of_the_government_programme_add_up() -> None:
    """Each column's rows sum to the printed total within what rounding allows, but where sub-rows repeat a parent."""
    path = shared("data", "hallitusohjelma", "13-Liitteet.pdf")
    pages = read_pdf(path.read_bytes(), path.name).pages
    grids = [page.grids for page in pages[3:19]]
    assert [len(found) for found in grids] == [1] * 16
    assert {(found[0].columns, found[0].origin) for found in grids} == {(27, "ruled"), (30, "ruled")}
    assert [page.number for page in pages[3:19] if page.grids[0].continues] == [7, 8, 9, 11, 15, 17, 18]
    for grid in (found[0] for found in grids):
        groups = [(cell.text, cell.column_span) for cell in grid.cells if cell.row == 0]
        assert groups == [
            ("Julkinen talous yhteensä", 6),
            ("Valtio", 5),
            ("Kunnat", 5),
            ("Hyvinvointialueet", 5),
            ("Sotu-rahastot", 5),
        ]
    sums: dict[int, Decimal] = {}
    checked = 0
    for grid in (found[0] for found in grids[:-1]):
        if not grid.continues:
            sums = {}
        table = cells(grid)
        for row in table[2:]:
            values = {at: number(cell) for at, cell in enumerate(row) if at > grid.columns - 27 and cell}
            if row[0] == "Yhteensä":
                for at, value in values.items():
                    assert abs(value - sums.get(at, Decimal(0))) <= 3, (grid.page, at)
                    checked += 1
                break
            for at, value in values.items():
                sums[at] = sums.get(at, Decimal(0)) + value
    assert checked == 8 * 26


@pytest.mark.parametrize(("year", "lines", "total"), [(2023, 674, "83 244 412"), (2024, 668, "87 555 492")])
def test_budget_has_every_line(year: int, lines: int, total: str) -> None:
    path = shared("data", "talousarvio", f"talousarvio-{year}.pdf")
    pages = read_pdf(path.read_bytes(), path.name).pages
    body = [row for page in pages for grid in page.grids for row in cells(grid)[1:] if row[1]]
    assert len(body) == lines
    assert all(row[0] for row in body)
    assert body[-1] == ["Määrärahojen kokonaismäärä", total]


def test_financial_statement_balance_sheet() -> None:
    path = shared("data", "tilinpaatos", "kauhava-2024.pdf")
    page = only_page(pages_of(path.read_bytes(), 35))
    assert [(grid.rows, grid.columns) for grid in page.grids] == [(31, 3), (35, 3)]
    left = cells(page.grids[0])
    assert left[0] == ["VASTAAVAA", "2024 1 000 €", "2023 1 000 €"]
    assert left[1] == ["A PYSYVÄT VASTAAVAT", "114 995", "109 531"]
    assert left[-1] == ["VASTAAVAA", "138 421", "130 900"]


def test_a_caption_between_two_tables_is_the_lower_ones() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 60, "Avustukset alueittain, tuhatta euroa")
        rows(canvas, 100, [["Alue", "2020", "2021", "Yhteensä"], *REGIONS], ENDS)
        text(canvas, 60, 220, "Taulukko 4. Menot alueittain, milj. euroa")
        rows(canvas, 260, [["Alue", "2020", "2021", "Yhteensä"], *REGIONS], ENDS)

    upper, lower = only_page(pdf(draw)).grids
    assert (upper.title, lower.title) == ("", "Taulukko 4. Menot alueittain, milj. euroa")


def test_figures_that_a_narrow_ruled_column_breaks_are_one() -> None:
    ends = (260.0, 330.0, 400.0)

    def draw(canvas: Canvas) -> None:
        lines = [["Ala", "Tulot", "Menot", "Netto"], ["Koulut", "91", "-880", "-789"], ["Tiet", "17", "-402", "-385"]]
        rows(canvas, 100, lines, ends, step=20)
        rows(canvas, 160, [["Kaikki", "1", "-21", "-20"], ["yhteensä", "108", "282", "174"]], ends, step=12)
        rows(canvas, 192, [["", "", "-21", ""], ["Siitä", "7", "", "-21"], ["", "", "013,5", "006,5"]], ends, step=6)
        for y in (86, 106, 126, 146, 178, 210):
            rule(canvas, 50, y, 410, y)
        for x in (50, 220, 270, 340, 410):
            rule(canvas, x, 86, x, 210)

    (grid,) = only_page(pdf(draw)).grids
    assert [[" ".join(cell.split()) for cell in row] for row in cells(grid)[-2:]] == [
        ["Kaikki yhteensä", "1 108", "-21 282", "-20 174"],
        ["Siitä", "7", "-21 013,5", "-21 006,5"],
    ]


def test_codes_head_columns_on_every_page_that_a_table_goes_on_over() -> None:
    heads = ["Maakunta", "4.1", "4.2", "5.1"]

    def first(canvas: Canvas) -> None:
        text(canvas, 60, 60, "Myönnetty tuki (euroa)", size=14)
        rows(canvas, 100, [heads, ["Aho", "4 204 118", "82 905", "304 000"], ["Berg", "367 288", "11 382", ""]], ENDS)

    def second(canvas: Canvas) -> None:
        rows(canvas, 60, [heads, ["Cid", "831 214", "702 581", "12 777"], ["Dahl", "", "2 581", "1 777"]], ENDS)

    pages = read_pdf(pdf(first, second), "a.pdf").pages
    assert [[cell.text for cell in page.grids[0].cells if cell.header] for page in pages] == [heads, heads]
