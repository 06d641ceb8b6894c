"""Nouns of kinds beside names: "Turun kaupunki" is the city, "Turun kunnat" are others. Knows no figures."""

from server.answering.figures.asked import Asked
from server.answering.figures.constraints import KINDS
from server.answering.figures.needs import ROW_OPERATIONS
from server.answering.words.names import Mention, names
from server.answering.words.vocabulary import listed


def kind_is_clear(asked: Asked, position: int, *, rows: bool) -> bool:
    """Whether a noun such as "area" stands for the rows themselves, or goes with a name beside it."""
    word = asked.words[position]
    if any(in_apposition(asked, mention, position) for mention in asked.mentions):
        return True
    for mention in asked.mentions:
        if rows and mention.start - 2 <= position <= mention.end + 1:
            kinds = {names()[key[2:]].kind for key in mention.keys}
            # "Ahvenanmaan maakunta" is Ahvenanmaa; "Ahvenanmaan kunnat" are not.
            fitting = listed(word, "kinds", "place") or any(listed(word, "kinds", kind) for kind in kinds & KINDS)
            return fitting or not any(listed(word, "kinds", kind) for kind in KINDS)
    return asked.operation in ROW_OPERATIONS or asked.operation in ("which", "share", "sum", "difference", "ratio")


def in_apposition(asked: Asked, mention: Mention, position: int) -> bool:
    """Whether the word says what a named place is and nothing more: "Turun kaupunki", "the city of Turku"."""
    kinds = {names()[key[2:]].kind for key in mention.keys} & KINDS - {"programme"}
    after = position == mention.end
    between = asked.kinds[position + 1 : mention.start] if position < mention.start else ("content",)
    before = mention.start - position in (1, 2) and all(kind == "frame" for kind in between)
    return (after or before) and any(listed(asked.words[position], "kinds", kind) for kind in kinds)
