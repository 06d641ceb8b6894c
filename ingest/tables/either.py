"""What "54,210" is where neither other numbers nor the language tell: the reading in which the table's sums hold.

Both readings of a table whose numbers all have such commas sum alike; beside "950" only one does.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal

from ingest.table import Figure, Table
from ingest.tables.cells import is_either
from ingest.tables.numbers import parse_number

_MILLION = 1_000_000


def style_by_sums(read: Callable[[bool | None], Sequence[Table]], *, preferred: bool | None) -> bool | None:
    """Return the reading with more numbers that sums confirm; `preferred` where both have as many.

    `read` returns the reconciled tables for commas that group thousands (True), part decimals (False) or stay unread
    (None). Hardly anything but millions and ratios is printed with three decimals: where the sums do not tell and
    `preferred` would give them to euros, thousands of them or what is counted, these stay unread.
    """
    grouped, parted = read(True), read(False)
    difference = _held(grouped) - _held(parted)
    if difference and any(map(_has_plain, (*grouped, *parted))):
        return difference > 0
    return None if preferred is False and any(map(_has_mils, parted)) else preferred


def _held(tables: Sequence[Table]) -> int:
    """Return how many more numbers are confirmed than contradicted."""
    checks = [figure.check for table in tables for figure in table.figures]
    return checks.count("reconciled") - checks.count("contradicted")


def _has_plain(table: Table) -> bool:
    """Tell whether some number stands without a comma, so that the two readings do not sum alike."""
    return any(figure.value and figure.text.lstrip("-−–").isdigit() for figure in table.figures)


def _has_mils(table: Table) -> bool:
    """Tell whether two or more numbers that are neither percentages nor millions are printed with three decimals."""
    odd = [figure for figure in table.figures if not (figure.unit or "").startswith("%") and is_either(figure.text)]
    return sum(_scale(figure) < _MILLION for figure in odd) > 1


def _scale(figure: Figure) -> Decimal:
    """Return what the printed number was multiplied by."""
    printed = parse_number(figure.text, grouped_by_comma=False)
    return figure.value / printed if figure.value and printed else Decimal(0)
