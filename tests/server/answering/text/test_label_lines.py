"""A label on a line of its own is one with the name below it, and leads a list where several stand there."""

import pytest

from server.answering.text.units import units_of
from tests.server.answering.text.test_near_misses import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sihteeri:\nAino Salo\n\nKokous pidettiin kirjastossa.", "Sihteeri:\nAino Salo"),
        (
            "Urakoitsijana toimii:\nMaasiirto Oy\nOili Niemi\n+358 40 111 2222",
            "Urakoitsijana toimii:\nMaasiirto Oy\nOili Niemi\n+358 40 111 2222",
        ),
        ("Jäsenet:\nAino Salo\nOili Niemi\nEero Virta", "Jäsenet:"),
        ("Aiheet:\nTaustaa asiasta\nKokouksessa käsiteltiin uutta siltaa ja sen rahoitusta.", "Aiheet:"),
    ],
)
def test_a_label_is_one_with_the_only_name_below_it(text: str, expected: str) -> None:
    first = units_of(text)[0]
    assert text[first.start : first.end] == expected


BRIDGE = """Kivikosken silta korjataan

Kivikosken silta suljetaan korjauksen ajaksi. Kiertotien pituus on noin 12,5 km.

Yhteyshenkilöt

Urakoitsija: K. Niemi Oy, Kalle Niemi, puh. 050 000 1111
Projektipäällikkö: Tiepalvelut, Aino Salo, puh. 050 000 2222
"""
OTHER = """Purolan silta uusitaan

Purolan silta puretaan, sillä se on tullut elinkaarensa päähän.

Pääurakoitsijana toimii:
Maasiirto Oy
Oili Niemi
+358 40 111 2222
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kuka on Kivikosken sillan urakoitsija?", "K. Niemi Oy"),
        ("Kuka on Kivikosken sillan projektipäällikkö?", "Aino Salo"),
        ("Kuka on Purolan sillan pääurakoitsija?", "Maasiirto Oy"),
        ("Kuinka pitkä on Kivikosken sillan kiertotie?", "12,5 km"),
        ("Miksi Purolan silta uusitaan?", "elinkaarensa päähän"),
    ],
)
def test_a_label_tells_of_what_its_page_is_of(question: str, told: str) -> None:
    assert told in said(question, BRIDGE, OTHER)


@pytest.mark.parametrize(
    "question", ["Kuka on Purolan sillan projektipäällikkö?", "Kuinka pitkä on Purolan sillan kiertotie?"]
)
def test_a_label_tells_nothing_of_what_another_page_is_of(question: str) -> None:
    assert said(question, BRIDGE, OTHER) == "not_found"


FACTS = """Harrastusavustus 2031

Tila
Ratkaistu

Hakuaika
1.4.2031 – 6.5.2031 klo 16:15

Määräraha
1 900 000 €

Lisätietoa antaa
Neuvos Eero Virta
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Milloin harrastusavustuksen hakuaika päättyy?", "6.5.2031"),
        ("Paljonko on harrastusavustuksen määräraha?", "1 900 000"),
        ("Kuka antaa lisätietoa harrastusavustuksesta?", "Eero Virta"),
    ],
)
def test_bare_labels_in_a_row_tell_what_stands_right_below_them(question: str, told: str) -> None:
    assert told in said(question, FACTS)


def test_a_title_before_a_name_tells_its_bearer_and_no_deputy() -> None:
    text = "Redogörelse\n\nÖverdirektör     Lina Berg\n\nViceöverdirektör     Otto Ek\n"
    assert "Lina Berg" in said("Vem är överdirektör?", text)
    assert "Otto Ek" in said("Vem är viceöverdirektör?", text)
    assert "Otto Ek" not in said("Vem är överdirektör?", text.replace("Överdirektör     Lina Berg", ""))


def test_the_chair_of_a_group_does_not_lead_its_programme() -> None:
    text = (
        "Loimu-ohjelma\n\nLoimu-ohjelma uudistaa polut. Ohjelmaa johtaa Polkuvirasto.\n\nOhjausryhmä\n\n"
        "Puheenjohtaja\nMaija Koskela, Rantakunta\n"
    )
    assert said("Kuka johtaa Loimu-ohjelmaa?", text).startswith("Ohjelmaa johtaa Polkuvirasto.")
    assert "Maija Koskela" in said("Kuka johtaa Loimu-ohjelman ohjausryhmää?", text)


def test_an_office_has_its_bearer_on_the_next_line() -> None:
    text = "Loimun ohjausryhmä\n\nPuheenjohtaja\nMaija Koskela, Rantakunta\nSihteeri\nSanna Ketola\n\nJäsenet\nAri Ek\n"
    assert said("Kuka on Loimun ohjausryhmän puheenjohtaja?", text).startswith("Puheenjohtaja Maija Koskela")
    assert said("Kuka on Loimun ohjausryhmän sihteeri?", text).startswith("Sihteeri Sanna Ketola")


def test_an_office_may_stand_a_line_above_its_bearer() -> None:
    text = (
        "Kokouspaikka                  Aula 4, Kaupungintalo, Rantatie 11–13\n\nMuut\n\n"
        "Karhu, Marko              hallintopäällikkö\nVuori, Anna                 kielenkääntäjä\n"
        "Harju, Susanna        kielenkääntäjä\n\nEsittelijä\n\nAntti Pelto                  valmistelija\n"
        "                         1–3 §:t\n\nPöytäkirjanpitäjä\n\nIda Salo\n"
    )
    assert "Antti Pelto" in said("Kuka oli kokouksen esittelijä?", text)
