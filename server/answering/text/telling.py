"""Answers as they are told: what introduces a quote, its marks and citations. Knows nothing of what answers.

Each function takes what was found and gives the answer in the question's language, the quote as it stands.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ingest.sentences import sentences_in
from server.answering.answer import Answer, Citation, CitedSpan
from server.answering.text import chosen_list, extract, refusal
from server.answering.text.causes import concludes
from server.answering.text.cells import CellFound, ColumnFound
from server.answering.text.contacts import tells_contact
from server.answering.text.enumerated import announced, announces
from server.answering.text.evidence import Piece
from server.answering.text.found_passages import Passage
from server.answering.text.near_misses import tells_most
from server.answering.text.page_breaks import with_rest
from server.answering.text.plain_question import Understood
from server.answering.text.quoting import citation, own_date, quoted, shortened, spoken
from server.answering.text.restated import restates
from server.answering.text.row_states import RowsFound
from server.answering.text.shortest import value_of, value_span
from server.answering.text.source import Source
from server.answering.text.text_phrases import Phrase, introduced, phrase
from server.answering.text.units import Unit, readable
from server.answering.words.dates import shown_date
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, found_in, words_for

_AGES: tuple[Phrase, Phrase] = ("newest", "older")
_NEAREST = 3
_MARKED = 5
"""Characters beside an item: its bullet, its line and a share of the citation's mark."""
_MOST_SENTENCES = 3
_SURELY = 0.8
_LABEL_END = re.compile(r"(?<=[a-zåäö)]): (?=[A-ZÅÄÖ])")


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


def list_answer(asked: Understood, found: chosen_list.ListFound, said: Piece | None = None) -> Answer:
    """Return all items of a list, each on its line, cited from first to last with the line that leads them.

    What that line itself says of what is asked is told above them.
    """
    items = found.items
    total = sum(len(item) + _MARKED for item in items)
    if total > extract.LONGEST:
        # A long item's first sentence says what it is; the quote holds the rest.
        items = tuple(_first_said(item) for item in items)
    lead = tuple(CitedSpan("title", unit.start, unit.end) for unit in found.bullets.lead)
    cited = citation(1, found.passage, found.bullets.items[0].start, found.bullets.items[-1].end, lead)
    further = found.beyond.bullets.items if found.beyond else ()
    here = len(items) - len(further)
    lines = [f"• {item}" for item in items]
    lines[here - 1] += " [1]"
    citations = [cited]
    if found.beyond:
        lines[-1] += " [2]"
        citations.append(citation(2, found.beyond.passage, further[0].start, further[-1].end))
    above = quoted(f"{said.text} [1]", asked.language) if said else ""
    text = introduced("lists", asked.language, spoken(found.passage)) + above + "\n" + "\n".join(lines)
    return _answer(asked, text.lstrip("\n"), citations)


def _first_said(item: str) -> str:
    """Return what a long item says first: its label where it has one, else its first sentence."""
    end = next((end for _, end in sentences_in(item)), len(item))
    return _LABEL_END.split(item[:end].rstrip(" ."), maxsplit=1)[0]


def below_answer(asked: Understood, found: extract.Below) -> Answer:
    """Return what stands below a heading that asks the question: a list with all its items, or the first sentences."""
    if found.units[0].kind == "bullet":
        listed = next((group for group in found.passage.lists if found.units[0] in group.items), None)
        if listed:
            return list_answer(asked, chosen_list.whole_list(found.passage, listed))
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


def row_answer(asked: Understood, found: extract.RowFound) -> Answer:
    """Return a row of a table of measures with its columns named."""
    row = found.row
    cells = "; ".join(f"{name}: {text}" for name, text in row.cells)
    header = CitedSpan("header", row.header[0], row.header[1])
    return _answer(
        asked,
        f"{introduced('row', asked.language, spoken(found.passage))}{cells} [1]",
        (citation(1, found.passage, row.start, row.end, (header,)),),
    )


def rows_answer(asked: Understood, found: RowsFound) -> Answer:
    """Return the measures of rows in the state asked for, each on its line with what its other cells say."""
    lines, citations = [], []
    for number, (passage, row) in enumerate(found.rows, start=1):
        beside = "; ".join(f"{name}: {text}" for name, text in row.cells[1:])
        lines.append(f"• {row.cells[0][1]} ({beside}) [{number}]")
        header = CitedSpan("header", row.header[0], row.header[1])
        citations.append(citation(number, passage, row.start, row.end, (header,)))
    says = introduced("lists", asked.language, spoken(found.rows[0][0]))
    return _answer(asked, "\n".join((says, *lines)).lstrip("\n"), citations)


def cell_answer(asked: Understood, found: CellFound) -> Answer:
    """Return a cell of a table of words with its column's name, and of what it is."""
    name, value, row = (readable(one.text) for one in (found.header, found.cell, found.named))
    of = f"{readable(found.named_header.text)}: {row}" if found.named_header else row
    text = f"{name}: {shortened(value, extract.LONGEST)} ({of}) [1]"
    cells = [cell.span for cell in (found.named, found.cell) if cell.span]
    label, header = found.named.span, found.header.span
    spans = (
        *((CitedSpan("label", label.start, label.end),) if label else ()),
        *((CitedSpan("header", header.start, header.end),) if header else ()),
    )
    cited = citation(1, found.passage, min(one.start for one in cells), max(one.end for one in cells), spans)
    says = introduced("says", asked.language, spoken(found.passage))
    return _answer(asked, says + quoted(text, asked.language), (cited,))


