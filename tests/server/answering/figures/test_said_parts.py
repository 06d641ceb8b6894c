"""Shares, rests and differences of a whole and its part that one sentence states."""

from decimal import Decimal

import pytest

from server.answering.answer import Answer, Citation, Language, Question
from server.answering.figures.said_parts import with_parts
from server.answering.figures.told_numbers import fitting, of_places_named
from server.answering.figures.understanding import understand
from tests.ingest.tables.make import document_of

FI = "Rahoitus on 24,6 M€, josta noin 18,0 M€ on valtionavustuksia ja loput kuntien omarahoitusta."
LABELLED = "Budjetti on 12,5 milj. euroa, josta valtion osuus on 9,0 milj. euroa ja kuntien osuus 3,5 milj. euroa."
SV = "Finansieringen är 9,4 miljoner euro, varav 7,1 miljoner euro är statsunderstöd."
APPLIED = "Tukea haki yhteensä 19 järjestöä, joista 5 sai tukea."
EN = "The budget is EUR 48 million, of which EUR 31.5 million had been committed by the end of 2024."
LED = "Av hela summan på cirka 20 miljoner euro går 5 miljoner euro till byalag och kiosker."
OUT_OF = "Haetuista 80 miljoonasta eurosta kylille myönnetään 20 miljoonaa euroa."
COUNT = "The office received 200 applications, and 90 of them were approved."


def told(quote: str, language: Language) -> Answer:
    cited = Citation(1, "c/d.txt", "d.txt", "", None, "c", 1, 0, len(quote), quote, (), None)
    return Answer(language, "answered", None, "", f"{quote} [1]", citations=(cited,))


@pytest.mark.parametrize(
    ("question", "language", "quote", "value", "unit", "lead"),
    [
        ("Kuinka suuri osa rahoituksesta on valtionavustuksia?", "fi", FI, "73.2", "%", "Noin 73,2 % [1]."),
        ("Mikä osuus rahoituksesta on omarahoitusta?", "fi", FI, "26.8", "%", "Noin 26,8 % [1]."),
        ("Paljonko ohjelmassa on kuntien omarahoitusta?", "fi", FI, "6600000", "EUR", "Noin 6 600 000 € [1]."),
        ("Kuinka suuri osa hakijoista sai järjestötukea?", "fi", APPLIED, "26.3", "%", "26,3 % [1]."),
        ("Montako järjestöä jäi ilman tukea?", "fi", APPLIED, "14", None, "14 [1]."),
        ("Mikä on kuntien osuus budjetista?", "fi", LABELLED, "28", "%", "28 % [1]."),
        ("Mikä on valtion osuus budjetista?", "fi", LABELLED, "72", "%", "72 % [1]."),
        ("Hur stor del av finansieringen är statsunderstöd?", "sv", SV, "75.5", "%", "75,5 % [1]."),
        ("Hur stor andel av summan gick till byalag?", "sv", LED, "25", "%", "Cirka 25 % [1]."),
        ("Kuinka suuri osa haetusta rahasta kylille myönnettiin?", "fi", OUT_OF, "25", "%", "25 % [1]."),
        ("How much of the budget has not been committed?", "en", EN, "16500000", "EUR", "€16,500,000 [1]."),
        ("What share of the budget had been committed?", "en", EN, "65.6", "%", "65.6% [1]."),
        ("What share of the applications was approved?", "en", COUNT, "45", "%", "45% [1]."),
    ],
)
def test_what_a_sentence_leaves_to_be_computed(  # noqa: PLR0917 - a question and its answer
    question: str, language: Language, quote: str, value: str, unit: str | None, lead: str
) -> None:
    answer = with_parts(told(quote, language), understand(Question(question), language))
    computed = answer.figures[-1]
    assert (computed.value, computed.unit, computed.check) == (Decimal(value), unit, "computed")
    assert answer.answer.startswith(lead)
    assert [answer.figures[position].check for position in computed.inputs] == ["unchecked", "unchecked"]
    assert quote in answer.answer


@pytest.mark.parametrize(
    ("question", "language", "quote"),
    [
        ("Paljonko rahoitus on?", "fi", FI),
        ("Paljonko valtionavustuksia on?", "fi", FI),
        ("Kuinka suuri osa on hallintoa?", "fi", FI),
        ("What share of applicants were accepted?", "en", "Of 5000 applicants in 2021, most were accepted."),
        ("Kuinka suuri osa valtionavustuksista on maksettu?", "fi", FI),
        ("How much had been committed by the end of 2024?", "en", EN),
        ("Kuinka suuri osa hankkeista on valmis?", "fi", "Hankkeita on 40, ja niiden budjetti on 3 M€."),
        (
            "Paljonko rahaa jäi käyttämättä?",
            "fi",
            "Tukeen varattiin 300 000 euroa, josta jäi käyttämättä 43 000 euroa.",
        ),
        ("Montako seteliä jäi saamatta?", "fi", "Rahaa varattiin 300 000 euroa, josta saatiin 43 000 euroa."),
        ("Montako on hyväksymättä vuonna 2024?", "fi", "Vuonna 2023 hakemuksia oli 90, joista hyväksyttiin 40."),
    ],
)
def test_nothing_is_computed_that_is_not_asked(question: str, language: Language, quote: str) -> None:
    answer = told(quote, language)
    assert with_parts(answer, understand(Question(question), language)) == answer


