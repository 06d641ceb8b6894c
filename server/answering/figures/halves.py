"""Whether an answer is to one half of a question only: "visitors and opening days" asks for both.

Knows nothing of how either half is answered.
"""

from collections.abc import Sequence

from server.answering.figures.alternatives import ANDS
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.constraints import Constraints, Need
from server.answering.figures.labels import LabelIndex


def half_said(asked: Asked, labels: LabelIndex, constraints: Constraints, chosen: Sequence[Choice]) -> bool:
    """Whether of two words joined by "and" only one is of the chosen columns, the other of their title alone."""
    places = [labels.figures.by_id[figure.id] for choice in chosen for figure in choice.main]
    needs = {need.position: need for need in constraints.needs if need.evidence}
    for position, word in enumerate(asked.words):
        one, other = needs.get(position - 1), needs.get(position + 1)
        if word.text.casefold() not in ANDS or one is None or other is None:
            continue
        if (_of_columns(one, places) and _of_title(other, places)) or (
            _of_title(one, places) and _of_columns(other, places)
        ):
            return True
    return False


def _of_columns(need: Need, places: Sequence[int]) -> bool:
    return all(need.counted[place] and not need.context[place] for place in places)


def _of_title(need: Need, places: Sequence[int]) -> bool:
    return all(need.context[place] and not (need.counted[place] or need.row_path[place]) for place in places)
