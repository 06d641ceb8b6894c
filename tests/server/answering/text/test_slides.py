"""Where a slide ends in flat text, and that a list is led only by what stands on its own slide."""

import pytest

from server.answering.text.lists import lists_of
from server.answering.text.slides import breaks_of
from server.answering.text.units import units_of

SLIDES = (
    "• Jonot lyhenevät\n• Palvelut paranevat\nOhjelman tavoitteet:\n"
    " • Tekijöitä on vähän\n• Aikataulu on kireä\nHankkeiden haasteita\n"
    " Lopuksi\n\nKiitos"
)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (SLIDES, ["• Tekijöitä on vähän", "Lopuksi"]),
        ("Alku\n\n\n\nToinen dia\n\nTeksti", ["Toinen dia"]),
        ("Alku\n\nSamaa diaa\n\nYhä", []),
        ("Rahaa saa:\n • tiloihin\n • laitteisiin\n • matkoihin", []),
        ("Kappale, joka\n  jatkuu sisennettynä\n  ja yhä.", []),
    ],
)
def test_slides_begin_after_blank_lines_or_at_a_line_that_alone_is_indented(text: str, begins: list[str]) -> None:
    assert [text[at:].partition("\n")[0] for at in breaks_of(text)] == begins


def leads(text: str) -> list[list[str]]:
    found = lists_of(text, units_of(text))
    return [[text[unit.start : unit.end] for unit in one.lead] for one in found]


def test_a_title_below_its_bullets_leads_none_of_the_next_slide() -> None:
    assert leads(SLIDES) == [["Ohjelman tavoitteet:"], ["Hankkeiden haasteita"]]


def test_a_date_below_a_heading_does_not_part_it_from_its_list() -> None:
    assert leads("Työryhmän painotukset\n15.6.2011\n\n1. Osaaminen\n2. Johtaminen") == [
        ["Työryhmän painotukset", "15.6.2011"]
    ]
