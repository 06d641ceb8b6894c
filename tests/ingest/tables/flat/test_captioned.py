"""Rows with one number each under a caption that states their unit."""

from decimal import Decimal

import pytest

from ingest.readers.text import read_text
from ingest.table import Table
from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.gridded import plain


def tables(text: str) -> tuple[Table, ...]:
    return flat_tables(plain(text))


def rows(table: Table) -> list[tuple[str, Decimal | None, str]]:
    return [(figure.row_path[-1], figure.value, figure.check) for figure in table.figures]


def test_a_caption_with_a_unit_heads_rows_whose_total_holds() -> None:
    (table,) = tables("Menot (milj. euroa)\n\nAlho 2,5\nBeeda -1,2\nCedo 4,1\nYhteensä 5,4\n")
    assert table.figures[0].column_path == ("Menot (milj. euroa)",)
    assert {(figure.unit, figure.check) for figure in table.figures} == {("EUR", "reconciled")}
    assert [row[1] for row in rows(table)] == [2_500_000, -1_200_000, 4_100_000, 5_400_000]
    assert table.figures[-1].row_role == "total"


def test_a_total_of_its_own_name() -> None:
    (table,) = tables("Kustannukset, 1 000 €\nAlho 1 250\nBeeda 420\nCedo 35\nKulut yhteensä 1 705\n")
    assert rows(table)[0] == ("Alho", Decimal(1_250_000), "reconciled")


def test_what_stands_below_the_total_is_no_part() -> None:
    text = "Mitoitus (1 000 euroa)\n\nAlho 138 020\nBeeda 38 500\nCedo 10 350\nYhteensä 186 870\n\n2031 arvio 191 000\n"
    (table,) = tables(text)
    assert [row[0] for row in rows(table)] == ["Alho", "Beeda", "Cedo", "Yhteensä"]


def test_items_under_a_row_and_the_difference_of_two() -> None:
    text = (
        "Käyttö (1 000 euroa)\n\n   \nPeruspalvelut\nLaskettu 25 600 814\n— ikä 18 053 725\n— syy 6 090 740\n"
        "— työ 1 456 349\n   \nOma osuus -19 093 193\nOsuus 6 507 621\n"
    )
    (table,) = tables(text)
    assert [row[2] for row in rows(table)] == ["reconciled"] * 6
    assert [figure.row_role for figure in table.figures][1:4] == ["child"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Kustannukset, 1 000 €\nAlho 1 250\nBeeda 420\nCedo 35\nKulut yhteensä 1 715\n",  # misses its parts
        "Kustannukset, 1 000 €\nAlho 1 250\nBeeda 420\nCedo 35\n",  # no sum tells how many numbers a row has
        "Kustannukset\nAlho 1 250\nBeeda 420\nCedo 35\nKulut yhteensä 1 705\n",  # of what, nothing says
    ],
)
def test_rows_that_no_sum_confirms(text: str) -> None:
    assert tables(text) == ()


def test_a_caption_further_up_states_the_unit_of_several_columns() -> None:
    text = (
        "Tulot ja menot (1 000 euroa)\n\n  2031\ntoteutuma\n2032\narvio\n       \nBruttomenot 84 526 72 431\n"
        "Bruttotulot 4 126 3 550\nNettomenot 80 400 68 881\n       \nSiirtyvät erät      \n— edelliseltä 22 500    \n"
    )
    (table,) = tables(text)
    assert (table.title, table.unit, table.scale) == ("Tulot ja menot (1 000 euroa)", "EUR", 1000)
    assert rows(table)[0][1] == 84_526_000


def test_a_caption_is_no_part_of_the_line_below() -> None:
    page = read_text("Hankkeen kustannukset, 1 000 €\nHenkilöstökulut 1 250\nMatkakulut 35\n".encode(), "a.txt").pages[
        0
    ]
    assert page.text[page.blocks[0].start : page.blocks[0].end] == "Hankkeen kustannukset, 1 000 €"


def test_numbers_set_apart_by_wide_blanks_need_no_sum() -> None:
    text = "Hakija         euroa\nAlhon säätiö        15 000\nBeeda ry.          6 000\nCedo      187 657\n"
    (table,) = tables(text)
    assert [row[0] for row in rows(table)] == ["Alhon säätiö", "Beeda ry.", "Cedo"]
    assert [row[1] for row in rows(table)] == [15000, 6000, 187657]
    assert table.figures[0].column_path == ("euroa",)
    assert table.unit == "EUR"
    assert tables(text.replace("      187 657", " 187 657")) == ()
