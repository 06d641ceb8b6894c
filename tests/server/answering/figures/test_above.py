"""What stands over a table accounts for words of a question that its labels lack; the whole comes before its parts."""

from tests.server.answering.figures.seed_figures import Column, Row, Source, build_table
from tests.server.answering.figures.written import ask, values

_OUTTURN = [Column("Toteuma", measure="actual")]


def statements() -> Source:
    """Return a statement of two boards under one title, and the town's own, which a summary repeats."""
    source = Source()
    boards = {"Satamalautakunta": 2100, "Metsälautakunta": 1400}
    told = [f"{board}\nTuotot {value}" for board, value in boards.items()]
    source.add("c/2024.txt", "\n".join([*told, "Laskelma", "Tuotot 93500", "Yhteenveto", "Tuotot 93500", ""]))
    for number, (board, value) in enumerate(boards.items()):
        build_table(source, "c/2024.txt", number, "Talousarvion toteutuminen", _OUTTURN, [Row("Tuotot", (value,))],
                    after=board, above=("Erä", board, "Käyttötalous"))  # fmt: skip
    for number, title in enumerate(("Laskelma", "Yhteenveto"), start=len(boards)):
        build_table(source, "c/2024.txt", number, title, _OUTTURN, [Row("Tuotot", (93500,))], after=title)
    return source


def test_the_heading_over_a_title_names_whose_statement_it_is() -> None:
    assert values("Mitkä olivat satamalautakunnan tuotot?", statements()) == [2100]
    found = ask("Mitkä olivat museolautakunnan tuotot?", statements())
    assert found is None or found.status != "answered"


def test_tables_of_one_title_are_told_apart_by_their_headings() -> None:
    found = ask("Mitkä olivat tuotot?", statements())
    assert found is not None
    assert [reading.label.split(",")[0] for reading in found.readings] == [
        "Satamalautakunta: Talousarvion toteutuminen",
        "Metsälautakunta: Talousarvion toteutuminen",
        "Laskelma",
    ]


def test_a_word_over_the_row_labels_is_what_the_rows_are() -> None:
    source = Source()
    source.add("c/vaalit.txt", "Tulos\nSininen 1520\nVihreä 880\nKeltainen 940\n")
    build_table(source, "c/vaalit.txt", 0, "Tulos", [Column("Äänimäärä", measure="actual", unit="")],
                [Row("Sininen", (1520,)), Row("Vihreä", (880,)), Row("Keltainen", (940,))],
                above=("Puolue",))  # fmt: skip
    assert values("Mikä puolue sai vähiten ääniä?", source) == [880]
    found = ask("Mikä seura sai vähiten ääniä?", source)
    assert found is None or found.status != "answered"


def test_a_total_that_is_a_row_of_the_summary_is_no_second_total() -> None:
    source = Source()
    source.add("c/s.txt", "Yhteenveto\nKoulut 700\nTiet 300\nYhteensä 1000\nKoulut osana\nUudet 700\nYhteensä 700\n")
    column = [Column("Valtio", measure=None)]
    build_table(source, "c/s.txt", 0, "Yhteenveto", column,
                [Row("Koulut", (700,)), Row("Tiet", (300,)), Row("Yhteensä", (1000,), role="total")])  # fmt: skip
    build_table(source, "c/s.txt", 1, "Koulut osana", column,
                [Row("Uudet", (700,)), Row("Yhteensä", (700,), role="total")], after="Koulut osana")  # fmt: skip
    assert values("Mikä on yhteissumma valtiolle?", source) == [1000]


def test_the_words_of_a_measure_do_not_choose_a_line_before_one_called_so() -> None:
    source = Source()
    source.add("c/b.txt", "Menot\nKansliat 9000\nKanslian arvonlisäveromenot 500\n")
    build_table(source, "c/b.txt", 0, "Määrärahat", [Column("Määrärahat", measure="budgeted")],
                [Row("Kansliat", (9000,)), Row("Kanslian arvonlisäveromenot", (500,))])  # fmt: skip
    assert values("Paljonko kanslioiden menot ovat?", source) == [9000]
