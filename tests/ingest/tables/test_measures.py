import pytest

from ingest.tables.measures import MEASURES, measure_of
from ingest.tables.periods import period_of
from ingest.tables.programmes import programme_of
from tests.ingest.tables.gridded import plain


@pytest.mark.parametrize(
    ("texts", "measure"),
    [
        (["Myönnetyt valtionavustukset"], "granted"),
        (["Beviljade statsunderstöd"], "granted"),
        (["Granted"], "granted"),
        (["Kaupunginhallitus päätti myöntää avustuksia talousarviokohdalta 1 30 02 seuraavasti"], "granted"),
        (["Talousarvion kohdalta 1 30 02 tuki"], "funding"),
        (["Maksettu"], "paid"),
        (["Utbetalat 2022"], "paid"),
        (["Jäljellä 15.5.2023"], "remaining"),
        (["Haettu (€)"], "applied"),
        (["Beloppet av de understöd som söktes"], "applied"),
        (["1.7.–31.12. maksatushakemuksia"], None),
        (["Alkuperäinen talousarvio"], "budgeted"),
        (["TA2024"], "budgeted"),
        (["Tilinpäätös"], "actual"),
        (["TP 2023"], "actual"),
        (["Toteutuma"], "actual"),
        (["Menot", "Toteutuma 2024"], "actual"),
        (["Toimintatuotot"], "revenue"),
        (["Omarahoitusosuus"], "own_share"),
        (["Kokonaiskustannukset"], "total_cost"),
        (["Rahoitus"], "funding"),
        (["1. valtionavustus", "Myönnetyt avustukset"], "granted"),
        (["Kustannusvaikuttavuus"], None),
        (["Suunnitelman mukaiset poistot"], None),
        (["Planerade kostnader"], "planned"),
        (["Lappi"], None),
    ],
)
def test_measure(texts: list[str], measure: str | None) -> None:
    assert measure_of(texts) == measure
    assert measure is None or measure in MEASURES


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("TA 2024", "2024"),
        ("TP2023", "2023"),
        ("2020–2023", "2020-2023"),
        ("2021-22", "2021-2022"),
        ("2020 ja 2021 yhteensä", "2020-2021"),
        ("1.1.2022-31.12.2022", "1.1.2022-31.12.2022"),
        ("19.9.–9.12.2022", "19.9.-9.12.2022"),
        ("1-12/2024", "1-12/2024"),
        ("Jäljellä 15.5.2023", "15.5.2023"),
        ("2020 (€)", "2020"),
        ("2 020 000", None),
        ("1234/2020", None),
        ("2020 €", None),
        ("2024 2025", None),
        ("yhteensä", None),
    ],
)
def test_period(text: str, period: str | None) -> None:
    assert period_of([text]) == period


def test_programmes_are_named_by_the_document_itself() -> None:
    document = plain(
        "Suomen vihreän kasvun ohjelma\nVihreän kasvun ohjelmassa (VKO) jaetaan avustuksia.\n"
        "Vihreän kasvun ohjelma alkoi.\n"
        "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma jatkuu. Pori-hanke päättyi.\n"
        "Lasten palvelujen muutosohjelma (LAMU). LAMU-ohjelma."
    )
    green = "Vihreän kasvun ohjelma"
    assert programme_of(["Avustukset Suomen vihreän kasvun ohjelmasta"], document) == green
    assert programme_of(["VKO-hankkeiden tilanne"], document) == green
    assert programme_of(["VKOX"], document) is None
    health = "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma"
    assert programme_of(["Tulevaisuuden sote-keskusten avustukset"], document) == health
    assert programme_of(["Tulsote avustukset"], document) == health
    assert programme_of(["Pori-hankkeen menot", "VKO"], document) == "Pori-hanke"
    assert programme_of(["lasten palvelujen muutosohjelma"], document) == "Lasten palvelujen muutosohjelma"
    assert programme_of(["Alueiden avustukset"], document) is None
