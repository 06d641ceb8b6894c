"""Names set against each other by one sentence: "North received 750 000 €, South 1 000 000 €", and which has most.

A sentence is parted at a comma or "and" between two numbers. A number is of a name that its part has, and no
other of those asked about; all names stand before their numbers, or all behind. Knows nothing of how the sentences were
found.
"""

import re
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import count, pairwise

from ingest.document import Page
from ingest.tables.numbers import Number, numbers_in
from server.answering.answer import Answer, AnswerFigure, Citation
from server.answering.figures.alternatives import JOINTS, words_beside
from server.answering.figures.asked import Asked
from server.answering.figures.called import base_of
from server.answering.figures.row_kinds import KINDS_OF_PLACE, row_kind_of
from server.answering.figures.said_parts import JOINT, SENTENCE, has_all, stands, stated_in
from server.answering.figures.said_words import says
from server.answering.figures.sentences import joined, say
from server.answering.words.changes import CHANGES
from server.answering.words.names import Mention, mentions_in, names
from server.answering.words.numbers_format import format_difference, format_number, format_value
from server.answering.words.vocabulary import words_listed
from server.answering.words.word import Word, words_of

_JOINT_SUM = re.compile(
    r"\b(?:yhteensä|kaikkiaan|tillsammans|sammanlagt|totalt|together|altogether|in total)\b", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]{2}")
_SAID = re.compile(r"(?<!\w)[a-zåäö]{2,}")
_NAME = re.compile(r"(?<=[\s(])[A-ZÅÄÖ][a-zåäö]")
"""A name within a sentence."""
_UNIT = re.compile(
    r"(?:\s|€|%|M\b|milj\w*\.?|mil?l?jo\w+|mrd\.?|mn\b|tuha\w+|euro\w*|eur\b|thousand|billion|kr\w*|prosen\w+|procent)*",
    re.IGNORECASE,
)
"""The unit of a number and nothing else."""
_CHANGED = re.compile(rf"\b(?:{CHANGES})", re.IGNORECASE)
_SHORTEST, _LONGEST_ENDING, _FEWEST_WORDS = 4, 3, 2
_FEWEST_PLACES = 3
OPERATIONS = ("which", "difference", "ratio")


@dataclass(frozen=True, slots=True)
class _Side:
    """A name as the question has it and the number that a sentence tells of it."""

    name: str
    number: Number


