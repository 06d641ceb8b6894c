"""From a question to its answer: history, small talk, figures, then passages. Knows nothing of HTTP."""

from dataclasses import replace
from time import perf_counter

from index.generation import Generation
from server.answering.answer import Answer, Question
from server.answering.figures_answer import answer_from_figures
from server.answering.history import Mention, capitalised, interpret
from server.answering.labels import labels_of
from server.answering.language import detect
from server.answering.names import mentions_in, names
from server.answering.passages import answer_from_passages, declined
from server.answering.small_talk import without_greeting
from server.answering.text_phrases import phrase
from server.answering.understanding import understand
from server.answering.word import words_of

_PLACES = ("region", "collaborative_area", "city")


def answer(question: Question, generation: Generation) -> Answer:
    """Return the answer to `question` from the documents of `generation`.

    Figures answer first; where they have nothing to say, the documents' own words do. `timings_ms` has "total" and the
    parts that took time.
    """
    started = perf_counter()
    refused = declined(question)
    if refused is not None:
        return _timed(refused, started)
    found = interpret(question, _names_in)
    language = question.language or detect(question.text, question.history)
    asked = understand(
        question, language, without_greeting(found.text), (found.taken_over,) if found.taken_over else ()
    )
    answered = answer_from_figures(asked, generation)
    figures_ms = (perf_counter() - started) * 1000
    if answered is None:
        answered = answer_from_passages(asked, generation)
    elif asked.taken_over:
        answered = replace(answered, answer=phrase("taken_over", language, question=asked.text) + answered.answer)
    answered.timings_ms["figures"] = figures_ms
    return _timed(answered, started)


def prepare(generation: Generation) -> None:
    """Load dictionaries and index the labels of `generation`, so that the first question need not wait."""
    labels_of(generation.figures)
    understand(Question("Kuinka paljon?"), "fi")


def _timed(answered: Answer, started: float) -> Answer:
    answered.timings_ms["total"] = (perf_counter() - started) * 1000
    return answered


def _names_in(text: str) -> tuple[Mention, ...]:
    """Return the known names of `text` by kind, and other capitalised words as names."""
    words = words_of(text)
    known = [
        Mention(_kind(min(mention.keys)), words[mention.start].start, words[mention.end - 1].end)
        for mention in mentions_in(words)
    ]
    others = [
        mention
        for mention in capitalised(text)
        if not any(mention.start < other.end and other.start < mention.end for other in known)
    ]
    return tuple(sorted((*known, *others), key=lambda mention: mention.start))


def _kind(key: str) -> str:
    kind = names()[key[2:]].kind
    return "place" if kind in _PLACES else kind
