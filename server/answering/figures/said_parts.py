"""Shares and remainders of what one sentence states: "369 M€, of which about 300 M€ in grants and the rest loans".

Computes only from a whole and its part in a quote of the answer, and only where the question's words tell which part is
meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

import numpy as np

from ingest.tables.numbers import Number, numbers_in
from server.answering.answer import Answer, AnswerFigure, Citation, Language
from server.answering.figures.asked import Asked
from server.answering.figures.column_shares import phrase_of_whole
from server.answering.figures.composing import Draft, FigureSource, finished
from server.answering.figures.labels import LabelIndex
from server.answering.figures.ledger import Ledger
from server.answering.figures.selection import constraints_of
from server.answering.figures.sentences import quoted, say
from server.answering.figures.told import sentences_of, told
from server.answering.text.text_phrases import introduced
from server.answering.words.language import detect
from server.answering.words.numbers_format import format_number, format_value, one_decimal
from server.answering.words.vocabulary import label_keys, listed, word_keys
from server.answering.words.word import Word

_OF_WHICH = re.compile(
    r"\b(?:josta|joista|siitä|niistä|varav|därav|av vilka|av vilket|of which|of this|of these|of whom)\b",
    re.IGNORECASE,
)
_OF_THEM = re.compile(r"\s*(?:of them|of these|niistä|av dem|av dessa)\b", re.IGNORECASE)
_OUT_OF = re.compile(r"\W*(?:av|of|out of)\b[^.;]*", re.IGNORECASE)
_ELATIVE = re.compile(r"(?:\s*\w+){0,3}(?:sta|stä)\b", re.IGNORECASE)
"""What leads a whole, or stands behind it: "of all 23 million, 5 million went to …", "23 miljoonasta eurosta 5 …"."""
_REST = re.compile(
    r"\b(?:loput|loppuosa|loppu|muu osa|resten|återstoden|the rest|the remainder|the remaining)\b", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:ei|eivät|ilman|utan|without|inte|ej|not|hasn't|haven't)\b", re.IGNORECASE)
_RECEIVED = re.compile(
    r"\b(?:sai(?:vat)?|saa(?:neet|nut)|myönnet\w+|fick|beviljad\w*|beviljat\w*|received|got|granted|awarded)\b",
    re.IGNORECASE,
)
_UNDONE = re.compile(r"\w{3,}(?:matta|mättä)\b", re.IGNORECASE)
JOINT = re.compile(r",\s|\s(?:ja|sekä|och|samt|and)\s", re.IGNORECASE)
_NUMBER = re.compile(r"(?<!\d)\d")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÅÄÖ•–-])|\n\s*(?=[•–-])|\n\s*\n(?=[A-ZÅÄÖ])|;\s")
_WORDS = ("content", "measure", "grant")
_STEM, _ROOT, _SHORTEST = 5, 4, 3
_MOST_QUOTES = 3
_FEW = 2
_LONG = 6
_NEAR = 80

Kind = Literal["share", "rest", "difference"]


@dataclass(frozen=True, slots=True)
class _Parts:
    """A whole and one part of it in a quote, with the words around each and those of the rest, where it is named."""

    citation: Citation
    whole: Number
    part: Number
    of_whole: str
    of_part: str
    of_rest: str


def with_parts(answer: Answer, asked: Asked) -> Answer:
    """Return `answer` led by the share, rest or difference asked for, where a quote of it states whole and part."""
    kind = _kind(asked)
    counted = asked.operation == "count" and "money" not in asked.kinds
    if answer.status != "answered" or any(figure.check == "computed" for figure in answer.figures):
        return answer
    for citation in answer.citations[:_MOST_QUOTES]:
        found: list[tuple[int, _Parts, Kind]] = []
        for parts in _parts(citation):
            other = (counted and parts.whole.unit == "EUR") or _of_another_year(asked, parts)
            wanted = None if other else _wanted(asked, kind, parts)
            if wanted is not None:
                found.append((sum(stands(word, parts.of_part) for word in asked.words), parts, wanted))
        # Of several parts of one whole, that of which the question says most.
        most = max((said for said, _, _ in found), default=0)
        best = [(parts, wanted) for said, parts, wanted in found if said == most]
        if best:
            parts, wanted = best[0]
            return _led(answer, parts, wanted, of_rest=_means_rest(asked, parts))
    return answer


def parts_told(asked: Asked, labels: LabelIndex, source: FigureSource) -> Answer | None:
    """Return what the one sentence that accounts for the question leaves to be computed, None where none or many do.

    A figure that needs no computing is no answer here.
    """
    if _kind(asked) is None:
        return None
    read = replace(asked, operation="lookup")
    here = labels.in_collections(asked.question.collections) & ~labels.in_tables()
    for wider in (False, True):
        constraints = constraints_of(read, labels, wider=wider)
        if constraints.unknown or constraints.unexplained:
            continue
        mask = constraints.conjunction(len(labels.figures), without="measure") & here
        figures = [labels.figures.figures[position] for position in np.flatnonzero(mask).tolist()]
        found: dict[tuple[object, ...], Answer] = {}
        for sentence in sentences_of(figures, source.page):
            ledger = Ledger(source.figures, source.page, lambda _: ())
            draft = Draft(*told([sentence], labels.figures, ledger, asked.language))
            answer = finished(asked, source, ledger, draft)
            led = with_parts(answer, asked) if answer is not None else None
            if led is not None and led.figures[-1].check == "computed":
                found[led.figures[-1].value, led.figures[-1].formula] = led
        if found:
            return next(iter(found.values())) if len(found) == 1 else None
    return None


def parts_near(answer: Answer, asked: Asked) -> Answer:
    """Return an answer computed from the one passage offered as near that has all words of the question, else `answer`.

    A sentence of it states whole and part; the other words may stand around it or in its document's title.
    """
    if answer.status != "not_found" or _kind(asked) is None:
        return answer
    found: dict[tuple[object, ...], Answer] = {}
    for near in answer.nearest:
        stating = [one for one in SENTENCE.split(near.quote) if len(_NUMBER.findall(one)) > 1]
        if not stating or not has_all(asked, f"{near.quote} {near.title}"):
            continue  # words are looked up only where whole and part may be stated
        for sentence in stating:
            start = near.start + near.quote.index(sentence)
            cited = replace(near, id=1, start=start, end=start + len(sentence), quote=sentence, spans=())
            language = detect(sentence)
            written = quoted(" ".join(sentence.split()), asked.language)
            shown = f"{introduced('says', asked.language, language)}{written} [1]"
            told_so = replace(answer, status="answered", reason=None, answer=shown, citations=(cited,), nearest=())
            led = with_parts(told_so, asked)
            if led.figures and led.figures[-1].check == "computed":
                found[led.figures[-1].value, led.figures[-1].formula] = led
    return next(iter(found.values())) if len(found) == 1 else answer


def has_all(asked: Asked, text: str, *, but: Sequence[Word] = ()) -> bool:
    """Whether every word of the question that says what it is about, but for those of `but`, stands in `text`."""
    return all(
        stands(word, text)
        for word, kind in zip(asked.words, asked.kinds, strict=True)
        if kind in ("content", "year", "number") and word not in but
    )


def _kind(asked: Asked) -> Kind | None:
    if asked.operation in ("share", "difference"):
        return "share" if asked.operation == "share" else "difference"
    return "rest" if asked.operation in ("lookup", "sum", "count") and asked.explicit else None


def _parts(citation: Citation) -> Iterator[_Parts]:
    """Yield each whole with each of its parts in the sentences of a quote."""
    for sentence in SENTENCE.split(citation.quote):
        numbers = [number for number in numbers_in(sentence) if not number.in_range]
        mark = _OF_WHICH.search(sentence)
        before = [number for number in numbers if mark is not None and number.end <= mark.start()]
        after = [number for number in numbers if mark is not None and number.start >= mark.end()]
        if mark is None and len(numbers) == _FEW and _OF_THEM.match(sentence, numbers[1].end):
            before, after = numbers[:1], numbers[1:]
        if mark is None and len(numbers) == _FEW and _led_by_whole(sentence, *numbers):
            before, after = numbers[:1], numbers[1:]
        if not before or not after:
            continue
        whole = before[-1]
        begin = before[-2].end if len(before) > 1 else 0
        end = (
            mark.start()
            if mark is not None
            else whole.end
            if _led_by_whole(sentence, whole, after[0])
            else after[0].start
        )
        rest = _REST.search(sentence, after[-1].end)
        stop = rest.start() if rest is not None else len(sentence)
        bounds = [end, *(_joint(sentence, one.end, other.start) for one, other in pairwise(after)), stop]
        for part, (first, last) in zip(after, pairwise(bounds), strict=True):
            if part.unit == whole.unit and 0 < part.value <= whole.value and whole.unit != "%":
                of_rest = sentence[rest.end() :] if rest is not None and len(after) == 1 else ""
                yield _Parts(citation, whole, part, sentence[begin:end], sentence[first:last], of_rest)


def _led_by_whole(sentence: str, whole: Number, part: Number) -> bool:
    """Whether a sentence says that its second number is out of its first."""
    if any(_YEAR.fullmatch(number.text) for number in (whole, part)):
        return False
    of = _OUT_OF.fullmatch(sentence, 0, whole.start) is not None
    return of or _ELATIVE.match(sentence[whole.end : part.start]) is not None


def _of_another_year(asked: Asked, parts: _Parts) -> bool:
    """Whether the quote speaks of years, and of none of those asked for."""
    told = set(_YEAR.findall(parts.citation.quote))
    return bool(asked.years and told) and told.isdisjoint(asked.years)


def _joint(sentence: str, start: int, end: int) -> int:
    """Return where what is said of one number ends and of the next one begins: at the last comma or "and" between."""
    found = [match.start() for match in JOINT.finditer(sentence, start, end)]
    return found[-1] if found else end


def _wanted(asked: Asked, kind: Kind | None, parts: _Parts) -> Kind | None:
    """Return what of a whole and its part the question asks for, None where its words do not tell."""
    # What the share is asked of says nothing of which part is meant.
    whole = _of_whole(asked) if kind == "share" else ()
    of_part, of_rest = (_said(asked, parts, segment, but=whole) for segment in (parts.of_part, parts.of_rest))
    if kind == "share":
        told = of_part or of_rest or _received(asked, parts)
        return "share" if told and _is_of_whole(asked, parts) else None
    if kind == "difference":
        return "difference" if of_part and _said(asked, parts, parts.of_whole, apart=False) else None
    return "rest" if kind == "rest" and _means_rest(asked, parts) else None


def _is_of_whole(asked: Asked, parts: _Parts) -> bool:
    """Whether what the share is asked of is the whole: of applicants, not of the towns that they come from.

    What money is asked of need not be named by the sentence.
    """
    said = [pair for pair in zip(asked.words, asked.kinds, strict=True) if pair[1] in (*_WORDS, "money", "kind")]
    whole = _of_whole(asked)
    if any(listed(word, "totals") or listed(word, "money") for word in whole if stands(word, parts.of_whole)):
        return True  # "of the whole sum"
    others = parts.of_part + parts.of_rest
    words = [pair for pair in said if pair[0] in whole] or [pair for pair in said if not stands(pair[0], others)]
    money = parts.whole.unit == "EUR"
    return any(stands(word, parts.of_whole) or (money and kind in ("grant", "money")) for word, kind in words)


def _of_whole(asked: Asked) -> tuple[Word, ...]:
    """The words of a question that say what a share is of: "kuluista", "of the costs"."""
    start, end = phrase_of_whole(asked) or (0, 0)
    return tuple(word for word in asked.words if start <= word.start < end)


def _means_rest(asked: Asked, parts: _Parts) -> bool:
    """Whether what the part leaves is asked for: by its own words, or by what was not done that the part was."""
    of_part, of_rest = _said(asked, parts, parts.of_part), _said(asked, parts, parts.of_rest)
    undone = [word.group()[:_ROOT].casefold() for word in _UNDONE.finditer(asked.text)]
    if undone and _UNDONE.search(parts.of_part):
        return False  # the part itself is what was not done
    denied = bool(_NOT.search(asked.text)) and (of_part or _received(asked, parts))
    left = any(root in parts.of_part.casefold() for root in undone)
    return denied or left or (of_rest and not of_part)


def _received(asked: Asked, parts: _Parts) -> bool:
    """Whether the part are those who received, and the question is for them, in whatever words."""
    asks = asked.received or _NOT.search(asked.text) is not None
    return asks and bool(_RECEIVED.search(parts.of_part)) and not _RECEIVED.search(parts.of_whole)


def _said(asked: Asked, parts: _Parts, segment: str, *, apart: bool = True, but: Sequence[Word] = ()) -> bool:
    """Whether a word of the question, none of `but`, stands in `segment` and, with `apart`, nowhere else there."""
    others = [other for other in (parts.of_whole, parts.of_part, parts.of_rest) if other is not segment]
    return any(
        stands(word, segment) and not (apart and any(stands(word, other) for other in others))
        for word, kind in zip(asked.words, asked.kinds, strict=True)
        if word not in but
        and (
            kind in _WORDS
            or (kind == "frame" and len(word.text) >= _LONG)
            or (kind == "kind" and not listed(word, "kinds", "programme"))
        )
    )


def stands(word: Word, text: str) -> bool:
    """Whether a text has a word: by its beginning, or by a concept that both share in two languages."""
    lowered = text.casefold()
    if any(len(form) >= _SHORTEST and form[:_STEM] in lowered for form in word.forms):
        return True
    doers = (form[:-2] for form in word.forms if form.endswith(("ja", "jä")))
    if any(len(verb) >= _ROOT and verb[:_STEM] in lowered for verb in doers):
        return True  # applicants are those who "applied"
    concepts = {key for key in word_keys(word) if key.startswith("c:")}
    return bool(concepts) and not concepts.isdisjoint(label_keys(text))  # analyses each word of the text


def _led(answer: Answer, parts: _Parts, kind: Kind, *, of_rest: bool) -> Answer:
    """Return `answer` with what is computed in front and in its figures."""
    language = answer.language
    whole, part = (_shown(number, language) for number in (parts.whole, parts.part))
    left = parts.whole.value - parts.part.value
    unit = parts.whole.unit
    formula = f"{whole} − {part}"
    if kind == "share":
        value = one_decimal((left if of_rest else parts.part.value) * 100 / parts.whole.value)
        formula = f"({formula}) / {whole}" if of_rest else f"{part} / {whole}"
    else:
        value = left
    shown = format_value(value, "%" if kind == "share" else unit, language)
    about = parts.whole.approximate or parts.part.approximate
    shown = say("about", language, value=shown) if about else shown
    mark = f"[{parts.citation.id}]"
    lead = f"{shown[:1].upper()}{shown[1:]} {mark}. {say('formula', language, formula=formula)}."
    first = len(answer.figures)
    stated = tuple(stated_in(number, parts.citation) for number in (parts.whole, parts.part))
    computed = replace(
        stated[0], value=value, unit="%" if kind == "share" else unit, text=format_number(value, "fi"),
        approximate=about, check="computed", formula=formula, inputs=(first, first + 1),
    )  # fmt: skip
    said = answer.answer
    for spoken in ("fi", "sv", "en"):
        place = said.find(introduced("says", language, spoken))
        said = said[place:] if 0 < place < _NEAR else said  # not the number that the answer began with
    return replace(answer, answer=f"{lead}\n{said}", figures=(*answer.figures, *stated, computed))


def _shown(number: Number, language: Language) -> str:
    return format_value(number.value, number.unit, language)


def stated_in(number: Number, citation: Citation) -> AnswerFigure:
    """Return a number of a quote as a figure of the answer."""
    return AnswerFigure(
        value=number.value,
        unit=number.unit,
        text=number.text,
        approximate=number.approximate,
        row_path=(),
        column_path=(),
        measure=None,
        programme=None,
        period=None,
        placement="stated",
        check="unchecked",
        why="",
        citations=(citation.id,),
    )
