"""Whether what was found speaks of the very thing that is asked."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

COURSES = (
    "Työpajoilla kävi viime vuonna 11 400 nuorta. Kurssin keskeytti 310 opiskelijaa."
    " Retki peruttiin, koska satoi lunta."
)
SOURCE = Words(
    {
        "c/a.txt": ("Työpajat", COURSES),
        "c/b.txt": ("Toimikunnat", "Palo-johtoryhmä\n\nKokouksia pidetään keväällä."),
    }
)


def said(question: str) -> Answer:
    return ask(Question(question), SOURCE)


def test_how_many_came_does_not_tell_how_many_dropped_out() -> None:
    assert said("Montako nuorta kävi työpajoilla?").answer == "Työpajoilla kävi viime vuonna 11 400 nuorta. [1]"
    assert "310 opiskelijaa" in said("Montako opiskelijaa keskeytti kurssin?").answer
    assert said("Montako nuorta keskeytti työpajan?").status == "not_found"


def test_a_heading_with_the_questions_own_words_tells_of_nobody() -> None:
    assert said("Kuka johtaa Palo-neuvottelukuntaa?").status == "not_found"
    source = Words({"a.txt": ("Silta", "Kestävän kasvun Silta II – hakemus\n\nHakemus koskee kuntien palveluja.")})
    assert ask(Question("Kuka johtaa Kestävän kasvun Silta -hanketta?"), source).status == "not_found"


def test_a_span_of_life_tells_of_birth_and_death() -> None:
    source = Words(
        {"k.txt": ("Kirjailijat", "Aino Salo (1. tammikuuta 1901 Pori – 3. maaliskuuta 1984) oli kirjailija.")}
    )
    assert "3. maaliskuuta 1984" in ask(Question("Milloin Aino Salo kuoli?"), source).answer
    assert ask(Question("Milloin Aino Salo irtisanoutui?"), source).status == "not_found"


def test_leading_is_not_being_the_leader() -> None:
    source = Words(
        {
            "a.txt": ("Silta-hanke", "Silta-hankkeen johtamista tukee Maija Korpela."),
            "b.txt": ("Paja-hanke", "Paja-hankkeen johtaja on Oili Niemi."),
        }
    )
    assert ask(Question("Kuka on Silta-hankkeen johtaja?"), source).status == "not_found"
    assert "Oili Niemi" in ask(Question("Kuka on Paja-hankkeen johtaja?"), source).answer


GRANTS = """Taidesäätiö myöntää yhdistykselle avustusta enintään 46 000 euroa talon kunnostamiseen.

Avustuksella ei saa kattaa

- edustuskuluja
- matkoja

Neuvosto 18.1.2012 käsitteli avustusten jakoa.
"""


def test_who_gives_is_not_who_got() -> None:
    source = Words({"a.txt": ("Päätös", GRANTS)})
    assert ask(Question("Kuka sai avustusta talon kunnostamiseen?"), source).status == "not_found"
    assert "Taidesäätiö" in ask(Question("Kuka myöntää avustusta talon kunnostamiseen?"), source).answer


def test_what_is_not_so_is_told_by_what_denies() -> None:
    source = Words({"a.txt": ("Päätös", GRANTS), "b.txt": ("Ohje", "Avustusta saa käyttää matkoihin ja tiloihin.")})
    answered = ask(Question("Mihin avustusta ei saa käyttää?"), source)
    assert answered.status == "not_found" or "edustuskuluja" in answered.answer
    only = Words({"b.txt": ("Ohje", "Avustusta saa käyttää matkoihin ja tiloihin.")})
    assert ask(Question("Mihin avustusta ei saa käyttää?"), only).status == "not_found"


def test_a_date_of_another_month_is_none_of_the_month_asked_of() -> None:
    source = Words({"a.txt": ("Avustusten jako", GRANTS)})
    assert "18.1.2012" in ask(Question("Milloin neuvosto käsitteli avustusten jakoa?"), source).answer
    assert ask(Question("Milloin neuvosto käsitteli avustusten jakoa marraskuussa?"), source).status == "not_found"


def test_the_attribute_asked_for_stands_before_what_lacks_it() -> None:
    text = "Paja-hankkeen kulut ovat suuret. Paja-hankkeen riski on pula tekijöistä."
    answered = ask(Question("Mikä on Paja-hankkeen suurin riski?"), Words({"a.txt": ("Suunnitelma", text)}))
    assert answered.answer.startswith("Paja-hankkeen riski on pula tekijöistä.")


def test_the_price_of_another_thing_is_not_the_one_asked_for() -> None:
    source = Words({"h": ("Hinnat", "Saaren uusi sähkölautta maksoi 3 400 000 euroa.")})
    assert "3 400 000" in ask(Question("Paljonko saaren uusi sähkölautta maksoi?"), source).answer
    assert ask(Question("Paljonko tietopankki maksoi?"), source).status == "not_found"
    assert ask(Question("Hur mycket kostade gungorna?"), source).status == "not_found"


PARTS = """Palo-ohjelmassa on neljä osaohjelmaa:

I. Sammutus
II. Valistus (Palokoulu)
III. Uuden kaluston hankinta (Varikko)
IV. Ensihoito (Sairaala)

