"""Pieces that have much of a question and not what it asks: refused, or put behind those that have it."""

from server.answering.answer import Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

PHASES = """1. vaihe
– Hankeaika: 1.1.2022–31.12.2022
– Nykytilan kartoitukset
2. vaihe
– Hankeaika: 1.1.2023–31.12.2025
– Kehittämistoimenpiteet
"""


def said(question: str, *texts: str) -> str:
    """Return the answer, or the status of none."""
    answered = ask(Question(question), Words({f"{order}.txt": ("Hanke", text) for order, text in enumerate(texts)}))
    return answered.answer if answered.status == "answered" else answered.status


def test_a_name_without_the_deed_tells_of_no_doer() -> None:
    text = "Osaamiskeskus järjesti Kirjaamisfoorumin, johon osallistui 579 asiantuntijaa."
    assert said("Kuka johtaa alueen osaamiskeskusta?", text) == "not_found"
    assert "Maija Korpela" in said("Kuka johtaa osaamiskeskusta?", text, "Osaamiskeskusta johtaa Maija Korpela.")


def test_yes_or_no_takes_most_of_what_is_asked() -> None:
    lowered = said("Alennetaanko kurssin pääsyvaatimuksia tai maksuja?", "Kurssia uudistetaan.")
    assert lowered == "not_found"
    told = "Kurssin pääsyvaatimuksia ei kuitenkaan alenneta."
    assert told in said("Alennetaanko kurssin pääsyvaatimuksia?", "Kurssia uudistetaan.", told)


def test_where_money_comes_from_is_told_by_its_source() -> None:
    amount = "Ohjelman rahoitus: Silta 1 346 190 €, 100 %"
    assert said("Mistä ohjelman rahoitus tulee?", amount) == "not_found"
    source = "Ohjelman rahoitus saadaan rakennerahastosta ja kunnilta."
    assert source in said("Mistä ohjelman rahoitus tulee?", amount, source)
    assert "The programme is funded by the Union." in said(
        "Who funds the programme?", "The programme has 20 grants of Silta.", "The programme is funded by the Union."
    )


def test_whom_to_ask_is_told_below_a_heading_for_it() -> None:
    text = (
        "Yhdistys sai avustuksen juhlan järjestämiseen.\n\nLisätiedot:\n\nsihteeri Oili Niemi, oili.niemi(at)silta.fi"
    )
    assert "Oili Niemi" in said("Keneltä saa lisätietoja yhdistyksen avustuksesta?", text)
    assert said("Keneltä saa lisätietoja yhdistyksen avustuksesta?", text.split("\n", maxsplit=1)[0]) == "not_found"


def test_whether_something_still_goes_on_is_told_by_its_end() -> None:
    begun = "Kerhojen tueksi on käynnistetty Harrastus-ohjelma."
    ended = "Harrastus-ohjelma on päättynyt keväällä."
    assert "päättynyt" in said("Onko Harrastus-ohjelma vielä käynnissä?", begun, ended)
    assert said("Onko Harrastus-ohjelma vielä käynnissä?", begun) == "not_found"


def test_a_compounds_last_part_counts_where_its_first_stands_by_it() -> None:
    text = "Vuoden järjestöavustukset julistettiin haettavaksi. Määräaikaan mennessä saapui yhteensä 17 hakemusta."
    assert "17 hakemusta" in said("Montako järjestöavustushakemusta saapui määräaikaan mennessä?", text)
    other = "Vuoden matkatuki julistettiin haettavaksi. Määräaikaan mennessä saapui yhteensä 17 tarjousta."
    assert said("Montako järjestöavustushakemusta saapui määräaikaan mennessä?", other) == "not_found"


def test_a_line_that_leads_to_another_page_answers_nothing() -> None:
    link = "Toimivia malleja: Painopisteen siirtäminen ennakoivaan työhön (thl.fi)"
    assert said("Mitä painopisteen siirtäminen ennakoivaan työhön vaatii?", link) == "not_found"


def test_a_deed_that_has_other_names_must_be_told_by_one_of_them() -> None:
    text = "Ministeriö koordinoi osaltaan kestävän kasvun ohjelmaa."
    assert said("Kuka ministeriössä johtaa kestävän kasvun ohjelmaa?", text) == "not_found"
    assert "Oili Niemi" in said("Kuka johtaa kasvun ohjelmaa?", "Kasvun ohjelman vetäjä on Oili Niemi.")


