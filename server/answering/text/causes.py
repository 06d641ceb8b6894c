"""Words that give a cause, and those that say that something costs nothing: answers without a date, number or name."""

import re
from collections.abc import Collection

_CAUSES = (
    "koska", "siksi", "vuoksi", "takia", "johtu", "sillä", "jotta", "syyn", "ansiosta", "eftersom", "därför", "grund",
    "beror", "berodde", "orsak", "anledning", "because", "since", "therefore", "due", "reason", "tarkoitu", "tavoit",
    "perust", "syyt", "syft", "purpose", "aim", "selitty", "selittä", "aiheutu", "seurau",
    "förklara", "explain", "caused", "elinkaar", "huonokun", "vanhentu",
)  # fmt: skip
"""Beginnings of words that give a cause."""
_FREE = re.compile(
    r"\b(?:on|ovat|oli|olivat)\s(?:\w+\s)?(?:maksut(?:on|onta|tomia)|ilmai(?:nen|sta|sia))\b|\b(?:maksutta|ilmaiseksi)\b"
    r"|\bei (?:maksa|peritä|veloiteta)\b|\b(?:är|var)\s(?:avgiftsfri|kostnadsfri|gratis)|\bfree of charge\b"
    r"|\b(?:is|are|was|were) free\b(?! to| from)",
    re.IGNORECASE,
)
"""What says that something costs nothing."""
_MEANT_FOR = re.compile(
    r"\b\w{3,}miseksi\b|\bon\s(?:\w+\s)?edellytys\s\w+lle\b|\bär en förutsättning för\b"
    r"|\bis a (?:prerequisite|precondition) (?:for|of)\b|\bför att\b|\bin order to\b|\bso that\b|\bseurauk"
    r"|\b(?:av)?stäng(?:t|d|da) för (?!\d|alla|all )\w{4,}|\bclosed for (?!\d|a\b|the\b|all\b)\w{4,}"
    r"|\bsul(?:jettu|jetaan|jettiin|kee|ki)\b[^.]*\b(?:remont|korjau|huol|töi)\w+ (?:ajaksi|takia|vuoksi)",
    re.IGNORECASE,
)
"""What something is done for or makes possible, which is a reason, too."""
_THEREFORE = re.compile(
    r"\W{0,3}(?:siksi\b(?! kun)|sen vuoksi|tämän vuoksi|tästä syystä|näin ollen|därför\b(?! att)"
    r"|av denna anledning|på grund av detta"
    r"|therefore|for this reason|hence)\b",
    re.IGNORECASE,
)
"""What begins a sentence whose reason the one before it tells."""


def gives_cause(text: str, text_tokens: Collection[str]) -> bool:
    """Return whether a text, of which the tokens are given, says why or what for."""
    return any(token.startswith(_CAUSES) for token in text_tokens) or bool(_MEANT_FOR.search(text))


def concludes(text: str, start: int = 0) -> bool:
    """Return whether what begins at `start` says what comes of the sentence before it, which is its reason."""
    return bool(_THEREFORE.match(text, start))


def costs_nothing(text: str) -> bool:
    """Return whether a text says that something is free of charge, which is an amount, too."""
    return bool(_FREE.search(text))
