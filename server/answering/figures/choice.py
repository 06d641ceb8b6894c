"""From the figures that may answer to those that do: which row of a table, which column. Knows nothing of wording.

Where a question leaves the column open, a total column answers and the columns that it sums are details; columns that
are no part of another stand beside it. Components of a column never answer for it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from index.figures import Context
from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.called import words_left
from server.answering.figures.constraints import Constraints, Slot
from server.answering.figures.labels import LabelIndex, Mask, heads_of
from server.answering.figures.nearness import MOST_UNSAID, called_by_name, ignorable, near_enough, only_in_part
from server.answering.figures.row_kinds import NO_ASSOCIATION, associations_asked
from server.answering.words.vocabulary import words_listed
from server.answering.words.word import words_of

Positions = NDArray[np.int64]
_LONG_ENDING = 6
_OF_MONEY = frozenset({"granted", "paid", "remaining", "applied", "own_share", "total_cost"})
_YEAR = re.compile(r"(?:19|20)\d\d")
MOST_MEMBERS = 60
"""A group of more rows is told by no list of them, nor by their sum."""
MOST_PARTIAL = 8
"""More labels that hold the question's words and others besides are too vague an answer."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures of one row that answer: `main` directly, `details` as their parts."""

    context: Context
    row: tuple[str, ...]
    main: tuple[Figure, ...]
    details: tuple[Figure, ...] = ()
    tier: int = 0

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures of the choice."""
        return self.main + self.details


def choose(  # noqa: PLR0913 - what is asked, of what, and how
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, slot: Slot | None, *, all_rows: bool = False
) -> list[Choice]:
    """Return the rows of `mask` that answer, each with its columns, in the order of documents and tables."""
    choices: list[Choice] = []
    positions = np.flatnonzero(mask)
    contexts = labels.figures.context_ids[positions]
    for context in np.unique(contexts):
        here = positions[contexts == context]
        if all_rows and labels.figures.contexts[int(context)].table_id is None:
            continue
        rows = _all_rows(labels, here) if all_rows else _rows(labels, constraints, here, slot)
        rows = _columns(labels, constraints, rows)
        dated = not all_rows and len(rows) > 0 and _are_years(labels, here)
        by_row: dict[tuple[int, int], list[Figure]] = {}
        for position in rows.tolist():
            key = (-1, -1) if dated else _row_key(labels, position)
            by_row.setdefault(key, []).append(labels.figures.figures[position])
        for figures in by_row.values():
            main, details = _main(asked, constraints, figures)
            row = () if dated else figures[0].row_path
            tier = 0 if all_rows else _tier(row, constraints)
            if slot is None and not all_rows and constraints.exact[rows].any():
                tier = -1
            elif figures[0].table_id is None:
                # A figure of text whose label says more than the question is no reading beside one that does not.
                tier = max(tier, _said_besides(figures[0], constraints))
            choices.append(Choice(labels.figures.contexts[int(context)], row, tuple(main), tuple(details), tier))
    choices = [_known_first(choice) for choice in choices if choice.main]
    if slot is None and all(choice.context.table_id is None for choice in choices):
        # Among themselves, the headings over them are no labels of theirs.
        choices = [replace(choice, tier=_said_besides(choice.main[0], constraints)) for choice in choices]
    best = min((choice.tier for choice in choices), default=0)
    return [choice for choice in choices if choice.tier == best]


def _said_besides(figure: Figure, constraints: Constraints) -> int:
    """Return 0 for a figure of text whose label says no more than the question, up to 2 for one that says more."""
    return min(2, _leftover((" ".join(figure.column_path),), constraints))


def _known_first(choice: Choice) -> Choice:
    """Let the details answer where the main figures stay undecided."""
    if any(figure.value is not None for figure in choice.main):
        return choice
    known = tuple(figure for figure in choice.details if figure.value is not None)
    return replace(choice, main=known, details=choice.main) if known else choice


def _leftover(path: tuple[str, ...], constraints: Constraints, *, codes: bool = False) -> int:
    return words_left(path[-1], constraints.keys, ignorable(), codes=codes) if path else 0


def _tier(path: tuple[str, ...], constraints: Constraints) -> int:
    """Return 0 for a label that the question has in whole words, 1 for one that it has in parts, 2 for others."""
    if not path or words_left(path[-1], constraints.whole_keys, ignorable(), whole=True) == 0:
        return 0
    return 1 if _leftover(path, constraints) == 0 else 2


def _row_key(labels: LabelIndex, position: int) -> tuple[int, int]:
    figure = labels.figures.figures[position]
    return int(labels.figures.row_ids[position]), figure.row if figure.table_id is not None else -1


def _all_rows(labels: LabelIndex, here: Positions) -> Positions:
    roles = [labels.figures.figures[int(position)].row_role for position in here]
    return here[np.array([role != "total" for role in roles], dtype=np.bool_)]


def _rows(  # noqa: C901, PLR0912 - one branch per way to name a row
    labels: LabelIndex, constraints: Constraints, here: Positions, slot: Slot | None
) -> Positions:
    """Keep the rows whose own label has most of the question's words; without such, the total row."""
    exact = slot is None and bool(constraints.exact[here].any())
    if exact:
        here = here[constraints.exact[here]]
    own = np.zeros(len(here), dtype=np.int64)
    path = np.zeros(len(here), dtype=np.int64)
    for need in constraints.needs:
        if need.evidence:
            own += need.row_own[here] & ~need.context[here]
            path += need.row_path[here] & ~need.context[here]
    if slot is not None:
        own += slot.own[here]
        path += labels.row_path.mask(slot.keys)[here]
    if exact:
        return np.asarray(here[path == path.max()], dtype=np.int64)
    if own.max() == 0 and path.max() > 0:
        group = _group(labels, constraints, here[path == path.max()])
        if group is not None:
            return group
    if own.max() == 0:
        figures = [labels.figures.figures[int(position)] for position in here]
        if figures[0].table_id is None:
            # A figure of running text must itself be about a word of the question, not only stand near one.
            counted = np.zeros(len(here), dtype=np.int64)
            for need in constraints.needs:
                counted += need.counted[here] & need.evidence
            # Told in its own sentence, nothing that its label says besides is lost; much of it is another matter.
            left = np.array([_leftover((" ".join(one.column_path),), constraints) for one in figures])
            aside = np.array([_in_aside(one.column_path) for one in figures], dtype=np.bool_) & (left > 0)
            best = (counted > 0) & (counted == counted.max()) & (left <= MOST_UNSAID) & ~aside
            return np.asarray(here[best & (left == left[best].min())] if best.any() else here[:0], dtype=np.int64)
        if _are_years(labels, here):
            return here
        by_words = _said(constraints, here)
        whole = [words > 0 and _tier(figure.row_path, constraints) == 0
                 for words, figure in zip(by_words, figures, strict=True)]  # fmt: skip
        if any(whole):
            return here[np.array(whole, dtype=np.bool_)]  # the title has the row's name, too
        totals = np.array([constraints.totals and figure.row_role == "total" for figure in figures], dtype=np.bool_)
        return np.asarray(here[totals if constraints.titled is None else totals & constraints.titled[here]])
    if (called := _called_so(labels, constraints, here, own, path)) is not None:
        return called
    # More words in the whole path tell lines of one name apart; then the row's own label decides.
    best = here[path == path.max()]
    own = own[path == path.max()]
    best = best[own == own.max()]
    if slot is not None and slot.described:
        one_row = len({labels.figures.figures[int(one)].row_path for one in best}) == 1
        return np.asarray(best if one_row else best[:0], dtype=np.int64)
    said = _said(constraints, best)
    # A word that the title has tells rows apart, too, where only some of them have it.
    best = best[said == said.max()]
    leftovers = np.array([_leftover(labels.figures.figures[int(position)].row_path, constraints) for position in best])
    paths = [labels.figures.figures[int(position)].row_path for position in best]
    if (leftovers == 0).any():
        whole = [left == 0 and not only_in_part(path[-1], constraints.keys)
                 for left, path in zip(leftovers, paths, strict=True)]  # fmt: skip
        return np.asarray(best[whole], dtype=np.int64)
    named = [bool(need.row_own[best].all()) for need in constraints.needs if need.evidence and need.name]
    if any(named) and len(set(paths)) == 1 and called_by_name(paths[0][-1], constraints):
        return np.asarray(best, dtype=np.int64)
    best = best[[near_enough(path[-1], constraints, int(said.max())) for path in paths]]
    labels_left = {labels.figures.figures[int(position)].row_path for position in best}
    return np.asarray(best if len(labels_left) <= MOST_PARTIAL else best[:0], dtype=np.int64)


