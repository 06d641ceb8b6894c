import re

import pytest

from server.answering.answer import Question
from server.answering.words.contrasts import differing, most_of_all
from server.answering.words.history import interpret
from server.answering.words.mentions import Mention
from tests.server.answering.words.test_anaphora import names


@pytest.mark.parametrize(
    ("before", "base", "phrases"),
    [
        ("Paljonko tuotot olivat 2030?", "Paljonko kulut olivat 2030?", ["tuotot", "kulut"]),
        ("How much were the port fees?", "How much were the fares?", ["port fees", "fares"]),
        ("Paljonko tuotot olivat?", "Kuka johtaa satamaa?", []),
        ("Paljonko tuotot olivat?", "Paljonko tuotot olivat?", []),
    ],
)
def test_the_one_phrase_in_which_two_questions_differ(before: str, base: str, phrases: list[str]) -> None:
    assert differing(before, base) == phrases


@pytest.mark.parametrize(
    ("text", "history", "read"),
    [
        ("Kuinka paljon suuremmat ne olivat?", ("Paljonko tuotot olivat?", "Paljonko kulut olivat?"),
         "Kuinka paljon suuremmat ne olivat: tuotot, kulut? (Paljonko kulut olivat?)"),
        ("Paljonko enemmän se on kuin Vaasa?", ("Paljonko Turku sai?",),
         "Paljonko enemmän se on kuin Vaasa: Turku, Vaasa? (Paljonko Turku sai?)"),
        ("How much more is that than Vaasa?", ("How much did Turku get?",),
         "How much more is that than Vaasa: Turku, Vaasa? (How much did Turku get?)"),
        ("Is that more than Vaasa?", ("How much did Turku get?",),
         "Is that more than Vaasa: Turku, Vaasa? (How much did Turku get?)"),
        ("What is the difference?", ("Which city got the most in 2030?", "And the least?"),
         "What is the difference: most, least? (Which city got the least in 2030?)"),
        ("Vilken är större?", ("Hur stor är investering 3?", "Och investering 4?"),
         "Vilken är större: investering 3, investering 4? (Hur stor är investering 4?)"),
        ("Vem fick mer?", ("Hur mycket fick Åbo?", "Och Vasa?"), "Vem fick mer: Åbo, Vasa? (Hur mycket fick Vasa?)"),
        ("Kuka näistä sai eniten?", ("Paljonko Turku sai?", "Entä Vaasa?", "Entä Pori?"),
         "Kuka näistä sai eniten: Turku, Vaasa, Pori? (Paljonko Pori sai?)"),
        ("Paljonko se on asukasta kohti?", ("Paljonko Turulla on lainaa?",),
         "Paljonko Turulla on lainaa asukasta kohti?"),
        ("Mikä on ero vähiten saaneeseen?", ("Mikä alue sai eniten?",),
         "Mikä on ero vähiten saaneeseen – Mikä alue sai eniten?"),
        ("Entä ero eniten ja vähiten saaneen välillä?", ("Mikä alue sai eniten vuonna 2031?",),
         "Ero eniten ja vähiten saaneen välillä – Mikä alue sai eniten vuonna 2031?"),
        ("Entä asumistuen?", ("Kuinka paljon työttömyysturvan muutokset säästävät?",),
         "Kuinka paljon asumistuen muutokset säästävät?"),
    ],
)  # fmt: skip
def test_what_was_asked_about_is_set_against_each_other(text: str, history: tuple[str, ...], read: str) -> None:
    assert interpret(Question(text, history=history), names, topic_runs).text == read


@pytest.mark.parametrize("text", ["How much less than Vaasa is that?", "How much more did Vaasa get?"])
def test_another_is_set_against_who_was_told(text: str) -> None:
    asked = Question(text, history=("Which city got the least?",))
    read = interpret(asked, names, told=lambda _: ("Turku",)).text
    assert read == f"{text.rstrip('?')}: Turku, Vaasa? (Which city got the least?)"


def topic_runs(text: str) -> tuple[Mention, ...]:
    """Find the run of words that these tests' questions are about."""
    runs = ("työttömyysturvan muutokset", "asumistuen")
    return tuple(
        Mention("topic", text.lower().find(run), text.lower().find(run) + len(run))
        for run in runs
        if run in text.lower()
    )


@pytest.mark.parametrize(
    ("base", "rest", "whole"),
    [
        ("Paljonko Kainuu sai vuonna 2030?", "Kuka sai eniten", "Kuka sai eniten vuonna 2030?"),
        ("How much did Kainuu get for schools?", "Who got the most", "Who got the most for schools?"),
        ("Hur mycket fick Kajanaland 2030?", "Vem fick minst", "Vem fick minst 2030?"),
        ("Kuka sai vähiten vuonna 2030?", "Kuka sai eniten", None),
        ("Paljonko Kainuu sai vuonna 2030?", "Kuka sai eniten vuonna 2031", None),
    ],
)
def test_who_got_most_is_asked_of_all_for_the_same(base: str, rest: str, whole: str | None) -> None:
    def places(text: str) -> tuple[Mention, ...]:
        return tuple(Mention("place", m.start(), m.end()) for m in re.finditer(r"Kainuu|Kajanaland", text))

    assert most_of_all(rest, base, places) == whole
