"""Who does what a question asks, where a sentence says it of a body or group without a name. Knows nothing of search.

"The residents' association opposes the cut" names who opposes it by its subject: what stands before the question's verb
at the beginning of the sentence. Passives and what begins with a time or place have no such subject.
"""

import re
from collections.abc import Sequence

from index.lemmas import base_forms, is_known
from server.answering.text.spans import Found
from server.answering.words.matching import Word, found_in, words_for

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:[-’'][^\W_]+)*")
_PASSIVE = re.compile(r"(?:[td](?:aan|ään)|tiin|t[tu]u|tty|[aeo]des|as|ts)$")
_AUXILIARY = re.compile(
    r"(?:was|were|is|are|be|been|being|blev|blivit|blir|är|var|ska|on|oli|ovat|olivat|tulee|ei|eivät|inte)$"
)
_MODAL = re.compile(r"\s(?:will|can|may|must|shall|should|kan|ska|skall|måste|får|voi|voivat|saa|saavat)$")
_SEVERAL = re.compile(r",[^,]+\s(?:or|and|eller|och|samt|ja|tai|sekä)\s\S")
"""Several that do it together, parted by commas: "a nurse, midwife or doctor"."""
_NO_SUBJECT = re.compile(
    r"(?:på|i|vid|efter|under|enligt|för|från|till|när|om|in|at|on|after|during|according|for|by|when|if|kun|jos|jotta|sen|tämä"
    r"|se|den|det|it|this)$",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"\w(?:sta|stä)\s(?:vastaa|vastaavat|vastasi|vastasivat|huolehtii|huolehtivat|huolehti)\s([^\s.,;:][^.,;:]*)"
)
"""What somebody answers for may stand before the verb and its subject after it."""
_SERVES = re.compile(r"\b\w{4,}(?:na|nä)\s(?:toimii|toimi|toimivat|toimineet)\s([^\s.,;:][^.,;:]*)")
"""So may what somebody serves as."""
_SERVES_AS = re.compile(
    r"([^.,;:()]{3,80}?)\s(?:toimii|toimi|toimivat|toimineet)\s(?:[^.,;:()]{1,80}?\s)?(\w{4,}(?:na|nä))\b"
)
_BY = re.compile(r"\b(\w+(?:ed|en|[sd]|ts))\s(?:by|av)\s(?!\d)([^\s.,;:][^.,;:]*)")
"""A passive verb with who does it behind "by"."""
_BEHIND = re.compile(r"\s((?:[^\W\d_]{3,}n\s)*[^\W\d_]{4,}[aeiouyäö])(?=\s(?:ja|sekä)\s|[.,;])")
"""The subject right behind a verb that stands behind its object."""
_PARTITIVE = re.compile(r"\w(?:[aeiouyäö][aä]|t[aä])$")
_MOST_WORDS, _MOST_OF_SEVERAL = 6, 12
_SURELY, _NEAR = 0.8, 0.6


def server_of(text: str, words: Sequence[Word], written: str | None) -> Found | None:
    """Return who serves as what a question asks the bearer of, by whatever title: "the clerk serves as secretary"."""
    titles = [word for word in words_for(words, written) if word.attribute]
    serving = _SERVES.search(text)
    served = serving.group().split()[0] if serving else ""
    if serving is None and (serving := _SERVES_AS.match(text)) and _is_subject(serving.group(1), written):
        served = serving.group(2)
    if serving is None or not any(found_in(word, (served.lower(),)) >= _NEAR for word in titles):
        return None
    return Found(serving.start(1), serving.end(1), _NEAR)


def doer_of(text: str, words: Sequence[Word], written: str | None) -> Found | None:
    """Return the subject of a sentence in the language `written` whose verb is the question's first word, or None."""
    if (answering := _ANSWERS.search(text)) or (answering := _SERVES.search(text)):
        return Found(answering.start(1), answering.end(1), _NEAR)
    if not words or words[0].name or words[0].number:
        return None
    (verb,) = words_for(words[:1], written)
    for match in _BY.finditer(text):
        if found_in(verb, (match.group(1).lower(),)) >= _SURELY:
            return Found(match.start(2), match.end(2), _NEAR)
    for order, match in enumerate(_WORD.finditer(text)):
        if order > (_MOST_OF_SEVERAL if "," in text[: match.start()] else _MOST_WORDS):
            return None
        word = match.group().lower()
        if order and found_in(verb, (word,)) >= _SURELY and not _PASSIVE.search(word):
            subject = text[: match.start()].strip()
            behind = _BEHIND.match(text, match.end())
            if behind and _is_object(subject, words[1:], written):
                return Found(behind.start(1), behind.end(1), _NEAR)
            return Found(0, len(subject), _NEAR) if _is_subject(subject, written) else None
    return None


def _is_object(text: str, asked: Sequence[Word], written: str | None) -> bool:
    """Return whether the word before a Finnish verb is of the question and in the case of an object."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    known = words_for([word for word in asked if not word.number], written)
    return (
        written in (None, "fi")
        and bool(_PARTITIVE.search(last))
        and any(found_in(w, (last,)) >= _SURELY for w in known)
    )


def _is_subject(text: str, written: str | None) -> bool:
    """Return whether the words before a verb are its subject by their form."""
    text = _MODAL.sub("", text)
    found = _WORD.findall(text)
    mark = r"[.:;()]" if _SEVERAL.search(text) else r"[,.:;()]"
    if not text[:1].isupper() or re.search(mark, text) or _NO_SUBJECT.match(found[0]):
        return False
    last = found[-1].lower()
    if _AUXILIARY.match(last):
        return False
    return written in ("sv", "en") or not is_known(last) or last in base_forms(last) or last.endswith("t")
