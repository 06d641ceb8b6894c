"""Numbers as Finnish, Swedish and English texts write them. Knows nothing of tables or of what a number counts.

`numbers_in` reads running text as a person would: dates, years, times, phone and section numbers are no figures.
`parse_number` reads the text of one table cell.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from ingest.tables.not_numbers import mask, years_in
from ingest.tables.units import Unit, unit_after, unit_before

RAISED_MARK: Final = r"[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ](?:[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ]|[,;] ?(?=[⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ]))*⁾?"
"""A footnote mark above the line, or several."""
_SPACES = "  \u202f\u2009"
_SPACE = "[ \u00a0\u202f\u2009]"
_DIGITS = (
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[,.]\d+)?"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,}(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:\.\d{3})+,\d+"
    r"|\d{1,3}(?:['’‘´]\d{3})+(?!\d)"
    r"|\d+(?:[.,]\d+)?"
)
_NUMBER = re.compile(
    rf"(?<![\w.,§])(?P<sign>(?<![\d)\]%€])[-−–](?={_SPACE}?\d))?(?P<digits>{_DIGITS})(?![\d½¼¾]|[.,]\d|[A-ZÅÄÖ]\b)"
)
_CELL = re.compile(
    rf"\(?\s*(?:€|EUR\b)?\s*(?P<sign>[-−–‒－+])?\s*(?P<digits>{_DIGITS})\s*(?P<rest>.*?)\s*\)?",
    re.IGNORECASE | re.DOTALL,
)
_APPROXIMATE = re.compile(
    r"(?:\b(?:noin|yli|lähes|liki|vajaa[tn]?|runsa(?:s|at|an)|reilu[tn]?|alle|arviolta|suunnilleen|enintään|vähintään"
    r"|jopa|ainakin|about|approximately|approx\.?|ca\.?|circa|cirka|omkring|ungefär|över|nästan|drygt|knappt|minst|högst"
    r"|over|nearly|almost|around|roughly|under|more than|less than|at least|up to|some)|\bn\.|[~≈><≤≥])"
    r"[ \u00a0\n]?(?:€|EUR )?$",
    re.IGNORECASE,
)
_MINUSES = ("-", "−", "–", "‒", "－")
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONEY_BEFORE = re.compile(r"\(?\s*(?:€|EUR\b)", re.IGNORECASE)
# "12,-" and "100,– €" have no cents.
_NO_CENTS = re.compile(r"(?<=\d)[,:][-–—−]{1,2}(?=\s*(?:€|EUR|euroa)?\)?$)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?![\d,])|(?<![\d.,])\d{1,3}(?:,\d{3})+\.\d")
_GROUPS = re.compile(r"\d{1,3},\d{3}")
_PARTED = re.compile(r"\d,(?:\d{1,2}|\d{4,})(?!\d)|(?<![\d,.])0,\d")
_PERCENT_BEFORE = re.compile(r"\w%[ :]?$")
_RANGE_AFTER = re.compile(r"\s?[-–−]\s?\d")
_RANGE_BEFORE = re.compile(r"\d\s?[-–−]\s?$")
_COUNTED = re.compile(r"[ \u00a0](?:kpl|hlö|henk|htv|st\b|pcs|euro|milj|asuka|invånare)", re.IGNORECASE)
_CODE = re.compile(r"0\d")
_MOST_GROUPS = 5  # more are the cells of a row
_MOST_BARE_GROUPS = 3  # and so are more than millions without a unit
_COMPOUND_AFTER = re.compile(r"-[a-zåäö]|[A-Za-zÅÄÖåäö]\d|[a-zåäö]\b(?!€)")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a text: `text[start:end]` are its digits with sign and grouping, without its unit.

    `value` is in whole units: M€, milj. €, 1000 € and the like are multiplied out, `scale` says by what. `decimals`
    counts the digits printed behind the decimal sign. `unit` is "EUR", "EUR/…", "%", "%-yks." or None. `approximate`
    says that a word such as "noin" or "yli" stands before it. `in_range` marks an end of "286–468".
    """

    value: Decimal
    text: str
    start: int
    end: int
    decimals: int
    unit: str | None
    scale: int
    approximate: bool
    in_range: bool = False


