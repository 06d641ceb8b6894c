"""From a question to its answer: history, small talk, figures, then passages. Knows nothing of HTTP."""

import re
from dataclasses import replace
from time import perf_counter

from index.generation import Generation
from server.answering.answer import Answer, Language, Question
from server.answering.catalogue import catalogue
from server.answering.figures.asked import Asked
from server.answering.figures.beside import with_figures
from server.answering.figures.claims import claim_of, claimed, judged
from server.answering.figures.figures_answer import answer_from_figures
from server.answering.figures.labels import labels_of
from server.answering.figures.said_lines import lines_told
from server.answering.figures.said_parts import parts_near, with_parts
from server.answering.figures.said_sides import OPERATIONS as COMPARING
from server.answering.figures.said_sides import sides_told
from server.answering.figures.sentences import say
from server.answering.figures.told_in_full import tells_in_full, told_in_full
from server.answering.figures.told_numbers import fitting, of_places_named, states_change
from server.answering.figures.told_of import asks_of_year, of_all_asked, says_all
from server.answering.figures.understanding import understand
from server.answering.listed_before import asks_of_list, of_the_list
from server.answering.own_time import as_of_day, of_own_time
from server.answering.text.beside_figures import around_figures
from server.answering.text.passages import answer_from_passages, answer_in_words, declined
from server.answering.text.text_phrases import phrase
from server.answering.together import together
from server.answering.words.diacritics import restored
from server.answering.words.history import interpret
from server.answering.words.language import detect
from server.answering.words.mentions import Mention, capitalised
from server.answering.words.message import Message, message_of
from server.answering.words.names import PLACES, mentions_in, names
from server.answering.words.parts import parts_of, refers
from server.answering.words.rewording import plainly
from server.answering.words.spelling import respelled
from server.answering.words.vocabulary import listed
from server.answering.words.word import words_of

_ASKS_USE = re.compile(r"(?:mihin|mitä|vad|what) (?:\w+ )?(?:voi|voidaan|saa|saadaan|kan|får|can|may)\b", re.IGNORECASE)
"""A question for what something may be used for: no amount answers it."""
_WHICH_PROGRAMMES = re.compile(
    r"(?:missä|mistä) (?:ohjelmi|hankkei)\w+|(?:i|från|av) vilka (?:program|projekt)\b"
    r"|(?:(?:in|from) )?which (?:programmes|programs|projects)\b",
    re.IGNORECASE,
)
_HYPHENED = re.compile(r" [-–][^\W\d]+")
_MANY_COLUMNS = 4


def answer(question: Question, generation: Generation) -> Answer:
    """Return the answer to `question` from the documents of `generation`.

    Figures answer first; where they have nothing to say, the documents' own words do. `timings_ms` has "total" and the
    parts that took time.
    """
    started = perf_counter()
    refused = declined(question)
    if refused is not None:
        return _timed(refused, started)
    language = question.language or detect(question.text, question.history)
    text = restored(question.text, language)
    statement = claimed(text)
    among = question.collections
    documents = [one for one in generation.documents.values() if not among or one.collection in among]
    if known := catalogue(replace(question, text=text), language, [one.title or one.path for one in documents]):
        return _timed(known, started)
    message = Message((statement,)) if statement else message_of(text)
    asked: list[tuple[str, Answer]] = []
    earlier = (*_asked_before(question.history, language), *message.before)
    for text in message.questions:
        one = replace(question, text=text, history=earlier, language=language)
        told = _answered(one, language, generation, stated=statement is not None)
        asked.append((text, told))
        earlier = (*earlier, text)
    joint = together(question.text, language, asked) if len(asked) > 1 else None
    return _timed(joint or asked[-1][1], started)


