"""Two names set against each other by what one sentence tells of each."""

from decimal import Decimal

import pytest

from ingest.document import Page
from server.answering.answer import Answer, Citation, Question
from server.answering.figures.said_sides import sides_told
from server.answering.figures.understanding import understand
from tests.ingest.tables.make import document_of

HALLS = (
    "Hallit rakennettiin vuonna 2022. Nokian palloiluhalli sai 750 000 €, Lempäälän uimahalli 1 000 000 € ja Ylöjärven"
    " halli 750 000 €. Nokian ja Lempäälän hallit saivat yhteensä 1 750 000 €."
)


def page_of(text: str) -> Page:
    return document_of(text).pages[0]


def told(question: str, text: str) -> Answer:
    """Return the answer where the page is offered as near."""
    near = Citation(1, "c/d.txt", "d.txt", "Hallit", None, "c", 1, 0, len(text), text, (), None)
    answer = Answer("fi", "not_found", "", "", "", nearest=(near,))
    return sides_told(understand(Question(question), "fi"), answer, lambda _, __: page_of(text))


@pytest.mark.parametrize(
    ("question", "value", "lead"),
    [
        ("Kumpi sai enemmän, Nokian palloiluhalli vai Lempäälän uimahalli?", 250000, "Lempäälä: 1 000 000 €, enemmän"),
        ("Kumpi sai vähemmän, Nokia vai Lempäälä?", 250000, "Nokia: 750 000 €, vähemmän"),
        ("Paljonko Lempäälä sai enemmän kuin Nokia?", 250000, "Lempäälä sai 250 000 € enemmän kuin Nokia [1]."),
        ("Kumpi sai enemmän, Nokia vai Ylöjärvi?", 0, "Nokia ja Ylöjärvi"),
    ],
)
def test_what_a_sentence_tells_of_two_names_is_compared(question: str, value: int, lead: str) -> None:
    answer = told(question, HALLS)
    assert answer.status == "answered"
    assert answer.answer.startswith(lead)
    assert (answer.figures[-1].value, answer.figures[-1].check) == (Decimal(value), "computed")
    assert answer.citations[0].quote == HALLS[answer.citations[0].start : answer.citations[0].end]
    assert answer.citations[0].quote.startswith("Nokian palloiluhalli")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Kumpi sai enemmän, Nokia vai Tampere?", HALLS),
        ("Kumpi sai enemmän, Nokia vai Lempäälä?", "kunta saatu 2021 2022\nNokia 5 000 9 000\nLempäälä 6 000 2 000"),
        ("Kumpi sai enemmän, Nokia vai Lempäälä?", "Nokia 5 000\nLempäälä 6 000"),
        ("Kumpi sai enemmän vuonna 2019, Nokia vai Lempäälä?", HALLS),
        ("Kumpi sai enemmän kirjastoihin, Nokia vai Lempäälä?", HALLS),
        ("Kumpi sai enemmän, Nokia vai Lempäälä?", "Nokia sai 750 000 €, ja Lempäälässä on 12 kuntosalia."),
        ("Kumpi sai enemmän, Nokia vai Lempäälä?", "Nokia sai 5 €, Lempäälä 6 €. Nokia sai 9 €, Lempäälä 2 €."),
    ],
)
def test_nothing_is_compared_that_no_one_sentence_tells(question: str, text: str) -> None:
    assert told(question, text).status == "not_found"


REGIONS = (
    "Keskus myönsi rahaa kyläkauppoihin. Summasta 9 miljoonaa euroa kohdentuu Kainuuseen, 7 miljoonaa euroa Lappiin ja"
    " 2 miljoonaa euroa Satakuntaan."
)
SECTORS = "Kyläkaupoille myönnetään 4,8 M € ja kirjastoille ja uimahalleille 3,9 M €. Tuki kasvoi vuodessa 5 %."


@pytest.mark.parametrize(
    ("question", "text", "value", "lead"),
    [
        ("Kuinka paljon enemmän rahaa kohdentuu Kainuuseen kuin Lappiin?", REGIONS, 2_000_000, "Kainuu on"),
        ("Kuinka paljon enemmän rahaa kohdentuu Lappiin kuin Satakuntaan?", REGIONS, 5_000_000, "Lappi on"),
        ("Myönnetäänkö enemmän kyläkaupoille vai kirjastoille?", SECTORS, 900_000, "Kyläkauppa: 4 800 000 €"),
    ],
)
def test_a_number_may_stand_before_what_it_is_of(question: str, text: str, value: int, lead: str) -> None:
    answer = told(question, text)
    assert answer.status == "answered"
    assert answer.figures[-1].value == value
    assert answer.answer.startswith(lead)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("Mikä maakunta sai eniten rahaa kyläkauppoihin?", [9_000_000]),
        ("Mikä alue sai vähiten rahaa kyläkauppoihin?", [2_000_000]),
        ("Mitkä kaksi aluetta saivat eniten rahaa kyläkauppoihin?", [9_000_000, 7_000_000]),
    ],
)
def test_the_most_of_the_places_that_a_sentence_tells_of(question: str, values: list[int]) -> None:
    assert [figure.value for figure in told(question, REGIONS).figures] == values


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Mikä maakunta sai eniten rahaa kyläkauppoihin?", f"{REGIONS} Pirkanmaalle annettiin 11 miljoonaa euroa."),
        ("Mikä maakunta sai eniten rahaa uimahalleihin?", REGIONS),
        ("Mikä kunta sai eniten rahaa kyläkauppoihin?", REGIONS),
        ("Mikä maakunta sai eniten?", REGIONS),
        ("Myönnetäänkö enemmän kyläkaupoille vai kirjastoille?", "Kyläkaupoille myönnetään 4 € kirjastoille 3 €."),
        ("Kumpi sai enemmän, kyläkaupat vai kirjastot?", "Kyläkauppojen tuki kasvoi 4 € ja kirjastojen 3 €."),
    ],
)
def test_no_most_is_told_that_the_sentence_does_not_tell(question: str, text: str) -> None:
    assert told(question, text).status == "not_found"
