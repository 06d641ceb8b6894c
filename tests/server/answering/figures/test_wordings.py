"""Everyday wordings of questions for figures: slices, places in an order, by how much one is beyond another."""

from decimal import Decimal
from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_AREAS = """# Ohjelman Virta valtionavustukset alueittain

| Alue | Lapset (€) | Ennaltaehkäisy (€) | OT-keskus (€) |
|---|---|---|---|
| Kainuu | 120 000 | 40 000 | 7 000 |
| Lappi | 300 000 | 90 000 | 5 000 |
| Pirkanmaa | 210 000 | 60 000 | 9 000 |
| Satakunta | 150 000 | 20 000 | 3 000 |
| Yhteensä | 780 000 | 210 000 | 25 000 |
"""
_YEARS = """# Kirjastojen avustukset

| Alue | 2031 (€) | 2032 (€) |
|---|---|---|
| Kainuu | 100 000 | 150 000 |
| Lappi | 80 000 | 60 000 |
"""
_PAID = """# Venerannan tuki

| Hanke | Myönnetty (€) | Maksettu (€) | Jäljellä (€) |
|---|---|---|---|
| Laituri | 90 000 | 30 000 | 60 000 |
| Ranta | 50 000 | 20 000 | 30 000 |
"""

areas = partial(source_of, alueet=_AREAS)


@pytest.mark.parametrize(
    ("question", "language", "begins"),
    [
        ("Kuka haali isoimman siivun ennaltaehkäisyn rahasta?", "fi", "Eniten: Lappi 90 000 €"),
        ("Which region took the biggest slice of the prevention money?", "en", "Most: Lapland €90,000"),
        ("Mikä alue jäi vähimmälle ennaltaehkäisyssä?", "fi", "Vähiten: Satakunta 20 000 €"),
        ("Kolme suurinta ennaltaehkäisyn saajaa järjestyksessä", "fi", "Eniten: Lappi 90 000 €, Pirkanmaa 60 000 €"),
        ("Monentenako Kainuu on ennaltaehkäisyn suuruudessa?", "fi", "Kainuu on sijalla 3 "),
        ("Mikä on Kainuun sijoitus ennaltaehkäisyssä alueiden joukossa?", "fi", "Kainuu on sijalla 3 "),
        ("På vilken plats ligger Lappland när det gäller förebyggande?", "sv", "Lappland kommer på plats 1 "),
        ("Oliko Lapin vai Kainuun ennaltaehkäisyraha isompi?", "fi", "Lappi: 90 000 €, enemmän kuin Kainuu"),
        ("Was Lapland's or Kainuu's prevention grant larger?", "en", "Lapland: €90,000, more than Kainuu"),
        ("Var Lapplands eller Kajanalands bidrag för förebyggande större?", "sv", "Lappland: 90 000 €, mer än"),
        ("By how much did Lapland's prevention money exceed Kainuu's?", "en", "Lapland is €50,000 larger than Kainuu"),
        ("Mikä on Kainuun osuus ennaltaehkäisyrahoista euroina?", "fi", "Kainuu: 40 000 €"),
        ("Tarvitsen Lapin ennaltaehkäisyyn kohdennetun euromäärän.", "fi", "Lappi: 90 000 €"),
        ("Pystyttekö kertomaan, paljonko Lappi sai ennaltaehkäisyyn?", "fi", "Lappi sai 90 000 €"),
        ("Osaatko sanoa Lapin ennaltaehkäisyrahan määrän?", "fi", "Lappi: 90 000 €"),
        ("Vilkaise Lapin ennaltaehkäisyrahaa", "fi", "Lappi: 90 000 €"),
        ("Ange Lapplands bidrag för förebyggande", "sv", "Lappland: 90 000 €"),
        ("State the prevention grant of Lapland", "en", "Lapland: €90,000"),
        ("Kuinka suuri OT-keskus-osuus Kainuulla on?", "fi", "Kainuu: 7 000 €"),
        ("Mille sijalle Kainuu asettuu ennaltaehkäisyssä?", "fi", "Kainuu on sijalla 3 "),
        ("På vilken plats kommer Kajanaland i förebyggande?", "sv", "Kajanaland kommer på plats 3 "),
        ("What position does Kainuu hold in prevention?", "en", "Kainuu ranks 3 "),
        ("Kuinka suuren osan ennaltaehkäisyn potista vei Lappi?", "fi", "Lappi: 42,9 % koko summasta 210 000 €"),
        ("How big a part of the national prevention money landed in Lapland?", "en", "Lapland: 42.9% of"),
        ("Combine the prevention money of Lapland and Kainuu", "en", "€130,000 in total"),
        ("Does the printed total of prevention add up?", "en", "It adds up: Total €210,000"),
        ("Mikä alue keräsi suurimman OT-keskusavustuksen?", "fi", "Eniten: Pirkanmaa 9 000 €"),
        ("Ketkä kaksi jäivät pienimmille summille ennaltaehkäisyssä?", "fi", "Vähiten: Satakunta 20 000 € ja Kainuu"),
        ("Kuinka monta euroa Kainuu jäi Lapista ennaltaehkäisyssä?", "fi", "Lappi on 50 000 € suurempi kuin Kainuu"),
        ("Saiko Kainuu vai Satakunta isomman ennaltaehkäisyavustuksen?", "fi", "Kainuu: 40 000 €, enemmän kuin"),
        ("Vilken placering har Kajanaland i fråga om förebyggande?", "sv", "Kajanaland kommer på plats 3 "),
        ("Who obtained the largest prevention grant among the areas?", "en", "Most: Lapland €90,000"),
        ("Where does Kainuu stand in the ranking of prevention grants?", "en", "Kainuu ranks 3 "),
        ("How many times bigger was Lapland's prevention grant than Satakunta's?", "en", "Lapland is 4.5 times"),
        ("What do Kainuu and Lapland add up to in prevention?", "en", "€130,000 in total: Kainuu €40,000 and Lapland"),
        ("Mean prevention grant across the areas", "en", "€52,500 on average"),
        ("Mikä on OT-keskusavustusten yhteissumma?", "fi", "Yhteensä: 25 000 €"),
        ("Hur stort var hela bidraget för förebyggande?", "sv", "Totalt: 210 000 €"),
        ("Onko OT-keskus-sarakkeen yhteissumma oikein?", "fi", "Ei täsmää: Yhteensä on painettu 25 000 €"),
    ],
)
def test_what_is_asked_in_everyday_words(question: str, language: Language, begins: str) -> None:
    found = ask(question, areas(), language)
    assert found is not None
    assert found.answer.startswith(begins)


