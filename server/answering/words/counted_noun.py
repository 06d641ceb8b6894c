"""What a question asks the number of: the noun at the end of its phrase. Knows nothing of documents."""

import re

from index.lemmas import base_forms, is_known

_AFTER = re.compile(
    r"\b(?:kuinka monta|miten monta|montako|monta"
    r"|(?P<cased>(?:kuinka|miten) mone(?:n|en|ssa|sta|lla|lta|lle|na)|mone(?:ssa|sta|lla|lta|lle)ko|moneenko)"
    r"|(?P<single>kuinka moni|miten moni|moniko)|hur många|(?P<english>how many))"
    r"(?:\s+(?:olika|different|eri|erilaista)(?=\s[\w-]))?"
    r"(?P<words>(?:\s+[\w-]+){1,5})",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"(?:del(?:tog|tar|tagit)|svara\w*|besök(?:te|er)|sökte|söker|kom|kommer|fick|får|har|är|var|ska|blev|blir|hör|bor"
    r"|on|oli|ovat|olivat|ollut|niistä|näistä|noista|heistä"
    r"|took|takes?|attend\w*|participat\w*|respond\w*|answer\w*|appl(?:ied|y)|visit(?:ed)?|were|are|is|was|did|do|have"
    r"|had|will|came|come|live)$",
    re.IGNORECASE,
)
"""Verbs and pronouns right after "how many", which leave unsaid what is counted."""
_ENDS = (
    "have has had were was are is do does did will would can could should must may of in at on for from by to with"
    " under during per took take takes got get gets received receive came come attended there that which who"
)
"""English words that end the phrase of what is counted."""
_PLURAL = re.compile(r"(?:[^s]s|people|children|men|staff|personnel)$", re.IGNORECASE)
_QUALITY = re.compile(r"(?:\w+ed|new|old|young|female|male|foreign|public|private|large|small)$", re.IGNORECASE)
_ADJECTIVE = re.compile(r"(?:inen|tt?[uy]|[uy]t|v[aä]|t[oö]n)$|^(?:uusi|vanha|pieni|suuri|nuori|iso|oma|hyvä)$")
_NO_ADJECTIVE = frozenset(("ihminen", "nainen", "päivä", "kuva", "laatu", "katu", "vaatu", "arvio", "osuus", "kirja"))
_OF_PLACE = re.compile(r"(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|n[aä])$")
_PARTITIVE = re.compile(r"(?:[aeiouyäö][aä]|[jt][aä])$")


def counted_noun(question: str) -> tuple[str | None, str | None]:
    """Return the noun whose number a question asks, as written, and the adjective of it; None where it names none.

    Of a case of place its genitive is told, lest it be taken for a partitive. "How many outdoor exercise groups have
    started" asks the number of groups, "how many new groups" of new ones.
    """
    found = _AFTER.search(question)
    words = found.group("words").split() if found else []
    if found is None or _DOING.match(words[0]):
        return None, None
    if found.group("english"):
        noun = _last_plural(words) or words[0]
        return noun, words[0] if words[0] != noun and _QUALITY.match(words[0]) else None
    if found.group("single"):
        # A verb or another form leaves unsaid what is counted: "kuinka moni vastasi".
        return (words[0], None) if words[0].lower() in base_forms(words[0]) and is_known(words[0]) else (None, None)
    if found.group("cased"):
        agreeing = len(words) > 1 and _is_adjective(words[0].lower()) and words[0][-1] == words[1][-1]
        noun, quality = (words[1], words[0]) if agreeing else (words[0], None)
        return _OF_PLACE.sub("n", noun), quality
    if len(words) > 1 and _tells_of_next(words[0].lower(), words[1].lower()):
        return words[1], words[0]
    return words[0], None


def names_things(question: str) -> bool:
    """Return whether the number of some things is asked, whatever else is done with it: "how many votes in all"."""
    return counted_noun(question)[0] is not None


def _last_plural(words: list[str]) -> str | None:
    """Return the last plural before a word that ends the phrase; a past tense ends it once a plural stood before."""
    last = None
    for word in words:
        if word.lower() in _ENDS.split() or (last and word.lower().endswith("ed")):
            break
        if _PLURAL.search(word):
            last = word
    return last


def _tells_of_next(word: str, following: str) -> bool:
    """Return whether a Finnish or Swedish word is an adjective or a genitive of the noun that follows it."""
    if _DOING.match(following):
        return False
    if is_known(word) and word.endswith("n"):
        return bool(_PARTITIVE.search(following))
    if is_known(word):
        return word[-1] in "aä" and _is_adjective(word) and bool(_PARTITIVE.search(following))
    return word.endswith("a") and not word.endswith("rna") and following[-1:] in "rnet"


def _is_adjective(word: str) -> bool:
    return any(_ADJECTIVE.search(base) for base in base_forms(word) if base not in _NO_ADJECTIVE)
