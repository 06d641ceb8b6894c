"""What a page's end tears: the rest of a sentence and of a list are told with it, each half cited on its own page."""

from dataclasses import dataclass

import pytest

from ingest.chunk import Chunk
from ingest.document import Page
from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words


@dataclass(eq=False)
class Pages(Words):
    """One document "a" whose pages are parted by form feeds."""

    def __post_init__(self) -> None:
        super().__post_init__()
        self.chunks = [
            Chunk(f"a#{number}", "a", number, 0, len(text), text, ("Satama",))
            for number, text in enumerate(self.texts["a"][1].split("\f"), start=1)
        ]

    def page(self, document_id: str, number: int) -> Page:
        text = self.texts[document_id][1].split("\f")[number - 1]
        return Page(number, text, text, tuple(range(len(text) + 1)))


def said(question: str, text: str) -> Answer:
    source = Pages({"a": ("Satama", text)})
    told = ask(Question(question), source)
    for cited in told.citations:
        assert source.page("a", cited.page).text[cited.start : cited.end] == cited.quote
    return told


def test_the_rest_of_a_torn_sentence_is_told_from_the_next_page() -> None:
    text = "Satamat ovat vilkkaita. Majakkarahasto rahoittaa majakoiden korjaukset\fyhdessä kuntien kanssa. Muuta."
    told = said("Mitä Majakkarahasto rahoittaa?", text)
    assert told.answer == "Majakkarahasto rahoittaa majakoiden korjaukset [1] yhdessä kuntien kanssa. [2]"
    assert [cited.page for cited in told.citations] == [1, 2]


def test_a_clause_that_a_page_tears_off_is_whole_with_its_rest() -> None:
    text = "Satamat ovat vilkkaita. Majakkarahasto rahoittaa majakoiden korjaukset, joita tehdään\fkesäisin. Muuta."
    told = said("Mitä Majakkarahasto rahoittaa?", text)
    assert told.answer == "Majakkarahasto rahoittaa majakoiden korjaukset, joita tehdään [1] kesäisin. [2]"


def test_a_sentence_that_ends_with_its_page_has_no_rest() -> None:
    text = "Satamat ovat vilkkaita. Majakkarahasto rahoittaa majakoiden korjaukset.\fyhdessä kuntien kanssa. Lisäksi."
    assert said("Mitä Majakkarahasto rahoittaa?", text).answer.endswith("korjaukset. [1]")


LIST = "Majakkaohjelman tavoitteet:\n{}Valot kirkastetaan\n{}Tornit maalataan\n\f{}Portaat uusitaan\n{}Ovet öljytään"


@pytest.mark.parametrize("marks", [("• ",) * 4, ("1. ", "2. ", "3. ", "4. ")])
def test_a_list_goes_on_over_its_page(marks: tuple[str, ...]) -> None:
    told = said("Mitkä ovat Majakkaohjelman tavoitteet?", LIST.format(*marks))
    assert told.answer.splitlines() == [
        "• Valot kirkastetaan",
        "• Tornit maalataan [1]",
        "• Portaat uusitaan",
        "• Ovet öljytään [2]",
    ]


@pytest.mark.parametrize("marks", [("1. ", "2. ", "1. ", "2. "), ("• ", "• ", "– ", "– ")])
def test_another_list_on_the_next_page_is_not_told_with_it(marks: tuple[str, ...]) -> None:
    told = said("Mitkä ovat Majakkaohjelman tavoitteet?", LIST.format(*marks))
    assert told.answer.splitlines() == ["• Valot kirkastetaan", "• Tornit maalataan [1]"]
