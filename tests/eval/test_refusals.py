"""The curve of refusals and the fits on half A, over made-up outcomes."""

import numpy as np

from eval.bench.fit_reading import Choice, fitted
from eval.bench.refusals import line
from eval.bench.trials import Asked, Trial, plain
from server.answering.answer import Question
from server.answering.text.passages import Evidence
from server.answering.text.refusal import Judgement
from server.answering.words.kinds import Wanted


def asked(*, hidden: bool, relevant: bool, right: bool) -> Asked:
    """A question that a rule refused: no point on the curve answers it."""
    trial = Trial(Question("Mikä?"), "fi", 0, frozenset({"a"} if relevant else set()), ())
    evidence = Evidence(Wanted("what"), (), (), ())
    return Asked("set", trial, hidden, evidence, Judgement(answered=False, sure=0.0, why="wrong_year"), right)


def test_what_a_rule_refuses_stays_refused_at_any_point() -> None:
    rows = [
        asked(hidden=False, relevant=True, right=True),
        asked(hidden=True, relevant=True, right=False),
        asked(hidden=False, relevant=False, right=False),
    ]
    assert line(-0.3, rows) == (
        "  -0.30   refusals right, document removed 1.000   answers kept 0.000   right of these 0.000"
        "   right of all 0.000   premise, near miss, outside refused 1.000"
    )


def test_a_trial_is_answerable_only_with_its_documents() -> None:
    assert asked(hidden=False, relevant=True, right=True).answerable
    assert not asked(hidden=True, relevant=True, right=True).answerable
    assert not asked(hidden=False, relevant=False, right=True).answerable


def test_the_signal_that_tells_right_pieces_gets_the_weight() -> None:
    choice = Choice("set", 0, np.array([[1.0, 0.5], [0.0, 0.5], [0.0, 0.4]]), np.array([True, False, False]))
    weights = fitted([choice] * 50)
    assert weights[0] > 1
    assert choice.looks @ weights @ np.eye(3)[0] == max(choice.looks @ weights)


def test_texts_are_compared_without_case_and_line_breaks() -> None:
    assert plain("Oulun\n  YLIOPISTO ") == "oulun yliopisto"
