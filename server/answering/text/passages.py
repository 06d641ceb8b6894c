"""Answers a question in the documents' own words, or says that they do not tell. Knows nothing of figures or HTTP."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from server.answering.answer import Answer, Question
from server.answering.text import chosen_list, extract, refusal
from server.answering.text.bodies import asks_body, names_no_body, with_body
from server.answering.text.calendar_words import of_another_holiday, of_another_month
from server.answering.text.cells import asked_cell, asked_column
from server.answering.text.contacts import contact_first, tells_contact
from server.answering.text.counting import counting_first, counts_another, counts_no_doers, lacks_number
from server.answering.text.elsewhere import told_elsewhere, where_told_first
from server.answering.text.enumerated import announced, the_one_asked
from server.answering.text.evidence import Piece, leads_nothing, pieces_of, whole_first
from server.answering.text.fitting_pieces import asks_how_long, fitting_first, of_other_end, says_not_whether_still
from server.answering.text.found_passages import Passage, passages_of
from server.answering.text.labelled import below_own_label, labelled
from server.answering.text.members import asks_members, members_of, names_no_members
from server.answering.text.named import naming_first, said_nowhere
from server.answering.text.near_misses import (
    bare_numbers,
    content_first,
    deed_first,
    hardly_says,
    names_itself,
    names_none_of,
    names_place_only,
    of_other_rank,
    one_of_many,
    only_ahead,
    only_names,
    said_first,
    subject_first,
    tells_no_deed,
    tells_other_time,
)
from server.answering.text.others import of_another_name, tells_of_another, without_others
from server.answering.text.outright import of_other_meeting, only_mentions, outright_first
from server.answering.text.own_dates import without_own_dates
from server.answering.text.page_breaks import over_pages
from server.answering.text.plain_question import PlainQuestion, Understood
from server.answering.text.premise import (
    absent_subject,
    bears_no_title,
    costs_unsaid,
    defines_another,
    denies_nothing,
    gives_no_cause,
    in_order,
    lacks_extreme,
    lacks_ordinal,
    names_giver,
    of_another,
    of_another_year,
    says_no_end,
    with_attribute,
)
from server.answering.text.row_states import rows_in_state
from server.answering.text.searching import hits_of
from server.answering.text.second_look import denies, looked_again
from server.answering.text.siblings import without_siblings
from server.answering.text.source import Source
from server.answering.text.sources import names_no_source, source_first
from server.answering.text.surveys import without_other_surveys
from server.answering.text.telling import (
    below_answer,
    cell_answer,
    column_answer,
    list_answer,
    not_found,
    row_answer,
    rows_answer,
    sentence_answer,
)
from server.answering.text.text_phrases import reply
from server.answering.text.titles import listed_with_title
from server.answering.text.told_measure import of_another_measure, of_other_money
from server.answering.text.told_place import says_no_place
from server.answering.text.topics import topic_first
from server.answering.words.aims import asks_aims, with_aims, without_weight
from server.answering.words.history import interpret
from server.answering.words.kinds import BY_WHICH_ONE, FOR_WHOM, IN_WHICH_CASE, Wanted, wanted_of
from server.answering.words.language import detect
from server.answering.words.matching import Word, content_words
from server.answering.words.names import placing
from server.answering.words.small_talk import talk, without_greeting

LIST_FIT = 0.5
ROW_FIT = 0.45
SURER = 0.2
_ALL_SAID = 0.95
BELOW_HEADINGS = ("what", "how", "why", "list", "definition", "who", "yes_no")
_ECHOED = ("what", "how", "list", "definition")
"""Kinds that a list answers whose lead says what the question does."""
_IN_ROWS = ("status", "what", "yes_no", "why", "how")
"""Kinds that a row of a table of measures answers as a whole."""
_IN_TURN, _AS_LIKELY = 5, 1.5
"""How many pieces are judged, and how much less likely than the best one, in log odds, the others may be."""
_HALF = 0.5
_SURE_WITHOUT = 0.8
"""How sure the curve must be for what says little of the question in its own words."""
_IN_WORDS = 0.8
"""Share of the question's words, by weight, that a sentence must have to answer where tables should have had it."""


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
    found = _found(asked, evidence, generation)
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
    return found if (found := _found(asked, evidence, generation)).status == "answered" else None


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
    # A sentence says a condition without the word "case".
    named = IN_WHICH_CASE.sub("", text.strip())
    words = with_aims(content_words(named, asked.language), text, asked.language)
    words = without_weight(words) if wanted.kind == "why" else words
    hits = hits_of(text, words, asked, generation)
    passages = passages_of(hits, generation)
    pieces = pieces_of(passages, words, wanted, lasting=asks_how_long(text))
    pieces = [piece for piece in pieces if not _tells_nothing(piece, words)] or pieces
    pieces = [p for p in pieces if not (told_elsewhere(p, wanted, text) or of_other_rank(p, text))] or pieces
    pieces = without_own_dates(pieces, wanted, text)
    pieces = without_other_surveys(without_others(pieces, words, wanted, text), words, wanted)
    if not FOR_WHOM.match(text):  # Whom one body gives something is another.
        pieces = without_siblings(pieces, passages, words, officer=wanted.person)
    ordered = whole_first(in_order(looked_again(pieces, text, wanted, generation), words))
    ordered = with_body(with_attribute(ordered, words, wanted), wanted, text)
    ordered = subject_first(said_first(ordered, words, wanted), words, wanted, asked.language)
    ordered = naming_first(deed_first(ordered, words, wanted, text, asked.language), words, asked.language, text)
    ordered = outright_first(topic_first(content_first(ordered, wanted), words, wanted, text), words, wanted, text)
    ordered = where_told_first(source_first(fitting_first(ordered, wanted, text), text), words, text)
    ordered = contact_first(ordered, text)
    ordered = counting_first(ordered, wanted, asked.language)
    return Evidence(wanted, words, passages, tuple(ordered))


