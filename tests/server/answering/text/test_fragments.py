"""Amounts in lines that a page tore, in labels, and behind numbered things."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.evidence import pieces_of
from server.answering.text.found_passages import passages_of
from server.answering.text.passages import ask
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_text_answers import Words

SLIDE = Words(
    {
        "c/slide.txt": (
            "Saariston palvelut",
            (
                "Lauttaliikenteen lisääminen ja uusien yhteyksien avaaminen (12 M€)\n\nRunkoliikenne (3 M€)\n\n"
                "Rahaston uusi rahoitus\n\nMinisteriön alalle yhteensä 45 M€\n\n"
                "Vaihe 1 alkaa keväällä 2031.\n\nVaihe 2 alkaa syksyllä 2032."
            ),
        )
    }
)


def said(question: str) -> Answer:
    return ask(Question(question, language="fi"), SLIDE)


def test_an_amount_is_read_with_the_line_above_that_the_page_tore_off() -> None:
    found = said("Kuinka suuri on rahaston rahoitus ministeriön alalle?")
    assert found.answer == "Rahaston uusi rahoitus Ministeriön alalle yhteensä 45 M€ [1]"
    assert found.citations[0].quote == "Rahaston uusi rahoitus\n\nMinisteriön alalle yhteensä 45 M€"


def test_an_amount_below_a_heading_is_of_what_its_own_line_names() -> None:
    wide = "Saaristo saa uuden ohjelman, jonka kunnat ja yhdistykset laativat yhdessä kesän ja syksyn aikana 2031."
    page = f"{wide}\n\nOhjelman rahoitus hankkeille\n\nAlueellinen koulutus yhteensä 40 M€\n"
    source = Words({"c/slide.txt": ("Ohjelma", page)})
    found = ask(Question("Kuinka suuri on ohjelman rahoitus hankkeille?", language="fi"), source)
    assert "M€" not in found.answer


def test_an_amount_of_another_label_is_no_answer() -> None:
    page = "Rahaston rahoitus ministeriön alalle\n\nLauttaliikenteen lisääminen ja uusien yhteyksien avaaminen (12 M€)"
    source = Words({"c/slide.txt": ("Rahaston rahoitus", page)})
    found = ask(Question("Kuinka suuri on rahaston rahoitus ministeriön alalle?", language="fi"), source)
    assert found.status == "not_found"


@pytest.mark.parametrize(("number", "expected"), [("1", "Vaihe 1 alkaa keväällä 2031. [1]"), ("3", None)])
def test_a_numbered_thing_is_not_told_by_another_number_of_it(number: str, expected: str | None) -> None:
    found = said(f"Milloin vaihe {number} alkaa?")
    assert (found.answer if found.status == "answered" else None) == expected


def test_a_sentence_below_a_table_is_not_read_with_its_rows() -> None:
    rows = "AAMU 300 026 400 032\n\nPALVELULINJA 1 263 984 1 685 076\n\nYHTEENSÄ 1 564 010 2 085 108\n\n"
    page = f"HANKE BUDJETTI EUROA\n\n{rows}Ohjelma toimeenpannaan yhdessä!\n"
    source, question = Words({"c/a.txt": ("Hankkeet", page)}), "Mikä on palvelulinjan budjetti?"
    words = content_words(question, "fi")
    pieces = pieces_of(passages_of(source.search(question, 1), source), words, wanted_of(question))
    below = next(piece for piece in pieces if piece.text == "Ohjelma toimeenpannaan yhdessä!")
    assert "palvelulinjan" in [word.text for word in below.missing]
