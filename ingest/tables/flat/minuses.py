"""Minuses that a blank parts from their numbers in flat text: "Avskrivningar – 15 842 – 14 517".

A dash may as well stand for an empty cell. Rows are offered with the dashes as minuses; whether they make a table so,
where they make none otherwise, `ingest.tables.flat.tables` decides.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.table import Table
from ingest.tables.flat.rows import Run
from ingest.tables.splits import Token, count_splits

_SIGNS = frozenset("-–−")


def with_minuses(run: Run) -> Run | None:
    """Return `run` with each dash joined to the number behind it; None without dashes, or where one has none there."""
    dashes = [token for row in run.rows for token in row.tokens if token.dash]
    if not dashes or any(token.text not in _SIGNS for token in dashes):
        return None
    if any(row.tokens[-1].dash or not _lead(row.tokens) for row in run.rows):
        return None
    return replace(run, rows=tuple(replace(row, tokens=joined(row.tokens)) for row in run.rows))


def without_unclear(run: Run, signed: Run, columns: int) -> Run | None:
    """Return `signed` without the cells of rows of `run` where each dash may be one of so many columns' empty cells.

    None where it may be so in half of the rows with dashes.
    """
    dashed = [any(token.dash for token in row.tokens) for row in run.rows]
    unclear = [dash and count_splits(row.tokens, columns) > 0 for dash, row in zip(dashed, run.rows, strict=True)]
    if 2 * sum(unclear) >= sum(dashed):
        return None
    rows = tuple(replace(row, broken=row.broken or doubt) for row, doubt in zip(signed.rows, unclear, strict=True))
    return replace(signed, rows=rows)


def without_either(run: Run, signed: Run, table: Table) -> Run:
    """Return `run` without the cells of rows that fill the columns with each dash as a minus as well as without.

    Rows of `table` whose numbers its sums confirm keep theirs.
    """
    columns = len(table.column_labels)
    sure = {figure.row for figure in table.figures if figure.check == "reconciled"}
    rows = tuple(
        replace(row, broken=True)
        if number not in sure and _fills(row.tokens, columns) and _fills(other.tokens, columns) and row != other
        else row
        for number, (row, other) in enumerate(zip(run.rows, signed.rows, strict=True))
    )
    return replace(run, rows=rows)


def _fills(tokens: Sequence[Token], columns: int) -> bool:
    """Tell whether tokens can be read as exactly so many numbers and dashes."""
    return count_splits(tokens, columns) > count_splits(tokens, columns - 1)


def joined(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return `tokens` with each dash that one blank parts from digits as the minus of their number."""
    found: list[Token] = []
    for token in tokens:
        before = found[-1] if found else None
        if before is not None and before.dash and _leads(before, token):
            value = None if token.value is None else -token.value
            found[-1] = replace(token, text=f"-{token.text}", start=before.start, starts=True, value=value)
        else:
            found.append(token)
    return tuple(found)


def _lead(tokens: Sequence[Token]) -> bool:
    return all(_leads(token, after) for token, after in pairwise(tokens) if token.dash)


def _leads(dash: Token, token: Token) -> bool:
    """Tell whether one blank parts a dash from digits without a sign."""
    return not token.dash and token.start == dash.end + 1 and token.text[0].isdigit()
