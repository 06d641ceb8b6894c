"""What a question asks the number of."""

import pytest

from server.answering.words.counted_noun import counted_noun


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("How many outdoor exercise groups have started?", "groups"),
        ("How many municipalities approved plans?", "municipalities"),
        ("How many people attended?", "people"),
        ("How many applied?", None),
        ("Montako hyväksyttyä tuottajaa on?", "tuottajaa"),
        ("Kuinka monta sosiaalihuollon asiakasta on?", "asiakasta"),
        ("Kuinka monta hakemusta hyväksyttiin?", "hakemusta"),
        ("Montako päivää kurssi kestää?", "päivää"),
        ("Montako eri mallia on?", "mallia"),
        ("Kuinka moni opiskelija sai paikan?", "opiskelija"),
        ("Kuinka moni vastasi kyselyyn?", None),
        ("Kuinka monen alueen hankkeisiin tukea haettiin?", "alueen"),
        ("Miten monesta kunnasta tuli vastaus?", "kunnan"),
        ("Monessako koulussa on kirjasto?", "koulun"),
        ("Kuinka monella on oma auto?", None),
        ("Monessako niistä on kirjasto?", None),
        ("Hur många nya lärare deltog?", "lärare"),
        ("Hur många deltog?", None),
        ("Hur många flickor går i skolan?", "flickor"),
    ],
)
def test_the_noun_that_ends_the_phrase_is_counted(question: str, noun: str | None) -> None:
    assert counted_noun(question)[0] == noun


def test_which_of_it_is_told_by_its_adjective() -> None:
    assert counted_noun("Montako uutta pajaa avattiin?") == ("pajaa", "uutta")
    assert counted_noun("Kuinka monessa uudessa pajassa opitaan?") == ("pajan", "uudessa")
    assert counted_noun("How many new jobs are planned?") == ("jobs", "new")
    assert counted_noun("How many recording experts took part?") == ("experts", None)
