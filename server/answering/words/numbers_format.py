"""Numbers as each language writes them, and back: for answers and for checking them. Knows nothing of figures."""

import re
from decimal import ROUND_HALF_UP, Decimal

from server.answering.answer import Language

_CENTS = 2
_EACH = (
    ("asukas", "invånare", "inhabitant"), ("henkilö", "person", "person"), ("asiakas", "klient", "client"),
    ("oppilas", "elev", "pupil"), ("opiskelija", "studerande", "student"), ("vuosi", "år", "year"),
    ("kuukausi", "månad", "month"), ("kk", "mån.", "month"), ("viikko", "vecka", "week"),
    ("päivä", "dag", "day"), ("vuorokausi", "dygn", "day"), ("tunti", "timme", "hour"),
)  # fmt: skip
"""What amounts are told for each of, in Finnish, Swedish and English."""
_NUMBER = re.compile(
    r"(?<![\w.,])[-−–]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?(?!\d)"
    r"|(?<![\w.,])[-−–]?\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)"
    r"|(?<!\w)[-−–]?\d+(?:[.,]\d+)?"
)


def format_number(value: Decimal, language: Language, *, decimals: int = 0) -> str:
    """Return `value` grouped as the language groups it; decimals as the value has them, without trailing noughts.

    At least `decimals` of them: amounts of money have cents or none.
    """
    text = f"{abs(value):f}"
    whole, _, fraction = text.partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    grouped = f"{int(whole):,}"
    if language != "en":
        grouped = grouped.replace(",", " ") if len(whole) > 4 or len(whole) == 4 else grouped
    point = "." if language == "en" else ","
    return ("−" if value < 0 else "") + grouped + (point + fraction if fraction else "")


def format_value(value: Decimal, unit: str | None, language: Language) -> str:
    """Return `value` with its unit: "5 007 266 €", "€5,007,266", "12,3 %", "12.3%", "840 osaajaa"."""
    number = format_number(value, language)
    if unit == "EUR" and value != value.to_integral_value():
        number = format_number(value, language, decimals=_CENTS)
    if unit == "EUR":
        if language == "en":
            return f"−€{number[1:]}" if number.startswith("−") else f"€{number}"
        return f"{number} €"
    if unit == "%":
        return f"{number}%" if language == "en" else f"{number} %"
    if unit and unit.startswith("EUR/"):
        per = _per(unit.removeprefix("EUR/"), language)
        return f"€{number}/{per}" if language == "en" else f"{number} €/{per}"
    return f"{number} {unit}" if unit else number


def _per(counted: str, language: Language) -> str:
    """Return what an amount is for each of in the reader's language, as it stands where it is no common thing."""
    known = next((row for row in _EACH if counted.casefold() in row), None)
    return known[("fi", "sv", "en").index(language)] if known else counted


def format_difference(value: Decimal, unit: str | None, language: Language) -> str:
    """Return a difference of two values of `unit`; one of percentages is in percentage points."""
    if unit != "%":
        return format_value(value, unit, language)
    points = {"fi": "prosenttiyksikköä", "sv": "procentenheter", "en": "percentage points"}[language]
    return f"{format_number(value, language)} {points}"


def one_decimal(value: Decimal) -> Decimal:
    """Return `value` rounded half up to one decimal."""
    return value.quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def whole(value: Decimal) -> Decimal:
    """Return `value` rounded half up to a whole number."""
    return value.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def numbers_written(text: str) -> list[Decimal]:
    """Return the numbers of a text of ours, whichever language grouped them."""
    found = []
    for match in _NUMBER.finditer(text):
        written = re.sub(r"[ \u00a0\u202f]", "", match.group()).replace("−", "-").replace("–", "-")
        if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
            written = written.replace(",", "")
        found.append(Decimal(written.replace(",", ".")))
    return found