def of_associations(asked: Asked, choices: list[Choice], labels: LabelIndex) -> list[Choice]:
    """Return of each table the rows that their names call associations, where such are asked for and most rows are.

    A club that no word of its name tells to be one is one in a table of associations. None of a table where who is one
    is unclear, or that has others which are not among `choices`: the most of some is not the most of all.
    """
    names = associations_asked(asked.words)
    if names is None:
        return choices
    by_context: dict[Context, list[Choice]] = {}
    for choice in choices:
        by_context.setdefault(choice.context, []).append(choice)
    found: list[Choice] = []
    for rows in by_context.values():
        named = [row for row in rows if row.row and names.search(row.row[-1])]
        if len(named) * 2 <= len(rows):
            found += rows
            continue
        unclear = [row for row in rows if row.row and row not in named and NO_ASSOCIATION.search(row.row[-1]) is None]
        if unclear and associations_asked(words_of(rows[0].context.title)) is not None:
            found += [row for row in rows if row in named or row in unclear]
            continue
        if unclear:
            continue
        table = labels.figures.table_of(rows[0].main[0])
        every = {one.row_path for one in (table.figures if table else ()) if names.search(one.row_path[-1])}
        found += named if every <= {row.row for row in named} else []
    return found


def is_dated_row(figure: Figure) -> bool:
    """Whether the label of a figure's row is a year and nothing else."""
    alone = figure.table_id is not None and len(figure.row_path) == 1
    return alone and _YEAR.fullmatch(figure.row_path[0].strip()) is not None


