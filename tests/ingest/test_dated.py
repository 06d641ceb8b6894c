from datetime import date

import pytest

from ingest.dated import own_date, own_period
from ingest.document import Page


def page(text: str) -> Page:
    return Page(number=1, raw=text, text=text, offsets=tuple(range(len(text) + 1)))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Ohjelma 20.6.2023", "Julkaistu 1.7.2023", date(2023, 6, 20)),
        ("Katsaus", "Katsaus\nTilanne 15.5.2023", date(2023, 5, 15)),
        ("Katsaus", "Tilannekatsaus 30. syyskuuta 2023", date(2023, 9, 30)),
        ("Katsaus", "Julkaistu 12.3.2024, päivitetty 2.4.2024", date(2024, 4, 2)),
        ("Rapport", "Publicerad den 5 maj 2023", date(2023, 5, 5)),
        ("Report", "Status as of 3 May 2023", date(2023, 5, 3)),
        ("Report", "Updated: 2024-02-29", date(2024, 2, 29)),
        ("Kirje", "Ministeriö\nHelsingissä 3.5.2023\nHyvä vastaanottaja", date(2023, 5, 3)),
        ("Pressmeddelande", "finansministeriet\nUtgivningsdatum 3.2.2023 11.27", date(2023, 2, 3)),
        ("Press release", "Publication date 23.6.2015 16.52", date(2015, 6, 23)),
        ("Tiedote", "Haku alkaa\n9.10.2023 13:18:16 EEST | Tiedote\nHaku on auki.", date(2023, 10, 9)),
        ("Ohjelma", "Ohjelma\n\nSaaristo- ja lauttaneuvosto, 14.4.2021\n\nTavoite", date(2021, 4, 14)),
        ("Katsaus", "Katsaus\nAnna Virta 3.5.2023", date(2023, 5, 3)),
        ("Program", "Program\nSkärgårdens råd, den 2 juni 2023", date(2023, 6, 2)),
        # The date of something else, and what is no date.
        ("Katsaus", "Haku päättyy 13.12.2024 kello 16.15.", None),
        ("Katsaus", "Tilanne 31.2.2023", None),
        ("Katsaus", "Haku päättyy jo 3.5.2023", None),
        ("Katsaus", "1\n2\n3\n4\n5\n6\nHallituksen kokous, 3.5.2023", None),
        ("Katsaus", "Julkaistu 1.2.3", None),
        ("", "", None),
    ],
)
def test_a_document_states_its_date(title: str, text: str, expected: date | None) -> None:
    assert own_date(title, (page(text),)) == expected


def test_a_document_without_pages_has_no_date() -> None:
    assert own_date("", ()) is None


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Ohjelma (2020–2023)", "2020-2023"),
        ("Budget 2024 - 2027 och 2024–2027", "2024-2027"),
        ("Vuodet 2020–2023 ja 2021–2024", None),
        ("Vuosi 2023", None),
        ("Alku 2023–2020", None),
    ],
)
def test_a_title_names_the_years_it_speaks_of(title: str, expected: str | None) -> None:
    assert own_period(title) == expected
