"""The pieces of the found passages that may answer, each with the signals that speak for it. Knows nothing of wording.

Signals are numbers from 0 to 1: how much of the question the piece and its surroundings hold, whether it holds what the
kind of question wants, how well its passage was found. Their weights were fitted on half of a question set; see
`eval/bench/reading.py`.
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from index.lemmas import base_forms, compound_parts
from server.answering.text.causes import concludes, costs_nothing, gives_cause
from server.answering.text.doers import doer_of, server_of
from server.answering.text.found_passages import Passage, heading_above
from server.answering.text.fragments import numbered_otherwise, with_torn
from server.answering.text.lives import unsaid_words
from server.answering.text.look import Look
from server.answering.text.spans import Found, answer_spans, definition_span
from server.answering.text.status_rows import row_at
from server.answering.text.units import (
    Unit,
    asks,
    goes_on_from_before,
    readable,
)
from server.answering.text.years import years_in
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, each_found, tokens, words_for


@dataclass(frozen=True, slots=True)
class Signals:
    """What speaks for a piece, each 0 to 1.

    `found` is the score of its passage against the best one's, `lacking` the share of the question that the passage and
    its headings lack.
    """

    coverage: float
    context: float
    names: float
    typed: float
    rank: float
    found: float
    first: float
    short: float
    subject: float
    lacking: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A unit that may answer: `text` is readable, `span` its shortest answer where the kind of question has one.

    `numbers` is how many numbers or names it has of the kind that is asked for.
    """

    passage: Passage
    unit: Unit
    text: str
    signals: Signals
    score: float
    span: Found | None = None
    missing: tuple[Word, ...] = field(default=())
    numbers: int = 0
    look: Look | None = None


WEIGHTS = Signals(
    coverage=1.2, context=3.9, names=0.0, typed=1.8, rank=3.4, found=1.2, first=1.3, short=-0.3, subject=0.0,
    lacking=0.0,
)  # fmt: skip
"""How much each signal speaks for a piece before a second look."""

_CONDITION = re.compile(
    r"(?:, |^)(?:vain )?(?:jos|mikäli|silloin kun|om|ifall|if|unless)\b|\b(?:only|endast) (?:if|om)\b"
    r"|(?i:\w(?:kokouksessa|riihessä|neuvotteluissa|istunnossa)(?:an|än)?\b|\b(?:yhteydessä|päätteeksi)\b"
    r"|\b(?:in|at|during|after)\s(?:the|its|their|an?|each|every)\s(?:[\w’'-]+\s){0,4}"
    r"(?:session|meeting|review|negotiations|talks|hearing)\b"
    r"|\bi samband med\b|\b(?:vid|på|under|efter)\s(?:\w+\s){0,2}\w*(?:mötet?|sammanträdet?|förhandlingar(?:na)?)\b)"
)
"""What begins the clause of a condition, or says a time by what happens then: "in the review of the budget"."""
_DAY = re.compile(r"\b\d{1,2}\.\d{1,2}\.\d{4}|\b\d{1,2}\.? [^\W\d_]+ \d{4}\b")
_NOTE = re.compile(r"\(?\d{1,2}[).]")
"""The mark of a note that stands on a line of its own."""
_NEARLY_WHOLE = 0.95
_ABSENT_NAME = 1.5
_BEGINNING = 2
_HELD = 0.6
_HALF = 0.5
_SHORT = 60
_LEADS_AWAY = re.compile(
    r"(?:lue (?:lisää|myös)|katso (?:myös|lisää)|siirry|takaisin|läs (?:mera?|också)|se (?:även|också)|gå till|tillbaka"
    r"|read (?:more|also)|see also|go to|back to)\b",
    re.IGNORECASE,
)
"""A line that leads to another page rather than tells anything."""
_TOLD_WHOLE = ("why", "how", "yes_no")
"""Kinds that no heading answers: a cause, a way and whether something is so take a sentence."""
_ALL = 0.8
"""Share of the question's words, by weight, of which the rest may be endings that the documents write otherwise."""
_TWICE = 2
"""How many times as much of the question a piece that lacks nothing of it must have at least, where not nearly all."""
_FULLER = 1.3
_HARDLY_LIKELIER, _AS_LIKELY = 1.5, 0.2
_LOOKED_THROUGH = 8
_AROUND_SHORT = 300
"""Characters before a short line that are read with it: lines of a slide say little by themselves."""


