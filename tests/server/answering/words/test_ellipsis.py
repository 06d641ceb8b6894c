"""Fragments stand for the phrase of the question before them that has their form, and for no other."""

import pytest

from server.answering.answer import Question
from server.answering.words.history import interpret


@pytest.mark.parametrize(
    ("before", "fragment", "whole"),
    [
        ("Kuka vastaa rantareitistä?", "Entä venepaikoista?", "Kuka vastaa venepaikoista?"),
        ("Mikä on tulvan todennäköisyys?", "Entä myrskyvahingon?", "Mikä on myrskyvahingon todennäköisyys?"),
        ("Mikä on tulvan todennäköisyys?", "Entä sen vaikutus?", "Mikä on tulvan vaikutus?"),
        ("Milloin laiturin korjaus alkaa?", "Ja milloin se päättyy?", "Milloin laiturin korjaus päättyy?"),
        ("Missä aloituskokous pidetään?", "Entä päätöskokous?", "Missä päätöskokous pidetään?"),
        ("Milloin kirjasto avataan?", "Entä uimahalli?", "Milloin uimahalli avataan?"),
        ("Kuka vastaa rantareitistä?", "Entä venepaikkojen aikataulu?", "Mikä on venepaikkojen aikataulu?"),
        ("Mitä on tehty uusille lautoille?", "Entä vanhoille laitureille?", "Mitä on tehty vanhoille laitureille?"),
    ],
)
def test_a_fragment_takes_the_place_of_what_has_its_form(before: str, fragment: str, whole: str) -> None:
    found = interpret(Question(fragment, history=(before,)))
    assert found.text == whole
    assert found.taken_over == before


def test_what_has_no_counterpart_is_put_beside() -> None:
    found = interpret(Question("Entä kesällä?", history=("Kuka vastaa reitistä?",)))
    assert found.text == "Kuka vastaa reitistä – kesällä?"