def test_a_short_question_for_a_time_needs_what_it_is_of() -> None:
    text = "The call for applications is open from 8 December 2025 to 16 January 2026."
    assert said("When do applicants hear about their application?", text) == "not_found"
    assert "16 January 2026" in said("Until when is the call for applications open?", text)


def test_so_many_things_are_told_by_what_they_are() -> None:
    text = "Strategian väliarviointi tehtiin keväällä. Strategian kolme toimintalinjaa ovat asuminen, nuoriso ja työ."
    assert "asuminen, nuoriso ja työ" in said("Mitkä ovat strategian toimintalinjat?", text)


def test_when_something_may_begin_is_told_by_what_must_be_done_before() -> None:
    text = (
        "Hankkeen voi aloittaa omalla riskillä, kun hakemus on tullut vireille."
        " Hakemus tulee vireille heti, kun se on lähetetty."
    )
    assert "heti, kun se on lähetetty" in said("Milloin hakemus tulee vireille?", text)
    assert "kun hakemus on tullut vireille" in said("Milloin hankkeen voi aloittaa omalla riskillä?", text)


def test_what_a_year_is_of_is_not_the_year() -> None:
    text = "Prioriteringar för år 2021:\n\n• Barns psykiska välmående\n• Sommarläger\n• Lekplatser"
    assert "• Sommarläger" in said("Vilka är prioriteringarna för år 2021?", text)


def test_a_unit_tells_what_is_measured_without_its_name() -> None:
    size = "Hiitolan kunnan koko on 1 234 neliökilometriä, ja siellä asuu 5 600 ihmistä."
    assert size in said("Mikä on Hiitolan kunnan pinta-ala?", size)
    assert said("Mikä on Hiitolan kunnan pinta-ala?", "Hiitolan kunnassa on 1 234 järveä.") == "not_found"


def test_what_is_said_in_other_words_is_told_where_all_else_is_surely_of_it() -> None:
    book = "Oili Niemen teos Rannan linnut (1985) on käännetty ruotsiksi."
    assert book in said("Which book did Oili Niemi create in 1985?", book, "Veneitä vuokrataan rannalta.")
    other = "Oili Niemi kalasti vuonna 1985 järvellä veljensä kanssa."
    assert said("Which book did Oili Niemi create in 1986?", other, "Veneitä vuokrataan rannalta.") == "not_found"


def test_what_shall_be_reached_by_a_year_says_nothing_of_when_it_was_done() -> None:
    text = "The goal of the reform is to strengthen the Forest Act and make the region carbon neutral by 2035."
    assert said("When was the Forest Act passed?", text) == "not_found"
    told = "The Forest Act was passed in 2029."
    assert "2029" in said("When was the Forest Act passed?", text, told)


def test_a_kind_told_by_a_letter_is_no_other_kind() -> None:
    letters = (
        "Tukea myönnetään:\n\n• hanketukena uusien mallien kehittämiseen (C-tuki)\n"
        "• yleistukena vakiintuneeseen toimintaan (A-tuki)\n"
    )
    assert "hanketukena" in said("Mikä on C-tuki?", letters)
    assert said("Mikä on D-tuki?", letters) == "not_found"


def test_a_place_is_not_the_one_whose_name_ends_in_its_own() -> None:
    text = "Keski-Pohjanmaan alueella on 68 021 asukasta."
    assert "68 021" in said("Kuinka monta asukasta Keski-Pohjanmaan alueella on?", text)
    assert said("Kuinka monta asukasta Pohjanmaan alueella on?", text) == "not_found"


def test_what_came_in_was_not_approved() -> None:
    text = "Säätiö vastaanotti 888 hakemusta vuonna 2031."
    assert said("Kuinka monta hakemusta säätiö hyväksyi vuonna 2031?", text) == "not_found"
    assert "888" in said("Kuinka monta hakemusta säätiö sai vuonna 2031?", text)


def test_who_is_asked_of_is_not_who_does_it() -> None:
    text = "Rannan ELY-keskus päällystää tänä vuonna kolmekymmentä kilometriä väyliä."
    assert said("Kuka johtaa Rannan ELY-keskusta?", text) == "not_found"


