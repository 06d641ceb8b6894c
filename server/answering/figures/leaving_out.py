"""Rows that a question leaves out: "how much did the coast get without the city?", "the most, apart from the capital".

A row is told less what the rows left out have of it; among rows that are compared, those left out are none. Knows
nothing of tables' arithmetic: a row is a part of the row over it and of the one total of its column.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from index.figures import Context
from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures.adding import adds_up
from server.answering.figures.asked import Asked
from server.answering.figures.compared_rows import total_of_group
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.lookup import merged
from server.answering.figures.operations import Outcome
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import joined, say
from server.answering.figures.understanding import strung, understand
from server.answering.figures.wording import row_named, row_of, value_of
from server.answering.words.numbers_format import format_value

_BEFORE: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(r"\b(?:ilman|paitsi|pois lukien|pois luettuna|lukuun ottamatta)\b"),
    "sv": re.compile(r"\b(?:utan|exklusive|förutom|utom|frånsett|bortsett från|med undantag (?:av|för))\b"),
    "en": re.compile(r"\b(?:without|excluding|except(?: for)?|apart from|other than|not counting|leaving out)\b"),
}
"""Words right before a name that is left out."""
_IF: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(
        r"\b(?:(?:osuus|osa|avustus|rahoitus|summa|tulot|menot) )?(?:vähennetään|poistetaan|jätetään pois|otetaan pois"
        r"|jätetään laskematta|ei lasketa mukaan|lasketaan pois)\b"
    ),
    "sv": re.compile(r"\b(?:dras av|räknas bort|lämnas bort|tas bort|utesluts|dras ifrån|inte räknas med)\b"),
    "en": re.compile(
        r"(?:\bshare )?(?:\bas a whole )?\b(?:is|are|were) (?:subtracted|deducted|removed|excluded|left out"
        r"|taken (?:away|out|off))\b"
    ),
}
"""Words right behind a name that would be left out."""
_REST: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(r"\bjää(?: jäljelle)?\b|\bjos\b|,", re.IGNORECASE),
    "sv": re.compile(r"\b(?:återstår|blir kvar|är kvar|blir det kvar|om)\b|,", re.IGNORECASE),
    "en": re.compile(r"\b(?:is left|are left|would be left|remains?|will remain|would remain|if)\b|,", re.IGNORECASE),
}
"""What says that the rest is asked for, which the amount of the rest needs not say."""
_BEHIND: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(r"\b(?:pois lukien|pois luettuna|lukuun ottamatta|poislukien)\b"),
    "sv": re.compile(r"\b(?:borträknat|exkluderat|oräknat|undantaget)\b"),
    "en": re.compile(r"\b(?:excluded|excepted|not included|left out)\b"),
}
"""Words right behind such a name."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The question without what it leaves out; the labels and the figures of each row left out."""

    text: str
    names: tuple[str, ...]
    rows: tuple[Mask, ...]

    @property
    def mask(self) -> Mask:
        """The figures of all rows left out."""
        return np.asarray(np.logical_or.reduce(self.rows), dtype=np.bool_)


def left_out(asked: Asked, labels: LabelIndex) -> LeftOut | None:
    """Return what the question leaves out, None where it leaves nothing out or names no row that there is."""
    lowered = asked.text.casefold()
    before, behind = _BEFORE[asked.language].search(lowered), _BEHIND[asked.language].search(lowered)
    supposed = _IF[asked.language].search(lowered)
    for mark, step in ((before, 1), (behind, -1), (supposed, -1)):
        if mark is None:
            continue
        names = _names(asked, labels, mark.span(), step)
        rows = tuple(_rows(asked, labels, asked.text[start:end]) for start, end in names)
        if not rows or not all(row.any() for row in rows):
            continue
        start, end = min(mark.start(), names[0][0]), max(mark.end(), names[-1][1])
        rest = f"{asked.text[:start].rstrip(' ,(')} {asked.text[end:].lstrip(' ,)')}"
        rest = _REST[asked.language].sub(" ", rest) if mark is supposed else rest
        labelled = tuple(labels.figures.figures[int(row.argmax())].row_path[-1] for row in rows)
        return LeftOut(" ".join(rest.split()).replace(" ?", "?"), labelled, rows)
    return None


