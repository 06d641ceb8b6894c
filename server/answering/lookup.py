"""Looked-up figures in words: one sentence, or all readings grouped by programme. Knows nothing of how they were found.

The same figure stated in several places is told once, with all its citations.
"""

from collections.abc import Sequence
from dataclasses import replace

from ingest.table import Figure
from server.answering.answer import Language, Reading
from server.answering.asked import Asked
from server.answering.choice import Choice
from server.answering.labels import LabelIndex, Mask
from server.answering.ledger import Ledger
from server.answering.vocabulary import label_keys
from server.answering.wording import (
    PHRASES,
    column_of,
    context_of,
    joined,
    measure_of,
    row_of,
    say,
    value_of,
)

MOST_IN_SENTENCE = 4


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures of different places state the same: value, unit, row, and no measure or period against it."""
    if one.id == other.id or one.value is None or one.value != other.value or one.unit != other.unit:
        return False
    if one.table_id is not None and one.table_id == other.table_id:
        return False
    measures = {one.measure, other.measure} - {None}
    # Money "for" someone is what was granted to them where the sum is the same.
    if len(measures) > 1 and measures != {"granted", "funding"}:
        return False
    if one.period and other.period and one.period != other.period:
        return False
    return _names(one) == _names(other) and bool(_names(one))


def _names(figure: Figure) -> frozenset[str]:
    keys = label_keys(figure.row_path[-1]) if figure.row_path else frozenset()
    return frozenset(key for key in keys if key.startswith("n:")) or frozenset({" ".join(figure.row_path).casefold()})


def twins_of(labels: LabelIndex, figure: Figure, mask: Mask) -> list[Figure]:
    """Return the other figures that state the same as `figure` and fit the question, too."""
    if figure.value is None:
        return []
    candidates = (labels.figures.figures[position] for position in labels.by_value[figure.value] if mask[position])
    return [other for other in candidates if same(figure, other)]


def merged(choices: Sequence[Choice]) -> list[Choice]:
    """Return `choices` without those that only repeat figures of earlier ones; tables come before running text."""
    kept: list[Choice] = []
    for choice in sorted(choices, key=lambda one: one.context.table_id is None):
        known = [figure for other in kept for figure in other.figures]
        if not all(any(same(figure, other) for other in known) for figure in choice.figures):
            kept.append(choice)
    return kept


def lookup_lines(asked: Asked, choices: Sequence[Choice], ledger: Ledger) -> tuple[str, list[str], list[Reading]]:
    """Return the first sentence, the lines after it and the readings of looked-up figures."""
    language = asked.language
    choices = [_without_undecided(choice) for choice in choices]
    if any(figure.value is not None for choice in choices for figure in choice.main):
        choices = [choice for choice in choices if any(figure.value is not None for figure in choice.main)]
    if len(choices) == 1 and not choices[0].details and len(choices[0].main) == 1:
        return _single(asked, choices[0], ledger), [], []
    lines: list[str] = []
    readings: list[Reading] = []
    heads: list[str] = []
    last_context = None
    for choice in choices:
        main = [ledger.add(figure) for figure in choice.main]
        details = [ledger.add(figure) for figure in choice.details]
        parts = [_part(choice, figure, language) for figure in choice.main]
        more = [_part(choice, figure, language) for figure in choice.details]
        title = context_of(choice)
        row = row_of(choice.row, language)
        marks = ledger.marks([*main, *details])
        heads.append(", ".join([f"{row} {'; '.join(parts)}" if len(choices) > 1 else "; ".join(parts)]))
        if title != last_context and title:
            lines.append(f"{title}:")
            last_context = title
        lines.append(f"• {row}: {'; '.join([*parts, *more])} {marks}")
        measures = {measure_of(figure, language) for figure in choice.main}
        label = ", ".join(part for part in (title, row, *sorted(measures)) if part)
        ids = dict.fromkeys(one for index in (*main, *details) for one in ledger.figures[index].citations)
        readings.append(Reading(label, (*main, *details), tuple(ids)))
    lead = _lead(asked, choices, language) if len(choices) <= MOST_IN_SENTENCE else say("readings", language)
    return lead, lines, readings if len(readings) > 1 else []


def _without_undecided(choice: Choice) -> Choice:
    """Leave out cells whose value the document does not tell, where the row has others that it does."""
    main = tuple(figure for figure in choice.main if figure.value is not None)
    details = tuple(figure for figure in choice.details if figure.value is not None)
    return replace(choice, main=main, details=details) if main else choice


def _single(asked: Asked, choice: Choice, ledger: Ledger) -> str:
    language = asked.language
    figure = choice.main[0]
    position = ledger.add(figure)
    phrase = "received" if figure.measure == "granted" and asked.received and figure.unit == "EUR" else "stated"
    sentence = say(phrase, language, row=row_of(choice.row, language) or column_of(figure.column_path, language),
                   value=value_of(figure, language))  # fmt: skip
    about = [measure_of(figure, language), column_of(figure.column_path, language), context_of(choice)]
    period = figure.period if figure.period and figure.period not in " ".join(about) else ""
    shown = ", ".join(part for part in (*about, period) if part)
    return f"{sentence} ({shown}) {ledger.marks([position])}.".replace(" ()", "")


def _lead(asked: Asked, choices: Sequence[Choice], language: Language) -> str:
    parts = []
    for choice in choices:
        values = joined([_part(choice, figure, language, short=True) for figure in choice.main], language)
        title = choice.context.programme or choice.context.title
        parts.append(f"{values} ({' '.join(title.split())})" if title else values)
    rows = {row_of(choice.row, language) for choice in choices}
    if len(rows) == 1 and next(iter(rows)):
        granted = all(figure.measure == "granted" for choice in choices for figure in choice.main)
        phrase = "received" if granted and asked.received else "stated"
        return say(phrase, language, row=next(iter(rows)), value="; ".join(parts)) + "."
    named = [f"{row_of(choice.row, language)}: {part}" for choice, part in zip(choices, parts, strict=True)]
    return "; ".join(named) + "."


def _part(choice: Choice, figure: Figure, language: Language, *, short: bool = False) -> str:
    column = column_of(figure.column_path, language)
    value = value_of(figure, language)
    measures = {one.measure for one in choice.figures}
    measure = measure_of(figure, language) if len(measures) > 1 else ""
    if short and column == PHRASES["total"][language]:
        return value
    label = column or (figure.period or "")
    if measure and measure.casefold() not in label.casefold():
        label = f"{label} ({measure})" if label else measure
    if label[-1:].isdigit():
        # Before the value, a year would read as its first digits.
        return f"{value} ({label})"
    return f"{label} {value}" if label else value
