"""Percentages that follow, or do not follow, from other cells of their table. Knows nothing of sums."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import permutations
from typing import Literal

from ingest.table import Figure, Finding
from ingest.tables.findings import Judgement, show
from ingest.tables.lattice import step_of

Form = Literal["ratio", "rest", "change", "of total"]
_FEWEST = 3
_FEWEST_FINE = 2
_TENTH = Decimal("0.1")
_MAJORITY = 0.6
_MOST_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class _Share:
    """How percentages of a column come about.

    "ratio": `part` / `whole`; "rest": (`whole` − `part`) / `whole`; "change": (`part` − `whole`) / `whole`; "of total":
    `part` / `part` of the row `whole`. `part` and `whole` are columns but for that.
    """

    form: Form
    part: int
    whole: int


def judge_shares(judgement: Judgement) -> None:
    """Judge the percent columns of a table: those that are shares, rests or changes of amounts beside them.

    A percentage printed in brackets behind an amount claims to be that amount's share; it is told where it is not,
    with what it does follow from.
    """
    lattice = judgement.lattice
    percent = [column for column in range(lattice.columns) if _mostly_percent(judgement, column)]
    amounts = [column for column in range(lattice.columns) if column not in percent]
    if not percent or not 0 < len(amounts) <= _MOST_COLUMNS:
        return
    for column in percent:
        best = _best(judgement, column, amounts)
        attached = column - 1 if _is_attached(judgement, column) else None
        if best is None:
            continue
        for row in range(lattice.rows):
            worth = _expected(judgement, best, row)
            figure = lattice.at.get((row, column))
            if figure is None or figure.value is None or worth is None:
                continue
            expected, tolerance, words = worth
            holds = abs(figure.value - expected) <= tolerance
            claim = None
            if attached is not None and best.part != attached and best.form in ("ratio", "rest"):
                claim = _expected(judgement, _Share("ratio", attached, best.whole), row)
            if claim is not None and abs(figure.value - claim[0]) > claim[1]:
                also = f"; {show(figure.value)} follows from {words}" if holds else ""
                _contradict(judgement, figure, claim, also)
            elif holds:
                judgement.confirmed.setdefault((row, column), f"share: {words} = {show(figure.value)} %")
            else:
                _contradict(judgement, figure, worth, "")


def _mostly_percent(judgement: Judgement, column: int) -> bool:
    figures = [figure for (_, place), figure in judgement.lattice.at.items() if place == column]
    return bool(figures) and sum(figure.unit == "%" for figure in figures) * 2 > len(figures)


def _is_attached(judgement: Judgement, column: int) -> bool:
    """Tell whether a percent column is made of brackets behind the numbers of the column before it."""
    names = judgement.column_names
    return judgement.table.origin == "flat" and column > 0 and names[column] == names[column - 1]


def _best(judgement: Judgement, column: int, amounts: Sequence[int]) -> _Share | None:
    """Return the form that most percentages of a column follow, or None where no form fits most of at least three."""
    best: _Share | None = None
    best_holds = (_FEWEST_FINE if _is_fine(judgement, column) else _FEWEST) - 1
    for share in _forms(judgement, amounts):
        holds = able = 0
        for row in range(judgement.lattice.rows):
            figure = judgement.lattice.at.get((row, column))
            worth = _expected(judgement, share, row)
            if figure is None or figure.value is None or worth is None:
                continue
            able += 1
            holds += abs(figure.value - worth[0]) <= worth[1]
        if holds > best_holds and holds >= _MAJORITY * able:
            best, best_holds = share, holds
    return best


def _is_fine(judgement: Judgement, column: int) -> bool:
    """Tell whether the percentages of a column are printed to the tenth, so that chance hardly meets two of them."""
    figures = [figure for (_, place), figure in judgement.lattice.at.items() if place == column and figure.value]
    return any(step_of(figure, judgement.table) <= _TENTH for figure in figures)


def _forms(judgement: Judgement, amounts: Sequence[int]) -> Iterator[_Share]:
    for part, whole in permutations(amounts, 2):
        yield _Share("ratio", part, whole)
        yield _Share("rest", part, whole)
        yield _Share("change", part, whole)
    last = judgement.lattice.rows - 1
    for row in {0, last}:
        for part in amounts:
            yield _Share("of total", part, row)


def _expected(judgement: Judgement, share: _Share, row: int) -> tuple[Decimal, Decimal, str] | None:
    """Return the percentage that the form gives in a row, what rounding explains, and the computation in words."""
    at = judgement.lattice.at
    part = at.get((row, share.part))
    whole = at.get((share.whole, share.part)) if share.form == "of total" else at.get((row, share.whole))
    if part is None or whole is None or part.value is None or not whole.value or part.unit != whole.unit:
        return None
    ratio = 100 * part.value / whole.value
    words = f"{show(part.value)} / {show(whole.value)}"
    if share.form == "rest":
        ratio, words = 100 - ratio, f"({show(whole.value)} − {show(part.value)}) / {show(whole.value)}"
    elif share.form == "change":
        ratio, words = ratio - 100, f"({show(part.value)} − {show(whole.value)}) / {show(whole.value)}"
    rounding = (step_of(part, judgement.table) + step_of(whole, judgement.table)) * 50 / abs(whole.value)
    return ratio, _half_step(judgement, row) + rounding, words


def _half_step(judgement: Judgement, row: int) -> Decimal:
    """Return half of the last printed digit of the row's percentages, the coarsest of them."""
    steps = [
        step_of(figure, judgement.table)
        for (place, _), figure in judgement.lattice.at.items()
        if place == row and figure.unit == "%" and figure.value is not None
    ]
    return min(max(steps, default=Decimal(1)), Decimal(1)) / 2


def _contradict(judgement: Judgement, figure: Figure, worth: tuple[Decimal, Decimal, str], also: str) -> None:
    expected, tolerance, words = worth
    shown = expected.quantize(Decimal("0.1"))
    reason = f"share gives {words} = {show(shown)} %, printed {show(figure.value or Decimal(0))} %{also}"
    judgement.contradicted[figure.row, figure.column] = reason
    row = judgement.row_names[figure.row] if figure.row < len(judgement.row_names) else ""
    stated = figure.value or Decimal(0)
    row_figures = [
        other for (place, _), other in sorted(judgement.lattice.at.items()) if place == figure.row and other.value
    ]
    addends = [other for other in row_figures if show(other.value or Decimal(0)) in words and other.unit != "%"]
    judgement.findings.append(
        Finding(
            kind="share",
            identity=f"{judgement.column_names[figure.column]} % = {words}, {row}",
            stated=stated,
            expected=shown,
            difference=stated - shown,
            tolerance=tolerance,
            unit="%",
            result=figure.id,
            addends=tuple(other.id for other in addends),
            spans=tuple(other.value_span for other in (figure, *addends) if other.value_span is not None),
        )
    )
