"""What kind of answer a question wants."""

import pytest

from server.answering.words.kinds import wanted_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Missä tilaisuus pidettiin?", "where"),
        ("Mihin virasto muutti?", "where"),
        ("Mihin avustusta voi käyttää?", "what"),
        ("Mihin rakennetukea voi käyttää?", "what"),
        ("Mihin uusi koulu rakennetaan?", "where"),
        ("Mistä rahoitus koostuu?", "what"),
        ("Minkä ikäisenä lapset aloittavat koulun?", "count"),
        ("Mikä on kunnan asukasluku?", "count"),
        ("Mikä on hankkeen tavoite?", "definition"),
        ("Mitä talkoot maksoi?", "count"),
        ("Vad kostade bussen?", "count"),
        ("Mitä avustuksella voi maksaa?", "what"),
        ("Who may apply for the grant?", "what"),
        ("What is the average size of a class?", "count"),
        ("Var hölls mötet?", "where"),
        ("When does the act enter into force?", "when"),
        ("Mitkä ovat ohjelman tavoitteet?", "list"),
        ("Mitä haasteita hankkeissa on ollut?", "list"),
        ("Which subprogrammes does it have?", "list"),
        ("Which years are covered?", "when"),
        ("ohjelman tavoitteet", "list"),
        ("ohjelman tavoite", "what"),
        ("Keiden tarpeet otetaan huomioon?", "what"),
        ("Kenelle vastuu kuuluu?", "who"),
    ],
)
def test_the_kind(question: str, kind: str) -> None:
    assert wanted_of(question).kind == kind


@pytest.mark.parametrize(
    ("question", "has_unit"),
    [
        ("Kuinka pitkä joki on?", True),
        ("Kuinka vanha rakennus on?", True),
        ("Kuinka monta siltaa joella on?", False),
        ("How tall is the tower?", True),
    ],
)
def test_a_size_is_told_in_units(question: str, *, has_unit: bool) -> None:
    assert (wanted_of(question).unit is not None) == has_unit
