"""Which figures account for every word of a question: masks over the figure index, and what is missing where none does.

This is the chief guard against wrong figures: a figure answers only if each content word of the question stands, by
meaning or by name, in its row, column, title, programme, unit or document, or names its measure or period. Knows
nothing of arithmetic or wording.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from server.answering.figures.alternatives import alternatives
from server.answering.figures.apposition import in_apposition, kind_is_clear
from server.answering.figures.asked import Asked
from server.answering.figures.called import label_surface, words_left
from server.answering.figures.columns import asks_when
from server.answering.figures.constraints import KINDS, Constraints, Need, Slot
from server.answering.figures.label_slots import (
    label_slots,
    labels_of_names,
    of_one_state,
    slot_of,
    strung_together,
    without_columns_of,
)
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.levels import counts_behind
from server.answering.figures.measured import measured
from server.answering.figures.needs import (
    ROW_OPERATIONS,
    asks_sum,
    beside_associations,
    need_from,
    need_of,
    of_columns_alone,
    of_heads,
    of_money,
    phrases_in,
)
from server.answering.figures.ordinals import numbered_columns
from server.answering.figures.part_of_year import keys_of_months, need_of_months
from server.answering.figures.understanding import strung
from server.answering.words.counted_noun import names_things
from server.answering.words.names import Mention, is_programme
from server.answering.words.vocabulary import listed, word_keys, word_parts, words_listed
from server.answering.words.word import is_known

_HOW_MUCH = re.compile(
    r"\b(?:paljonko|(?:kuinka|miten) paljon)\b(?!\s[a-zåäö]+[aä]\b)"
    r"|\b(?:hur mycket|how much)(?=\s(?:har|är|was|is|has)\b)",
    re.IGNORECASE,
)
"""Asks for an amount without a name of what it is of."""
_ADVERBS = frozenset(["eniten", "vähiten", "mest", "minst", "most", "least"])


def constraints_of(  # noqa: C901, PLR0912, PLR0915 - one branch per kind of word
    asked: Asked, labels: LabelIndex, *, wider: bool = False
) -> Constraints:
    """Return what `asked` asks of the figures of `labels`.

    With `wider`, what stands over a table accounts for words, too: the board whose statement it is, a note.
    """
    rows, contexts, unknown, taken = _named(asked, labels, wider=wider)
    within = _within(asked, labels, rows)
    if within is not None:
        rows = []
    months = need_of_months(asked, labels)
    if months is not None:
        contexts.append(months[0])
        taken |= months[1]
    columns = numbered_columns(asked, labels) or label_slots(asked, labels, taken, column=True)
    if (things := of_one_state(asked, columns)) is not None:
        # Those of a table that counts the things, too.
        ids = labels.figures.context_ids
        counted = np.isin(ids, np.unique(ids[things.mask & labels.in_tables()]))
        nothing = np.zeros(len(ids), dtype=np.bool_)
        contexts.append(Need(things.text, counted, nothing, nothing, nothing, nothing, evidence=False))
        taken.update(*(positions for positions, slot in columns if slot is things))
        columns = []
    if len(columns) > 1:
        taken |= {position for slot_positions, _ in columns for position in slot_positions}
    if asked.operation in ("difference", "ratio", "which", "share", "rank", "sum") or not rows:
        extra = without_columns_of(asked, labels, rows, label_slots(asked, labels, taken, column=False))
        if asked.operation in ("lookup", "count", "overview", "growth"):
            extra = strung_together(asked, extra)
        if extra and len(rows) + len(extra) > 1:
            rows += [slot for _, slot in extra]
            taken |= {position for positions, _ in extra for position in positions}
    if asked.operation in ("difference", "ratio", "which") and len(rows) < 2 and len(columns) < 2:
        sides = alternatives(asked, labels, taken, lambda position: _found(asked, labels, position, wider=wider))
        rows = [slot_of(asked, side) for side in sides] or rows
        taken |= {position for positions, _, _ in sides for position in positions}
    needs = list(contexts)
    if within is not None:
        needs.append(within)
    unexplained: list[int] = []
    for position in range(len(asked.words)):
        if position in taken or asked.kinds[position] in ("frame", "stage", "year"):
            if position not in taken and listed(asked.words[position], "allotting"):
                needs.append(of_columns_alone(need_of(asked, labels, position)))
            continue
        if asked.kinds[position] == "measure" and asked.measure is not None:
            # The measure's own mask decides; the word still tells rows apart.
            anywhere = np.ones(len(labels.figures), dtype=np.bool_)
            single = len(asked.measures) == 1
            needs.append(
                replace(need_of(asked, labels, position, wider=wider), anywhere=anywhere, evidence=single, measure=True)
            )
            continue
        if asked.kinds[position] == "kind" and asked.operation == "check" and not asked.mentions:
            continue  # "the same as the sum of the areas": what a total is checked against
        if asked.kinds[position] == "kind" and (within or kind_is_clear(asked, position, rows=bool(rows))):
            if not asked.mentions and asked.operation in ("sum", "difference", "ratio", "share"):
                # "The total for municipalities": a column may be called so.
                anywhere = np.ones(len(labels.figures), dtype=np.bool_)
                needs.append(replace(need_of(asked, labels, position), anywhere=anywhere, evidence=True))
            continue
        if asked.kinds[position] == "number" and (
            asked.number is not None
            or asked.limit is not None
            or (len(rows) > 1 and not asked.words[position].text[0].isdigit())  # "which of the three"
        ):
            continue
        # What rows are is said by them, their header or their title, not by a heading further up.
        need = need_of(asked, labels, position, wider=wider and not _is_compared(asked, position))
        if counts_behind(asked, position) and any(listed(asked.words[position], "kinds", kind) for kind in KINDS):
            # What a document's title says of projects is not what the rows of all its tables have numbers of.
            said = need.row_path | need.counted | labels.titled(word_keys(asked.words[position]))
            need = replace(need, anywhere=np.asarray(need.anywhere & said, dtype=np.bool_))
        if asked.operation in ROW_OPERATIONS and listed(asked.words[position], "associations"):
            # Names of associations have many words for it: all rows of their tables are looked at.
            need = replace(need, anywhere=np.asarray(need.anywhere | beside_associations(labels), dtype=np.bool_))
        elif _is_compared(asked, position) or (
            asked.operation in ("average", "median") and asked.kinds[position] == "content"
        ):
            need = of_heads(need, asked.words[position], labels)
        if listed(asked.words[position], "goals") and not _asks_for_sums(asked):
            # The aims that a document's title speaks of are no sums in its tables.
            own = need.row_own | need.row_path | need.counted
            need = replace(need, anywhere=np.asarray(need.anywhere & own, dtype=np.bool_))
        if _is_compared(asked, position) and asked.measures == ("deviation",):
            # A statement's title names whose it is; its rows are revenue and expenses, no boards, unless so headed.
            own = ~need.context | labels.head.mask(word_keys(asked.words[position]))
            need = replace(need, anywhere=np.asarray(need.anywhere & own | need.row_path, dtype=np.bool_))
        if _says_what_most_do(asked, position):
            # "Which measure saves most": all rows are compared, not those whose labels speak of saving.
            need = replace(
                need,
                anywhere=np.asarray(need.anywhere & (~need.row_path | need.context | need.counted), dtype=np.bool_),
            )
        if any(in_apposition(asked, mention, position) for mention in asked.mentions):
            # Where a row is called so in full, the word still tells it from others.
            need = replace(need, anywhere=np.ones(len(labels.figures), dtype=np.bool_))
        if asked.kinds[position] == "kind" and not asked.mentions and asked.operation == "lookup":
            # "Paljonko kunta sai": who, where nothing else is named, need not stand in a label, but chooses among them.
            need = replace(need, anywhere=np.ones(len(labels.figures), dtype=np.bool_), evidence=True)
        if wider and _does(asked, position):
            need = replace(need, anywhere=np.ones(len(labels.figures), dtype=np.bool_), evidence=False)
        if _gives(asked, position):
            # A table with a column for each of them tells by it who gave.
            ids = labels.figures.context_ids
            apart = np.isin(ids, np.unique(ids[need.counted & labels.in_tables()]))
            if not (apart.any() and asked.operation in ("maximum", "minimum")):
                need = replace(need, anywhere=np.asarray(need.anywhere | ~apart, dtype=np.bool_))
        word = asked.words[position]
        named = asked.kinds[position] == "content" and word.capitalised and (position > 0 or not is_known(word.text))
        needs.append(replace(need, name=named, position=position))
        if not need.anywhere.any():
            unexplained.append(position)
    whole_keys = frozenset[str]().union(
        *(word_keys(word) for word in asked.words),
        *(need.elsewhere for need in needs),
        *(mention.keys for mention in (*asked.mentions, *phrases_in(asked))),
    )
    if months is not None and asked.part is not None:
        # The labels of the months are said, whatever they are called.
        whole_keys |= keys_of_months(labels, asked.part.months)
    return Constraints(
        needs=tuple(needs),
        rows=tuple(rows),
        columns=tuple(slot for _, slot in columns) if len(columns) > 1 else (),
        measure=measured(asked, labels, wider=wider),
        unit=of_money(asked, labels) if _asks_money(asked, wider=wider) or asks_sum(asked) else None,
        # A change in one year, or since one, is seen from the figures of others.
        years={}
        if asked.operation == "growth" and len(asked.years) == 1
        else {year: labels.in_year(year) for year in asked.years},
        unknown=tuple(unknown),
        unexplained=tuple(unexplained),
        keys=whole_keys.union(*(part for word in asked.words for parts in word_parts(word) for part in parts)),
        whole_keys=whole_keys,
        exact=_whole_labels(asked, labels),
        within=within is not None,
        totals=_asks_for_sums(asked),
        part=asked.part.months if months is not None and asked.part is not None else None,
    )


def _is_compared(asked: Asked, position: int) -> bool:
    """Whether the word is what a superlative is asked of: "which board exceeded its budget most"."""
    first = position - 1 if position and asked.kinds[position - 1] != "number" else position - 2
    before = asked.words[first].text.casefold() if first >= 0 else ""
    return asked.operation in ("maximum", "minimum") and before in words_listed("which")


def _says_what_most_do(asked: Asked, position: int) -> bool:
    """Whether the word is a verb whose doing is compared, right before the adverb: "säästää eniten"."""
    if asked.operation not in ("maximum", "minimum") or asked.kinds[position] != "content":
        return False
    after = [word.text.casefold() for word in asked.words[position + 1 : position + 3]]
    return bool(after) and (after[0] in _ADVERBS or after in (["the", "most"], ["the", "least"]))


def _asks_for_sums(asked: Asked) -> bool:
    """Whether the question speaks of amounts: "Mikä Kaste-ohjelma on?" is not one for a total row."""
    named = {"money", "grant", "measure"}.intersection(asked.kinds)
    return bool(named or asked.totalled or asked.received or asked.explicit or asked.operation != "lookup")


def stands_above(asked: Asked, constraints: Constraints, places: Sequence[int]) -> bool:
    """Whether a word of a question that speaks of no amounts is said above the figures at `places`, but not by them.

    A programme's aim is no sum that stands on the page of its aims.
    """
    said = [need.row_own | need.row_path | need.counted for need in constraints.needs if need.evidence]
    return not _asks_for_sums(asked) and any(not mask[list(places)].any() for mask in said)


def _does(asked: Asked, position: int) -> bool:
    """Whether the word is what was done to get what is counted: meals that were "made"."""
    return asked.operation == "count" and listed(asked.words[position], "doing")


def _gives(asked: Asked, position: int) -> bool:
    """Whether the word names who gave what the question asks for: "the Ministry" that awarded."""
    granted = asked.measure == "granted" or asked.received or "grant" in asked.kinds
    return granted and asked.kinds[position] == "content" and listed(asked.words[position], "givers")


def _whole_labels(asked: Asked, labels: LabelIndex) -> Mask:
    """Return the rows of tables whose whole label stands in the question, letter by letter before by base forms.

    A single word of the question's frame ("avustukset") is a label only where it is written as one, with a capital.
    """
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    found: set[str] = set()
    bare = "content" not in asked.kinds
    position = 0
    while position < len(asked.words):
        ends = [(end, keys) for end, keys in labels.row_tree.found_at(asked.words, position)]
        end, keys = ends[-1] if ends else (position + 1, frozenset[str]())
        alone = end - position == 1 and asked.kinds[position] != "content"
        titled = (position > 0 or bare) and asked.words[position].capitalised
        # "Project funding" is the row of that name, not all funding.
        titled = titled or (asked.kinds[position] == "grant" and bool(word_parts(asked.words[position])))
        if ends and not named.issuperset(range(position, end)) and (titled or not alone):
            written = [word.text.casefold() for word in asked.words[position:end]]
            printed = {key[2:] for key in keys}
            found |= {label for label in printed if label_surface(label) == written} or printed
        position = end
    return np.asarray(labels.labelled(found, column=False) & labels.in_tables() & ~labels.total_rows(), dtype=np.bool_)


def _named(asked: Asked, labels: LabelIndex, *, wider: bool) -> tuple[list[Slot], list[Need], list[str], set[int]]:
    """Return the row slots, the needs and the unknown ones among the names of the question, and their positions."""
    rows: list[Slot] = []
    needs: list[Need] = []
    unknown: list[str] = []
    taken: set[int] = set()
    programmes: list[Mention] = []
    placed = any(not is_programme(mention) and labels.row_path.mask(mention.keys).any() for mention in asked.mentions)
    for whole in labels_of_names(asked, labels):
        rows.append(whole)
        taken.update(whole.positions)
    for mention in asked.mentions:
        text = _text(asked, mention)
        positions = range(mention.start, mention.end)
        if taken.issuperset(positions):
            continue
        taken.update(positions)
        path = labels.row_path.mask(mention.keys)
        programme = is_programme(mention)
        # Beside a receiver, a programme says what for.
        aside = _is_branch_of_row(asked, labels, mention, rows) or _is_of_title(asked, labels, mention)
        if path.any() and not aside and not (programme and (placed or labels.context.mask(mention.keys).any())):
            mask = labels.everywhere(mention.keys)
            slot = Slot(text, mention.keys, mask, labels.row_own.mask(mention.keys), min(mention.keys)[2:])
            if all(slot.keys != other.keys for other in rows):
                rows.append(slot)
            continue
        by_words = np.logical_and.reduce(
            [need_of(asked, labels, position, wider=wider).anywhere for position in positions]
        )
        need = need_from(text, [[mention.keys]], labels, by_words, evidence=True, wider=wider)
        # Who received must stand in the row; a title that names a body does not make it the receiver.
        if need.anywhere.any() and (programme or aside or not asked.received):
            if programme and programmes and strung(_between(asked, programmes[-1], mention)):
                need = _either(needs.pop(), need)
            programmes += [mention] if programme else []
            needs.append(need)
        else:
            unknown.append(text)
    return rows, needs, unknown, taken


def _either(one: Need, other: Need) -> Need:
    """Return the need that either of two programmes strung together accounts for: what each gave is told."""
    return replace(
        one,
        text=f"{one.text}, {other.text}",
        anywhere=np.asarray(one.anywhere | other.anywhere, dtype=np.bool_),
        row_own=np.asarray(one.row_own | other.row_own, dtype=np.bool_),
        row_path=np.asarray(one.row_path | other.row_path, dtype=np.bool_),
        context=np.asarray(one.context | other.context, dtype=np.bool_),
        counted=np.asarray(one.counted | other.counted, dtype=np.bool_),
    )


def _is_branch_of_row(asked: Asked, labels: LabelIndex, mention: Mention, rows: list[Slot]) -> bool:
    """Whether a body is the branch of the place right before it, and a title says that rows of places are such."""
    before = [other for other in asked.mentions if other.end == mention.start]
    place = [slot for slot in rows if any(slot.keys == other.keys for other in before)]
    here = labels.in_tables()
    return (
        bool(place)
        and bool((place[0].own & labels.context.mask(mention.keys) & here).any())
        and not bool((place[0].mask & labels.row_own.mask(mention.keys) & here).any())
    )


def _is_of_title(asked: Asked, labels: LabelIndex, mention: Mention) -> bool:
    """Whether the one name of a question for the most or least is whose table it is, and no row's whole label."""
    if asked.operation not in ("maximum", "minimum") or asks_when(asked) or len(asked.mentions) != 1:
        return False
    of_title = labels.context.mask(mention.keys) & labels.in_tables()
    rows = labels.figures.rows
    own = {rows[number] for number in np.unique(labels.figures.row_ids[labels.row_own.mask(mention.keys)]).tolist()}
    return bool(of_title.any()) and all(words_left(row[-1], mention.keys, frozenset()) > 0 for row in own)