Palokoulun kursseja pidettiin syksyllä 2022 yhteensä 18 kurssia.
"""


def test_an_ordinal_that_no_item_has_is_refused_and_one_that_has_a_numeral_is_found() -> None:
    source = Words({"p.txt": ("Palo-ohjelma", PARTS)})
    assert "Varikko" in ask(Question("Kuka vastaa Palo-ohjelman kolmannesta osaohjelmasta?"), source).answer
    absent = ask(Question("Milloin Palo-ohjelman viides osaohjelma käynnistyy?"), source)
    assert (absent.status, absent.reason) == ("not_found", "Asiakirjat eivät kerro tästä: ”viides”.")


def test_a_name_that_another_page_has_is_not_said_to_be_nowhere() -> None:
    source = Words({"p.txt": ("Palo-ohjelma", PARTS), "h.txt": ("Alue", "Uusimaa ja Hamina ovat rannikolla.")})
    refused = ask(Question("Montako Palokoulun kurssia pidettiin Haminassa, Uudellamaalla ja Porvoossa?"), source)
    assert refused.status == "not_found"
    assert refused.reason == "Asiakirjat eivät kerro tästä: ”Porvoossa”."


def test_a_number_of_another_year_is_no_answer() -> None:
    source = Words({"p.txt": ("Palo-ohjelma 2021–2024", PARTS + "\nVuonna 2023 ohjelmaa arvioitiin.\n")})
    assert "18 kurssia" in ask(Question("Montako kurssia pidettiin syksyllä 2022?"), source).answer
    assert ask(Question("Montako kurssia pidettiin syksyllä 2023?"), source).status == "not_found"


SHOPS = """Kyläkauppatuki

Maaseutuvirasto avaa kyläkauppatuen haun 15. syyskuuta. Hakemukset on jätettävä viimeistään 31. lokakuuta.

Kyläkauppatukea voivat saada päivittäistavarakaupat. Kaupan kassa on maksuton.

Talvella ajetaan viisi vuoroa viikossa.

Kyläkauppatuen kokouksessa olivat Leena Harju (puheenjohtaja) ja Mika Oravala (sihteeri).

Rahoittaja: Rannikkorahasto
"""


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Mihin mennessä kyläkauppatuen hakemukset on jätettävä?", "31. lokakuuta"),
        ("Kuka voi saada kyläkauppatukea?", "päivittäistavarakaupat"),
        ("Paljonko kaupan kassa maksaa?", "maksuton"),
        ("Montako vuoroa ajetaan talvella?", "viisi"),
        ("Kuka rahoittaa kyläkauppatukea?", "Rannikkorahasto"),
        ("Kuka oli kyläkauppatuen kokouksen puheenjohtaja?", "Leena Harju"),
    ],
)
def test_what_the_form_of_a_question_asks_for(question: str, part: str) -> None:
    assert part in ask(Question(question), Words({"k.txt": ("Kyläkauppatuki", SHOPS)})).answer


@pytest.mark.parametrize(
    "question",
    [
        "Kuka sai eniten kyläkauppatukea?",
        "Montako vuoroa ajetaan kesällä?",
        "Kuka on kyläkauppatuen johtaja?",
    ],
)
def test_what_the_text_tells_of_another_is_refused(question: str) -> None:
    assert ask(Question(question), Words({"k.txt": ("Kyläkauppatuki", SHOPS)})).status == "not_found"


def test_an_opening_date_is_no_deadline() -> None:
    source = Words({"k.txt": ("Kyläkauppatuki", "Maaseutuvirasto avaa kyläkauppatuen haun 15. syyskuuta.")})
    assert "15. syyskuuta" in ask(Question("Milloin maaseutuvirasto avaa kyläkauppatuen haun?"), source).answer
    assert ask(Question("Mihin mennessä kyläkauppatukea on haettava?"), source).status == "not_found"


def test_one_common_word_above_sentences_names_nobody() -> None:
    text = "# Risker\n\nDen största risken är priset.\n\nÖborna motsätter sig att turerna minskas."
    source = Words({"p.md": ("Promemoria", text.replace("# ", ""))})
    assert "Risker" not in ask(Question("Vem motsätter sig att turerna minskas?"), source).answer


MINUTES = """Kirjastolautakunnan pöytäkirja

Läsnä: Outi Virta (pj), Kari Leino. Esittelijä: johtaja Riitta Kallio.

Kirjastoauton reitin ylläpidosta vastaa kuntien yhteinen logistiikkakeskus.

Kuntien kanssa ei ole vielä sovittu, kuka maksaa reitin polttoaineen.

Seuraava kokous pidetään 6.11.2025 klo 17.
"""


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Kuka on kirjastolautakunnan puheenjohtaja?", "Outi Virta (pj)"),
        ("Kuka maksaa reitin polttoaineen?", "ei ole vielä sovittu"),
        ("Kuka ylläpitää kirjastoauton reittiä?", "logistiikkakeskus"),
        ("Milloin lautakunta kokoontuu seuraavaksi?", "6.11.2025"),
    ],
)
def test_minutes_tell_who_and_when_in_their_own_ways(question: str, part: str) -> None:
    assert part in ask(Question(question), Words({"m.txt": ("Kirjastolautakunnan pöytäkirja", MINUTES)})).answer


def test_the_second_of_what_is_not_spoken_of_is_refused() -> None:
    source = Words({"k.txt": ("Kielipolku 2025–2027", "Kielipolku-ohjelma alkaa 1.8.2025 kielikursseilla.")})
    assert "1.8.2025" in ask(Question("Milloin Kielipolku-ohjelma alkaa?"), source).answer
    assert ask(Question("Milloin Kielipolku-ohjelman toinen vaihe alkaa?"), source).status == "not_found"
