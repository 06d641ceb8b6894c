"""Which figures are of the measure that a question asks for: granted, paid, received, expenses.

Knows nothing of the question's other words, nor of rows.
"""

import re

import numpy as np

from server.answering.figures.asked import FLOWS, Asked
from server.answering.figures.called import words_left
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.nearness import ignorable
from server.answering.words.counted_noun import names_things
from server.answering.words.vocabulary import keys_of_form, word_keys, word_parts, words_listed

_YIELDS = frozenset(["saadaan", "saatiin", "fås", "erhålls"])
"""What is got from a tax, where no agency gets it."""
GRANTS = ("granted", "funding", "paid", "remaining", "applied", "planned")


_SPENDS = frozenset(["käyttää", "kulua", "använda", "spend", "spent"])
_SUMS = frozenset({"granted", "paid", "remaining", "applied", "own_share", "total_cost"})
_FLOWS = frozenset({"granted", "paid", "applied"})
_NO_FLOWS = ("impact", "change", "deviation", "share", *GRANTS)
_HEAD = 3
"""The question's first words: "how much water" asks for water."""
_SOME = re.compile(r"(?<!ss)(?<!st)(?<!ll)(?<!lt)[aä]$")
"""The end of what "paljonko" is asked of in Finnish ("vettä"), and of some subjects ("kunta")."""
_RANKING = ("maximum", "minimum", "rank")
_NO_BUDGET = ("forecast", "actual", "deviation", "change", "paid", "remaining", "applied")
_ROWS_TOO = ("own_share", "total_cost", "impact")
"""Measures whose words name things as well: "raising the own share"."""


def measured(asked: Asked, labels: LabelIndex, *, wider: bool = False) -> Mask | None:
    """Return the figures of the measures that the question names, or of what is received; None for neither.

    With `wider`, what stands over a table may name the measure of figures that have none.
    """
    if asked.measures:
        words = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "measure"]
        keys = frozenset().union(*map(word_keys, words))
        named = _named_by(labels, keys) | labels.above.mask(keys) if wider else _named_by(labels, keys)
        masks = []
        for measure in asked.measures:
            if measure == "budgeted":
                # "In the budget" says where a line stands; the lines of a document called so are budgeted.
                called = keys.union(*(keys_of_form(word) for word in words_listed("measures", "budgeted")))
                masks.append(labels.context.mask(called) & labels.measured(("revenue", "expense")))
                # A heading that speaks of budgets makes no budget of a forecast.
                headed = labels.row_path.mask(keys) & ~labels.measured(_NO_BUDGET)
                masks.append((labels.column.mask(keys) | headed) & labels.in_units(("EUR",)))
            # Labels such as "toimintamenot" say what kind of flow it is, whatever its measure.
            flow = measure in FLOWS
            definite = _definite(asked, labels, measure, keys)
            # Where columns are of the measure, those of none are of something else: "Projects" beside "Paid".
            none = labels.measured(("",)) & ~labels.of_contexts(definite & labels.in_tables())
            masks.append(definite | (_flow(labels, keys, named) if flow else named & none))
            if measure == "expense":
                masks.append(appropriated(labels))
            # What somebody spends is expenses, where a table tells no outturn.
            spent = measure == "actual" and any(not word.forms.isdisjoint(_SPENDS) for word in words)
            expenses = labels.measured(("expense",)) & ~labels.of_contexts(definite & labels.in_tables())
            masks += [expenses] if spent else []
            if measure == "granted":
                # Funding that its own label says to be granted: "on myöntänyt valtionavustuksia".
                masks += [_given(labels), labels.column.mask(keys) & labels.measured(("funding",)), _of_grants(labels)]
            if wider and measure in _ROWS_TOO:
                masks.append(labels.row_path.mask(keys))
            if wider and not flow:
                # Things that their label says to be granted or applied for: "Myönnetyt rakennusluvat".
                masks.append((labels.row_path.mask(keys) | labels.column.mask(keys)) & ~labels.in_units(("EUR", "%")))
        return np.asarray(np.logical_or.reduce(masks), dtype=np.bool_)
    if asked.received:
        given = labels.measured(("granted", "funding")) | (labels.measured(("",)) & labels.in_tables())
        # What is received by name may be revenue: "valtionosuuksia".
        taken = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
        if any(kind == "content" for position, kind in enumerate(asked.kinds) if position not in taken):
            given |= (labels.measured(("revenue", "actual")) & labels.in_tables()) | appropriated(labels)
            # A share in money is received by its name: "valtionosuus".
            given |= labels.measured(("share",)) & labels.in_tables() & ~labels.in_units(("%",))
            # Applications are received, too.
            given |= labels.measured(("applied",)) & labels.in_tables() & ~labels.in_units(("EUR", "%"))
        return np.asarray(given, dtype=np.bool_)
    return None