VACCINES = """Vaccinationer i höst

Kommunen erbjuder tyfusvaccinationer och koleravaccinationer.

Tyfusvaccinationer

Följande grupper får avgiftsfritt tyfusvaccin:

- gravida
- personer över 70 år

Koleravaccinationer

Koleravaccinet skyddar mot en allvarlig magsjukdom.
"""


def test_a_list_of_another_thing_of_the_same_kind_is_not_told() -> None:
    assert "gravida" in said("Vilka får avgiftsfritt tyfusvaccin?", VACCINES)
    assert "gravida" not in said("Vilka får avgiftsfritt koleravaccin?", VACCINES)


def test_a_date_is_told_without_the_list_that_its_sentence_leads() -> None:
    text = "Seteli otetaan käyttöön seuraavissa palveluissa 1.3.2031 alkaen:\n\n• Hieronta\n• Jumppa\n"
    assert "1.3.2031" in said("Milloin seteli otetaan käyttöön?", text)
    assert "Jumppa" in said("Missä palveluissa seteli otetaan käyttöön?", text)


def test_an_end_is_not_told_by_a_beginning() -> None:
    text = "Tukea leikkipuistoille\n\nHakuaika alkaa 3.2.2031.\n\nHakuaika päättyy 9.3.2031 klo 16.15.\n"
    assert "9.3.2031" in said("Milloin hakuaika päättyy?", text)
    swedish = "Stöd för lekplatser\n\nAnsökningstiden börjar den 3.2.2031.\n\nAnsökningstiden går ut den 9.3.2031.\n"
    assert "9.3.2031" in said("När går ansökningstiden för lekplatser ut?", swedish)
    assert "3.2.2031" not in said("Milloin hakuaika päättyy?", text.replace("Hakuaika päättyy 9.3.2031 klo 16.15.", ""))


def test_a_value_takes_a_number_that_is_no_section_of_a_law() -> None:
    text = "Hallintosäännön 46 §:n mukaan hallitus päättää setelin ehdoista ja arvosta."
    assert said("Mikä on setelin arvo?", text) == "not_found"
    assert "35 euroa" in said("Mikä on setelin arvo?", text, "Setelin arvo on 35 euroa.")


def test_one_body_is_not_another_with_the_same_first_part() -> None:
    text = "Puistolan kaupunginvaltuusto hyväksyi talousarvion.\n\nKaupunginhallitus lisäsi rahaa lukion tukeen."
    assert "lukion tukeen" in said("Mihin kaupunginhallitus lisäsi rahaa Puistolan talousarviossa?", text)


def test_days_without_a_year_are_a_time() -> None:
    assert "24.6-2.8" in said("När står bokbussen?", "Bokbussen står under tiden 24.6-2.8 men kör annars.")
    assert "för renovering" in said("Varför är biblioteket stängt?", "Biblioteket är stängt för renovering i sommar.")


MOVES = """Verksamheten flyttar

Kvarnbackens hälsostation upphör den 5 december. All verksamhet flyttar till Lindgatan 7 den 7 december.

I brevet står om besöket sker i Nyhuset.

Jouren flyttar som det sista den 9 december.
"""


def test_where_is_told_by_a_place() -> None:
    text = "Jumppasalin henkilöstöllä on käytössään kuusi huonetta.\n\nJumppasali muuttaa Kivikosken kouluun."
    assert said("Minne jumppasali muuttaa?", text).startswith("Jumppasali muuttaa Kivikosken kouluun.")
    assert said("Minne jumppasali muuttaa?", text.split("\n", maxsplit=1)[0]) == "not_found"
    swedish = "Gymmet har sex rum för personalen som flyttar, och det är många som inte har sett dem ännu.\n"
    assert said("Vart flyttar gymmet?", swedish) == "not_found"
    assert "Lindgatan 7" in said("Vart flyttar verksamheten på Kvarnbackens hälsostation?", MOVES)


def test_a_holiday_is_told_of_itself_alone() -> None:
    text = "Kyrkbyns bibliotek\n\n24–26.12 Jul, stängt. Personalen betjänar annars kl. 10–17.\n"
    assert said("När är Kyrkbyns bibliotek öppet på midsommar?", text) == "not_found"


