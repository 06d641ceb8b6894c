"""Answers a question in the documents' own words, or says that they do not tell. Knows nothing of figures or HTTP."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from time import perf_counter

from index.hit import Hit
from server.answering.answer import Answer, Citation, CitedSpan, Language, Question
from server.answering.text import extract, refusal
from server.answering.text.bodies import names_no_body, with_body
from server.answering.text.evidence import Passage, Piece, Source, is_fragment, leads_nothing, passages_of, pieces_of
from server.answering.text.outright import outright_first
from server.answering.text.plain_question import PlainQuestion, Understood
from server.answering.text.premise import (
    absent_subject,
    bears_no_title,
    costs_unsaid,
    counts_another,
    defines_another,
    denies_nothing,
    gives_no_cause,
    in_order,
    names_giver,
    names_itself,
    of_another,
    of_another_month,
    says_no_end,
    with_attribute,
)
from server.answering.text.quoting import citation, own_date, quoted, shortened, spoken
from server.answering.text.second_look import looked_again
from server.answering.text.shortest import value_of, value_span
from server.answering.text.text_phrases import Phrase, introduced, phrase, reply
from server.answering.text.topics import topic_first
from server.answering.text.units import Unit, readable
from server.answering.words.dates import shown_date
from server.answering.words.history import interpret
from server.answering.words.kinds import Wanted, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import Word, content_words, gloss
from server.answering.words.small_talk import talk, without_greeting

_HITS = 8
_AGES: tuple[Phrase, Phrase] = ("newest", "older")
_NEAREST = 3
_LIST_FIT = 0.5
_ROW_FIT = 0.45
_SURER = 0.2
_BELOW_HEADINGS = ("what", "how", "why", "list", "definition", "who", "yes_no")
_MOST_SENTENCES = 3
_IN_WORDS = 0.8
"""Share of the question's words, by weight, that a sentence must have to answer where tables should have had it."""
_LASTING = re.compile(
    r"kuinka kauan|kuinka pitkä|miten kauan|kauanko|minkä ajan (?:kulu|sisä)|missä ajassa|hur länge|hur lång tid"
    r"|inom vilken tid|how long|within what (?:time|period)",
    re.IGNORECASE,
)


def understand(question: Question) -> PlainQuestion:
    """Return the question with its language and with what its history gives."""
    found = interpret(question)
    language = question.language or detect(question.text, question.history)
    return PlainQuestion(question, language, found.text, (found.taken_over,) if found.taken_over else ())


def declined(question: Question) -> Answer | None:
    """Return the reply to small talk and instructions, or None where something is asked of the documents."""
    kind = talk(question.text)
    if not kind:
        return None
    language = question.language or detect(question.text, question.history)
    text = reply(kind, language)
    return Answer(language=language, status="declined", reason=text, interpreted_question=question.text, answer=text)


def answer_from_passages(asked: Understood, generation: Source) -> Answer:
    """Return the answer that the documents' running text gives; status "not_found" where it gives none."""
    started = perf_counter()
    if refused := declined(asked.question):
        return refused
    evidence = evidence_for(asked, generation)
    found = _found(asked, evidence)
    found.timings_ms["passages"] = (perf_counter() - started) * 1000
    return found


def answer_in_words(asked: Understood, generation: Source) -> Answer | None:
    """Return the answer of running text where tables have none: only what holds all that the question names.

    A place alone names too little, for any number may stand by it.
    """
    evidence = evidence_for(asked, generation)
    if not evidence.pieces or all(word.name or word.number for word in evidence.words):
        return None
    if evidence.pieces[0].missing or evidence.pieces[0].signals.coverage < _IN_WORDS:
        return None
    return found if (found := _found(asked, evidence)).status == "answered" else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """What was found for a question: passages and their pieces, best first."""

    wanted: Wanted
    words: tuple[Word, ...]
    passages: tuple[Passage, ...]
    pieces: tuple[Piece, ...]


def evidence_for(asked: Understood, generation: Source) -> Evidence:
    """Search and order the pieces of what is found."""
    text = without_greeting(asked.text)
    # A follow-up's own words, which say what is wanted, stand first.
    wanted = wanted_of(text.split(" – ", 1)[0] if asked.taken_over else text)
    words = content_words(text, asked.language)
    hits = _hits(text, _gloss(words, asked.language, generation), asked.question, generation)
    passages = passages_of(hits, generation)
    pieces = pieces_of(passages, words, wanted, lasting=bool(_LASTING.search(text)))
    pieces = [piece for piece in pieces if not (refusal.says_nothing(piece, words) or leads_nothing(piece))] or pieces
    ordered = in_order(looked_again(pieces, text, wanted, generation), words)
    ordered = with_body(with_attribute(ordered, wanted), wanted, text)
    ordered = outright_first(topic_first(ordered, words, wanted, text), words, wanted, text)
    return Evidence(wanted, words, passages, tuple(ordered))


