"""Questions of lists of sums under a sentence that leads them."""

from functools import partial

import pytest

from server.answering.answer import Language
from tests.server.answering.figures.written import ask, source_of, values

_OFFICES = """# Työllisyysmäärärahoja jaettiin ELY-keskuksille

Hallitus päätti 19.1.2017 kuluvan vuoden työllisyysmäärärahojen jaosta. ELY-keskuksille jaettiin yhteensä 9,5 miljoonaa
euroa seuraavasti:

- Kainuu 2,5 miljoonaa euroa
- Lappi 4,0 miljoonaa euroa
- Uusimaa 3,0 miljoonaa euroa
"""
_TOWNS = """# Levande skärgård

Understöd 2023 per kommun:

- Pargas stad: 412 000 euro
- Raseborgs stad: 187 000 euro
- Larsmo kommun: 64 100 euro
"""
_AREAS = """# Valmistelun rahoitus

Valtionavustus myönnetään vuonna 2021 seuraavasti:

- Satakunnan hyvinvointialue 638 827 euroa
- Pirkanmaan hyvinvointialue 1 202 361 euroa
- Kanta-Hämeen hyvinvointialue 607 146 euroa
"""
_WORK = """# Hyvän työn ohjelma

Suurimmat avustukset vuonna 2023 saivat:

- Keravan hyvinvointialue 640 000 euroa
- Oulun kaupunki 515 000 euroa
- Hengitysliitto ry 210 000 euroa
"""
_CITY = """# Helsingin kaupunginhallituksen päätös

Helsinki myöntää yleisavustuksia yhteensä 41 500 euroa.

- Helsinki-Seura ry 16 500 euroa
- Helsingin Polkupyöräilijät ry 7 000 euroa
- Suomen Rauhanliitto ry 18 000 euroa
"""

documents = partial(source_of, ely=_OFFICES, skargard=_TOWNS, valmistelu=_AREAS, tyo=_WORK, paatos=_CITY)


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Paljonko Kainuun ELY-keskus sai työllisyysmäärärahoja vuonna 2017?", "fi", [2_500_000]),
        ("Mikä ELY-keskus sai eniten vuonna 2017?", "fi", [4_000_000]),
        ("Mikä osuus 9,5 miljoonasta meni Uudellemaalle?", "fi", [31.6]),
        ("Paljonko Kainuu sai työllisyysmäärärahoja vuonna 2018?", "fi", []),
        ("Hur mycket fick Raseborg i understöd 2023?", "sv", [187_000]),
        ("Vilken kommun fick minst understöd i skärgården?", "sv", [64_100]),
        ("Paljonko Satakunta sai valmistelurahoitusta?", "fi", [638_827]),
        ("Mikä hyvinvointialue sai vähiten valmistelurahoitusta?", "fi", [607_146]),
        ("How much more did Pirkanmaa get than Satakunta?", "en", [563_534]),
        ("Paljonko Suomen Rauhanliitto sai Helsingiltä?", "fi", [18_000]),
        ("Kuka sai eniten Helsingin yleisavustuksista?", "fi", [18_000]),
        ("Kuka sai Hyvän työn ohjelmasta suurimman avustuksen?", "fi", [640_000]),
        ("Mikä on Oulun osuus Hyvän työn ohjelman avustuksista?", "fi", []),
        ("Paljonko Lappi sai valmistelurahoitusta?", "fi", []),
        ("Mikä on Satakunnan osuus valmistelurahoituksesta?", "fi", []),
    ],
)
def test_lists_answer_as_tables_do(question: str, language: Language, expected: list[float]) -> None:
    assert [float(value) for value in values(question, documents(), language)] == expected


def test_a_row_of_a_list_is_told_with_its_title() -> None:
    found = ask("Paljonko Satakunta sai valmistelurahoitusta?", documents())
    assert found is not None
    assert found.answer == (
        "Satakunnan hyvinvointialue sai 638 827 € "
        "(Valtionavustus myönnetään vuonna 2021 seuraavasti, Valmistelun rahoitus) [1]."
    )


