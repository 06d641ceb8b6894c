"""What the operation of a question gives over the rows chosen for it: sums, extremes, ranks, shares, changes.

Knows nothing of how rows are chosen for a question, nor of how looked-up figures are told.
"""

from dataclasses import replace

from server.answering.figures import operations, shares
from server.answering.figures.asked import Asked
from server.answering.figures.checking import checks
from server.answering.figures.choice import Choice, choose, is_dated_row, of_associations, of_dated_rows
from server.answering.figures.column_shares import beside_shares
from server.answering.figures.columns import (
    asks_when,
    average_of_columns,
    best_columns,
    best_of_totals,
    change_between,
    summable,
)
from server.answering.figures.constraints import Constraints
from server.answering.figures.counting import counted_beside, names_the_row
from server.answering.figures.groups import compared, in_percent, means, share_of_granted, totals
from server.answering.figures.growth import across_documents, asks_which, compares_years, growth, growths_compared
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.levels import extremes
from server.answering.figures.lookup import merged
from server.answering.figures.measured import granted_first
from server.answering.figures.needs import ROW_OPERATIONS
from server.answering.figures.operations import Outcome
from server.answering.figures.overview import of_headed, of_titled, rows_meant
from server.answering.figures.part_of_year import sum_of_months
from server.answering.figures.ranking import rank
from server.answering.figures.untotalled import sums_of_columns
from server.answering.figures.wanted import IN_PERCENT
from server.answering.words.months import months_of


def _apart(  # noqa: PLR0913, PLR0917 - what is asked, of what
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, groups: list[list[Choice]], ledger: Ledger
) -> list[Outcome]:
    """Return how far what is named lies apart: two rows or columns, one row in two years, or all rows that changed."""
    difference, of_years = asked.operation == "difference", len(set(asked.years)) == 2
    if difference and of_years and not constraints.rows and asks_which(asked):
        rows = choose(asked, labels, constraints, of_titled(asked, labels, constraints, mask), None, all_rows=True)
        return growths_compared(asked, rows, ledger, asked.language)
    if difference and IN_PERCENT.search(asked.text):
        return in_percent(asked, groups, ledger)
    if difference and asks_which(asked) and not constraints.rows and len(constraints.columns) > 1:
        return []  # totals tell not of which rows one column has more
    apart = compared(asked, constraints, groups, ledger) or []
    if apart or not difference or not of_years:
        return apart
    chosen = [choice for group in groups for choice in group]
    return growth(asked, across_documents(chosen, labels.year_of), ledger, asked.language)


def _of_years(asked: Asked, rows: list[Choice]) -> list[Choice]:
    """Return the rows that are years or months where the question is for one: no other row is the year with most."""
    if not asks_when(asked):
        return rows
    years = [row for row in rows if is_dated_row(row.main[0])]
    return years or [row for row in rows if row.row and months_of(row.row[-1])]


