"""Digits of days are no figures, in whatever language their month is written, nor those that tell parts apart."""

import pytest

from ingest.tables.not_numbers import mask


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Ansökningstiden gick ut den 6 oktober 2032.", "Ansökningstiden gick ut den x oktober 2032."),
        ("12 maj–3 juni fick 149 sökande svar", "xx maj–x juni fick 149 sökande svar"),
        ("On 6 October, 45 grants were paid.", "On x October, 45 grants were paid."),
        ("October 6, 2032", "October x, 2032"),
        ("Pillar 3 projects are:", "Pillar x projects are:"),
        ("under pillars 3 and 4", "under pillars x and x"),
        ("Pilari 4 1 200 000 €", "Pilari 4 1 200 000 €"),
        ("Vaihe 3 kuukautta", "Vaihe 3 kuukautta"),
        ("5 may apply for 12 grants", "5 may apply for 12 grants"),
    ],
)
def test_days_of_named_months_and_numbered_parts_are_no_figures(text: str, left: str) -> None:
    assert mask(text) == left
