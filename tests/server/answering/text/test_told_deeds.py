"""What tells a deed, its doers, its days, its cause or its condition, and what only seems to."""

from dataclasses import replace

from server.answering.answer import Answer, Question
from server.answering.text.fitting_pieces import fitting_first
from server.answering.text.fragments import dates_its_page
from server.answering.text.near_misses import tells_other_time
from server.answering.text.passages import ask, evidence_for, understand
from server.answering.text.units import units_of
from server.answering.words.kinds import wanted_of
from server.answering.words.matching import content_words
from tests.server.answering.text.test_refusal import pieces
from tests.server.answering.text.test_text_answers import Words

STUDY = (
    "Työssä on kaksi osaa; toisessa toteutettiin Kivirannan asukaskysely, jolla kartoitettiin toiveita laiturista.\n"
)
COMMITTEES = "The joint meetings of the committee usually take place on Fridays after the session.\n"
FORM = "Lausuntoa ei kuitenkaan tarvita, jos kalastat omasta veneestä.\n\nLausunnon antaa kalastusneuvoja.\n"
CHAIRED = "Pohjoisranta\n\nSaaristopolitiikan neuvosto ohjaa työtä. Kunnanjohtaja toimii neuvoston puheenjohtajana.\n"
TAX = (
    "Kokonaisveneveroa ei koroteta kunnan päätöksillä.\n\n"
    "Kunta ei päätösperäisesti korota kokonaisveneveroa.\n\n"
    "Saariston kasvun turvaamisen vuoksi taloutta ei korjata kokonaisveneveroa korottamalla.\n"
)


def told(question: str, text: str, title: str = "Asiakirja") -> Answer:
    return ask(Question(question), Words({"c/a.txt": (title, text)}))


def test_how_many_did_something_is_told_by_no_other_number() -> None:
    assert told("Kuinka moni vastasi Kivirannan asukaskyselyyn?", STUDY).status == "not_found"


def test_what_is_done_every_week_is_told_by_its_days() -> None:
    assert "on Fridays" in told("When do the joint meetings of the committee usually take place?", COMMITTEES).answer


def test_in_what_case_something_is_so_is_told_by_a_condition() -> None:
    assert told("Milloin lausuntoa ei tarvita?", FORM).answer.startswith(
        "Lausuntoa ei kuitenkaan tarvita, jos kalastat"
    )


def test_who_chairs_may_be_an_officer_without_a_name() -> None:
    said = told("Kuka on neuvoston puheenjohtaja?", CHAIRED)
    assert said.answer == "Kunnanjohtaja toimii neuvoston puheenjohtajana. [1]"


def test_why_is_told_by_the_sentence_that_has_a_cause() -> None:
    assert told("Miksi kokonaisveneveroa ei koroteta?", TAX).answer.startswith("Saariston kasvun turvaamisen vuoksi")


def test_those_who_do_something_are_told_by_a_sentence_and_by_no_list_of_deeds() -> None:
    text = (
        "Suunnitelman valmistelevat kalastajat sekä lauttayhtiö asukkaita kuullen.\n\n"
        "Valmistelu toteutui keväällä. Suunnitelmia oli kolme:\n\n"
        " • Alueella on laadittu suunnitelma satamasta\n • Alueella on valmisteltu lauttaa\n"
    )
    assert told("Ketkä valmistelevat lauttaliikenteen suunnitelman?", text).answer.startswith("Suunnitelman valmistel")


NEWS = (
    "Skärgårdsrådet behandlar bryggan i augusti\n\n21.6.2023\n\nByutskottet sammanträdde för att diskutera bryggan.\n\n"
    "Rådet ska behandla ärendet på ett extra möte i augusti.\n"
)


def test_the_date_of_a_page_is_that_of_no_deed() -> None:
    said = told("När behandlar skärgårdsrådet bryggan?", NEWS, "Skärgårdsrådet behandlar bryggan i augusti")
    assert said.status == "not_found" or "augusti" in said.answer
    assert "21.6.2023" not in said.answer
    units = units_of(NEWS)
    dated = [NEWS[unit.start : unit.end] for unit in units if dates_its_page(NEWS, unit, units)]
    assert dated == ["21.6.2023"]


def test_a_number_after_a_dash_is_a_bullet_of_a_list() -> None:
    text = (
        "Ilmaislauttaan ovat oikeutettuja:\n- 6kk-6v ikäiset lapset\n- Saaressa asuvat\n- 65 v täyttäneet\n"
        "Jos et ole oikeutettu ilmaiseen lauttaan, saat lipun satamasta.\n"
    )
    said = told("Ketkä ovat oikeutettuja ilmaislauttaan?", text)
    assert said.answer == "• 6kk-6v ikäiset lapset\n• Saaressa asuvat\n• 65 v täyttäneet [1]"
    assert units_of("Tulos\n- 12 500 euroa alijäämää kertyi\n")[-1].kind != "bullet"


def test_several_that_do_it_together_are_its_doers() -> None:
    text = "A dock warden, pilot or skipper will assess whether a boat belongs to the ferry group.\n"
    assert told("Who assesses whether a boat belongs to the ferry group?", text).status == "answered"


def test_a_week_is_a_time() -> None:
    text = "Laiturin korjaukset käynnistyvät viikolla 43.\n\nLaituri on Kivirannassa.\n"
    assert told("Milloin laiturin korjaukset käynnistyvät?", text).status == "answered"