def comma_groups(texts: Iterable[str]) -> bool | None:
    """Tell whether commas group thousands (English) in `texts`; False where they are decimal signs, None unknown."""
    text = "\n".join(texts)
    if _GROUPED.search(text):
        return True
    if _PARTED.search(text):
        return False
    if re.search(r"(?:€|EUR )\d{1,3},\d{3}(?!\d)", text):
        return True
    return None


def groups_alone(text: str) -> bool:
    """Tell whether some number of `text` has commas that can but group thousands, and none one that parts decimals."""
    return _GROUPED.search(text) is not None and _PARTED.search(text) is None


def read_digits(digits: str, *, grouped_by_comma: bool | None) -> tuple[Decimal, int] | None:
    """Return value and count of decimals of a number's characters, or None where its comma or point is ambiguous."""
    plain = re.sub(rf"[{_SPACES}'’‘´]", "", digits)
    commas, points = plain.count(","), plain.count(".")
    if commas and points:
        decimal_sign = "," if plain.rindex(",") > plain.rindex(".") else "."
        plain = plain.replace("." if decimal_sign == "," else ",", "").replace(decimal_sign, ".")
    elif commas > 1 or points > 1:
        plain = plain.replace(",", "").replace(".", "")
    elif commas or points:
        whole, _, fraction = plain.replace(",", ".").partition(".")
        groups = len(fraction) == 3 and 0 < len(whole) <= 3 and whole != "0" and plain == digits
        if groups and grouped_by_comma is None:
            return None
        plain = whole + fraction if groups and grouped_by_comma is (commas == 1) else f"{whole}.{fraction}"
    value = Decimal(plain)
    return value, len(plain.partition(".")[2])


def numbers_in(text: str) -> tuple[Number, ...]:
    """Return the figures of running text in order, grouped thousands read as one number.

    Left out: dates, bare years, times, phone numbers, codes, section and list numbers, digits inside words and
    compounds ("25-vuotias"), and numbers whose comma or point could be either sign ("1,346").
    """
    masked = mask(text)
    years = {start for start, _ in years_in(masked)}
    style = comma_groups([masked])
    found: list[Number] = []
    for match in _NUMBER.finditer(masked):
        number = _read(masked, match, years, grouped_by_comma=style)
        if number is not None:
            found.append(number)
    return tuple(found)


def _read(text: str, match: re.Match[str], years: set[int], *, grouped_by_comma: bool | None) -> Number | None:
    digits = match.group("digits")
    start, end = match.start("digits"), match.end("digits")
    unit = unit_before(text, match.start(), end) or unit_after(text, end) or _percent_before(text, start, end)
    if unit is None and _COMPOUND_AFTER.match(text, end) and not text[end : end + 3].lower().startswith(("kpl", "hlö")):
        return None
    if start in years and unit is None and not _COUNTED.match(text, end):
        return None
    if (len(digits) > 1 and digits[0] == "0" and digits[1] not in ",.") or len(digits.split()) > (
        _MOST_BARE_GROUPS if unit is None else _MOST_GROUPS
    ):
        return None
    hint = grouped_by_comma
    if hint is None and unit is not None and unit.scale >= 1_000_000:
        hint = digits.count(".") == 1  # "1,346 milj." has decimals
    elif hint is None and unit is not None and unit.name == "EUR":
        hint = digits.count(",") == 1
    read = read_digits(digits, grouped_by_comma=hint)
    if read is None:
        return None
    value, decimals = read
    in_range = bool(_RANGE_AFTER.match(text, end) or _RANGE_BEFORE.search(text, max(0, match.start() - 4), start))
    negative = match.group("sign") is not None and not _RANGE_BEFORE.search(text, max(0, start - 4), start)
    first = match.start() if negative else start
    scale = 1 if unit is None else unit.scale
    return Number(
        value=scaled(-value if negative else value, scale),
        text=text[first:end],
        start=first,
        end=end,
        decimals=decimals,
        unit=None if unit is None else unit.name,
        scale=scale,
        approximate=_APPROXIMATE.search(text, max(0, first - 24), first) is not None,
        in_range=in_range,
    )


