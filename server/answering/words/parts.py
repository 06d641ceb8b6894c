"""A question of two parts taken apart: "When does the call open and who may apply?". Knows nothing of documents.

Only questions joined by "and" of which each begins with a question word of its own are taken apart; what they have in
common is written out in each.
"""

import re

_QUESTION_WORDS = (
    "milloin|koska|mihin mennessä|mistä lähtien|kuka|ketkä|kenelle|kenen|keille|mikä|mitä|mitkä|missä|mihin|mistä|millä"
    "|miten|miksi|kuinka|paljonko|montako|när|vem|vilka|vilken|vilket|vad|var|vart|hur|varför|when|who|what|which|where"
    "|how|why"
)
_WORD = rf"(?:{_QUESTION_WORDS})"
_AND = r",?\s+(?:ja|sekä|och|samt|and)\s+"
_BOTH_FIRST = re.compile(rf"({_WORD}(?:\s\w+)?){_AND}({_WORD})\b\s+(\S.*)", re.IGNORECASE)
_LAST_BARE = re.compile(rf"{_WORD}\b\s+(.+?){_AND}({_WORD})", re.IGNORECASE)
_EACH = re.compile(rf"({_WORD}\b\s+.+?){_AND}({_WORD}\b\s+.+)", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:paljonko|kuinka paljon|hur mycket|how much)\b", re.IGNORECASE)
_UNFINISHED = re.compile(rf"{_WORD} \w+ {_WORD}|(?:kuinka|miten|hur|how) \w+", re.IGNORECASE)
"""What has no verb yet: "how many and which …"."""
_REFERS = re.compile(
    r"\b(?:siinä|siellä|siihen|sinne|siitä|sieltä|sen|sitä|niitä|niiden|niissä|niihin|där|dit|dess|it|its|they|them|their"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )there)\b|\b(?:(?:se|ne)(?: \w+)?|det|den|de)$",
    re.IGNORECASE,
)
"""Words that stand for what the first part is about."""
_FEWEST = 2
"""Words of a part: its question word and one more."""


def parts_of(question: str) -> tuple[str, ...]:
    """Return the parts of a question (without greeting), each a question of its own; the whole where it has none."""
    text = " ".join(question.split()).strip(" ¿").rstrip("?. ")
    if "?" in text or not re.match(rf"{_WORD}\b", text, re.IGNORECASE):
        return (question,)
    if found := _BOTH_FIRST.fullmatch(text):
        first, second, rest = found.groups()
        if first.count(" ") == 0:
            return f"{first} {rest}?", f"{_capital(second)} {rest}?"
    if found := _LAST_BARE.fullmatch(text):
        rest, second = found.groups()
        return f"{text[: found.end(1)]}?", f"{_capital(second)} {rest}?"
    found = _EACH.fullmatch(text)
    if found is None or all(map(_AMOUNT.match, found.groups())):
        return (question,)  # Amounts of two things are compared rather than told one by one.
    first, second = found.groups()
    if min(len(first.split()), len(second.split())) < _FEWEST or _UNFINISHED.fullmatch(first):
        return (question,)
    return f"{first}?", f"{_capital(second)}?"


def refers(part: str) -> bool:
    """Return whether a part of a question speaks of what another part names: "how many took part there"."""
    return bool(_REFERS.search(part.rstrip("?. ")))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
