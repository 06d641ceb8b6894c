"""Words that mark a row or column as a total, a difference or a share. Knows nothing of numbers."""

import re

_TOTAL = re.compile(
    r"\b(?:menot yhteensä|tulot yhteensä|yhteensä|yht\b\.?|kaikkiaan|kokonaismäärä\b|summa\b|loppusumma|kokonaissumma"
    r"|koko maa\b|totalt|sammanlagt|hela landet|totals?\b|sum\b|altogether\b)",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"\b(?:kaikki yhteensä|yhteensä kaikki|loppusumma|kokonaissumma|grand total|koko maa)\b", re.IGNORECASE
)
_DIFFERENCE = re.compile(
    r"jäljell|jäljelle|jäävä|käyttämätt|erotus|\bero\b|poikkeama|\bmuutos\b|\bnetto|\bkate\b|kate\b|tulos\b|alijäämä|ylijäämä"
    r"|återst|skillnad|avvikelse|\bförändring\b|(?:verksamhets|års|täcknings)bidrag\b|resultat|överskott|underskott"
    r"|remaining|balance|difference|deviation|\bchange\b|variance|margin|surplus|deficit|\bnet\b",
    re.IGNORECASE,
)


def is_total(label: str) -> bool:
    """Tell whether `label` names a total or subtotal ("X yht.", "YHTEENSÄ", "totalt")."""
    return _TOTAL.search(label) is not None


def is_bare_total(label: str) -> bool:
    """Tell whether `label` names a total of everything: nothing but total words, units and signs."""
    rest = _TOTAL.sub(" ", label)
    rest = re.sub(
        r"\b(?:kaikki|ihan|alla|all|alueet|hankkeet|milj|euroa|eur|t?€|m€)\b\.?|[^\w]", " ", rest, flags=re.IGNORECASE
    )
    return is_total(label) and (not rest.strip() or _WHOLE.search(label) is not None)


def without_total(label: str) -> str:
    """Return `label` without the words that name a total: "Kulut" of "Kulut yhteensä"."""
    return _TOTAL.sub("", label)


def is_difference(label: str) -> bool:
    """Tell whether `label` names what is left or changed: "jäljellä", "muutos", "kate", "balance"."""
    return _DIFFERENCE.search(label) is not None
