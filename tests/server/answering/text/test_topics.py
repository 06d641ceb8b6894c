import pytest

from server.answering.answer import Language
from server.answering.text.topics import asks_of_topic, speaks_of
from server.answering.words.matching import content_words


@pytest.mark.parametrize(
    "question",
    [
        "Mitä nuorisotyölle tehdään?",
        "Miten vammaispalveluja uudistetaan?",
        "Mitä ohjelma sanoo ydinvoimasta?",
        "Hur reformeras utkomststödet?",
        "Vad säger programmet om kärnkraft?",
        "What is done for the integration of immigrants?",
        "What will happen to unemployment security?",
        "What does the government do about gambling?",
    ],
)
def test_what_is_done_for_a_topic_asks_of_it(question: str) -> None:
    assert asks_of_topic(question)


@pytest.mark.parametrize(
    "question",
    [
        "Milloin laki uudistetaan?",
        "Kuka uudistaa lain?",
        "Mikä on ydinvoimala?",
        "Onko lakia muutettu?",
        "What does the programme cost?",
        "What is the change from 2022?",
    ],
)
def test_dates_bodies_and_definitions_ask_more_than_a_topic(question: str) -> None:
    assert not asks_of_topic(question)


@pytest.mark.parametrize(
    ("question", "language", "text"),
    [
        ("Mitä ohjelma sanoo ydinvoimasta?", "fi", "Suomeen tarvitaan lisää ydinvoimaa."),
        ("Mitä hallitus tekee asumistuelle?", "fi", "Asumistuen perusomavastuu nousee."),
        ("Hur reformeras utkomststödet?", "sv", "Toimeentulotuen uudistus valmistuu keväällä."),
    ],
)
def test_a_sentence_with_all_words_of_a_topic_speaks_of_it(question: str, language: Language, text: str) -> None:
    assert speaks_of(text, content_words(question, language), "fi")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Mitä ohjelma sanoo ydinvoimasta?", "Lisää ydinvoimaa"),
        ("Mitä raitiovaunuille tehdään?", "Vaunujen käyttö sallitaan rautateillä."),
        ("Mitä kotihoidontuelle tapahtuu?", "Kotihoidon tilanteeseen etsitään nopeita ratkaisuja."),
        ("Mitä ydinvoimalle tehdään Lapissa?", "Suomeen tarvitaan lisää ydinvoimaa."),
        ("Mitä tehdään?", "Suomeen tarvitaan lisää ydinvoimaa."),
    ],
)
def test_headings_parts_of_compounds_and_half_a_topic_are_not_enough(question: str, text: str) -> None:
    assert not speaks_of(text, content_words(question, "fi"), "fi")