def _within(asked: Asked, labels: LabelIndex, rows: list[Slot]) -> Need | None:
    """Return the need for the sub-rows of the one row named, where they are compared: "which town of the region"."""
    if len(rows) != 1 or asked.operation not in ("maximum", "minimum", "count", "average", "median"):
        return None
    keys = rows[0].keys
    below = np.asarray(labels.row_path.mask(keys) & ~labels.row_own.mask(keys) & labels.in_tables(), dtype=np.bool_)
    if not below.any():
        return None
    nothing = np.zeros(len(below), dtype=np.bool_)
    return Need(rows[0].text, below, nothing, below, nothing, nothing, evidence=False)


def _found(asked: Asked, labels: LabelIndex, position: int, *, wider: bool) -> tuple[Mask, Mask]:
    need = need_of(asked, labels, position, wider=wider)
    return need.anywhere, need.row_own


def _asks_money(asked: Asked, *, wider: bool) -> bool:
    """Whether only money answers; what is received may be votes, where the labels have them.

    "How much is reserved for X" asks for money, "how many hours" and "how much time" for what they name.
    """
    reserved = _HOW_MUCH.search(asked.text) and any(listed(word, "allotting") for word in asked.words)
    if wider or reserved:
        return "money" in asked.kinds or bool(reserved)
    things = asked.operation == "count" and asked.limit is None and asked.row_kind is None
    things = things or (asked.operation == "sum" and names_things(asked.text))
    return "money" in asked.kinds or (asked.received and asked.operation != "lookup" and not things)


def _text(asked: Asked, mention: Mention) -> str:
    return asked.text[asked.words[mention.start].start : asked.words[mention.end - 1].end]


def _between(asked: Asked, one: Mention, other: Mention) -> str:
    return asked.text[asked.words[one.end - 1].end : asked.words[other.start].start]
