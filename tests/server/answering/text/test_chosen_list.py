"""Which of several lists a question asks for: by its own line, its labels, its numbered headings."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from server.answering.text.siblings import names_another
from server.answering.words.matching import content_words
from tests.server.answering.text.test_text_answers import Words

TRAINING = """# Mitä valmennus on?

Valmennuksellasi voi olla esimerkiksi seuraavia tavoitteita:

 * unirytmin palauttaminen
 * oman vuoron löytäminen

Jokainen kulkee omaa tahtiaan, eikä kukaan jää jälkeen toisista.

Tavoitteitasi tukevia valmennustoimenpiteitä voivat olla esimerkiksi:

 * valmennuspäiväkirja
 * valmennus kotona
"""
CHECKS = """Opas

Onko käytössä palveluja, jotka ehkäisevät väsymystä?
 • Päiväkodeissa: esimerkiksi lepohetket, unikoulut
 • Työpaikoilla: esimerkiksi taukotuoli

Onko sovittu, miten palvelut sovitetaan yhteen? Esimerkiksi
 • yhteistyö unikouluissa
 • yhteistyö lepohuoneissa
"""
WIND = """# Activities and Outreach

The project does several things, of which the main ones are:

  * Drawing a map of the shallow waters.
  * Measuring the winds of the bay.

The Tuuletar project's plan of outreach includes a dialogue with the following groups:

  * The village council.
  * The fishing crews.
"""
PACKAGES = """Kasvun hanke

Hankkeen kohteet

Paketti 1
Saariston palvelut
• Lautat
• Laiturit

Paketti 2
Metsäpolut

• Opasteet
• Pitkospuut
"""
MINUTES = """Pöytäkirja 7.5.2024

Retkikeskuksen vuosi

Saaristojaosto päättää

1. todeta, että laiturin katselmus on pidetty;

2. hyväksyä esityksen opasteista;
"""


def told(question: str, text: str, title: str = "Opas") -> Answer:
    return ask(Question(question), Words({"c/a.md": (title, text)}))


def items(answer: Answer) -> list[str]:
    return [line.removesuffix(" [1]") for line in answer.answer.splitlines() if line.startswith("•")]


def test_of_lists_alike_the_one_is_told_whose_line_has_the_words_as_asked() -> None:
    goals = ["• unirytmin palauttaminen", "• oman vuoron löytäminen"]
    assert items(told("Mitä tavoitteita valmennuksella voi olla?", TRAINING)) == goals
    measures = ["• valmennuspäiväkirja", "• valmennus kotona"]
    assert items(told("Mitkä toimenpiteet tukevat valmennuksen tavoitteita?", TRAINING)) == measures


def test_the_line_above_a_list_says_what_it_is_of_rather_than_a_title() -> None:
    listed = items(told("What are the main activities of the Tuuletar project?", WIND.replace("things", "activities")))
    assert listed == ["• Drawing a map of the shallow waters.", "• Measuring the winds of the bay."]


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("Mitä palveluja päiväkodeissa on esimerkkinä?", "• Päiväkodeissa: esimerkiksi lepohetket, unikoulut"),
        ("Mitä palveluja työpaikoilla on?", "• Työpaikoilla: esimerkiksi taukotuoli"),
    ],
)
def test_of_labelled_items_the_one_of_the_question_is_told(question: str, item: str) -> None:
    assert items(told(question, CHECKS)) == [item]


def test_numbered_headings_of_the_kind_asked_for_are_a_list() -> None:
    found = ["• Paketti 1 Saariston palvelut", "• Paketti 2 Metsäpolut"]
    assert items(told("Mitä paketteja Kasvun hankkeessa on?", PACKAGES, "Kasvun hanke")) == found
    assert told("Mitkä ovat kolme pakettia?", PACKAGES, "Kasvun hanke").status == "not_found"


def test_a_short_heading_of_who_decides_leads_all_that_is_decided() -> None:
    found = ["• todeta, että laiturin katselmus on pidetty", "• hyväksyä esityksen opasteista"]
    assert items(told("Mitä saaristojaosto päätti 7.5.2024?", MINUTES)) == found


def test_the_list_of_another_thing_of_the_kind_is_not_told() -> None:
    words = content_words("Mitkä ovat Vihreän rannan ohjelman tavoitteet?", "fi")
    assert names_another("Satama-ohjelman tavoitteet ovat:", words)
    assert not names_another("Ohjelman tavoitteet ovat:", words)
    assert not names_another("Vihreä-ohjelman tavoitteet", words)
    assert not names_another("Satama-hankkeen tavoitteet", words)


AIMED = """Saaristolaivaston ohjelma 2030

Laivasto on osa rannikon kehittämistä.

Saaristolaivaston tarkoituksena on

 • tukea lauttojen kuntoa,
 • ehkäistä myöhästymisiä sekä
 • lisätä vuoroja talvella.

Lauttojen miehistön taitoja vahvistamme seuraavilla keinoilla:

 • harjoitus kahdesti vuodessa
 • yhteinen opas

Pohjoisrannalla laivaston tavoitteita edistää Luode-hanke, joka on osa rannikon ohjelmaa.
"""


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Mikä on saaristolaivaston tarkoitus?", "• tukea lauttojen kuntoa"),
        ("Millä keinoilla lauttojen miehistön taitoja vahvistetaan?", "• harjoitus kahdesti vuodessa"),
    ],
)
def test_a_list_is_told_whose_lead_says_what_is_asked_in_other_forms(question: str, first: str) -> None:
    assert told(question, AIMED).answer.startswith(first)


def test_what_a_thing_is_is_not_told_by_the_list_below_its_name() -> None:
    text = "Luotsipalvelu\n\n • vene\n • kartta\n\nLuotsipalvelu on kunnan ylläpitämä opastus saaristoon.\n"
    assert told("Mikä on luotsipalvelu?", text).answer.startswith("Luotsipalvelu on kunnan")


def test_a_slide_s_line_that_goes_on_in_its_bullets_leads_them() -> None:
    text = "Suunnitelman mukaan Laiturin käyttäjä voi\n• varata venepaikan\n• maksaa venepaikan\n• perua varauksen"
    told = ask(Question("Mitä Laiturin käyttäjä voi tehdä?"), Words({"a": ("Opas", text)})).answer
    assert all(item in told for item in ("varata venepaikan", "maksaa venepaikan", "perua varauksen"))