@pytest.mark.parametrize(
    ("question", "quote", "status"),
    [
        (
            "Mikä osuus hakemuksista hyväksyttiin?",
            "Hakemuksia saapui 84 ja rahaa haettiin 14,9 milj. euroa.",
            "not_found",
        ),
        ("Mikä osuus hakemuksista hyväksyttiin?", "Hakemuksista hyväksyttiin noin kolmannes.", "answered"),
        ("Mikä osuus hakemuksista hyväksyttiin?", "Hakemuksista hyväksyttiin 35 %.", "answered"),
        ("Mikä osuus hakemuksista hyväksyttiin?", "Hakemuksista hyväksyttiin kaksi prosenttia.", "answered"),
        ("Kumpi käytti enemmän rahaa, Aho vai Boo?", "Toteutunut rahankäyttö: 148 000", "not_found"),
        ("Kumpi käytti enemmän rahaa, Aho vai Boo?", "Aho käytti 148 000 ja Boo 960 000 euroa.", "answered"),
        ("Kumpi käytti enemmän rahaa, Aho vai Boo?", "Boo käytti enemmän kuin Aho.", "answered"),
        ("Mikä Kaste-hankkeista on suurin?", "Kaste-hankkeilla on yli 400 käytäntöä.", "not_found"),
        ("Mikä Kaste-hankkeista on suurin?", "Hankkeista suurin on Aho.", "answered"),
        ("Mikä Kaste-hankkeista on suurin?", "Käyttö on suurinta Ahossa.", "answered"),
        ("Paljonko tuki kasvoi vuodesta 2019 vuoteen 2020?", "Vuonna 2019 tukea myönnettiin 362 euroa.", "not_found"),
        ("Paljonko tuki kasvoi vuodesta 2019 vuoteen 2020?", "Tuki kasvoi 18 euroa.", "answered"),
        ("Paljonko tuki kasvoi vuodesta 2019 vuoteen 2020?", "Tuki oli 362 € (2019) ja 380 € (2020).", "answered"),
        ("Paljonko tuki kasvoi vuodesta 2019?", "Vuonna 2019 tukea myönnettiin 362 euroa.", "not_found"),
        ("Paljonko suurempi Ahon tuki on kuin Boon?", "Ahon tuki on 40 euroa ja Boon tuki 30 euroa.", "not_found"),
        ("Paljonko suurempi Ahon tuki on kuin Boon?", "Ahon tuki on 10 euroa suurempi kuin Boon.", "answered"),
        ("Paljonko tiemäärärahat olivat vuonna 2020?", "Määrärahoja nostettiin 300 milj. eurolla.", "not_found"),
        ("Paljonko tiemäärärahoja nostettiin?", "Määrärahoja nostettiin 300 milj. eurolla.", "answered"),
        ("Paljonko avustuksia on maksettu?", "Maksatuksia oli tehty jo 360 miljoonalla eurolla.", "answered"),
        ("Paljonko kulut ylittivät talousarvion?", "Talousarvion kulut olivat 40 euroa.", "not_found"),
        ("Mikä oli keskimääräinen avustus?", "Avustusta myönnettiin 90 euroa 3 hankkeelle.", "not_found"),
        ("Paljonko avustus oli keskimäärin?", "Avustusta myönnettiin 90 euroa 3 hankkeelle.", "not_found"),
        ("Mikä on nettokustannusten summa?", "Nettokustannukset kasvavat 3,1 %.", "not_found"),
        ("Paljonko kunnan ylijäämä oli?", "Velka oli 40 euroa asukasta kohden.", "not_found"),
        ("Paljonko kunnan ylijäämä oli?", "Tulos oli 40 euroa ylijäämäinen.", "answered"),
        ("Montako kävijää oli yhteensä?", "Kyselyyn vastasi 240 kävijää.", "not_found"),
        ("Montako kävijää vastasi kyselyyn?", "Kyselyyn vastasi 240 kävijää.", "answered"),
    ],
)
def test_nothing_else_is_told_for_a_share_a_change_the_most_or_which_of_two(
    question: str, quote: str, status: str
) -> None:
    assert fitting(understand(Question(question), "fi"), told(quote, "fi")).status == status


def test_what_one_of_several_places_received_is_told_where_it_is_named() -> None:
    quote = "Yhteensä avustuksia haettiin 2,3 miljoonaa euroa."
    page = document_of(f"{quote}\nEspoo 5 000 euroa\nLohja 4 000 euroa\nSalo 3 000 euroa").pages[0]
    asked = understand(Question("Paljonko Lohja sai?"), "fi")
    assert of_places_named(asked, told(quote, "fi"), lambda _, __: page).status == "not_found"
    alone = document_of(f"Lohjan hanke\n{quote}").pages[0]
    assert of_places_named(asked, told(quote, "fi"), lambda _, __: alone).status == "answered"