def column_answer(asked: Understood, found: ColumnFound) -> Answer:
    """Return all cells of a column, each on its line."""
    spans = [cell.span for cell in found.cells if cell.span]
    header = found.header.span
    lead = (CitedSpan("header", header.start, header.end),) if header else ()
    cited = citation(1, found.passage, min(one.start for one in spans), max(one.end for one in spans), lead)
    items = "\n".join(f"• {readable(cell.text)}" for cell in found.cells)
    text = f"{introduced('lists', asked.language, spoken(found.passage))}\n{items} [1]"
    return _answer(asked, text.lstrip("\n"), (cited,))


def not_found(asked: Understood, judgement: refusal.Judgement, passages: Sequence[Passage]) -> Answer:
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
    written = dict.fromkeys(_as_written(word, asked.text) for word in judgement.missing)
    named = judgement.missing if judgement.why == "wrong_year" else [f"”{word}”" for word in written]
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


def _as_written(word: str, question: str) -> str:
    """Return the whole of a name that a word is a part of: "Pohjois" of "Pohjois-Suomen"."""
    found = re.search(rf"(?:\w+-)*(?<!\w){re.escape(word)}(?!\w)(?:-\w+)*", question)
    return found.group() if found else word


def sentence_answer(
    asked: Understood, wanted: Wanted, words: Sequence[Word], pieces: Sequence[Piece], source: Source
) -> Answer:
    """Return one to three sentences, with what a second document says where it says otherwise."""
    other = extract.rival(pieces) if wanted.kind in ("when", "count", "who") else None
    if other and not (wanted.now and all(own_date(piece.passage) for piece in (pieces[0], other))):
        return _both(asked, pieces[0], other)
    cause = extract.cause_after(pieces) if wanted.kind == "why" else None
    told = [pieces[0], cause] if cause else extract.told(extract.newest(pieces) if wanted.now else pieces, wanted)
    alone = wanted.kind in ("what", "who", "where") and tells_most(told[0], asked.text)
    alone |= tells_contact(told[0], wanted, asked.text)
    if alone or restates(told[0], wanted, asked.text) or (wanted.kind == "why" and concludes(told[0].text)):
        told = told[:1]
    best = told[0]
    chosen = [extract.with_antecedent(told[0], told[1:]), *told[1:]]
    if wanted.kind == "list" and announces(chosen[0]):
        chosen = [extract.with_following(chosen[0], words, surely=True)]
    if wanted.kind in ("how", "why", "what") and len(chosen) == 1:
        chosen = [extract.with_following(chosen[0], words)]
    if wanted.kind == "list" and (each := announced(best.passage, best.unit)):
        page = best.passage.page.text
        chosen = [replace(best, unit=one, text=readable(page[one.start : one.end]), span=None) for one in each]
    chosen = with_rest(chosen, source)
    best = chosen[0]
    citations = []
    parts = []
    for number, piece in enumerate(chosen, start=1):
        at = value_span(piece) if number == 1 else None
        citations.append(citation(number, piece.passage, piece.unit.start, piece.unit.end, (at,) if at else ()))
        led = _led(piece) if number == 1 and wanted.kind == "yes_no" else ""
        parts.append(f"{led}{shortened(piece.text, extract.LONGEST, _told_at(piece, words))} [{number}]")
    says = introduced("says", asked.language, spoken(best.passage))
    body = says + " ".join(quoted(part, asked.language) for part in parts)
    value = value_of(best, wanted, asked.language, asked.text, words)
    lead = f"{value}. " if value else ""
    prefix = ""
    if wanted.now and (dated := own_date(best.passage)):
        prefix = phrase("dated", asked.language, date=shown_date(dated, asked.language))
    return _answer(asked, prefix + lead + body, citations)


def _led(piece: Piece) -> str:
    """Return what leads the list that a bullet is of, without which it says neither yes nor no; else nothing."""
    group = next((one for one in piece.passage.lists if piece.unit in one.items), None)
    above = [unit for unit in group.lead if unit.start < group.items[0].start] if group else []
    return readable(piece.passage.page.text[above[-1].start : above[-1].end]).rstrip(": ") + ": " if above else ""


def _told_at(piece: Piece, words: Sequence[Word]) -> int:
    """Return where in a piece what is asked stands: its shortest answer, else the attribute that is asked for."""
    if piece.span:
        return piece.span.start
    asked = words_for([word for word in words if word.attribute], piece.passage.document.language)
    places = (at.start() for at in re.finditer(r"\w+", piece.text) if any(_is(word, at.group()) for word in asked))
    return max(places, default=0)


def _is(word: Word, token: str) -> bool:
    return found_in(word, (token.lower(),)) >= _SURELY


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
        # One without a date may be of any time: it stands behind.
        pair.sort(key=lambda piece: own_date(piece.passage) or date.min, reverse=True)
        parts = [phrase("disagree", language)]
        parts.extend(quoted(f"{piece.text} [{number}]", language) for number, piece in enumerate(pair, start=1))
    cited = [citation(n, piece.passage, piece.unit.start, piece.unit.end) for n, piece in enumerate(pair, start=1)]
    return _answer(asked, " ".join(part.strip() for part in parts), cited)
