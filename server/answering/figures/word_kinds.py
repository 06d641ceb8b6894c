"""What each word of a question does: it names a thing, a measure, a kind of rows, or belongs to the question's frame.

Knows nothing of the question as a whole.
"""

import re
from typing import cast

from index.lemmas import is_infinitive, is_said_to_reader
from server.answering.figures.asked import WordKind
from server.answering.figures.dated import years_in
from server.answering.words.names import Mention
from server.answering.words.vocabulary import listed, wording, words_listed
from server.answering.words.word import Word

_BOTH = re.compile(r"kumm\w+kin$|molem\w+$|båda$|bägge$|both$", re.IGNORECASE)
"""Stages of which each is meant need no number."""
COSTS = frozenset({"maksaa", "maksavat", "maksaisi", "maksaako", "maksamaan", "kostar", "kostade", "costs"})
"""What something costs is not what was paid to someone."""
COST = frozenset({"maksoi", "maksoivat", "maksanut", "maksaneet"})
"""They cost, where nobody is named that money was paid to, and no grant that was."""
_TO = re.compile(r"\w{3,}ll[ea]$")
# "Kulut" are expenses before they are what was used ("kului").
SINGULAR_MEASURES = ("granted", "paid", "remaining", "applied", "planned", "budgeted", "revenue", "expense", "actual",
                      "own_share", "total_cost", "impact", "deviation")  # fmt: skip
_ORDINAL_BEFORE_STAGE = 2
_TO_USE = re.compile("käytettäv")
"""What is to be used is not what was."""
MOST_OF = frozenset(["eniten", "vähiten", "flest", "mest", "minst", "most", "fewest", "least"])
"""Of what is right behind these, rows have the most: "the most projects" counts projects and asks of other things."""
_OPENING = 2
"""First words of a question, among which one may ask to be told something."""


def kinds_of(
    words: tuple[Word, ...],
    mentions: tuple[Mention, ...],
    covered: list[tuple[int, int]],
    names_of_rows: frozenset[int],
) -> tuple[WordKind, ...]:
    """Return what each word of a question does; `covered` are the characters that its operation accounts for.

    The words numbered in `names_of_rows` are content, as those of `mentions`.
    """
    named = {position for mention in mentions for position in range(mention.start, mention.end)} | names_of_rows
    kinds: list[WordKind] = []
    for position, word in enumerate(words):
        inside = any(start <= word.start and word.end <= end for start, end in covered)
        if position in named:
            kinds.append("content")
        elif years_in(word.text):
            kinds.append("year")
        elif inside or _is_request(words, position) or word.text == "%" or _names_span(words, position):
            kinds.append("frame")
        elif _by_stage(words, position):
            kinds.append("content" if _is_ordinal(word) else "stage")
        elif word.text.casefold() in COST and not any(
            _TO.search(other.text.casefold()) or listed(other, "grant") for other in words
        ):
            kinds.append("frame")
        else:
            kind = _kind(word)
            counted = kind == "kind" and position > 0 and words[position - 1].text.casefold() in MOST_OF
            kinds.append("content" if counted else kind)
    return tuple(kinds)


def _kind(word: Word) -> WordKind:
    if word.text.casefold() in COSTS:
        return "frame"
    if word.text[0].isdigit() or not word.forms.isdisjoint(cast("dict[str, int]", wording()["numbers"])):
        return "number"
    if _TO_USE.match(word.text.casefold()):
        return "frame"
    if any(listed(word, "measures", measure) for measure in SINGULAR_MEASURES):
        return "measure"
    if listed(word, "grant"):
        return "grant"
    if listed(word, "money"):
        return "money"
    if any(listed(word, "kinds", kind) for kind in wording()["kinds"]):
        return "kind"
    if word.text.casefold() in words_listed("pronouns"):
        return "frame"
    if listed(word, "frame") or listed(word, "measures", "received") or listed(word, "totals"):
        return "frame"
    return "content"


def _names_span(words: tuple[Word, ...], position: int) -> bool:
    """Whether a word says of the years right behind it that they are a span: "in the period 2020–2023"."""
    behind = words[position + 1 : position + 2]
    return bool(behind) and bool(years_in(behind[0].text)) and listed(words[position], "spans")


def _is_ordinal(word: Word) -> bool:
    ordinals = cast("dict[str, int]", wording()["ordinals"])
    return bool(re.fullmatch(r"\d+\.", word.text)) or not word.forms.isdisjoint(ordinals)


def _by_stage(words: tuple[Word, ...], position: int) -> bool:
    """Whether the word is an ordinal or stage noun of a pair such as "second phase" or "vaihe 2"."""
    word = words[position]
    near = [words[other] for other in (position - 1, position + 1) if 0 <= other < len(words)]
    if listed(word, "stage"):
        return any(_is_ordinal(other) or other.text.isdigit() or _BOTH.match(other.text) for other in near)
    if _is_ordinal(word):
        after = words[position + 1 : position + 1 + _ORDINAL_BEFORE_STAGE]
        return any(listed(other, "stage") or listed(other, "grant") for other in after)
    return word.text.isdigit() and position > 0 and listed(words[position - 1], "stage")


def _is_request(words: tuple[Word, ...], position: int) -> bool:
    """Whether one of a question's first words only asks to be told something: "Voitko sanoa", "Ange"."""
    if position >= _OPENING:
        return False
    first, own = words[0].text.casefold(), words[position].text.casefold()
    said = is_said_to_reader(own) if position == 0 else is_said_to_reader(first) and is_infinitive(own)
    return (said and _kind(words[position]) == "content") or listed(words[position], "commands")
