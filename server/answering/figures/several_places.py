"""A place named in the plural, or for all of its kind: each place whose name ends in it, in the documents' own tables.

"Pohjanmaan maakunnat" are South, Central and North Ostrobothnia, and Ostrobothnia itself. Knows no corpus.
"""

import re

from server.answering.answer import Language
from server.answering.figures.asked import Asked
from server.answering.figures.labels import LabelIndex
from server.answering.figures.row_kinds import names_places, names_several
from server.answering.figures.sentences import joined
from server.answering.words.names import Mention, longer_names, names
from server.answering.words.vocabulary import listed

_KINDS = ("region", "place")
_PLURAL: dict[Language, re.Pattern[str]] = {
    "fi": re.compile(r"\w+(?:t|ien|iden|jen|i(?:lle|lla|llä|lta|ltä|ssa|ssä|sta|stä|in|hin|a|ä))"),
    "sv": re.compile(r"\w+(?:skapen|dena|nerna|länen)"),
    "en": re.compile(r"(?:\w+s|\w+ies)"),
}
_FEWEST = 2


def several_named(asked: Asked, labels: LabelIndex) -> str | None:
    """Return the question with each of several places that it names as one written out, None where it names none so.

    Empty where it does and they cannot be told apart: no row has any of them, or one sums others.
    """
    for mention in asked.mentions:
        if names_several(asked.words, (mention,)) and not any(longer_names(key) for key in mention.keys):
            return ""
        end = _end_of_several(asked, mention)
        if end is None:
            continue
        keys = [key for key in sorted(mention.keys) if longer_names(key)]
        there = [one for key in keys for one in (key, *sorted(longer_names(key))) if labels.row_own.mask((one,)).any()]
        if len(there) < _FEWEST:
            return ""
        if any(_sums(key, labels) for key in keys):
            return ""
        shown = joined([names()[key[2:]].shown(asked.language) for key in there], asked.language)
        first, last = asked.words[mention.start], asked.words[end]
        return f"{asked.text[: first.start]}{shown}{asked.text[last.end :]}"
    return None


def _end_of_several(asked: Asked, mention: Mention) -> int | None:
    """Return the last word by which a mention is of several places, None where it is of one."""
    if not names_places((mention,)) or not any(longer_names(key) for key in mention.keys):
        return None
    if names_several(asked.words, (mention,)):
        return mention.end - 1
    after = asked.words[mention.end] if mention.end < len(asked.words) else None
    if after is None or not any(listed(after, "kinds", kind) for kind in _KINDS):
        return None
    return mention.end if _PLURAL[asked.language].fullmatch(after.text.casefold()) else None


def _sums(key: str, labels: LabelIndex) -> bool:
    """Whether a row of the name sums others: what "Uusimaa" is made of is no other region of the name."""
    roles = [labels.figures.figures[position].row_role for position in labels.row_own.mask((key,)).nonzero()[0]]
    return "parent" in roles
