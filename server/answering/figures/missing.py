"""What to say when no figure accounts for the whole question, and names misspelt a little.

A year, row or measure that is not there is said so, with what is there; a nearby figure never stands in. Where a word
is unknown to all labels, figures have nothing to say and the passages may. Knows nothing of operations.
"""

import re
from collections.abc import Sequence

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.choice import choose
from server.answering.figures.constraints import Constraints
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.measured import money_first
from server.answering.figures.sentences import MEASURES, joined, say
from server.answering.figures.understanding import with_correction
from server.answering.words.names import single_words
from server.answering.words.vocabulary import word_parts
from server.answering.words.word import Word, is_known, stems_of

_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.")
_SHORTEST = 5
_LONG = 10
_MOST_LISTED = 8
_MOST_CORRECTED = 3


def spelled(asked: Asked, labels: LabelIndex) -> Asked:
    """Return `asked` with each unknown word that is one slip away from exactly one name of the corpus read as that."""
    for position, word in enumerate(asked.words):
        if asked.kinds[position] != "content" or len(word.text) < _SHORTEST:
            continue
        # A word of some dictionary is no slip, unless it is written as a name within the question.
        if is_known(word.text) and not (position and word.capitalised):
            continue
        if any(mention.start <= position < mention.end for mention in asked.mentions):
            continue
        # As printed: the stem that a label's word is also looked up by may be no word ("vanta" of "Vantaan").
        if not word.forms.isdisjoint(labels.literal) or _made_of_known_parts(word, labels):
            continue
        meant = _meant(word, labels) or _meant_word(word, labels)
        if meant is not None:
            again = with_correction(asked, word, meant)
            return again if len(again.corrections) >= _MOST_CORRECTED else spelled(again, labels)
    return asked


def _made_of_known_parts(word: Word, labels: LabelIndex) -> bool:
    return any(all(labels.everywhere(part).any() for part in parts) for parts in word_parts(word))


def _meant_word(word: Word, labels: LabelIndex) -> str | None:
    """Return the one word of the labels that a longer word is one slip away from, None where there is none or two."""
    if len(word.text) < _LONG:
        return None
    found: set[str] = set()
    for stem in {*stems_of(word.text), *word.forms}:
        if len(stem) >= _LONG - 1:
            near = process.extract(
                stem, labels.spellings.get(stem[0], ()), scorer=DamerauLevenshtein.distance, score_cutoff=1, limit=3
            )
            found.update(form for form, distance, _ in near if distance == 1)
            if any(distance == 0 for _, distance, _ in near):
                return None
    return found.pop() if len(found) == 1 else None


def _meant(word: Word, labels: LabelIndex) -> str | None:
    found: dict[str, tuple[int, str]] = {}
    for stem in stems_of(word.text):
        allowed = 1 if len(stem) < _LONG else 2
        if len(stem) < _SHORTEST:
            continue
        for name, key in single_words().items():
            if abs(len(name) - len(stem)) > allowed or len(name) < _SHORTEST:
                continue
            # A slip rarely changes the first letter, which tells most names apart.
            if name[0] != stem[0]:
                continue
            distance = DamerauLevenshtein.distance(stem, name, score_cutoff=allowed)
            if distance <= allowed and (key not in found or distance < found[key][0]):
                found[key] = (distance, name)
    if not found:
        return None
    best = min(distance for distance, _ in found.values())
    nearest = [(key, name) for key, (distance, name) in found.items() if distance == best]
    if len(nearest) != 1 or not labels.everywhere({nearest[0][0]}).any():
        return None
    return nearest[0][1].title() if "-" in nearest[0][1] else nearest[0][1].capitalize()


