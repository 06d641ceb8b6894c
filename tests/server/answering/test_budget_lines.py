"""Lines of the state budget asked for by name, checked against another parse of the PDFs."""

from collections import Counter

import pytest

from eval.bench.budget_lines import ask, budgets_of, outcome, questions_of
from tests.data import shared


@pytest.mark.slow
def test_lines_asked_by_name_are_answered_exactly() -> None:
    folder = shared("data") / "talousarvio"
    budgets = budgets_of(folder)
    counts = Counter(outcome(ask(text, budgets), expected) for text, expected in questions_of(folder, 210))
    assert counts == {"exact": 210}
