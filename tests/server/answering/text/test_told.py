"""What a sentence tells of what is asked: the measure of money, a place, a cause, a bound, a time before another."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.counting import counts
from server.answering.text.passages import ask, evidence_for, understand
from server.answering.text.refusal import says_each_word
from tests.server.answering.text.test_text_answers import Words

FUND = (
    "Rahastosta haettiin vuonna 2024 avustuksia yhteensä 2,8 miljoonan euron edestä.\n\n"
    "Palkinnon rahasto myönsi 40 000 euron suuruisena.\n"
)
SEMINAR = (
    "Seutuliitto järjesti 19. tammikuuta kyläseminaarin, jossa kyläyhdistykset esittelivät hankkeitaan.\n\n"
    "Kylämarkkinat järjestettiin samana iltana torilla.\n"
)
TOWNS = "Lausuntojen yhteydessä kaikki saariston kunnat ja Rantalan kaupunki päättivät irtautua kokeilusta.\n"
BOUNDS = (
    "Yhteinen esitys lisää työllisyyttä vähintään 10 000 työllisellä.\n\n"
    "Osa esityksestä lisää työllisten määrää 8 000 henkilöllä.\n"
)
LIMIT = (
    "Avustuksen käyttötarkoituksen muutosta on haettava viimeistään 30 päivää ennen käyttöajan päättymistä.\n\n"
    "Uuden kauden projektit avataan heti kun asetukset ovat valmiit.\n\n"
    "Kertomus kannattaa hyväksyä valtuustossa kauden alussa.\n"
)
ACT = (
    "Esityksessä ehdotetaan säädettäväksi laki työpajojen kokeilusta.\n\n"
    "Ehdotetun lain tavoitteena on tukea nuorten pääsyä työhön.\n\n"
    "Laki on tarkoitettu tulemaan voimaan 1 päivänä elokuuta 2024.\n"
)


def said(question: str, text: str, title: str = "Asiakirja") -> Answer:
    return ask(Question(question), Words({"c/a.txt": (title, text)}))


def test_what_was_applied_for_is_not_what_was_granted() -> None:
    assert said("Paljonko rahasto myönsi avustuksia vuonna 2024?", FUND).status == "not_found"
    assert "2,8 miljoonan" in said("Paljonko rahastosta haettiin avustuksia vuonna 2024?", FUND).answer


def test_a_place_is_told_by_a_word_in_a_case_of_place() -> None:
    assert said("Missä kyläseminaari järjestettiin?", SEMINAR).status == "not_found"
    assert said("Missä kylämarkkinat järjestettiin?", SEMINAR).answer.startswith("Kylämarkkinat järjestettiin")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Missä koulussa Aino Vuori opiskeli?", "Aino Vuori pääsi Rantalan opistoon opiskelijaksi.\n"),
        ("Missä Oili Niemi syntyi?", "Oili Niemi (1. maaliskuuta (J: 18. helmikuuta) 1885 Rantala) oli runoilija.\n"),
        ("Missä kylämarkkinat pidetään?", "Kylämarkkinat pidetään vanhalla kulmalla, jos sää sen sallii.\n"),
    ],
)
def test_a_place_is_told_by_a_name_or_beside_a_date_too(question: str, text: str) -> None:
    assert said(question, text).status == "answered"


def test_what_a_count_is_asked_by_must_stand_in_the_sentence() -> None:
    text = "Kyselyyn vastasi 105 henkilöä (n=105).\n\nMuita kyselyjä ei tehty.\n"
    assert said("Kuinka moneen kyselyyn vastasi 69 henkilöä?", text).status == "not_found"


DEBTS = (
    "Kaupunki sai vuonna 2024 kunnallista tuloveroa 26,4 miljoonaa euroa.\n\n"
    "Vuonna 2024 kaupungin laskennallinen lainanhoitokate oli 1,03.\n"
)


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("How much new debt did the city take in 2024?", "not_found"),
        ("How much income tax did the city get in 2024?", "answered"),
        ("How much funding did the city get in income tax in 2024?", "answered"),
        ("Mikä oli tuloveroprosentti vuonna 2023?", "not_found"),
        ("Mikä oli tuloveroprosentti vuonna 2020?", "answered"),
    ],
)
def test_money_is_told_of_what_it_is_asked_of_and_a_rate_of_the_year_asked_for(question: str, status: str) -> None:
    rates = "Vuosina 2014–2022 kaupungin tuloveroprosentti oli 21,75.\n"
    assert said(question, DEBTS if "How much" in question else rates).status == status


def test_the_sentence_behind_what_is_asked_gives_its_cause() -> None:
    text = "Siltalautakunnan määräraha ylittyi 50 000 eurolla. Ylitys selittyy Saaren kunnostuksen kustannuksista.\n"
    assert said("Miksi siltalautakunnan määräraha ylittyi?", text).answer.endswith(
        "Ylitys selittyy Saaren kunnostuksen kustannuksista. [2]"
    )


def test_a_sentence_that_only_repeats_the_question_tells_no_cause() -> None:
    assert said("Miksi Rantala irtautui kokeilusta?", TOWNS).status == "not_found"
    assert said("Mikä kaupunki irtautui kokeilusta?", TOWNS).status == "answered"


def test_a_least_number_is_told_by_a_sentence_that_says_so() -> None:
    answered = said("Kuinka monta työllistä esitys lisää ainakin?", BOUNDS)
    assert answered.answer.startswith("Yhteinen esitys lisää työllisyyttä vähintään 10 000 työllisellä.")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Viimeistään milloin käyttötarkoituksen muutosta on haettava?", "30 päivää ennen"),
        ("Milloin uuden kauden projektit avataan?", "heti kun asetukset ovat valmiit"),
        ("Milloin kertomus kannattaa hyväksyä?", "kauden alussa"),
    ],
)
def test_a_time_may_be_told_by_another_one(question: str, expected: str) -> None:
    assert expected in said(question, LIMIT).answer


@pytest.mark.parametrize("question", ["Mikä on ehdotetun kokeilulain tavoite?", "Milloin kokeilulaki tulee voimaan?"])
def test_the_last_part_of_a_compound_stands_for_it_in_a_text_of_its_others(question: str) -> None:
    evidence = evidence_for(understand(Question(question)), Words({"c/a.txt": ("Esitys", ACT)}))
    assert not evidence.pieces[0].missing


@pytest.mark.parametrize(
    ("question", "text", "counted"),
    [
        ("Kuinka monta raskaudenkeskeytystä tehtiin?", "Ehkäisy saatiin 15 kunnassa raskauden varalta.", False),
        ("Kuinka monta raskaudenkeskeytystä tehtiin?", "Raskaudenkeskeytyksiä tehtiin 15 vuoden aikana.", True),
    ],
)
def test_a_number_of_a_compound_is_none_of_its_first_part(
    question: str,
    text: str,
    counted: bool,  # noqa: FBT001  # a table's column
) -> None:
    evidence = evidence_for(understand(Question(question)), Words({"c/a.txt": ("Raportti", text)}))
    assert counts(evidence.pieces[0], str(evidence.wanted.noun), "fi") is counted


@pytest.mark.parametrize(
    ("question", "each"),
    [
        ("Milloin Kylätreffit järjestettiin?", True),
        ("Milloin Kylätreffit keskeytettiin?", False),
        ("Milloin Kylätori järjestettiin?", False),
    ],
)
def test_a_sentence_may_have_each_long_word_of_a_question(question: str, each: bool) -> None:  # noqa: FBT001
    text = "Hanke järjesti 19.9.2024 kouluttajille verkkotapahtuma Kylätreffit, johon osallistui 57 kouluttajaa."
    evidence = evidence_for(understand(Question(question)), Words({"c/a.txt": ("Raportti", text)}))
    assert says_each_word(evidence.pieces[0], evidence.wanted, question, "fi") is each


def test_the_bearer_of_a_title_has_no_digits_in_the_name() -> None:
    text = "Luomme Rantalan strategian V0 Lokakuussa 2024 käynnistyneessä prosessissa, jota vetää strategiajohtaja."
    assert said("Kuka on Rantalan strategiajohtaja?", text).status == "not_found"


def test_a_limit_of_money_may_be_a_share() -> None:
    text = "Sairaanhoitopiireille valtionavustus on enintään 50 prosenttia."
    assert "50 prosenttia" in said("Kuinka suuri valtionavustus on enintään sairaanhoitopiireille?", text).answer


def test_a_place_is_found_by_a_form_that_begins_otherwise() -> None:
    text = "Turun kaupunginhallitus päätti 16.5.2024 hakeutua mukaan kokeiluun."
    answered = said("När beslutade Åbo stadsstyrelse att söka sig till försöket?", text)
    assert "16.5.2024" in answered.answer


def test_one_minister_is_not_another() -> None:
    text = "Prime Minister Anna Berg presented the programme of the government to the parliament in the spring."
    assert said("Who was the finance minister of the government?", text).status == "not_found"


def test_what_of_a_long_line_is_asked_is_shown() -> None:
    text = (
        "Tunnistus Kuntien virkamiehen tunnistaminen Toteutus: 2017-2019 Kuntien yhteisen ratkaisun määrittely"
        + " ja prosessien kuvaus sekä palveluiden suunnittelu" * 12
        + " Hankkeen omistajat: Kuntapalvelu ja Kylien liitto Rahankäyttö: 148 000"
    )
    answered = said("Ketkä ovat Tunnistus-hankkeen omistajat?", text)
    assert answered.answer.startswith("… ")
    assert "Hankkeen omistajat: Kuntapalvelu ja Kylien liitto" in answered.answer


def test_slides_on_lines_of_their_own_are_not_joined() -> None:
    slides = "\n".join(
        f"{name} Kuntien {name.lower()}palvelujen uudistaminen Toteutus: {years}"
        + " Tuotokset ovat määrittely ja kuvaus sekä suunnitelma" * 6
        for name, years in (("Tunnistus", "2017-2018"), ("Talous", "2019-2020"))
    )
    answered = said("Milloin Talous-hanke toteutettiin?", slides)
    assert "2019-2020" in answered.answer
    assert "2017-2018" not in answered.answer


def test_a_swedish_line_that_begins_with_a_preposition_is_no_numbered_item() -> None:
    text = "I Norrviken driver vi ett nätverk. Kontakta vår regionutvecklare Maja Lind.\n"
    assert "I Norrviken driver vi" in said("Vad driver vi i Norrviken?", text).answer


def test_a_heading_of_a_part_does_not_tell_the_attribute_asked_for() -> None:
    text = "Tyngdpunktsområde 2: Socialt kapital\n\nVi stöder byarna och de unga där, med kurser, resor och läger.\n"
    assert said("Vilka är målsättningarna för tyngdpunktsområde 2?", text).status == "not_found"


def test_what_still_goes_on_is_told_by_what_says_so() -> None:
    past = "Stödet till byarna beviljades för projekt som var viktiga för regionen.\n"
    assert said("Beviljas stödet till byarna fortfarande?", past).status == "not_found"
    now = past + "\nStödet till byarna beviljas inte längre.\n"
    assert "inte längre" in said("Beviljas stödet till byarna fortfarande?", now).answer


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Missä kaupungissa Oili Maria Niemi syntyi?",
            "Oili Maria Niemi (23. helmikuuta 1905 Rantala – 15. maaliskuuta 1948 Turku) oli kirjailija.\n",
        ),
        (
            "Missä maakunnassa Koskelan Kehrätehdas sijaitsee?",
            "Koskelan Kehrätehdas on Satakunnan maakunnassa Rantalan laidalla.\n",
        ),
        (
            "Minä vuonna Saaren kyläkokeilu loppui?",
            "Saaren kyläkokeilu oli 30. marraskuuta 2019 – 13. maaliskuuta 2020 kolmen kunnan hanke.\n",
        ),
    ],
)
def test_what_a_place_or_a_stretch_of_time_says_needs_no_word_of_lying_or_ending(question: str, text: str) -> None:
    assert said(question, text).status == "answered"


def test_the_end_of_a_stretch_of_time_is_told_where_it_is_asked() -> None:
    text = "The Government has appointed Oili Niemi as the director for the term 1 June 2030 to 31 May 2035.\n"
    assert said("Until when is Oili Niemi's term?", text).answer.startswith("31 May 2035.")


def test_how_long_at_most_is_told_in_other_words_of_a_bound() -> None:
    text = (
        "• Hanketuet myönnetään kerralla koko hankeajalle, jonka kesto voi olla korkeintaan kolme vuotta.\n• Muu tuki\n"
    )
    assert "kolme vuotta" in said("Kuinka pitkä hanketuen hankeaika voi enintään olla?", text).answer


def test_a_decade_of_a_century_is_no_year() -> None:
    text = (
        "Den högsta summa som satsats på ett bygge i Rantala under 2000-talet är 18 miljoner euro för Nya skolan.\n\n"
        "Nya skolan byggdes 2017 till 2019 i Rantala.\n"
    )
    assert said("När byggdes Nya skolan?", text).answer.startswith("2017 till 2019.")


def test_hours_and_days_tell_when_something_is_open() -> None:
    text = "Rantalan kirjasto\n\nHenkilökunta on paikalla ti 15-19 ja pe 10-15.\n"
    assert "ti 15-19" in said("Milloin Rantalan kirjastossa on henkilökunta paikalla?", text).answer
    assert said("Milloin Rantalan kirjasto rakennettiin?", text).status == "not_found"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kuinka monelle kunnalle tukea jaetaan?", False),
        ("How many municipalities get support?", False),
        ("Kuinka monen kunnan hankkeisiin tukea haettiin?", True),
        ("Paljonko tukea jaettiin?", True),
    ],
)
def test_money_counts_nothing_but_money(question: str, told: bool) -> None:  # noqa: FBT001  # a parameter of the test
    text = "Tukea jaettiin kunnille noin 34 miljoonaa euroa.\n\nTukea haettiin kaikkien 22 kunnan hankkeisiin.\n"
    answer = said(question, text)
    assert answer.status == ("answered" if told else "not_found") or "22 kunnan" in answer.answer
    assert "34" not in answer.answer or question.startswith("Paljonko")


def test_an_age_counts_nobody() -> None:
    text = "Pilotti Aallokko: toimintamalli alle 5 v lasten perheille\n"
    assert said("Kuinka monta lasta osallistui Aallokko-pilottiin?", text).status == "not_found"


def test_a_name_that_is_not_told_is_named_whole() -> None:
    text = "Etelä-Niemen taidehanke sai 20 000 euroa kunnalta vuonna 2031.\n"
    refused = said("Paljonko Länsi-Niemen taidehanke sai vuonna 2031?", text)
    reason = refused.reason or ""
    assert refused.status == "not_found"
    assert "”Länsi-Niemen”" in reason
    assert reason.count("”") == 2


def test_a_sentence_that_but_repeats_the_question_is_told_with_what_follows() -> None:
    text = "Korjauksen yhteydessä tehdään myös toiminnallisia muutoksia. Hissi uusitaan ja kuntosali siirretään."
    told = ask(Question("Mitä toiminnallisia muutoksia korjauksessa tehdään?"), Words({"a.txt": ("Halli", text)}))
    assert "Hissi uusitaan" in told.answer


def test_a_limit_right_behind_what_is_applied_for_is_its_own() -> None:
    text = (
        "Laaksolan kunnan vapaa-aikalautakunta julistaa haettavaksi järjestöavustukset vuodelle 2031 alueen hyväksi."
        " Avustushaku on avoinna 9.10.2030 – 3.11.2030 klo 15:45 saakka."
    )
    asked = Question("Mihin mennessä Laaksolan järjestöavustusta on haettava?")
    assert "3.11.2030" in ask(asked, Words({"a.txt": ("Haku", text)})).answer


def test_a_contact_beside_one_without_an_address_is_told() -> None:
    text = (
        "Laaksolan kunnan järjestöavustusten haku on auki.\n\nYhteyshenkilöt\n"
        "Oili Niemi, avustussihteeri, oili.niemi(at)laaksola.example, p. 050 1234 567\n"
        "Viestinnän yhteyshenkilö: Eero Vuori, tiedottaja, Laaksolan kunta\n"
    )
    asked = Question("Kuka antaa lisätietoja Laaksolan järjestöavustuksista?")
    assert "Oili Niemi" in ask(asked, Words({"a.txt": ("Haku", text)})).answer


def test_whom_a_page_is_about_its_first_sentence_names() -> None:
    text = (
        "Laaksolan nuorisovaltuuston avulla voi vaikuttaa nuorten asioihin.\n\nKokoonpano\n\nNuorisovaltuustossa on"
        " puheenjohtaja ja varapuheenjohtaja sekä 14 muuta jäsentä.\n"
    )
    asked = Question("Montako jäsentä Laaksolan nuorisovaltuustossa on?")
    assert "14 muuta" in ask(asked, Words({"a.txt": ("Nuorisovaltuusto", text)})).answer


VILLAGES = (
    "Kylätalotuen myöntää alueen säätiö.\n\n"
    "Kylätalon tuella tarkoitetaan kokonaisuutta, joka muodostuu kunnostusavusta, neuvonnasta ja lainasta.\n\n"
    "Kylätalon tuki on harkinnanvarainen.\n"
)
REVIEW = "The next set of ferry fares will be decided in the council's autumn review session.\n"
PLANS = (
    "Seutuohjelma\n\n"
    "Seutusuunnitelmassa osoitetaan seudun kehitys pitkällä aikavälillä (20–30 vuotta).\n\n"
    "Seutuohjelmat laaditaan neljäksi vuodeksi kerrallaan. Ohjelman hyväksyy seutuvaltuusto.\n"
)


def test_a_whole_is_told_by_what_it_consists_of_in_any_form_of_its_name() -> None:
    assert said("Mistä kylätalon tuki koostuu?", VILLAGES).answer.startswith("Kylätalon tuella tarkoitetaan")


def test_a_time_may_be_told_by_what_happens_then() -> None:
    assert "review session" in said("When will the next ferry fares be decided?", REVIEW).answer


def test_how_long_a_plan_is_for_is_told_in_letters() -> None:
    assert said("Miten pitkäksi ajaksi seutuohjelma laaditaan?", PLANS).answer.startswith("Seutuohjelmat laaditaan")


def test_a_compound_may_be_told_by_its_last_part_beside_it() -> None:
    assert said("Kuka hyväksyy seutuohjelman?", PLANS).answer.startswith("Ohjelman hyväksyy seutuvaltuusto")


NOT_PAID = (
    "Kyläverkon tukea ei voi saada kustannuksiin, jotka syntyvät\n\n"
    "- liittymän viimeisestä 80 metristä\n- vanhan verkon purkamisesta\n"
)


def test_an_item_says_no_with_what_leads_its_list() -> None:
    answered = said("Voiko tukea saada liittymän viimeisestä 80 metristä?", NOT_PAID).answer
    assert answered.startswith("Kyläverkon tukea ei voi saada kustannuksiin, jotka syntyvät: liittymän viimeisestä")


def test_a_length_of_time_is_told_by_no_condition() -> None:
    text = "Seutu tarkistaa seutusopimuksen, mikäli laaditun seutusopimuksen rahoitus muuttuu.\n"
    assert said("Kuinka pitkäksi ajaksi seutusopimus laaditaan?", text).status == "not_found"


def test_a_number_in_a_sentence_of_all_that_is_asked_is_told_alone() -> None:
    text = "Laituritiimiin valittiin 12 jäsentä. Laituritiimin jäsenistä 4 oli kylistä."
    told = said("Kuinka monta jäsentä laituritiimiin valittiin?", text)
    assert told.answer == "Laituritiimiin valittiin 12 jäsentä. [1]"
