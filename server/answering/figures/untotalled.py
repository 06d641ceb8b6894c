"""What the rows of a column come to, where their table prints no total: "how many visitors were there in all?".

Only a column that the question names is summed, and only rows that stand side by side. Knows nothing of how a question
is understood.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.apart import row_label
from server.answering.figures.asked import Asked
from server.answering.figures.choice import choose, is_dated_row
from server.answering.figures.constraints import Constraints
from server.answering.figures.dated import years_in
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome

_FEWEST, _MOST = 2, 30
_PART = re.compile(
    r"\b(?:josta|joista|siitä|niistä|varav|därav|of which|yhteensä|yht|totalt|summa|total)\b", re.IGNORECASE
)


def sums_of_columns(
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, ledger: Ledger
) -> list[Outcome]:
    """Return the sum of each column named that has no total, nothing where it is open what the rows are.

    `mask` are the figures that account for the question.
    """
    named = [need.counted for need in constraints.needs if need.evidence]
    totalled = asked.totalled and asked.operation in ("lookup", "count", "overview")
    if not named or not (totalled or asked.operation == "sum"):
        return []  # who has most "in total" is no sum of all
    here = np.asarray(mask & np.logical_or.reduce(named) & labels.in_tables(), dtype=np.bool_)
    rows = choose(asked, labels, constraints, here, None, all_rows=True)
    found: list[Outcome] = []
    for (context, column, _, _), figures in operations.by_column(rows).items():
        table = labels.figures.table_of(figures[0])
        every = [one for one in (table.figures if table else ()) if one.column == figures[0].column]
        if table is not None and table.origin == "listed":
            continue  # a list in running text may name some alone
        if _side_by_side(figures) and len(every) == len(figures):
            label = row_label(asked.language)
            total = operations.total(figures, context, column, ledger, asked.language, kind="sum", label=label)
            found += [total] if total is not None else []
    return found


def _side_by_side(figures: Sequence[Figure]) -> bool:
    """Whether figures are all of the rows of a column, none a part, a sum or another year of others."""
    values = [figure.value for figure in figures]
    known = [value for value in values if value is not None]
    if not _FEWEST <= len(known) <= _MOST or len(known) < len(values):
        return False
    plain = all(figure.row_role == "plain" and figure.column_role == "plain" for figure in figures)
    labels = [" ".join(figure.row_path) for figure in figures]
    apart = not any(_PART.search(label) or years_in(label) for label in labels) and len(set(labels)) == len(labels)
    return plain and apart and not any(map(is_dated_row, figures)) and not _sums(known)


def _sums(values: Sequence[Decimal]) -> bool:
    """Whether one of several values is what all others, or some right before or after it, come to."""
    for place, value in enumerate(values):
        for beside in (list(reversed(values[:place])), list(values[place + 1 :])):
            reached = Decimal(0)
            for count, other in enumerate(beside, 1):
                reached += other
                if count > 1 and value and reached == value:
                    return True
    return False
