"""Answers a question from the figures of a generation, or says what is missing, or leaves it to the passages.

Knows nothing of HTTP, and nothing of passages.
"""

import re
from dataclasses import replace

import numpy as np

from server.answering.answer import Answer
from server.answering.figures.across_programmes import across_programmes
from server.answering.figures.apart import set_apart
from server.answering.figures.asked import OUTTURN, Asked
from server.answering.figures.choice import Choice, choose
from server.answering.figures.column_shares import column_shares
from server.answering.figures.columns import asks_when, sum_of_columns
from server.answering.figures.composing import Draft, FigureSource, finished, outcome_draft
from server.answering.figures.constraints import Constraints, Slot
from server.answering.figures.counting import all_of_columns, in_columns, is_number_of
from server.answering.figures.exceeded import asks_who_exceeded
from server.answering.figures.framed import labelled
from server.answering.figures.growth import asks_which
from server.answering.figures.halves import half_said
from server.answering.figures.in_full import asks_in_full, in_full
from server.answering.figures.labels import LabelIndex, Mask, labels_of, protected
from server.answering.figures.leaving_out import LeftOut, left_out, remainders
from server.answering.figures.ledger import Ledger
from server.answering.figures.levels import joined_with_part, of_rows_asked, sums_of_group
from server.answering.figures.lookup import (
    MOST_IN_SENTENCE,
    MOST_READINGS,
    lookup_lines,
    merged,
    of_most_years,
    twins_of,
)
from server.answering.figures.measured import granted_first, money_first
from server.answering.figures.missing import missing, of_other_years, spelled
from server.answering.figures.narrowing import (
    beside_totals,
    in_context,
    is_share_in_money,
    of_one_span,
    of_portions,
    of_the_name,
    whose_share,
)
from server.answering.figures.needs import ROW_OPERATIONS
from server.answering.figures.operations import Outcome
from server.answering.figures.overview import rows_meant, unread, with_children
from server.answering.figures.parts_of_row import parts_compared, shares_in_row
from server.answering.figures.portions import portions
from server.answering.figures.programme_amounts import led_by_wholes
from server.answering.figures.rates import part_per, says_per
from server.answering.figures.row_kinds import pays
from server.answering.figures.said_parts import parts_told
from server.answering.figures.selection import constraints_of, stands_above
from server.answering.figures.sentences import say
from server.answering.figures.several_places import several_named
from server.answering.figures.share_extremes import share_extremes
from server.answering.figures.told import as_it_is, sentences_of, told
from server.answering.figures.told_numbers import said_labels
from server.answering.figures.told_of import telling_all
from server.answering.figures.understanding import understand
from server.answering.figures.wholes import of_the_whole, without_parts
from server.answering.figures.worked_out import worked_out
from server.answering.words.kinds import FOR_WHOM, wanted_of
from server.answering.words.vocabulary import word_keys, word_parts
from server.answering.words.word import Word, words_of

_PART = re.compile(r"\bosa(?:n|a|ssa|lla)?\b|\bdel\b|\b(?:part|fraction)\b", re.IGNORECASE)
"""Asks how large a part of something is; no label is called so."""
_NO_SIDES = ("budgeted", "deviation")


def answer_from_figures(asked: Asked, source: FigureSource) -> Answer | None:
    """Return the figure answer to `asked`, None where figures have nothing to say to it."""
    if not len(source.figures):
        return None
    labels = labels_of(source.figures)
    if (each := several_named(asked, labels)) is not None:
        if not each:
            return None
        asked = understand(asked.question, asked.language, each, asked.taken_over)
    return _of_figures(asked, labels, source)


def _of_figures(asked: Asked, labels: LabelIndex, source: FigureSource) -> Answer | None:
    asked = spelled(asked, labels)
    rows = protected(asked.words, labels.row_tree) | protected(asked.words, labels.outer_tree)
    terms = {position for position in labels.terms_in(asked.words) if asked.kinds[position] in ("frame", "content")}
    if asked.operation in ("difference", "ratio", "which"):
        rows = frozenset[int]()
    rows |= terms | labelled(asked, labels)
    if rows:
        whole = understand(asked.question, asked.language, asked.text, asked.taken_over, names_of_rows=rows)
        asked = replace(whole, corrections=asked.corrections)
    if (out := left_out(asked, labels)) is not None:
        return _without(asked, out, labels, source)
    stated_so = asked.operation in ("average", "median") or (
        asked.operation == "share" and is_share_in_money(asked, labels)
    )
    if stated_so and (stated := _in_its_own_word(asked, labels, source)) is not None:
        return stated
    answer = _of_column(asked, labels, rows, source) or _answer(asked, labels, source)
    if (answer is None or answer.status != "answered") and (parts := parts_told(asked, labels, source)) is not None:
        return parts
    if answer is not None and answer.status == "answered" and not is_number_of(answer, asked):
        answer = None  # applications are no number of projects
    if answer is not None and answer.status == "answered" and joined_with_part(asked, answer):
        answer = None
    if answer is not None and answer.status == "not_found" and asked.measures == ("paid",) and pays(asked.words):
        funded = replace(asked, measure="funding", measures=("funding",))
        answer = _answer(funded, labels, source) or answer
    if answer is None and asked.operation in ("share", "growth", "count", "average", "median"):
        return _in_its_own_word(asked, labels, source)
    return answer