def weights_of(words: Sequence[Word], passages: Sequence[Passage]) -> dict[str, float]:
    """Return how much each word of the question tells: names and numbers most, words of every passage least."""
    written = {language: words_for(words, language) for language in {p.document.language for p in passages}}
    held = [each_found(written[p.document.language], frozenset(tokens(p.hit.chunk.text))) for p in passages]
    weights = {}
    for order, word in enumerate(words):
        seen = sum(found[order] >= 0.6 for found in held)
        rarity = math.log(1 + (len(passages) + 1) / (seen + 0.5))
        base = 1.6 if word.number or word.name else min(1.2, 0.5 + len(word.text) / 14)
        weights[word.text] = base * (0.4 + rarity)
    return weights


def coverage(words: Sequence[Word], weights: Mapping[str, float], text_tokens: frozenset[str]) -> float:
    """Return the share of the question's words, by weight, that stand among the tokens; 0 for a question of none."""
    return _share(words, weights, each_found(words, text_tokens))


def _share(words: Sequence[Word], weights: Mapping[str, float], found: Sequence[float]) -> float:
    total = sum(weights[word.text] for word in words)
    held = sum(weights[word.text] * surely for word, surely in zip(words, found, strict=True))
    return held / total if total else 0.0


def pieces_of(
    passages: Sequence[Passage], words: Sequence[Word], wanted: Wanted, *, lasting: bool = False
) -> list[Piece]:
    """Return the pieces of the passages, best first, each place once."""
    if not passages:
        return []
    weights = weights_of(words, passages)
    written = {language: words_for(words, language) for language in {p.document.language for p in passages}}
    best = passages[0].hit.score or 1.0
    pieces: dict[tuple[str, int, int], Piece] = {}
    for passage in passages:
        chunk = passage.hit.chunk
        heading = frozenset(tokens(passage.heading))
        own_words = written[passage.document.language]
        whole = each_found(own_words, heading.union(tokens(chunk.text)))
        lacking = 1 - _share(words, weights, [float(surely >= _HELD) for surely in whole]) if words else 0.0
        inside = [u for u in passage.units if u.start < chunk.end and u.end > chunk.start]
        if wanted.kind == "when":
            inside = _dated_above(passage) + inside
        for order, unit in enumerate(inside):
            key = (chunk.document_id, chunk.page, unit.start)
            if key in pieces or _tells_nothing(passage, unit, wanted):
                continue
            # A label on a line of its own says what the amount below it is of.
            labels = unit.kind == "heading" and "\n" in passage.page.text[unit.start : unit.end]
            read = inside[: order + 1]
            if wanted.money and not labels:
                read = with_torn(passage.page.text, read, own_words)
            if not read:
                continue  # An amount without its sentence may be of anything.
            piece = _piece(passage, read, own_words, weights, wanted, heading, best, lasting=lasting)
            # What a label numbers is what the label names.
            labelled = wanted.kind == "count" and unit.kind != "sentence"
            if piece and (piece.signals.coverage or not labelled) and not numbered_otherwise(piece.text, own_words):
                pieces[key] = replace(piece, signals=replace(piece.signals, lacking=lacking))
    return sorted(pieces.values(), key=lambda piece: -piece.score)


def _dated_above(passage: Passage) -> list[Unit]:
    """Return the heading right before a passage's chunk, which is none of its text, where that tells a day itself."""
    above = [unit for unit in passage.units if unit.end <= passage.hit.chunk.start][-1:]
    text = passage.page.text
    return [unit for unit in above if unit.kind == "heading" and _DAY.search(text, unit.start, unit.end)]


def _tells_nothing(passage: Passage, unit: Unit, wanted: Wanted) -> bool:
    """Return whether a unit cannot answer: a link, a question, a torn beginning, a heading that but names."""
    text = passage.page.text
    bare = unit.kind == "sentence" and not any(map(str.isalpha, text[unit.start : unit.end]))
    bare = bare or _NOTE.fullmatch(text, unit.start, unit.end) is not None
    if (
        bare
        or unit.kind == "link"
        or unit.end - unit.start < 2
        or goes_on_from_before(passage.page, unit)
        or asks(text, unit)
    ):
        return True
    return unit.kind == "heading" and (
        bool(_LEADS_AWAY.match(text, unit.start, unit.end))
        or wanted.kind in _TOLD_WHOLE
        or _names_only(passage, unit, wanted)
    )


