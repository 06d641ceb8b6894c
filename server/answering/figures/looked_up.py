"""The rows that answer a question read by itself as a look-up: one side of a comparison, the whole of a share.

Knows nothing of the question that it is a part of.
"""

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.measured import money_first
from server.answering.figures.selection import constraints_of


def rows_answering(asked: Asked, labels: LabelIndex, mask: Mask, *, wider: bool) -> list[Choice]:
    """Return the rows of tables among the figures of `mask` that answer `asked`, if it names one row at most.

    None do where a word of it is unknown. With `wider`, what stands over a table accounts for words, too.
    """
    constraints = constraints_of(asked, labels, wider=wider)
    if constraints.unexplained or constraints.unknown or len(constraints.rows) > 1:
        return []
    slot = constraints.rows[0] if constraints.rows else None
    fits = constraints.conjunction(len(labels.figures)) & mask & labels.in_tables()
    fits = np.asarray(fits & slot.mask if slot is not None else fits, dtype=np.bool_)
    return choose(asked, labels, constraints, money_first(asked, labels, fits), slot) if fits.any() else []