def _in_its_own_word(asked: Asked, labels: LabelIndex, source: FigureSource) -> Answer | None:
    """Return what a label says by the operation's own word: "Lape-osuus", "määrärahan muutos", "the average grant"."""
    literal = understand(asked.question, asked.language, asked.text, asked.taken_over, literal=True)
    answer = _answer(replace(literal, corrections=asked.corrections), labels, source)
    if answer is None or answer.status != "answered" or not _says(answer, asked, literal):
        return None
    if asked.operation == "share" and _PART.search(asked.text) and any(one.unit != "%" for one in answer.figures):
        return None  # "the largest part, 5 million" does not tell how large a part of something else was
    return answer if is_number_of(answer, asked) else None


def _without(asked: Asked, out: LeftOut, labels: LabelIndex, source: FigureSource) -> Answer | None:
    """Return the answer where the question leaves out some of the rows compared, or parts of the row asked for."""
    rest = understand(asked.question, asked.language, out.text, asked.taken_over)
    answer = None
    if rest.operation in ("lookup", "sum", "overview"):
        mask = labels.in_collections(asked.question.collections)
        ledger = Ledger(source.figures, source.page, lambda figure: twins_of(labels, figure, mask))
        if outcomes := remainders(rest, out, labels, mask, ledger):
            answer = finished(rest, source, ledger, outcome_draft(rest, outcomes, ledger, rest.language))
    elif rest.operation in ROW_OPERATIONS or rest.extreme is not None:
        answer = _answer(replace(rest, left_out=out.names), labels.hiding(out.mask), source)
    return replace(answer, interpreted_question=asked.text) if answer is not None else None


def _of_column(asked: Asked, labels: LabelIndex, rows: frozenset[int], source: FigureSource) -> Answer | None:
    """Return what the column says that counts what the number is asked of, before rows are counted: "applicants"."""
    if (counted := in_columns(asked, labels)) is None:
        return None
    literal = understand(asked.question, asked.language, asked.text, asked.taken_over, names_of_rows=rows | {counted})
    answer = _answer(replace(literal, corrections=asked.corrections), labels, source)
    return answer if answer is not None and all_of_columns(answer, asked.words[counted]) else None


def _says(answer: Answer, asked: Asked, literal: Asked) -> bool:
    """Whether the labels of an answer's figures have the operation's own word, as "Lape-osuus" has no "osuus"."""
    changed = [word for word, one, other in zip(literal.words, literal.kinds, asked.kinds, strict=True) if one != other]
    keys = frozenset().union(*(word_keys(word) for word in changed))
    labels = [words_of(" ".join(label)) for label in said_labels(answer)]
    return not changed or all(any(not keys.isdisjoint(_ends_in(word)) for word in words) for words in labels)


def _ends_in(word: Word) -> frozenset[str]:
    """Return the keys of a label's word and of its last part: "Lape-osuus" is a share, a part of town is none."""
    return word_keys(word).union(*(parts[-1] for parts in word_parts(word)))


def _answer(asked: Asked, labels: LabelIndex, source: FigureSource) -> Answer | None:
    """Return the answer of figures whose labels account for the question, else of those with what stands over them."""
    if not asked.amount:
        return None
    mask = labels.in_collections(asked.question.collections)
    ledger = Ledger(source.figures, source.page, lambda figure: twins_of(labels, figure, mask))
    if (found := _of_parts(asked, labels, mask, ledger)) is not None:
        return finished(asked, source, ledger, outcome_draft(asked, found, ledger, asked.language)) if found else None
    if asks_who_exceeded(asked) and (apart := set_apart(asked, labels, source, lambda _: None)) is not None:
        return apart
    constraints = constraints_of(asked, labels)
    answer = _accounted(asked, labels, constraints, source)
    if _tells_no_side(answer, asked):
        return None
    of_each = part_per(asked) is not None
    if answer is not None and answer.status == "answered" and (not of_each or says_per(answer)):
        return answer
    above = constraints_of(asked, labels, wider=True)
    wider = _accounted(asked, labels, replace(above, titled=constraints.said()), source)
    if _tells_no_side(wider, asked):
        return None
    if wider is not None and wider.status == "answered" and (not of_each or says_per(wider)):
        return wider
    of_rows = asked.operation == "difference" and asks_which(asked)  # totals tell not which rows got less
    other = None if of_rows else set_apart(asked, labels, source, lambda read: _answer(read, labels, source))
    if of_each and answer is not None and answer.status == "answered":
        answer = None  # what there is in all is not what there is for each
    if answer is not None and answer.status == "not_found" and asked.years:
        answer = wider or answer  # it knows of more years
    return other if other is not None and other.status == "answered" else answer


