"""Change of a row from its first to its last period, within a table or over the documents of several years.

Knows nothing of how the figures were chosen.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure
from server.answering.answer import Language
from server.answering.choice import Choice
from server.answering.ledger import Ledger
from server.answering.numbers_format import format_difference, format_value, one_decimal
from server.answering.operations import Outcome
from server.answering.wording import row_of, say, value_of

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


def growth(chosen: Sequence[Choice], ledger: Ledger, language: Language) -> list[Outcome]:
    """Return the change from each row's first to its last period, in units and per cent."""
    outcomes = []
    for choice in chosen:
        series: dict[tuple[str | None, tuple[str, ...]], list[Figure]] = {}
        for figure in choice.figures:
            if figure.value is not None and (figure.period or figure.column_path) and _year(figure):
                series.setdefault((figure.measure, _undated(figure.column_path)), []).append(figure)
        for (_, column), figures in series.items():
            figures.sort(key=lambda figure: _year(figure) or "")
            first, last = figures[0], figures[-1]
            if (
                _year(first) == _year(last)
                or first.value is None
                or last.value is None
                or len(figures) != len({_year(figure) for figure in figures})
                or (len(series) > 1 and not first.value and not last.value)
            ):
                continue
            shown = column if len(series) > 1 else ()
            inputs = [ledger.add(last), ledger.add(first)]
            change = last.value - first.value
            formula = f"{value_of(last, language)} − {value_of(first, language)}"
            results = [ledger.compute(change, first.unit, formula, inputs)]
            percent = ""
            if first.value and first.unit != "%":
                relative = one_decimal(change * 100 / first.value)
                percent = f"{'+' if relative > 0 else ''}{format_value(relative, '%', language)}"
                results.append(ledger.compute(relative, "%", f"({formula}) / {value_of(first, language)}", inputs))
            sentence = say("growth", language, row=row_of(choice.row, language), first=_year(first) or "",
                           last=_year(last) or "", value=_signed(change, first.unit, language),
                           percent=percent).replace(" ()", "")  # fmt: skip
            outcomes.append(Outcome(sentence, (*inputs, *results), choice.context, shown, (), formula))
    return outcomes


def _undated(path: tuple[str, ...]) -> tuple[str, ...]:
    """Return a column path without its years: what tells series of one row apart."""
    labels = (" ".join(_YEAR.sub(" ", label).split()).strip(" -–") for label in path)
    return tuple(label for label in labels if label)


def _signed(value: Decimal, unit: str | None, language: Language) -> str:
    return f"{'+' if value > 0 else ''}{format_difference(value, unit, language)}"


def _year(figure: Figure) -> str | None:
    text = figure.period or " ".join(figure.column_path)
    digits = [part for part in text.replace("-", " ").replace("–", " ").split() if part.isdigit() and len(part) == 4]
    return digits[0] if len(digits) == 1 else None
