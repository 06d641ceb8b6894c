"""Footnote marks and exponents that a format sets above the line, as the raised characters that Unicode has for them.

Without that, "12 345" with a raised "1" would read 12 3451. Raised words ("1st") stay as they are: they part no number.
"""

import re
from typing import Final

_RAISED: Final = str.maketrans("0123456789abcdefgh()+*", "⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰ⁽⁾⁺*")
_MARK: Final = re.compile(r"\s*\(?(?:\d{1,3}|[a-h]|\*{1,3})?(?:\s?[,;]\s?(?:\d{1,2}|[a-h]))*\)?\s*")


def raised(text: str) -> str:
    """Return `text`, set above the line, in raised characters where it is a mark or exponent; else as it is."""
    return text.translate(_RAISED) if _MARK.fullmatch(text) else text
