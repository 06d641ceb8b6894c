"""The most and least of labelled lines of running text."""

import pytest

from ingest.document import Page
from server.answering.answer import Answer, Citation, Question
from server.answering.figures.said_lines import lines_told
from server.answering.figures.understanding import understand
from server.answering.words.language import detect
from tests.ingest.tables.make import document_of

HALLS = """Uimahallien vuosi 2031

Vuonna 2031 suosituimmat uimahallit olivat:
Kuusikon halli: 81 400 käyntiä
Rantalan halli: 120 300 käyntiä
Ylämäen halli: 64 000 käyntiä

Halleissa järjestettiin myös kursseja.
"""
OFFICES = """Avustukset 2031

Kyläteiden korjaaminen: myönnetyt avustukset
Kuusikon toimisto: Avustusta myönnettiin 410 000 euroa 12 hakijalle.
Rantalan toimisto: Avustusta myönnettiin 95 500 euroa 31 hakijalle.
Ylämäen toimisto: Avustusta myönnettiin 120 000 euroa 9 hakijalle.

Uimarantojen hoito: myönnetyt avustukset
Kuusikon toimisto: Avustusta myönnettiin 4 000 euroa 2 hakijalle.
Rantalan toimisto: Avustusta myönnettiin 15 500 euroa 4 hakijalle.
Ylämäen toimisto: Avustusta myönnettiin 9 000 euroa 3 hakijalle.
"""


def told(question: str, text: str, *, quote: str = "") -> Answer:
    """Return the answer where the page is offered as near, or cited by `quote`."""
    page = document_of(text).pages[0]
    start = text.find(quote)
    near = Citation(1, "c/d.txt", "d.txt", "", None, "c", 1, start, start + len(quote), quote, (), None)
    answer = Answer("fi", "not_found", "", "", "", nearest=(near,))
    if quote:
        answer = Answer("fi", "answered", None, "", quote, citations=(near,), answered_by="passages")
    return lines_told(understand(Question(question), detect(question)), answer, lambda _, __: _page(page))


def _page(page: Page) -> Page:
    return page


@pytest.mark.parametrize(
    ("question", "text", "lead"),
    [
        ("Mikä uimahalli oli suosituin vuonna 2031?", HALLS, "Eniten: Rantalan halli 120 300 käyntiä [1]."),
        (
            "Mitkä ovat kaksi suosituinta uimahallia vuonna 2031?", HALLS,
            "Eniten: Rantalan halli 120 300 käyntiä [1] ja Kuusikon halli 81 400 käyntiä [2].",
        ),
        ("Missä uimahallissa oli eniten käyntejä?", HALLS, "Eniten: Rantalan halli 120 300 käyntiä [1]."),
        ("Mikä toimisto myönsi eniten kyläteiden avustusta?", OFFICES, "Eniten: Kuusikon toimisto 410 000 € [1]."),
        ("Mikä toimisto myönsi vähiten avustusta uimarantoihin?", OFFICES, "Vähiten: Kuusikon toimisto 4 000 € [1]."),
        ("Millä toimistolla oli eniten hakijoita kyläteiden avustuksissa?", OFFICES, "Eniten: Rantalan toimisto 31 "),
    ],
)  # fmt: skip
def test_lines_with_one_number_each_are_compared(question: str, text: str, lead: str) -> None:
    answer = told(question, text)
    assert answer.status == "answered"
    assert answer.answer.startswith(lead)
    assert all(cited.quote == text[cited.start : cited.end] for cited in answer.citations)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        # Of the most visited, the last one is not the least visited of all.
        ("Missä uimahallissa oli vähiten käyntejä vuonna 2031?", HALLS),
        ("Mikä uimahalli oli suosituin vuonna 2030?", HALLS),
        ("Mikä jäähalli oli suosituin vuonna 2031?", HALLS),
        ("Mikä uimahalli sai eniten avustusta vuonna 2031?", HALLS),
        ("Mikä toimisto myönsi eniten avustusta?", OFFICES),  # two lists
        ("Mikä toimisto maksoi eniten kyläteiden avustusta?", OFFICES),
    ],
)
def test_lines_of_other_things_times_and_ends_tell_nothing(question: str, text: str) -> None:
    assert told(question, text).status == "not_found"


def test_one_line_of_a_list_is_no_answer_to_which_had_most() -> None:
    line = "Ylämäen halli: 64 000 käyntiä"
    assert told("Mikä uimahalli oli suosituin vuonna 2030?", HALLS, quote=line).status == "not_found"
    assert "Rantalan" in told("Mikä uimahalli oli suosituin vuonna 2031?", HALLS, quote=line).answer


def test_a_sentence_that_says_which_it_was_stays() -> None:
    text = f"Eniten käyntejä oli Koivulan hallissa.\n\n{HALLS}"
    sentence = "Eniten käyntejä oli Koivulan hallissa."
    assert told("Missä uimahallissa oli eniten käyntejä?", text, quote=sentence).answer == sentence
