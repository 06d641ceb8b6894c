"""Constraints read another way where figures show that it is meant: a span of years, a row's name as a title's.

Knows nothing of how constraints were found.
"""

from dataclasses import replace

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import Constraints, Need
from server.answering.figures.labels import LabelIndex, Mask


def of_one_span(asked: Asked, labels: LabelIndex, constraints: Constraints, allowed: Mask) -> Constraints:
    """Return `constraints` for the span of years that the question names, where figures are stated for just that.

    The school year 2023–2024 is no sum of two years.
    """
    if not asked.year_range or asked.operation == "growth" or not constraints.years:
        return constraints
    span = labels.in_range(asked.years[0], asked.years[-1])
    fits = constraints.conjunction(len(labels.figures), without="years") & span & allowed & labels.in_tables()
    return (
        replace(constraints, years={"–".join((asked.years[0], asked.years[-1])): span}) if fits.any() else constraints
    )


def in_context(constraints: Constraints, labels: LabelIndex, allowed: Mask) -> Constraints:
    """Return `constraints` whose one row is a need of titles, where no row of what fits has its name.

    "All projects of Central Finland" are those of its portfolio, though another table has a row of that name.
    """
    if len(constraints.rows) != 1:
        return constraints
    (slot,) = constraints.rows
    fits = constraints.conjunction(len(labels.figures)) & allowed
    if not fits.any() or (fits & labels.row_path.mask(slot.keys)).any():
        return constraints
    nothing = np.zeros(len(fits), dtype=np.bool_)
    need = Need(slot.text, slot.mask, nothing, nothing, slot.mask, nothing, evidence=True)
    return replace(constraints, rows=(), needs=(*constraints.needs, need))