def _tells_no_side(answer: Answer | None, asked: Asked) -> bool:
    """Whether an answer has what was budgeted, or how far all came out from it, where it is asked who exceeded it."""
    return answer is not None and asks_who_exceeded(asked) and all(one.measure in _NO_SIDES for one in answer.figures)


def _of_parts(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome] | None:
    """Return what parts have in their wholes or among each other, None where the question is for nothing of the kind.

    The list is empty where it is and cannot be told.
    """
    if asked.operation == "share":
        of_row = portions(asked, labels, mask, ledger)
        return (
            of_row or column_shares(asked, labels, mask, ledger) or shares_in_row(asked, labels, mask, ledger) or of_row
        )
    if asks_in_full(asked):
        return in_full(asked, labels, mask, ledger)
    if asked.operation not in ("maximum", "minimum") or asked.spread or asked.near is not None or asks_when(asked):
        return None
    found = share_extremes(asked, labels, mask, ledger) if asked.portion else None
    return found if found is not None else parts_compared(asked, labels, mask, ledger) or None


def _accounted(asked: Asked, labels: LabelIndex, constraints: Constraints, source: FigureSource) -> Answer | None:
    allowed = _may_tell(asked, labels)
    if constraints.unexplained or constraints.unknown:
        return missing(asked, labels, constraints, allowed)
    if asked.operation in ROW_OPERATIONS or (len(constraints.rows) > 1 and asked.operation != "share"):
        constraints = in_context(constraints, labels, allowed)
    constraints = of_the_name(asked, of_one_span(asked, labels, constraints, allowed), labels, allowed)
    mask = money_first(asked, labels, constraints.conjunction(len(source.figures)) & allowed)
    if asked.operation == "share":
        mask = granted_first(asked, labels, mask & whose_share(asked, labels))
        constraints = beside_totals(constraints, labels, mask)
    for need in constraints.needs:
        if need.whole is not None and (mask & need.whole & labels.in_tables()).any():
            mask = np.asarray(mask & need.whole, dtype=np.bool_)  # "library grants" before grants to libraries
    if asked.portion:
        mask = of_portions(asked, constraints, labels, mask)
    absent = [year for year, of_year in constraints.years.items() if not (mask & of_year).any()]
    if not mask.any() or (absent and not asked.year_range):
        return missing(asked, labels, constraints, allowed)
    if (other := of_other_years(asked, labels, constraints, mask, allowed)) is not None:
        return other
    ledger = Ledger(source.figures, source.page, lambda figure: twins_of(labels, figure, mask))
    draft = _draft(asked, labels, constraints, mask, ledger)
    if draft is None or not (draft.lead or draft.lines):
        return None
    return finished(asked, source, ledger, draft)


def _may_tell(asked: Asked, labels: LabelIndex) -> Mask:
    """Return the figures that the question may be answered from: what has been tells not what may be."""
    mask = labels.in_collections(asked.question.collections)
    return np.asarray(mask & ~labels.measured(OUTTURN), dtype=np.bool_) if asked.allowed else mask


