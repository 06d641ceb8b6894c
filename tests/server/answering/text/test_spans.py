"""The shortest part of a sentence that answers a question of its kind."""

import pytest

from server.answering.text.spans import answer_spans
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words

LIFE = "Aino Esimerkki (4. toukokuuta 1901 Oulu – 9. maaliskuuta 1970 Turku) oli opettaja, joka muutti Poriin 1930."


def best(question: str, text: str, *, lasting: bool = False) -> str | None:
    found = answer_spans(wanted_of(question), text, content_words(question, "fi"), lasting=lasting)
    return text[found[0].start : found[0].end] if found else None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Milloin laki tulee voimaan?", "Laki tulee voimaan 1.10.2024.", "1.10.2024"),
        ("Milloin hanke alkoi?", "Hanke kesti 3. maaliskuuta 2021 – 5. kesäkuuta 2022.", "3. maaliskuuta 2021"),
        ("Milloin hanke päättyi?", "Hanke kesti 3. maaliskuuta 2021 – 5. kesäkuuta 2022.", "5. kesäkuuta 2022"),
        (
            "Milloin hanke toteutettiin?",
            "Hanke toteutettiin 3. maaliskuuta 2021 – 5. kesäkuuta 2022.",
            "3. maaliskuuta 2021 – 5. kesäkuuta 2022",
        ),
        ("Milloin muutos tulee voimaan?", "Muutoksella aika lyhennetään seitsemään päivään.", None),
        ("Milloin raportti jätetään?", "Raportti jätetään 30 päivää ennen loppua.", "30 päivää ennen"),
        ("Moneenko päivään aika lyhennetään?", "Aika lyhennetään seitsemään päivään.", "seitsemään päivään"),
        ("Milloin Aino Esimerkki syntyi?", LIFE, "4. toukokuuta 1901"),
        ("Milloin Aino Esimerkki kuoli?", LIFE, "9. maaliskuuta 1970"),
        ("Milloin Aino Esimerkki muutti Poriin?", LIFE, "1930"),
        ("Vem ansvarar?", "Det är Strandbys förbund som ansvarar för hamnen.", "Strandbys förbund"),
        ("Montako pilaria on?", "Laitos toteuttaa pilarien 3 ja 4 hankkeet.", None),
        ("Kuka johtaa liittoa?", "Näin kertoo johtaja Aino Salo Keski-Suomen liitosta.", "Aino Salo"),
        ("Kuinka monta tiimiä osallistui?", "Vuonna 2021 osallistui 50 tiimiä.", "50 tiimiä"),
        ("Montako ohjaajaa valmistui?", "Kursseilta valmistui 46 nuorten ohjaajaa.", "46 nuorten ohjaajaa"),
        ("Montako kerhoa alkoi?", "Keväällä alkoi 46 nuorten harrastusta.", "46"),
        ("Kuinka suuri on alueen pinta-ala?", "Alueella on 3 kuntaa, ja sen pinta-ala on 1997,5km².", "1997,5km²"),
        ("Kuinka pitkä polku on?", "Polulla on 12 siltaa ja matkaa yhteensä 14 km.", "yhteensä 14 km"),
        ("Kuinka monta prosenttia tavoite on?", "Tavoite on vuonna 2026 19,5 prosenttia.", "19,5 prosenttia"),
        ("Kuinka monta pajaa on?", "Pajoja on: 187 pajaa, joista 23 uusinta on täällä.", "187 pajaa"),
        ("Kuinka monta uusinta on täällä?", "Pajoja on: 187 pajaa, joista 23 uusinta on täällä.", "23 uusinta"),
        ("Kuinka suuri on osuus menoista?", "Menoista osuus on 3 miljoonasta eurosta 12 prosenttia.", "12 prosenttia"),
        ("Kuka hanketta johtaa?", "Hanketta johtaa Maija Korpela.", "Maija Korpela"),
        ("Mihin mennessä malli luodaan?", "Malli luodaan puoliväliriiheen mennessä.", "puoliväliriiheen mennessä"),
        ("Milloin malli luodaan?", "Malleja on luotu tähän mennessä kolme.", None),
        ("Monelle alueelle tukea annetaan?", "Tukea annetaan yhdeksälle alueelle.", "yhdeksälle"),
        ("Kuka vastaa ohjelmasta?", "Kehitys-tavoitteet ja osaohjelmat", None),
        ("Kuka on Sillan johtaja?", "Tuetaan Silta -hankkeen johtoa.", None),
        ("Kuinka monta tiimiä osallistui?", "Koulutus pidettiin Oulussa.", None),
        ("Kuinka suuri omavastuu on?", "Omavastuu korotetaan 42 %:sta 50 %:iin.", "50 %"),
        ("Kuinka suuri maksu on?", "Maksu laskee 30 eurosta 25 euroon.", "25 euroon"),
        ("Kuinka monta sopimusta on?", "Sopimuksia on nyt kahdeksantoista.", "kahdeksantoista"),
        ("Kuinka monta hanketta tuettiin?", "Hankkeiden maksu on 0,5 prosenttia.", None),
        ("Kuinka monta osallistujaa oli?", "Osallistuneet: aikaa meni 16 min.", None),
        ("Milloin hanke valmistuu?", "Se alkoi 11.1.2031 ja valmistuu kesäkuussa 2033.", "kesäkuussa 2033"),
        ("Milloin hanke alkoi?", "Hanke alkoi 11.1.2031 ja valmistuu kesäkuussa 2033.", "11.1.2031"),
    ],
)
def test_the_span_that_answers(question: str, text: str, expected: str | None) -> None:
    assert best(question, text) == expected


def test_a_length_of_time_is_asked_for() -> None:
    assert (
        best("Kuinka kauan hanke kestää?", "Vuonna 2021 alkanut hanke kestää kolme vuotta.", lasting=True)
        == "kolme vuotta"
    )


def test_of_several_bearers_the_one_with_all_of_the_title_is_meant() -> None:
    text = "Jäseniä ovat Laitilan rakennustarkastaja Timo Aho, Kustavin rakennustarkastaja Iiris Oja, Olli Salo."
    assert best("Kuka on Kustavin rakennustarkastaja?", text) == "Iiris Oja"
    assert best("Kuka on Laitilan rakennustarkastaja?", text) == "Timo Aho"


@pytest.mark.parametrize("share", ["joka neljäs", "puolet", "kolmannes"])
def test_a_share_may_be_told_in_words(share: str) -> None:
    question = "Kuinka suuri osuus aikuisista liikkuu riittävästi?"
    (found, *_) = answer_spans(wanted_of(question), f"Aikuisista {share} liikkuu.", content_words(question, "fi"))
    assert found.score >= 1.0


def test_a_day_and_a_month_without_a_stop_are_a_date_before_a_word_of_time() -> None:
    assert best("Mihin mennessä ryhmä raportoi?", "Ryhmä raportoi 31.5 mennessä toimistaan.") == "31.5 mennessä"
    assert best("Milloin haku alkaa?", "Lautakunta julistaa haun alkaneeksi.") is None


def test_a_person_of_a_list_has_the_last_name_first() -> None:
    assert best("Kuka on satamapäällikkö?", "Karhu, Marko satamapäällikkö") == "Karhu, Marko"


def test_as_long_as_something_else_is_a_length_of_time() -> None:
    text = "Programmen pågår lika länge som en hamnperiod."
    assert best("Hur länge pågår programmen?", text, lasting=True) == "lika länge som en hamnperiod"
