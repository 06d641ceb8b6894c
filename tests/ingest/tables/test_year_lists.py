"""One appropriation over the years, a line each, as state budgets close their pages."""

from decimal import Decimal

import pytest

from ingest.tables.recover import recover
from tests.ingest.tables.gridded import plain, quoted

MOMENT = """Talousarvioesitys 2033

30. Avustus kuntien yhteistyöhön (arviomääräraha)

Momentille myönnetään 27 381 000 euroa.

Selvitysosa: Lisätarve on 12 000 euroa.

2033 talousarvio 27 381 000
2032 IV lisätalousarvio -290 000
2032 II lisätalousarvio
2032 talousarvio 27 257 000
2031 tilinpäätös 24 548 984
"""


@pytest.mark.parametrize("stroke", [False, True])
def test_each_line_is_a_year_s_sum_of_what_the_numbered_line_names(stroke: bool) -> None:  # noqa: FBT001  # a form
    text = MOMENT.replace("tilinpäätös ", "tilinpäätös | ").replace("o 27 2", "o | 27 2") if stroke else MOMENT
    document = plain(text)
    (table,) = recover(document).tables
    assert table.row_labels == (("Avustus kuntien yhteistyöhön (arviomääräraha)",),)
    found = {
        figure.column_path[0]: (figure.value, figure.unit, figure.measure, figure.period) for figure in table.figures
    }
    assert found == {
        "2033 talousarvio": (Decimal(27_381_000), "EUR", "budgeted", "2033"),
        "2032 IV lisätalousarvio": (Decimal(-290_000), "EUR", "budgeted", "2032"),
        "2032 talousarvio": (Decimal(27_257_000), "EUR", "budgeted", "2032"),
        "2031 tilinpäätös": (Decimal(24_548_984), "EUR", "actual", "2031"),
    }
    assert quoted(document, table.figures[-1]) == "24 548 984"
    # The text between the name and the years is still read.
    assert {figure.value for figure in recover(document).figures} == {27_381_000, 12_000}


def test_years_whose_unit_no_sentence_states_are_left() -> None:
    assert recover(plain(MOMENT.replace("27 381 000 euroa", "varat"))).tables == ()


def test_a_supplementary_budget_takes_away_what_the_sentence_states() -> None:
    (table,) = recover(
        plain(
            "30. Avräkning till öarna (förslagsanslag)\n\nFrån anslaget under momentet dras det av 547 000 euro.\n\n"
            "2033 I tilläggsb. -547 000\n2033 budget 211 646 000\n2032 bokslut 204 345 615\n"
        )
    ).tables
    assert [(str(each.value), each.unit, each.measure, each.period) for each in table.figures] == [
        ("-547000", "EUR", "budgeted", "2033"),
        ("211646000", "EUR", "budgeted", "2033"),
        ("204345615", "EUR", "actual", "2032"),
    ]
