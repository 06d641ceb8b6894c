"""Programmes and projects as a document names them, and which of them a table or figure belongs to.

A name is what the document calls a programme or project ("X-ohjelma", "X ohjelma (ABC)", "X-hanke"); a short form in
brackets after a name stands for it. Knows nothing of tables; no name is known beforehand.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest.document import Document

_LETTER: Final = "A-Za-zÅÄÖåäöÉé"
_UPPER: Final = "A-ZÅÄÖ"
_CASE: Final = r"(?:n|a|ä|ssa|ssä|sta|stä|an|än|lla|llä|lle|lta|ltä|ksi|mme|nsa)?"
# "Tulevaisuuden sosiaali- ja terveyskeskus -ohjelma", "Kestävän kasvun ohjelmassa", "Mieli-ohjelma"
_NAME: Final = re.compile(
    rf"(?<![{_LETTER}-])(?P<stem>[{_UPPER}][{_LETTER}\d]*-?(?:[ \n]+(?:[{_LETTER}\d]+[-–]?|&)){{0,7}}?)"
    rf"(?P<joint>[ \n]+[-–][ \n]?|[-–][ \n]?|[ \n]+)(?P<head>[Oo]hjelma|[Hh]anke|[Hh]ankke(?=e)|[Pp]rogrammet|[Pp]rogramme?)"
    rf"(?P<case>(?:e)?{_CASE})(?![{_LETTER}])(?:[ \n]+\((?P<short>[{_UPPER}][{_LETTER}\d-]{{1,15}})\))?"
)
_COMPOUND: Final = re.compile(
    rf"(?<![{_LETTER}-])(?P<name>[{_UPPER}][{_LETTER}]*(?:-?[ \n]+[{_LETTER}-]+){{0,7}}?[ \n]+[{_LETTER}]+ohjelma)"
    rf"{_CASE}[ \n]+\((?P<short>[{_UPPER}][{_LETTER}\d-]{{1,15}})\)"
)
# Words that open a sentence or heading and are no part of a name.
_OPENERS: Final = frozenset(
    "myönnetyt myönnetty maksetut haetut valtionavustukset valtionavustus rahoitus lue lisää tämä tässä tällä kyseinen uusi "
    "koko muut mukana lisäksi myös osana hallituksen ohjelmalla the this tavoitteet yhteenveto the a an ja sekä kun jos stm".split()
)
_PLAIN: Final = frozenset({"oma", "uusi", "koko", "kyseinen", "tämä", "sama", "kansallinen", "muu", "the", "this", "hallitus"})


@dataclass(frozen=True, slots=True)
class Programme:
    """A programme as named: `name` in base form, `keys` the normalised texts that stand for it."""

    name: str
    keys: tuple[str, ...]
    count: int


def programme_of(texts: Sequence[str], document: Document) -> str | None:
    """Return the programme that the nearest of `texts` names, as `document` names it.

    Where no text names one, the programme of the document's own title, then the manifest's, else None.
    """
    known = programmes(document)
    for text in (*texts, document.title):
        padded = f" {normalised(text)} "
        best = max(
            ((len(key), -padded.index(key), item.name) for item in known for key in item.keys if _stands(key, padded)),
            default=None,
        )
        if best is not None:
            return best[2]
    return document.programme


def programmes(document: Document) -> tuple[Programme, ...]:
    """Return the programmes that `document` names in its title and text, the most often named first."""
    return _programmes("\n\n".join((document.title, *(page.text for page in document.pages))))


def normalised(text: str) -> str:
    """Return `text` for comparing names: lower case, single spaces, dashes to spaces, common long forms to short ones."""
    lowered = re.sub(r"[-–\s]+", " ", text.casefold())
    return lowered.replace("sosiaali ja terveys", "sote ").replace("sote  ", "sote ").strip()


def _stands(key: str, padded: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(key)}", padded) is not None and (
        len(key) > 5 or f" {key} " in padded or f"({key})" in padded
    )


@lru_cache(maxsize=8)
def _programmes(text: str) -> tuple[Programme, ...]:
    names: Counter[str] = Counter()
    shorts: dict[str, set[str]] = {}
    for match in _NAME.finditer(text):
        stem = _stem(match["stem"])
        if not stem:
            continue
        joint = match["joint"]
        middle = "-" if not joint[0].isspace() else (" -" if joint.strip() else " ")
        head = {"hankke": "hanke"}.get(match["head"].lower(), match["head"].lower())
        name = f"{stem}{middle}{head}"
        names[name] += 1
        if match["short"]:
            shorts.setdefault(name, set()).add(match["short"])
    for match in _COMPOUND.finditer(text):
        stem = _stem(match["name"])
        if stem:
            names[stem] += 1
            shorts.setdefault(stem, set()).add(match["short"])
    return _merged(names, shorts)


def _stem(raw: str) -> str:
    words = re.sub(r"\s+", " ", raw).strip().split(" ")
    while words and words[0].casefold().strip(":,") in _OPENERS:
        words = words[1:]
    if not words or words[0].casefold() in _PLAIN or (len(words) == 1 and len(words[0]) < 3):
        return ""
    stem = " ".join(words)
    return stem[0].upper() + stem[1:]


def _merged(names: Counter[str], shorts: dict[str, set[str]]) -> tuple[Programme, ...]:
    # A name that ends another ("Kestävän kasvun ohjelma" in "Suomen kestävän kasvun ohjelma") is the same programme.
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda item: (len(normalised(item)), item)):
        key = normalised(name)
        home = next((head for head in groups if key == head or (" " in head and key.endswith(" " + head))), key)
        groups.setdefault(home, []).append(name)
    found = []
    for members in groups.values():
        count = sum(names[name] for name in members)
        chosen = max(members, key=lambda name: (names[name], len(name)))
        keys: dict[str, None] = {}
        for name in members:
            key = normalised(name)
            keys[key] = None
            bare = re.sub(r" (ohjelma|hanke|programmet|programme?)$", "", key)
            if len(bare) > 5 and " " in bare:
                keys[bare] = None
            for short in shorts.get(name, ()):
                keys[normalised(short)] = None
        found.append(Programme(chosen, tuple(keys), count))
    return tuple(sorted(found, key=lambda item: (-item.count, item.name)))
