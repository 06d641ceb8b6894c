"""Short forms and full names of the same thing, in questions and texts of one language."""

import pytest

from server.answering.answer import Question
from server.answering.text.passages import ask
from server.answering.words.matching import content_words, found_in, tokens
from server.answering.words.other_names import other_names
from tests.server.answering.text.test_text_answers import Words


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Mitä STM tekee?", "Sosiaali- ja terveysministeriön tuki", True),
        ("Mitä sosiaali- ja terveysministeriö tekee?", "STM:n tuki", True),
        ("Mitä STM tekee?", "Valtiovarainministeriön tuki", False),
        ("Mikä on hyvinvointialueen tehtävä?", "Tehtävä on annettu hv-alueille", True),
        ("Mikä on sote-uudistus?", "Sosiaali- ja terveyspalvelujen uudistus", True),
    ],
)
def test_the_same_thing_by_another_name(question: str, text: str, *, expected: bool) -> None:
    named = [word for word in content_words(question, "fi") if word.text.lower() in other_names(question)]
    assert named
    assert all(found_in(word, tokens(text)) >= 0.6 for word in named) is expected


def test_a_place_has_no_short_form_of_one_letter() -> None:
    assert other_names("Paljonko Etelä-Karjala sai?") == {}


def test_what_is_counted_may_be_shortened() -> None:
    source = Words({"a": ("Palvelut", "Ikääntyneiden palveluita kehitetään 17 hv-alueella.")})
    said = ask(Question("Montako hyvinvointialuetta kehittää ikääntyneiden palveluita?"), source)
    assert said.answer == "Ikääntyneiden palveluita kehitetään 17 hv-alueella. [1]"