def _gloss(words: tuple[Word, ...], language: Language, generation: Source) -> str:
    """Return the words as the documents in other languages may have them; empty where there are none."""
    written = {document.language or "fi" for document in generation.documents.values()}
    if written <= {language}:
        return ""
    if written - {"fi", language}:
        words = tuple(replace(word, stems=(*word.stems, *word.elsewhere)) for word in words)
    return gloss(words)


def _found(asked: Understood, evidence: Evidence) -> Answer:
    """Return the answer by what the question wants: a list, a row of measures, or sentences."""
    wanted, words, passages, pieces = evidence.wanted, evidence.words, evidence.passages, evidence.pieces
    judgement = _judged(asked, evidence)
    if judgement.why not in ("wrong_year", "unknown_words", "not_of"):
        if wanted.kind in _BELOW_HEADINGS and (below := extract.below_question(passages, words, asked.text)):
            return _below_answer(asked, below)
        listed = extract.best_list(passages, words, wanted) if wanted.kind == "list" else None
        likely = judgement.answered or any(word.attribute for word in words)
        if listed and listed.fit >= (_LIST_FIT if likely else _LIST_FIT + _SURER):
            return _list_answer(asked, listed)
        if wanted.kind == "what" and (named := extract.named_list(passages, words, wanted, asked.text)):
            return _list_answer(asked, named)
        caused = wanted.kind == "why" and judgement.answered and pieces[0].signals.typed > 0
        rows = wanted.kind in ("status", "what", "yes_no", "why", "how") and not caused
        if rows and (row := extract.best_row(passages, words)):
            least = _ROW_FIT if wanted.kind == "status" else _ROW_FIT + _SURER
            if row.fit >= least:
                return _row_answer(asked, row)
        responsible = extract.responsible_row(passages, words, asked.text) if wanted.kind == "who" else None
        if responsible and responsible.fit >= _ROW_FIT + _SURER:
            return _row_answer(asked, responsible)
    if judgement.answered and (led := extract.led_by(pieces[0], wanted)):
        return _list_answer(asked, led)
    if not judgement.answered:
        return _not_found(asked, judgement, passages)
    return _sentence_answer(asked, wanted, pieces)


def _judged(asked: Understood, evidence: Evidence) -> refusal.Judgement:
    """Return whether the best piece answers: not where it speaks of another thing than the question's."""
    pieces, words, wanted = evidence.pieces, evidence.words, evidence.wanted
    judgement = refusal.judge(pieces, words, wanted, asked.language, asked.text)
    if not judgement.answered:
        return judgement
    if absent := absent_subject(pieces[0], evidence.passages, words, wanted, asked.language):
        return replace(judgement, answered=False, why="unknown_words", missing=absent)
    best = pieces[0]
    if names_itself(best, words, wanted) or names_no_body(pieces, wanted, asked.text):
        return replace(judgement, answered=False, why="no_name")
    if defines_another(best, words, wanted):
        return replace(judgement, answered=False, why="no_match")
    if gives_no_cause(pieces, wanted) or says_no_end(best, wanted, asked.text) or of_another(pieces, wanted):
        return replace(judgement, answered=False, why="no_match")
    if denies_nothing(best, wanted, asked.text) or of_another_month(best, wanted, asked.text):
        return replace(judgement, answered=False, why="no_match")
    if bears_no_title(best, words, wanted) or names_giver(best, wanted, asked.text):
        return replace(judgement, answered=False, why="no_name")
    if counts_another(best, wanted, asked.language) or costs_unsaid(best, words, wanted, asked.language):
        return replace(judgement, answered=False, why="no_number")
    return judgement


