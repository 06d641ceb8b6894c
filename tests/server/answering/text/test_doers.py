import pytest

from server.answering.answer import Language
from server.answering.text.doers import doer_of, server_of
from server.answering.words.matching import content_words


@pytest.mark.parametrize(
    ("question", "language", "text", "doer"),
    [
        ("Vem motsätter sig planen?", "sv", "Byns förening motsätter sig planen.", "Byns förening"),
        ("Kuka hyväksyi suunnitelman?", "fi", "Sivistyslautakunta hyväksyi suunnitelman.", "Sivistyslautakunta"),
        ("Kuka järjestää kuljetukset?", "fi", "Kunnat järjestävät kuljetukset.", "Kunnat"),
        ("Who supports the plan?", "en", "Local shopkeepers support the plan.", "Local shopkeepers"),
        ("Kuka hallinnoi hanketta?", "fi", "Tämän vuoden hanketta hallinnoi Rantalan kunta.", "Rantalan kunta"),
        ("Kuka hallinnoi hanketta?", "fi", "Tämän vuoden työtä hallinnoi Rantalan kunta.", None),
        ("Kuka vastaa hankkeesta?", "fi", "Hankkeesta vastasi Rantalan kunta.", "Rantalan kunta"),
        ("Kuka hyväksyi suunnitelman?", "fi", "Kokouksessa hyväksyttiin suunnitelma.", None),
        ("Kuka hyväksyi suunnitelman?", "fi", "Kokouksessa hyväksyi suunnitelman lautakunta.", None),
        ("Who approved the plan?", "en", "The plan was approved in May.", None),
        ("Vem godkände planen?", "sv", "På mötet godkände man planen.", None),
    ],
)
def test_the_subject_of_the_questions_verb(question: str, language: Language, text: str, doer: str | None) -> None:
    found = doer_of(text, content_words(question, language), language)
    assert (text[found.start : found.end] if found else None) == doer


def test_who_does_it_may_stand_behind_a_passive_verb() -> None:
    text = "Ministers are supported by the secretariat for strategy work, which is new."
    found = doer_of(text, content_words("Who supports the ministers?", "en"), "en")
    assert found is not None
    assert text[found.start : found.end] == "the secretariat for strategy work"


def test_who_serves_as_something_is_told_behind_the_verb_by_name_or_title() -> None:
    words = content_words("Kuka on toimikunnan sihteeri?", "fi")
    text = "Toimikunnan sihteerinä toimii kunnan arkistonhoitaja."
    found = server_of(text, words, "fi")
    assert found is not None
    assert text[found.start : found.end] == "kunnan arkistonhoitaja"
    assert server_of("Toimikunnan puheenjohtajana toimii kunnan arkistonhoitaja.", words, "fi") is None