def of_dated_rows(labels: LabelIndex, constraints: Constraints, mask: Mask, asked: Asked) -> list[Choice]:
    """Return the rows of `mask` in the tables whose rows are years: which year had most is told by them, too."""
    rows = choose(asked, labels, constraints, mask, None, all_rows=True)
    return [choice for choice in rows if choice.main and is_dated_row(choice.main[0])]


def _are_years(labels: LabelIndex, here: Positions) -> bool:
    """Whether the rows are years: what is counted stands in the columns alone."""
    return all(is_dated_row(labels.figures.figures[int(position)]) for position in here)


def _called_so(
    labels: LabelIndex, constraints: Constraints, here: Positions, own: NDArray[np.int64], path: NDArray[np.int64]
) -> Positions | None:
    """Return the rows whose whole label the question says, where the words of its measure alone would choose others.

    Asked for the expenditure of a branch, a line of "value added tax expenditure" in it has one word more than it.
    """
    measure, above = np.zeros((2, len(here)), dtype=np.int64)
    for need in constraints.needs:
        if need.evidence and need.measure:
            measure += need.row_own[here] & ~need.context[here]
            above += need.row_path[here] & ~need.context[here]
    if not measure.any():
        return None
    said = own - measure
    fits = (said == said.max()) & (said > 0) & (path - above == (path - above).max())
    paths = [labels.figures.figures[int(position)].row_path for position in here]
    whole = np.array([bool(fit) and _tier(one, constraints) == 0 for fit, one in zip(fits, paths, strict=True)])
    return np.asarray(here[whole], dtype=np.int64) if whole.any() else None


@lru_cache(maxsize=50_000)
def _in_aside(path: tuple[str, ...]) -> bool:
    """Whether a text's figure stands in a relative clause, which tells of something else: "jota hyödynsi 31 henkeä"."""
    return any(not word.forms.isdisjoint(words_listed("relatives")) for word in words_of(" ".join(path)))


def _said(constraints: Constraints, rows: Positions) -> NDArray[np.int64]:
    """Return how many of the question's words each of `rows` has in its own label."""
    said = np.zeros(len(rows), dtype=np.int64)
    for need in constraints.needs:
        if need.evidence:
            said += need.row_own[rows]
    return said


def _group(labels: LabelIndex, constraints: Constraints, here: Positions) -> Positions | None:
    """Return the rows of a group that the question names without naming its rows, None where they are too many.

    "Avoin data" is such a group where the label's second part says who carries it out.
    """
    whole = [
        any(_leftover((outer,), constraints) == 0 for outer in labels.figures.figures[int(position)].row_path[:-1])
        for position in here
    ]
    named = here[np.array(whole, dtype=np.bool_)]
    paths = {labels.figures.figures[int(position)].row_path for position in named}
    headed = all(len(heads_of(labels.figures.contexts[one])) > 1 for one in labels.figures.context_ids[named])
    return named if len(named) and len(paths) <= (MOST_MEMBERS if headed else MOST_PARTIAL) else None


