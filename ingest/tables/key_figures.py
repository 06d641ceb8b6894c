"""Figures of running text: "Rahoitus: X 1 346 190 €, 100 %", "2400 osaajaa", "(n=105, vastaus% 23)".

Precision goes before completeness: a number is taken only if a unit, a counted noun or a set form says what it is.
Knows nothing of tables; their text is blanked before it comes here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ingest.document import Document, Page, Span
from ingest.table import Figure
from ingest.tables.clauses import Clause, bullet_end, clauses_of
from ingest.tables.columns import is_bare_unit
from ingest.tables.context import LONGEST_HEADING, headings_above, headings_over, heads, lines_above, tells
from ingest.tables.enumerations import BEFORE_DEED, Place, named_behind, whose_each_is, words_of_the_number_before
from ingest.tables.measures import HEADED, measure_near, measure_of
from ingest.tables.numbers import Number, numbers_in
from ingest.tables.paired_lines import is_bare_amount, stands_in_turn
from ingest.tables.periods import period_above, period_of
from ingest.tables.phrases import (
    ADJECTIVE,
    AMOUNT_ENDS,
    CASE_ENDING,
    DIFFERENCE,
    ENDS_JOINED,
    HEADS_YEARS,
    JOINTS,
    LABEL,
    LEAN,
    LETTER,
    MONEY_NOUN,
    NAME,
    NO_NOUN,
    NOUN,
    NOUN_OTHER,
    NUMBERED,
    OF_WHICH,
    PLURAL,
    POINTERS,
    SET_FORM,
    TO_WHOM,
    bare_set_forms,
    says_nothing,
)
from ingest.tables.programmes import programme_in, programme_of
from ingest.tables.text_periods import period_of_number
from ingest.tables.unit_notes import heads_years, noted_unit
from ingest.tables.units import unit_after

_WORDS_BEFORE, _LINES_UP, _THOUSAND = 14, 40, 1000
# A year is no neighbour: "vuonna 2024 1 200 osaajaa".
_DIGIT_BEFORE: Final = re.compile(r"(?<!\b(?:19|20)\d)\d[ \u00a0]+[-−–]?\Z")
_DIGIT_AFTER: Final = re.compile(r"[ \u00a0]+[-−–]?(?!(?:19|20)\d\d\b)\d")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the words around a number say of it."""

    unit: str | None
    counted: tuple[str, ...]
    concerns: tuple[str, ...]
    label_spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A clause, and the texts around it, nearest first, with the spans of those that say most."""

    document: Document
    page: Page
    clause: Clause
    around: tuple[str, ...]
    spans: tuple[Span, ...]


def key_figures(document: Document) -> tuple[Figure, ...]:
    """Return the figures of the running text of `document`, in order, all "stated" and "unchecked"."""
    found: list[Figure] = []
    for page in document.pages:
        for clause in clauses_of(page):
            found.extend(_figures(document, page, clause))
    return tuple(found)


def _figures(document: Document, page: Page, clause: Clause) -> Iterator[Figure]:
    text = page.text[clause.start : clause.end]
    numbers = [*numbers_in(text), *bare_set_forms(text)]
    taken: list[tuple[Number, _Reading]] = []
    numbers = sorted((each for each in numbers if not _heads_table(page, clause, each)), key=lambda item: item.start)
    named = whose_each_is(text, [(each.start, _unit_end(text, each)) for each in numbers if _is_money(each.unit)])
    for number in numbers:
        reading = _named(text, number, named) or _read(text, number, taken)
        if reading is not None:
            taken.append((number, reading))
    if not taken:
        return
    around, spans = _around(document, page, clause)
    place = _Place(document, page, clause, around, spans)
    for number, reading in taken:
        yield _figure(place, number, reading)


def _heads_table(page: Page, clause: Clause, number: Number) -> bool:
    """Tell whether a number is the unit at the end of a line over the years that head a table: "Tulos 1 000 €"."""
    text = page.text[clause.start : clause.end]
    return number.value == _THOUSAND and heads_years(page.text, clause.start + _unit_end(text, number))


def _named(text: str, number: Number, named: Mapping[int, tuple[Place, Place]]) -> _Reading | None:
    """Return what the name ahead of a number says in a row of such amounts; None outside of one."""
    if number.start not in named:
        return None
    name, deed = named[number.start]
    return _Reading(number.unit, (_line(text, deed),), (_line(text, name),), (deed, name))


def _read(text: str, number: Number, taken: Sequence[tuple[Number, _Reading]]) -> _Reading | None:
    if _is_no_figure(text, number, taken):
        return None
    before = text[: number.start]
    if (set_form := _set_form(before)) is not None:
        return set_form
    noun = _noun_after(text, _unit_end(text, number), money=number.unit is not None)
    if _stands_ahead(text, number, taken):
        return _ahead(text, number, taken, noun)
    return _behind_words(text, number, taken, noun)


def _behind_words(
    text: str, number: Number, taken: Sequence[tuple[Number, _Reading]], noun: tuple[int, int] | None
) -> _Reading | None:
    """Return what the words before a number and the noun behind it say of it."""
    before = text[: number.start]
    of_which = OF_WHICH.search(before) if taken else None
    if number.unit is None and ((noun is None and of_which is None) or number.value <= 1):
        return None
    label = _label(before)
    since = max(_behind(text, taken), label[1] + 1 if label else 0)
    name = _name(before, since)
    words = None if of_which is not None else _own_words(before, since, name)
    joined = words is not None and AMOUNT_ENDS.search(before, 0, words[0]) and ENDS_JOINED.search(_line(text, words))
    if words is not None and taken and label is None and noun is None and says_nothing(_line(text, words)):
        words = None  # "…, vuonna 2026 19,5 prosenttia" goes on with what the number before counts
    elif joined and label is None and noun is None and name is None:
        return None  # what stands before "and" belongs to the amount before
    places = [place for place in (label, words) if place is not None]
    counted = [_line(text, place) for place in places]
    unit = number.unit
    if not places and taken and (of_which is not None or noun is None):
        counted.extend(taken[-1][1].counted)
        unit = unit or taken[-1][1].unit
    if of_which is not None:
        counted.append(of_which.group().split()[0])
    concerns = [_line(text, name)] if name is not None else []
    if name is None and words is not None and noun is not None and TO_WHOM.fullmatch(_line(text, words)):
        concerns.append(counted.pop())
    if noun is not None:
        counted.append(_line(text, noun))
        unit = unit or counted[-1].split(" ")[-1]
    nameless = all(map(says_nothing, counted)) if counted and not label else not counted and number.unit is None
    if nameless and name is None:
        return None
    spans = tuple(place for place in (*places, noun, name) if place is not None)
    return _Reading(unit, tuple(dict.fromkeys(part for part in counted if part)), tuple(concerns), spans)


def _stands_ahead(text: str, number: Number, taken: Sequence[tuple[Number, _Reading]]) -> bool:
    """Tell whether the words before a number are those of the number before it: "5 M€ reitteihin, 3 M€ satamiin"."""
    if not taken or OF_WHICH.search(text, 0, number.start):
        return False
    words = words_of_the_number_before(text[_unit_end(text, taken[-1][0]) : number.start])
    return words is not None and (any(map(str.istitle, words.split())) or not says_nothing(words))


def _ahead(
    text: str, number: Number, taken: Sequence[tuple[Number, _Reading]], noun: tuple[int, int] | None
) -> _Reading | None:
    """Return what the words behind a number say that it counts and is for; None where they say neither."""
    end = noun[1] if noun is not None else _unit_end(text, number)
    place = named_behind(text[end:])
    if noun is None and (place is None or number.unit is None):
        return None
    names = ((end + place[0], end + place[1]),) if place is not None else ()
    counted = (_line(text, noun),) if noun is not None else taken[-1][1].counted
    unit = number.unit or (counted[-1].split(" ")[-1] if counted else None)
    spans = names if noun is None else (noun, *names)
    return _Reading(unit, counted, tuple(_line(text, name) for name in names), spans)


def _set_form(before: str) -> _Reading | None:
    """Return what "(n=" says of the number behind it, with the words of the survey before the bracket."""
    found = SET_FORM.search(before)
    if found is None:
        return None
    whose = _words_before(before[: found.start()], 0, None)
    places = [place for place in (whose, (found.start(), found.end("name"))) if place is not None]
    return _Reading(None, tuple(_line(before, place) for place in places), (), tuple(places))


def _own_words(before: str, since: int, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the words before a number unless they only point back."""
    words = _words_before(before, since, name)
    return None if words is not None and POINTERS.match(before, words[0]) else words


