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


AIMS = (
    "Rantahankkeen tavoitteet\n\nRantahankkeella on kaksi päätavoitetta."
    " Ensimmäinen on, että jokainen pääsee rantaan:\n\n"
    "• polut merkitään\n• portaat korjataan\n\nToinen on, että vesi pysyy puhtaana:\n\n"
    "• ojat perataan\n• vettä tutkitaan kesäisin\n"
)


def test_what_is_counted_is_told_with_each_that_follows_and_not_by_the_parts_of_one() -> None:
    told = said("Mitkä ovat Rantahankkeen tavoitteet?", AIMS)
    assert all(one in told for one in ("kaksi päätavoitetta. [1]", "pääsee rantaan: [2]", "pysyy puhtaana: [3]"))


def test_one_of_those_counted_is_told_with_its_own_parts() -> None:
    told = said("Mikä on Rantahankkeen toinen päätavoite?", AIMS)
    assert all(one in told for one in ("vesi pysyy puhtaana: [1]", "ojat perataan", "vettä tutkitaan"))
    assert "portaat" not in told
