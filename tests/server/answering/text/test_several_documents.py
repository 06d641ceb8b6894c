"""What several documents say of one thing: the newer first, or as disagreeing."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from server.answering.answer import Answer, Question
from server.answering.text.passages import ask
from tests.server.answering.text.test_text_answers import Words

OLD, NEW = "c/old.txt", "c/new.txt"
DATES = {OLD: date(2022, 5, 1), NEW: date(2023, 5, 15)}


def said(question: str, old: str, new: str, dates: Mapping[str, date]) -> Answer:
    source = Words({OLD: ("Hanke", old), NEW: ("Hanke", new)})
    source.documents = {
        key: replace(document, date=dates.get(key), language="fi") for key, document in source.documents.items()
    }
    return ask(Question(question), source)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "Kuinka monta tiimiä osallistui valmennukseen?",
            (
                "Uusin tieto (15.5.2023): Valmennukseen osallistui 50 tiimiä alueelta. [1]"
                " Aiempi tieto (1.5.2022): Valmennukseen osallistui 40 tiimiä alueelta. [2]"
            ),
        ),
        (
            "How many teams took part in the coaching?",
            (
                "Most recent (15 May 2023): “Valmennukseen osallistui 50 tiimiä alueelta.” [1]"
                " Earlier (1 May 2022): “Valmennukseen osallistui 40 tiimiä alueelta.” [2]"
            ),
        ),
    ],
)
def test_both_are_given_the_newer_first(question: str, expected: str) -> None:
    old, new = "Valmennukseen osallistui 40 tiimiä alueelta.", "Valmennukseen osallistui 50 tiimiä alueelta."
    answered = said(question, old, new, DATES)
    assert answered.answer == expected
    assert [cited.document_id for cited in answered.citations] == [NEW, OLD]


def test_without_dates_they_disagree() -> None:
    old, new = "Hankkeen johtaja on Maija Korpela.", "Hankkeen johtaja on Pekka Virtanen."
    assert said("Kuka on hankkeen johtaja?", old, new, {}).answer == (
        "Asiakirjat ovat tästä eri mieltä: Hankkeen johtaja on Maija Korpela. [1]"
        " Hankkeen johtaja on Pekka Virtanen. [2]"
    )


def test_of_two_that_disagree_one_without_a_date_stands_behind() -> None:
    old, new = "Hankkeen johtaja on Maija Korpela.", "Hankkeen johtaja on Pekka Virtanen."
    assert said("Kuka on hankkeen johtaja?", old, new, {NEW: DATES[NEW]}).answer == (
        "Asiakirjat ovat tästä eri mieltä: Hankkeen johtaja on Pekka Virtanen. [1]"
        " Hankkeen johtaja on Maija Korpela. [2]"
    )


def test_the_same_said_twice_is_no_disagreement() -> None:
    same = "Hankkeen johtaja on Maija Korpela."
    assert said("Kuka on hankkeen johtaja?", same, same, {}).answer.count("Maija Korpela") == 1


def test_now_means_the_newest_with_its_date() -> None:
    old, new = "Hankkeen tila on hyvä alueella.", "Hankkeen tila on huono alueella."
    answered = said("Millainen hankkeen tila on nyt alueella?", old, new, DATES)
    assert answered.answer.startswith("Tilanne 15.5.2023: Hankkeen tila on huono alueella. [1]")


def test_items_of_a_list_that_a_slide_tears_apart_stay_whole() -> None:
    slide = (
        "Hankkeen haasteet\n\n• Vapaaehtoisten saatavuus\n\nvaihtelee\n\n• Tilat eivät\nriitä\n\nAikataulu\n\n• Kevät\n"
    )
    answered = said("Mitkä ovat hankkeen haasteet?", slide, "Muuta.", {})
    assert answered.answer.splitlines() == ["• Vapaaehtoisten saatavuus vaihtelee", "• Tilat eivät riitä [1]"]


def test_items_lose_what_joins_them() -> None:
    text = "Rahaa voidaan käyttää:\n• kartoitukseen ja\n• koulutukseen.\n"
    answered = said("Mihin rahaa voidaan käyttää?", text, "Muuta.", {})
    assert answered.answer.splitlines() == ["• kartoitukseen", "• koulutukseen. [1]"]


def test_who_does_it_now_is_told_by_the_newest_alone() -> None:
    old, new = "Hankkeen johtaja on Maija Korpela.", "Hankkeen johtaja on Pekka Virtanen."
    answered = said("Vem är projektets ledare nu?", old, new, DATES)
    assert answered.answer.startswith("Läget den 15 maj 2023: ")
    assert "Korpela" not in answered.answer
    assert "Korpela" in said("Kuka on hankkeen johtaja nyt?", old, new, {}).answer
