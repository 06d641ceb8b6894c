import pytest

from server.answering.words.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Paljonko Kainuu sai?", "fi"),
        ("Entä Lappi?", "fi"),
        ("Miksi?", "fi"),
        ("luettele ne", "fi"),
        ("Och 2020?", "sv"),
        ("När träder lagen i kraft?", "sv"),
        ("Nar borjade projektet?", "sv"),
        ("Vad ar malet?", "sv"),
        ("and the year before?", "en"),
        ("grants to Kainuu", "en"),
        ("why?", "en"),
        ("I need the figure for Kainuu", "en"),
        ("I would like Lapland's grant", "en"),
        ("Hi, can I see the grants to Kainuu", "en"),
        ("I vilket område finns skolan", "sv"),
        ("I Lappland fick man mest", "sv"),
        ("Satakunnan hankeavustus 2021", "fi"),
        ("IPS-avustuksen keskiarvo", "fi"),
        ("bidrag per invånare", "sv"),
    ],
)
def test_short_questions(text: str, language: str) -> None:
    assert detect(text) == language


def test_a_bare_name_takes_the_language_of_the_question_before() -> None:
    assert detect("Pirkanmaa 2021", ("Hur mycket fick Lappland?",)) == "sv"
