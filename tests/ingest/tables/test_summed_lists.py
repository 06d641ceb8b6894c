"""Names and bare numbers that sum to a total in euros stated above them."""

import pytest

from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain, quoted, tables_in

LIST = "Talousarvion mukaan vuodelle 2031 on 21 800 € jaettavana avustuksiin.\n\n\n"


@pytest.mark.parametrize(
    "lines",
    [
        "Alholan avustus 13 000\nBeeda (kartat) 7 900\nCedo 900\n  21 800\n",
        "Alholan avustus\n\n13 000\n\nBeeda (kartat)\n\n7 900\n\nCedo\n\n900\n\n21 800\n",
        "Alholan avustus 13 000\nBeeda (kartat) 7 900\nCedo 900\nYhteensä 21 800\n",
        "Hakijaeuroa\nAlholan avustus13 000\nBeeda (kartat)7 900\nCedo900\nDeeta ry.0\n",
        "Hakija\neuroa\nAlholan avustus\n13 000\nBeeda (kartat)\n7 900\nCedo\n900\nDeeta ry.\n0\n",
    ],
)
def test_the_stated_total_tells_unit_year_and_measure(lines: str) -> None:
    document = plain(LIST + lines)
    (table,) = recover(document).tables
    rows = [(f.row_path[-1], str(f.value), f.unit, f.period, f.measure, f.check) for f in table.figures][:3]
    assert rows == [
        ("Alholan avustus", "13000", "EUR", "2031", "budgeted", "reconciled"),
        ("Beeda (kartat)", "7900", "EUR", "2031", "budgeted", "reconciled"),
        ("Cedo", "900", "EUR", "2031", "budgeted", "reconciled"),
    ]
    assert quoted(document, table.figures[1]) == "7 900"


@pytest.mark.parametrize(
    "text",
    [
        LIST + "Alholan avustus 13 000\nBeeda (kartat) 7 800\nCedo 900\n",  # misses the total
        LIST.replace(" €", "") + "Alholan avustus 13 000\nBeeda (kartat) 7 900\nCedo 900\n",  # of no unit
        LIST + "Alholan avustus 13 900\nBeeda 7 900\n",  # two are met by chance
    ],
)
def test_what_does_not_sum_to_a_stated_total_stays_text(text: str) -> None:
    assert tables_in(text) == ()


def test_a_column_under_a_lead_that_states_its_total() -> None:
    text = (
        "Päätös\n\nKunta päätti myöntää avustuksia yhteensä 21 800 euroa vuonna 2031 seuraavasti:\n\n"
        "Hakija\n        euroa\nAlhola ry.       13 000\nLomatuki ry.        7 900\nCedo ry.         900\n"
    )
    (table,) = tables_in(text)
    assert [(figure.measure, figure.check) for figure in table.figures] == [("granted", "reconciled")] * 3
    (table,) = tables_in(text.replace("21 800", "21 900"))
    assert [figure.check for figure in table.figures] == ["unchecked"] * 3


def test_a_total_below_confirms_the_items() -> None:
    text = (
        "Määrärahat\n\nVuonna 2031 jaettiin 78,6 miljoonaa euroa. Määrärahat jaettiin keskuksille seuraavasti:\n\n"
        " • Alho 22 378 000\n • Beeda 9 714 000\n • Cedo 20 917 000\n\nTyömäärärahat (AAA) yhteensä 53 009 000\n\n"
        "Keskus\nMuut määrärahat 25 591 000\n"
    )
    (table,) = recover(plain(text)).tables
    read = {figure.row_path: (int(figure.value or 0), figure.unit, figure.check) for figure in table.figures}
    assert read == {
        ("Alho",): (22_378_000, "EUR", "reconciled"),
        ("Beeda",): (9_714_000, "EUR", "reconciled"),
        ("Cedo",): (20_917_000, "EUR", "reconciled"),
        ("Työmäärärahat (AAA) yhteensä",): (53_009_000, "EUR", "reconciled"),
    }
    assert recover(plain(text.replace("53 009", "53 019"))).tables == ()
