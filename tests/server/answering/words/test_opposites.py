import pytest

from server.answering.words.opposites import in_whole_words, of_first


@pytest.mark.parametrize(
    ("label", "whole", "first"),
    [
        ("Tilikauden yli-/alijäämä", "Tilikauden ylijäämä/alijäämä", "Tilikauden ylijäämä"),
        ("Tilikauden ylijäämä tai alijäämä", "Tilikauden ylijäämä tai alijäämä", "Tilikauden ylijäämä"),
        ("Kertynyt yli/alijäämä", "Kertynyt ylijäämä/alijäämä", "Kertynyt ylijäämä"),
        ("Toimintakate/Jäämä", "Toimintakate/Jäämä", "Toimintakate/Jäämä"),
        ("Sosiaali- ja terveyspalvelut", "Sosiaali- ja terveyspalvelut", "Sosiaali- ja terveyspalvelut"),
        ("Koulut tai kirjastot", "Koulut tai kirjastot", "Koulut tai kirjastot"),
        ("Valtion- osuus", "Valtionosuus", "Valtionosuus"),
        ("Kust. e/tunti", "Kustannus e/tunti", "Kustannus e/tunti"),
    ],
)
def test_one_label_for_two_opposites_is_called_by_the_first(label: str, whole: str, first: str) -> None:
    assert in_whole_words(label) == whole
    assert of_first(label) == first
