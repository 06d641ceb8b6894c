"""Whether what was found speaks of the very thing that is asked."""

from server.answering.answer import Answer, Question
from server.answering.passages import ask
from tests.server.answering.test_text_answers import Words

COURSES = (
    "Työpajoilla kävi viime vuonna 11 400 nuorta. Kurssin keskeytti 310 opiskelijaa."
    " Retki peruttiin, koska satoi lunta."
)
SOURCE = Words(
    {
        "c/a.txt": ("Työpajat", COURSES),
        "c/b.txt": ("Toimikunnat", "Palo-johtoryhmä\n\nKokouksia pidetään keväällä."),
    }
)


def said(question: str) -> Answer:
    return ask(Question(question), SOURCE)


def test_how_many_came_does_not_tell_how_many_dropped_out() -> None:
    assert said("Montako nuorta kävi työpajoilla?").answer == "Työpajoilla kävi viime vuonna 11 400 nuorta. [1]"
    assert "310 opiskelijaa" in said("Montako opiskelijaa keskeytti kurssin?").answer
    assert said("Montako nuorta keskeytti työpajan?").status == "not_found"


def test_a_heading_with_the_questions_own_words_tells_of_nobody() -> None:
    assert said("Kuka johtaa Palo-neuvottelukuntaa?").status == "not_found"


def test_a_span_of_life_tells_of_birth_and_death() -> None:
    source = Words(
        {"k.txt": ("Kirjailijat", "Aino Salo (1. tammikuuta 1901 Pori – 3. maaliskuuta 1984) oli kirjailija.")}
    )
    assert "3. maaliskuuta 1984" in ask(Question("Milloin Aino Salo kuoli?"), source).answer
    assert ask(Question("Milloin Aino Salo irtisanoutui?"), source).status == "not_found"


def test_leading_is_not_being_the_leader() -> None:
    source = Words(
        {
            "a.txt": ("Silta-hanke", "Silta-hankkeen johtamista tukee Maija Korpela."),
            "b.txt": ("Paja-hanke", "Paja-hankkeen johtaja on Oili Niemi."),
        }
    )
    assert ask(Question("Kuka on Silta-hankkeen johtaja?"), source).status == "not_found"
    assert "Oili Niemi" in ask(Question("Kuka on Paja-hankkeen johtaja?"), source).answer