def _is_no_figure(text: str, number: Number, taken: Sequence[tuple[Number, _Reading]]) -> bool:
    before = text[: number.start]
    return (
        number.in_range
        or before.rstrip().endswith("+")
        or any(number.start < other.end and other.start < number.end for other, _ in taken)
        or (number.unit is None and NUMBERED.search(before) is not None)
        or _is_cell(text, number)
        or is_bare_unit(text)
        or (number.value == _THOUSAND and noted_unit(text) is not None)
        or (number.value == _THOUSAND and HEADS_YEARS.match(text, _unit_end(text, number)) is not None)
        or text[_unit_end(text, number) :][:1].isupper()  # "1 000 €Käyttö": a unit and a header run together
    )


def _is_cell(text: str, number: Number) -> bool:
    """Tell whether a number stands right beside another, as in a table's row: then their parting is a guess."""
    return _DIGIT_BEFORE.search(text, 0, number.start) is not None or _DIGIT_AFTER.match(text, number.end) is not None


def _behind(text: str, taken: Sequence[tuple[Number, _Reading]]) -> int:
    """Return where the words of the number read last end."""
    if not taken:
        return 0
    number, reading = taken[-1]
    return max(_unit_end(text, number), *(end for _, end in reading.label_spans or ((0, 0),)))


