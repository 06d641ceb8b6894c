"""Sentences that say what a question asks in its own words."""

import pytest

from server.answering.text.restated import restates
from server.answering.words.kinds import asks_of_others, wanted_of
from tests.server.answering.text.test_refusal import pieces


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Ketä sopimus koskee?", "Sopimus koskee kaikkia veneen omistajia.", True),
        ("Ketä sopimus koskee?", "Sopimus tehtiin keväällä, ja lupa koskee veneen omistajia.", False),
        ("Ketä sopimus koskee?", "Sopimus koskee.", False),
        ("Mistä laivue voi koostua?", "Laivue voi koostua kolmesta tai useammasta aluksesta.", True),
        ("Koskeeko sopimus veneitä?", "Koskeeko sopimus veneitä, kysyttiin kokouksessa usein.", False),
        ("Kuka voi hakea lupaa?", "Kesällä voi hakea lupaa myös verkossa.", False),
        ("Milloin suunnitelma hyväksytään?", "Suunnitelma hyväksytään valtuuston kokouksessa.", False),
        ("Milloin suunnitelma hyväksytään?", "Suunnitelma hyväksytään valtuuston kokouksessa 3.5.2024.", True),
        ("Vem svarar för arbetet?", "Staden svarar för arbetet och dess kostnader.", True),
    ],
)
def test_a_sentence_restates_a_question_in_a_clause_of_its_own_words(
    question: str, text: str, *, expected: bool
) -> None:
    found = pieces(question, "Laivue", text)
    assert restates(found[0], wanted_of(question), question) is expected


def test_what_is_asked_of_may_stand_in_the_sentence_before_its_pronoun() -> None:
    text = "Laivueen ohjesääntö on valmis. Se hyväksytään satamahallituksen kokouksessa."
    question = "Missä ohjesääntö hyväksytään?"
    said = [piece.text for piece in pieces(question, "Laivue", text) if restates(piece, wanted_of(question), question)]
    assert said == ["Se hyväksytään satamahallituksen kokouksessa."]


@pytest.mark.parametrize(
    ("question", "heading", "expected"),
    [
        ("Kuka voi hakea tukea?", "Mihin voi hakea tukea?", True),
        ("Kuka voi hakea tukea?", "Ketkä voivat hakea tukea?", False),
        ("Kuka voi hakea tukea?", "Tuen hakijat", False),
        ("Mihin voi hakea tukea?", "Milloin voi hakea tukea?", False),
    ],
)
def test_who_is_not_told_below_a_heading_that_asks_something_else(
    question: str, heading: str, *, expected: bool
) -> None:
    assert asks_of_others(question, heading) is expected