def _draft(asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, ledger: Ledger) -> Draft | None:
    slots: list[Slot | None] = list(constraints.rows) or [None]
    groups = [
        of_rows_asked(
            asked, choose(asked, labels, constraints, mask & slot.mask if slot else mask, slot), labels.figures
        )
        for slot in slots
    ]
    chosen = [choice for group in groups for choice in group]
    outcomes = worked_out(asked, labels, constraints, mask, groups, ledger)
    if outcomes is None and len(slots) == 1:
        outcomes = _summed(asked, labels, constraints, chosen, ledger) or None
    if outcomes is not None:
        return outcome_draft(asked, outcomes, ledger, asked.language) if outcomes else None
    if not constraints.rows:
        chosen = rows_meant(asked, labels, constraints, mask, chosen)
    if not chosen or (len(groups) > 1 and not all(groups)) or half_said(asked, labels, constraints, chosen):
        return None
    looked_up = asked.operation == "lookup" and len(groups) == 1
    if (
        looked_up
        and asks_which(asked)
        and not constraints.rows
        and all(one.main[0].row_role == "total" for one in chosen)
    ):
        return None  # the total of all tells not which of them
    told_of = of_most_years(asked, chosen) if looked_up else chosen
    chosen = without_parts(_with_all_measures(asked, _counted(asked, merged(told_of))), labels.figures)
    if not chosen or (len(chosen) > MOST_IN_SENTENCE and _says_nothing(asked, constraints)):
        return None
    if all(choice.context.table_id is None for choice in chosen):
        return _told(asked, labels, constraints, chosen, ledger)
    whole = of_the_whole(chosen, told_of) if looked_up and len(chosen) > MOST_IN_SENTENCE else None
    return _of_rows(asked, labels, constraints, chosen, ledger, whole=whole, looked_up=looked_up)


def _of_rows(  # noqa: PLR0913 - what is asked, what is chosen, and how it is told
    asked: Asked, labels: LabelIndex, constraints: Constraints, chosen: list[Choice], ledger: Ledger,
    *, whole: Choice | None, looked_up: bool,
) -> Draft:  # fmt: skip
    """Return the rows of tables as they stand, `whole` before the others, or their sum over programmes."""
    if constraints.rows and (summed := across_programmes(asked, chosen, ledger)):
        return outcome_draft(asked, summed, ledger, asked.language)
    if asked.operation == "overview" and constraints.rows:
        chosen = with_children(chosen, labels.figures)
    if whole is not None:
        chosen = [whole, *(choice for choice in chosen if choice is not whole)]
    most = MOST_READINGS if looked_up else len(chosen)
    lead, lines, readings = lookup_lines(asked, chosen, ledger, whole=whole, most=most)
    if more := max(0, len(chosen) - most):
        lines.append(say("many_more", asked.language, count=str(more)))
    draft = Draft(lead, lines, readings, unread(asked, chosen, labels.figures), more=more)
    return led_by_wholes(draft, asked, labels, constraints, chosen, ledger)


def _summed(
    asked: Asked, labels: LabelIndex, constraints: Constraints, chosen: list[Choice], ledger: Ledger
) -> list[Outcome]:
    """Return what the rows of a group, or the columns of a row, sum to where the question is for that."""
    if asked.operation in ("lookup", "sum") and (group := sums_of_group(asked, chosen, labels.figures, ledger)):
        return group
    if asked.operation not in ("lookup", "sum", "count") or asked.limit is not None:
        return []
    return sum_of_columns(asked, constraints, merged(chosen), labels.figures, ledger)


def _told(
    asked: Asked, labels: LabelIndex, constraints: Constraints, chosen: list[Choice], ledger: Ledger
) -> Draft | None:
    """Return figures of running text in their sentences; to whom, when, where and why is told by others."""
    if FOR_WHOM.match(asked.text) or wanted_of(asked.text).kind in ("who", "when", "where", "why"):
        return None
    stated = as_it_is(asked, [figure for choice in chosen for figure in choice.figures], ledger.page)
    if stands_above(asked, constraints, [labels.figures.by_id[figure.id] for figure in stated]):
        return None
    said = sentences_of(telling_all(asked, stated, labels.figures.documents, ledger.page), ledger.page)
    return Draft(*told(said, labels.figures, ledger, asked.language)) if said else None


def _says_nothing(asked: Asked, constraints: Constraints) -> bool:
    """Whether a question names nothing that a figure is of: a list of all totals would answer it."""
    if asked.limit is not None:
        return False  # the limit chooses
    named = {"grant", "money", "measure"}.intersection(asked.kinds)
    return not (named or constraints.rows or any(need.evidence for need in constraints.needs))


def _with_all_measures(asked: Asked, choices: list[Choice]) -> list[Choice]:
    """Return the choices that have all of several measures asked for at once, if there are such."""
    wanted = set(asked.measures)
    both = [one for one in choices if wanted <= {figure.measure for figure in one.main}] if len(wanted) > 1 else []
    return both or choices


def _counted(asked: Asked, choices: list[Choice]) -> list[Choice]:
    """Return `choices`; of sums and shares none where the question counts something: "how many goals"."""
    if asked.operation != "count" or asked.limit is not None or "money" in asked.kinds:
        return choices
    counts = [tuple(figure for figure in choice.main if figure.unit not in ("EUR", "%")) for choice in choices]
    return [
        replace(choice, main=kept)
        for choice, kept in zip(choices, counts, strict=True)
        if kept and (len(kept) == 1 or kept == choice.main)
    ]
