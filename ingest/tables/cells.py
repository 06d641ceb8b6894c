"""What one cell of a grid holds: a number with its unit, a year, a label or nothing. Knows no other cell."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

from ingest.document import Document, GridCell, Span
from ingest.tables.numbers import RAISED_MARK, numbers_in, parse_number, scaled
from ingest.tables.periods import period_of
from ingest.tables.units import unit_after, unit_before

CellKind = Literal["empty", "number", "year", "text"]

# A dash, dots or a cross stand for "nothing here" or "not known", "2)" for a note under the table: no figure.
_NOTHING: Final = re.compile(r"[-–—−.…·x/\s*]*|[-–—−]+ ?(?:€|%|EUR)|(?:\s?\d{1,2}\),?)+", re.IGNORECASE)
_YEAR: Final = re.compile(
    rf"(?:(?:TA|TP|KS|TAE|LTA|MTA)[ -]?)?(?:19|20)\d\d(?:\s?\*+|{RAISED_MARK}|\s?\d\))?", re.IGNORECASE
)
# A year over the table's unit is a header in one cell, no amount.
_YEAR_AND_UNIT: Final = re.compile(r"(?:(?:TA|TP) ?)?(?:19|20)\d\d\s+\(?1[ \u00a0]?000[ \u00a0]?(?:€|euroa)\)?")
_MARKS: Final = re.compile(rf"(?:\s*\*+\)?|\s*{RAISED_MARK}|(?<=[^\W\d])\s?\d\)|\s+\d\)|\s+[a-z]\))+$")
_LEFT_OVER: Final = re.compile(
    r"[\s()≈~<>≤≥,;:=+*]*|(?:[\s(]*(?:noin|n\.|yli|alle|väh(?:\.|intään)|enint(?:\.|ään)|ca\.?|about|over|under"
    r"|at least|up to|cirka|över|minst|högst|max\.?|min\.?|yht\.?|yhteensä"
    r"|arvio|ennakko(?:tieto|arvio)?|alustava|estimate[d]?|est\.?|preliminary|preliminär|prel\.?|uppskattning)[\s)]*)",
    re.IGNORECASE,
)
_SQUARE: Final = re.compile(r"(?:(?<![^\W\d_])[kcd]?|k-|ke|br|ht)m[²³]$")  # no footnote mark: "Pinta-ala, m²"
_NOTE_MARK: Final = re.compile(rf"(?<=[\d%€])(?:\s+\d\)|\s*[a-h]\)|\s*\*+|\s*{RAISED_MARK})$")
_DATED: Final = re.compile(r"(?P<cell>[^(]*\d[^(]*)\((?P<note>(?:\w+ )?[^()]{4,24})\)")
# A remark behind a number that says nothing of it but how it was before: "1,50 (sama vuonna 2023)", "1,30 (uusi)".
_COMPARED: Final = re.compile(
    r"(?<=[\d%€])\s*\((?:sama|samma|same|kuten|ennallaan|oförändrad|unchanged|uusi|ny|new)\b[^()\d]*(?:(?:19|20)\d\d)?\)$",
    re.IGNORECASE,
)
_BRACKETED_PERCENT: Final = re.compile(r"^\((\d[\d.,]* ?%)\)$")
_NEGATIVE_PERCENT: Final = re.compile(r"^\((\d[\d.,]*)\) ?%$")
# What cells count beside money and percent, spelt as printed.
_COUNTED: Final = re.compile(
    r" ?(kpl|htv\d?|hlö|henkilöä|asukasta|hanketta|kuntaa|osallistujaa|kk|vrk|pv|st|pcs|personer|personen"
    r"|projekt|årsverken|persons|people|projects|FTEs?|ha|km|m²|m2|m³|m3|tonnia|ton|GWh|MWh|kWh|MW|kW)(?=$|[\s).;,/])\.?",
    re.IGNORECASE,
)
_CODE: Final = re.compile(r"0\d[\d ]*")
_EITHER: Final = re.compile(r"\(?[-−–+]?\d{1,3}[,.]\d{3}\)?")
_DIGITS: Final = re.compile(r"[-−–‒－+]?\s?\d[\d\s\u00a0\u202f\u2009.,'’‘´]*\d|[-−–‒－+]?\s?\d")
_BLANKS: Final = re.compile(r"\(?[-−–+]?\d{1,3}(?:[ \u00a0]\d{3})+(?:,\d+)?\)?(?: ?(?:€|EUR|%))?")
_WITH_COMMA: Final = re.compile(r"\(?[-−–+]?[1-9]\d{0,2},\d{3}(?:\)|-)?(?: ?(?:€|EUR))?")


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A number of a cell: `value` as printed times `scale` of its own unit; `unit` None where the cell states none."""

    value: Decimal
    text: str
    unit: str | None
    scale: int
    approximate: bool
    period: str | None = None


