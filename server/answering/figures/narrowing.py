"""Constraints read another way where figures show that it is meant: a span of years, a name as a title's or a text's.

Knows nothing of how constraints were found.
"""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import Constraints, Need, Slot
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.needs import need_of
from server.answering.figures.row_kinds import names_places
from server.answering.words.names import mentions_in
from server.answering.words.vocabulary import listed, word_keys, words_listed
from server.answering.words.word import words_of

_PERCENT = re.compile(r"prosent|procent|per ?cent|%", re.IGNORECASE)


def of_one_span(asked: Asked, labels: LabelIndex, constraints: Constraints, allowed: Mask) -> Constraints:
    """Return `constraints` for the span of years that the question names, where figures are stated for just that.

    The school year 2023–2024 is no sum of two years; of a span, nothing changes and nothing is averaged.
    """
    if not asked.year_range or asked.operation in ("growth", "average", "median") or not constraints.years:
        return constraints
    span = labels.in_range(asked.years[0], asked.years[-1])
    fits = constraints.conjunction(len(labels.figures), without="years") & span & allowed & labels.in_tables()
    return (
        replace(constraints, years={"–".join((asked.years[0], asked.years[-1])): span}) if fits.any() else constraints
    )


def in_context(constraints: Constraints, labels: LabelIndex, allowed: Mask) -> Constraints:
    """Return `constraints` whose one row is a need of titles, where no row of what fits has its name, or one of many.

    "All projects of Central Finland" are those of its portfolio, though another table has a row of that name; the town
    is one of the town's largest employers.
    """
    if len(constraints.rows) != 1:
        return _of_titles(constraints, labels, allowed)
    (slot,) = constraints.rows
    fits = constraints.conjunction(len(labels.figures)) & allowed
    named = fits & labels.row_path.mask(slot.keys)
    beside = fits & ~named & labels.of_contexts(named & labels.in_tables())
    if not fits.any() or (named.any() and (len(np.unique(labels.figures.row_ids[named])) > 1 or not beside.any())):
        return constraints
    nothing = np.zeros(len(fits), dtype=np.bool_)
    need = Need(slot.text, slot.mask, nothing, nothing, slot.mask, nothing, evidence=True)
    return replace(constraints, rows=(), needs=(*constraints.needs, need))


def _of_titles(constraints: Constraints, labels: LabelIndex, allowed: Mask) -> Constraints:
    """Return `constraints` without the names among several rows that say whose tables the other rows stand in.

    "Taxes and grants of the town" are two rows of the statement that has the town in its title alone.
    """
    here = labels.in_tables() & allowed
    ids = labels.figures.context_ids
    needs = constraints.needs
    kept: list[Slot] = []
    for slot in constraints.rows:
        others = [other for other in constraints.rows if other is not slot and other.name_id is None]
        named = slot.name_id is not None and bool(others)
        tables = [np.unique(ids[other.own & slot.mask & here]) for other in others] if named else []
        own = np.unique(ids[labels.row_path.mask(slot.keys) & here])
        if tables and all(len(each) > 0 and len(np.intersect1d(each, own)) == 0 for each in tables):
            nothing = np.zeros(len(ids), dtype=np.bool_)
            needs = (*needs, Need(slot.text, slot.mask, nothing, nothing, slot.mask, nothing, evidence=True))
        else:
            kept.append(slot)
    return replace(constraints, rows=tuple(kept), needs=needs)


def whose_share(asked: Asked, labels: LabelIndex) -> Mask:
    """Return the figures whose row or column has the name that the word for a share follows: "the Ministry's share".

    What only a title says of it is not its share.
    """
    found = np.ones(len(labels.figures), dtype=np.bool_)
    for mention in asked.mentions:
        behind = asked.words[mention.end : mention.end + 1]
        if behind and listed(behind[0], "shares"):
            needs = [need_of(asked, labels, position) for position in range(mention.start, mention.end)]
            by_words = np.logical_and.reduce([need.row_path | need.counted for need in needs])
            found &= labels.row_path.mask(mention.keys) | labels.column.mask(mention.keys) | by_words
    return found


