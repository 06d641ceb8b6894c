import pytest

from server.answering.answer import Question
from server.answering.words.history import interpret
from server.answering.words.mentions import Mention

BASE = "Paljonko Kainuu sai vuonna 2021?"


@pytest.mark.parametrize(
    ("text", "history", "read"),
    [
        ("Entä Lappi?", [BASE], "Paljonko Lappi sai vuonna 2021?"),
        ("Entä 2020?", [BASE, "Entä Lappi?"], "Paljonko Lappi sai vuonna 2020?"),
        ("Entä vuonna 2020?", [BASE], "Paljonko Kainuu sai vuonna 2020?"),
        ("Och 2020?", ["Hur mycket fick Lappland 2021?"], "Hur mycket fick Lappland 2020?"),
        ("and the year before?", ["How much did Kainuu receive in 2021?"], "How much did Kainuu receive in 2020?"),
        ("Miksi?", ["Mikä on tilanne?"], "Miksi – Mikä on tilanne?"),
        ("luettele ne", ["Montako osaohjelmaa on?"], "Luettele ne – Montako osaohjelmaa on?"),
        ("Entä haussa 3?", ["Mikä alue sai eniten haussa 2?"], "Mikä alue sai eniten haussa 3?"),
        ("Och till Lappland?", ["Hur stor andel gick till Åbo 2021?"], "Hur stor andel gick till Lappland 2021?"),
        (
            "Hur stor är skillnaden?",
            ["Hur mycket fick Åbo 2021?", "Och Lappland?"],
            "Hur stor är skillnaden: Åbo, Lappland? (Hur mycket fick Lappland 2021?)",
        ),
        (
            "What's the difference?",
            ["How much did Kainuu get in 2021?", "And in 2022?"],
            "What's the difference – How much did Kainuu get in 2021, 2022?",
        ),
        (
            "Kumpi niistä sai enemmän?",
            [BASE, "Entä Lappi?"],
            "Kumpi niistä sai enemmän: Kainuu, Lappi? (Paljonko Lappi sai vuonna 2021?)",
        ),
    ],
)
def test_a_follow_up_takes_what_it_lacks(text: str, history: list[str], read: str) -> None:
    found = interpret(Question(text, history=tuple(history)))
    assert found.text == read
    assert found.taken_over is not None


@pytest.mark.parametrize(
    "text",
    ["Mitkä ovat Kaste-ohjelman osaohjelmat?", "Paljonko maksettiin yhteensä?", "Which region got the most?"],
)
def test_a_full_question_is_not_bent(text: str) -> None:
    found = interpret(Question(text, history=(BASE,)))
    assert found.text == text
    assert found.taken_over is None


def test_a_choice_among_other_things_is_not_bent() -> None:
    text = "Which programme got more money?"
    assert interpret(Question(text, history=("How much did Lapland get?", "And Kainuu?"))).text == text


def terms(text: str) -> tuple[Mention, ...]:
    """Find the measures and topics of these tests' questions."""
    listed = {
        "measure": ("myönnettiin", "maksettu", "granted", "left", " sai"),
        "topic": ("ennaltaehkäisyyn", "innovaatioihin"),
    }
    return tuple(
        Mention(kind, text.index(word), text.index(word) + len(word))
        for kind, words in listed.items()
        for word in words
        if word in text
    )


