"""Which rows an overview has: all those of the tables meant, in the documents' order, sub-rows after their parents.

Knows nothing of wording.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import numpy as np

from index.figures import FigureIndex
from ingest.table import Figure
from server.answering.figures import operations
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice, choose, of_associations
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.constraints import Constraints
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.levels import counts_behind, level_of
from server.answering.words.vocabulary import listed, word_keys

_FEW = 6
_PLACES = ("region", "collaborative_area", "city", "place")


def of_titled(asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask) -> Mask:
    """Return the figures of `mask` in tables whose title or head has all words of the question, if there are such.

    Asked for what is in a programme, a row elsewhere that mentions the programme is not meant.
    """
    needs = [need for need in constraints.needs if need.evidence and not need.measure]
    if not needs:
        return mask
    headed = (
        labels.head.mask(word_keys(asked.words[need.position]))
        if need.position >= 0 and not counts_behind(asked, need.position)
        else need.context
        for need in needs
    )
    said = [need.context | head for need, head in zip(needs, headed, strict=True)]
    titled = np.asarray(mask & labels.in_tables() & np.logical_and.reduce(said))
    # Rows of such a table that have a word themselves are of it, too.
    own = [one | need.row_path for one, need in zip(said, needs, strict=True)]
    rows = mask & labels.in_tables() & np.logical_and.reduce(own) & labels.of_contexts(titled)
    return np.asarray(titled | rows, dtype=np.bool_) if titled.any() else mask


def of_headed(asked: Asked, labels: LabelIndex, mask: Mask) -> Mask:
    """Return the figures of `mask` in tables whose rows are called what the question compares, if there are such.

    "Which measure" asks of tables of measures. Regions, areas and counties are called one for the other.
    """
    for word, kind in zip(asked.words, asked.kinds, strict=True):
        if kind == "kind" and not any(listed(word, "kinds", place) for place in _PLACES):
            # The word itself before others of its meaning.
            for keys in ({key for key in word_keys(word) if key.startswith("w:")}, word_keys(word)):
                headed = np.asarray(mask & labels.in_tables() & labels.head.mask(keys), dtype=np.bool_)
                if headed.any():
                    mask = headed
                    break
    return mask


def rows_meant(
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, chosen: list[Choice]
) -> list[Choice]:
    """Return what a question that names no row is answered with: all rows of an overview, else `chosen`.

    Where that is nothing and a measure alone is asked for, it is the few rows of the one table that has it.
    """
    if asked.operation == "overview":
        rows = choose(asked, labels, constraints, of_titled(asked, labels, constraints, mask), None, all_rows=True)
        kept = limited(asked, of_associations(asked, of_kind(asked, rows), labels))
        return sorted(kept, key=_from_the_largest) if asked.ordered else kept
    if asked.operation != "lookup" or not measure_alone(asked, constraints, mask):
        return chosen
    # Of several measures, the table that has all of them answers before the totals of those that have one.
    wanted = set(asked.measures) if len(asked.measures) > 1 else set[str]()
    if chosen and (not wanted or any(wanted <= {figure.measure for figure in choice.main} for choice in chosen)):
        return chosen
    every = choose(asked, labels, constraints, mask, None, all_rows=True)
    return all_of_one([row for row in every if wanted <= {figure.measure for figure in row.main}]) or chosen


def _from_the_largest(choice: Choice) -> Decimal:
    return -(choice.main[0].value or Decimal(0)) if choice.main else Decimal(0)


def all_of_one(choices: Sequence[Choice]) -> list[Choice]:
    """Return `choices` where they are the few rows of one table that has no total: "how much is paid" of three sums."""
    tables = {choice.context.table_id for choice in choices}
    return list(choices) if len(tables) == 1 and None not in tables and len(choices) <= _FEW else []


def measure_alone(asked: Asked, constraints: Constraints, mask: Mask) -> bool:
    """Whether a question is for a measure and names no row of what it is of: "how much has been paid?".

    What the titles of all figures of `mask` say names none.
    """
    named = (need for need in constraints.needs if need.evidence and not need.measure)
    return asked.measure is not None and all(bool(need.context[mask].all()) for need in named)


def of_kind(asked: Asked, choices: Sequence[Choice]) -> list[Choice]:
    """Return `choices` of the tables most of whose rows are places, where the overview is by places.

    Tables of just the kind of places asked for come before those of other kinds.
    """
    if asked.row_kind not in _PLACES:
        return list(choices)
    tables: dict[str | None, list[Choice]] = {}
    for choice in choices:
        tables.setdefault(choice.context.table_id, []).append(choice)
    for kind in (asked.row_kind, "place") if asked.row_kind != "region" else ("place",):
        kept = {
            table
            for table, rows in tables.items()
            if any(rows_compared([row.main[0] for row in rows if row.main], kind))
            or level_of(asked, rows[0].context) == 0
        }
        if kept:
            return [choice for choice in choices if choice.context.table_id in kept]
    return list(choices)


def with_children(choices: Sequence[Choice], index: FigureIndex) -> list[Choice]:
    """Return `choices` with the sub-rows of each parent row after it, in the same columns."""
    found: list[Choice] = []
    listed: set[str] = set()
    for choice in choices:
        if listed.issuperset(figure.id for figure in choice.figures):
            continue
        table = index.tables.get(choice.context.table_id or "")
        found.append(_with_parts(choice, table.figures, index) if table is not None else choice)
        if table is None:
            continue
        rows: dict[int, list[Figure]] = {}
        for figure in table.figures:
            if figure.row_parent == choice.main[0].row and figure.value is not None:
                rows.setdefault(figure.row, []).append(index.figures[index.by_id[figure.id]])
        main, details = ({figure.column for figure in figures} for figures in (choice.main, choice.details))
        for figures in rows.values():
            told = tuple(figure for figure in figures if figure.column in main)
            rest = tuple(figure for figure in figures if figure.column in details)
            if told or rest:
                found.append(replace(choice, row=figures[0].row_path, main=told or rest, details=rest if told else ()))
                listed.update(figure.id for figure in (*told, *rest))
    return found


def _with_parts(choice: Choice, figures: Sequence[Figure], index: FigureIndex) -> Choice:
    """Return a row of one column with the columns that are parts of that one."""
    if len(choice.main) != 1 or choice.details:
        return choice
    whole = choice.main[0]
    parts = [one for one in figures if one.row == whole.row and one.column_parent == whole.column]
    told = tuple(index.figures[index.by_id[one.id]] for one in parts if one.value)
    return replace(choice, details=told) if len(told) > 1 else choice


def unread(asked: Asked, choices: Sequence[Choice], index: FigureIndex) -> list[Figure]:
    """Return the cells beside those of limited `choices` that the limit cannot be put to, for their value is open."""
    if asked.operation != "overview" or asked.limit is None:
        return []
    shown = {(figure.table_id, figure.column) for choice in choices for figure in choice.main}
    tables = dict.fromkeys(table_id for table_id, _ in shown if table_id is not None)
    cells = (index.figures[index.by_id[cell.id]] for table_id in tables for cell in index.tables[table_id].figures)
    return [
        cell
        for cell in cells
        if cell.value is None and cell.row_role != "total" and (cell.table_id, cell.column) in shown
    ]


def limited(asked: Asked, choices: list[Choice]) -> list[Choice]:
    """Return the figures of `choices` within the limit that the question names, all without one."""
    if asked.limit is None:
        return choices
    if asked.limit.exact:
        # A sum may stand in any column of its row.
        choices = [replace(choice, main=choice.figures, details=()) for choice in choices]
    kept: list[Choice] = []
    for (context, *_), figures in operations.by_column(choices).items():
        # What the header says that the rows are, no name needs to.
        kind = None if level_of(asked, context) == 0 else asked.row_kind
        known, unread = rows_compared(figures, kind)
        known = known or [figure for figure in unread if figure.value is not None]
        fitting = {figure.id for figure in known if operations.within_limit(asked, figure)}
        kept.extend(
            replace(choice, main=tuple(figure for figure in choice.main if figure.id in fitting), details=())
            for choice in choices
            if any(figure.id in fitting for figure in choice.main)
        )
    return kept
