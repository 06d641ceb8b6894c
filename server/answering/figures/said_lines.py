"""The most and least of lines that tell one number each of a name: "Central hall: 330 312 visits".

Lines right below each other that all have the same form are compared. What the question names stands in each line, over
all of them or in their title. Lines that are themselves "the most visited" tell nothing of the least. Knows nothing of
tables, nor of how the pages were found.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.document import Page
from ingest.tables.numbers import Number, numbers_in
from server.answering.answer import Answer, AnswerFigure, Citation
from server.answering.figures.asked import Asked
from server.answering.figures.said_parts import stated_in
from server.answering.figures.said_sentences import Said
from server.answering.figures.said_words import says
from server.answering.figures.sentences import joined, say
from server.answering.figures.told_in_full import of_measure, of_year
from server.answering.figures.told_numbers import not_told
from server.answering.figures.told_of import above
from server.answering.figures.word_kinds import MOST_OF
from server.answering.text.years import years_in
from server.answering.words.language import detect
from server.answering.words.numbers_format import format_number, format_value
from server.answering.words.vocabulary import listed
from server.answering.words.word import Word, words_of

_LINE = re.compile(r"\s*(?:[•*–-]\s*)?(?P<label>[^\W\d_][^:\d]{1,90}?)\s*:\s+(?P<said>.*\d.*)")
_NOUN = re.compile(r"\s+(?P<noun>[^\W\d_][\w-]+)")
_MOST = re.compile(
    r"\b(?:eniten|suosituim|suosituin|suurim|suurin|korkeim|flest|mest\b|störst|högst|most\b|largest|highest|biggest|top\b)",
    re.IGNORECASE,
)
_LEAST = re.compile(r"\b(?:vähiten|pienim|pienin|matalim|minst|lägst|least|lowest|smallest|fewest)", re.IGNORECASE)
_ENDS = re.compile(f"{_MOST.pattern}|{_LEAST.pattern}", re.IGNORECASE)
_POPULAR = re.compile(r"popul[aä]r", re.IGNORECASE)
_FEWEST = 3
_SAME = 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a list: its name, the number that is compared, and the noun printed behind that."""

    said: Said
    label: str
    number: Number
    noun: str


def lines_told(asked: Asked, answer: Answer, page: Callable[[str, int], Page]) -> Answer:
    """Return the most or least of the one list of lines that a question asks it of, else `answer`.

    The list stands on a page that is cited or offered as near. An answer that is but a line of a list which does not
    tell the most, or the least, is none.
    """
    if asked.operation not in ("maximum", "minimum") or asked.place is not None or answer.answered_by == "figures":
        return answer
    first = answer.citations[0] if answer.status == "answered" else None
    outright, of_line = first is not None and bool(_ENDS.search(first.quote)), False
    found: dict[tuple[object, ...], Answer] = {}
    for near in {(one.document_id, one.page): one for one in (*answer.citations, *answer.nearest)}.values():
        text = page(near.document_id, near.page).text
        for run in _runs(near, page):
            here = first is not None and (first.document_id, first.page) == (near.document_id, near.page)
            of_line |= here and first is not None and any(said.start <= first.start < said.end for said in run)
            if _is_of(asked, run) and (lines := _numbered(asked, run)):
                key = tuple((line.label, line.number.value) for line in lines)
                found[key] = _told(asked, answer, near, text, lines)
    if outright and not of_line:
        return answer  # a sentence says itself which it is
    told = next(iter(found.values())) if len(found) == 1 else None
    return told or (not_told(asked, answer) if of_line else answer)


def _runs(near: Citation, page: Callable[[str, int], Page]) -> Iterator[list[Said]]:
    """Yield the runs of labelled lines of a page, each with what leads the run and what stands over that."""
    text = page(near.document_id, near.page).text
    run: list[re.Match[str]] = []
    gap = 0
    lead = ""
    for line in re.finditer(r"[^\n]*(?:\n|\Z)", text):
        written = line.group().strip()
        if not written:
            gap += 1
        elif _LINE.fullmatch(written) and (not run or gap <= 1):
            run, gap = [*run, line], 0
        else:
            if len(run) >= _FEWEST:
                yield _said(run, lead, near, page)
            run, gap, lead = [], 0, written
    if len(run) >= _FEWEST:
        yield _said(run, lead, near, page)


