"""The attribute that a question asks for: what X is in "Mikä on hankkeen X?". Knows nothing of documents.

A passage about the right body that says nothing of the attribute is a near miss, not an answer. Only questions of plain
form ("who/what/how large is the X of Y") are read; of any other form nothing is said.
"""

import re

from index.lemmas import base_forms
from server.answering.answer import Language

_OPENING: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(
        r"^(?:mikä|mika|mitkä|mitka|kuka|mitä|ketkä|minkä suurui\w+|kuinka (?:suuri|korkea|iso)|miten suuri)"
        r" (?:on|oli|ovat|olivat) (.+)$",
        re.IGNORECASE,
    ),
    "sv": re.compile(r"^(?:vem|vad|vilken|vilket|vilka|hur (?:stor|stort|hög|högt)) (?:är|var) (.+)$", re.IGNORECASE),
    "en": re.compile(
        r"^(?:who|what|which|how (?:large|big|high|much|old)) (?:is|was|are|were|[’']s) (.+)$", re.IGNORECASE
    ),
}
_AFTER: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(r"\s(?:vuonna|vuosina|vuoden|tällä|nyt|ennen|mukaan|välillä|aikana)\s.*$", re.IGNORECASE),
    "sv": re.compile(r"\s(?:för|i|av|på|inom|vid|till|under|hos|från|mellan|med|som|år|nu|just)\s.*$", re.IGNORECASE),
    "en": re.compile(
        r"\s(?:of|for|in|at|to|on|during|from|by|between|under|with|within|that|which|now|currently)\s.*$",
        re.IGNORECASE,
    ),
}
_PLACED = re.compile(r"(?:ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|iin|[aä]{2}n|ee?n|oon|uun)$")
_DOING = re.compile(r"(?:nut|nyt|neet)$")
_ARTICLE = re.compile(r"^(?:the|a|an|den|det|de|en|ett|se|tämä)\s", re.IGNORECASE)
# What a passage may well say without the word itself.
_UNSPOKEN = re.compile(
    r"(?:nimi|nimet|päivämäärä|ajankohta|aikaväli|ajanjakso|kesto|period|time|duration|tid|tidpunkt|tidpunkten|vuosi|tarkoitus|merkitys|määrä|lukumäärä|summa|osuus|ero|syy|sijainti|tilanne"
    r"|tila|rooli|name|names|date|year|meaning|number|amount|sum|share|percentage|difference|reason|location"
    r"|situation|status|role|namn|namnet|datum|datumet|år|året|betydelse|antal|antalet|belopp|beloppet"
    r"|avsedd\w*|avsett|tänkt\w*|intended|meant|andel|andelen|skillnad|orsak|orsaken|läge|läget|roll|rollen|ihmi\w*|henkilö\w*|person\w*|people)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:[-–][^\W\d_]+)*")


def attribute_of(question: str, language: Language) -> str | None:
    """Return the noun that a question of plain form asks for, as written; None where its form is another."""
    text = " ".join(question.split()).rstrip(" ?.!")
    opening = _OPENING[language].match(text)
    if not opening:
        return None
    article = _ARTICLE.match(opening.group(1))
    rest = opening.group(1)[article.end() :] if article else opening.group(1)
    rest = _AFTER[language].sub("", f" {rest} ").strip()
    words = _WORD.findall(rest)
    followed = len(_WORD.findall(opening.group(1))) > len(words) + 1
    if language == "fi":
        while len(words) > 1 and _PLACED.search(words[-1].lower()):
            words.pop()
            followed = True
    if language == "fi" and words and _DOING.search(words[0]):
        return None
    # "Who is responsible for …" asks for no attribute: a noun has an article or an owner.
    if language == "en" and len(words) == 1 and not article:
        return None
    # A question of one noun asks what that is, not for an attribute of something.
    while len(words) > 1 and _UNSPOKEN.match(words[-1]):
        words.pop()
    if not words or (len(words) == 1 and not followed) or _UNSPOKEN.match(words[-1]):
        return None
    noun = words[-1]
    # What ends in a genitive tells of something else: "responsible for the making of the wide plan".
    genitive = language == "fi" and noun.endswith("n") and noun.lower() not in base_forms(noun)
    return None if noun[0].isupper() or genitive else noun