def _tells_nothing(piece: Piece, words: Sequence[Word]) -> bool:
    """Return whether a piece only repeats the question or leads what is no list; what has its own label tells that."""
    leads = leads_nothing(piece) or chosen_list.leads_other_things(piece, words)
    return leads or (refusal.says_nothing(piece, words) and not below_own_label(piece))


def _found(asked: Understood, evidence: Evidence, source: Source) -> Answer:
    """Return the answer by what the question wants: a list, a row of measures, or sentences."""
    if laid_out := _laid_out(asked, evidence):
        return laid_out
    judgement, evidence = _judged_in_turn(asked, evidence)
    wanted, words, passages, pieces = evidence.wanted, evidence.words, evidence.passages, evidence.pieces
    if judgement.why not in ("wrong_year", "unknown_words", "not_of"):
        if wanted.kind in BELOW_HEADINGS and (below := extract.below_question(passages, words, asked.text)):
            return below_answer(asked, below)
        if wanted.kind in _ECHOED and (echoed := chosen_list.echoed_list(passages, words, asked.text)):
            return list_answer(asked, over_pages(echoed, source))
        listed = _listed(asked, evidence, likely=judgement.answered)
        if listed and not (judgement.answered and _announces_more(pieces[0], listed, wanted)):
            return list_answer(asked, over_pages(listed, source))
        if row := _row(asked, evidence, likely=judgement.answered):
            return row_answer(asked, row)
    if not judgement.answered:
        if judgement.why == "unknown_words":
            unsaid = said_nowhere(judgement.missing, words, source)
            judgement = replace(judgement, missing=unsaid, why=judgement.why if unsaid else "no_match")
        return not_found(asked, judgement, passages)
    one = the_one_asked(pieces, words)
    by_one = BY_WHICH_ONE.match(asked.text.strip(" ¿"))
    led = None if by_one else chosen_list.led_list([one or pieces[0], *pieces[1:]], words, wanted)
    if led and not _announces_more(pieces[0], led, wanted):
        return list_answer(asked, over_pages(led, source), one)
    pieces = (one, *pieces[1:]) if one else pieces
    # A cell with little of what is asked is told with its row, for its number may be of something else.
    told_whole = wanted.kind in _IN_ROWS or pieces[0].signals.coverage < _HALF
    held = extract.row_of(pieces[0], words) if told_whole else None
    return row_answer(asked, held) if held else sentence_answer(asked, wanted, words, pieces, source)


