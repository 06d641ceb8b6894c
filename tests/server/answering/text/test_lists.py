"""Which heading a list is of, which bullets lead others, and lists that are not asked for as such."""

from ingest.document import Page
from ingest.readers import read_bytes
from server.answering.answer import Question
from server.answering.text.lists import BulletList, headed
from server.answering.text.passages import ask
from server.answering.text.units import readable, units_of
from tests.server.answering.text.test_text_answers import Words

SLIDES = """ • Palvelujen saatavuuden parantaminen

• Kustannusten nousun hillitseminen

Ohjelman tavoitteet 2020–2023:
 • Kunnat ovat painottaneet kehittämistä tarpeidensa mukaan

• Pilotteja on saatu päätökseen runsaasti

Havaintoja kehittämistyöstä
"""
LINES = """Valtakunnalliset tavoitteet

Purkaa jonoja
uudistamalla toimintaa

Nopeuttaa hoitoon pääsyä

Tuoda palvelut kaikille
"""
AIMS = """Ohjelma

• Ohjelman tavoitteina on turvata:
• Osallisuus
• Rakenteet
"""


def lists(text: str) -> list[tuple[str, list[str]]]:
    (page,) = read_bytes(text.encode(), "dia.txt").pages
    return [_read(page, found) for found in headed(page, units_of(page.text))]


def _read(page: Page, found: BulletList) -> tuple[str, list[str]]:
    lead, items = ([readable(page.text[u.start : u.end]) for u in units] for units in (found.lead, found.items))
    return " / ".join(lead), items


def test_a_slides_heading_after_its_bullets_is_theirs() -> None:
    assert lists(SLIDES) == [
        (
            "Ohjelman tavoitteet 2020–2023:",
            ["Palvelujen saatavuuden parantaminen", "Kustannusten nousun hillitseminen"],
        ),
        (
            "Havaintoja kehittämistyöstä",
            ["Kunnat ovat painottaneet kehittämistä tarpeidensa mukaan", "Pilotteja on saatu päätökseen runsaasti"],
        ),
    ]


def test_short_lines_below_a_heading_are_a_list_without_bullets() -> None:
    assert lists(LINES)[0] == (
        "Valtakunnalliset tavoitteet",
        ["Purkaa jonoja uudistamalla toimintaa", "Nopeuttaa hoitoon pääsyä", "Tuoda palvelut kaikille"],
    )


def test_a_bullet_with_a_colon_leads_those_after_it() -> None:
    assert lists(AIMS) == [("Ohjelman tavoitteina on turvata:", ["Osallisuus", "Rakenteet"])]
    said = ask(Question("Mikä on ohjelman tavoite?"), Words({"a": ("Ohjelma", AIMS)}))
    assert said.answer == "• Osallisuus\n• Rakenteet [1]"


def test_a_line_with_a_colon_and_nothing_after_it_answers_nothing() -> None:
    text = "Laitos tukee hankkeita arvioinnissa:\n\nLaitos tukee hankkeita kouluttamalla niiden väkeä arviointiin.\n"
    said = ask(Question("Miten laitos tukee hankkeita arvioinnissa?"), Words({"a": ("Tuki", text)}))
    assert said.answer == "Laitos tukee hankkeita kouluttamalla niiden väkeä arviointiin. [1]"


def test_what_stands_below_a_heading_of_all_that_is_asked_is_given_whole() -> None:
    text = "Hankkeiden haasteita\n\n• Rekrytointi on hidasta\n• Kiire\n• Asiakkaat eivät löydä palveluja\n"
    said = ask(Question("Mitä haasteita hankkeilla on?"), Words({"a": ("Katsaus", text)}))
    assert said.answer == "• Rekrytointi on hidasta\n• Kiire\n• Asiakkaat eivät löydä palveluja [1]"
    told = ask(Question("Mitä haasteita rakentajilla on?"), Words({"a": ("Katsaus", text)}))
    assert told.status == "not_found"


def test_a_heading_that_only_names_what_is_below_it_is_no_answer() -> None:
    text = "Uuden keskuksen toimintamallit\n\nHaku 2 500 3 900 4 100\nTuki 1 200 1 300 1 500\n"
    said = ask(Question("Mikä on uuden keskuksen toimintamalli?"), Words({"a": ("Katsaus", text)}))
    assert "Uuden keskuksen toimintamallit" not in said.answer
    labelled = ask(
        Question("Mikä on keskuksen aukioloaika?"), Words({"a": ("Katsaus", "Keskuksen aukioloaika: 8–16\n")})
    )
    assert labelled.answer == "Keskuksen aukioloaika: 8–16 [1]"