def _line(text: str, place: tuple[int, int]) -> str:
    return re.sub(r"\s+", " ", text[place[0] : place[1]]).strip()


def _unit_end(text: str, number: Number) -> int:
    unit = unit_after(text, number.end)
    end = unit.end if unit is not None else number.end
    ending = CASE_ENDING.match(text, end)
    return ending.end() if ending is not None else end


def _noun_after(text: str, at: int, *, money: bool) -> tuple[int, int] | None:
    match = NOUN.match(text, at) or NOUN_OTHER.match(text, at)
    if match is None:
        return None
    start, end = match.span("noun")
    words = match["noun"].split()
    if len(words) > 1 and (NO_NOUN.match(words[1]) or not re.search(r"(?:a|ä|s|ar|er|or|t)$", words[0])):
        end = start + len(words[0])
        if NOUN.fullmatch(text, at, end) is None:
            return None
    if not money and (ADJECTIVE.search(text, start, end) or any(map(PLURAL.search, words))):
        return None
    if NO_NOUN.match(text, start) or (money and not MONEY_NOUN.search(text, start, end)):
        return None
    return start, end


def _label(before: str) -> tuple[int, int] | None:
    found = None
    for match in LABEL.finditer(before):
        found = match
    if found is None:
        return None
    start, end = found.span("label")
    start += bullet_end(before[start:end]) if start == 0 else 0
    start += len(before[start:end]) - len(before[start:end].lstrip())
    return (start, end) if end > start else None


def _name(before: str, start_at: int) -> tuple[int, int] | None:
    """Return the name that stands right before the number; the first word of a sentence is none by itself."""
    match = NAME.search(before, start_at)
    if match is None:
        return None
    start = match.start("name")
    end = start + len(match["name"].removesuffix(" EUR"))
    opens = start_at == 0 and not before[bullet_end(before) : start].strip()
    if opens and " " not in before[start:end].strip() and "-" not in before[start:end]:
        return None
    return (start, end) if before[start:end][:1].isupper() else None


def _words_before(before: str, start: int, name: tuple[int, int] | None) -> tuple[int, int] | None:
    """Return the words of the number's own piece of the clause that stand before it, without "noin" and the like."""
    start = max(start, bullet_end(before))
    end = name[0] if name is not None else len(before)
    piece = re.sub(r"[\s(:–-]+$", "", before[start:end])
    piece = LEAN.sub("", piece)
    cuts = re.finditer(r"(?<!-)[,;/)](?=\s)|…|\((?=\d)", piece)
    cut = max((match.end() for match in cuts if not BEFORE_DEED.match(f"{piece} ", match.start())), default=0)
    words = list(re.finditer(rf"[{LETTER}][^\s]*|\d+(?:[.,]\d+)*\.?(?=\s)", piece[cut:]))
    words = words[-_WORDS_BEFORE:]
    while words and (words[0].group().casefold() in JOINTS or not words[0].group()[0].isalpha()):
        words.pop(0)
    if not words or not re.search(rf"[{LETTER}]{{2}}", " ".join(word.group() for word in words)):
        return None
    return start + cut + words[0].start(), start + len(piece)