def test_many_marks_in_a_row_are_told_by_the_first_and_the_last() -> None:
    items = "\n".join(f"- Kunta {letter} {number} 000 euroa" for number, letter in enumerate("ABCDEFGH", start=1))
    found = ask(
        "Mikä on keskimääräinen avustus?", source_of(avustus=f"# Avustukset\n\nMyönnetyt avustukset:\n\n{items}\n")
    )
    assert found is not None
    assert (
        found.answer.splitlines()[0]
        == "Keskimäärin 4 500 € (8 lukua) (avustus: Avustukset, Myönnetyt avustukset) [1]–[8]."
    )
    assert [one.id for one in found.citations] == [1, 2, 3, 4, 5, 6, 7, 8]


def test_a_heading_that_speaks_of_budgets_makes_no_budget_of_a_forecast() -> None:
    text = "# Talousarviot ja ennusteet\n\nVuoden 2024 ennusteessa alijäämä oli 1,4 miljardia euroa.\n"
    assert values("Mikä oli alijäämä vuoden 2024 talousarvioissa?", source_of(vk=text)) == []


def test_rows_that_the_text_breaks_off_in_are_not_compared() -> None:
    items = "- Kainuu 20 000 euroa\n- Lappi 5 000 euroa\n- Pohjanmaa 7 000 euroa\n- Satakunta 90 000 eu"
    source = source_of(tuki=f"# Tuki\n\nAvustukset:\n\n{items}")
    assert values("Paljonko Lappi sai avustusta?", source) == [5_000]
    assert values("Mikä alue sai eniten avustusta?", source) == []
    assert values("Mikä on avustusten keskiarvo?", source) == []


_PAID = """# Avustusten tilanne

| Hanke | Myönnetty (€) | Maksettu (€) |
|---|---|---|
| Liikunta | 7 300 | 4 015 |
| Seurat | 6 100 | 2 440 |
| Erityisryhmät | 4 000 | 3 400 |
"""


@pytest.mark.parametrize(
    ("question", "language", "expected"),
    [
        ("Mille hankkeelle on maksettu suurin osuus myönnetystä?", "fi", [85.0]),
        ("Missä hankkeessa maksettu osuus myönnetystä on pienin?", "fi", [40.0]),
        ("Mille hankkeelle on myönnetty eniten?", "fi", [7300.0]),
    ],
)
def test_the_largest_share_of_one_measure_in_another(question: str, language: Language, expected: list[float]) -> None:
    assert [float(value) for value in values(question, source_of(tilanne=_PAID), language)] == expected


_YEARS = """# Grants by year

| Year | Applications | Funded | Granted (EUR) |
|---|---|---|---|
| 2021 | 64 | 22 | 2,150,000 |
| 2022 | 91 | 31 | 3,240,000 |
| Total | 155 | 53 | 5,390,000 |

The average grant was EUR 104,000.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("What percentage of applications were funded in 2022?", [34.1]),
        ("What was the average grant?", [104_000.0]),
    ],
)
def test_columns_named_beside_each_other_and_averages_that_are_stated(question: str, expected: list[float]) -> None:
    assert [float(value) for value in values(question, source_of(grants=_YEARS), "en")] == expected


def test_a_list_without_its_total_may_name_some_alone() -> None:
    applied = (
        "# Saapuneet hakemukset\n\nHakemuksia saapui 23 kappaletta.\n\nHankkeen nimi, hakija ja haettu tuki:\n\n"
        "- Rantapolku, Kuhmon kaupunki, 192 024 €\n- Uimalaituri, Oulun kaupunki, 297 066 €\n"
        "- Kiikkukenttä, Salon kaupunki, 90 284 €\n"
    )
    assert values("Paljonko hakemuksissa haetaan tukea yhteensä?", source_of(hakemukset=applied)) == []
    assert values("Paljonko Oulun kaupunki haki tukea?", source_of(hakemukset=applied)) == [297_066]
