"""How much of one thing there is to each of another: "grants per resident", "staff per company".

A label that says "per resident" answers by itself; where none does, one figure is divided by the other of the same row.
No figure that is of one of them alone ever answers. Knows nothing of averages over rows.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from ingest.table import Figure
from server.answering.answer import Answer
from server.answering.figures.asked import Asked
from server.answering.figures.choice import Choice
from server.answering.figures.labels import LabelIndex, Mask
from server.answering.figures.ledger import Ledger
from server.answering.figures.looked_up import rows_answering
from server.answering.figures.lookup import merged
from server.answering.figures.operations import Outcome
from server.answering.figures.sentences import say
from server.answering.figures.understanding import understand
from server.answering.figures.wording import column_of, row_named, value_of
from server.answering.words.numbers_format import format_value
from server.answering.words.vocabulary import listed, wording

_PER = re.compile(
    r"\b(?P<fi>[^\W\d]+(?:ta|tä|a|ä)) (?:kohti|kohden)\b|\bper (?P<sv>[^\W\d]+)|/ ?(?P<stroke>[^\W\d]+)",
    re.IGNORECASE,
)
SAYS_PER = re.compile(r"\bper\b|/|\bkoh(?:ti|den)\b|capita", re.IGNORECASE)
_SPANS = re.compile(
    r"(?:vuo[stdn]|kuukau|kuuta|viikko|päiv|tun|år|månad|veck|dag|timm|year|month|week|day|hour|quarter|kvartal|annum|cent"
    r"|capita)"
)
"""Beginnings of spans of time, and parts of "per cent" and "per capita": nothing that is counted in a column."""


_LEAST = Decimal("0.1")
"""Less has too few digits of the two that are told."""


def part_per(asked: Asked) -> tuple[int, int, str] | None:
    """Return the characters of what the question asks the number for each of, and its word; None where for none."""
    if asked.operation == "overview":
        return None
    for match in _PER.finditer(asked.text):
        word = next(group for group in match.groups() if group)
        kinds = (position for position, one in enumerate(asked.words) if match.start() <= one.start < match.end())
        place = any(listed(asked.words[position], "kinds", kind) for position in kinds for kind in wording()["kinds"])
        if not place and not _SPANS.match(word.casefold()):
            return match.start(), match.end(), word
    return None


def says_per(answer: Answer) -> bool:
    """Whether every figure of an answer is of one thing per another, by its labels or unit, or divides one by one."""
    inputs = {position for figure in answer.figures for position in figure.inputs}
    return all(
        position in inputs
        or figure.formula is not None
        or SAYS_PER.search(" ".join((*figure.row_path, *figure.column_path, figure.unit or ""))) is not None
        for position, figure in enumerate(answer.figures)
    )


def rates(asked: Asked, labels: LabelIndex, mask: Mask, ledger: Ledger) -> list[Outcome]:
    """Return for the row that the question names one figure divided by another, nothing where either is not one."""
    part = part_per(asked)
    if part is None or asked.operation not in ("lookup", "count", "average", "sum"):
        return []
    start, end, word = part
    rest = f"{asked.text[:start]} {asked.text[end:]}"
    above = _one(asked, rest, labels, mask)
    if above is None:
        return []
    row = " ".join(mention for mention in _names(asked, start, end))
    below = _one(asked, f"{word} {row}", labels, mask, measured=False)
    if below is None or below.context != above.context or below.main[0].row != above.main[0].row:
        return []
    one, each = above.main[0], below.main[0]
    if not each.value or one.value is None or one.id == each.id or "%" in (one.unit, each.unit):
        return []
    language = asked.language
    inputs = [ledger.add(one), ledger.add(each)]
    ratio = (one.value / each.value).quantize(Decimal("0.01"))
    if abs(ratio) < _LEAST:
        return []
    formula = f"{value_of(one, language)} / {value_of(each, language)}"
    result = ledger.compute(ratio, one.unit, formula, inputs, row_path=one.row_path)
    told = [f"{column_of(figure.column_path, language)} {value_of(figure, language)}" for figure in (one, each)]
    sentence = say("measure_share", language, row=row_named(one, language),
                   value=format_value(ratio, one.unit, language), part=told[0], whole=told[1])  # fmt: skip
    return [Outcome(sentence, (*inputs, result), above.context, (), (), formula)]


def _one(asked: Asked, text: str, labels: LabelIndex, mask: Mask, *, measured: bool = True) -> Choice | None:
    read = replace(understand(asked.question, asked.language, " ".join(text.split())), operation="lookup")
    if not measured:
        read = replace(read, measure=None, measures=(), received=False)
    for wider in (False, True):
        chosen: Sequence[Choice] = merged(rows_answering(read, labels, mask, wider=wider))
        if chosen:
            return chosen[0] if len(chosen) == 1 and len(chosen[0].main) == 1 and _known(chosen[0].main[0]) else None
    return None


def _known(figure: Figure) -> bool:
    return figure.value is not None and figure.row_role != "total"


def _names(asked: Asked, start: int, end: int) -> list[str]:
    """Return the names and capitalised words of the question outside of the characters `start` to `end`."""
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    return [
        word.text
        for position, word in enumerate(asked.words)
        if (position in named or (position and word.capitalised)) and not start <= word.start < end
    ]
