"""What a column holds by what heads it: references instead of figures, units, or the time of each row.

Knows texts alone, no grids.
"""

import re
from collections.abc import Sequence
from typing import Final

from ingest.tables.table_units import stated

_REFERENCE: Final = re.compile(
    r"(?:n(?:ro?|o|:o)|numero|nummer|j(?:ärjestys)?n(?:ro|umero)|#|id|tunnus|tunniste|koodi|kod|code|rivi|rad|row"
    r"|liite|liitetieto|liitetiedot|liitetietoviite|viite|not|noter|notes?|ref|reference|bilaga|sivu|sida|page"
    r"|posti-?n(?:ro|umero)|post(?:al|\s)?(?:nummer|number|code)|postcode|zip(?:\scode)?"
    r"|puh|puhelin|puhelinn(?:ro|umero)|tel|tfn|telefon|telefonnummer|phone|phone number"
    r"|(?:kunta|maakunta|hanke|laji|tili|projekti?|konto|kommun|\w+aari|dia(?:ari)?|y)-?(?:n(?:ro|umero)|nummer|koodi|kod|tunnus)"
    r"|account(?: no)?|project (?:no|code|id)|dnr)[.:]?",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"(?:mitta|raha)?yksikkö|måttenhet|enhet|valuutta|valuta|units?(?: of measure)?|currency", re.IGNORECASE
)
_TIME: Final = re.compile(
    r"vuo(?:si|det|nna)\b|kausi\b|kuukausi\b|ajanjakso|ajankohta|\bår(?:et|en)?\b|månad|period|\byears?\b|\bmonths?\b"
    r"|perustettu|alkamis|päättymis|valmistumis|grundad|\bfounded|\bestablished|\blaunched",
    re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"vastuu(?:taho(?:t)?|henkilö|organisaatio|viranomainen)?|vastuullinen.*|toteuttajataho|rahoittaja[t]?|rahoituslähde"
    r"|tila(?:nne)?|tyyppi|luokka|sijainti|yhteyshenkilö|huomautu(?:s|kset)|huom\.?|lisätie(?:to|toja|dot)|kommentti"
    r"|ansvarig.*|finansiär(?:er)?|status|typ|läge|anmärkning(?:ar)?|kontaktperson"
    r"|responsible.*|funder|source of funding|type|category|location|contact(?: person)?|remarks?|comments?",
    re.IGNORECASE,
)
_BARE_UNIT: Final = re.compile(
    r"[(\[]?(?:1[ \u00a0,]?000[ \u00a0]?|milj\.?[ \u00a0]?|mrd\.?[ \u00a0]?|mn[ \u00a0]?|tuhatta |tuh\.? ?"
    r"|tusen(?:tal)? |[mtk])?(?:€|eur|euroa?|euros|%|kpl|htv|hlö|st|pcs|m2|m²|m3|ha|km|[GMk]Wh|tonnia)"
    r"(?:[ \u00a0](?:m|mn|k|million|thousand))?[)\]]?|[(\[]?(?:mn?kr|[tk]kr|[mkt]sek|mdkr)[)\]]?",
    re.IGNORECASE,
)
_OPENING: Final = re.compile(
    r"(?P<unit>(?:\S.{0,11}?)?(?:€|eur|euroa|kr|sek)[)\]]?)\s+(?=[A-ZÅÄÖ]|(?:19|20)\d\d)", re.IGNORECASE
)
_LONGEST_UNIT: Final = 15


def is_reference(header: str) -> bool:
    """Tell whether a column's header says that its numbers name things: row, note, post or phone numbers, codes."""
    return _REFERENCE.fullmatch(" ".join(header.split())) is not None


def heads_units(header: str) -> bool:
    """Tell whether a header or label says that units stand below or beside it."""
    return _UNIT.fullmatch(header.strip()) is not None


def is_unit_column(header: str, texts: Sequence[str]) -> bool:
    """Tell whether a column gives each row its unit: its header says so and half of its cells are well-known units.

    Without such a header all must be, in two rows or more.
    """
    filled = [text.strip() for text in texts if text.strip()]
    known = sum(_is_unit(text) for text in filled)
    if not filled or any(len(text) > _LONGEST_UNIT for text in filled):
        return False
    return known * 2 >= len(filled) if heads_units(header) else known == len(filled) > 1


def is_attribute(header: str) -> bool:
    """Tell whether a column says something of its rows, who answers for them or how far they are, but names none."""
    return _ATTRIBUTE.fullmatch(header.strip()) is not None


def is_bare_unit(text: str) -> bool:
    """Tell whether a cell holds a unit and nothing else: "1000 €", "(kpl)", "%"."""
    return _BARE_UNIT.fullmatch(text.strip()) is not None


def opening_unit(text: str) -> str:
    """Return the unit of money that opens a line before headers of columns, "" where none does: "tkr Budget 2031"."""
    found = _OPENING.match(text)
    return found["unit"] if found is not None and is_bare_unit(found["unit"]) else ""


def _is_unit(text: str) -> bool:
    return stated(text) is not None and len(text) <= _LONGEST_UNIT and not re.search(r"\d", text.replace("1 000", ""))


def heads_time(header: str) -> bool:
    """Tell whether a column's header says that its cells are years or periods."""
    return _TIME.search(header) is not None
