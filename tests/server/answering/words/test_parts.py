import pytest

from server.answering.words.parts import parts_of, refers


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Milloin haku alkaa ja kuka voi hakea?", ("Milloin haku alkaa?", "Kuka voi hakea?")),
        ("Milloin ja missä kokous pidetään?", ("Milloin kokous pidetään?", "Missä kokous pidetään?")),
        ("Kuka jätti aloitteen ja milloin?", ("Kuka jätti aloitteen?", "Milloin jätti aloitteen?")),
        ("När börjar kursen och vem får delta?", ("När börjar kursen?", "Vem får delta?")),
        ("Who are the members, and how often do they meet?", ("Who are the members?", "How often do they meet?")),
    ],
)
def test_each_part_is_a_question_of_its_own(question: str, parts: tuple[str, ...]) -> None:
    assert parts_of(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "Mitkä ovat ohjelman tavoitteet ja toimenpiteet?",
        "Paljonko Lappi sai ja paljonko Kainuu sai?",
        "Kuinka monta ja mitkä jäsenet ryhmässä on?",
        "Tarkistetaanko tiedot ja kuka sen tekee?",
    ],
)
def test_what_has_one_question_word_or_compares_amounts_stays_whole(question: str) -> None:
    assert parts_of(question) == (question,)


@pytest.mark.parametrize(
    ("part", "refers_back"),
    [
        ("Montako osallistujaa siinä oli?", True),
        ("Hur många deltog där?", True),
        ("How many took part there?", True),
        ("Paljonko se sai?", True),
        ("How many key projects are there?", False),
        ("Hur många fick den nya tjänsten?", False),
        ("Kuka voi hakea?", False),
    ],
)
def test_a_part_may_speak_of_what_another_names(part: str, refers_back: bool) -> None:  # noqa: FBT001  # a table's column
    assert refers(part) is refers_back
