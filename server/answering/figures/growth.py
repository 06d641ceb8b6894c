"""Change of a row from its first to its last period, within a table or over the documents of several years.

Knows nothing of how the figures were chosen.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from index.figures import Context
from ingest.table import Figure
from server.answering.answer import Language
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.compared_rows import rows_compared
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.levels import level_of
from server.answering.figures.operations import OF_ROWS, Outcome
from server.answering.figures.sentences import say
from server.answering.figures.wording import column_of, row_of, value_of
from server.answering.words.changes import FALLS, RISES
from server.answering.words.numbers_format import format_difference, format_value, one_decimal

_PERCENT = re.compile(r"prosent|suhteel|procent|relativt|proportion|per ?cent|relative|%", re.IGNORECASE)
_POINTS = re.compile(r"prosenttiyksi|procentenhet|percentage point")
_WHICH_ROWS = re.compile(
    r"\b(?:mi(?:kä|tkä|ssä|llä|lle|nkä)|vil(?:ken|ket|ka)|which) "
    r"(?!on\b|oli\b|ovat\b|olivat\b|är\b|var\b|is\b|was\b)\w+"
)
_THAN = re.compile(
    r"\b(?:enemmän|vähemmän|mer|fler|mindre|färre|more|less|fewer)\b.*\b(?:kuin|än|than)\b", re.IGNORECASE
)
_FEWEST = 2
_ROUNDED = 2  # per cent
_MOST, _MOST_ROWS = 12, 30
_OUTTURN_AND_PLAN = frozenset({"actual", "budgeted", "planned", "revenue", "expense", None})
"""What is set beside each other over years: what came out and what is planned, but not what was granted and paid."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def across_documents(chosen: Sequence[Choice], year_of: Callable[[Figure], str | None]) -> list[Choice]:
    """Return each row that several documents state, one year each, as one choice whose figures have those years."""
    rows: dict[tuple[str, ...], list[tuple[Choice, Figure]]] = {}
    for choice in chosen:
        if len(choice.main) == 1 and choice.main[0].value is not None:
            figure = choice.main[0]
            key = (
                *(label.casefold() for label in choice.row),
                *figure.column_path,
                figure.measure or "",
                figure.unit or "",
            )
            rows.setdefault(key, []).append((choice, figure))
    found = []
    for stated in rows.values():
        years = [year_of(figure) for _, figure in stated]
        if len(stated) > 1 and None not in years and len(set(years)) == len(years):
            dated = tuple(replace(figure, period=year) for (_, figure), year in zip(stated, years, strict=True))
            titles = "; ".join(dict.fromkeys(choice.context.title for choice, _ in stated))
            found.append(
                replace(stated[0][0], main=dated, details=(), context=replace(stated[0][0].context, title=titles))
            )
    return found


@dataclass(frozen=True, slots=True)
class _Change:
    """The first and last figure of one row's series; `column` tells series of one row apart.

    A change `in_points` of per cent has no share of what it began with; the columns of an `unlike` one are told.
    """

    choice: Choice
    column: tuple[str, ...]
    first: Figure
    last: Figure
    shown: tuple[str, ...]
    in_points: bool = False
    unlike: bool = False

    @property
    def amount(self) -> Decimal:
        return (self.last.value or Decimal(0)) - (self.first.value or Decimal(0))

    @property
    def relative(self) -> Decimal | None:
        """In per cent, None where there is nothing to compare with, or counts are rounded to thousands.

        Of those, what the document says of the exact ones is another share.
        """
        share = self.first.unit == "%" or self.in_points or _is_rounded(self.first) or _is_rounded(self.last)
        return self.amount * 100 / self.first.value if self.first.value and not share else None


def growth(
    asked: Asked, chosen: Sequence[Choice], ledger: Ledger, language: Language, labels: LabelIndex | None = None
) -> list[Outcome]:
    """Return the change from each row's first to its last period asked for, in units and per cent.

    With `labels`, what the row itself prints of the change goes before what its amounts, which may be rounded, give.
    """
    return [
        _outcome(change, ledger, language, _printed(change, labels) if labels is not None else {})
        for choice in chosen
        for change in _changes(asked, choice)
    ]


def compares_years(asked: Asked) -> bool:
    """Whether rows are set against themselves in another year: "more in 2024 than in 2023"."""
    return len(set(asked.years)) == _FEWEST and _THAN.search(asked.text) is not None


