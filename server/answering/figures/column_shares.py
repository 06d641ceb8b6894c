"""What share one column of a row is of another one: "what share of the applications was approved?".

What the share is of is said by a phrase ("hakemuksista", "of the applications") that a column is called by, or the
whole table where its rows have a total column. Knows nothing of shares in total rows, nor of rows named in the phrase.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from ingest.table import Figure
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.needs import need_of
from server.answering.figures.operations import Outcome
from server.answering.figures.portions import OF, VERB
from server.answering.figures.shares import share_of_row
from server.answering.figures.understanding import understand
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_NAMING = ("content", "number", "measure")
_ELATIVE, _SHORTEST = ("sta", "stä"), 5
_NUMBERED = re.compile(r"\d+\.")
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_MOST = 12
_SHARE_WORD = re.compile(r"osuu|prosent|andel|procent|share|proportion|percent")


def column_shares(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome] | None:
    """Return the shares that the question asks for of another column of the same row, None where for no such share.

    `mask` are the figures of the collections asked. A share that cannot be told is no other share: the list is empty.
    """
    span = phrase_of_whole(asked)
    if span is None:
        return None
    start, end = span
    inside = [
        position
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if kind in _NAMING and start <= word.start < end
    ]
    # A row's name in the phrase says whose: "of the participants in North".
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    whose = " ".join(asked.words[position].text for position in inside if position in named)
    needs = [need_of(asked, labels, position) for position in inside if position not in named]
    # Where the phrase is of money, what else stands in it may say whose alone: "of the library's funding".
    of_money = _of_money(asked, span)
    rows = [
        need for need in needs if need.row_own.any() and (of_money or not need.counted.any()) and not need.context.any()
    ]
    whose = " ".join([whose, *(need.text for need in rows)])
    needs = [need for need in needs if all(need is not row for row in rows)]
    if not needs and not of_money:
        return None
    nothing = np.zeros(len(labels.figures), dtype=np.bool_)
    counted = np.logical_and.reduce([need.counted for need in needs]) & labels.in_tables() if needs else nothing
    titled = np.logical_and.reduce([need.context for need in needs]) & labels.in_tables() if needs else ~nothing
    parts = _parts(asked, f"{asked.text[:start]} {whose} {asked.text[end:]}", labels, mask)
    of_a_row = _is_of_a_row(asked)
    money = frozenset[str]() if needs else _forms_of_money(asked, span)
    found: list[Outcome] = []
    near = False
    for choice in parts:
        for figure in choice.main:
            row = _row_of(figure, labels)
            if own := _of_own_money(figure, row, money):
                outcomes = (share_of_row(figure, one, choice.context, ledger, asked.language) for one in own)
                found += [outcome for outcome in outcomes if outcome is not None]
                continue
            wholes = [one for one in row if counted[labels.figures.by_id[one.id]] and one.column != figure.column]
            near = near or (bool(wholes) and figure.column_role != "total")
            if not wholes and titled[labels.figures.by_id[figure.id]] and not of_a_row:
                wholes = [one for one in row if _is_total(one) and one.column != figure.column]
            wholes = [one for one in wholes if _fits(figure, one)]
            if len(wholes) == 1:
                outcome = share_of_row(figure, wholes[0], choice.context, ledger, asked.language)
                found += [outcome] if outcome is not None else []
    return found if found or near else None


def beside_shares(asked: Asked, chosen: Sequence[Choice], labels: LabelIndex, ledger: Ledger) -> list[Outcome] | None:
    """Return the share that another column of the same row, which the question names, has in each chosen figure.

    None where the question names no other column of it: "what share of the applications were funded".
    """
    found: list[Outcome] = []
    near = False
    for choice in chosen:
        if len(choice.main) != 1:
            continue
        whole = choice.main[0]
        own = _forms(whole)
        words = [
            word
            for word, kind in zip(asked.words, asked.kinds, strict=True)
            if kind in ("content", "grant", "measure") and word.forms.isdisjoint(own)
        ]
        others = [
            one
            for one in _row_of(whole, labels)
            if one.column != whole.column and any(not word.forms.isdisjoint(_forms(one)) for word in words)
        ]
        near = near or bool(others)
        fitting = [one for one in others if _fits(one, whole)]
        if len(fitting) == 1:
            outcome = share_of_row(fitting[0], whole, choice.context, ledger, asked.language)
            found += [outcome] if outcome is not None else []
    return found if near else None


def _forms(figure: Figure) -> frozenset[str]:
    """Return the base forms of the words of a figure's column."""
    return frozenset().union(*(word.forms for word in words_of(" ".join(figure.column_path))))


def phrase_of_whole(asked: Asked) -> tuple[int, int] | None:
    """Return the characters of the phrase that says of what the share is, None where none does."""
    if asked.language == "fi":
        ends = [
            position for position, word in enumerate(asked.words) if len(word.text) > _SHORTEST and _is_elative(word)
        ]
        if not ends:
            return None
        first = ends[0]
        while first and (_NUMBERED.fullmatch(asked.words[first - 1].text) or _goes_with_next(asked, first - 1)):
            first -= 1
        return asked.words[first].start, asked.words[ends[-1]].end
    lowered = asked.text.casefold()
    match = OF[asked.language].search(lowered)
    if match is None:
        return None
    verb = VERB[asked.language].search(lowered, match.end())
    return match.end(), verb.start() if verb is not None else _end_of_phrase(asked, match.end())


