"""Members of bodies and who chairs them, where names stand line by line."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

BOARD = """Kaupunginhallitus

Kaupunginhallitukseen kuuluu neljä jäsentä.

Kaupunginhallituksen jäsenet

Puheenjohtaja  Niemi Oili  kylät
Varapuheenjohtajat  Salo Aino  saaret
Vuori Eero  kylät
Jäsenet  Korpela Maija  metsät

Lautakunnat

Tarkastuslautakunta

Lahti Veikko, pj.
Harju Sanni, vpj
Koski Pirkko 11.11.2031 saakka
"""
LABELLED = """Perusturvalautakunta
Puheenjohtaja Oili Niemi
Varapuheenjohtaja Eero Vuori
Jäsenet
Veikko Lahti
Sanni Harju

Varajäsenet
Maija Korpela
Aino Salo
"""
SIDE_BY_SIDE = """Kasvatus- ja kulttuurilautakunta  Saaristolautakunta

Niemi Oili, pj  Salo Aino, pj
Vuori Eero, vpj  Korpela Maija, vpj
Lahti Veikko  Harju Sanni
"""
COMPOSED = """Hallitus

Kaupunginhallitus johtaa kaupungin toimintaa.

Kokoonpano:

Niemi-Salo Oili puheenjohtaja
Vuori Eero varapuheenjohtaja

• Lahti Veikko (19.6.2031 asti)
• Harju Sanni
"""


def said(question: str, text: str) -> Answer:
    return ask(Question(question), Words({"c/a.txt": ("Kertomus", text)}))


@pytest.mark.parametrize(
    ("question", "text", "names"),
    [
        ("Ketkä ovat kaupunginhallituksen jäsenet?", BOARD, ["Niemi Oili", "Salo Aino", "Vuori Eero", "Korpela Maija"]),
        ("Ketkä kuuluvat tarkastuslautakuntaan?", BOARD, ["Lahti Veikko", "Harju Sanni", "Koski Pirkko"]),
        ("Vilka är medlemmar i revisionsnämnden?", BOARD, ["Lahti Veikko", "Harju Sanni", "Koski Pirkko"]),
        ("Who are the members of the audit committee?", BOARD, ["Lahti Veikko", "Harju Sanni", "Koski Pirkko"]),
        ("Ketkä kuuluvat saaristolautakuntaan?", SIDE_BY_SIDE, ["Salo Aino", "Korpela Maija", "Harju Sanni"]),
        (
            "Ketkä kuuluvat kasvatus- ja kulttuurilautakuntaan?",
            SIDE_BY_SIDE,
            ["Niemi Oili", "Vuori Eero", "Lahti Veikko"],
        ),
        ("Ketkä kuuluvat kaupunginhallitukseen?", COMPOSED, ["Vuori Eero", "Lahti Veikko", "Harju Sanni"]),
        ("Kuka on kaupunginhallituksen puheenjohtaja?", BOARD, ["Niemi Oili"]),
        ("Ketkä ovat kaupunginhallituksen varapuheenjohtajat?", BOARD, ["Salo Aino", "Vuori Eero"]),
        ("Kuka on saaristolautakunnan puheenjohtaja?", SIDE_BY_SIDE, ["Salo Aino"]),
        ("Vem är ordförande för revisionsnämnden?", BOARD, ["Lahti Veikko"]),
    ],
)
def test_those_of_the_body_asked_for_and_no_others_are_told(question: str, text: str, names: list[str]) -> None:
    answered = said(question, text)
    assert answered.status == "answered"
    everybody = {
        "Niemi Oili",
        "Salo Aino",
        "Vuori Eero",
        "Korpela Maija",
        "Lahti Veikko",
        "Harju Sanni",
        "Koski Pirkko",
    }
    told = {name for name in everybody if name in answered.answer}
    assert told == set(names)


def test_of_another_body_no_members_are_told() -> None:
    for question in ("Ketkä kuuluvat vanhusneuvostoon?", "Ketkä ovat saaristolautakunnan jäsenet?"):
        assert said(question, BOARD).status == "not_found"
    prepared = COMPOSED.replace("toimintaa.", "toimintaa ja valmistelee valtuuston päätökset.")
    for question in ("Kuka on aluevaltuuston puheenjohtaja?", "Kuka on valtuuston puheenjohtaja?"):
        assert "Niemi" not in said(question, prepared).answer


def test_a_long_line_behind_a_name_is_read_at_once() -> None:
    text = f"Kaupunginhallitus\n\nNiemi Oili {'a.' * 4000}!\nSalo Aino\n"
    assert said("Ketkä kuuluvat kaupunginhallitukseen?", text).status == "not_found"


def test_a_heading_for_members_names_none() -> None:
    text = "Saaristolautakunta kokoontuu usein.\n\nSaaristolautakunnan jäsenet kaudella 2031–2034.\n"
    assert said("Ketkä ovat saaristolautakunnan jäsenet?", text).status == "not_found"


def test_a_label_on_a_line_of_its_own_goes_on_with_the_names() -> None:
    told = said("Ketkä kuuluvat perusturvalautakuntaan?", LABELLED).answer
    assert [line.split(" [")[0] for line in told.splitlines()] == [
        "• Puheenjohtaja Oili Niemi",
        "• Varapuheenjohtaja Eero Vuori",
        "• Veikko Lahti",
        "• Sanni Harju",
    ]


def test_other_members_stand_below_the_sentence_that_names_the_chair() -> None:
    text = (
        "Saaristoarbetsgruppens ordförande är fiskeriminister Oili Niemi. Övriga medlemmar är\n\n"
        "• kust- och hamnminister Eero Vuori\n• skolminister Maija Korpela (ersättare: statssekreterare Veikko Lahti)\n"
        "• vägminister Sanni Harju.\n"
    )
    told = said("Vilka är saaristoarbetsgruppens medlemmar?", text).answer
    assert all(name in told for name in ("Oili Niemi", "Eero Vuori", "Maija Korpela", "Sanni Harju"))


MINUTES = """Rantaryhmän kokous 2/2030

Läsnä
Maija Korpela, puheenjohtaja
Pekka Salmi, jäsen

Poissa
Oili Niemi

Rantaryhmä keskusteli laitureista.
"""


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Ketkä olivat läsnä rantaryhmän kokouksessa?", ["Maija Korpela, puheenjohtaja", "Pekka Salmi, jäsen"]),
        ("Vilka var närvarande vid mötet?", ["Maija Korpela, puheenjohtaja", "Pekka Salmi, jäsen"]),
        ("Kuka oli poissa?", ["Oili Niemi"]),
        ("Ketkä olivat läsnä lautakunnan kokouksessa?", []),
    ],
)
def test_who_came_to_a_meeting_stands_below_the_line_that_says_so(question: str, expected: list[str]) -> None:
    told = ask(Question(question), Words({"m.txt": ("Kokous", MINUTES)}))
    names = [
        name for name in ("Maija Korpela, puheenjohtaja", "Pekka Salmi, jäsen", "Oili Niemi") if name in told.answer
    ]
    assert names == expected
    assert (told.status == "answered") is bool(expected)
