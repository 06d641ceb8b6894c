"""Lines that hold nothing but units, one for each column of a table or one for all. Knows nothing of headers."""

import re
from dataclasses import dataclass, replace
from typing import Final

from ingest.tables.corner_words import heads_labels
from ingest.tables.table_units import stated

_EURO: Final = r"(?:€|euro(?:ja|ina|s|a)?|eur)"
_WORD: Final = re.compile(
    rf"[(\[]?(?:i |in )?(?:1[ \u00a0]?000[ \u00a0]?{_EURO}"
    rf"|(?:milj\.?|miljoon(?:aa|ia|ina)|mrd\.?|miljard(?:ia|er)|mn|miljoner|millions?(?: of)?|tuhatta|tuh\.?"
    rf"|tuhansi(?:a|na)|tusen(?:tal)?|thousands?(?: of)?|t\.|m|t|k)[ \u00a0]?{_EURO}"
    rf"|{_EURO}[ \u00a0]?(?:1[ ,]?000|thousands?|millions?|mn|m|k)\b|{_EURO} ?/ ?\w+|{_EURO} per \w+|{_EURO}"
    r"|(?:1[ \u00a0]?000|tuhatta|tusen|thousands?(?: of)?|milj\.?|mn) (?!eur)[a-zåäö]{2,}"
    r"|%-yks(?:ikköä)?\.?|%|(?:prosenttia|procent|per ?cent)(?:, ?%)?|kpl|antal|number|no\.|årsverken|FTEs?"
    r"|htv|hlö|henkilöä|lkm|st|pcs|km|ha|m2|m²|m3|m³|kWh|MWh|GWh|pv|vrk|tonnia)[)\]]?(?=\s|\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """A unit as printed: its words, where they stand in the text, what it is and what it multiplies numbers by."""

    text: str
    start: int
    end: int
    name: str | None
    scale: int


def units_alone(text: str) -> tuple[PrintedUnit, ...]:
    """Return the units that a line consists of, in order; nothing where other words stand among them."""
    found: list[PrintedUnit] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        match = _WORD.match(text, at)
        if match is None:
            return ()
        name, scale = stated(match.group()) or (None, 1)
        found.append(PrintedUnit(match.group(), at, match.end(), name, scale))
        at = match.end()
    return tuple(found)


def units_below(text: str) -> tuple[PrintedUnit, ...]:
    """Return the units of a line that holds nothing else, or a word that heads row labels and several units."""
    first, _, rest = text.partition(" ")
    if not heads_labels(first):
        return units_alone(text)
    at = len(text) - len(rest)
    units = units_alone(rest)
    return tuple(replace(unit, start=at + unit.start, end=at + unit.end) for unit in units) if len(units) > 1 else ()
