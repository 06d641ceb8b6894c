"""Programmes and projects as a document names them, and which of them a table or figure belongs to.

A name is what the document calls a programme or project ("X-ohjelma", "X ohjelma (ABC)", "X-hanke"); a short form in
brackets after a name stands for it. Knows nothing of tables; no name is known beforehand.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import Document

_LETTER: Final = "A-Za-zÅÄÖåäöÉé"
_UPPER: Final = "A-ZÅÄÖ"
_CASE: Final = r"(?:n|a|ä|ssa|sta|lla|lle|lta|ksi|mme|nsa)?"
_HEAD: Final = r"(?P<head>[Oo]hjelma|[Hh]anke|[Hh]ankke(?=e)|[Pp]rogram(?:met|mes?)?)e?"
_TAIL: Final = rf"{_CASE}(?![{_LETTER}])(?:\s+\((?P<short>[{_UPPER}][{_LETTER}\d-]{{1,15}})\))?"
# "X-ohjelma": one word; the hyphen joins nothing before it.
_ONE_WORD: Final = re.compile(
    rf"(?<![{_LETTER}\d-])(?P<stem>[{_UPPER}][{_LETTER}\d]*(?:-[{_LETTER}\d]+)*)-\n?{_HEAD}{_TAIL}"
)
# "X y z -ohjelma": a name of several words, which the space before the hyphen keeps together.
_SPACED: Final = re.compile(rf"(?P<stem>[^\s.,;:()•][^.,;:()•]{{2,90}}?)[ \n]+[-–]\n?[ ]?{_HEAD}{_TAIL}")
# "X y ohjelma": the word before is a genitive; "hanke" alone is no name.
_GENITIVE: Final = re.compile(
    rf"(?<![{_LETTER}-])(?P<stem>[{_UPPER}][{_LETTER}]*n?(?:\s{{1,3}}(?:[a-zåäö]+n|[{_UPPER}][{_LETTER}]+|ja)){{0,4}}?)"
    rf"(?<=n)\s{{1,3}}(?P<head>ohjelma){_TAIL}"
)
# "… kehittämisohjelma (Kaste)", with the short form that makes a common noun a name.
_COMPOUND: Final = re.compile(
    rf"(?<![{_LETTER}-])(?P<stem>[{_UPPER}][{_LETTER}]*-?(?:\s{{1,3}}[{_LETTER}]+-?){{0,7}}?\s{{1,3}}[{_LETTER}]+ohjelma)"
    rf"{_CASE}\s+\((?P<short>[{_UPPER}][{_LETTER}\d-]{{1,15}})\)"
)
_ENGLISH: Final = re.compile(
    rf"(?<![{_LETTER}-])(?P<stem>[{_UPPER}][{_LETTER}]+(?: (?:[{_UPPER}][{_LETTER}]+|of|for|and|the)){{0,6}}) "
    rf"(?P<head>Programme|Program){_TAIL}"
)
_HINT: Final = re.compile(r"ohjelma|hank|program", re.IGNORECASE)
_WINDOW: Final = 120
_SHORTEST_NAME: Final = 8
_SHORTEST_PREFIX: Final = 3
# Words that open a sentence or heading and are no part of a name.
_OPENERS: Final = frozenset(
    re.findall(
        r"\w+",
        "myönnetyt myönnetty maksetut haetut valtionavustukset valtionavustus rahoitus lue lisää tämä tässä tällä"
        " kyseinen uusi koko muut mukana lisäksi myös osana tavoitteet yhteenveto ja sekä kun jos the this a an",
    )
)
_PLAIN: Final = frozenset(
    re.findall(r"\w+", "oma kyseinen tämä sama muu the this hallitus hallituksen ohjelman hankkeen")
)


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as named: `name` in base form, `keys` the normalised texts that stand for it."""

    name: str
    keys: tuple[str, ...]
    count: int


def programme_of(texts: Sequence[str], document: Document) -> str | None:
    """Return the programme that the nearest of `texts` names, as `document` names it.

    Where no text names one: the manifest's, else that of the document's title if the document names no other, else
    None.
    """
    known = programmes(document)
    found = programme_in(texts, document)
    if found is not None or document.programme is not None:
        return found or document.programme
    others = [item.name for item in known if not item.name.endswith("hanke")]
    titled = _named(document.title, known)
    return titled if titled is not None and set(others) <= {titled} else None


def programme_in(texts: Sequence[str], document: Document) -> str | None:
    """Return the programme that the nearest of `texts` itself names; the document's title and manifest do not count."""
    known = programmes(document)
    return next((name for text in texts if (name := _named(text, known)) is not None), None)


def programmes(document: Document) -> tuple[Programme, ...]:
    """Return the programmes that `document` names in its title and text, the most often named first."""
    return _programmes_of(_Held(document))