def test_a_beginning_is_not_told_by_an_end() -> None:
    text = "Uimahallin hakuaika päättyy 3.5.2031."
    assert said("Milloin uimahallin hakuaika alkaa?", text) == "not_found"
    assert "4.4.2031" in said("Milloin uimahallin hakuaika alkaa?", text, "Uimahallin hakuaika alkaa 4.4.2031.")


def test_which_ones_are_told_by_name() -> None:
    text = "Kirkonkylän kirjasto\n\nPerjantai 6.12 suljettu.\n\nPuron kirjasto\n\nPerjantai 6.12 avoinna.\n"
    assert said("Mitkä kirjastot ovat suljettu perjantaina 6.12?", text) == "not_found"


def test_who_may_apply_is_not_what_may_be_applied_for() -> None:
    text = "Puistoavustusta voi hakea myös kiertueeseen.\n\nPuistoavustuksen hakijana voi olla yhdistys tai kunta."
    assert said("Kuka voi hakea puistoavustusta?", text).startswith("Puistoavustuksen hakijana voi olla yhdistys")


def test_times_are_no_count_of_things() -> None:
    assert (
        said("Kuinka monta hakemusta virasto sai?", "Viraston hakemukset kootaan 2–4 kertaa vuodessa.") == "not_found"
    )


def test_languages_are_told_by_their_names() -> None:
    applied = "Avustusta haetaan Laaksolan kunnalta sähköisellä lomakkeella."
    assert said("Millä kielillä avustusta voi hakea Laaksolan kunnalta?", applied) == "not_found"
    both = "Lomakkeen voi täyttää suomeksi tai ruotsiksi."
    assert both in said("Millä kielillä avustusta voi hakea Laaksolan kunnalta?", f"{applied} {both}")


def test_grounds_are_told_before_what_only_speaks_of_the_matter() -> None:
    text = (
        "Laaksolan koulun korjausvaihtoehdon suunnitelma on laadittu Tiili Oy:n toimesta."
        " Suunnitelma perustuu valtuuston linjaukseen siitä, että korjaus on uutta rakennusta halvempi."
    )
    told = said("Millä perusteella Laaksolan koulun korjausvaihtoehtoon päädyttiin?", text)
    assert told.startswith("Suunnitelma perustuu valtuuston linjaukseen")


def test_who_does_something_is_no_place() -> None:
    text = "Rantatien kunnostustyöt alkoivat kesäkuussa Mikkelistä Savonlinnaan päin."
    assert said("Kuka urakoi Rantatien kunnostustyöt?", text) == "not_found"


def test_another_body_has_another_chair() -> None:
    text = "Valmisteluryhmän puheenjohtajana toimii valtiosihteeri Meri Salokannel."
    assert "Meri Salokannel" in said("Kuka on valmisteluryhmän puheenjohtaja?", text)
    assert said("Kuka on kriisiministerityöryhmän puheenjohtaja?", text) == "not_found"


def test_the_invitation_to_a_meeting_is_no_time_of_the_next_one() -> None:
    called = "Valtuuston kokous on laillinen. Valtuuston kokouskutsu toimitettiin jäsenille 23.1.2031."
    assert said("Milloin valtuuston seuraava kokous on?", called) == "not_found"
    assert "5.3.2031" in said("Milloin valtuuston seuraava kokous on?", f"{called} Seuraava kokous on 5.3.2031.")


def test_an_item_of_what_is_not_so_is_not_told_beside_what_is() -> None:
    text = (
        "Kunnat voivat hakea avustusta vain, jos kohde on suojeltu lailla.\n\nAvustusta eivät voi hakea:\n\n"
        "- yhdistykset, jotka ovat oikeutettuja hakemaan muuta avustusta, tai\n- valtion virastot.\n"
    )
    told = said("Millä perusteella kunta voi hakea avustusta?", text)
    assert "suojeltu lailla" in told
    assert "yhdistykset" not in told


def test_what_somebody_earns_is_an_amount() -> None:
    text = "Laaksolas representant i Viken är utsedd. Uppdraget är tillsatt på fyra månader."
    assert said("Vad tjänar Laaksolas representant i Viken?", text) == "not_found"


