"""Tables that an extraction ran together on one line."""

import pytest

from ingest.tables.flat.tables import flat_tables
from tests.ingest.tables.gridded import plain, quoted

LINE = (
    "Ministeriö jakoi avustuksia. Taulukko 1. Avustukset kunnittain, euroa Kunta 2031 2032 Yhteensä Alho 12 300 13 400 "
    "25 700 Beeda 4 500 5 600 10 100 Cedo 112 300 101 250 213 550 Yhteensä 129 100 120 250 249 350 Lähde: ministeriö."
)


def test_rows_run_together_are_parted_where_sums_prove_it() -> None:
    document = plain(LINE)
    (table,) = flat_tables(document)
    assert table.column_labels == (("2031",), ("2032",), ("Yhteensä",))
    assert [path[-1] for path in table.row_labels] == ["Alho", "Beeda", "Cedo", "Yhteensä"]
    assert {(figure.unit, figure.check) for figure in table.figures} == {("EUR", "reconciled")}
    assert quoted(document, table.figures[3]) == "4 500"


def test_a_number_of_what_follows_is_no_part_of_the_last_row() -> None:
    text = (
        "2 Menot 1 000 euroa Toimiala TP 2030 TA 2031 TA 2032 Hallinto 1 250 1 310 1 290 Sote 22 450 23 120 24 300 "
        "Tekninen toimi 3 410 3 300 3 505 Menot yhteensä 27 110 27 730 29 095 3 Verotulot ovat kasvaneet vakaasti."
    )
    (table,) = flat_tables(plain(text))
    assert [figure.value for figure in table.figures][-3:] == [27_110_000, 27_730_000, 29_095_000]


@pytest.mark.parametrize(
    "text",
    [
        LINE.replace("249 350", "249 450").replace("120 250", "120 260"),  # sums that fail
        LINE.replace("Yhteensä 129 100 120 250 249 350", ""),  # no total
        "Henkilöstö Naiset Miehet Alho 120 45 Beeda 30 15 Cedo 12 13 Yhteensä 163 73 Keski-ikä oli 46 vuotta.",
    ],
)
def test_what_sums_do_not_prove_stays_text(text: str) -> None:
    assert flat_tables(plain(text)) == ()