def sides_told(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return an answer of the one sentence that tells a number of each of two names, or of all compared, else `answer`.

    It stands on a page that is cited or offered as near, and all words of the question in it, the one before or the
    title.
    """
    pair = _names(asked)
    most = asked.operation in ("maximum", "minimum") and answer.status != "answered" and not asked.place
    if not most and (asked.operation not in OPERATIONS or pair is None):
        return answer
    found: dict[tuple[Decimal, ...], Answer] = {}
    for citation in {(one.document_id, one.page): one for one in (*answer.citations, *answer.nearest)}.values():
        before, text = "", page(citation.document_id, citation.page).text
        for start, sentence in _sentences(text):
            around = f"{before} {sentence} {citation.title}"
            cited = replace(citation, id=1, start=start, end=start + len(sentence), quote=sentence, spans=())
            if most:
                parts = _compared_parts(asked, sentence, around, text)
                found |= {tuple(one.value for one, _ in parts): _most(asked, answer, cited, parts)} if parts else {}
            elif pair is not None and (sides := _sides(asked, sentence, pair)) and has_all(asked, around, but=pair):
                found.setdefault((sides[0].number.value, sides[1].number.value), _compared(asked, answer, cited, sides))
            before = sentence
    return next(iter(found.values())) if len(found) == 1 else answer


def _names(asked: Asked) -> tuple[Word, Word] | None:
    """Return the names, or else the single words, on both sides of the joint of a question; None without such two."""
    joints = [position for position, word in enumerate(asked.words) if word.text.casefold() in JOINTS]
    if len(joints) != 1:
        return None
    capitalised = [position for position, word in enumerate(asked.words) if position and word.capitalised]
    before = [position for position in capitalised if position < joints[0]]
    after = [position for position in capitalised if position > joints[0]]
    if not before and not after:
        sides = [words_beside(asked, joints[0], step, ("content",)) for step in (-1, 1)]
        return (asked.words[sides[0][0]], asked.words[sides[1][0]]) if all(len(one) == 1 for one in sides) else None
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


def _parts(sentence: str) -> list[tuple[Number, str, str]]:
    """Return each number of a sentence with what its part says before and behind it; [] where nothing parts two.

    The rows of a table have none.
    """
    numbers = [number for number in numbers_in(sentence) if not number.in_range]
    between = [sentence[one.end : other.start] for one, other in pairwise(numbers)]
    if not all(map(_LETTER.search, between)) or len(_SAID.findall(sentence)) < _FEWEST_WORDS:
        return []
    joints = [list(JOINT.finditer(sentence, one.end, other.start)) for one, other in pairwise(numbers)]
    if not numbers or not all(joints):
        return []
    # Where nothing is said behind a number, what follows is of the next: "5 € and for walks and swims 6 €".
    ends = [found[0 if _UNIT.fullmatch(sentence, one.end, found[0].start()) else -1].start()
            for one, found in zip(numbers, joints, strict=False)]  # fmt: skip
    bounds = [0, *ends, len(sentence)]
    return [
        (number, sentence[start : number.start], sentence[number.end : end])
        for number, (start, end) in zip(numbers, pairwise(bounds), strict=True)
    ]


def _sides(asked: Asked, sentence: str, pair: tuple[Word, Word]) -> tuple[_Side, _Side] | None:
    """Return the number that a sentence tells of each name, None where it does not of each, or in two units."""
    found: list[list[Number]] = [[], []]
    leads = set()
    for number, before, behind in _parts(sentence):
        here = [_has(before + behind, name) for name in pair]
        if sum(here) == 1 and not _JOINT_SUM.search(before + behind):
            led = _has(before, pair[here.index(True)])
            if _NAME.search(behind if led else before):
                return None  # another name may be the number's
            if _CHANGED.search(before.rpartition(",")[2] + behind) and not _CHANGED.search(asked.text):
                return None  # by how much something grew is not how much it is
            found[here.index(True)].append(number)
            leads.add(led)
    if len(leads) != 1 or any(len(one) != 1 for one in found) or found[0][0].unit != found[1][0].unit:
        return None
    one, other = (_Side(_shown(asked, name), each[0]) for name, each in zip(pair, found, strict=True))
    return one, other


def _compared_parts(asked: Asked, sentence: str, around: str, page: str) -> list[tuple[Number, str]]:
    """Return the numbers of a sentence with the places they are of, where all places with a number are in it; else [].

    They are places of the kind that is asked for, and the question's other words stand around.
    """
    kind = row_kind_of(asked.words[1:3]) if asked.words[0].text.casefold() in words_listed("which") else None
    if kind not in ("region", "city", "place", "collaborative_area") or _CHANGED.search(sentence):
        return []
    said = ("content", "year") if asked.number else ("content", "year", "number")
    wanted = [word for word, one in zip(asked.words, asked.kinds, strict=True) if one in said]
    if not wanted or not all(stands(word, around) or says(around, word, asked.language) for word in wanted):
        return []
    kinds = {"place": KINDS_OF_PLACE, "region": {"region", "city"}}.get(kind, {kind})
    found: list[tuple[Number, str]] = []
    leads = set()
    for number, before, behind in _parts(sentence):
        sides = [_places(text, kinds) for text in (before, behind)]
        if sum(map(len, sides)) != 1 or (number.unit is None and asked.received):
            return []
        leads.add(bool(sides[0]))
        key = min((sides[0] or sides[1])[0].keys)
        found.append((number, names()[key[2:]].shown(asked.language)))
    alike = len({number.unit for number, _ in found}) == 1 and len({place for _, place in found}) == len(found)
    if len(found) < _FEWEST_PLACES or len(leads) != 1 or not alike:
        return []
    others = page.replace(sentence, " ")
    return [] if _tells_of_others(others, {place for _, place in found}, kinds, asked) else found


def _places(text: str, kinds: Container[str]) -> list[Mention]:
    mentions = mentions_in(words_of(text))
    return [one for one in mentions if any(names()[key[2:]].kind in kinds for key in one.keys)]


def _tells_of_others(text: str, places: set[str], kinds: Container[str], asked: Asked) -> bool:
    """Whether a sentence elsewhere has a number and a place of the kind that is not compared."""
    return any(
        names()[min(one.keys)[2:]].shown(asked.language) not in places
        for sentence in SENTENCE.split(text)
        if numbers_in(sentence)
        for one in _places(sentence, kinds)
    )


def _most(asked: Asked, answer: Answer, cited: Citation, parts: Sequence[tuple[Number, str]]) -> Answer:
    """Return `answer` with the places that a sentence tells most or least of, as many as are asked for."""
    language = asked.language
    ordered = sorted(parts, key=lambda part: part[0].value, reverse=asked.operation == "maximum")
    bound = ordered[min(asked.number or 1, len(ordered)) - 1][0].value
    chosen = [part for at, part in enumerate(ordered) if at < (asked.number or 1) or part[0].value == bound]
    rows = joined([f"{place} {format_value(one.value, one.unit, language)}" for one, place in chosen], language)
    text = f"{say(asked.operation, language, rows=rows)} [1].\n{' '.join(cited.quote.split())} [1]"
    return replace(
        answer, status="answered", reason=None, answer=text, answered_by="passages", citations=(cited,), nearest=(),
        figures=tuple(stated_in(number, cited) for number, _ in chosen),
    )  # fmt: skip


def _shown(asked: Asked, name: Word) -> str:
    """Return the name of a place as it is called, another one as the question has it, a noun in its base form."""
    places = (mention for mention in asked.mentions if name in asked.words[mention.start : mention.end])
    keys = next((mention.keys for mention in places), frozenset())
    known = [names()[key[2:]].shown(asked.language) for key in sorted(keys)]
    return known[0] if len(known) == 1 else name.text if name.capitalised else base_of(name)


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
    lead = f"{lead[:1].upper()}{lead[1:]} [1]. {say('formula', language, formula=formula)}."
    text = f"{lead}\n{' '.join(cited.quote.split())} [1]"
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