def _around(document: Document, page: Page, clause: Clause) -> tuple[tuple[str, ...], tuple[Span, ...]]:
    """Return the lines right above the paragraph and its headings, nearest first, with the spans that say most.

    A number that stands alone in its paragraph takes more of the lines above than one in a sentence.
    """
    span = Span(page.number, clause.lead, clause.end)
    alone = is_bare_amount(page.text[clause.start : clause.end])
    most = 1 if not alone else 0 if stands_in_turn(page, clause.start, clause.end) else 2
    above = [item for item in lines_above(page, clause.lead) if tells(item[0])][:most]
    headings = headings_above(document, span)
    named = programme_in([text for text, _ in (*above, *headings)], document)
    titled = _programme_line(document, page, clause.lead) if named is None and not headings else ()
    places = (*(item for item in above if alone or period_of([item[0]])), *titled, *headings)
    texts = tuple(dict.fromkeys(text for text, _ in (*above, *titled, *headings)))
    return texts, tuple(dict.fromkeys(place for _, place in places))


def _programme_line(document: Document, page: Page, at: int) -> tuple[tuple[str, Span], ...]:
    """Return the nearest line above that is little more than the name of a programme, as slides are headed."""
    end = page.text.rfind("\n", 0, at)
    for _ in range(_LINES_UP):
        if end <= 0:
            return ()
        begin = page.text.rfind("\n", 0, end) + 1
        line = page.text[begin:end].strip()
        if 0 < len(line) < LONGEST_HEADING and not bullet_end(line):
            name = programme_in((line,), document)
            if name is not None and len(line) < len(name) * 1.6:
                return ((line, Span(page.number, begin, end)),)
        end = begin - 1
    return ()


def _beside(text: str, number: Number) -> tuple[str, str]:
    """Return the words of the number's own piece of the clause before and behind it."""
    before = re.split(r"[,;()](?=\s|\w)|\d", text[: number.start])[-1]
    after = re.split(r"[,;()]|\d", text[_unit_end(text, number) :])[0]
    return before, after


def _is_money(unit: str | None) -> bool:
    return unit is not None and unit.startswith("EUR")


def _measure(reading: _Reading, near: Sequence[str], around: Sequence[str]) -> str | None:
    """Return what the figure measures: nothing for counts, for shares what their own words say."""
    if _is_money(reading.unit):
        if DIFFERENCE.match(near[-1]):
            return "deviation"
        told = (measure_of([line]) for line in around if not line.rstrip().endswith("."))  # a sentence tells of its own
        return measure_near(near) or next((found for found in told if found in HEADED), None)
    return measure_of(tuple(reversed(reading.counted))) if reading.unit == "%" else None


def _figure(place_of: _Place, number: Number, reading: _Reading) -> Figure:
    document, page, clause, around = place_of.document, place_of.page, place_of.clause, place_of.around

    def place(start: int, end: int) -> Span:
        return Span(page.number, clause.start + start, clause.start + end)

    text = page.text[clause.start : clause.end]
    programme = (own := programme_in((text,), document)) or programme_of(around, document)
    over = [heading for heading, _ in reversed(headings_over(document, place(0, len(text))))]
    headings = [one for one in over if programme_in((one,), document) in (None, programme)]  # none of the slide before
    titled = [] if headings else [text for text, _ in _programme_line(document, page, clause.lead)]
    row_path = tuple(dict.fromkeys((*headings, *titled, *reading.concerns)))
    heading = [line for line in around[:1] if period_of([line]) is None and not reading.concerns and heads(line)]
    counted = reading.counted or tuple(heading)
    before, after = _beside(text, number)
    near = (*reversed(reading.counted), before, after)
    at = place(number.start, number.end)
    labels = tuple(place(start, end) for start, end in reading.label_spans)
    return Figure(
        id=f"{document.id}#figure{page.number}.{at.start}",
        document_id=document.id,
        table_id=None,
        value=number.value,
        unit=reading.unit,
        text=number.text,
        approximate=number.approximate,
        row_path=row_path,
        column_path=counted,
        measure=_measure(reading, near, around),
        # A count is made where the text says; the money of the programme around it says nothing of it.
        programme=programme if own or _is_money(reading.unit) or reading.unit == "%" else None,
        period=period_of_number(text, number) or period_above(around),
        placement="stated",
        placement_reason="stated in running text",
        check_reason="no sum in running text",
        value_span=at,
        row_spans=labels[-1:] if reading.concerns else (),
        column_spans=labels[: len(labels) - bool(reading.concerns)],
        context_spans=(place(0, len(text)), *place_of.spans),
    )
