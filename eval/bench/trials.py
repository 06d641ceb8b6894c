"""Questions to be asked with the documents that answer them and without: of public sets, and of our own.

Stands in for what no set has: questions that documents of the same kind do not answer. Knows nothing of measures.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from eval.bench.memory import open_source
from eval.bench.retrieval import half_of, question_sets
from index.generation import Generation, open_generation
from index.hit import Hit
from index.hybrid import Searcher
from index.settings import settings_from_environment
from ingest.chunk import Chunk
from ingest.document import Document, Page
from server.answering.answer import Language, Question
from server.answering.text import refusal
from server.answering.text.passages import Evidence, evidence_for, understand
from server.answering.text.source import Source

_OWN = Path(__file__).parents[1] / "questions" / "texts.jsonl"
_FURTHER = 60
"""Hits that are looked up beyond those asked for, so that enough are left without the hidden documents."""


class HidingSource(Source, Protocol):
    """An index out of which single documents can be hidden."""

    hidden: set[str]


@dataclass(slots=True, eq=False, weakref_slot=True)
class HidingGeneration:
    """A generation whose search passes over the documents of `hidden`."""

    generation: Generation
    hidden: set[str] = field(default_factory=set)

    @property
    def documents(self) -> Mapping[str, Document]:
        """Documents by id."""
        return self.generation.documents

    @property
    def chunks(self) -> Sequence[Chunk]:
        """All chunks."""
        return self.generation.chunks

    def page(self, document_id: str, number: int) -> Page:
        """Return a page."""
        return self.generation.page(document_id, number)

    def search(
        self, query: str, limit: int, collections: Sequence[str] | None = None, gloss: str = ""
    ) -> tuple[Hit, ...]:
        """Return up to `limit` hits of documents that are not hidden."""
        found = self.generation.search(query, limit + (_FURTHER if self.hidden else 0), collections, gloss)
        kept = [hit for hit in found if hit.chunk.document_id not in self.hidden][:limit]
        return tuple(Hit(rank, hit.score, hit.chunk) for rank, hit in enumerate(kept, start=1))

    def warm(self) -> Searcher:
        """Return the searcher."""
        return self.generation.warm()


@dataclass(frozen=True, slots=True)
class Trial:
    """A question of half 0 (A, `dev`) or 1 (B, `kept`).

    `relevant` are the documents that answer it, none where none do. `texts` are texts of which the right answer holds
    one; empty where the right document is all that is known.
    """

    question: Question
    language: Language
    half: int
    relevant: frozenset[str]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """What came of a trial; `hidden` says that its documents were hidden, so that nothing should be answered.

    `right` says that the best piece answers.
    """

    set_name: str
    trial: Trial
    hidden: bool
    evidence: Evidence
    judgement: refusal.Judgement
    right: bool

    @property
    def answerable(self) -> bool:
        """Whether the documents searched answer the question."""
        return bool(self.trial.relevant) and not self.hidden


def trials(data: Path, own_index: Path | None, limit: int) -> Iterator[tuple[str, HidingSource, list[Trial]]]:
    """Yield each set with its index: TyDi-fi, SQuAD-fi in two languages, and our own where an index is given.

    At most `limit` questions of a set, evenly over it.
    """
    records = {
        name: [json.loads(line) for line in (data / name / "dev.jsonl").read_text(encoding="utf-8").splitlines()]
        for name in ("tydi-fi", "squad2-fi")
    }
    languages: tuple[Language, ...] = ("fi", "fi", "en")
    for question_set, language in zip(question_sets(data), languages, strict=True):
        known = records["tydi-fi" if question_set.name.startswith("TyDi") else "squad2-fi"]
        every = max(1, -(-len(known) // limit))
        yield (
            question_set.name,
            open_source(question_set),
            [
                Trial(
                    Question(query.text, language=language),
                    language,
                    half_of(record["id"]),
                    frozenset((str(query.relevant),)),
                    tuple(record.get("answers", ())),
                )
                for query, record in zip(question_set.queries, known, strict=True)
            ][::every],
        )
    if own_index:
        with ExitStack() as stack:
            generation = stack.enter_context(closing(open_generation(own_index, settings_from_environment())))
            yield "our own", HidingGeneration(generation), list(_own(generation))


def _own(generation: Generation) -> Iterator[Trial]:
    """Yield our own questions, but small talk, with the ids of their documents in the generation."""
    for line in _OWN.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        if record["expected_status"] == "declined":
            continue
        relevant = frozenset(
            key for key in generation.documents if any(key.endswith(path) for path in record["expected_documents"])
        )
        question = Question(record["question"], language=record["language"], history=tuple(record["history"]))
        texts = tuple(record["accepted_texts"] or record["required_texts"])
        yield Trial(question, record["language"], int(record["split"] == "kept"), relevant, texts)


def ask(set_name: str, source: HidingSource, trial: Trial, *, hidden: bool) -> Asked:
    """Look a trial's question up, its documents hidden or not, without answering it from figures."""
    source.hidden = set(trial.relevant) if hidden else set()
    asked = understand(trial.question)
    evidence = evidence_for(asked, source)
    judgement = refusal.judge(evidence.pieces, evidence.words, evidence.wanted, asked.language, asked.text)
    best = evidence.pieces[0] if evidence.pieces else None
    right = best is not None and (
        any(plain(text) in plain(best.text) for text in trial.texts)
        if trial.texts
        else best.passage.hit.chunk.document_id in trial.relevant
    )
    return Asked(set_name, trial, hidden, evidence, judgement, right)


def plain(text: str) -> str:
    """Return `text` in lower case with white space as single spaces."""
    return " ".join(text.casefold().split())