def _definite(asked: Asked, labels: LabelIndex, measure: str, keys: frozenset[str]) -> Mask:
    """Return the figures of `measure`; to rank rows, all of the columns in which some are of it as the title says.

    "Rahoitusta vähennetään" is a row among estimated effects like any other: whatever is asked, it is an effect.
    """
    definite = labels.measured((measure,))
    if (asked.operation not in _RANKING and measure != "impact") or measure in FLOWS:
        return definite
    ids = labels.figures.context_ids.astype(np.int64) * len(labels.figures.columns) + labels.figures.column_ids
    titled = definite & labels.context.mask(keys) & labels.in_tables()
    return np.asarray(definite | np.isin(ids, np.unique(ids[titled])), dtype=np.bool_)


def _flow(labels: LabelIndex, keys: frozenset[str], named: Mask) -> Mask:
    """Return the figures `named` as revenue or expenses; by what stands over them alone, no effects and changes.

    Measures that have effects speak of costs, too.
    """
    own = labels.column.mask(keys) | (labels.row_path.mask(keys) & ~labels.measured(("impact",)))
    return np.asarray(named & (own | ~labels.measured(_NO_FLOWS)), dtype=np.bool_)


def _named_by(labels: LabelIndex, keys: frozenset[str]) -> Mask:
    """Return the figures whose labels have one of `keys`; by their title only those of tables without such columns.

    Of "Henkilöstö ja menot", the columns "Menot" are the expenses, and no other.
    """
    column = labels.column.mask(keys)
    titled = labels.context.mask(keys) & ~labels.of_contexts(column & labels.in_tables())
    return np.asarray(column | titled | labels.row_path.mask(keys), dtype=np.bool_)


def appropriated(labels: LabelIndex) -> Mask:
    """Return what a list of appropriations gives to its lines: "how much does the agency get"."""

    def make() -> Mask:
        given = frozenset({"c:appropriation"})
        planned = labels.measured(("expense", "budgeted", "planned"))
        return np.asarray((labels.column.mask(given) | labels.context.mask(given)) & planned, dtype=np.bool_)

    return labels.kept("appropriated", make)


def _given(labels: LabelIndex) -> Mask:
    """Return the money of tables that say neither granted nor anything else of it: "Rahoitus", "Finansiering"."""

    def make() -> Mask:
        definite = labels.of_contexts(~labels.measured(("", "funding")))
        return np.asarray(labels.measured(("funding",)) & labels.in_tables() & ~definite, dtype=np.bool_)

    return labels.kept("given", make)


def _of_grants(labels: LabelIndex, *, bare: bool = False) -> Mask:
    """Return the money of tables of grants that say no measure of anything: what is given is granted.

    With `bare`, that of tables which state no unit of anything.
    """

    def make() -> Mask:
        grants = frozenset({"c:grant"})
        titled = labels.context.mask(grants) | labels.above.mask(grants)
        unit = ~labels.of_contexts(~labels.in_units(("",))) if bare else labels.in_units(("EUR",))
        fits = titled & labels.in_tables() & unit & ~labels.of_contexts(~labels.measured(("",)))
        return np.asarray(fits, dtype=np.bool_)

    return labels.kept(("grants", bare), make)


