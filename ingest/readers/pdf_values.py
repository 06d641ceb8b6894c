"""Tells figures from words by their print, as far as placing them in columns needs it. Gives no values."""

import re
from collections.abc import Sequence

from ingest.readers.pdf_word import Word

_SIGN = r"[+±\-−–]?\s?\(?[+\-−–]?"
_DIGITS = r"(?:\d{1,3}(?:[ \u00a0.'’]\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,]\d+)?"
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ⁾,"
_UNIT = r"(?:%|€|[MmTt]€|m€|e|eur|euroa|milj\.?|mrd\.?|kpl|htv|hlö|pv|kk|v|h|t|km|m2|m²|ha|p|pp|%-yks\.?)"
_VALUE = re.compile(rf"^(?:[€$£]\s?)?{_SIGN}{_DIGITS}\)?\s?{_UNIT}?\s?[*{_RAISED}]{{0,4}}\)?$", re.IGNORECASE)
_NIL = re.compile(r"^(?:[-−–—.…]{1,3}|x)$")
_YEAR = re.compile(
    r"^(?:(?:TP|TA|KS|TAE|LTA|TS|TPE)\s?)?(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?\*{0,2}$|^\d{1,2}\.\d{1,2}\.(?:(?:19|20)\d\d)?$"
    r"|^(?:Q[1-4]|I{1,3}|IV|\d{1,2}(?:[-–]\d{1,2})?)/(?:19|20)\d\d$",
    re.IGNORECASE,
)
_UNIT_ALONE = re.compile(
    r"^\(?(?:1\s?000\s*(?:€|euroa|eur)|[MmTt]?€|%|milj\.?\s*(?:€|euroa)|euroa|eur|kpl|htv)\)?$", re.IGNORECASE
)
_GROUP = re.compile(rf"^\d{{3}}(?:[.,]\d+)?\)?(?:%|€)?[*{_RAISED}]{{0,4}}$")
_HEAD = re.compile(r"^\(?[+\-−–]?\d{1,3}$")
_SIGN_ALONE = re.compile(r"^[+\-−–]$")
_SUFFIX = re.compile(rf"^{_UNIT}\)?$", re.IGNORECASE)


def is_value(text: str) -> bool:
    """Tell whether a cell's text is one figure, with its unit at most."""
    return bool(_VALUE.match(text))


def is_nil(text: str) -> bool:
    """Tell whether a cell's text is a dash or dots that stand for no figure."""
    return bool(_NIL.match(text))


def is_period(text: str) -> bool:
    """Tell whether a cell's text is a year or years, as headers have them."""
    return bool(_YEAR.match(text))


def is_unit(text: str) -> bool:
    """Tell whether a cell's text is a unit without a figure."""
    return bool(_UNIT_ALONE.match(text))


def pieces_of(words: Sequence[Word], space: float) -> list[tuple[Word, ...]] | None:
    """Part words that are figures alone into single figures; None where there is any other word.

    Digits in groups of three belong together across a gap of a usual word space (`space`, in points) and no wider.
    """
    pieces: list[list[Word]] = []
    for word in words:
        last = pieces[-1] if pieces else None
        if last is not None and _belongs(last, word, space):
            last.append(word)
        else:
            pieces.append([word])
    texts = [" ".join(word.text for word in piece) for piece in pieces]
    if not all(is_value(text) or is_nil(text) for text in texts):
        return None
    return [tuple(piece) for piece in pieces]


def _belongs(piece: Sequence[Word], word: Word, space: float) -> bool:
    last = piece[-1]
    gap = word.x0 - last.x1
    if _SUFFIX.match(word.text) and is_value(" ".join(each.text for each in piece)):
        return gap <= 0.8 * word.size
    if len(piece) == 1 and _SIGN_ALONE.match(last.text) and word.text[:1].isdigit():
        return gap <= max(2.0 * space, 0.4 * word.size)
    if gap > max(1.7 * space, 0.22 * word.size):
        return False
    if not _GROUP.match(word.text):
        return False
    return (
        bool(_HEAD.match(last.text))
        if len(piece) == 1 or (_SIGN_ALONE.match(piece[0].text) and len(piece) == 2)
        else bool(re.match(r"^\d{3}$", last.text))
    )
