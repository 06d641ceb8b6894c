"""Lists told within a sentence."""

from server.answering.answer import Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

ISLANDS = (
    "Saarialueen kuntayhtymä vastaa kuntien terveydenhuollosta, sosiaalihuollosta, vanhuspalveluista ja"
    " pelastustoimesta.\n\n"
    "Kuntayhtymään kuuluvat seuraavat kunnat: Rantala, Niemelä, Saarela ja Lahdela.\n"
)


def said(question: str, text: str) -> str:
    answered = ask(Question(question), Words({"c/a.txt": ("Saarialue", text)}))
    return answered.answer if answered.status == "answered" else answered.status


def test_those_of_the_kind_asked_for_are_told_where_they_stand_behind_its_word() -> None:
    assert said("Mitkä kunnat muodostavat Saarialueen kuntayhtymän?", ISLANDS).startswith("Kuntayhtymään kuuluvat")


def test_what_says_how_many_there_are_is_told_with_what_follows_it() -> None:
    text = (
        "Kuntayhtymä vahvisti tukimuodot kokouksessaan.\n\nErilaisia tukimuotoja on kaikkiaan kolme."
        " Perustuki maksetaan kaikille. Lisätuki on tarkoitettu pienille. Kertatuki myönnetään hakemuksesta.\n"
    )
    told = said("Mitä tukimuotoja Saarialueella on?", text)
    assert all(one in told for one in ("kaikkiaan kolme", "Perustuki", "Lisätuki", "Kertatuki"))
