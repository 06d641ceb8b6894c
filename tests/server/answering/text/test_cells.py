"""Tables of words answer by the cell of the row and the column that a question names, and only by that."""

from functools import cache

import pytest

from ingest.document import Page
from ingest.readers import read_bytes
from server.answering.answer import Answer, Question
from server.answering.text.cells import asked_cell, asked_column
from server.answering.text.flat_cells import word_grids
from server.answering.text.passages import ask, evidence_for, understand
from tests.server.answering.text.test_text_answers import Words

_TEXT = """# Saariston ohjelma

| Painopiste | Toimenpide | Vastuutaho | Aloitus | Valmis |
|---|---|---|---|---|
| Saatavuus | Lauttavuorojen lisääminen | Väyläyksikkö | 2/2025 | 12/2026 |
| Saatavuus | Rantareitin opasteet | Kirsti Aalto | 5/2025 | 9/2025 |
| Palvelut | Kiertävä kirjasto 2 | Kirjastotoimi | 1/2026 | 6/2027 |

## Kokoukset

| Kokous | Päivä | Paikka | Puheenjohtaja |
|---|---|---|---|
| Aloitusseminaari | 14.1.2025 | Nagu, koulu | Kirsti Aalto |
| Väliarviointi | 16.9.2026 | Etäyhteys | Olli Berg |
| Päätöspäivä | 5.12.2027 | Korppoo | Kirsti Aalto |
"""


class Tables(Words):
    """One Markdown document as its reader gives it, with the grids of its tables."""

    def __init__(self, text: str) -> None:
        self.read = read_bytes(text.encode(), "ohjelma.md").pages
        super().__init__({"ohjelma": ("Saariston ohjelma", self.read[0].text)})

    def page(self, document_id: str, number: int) -> Page:
        del document_id
        return self.read[number - 1]


@cache
def tables() -> Tables:
    return Tables(_TEXT)


def asked(question: str) -> Answer:
    return ask(Question(question), tables())


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kuka vastaa rantareitin opasteista?", "Vastuutaho: Kirsti Aalto (Toimenpide: Rantareitin opasteet) [1]"),
        ("Milloin lauttavuorojen lisääminen alkaa?", "Aloitus: 2/2025 (Toimenpide: Lauttavuorojen lisääminen) [1]"),
        ("Milloin lauttavuorojen lisääminen on valmis?", "Valmis: 12/2026 (Toimenpide: Lauttavuorojen lisääminen) [1]"),
        ("Missä aloitusseminaari pidetään?", "Paikka: Nagu, koulu (Kokous: Aloitusseminaari) [1]"),
        ("Mikä on väliarvioinnin päivä?", "Päivä: 16.9.2026 (Kokous: Väliarviointi) [1]"),
        (
            "Vem är ordförande för mellanutvärderingen?",
            "I dokumentet står det på finska: ”Puheenjohtaja: Olli Berg (Kokous: Väliarviointi)” [1]",
        ),
        ("Mitä kokouksia Kirsti Aalto johtaa?", "• Aloitusseminaari\n• Päätöspäivä [1]"),
        ("Mitkä toimenpiteet kuuluvat saatavuuteen?", "• Lauttavuorojen lisääminen\n• Rantareitin opasteet [1]"),
        ("Mitkä ovat kokoukset?", "• Aloitusseminaari\n• Väliarviointi\n• Päätöspäivä [1]"),
    ],
)
def test_the_cell_or_the_cells_asked_for(question: str, said: str) -> None:
    assert asked(question).answer == said


@pytest.mark.parametrize(
    "question",
    [
        "Kuka arvosteli rantareitin opasteita?",
        "Milloin rantareitin opasteet palkittiin?",
        "Kuka on väliarvioinnin sihteeri?",
        "Kuka vastaa kiertävästä kirjastosta 3?",
        "Mikä on rantareitin opasteiden hinta?",
        "Kuka vastaa venepaikoista?",
    ],
)
def test_what_stands_in_no_cell_is_not_answered_by_one(question: str) -> None:
    evidence = evidence_for(understand(Question(question)), tables())
    assert asked_cell(evidence.passages, evidence.words, evidence.wanted) is None
    assert asked_column(evidence.passages, evidence.words, evidence.wanted) is None


_FLAT = """Rannikon strategia 2024

Tavoite Toimenpide Mittari Vastuu
Sujuva arki Palautekanavat yhtenäistetään Suositteluluku Asiakasjohtaja
Osaava henkilöstö Perehdytys uudistetaan Lähtövaihtuvuus HR-johtaja
Kestävä talous Tilaverkko tiivistetään Neliöt Talousjohtaja

Ohjelma hyväksytään valtuustossa
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Mikä on osaavan henkilöstön mittari?", "Mittari: Lähtövaihtuvuus (Tavoite: Osaava henkilöstö) [1]"),
        (
            "Kuka vastaa perehdytyksen uudistamisesta?",
            "Vastuu: HR-johtaja (Toimenpide: Perehdytys uudistetaan) [1]",
        ),
        ("Mitkä ovat mittarit?", "• Suositteluluku\n• Lähtövaihtuvuus\n• Neliöt [1]"),
    ],
)
def test_lines_that_part_as_their_header_does_are_a_table(question: str, said: str) -> None:
    assert ask(Question(question), Words({"strategia": ("Strategia", _FLAT)})).answer == said


def test_lines_that_part_otherwise_are_none() -> None:
    names = "Jäsenet Vastuu Kausi\nAnna Mäki puheenjohtaja\nOlli Berg\nKirsti Aalto Sihteeri Turku\n"
    page = Page(1, names, names, tuple(range(len(names) + 1)))
    assert word_grids(page) == ()


def test_what_rows_are_of_may_have_no_header() -> None:
    source = Tables(
        "# Kyläohjelma\n\n| | Vastuu | Aikataulu |\n|---|---|---|\n| Uimaranta | Kylätoimikunta | kesä 2025 |\n"
    )
    assert ask(Question("Kuka vastaa uimarannasta?"), source).answer == "Vastuu: Kylätoimikunta (Uimaranta) [1]"


def test_the_quote_runs_from_what_the_row_is_of_to_the_cell() -> None:
    cited = asked("Missä aloitusseminaari pidetään?").citations[0]
    page = tables().page("ohjelma", 1)
    assert cited.quote == page.text[cited.start : cited.end]
    assert cited.quote.startswith("Aloitusseminaari")
    assert cited.quote.endswith("Nagu, koulu")
    assert [page.text[span.start : span.end] for span in cited.spans] == ["Aloitusseminaari", "Paikka"]


_REASONS = """# Saariston kulttuurituet

| Hakija | Hanke | Kunta | Myönnetty (€) | Perustelu |
|---|---|---|---|---|
| Kyläyhdistys Aalto | Kesäkonsertit | Parainen | 0 | Hakemus myöhästyi |
| Teatteri Majakka | Koulukiertue | Kemiönsaari | 8 000 | Tavoittaa kaikki koulut |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Miksi Kyläyhdistys Aalto ei saanut tukea?", "Perustelu: Hakemus myöhästyi (Hakija: Kyläyhdistys Aalto) [1]"),
        ("Mihin hankkeeseen Teatteri Majakka sai rahaa?", "Hanke: Koulukiertue (Hakija: Teatteri Majakka) [1]"),
        ("Mihin kuntaan koulukiertue sijoittuu?", "Kunta: Kemiönsaari (Hanke: Koulukiertue) [1]"),
    ],
)
def test_reasons_and_what_money_is_for(question: str, said: str) -> None:
    assert ask(Question(question), Tables(_REASONS)).answer == said
