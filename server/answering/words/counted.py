"""Whether the numbers of a Finnish sentence count what a question asks the number of. Knows nothing of retrieval.

"Nine fish ladders" counts no fish: a compound is what its last part says. A number with nothing counted after it may
be of anything, and says nothing here.
"""

import re
from collections.abc import Iterable

from index.lemmas import base_forms, compound_parts

_COUNT = r"(?<![\w.,–/-])(?:\d+(?:[   ]\d{3})*|kaksi|kolme|neljä|viisi|kuusi|seitsemän|kahdeksan|yhdeksän|kymmenen)"
_AFTER = re.compile(rf"{_COUNT}((?:\s[a-zåäö-]+){{1,3}})")
_NUMBER = re.compile(rf"{_COUNT}(?![\d,.]\d)(?P<behind>(?:\s[a-zåäö-]+){{0,3}})")
_JOINT = re.compile(r"\s(?:ja|sekä|tai)\b")
_THINGS = re.compile(r"\w{3,}(?:a|ä)$")
_ANYONE = re.compile(
    r"(?:ihmi|henkilö|henkeä|kertaa|kpl|kappale|prosen|euro|vuot|kuukau|viikko|päivä|tunti|minuut|miljoon|miljard)"
)
_PEOPLE = re.compile(r"(?:ihmi|henkilö|henkeä)", re.IGNORECASE)
_SOMEBODY = re.compile(
    rf"{_COUNT}(?:\s+[a-zåäö-]+)?\s+(?:[\w-]{{3,}}j(?:aa|ää)\b|[\w-]*(?:henkilö|ihmis|nais|mies|laps))"
)
_RESPONDENTS = re.compile(r"(?:vastaaj|vastanne)", re.IGNORECASE)
_SAMPLE = re.compile(r"\bn\s?=\s?\d")
"""How many answered, as surveys print it: "(n=404)"."""
_INFLECTED = re.compile(
    r"(?:[aeiouyäö]{0,2}(?:[jt]?[aä]|n|t|tt[aä]|den|ien|jen|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|n[aä]|hin|seen|si)?"
    r"(?:ni|si|ns[aä]|mme|nne|[aeiouyäö]n)?)$"
)
_ENDING = re.compile(r"[^\W\d_]?" + _INFLECTED.pattern[:-1])
"""The same, with the consonant before it that may differ between forms."""
_LEAST = 3
_TRUE_ENDING = re.compile(r"(?:(?<=e)tt[aä]|[aeiouyäö]t[aä]|t[aä]|[jt]?[aä])$")


def counts_other(text: str, noun: str) -> bool:
    """Return whether each number of `text` counts things other than `noun` (partitive), of which the text has none."""
    if noun[-1:].lower() not in "aä" or _ANYONE.match(noun.lower()):
        return False
    stem = stem_of(noun)
    if any(is_one(token, stem) for token in re.findall(r"[^\W\d_]+", text.lower())):
        return False
    own = frozenset(base_forms(noun.lower()))
    counted = [match.group(1).split() for match in _AFTER.finditer(text)]
    return bool(counted) and all(
        any(_THINGS.match(word) for word in words)
        and not any(_ANYONE.match(word) or not own.isdisjoint(base_forms(word)) for word in words)
        for words in counted
    )


def counts(text: str, noun: str) -> bool:
    """Return whether a number of `text` counts `noun` (partitive): it stands before it, or with nothing behind it.

    "Applications came 58" and "58 applications" count them, "centres are open in 21 regions" counts no centres.
    """
    stem = stem_of(noun)
    if not any(_is_form(token, stem) for token in re.findall(r"[^\W\d_]+", text.lower())):
        return False
    for match in _NUMBER.finditer(text.lower()):
        words = _JOINT.split(match.group("behind"))[0].split()
        if not words or any(_is_form(word, stem) or _ANYONE.match(word) for word in words):
            return True
    return False


def counts_somebody(text: str, noun: str) -> bool:
    """Return whether people of any kind, or those who answered, are asked the number of and `text` counts such."""
    if _RESPONDENTS.match(noun):
        return bool(_SAMPLE.search(text))
    return bool(_PEOPLE.match(noun) and _SOMEBODY.search(text.lower()))


def counts_things_only(text: str) -> bool:
    """Return whether each number of `text` counts something, and nobody: "over 400 practices" tells of no people."""
    counted = [match.group(1).split() for match in _AFTER.finditer(text)]
    people = _SOMEBODY.search(text.lower()) or _SAMPLE.search(text) or _PEOPLE.search(text)
    return (
        bool(counted)
        and not people
        and all(
            any(_THINGS.match(word) for word in words) and not any(_ANYONE.match(word) for word in words)
            for words in counted
        )
    )


def counts_all(text: str, noun: str) -> bool:
    """Return whether a number stands right before `noun` (partitive) itself, no compound that is but a kind of it."""
    stem = stem_of(noun)
    begin = stem[: max(_LEAST, len(stem) - 2)]
    counted = (match.group("behind").split()[:1] for match in _NUMBER.finditer(text.lower()))
    return any(word.startswith(begin) and _is_form(word, stem) for words in counted for word in words)


def _is_form(token: str, stem: str) -> bool:
    return is_one(token, stem) or (stem.endswith("s") and is_one(token.replace("ks", "s"), stem))


def is_same(word: str, token: str) -> bool:
    """Return whether two words (lower case) are forms of one, or `token` is a compound that ends in `word`."""
    word, token = word.replace("ks", "s"), token.replace("ks", "s")  # "päätös", "päätöksen"
    for at in range(max(1, len(token) - len(word) // 2)):
        common = 0
        for one, other in zip(word, token[at:], strict=False):
            if one != other:
                break
            common += 1
        if common >= len(word) // 2 and all(_ENDING.fullmatch(rest) for rest in (word[common:], token[at + common :])):
            return True
    return False


def stem_of(noun: str) -> str:
    """Return the beginning that the forms of a noun in the partitive share, as far as its ending tells."""
    lowered = noun.lower()
    stem = _TRUE_ENDING.sub("", lowered)
    return stem if len(stem) >= _LEAST else lowered


def is_one(token: str, stem: str) -> bool:
    """Return whether a token (lower case) is a form of the noun that begins with `stem`, or a compound that ends in it.

    Its last consonants may be weaker or stronger: "asukas", "asukkaita".
    """
    for begin in {stem, stem[: max(_LEAST + 1, len(stem) - 2)]}:
        at = token.rfind(begin)
        if at >= 0 and len(token) - at - len(begin) <= len(stem) - len(begin) + 2:
            return True
        if at >= 0 and begin == stem and _INFLECTED.fullmatch(token, at + len(begin)):
            return True
    return False


def names_head(beginnings: Iterable[str], token: str) -> bool:
    """Return whether one of the beginnings in a Finnish token (all lower case) reaches into its last part.

    "opettaj" is but the first part of "opettajaopiskelija". Where none of them stands in the token, nothing speaks
    against it.
    """
    ends = [token.rfind(begun) + len(begun) for begun in beginnings if begun in token]
    return not ends or max(ends) > sum(map(len, compound_parts(token)[:-1]))
