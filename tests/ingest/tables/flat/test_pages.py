"""Tables of flat text that a page break tears: one table again, each number on its own page."""

import random
from decimal import Decimal

import pytest

from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from ingest.tables.recover import recover
from tests.ingest.tables.make import cell, document_of

_TITLE = "Hankkeiden rahoitus, 1 000 €"
_HEADS = "Hanke Valtio Kunnat Yhteensä"
_UPPER = "Akkukeskus 1 250 210 1 460\nBiokaasu 480 60 540\nSatama 2 004 300 2 304"
_LOWER = "Luonnonkuidut 298 62 360\nTyöpajat 410 73 483\nYhteensä 4 442 705 5 147\n"


def _torn(upper: str, lower: str) -> tuple[Table, ...]:
    return flat_tables(document_of(f"{_TITLE}\n{_HEADS}\n{upper}", lower))


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("\n", ""),
        ("\n", f"{_HEADS}\n"),
        ("\n", f"{_TITLE} (jatkuu)\n{_HEADS}\n"),
        ("\n\n12\n", "\n\n"),
        ("\n", f"13\n\n{_HEADS}\n"),
        ("\n", "Hanke\nValtio Kunnat Yhteensä\n"),
    ],
)
def test_rows_go_on_over_the_break_with_the_unit_and_to_the_total(end: str, start: str) -> None:
    (table,) = _torn(f"{_UPPER}{end}", f"{start}{_LOWER}")
    assert table.pages == (1, 2)
    assert [path[-1] for path in table.row_labels] == [
        "Akkukeskus",
        "Biokaasu",
        "Satama",
        "Luonnonkuidut",
        "Työpajat",
        "Yhteensä",
    ]
    assert {(figure.check, figure.unit) for figure in table.figures} == {("reconciled", "EUR")}
    assert cell(table, "Työpajat", "Kunnat").value == 73000


def test_each_number_is_quoted_from_its_page() -> None:
    pages = (f"{_TITLE}\n{_HEADS}\n{_UPPER}\n4\n", f"{_HEADS}\n{_LOWER}")
    (table,) = flat_tables(document_of(*pages))
    for figure in table.figures:
        span, label = figure.value_span, figure.row_spans[0]
        assert span is not None
        assert pages[span.page - 1][span.start : span.end] == figure.text
        assert pages[label.page - 1][label.start : label.end] == figure.row_path[-1]
    assert {figure.value_span.page for figure in table.figures if figure.value_span} == {1, 2}


def test_another_table_on_the_next_page_stays_its_own() -> None:
    upper = f"{_TITLE}\n{_HEADS}\n{_UPPER}\nYhteensä 3 734 570 4 304\n"
    lower = "Käynnit\nAsema 2022 2023\nAhola 1 210 1 340\nRanta 2 044 2 160\nYhteensä 3 254 3 500\n"
    first, second = flat_tables(document_of(upper, lower))
    assert (first.pages, second.pages) == ((1,), (2,))
    assert {figure.unit for figure in second.figures} == {None}


def test_rows_under_other_headers_do_not_go_on() -> None:
    tables = _torn(f"{_UPPER}\n", f"Hanke Haettu Myönnetty Maksettu\n{_LOWER}")
    assert all(len(table.pages) == 1 for table in tables)


@pytest.mark.parametrize("seed", range(40))
def test_random_tables_torn_anywhere_hold_no_wrong_number(seed: int) -> None:
    choose = random.Random(seed)
    columns = [str(2020 + number) for number in range(choose.randint(2, 4))]
    top = choose.choice([900, 90_000, 9_000_000])
    names = ["Ahola", "Harju", "Kaisla", "Laakso", "Metsälä", "Ranta", "Suvanto"][: choose.randint(4, 7)]
    rows = {name: [choose.randint(1, top) for _ in columns] for name in names}
    rows["Yhteensä"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    lines = [" ".join([name, *(f"{value:,}".replace(",", " ") for value in row)]) for name, row in rows.items()]
    cut = choose.randint(2, len(lines) - 1)
    heads = " ".join(["Alue", *columns])
    again = choose.choice(["", f"{heads}\n", f"Menot, 1 000 € (jatkuu)\n{heads}\n"])
    document = document_of(
        "\n".join(["Menot, 1 000 €", heads, *lines[:cut]]) + "\n", again + "\n".join(lines[cut:]) + "\n"
    )
    found = 0
    for table in recover(document).tables:
        for figure in table.figures:
            if figure.value is not None:
                column = columns.index(figure.column_path[-1])
                assert figure.value == Decimal(rows[figure.row_path[-1]][column] * 1000)
                found += 1
    assert found == len(rows) * len(columns)