def _names_only(passage: Passage, unit: Unit, wanted: Wanted) -> bool:
    """Return whether a heading but names what stands below it: it leads no list and has no colon, dash or address."""
    text = passage.page.text[unit.start : unit.end]
    leads = any(unit.start == line.start for bullets in passage.lists for line in bullets.lead)
    if wanted.kind in ("who", "where"):  # One common word heads a part and names nobody.
        return len(text.split()) == 1 and text[1:].islower() and _heads_part(passage, unit)
    return (
        wanted.kind in ("what", "definition")
        and not leads
        and not re.search(r"[:/=–]\s*\S|\d\.\d|@|\(at\)|\d{3} \d{2}", text)
    )


def _heads_part(passage: Passage, unit: Unit) -> bool:
    """Return whether a sentence or a bullet stands right below a heading."""
    following = next((one for one in passage.units if one.start > unit.start), None)
    return following is not None and following.kind in ("sentence", "bullet")


def _piece(  # noqa: PLR0913, PLR0917  # what one unit is judged by
    passage: Passage,
    read: list[Unit],
    words: Sequence[Word],
    weights: Mapping[str, float],
    wanted: Wanted,
    heading: frozenset[str],
    best: float,
    *,
    lasting: bool,
) -> Piece | None:
    """Return the last unit of those `read` with its signals, or None for one that has no word."""
    *before, unit = read
    text = readable(passage.page.text[unit.start : unit.end])
    own = frozenset(tokens(text)) | unsaid_words(text, wanted) | years_in(text)
    if not own:
        return None
    near = own | heading | _around(passage, before, unit)
    spans = answer_spans(wanted, text, tuple(words), lasting=lasting)
    span = spans[0] if spans else definition_span(text) if wanted.kind == "definition" else None
    said = coverage(words, weights, own)
    if span is None and wanted.kind == "who" and unit.kind in ("sentence", "bullet") and said >= _HALF:
        span = (server_of if wanted.person else doer_of)(text, words, passage.document.language)
    if wanted.kind in ("when", "count", "who", "where"):
        typed = 1.0 if span else 0.0
        if wanted.kind == "when" and not lasting and said >= _NEARLY_WHOLE and _CONDITION.search(text):
            typed = 1.0  # "when is no statement needed": in what case, not at what time
        if wanted.money and costs_nothing(text):
            typed = 1.0  # what costs nothing has no number
        if span and wanted.kind == "count" and (wanted.noun or wanted.unit) and span.score < 1.0:
            typed = 0.6  # a number, but of something else by its neighbours
    elif wanted.kind == "definition":
        typed = 1.0 if span and unit.kind != "heading" else 0.0
    elif wanted.kind == "why":
        typed = 1.0 if gives_cause(text, own) or concludes(passage.page.text, unit.end) else 0.0
    else:
        typed = 0.5
    held = [
        surely if surely >= _HELD or not _in_parts(word, own, passage) else _HELD
        for word, surely in zip(words, each_found(words, near), strict=True)
    ]
    if wanted.unit and typed == 1.0:
        # "72 cm" tells a height without the word.
        held = [
            _HELD if word.attribute and surely < _HELD else surely for word, surely in zip(words, held, strict=True)
        ]
    named = [surely for word, surely in zip(words, held, strict=True) if word.name or word.number]
    missing = tuple(word for word, surely in zip(words, held, strict=True) if surely < 0.6)
    begun = each_found(words, tokens(" ".join(text.split()[:4])))
    subject = max((s for w, s in zip(words, begun, strict=True) if w.name or len(words) < 4), default=0.0)
    hit = passage.hit
    signals = Signals(
        coverage=said,
        context=_share(words, weights, held),
        names=sum(named) / len(named) if named else 0.5,
        typed=typed,
        rank=1 / hit.rank,
        found=max(0.0, min(1.0, hit.score / best)) if best > 0 else 0.0,
        first=1.0 if not before or (len(before) == 1 and before[0].kind == "heading") else 0.0,
        short=1.0 if len(text) < 40 or unit.kind == "heading" else 0.0,
        subject=subject,
        lacking=0.0,
    )
    # A piece far from a name or year of the question speaks of another body or time.
    absent = sum(_ABSENT_NAME for word in missing if word.name or word.number)
    return Piece(passage, unit, text, signals, score_of(signals, WEIGHTS) - absent, span, missing, len(spans))