def around_figures(
    asked: Understood, generation: Source, found: Sequence[Citation], *, amount: bool = True
) -> Answer | None:
    """Return what a question asks for where figures gave only a part of it, or None.

    That is a list, a row of measures, or what stands below a heading that asks the question. Where the question asks
    for no `amount`, a list whose lead says nearly all that is asked need not hold the figures.
    """
    wanted = wanted_of(without_greeting(asked.text))
    listed = wanted.kind in ("list", "status")
    if not found or not (listed or wanted.kind in _BELOW_HEADINGS):
        return None
    if not listed and any(is_fragment(readable(one.quote)) for one in found):
        return None
    evidence = evidence_for(asked, generation)
    if (below := extract.below_question(evidence.passages, evidence.words, asked.text)) and _in(
        found, below.passage, below.units[0].start, below.units[-1].end
    ):
        return _below_answer(asked, below)
    if wanted.kind == "list":
        items = extract.best_list(evidence.passages, evidence.words, wanted)
        if items is None or items.fit < _LIST_FIT:
            return None
        units = (*items.bullets.lead, *items.bullets.items)
        part = _in(found, items.passage, min(u.start for u in units), max(u.end for u in units))
        part |= not amount and items.fit >= _LIST_FIT + _SURER
        return _list_answer(asked, items) if part else None
    row = extract.best_row(evidence.passages, evidence.words) if wanted.kind == "status" else None
    if row is None or row.fit < _ROW_FIT or not _in(found, row.passage, row.row.start, row.row.end):
        return None
    return _row_answer(asked, row)


def _in(found: Sequence[Citation], passage: Passage, start: int, end: int) -> bool:
    """Return whether all that is cited stands between `start` and `end` of the passage's page."""
    key = (passage.hit.chunk.document_id, passage.page.number)
    return all((one.document_id, one.page) == key and start <= one.start and one.end <= end for one in found)


def _hits(text: str, finnish: str, question: Question, generation: Source) -> tuple[Hit, ...]:
    """Return the hits of a question, its words looked up by its Finnish gloss too where it is in another language."""
    return _until(generation.search(text, _HITS, question.collections, finnish), generation, question.as_of)


def _until(hits: Sequence[Hit], generation: Source, as_of: str | None) -> tuple[Hit, ...]:
    """Return the hits of documents dated by `as_of` (ISO) at the latest; undated ones stay."""
    if not as_of:
        return tuple(hits)
    limit = date.fromisoformat(as_of)
    return tuple(h for h in hits if (own := generation.documents[h.chunk.document_id].date) is None or own <= limit)


def _lead(asked: Understood) -> str:
    """Return the answer's first words where something was taken over from an earlier question."""
    return phrase("taken_over", asked.language, question=asked.text) if asked.taken_over else ""


def _answer(asked: Understood, text: str, citations: Sequence[Citation], warnings: Sequence[str] = ()) -> Answer:
    return Answer(
        language=asked.language,
        status="answered",
        reason=None,
        interpreted_question=asked.text,
        answer=_lead(asked) + text,
        citations=tuple(citations),
        warnings=tuple(warnings),
    )


def _list_answer(asked: Understood, found: extract.ListFound) -> Answer:
    """Return all items of a list, each on its line, cited from first to last with the line that leads them."""
    items = found.items
    total = sum(len(item) for item in items)
    if total > extract.LONGEST:
        # A long item's first sentence says what it is; the quote holds the rest.
        items = tuple(re.split(r"(?<=[a-zåäö)])[.:] (?=[A-ZÅÄÖ])", item, maxsplit=1)[0] for item in items)
    lead = tuple(CitedSpan("title", unit.start, unit.end) for unit in found.bullets.lead)
    cited = citation(1, found.passage, found.bullets.items[0].start, found.bullets.items[-1].end, lead)
    text = (
        introduced("lists", asked.language, spoken(found.passage))
        + "\n"
        + "\n".join(f"• {item}" for item in items)
        + " [1]"
    )
    return _answer(asked, text.lstrip("\n"), (cited,))


def _below_answer(asked: Understood, found: extract.Below) -> Answer:
    """Return what stands below a heading that asks the question: a list with all its items, or the first sentences."""
    if found.units[0].kind == "bullet":
        listed = next((group for group in found.passage.lists if found.units[0] in group.items), None)
        if listed:
            return _list_answer(asked, extract.whole_list(found.passage, listed))
    chosen: list[Unit] = []
    for unit in found.units:
        if len(chosen) == _MOST_SENTENCES or (chosen and unit.end - chosen[0].start > extract.LONGEST):
            break
        chosen.append(unit)
    page = found.passage.page.text
    cited = citation(1, found.passage, chosen[0].start, chosen[-1].end)
    text = " ".join(readable(page[unit.start : unit.end]) for unit in chosen)
    says = introduced("says", asked.language, spoken(found.passage))
    return _answer(asked, says + quoted(f"{text} [1]", asked.language), (cited,))