def _is_of_a_row(asked: Asked) -> bool:
    """Whether a name stands right before the share ("North's share of the total"): it is of what all rows have."""
    ends = [mention.end for mention in asked.mentions if mention.end < len(asked.words)]
    return any(_SHARE_WORD.match(asked.words[end].text.casefold()) for end in ends)


def _is_elative(word: Word) -> bool:
    """Whether a Finnish word says out of what; the partitive of "rahoitus" ends alike."""
    lowered = word.text.casefold()
    return lowered.endswith(_ELATIVE) and lowered[: -len("ta")] not in word.forms


def _goes_with_next(asked: Asked, position: int) -> bool:
    """Whether a Finnish word says whose the next one is ("kirjastojen avustuksista") or that it is whole ("koko")."""
    genitive = asked.kinds[position] == "content" and asked.words[position].text.casefold().endswith("n")
    return genitive or listed(asked.words[position], "wholes")


def _end_of_phrase(asked: Asked, start: int) -> int:
    """Return where a phrase without a known verb after it ends: before its second word that is no name."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    own = [
        word
        for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True))
        if word.start >= start and kind in _NAMING and position not in named
    ]
    return own[1].start if len(own) > 1 else len(asked.text)


def _of_money(asked: Asked, span: tuple[int, int]) -> bool:
    """Whether the phrase speaks of money or grants as such: "of the funding"."""
    start, end = span
    return any(
        kind in ("money", "grant") and start <= word.start < end
        for word, kind in zip(asked.words, asked.kinds, strict=True)
    )


def _forms_of_money(asked: Asked, span: tuple[int, int]) -> frozenset[str]:
    """Return the base forms of the phrase's words for money or grants."""
    start, end = span
    words = zip(asked.words, asked.kinds, strict=True)
    return frozenset().union(
        *(word.forms for word, kind in words if kind in ("money", "grant") and start <= word.start < end)
    )


def _of_own_money(part: Figure, row: Sequence[Figure], money: frozenset[str]) -> list[Figure]:
    """Return the columns of a row that its money is called by ("Määräraha"), each amount once."""
    called = [one for one in row if one.column != part.column and not money.isdisjoint(_forms(one))]
    return list({one.value: one for one in called if _fits(part, one)}.values())


def _parts(asked: Asked, text: str, labels: LabelIndex, mask: Mask) -> Sequence[Choice]:
    """Return the rows that the words of `text` outside the phrase name, with one known figure each and by a column."""
    read = replace(understand(asked.question, asked.language, " ".join(text.split())), operation="lookup")
    read = replace(read, explicit=True)
    if not any(kind in ("content", "measure") for kind in read.kinds):
        return []
    chosen = rows_answering(read, labels, mask, wider=False) or _of_measure(read, labels, mask)
    # A share that stands beside an amount is no part itself.
    amounts = ((choice, tuple(one for one in choice.main if one.unit != "%")) for choice in chosen)
    chosen = [replace(choice, main=main) if main else choice for choice, main in amounts]
    return [choice for choice in chosen if len(choice.main) == 1 and choice.main[0].value is not None]


def _of_measure(asked: Asked, labels: LabelIndex, mask: Mask) -> Sequence[Choice]:
    """Return the rows of a measure that alone is named, of each table its total or, where it has none, all.

    None are returned where they would be too many to tell.
    """
    if asked.measure is None or any(kind not in ("frame", "measure") for kind in asked.kinds):
        return []
    by_context: dict[int, list[Figure]] = {}
    for position in np.flatnonzero(mask & labels.in_tables()).tolist():
        figure = labels.figures.figures[position]
        if figure.measure == asked.measure and figure.value is not None:
            by_context.setdefault(int(labels.figures.context_ids[position]), []).append(figure)
    chosen = [
        Choice(labels.figures.contexts[context], figure.row_path, (figure,))
        for context, figures in by_context.items()
        for figure in [one for one in figures if one.row_role == "total"] or figures
    ]
    return chosen if len(chosen) <= _MOST else []


def _row_of(figure: Figure, labels: LabelIndex) -> list[Figure]:
    table = labels.figures.table_of(figure)
    cells = [cell for cell in (table.figures if table else ()) if cell.row == figure.row]
    return [labels.figures.figures[labels.figures.by_id[cell.id]] for cell in cells]


def _is_total(figure: Figure) -> bool:
    """Whether a figure's column is the total of its row, by its role or its name."""
    label = " ".join(figure.column_path[-1:])
    return figure.column_role == "total" or any(listed(word, "totals") for word in words_of(label))


def _fits(part: Figure, whole: Figure) -> bool:
    """Whether a figure may be a part of another one: of its unit, of no other year, and no greater."""
    years = part.period is None or whole.period is None or part.period == whole.period
    # What was paid by a day is of what was granted in the years before.
    years |= part.measure != whole.measure and _DAY.fullmatch(part.period or "") is not None
    if part.value is None or not whole.value or part.unit != whole.unit:
        return False
    return years and whole.value >= abs(part.value)