def _in_parts(word: Word, own: frozenset[str], passage: Passage) -> bool:
    """Return whether the last part of a compound stands in a piece by itself, its others in the passage or above it.

    What a text speaks of at length it names by the last part alone.
    """
    *others, _ = compound_parts(word.text) or ("",)
    if word.name or word.number or not others or not in_last_part(word.text, own):
        return False
    around = tokens(f"{passage.heading} {passage.hit.chunk.text}")
    return all(any(token.startswith(other) for token in around) for other in others)


def in_last_part(word: str, own: Collection[str]) -> bool:
    """Return whether a form of the last part of a Finnish compound stands by itself among tokens."""
    last = (compound_parts(word) or ("",))[-1]
    # An analysis takes a third of a millisecond, and a word's forms begin as it does.
    return bool(last) and any(last in base_forms(token) for token in own if token[:_BEGINNING] == last[:_BEGINNING])


def _around(passage: Passage, before: Sequence[Unit], unit: Unit) -> frozenset[str]:
    """Return the tokens of what a unit is read with.

    That is what stands right before it, its heading, the mark of a bullet and what leads its list, and of a cell the
    measure that its row is of.
    """
    page = passage.page.text
    near: list[Unit] = []
    reach = _AROUND_SHORT if len(readable(page[unit.start : unit.end])) < _SHORT else 0
    for order, one in reversed(list(enumerate(before))):
        if unit.kind != "row" and order and one.kind == before[order - 1].kind == "row":
            break  # What stands below a table goes on from none of its rows.
        near.append(one)
        if one.start < unit.start - reach:
            break
    if (above := heading_above(passage, unit)) is not None:
        near.append(above)
    if unit.kind == "bullet":
        near.extend(next((group.lead for group in passage.lists if unit in group.items), ()))
    row = row_at(passage.page, unit.start, unit.end)
    said = [readable(page[one.start : one.end]) for one in near]
    said.extend((row.cells[0][1],) if row else ())
    said.append(page[page.rfind("\n", 0, unit.start) + 1 : unit.start] if unit.kind == "bullet" else "")
    return frozenset(token for text in said for token in tokens(text))


def put_first(pieces: Sequence[Piece], held: Piece) -> list[Piece]:
    """Return the pieces with `held` in the place and with the score of the first one, and that with its score next."""
    if held is pieces[0]:
        return list(pieces)
    first, before = replace(held, score=pieces[0].score), replace(pieces[0], score=held.score)
    return [first, before, *(piece for piece in pieces[1:] if piece is not held)]


def whole_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, one first that has all of the question where the best lacks some and is hardly likelier."""
    best = pieces[0] if pieces else None
    if best is None or not best.missing:
        return _fullest_first(pieces)
    # A heading has but words of what stands below it.
    least = best.signals.coverage if best.unit.kind == "heading" else min(_ALL, _TWICE * best.signals.coverage)
    for piece in pieces[1:_LOOKED_THROUGH]:
        least = min(least, best.signals.coverage) if piece.score >= best.score - _AS_LIKELY else least
        as_likely = piece.look is not None and piece.score >= best.score - _HARDLY_LIKELIER
        if (
            as_likely
            and not piece.missing
            and piece.signals.coverage >= least
            and piece.signals.typed >= best.signals.typed
        ):
            return put_first(pieces, piece)
    return list(pieces)


def _fullest_first(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, one first of those as likely as the best that has far more of the question itself."""
    as_likely = [
        piece
        for piece in pieces[:_LOOKED_THROUGH]
        if piece.score >= pieces[0].score - _AS_LIKELY
        and piece.signals.typed >= pieces[0].signals.typed
        and piece.signals.coverage >= max(_HALF, _FULLER * pieces[0].signals.coverage)
        and piece.unit.kind != "heading"
    ]
    return put_first(pieces, as_likely[0]) if as_likely else list(pieces)


def leads_nothing(piece: Piece) -> bool:
    """Return whether a piece ends with a colon and what it leads is no list: what it says does not stand in it.

    A number, date or name that is asked for may stand in it all the same.
    """
    led = any(piece.unit in bullets.lead for bullets in piece.passage.lists)
    return piece.text.endswith(":") and not led and piece.span is None


def score_of(signals: Signals, weights: Signals) -> float:
    """Return the weighted sum of the signals."""
    return float(sum(getattr(signals, name) * getattr(weights, name) for name in Signals.__slots__))
