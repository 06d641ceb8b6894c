"""What tells a deed, its doers, its days, its cause or its condition, and what only seems to."""

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
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