def _asked_before(history: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Return the questions of earlier messages, and what names something there, oldest first."""
    messages = [message_of(restored(text, language)) for text in history]
    return tuple(text for message in messages for text in (*message.before, *message.questions))


def _answered(question: Question, language: Language, generation: Generation, *, stated: bool) -> Answer:
    """Return the answer to one question, read by its history; what is `stated` is asked to be checked."""
    found = interpret(
        question,
        _names_in,
        lambda text: _terms_in(text, question, language),
        lambda text: _rows_told(understand(question, language, text), generation),
    )
    text = as_of_day(question, plainly(found.text), language)
    if claim := claim_of(text, language, _names_in, stated=stated):
        opened = understand(question, language, claim.question, (found.taken_over,) if found.taken_over else ())
        if checked := judged(claim, _told(opened, generation), language):
            return replace(checked, interpreted_question=text)
    parts = parts_of(text) if not found.taken_over else ()
    told = _of_parts(parts, question, language, generation) if len(parts) > 1 else None
    if found.taken_over and asks_of_list(question.text):
        listed = _told(understand(question, language, found.taken_over), generation)
        told = of_the_list(listed, question.text, text, language)
    if told is None:
        told = _told(understand(question, language, text, (found.taken_over,) if found.taken_over else ()), generation)
    return told


def prepare(generation: Generation) -> None:
    """Load dictionaries and index the labels of `generation`, so that the first question need not wait."""
    labels_of(generation.figures)
    understand(Question("Kuinka paljon?"), "fi")


def _told(asked: Asked, generation: Generation) -> Answer:
    """Return the answer to an understood question of one part."""
    started = perf_counter()
    language = asked.language
    answered = answer_from_figures(asked, generation)
    figures_ms = (perf_counter() - started) * 1000
    absent = None
    if answered is not None and answered.status == "not_found" and not _asks_amount(asked):
        # No table was asked for anything; but "what was it in 2030" is not told for that year where text does not, too.
        got = bool(asked.received and asked.years and asked.mentions)
        absent, answered = (answered if got or asks_of_year(asked) else None), None
    if answered is not None and not states_change(asked, answered):
        answered = None  # What there is does not tell by how much it changed.
    if answered is not None and answered.status == "not_found":
        answered = _in_words_instead(asked, generation) or answered
    elif answered is not None and _scattered(asked, answered) and (told := answer_in_words(asked, generation)):
        answered = told
    elif answered is not None:
        amount = _asks_amount(asked) or _of_row_and_column(asked, answered)
        told = around_figures(asked, generation, answered.citations, amount=amount)
        answered = told or answered
    if answered is None:
        answered = _from_passages(asked, generation)
        answered = absent if absent is not None and answered.status == "not_found" else answered
    if answered.status == "not_found" and answered.answered_by == "figures" and asked.operation in COMPARING:
        told = sides_told(asked, _from_passages(asked, generation), generation.page)
        answered = told if any(figure.check == "computed" for figure in told.figures) else answered
    elif answered.answered_by == "passages":
        answered = lines_told(asked, sides_told(asked, answered, generation.page), generation.page)
    answered = with_parts(parts_near(answered, asked), asked)
    answered = of_own_time(asked.text, answered) if _asks_amount(asked) else answered
    if asked.taken_over and answered.answered_by == "figures":
        answered = replace(answered, answer=phrase("taken_over", language, question=asked.text) + answered.answer)
    answered.timings_ms["figures"] = figures_ms
    return answered


def _in_words_instead(asked: Asked, generation: Generation) -> Answer | None:
    """Return what running text tells where tables do not: a sentence of all that the question names, else None."""
    told = answer_in_words(asked, generation)
    if told is not None and of_all_asked(asked, fitting(asked, told), generation.page).status == "answered":
        return told
    if not asked.explicit:
        return None
    told = _from_passages(asked, generation)
    return told if says_all(asked, told, generation.page) or tells_in_full(asked, told, generation.page) else None


def _scattered(asked: Asked, answered: Answer) -> bool:
    """Whether the most or least is told of many columns: a sentence that says which it is says more than they do."""
    columns = {figure.column_path for figure in answered.figures}
    return asked.operation in ("maximum", "minimum") and len(columns) >= _MANY_COLUMNS


def _of_row_and_column(asked: Asked, answered: Answer) -> bool:
    """Whether a question names both the row and the column of each figure told: it asks for what stands there."""
    words = [word for word, kind in zip(asked.words, asked.kinds, strict=True) if kind == "content"]
    return bool(answered.figures) and all(
        any(not word.forms.isdisjoint(_forms(" ".join(path))) for word in words)
        for figure in answered.figures
        for path in (figure.row_path, figure.column_path)
    )


def _rows_told(asked: Asked, generation: Generation) -> tuple[str, ...]:
    """Return the rows that a question is answered by where they are the same in all that is told, else none."""
    told = answer_from_figures(asked, generation)
    if told is None or told.status != "answered":
        return ()
    by_place: dict[tuple[str | None, tuple[str, ...]], list[str]] = {}
    for figure in told.figures:
        if figure.row_path:
            label = figure.row_path[-1]
            places = [label[m.start : m.end] for m in _names_in(label) if m.kind == "place"]
            by_place.setdefault((figure.programme, figure.column_path), []).append((places or [label])[0])
    rows = {tuple(found) for found in by_place.values()}
    return rows.pop() if len(rows) == 1 else ()


def _forms(label: str) -> frozenset[str]:
    return frozenset().union(*(word.forms for word in words_of(label)))


def _of_parts(parts: tuple[str, ...], question: Question, language: Language, generation: Generation) -> Answer | None:
    """Return the answer to a question of two parts; None where neither has one.

    The second part is read alone, and by the first one where it speaks of what that names ("there") or leads to another
    document.
    Where either is told by the same ("who got most, and how much"), it is told once.
    """
    first, second = parts
    told = _told(understand(question, language, first), generation)
    alone = _told(understand(question, language, second), generation)
    if _same(told, alone):
        return replace(told, interpreted_question=question.text)
    named = [first[one.start : one.end] for one in _names_in(first) if one.start]
    if _WHICH_PROGRAMMES.match(first) and len(named) == 1 and not _names_in(second):
        # What somebody got is told by programme.
        of_name = f"{second.rstrip('?')} – {named[0]}"
        joint = _told(understand(question, language, of_name, (first,)), generation)
        if joint.status == "answered" and joint.answered_by == "figures":
            lead = phrase("taken_over", language, question=joint.interpreted_question)
            return replace(joint, answer=joint.answer.removeprefix(lead), interpreted_question=question.text)
    if not refers(second) and _of_one_document(told, alone):
        return together(question.text, language, ((first, told), (second, alone)))
    asked = understand(question, language, f"{second.rstrip('?')} – {first}", (first,))
    joint = _told(asked, generation)
    joint = replace(joint, answer=joint.answer.removeprefix(phrase("taken_over", language, question=asked.text)))
    if _same(told, joint) or _within(told, joint):
        return replace(joint, interpreted_question=question.text)
    if told.status == "answered" and not _of_one_document(told, joint):
        joint = replace(joint, status="not_found")
    return together(question.text, language, ((first, told), (second, joint)))


def _same(told: Answer, other: Answer) -> bool:
    return told.status == other.status == "answered" and told.answer == other.answer


def _within(told: Answer, other: Answer) -> bool:
    """Whether another answer has all figures of one, and more: "how much in all" is told by how it is divided, too."""
    if told.status != "answered" or other.status != "answered" or not told.figures:
        return False
    own, others = ({(one.value, one.row_path, one.column_path) for one in each.figures} for each in (told, other))
    return own < others


def _of_one_document(told: Answer, other: Answer) -> bool:
    documents = {cited.document_id for cited in told.citations}
    return other.status == "answered" and any(cited.document_id in documents for cited in other.citations)


def _timed(answered: Answer, started: float) -> Answer:
    answered.timings_ms["total"] = (perf_counter() - started) * 1000
    return answered


def _from_passages(asked: Asked, generation: Generation) -> Answer:
    """Return what running text answers; a word that only a slip away is a word of the documents is read as that."""
    text, mended = respelled(asked.text, generation)
    asked = replace(asked, text=text)
    told = of_places_named(asked, fitting(asked, answer_from_passages(asked, generation)), generation.page)
    told = told_in_full(asked, of_all_asked(asked, told, generation.page), generation.page)
    warnings = [say("corrected", asked.language, written=written, read=read) for written, read in mended]
    told = replace(told, warnings=(*told.warnings, *warnings))
    return with_figures(told, asked, labels_of(generation.figures))


def _asks_amount(asked: Asked) -> bool:
    """Whether a question has anything that asks for an amount: "what are the aims" has not."""
    if _ASKS_USE.match(asked.text):
        return False
    return (
        asked.explicit or asked.operation != "lookup" or bool({"money", "grant", "measure"}.intersection(asked.kinds))
    )


def _names_in(text: str) -> tuple[Mention, ...]:
    """Return the known names of `text` by kind, and other capitalised words as names."""
    words = words_of(text)
    known = [
        Mention(_kind(min(mention.keys)), words[mention.start].start, _end(text, words[mention.end - 1].end))
        for mention in mentions_in(words)
    ]
    others = [
        mention
        for mention in capitalised(text)
        if not any(mention.start < other.end and other.start < mention.end for other in known)
    ]
    return tuple(sorted((*known, *others), key=lambda mention: mention.start))


def _end(text: str, end: int) -> int:
    """Return where a name ends that may go on behind its blank: "X -ohjelman"."""
    behind = _HYPHENED.match(text, end)
    return behind.end() if behind else end


def _terms_in(text: str, question: Question, language: Language) -> tuple[Mention, ...]:
    """Return the measures of `text` ("maksettu", "sai") and, as topics, its runs of words of no list of the frame."""
    asked = understand(question, language, text)
    named = {position for mention in asked.mentions for position in range(mention.start, mention.end)}
    found: list[Mention] = []
    for position, (word, kind) in enumerate(zip(asked.words, asked.kinds, strict=True)):
        if kind == "measure" or listed(word, "measures", "received"):
            found.append(Mention("measure", word.start, word.end))
        elif kind == "content" and position not in named:
            last = found[-1] if found else None
            if last and last.kind == "topic" and not text[last.end : word.start].strip():
                found[-1] = Mention("topic", last.start, word.end)
            else:
                found.append(Mention("topic", word.start, word.end))
    return tuple(found)


def _kind(key: str) -> str:
    kind = names()[key[2:]].kind
    return "place" if kind in PLACES else kind
