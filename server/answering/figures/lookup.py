"""Looked-up figures in words: one sentence, or all readings grouped by programme. Knows nothing of how they were found.

The same figure stated in several places is told once, with all its citations.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from ingest.table import Figure
from ingest.tables.measures import measure_of as column_measure
from ingest.tables.numbers import numbers_in
from server.answering.answer import Language, Reading
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.dated import years_in
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.sentences import PHRASES, joined, say
from server.answering.figures.wording import column_of, context_of, measure_of, place_of, row_named, row_of, value_of
from server.answering.words.vocabulary import label_keys

MOST_IN_SENTENCE = 4
LONGEST_LEAD = 300
MOST_READINGS = 12
"""A look-up with more says how many there are besides, and lists the first."""
_STEM = 6
_DISTINCTIVE = 10_000
ALIKE = ({"granted", "funding"}, {"actual", "expense"}, {"actual", "revenue"})
"""Measures that say the same of one sum: money "for" someone was granted to them, an outturn is of expenses."""
_SURE = 100
"""A rounded value of fewer steps has too few digits to be known by them."""


def same(one: Figure, other: Figure) -> bool:
    """Whether two figures of different places state the same: value, unit, row, and no measure or period against it."""
    if one.id == other.id or not _alike(one, other):
        return False
    if not one.value:
        return False  # nothing here and nothing there are two things
    if one.table_id is not None and one.table_id == other.table_id:
        return False
    measures = {one.measure, other.measure} - {None}
    if len(measures) > 1 and measures not in ALIKE:
        return False
    if one.period and other.period and one.period != other.period:
        return False
    return _names(one) == _names(other) and bool(_names(one))


def _rounds_to(one: Figure, other: Figure) -> bool:
    """Whether two values are the same, the coarser one rounded: 9 552 (1000 €) and 9 551 587,40."""
    if one.value is None or other.value is None:
        return False
    if one.value == other.value:
        return True
    steps = sorted((step(one), step(other)))
    # Statements print expenses with and without a minus.
    apart = abs(abs(one.value) - abs(other.value))
    return steps[0] < steps[1] and abs(one.value) > steps[1] * _SURE and apart * 2 <= steps[1]


def _alike(one: Figure, other: Figure) -> bool:
    """Whether two values are the same, rounded or in another scale where one of them states no unit."""
    if one.unit == other.unit:
        return _rounds_to(one, other)
    bare = {one.unit, other.unit} == {None, "EUR"} and one.value is not None and abs(one.value) >= _DISTINCTIVE
    return (bare and _rounds_to(one, other)) or _scaled_to(one, other)


def _scaled_to(one: Figure, other: Figure) -> bool:
    """Whether a figure of no stated unit is the other in thousands or millions: 26 441 and 26 440 880,19 €."""
    bare, whole = (one, other) if one.unit is None else (other, one)
    if bare.unit is not None or whole.unit != "EUR" or bare.value is None or whole.value is None:
        return False
    return abs(bare.value) >= _SURE and any(
        abs(abs(bare.value) * scale - abs(whole.value)) * 2 <= scale for scale in (1000, 1_000_000)
    )


@lru_cache(maxsize=50_000)
def _step_of(text: str, value: Decimal) -> Decimal:
    numbers = numbers_in(text)
    if not numbers or not numbers[0].value or not value:
        return Decimal(0)
    printed = Decimal(numbers[0].value) / numbers[0].scale
    exponent = printed.normalize().as_tuple().exponent
    decimals = Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
    return abs(value / printed) * decimals


def step(figure: Figure) -> Decimal:
    """Return what one unit of a figure's last printed digit is worth: 1000 of "9 552" in a table of 1000 €."""
    return _step_of(figure.text, figure.value) if figure.value is not None else Decimal(0)


def _names(figure: Figure) -> frozenset[str]:
    """Return what tells a figure's row: its names, else its label; with those above it for a small value."""
    keys = label_keys(figure.row_path[-1]) if figure.row_path else frozenset()
    own = figure.row_path[-1:] if figure.value is not None and abs(figure.value) >= _DISTINCTIVE else figure.row_path
    return frozenset(key for key in keys if key.startswith("n:")) or frozenset({" ".join(own).casefold()})


def twins_of(labels: LabelIndex, figure: Figure, mask: Mask) -> list[Figure]:
    """Return the other figures that state the same as `figure` and fit the question, too."""
    if figure.value is None:
        return []
    candidates = (labels.figures.figures[position] for position in labels.by_value[figure.value] if mask[position])
    return [other for other in candidates if same(figure, other)]


def merged(choices: Sequence[Choice]) -> list[Choice]:
    """Return `choices` without those that only repeat others: tables before text, those with a unit and exact first."""
    kept: list[Choice] = []
    ordered = sorted(
        choices,
        key=lambda one: (one.context.table_id is None, one.main[0].unit is None, max(map(step, one.main))),
    )
    for choice in ordered:
        known = [figure for other in kept for figure in other.figures]
        if not all(any(same(figure, other) for other in known) for figure in choice.figures):
            kept.append(choice)
    return kept


