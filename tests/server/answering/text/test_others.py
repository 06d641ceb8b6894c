"""Pieces that tell of another stage, place, state or name than the one asked for."""

from tests.server.answering.text.test_near_misses import said

PHASES = """1. vaihe
– Hankeaika: 1.1.2022–31.12.2022
– Nykytilan kartoitukset
2. vaihe
– Hankeaika: 1.1.2023–31.12.2025
– Kehittämistoimenpiteet
"""


def test_the_last_number_above_tells_of_which_stage_something_is() -> None:
    assert "31.12.2025" in said("Milloin on hankkeen toisen vaiheen hankeaika?", PHASES)
    assert "31.12.2025" not in said("Milloin on hankkeen ensimmäisen vaiheen hankeaika?", PHASES)


def test_the_whole_country_is_no_part_of_it() -> None:
    text = (
        "Teitä korjattiin Kainuussa 40 km.\n\nKoko maassa teitä korjattiin kuluvana vuonna yhteensä yli 900 kilometriä."
    )
    assert "40 km" in said("Kuinka monta kilometriä teitä korjattiin Kainuussa?", text)
    whole = text.rsplit("\n", maxsplit=1)[-1]
    assert "900" not in said("Kuinka monta kilometriä teitä korjattiin Kainuussa?", f"Kainuu\n\n{whole}")


def test_a_number_of_times_is_no_stage() -> None:
    text = (
        "Avgiftsfri ledighet räknas enligt följande:\n• Minst 4 hela veckor ledigt = 1 månad avgiftsfritt\n"
        "• Minst 7 hela veckor ledigt = 2,5 månader avgiftsfritt"
    )
    assert "2,5 månader" in said("Hur många avgiftsfria månader får man för minst 7 hela veckor?", text)


OPENING_HOURS = (
    "Laaksola city library\n\nOn Thursday June 20th, the Central Library and the Reading Room will be open from 9 am to"
    " 5 pm. The branch libraries in Niemi and Vuori will be open from 10 am to 4 pm. The Library Bus will not run and"
    " the Lahti library will be closed."
)


def test_what_is_open_is_not_closed() -> None:
    told = said("Which library will be closed on June 20th?", OPENING_HOURS)
    assert "Lahti library" in told
    assert "Central" not in told
    until = "Laaksolan kirjaston korjaus on alkanut. Laaksolan kirjasto on suljettu 5.5.2031 saakka."
    assert "5.5.2031" in said("Milloin Laaksolan kirjasto on taas auki?", until)


def test_the_time_of_other_names_is_not_that_of_one() -> None:
    assert said("When does the Lahti library open again?", OPENING_HOURS) == "not_found"


HOLIDAYS = """Poikkeukselliset aukioloajat

Pääkirjasto

5.12. Itsenäisyyspäivän aatto 9-16
6.12. Itsenäisyyspäivä suljettu
24.-28.12. Joulu suljettu

Hakalan kirjasto

19.12.-6.1. Joulun ja uudenvuoden aika suljettu
18.6.-2.8. Kesätauko suljettu
"""


def test_a_day_below_the_name_of_another_one_is_not_of_the_one_asked_for() -> None:
    assert "24.-28.12." in said("Milloin pääkirjasto on suljettu jouluna?", HOLIDAYS)
    assert "2.8." not in said("Milloin pääkirjastolla on kesätauko?", HOLIDAYS)
    assert "18.6.-2.8." in said("Milloin Hakalan kirjastolla on kesätauko?", HOLIDAYS)


def test_the_first_meeting_is_not_the_second() -> None:
    text = "Havsrådet\n\nRådet bereder planer. Rådets första möte hölls i Lillby den 7 maj 2031."
    assert "7 maj 2031" in said("När hölls rådets första möte?", text)
    assert said("När hölls rådets andra möte?", text) == "not_found"


def test_the_group_on_one_thing_is_not_that_on_another() -> None:
    text = (
        "The chair of the working group on schools and libraries is Minister of Education Salla Niemi and the chair of"
        " the working group on health is Minister of Health Oskar Lehto. Forests are a priority of the programme."
    )
    assert "Niemi" in said("Who chairs the working group on libraries?", text)
    assert said("Who chairs the working group on forests?", text) == "not_found"


def test_the_number_of_a_stage_is_told_with_it() -> None:
    text = (
        "Polun kunnostus\n\n1. vaihe: raivaus (1–6/2031)\n2. vaihe: pitkospuut (7–12/2031)\n3. vaihe: opasteet (2032)"
    )
    assert said("Milloin polun kunnostuksen toinen vaihe toteutetaan?", text).startswith("2. vaihe: pitkospuut")
    assert "1. vaihe" in said("Milloin polun kunnostuksen ensimmäinen vaihe toteutetaan?", text)
    assert "raivaus" not in said("Milloin polun kunnostuksen kolmas vaihe toteutetaan?", text)


def test_a_region_s_plan_is_not_its_plan_for_something() -> None:
    text = (
        "Rantamaan alue\n\nRantamaan aluevaltuusto hyväksyi Rantamaan suunnitelman kesäkuussa 2032. Alueen toimintaan"
        " kuuluu myös polkusuunnitelma. Kokouksia pidetään usein."
    )
    assert "kesäkuussa 2032" in said("Milloin Rantamaan suunnitelma hyväksyttiin?", text)
    assert said("Milloin Rantamaan polkusuunnitelma hyväksyttiin?", text) == "not_found"


def test_a_body_is_not_set_up_until_a_day() -> None:
    text = "Lahtihanke\n\nMinisteri Salla Niemi on asettanut Lahtihankkeen, jonka työ jatkuu kesäkuun 2031 loppuun."
    assert "2031 loppuun" in said("Mihin saakka Lahtihankkeen työ jatkuu?", text)
    assert said("Milloin Lahtihanke asetettiin?", text) == "not_found"


def test_a_project_is_spoken_of_by_its_last_part() -> None:
    text = (
        "Polkujen kunnostushanke asetettiin 24.9.2034 osaksi ohjelmaa. Hankkeen toimikausi oli 24.8.2034–31.12.2037."
        " Hankkeen tavoitteena oli korjata polut."
    )
    assert said("Mikä oli polkujen kunnostushankkeen toimikausi?", text).startswith("Hankkeen toimikausi oli")
