"""Whether a document's own totals are what their parts come to: "does the total add up?". Knows no questions' words.

What does not add up is told by the findings of the table; that something does is seen by adding up its parts here.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure, Table
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.compared_rows import NOTHING
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.operations import Outcome
from server.answering.figures.sentences import say
from server.answering.figures.wording import row_named, value_of
from server.answering.words.numbers_format import format_number, format_value

_FEWEST = 2
_MOST = 24


def checks(asked: Asked, chosen: Sequence[Choice], labels: LabelIndex, ledger: Ledger) -> list[Outcome]:
    """Return for each chosen figure that is a total whether it adds up, those that do not first.

    Of the figures of its row that it sums, those that do not add up themselves are told, too; those that do are not
    told beside it. Of more than two dozen the rest that adds up is only counted. Nothing for what is no total, nor
    where neither can be told.
    """
    stated = [(figure, choice) for choice in chosen for figure in choice.main if figure.value is not None]
    tables = [(figure, choice, table) for figure, choice in stated if (table := labels.figures.table_of(figure))]
    found: list[Outcome] = []
    doubted: set[str] = set()
    for figure, choice, table in tables:
        summed = _along(figure, table) if figure.column_role in ("total", "parent") else []
        if wrong := [one for cell in (figure, *summed) for one in _failing(asked, cell, choice, table, ledger)]:
            doubted.add(figure.id)
            found += wrong
    right = [one for one in tables if one[0].id not in doubted and _holds(one[0], one[2])]
    parts = {part.id for figure, _, table in right for part in _along_total(figure, table)}
    # What sums both rows and columns is the total of all; other totals come after such.
    right = sorted((one for one in right if one[0].id not in parts), key=lambda one: not _sums_both(one[0]))
    told = max(0, _MOST - len(found))
    found += [_holding(asked, *one, ledger) for one in right[:told]]
    more = {(figure.row_path, figure.value, choice.context.title) for figure, choice, _ in right[told:]}
    return [*found[:-1], replace(found[-1], more=len(more))] if found else []


def _failing(asked: Asked, figure: Figure, choice: Choice, table: Table, ledger: Ledger) -> list[Outcome]:
    language = asked.language
    found = []
    for finding in table.findings:
        if finding.result != figure.id:
            continue
        position = ledger.add(figure)
        ledger.find(finding)
        sentence = say("fails", language, row=row_named(choice.main[0], language),
                       stated=format_value(finding.stated, finding.unit, language),
                       expected=format_value(finding.expected, finding.unit, language),
                       difference=format_value(finding.difference, finding.unit, language))  # fmt: skip
        found.append(Outcome(sentence, (position,), choice.context, figure.column_path))
    return found


def _holds(figure: Figure, table: Table) -> bool:
    """Whether a figure is the sum of its parts, of which there are several and none is unread."""
    cells = _parts(figure, table)
    values = [cell.value for cell in cells if cell.value is not None]
    unread = any(cell.value is None and cell.text not in NOTHING for cell in cells)
    return len(values) >= _FEWEST and not unread and sum(values, Decimal(0)) == figure.value


def _holding(asked: Asked, figure: Figure, choice: Choice, table: Table, ledger: Ledger) -> Outcome:
    language = asked.language
    parts = [cell for cell in _parts(figure, table) if cell.value is not None]
    formula = " + ".join(format_number(part.value or Decimal(0), language) for part in parts)
    inputs = [ledger.add(part) for part in parts]
    stated = ledger.add(figure)
    result = ledger.compute(figure.value or Decimal(0), figure.unit, formula, inputs, row_path=figure.row_path)
    sentence = say("holds", language, row=row_named(choice.main[0], language), value=value_of(figure, language))
    return Outcome(sentence, (*inputs, stated, result), choice.context, figure.column_path, (), formula)


def _along_total(figure: Figure, table: Table) -> list[Figure]:
    """Return the totals beside a total of totals, which it is told instead of."""
    return _along(figure, table) if _sums_both(figure) else []


def _sums_both(figure: Figure) -> bool:
    return figure.row_role == "total" and figure.column_role in ("total", "parent")


def _parts(figure: Figure, table: Table) -> list[Figure]:
    """Return the figures that a total row, parent row or total column should sum, nothing for other figures."""
    column = [cell for cell in table.figures if cell.column == figure.column and cell.id != figure.id]
    if figure.row_role == "total":
        return [cell for cell in column if cell.row_role in ("plain", "parent")]
    if figure.row_role == "parent":
        own = [cell for cell in column if cell.row_parent == figure.row]
        beside = [cell for cell in column if len(cell.row_path) > 1 and cell.row_path[:-1] == figure.row_path[:-1]]
        return own or beside
    return _along(figure, table) if figure.column_role in ("total", "parent") else []


def _along(figure: Figure, table: Table) -> list[Figure]:
    """Return the figures of a row that its total column, or the parent of some columns, sums."""
    row = [cell for cell in table.figures if cell.row == figure.row and cell.id != figure.id]
    own = [cell for cell in row if cell.column_parent == figure.column]
    return own or [cell for cell in row if cell.column_role == "plain" and cell.unit == figure.unit]
