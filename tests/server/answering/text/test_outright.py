"""What says outright what is asked: definitions, and lines labelled with the question's words."""

import pytest

from server.answering.text.outright import only_mentions, outright_first, says_outright
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_refusal import pieces


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Mikä on Silta-ohjelma?", "Liikenteen kehittämisohjelma (Silta) 2012–2015 on alan pääohjelma.", True),
        ("Mikä on Silta-ohjelma?", "Silta-ohjelman tavoitteena on turvata yhteydet.", False),
        ("Mikä on Silta-ohjelman tavoite?", "Silta-ohjelman tavoitteena on turvata yhteydet.", True),
        ("Mikä on ohjausryhmä?", "Ohjausryhmä on perustettu keväällä.", False),
        ("Mikä on ohjausryhmä?", "Ohjausryhmä on hankkeen ylin päättävä elin.", True),
        ("Mikä on ohjausryhmä?", "Kokouksessa ohjausryhmä ja sen sihteeri ovat vieraita.", False),
        ("Mikä on RTY?", "RTY / Ryhmätyön tuki", True),
        ("Mikä on RTY?", "Neuvoja antaa ryhmätyön yksikkö (RTY).", True),
        ("Mitä lyhenne Palo tarkoittaa?", "Pelastustoimen ohjelma (Palo) alkoi 2021.", True),
        ("Mitä lyhenne Palo tarkoittaa?", "Palo-ohjelma alkoi 2021.", False),
        ("Mikä on RTY?", "Lisää ryhmätyöstä (RTY:n verkkosivut)", False),
        ("Milloin haku alkaa?", "Haku alkaa: 1.3.2024", True),
        ("Milloin haun määräaika on?", "Määräaika: tarkentuu", False),
        ("Milloin kokous pidettiin?", "Ajankohta: 3.5.2024 klo 9", True),
        ("Kuka on sihteeri?", "Sihteeri: Maija Virtanen", True),
        ("Kuka on sihteeri?", "Puheenjohtaja: Maija Virtanen", False),
        ("Mitä tarkoittaa aro?", "Aro eli steppi on ruohomaata.", True),
        ("Mitä tarkoittaa aro?", "Laajoja aroja ovat idän tasangot.", False),
        ("Mitä äitiyspakkaukseen lisätään?", "Pallo sisällytetään äitiyspakkaukseen, ja muutakin lisätään.", True),
        ("Mitä pakkaukseen lisätään?", "Pallo pannaan pakkaukseen, ja muutakin lisätään.", False),
        ("Mitä äitiyspakkaukseen lisätään?", "Äitiyspakkauksesta poistetaan pallo.", False),
    ],
)
def test_what_is_said_outright(question: str, text: str, *, expected: bool) -> None:
    found = pieces(question, "Kokous", text)
    assert says_outright(found[0], content_words(question, "fi"), wanted_of(question), question) is expected


def test_a_definition_stands_before_what_is_but_about_as_likely() -> None:
    text = "Silta-ohjelman toimia jatketaan yhä.\nSilta-ohjelma on liikenteen pääohjelma."
    question = "Mikä on Silta-ohjelma?"
    ordered = outright_first(
        pieces(question, "Ohjelma", text), content_words(question, "fi"), wanted_of(question), question
    )
    assert ordered[0].text == "Silta-ohjelma on liikenteen pääohjelma."


def test_a_piece_below_a_heading_of_the_questions_words_is_said_outright() -> None:
    text = "Muut asiat\n\nKeskusteltiin kesästä.\n\nLisätiedot\n\nOili Niemi, tiedottaja, Paja-hanke."
    question = "Kuka antaa lisätietoja Paja-hankkeesta?"
    found = pieces(question, "Paja-hanke", text)
    said = [p.text for p in found if says_outright(p, content_words(question, "fi"), wanted_of(question), question)]
    assert said == ["Oili Niemi, tiedottaja, Paja-hanke."]


def test_who_answers_for_a_measure_stands_in_brackets_behind_it() -> None:
    text = "Toimet ja niistä vastaavat\n\n- Sillan korjaus (Väyläyhtiö)\n- Polun raivaus (Metsäseura)"
    question = "Kuka vastaa polun raivauksesta?"
    found = pieces(question, "Suunnitelma", text)
    said = [p.text for p in found if says_outright(p, content_words(question, "fi"), wanted_of(question), question)]
    assert said == ["Polun raivaus (Metsäseura)"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Työpajaan kutsuttiin edustus myös Luotaimen toisesta hankkeesta.", True),
        ("Luotaimen tehtävänä on arvioida laitteita.", False),
        ("Keskus eli Luotain arvioi laitteita.", False),
        ("Uuden arviointikeskuksen nimi on Luotain.", False),
    ],
)
def test_a_name_in_passing_defines_nothing(text: str, *, expected: bool) -> None:
    question = "Mikä on Luotain?"
    (found,) = pieces(question, "Kokous", text)
    assert only_mentions(found, content_words(question, "fi"), wanted_of(question)) is expected


def test_a_short_form_of_a_programme_s_name_defines_it_in_brackets() -> None:
    question = "Vad är Kaste-programmet?"
    (found,) = pieces(question, "Ohjelma", "Merialueiden kansallinen ohjelma (Kaste) on alan pääohjelma.")
    assert not only_mentions(found, content_words(question, "sv"), wanted_of(question))


def test_what_is_asked_of_another_thing_is_told_by_its_own_name_alone() -> None:
    text = (
        "Laaksolan uimahallin suunnitelma on laadittu Tiili Oy:n toimesta.\n\nLaaksolan uimahallin korjaus tehdään"
        " perusteellisesti. Korjausaste on noin 80 %.\n"
    )
    asked = "Mikä on Laaksolan uimahallin korjausaste?"
    words = content_words(asked, "fi")
    found = pieces(asked, "Halli", text)
    assert outright_first(found, words, wanted_of(asked), asked)[0].text == "Korjausaste on noin 80 %."


def test_what_is_called_a_short_form_is_told_rather_than_one_in_brackets() -> None:
    text = "Venealan ohjelmalla (BRP) tuetaan kasvua. BRP on lyhenne englannin sanoista boating recovery plan."
    asked = "Mitä BRP tarkoittaa?"
    found = outright_first(pieces(asked, "Ohjelma", text), content_words(asked, "fi"), wanted_of(asked), asked)
    assert found[0].text.startswith("BRP on lyhenne")
