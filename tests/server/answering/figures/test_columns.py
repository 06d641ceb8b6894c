"""Sums over the columns of a row, the greatest of them, and the change from one to another."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from server.answering.figures.wording import column_of
from tests.server.answering.figures.written import ask, source_of, values

_VISITS = """# Kirjastot

Käynnit kuukausittain (kpl)

| Kirjasto | Tammikuu | Helmikuu | Maaliskuu |
|---|---|---|---|
| Rantakirjasto | 410 | 390 | 520 |
| Mäkikirjasto | 105 | 130 | 125 |

Henkilöstö henkilötyövuosina (htv)

| Yksikkö | Vakinaiset | Määräaikaiset |
|---|---|---|
| Museo | 18,0 | 9,5 |
| Uimahalli | 12,0 | 3,0 |

Yritykset ja henkilöstö kunnittain

| Kunta | Yritykset | Miehet | Naiset |
|---|---|---|---|
| Lehtola | 320 | 810 | 740 |
| Notkola | 200 | 500 | 450 |

Asukkaat kunnittain

| Kunta | 2022 | 2023 |
|---|---|---|
| Lehtola | 2 100 | 2 050 |
| Notkola | 1 300 | 1 310 |
"""

documents = partial(source_of, kirjastot=_VISITS)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Kuinka monta henkilötyövuotta museossa on yhteensä?", "fi", ["27.5"]),
        ("Missä kuussa Rantakirjastossa oli eniten käyntejä?", "fi", ["520"]),
        ("Missä kuussa Rantakirjastossa oli vähiten käyntejä?", "fi", ["390"]),
        ("Paljonko Mäkikirjaston käynnit kasvoivat tammikuusta maaliskuuhun?", "fi", ["20", "19"]),
        ("Paljonko Rantakirjaston käynnit vähenivät maaliskuusta helmikuuhun?", "fi", ["-130", "-25"]),
        ("Paljonko asukkaita Lehtolassa on yhteensä?", "fi", ["2100", "2050"]),
        ("Mikä oli keskimääräinen käyntimäärä kuukaudessa Mäkikirjastossa?", "fi", ["120"]),
    ],
)
def test_columns_of_a_row(question: str, language: Language, expected: list[str]) -> None:
    assert values(question, documents(), language) == [Decimal(value) for value in expected]


_MONTHS = """# Pysäköinti 2031

Pysäköinnit kuukausittain (kpl)

| Alue | Tammikuu | Helmikuu | Maaliskuu | Yhteensä |
|---|---|---|---|---|
| Keskusta | 410 | 390 | 520 | 1320 |
| Satama | 305 | 430 | 125 | 860 |
| Yhteensä | 715 | 820 | 645 | 2180 |
"""
_MONTH_ROWS = """# Matkailu 2031

Yöpymiset kuukausittain

| Kuukausi | Yöpymiset yhteensä | Kotimaiset yöpymiset yhteensä | Ulkomaiset yöpymiset yhteensä |
|---|---|---|---|
| Yhteensä | 10 400 | 7 100 | 3 300 |
| Tammikuu | 3 100 | 2 400 | 700 |
| Helmikuu | 4 200 | 2 300 | 1 900 |
| Maaliskuu | 3 100 | 2 400 | 700 |
"""


@pytest.mark.parametrize(
    ("text", "question", "expected"),
    [
        (_MONTHS, "Missä kuussa pysäköintejä oli eniten?", ["820"]),
        (_MONTHS, "Missä kuussa Keskustassa oli eniten pysäköintejä?", ["520"]),
        (_MONTH_ROWS, "Missä kuussa yövyttiin eniten?", ["4200"]),
    ],
)
def test_the_best_month_is_told_of_all_and_is_no_total(text: str, question: str, expected: list[str]) -> None:
    assert values(question, source_of(kuukaudet=text)) == [Decimal(value) for value in expected]


def test_a_quarter_asked_for_is_no_month() -> None:
    answer = ask("Millä neljänneksellä Keskustassa oli eniten pysäköintejä?", source_of(kuukaudet=_MONTHS))
    assert answer is None or not answer.figures


def test_columns_of_unlike_things_are_never_summed() -> None:
    answer = ask("Montako henkilöstöä Lehtolassa on yhteensä?", documents())
    assert answer is None or not any(figure.formula for figure in answer.figures)


_SAVINGS = """# Säästöt sektoreittain 2025, miljoonaa euroa

| Toimi | Julkinen talous yhteensä | Valtio | Kunnat |
|---|---|---|---|
| Tukien karsinta | 90 | 70 | 25 |
| Maksujen korotus | 30 | 20 | 10 |
"""
_PARTS = """# Säästöt sektoreittain 2025, miljoonaa euroa

| Toimi | Koko talous | Valtio | Kunnat |
|---|---|---|---|
| Tukien karsinta | 95 | 70 | 25 |
| Maksujen korotus | 31 | 20 | 10 |
"""


@pytest.mark.parametrize("text", [_SAVINGS, _PARTS])
def test_a_whole_is_not_summed_with_its_parts(text: str) -> None:
    answer = ask("Paljonko tukien karsinnan säästöt ovat yhteensä?", source_of(toimet=text))
    assert answer is None or not any(figure.formula for figure in answer.figures)


def test_of_several_figures_of_a_row_the_total_is_called_so() -> None:
    rows = "| Aamu | 300 026 | 400 032 |\n| Virta | 510 000 | 685 000 |"
    table = f"| Hanke | Ministeriön haku (€) | Yhteensä (€) |\n|---|---|---|\n{rows}"
    found = ask("Mikä on Aamu-hankkeen budjetti?", source_of(hankkeet=f"# Hankkeiden budjetit\n\n{table}\n"))
    assert found is not None
    assert found.answer.startswith("Aamu: Ministeriön haku 300 026 € ja yhteensä 400 032 €")


def test_a_year_before_a_value_has_no_unit() -> None:
    assert column_of(("2030 €",), "fi") == "2030"
    assert column_of(("Avustus", "2031 M€"), "fi") == "Avustus › 2031"
