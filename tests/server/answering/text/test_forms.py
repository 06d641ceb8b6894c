"""Forms of labelled lines, one for each thing that they tell of what their page is about."""

import pytest

from server.answering.answer import Question
from server.answering.text.passages import ask
from server.answering.text.units import units_of
from tests.server.answering.text.test_text_answers import Words

FORM = """Hanketietojen kuvaus

Hankkeen nimi: Kylätalkkari

Toimenpidekokonaisuuden tarkempi nimi: Kylien palvelut ja asukkaiden oma toiminta

Suunnitelman mukainen toteutusaika: Alkaa 1.3.2024 ja päättyy 30.6.2026

Vastuuviranomainen: Rajaseudun elinkeinokeskus

2 Hakijan tiedot

Organisaatiotyyppi: Yhdistys

Hankkeen yhteyshenkilön nimi: Aino Virtala

Puhelinnumero: 050 123 4567

Osatoteuttajat

Kylien Yhdistys ry, 1234567-8
Maakunnan opisto, 7654321-0

3 Tiivistelmä

Hankkeessa palkataan kyliin talkkareita, jotka auttavat asukkaita arjessa ja pitävät kylätaloista huolta.
"""
SOURCE = Words({"c/lomake.txt": ("Kylätalkkari", FORM)})


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Minkä tyyppinen organisaatio on Kylätalkkari-hankkeen hakija?", "Organisaatiotyyppi: Yhdistys [1]"),
        ("Mikä viranomainen vastaa Kylätalkkari-hankkeesta?", "Vastuuviranomainen: Rajaseudun elinkeinokeskus [1]"),
        ("Kuka on Kylätalkkarin yhteyshenkilö?", "Hankkeen yhteyshenkilön nimi: Aino Virtala [1]"),
        (
            "Ketkä ovat Kylätalkkarin osatoteuttajat?",
            "• Kylien Yhdistys ry, 1234567-8\n• Maakunnan opisto, 7654321-0 [1]",
        ),
    ],
)
def test_a_label_of_a_form_is_of_what_the_form_is_about(question: str, expected: str) -> None:
    assert ask(Question(question), SOURCE).answer == expected


def test_what_the_form_does_not_name_is_not_told_by_it() -> None:
    assert ask(Question("Kuka on Kylätalkkarin kirjanpitäjä?"), SOURCE).status == "not_found"


def test_a_labelled_line_and_a_numbered_heading_begin_after_a_blank_line() -> None:
    lines = [FORM[unit.start : unit.end] for unit in units_of(FORM)]
    assert "Suunnitelman mukainen toteutusaika: Alkaa 1.3.2024 ja päättyy 30.6.2026" in lines
    assert "2 Hakijan tiedot" in lines
    assert "Osatoteuttajat" in lines
