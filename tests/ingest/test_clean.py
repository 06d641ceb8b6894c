import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import clean, vocabulary_of


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("palvelu-\njärjestelmä vammais-\npalveluihin", "palvelujärjestelmä\nvammaispalveluihin"),
        ("Työttömyys-\n\nturvalain \n\nmuutokset", "Työttömyysturvalain\n\nmuutokset"),
        ("väestö-\n\ntieto-\n\nvirasto", "väestötietovirasto"),
        ("kehittämis-\nja ohjausryhmä", "kehittämis-\nja ohjausryhmä"),
        ("utvecklings-\noch styrgrupp", "utvecklings-\noch styrgrupp"),
        ("Ylä-\nSavo", "Ylä-Savo"),
        ("laaja-\nalainen tuki", "laaja-alainen\ntuki"),
        ("sote-keskus ja sote-\nasemat", "sote-keskus ja sote-asemat"),
        ("kv-\nhanke", "kv-hanke"),
        ("EU-\nrahoitus", "EU-rahoitus"),
        ("alle 25-\nvuotiaat", "alle 25-vuotiaat"),
        ("2020-\n2023", "2020-\n2023"),
        ("verkko.fi-\npalvelu", "verkko.fi-palvelu"),
        ("https://osoite.fi/sivu-\njatko", "https://osoite.fi/sivu-\njatko"),
        ("arvo -\nhanke", "arvo -\nhanke"),
        ("palve\u00adlu", "palvelu"),
        ("palve\u00ad\nlu", "palvelu"),
        ("palve\u0002\nlu", "palvelu"),
        ("ﬁlmi ja ﬂuori", "filmi ja fluori"),
        ("a\u0308iti", "äiti"),
        ("1\u00a0346\u2009190\u202f€", "1 346 190 €"),
        ("12\u00ad34 5\u200b6", "12 34 5 6"),
        ("a\u200bb\ufeff", "ab"),
        ("sarake\ttoinen", "sarake  toinen"),
        ("rivi\r\ntoinen\rkolmas\u2028", "rivi\ntoinen\nkolmas\n"),
        ("\uf0b7 kohta\n\uf0a7 toinen", "• kohta\n• toinen"),
        ("non\u2011stop", "non-stop"),
        ("rivin loppu   \nseuraava", "rivin loppu\nseuraava"),
        ("puoli \ud800merkki", "puoli merkki"),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    assert clean(raw)[0] == expected


def test_offsets_lead_back_to_the_raw_text() -> None:
    raw = "ﬁ palvelu-\njärjestelmä on"
    text, offsets = clean(raw)
    assert text == "fi palvelujärjestelmä\non"
    assert offsets[0] == offsets[1] == 0
    assert raw[offsets[text.index("järj")]] == "j"
    assert raw[offsets[text.index("on")] :] == "on"


def test_the_documents_own_words_decide_on_a_hyphen() -> None:
    words = vocabulary_of(["Kestokanta-ohjelma alkoi", "kestopalvelut"])
    assert clean("Kestokanta-\nhanke", words)[0] == "Kestokanta-hanke"
    assert clean("kesto-\npalvelut", words)[0] == "kestopalvelut"


_TEXTS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcäöKS0123456789 -–,.\n\n\t\r•\u00ad\u00a0\u200b\u2009ﬁ\u0308\u0301\uf0b7€%(\u0002\u2011"),
        st.characters(),
    ),
    max_size=80,
)


@given(_TEXTS)
def test_offsets_rise_and_end_at_the_end(raw: str) -> None:
    text, offsets = clean(raw)
    assert len(offsets) == len(text) + 1
    assert offsets[-1] == len(raw)
    assert list(offsets) == sorted(offsets)
    assert all(0 <= offset <= len(raw) for offset in offsets)


@given(_TEXTS)
def test_digits_stay_and_numbers_stay_apart(raw: str) -> None:
    text, offsets = clean(raw)
    # Digits that NFC itself replaces are no decimal digits of ours.
    digits = [character for character in unicodedata.normalize("NFC", raw) if character.isdecimal()]
    assert [character for character in text if character.isdecimal()] == digits
    for index in range(len(text) - 1):
        if text[index].isdecimal() and text[index + 1].isdecimal():
            assert offsets[index + 1] == offsets[index] + 1


@given(_TEXTS)
def test_cleaning_twice_changes_nothing_but_joins(raw: str) -> None:
    once = clean(raw)[0]
    assert "\u00ad" not in once
    assert "\t" not in once
    assert "\r" not in once
    assert unicodedata.is_normalized("NFC", once)
