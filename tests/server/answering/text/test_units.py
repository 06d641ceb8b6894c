"""What of a page can be quoted whole: where sentences end, and what a page's end or beginning tears."""

import pytest

from ingest.document import Page
from server.answering.text.units import asks, goes_on_from_before, units_of


def quoted(text: str) -> list[str]:
    return [text[unit.start : unit.end] for unit in units_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kunnan keskimääräinen prosentti oli 7,52. Konsernin lainat olivat vuonna 2023 suuret.",
            ["Kunnan keskimääräinen prosentti oli 7,52.", "Konsernin lainat olivat vuonna 2023 suuret."],
        ),
        (
            "Haku alkaa huomenna ja päättyy kello 16.15. Hakemukset käsittelee virasto.",
            ["Haku alkaa huomenna ja päättyy kello 16.15.", "Hakemukset käsittelee virasto."],
        ),
        (
            "Torit ovat auki klo 9–15 ja perjantaisin klo 9–13. Pyhinä torit ovat kiinni.",
            ["Torit ovat auki klo 9–15 ja perjantaisin klo 9–13.", "Pyhinä torit ovat kiinni."],
        ),
        (
            "Johtaja (aik. Hankkeen vetäjä) aloitti työnsä. Se kesti (lyhyesti. Vain vuoden.",
            ["Johtaja (aik. Hankkeen vetäjä) aloitti työnsä.", "Se kesti (lyhyesti.", "Vain vuoden."],
        ),
        (
            "Halli avataan maanantaina klo 12. Remontti viivästyi.",
            ["Halli avataan maanantaina klo 12.", "Remontti viivästyi."],
        ),
        (
            "5.12. Aatto 9-16\n6.12. Juhlapäivä suljettu\n24.-28.12. Joulu suljettu",
            ["5.12. Aatto 9-16", "6.12. Juhlapäivä suljettu", "24.-28.12. Joulu suljettu"],
        ),
        ("Kilpailut pidettiin 3. Helmikuun alussa.", ["Kilpailut pidettiin 3. Helmikuun alussa."]),
        ("Työt alkavat viikolla 36. Katos puretaan.", ["Työt alkavat viikolla 36.", "Katos puretaan."]),
        ("Lisätietoja antaa Aino Salo, puh. 050 123 4567.", ["Lisätietoja antaa Aino Salo, puh. 050 123 4567."]),
    ],
)
def test_a_sentence_ends_after_a_decimal_or_a_time_of_day_but_not_within_brackets(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize("day", ["30. lokakuuta 2012", "1. tammikuun 2024"])
def test_a_day_of_a_month_that_begins_a_line_is_no_number_of_a_list(day: str) -> None:
    assert quoted(f"{day} kunta ilmoitti uudesta talosta.") == [f"{day} kunta ilmoitti uudesta talosta."]
    assert quoted("30. Lokakuun kokous peruttiin.") == ["Lokakuun kokous peruttiin."]


def test_a_line_that_numbers_several_things_is_no_item_of_a_list() -> None:
    kinds = [
        unit.kind for unit in units_of("1. avustus 2. avustus Koulutus\n\n1. vuosi aloitettiin\n2. vuosi jatkettiin")
    ]
    assert kinds == ["heading", "bullet", "bullet"]


LINES = "Talous pysyi ennallaan ja lainat lyhenivät suunnitellusti koko vuoden ajan, kuten ennenkin.\n"
TORN = LINES + "Kaupungin tuloveroprosentti vuonna 2024 oli 9,10, kun kaikkien\n\n56"


def test_a_clause_that_the_page_s_end_tears_is_left_out() -> None:
    assert quoted(TORN)[:2] == [LINES.strip(), "Kaupungin tuloveroprosentti vuonna 2024 oli 9,10"]


def test_a_clause_that_ends_stays() -> None:
    whole = "Kaupungin tuloveroprosentti vuonna 2024 oli 9,10, kun muiden oli 8."
    assert quoted(LINES + whole)[-1] == whole


@pytest.mark.parametrize(
    ("number", "text", "expected"),
    [
        (2, "kuntien keskimääräinen prosentti oli 7,5.", True),
        (2, "Kuntien keskimääräinen prosentti oli 7,5.", False),
        (1, "kuntien keskimääräinen prosentti oli 7,5.", False),
    ],
)
def test_a_sentence_that_began_on_the_page_before(number: int, text: str, *, expected: bool) -> None:
    page = Page(number, text, text, tuple(range(len(text) + 1)))
    assert goes_on_from_before(page, units_of(text)[0]) is expected


def test_a_line_between_two_cards_of_labelled_lines_is_the_name_of_the_second() -> None:
    lines = ["Kylän koulu", "Hakija: Kyläyhdistys", "Kohderyhmä: alueen asukkaat ja kaikki mökkiläiset",
             "Reitti järven ympäri", "Hakija: Järvelän kunta"]  # fmt: skip
    assert quoted("\n\n".join(lines)) == lines


@pytest.mark.parametrize(("text", "expected"), [("Miksi?\nSiksi.", True), ("Miksi? Siksi.", False), ("Siksi.", False)])
def test_a_question_on_a_line_of_its_own_asks(text: str, *, expected: bool) -> None:
    assert asks(text, units_of(text)[0]) is expected