def test_who_was_elected_to_an_office_has_a_name() -> None:
    text = "Nuorisovaltuusto valitsee itse puheenjohtajan ja sihteerin. Sihteeriksi valittiin Oili Niemi."
    assert said("Kuka valittiin nuorisovaltuuston sihteeriksi?", text).startswith("Sihteeriksi valittiin Oili Niemi.")


def test_a_row_of_numbers_without_its_columns_answers_nothing() -> None:
    table = "Hanketuet\n\nAlue 2020 2021 yhteensä\nSilta 1 200 000 3 400 000 4 600 000\nKoivula 200 000 300 000 500 000"
    assert said("Mikä on Sillan hanketukien tilanne vuonna 2021?", table) == "not_found"
    assert "tarkistetaan" in said(
        "Mikä on Sillan hanketukien tilanne vuonna 2021?", table, "Sillan hanketukien tilanne tarkistetaan vuonna 2021."
    )


def test_an_agency_with_a_country_s_name_tells_no_language() -> None:
    text = "The Finnish Harbour Service is arranging an open house where visitors can ask questions on Friday."
    assert said("In which languages can visitors ask questions at the open house?", text) == "not_found"


def test_a_list_of_as_many_things_of_another_kind_is_not_the_one_asked_for() -> None:
    text = "Vihreän sillan ohjelma\n\n• Kevätjuhla\n• Syysjuhla\n• Talkoot\n• Retki\n"
    other = "Vihreän sillan ohjelman pilari 4 on väri."
    assert "Talkoot" not in said("Mitkä ovat Vihreän sillan ohjelman neljä pilaria?", text, other)
    pillars = text.replace("ohjelma\n", "ohjelman pilarit\n")
    assert "Talkoot" in said("Mitkä ovat Vihreän sillan ohjelman neljä pilaria?", pillars, other)
    levels = text.replace("ohjelma\n", "ohjelman kehittäminen on käynnissä. Sisällöt ovat neljäntasoisia:\n")
    assert "Talkoot" in said("Mitkä ovat neljä tasoa Vihreän sillan kehittämisessä?", levels, other)


def test_an_officer_of_state_is_no_secretary_of_a_body() -> None:
    text = "Lahtihankkeen raportin luovutti hankkeen seurantaryhmän puheenjohtaja, valtiosihteeri Tuomo Salmela."
    assert "Salmela" in said("Kuka on Lahtihankkeen seurantaryhmän puheenjohtaja?", text)
    assert said("Kuka on Lahtihankkeen seurantaryhmän sihteeri?", text) == "not_found"


def test_a_name_alone_does_nothing() -> None:
    text = "Working group\n\nBerg, Ada\nMinistry of Ports\nRole: contact person\n"
    assert said("Who chairs the working group?", text) == "not_found"
    assert (
        said("Vem leder programmet Hamnen?", "Programmet Hamnen\n\nKlimatvänliga Vik 2030\n\nMålet är rent.")
        == "not_found"
    )


def test_an_acronym_does_what_its_sentence_says() -> None:
    text = (
        "HKV is responsible for assessing the state of the harbours in the programme. Projects of the Northern Port are"
        " responsible for evaluating their own work."
    )
    assert "“HKV is responsible" in said("Who is responsible for assessing the state of the harbours?", text)


def test_centres_of_one_kind_are_not_those_of_another() -> None:
    text = "HKV-keskukset\n\nAvustuksista päättävät satamakeskukset, jotka aloittavat toimintansa 1.1.2036."
    assert "1.1.2036" in said("Milloin satamakeskukset aloittavat toimintansa?", text)
    assert said("Milloin HKV-keskukset aloittivat toimintansa?", text) == "not_found"


def test_a_day_to_apply_by_is_no_beginning() -> None:
    text = "HKV-avustukset\n\nHakuaika alkaa 18.10.2031. Hakemukset tulee toimittaa viimeistään 30.11.2031 lomakkeella."
    assert said("Milloin HKV-avustusten hakuaika alkoi?", text).startswith("Hakuaika alkaa 18.10.2031")


def test_something_is_appointed_on_no_day_of_something_else() -> None:
    text = (
        "Final report by 31 December 2031\n\n• The evaluation aims to assess the aims of the reform in 2031 in relation"
        " to legislation\n• The evaluation will be carried out in 2031–2032\n"
    )
    assert said("When was the final evaluation of the reform appointed?", text) == "not_found"