def _row_answer(asked: Understood, found: extract.RowFound) -> Answer:
    """Return a row of a table of measures with its columns named."""
    row = found.row
    cells = "; ".join(f"{name}: {text}" for name, text in row.cells)
    header = CitedSpan("header", row.header[0], row.header[1])
    return _answer(
        asked,
        f"{introduced('row', asked.language, spoken(found.passage))}{cells} [1]",
        (citation(1, found.passage, row.start, row.end, (header,)),),
    )


def _not_found(asked: Understood, judgement: refusal.Judgement, passages: Sequence[Passage]) -> Answer:
    """Return why nothing answers, with the nearest passages offered as such."""
    keys: dict[refusal.Why, Phrase] = {
        "wrong_year": "wrong_year",
        "unknown_words": "unknown_words",
        "not_of": "not_of_what" if judgement.asked else "not_of",
        "no_number": "no_number",
        "no_date": "no_date",
        "no_name": "no_name",
        "no_match": "no_match",
    }
    named = judgement.missing if judgement.why == "wrong_year" else [f"”{word}”" for word in judgement.missing]
    reason = phrase(
        keys[judgement.why or "no_match"],
        asked.language,
        words=", ".join(named),
        asked=", ".join(f"”{word}”" for word in judgement.asked),
    )
    nearest = tuple(
        citation(number, passage, passage.hit.chunk.start, passage.hit.chunk.end)
        for number, passage in enumerate(passages[:_NEAREST], start=1)
    )
    text = phrase("not_found", asked.language) + " " + reason + (phrase("nearest", asked.language) if nearest else "")
    return Answer(
        language=asked.language,
        status="not_found",
        reason=reason,
        interpreted_question=asked.text,
        answer=_lead(asked) + text,
        nearest=nearest,
    )


def _sentence_answer(asked: Understood, wanted: Wanted, pieces: Sequence[Piece]) -> Answer:
    """Return one to three sentences, with what a second document says where it says otherwise."""
    if wanted.kind in ("when", "count", "who") and (other := extract.rival(pieces)):
        return _both(asked, pieces[0], other)
    chosen = extract.told(extract.newest(pieces) if wanted.now else pieces, wanted)
    best = chosen[0]
    citations = []
    parts = []
    for number, piece in enumerate(chosen, start=1):
        at = value_span(piece) if number == 1 else None
        citations.append(citation(number, piece.passage, piece.unit.start, piece.unit.end, (at,) if at else ()))
        parts.append(f"{shortened(piece.text, extract.LONGEST)} [{number}]")
    says = introduced("says", asked.language, spoken(best.passage))
    body = says + " ".join(quoted(part, asked.language) for part in parts)
    value = value_of(best, wanted, asked.language)
    lead = f"{value}. " if value else ""
    prefix = ""
    if wanted.now and (dated := own_date(best.passage)):
        prefix = phrase("dated", asked.language, date=shown_date(dated, asked.language))
    return _answer(asked, prefix + lead + body, citations)


def _both(asked: Understood, best: Piece, other: Piece) -> Answer:
    """Return what two documents say otherwise: the newer first where both are dated, else as a disagreement."""
    language = asked.language
    pair = [best, other]
    dates = [own_date(piece.passage) for piece in pair]
    parts = []
    if dates[0] and dates[1] and dates[0] != dates[1]:
        ordered = sorted(zip(dates, pair, strict=True), key=lambda item: item[0] or date.min, reverse=True)
        pair = [piece for _, piece in ordered]
        for number, ((told, piece), key) in enumerate(zip(ordered, _AGES, strict=True), start=1):
            shown = shown_date(told, language) if told else ""
            parts.append(phrase(key, language, date=shown) + quoted(f"{piece.text} [{number}]", language))
    else:
        parts = [phrase("disagree", language)]
        parts.extend(quoted(f"{piece.text} [{number}]", language) for number, piece in enumerate(pair, start=1))
    cited = [citation(n, piece.passage, piece.unit.start, piece.unit.end) for n, piece in enumerate(pair, start=1)]
    return _answer(asked, " ".join(part.strip() for part in parts), cited)


def ask(question: Question, generation: Source) -> Answer:
    """Answer from running text alone: understanding and passages in one."""
    return answer_from_passages(understand(question), generation)
