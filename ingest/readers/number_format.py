"""A spreadsheet's value as its number format shows it, in Finnish notation (1 234,5 %). Knows nothing of sheets.

Handles what tables of figures use: grouping, decimals, percent, scaling by thousands, currency and other literal text,
signs by section, dates. Fractions, exponents and colours show as the plain number.
"""

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

_GENERAL_DIGITS = 11
_IGNORED = re.compile(r"\[(?!\$)[^\]]*\]|_.|\*.")
_CURRENCY = re.compile(r"\[\$([^\]-]*)(?:-[^\]]*)?\]")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_NUMBER = re.compile(r"[#0?](?:[#0?,. \u00a0]*[#0?])?,*")


def shown(value: object, number_format: str | None) -> str:
    """Return `value` as text; "" for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, datetime | date | time | timedelta):
        return _date(value, number_format or "")
    if isinstance(value, int | float | Decimal):
        return _number(value, number_format or "General")
    return str(value)


def _date(value: date | time | timedelta, number_format: str) -> str:
    if isinstance(value, timedelta):
        return str(value)
    if isinstance(value, time):
        return f"{value.hour}.{value.minute:02}"
    wanted = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", number_format.lower())
    if wanted.strip("; @") in {"yyyy", "yy"}:
        return str(value.year)
    if "m" in wanted and "y" in wanted and "d" not in wanted and "h" not in wanted:
        return f"{value.month}/{value.year}"
    day = f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{day} {value.hour}.{value.minute:02}"
    return day


def _number(value: float | Decimal, number_format: str) -> str:
    number = Decimal(str(value))
    if not number.is_finite():
        return str(value)
    section, negated = _section(number_format, number)
    if negated:
        number = -number
    section = _CURRENCY.sub(lambda match: f'"{match.group(1)}"', section)
    section = _IGNORED.sub("", section)
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match.group(1) if match.group(1) is not None else match.group(2))
        return chr(0xE000 + len(literals) - 1)

    pattern = _QUOTED.sub(keep, section)
    digits = _NUMBER.search(pattern)
    if digits is None and literals and "general" not in pattern.lower():
        return "".join(literals)
    if "general" in pattern.lower() or digits is None or re.search(r"[eE][+-]|\?/|#/|@", pattern):
        return _general(number)
    body = _digits(number * 100 if "%" in pattern else number, digits.group())
    minus = "-" if body.startswith("-") else ""
    text = pattern[: digits.start()] + body.removeprefix("-") + pattern[digits.end() :]
    for index, literal in enumerate(literals):
        text = text.replace(chr(0xE000 + index), literal)
    return minus + text.strip()


def _section(number_format: str, number: Decimal) -> tuple[str, bool]:
    """Return the part of the format for this number, and whether that part itself shows the sign."""
    sections = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', number_format)
    if number < 0 and len(sections) > 1 and sections[1]:
        return sections[1], True
    if number == 0 and len(sections) > 2 and sections[2]:
        return sections[2], False
    return sections[0], False


def _digits(number: Decimal, pattern: str) -> str:
    scale = len(pattern) - len(pattern.rstrip(","))
    number = number.scaleb(-3 * scale)
    pattern = pattern.rstrip(",")
    whole, _, fraction = pattern.partition(".")
    places = sum(character in "0#?" for character in fraction)
    least = sum(character == "0" for character in fraction)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    sign, (integer, _, decimals) = ("-" if rounded < 0 else ""), f"{abs(rounded):f}".partition(".")
    while len(decimals) > least and decimals.endswith("0"):
        decimals = decimals[:-1]
    if "," in whole or " " in whole or "\u00a0" in whole:
        integer = f"{int(integer):,}".replace(",", " ")
    integer = integer.zfill(sum(character == "0" for character in whole))
    return f"{sign}{integer},{decimals}" if decimals else f"{sign}{integer}"


def _general(number: Decimal) -> str:
    """Return the number with at most eleven digits, as an unformatted cell shows it."""
    integer_digits = max(1, number.adjusted() + 1)
    places = max(0, _GENERAL_DIGITS - 1 - integer_digits)
    rounded = number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP) if number.adjusted() < 25 else number
    text = f"{rounded:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")