def money_first(asked: Asked, labels: LabelIndex, mask: Mask) -> Mask:
    """Return the sums of money of `mask` where the question asks what someone received or for grants, if it has any."""
    if _spends(asked) and (spent := mask & ~labels.measured(("revenue",))).any():
        mask = np.asarray(spent, dtype=np.bool_)
    counted = asked.operation == "count" and asked.limit is None
    votes = asked.operation == "sum" and "money" not in asked.kinds and names_things(asked.text)
    if (
        counted
        or votes
        or not (
            asked.received
            or "grant" in asked.kinds
            or names_grants(asked)
            or (asks_how_much(asked) and _FLOWS.issuperset(asked.measures))
        )
    ):
        return mask
    yields = any(word.text.casefold() in _YIELDS for word in asked.words)
    if asked.received and not yields and not asked.measures and (mask & appropriated(labels)).any():
        # What an agency gets is what is appropriated to it, not what it brings in.
        mask = np.asarray(mask & ~labels.measured(("revenue",)), dtype=np.bool_)
    euros = labels.in_units(("EUR",))
    # Applications and their number are no money, nor is what stands without a unit beside euros.
    numbers = labels.column.mask(frozenset({"c:application"}).union(*map(keys_of_form, words_listed("counts"))))
    numbers |= labels.of_contexts(mask & euros & labels.in_tables())
    euros = euros | (_of_grants(labels, bare=True) & _plain_columns(labels))
    money = np.asarray(mask & (euros | (labels.measured(GRANTS) & ~numbers)) & ~labels.in_units(("%",)))
    if money.any() or asked.operation not in ("lookup", "sum"):
        return money if money.any() else mask
    # Where no unit is stated, a column that says what it counts is no money, unless that is the very sum asked for.
    granted = [word_keys(word) for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "grant"]
    called = labels.column.mask(frozenset().union(*granted)) & labels.measured(("budgeted", *GRANTS))
    return np.asarray(mask & (_plain_columns(labels) | (called & ~labels.in_units(("%",)))), dtype=np.bool_)


def _spends(asked: Asked) -> bool:
    """Whether a word of appropriations or expenses stands in the question, and none of revenue."""
    keys = frozenset().union(*map(word_keys, asked.words))
    return not keys.isdisjoint({"c:appropriation", "c:expense"}) and keys.isdisjoint({"c:revenue", "c:income"})


def _plain_columns(labels: LabelIndex) -> Mask:
    """Return the figures whose columns do not say what they count: years, totals."""

    def make() -> Mask:
        plain = [not path or words_left(path[-1], frozenset(), ignorable()) == 0 for path in labels.figures.columns]
        return np.asarray(np.array(plain, dtype=np.bool_)[labels.figures.column_ids], dtype=np.bool_)

    return labels.kept("plain columns", make)


def asks_how_much(asked: Asked) -> bool:
    """Whether the question is how much was applied for, granted or paid, not how much of something else."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    others = [position for position, kind in enumerate(asked.kinds) if kind == "content" and position not in named]
    if asked.language == "fi":
        things = any(_SOME.search(asked.words[position].text.casefold()) for position in others)
    else:
        things = any(position < _HEAD for position in others)
    given = asked.received or bool(_SUMS.intersection(asked.measures))
    return asked.operation in ("lookup", "sum") and asked.explicit and "%" not in asked.text and given and not things


def granted_first(asked: Asked, labels: LabelIndex, mask: Mask) -> Mask:
    """Return what was granted where rows are compared by grants and the question names no other measure of them."""
    if asked.measures or not ("grant" in asked.kinds or names_grants(asked)):
        return mask
    granted = mask & labels.measured(("granted",))
    elsewhere = mask & ~labels.of_contexts(granted)
    return np.asarray(granted | elsewhere, dtype=np.bool_)


def names_grants(asked: Asked) -> bool:
    """Whether a compound such as "kirjastoavustus" or "forskningsbidrag" names grants."""
    return any(
        "c:grant" in parts[-1]
        for word, kind in zip(asked.words, asked.kinds, strict=True)
        if kind == "content"
        for parts in word_parts(word)
    )
