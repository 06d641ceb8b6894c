"""Units that headers, labels and titles state, and amounts in sentences that state none."""

import pytest

from ingest.tables.table_units import stated, unit_for


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("2024 1 000 €", ("EUR", 1000)),
        ("TP 2024 milj. €", ("EUR", 1_000_000)),
        ("TP 2024 %", ("%", 1)),
        ("Vuosi 2024, M€", ("EUR", 1_000_000)),
        ("Tuki 2000 €", None),
        ("Rahoitusosuutta vähennetään vuosina 2025–2027 yhteensä 137,5 milj. euroa.", None),
        ("Kustannukset ovat enintään 100 miljoonaan euroon vuodessa.", None),
        ("Momentille siirretään 0,2 miljoonaa euroa toiselta momentilta.", None),
        ("Kertymä viideltä (5) vuodelta, 1000 €", ("EUR", 1000)),
    ],
)
def test_what_a_text_states(text: str, unit: tuple[str, int] | None) -> None:
    assert stated(text) == unit


def test_an_amount_in_a_row_label_leaves_the_scale_of_the_title() -> None:
    row = ("Tuki", "Tukea vähennetään asteittain, vuonna 2027 enintään 75 milj. euroa.")
    assert unit_for(("Valtio", "2027"), row, ("Arviot vaikutuksista, miljoonaa euroa",)) == ("EUR", 1_000_000)