@pytest.mark.parametrize(
    ("text", "history", "read"),
    [
        ("Paljonko yhteensä?", [BASE, "Entä Lappi?"], "Paljonko Kainuu, Lappi sai vuonna 2021 yhteensä?"),
        ("Entä yhteensä?", [BASE], "Paljonko Kainuu sai yhteensä?"),
        ("And together?", ["How much did Kainuu get in 2020?", "And in 2021?"],
         "How much did Kainuu get in 2020, 2021 together?"),
        ("Entä yhdessä Lapin kanssa?", [BASE], "Paljonko Kainuu sai vuonna 2021 yhdessä Lapin kanssa?"),
        ("Och tillsammans med Åbo?", ["Hur mycket fick Lappland 2020?"],
         "Hur mycket fick Lappland 2020 tillsammans med Åbo?"),
        ("And together with Turku?", ["How much did Kainuu get in 2020?"],
         "How much did Kainuu get in 2020 together with Turku?"),
        ("Paljonko ne saivat yhteensä?", ["Mitkä kolme aluetta saivat eniten?"],
         "Mitkä kolme aluetta saivat eniten – Paljonko ne saivat yhteensä?"),
        ("Entä yhteensä?", ["Mitkä kolme aluetta saivat eniten?"],
         "Mitkä kolme aluetta saivat eniten – paljonko yhteensä?"),
        ("And in total?", ["Which two areas got most?"], "Which two areas got most – how much in total?"),
        ("Entä yhteensä?", ["Paljonko Kainuu sai innovaatioihin?", "Entä ennaltaehkäisyyn?"],
         "Paljonko Kainuu sai innovaatioihin ja ennaltaehkäisyyn yhteensä?"),
        ("Mikä on niiden ero?", [BASE, "Entä Lappi?"],
         "Mikä on niiden ero: Kainuu, Lappi? (Paljonko Lappi sai vuonna 2021?)"),
        ("Entä vähiten?", ["Mikä alue sai eniten vuonna 2021?"], "Mikä alue sai vähiten vuonna 2021?"),
        ("Och vem fick mest?", ["Vilket område fick minst 2021?"], "Vilket område fick mest 2021?"),
        ("Entä maksettu?", ["Paljonko Lapille myönnettiin?"], "Paljonko Lapille maksettu?"),
        ("And how much is left?", ["How much was granted to Lapland?"], "How much was left to Lapland?"),
        ("Entä ennaltaehkäisyyn?", ["Paljonko Kainuu sai innovaatioihin?"], "Paljonko Kainuu sai ennaltaehkäisyyn?"),
        ("By how much did it grow?", ["How much did Kainuu get in 2020?", "And in 2021?"],
         "By how much did it grow – How much did Kainuu get in 2020, 2021?"),
        ("Ja paljonko Lappi?", [BASE], "Paljonko Lappi sai vuonna 2021?"),
        ("Kuinka suuri osuus se on kaikista?", [BASE],
         "Kuinka suuri osuus se on kaikista – Paljonko Kainuu sai vuonna 2021?"),
        ("What share of the total is that?", ["How much did Kainuu get?"],
         "What share of the total is that – How much did Kainuu get?"),
        ("Kumpi niistä sai enemmän?", ["Paljonko Kainuu sai?", "Entä Lappi?"],
         "Kumpi niistä sai enemmän: Kainuu, Lappi? (Paljonko Lappi sai?)"),
        ("Paljonko enemmän?", ["Paljonko Kainuu sai?", "Entä Lappi?"],
         "Paljonko enemmän: Kainuu, Lappi? (Paljonko Lappi sai?)"),
        ("Which of them got more?", ["How much did Lapland get?", "And Kainuu?"],
         "Which of them got more: Lapland, Kainuu? (How much did Kainuu get?)"),
    ],
)  # fmt: skip
def test_a_follow_up_sums_compares_or_measures_otherwise(text: str, history: list[str], read: str) -> None:
    found = interpret(Question(text, history=tuple(history)), terms=terms)
    assert found.text == read
    assert found.taken_over is not None


def test_the_state_of_another_thing_replaces_the_first() -> None:
    asked = Question("Ja Koulutukset?", history=("Mikä on rekisterin tilanne?",))
    assert interpret(asked).text == "tilanne: Koulutukset?"


def test_a_verb_alone_after_and_leans_on_the_question_before() -> None:
    asked = Question("Entä kuinka moni haki?", history=("Kuinka monta yhteisöä valittiin?",))
    assert interpret(asked).text == "Kuinka moni haki – Kuinka monta yhteisöä valittiin?"