def missing(asked: Asked, labels: LabelIndex, constraints: Constraints, allowed: Mask) -> Answer | None:
    """Return what is not in the documents and what is, None where the question may not be one for figures.

    Numbers of running text are no series of years or measures: where only they are near, the text has its say.
    """
    language = asked.language
    if constraints.unexplained:
        return None
    size = len(labels.figures)
    if constraints.unknown:
        rest = constraints.conjunction(size) & allowed
        if not rest.any():
            return None
        return _not_found(asked, say("no_row", language, asked=joined(list(constraints.unknown), language)))
    if constraints.years:
        other = money_first(asked, labels, constraints.conjunction(size, without="years") & allowed)
        absent = [year for year, mask in constraints.years.items() if not (other & mask).any()]
        if (other & labels.in_tables()).any() and absent:
            return _no_period(asked, absent, _periods(labels, other))
    if asked.measure is not None:
        other = constraints.conjunction(size, without="measure") & allowed
        measures = sorted({labels.measures[number] for number in np.unique(labels.measure_ids[other])} - {""})
        told = labels.measured((asked.measure,)) & ~labels.in_tables() & allowed
        if told.any() and (not constraints.rows or _of_documents(labels, other) & _of_documents(labels, told)):
            return None  # the text of the same document has such sums, or none of its rows is asked for
        if (other & labels.in_tables()).any() and measures:
            there = [MEASURES.get(measure, {}).get(language, measure) for measure in measures]
            wanted = MEASURES.get(asked.measure, {}).get(language, asked.measure)
            return _not_found(asked, say("no_measure", language, asked=wanted, there=joined(there, language)))
    if constraints.rows and constraints.needs:
        parts = [slot.text for slot in constraints.rows] + [need.text for need in constraints.needs]
        return _not_found(asked, say("no_pair", language, asked=", ".join([*parts, *asked.years])))
    return None


def of_other_years(
    asked: Asked, labels: LabelIndex, constraints: Constraints, mask: Mask, allowed: Mask
) -> Answer | None:
    """Return "not for that year" where only labels that say more have the year, and the one asked for has others.

    A nearby row never stands in for the row that was asked for.
    """
    if not asked.years or constraints.rows or asked.operation not in ("lookup", "count"):
        return None
    chosen = choose(asked, labels, constraints, mask, None)
    if not chosen or any(choice.tier < 1 for choice in chosen):
        return None
    without = money_first(asked, labels, constraints.conjunction(len(labels.figures), without="years") & allowed)
    own = [choice for choice in choose(asked, labels, constraints, without, None) if choice.tier < 1]
    periods = sorted({figure.period for choice in own for figure in choice.main if figure.period})
    return _no_period(asked, asked.years, periods) if own and periods else None


def _of_documents(labels: LabelIndex, mask: Mask) -> set[str]:
    """Return the documents of the figures of `mask`."""
    contexts = labels.figures.contexts
    return {contexts[int(number)].document_id for number in np.unique(labels.figures.context_ids[mask])}


def _no_period(asked: Asked, absent: Sequence[str], there: list[str]) -> Answer:
    """Return that the figure is not there for the years `absent`, and the periods that it is there for."""
    language = asked.language
    wanted = joined(list(absent), language)
    if there:
        return _not_found(asked, say("no_period", language, asked=wanted, there=joined(there, language)))
    return _not_found(asked, say("no_periods", language, asked=wanted))


def _periods(labels: LabelIndex, mask: Mask) -> list[str]:
    found = {labels.periods[number] for number in np.unique(labels.period_ids[mask])} - {""}
    periods = sorted(period for period in found if not _DAY.match(period)) or sorted(found)
    return periods if len(periods) <= _MOST_LISTED else [*periods[:1], "…", *periods[-1:]]


def _not_found(asked: Asked, reason: str) -> Answer:
    return Answer(
        language=asked.language,
        status="not_found",
        reason=reason,
        interpreted_question=asked.text,
        answer=reason,
        warnings=tuple(
            say("corrected", asked.language, written=written, read=read) for written, read in asked.corrections
        ),
        answered_by="figures",
    )