def _announces_more(best: Piece, found: chosen_list.ListFound, wanted: Wanted) -> bool:
    """Return whether the list is of but one of the parts that the best piece, or a sentence with it, announces."""
    above = [unit for unit in found.bullets.lead if unit.start < found.bullets.items[0].start]
    parts = announced(best.passage, best.unit) if wanted.kind == "list" else ()
    return bool(above) and found.passage.page == best.passage.page and above[-1] in parts[1:]


def _laid_out(asked: Understood, evidence: Evidence) -> Answer | None:
    """Return what tables of words and columns of names tell, whatever the sentences around them say."""
    wanted, words, passages = evidence.wanted, evidence.words, evidence.passages
    if cell := asked_cell(passages, words, wanted):
        return cell_answer(asked, cell)
    if column := asked_column(passages, words, wanted):
        return column_answer(asked, column)
    if members := members_of(passages, words, asked.text):
        alone = extract.Below(members.passage, members.bullets.lead[0], members.bullets.items)
        return below_answer(asked, alone) if len(members.items) == 1 else list_answer(asked, members)
    if rows := rows_in_state(passages, words, wanted, asked.text):
        return rows_answer(asked, rows)
    return None


def _listed(asked: Understood, evidence: Evidence, *, likely: bool) -> chosen_list.ListFound | None:
    """Return the list that answers; one where nothing is `likely` to must fit the better."""
    wanted, words, passages = evidence.wanted, evidence.words, evidence.passages
    if asks_members(asked.text):
        return None  # Names that stand below another body's are not its own.
    asked_for = wanted.kind == "list" or asks_aims(without_greeting(asked.text))
    listed = chosen_list.asked_list(passages, words, wanted) if asked_for else None
    if listed and denies(asked.text) and not chosen_list.denied(listed):
        return None
    likely = likely or any(word.attribute for word in words)
    if listed and listed.fit >= (LIST_FIT if likely else LIST_FIT + SURER):
        return listed
    return chosen_list.named_list(passages, words, wanted, asked.text) if wanted.kind == "what" else None


def _row(asked: Understood, evidence: Evidence, *, likely: bool) -> extract.RowFound | None:
    """Return the row of a table of measures that answers; none where a `likely` sentence gives the cause asked for.

    So does the sentence after it.
    """
    wanted, words, passages = evidence.wanted, evidence.words, evidence.passages
    if wanted.kind == "who":
        row = extract.responsible_row(passages, words, asked.text)
    else:
        caused = wanted.kind == "why" and likely and extract.gives_reason(evidence.pieces)
        # What only names a programme or a place asks for none of its measures.
        named = wanted.kind == "status" or len(placing([word.text for word in words])) < len(words)
        # A sentence of all that is asked says more than a row that has a part of it.
        told = wanted.kind != "status" and any(one.signals.coverage >= _ALL_SAID for one in evidence.pieces[:1])
        row = extract.best_row(passages, words) if wanted.kind in _IN_ROWS and named and not caused else None
        row = None if row and told and row.fit < _ALL_SAID else row
    least = ROW_FIT if wanted.kind == "status" else ROW_FIT + SURER
    return row if row and row.fit >= least else None


def _judged_in_turn(asked: Understood, evidence: Evidence) -> tuple[refusal.Judgement, Evidence]:
    """Return the judgement of the best piece, or of one about as likely that answers where that does not: then first.

    It must say a half of the question and as much of it as the best one.
    """
    judgement = _judged(asked, evidence)
    if judgement.answered or not evidence.pieces or evidence.wanted.kind == "who":
        return judgement, evidence  # Any sentence near by has some name.
    best = evidence.pieces[0]
    for piece in evidence.pieces[1:_IN_TURN]:
        if (
            piece.score < best.score - _AS_LIKELY
            or piece.signals.coverage < max(_HALF, best.signals.coverage)
            or len(piece.missing) > len(best.missing)
            or piece.unit.kind not in ("sentence", "bullet")
        ):
            continue
        rest = (one for one in evidence.pieces if one is not piece)
        other = replace(evidence, pieces=(piece, *rest))
        judged = _judged(asked, other)
        if judged.answered:
            return judged, other
    return judgement, evidence