def scaled(value: Decimal, scale: int) -> Decimal:
    """Return `value` times `scale`, without the noughts that a scale leaves behind the decimal point."""
    product = value * scale
    return product.to_integral_value() if scale > 1 and product == product.to_integral_value() else product


def _percent_before(text: str, start: int, end: int) -> Unit | None:
    """Return the percent unit of a number such as "vastaus% 23"."""
    return Unit("%", 1, start, end) if _PERCENT_BEFORE.search(text, max(0, start - 4), start) else None


def parse_number(text: str, *, grouped_by_comma: bool | None = None) -> Decimal | None:
    """Return the number that is the whole text of one cell, as printed (units and scales not applied).

    "(12)" is −12 as accounts print it, and so is "12−". Any other dash behind a number is its minus only beside a
    currency or in grouped digits ("5 000-"): "65–" and "2021–" are open ranges (see `signs` for what a column tells).
    Text that is no number, a lone dash and a date give None; so does "1,346" unless `grouped_by_comma` (see
    `comma_groups`) says which sign the comma is.
    """
    cell = re.sub(r"(?<=[a-zåäö])-\s*\n\s*(?=[a-zåäö])", "", text.strip())
    cell = _NO_CENTS.sub("", re.sub(r"\s+", " ", cell))
    # The sign or bracket may stand on either side of the currency: "-€5", "€(5)".
    cell = re.sub(r"^(€|EUR) ?\((.*)\)$", r"(\1\2)", re.sub(r"^([-−–]) ?(€|EUR) ?(?=\d)", r"\2 \1", cell))
    match = _CELL.fullmatch(cell)
    if match is None or mask(cell) != cell or _CODE.match(match.group("digits")):
        return None
    rest = match.group("rest")
    # Accounting programs print the minus behind the number ("5 000-").
    behind = rest in _MINUSES and cell.endswith(match.group("digits") + rest) and not match.group("sign")
    if rest and not behind and not _is_remark(rest):
        return None
    if behind and not _is_minus(cell, match.group("digits"), rest, grouped_by_comma=grouped_by_comma):
        return None
    read = read_digits(match.group("digits"), grouped_by_comma=grouped_by_comma)
    if read is None:
        return None
    bracketed = cell.startswith("(") and cell.endswith(")")
    negative = match.group("sign") in _MINUSES or (bracketed and not match.group("sign")) or behind
    return -read[0] if negative else read[0]


def _is_minus(cell: str, digits: str, dash: str, *, grouped_by_comma: bool | None) -> bool:
    """Tell whether a dash behind a cell's digits can but be a minus; else it may leave a range open."""
    if _MONEY_BEFORE.match(cell):
        return True
    grouped = re.search(rf"\d[{_SPACES}'’‘´]\d{{3}}", digits) is not None or len(re.findall(r"[.,]", digits)) > 1
    if grouped or ("," in digits and grouped_by_comma is True and _GROUPS.fullmatch(digits) is not None):
        return True
    return dash == "−" and _YEAR.fullmatch(digits) is None


def _is_remark(rest: str) -> bool:
    """Tell whether what stands behind a cell's number is its unit or a footnote mark."""
    unit = unit_after(rest, 0)
    if unit is not None:
        rest = rest[unit.end :].strip()
    return re.fullmatch(rf"(?:\*+|{RAISED_MARK}|[a-z]?\d?\)|€)?", rest) is not None