def of_most_years(asked: Asked, choices: Sequence[Choice]) -> list[Choice]:
    """Return the choices that are stated for most of the years asked for, where several are or there are many choices.

    A figure that has its year only from its document may be of anything done in it.
    """
    if not asked.years or (len(asked.years) == 1 and len(merged(choices)) <= MOST_READINGS):
        return list(choices)
    stated = [
        len({year for figure in choice.figures for year in years_in(figure.period or "")}.intersection(asked.years))
        for choice in choices
    ]
    return [choice for choice, years in zip(choices, stated, strict=True) if years == max(stated)]


def lookup_lines(
    asked: Asked, choices: Sequence[Choice], ledger: Ledger, *, whole: Choice | None = None, most: int | None = None
) -> tuple[str, list[str], list[Reading]]:
    """Return the first sentence, the lines after it and the readings of looked-up figures.

    `whole` is the reading that stands for the others, too; it is told first. All choices are readings, `most` of them
    have a line.
    """
    language = asked.language
    before = len(ledger.figures)
    missing = _undecided(asked, choices)
    choices = [_without_undecided(choice) for choice in choices]
    if any(figure.value is not None for choice in choices for figure in choice.main):
        choices = [choice for choice in choices if any(figure.value is not None for figure in choice.main)]
    if len(choices) == 1 and not choices[0].details and len(choices[0].main) == 1:
        return _single(asked, choices[0], ledger), missing, []
    lines: list[str] = []
    readings: list[Reading] = []
    last_context = None
    for number, choice in enumerate([whole, *_grouped(choices[1:])] if whole is not None else _grouped(choices)):
        main = [ledger.add(figure) for figure in choice.main]
        details = [ledger.add(figure) for figure in choice.details]
        parts = [_part(choice, figure, language) for figure in choice.main]
        more = [_part(choice, figure, language) for figure in choice.details if not _below(choice, figure)]
        below = [_part(choice, figure, language) for figure in choice.details if _below(choice, figure)]
        if below:
            parts[-1] = f"{parts[-1]} ({say('of_which', language, rows='; '.join(below))})"
        title = context_of(choice, language)
        row = _row_shown(choice, language)
        marks = ledger.marks([*main, *details])
        if number < (most or len(choices)):
            if title != last_context and title:
                lines.append(f"{title[:1].upper()}{title[1:]}:")
                last_context = title
            told = "; ".join([*parts, *more])
            lines.append(f"• {row}: {told} {marks}" if row else f"• {told} {marks}")
        measures = {measure_of(figure, language) for figure in choice.main}
        label = ", ".join(part for part in (title, row, *sorted(measures)) if part)
        ids = dict.fromkeys(one for index in (*main, *details) for one in ledger.figures[index].citations)
        readings.append(Reading(label, (*main, *details), tuple(ids)))
    if whole is not None:
        lead = f"{_lead(asked, [whole], language).removesuffix('.')} {ledger.marks(readings[0].figures)}."
        return lead, [say("named_alike", language), *lines[2 if context_of(whole, language) else 1 :]], readings
    lead = _lead(asked, choices, language) if len(choices) <= MOST_IN_SENTENCE else say("readings", language)
    if len(choices) == 1 and not choices[0].details and not lead.endswith(":"):
        return f"{lead.removesuffix('.')} {ledger.marks(range(before, len(ledger.figures)))}.", missing, []
    if (
        len(choices) > MOST_IN_SENTENCE
        and len({context_of(choice, language) for choice in choices}) == 1
        and context_of(choices[0], language)
    ):
        lead = lines.pop(0)
    return lead, [*lines, *missing], readings if len(readings) > 1 else []


def _undecided(asked: Asked, choices: Sequence[Choice]) -> list[str]:
    """Return lines on the named rows whose cell the document does not tell, where it tells that of others."""
    known = [choice for choice in choices if any(figure.value is not None for figure in choice.main)]
    if len(asked.mentions) < 2 or not known:
        return []
    return [
        say("undecided", asked.language, row=row_named(choice.main[0], asked.language),
            column=column_of(choice.main[0].column_path, asked.language))
        for choice in choices
        if choice not in known and choice.main and choice.row not in {other.row for other in known}
    ]  # fmt: skip


def _grouped(choices: Sequence[Choice]) -> list[Choice]:
    """Return `choices` with those of one programme side by side, in the order of their first ones."""
    order: dict[str, int] = {}
    for choice in choices:
        order.setdefault(choice.context.programme or choice.context.title, len(order))
    return sorted(choices, key=lambda choice: order[choice.context.programme or choice.context.title])


def _below(choice: Choice, figure: Figure) -> bool:
    """Whether a detail is a part of the last main figure, which its row sums."""
    return figure.column_role == "child" and figure.column_parent == choice.main[-1].column


