"""What rows a question asks for by their kind, which rows are of one, and whether it says that they received something.

Knows no corpus.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.dictionaries import LANGUAGES, is_listed
from index.lemmas import is_proper
from ingest.table import Figure
from server.answering.figures.asked import WordKind
from server.answering.words.names import PLACES, Mention, mentions_in, names
from server.answering.words.vocabulary import listed, word_parts, words_listed
from server.answering.words.word import Word, words_of

_PAYS = re.compile(r"maksa(?:a|vat|ako|vatko)|betala(?:r)?|pays?|paying")
_MAY = re.compile(
    r"\b(saa(?:vat|ko|vatko)?|får|may)\b(?: [a-zåäö-]+){0,4}? (olla|maksaa|käyttää|kulua|kuluttaa|mennä|vara|finnas"
    r"|kosta|använda|uppgå|be|cost|use|spend)\b"
)
KINDS_OF_PLACE = frozenset({"region", "collaborative_area", "city"})
_ASSOCIATION = r"\b(?:r\.?y|r\.?f)\b|(?:yhdistys|järjestö|liitto|seura|oppilaskunta|förening(?:en)?|förbund(?:et)?"
ASSOCIATIONS = re.compile(_ASSOCIATION + r")\b", re.IGNORECASE)
_ORGANISATIONS = re.compile(_ASSOCIATION + r"|säätiö|stiftelse(?:n)?)\b", re.IGNORECASE)
"""What the names of associations and the like end with."""
NO_ASSOCIATION = re.compile(
    r"^(?:muu|muut|övrig[at]?|other)\b|säätiö|stiftelse|foundation|\b(?:oyj?|abp?|ltd|inc|osk)\b|kaupunki\b|kunta\b"
    r"|stad\b|kommun\b|församling\b|museo\b",
    re.IGNORECASE,
)
"""Names that are plainly of something else, and rows of all others together."""
_OF_MEMBERS = frozenset({"yhdistys", "förening", "association"})
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


def associations_asked(words: tuple[Word, ...]) -> re.Pattern[str] | None:
    """Return what stands in the names of the associations that a question speaks of as such, None where of none.

    A foundation is an organisation, but no association.
    """
    said = frozenset[str]().union(*(word.forms & words_listed("associations") for word in words))
    return (_ORGANISATIONS if said.isdisjoint(_OF_MEMBERS) else ASSOCIATIONS) if said else None


def names_places(mentions: tuple[Mention, ...]) -> bool:
    """Whether one of the names is a place's."""
    return any(names()[key[2:]].kind in PLACES for mention in mentions for key in mention.keys)


def names_several(words: tuple[Word, ...], mentions: tuple[Mention, ...]) -> bool:
    """Whether a Finnish place is named in the plural, which is no one place: "Pohjanmaat"."""
    last = [words[mention.end - 1] for mention in mentions if names_places((mention,))]
    return any(word.text.endswith("t") and word.text.casefold()[:-1] in word.forms for word in last)


def says_given(words: tuple[Word, ...]) -> bool:
    """Whether a question says that something was received, granted or paid."""
    return says_received(words) or any(listed(word, "measures", one) for word in words for one in ("granted", "paid"))


def allowing_words(lowered: str) -> list[tuple[int, int]]:
    """Return the characters of the verbs that ask for what may be, which is no outturn: "saa olla", "may there be"."""
    return [match.span(verb) for match in _MAY.finditer(lowered) for verb in (1, 2)]


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


def is_kind(figure: Figure, kind: str | None) -> bool:
    """Whether a figure's row is a name of a kind and nothing else."""
    wanted = {"place": KINDS_OF_PLACE, "region": {"region", "city"}}.get(kind or "", {kind})
    return bool(_kinds_of(figure.row_path[-1] if figure.row_path else "") & wanted)


@lru_cache(maxsize=50_000)
def _kinds_of(label: str) -> frozenset[str]:
    """Return the kinds of the names in a label that says nothing else, none of another one."""
    words = words_of(label)
    mentions = mentions_in(words)
    extra = [
        word for position, word in enumerate(words)
        if not any(mention.start <= position < mention.end for mention in mentions)
        and word.forms.isdisjoint({"yht", "yhteensä", "totalt", "total"})
        and not any(listed(word, "kinds", place) for place in (*KINDS_OF_PLACE, "place"))
    ]  # fmt: skip
    return frozenset() if extra else frozenset(names()[key[2:]].kind for one in mentions for key in one.keys)


def are_of_another_kind(figures: Sequence[Figure], kind: str | None) -> bool:
    """Whether the rows that are known as places are of other kinds than the one asked for: towns are no regions."""
    known = frozenset[str]().union(*(_kinds_of(one.row_path[-1]) for one in figures if one.row_path)) & KINDS_OF_PLACE
    return kind in KINDS_OF_PLACE and bool(known) and kind not in known


def is_unknown_name(figure: Figure) -> bool:
    """Whether a row's label is one capitalised word that no list of names has, but that is a name, or no other word."""
    words = words_of(figure.row_path[-1]) if figure.row_path else ()
    return (
        len(words) == 1
        and words[0].capitalised
        and not mentions_in(words)
        and (is_proper(words[0].text) or not (is_listed(words[0].text.casefold(), *LANGUAGES) or word_parts(words[0])))
    )
