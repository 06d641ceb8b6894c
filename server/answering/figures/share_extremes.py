"""Which row has the largest or smallest share of one measure in another: "of which grant was most paid out".

Knows nothing of shares that the documents print, nor of the share of a row in a total.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import say
from server.answering.figures.shares import measure_pair, share_of_row
from server.answering.figures.understanding import measures_named

_FEWEST = 2


def share_extremes(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome] | None:
    """Return the row of each table with the most or least of one measure for another, None where none is asked for.

    A table with a row that lacks one of them tells of none.
    """
    named = measures_named(asked)
    if named in (("paid",), ("remaining",)) and "grant" in asked.kinds:
        named = ("granted", *named)  # sums tell not of whose grant the most is left
    if asked.operation not in ("maximum", "minimum") or not asked.portion or len(named) != _FEWEST:
        return None
    both = replace(asked, measures=named, measure=named[-1], portion=False)
    constraints = constraints_of(both, labels)
    if constraints.unknown or constraints.unexplained:
        return []
    tables: dict[str | None, list[Choice]] = {}
    for choice in choose(
        both, labels, constraints, constraints.conjunction(len(labels.figures)) & mask, None, all_rows=True
    ):
        tables.setdefault(choice.context.table_id, []).append(choice)
    outcomes = []
    for rows in tables.values():
        pairs = [pair for row in rows if (pair := measure_pair(row.figures, named)) is not None]
        if len(pairs) >= _FEWEST and len(pairs) == len(rows):
            outcomes += _of_table(asked, rows, pairs, ledger)
    return outcomes


def _of_table(
    asked: Asked, rows: Sequence[Choice], pairs: Sequence[tuple[Figure, Figure]], ledger: Ledger
) -> list[Outcome]:
    """Return the rows with the extreme share of a part in a whole, told one by one."""
    shares = [(part.value or 0) / (whole.value or 1) for part, whole in pairs]
    bound = max(shares) if asked.operation == "maximum" else min(shares)
    found = [
        share_of_row(part, whole, row.context, ledger, asked.language)
        for row, (part, whole), share in zip(rows, pairs, shares, strict=True)
        if share == bound
    ]
    return [
        replace(outcome, sentence=say(asked.operation, asked.language, rows=outcome.sentence))
        for outcome in found
        if outcome is not None
    ]
