"""What rows a question asks for by their kind, and whether it says that they received something. Knows no corpus."""

import re

from server.answering.figures.asked import WordKind
from server.answering.words.names import PLACES, Mention, names
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word

_PAYS = re.compile(r"maksa(?:a|vat|ako|vatko)|betala(?:r)?|pays?|paying")
_WHICH_OF_MANY, _FEWEST_OF_ROWS = ("mitkä", "mille", "vilka", "which"), 3


def asks_rows(words: tuple[Word, ...]) -> bool:
    """Whether the rows themselves are asked for: "which areas got …" is one for all that did."""
    first = words[0].text.casefold() if words else ""
    if len(words) < _FEWEST_OF_ROWS or first not in _WHICH_OF_MANY:
        return False
    plural = {"which": "s", "mille": "ille"}.get(first, "")
    return words[1].text.casefold().endswith(plural) and row_kind_of(words[1:2]) in (
        "collaborative_area",
        "region",
        "city",
        "place",
    )


def names_places(mentions: tuple[Mention, ...]) -> bool:
    """Whether one of the names is a place's."""
    return any(names()[key[2:]].kind in PLACES for mention in mentions for key in mention.keys)


def says_given(words: tuple[Word, ...]) -> bool:
    """Whether a question says that something was received, granted or paid."""
    return says_received(words) or any(listed(word, "measures", one) for word in words for one in ("granted", "paid"))


def says_received(words: tuple[Word, ...]) -> bool:
    """Whether a question says that something was received."""
    return any(listed(word, "measures", "received") for word in words)


def pays(words: tuple[Word, ...]) -> bool:
    """Whether a question asks what a payer pays, in the active: what it funds, not what has been paid out."""
    return any(_PAYS.fullmatch(word.text.casefold()) for word in words)


def counted_kind(words: tuple[Word, ...], kinds: tuple[WordKind, ...]) -> str | None:
    """Return the kind of rows that a count is of: "how many areas", but none of "how many goals has the programme"."""
    counted = next(((word, kind) for word, kind in zip(words, kinds, strict=True) if kind != "frame"), None)
    return row_kind_of((counted[0],)) if counted is not None and counted[1] == "kind" else None


def row_kind_of(words: tuple[Word, ...]) -> str | None:
    """Return the kind of rows that the question speaks of, the most special one that it names."""
    found = [kind for word in words for kind in ("collaborative_area", "region", "city", "programme", "place", "any")
             if listed(word, "kinds", kind)]  # fmt: skip
    order = ("collaborative_area", "region", "city", "place", "programme", "any")
    return min(found, key=order.index, default=None)
