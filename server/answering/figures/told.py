"""Figures of running text told in the document's own sentences. Knows nothing of how the figures were chosen.

A number of running text means what its sentence says; a label cut out of it reads badly and may lose a "goal of".
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from index.figures import FigureIndex
from index.lemmas import base_forms, is_verb
from ingest.document import Page
from ingest.table import Figure
from server.answering.answer import Language, Reading
from server.answering.figures.asked import Asked
from server.answering.figures.ledger import Ledger, unit_at
from server.answering.figures.sentences import quoted, say
from server.answering.figures.understanding import measures_named
from server.answering.figures.wording import value_of
from server.answering.text.text_phrases import introduced
from server.answering.text.told_measure import offers_only
from server.answering.text.units import readable
from server.answering.words.changes import CHANGE
from server.answering.words.counted import counts_other
from server.answering.words.dates import shown_date
from server.answering.words.kinds import wanted_of
from server.answering.words.language import detect
from server.answering.words.vocabulary import listed, words_listed
from server.answering.words.word import Word, words_of

_MORE = re.compile(
    r"\b(?:enemmän|vähemmän|(?:pare|heiko|huono|suure|piene|korkea|matala|ale)m[pm]\w+|mer|mindre|bättre|sämre|större"
    r"|högre|lägre|färre|more|less|fewer|better|worse|larger|smaller|higher|lower)\b",
    re.IGNORECASE,
)
_SO_MUCH_MORE = re.compile(
    rf"(?:\s(?!ja\b|eli\b|joka\b|och\b|som\b|and\b|which\b)[^\W\d]+\.?){{0,5}}?\s{_MORE.pattern}", re.IGNORECASE
)
"""What follows a number by which one thing is more, or less, than another."""
_LONGEST = 600
_BOUNDS = {
    "over": re.compile(r"\b(?:yli|runsas|runsaat|runsaan|reilu|reilut|reilun|över|drygt|over|more than)$"),
    "under": re.compile(r"\b(?:alle|vajaa|vajaan|vajaat|under|knappt|less than|fewer than)$"),
    "nearly": re.compile(r"\b(?:lähes|liki|nästan|nearly|almost)$"),
    "at_least": re.compile(r"\b(?:vähintään|ainakin|minst|at least)$"),
    "at_most": re.compile(r"\b(?:enintään|korkeintaan|jopa|högst|at most|up to)$"),
}
"""Words right before a number that say on which side of it the true one lies."""

_BEING = frozenset({"budgeted", "planned", "actual"})
"""Measures that say how far a revenue or an expense has come, not which of them it is."""
_DONE = frozenset({"granted", "applied", "paid"})
_RECEIVERS = re.compile(
    r"\b(\w{3,}lle) (?:ja|sekä) ((?:\w+ ){0,3}\w{3,}lle)\b|\btill (\w{3,}) och (?:till )?((?:\w+ ){0,2}\w{3,})"
    r"|\bto (?:the )?(\w{3,}) and (?:to )?(?:the )?((?:\w+ ){0,2}\w{3,})",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"\W*[^:\d\n]{2,60}:\s")
"""What a line with a label begins with."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, bullet or row of a page with the figures in it; `text` is readable, without line breaks."""

    text: str
    figures: tuple[Figure, ...]


def sentences_of(figures: Sequence[Figure], page: Callable[[str, int], Page]) -> list[Sentence]:
    """Return the sentences that state `figures` of running text, in order, each once."""
    found: dict[tuple[str, int, int], list[Figure]] = {}
    texts: dict[tuple[str, int, int], str] = {}
    for figure in figures:
        if figure.value_span is None:
            continue
        here = page(figure.document_id, figure.value_span.page)
        start, end = unit_at(here, figure.value_span)
        key = (figure.document_id, here.number, start)
        found.setdefault(key, []).append(figure)
        texts[key] = readable(here.text[start:end])
    return [Sentence(texts[key], tuple(stated)) for key, stated in found.items()]


def as_it_is(asked: Asked, figures: Sequence[Figure], page: Callable[[str, int], Page]) -> list[Figure]:
    """Return `figures` without those that are told as a goal or an average, unless the question asks for such.

    Nor are those told that two receivers got together, of whom the question names one.
    Nor are those of a sentence kept that counts other things than a Finnish question asks the number of, or that tells
    none of several measures named ("revenue in the budget"). Lines with labels of their own tell nothing of all. By how
    much something grew, only a sentence of a change tells; what may be granted was not. How much more one thing is than
    another is not how much it is, and the result of a year is not the year.
    """
    figures = [figure for figure in figures if not _to_others_too(asked, " ".join(figure.column_path))]
    noun = wanted_of(asked.text).noun if asked.language == "fi" else None
    named = measures_named(asked)
    flows = [] if _BEING.isdisjoint(named) else [measure for measure in named if measure not in _BEING]
    kept = [
        figure
        for sentence in sentences_of(figures, page)
        if noun is None or detect(sentence.text) != "fi" or not counts_other(sentence.text, noun)
        if asked.operation != "growth" or CHANGE.search(sentence.text)
        if _DONE.isdisjoint(asked.measures) or not offers_only(asked.text, sentence.text)
        if not _of_its_own(asked, sentence.text)
        for figure in sentence.figures
        if not flows or figure.measure in flows or _says_one(sentence.text, flows)
        if not _beyond_another(asked, figure, sentence.text)
    ]
    kept = _saying_all(asked, kept, page)
    if asked.totalled and len(said := sentences_of(kept, page)) > 1 and all(_LABELLED.match(one.text) for one in said):
        return []
    for kind in ("goals", "averages"):
        listed = words_listed(kind)
        if any(not word.forms.isdisjoint(listed) for word in asked.words):
            continue
        kept = [
            figure
            for sentence in sentences_of(kept, page)
            if all(word.forms.isdisjoint(listed) for word in words_of(sentence.text))
            for figure in sentence.figures
        ]
    return kept