def _names(asked: Asked, labels: LabelIndex, mark: tuple[int, int], step: int) -> list[tuple[int, int]]:
    """Return the characters of the names strung together right behind the mark (`step` 1) or right before it (-1)."""
    found = [(asked.words[one.start].start, asked.words[one.end - 1].end) for one in asked.mentions]
    for position, word in enumerate(asked.words):
        if not any(start <= word.start < end for start, end in found):
            ends = [end for end, _ in labels.row_tree.found_at(asked.words, position)]
            found += [(word.start, asked.words[max(ends) - 1].end)] if ends else []
    chain: list[tuple[int, int]] = []
    for start, end in sorted(found, reverse=step < 0):
        if (start < mark[1]) if step > 0 else (end > mark[0]):
            continue
        last = chain[-1] if chain else mark
        between = asked.text[last[1] : start] if step > 0 else asked.text[end : last[0]]
        if not (strung(between) if chain else not between.strip()):
            break
        chain.append((start, end))
    return sorted(chain)


def _rows(asked: Asked, labels: LabelIndex, name: str) -> Mask:
    """Return the figures of the rows that `name` is the name of."""
    slots = constraints_of(understand(asked.question, asked.language, name), labels).rows
    none = np.zeros(len(labels.figures), dtype=np.bool_)
    return np.asarray(np.logical_or.reduce([none, *(slot.own for slot in slots)]), dtype=np.bool_)


def remainders(asked: Asked, out: LeftOut, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return for each row that answers `asked` what it has less the rows left out, which must be parts of it.

    `mask` are the figures of the collections asked.
    """
    read = replace(asked, operation="lookup")
    for wider in (False, True):
        chosen = merged(rows_answering(read, labels, mask, wider=wider))
        found = [
            outcome
            for choice in chosen
            for figure in choice.main
            for outcome in _remainder(figure, choice.context, out, labels, ledger, asked.language)
        ]
        if found:
            return found
    return []


def _remainder(  # noqa: PLR0913, PLR0917 - a whole, where it stands and what is taken from it
    whole: Figure, context: Context, out: LeftOut, labels: LabelIndex, ledger: Ledger, language: Language
) -> Iterator[Outcome]:
    table = labels.figures.table_of(whole)
    column = [one for one in (table.figures if table else ()) if one.column == whole.column]
    parts = [
        [one for one in column if mask[labels.figures.by_id[one.id]] and _is_part(one, whole, column)]
        for mask in out.rows
    ]
    if whole.value is None or not adds_up(whole) or not all(len(found) == 1 for found in parts):
        return
    taken = [found[0] for found in parts]
    if any(one.value is None or one.unit != whole.unit for one in taken):
        return
    value = whole.value - sum(one.value or 0 for one in taken)
    inputs = [ledger.add(one) for one in (whole, *taken)]
    formula = " − ".join(value_of(one, language) for one in (whole, *taken))
    result = ledger.compute(value, whole.unit, formula, inputs, row_path=whole.row_path)
    names = joined([row_of(one.row_path[-1:], language) for one in taken], language)
    sentence = say("without", language, row=row_named(whole, language), names=names,
                   value=format_value(value, whole.unit, language))  # fmt: skip
    yield Outcome(sentence, (*inputs, result), context, whole.column_path, (), formula)


def _is_part(one: Figure, whole: Figure, column: list[Figure]) -> bool:
    """Whether a figure of a column is counted in another of it: a sub-row in its parent, a row in the one total."""
    if one.row_role == "child" and one.row_parent == whole.row:
        return True
    if total_of_group(one, column) is whole:
        return True
    totals = [other for other in column if other.row_role == "total"]
    return [other.id for other in totals] == [whole.id] and one.row_role in ("plain", "parent", "child")