def _without_undecided(choice: Choice) -> Choice:
    """Leave out cells whose value the document does not tell, where the row has others that it does."""
    main = tuple(figure for figure in choice.main if figure.value is not None)
    details = tuple(figure for figure in choice.details if figure.value is not None)
    return replace(choice, main=main, details=details) if main else choice


def _single(asked: Asked, choice: Choice, ledger: Ledger) -> str:
    language = asked.language
    figure = choice.main[0]
    position = ledger.add(figure)
    sentence = say(_verb(asked, choice.main), language, value=value_of(figure, language),
                   row=row_named(choice.main[0], language) or column_of(figure.column_path, language))  # fmt: skip
    column = _column(choice, figure, language) if row_named(choice.main[0], language) else ""
    measure = measure_of(figure, language)
    about = ["" if measure[:_STEM].casefold() in column.casefold() else measure, column, context_of(choice, language)]
    # A span of years that neither column nor title states is the document's, which says little of one figure.
    years = years_in(figure.period or "")
    period = figure.period if len(years) == 1 and figure.period and figure.period not in " ".join(about) else ""
    shown = ", ".join(part for part in (*about, period) if part)
    return f"{sentence} ({shown}) {ledger.marks([position])}.".replace(" ()", "")


def _row_shown(choice: Choice, language: Language) -> str:
    """Return the row as shown: of rows of years, the year that its figures share."""
    periods = {figure.period or "" for figure in choice.main}
    return row_named(choice.main[0], language) or (periods.pop() if len(periods) == 1 else "")


def _verb(asked: Asked, figures: Sequence[Figure]) -> str:
    """Return "received" where money was given to someone and the question asks what they received."""
    given = all(
        figure.measure in ("granted", "funding") and figure.unit == "EUR" and figure.row_role != "total"
        for figure in figures
    )
    return "received" if asked.received and given else "stated"


def _lead(asked: Asked, choices: Sequence[Choice], language: Language) -> str:
    """Return one sentence with all readings, grouped by row or by table; a short one where that would be long."""
    rows = list(dict.fromkeys(row_of(choice.row[-1:], language) for choice in choices))
    titles = list(dict.fromkeys(place_of(choice.context, language) for choice in choices))
    verb = _verb(asked, [figure for choice in choices for figure in choice.main])
    if len(rows) == 1 and rows[0]:
        told = [f"{_values(choice, language)} ({title})" if title else _values(choice, language)
                for choice in choices
                for title in [_placed(choice, language)]]  # fmt: skip
        lead = say(verb, language, row=rows[0], value="; ".join(told)) + "."
    elif len(titles) == 1:
        told = [
            say(verb, language, row=_row_shown(choice, language), value=_values(choice, language)).removeprefix(": ")
            for choice in choices
        ]
        lead = joined(told, language) + (f" ({titles[0]})." if titles[0] else ".")
    else:
        lead = "; ".join(
            f"{_row_shown(choice, language)}: {_values(choice, language)} ({place_of(choice.context, language)})"
            .removeprefix(": ").removesuffix(" ()")
            for choice in choices
        ) + "."  # fmt: skip
    if len(lead) <= LONGEST_LEAD:
        return lead
    return (
        f"{rows[0]}: {_shortened(say('readings', language))}"
        if len(rows) == 1 and rows[0]
        else say("readings", language)
    )


def _placed(choice: Choice, language: Language) -> str:
    """Return the programme or title, and of a sub-row its parent."""
    title = place_of(choice.context, language)
    whole, name = row_named(choice.main[0], language), row_of(choice.row[-1:], language)
    parent = whole.removeprefix(name).strip(" ()")
    return ", ".join(part for part in (parent, title) if part)


def _shortened(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _values(choice: Choice, language: Language) -> str:
    return joined([_part(choice, figure, language, short=True) for figure in choice.main], language)


def _column(choice: Choice, figure: Figure, language: Language) -> str:
    """Return a column as shown, "" where the table's title ends in it: "Budget – Appropriations"."""
    column = column_of(figure.column_path, language)
    return "" if choice.context.title.casefold().endswith(f"– {column.casefold()}") else column


def _part(choice: Choice, figure: Figure, language: Language, *, short: bool = False) -> str:
    column = _column(choice, figure, language)
    value = value_of(figure, language)
    measures = {one.measure for one in choice.figures}
    measure = measure_of(figure, language) if len(measures) > 1 else ""
    if short and len(choice.main) == 1 and column == PHRASES["total"][language]:
        return value
    if short and len(choice.main) == 1 and figure.measure == "granted" == column_measure(figure.column_path):
        return value  # "received" says it
    label = column or (figure.period or "")
    if measure and measure.casefold() not in label.casefold():
        label = f"{label} ({measure})" if label else measure
    if label[-1:].isdigit():
        # Before the value, a year would read as its first digits.
        return f"{value} ({label})"
    return f"{label} {value}" if label else value