def asks_which(asked: Asked) -> bool:
    """Whether the question is for rows by what they are: "which professions", but not "what was the growth"."""
    return _WHICH_ROWS.search(asked.text.casefold()) is not None


def growths_compared(asked: Asked, rows: Sequence[Choice], ledger: Ledger, language: Language) -> list[Outcome]:
    """Return the rows of each table and column that changed most or least, or, where no end is asked for, as asked.

    "Where did it fall?" asks for all rows that fell.
    """
    tables: dict[tuple[Context, tuple[str, ...], str | None], list[_Change]] = {}
    for choice in rows:
        for change in _changes(asked, choice):
            measure = None if change.last.measure in OF_ROWS else change.last.measure
            tables.setdefault((choice.context, change.column, measure), []).append(change)
    # "Where did the cuts grow most" asks for no fall.
    falling = FALLS.search(asked.text) is not None and RISES.search(asked.text) is None
    if asked.operation == "difference":
        # "Which got less in 2024 than in 2023"
        falling = asked.greater == (asked.years[0] < asked.years[-1])
    in_percent = _PERCENT.search(asked.text.casefold()) is not None
    outcomes: list[Outcome] = []
    for changes in tables.values():
        # Kilometres and euros are compared by their share alone.
        by_percent = in_percent or len({change.last.unit for change in changes}) > 1
        last = [change.last for change in changes]
        known, _ = rows_compared(last, asked.row_kind)
        if not known and level_of(asked, changes[0].choice.context) == 0:
            known, _ = rows_compared(last, None)  # the header says that the rows are of the kind
        ids = {figure.id for figure in known}
        here = [change for change in changes if change.last.id in ids and not (by_percent and change.relative is None)]
        sizes = {change.last.id: (change.relative or Decimal(0)) if by_percent else change.amount for change in here}
        fitting = [change for change in here if (sizes[change.last.id] < 0) == falling and sizes[change.last.id]]
        if asked.extreme is None:
            kept = fitting
        elif len(here) < _FEWEST or not fitting:
            continue
        else:
            ordered = sorted(fitting, key=lambda change: abs(sizes[change.last.id]))
            ends = ordered if asked.extreme == "minimum" else ordered[::-1]
            bound = abs(sizes[ends[min(asked.number or 1, len(ends)) - 1].last.id])
            kept = [
                change
                for place, change in enumerate(ends)
                if place < (asked.number or 1) or abs(sizes[change.last.id]) == bound
            ]
        outcomes += [_outcome(change, ledger, language) for change in kept]
    return outcomes if len(outcomes) <= (_MOST_ROWS if asked.operation == "difference" else _MOST) else []


def _changes(asked: Asked, choice: Choice) -> list[_Change]:
    series: dict[tuple[str | None, tuple[str, ...]], list[Figure]] = {}
    for figure in choice.figures:
        if figure.value is not None and (figure.period or figure.column_path) and _year(figure):
            series.setdefault((figure.measure, _undated(figure.column_path)), []).append(figure)
    found = []
    in_points = _POINTS.search(asked.text.casefold()) is not None
    for (_, column), figures in series.items():
        figures.sort(key=lambda figure: _year(figure) or "")
        within = _asked_for(asked, figures)
        if not within:
            continue
        first, last = within[0], within[-1]
        if (
            _year(first) == _year(last)
            or len(figures) != len({_year(figure) for figure in figures})
            or (len(series) > 1 and not first.value and not last.value)
        ):
            continue
        found.append(_Change(choice, column, first, last, column if len(series) > 1 else (), in_points))
    return found or _of_unlike_columns(asked, choice, in_points=in_points)


def _of_unlike_columns(asked: Asked, choice: Choice, *, in_points: bool) -> list[_Change]:
    """Return the change between two years of which one came out and the other is planned, where each is told once."""
    if len(asked.years) < _FEWEST:
        return []
    ends = [[one for one in choice.figures if _year(one) == year] for year in (asked.years[0], asked.years[-1])]
    if any(len(figures) != 1 for figures in ends):
        return []
    (first,), (last,) = ends
    fits = first.unit == last.unit and None not in (first.value, last.value) and first.table_id is not None
    if not fits or not {first.measure, last.measure} <= _OUTTURN_AND_PLAN:
        return []
    return [_Change(choice, (), first, last, (), in_points, unlike=True)]


