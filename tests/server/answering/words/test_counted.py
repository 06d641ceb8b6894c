"""Whether numbers count what is asked."""

import pytest

from server.answering.words.counted import (
    counts,
    counts_other,
    counts_somebody,
    counts_things_only,
    is_same,
    names_head,
)


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Joesta purettiin 23 patoa ja rakennettiin 9 kalatietä.", "kalaa", True),
        ("Joesta purettiin 23 patoa.", "patoa", False),
        ("Tukea sai 12 kehittämishanketta.", "hanketta", False),
        ("Kaupunki myönsi 3 asuntolainaa.", "asuntoa", True),
        ("Paikalla oli 45 henkilöä.", "opettajaa", False),
        ("Alueella on 12 asukasta.", "asukkaita", False),
        ("Kokeiluun valittiin 7 kuntaa.", "henkilöä", False),
        ("Määrä kasvoi 12:een.", "kuntaa", False),
        ("Kyseessä on yksi neuvoston 26 rantahankkeesta.", "rantahanketta", False),
    ],
)
def test_numbers_of_other_things(text: str, noun: str, *, expected: bool) -> None:
    assert counts_other(text, noun) is expected


@pytest.mark.parametrize(
    ("word", "token", "expected"),
    [
        ("kahvilalaki", "kahvilan", False),
        ("vammaispalvelulaki", "vammaispalvelulain", True),
        ("raitiovaunuille", "rautatievaunuja", False),
        ("henkilöstömitoituksen", "henkilöstömitoitus", True),
        ("kokeiluhanketta", "kylien", False),
        ("laajakaistatuki", "kylienlaajakaistatukea", True),
    ],
)
def test_a_compound_is_the_whole_of_it(word: str, token: str, *, expected: bool) -> None:
    assert is_same(word, token) is expected


@pytest.mark.parametrize(
    ("begun", "token", "expected"),
    [
        ("opettaj", "opettajaopiskelijaa", False),
        ("opettaj", "aineenopettajaa", True),
        ("perhekesku", "perhekeskuksia", True),
        ("lääkär", "lääkärikeskusta", False),
        ("kunta", "opettajaa", True),
    ],
)
def test_what_a_compound_is_its_last_part_says(begun: str, token: str, *, expected: bool) -> None:
    assert names_head((begun,), token) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Avustushakemuksia tuli 58.", "avustushakemusta", True),
        ("Perhekeskuksia on toiminnassa 21 alueella.", "perhekeskusta", False),
        ("Yrityksiä oli 1 250 ja asukkaita 12 000.", "yritystä", True),
        ("Hankkeelle myönnettiin 14 000 euroa.", "asukasta", False),
    ],
)
def test_what_a_number_counts_stands_before_it_or_behind_it(text: str, noun: str, *, expected: bool) -> None:
    assert counts(text, noun) is expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Tapahtumaan osallistui 79 kirjastoasiantuntijaa.", "ihmistä", True),
        ("Kurssilla oli 12 nuorta naista.", "henkilöä", True),
        ("Alueella on 12 laituria ja 4 venettä.", "ihmistä", False),
        ("Tapahtumaan osallistui 79 kirjastoasiantuntijaa.", "opettajaa", False),
        ("Kysely laiturin käyttäjille (n=404)", "vastaajaa", True),
        ("Kysely 404 laiturista", "vastaajaa", False),
    ],
)
def test_people_in_general_are_counted_by_any_of_them(text: str, noun: str, *, expected: bool) -> None:
    assert counts_somebody(text, noun) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Palvelussa on kuvattu jo yli 400 käytäntöä.", True),
        ("Tapahtumaan osallistui 79 kirjastoasiantuntijaa.", False),
        ("Kysely laiturin käyttäjille (n=404) ja 12 haastattelua", False),
        ("Henkilöstöä on 12 toimipisteessä", False),
    ],
)
def test_what_counts_things_only_tells_of_no_people(text: str, *, expected: bool) -> None:
    assert counts_things_only(text) is expected
