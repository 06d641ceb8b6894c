"""Beginnings of words in the general word list: which words each of them begins, and with what after it.

Knows nothing of questions or texts. Endings are told by their letters: a word that happens to end like a case is one.
"""

import re

from index.lemmas import compound_parts

SHORTEST_COMPOUND_PART = 5
SHORTEST_TERM = 4
_LONGEST_ENDING = 3
TOGETHER = "+"
"""Parts the beginnings of a compound's parts, which a text may have in one word or in two."""
_INFLECTED, _EXACT = "$", "="
"""Ends of a beginning of the word list: only case endings may follow it, or nothing may."""
_CASE_ENDING = re.compile(
    r"(?:[ieo]{0,2}|j[aeoä])(?:[aänt]|t[aä]|n[aä]|ksi|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|tt[aä]|[dt]en|tten"
    r"|h[aeiouyäö]n|seen|siin|[aeiouyäö]n|j[aä])?(?:ns[aä]|mme|nne)?(?:kin|k[aä][aä]n|k[oö])?"
)
"""What Finnish cases, possessives and clitics put after a word: "asia" has "asiassa", and is no "asiakas"."""


def bare(stem: str) -> str:
    """Return a beginning without the mark of what may follow it."""
    return stem.rstrip(_INFLECTED + _EXACT)


def meant_at(word: str, length: int, table: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what the table has for the first `length` characters of `word`, if the rest may follow them."""
    begin, rest = word[:length], word[length:]
    found = table.get(begin, ()) if length >= SHORTEST_TERM or len(rest) <= _LONGEST_ENDING else ()
    if not rest:
        found += table.get(begin + _EXACT, ())
    return found + table.get(begin + _INFLECTED, ()) if _CASE_ENDING.fullmatch(rest) else found


def stem_likeness(stem: str, token: str) -> float:
    """Return how surely `token` begins with (or, as a compound, holds) the Finnish beginning `stem`.

    A beginning that is marked with "=" is only itself; one with "$" has only case endings after it.
    """
    if stem.endswith(_EXACT):
        return 0.9 if token == stem[:-1] else 0.0
    if stem.endswith(_INFLECTED):
        before, found, after = token.rpartition(stem[:-1])
        if not found or not _CASE_ENDING.fullmatch(after):
            return 0.0
        return 0.9 if not before else 0.7 if len(found) >= SHORTEST_COMPOUND_PART else 0.0
    if token.startswith(stem) and (len(stem) >= SHORTEST_TERM or len(token) - len(stem) <= _LONGEST_ENDING):
        return 0.9
    if stem.endswith("i") and len(stem) > SHORTEST_TERM and token.startswith(stem[:-1] + "ej"):
        return 0.9  # "malli", "malleja"
    if TOGETHER in stem:
        first, last = stem.split(TOGETHER)
        return 0.9 if token.startswith(first) and last in token[len(first) :] else 0.0
    if stem not in token:
        return 0.0
    if len(stem) >= SHORTEST_COMPOUND_PART:
        return 0.7
    # A short beginning must begin a part of a compound: "vero" stands in "maakuntaveron", and no "keu" in "rakeus".
    return 0.7 if any(part.startswith(stem) for part in compound_parts(token)[1:]) else 0.0