def worked_out(  # noqa: C901, PLR0912, PLR0913, PLR0917 - one branch per operation
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, groups: list[list[Choice]], ledger: Ledger
) -> list[Outcome] | None:
    """Return what the operation gives, None where the question is a look-up after all."""
    language, operation = asked.language, asked.operation
    chosen = [choice for group in groups for choice in group]
    named = len(constraints.rows)
    if (
        constraints.part is not None
        and (of_part := sum_of_months(asked, constraints.part, chosen, labels, ledger)) is not None
    ):
        return of_part
    if not named and all(choice.context.table_id is None for choice in chosen):
        sums = sums_of_columns(asked, labels, constraints, mask, ledger)
        if sums:
            return sums
    if not chosen and operation in ("check", "share") and not named:
        # "How much of it is left": the few rows of the one table that says so.
        chosen = rows_meant(replace(asked, operation="lookup"), labels, constraints, mask, chosen)
        groups = [chosen]
    if operation == "check":
        return checks(asked, chosen, labels, ledger)
    if asked.spread and asks_when(asked):
        return []
    if asks_when(asked) and (best := best_columns(asked, merged(chosen), ledger)):
        return [*best, *extremes(asked, of_dated_rows(labels, constraints, mask, asked), labels.figures, ledger)]
    if operation == "average" and (mean := average_of_columns(asked, merged(chosen), labels.figures, ledger)):
        return mean
    over_years = operation in ("average", "median") and len(asked.years) > 1 and asked.row_kind in (None, "any")
    spanned = [choice for choice in chosen if len({figure.period for figure in choice.main}) == len(asked.years)]
    if over_years and not named and spanned:
        return totals(asked, [spanned], ledger)
    if operation in ROW_OPERATIONS and operation not in ("overview", "rank") and not named:
        mask = granted_first(asked, labels, of_titled(asked, labels, constraints, of_headed(asked, labels, mask)))
        rows = counted_beside(
            asked, of_associations(asked, choose(asked, labels, constraints, mask, None, all_rows=True), labels), labels
        )
        best, rows = best_of_totals(asked, rows, labels.figures, ledger) if asks_when(asked) else ([], rows)
        if operation in ("maximum", "minimum"):
            return best or extremes(asked, _of_years(asked, rows), labels.figures, ledger, below=constraints.within)
        if operation == "count":
            if not asked.limit and asked.row_kind in (None, "programme"):
                return None
            if compares_years(asked):
                return []  # how many there are in each year is not how many got less
            of_one = names_the_row(asked, rows, constraints, labels)
            return [] if of_one else operations.count(asked, rows, ledger, language, below=constraints.within)
        return means(asked, rows, ledger, below=constraints.within)
    if operation == "rank" and named:
        whole = granted_first(asked, labels, constraints.conjunction(len(labels.figures), without="rows"))
        chosen = [choice for choice in chosen if any(whole[labels.figures.by_id[one.id]] for one in choice.main)]
        everything = choose(asked, labels, constraints, whole, None, all_rows=True)
        return rank(asked, chosen, everything, ledger, language)
    if operation in ("difference", "ratio", "which"):
        return _apart(asked, labels, constraints, mask, groups, ledger)
    if operation == "share":
        if len(asked.measures) == 2:
            return shares.measure_share(chosen, asked.measures, ledger, language)
        if asked.measures in (("paid",), ("remaining",)):
            return share_of_granted(asked, labels, groups, ledger)
        if named <= 1 and (beside := beside_shares(asked, chosen, labels, ledger)) is not None:
            return beside
        if named <= 1:
            return shares.share(labels.figures, chosen, ledger, language)
        if named == 2:
            return shares.part_share(operations.pairs(groups), ledger, language)
        return []
    if operation == "growth":
        if not named and (asked.extreme is not None or asked.row_kind is not None or asks_which(asked)):
            rows = choose(asked, labels, constraints, of_titled(asked, labels, constraints, mask), None, all_rows=True)
            told = growths_compared(asked, rows, ledger, language)
            if told or asked.extreme is not None or asks_which(asked):
                return told  # else what rows are may say whose the row is: "the city's loans"
        series = [choice for choice in chosen if len({figure.period for figure in choice.figures} - {None}) > 1]
        outcomes = growth(asked, merged(series), ledger, language, labels)
        dated = across_documents(chosen, labels.year_of) if not outcomes and len(asked.years) != 1 else []
        return outcomes or growth(asked, dated, ledger, language) or change_between(asked, chosen, ledger)
    if operation in ("maximum", "minimum", "rank") or (
        operation in ("average", "median") and named < 2 and len(asked.years) < 2
    ):
        return []
    if operation == "count" and (asked.limit or asked.row_kind):
        return []
    if (operation in ("sum", "average", "median") or (operation == "count" and asked.totalled)) and (
        named > 1 or len(constraints.years) > 1 or len(constraints.columns) > 1
    ):
        if len(groups) == 1 and len(constraints.columns) > 1 and not all(summable(one.main) for one in groups[0]):
            return None  # told beside each other
        return totals(asked, groups, ledger)
    return None
