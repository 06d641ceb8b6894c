"""The unit of a figure: from its cell, its column, its row, the table's corner or title. Knows nothing of grids.

Money that a title states does not reach rows and columns that count heads or things.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.units import stated_unit

_LONGEST_LABEL: Final = 50  # a longer label is a sentence that may speak of people without counting them
UnitScale = tuple[str | None, int]

_COUNTS: Final = re.compile(
    r"lukumäär|\bkpl\b|\blkm\b|asukas(?:luku|määrä|ta\b)|asukkaita|väkiluku|väestö\b|henkilöstö(?:määrä|ä\b)|henkilötyövuo"
    r"|\bhtv|\bhlö|henkilöä|oppila|opiskelijoi|kävijä|käyntejä"
    r"|\bhakemuksia|\bhakijoita|\bhankkeita|\bosallistujia|saajia\b|\bpäätöksiä|\bsopimuksia|\bkuntia\b|\byrityksiä|\btyöpaikkoja"
    r"|\bansökningar|\bdeltagare|\bbeslut\b|\bavtal\b|\bapplications|\bapplicants|\bdecisions|\bcontracts|\bcompanies\b|\bjobs\b"
    r"|\bparticipants|\brecipients|\bbeneficiaries|\bantal|invånare|\bnumber of|\bheadcount|inhabitants",
    re.IGNORECASE,
)
# Rows that count beyond doubt, whatever the column states.
_HEADS: Final = re.compile(
    r"lukumäär|asukas(?:luku|määrä)|väkiluku|henkilöstömäärä|invånarantal|antal invånare|\bnumber of|\bpopulation\b",
    re.IGNORECASE,
)
_RATIOS: Final = re.compile(r"tunnuslu[kv]u|nyckeltal|\bkey (?:figures|ratios|indicators)", re.IGNORECASE)
_NOUN: Final = re.compile(
    r"(?<![\w/])(?:(1[ \u00a0]?000|tuhatta|milj\.?|tusen|mn) ?)?(?<![\w/])"
    r"(kpl|htv|hlö|henkilöä|lkm|st|pcs|m2|m²|m3|m³|ha|km|tonnia|GWh|MWh|kWh|asukasta(?! koh[td])|pv|vrk)(?=$|[\s).,/])",
    re.IGNORECASE,
)
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
    r"(?:1[ \u00a0,]?000[ \u00a0]?(?:€|eur\w*)|(?:milj\.?|miljoonaa|miljoner|mrd\.?|mn|tuhatta|tusen|[mtk])?"
    r"[ \u00a0]?(?:€|eur\w*)"
    r"|(?:€|eur\w*)[ \u00a0](?:thousands?|millions?|1[ \u00a0,]?000|m|mn|k)"
    r"|(?:thousands?|millions?) (?:of )?euros?|%|kpl|htv)"
    r"[)\]]?\.?\s*$",
    re.IGNORECASE,
)
_PER: Final = re.compile(r"(?<!\d)(?<!\d[ \u00a0])(?:€|euroa?|eur)\s?/\s?([A-Za-zÅÄÖåäö]+)", re.IGNORECASE)


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
    noun = _NOUN.search(text)
    return (
        (_spelt(noun.group(2)), _TIMES[" ".join((noun.group(1) or "").casefold().split())])
        if noun is not None
        else None
    )


def _spelt(noun: str) -> str:
    """Return a counted noun in small letters where only its place gave it a capital: "Kpl", but "GWh"."""
    return noun.lower() if noun.istitle() else noun


def counts_heads(column: Sequence[str], row: Sequence[str]) -> bool:
    """Tell whether the innermost header or label says that people or things are counted, not money."""
    return any(len(text) < _LONGEST_LABEL and _COUNTS.search(text) for text in (*column[-1:], *row[-1:]))


def unit_for(column: Sequence[str], row: Sequence[str], around: Sequence[str]) -> UnitScale:
    """Return unit and scale of a figure without a unit of its own; (None, 1) where none is stated.

    `column` and `row` are its header paths, outermost first; `around` the table's corner, title and caption, nearest
    first. A percent sign over the column or beside the row wins, then the row's unit, the column's, the table's.
    """
    of_column = next((unit for text in reversed(column) if (unit := stated(text)) is not None), None)
    of_row = next((unit for text in reversed(row) if (unit := stated(text)) is not None), None)
    for unit in (of_column, of_row):
        if unit is not None and unit[0] in ("%", "%-yks."):
            return unit
    if of_row is None and any(len(text) < _LONGEST_LABEL and _HEADS.search(text) for text in row[-1:]):
        return None, 1  # an inhabitant is no thousand euros, though the column's other rows are
    if of_row is None and any(_RATIOS.search(text) for text in row[:-1]):
        return None, 1  # each ratio is of its own kind
    if of_row is not None or of_column is not None:
        return of_row or of_column or (None, 1)
    if counts_heads(column, row) or any(len(text) < _LONGEST_LABEL and _COUNTS.search(text) for text in row[:-1]):
        return None, 1
    units = (stated(text) for text in around)
    # A percent sign in a title or caption says what some column holds, not all of them.
    return next((unit for unit in units if unit is not None and unit[0] not in ("%", "%-yks.")), (None, 1))