def is_share_in_money(asked: Asked, labels: LabelIndex) -> bool:
    """Whether a share is asked for that a column has in euros under that very name: "of which the State's share, €"."""
    if _PERCENT.search(asked.text):
        return False
    euros = labels.in_units(("EUR",)) & labels.in_tables()
    called = [(one, other) for one, other in pairwise(asked.words) if listed(other, "shares")]
    return any(
        bool((labels.column.mask(word_keys(one)) & labels.column.mask(word_keys(other)) & euros).any())
        for one, other in called
    )


def of_portions(asked: Asked, constraints: Constraints, labels: LabelIndex, mask: Mask) -> Mask:
    """Return the figures of `mask` by which shares are compared: per cents before all others, and no mere numbers."""
    percents = mask & labels.in_units(("%",))
    if not percents.any() and _is_share_within(asked, constraints, labels, mask):
        return np.zeros(len(mask), dtype=np.bool_)
    return np.asarray(percents if percents.any() else mask, dtype=np.bool_)


def _is_share_within(asked: Asked, constraints: Constraints, labels: LabelIndex, mask: Mask) -> bool:
    """Whether the share asked for is of what the columns of `mask` count in each row: no number of theirs is one.

    Where "the share of those who waited long" is largest is not where most waited long.
    """
    needs = [need.counted | ~mask for need in constraints.needs if need.evidence]
    if (mask & labels.measured(("share", "own_share"))).any() or not needs or not np.logical_and.reduce(needs).all():
        return False
    which = words_listed("which")
    return any(
        listed(other, "shares") and asked.kinds[position] != "kind" and before.text.casefold() not in which
        for position, (before, _, other) in enumerate(
            zip(asked.words, asked.words[1:], asked.words[2:], strict=False), 1
        )
    )


def of_the_name(asked: Asked, constraints: Constraints, labels: LabelIndex, allowed: Mask) -> Constraints:
    """Return `constraints` whose names are not met by sentences of others in a document that is called so.

    A town's report tells of the country and the county, too: what its title names is said only of sentences that name
    no other place, and of none where another sentence says the same by the name itself. Of the country no sentence
    tells that names a place in it.
    """
    fits = constraints.conjunction(len(labels.figures), without="years") & allowed & ~labels.in_tables()
    rows = tuple(replace(slot, mask=slot.mask & ~_of_others(slot, fits, labels)) for slot in constraints.rows)
    needs = constraints.needs
    country = next((word.text for word in asked.words if listed(word, "country")), None)
    if country is not None and not rows and fits.any():
        whole = np.ones(len(fits), dtype=np.bool_)
        whole[[position for position in np.flatnonzero(fits) if _of_a_place(labels, int(position))]] = False
        needs = (*needs, Need(country, whole, whole, whole, whole, whole, evidence=False))
    return replace(constraints, rows=rows, needs=needs)


def _of_others(slot: Slot, fits: Mask, labels: LabelIndex) -> Mask:
    """Return the figures of `fits` that have the name of `slot` in their document's title alone, and are of others."""
    figures = labels.figures.figures
    named = slot.own | labels.row_path.mask(slot.keys) | labels.column.mask(slot.keys)
    called = {figures[int(position)].document_id for position in np.flatnonzero(fits & named)}
    found = np.zeros(len(fits), dtype=np.bool_)
    for position in np.flatnonzero(fits & slot.mask & ~named):
        found[position] = figures[int(position)].document_id in called or _of_a_place(labels, int(position))
    return found


def _of_a_place(labels: LabelIndex, position: int) -> bool:
    figure = labels.figures.figures[position]
    return names_places(mentions_in(words_of(" ".join((*figure.row_path[-1:], *figure.column_path)))))


def beside_totals(constraints: Constraints, labels: LabelIndex, mask: Mask) -> Constraints:
    """Return the constraints of a share without total rows that say only of what: "of the whole country's".

    `mask` are the figures that fit the other words of the question.
    """
    others = mask & labels.in_tables() & ~labels.total_rows()
    parts = tuple(slot for slot in constraints.rows if (slot.own & others).any())
    return replace(constraints, rows=parts) if parts else constraints
