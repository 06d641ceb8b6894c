"""Two names set against each other by one sentence: "North received 750 000 €, South 1 000 000 €".

A number is of a name where the sentence has the name, and no other of those asked about, between the number and the one
before it. Knows nothing of how the sentences were found.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count, pairwise

from ingest.document import Page
from ingest.tables.numbers import Number, numbers_in
from server.answering.answer import Answer, AnswerFigure, Citation
from server.answering.figures.alternatives import JOINTS
from server.answering.figures.asked import Asked
from server.answering.figures.said_parts import SENTENCE, has_all, stated_in
from server.answering.figures.sentences import say
from server.answering.words.names import names
from server.answering.words.numbers_format import format_difference, format_number, format_value
from server.answering.words.word import Word

_JOINT_SUM = re.compile(
    r"\b(?:yhteensä|kaikkiaan|tillsammans|sammanlagt|totalt|together|altogether|in total)\b", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_SAID = re.compile(r"(?<!\w)[a-zåäö]{2,}")
_SHORTEST, _LONGEST_ENDING, _FEWEST_WORDS = 4, 3, 2
OPERATIONS = ("which", "difference", "ratio")


@dataclass(frozen=True, slots=True)
class _Side:
    """A name as the question has it and the number that a sentence tells of it."""

    name: str
    number: Number


def sides_told(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return an answer computed from the one sentence that tells a number of each of two names, else `answer`.

    It stands on a page that is cited or offered as near, and all words of the question in it, the one before or the
    title.
    """
    pair = _names(asked)
    if asked.operation not in OPERATIONS or pair is None:
        return answer
    found: dict[tuple[Decimal, Decimal], Answer] = {}
    for citation in {(one.document_id, one.page): one for one in (*answer.citations, *answer.nearest)}.values():
        before = ""
        for start, sentence in _sentences(page(citation.document_id, citation.page).text):
            sides = _sides(asked, sentence, pair)
            if sides is not None and has_all(asked, f"{before} {sentence} {citation.title}", but=pair):
                end = start + len(sentence)
                cited = replace(citation, id=1, start=start, end=end, quote=sentence, spans=())
                found.setdefault((sides[0].number.value, sides[1].number.value), _compared(asked, answer, cited, sides))
            before = sentence
    return next(iter(found.values())) if len(found) == 1 else answer


def _names(asked: Asked) -> tuple[Word, Word] | None:
    """Return the names on both sides of the joint of a question, None where it has no such two."""
    joints = [position for position, word in enumerate(asked.words) if word.text.casefold() in JOINTS]
    if len(joints) != 1:
        return None
    capitalised = [position for position, word in enumerate(asked.words) if position and word.capitalised]
    before = [position for position in capitalised if position < joints[0]]
    after = [position for position in capitalised if position > joints[0]]
    if not before or not after:
        return None
    # The last of the names that stand right beside each other: "Leader South".
    last = next(position for position in count(after[0]) if position + 1 not in after)
    return asked.words[before[-1]], asked.words[last]


def _sentences(quote: str) -> Iterator[tuple[int, str]]:
    start = 0
    for sentence in SENTENCE.split(quote):
        start = quote.index(sentence, start)
        yield start, sentence


def _sides(asked: Asked, sentence: str, pair: tuple[Word, Word]) -> tuple[_Side, _Side] | None:
    """Return the number that a sentence tells of each name, None where it does not of each, or in two units."""
    numbers = [number for number in numbers_in(sentence) if not number.in_range]
    between = [sentence[one.end : other.start] for one, other in pairwise(numbers)]
    if not all(map(_LETTER.search, between)) or len(_SAID.findall(sentence)) < _FEWEST_WORDS:
        return None  # the rows of a table
    found: list[list[Number]] = [[], []]
    begin = 0
    for number in numbers:
        said = sentence[begin : number.start]
        begin = number.end
        here = [_has(said, name) for name in pair]
        if sum(here) == 1 and not _JOINT_SUM.search(said):
            found[here.index(True)].append(number)
    if any(len(one) != 1 for one in found) or found[0][0].unit != found[1][0].unit:
        return None
    one, other = (_Side(_shown(asked, name), each[0]) for name, each in zip(pair, found, strict=True))
    return one, other


def _shown(asked: Asked, name: Word) -> str:
    """Return the name of a place as it is called, else as the question has it."""
    places = (mention for mention in asked.mentions if name in asked.words[mention.start : mention.end])
    keys = next((mention.keys for mention in places), frozenset())
    known = [names()[key[2:]].shown(asked.language) for key in sorted(keys)]
    return known[0] if len(known) == 1 else name.text


def _has(text: str, name: Word) -> bool:
    return name.text[: max(_SHORTEST, len(name.text) - _LONGEST_ENDING)].casefold() in text.casefold()


def _compared(asked: Asked, answer: Answer, cited: Citation, sides: tuple[_Side, _Side]) -> Answer:
    """Return `answer` with the comparison of two sides and the sentence that tells them."""
    language = asked.language
    high, low = sorted(sides, key=lambda side: side.number.value, reverse=True)
    unit = high.number.unit
    shown = [format_value(side.number.value, unit, language) for side in (high, low)]
    apart = high.number.value - low.number.value
    formula = f"{shown[0]} − {shown[1]}"
    first, second = (high, low) if asked.greater else (low, high)
    if asked.operation == "ratio":
        if not low.number.value:
            return answer
        formula = f"{shown[0]} / {shown[1]}"
        value = (high.number.value / low.number.value).quantize(Decimal("0.01"))
        lead = say("ratio", language, a=high.name, b=low.name, value=format_number(value, language))
    elif not apart:
        value, lead = apart, f"{say('equal', language, a=high.name, b=low.name)}: {shown[0]}"
    else:
        value = apart
        difference = format_difference(apart, unit, language)
        if asked.operation == "which":
            written = {side.name: format_value(side.number.value, unit, language) for side in sides}
            phrase = "which_more" if asked.greater else "which_less"
            others = f"{second.name} {written[second.name]}"
            lead = say(phrase, language, winner=first.name, value=written[first.name], others=others)
        else:
            sizes = ("more", "less") if asked.received else ("larger", "smaller")
            lead = say(sizes[not asked.greater], language, a=first.name, b=second.name, value=difference)
    stated = tuple(stated_in(side.number, cited) for side in (high, low))
    computed = _computed(stated[0], value, None if asked.operation == "ratio" else unit, formula)
    text = f"{lead} [1]. {say('formula', language, formula=formula)}.\n{' '.join(cited.quote.split())} [1]"
    return replace(
        answer, status="answered", reason=None, answer=text, answered_by="passages", citations=(cited,), nearest=(),
        figures=(*stated, computed),
    )  # fmt: skip


def _computed(stated: AnswerFigure, value: Decimal, unit: str | None, formula: str) -> AnswerFigure:
    return replace(
        stated,
        value=value,
        unit=unit,
        text=format_number(value, "fi"),
        check="computed",
        formula=formula,
        inputs=(0, 1),
    )