def test_the_state_of_something_is_told_by_the_line_that_names_it() -> None:
    text = "Hankkeiden tilanne\n\n• Alueilla on käynnistymisvaihe\n• Kansallinen lauttakeskus toiminnassa\n"
    question = "Mikä on kansallisen lauttakeskuksen tilanne?"
    evidence = evidence_for(understand(Question(question)), Words({"c/a.txt": ("Asiakirja", text)}))
    named = next(piece for piece in evidence.pieces if "lauttakeskus" in piece.text)
    other = replace(next(piece for piece in evidence.pieces if "Alueilla" in piece.text), missing=())
    likelier = replace(other, score=named.score + 1.0, signals=replace(other.signals, coverage=0.4))
    assert fitting_first([likelier, named], evidence.wanted, question)[0].text == named.text


def test_who_answers_for_something_may_be_a_swedish_government() -> None:
    said = told("Vem ansvarar för fyrarna på Norrö?", "För fyrarna på Norrö ansvarar Norrös landskapsregering.\n")
    assert "landskapsregering" in said.answer


def test_a_statement_is_given_on_the_day_that_it_bears() -> None:
    text = "Lausunto\n\nRantakunnan hallitus\n12.3.2031\n\nLausunto ranta-alueista\n\nRantakunta pitää esitystä hyvänä."
    assert told("Milloin Rantakunta antoi lausunnon?", text, "Lausunto").answer.startswith("12.3.2031")
    assert told("Milloin Rantakunta antoi avustuksen?", text, "Lausunto").status == "not_found"
    other = text.replace("Lausunto", "Tiedote", 1)
    assert told("Milloin Rantakunta antoi lausunnon?", other, "Tiedote").status == "not_found"


def test_who_does_something_is_told_across_languages_by_that_deed_alone() -> None:
    text = "Saariverkon tukena toimivat Laituripalvelun oppimisryhmät. Laituripalvelu on satamien yhteinen verkosto."
    asked = Question("Vem leder Laituripalvelu?")
    assert ask(asked, Words({"a": ("Saaret", text)})).status == "not_found"
    assert "Satamaseura" in ask(asked, Words({"a": ("Saaret", f"{text} Laituripalvelua johtaa Satamaseura.")})).answer


def test_until_when_something_goes_on_is_told_by_its_end() -> None:
    question = "Mihin asti venetukien käyttöaika jatkuu?"
    (found,) = pieces(question, "Tuet", "Myönnettyjen venetukien käyttöaika päättyy 31.12.2033.")
    words = content_words(question, "fi")
    assert not tells_other_time(found, words, wanted_of(question), question, "fi")


def test_who_answers_for_the_whole_is_told_rather_than_who_answers_for_a_part() -> None:
    text = (
        "Merilaitos vastaa veneohjelman teknisestä toimeenpanosta. Ohjelmasta vastasi ja sitä toteutti satamaministeriö"
        " yhteistyössä kuntien kanssa."
    )
    told = ask(Question("Kuka vastasi veneohjelmasta?"), Words({"a": ("Veneohjelma", text)}))
    assert "satamaministeriö" in told.answer.split("[1]")[0]


def test_who_leads_is_not_told_by_a_word_for_the_government() -> None:
    text = "Suunnitelman pohjalta tulevat hallitukset valitsevat venealan painopisteet ja toimeenpanon keinot."
    told = ask(Question("Kuka johtaa suunnitelman toimeenpanoa?"), Words({"a": ("Suunnitelma", text)}))
    assert told.status == "not_found"


def test_a_short_form_in_brackets_contradicts_no_doer() -> None:
    first = "Hanke on osa venealan kasvuohjelmaa, jonka rahoittaa Merirahasto."
    second = "Venealan kasvuohjelmalla (VKO) rahoitetaan laitureita."
    told = ask(Question("Kuka rahoittaa venealan kasvuohjelmaa?"), Words({"a": ("A", first), "b": ("B", second)}))
    assert "Merirahasto" in told.answer
    assert "eri tavoin" not in told.answer


def test_of_two_as_likely_numbers_the_fuller_sentence_tells_it() -> None:
    text = (
        "Saarten ratkaisun mukaan saarilla olisi neljä venealuetta.\n\nEsityksen mukaan Suomeen muodostettaisiin 21"
        " venealuetta."
    )
    told = ask(Question("Kuinka monta venealuetta Suomeen muodostettaisiin?"), Words({"a": ("Esitys", text)}))
    assert "21 venealuetta" in told.answer.split("[1]")[0]


def test_the_same_body_in_another_language_is_no_other_body() -> None:
    finnish = "Venealan tutkimuskeskus vastaa ohjelman strategisesta johtamisesta."
    swedish = "Båtforskningscentralen ansvarar för programmets strategiska ledarskap och övervakar det i hela landet."
    source = Words({"a": ("Ohjelma", finnish), "b": ("Programmet", swedish)})
    told = ask(Question("Kuka vastaa ohjelman strategisesta johtamisesta?"), source)
    assert told.answer.startswith("Venealan tutkimuskeskus vastaa")


DATES = (
    "Veneohjelma\n\nAsettamispäivä 10.12.2033\n\nVeneohjelma käynnistyi vuonna 2034. Tavoitteet asetetaan vuoteen 2040."
)


def test_the_day_of_one_deed_is_not_that_of_another() -> None:
    source = Words({"a": ("Veneohjelma", DATES)})
    assert "2034" in ask(Question("Milloin veneohjelma käynnistyi?"), source).answer.split("[1]")[0]
    assert "10.12.2033" in ask(Question("Mikä on veneohjelman asettamispäivä?"), source).answer
    assert "2040" not in ask(Question("Milloin veneohjelman tavoitteet asetettiin?"), source).answer