@lru_cache(maxsize=20_000)
def kind_of(text: str, *, commas: bool | None = None) -> CellKind:
    """Tell what a cell's text is; a bare year ("2024", "TP2023") may also be a number, which its place must decide."""
    plain = text.strip()
    if _NOTHING.fullmatch(plain):
        return "empty"
    if _YEAR.fullmatch(plain) or _YEAR_AND_UNIT.fullmatch(plain):
        return "year"
    # A code ("00530") or a number of either reading ("1,346") is no figure, yet stands where figures do, in no header.
    unread = _CODE.fullmatch(plain) or (commas is None and _EITHER.fullmatch(plain))
    return "number" if unread or numbers_of(plain, commas=commas) else "text"


def is_bracketed_percent(text: str) -> bool:
    """Tell whether a cell holds a percentage in brackets: a share beside an amount, or a fall in a change's column."""
    return _BRACKETED_PERCENT.fullmatch(text.strip()) is not None


def is_either(text: str) -> bool:
    """Tell whether a cell's number has one comma before three digits: a thousand in English, decimals in Finnish."""
    return _WITH_COMMA.fullmatch(text.strip()) is not None


def groups_by_blank(text: str) -> bool:
    """Tell whether a cell's number parts its thousands by blanks, as no one does who parts others by commas."""
    return _BLANKS.fullmatch(text.strip()) is not None


@lru_cache(maxsize=20_000)
def numbers_of(text: str, *, commas: bool | None = None) -> tuple[CellNumber, ...]:
    """Return the numbers of a cell that holds nothing else but units and brackets: "128 832 065 euroa (73 %)" has two.

    `commas` says whether commas group thousands in the table. A cell that holds words has no numbers. A percentage in
    brackets is read without a sign; whether it is a fall its column tells (see `bracketed`).
    """
    plain = re.sub(r"[ \t\u00a0]*\n[ \t]*", " ", text.strip())
    if _NOTHING.fullmatch(plain) or _YEAR_AND_UNIT.fullmatch(plain):
        return ()
    plain = _BRACKETED_PERCENT.sub(r"\1", plain)  # a share beside an amount, as "(60 %)" of it
    plain = _NEGATIVE_PERCENT.sub(r"-\1 %", _NOTE_MARK.sub("", _COMPARED.sub("", plain)))
    whole = parse_number(plain, grouped_by_comma=commas)
    if whole is not None:
        return (_single(plain, whole),)
    dated = _DATED.fullmatch(plain)
    if dated is not None and (period := period_of([dated["note"]])) is not None:
        return tuple(replace(number, period=period) for number in numbers_of(dated["cell"], commas=commas))
    rejoined = re.sub(r"(?<=[a-zåäö])- (?=[a-zåäö])", "", plain)
    found = numbers_in(rejoined)
    rest = rejoined
    units: list[str | None] = []
    for number in reversed(found):
        before = unit_before(rejoined, number.start, number.end)
        unit = before or unit_after(rejoined, number.end)
        counted = _COUNTED.match(rejoined, number.end) if unit is None else None
        start = before.start if before else number.start
        rest = rest[:start] + rest[unit.end if unit else counted.end() if counted else number.end :]
        units.insert(0, counted.group(1) if counted else number.unit)
    if not found or not _LEFT_OVER.fullmatch(rest) or any(number.in_range for number in found):
        return ()
    if len(found) > 1 and not ("(" in rest or all(units)):
        return ()
    return tuple(
        CellNumber(item.value, item.text, unit, item.scale, item.approximate)
        for item, unit in zip(found, units, strict=True)
    )


def label_of(text: str) -> str:
    """Return a header's or label's text on one line, words split over lines rejoined and footnote marks gone."""
    joined = re.sub(r"(?<=[a-zåäö])[-‐\u00ad]\s*\n\s*(?=[a-zåäö])(?!(?:ja|tai|och|eller)\b)", "", text)
    line = re.sub(r"\s+", " ", joined).strip()
    bare = line if _SQUARE.search(line) else _MARKS.sub("", line).strip()
    # "(siirtomääräraha 3 v)" ends in no footnote mark: its bracket is open.
    return bare if bare and bare.count("(") == bare.count(")") else line


def span_in(document: Document, cell: GridCell, text: str) -> Span | None:
    """Return the span of `text` inside the cell's own, or the cell's span where it is not found there literally."""
    if cell.span is None:
        return None
    own = document.text_of(cell.span)
    at = own.find(text)
    if at < 0:
        pattern = r"\s+".join(re.escape(part) for part in text.split())
        found = re.search(pattern, own)
        if found is None:
            return cell.span
        return Span(cell.span.page, cell.span.start + found.start(), cell.span.start + found.end())
    return Span(cell.span.page, cell.span.start + at, cell.span.start + at + len(text))


def _single(plain: str, value: Decimal) -> CellNumber:
    digits = _DIGITS.search(plain)
    assert digits is not None
    if value < 0 and plain.startswith("(") and plain.endswith(")"):
        return CellNumber(value, plain, None, 1, approximate=False)
    unit = unit_after(plain, digits.end())
    if unit is None:
        euro = plain[: digits.start()].rstrip("( ").endswith(("€", "EUR"))
        return CellNumber(value, digits.group().strip(), "EUR" if euro else None, 1, approximate=False)
    return CellNumber(scaled(value, unit.scale), digits.group().strip(), unit.name, unit.scale, approximate=False)