class _Held:
    """A document as a key of a cache: the same object, without comparing its pages."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and other.document is self.document

    def __hash__(self) -> int:
        return id(self.document)


@lru_cache(maxsize=4)
def _programmes_of(held: _Held) -> tuple[Programme, ...]:
    return _programmes("\n\n".join((held.document.title, *(page.text for page in held.document.pages))))


def normalised(text: str) -> str:
    """Return `text` for comparing names: lower case, single spaces, dashes as spaces, "sote" for its long form."""
    lowered = re.sub(r"[-–\s]+", " ", text.casefold())
    return lowered.replace("sosiaali ja terveys", "sote ").replace("sote  ", "sote ").strip()


def _named(text: str, known: Sequence[Programme]) -> str | None:
    if not text:
        return None
    padded = f" {normalised(text)} "
    words = re.findall(rf"(?<![{_LETTER}])[{_UPPER}][a-zåäö]{{4,}}", text)
    best = max(
        (
            (len(key), -found, item.name)
            for item in known
            for key in item.keys
            if (found := _stands(key, padded, words)) is not None
        ),
        default=None,
    )
    if best is not None:
        return best[2]
    own = _programmes(text) if _HINT.search(text) else ()
    return own[0].name if own else None


def _stands(key: str, padded: str, words: Sequence[str]) -> int | None:
    """Return where a key stands in a normalised text: a short form as a word of its own, a name in any case form."""
    if " " not in key and len(key) < _SHORTEST_NAME:
        found = re.search(rf"(?<!\w){re.escape(key)}(?!\w)", padded)
    else:
        found = re.search(rf"(?<!\w){re.escape(key[:-1])}\w{{0,5}}(?!\w)", padded)
    if found is not None:
        return found.start()
    parts = key.split()
    return next((0 for word in words if len(parts) > 1 and _contracts(word.casefold(), parts)), None)


def _contracts(word: str, parts: Sequence[str]) -> bool:
    """Tell whether a word is made of beginnings of the name's words in order."""
    used = 0
    for part in parts:
        length = next((size for size in range(len(part), 0, -1) if word.startswith(part[:size])), 0)
        if length < min(_SHORTEST_PREFIX, len(part)):
            break
        word, used = word[length:], used + 1
        if not word:
            break
    return not word and used > 1


def _programmes(text: str) -> tuple[Programme, ...]:
    names: Counter[str] = Counter()
    shorts: dict[str, set[str]] = {}
    for name, short in _found(text):
        names[name] += 1
        if short:
            shorts.setdefault(name, set()).add(short)
    return _merged(names, shorts)


def _windows(text: str) -> str:
    """Return only the surroundings of words that may head a name, parted so that nothing reads across."""
    spans: list[list[int]] = []
    for match in _HINT.finditer(text):
        start, end = max(0, match.start() - _WINDOW), match.end() + _WINDOW // 2
        if spans and start <= spans[-1][1]:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return "\n.\n".join(text[start:end] for start, end in spans)


def _found(text: str) -> Iterator[tuple[str, str | None]]:
    text = _windows(text)
    for pattern, joint in ((_ONE_WORD, "-"), (_SPACED, " -"), (_GENITIVE, " "), (_COMPOUND, ""), (_ENGLISH, " ")):
        for match in pattern.finditer(text):
            stem = _stem(match["stem"], spaced=joint == " -")
            if not stem:
                continue
            if pattern is _COMPOUND:
                yield stem, match["short"]
                continue
            head = match["head"] if pattern is _ENGLISH else match["head"].lower()
            yield f"{stem}{joint}{'hanke' if head == 'hankke' else head}", match["short"]


def _stem(raw: str, *, spaced: bool) -> str:
    """Return the words of a name: from its last capital on, and no words that only lead up to it."""
    line = re.split(rf"\n+(?=[{_UPPER}])", raw)[-1]
    words = re.sub(r"(?<=[a-zåäö])-?\n", " ", line).split()
    if spaced:
        last = max((place for place, word in enumerate(words) if word[0].isupper()), default=None)
        if last is None:
            return ""
        while last > 0 and words[last - 1][0].isupper():
            last -= 1
        words = words[last:]
    while words and (words[0].casefold().strip(":,") in _OPENERS or not words[0][0].isalpha()):
        words = words[1:]
    if not words or words[0].casefold() in _PLAIN or (len(words) == 1 and len(words[0]) < _SHORTEST_PREFIX):
        return ""
    stem = " ".join(words)
    return stem[0].upper() + stem[1:]


def _bare(key: str) -> str:
    return re.sub(r" (?:ohjelma|hanke|program(?:met|mes?)?)$", "", key)


def _merged(names: Counter[str], shorts: dict[str, set[str]]) -> tuple[Programme, ...]:
    """Join names of one programme: one that ends another, and one whose word is another's short form in brackets."""
    short_of = {normalised(short): normalised(name) for name, found in shorts.items() for short in found}
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda item: (len(normalised(item)), item)):
        key = short_of.get(_bare(normalised(name)), normalised(name))
        home = next((head for head in groups if key == head or (" " in head and key.endswith(" " + head))), key)
        groups.setdefault(home, []).append(name)
    found = []
    for members in groups.values():
        chosen = max(members, key=lambda name: (names[name], len(name)))
        keys: dict[str, None] = {}
        for name in members:
            key = normalised(name)
            keys[key] = None
            if len(_bare(key)) >= _SHORTEST_NAME and " " in _bare(key):
                keys[_bare(key)] = None
            keys.update(dict.fromkeys(normalised(short) for short in shorts.get(name, ())))
        found.append(Programme(chosen, tuple(keys), sum(names[name] for name in members)))
    return tuple(sorted(found, key=lambda item: (-item.count, item.name)))
