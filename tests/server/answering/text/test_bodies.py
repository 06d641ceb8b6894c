"""Which body of a kind is asked for, and whether a text names one."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.bodies import of_kind
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

SOURCE = Words(
    {
        "c/a.txt": (
            "Ruokapolku",
            (
                "Ruokapolku-hankkeen vaikutukset arvioi Lapin yliopisto. Ruokapolku-hanke kokoaa koulujen keittiöt."
                " Ruokapolku-hanketta rahoittaa maa- ja metsätalousministeriö."
            ),
        ),
        "c/b.txt": ("Kirjapolku", "Kirjapolku-hanketta johtaa Jyväskylän kaupunki. Kirjapolku-hanke päättyy 2027."),
    }
)


def said(question: str) -> Answer:
    return ask(Question(question), SOURCE)


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Mikä ministeriö vastaa asiasta?", "Asiasta vastaa YM.", True),
        ("Mikä ministeriö vastaa asiasta?", "Asiasta vastaa Kela.", False),
        ("Vilket ministerium ansvarar?", "Asiasta vastaa ympäristöministeriö.", True),
        ("Which ministry leads it?", "It is led by the Ministry of Justice.", True),
        ("Which ministry leads it?", "It is led by the Agency of Health.", False),
        ("Mikä yliopisto arvioi hankkeen?", "Arvioinnin tekee Lapin yliopisto.", True),
        ("Mikä yliopisto arvioi hankkeen?", "Arvioinnin tekee ministeriö.", False),
        ("Mikä yksikkö vastaa hankkeesta?", "Vastuuyksikkö: Tiedon jakaminen -yksikkö", True),
        ("Mikä yksikkö vastaa hankkeesta?", "Ministeriö käynnisti hankkeen keväällä.", False),
    ],
)
def test_text_that_names_a_body_of_the_kind(question: str, text: str, *, expected: bool) -> None:
    named = of_kind(question)
    assert named is not None
    assert bool(named.search(text)) is expected


def test_a_question_for_anyone_asks_for_no_kind() -> None:
    assert of_kind("Mikä virasto vastaa asiasta?") is None


def test_a_ministry_is_answered_with_one() -> None:
    assert "maa- ja metsätalousministeriö" in said("Mikä ministeriö rahoittaa Ruokapolku-hanketta?").answer


def test_a_city_is_no_ministry() -> None:
    refused = said("Mikä ministeriö johtaa Kirjapolku-hanketta?")
    assert refused.status == "not_found"
    assert "Jyväskylän" in said("Kuka johtaa Kirjapolku-hanketta?").answer