def _beyond_another(asked: Asked, figure: Figure, text: str) -> bool:
    """Whether a figure is by how much one thing is more or less than another, and the question compares nothing."""
    if asked.operation in ("growth", "difference", "which") or _MORE.search(asked.text) or figure.text not in text:
        return False
    return _SO_MUCH_MORE.match(text, text.find(figure.text) + len(figure.text)) is not None


def _of_its_own(asked: Asked, text: str) -> bool:
    """Whether a Finnish sentence has the last thing that a question names only as whose something else is."""
    named = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    if asked.explicit or asked.language != "fi" or not named or named[-1] is not asked.words[-1]:
        return False
    said = words_of(text)
    at = [order for order, word in enumerate(said) if not word.forms.isdisjoint(named[-1].forms)]
    return bool(at) and all(
        said[order].text.endswith("n") and order + 1 < len(said) and _is_noun(said[order + 1].text) for order in at
    )


def _is_noun(text: str) -> bool:
    return text.islower() and not is_verb(text) and text in base_forms(text)


def _saying_all(asked: Asked, figures: list[Figure], page: Callable[[str, int], Page]) -> list[Figure]:
    """Return the figures of sentences that have all that is asked themselves, where others of a document have less."""
    named = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    said = sentences_of(figures, page)
    full = [one for one in said if all(_has(one.text, word) for word in named)]
    documents = {one.figures[0].document_id for one in full}
    return [
        figure for one in said if one in full or one.figures[0].document_id not in documents for figure in one.figures
    ]


def _has(text: str, word: Word) -> bool:
    return any(not one.forms.isdisjoint(word.forms) for one in words_of(text))


def _to_others_too(asked: Asked, label: str) -> bool:
    """Whether a label names two receivers together, of which the question names one: how much of it is whose?"""
    forms = frozenset[str]().union(*(word.forms for word in asked.words))
    sides = [[words_of(side) for side in found.groups() if side] for found in _RECEIVERS.finditer(label)]
    named = [[any(not word.forms.isdisjoint(forms) for word in words) for words in both] for both in sides]
    return any(len(set(both)) > 1 for both in named)


def _says_one(text: str, measures: Sequence[str]) -> bool:
    return any(listed(word, "measures", measure) for word in words_of(text) for measure in measures)


def told(
    sentences: Sequence[Sentence], index: FigureIndex, ledger: Ledger, language: Language
) -> tuple[str, list[str], list[Reading]]:
    """Return the first sentence, the lines after it and the readings of sentences that state figures.

    The number itself stands first where the sentence is in another language than the question. Sentences of documents
    of several days stand newest first, each with its day.
    """
    lines: list[str] = []
    readings: list[Reading] = []
    dated = _days_of(sentences, index)
    if dated:
        sentences = sorted(sentences, key=lambda one: dated[one.figures[0].document_id], reverse=True)
    for sentence in sentences:
        positions = tuple(ledger.add(figure) for figure in sentence.figures)
        ids = tuple(dict.fromkeys(one for position in positions for one in ledger.figures[position].citations))
        line = f"{quoted(sentence.text, language)} {ledger.marks(positions)}"
        readings.append(Reading(sentence.text[:_LONGEST], positions, ids))
        if len(sentences) > 1:
            day = f"{shown_date(dated[sentence.figures[0].document_id], language)}: " if dated else ""
            lines.append(f"• {day}{line}")
            continue
        document = index.documents.get(sentence.figures[0].document_id)
        worded = any(word.text[0].isalpha() for word in words_of(sentence.text))
        spoken = _spoken(document.language if document else None, sentence.text) if worded else language
        number = f"{_bounded(sentence.figures[0], sentence.text, language)}. " if spoken != language else ""
        return f"{number}{introduced('says', language, spoken)}{line}", [], []
    return say("readings", language), lines, readings


def _days_of(sentences: Sequence[Sentence], index: FigureIndex) -> dict[str, date]:
    """Return the days of the sentences' documents, by their ids, where all have one and not all the same; else none."""
    told = {sentence.figures[0].document_id for sentence in sentences}
    days = {key: document.date for key in told if (document := index.documents.get(key)) and document.date}
    return days if len(days) == len(told) and len(set(days.values())) > 1 else {}


def _bounded(figure: Figure, text: str, language: Language) -> str:
    """Return a figure's value as its sentence bounds it: "over 400" is not about 400."""
    before = text[: text.find(figure.text)].rstrip().lower() if figure.text in text else ""
    bound = next((name for name, word in _BOUNDS.items() if word.search(before)), None)
    if bound is None or not figure.approximate:
        return value_of(figure, language)
    return say(bound, language, value=value_of(replace(figure, approximate=False), language))


def _spoken(stated: str | None, text: str) -> Language:
    known: dict[str | None, Language] = {"fi": "fi", "sv": "sv", "en": "en"}
    return known.get(stated) or detect(text)
