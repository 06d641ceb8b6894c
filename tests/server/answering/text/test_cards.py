"""Cards of people: a name with what stands below it is told as one; another's name on a card is not its own."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.cards import is_card
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

PAGE = (
    "Rantaohjelman haku avautuu\n\nAvustusten haku on avoinna 3.5.–30.6.2034.\n\nLisätietoja\n\n"
    "Maija Meri\nkehittämispäällikkö\np. 029 123 4567\nmaija.meri@ranta.fi\n\n"
    "Pekka Poukama\nOhjelmajohtaja\nRantaliitto\np. 029 765 4321\n\n"
    "Tiina Törmä\nviestintäasiantuntija, rantaohjelma\n"
)
PRESS = (
    "Stöd för skärgården\n\nStödet söks senast den 3 maj 2034.\n\nPresskontakt\n\n"
    "Eva Vik\nPressekreterare hos landsbygdsminister Karin Berg\nTelefon (växel) 08-111 10 00\n\n"
    "Olle Holm\nProjektchef\nSkärgårdsverket\ntfn 018 123 45\n"
)
FUND = (
    "Funding for the coast\n\nThe fund opens in May 2034.\n\nContact\n\n"
    "Anna Shore\nSenior Adviser\nMinistry of Islands\n+358 29 111 2222\n"
)


def said(question: str, text: str) -> Answer:
    return ask(Question(question), Words({"c/a.txt": ("Asiakirja", text)}))


@pytest.mark.parametrize(
    ("question", "page", "told"),
    [
        ("Kuka on kehittämispäällikkö?", PAGE, "Maija Meri, kehittämispäällikkö, p. 029 123 4567"),
        ("Kuka on Rantaliiton ohjelmajohtaja?", PAGE, "Pekka Poukama, Ohjelmajohtaja, Rantaliitto"),
        ("Kuka on Pekka Poukama?", PAGE, "Pekka Poukama, Ohjelmajohtaja, Rantaliitto"),
        ("Mikä on Maija Meren puhelinnumero?", PAGE, "Maija Meri, kehittämispäällikkö, p. 029 123 4567"),
        ("Vem är pressekreterare hos landsbygdsministern?", PRESS, "Eva Vik, Pressekreterare hos"),
        ("Vem är projektchef på Skärgårdsverket?", PRESS, "Olle Holm, Projektchef, Skärgårdsverket"),
        ("Who is the senior adviser?", FUND, "Anna Shore, Senior Adviser, Ministry of Islands"),
    ],
)
def test_a_card_tells_who_somebody_is_and_how_to_reach_them(question: str, page: str, told: str) -> None:
    answer = said(question, page)
    assert told in answer.answer
    assert len(answer.citations) == 1
    assert answer.citations[0].quote in page


def test_who_has_no_card_is_not_told() -> None:
    assert said("Kuka on rantaohjelman puheenjohtaja?", PAGE).status == "not_found"
    assert said("Mikä on Pekka Poukaman sähköpostiosoite?", PAGE).status == "not_found"


@pytest.mark.parametrize(
    ("text", "card"),
    [
        ("Maija Meri\nkehittämispäällikkö", True),
        ("Etelä Ranta\n1 200\n3 400", False),
        ("Maija Meri\nHaku on avoinna.", False),
        ("Projektchef\nOlle Holm", False),
        ("Maija Meri", False),
        ("", False),
    ],
)
def test_a_card_is_a_name_above_a_title_or_a_number(text: str, *, card: bool) -> None:
    assert is_card(text) is card
