"""What a call offers: it is not what was applied for or granted; how long, how much at most, and who may have it."""

import pytest

from server.answering.answer import Question
from server.answering.text.passages import ask
from server.answering.text.told_measure import offers_only
from tests.server.answering.text.test_text_answers import Words

CALL = (
    "Laituritukea voivat hakea kunnat ja kyläyhdistykset. Laiturituki on enintään 80 prosenttia kustannuksista."
    " Pienin myönnettävä laiturituki on 50 000 euroa ja suurin 600 000 euroa."
)
LASTS = "Ruoriprogrammet godkändes av hamnrådet den 26 februari 2024. Ruoriprogrammet gäller till slutet av 2027."


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Kuinka paljon tukea haettiin?", "Haettavana on 6 miljoonaa euroa.", True),
        ("Kuinka paljon tukea myönnettiin?", "Pienin myönnettävä tuki on 500 euroa.", True),
        ("Kuinka paljon tukea myönnettiin?", "Haettavana oli 6 miljoonaa, ja siitä myönnettiin 5 miljoonaa.", False),
        ("Kuinka paljon tukea on haettavana?", "Haettavana on 6 miljoonaa euroa.", False),
        ("Kuinka paljon tukea voi saada?", "Suurin myönnettävä tuki on 500 euroa.", False),
    ],
)
def test_what_is_offered_was_not_granted_nor_applied_for(question: str, text: str, *, expected: bool) -> None:
    assert offers_only(question, text) is expected


def test_the_most_is_told_by_the_sentence_that_has_it_and_not_by_one_that_begins_with_the_thing() -> None:
    told = ask(Question("Mikä on suurin myönnettävä laiturituki?"), Words({"h.txt": ("Haku", CALL)}))
    assert "600 000" in told.answer
    assert "80 prosenttia" not in told.answer


def test_how_long_is_told_by_an_end_before_any_other_day() -> None:
    told = ask(Question("Hur länge gäller ruoriprogrammet?"), Words({"p.txt": ("Program", LASTS)}))
    assert told.answer.startswith("2027. ")


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Paljonko rahaa hankkeeseen käytettiin?", "Hankkeen hankinta-arvoksi hyväksyttiin 11 miljoonaa euroa."),
        ("Mikä oli alueen veroprosentti?", "Alueen veroista kertyi 26,4 miljoonaa euroa."),
        ("What was the income tax rate in 2031?", "In 2031 the city received 26.4 million euros of income tax."),
    ],
)
def test_what_may_be_spent_was_not_and_money_is_no_rate(question: str, text: str) -> None:
    answered = ask(Question(question), Words({"c/a.txt": ("Talous", f"Talous\n\n{text}\n")}))
    assert answered.status == "not_found"