def _said(run: Sequence[re.Match[str]], lead: str, near: Citation, page: Callable[[str, int], Page]) -> list[Said]:
    over = above((near.document_id, near.page, run[0].start()), page)
    years = years_in(lead) or years_in(over) or years_in(near.title) or years_in(page(near.document_id, near.page).text)
    return [
        Said(line.start() + len(own) - len(own.lstrip()), line.start() + len(own.rstrip()), own.strip(), lead, "",
             f"{near.title} {over}", years_in(own) or years)
        for line in run
        for own in [line.group()]
    ]  # fmt: skip


def _is_of(asked: Asked, run: Sequence[Said]) -> bool:
    """Whether all lines of a run are of what the question names, and of the end of the scale that it asks for."""
    over = f"{run[0].near} {run[0].far}"
    opposite = _LEAST if asked.operation == "maximum" else _MOST
    if opposite.search(run[0].near) or not all(of_year(asked, said) and of_measure(asked, said.own) for said in run):
        return False
    wanted = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    language = asked.language
    return detect(f"{over} {run[0].own}") == language and all(
        says(over, word, language) or all(says(said.own, word, language) for said in run) for word in wanted
    )


def _numbered(asked: Asked, run: Sequence[Said]) -> list[_Line]:
    """Return the lines with the number that is asked for, all of one unit; nothing where one has none or several."""
    lines = []
    counted = _counted(asked)
    money = counted is None and any(kind in ("money", "grant", "measure") for kind in asked.kinds)
    for said in run:
        match = _LINE.fullmatch(said.own)
        if match is None:
            return []
        rest = match["said"]
        fits = [
            (number, noun["noun"] if (noun := _NOUN.match(rest, number.end)) else "")
            for number in numbers_in(rest)
            if not number.in_range and number.unit != "%"
        ]
        if counted is not None:
            fits = [(number, noun) for number, noun in fits if number.unit is None and _is_noun(counted, noun)]
        elif money:
            fits = [(number, noun) for number, noun in fits if number.unit == "EUR"]
        if len(fits) != 1:
            return []
        lines.append(_Line(said, match["label"], *fits[0]))
    alike = len({line.number.unit for line in lines}) == 1 and len({line.label for line in lines}) == len(lines)
    same = lines[0].number.unit is not None or len({line.noun[:_SAME].casefold() for line in lines}) == 1
    return lines if alike and same else []


def _counted(asked: Asked) -> Word | None:
    """Return the noun right behind "most", of which the lines have numbers."""
    behind = [at for at in range(1, len(asked.words)) if asked.words[at - 1].text.casefold() in MOST_OF]
    if not behind or asked.kinds[behind[0]] not in ("content", "kind"):
        return None
    word = asked.words[behind[0]]
    of_many = word.text.endswith(("a", "ä")) if asked.language == "fi" else not _POPULAR.match(word.text)
    return word if of_many and not listed(word, "money") else None


def _is_noun(counted: Word, noun: str) -> bool:
    return any(not word.forms.isdisjoint(counted.forms) for word in words_of(noun))


def _told(asked: Asked, answer: Answer, near: Citation, text: str, lines: Sequence[_Line]) -> Answer:
    """Return `answer` with the first lines in the order asked for, each cited; ties stay together."""
    language = asked.language
    ordered = sorted(lines, key=lambda line: line.number.value, reverse=asked.operation == "maximum")
    bound = ordered[min(asked.number or 1, len(ordered)) - 1].number.value
    chosen = [line for at, line in enumerate(ordered) if at < (asked.number or 1) or line.number.value == bound]
    cited: list[Citation] = []
    figures: list[AnswerFigure] = []
    shown = []
    for number, line in enumerate(chosen, start=1):
        quote = text[line.said.start : line.said.end]
        citation = replace(near, id=number, start=line.said.start, end=line.said.end, quote=quote, spans=())
        cited.append(citation)
        figures.append(stated_in(line.number, citation))
        unit = line.number.unit
        value = format_value(line.number.value, unit, language) if unit else format_number(line.number.value, language)
        about = say("about", language, value=value) if line.number.approximate else value
        shown.append(f"{line.label} {about}{'' if unit else f' {line.noun}'} [{number}]")
    lead = say(asked.operation, language, rows=joined(shown, language))
    lead = f"{lead} ({near.title})." if near.title else f"{lead}."
    return replace(
        answer, status="answered", reason=None, answer=lead, answered_by="passages", citations=tuple(cited),
        nearest=(), figures=tuple(figures),
    )  # fmt: skip
