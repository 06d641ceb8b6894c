"""The unit of a figure: from its cell, its column, its row, the table's corner or title. Knows nothing of grids.

Money that a title states does not reach rows and columns that count heads or things.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.counted import counts, counts_heads, names_heads
from ingest.tables.periods import period_of
from ingest.tables.units import stated_unit

_LONGEST_LABEL: Final = 50  # a longer label is a sentence
_WHOLE: Final = 100  # percent
_AND: Final = re.compile(r"\b(?:ja|sekä|och|samt|and)\b|,.*,|/", re.IGNORECASE)
_CELL: Final = re.compile(r"[-−–+]?\s?(\d+)([.,]\d+)?\s?%?")
_PERCENT: Final = ("%", "%-yks.")
UnitScale = tuple[str | None, int]

_RATIOS: Final = re.compile(r"tunnuslu[kv]u|nyckeltal|\bkey (?:figures|ratios|indicators)", re.IGNORECASE)
# Behind a number of its own, a unit is that number's: "waited over 14 days" counts no days.
_NOUN: Final = re.compile(
    r"(?<![\w/])(?<!\D\d[ \u00a0])(?<!\D\d\d[ \u00a0])(?<!\D\d\d\d[ \u00a0])"
    r"(?:(1[ \u00a0]?000|tuhatta|milj\.?|tusen|mn) ?)?(?<![\w/])"
    r"(kpl|htv|hlö|henkilöä|lkm|st|pcs|m2|m²|m3|m³|ha|km|tonnia|GWh|MWh|kWh|asukasta(?! koh[td])|pv|vrk"
    r"|henkilötyövuotta|henkilötyövuosi(?:na|a)|årsverken|person-years|FTEs?|full-time equivalents)(?=$|[\s).,/])",
    re.IGNORECASE,
)
_YEAR_AND_BLANK: Final = re.compile(r"(?<!\d)(?:19|20)\d\d ")
# Thousands or millions of anything, where a unit is said: in brackets, behind a comma, or alone: "(1 000 matkaa)".
_MANY: Final = re.compile(
    r"(?:\A|[,;:(\[–-] ?)(?:in |i )?"
    r"(?:(?P<thousand>1[ \u00a0,]?000|tuhat(?:ta)?|tuhansi(?:a|na)|tusen(?:tal)?|thousands?(?: of)?)"
    r"|(?P<million>milj\.?|miljoon(?:aa|ia|ina)|miljoner|mn|mln|millions?(?: of)?))"
    r"[ \u00a0](?!eur|€)(?P<noun>[^\W\d_]\w+(?:[ -]\w+){0,2})(?:[)\]]|\.?\s*\Z)",
    re.IGNORECASE,
)
_EACH: Final = re.compile(r"\b(?:koht[ia]|kohden|kohdin|per|mot|each)\b|/", re.IGNORECASE)
_COUNTING: Final = dict.fromkeys(("henkilötyövuosina", "henkilötyövuosia"), "henkilötyövuotta") | {
    "käyntejä": "käyntiä",
    "matkoja": "matkaa",
    "lainoja": "lainaa",
    "henkilöitä": "henkilöä",
    "tonneja": "tonnia",
}
"""What a noun is behind a number."""
_TIMES: Final = {"": 1, "1000": 1000, "1 000": 1000, "tuhatta": 1000, "tusen": 1000} | dict.fromkeys(
    ("milj", "milj.", "mn"), 1_000_000
)
# "2024 1 000 €" is a year over its unit, no number of six digits; so is "TP 2024 milj. €" in a header.
_YEAR_BEFORE: Final = re.compile(r"\b(?:19|20)\d\d[ \n](?=1[ \u00a0]?000[ \u00a0]?(?:€|euro))")
_YEAR_OVER: Final = re.compile(
    r"(?<!\d)(?<!\d[ \u00a0])(?:199\d|20(?:0[1-9]|[1-4]\d))[ \n](?=(?:milj|mrd|m€|t€|k€|€|eur|%))", re.IGNORECASE
)
_LAST_UNIT: Final = re.compile(
    r"(?:[ \u00a0]*[,;:–-][ \u00a0]*|[ \u00a0]*[(\[]|(?<=\w)[ \u00a0]+(?=1?[ \u00a0]?000[ \u00a0]))"
    r"(?:luvut |amounts |belopp )?(?:in |i )?"
    r"(?:1[ \u00a0,]?000[ \u00a0]?(?:€|eur\w*)"
    r"|(?:milj\.?|miljoonaa|miljoner|mrd\.?|mn|tuhatta|tuh\.?|tusen(?:tal)?|[mtk]\.?)?[ \u00a0]?(?:€|eur\w*)"
    r"|(?:€|eur\w*)[ \u00a0](?:thousands?|millions?|1[ \u00a0,]?000|m|mn|k)"
    r"|(?:thousands?|millions?) (?:of )?euros?|%|prosent\w+|procent|per cent|kpl|htv)"
    r"[)\]]?\.?\s*$",
    re.IGNORECASE,
)
_PER: Final = re.compile(
    r"(?<!\d)(?<!\d[ \u00a0])(?:€|euro(?:a|s)?|eur)(?:\s?/\s?|\sper\s)([A-Za-zÅÄÖåäö]+[²³]?(?:/(?:kk|v)\b)?)",
    re.IGNORECASE,
)


_OPENS: Final = re.compile(r"(?:\A|[,;:–(\[-])\s*\Z")
_CLOSES: Final = re.compile(r"[)\]]|\.?\s*\Z")


def without_unit(title: str) -> str:
    """Return a title without the unit at its end ("…, 1000 €", "… (milj. €)"), which is no part of a name."""
    return _LAST_UNIT.sub("", title) or title


def stated(text: str) -> UnitScale | None:
    """Return unit and scale that a header, label or title states; "€/asukas" is "EUR/asukas"."""
    text = _YEAR_BEFORE.sub("", text)
    if len(text) < _LONGEST_LABEL:
        text = _YEAR_OVER.sub("", text)
    per = _PER.search(text)
    if per is not None:
        return f"EUR/{per.group(1)}", 1
    unit = stated_unit(text)
    if unit is not None:
        return unit.name, unit.scale
    noun = _counted(text)
    return None if noun is None else (_spelt(noun[0]), noun[1])


def _counted(text: str) -> tuple[str, int, int, int] | None:
    """Return the noun that a text counts in, what it multiplies numbers by, and where it stands."""
    many = _MANY.search(text)
    if many is not None and _EACH.search(many["noun"]) is None:
        return many["noun"], 1000 if many["thousand"] else 1_000_000, many.start(), many.end("noun")
    noun = _NOUN.search(_YEAR_AND_BLANK.sub(lambda year: " " * len(year.group()), text))
    if noun is None:
        return None
    return noun.group(2), _TIMES[" ".join((noun.group(1) or "").casefold().split())], noun.start(), noun.end(2)


def _spelt(noun: str) -> str:
    """Return a counted noun in small letters where only its place gave it a capital: "Kpl", but "GWh"."""
    return _COUNTING.get(noun.casefold(), noun.lower() if noun.istitle() else noun)


def percents(title: str, columns: Sequence[Sequence[str]], texts: Sequence[Sequence[str]]) -> bool:
    """Tell whether a title that ends in percent says so of all columns: none goes beyond 100 or states another unit.

    Where it names several things, all print decimals, as counts beside shares do not. `texts` are the columns' cells.
    """
    if without_unit(title) == title or (stated(title) or ("", 1))[0] != "%":
        return False
    if any(stated(name) is not None or counts(name) for path in columns for name in path):
        return False
    numbers = [[_CELL.fullmatch(text.strip()) for text in column if text.strip()] for column in texts]
    if any(number is not None and int(number[1]) > _WHOLE for column in numbers for number in column):
        return False
    if all(period_of(path) is not None for path in columns) or _AND.search(title) is None:
        return True
    return all(any(number is not None and number[2] for number in column) for column in numbers)


def stated_for_all(text: str) -> UnitScale | None:
    """Return unit and scale that a title, caption or line states for the whole table; None for one it only mentions.

    Money may stand anywhere in it, what is counted alone or at its end. A percent sign says what some column holds.
    """
    said = stated(text)
    if said is None or said[0] in _PERCENT:
        return None
    if is_money(said[0]):
        return said
    noun = _counted(text)
    alone = (
        noun is not None
        and _OPENS.search(text[: noun[2] + (text[noun[2]] in ",;:([–-")])
        and _CLOSES.match(text[noun[3] :])
    )
    return said if alone else None


def unit_for(column: Sequence[str], row: Sequence[str], around: Sequence[str], *, counting: bool = False) -> UnitScale:
    """Return unit and scale of a figure without a unit of its own; (None, 1) where none is stated.

    `column` and `row` are its header paths, outermost first; `around` the table's corner, title and caption, nearest
    first. A percent sign over the column or beside the row wins, then the row's unit, the column's, the table's.
    `counting` says that the column counts people or things, as its own words may say, too: no money is theirs.
    """
    of_column = next((unit for text in reversed(column) if (unit := stated(text)) is not None), None)
    of_row = next((unit for text in reversed(row) if (unit := stated(text)) is not None), None)
    for unit in (of_column, of_row):
        if unit is not None and unit[0] in _PERCENT:
            return unit
    if of_row is None and any(_RATIOS.search(text) for text in row[:-1]):
        return None, 1  # each ratio is of its own kind
    heads = of_row is None and any(map(names_heads, row[-1:]))
    if not heads and (of_row is not None or of_column is not None):
        return of_row or of_column or (None, 1)
    heads = heads or counting or counts_heads(column, row) or any(map(counts, row[:-1]))
    units = (of_column, *map(stated, around))
    found = next((unit for unit in units if unit is not None and unit[0] not in _PERCENT), (None, 1))
    # An inhabitant is no thousand euros, though the column's other rows are.
    return (None, 1) if heads and is_money(found[0]) else found


def is_money(unit: str | None) -> bool:
    """Tell whether a unit is euros or crowns, be it for each of something."""
    return unit is not None and unit.startswith(("EUR", "SEK"))