def _columns(labels: LabelIndex, constraints: Constraints, here: Positions) -> Positions:
    """Keep the columns whose labels have most of the question's words that neither row nor title accounts for."""
    if not len(here):
        return here
    score = np.zeros(len(here), dtype=np.int64)
    for need in constraints.needs:
        if need.evidence:
            score += need.counted[here] & ~need.row_path[here] & ~need.context[here]
    if score.max() == 0 and not any(labels.figures.figures[int(one)].column_role == "total" for one in here):
        # A word of the title may still name one of its columns: "Henkilöstö" under "Henkilöstö ja asiakkaat".
        for need in constraints.needs:
            if need.evidence and not need.measure:
                score += need.counted[here] & ~need.row_path[here]
    if score.max() == 0:
        return here
    best = here[score == score.max()]
    paths = [labels.figures.figures[int(position)].column_path for position in best]
    leftovers = np.array([_leftover(path, constraints, codes=True) for path in paths])
    if (leftovers == 0).any():
        return np.asarray(best[leftovers == 0], dtype=np.int64)
    return np.asarray(best if len(set(paths)) <= MOST_PARTIAL else best[:0], dtype=np.int64)


def _main(asked: Asked, constraints: Constraints, figures: list[Figure]) -> tuple[list[Figure], list[Figure]]:
    if any(figure.unit == "EUR" for figure in figures) and "%" not in asked.text and asked.operation != "share":
        # A share printed beside an amount is no amount.
        figures = [figure for figure in figures if figure.unit != "%"]
    figures = _as_it_came_out(asked, figures)
    one_each = len({(figure.period, figure.measure) for figure in figures}) == len(figures)
    named = bool(constraints.columns) or (bool(asked.years) and one_each) or _column_named(constraints, figures)
    if named or len(asked.measures) > 1 or any(figure.table_id is None for figure in figures):
        return figures, []
    complete = asked.operation == "overview" and asked.limit is None
    totals = [figure for figure in figures if figure.column_role == "total"]
    if totals:
        rest = [figure for figure in figures if figure.column_role != "total"]
        parts = rest if complete else [figure for figure in rest if figure.column_role != "child"] or rest
        return totals, [] if asked.totalled and not complete else parts
    main = [figure for figure in figures if figure.column_role != "child"]
    if not main:
        return figures, []
    return main, [figure for figure in figures if figure.column_role == "child"] if complete else []


def _as_it_came_out(asked: Asked, figures: list[Figure]) -> list[Figure]:
    """Leave out changes and deviations, and budgets beside what came of them, unless the question asks for them."""
    changes = words_listed("changes")
    if all(word.forms.isdisjoint(changes) for word in asked.words):
        amounts = [figure for figure in figures if not _tells_of(figure.column_path, changes)]
        figures = amounts or figures
    if asked.received and not asked.measures and asked.operation != "overview":
        # "Sai" asks for what was given; what was spent of it or applied for is another figure.
        granted = [figure for figure in figures if figure.measure == "granted"]
        given = granted or [figure for figure in figures if figure.measure == "funding"]
        figures = given or figures
    if asked.operation != "count" and _OF_MONEY.intersection(asked.measures):
        # A count in a table of sums is of no sum, whatever the table's title says of all its figures.
        figures = [figure for figure in figures if figure.unit == "EUR"] or figures
    named = not {"budgeted", "planned", "actual"}.isdisjoint(asked.measures)
    if named or not any(figure.measure == "actual" for figure in figures):
        return figures
    # Set against each other, years that are only planned stand beside those that came out.
    out = {figure.period for figure in figures if figure.measure == "actual" or len(asked.years) < 2}
    return [figure for figure in figures if figure.measure not in ("budgeted", "planned") or figure.period not in out]


@lru_cache(maxsize=50_000)
def _tells_of(path: tuple[str, ...], listed: frozenset[str]) -> bool:
    """Whether a label says one of the words `listed`, or a compound of one: "vuosimuutos"."""
    endings = tuple(word for word in listed if len(word) >= _LONG_ENDING)
    return any(
        not word.forms.isdisjoint(listed) or any(form.endswith(endings) for form in word.forms)
        for word in words_of(" ".join(path))
    )


def _column_named(constraints: Constraints, figures: Iterable[Figure]) -> bool:
    """Whether a content word of the question stands in the columns of all these figures and nowhere else of them."""
    paths = [figure.column_path for figure in figures]
    found = {path: _leftover(path, constraints, codes=True) for path in paths}
    return len(found) == 1 or all(leftover == 0 for leftover in found.values())