_BACKLOG = """# Ohjelman Virta myönnetyt avustukset alueittain

| Alue | Hoito- ja palveluvelan purkaminen (€) | Ennaltaehkäisy (€) |
|---|---|---|
| Kainuu | 120 000 | 40 000 |
| Lappi | 300 000 | 90 000 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Lapilla on velkaa?", "fi", []),
        ("Mikä on Lapin velka?", "fi", []),
        ("Hur stor är Lapplands skuld?", "sv", []),
        ("What is Lapland's debt?", "en", []),
        ("Mikä on Lapin jono?", "fi", []),
        ("Paljonko Lapin ennaltaehkäisy maksaa?", "fi", []),
        ("Paljonko Lappi sai velan purkamiseen?", "fi", [300000]),
        ("Paljonko Lappi sai palveluvelan purkamiseen?", "fi", [300000]),
        ("How much did Lapland get for dismantling the service debt?", "en", [300000]),
    ],
)
def test_a_debt_of_care_is_no_debt(question: str, language: Language, expected: list[int]) -> None:
    assert values(question, source_of(virta=_BACKLOG), language) == expected


def test_rows_are_listed_from_the_largest() -> None:
    assert values("List every area's prevention grant, largest first", areas(), "en") == [90000, 60000, 40000, 20000]


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Anna alueiden avustukset ennaltaehkäisyyn taulukkona", "fi", {40000, 90000, 60000, 20000}),
        ("Show everything granted to Satakunta", "en", {150000, 20000, 3000}),
        ("Paljonko Kainuulle jäi Lapista?", "fi", set()),
        ("Palautin Kainuun ennaltaehkäisyrahaa", "fi", set()),
    ],
)
def test_all_that_is_asked_is_told(question: str, language: Language, expected: set[int]) -> None:
    assert set(values(question, areas(), language)) == expected


_PEOPLE = """# Väkiluku tammikuussa 2031

| Alue | Miehet | Naiset |
|---|---|---|
| Espoo | 138 703 | 140 603 |
| Joensuu | 4 943 | 4 871 |
| Alavieska | 491 | 461 |
| Enonkoski | 731 | 685 |
| Aura | 1 945 | 2 046 |
"""


def test_columns_of_one_year_are_told_apart_by_their_names() -> None:
    found = ask("Paljonko enemmän miehiä kuin naisia Espoossa on?", source_of(vaki=_PEOPLE))
    assert found is not None
    assert found.answer.startswith("Espoo (Naiset) on 1 900 suurempi kuin Espoo (Miehet)")


def test_places_are_towns_where_those_that_are_known_are() -> None:
    assert values("Missä kunnassa oli eniten naisia?", source_of(vaki=_PEOPLE)) == [140603]
    assert values("Missä kunnassa oli vähiten naisia?", source_of(vaki=_PEOPLE)) == [461]
    assert values("Missä kunnassa oli vähiten naisia yhteensä?", source_of(vaki=_PEOPLE)) == [461]
    assert values("Montako naista kunnissa oli yhteensä?", source_of(vaki=_PEOPLE)) == [148666]
    assert values("Mikä on naisten määrän keskiarvo kunnissa?", source_of(vaki=_PEOPLE)) == [Decimal("29733.2")]
    assert values("Missä maakunnassa oli eniten naisia?", source_of(vaki=_PEOPLE)) == []


def test_growth_between_the_two_years_there_are() -> None:
    found = ask("How much did Kainuu's library grant grow in percent between the two years?",
                source_of(vuodet=_YEARS), "en")  # fmt: skip
    assert found is not None
    assert "+50%" in found.answer


def test_two_measures_asked_one_after_the_other() -> None:
    found = ask("How much of Laituri has been paid and how much remains?", source_of(tuki=_PAID), "en")
    assert found is not None
    assert {figure.value for figure in found.figures} == {Decimal(30000), Decimal(60000)}


def test_how_fast_is_asked_of_growth() -> None:
    assert values("How fast did Kainuu's library grant grow between 2031 and 2032?", source_of(vuodet=_YEARS), "en")
