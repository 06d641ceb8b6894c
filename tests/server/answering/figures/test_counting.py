"""How many did something is no sum, whatever unit the sums lack."""

from server.answering.answer import Question
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.understanding import understand
from tests.server.answering.figures.written import source_of

APPLIED = """# Toiminta-avustukset 2030

| Saaja | Haettu 2030 | Myönnetty 2030 |
|---|---|---|
| Kenttäsäätiö: toiminta-avustus | 6 200 000 | 6 118 000 |
| Lavasäätiö: toiminta-avustus | 5 618 000 | 5 845 000 |
"""


def test_how_many_applied_is_not_how_much() -> None:
    source = source_of(avustukset=APPLIED)
    found = answer_from_figures(understand(Question("Kuinka moni haki toiminta-avustusta?"), "fi"), source)
    assert found is None or found.status != "answered", found.answer
