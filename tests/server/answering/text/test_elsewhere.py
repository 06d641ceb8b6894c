"""What a form of words tells: where it is told, whom to call, how long and how often, the day and not the month."""

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

CALL = (
    "Tukea rantojen hoitoon haetaan Rantalan seudulta.\n\n"
    "Tuen tarkemmat ehdot on kuvattu hakuilmoituksessa. Hakuilmoituksessa kerrotaan myös, miten tukea käytetään.\n\n"
    "Tukea käytetään uusiin laitureihin ja polkuihin.\n\n"
    "Seudun tilannekatsaus julkaistaan joka kuun ensimmäinen arkipäivä.\n"
)
CONTACTS = (
    "Seutuliitto vastaa rantojen hoidosta ja neuvoo kyliä hankkeiden suunnittelussa.\n\nLisätietoja\n\n"
    "Aino Vuorinen, suunnittelija, Seutuliitto, 0295 111 222, etunimi.sukunimi(at)seutu.fi\n"
    "Oili Niemi, johtaja, Seutuliitto, 0295 333 444, etunimi.sukunimi(at)seutu.fi\n"
)
PROGRAMME = (
    "Kesto:\n\n1.3.2031 – 31.12.2034\n\nVastuuyksikkö:\n\nRantojen hoito -yksikkö\n\n"
    "Mikä on Puhtaat rannat -ohjelma?\n\n"
    "Seutuliitto käynnisti Puhtaat rannat -ohjelman osaksi vesien suojelua vuonna 2031.\n"
)
SEARCH = (
    "Den andra ansökningsomgången för hamnar, som ordnades av kustförbundet, avslutades i början av oktober.\n\n"
    "Den andra ansökningsomgången för hamnar avslutades den 6 oktober 2031.\n"
)
TOWNS = (
    "Följande städer får bidrag för hamnar:\n\n"
    "Strandby stad för en jämförelse mellan hamnar i de sex största städerna, 519 950 euro. "
    "Nyvik stad för en ny kaj, 595 850 euro.\n"
)


REPORT = (
    "Slutrapport om hamnreformen\n\nPresentationsblad\n\nUtgivare: Kustförbundet\n"
    "Författare: Aino Salo och Lotta Berg (red.)\nSidantal: 179\n\n"
    "Målet med hamnreformen var att erbjuda fler hamnar och dämpa kostnadsökningen.\n"
)


def said(question: str, text: str, title: str = "Asiakirja") -> Answer:
    return ask(Question(question), Words({"c/a.txt": (title, text)}))


def test_what_only_says_where_it_is_told_does_not_tell_it() -> None:
    told = said("Miten tukea käytetään?", CALL)
    assert told.answer.startswith("Tukea käytetään uusiin laitureihin")
    assert said("Missä tuen ehdot kerrotaan?", CALL).answer.startswith("Tuen tarkemmat ehdot on kuvattu hakuilmoituks")


def test_how_often_is_told_by_each_month() -> None:
    assert "joka kuun ensimmäinen" in said("Kuinka usein seudun tilannekatsaus julkaistaan?", CALL).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mikä on Aino Vuorisen puhelinnumero?", "Aino Vuorinen, suunnittelija, Seutuliitto, 0295 111 222"),
        ("Mikä on Oili Niemen sähköpostiosoite?", "Oili Niemi, johtaja"),
    ],
)
def test_a_line_of_a_name_tells_its_number(question: str, told: str) -> None:
    assert said(question, CONTACTS).answer.startswith(told)


def test_a_number_of_somebody_else_is_not_told() -> None:
    assert said("Mikä on Eino Laineen puhelinnumero?", CONTACTS).status == "not_found"


def test_labels_above_their_values_tell_of_the_whole_page() -> None:
    assert said("Mikä on Puhtaat rannat -ohjelman kesto?", PROGRAMME).answer.startswith("Kesto: 1.3.2031")
    unit = said("Mikä on Puhtaat rannat -ohjelman vastuuyksikkö?", PROGRAMME)
    assert unit.answer.startswith("Vastuuyksikkö: Rantojen hoito")
    whole = said("Mikä on Puhtaat rannat -ohjelma?", PROGRAMME)
    assert whole.answer.startswith("Seutuliitto käynnisti")


def test_the_very_day_is_told_before_its_month() -> None:
    told = said("När avslutades den andra ansökningsomgången för hamnar?", SEARCH)
    assert told.answer.startswith("6 oktober 2031")


def test_a_counted_group_of_largest_ones_got_not_the_most() -> None:
    assert said("Vilken stad fick mest bidrag?", TOWNS).status == "not_found"


def test_kinds_may_be_told_by_their_compounds() -> None:
    text = (
        "Valtiontukea myönnetään hakemuksesta.\n\nTukea voidaan myöntää hanketukena, rakennustukena tai yleistukena.\n"
    )
    assert "hanketukena" in said("Miten valtiontukea voidaan myöntää?", text).answer


@pytest.mark.parametrize(
    ("question", "told"),
    [("Vem har skrivit slutrapporten?", "Författare: Aino Salo"), ("Vem gav ut slutrapporten?", "Utgivare: Kust")],
)
def test_who_did_it_is_told_by_the_label_of_that_role(question: str, told: str) -> None:
    assert told in said(question, REPORT).answer