def _asked_for(asked: Asked, figures: list[Figure]) -> list[Figure]:
    """Return the figures of the span asked for, in order: of one year, that and the one before, or all since it."""
    if len(asked.years) > 1:
        ends = [figure for figure in figures if _year(figure) in (asked.years[0], asked.years[-1])]
        return figures if len(ends) == _FEWEST else []  # another span than the one asked for tells nothing of it
    if not asked.years:
        return figures
    years = [_year(figure) for figure in figures]
    if asked.years[0] not in years:
        return []
    place = years.index(asked.years[0])
    return figures[place:] if asked.since else figures[max(0, place - 1) : place + 1]


def _printed(change: _Change, labels: LabelIndex) -> dict[str | None, Figure]:
    """Return the changes that the row of both figures prints between just their years, by unit; none that differ."""
    first, last = change.first, change.last
    if last.value_span is None or (first.table_id, first.row) != (last.table_id, last.row) or last.table_id is None:
        return {}
    years = {year for year in (_year(first), _year(last)) if year is not None}
    places = labels.on_page.get((last.document_id, last.value_span.page), ())
    found: dict[str | None, list[Figure]] = {}
    for figure in (labels.figures.figures[place] for place in places):
        here = (figure.table_id, figure.row, figure.measure) == (last.table_id, last.row, "change")
        if here and set(_YEAR.findall(" ".join(figure.column_path))) == years and _agrees(figure, change):
            found.setdefault(figure.unit, []).append(figure)
    return {unit: figures[0] for unit, figures in found.items() if len(figures) == 1}


def _agrees(figure: Figure, change: _Change) -> bool:
    """Tell whether a printed change is the computed one but for what was rounded: two per cent of the first amount."""
    if figure.value is None or not change.first.value or figure.unit not in ("%", change.first.unit):
        return False
    share = 100 / change.first.value
    stated = figure.value if figure.unit == "%" else figure.value * share
    return abs(stated - change.amount * share) <= _ROUNDED


def _outcome(
    change: _Change, ledger: Ledger, language: Language, printed: Mapping[str | None, Figure] = MappingProxyType({})
) -> Outcome:
    first, last = change.first, change.last
    inputs = [ledger.add(last), ledger.add(first)]
    formula = f"{value_of(last, language)} − {value_of(first, language)}"
    stated, share = printed.get(first.unit), printed.get("%")
    amount = change.amount if stated is None or stated.value is None else stated.value
    results = [ledger.compute(amount, first.unit, formula, inputs) if stated is None else ledger.add(stated)]
    percent = ""
    relative = share.value if share is not None else change.relative if stated is None else None
    if relative is not None and first.unit != "%":
        relative = one_decimal(relative)
        percent = f"{'+' if relative > 0 else ''}{format_value(relative, '%', language)}"
        computed = f"({formula}) / {value_of(first, language)}"
        results.append(ledger.compute(relative, "%", computed, inputs) if share is None else ledger.add(share))
    row = row_of(change.choice.row, language) or column_of(first.column_path, language)
    ends = [column_of(one.column_path, language) if change.unlike else _year(one) or "" for one in (first, last)]
    phrase = "growth_of_columns" if change.unlike else "growth"
    sentence = say(phrase, language, row=row, first=ends[0], last=ends[1], value=_signed(amount, first.unit, language),
                   percent=percent).replace(" ()", "")  # fmt: skip
    shown = formula if stated is None else None
    return Outcome(sentence, (*inputs, *results), change.choice.context, change.shown, (), shown)


def _is_rounded(figure: Figure) -> bool:
    """Tell whether a count is printed in thousands or millions: money is compared as it is accounted for."""
    if figure.unit is None or figure.unit.startswith(("EUR", "SEK")) or figure.value is None:
        return False
    return len(re.sub(r"\D", "", figure.text)) < len(str(int(abs(figure.value))))


def _undated(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a column path without its years: what tells series of one row apart."""
    labels = (" ".join(_YEAR.sub(" ", label).split()).strip(" -–") for label in path)
    return tuple(label for label in labels if label)


def _signed(value: Decimal, unit: str | None, language: Language) -> str:
    return f"{'+' if value > 0 else ''}{format_difference(value, unit, language)}"


def _year(figure: Figure) -> str | None:
    text = figure.period or " ".join(figure.column_path)
    years = _YEAR.findall(text)
    if len(years) == 2 and int(years[1]) == int(years[0]) + 1:
        return "–".join(years)  # a school year or a winter
    return years[0] if len(years) == 1 else None
