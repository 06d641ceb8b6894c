"""Whether a sentence tells the measure of money that a question asks for: granted, applied for or paid.

What was applied for was not granted, and what was granted is not yet paid. Knows nothing of tables.
"""

import re

from server.answering.text.evidence import Piece
from server.answering.words.kinds import Wanted

_MEASURES = (
    re.compile(
        r"\b(?:myön(?:n|si|tä|tyi|tänyt)\w*|sai(?:vat)?\b|saa(?:nut|neet|tiin)\b|bevilj\w*|fick\b|erhöll\b|fått\b|grant(?:ed|s)\b"
        r"|award(?:ed|s)\b|receiv(?:ed|es)\b|got\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:hae(?:ttiin|taan|ttu|tut)|hak(?:i|ivat|enut|eneet|ee|evat)|ha(?:ettava|kema)\w*|ansök(?:te|t|er|tes)\b|sökte\b"
        r"|söktes\b|appl(?:ied|ies)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:makse(?:ttu|ttiin|tut)|maks(?:oi|oivat|anut)|utbetal\w+|betala(?:de|ts|t)|paid\b|disburs\w+)",
        re.IGNORECASE,
    ),
)
"""Words of what was granted, applied for and paid, as they are asked and told."""


def of_another_measure(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether an amount of one measure is asked for and the best piece tells of others alone."""
    if wanted.kind != "count" or not wanted.money:
        return False
    asked = [order for order, measure in enumerate(_MEASURES) if measure.search(question)]
    told = [order for order, measure in enumerate(_MEASURES) if measure.search(best.text)]
    return len(asked) == 1 and bool(told) and asked[0] not in told