def _judged(asked: Understood, evidence: Evidence) -> refusal.Judgement:
    """Return whether the best piece answers: not where it speaks of another thing than the question's."""
    pieces, words, wanted = evidence.pieces, evidence.words, evidence.wanted
    judgement = refusal.judge(pieces, words, wanted, asked.language, asked.text)
    if not judgement.answered:
        return judgement
    told = labelled(pieces[0], words, wanted) or tells_contact(pieces[0], wanted, asked.text)
    if absent := (
        (() if told else absent_subject(pieces[0], evidence.passages, words, wanted, asked.language))
        or lacks_ordinal(pieces[0], words)
    ):
        return replace(judgement, answered=False, why="unknown_words", missing=absent)
    why = _amiss(asked, evidence, judgement.sure)
    return replace(judgement, answered=False, why=why) if why else judgement


def _amiss(asked: Understood, evidence: Evidence, sure: float) -> refusal.Why | None:
    """Return why the best piece does not answer where it speaks of another thing, time or person; else None.

    What lacks only the question's words may tell it in others where it is `sure` enough without them.
    """
    lacking = sure < _SURE_WITHOUT
    # Across languages the curve does not weigh what is lacking.
    unlikely = lacking or asked.language != (evidence.pieces[0].passage.document.language or "fi")
    pieces, words, wanted, text = evidence.pieces, evidence.words, evidence.wanted, asked.text
    best = pieces[0]
    if tells_contact(best, wanted, text) or listed_with_title(best, words, wanted):
        return None
    unnamed = (
        names_itself(best, words, wanted)
        or (asks_body(text) and names_no_body(pieces, wanted, text))
        or bears_no_title(best, words, wanted)
        or names_giver(best, wanted, text)
        or names_no_members(best, words, text)
        or names_place_only(best, words, wanted, text)
        or (unlikely and not labelled(best, words, wanted) and tells_no_deed(best, words, wanted, text, asked.language))
    )
    uncounted = (
        of_another_year(best, words, wanted, text)
        or of_another_measure(best, wanted, text)
        or of_other_money(best, wanted, text)
        or counts_another(best, wanted, asked.language)
        or lacks_number(best, words, wanted)
        or counts_no_doers(best, words, wanted, text)
        or costs_unsaid(best, words, wanted, asked.language)
        or bare_numbers(best)
    )
    elsewhere = (
        defines_another(best, words, wanted)
        or only_mentions(best, words, wanted)
        or gives_no_cause(pieces, wanted)
        or says_no_end(best, wanted, text)
        or (of_another(pieces, wanted) and not labelled(best, words, wanted))
        or lacks_extreme(best, wanted, text)
        or of_other_end(best, wanted, text)
        or tells_other_time(best, words, wanted, text, asked.language)
        or denies_nothing(best, wanted, text)
        or of_another_month(best, wanted, text)
        or of_another_holiday(best, text)
        or says_no_place(best, wanted, text)
        or says_not_whether_still(best, wanted, text)
        or (lacking and only_names(best, words, wanted))
        or only_ahead(best, wanted, text)
        or tells_of_another(best, words, wanted, text)
        or names_no_source(best, wanted, text)
        or (lacking and hardly_says(best, wanted))
        or names_no_body(pieces, wanted, text)
        or of_another_name(pieces, words, wanted, asked.language)
        or of_other_meeting(best, wanted, text)
        or names_none_of(best, words, wanted, text)
        or one_of_many(best, wanted)
    )
    return "no_name" if unnamed else "no_number" if uncounted else "no_match" if elsewhere else None


def ask(question: Question, generation: Source) -> Answer:
    """Answer from running text alone: understanding and passages in one."""
    return answer_from_passages(understand(question), generation)
