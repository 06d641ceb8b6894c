"""Headers of PDF tables without rules, as browsers and programs set them: in the middle of their columns, wrapped."""

from collections.abc import Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Grid
from ingest.readers.pdf import read_pdf
from tests.ingest.readers.pdfs import HEIGHT, pdf, shown_turned, text

LABELS = ("Harjula", "Koskenmaa", "Saarela", "Vuoristo")


def _middle(canvas: Canvas, x: float, y: float, words: str) -> None:
    canvas.setFont("Helvetica", 10)
    canvas.drawCentredString(x, HEIGHT - y, words)


def _body(canvas: Canvas, top: float, ends: Sequence[float], cells: Sequence[Sequence[str]]) -> None:
    for row, (label, line) in enumerate(zip(LABELS, cells, strict=True)):
        text(canvas, 60, top + 16 * row, label)
        canvas.setFont("Helvetica", 10)
        for end, cell in zip(ends, line, strict=True):
            canvas.drawRightString(end, HEIGHT - top - 16 * row, cell)


def _headers(data: bytes) -> dict[int, list[str]]:
    """Return the headers over each column of the only table, outermost first."""
    (grid,) = read_pdf(data, "taulukko.pdf").pages[0].grids
    return {column: _over(grid, column) for column in range(grid.columns)}


def _over(grid: Grid, column: int) -> list[str]:
    return [
        " ".join(cell.text.split())
        for cell in sorted(grid.cells, key=lambda cell: cell.row)
        if cell.header and cell.column <= column < cell.column + cell.column_span
    ]


def test_groups_beside_columns_that_have_one_header_alone() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 90, 100, "Hakija")
        for x, words in ((231, "Myönnetty"), (307, "Maksettu"), (366, "Jäljellä")):
            _middle(canvas, x, 100, words)
        for x, year in ((212, "2033"), (249, "2034"), (288, "2033"), (325, "2034")):
            _middle(canvas, x, 116, year)
        cells = [[f"{n * 111}" for n in (row + 1, row + 2, row + 3, row + 1, row + 2)] for row in range(4)]
        _body(canvas, 132, (226, 264, 302, 339, 381), cells)

    assert _headers(pdf(draw)) == {
        0: ["Hakija"],
        1: ["Myönnetty", "2033"],
        2: ["Myönnetty", "2034"],
        3: ["Maksettu", "2033"],
        4: ["Maksettu", "2034"],
        5: ["Jäljellä"],
    }


def test_a_group_s_unit_on_a_line_of_its_own_goes_on_from_its_name() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 100, "Toimiala")
        for x, first, second in ((230, "Henkilöstö", "(htv)"), (330, "Menot (milj.", "€)")):
            _middle(canvas, x, 100, first)
            _middle(canvas, x, 111, second)
        for x, year in ((205, "2034"), (255, "2035"), (305, "2034"), (355, "2035")):
            _middle(canvas, x, 125, year)
        cells = [["1 204", "1 190", "98,4", "101,2"]] * 4
        _body(canvas, 141, (222, 272, 322, 372), cells)

    headers = _headers(pdf(draw))
    assert headers[1] == ["Henkilöstö (htv)", "2034"]
    assert headers[4] == ["Menot (milj. €)", "2035"]


def test_a_unit_in_the_middle_of_a_wide_column_heads_the_figures_at_its_edge() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 100, "Kunta")
        for x, first, second in ((209, "Myönnetty", "(€)"), (286, "Omarahoitus", "(%)")):
            _middle(canvas, x, 100, first)
            _middle(canvas, x, 111, second)
        _body(canvas, 127, (243, 320), [["90 000", "20"], ["91 203", "21"], ["92 406", "22"], ["93 609", "23"]])

    assert _headers(pdf(draw)) == {0: ["Kunta"], 1: ["Myönnetty (€)"], 2: ["Omarahoitus (%)"]}


def test_turned_words_whose_letters_are_set_one_by_one_stay_whole() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(400, 100)
        canvas.rotate(90)
        canvas.setFont("Helvetica", 13)
        for line, words in enumerate(("Henkilöstö ja menot", "Muutos (%)", "Sivistys 1 204")):
            x = 0.0
            for letter in words:
                canvas.drawString(x, -14 * line, letter)
                x += stringWidth(letter, "Helvetica", 13)

    page = read_pdf(shown_turned(pdf(draw), 90), "taulukko.pdf").pages[0]
    assert page.text.split() == ["Henkilöstö", "ja", "menot", "Muutos", "(%)", "Sivistys", "1", "204"]


def test_headers_at_the_left_of_figures_at_the_right_belong_together_in_order() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 100, "Kunta")
        for place, year in enumerate(("2033", "2034", "2035")):
            text(canvas, 160 + 80 * place, 100, year)
        # Each figure stands nearer to the year behind it than to its own.
        _body(canvas, 116, (232, 312, 392), [["12", "7", "31"], ["9", "", "28"], ["14", "6", "3"], ["8", "5", "77"]])

    (grid,) = read_pdf(pdf(draw), "taulukko.pdf").pages[0].grids
    assert _headers(pdf(draw)) == {0: ["Kunta"], 1: ["2033"], 2: ["2034"], 3: ["2035"]}
    assert {cell.text: cell.column for cell in grid.cells if cell.text in ("12", "31", "6")} == {
        "12": 1,
        "31": 3,
        "6": 2,
    }


def test_groups_of_groups_in_the_middle_of_their_columns() -> None:
    def draw(canvas: Canvas) -> None:
        text(canvas, 60, 128, "Kunta")
        for x, words in ((234, "Hakukierros 1"), (394, "Hakukierros 2")):
            _middle(canvas, x, 100, words)
        for place, words in enumerate(("Haettu", "Saatu") * 2):
            _middle(canvas, 194 + 80 * place, 114, words)
        for place, year in enumerate(("2035", "2036") * 4):
            _middle(canvas, 174 + 40 * place, 128, year)
        text(canvas, 490, 128, "Muutos")
        cells = [[str(n * 11) for n in range(row + 1, row + 10)] for row in range(4)]
        _body(canvas, 144, [190 + 40 * place for place in range(8)] + [520], cells)

    headers = _headers(pdf(draw))
    assert headers[1] == ["Hakukierros 1", "Haettu", "2035"]
    assert headers[4] == ["Hakukierros 1", "Saatu", "2036"]
    assert headers[5] == ["Hakukierros 2", "Haettu", "2035"]
    assert headers[9] == ["Muutos"]


def test_groups_that_end_where_their_last_column_ends() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        text(canvas, 60, 116, "Kunta")
        for x, words in ((300, "Tuki"), (480, "Rakentamisen kulut")):
            canvas.drawRightString(x, HEIGHT - 100, words)
        for place, words in enumerate(("Valtio", "EU", "Haettu", "Saatu", "Jäljellä")):
            canvas.drawRightString(240 + 60 * place, HEIGHT - 116, words)
        _body(
            canvas, 132, (240, 300, 360, 420, 480), [[str(n * 13) for n in range(row + 1, row + 6)] for row in range(4)]
        )

    headers = _headers(pdf(draw))
    assert headers[2] == ["Tuki", "EU"]
    assert headers[3] == ["Rakentamisen kulut", "Haettu"]
    assert headers[5] == ["Rakentamisen kulut", "Jäljellä"]
