"""The most, and what may be at most: the second one is not it, nor the most per head, nor any length near by."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask, evidence_for, understand
from server.answering.text.sizes import lacks_bound
from tests.server.answering.text.test_text_answers import Words

VILLAGES = (
    "Suurimman tukisumman saa Rantala, jolle myönnettiin 1,5 miljoonaa euroa. "
    "Seuraavaksi suurimmat tuensaajat ovat Hakala ja Niemelä, joille molemmille myönnettiin 1,1 miljoonaa euroa.\n\n"
    "Suurimman hakemuksen teki vajaata 9 miljoonaa euroa pyytänyt Koskela, joka jäi kokonaan ilman.\n\n"
    "Asukasta kohti suurin tukisumma ohjataan alle 700 asukkaan Lahdelle, jossa tuki nousee 259 euroon.\n"
)
GUIDE = (
    "Hyvä hakemus:\n\n"
    "• Perehdy käyttöehtoihin.\n\n"
    "Avustuksen käyttö:\n\n"
    "• Avustusta saa käyttää vain siihen tarkoitukseen, johon se on myönnetty.\n"
    "• Jos et voi käyttää avustusta avustuspäätöksen mukaisesti, voit hakea avustuksen käyttötarkoituksen muutosta tai "
    "käyttöajan jatkamista. (Muutosta on haettava viimeistään 30 päivää ennen avustuksen käyttöajan päättymistä.) "
    "Muussa tapauksessa avustus tulee palauttaa.\n"
    "• Palauta käyttämättä jäänyt avustus.\n"
)
FORCE = GUIDE + "\nMuutosten on astuttava lähtökohtaisesti voimaan 1.1.2037.\n"
ACT = (
    "Määrärahaa saa käyttää yhteisistä rannoista annetun lain (16/2032) mukaisesti:\n\n"
    "1) laitureiden hankintaan\n2) enintään 500 euroa kuukaudessa maksettaviin kulukorvauksiin\n3) polkuihin\n"
)
PRESS = (
    "Ansökningstiden för hamnstödet är 16.8.2031–15.10.2031 kl. 16.15. "
    "Kustförbundet fattar beslut om stödet i slutet av 2031.\n"
)


def said(question: str, text: str, title: str = "Asiakirja") -> Answer:
    return ask(Question(question), Words({"c/a.txt": (title, text)}))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mikä kylä sai suurimman tukisumman?", "Suurimman tukisumman saa Rantala"),
        ("Ketkä saivat seuraavaksi suurimmat tuet?", "Seuraavaksi suurimmat tuensaajat ovat Hakala"),
        ("Missä tuki on suurin asukasta kohti?", "Asukasta kohti suurin tukisumma"),
    ],
)
def test_the_most_is_neither_the_second_nor_the_most_per_head(question: str, told: str) -> None:
    answer = said(question, VILLAGES)
    assert answer.answer.startswith(told)
    assert len(answer.citations) == 1


def test_no_length_near_by_is_how_long_something_may_be() -> None:
    question = "Kuinka pitkä hakemus saa olla?"
    assert said(question, GUIDE).status == "not_found"
    found = evidence_for(understand(Question(question)), Words({"c/a.txt": ("Opas", GUIDE)}))
    near = next(piece for piece in found.pieces if "30 päivää" in piece.text)
    assert lacks_bound(near, found.wanted, question)


def test_what_says_it_in_the_question_s_own_words_is_told_first() -> None:
    assert said("Mihin avustusta saa käyttää?", GUIDE).answer.startswith("Avustusta saa käyttää vain siihen")


def test_into_force_is_no_form_of_may() -> None:
    assert said("Milloin muutosten pitää tulla voimaan?", FORCE).answer.startswith("Muutosten on astuttava")


def test_the_law_that_leads_a_list_is_told_and_not_the_list() -> None:
    assert said("Minkä lain mukaan määrärahaa saa käyttää?", ACT).answer.startswith("Määrärahaa saa käyttää yhteisistä")
    assert said("Mihin määrärahaa saa käyttää?", ACT).answer.startswith("• laitureiden")


def test_a_sentence_ends_at_a_time_of_day() -> None:
    assert said("När fattar kustförbundet beslut om stödet?", PRESS).answer.startswith("2031. ")


def test_the_day_of_a_release_is_not_the_year_that_it_tells_of() -> None:
    release = "21.2.2034\n\nRantaliiton vuoden 2033 talous on jäämässä alijäämäiseksi 13,5 miljoonaa euroa.\n"
    assert said("Kuinka suuri oli Rantaliiton alijäämä vuonna 2034?", release).status == "not_found"
    assert said("Mikä oli Rantaliiton alijäämä vuonna 2034?", release).status == "not_found"
    assert "13,5" in said("Kuinka suuri oli Rantaliiton alijäämä vuonna 2033?", release).answer


def test_a_day_of_each_month_is_a_time() -> None:
    act = (
        "Rahoitus maksetaan kunnille kuukausittain yhtä suurina erinä, viimeistään kuukauden 11. päivänä. "
        "Siten kunta saisi rahoitusta myös joulukuussa.\n"
    )
    assert "11. päivänä" in said("Milloin rahoitus maksetaan kunnille?", act).answer
