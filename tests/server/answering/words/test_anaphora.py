import pytest

from server.answering.answer import Question
from server.answering.words.genitive import genitive
from server.answering.words.history import interpret
from server.answering.words.mentions import Mention, capitalised


def names(text: str) -> tuple[Mention, ...]:
    """Find capitalised words, those that end in "ohjelma" as programmes."""
    return tuple(
        Mention("programme" if "ohjelma" in text[m.start : m.end] else m.kind, m.start, m.end)
        for m in capitalised(text)
    )


def topics(text: str) -> tuple[Mention, ...]:
    found = [(word, text.find(word)) for word in ("prevention", "laitureihin")]
    return tuple(Mention("topic", at, at + len(word)) for word, at in found if at >= 0)


@pytest.mark.parametrize(
    ("text", "base", "read"),
    [
        ("Ketkä sitä toteuttavat?", "Mikä on Jokiohjelma?", "Ketkä Jokiohjelma toteuttavat?"),
        ("Mitkä ovat sen tavoitteet?", "Mikä on Jokiohjelma?", "Mitkä ovat Jokiohjelman tavoitteet?"),
        ("How does Sitra support it?", "What is the Tide programme?", "How does Sitra support the Tide programme?"),
        ("What are its aims?", "What is the Tide programme?", "What are the Tide programme's aims?"),
        ("Vilka är dess mål?", "Vad är Jokiohjelma?", "Vilka är Jokiohjelmas mål?"),
        ("Montako käytäntöä siinä on?", "Mikä on Jokiohjelma?", "Montako käytäntöä Jokiohjelmassa on?"),
        ("Mitä siitä päätettiin?", "Mikä on Jokiohjelma?", "Mitä Jokiohjelmasta päätettiin?"),
        ("Entä hyvää lisääviä?", "Mitä hyvää uhkaavia asioita mainittiin?", "Mitä hyvää lisääviä asioita mainittiin?"),
        ("Which ones?", "How many areas got money?", "Which ones – How many areas got money?"),
        ("Paljonko se sai 2030?", "Paljonko Turku sai?", "Paljonko Turku sai 2030?"),
        ("Who got most for that?", "How much did Turku get for prevention?", "Who got most for prevention?"),
        ("Montako siihen osallistui?", "Milloin prevention oli auki?", "Montako prevention osallistui?"),
        ("Hur stor andel är det av allt?", "Hur mycket fick Turku 2030?",
         "Hur stor andel är det av allt – Hur mycket fick Turku 2030?"),
        ("Mihin se käytetään?", "Paljonko Turku sai?", "Mihin se käytetään – Paljonko Turku sai?"),
        ("Entä hoitajien tuen?", "Mikä on häiriöiden selvityksen tilanne?", "Mikä on hoitajien tuen tilanne?"),
        ("Kuka sai siihen eniten?", "Paljonko Turku sai laitureihin?", "Kuka sai laitureihin eniten?"),
        ("Hur mycket pengar finns det?", "Vad är Jokiohjelma?", "Hur mycket pengar finns det – Jokiohjelma?"),
        ("Entä ensimmäisen?", "Mikä on 2. vaiheen hankeaika?", "Mikä on ensimmäisen vaiheen hankeaika?"),
        ("And in the first one?", "How much did Turku get in the second grant?",
         "How much did Turku get in the first grant?"),
        ("Entä 4?", "Kuinka suuri on investointi 3?", "Kuinka suuri on investointi 4?"),
    ],
)  # fmt: skip
def test_a_pronoun_or_number_gives_way_to_what_it_stands_for(text: str, base: str, read: str) -> None:
    assert interpret(Question(text, history=(base,)), names, topics).text == read


@pytest.mark.parametrize(
    "text",
    [
        "Mitä tapahtuu sille, joka ei maksa?",
        "Is it possible to apply in spring?",
        "How long does it take to get a permit?",
        "Vilka är de nya målen för Vasa?",
        "Mikä on Mereohjelma ja mitkä ovat sen tavoitteet?",
    ],
)
def test_a_pronoun_of_its_own_question_stays(text: str) -> None:
    assert interpret(Question(text, history=("Mikä on Jokiohjelma?",)), names).text == text


@pytest.mark.parametrize(
    ("told", "text", "read"),
    [
        (("Turku",), "Paljonko se sai 2030?", "Paljonko Turku sai 2030?"),
        (("Turku",), "Mikä on sen osuus?", "Mikä on Turun osuus – Turku sai?"),
        (("Turku", "Vaasa"), "Paljonko ne saivat 2030?", "Paljonko Turku, Vaasa saivat 2030?"),
    ],
)
def test_after_a_ranking_the_pronoun_is_who_was_told(told: tuple[str, ...], text: str, read: str) -> None:
    asked = Question(text, history=("Mikä kaupunki sai eniten?",))
    assert interpret(asked, names, topics, lambda _: told).text == read


def test_who_was_told_must_be_clear() -> None:
    asked = Question("Paljonko se sai 2030?", history=("Mikä kaupunki sai eniten?",))
    assert "Turku" not in interpret(asked, names, topics, lambda _: ("Turku", "Vaasa")).text


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Helsinki", "Helsingin"), ("Lappi", "Lapin"), ("Varsinais-Suomi", "Varsinais-Suomen"), ("Turku", "Turun"),
        ("Jokiohjelma", "Jokiohjelman"), ("Suomen meriohjelma", "Suomen meriohjelman"), ("THL", "THL"),
        ("osaamiskeskus", "osaamiskeskuksen"), ("hanke", "hankkeen"),
    ],
)  # fmt: skip
def test_the_genitive_of_a_name(name: str, form: str) -> None:
    assert genitive(name) == form
