"""What is told beside the best piece."""

import pytest

from server.answering.answer import Question
from server.answering.text import extract
from server.answering.text.evidence import pieces_of
from server.answering.text.found_passages import passages_of
from server.answering.text.passages import ask
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_text_answers import Words

TEXT = (
    "Avustusta lisättiin, koska nuorten jonot pitenivät. Avustusta haetaan verkossa. Avustusta sai 18 pajaa, ja jonot"
    " lyhenivät."
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Miksi avustusta lisättiin?", ["Avustusta lisättiin, koska nuorten jonot pitenivät."]),
        ("Montako pajaa sai avustusta?", ["Avustusta sai 18 pajaa, ja jonot lyhenivät."]),
    ],
)
def test_a_further_sentence_has_what_the_question_wants(question: str, expected: list[str]) -> None:
    source = Words({"c/a.txt": ("Avustus", TEXT)})
    wanted = wanted_of(question)
    pieces = pieces_of(passages_of(source.search(question, 1), source), content_words(question, "fi"), wanted)
    assert [piece.text for piece in extract.told(pieces, wanted)] == expected


def test_a_heading_that_asks_is_no_answer() -> None:
    text = "Miksi avustusta lisättiin?\n\nMäärärahaa lisättiin, koska nuorten jonot pitenivät kaikilla alueilla."
    source = Words({"c/a.txt": ("Avustus", text)})
    question = "Miksi avustusta lisättiin?"
    passages = passages_of(source.search(question, 1), source)
    found = pieces_of(passages, content_words(question, "fi"), wanted_of(question))
    assert [piece.text for piece in found] == [text.splitlines()[2]]


REPORT = """Digineuvonnan väliarviointi

Onnistumiset

- Neuvojia on neljäkymmentä

- Huijaukset ovat vähentyneet

Heikkoudet

- Toiminta nojaa muutamaan vapaaehtoiseen

- Neuvontaa on vain suomeksi

Ehdotukset

- Palkataan koordinaattori

- Kirjataan käynnit yhtenäisesti
"""


@pytest.mark.parametrize(
    ("question", "items"),
    [
        (
            "Mitä heikkouksia digineuvonnassa havaittiin?",
            ["Toiminta nojaa muutamaan vapaaehtoiseen", "Neuvontaa on vain suomeksi"],
        ),
        ("Mitä väliarviointi ehdottaa?", ["Palkataan koordinaattori", "Kirjataan käynnit yhtenäisesti"]),
    ],
)
def test_a_list_below_a_heading_of_one_word_that_is_asked_for(question: str, items: list[str]) -> None:
    told = ask(Question(question), Words({"r.txt": ("Digineuvonnan väliarviointi", REPORT)}))
    assert told.answer == "\n".join(f"• {item}" for item in items) + " [1]"


def test_a_sentence_that_only_restates_the_question_is_told_with_what_follows() -> None:
    text = "Hallitus uudistaa työpajojen rahoitusmallia. Tukea maksetaan jatkossa tulosten mukaan. Tulokset mitataan."
    told = ask(Question("Miten hallitus uudistaa työpajojen rahoitusmallia?"), Words({"h.txt": ("Ohjelma", text)}))
    assert told.answer == f"{text} [1]"


def test_of_two_dates_the_one_asked_for_must_be_plain_to_stand_first() -> None:
    source = Words({"p.txt": ("Stöd", "Ansökan om stöd öppnar den 7 april och stänger den 16 maj 2025 klockan 16.")})
    told = ask(Question("När stänger ansökan om stöd?"), source)
    assert told.answer.startswith("I dokumentet står det: ")
    assert ask(Question("När öppnar ansökan om stöd?"), source).answer.startswith("7 april. ")