PARTS = """Kertomustyö

Kertomustyö jakaantuu kahteen osaan:

 1. kertomukseen, joka kuvaa nykytilanteen
 2. suunnitelmaan, jossa kuvataan kertomustyön tavoitteet.
"""
PROGRAMMES = """Avustukset

Ministeriön tukiohjelmat ovat:
Ohjelma Eväitä elämään – eriarvoisuutta vastaan
Ohjelma Toimi työssä – työkyvyn tueksi
Järjestöt 2.0: mukana muutoksessa

Ohjelmista tuetaan hankkeita, joissa järjestöt ja kunnat auttavat yhdessä niitä, joiden on vaikea löytää työtä.
"""


def test_a_list_is_told_whole_where_the_line_that_leads_it_says_what_is_asked() -> None:
    source = Words({"c/osat.txt": ("Opas", PARTS)})
    assert ask(Question("Mihin kahteen osaan kertomustyö jakaantuu?"), source).answer.splitlines() == [
        "• kertomukseen, joka kuvaa nykytilanteen",
        "• suunnitelmaan, jossa kuvataan kertomustyön tavoitteet. [1]",
    ]


def test_lines_below_one_with_a_colon_are_a_list() -> None:
    source = Words({"c/ohjelmat.txt": ("Opas", PROGRAMMES)})
    assert ask(Question("Mitkä ovat ministeriön tukiohjelmat?"), source).answer.splitlines() == [
        "• Ohjelma Eväitä elämään – eriarvoisuutta vastaan",
        "• Ohjelma Toimi työssä – työkyvyn tueksi",
        "• Järjestöt 2.0: mukana muutoksessa [1]",
    ]


def _paragraphs(*items: str) -> str:
    return "Verkosto ja sen työ\n\n" + "\n".join(f"• {item}" for item in items) + "\n"


def test_a_long_item_is_told_by_its_first_sentence_whole_beyond_an_abbreviation() -> None:
    filling = "Toinen virke kertoo vielä tarkemmin, mitä syksyllä tehdään ja kenen kanssa. " * 4
    text = _paragraphs(
        f"Tuetaan kyliä (mm. Rantala, Niemelä) arjessa. {filling}", f"Korjataan tiet. {filling}"
    ).replace("Verkosto ja sen työ", "Hankkeen tavoitteet")
    found = ask(Question("Mitkä ovat hankkeen tavoitteet?"), Words({"a.txt": ("Hanke", text)}))
    assert found.answer == "• Tuetaan kyliä (mm. Rantala, Niemelä) arjessa\n• Korjataan tiet [1]"


def test_paragraphs_set_as_bullets_list_nothing_that_their_heading_does_not_name() -> None:
    filling = "Toinen virke kertoo vielä tarkemmin, mitä syksyllä tehdään ja kenen kanssa. " * 3
    text = _paragraphs(
        f"Tärkein tulos oli yhteistyöverkoston (mm. Alfa, Beeta) työn aloittaminen. {filling}",
        f"Lisäksi kartoitettiin käytäntöjä. {filling}",
        f"Yhteistyöverkostoon kuuluvien tahojen edustajia kutsuttiin työpajaan. {filling}",
    )
    found = ask(Question("Ketkä kuuluvat Luotaimen yhteistyöverkostoon?"), Words({"a.txt": ("Luotain", text)}))
    assert not found.answer.startswith("•")


def test_a_list_of_what_was_done_is_no_list_of_what_was_not() -> None:
    text = "Toteutetut toimenpiteet:\n\n• Sillan korjaus\n• Polun raivaus\n"
    asked = [
        ask(Question(question), Words({"a.txt": ("Kertomus", text)})).status
        for question in ("Mitkä toimenpiteet toteutettiin?", "Mitkä toimenpiteet eivät toteutuneet?")
    ]
    assert asked == ["answered", "not_found"]


def test_the_list_that_a_line_with_the_questions_own_words_leads_is_told() -> None:
    text = (
        "Kaupunginhallitus on kunnan keskeisin toimielin.\n\nKaupunginhallitus vastaa\n\n"
        "• kunnan hallinnosta\n• valtuuston päätösten valmistelusta\n"
    )
    answered = ask(Question("Mistä kaupunginhallitus vastaa?"), Words({"a": ("Kunta", text)}))
    assert answered.answer == "• kunnan hallinnosta\n• valtuuston päätösten valmistelusta [1]"


def test_what_a_bearer_of_a_title_says_is_not_who_bears_it() -> None:
    text = "Valtuuston puheenjohtaja Oili Niemi (kylät) tiivisti päivän antia:\n\n– Strategiaa voidaan tehdä yhdessä.\n"
    answered = ask(Question("Kuka on valtuuston puheenjohtaja?"), Words({"a": ("Kunta", text)}))
    assert answered.answer.startswith("Valtuuston puheenjohtaja Oili Niemi")
