"""Whether two words are forms of one, by how they begin and by their base forms. Knows nothing of other languages."""

import re
from collections.abc import Collection

from index.lemmas import base_forms, compound_parts, is_known
from server.answering.words.beginnings import SHORTEST_COMPOUND_PART

_FAMILY = 4
_PART = 3
"""Letters that the last parts of two compounds of one family begin with: "haku", "hakemus"."""
_CHANGING = frozenset("kptdvjaeiouyäöå")
"""Letters that inflection puts, changes or leaves out where a short stem ends: "Lahti", "Lahden"."""
_RELATED = 0.7
"""How surely a word stands where only one of its family does."""
_MODAL = frozenset(("voida",))


def likeness(word: str, token: str) -> float:
    """Return how surely `token` of a text is a form of `word` (both lower case): 0 to 1."""
    if word == token:
        return 1.0
    if word[0].isdigit() or token[0].isdigit():
        return 1.0 if re.split(r"[.,:/–-]", token)[-1] == word and len(word) == 4 else 0.0
    common = 0
    for a, b in zip(word, token, strict=False):
        if a != b:
            break
        common += 1
    shorter, longer = sorted((len(word), len(token)))
    if common >= 4 and common >= shorter - 3 and longer - common <= 7:
        return 1.0 if common >= shorter - 2 else 0.8
    if (
        common >= 3
        and shorter <= 5
        and common >= shorter - 2
        and longer - common <= 5
        and _may_change(word, token, common)
    ):
        return 0.8
    if common >= 6:
        return 0.6
    stem = word[: max(SHORTEST_COMPOUND_PART, len(word) - 3)]
    if len(stem) >= SHORTEST_COMPOUND_PART and stem in token:
        return 0.8
    other = token[: max(SHORTEST_COMPOUND_PART, len(token) - 3)]
    if len(token) >= SHORTEST_COMPOUND_PART and other in word:
        return 0.6
    return 0.0


def _other_head(mine: Collection[str], other: Collection[str]) -> bool:
    """Return whether two words without a base form in common are compounds of which only the last parts differ."""
    ends = [[parts for base in bases if len(parts := compound_parts(base)) > 1] for bases in (mine, other)]
    return bool(ends[0] and ends[1]) and all(
        one[:-1] == two[:-1] and one[-1][:_PART] != two[-1][:_PART] for one in ends[0] for two in ends[1]
    )


def _may_change(word: str, token: str, common: int) -> bool:
    """Return whether two words of which the first `common` letters are alike may be forms of one that part there."""
    if common >= min(len(word), len(token)) - 1:
        return True
    return not _CHANGING.isdisjoint((word[common], token[common]))


def bases_of(word: str) -> frozenset[str]:
    """Return the base forms of a word, without that of a modal verb where it may be a noun's form: "voimaan"."""
    found = frozenset(base_forms(word))
    nouns = found - _MODAL
    return nouns if any(len(one) >= _FAMILY for one in nouns) else found


def surely_one(word: str, token: str) -> float:
    """Return how surely two words that begin alike are one: surely where they have a base form in common.

    Where both are known and have none, they are of one family at most ("johtaja", "johtamista"), but for a compound
    that ends in the word.
    """
    alike = likeness(word, token)
    if word == token or not (alike or token.startswith(word[:_FAMILY])) or not (word + token).isalpha():
        return alike
    mine, other = base_forms(word), base_forms(token)
    if not bases_of(word).isdisjoint(bases_of(token)):
        return 1.0
    if not (is_known(word) and is_known(token)) or set(mine).intersection(compound_parts(token)[-1:]):
        return alike
    if _other_head(mine, other):
        return 0.0
    begun_alone = token[: _FAMILY - 1] == word[: _FAMILY - 1] and token[:_FAMILY] != word[:_FAMILY] < word
    return 0.0 if begun_alone else min(alike, _RELATED)  # "johtaa" is no "johon", for all their three letters
