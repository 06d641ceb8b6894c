"""Units that headers, labels and titles state, and amounts in sentences that state none."""

import pytest

from ingest.tables.cells import label_of
from ingest.tables.table_units import percents, stated, unit_for, without_unit


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
        ("Odotti yli 14 vrk", None),
        ("Keskimääräinen odotus (vrk)", ("vrk", 1)),
        ("TP 2024 htv", ("htv", 1)),
        ("Kertymä viideltä (5) vuodelta, 1000 €", ("EUR", 1000)),
    ],
)
def test_what_a_text_states(text: str, unit: tuple[str, int] | None) -> None:
    assert stated(text) == unit


def test_an_amount_in_a_row_label_leaves_the_scale_of_the_title() -> None:
    row = ("Tuki", "Tukea vähennetään asteittain, vuonna 2027 enintään 75 milj. euroa.")
    assert unit_for(("Valtio", "2027"), row, ("Arviot vaikutuksista, miljoonaa euroa",)) == ("EUR", 1_000_000)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Kulttuurimatkailun kehittämisohjelma, 1000 €", "Kulttuurimatkailun kehittämisohjelma"),
        ("Kestävä kasvu -ohjelma (milj. €)", "Kestävä kasvu -ohjelma"),
        ("Avustukset 2022–2023, 1 000 euroa", "Avustukset 2022–2023"),
        ("Grants by region (EUR thousand)", "Grants by region"),
        ("Finansiering i Österbotten, tusen euro", "Finansiering i Österbotten"),
        ("Menot – €", "Menot"),
        ("Rahoitus (€), josta maksettu", "Rahoitus (€), josta maksettu"),
        ("Vuosi 2 000", "Vuosi 2 000"),
        ("€", "€"),
    ],
)
def test_the_unit_at_the_end_of_a_title_is_no_part_of_a_name(title: str, name: str) -> None:
    assert without_unit(title) == name


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Määrärahat (tuh. €)", ("EUR", 1000)),
        ("Menot, tuh. euroa", ("EUR", 1000)),
        ("Menot (t. €)", ("EUR", 1000)),
        ("Menot (1.000 €)", ("EUR", 1000)),
        ("Menot (1 000 e)", ("EUR", 1000)),
        ("Menot (milj. e)", ("EUR", 1_000_000)),
        ("Menot, Me", ("EUR", 1_000_000)),
        ("Budget (€'000)", ("EUR", 1000)),
        ("Budget (EUR mill.)", ("EUR", 1_000_000)),
        ("Budget, 1000-tal euro", ("EUR", 1000)),
        ("Menot (tuhansia euroja)", ("EUR", 1000)),
        ("Tuki yht. €", ("EUR", 1)),
        ("Menot (krp. €)", None),
        ("Me teemme", None),
    ],
)
def test_short_words_that_multiply_euros(text: str, unit: tuple[str, int] | None) -> None:
    assert stated(text) == unit


@pytest.mark.parametrize(
    ("title", "texts", "expected"),
    [
        ("Toteutuminen (%)", [["71", "88"], ["84", "91"]], True),
        ("Vastaajat ja osuudet (%)", [["71", "88"], ["84", "91"]], False),
        ("Vastaajat ja osuudet (%)", [["71,0", "88,1"], ["84,2", "91"]], True),
        ("Toteutuminen (%)", [["71", "188"], ["84", "91"]], False),
        ("Toteutuminen", [["71", "88"], ["84", "91"]], False),
    ],
)
def test_which_titles_make_all_columns_percent(title: str, texts: list[list[str]], *, expected: bool) -> None:
    assert percents(title, [("I",), ("II",)], texts) is expected


def test_the_raised_figure_of_square_metres_is_no_footnote_mark() -> None:
    assert [label_of(text) for text in ("Pinta-ala, m²", "Kokonaisala k-m²", "Maa-ala km²")] == [
        "Pinta-ala, m²",
        "Kokonaisala k-m²",
        "Maa-ala km²",
    ]
    assert label_of("Ohjelma²") == "Ohjelma"
    assert stated("Pinta-ala, m²") == ("m²", 1)
    assert stated("Vuokra (€/m²/kk)") == ("EUR/m²/kk", 1)
    assert stated("Hinta €/asukas") == ("EUR/asukas", 1)
