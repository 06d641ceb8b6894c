"""An index in memory over the passages of a question set, out of which single documents can be hidden.

Stands in for a generation in benchmarks of answering. Knows nothing of files.
"""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.bench.retrieval import QuestionSet, open_indexes
from index.encoder import load_encoder
from index.hit import Hit
from index.hybrid import Searcher
from index.settings import settings_from_environment
from ingest.chunk import Chunk
from ingest.document import Document, Page


@dataclass(slots=True, eq=False, weakref_slot=True)
class MemorySource:
    """Passages as documents of one page; `hidden` are the ids of documents that search passes over."""

    documents: dict[str, Document]
    chunks: Sequence[Chunk]
    searcher: Searcher
    hidden: set[str] = field(default_factory=set)

    def page(self, document_id: str, number: int) -> Page:
        """Return the page of a document."""
        text = self.chunks[int(document_id)].text
        return Page(number, text, text, tuple(range(len(text) + 1)))

    def search(
        self, query: str, limit: int, collections: Sequence[str] | None = None, gloss: str = ""
    ) -> tuple[Hit, ...]:
        """Return up to `limit` hits of documents that are not hidden."""
        del collections  # There is one.
        found = self.searcher.search(query, limit + len(self.hidden), gloss=gloss)
        kept = [hit for hit in found if hit.chunk.document_id not in self.hidden][:limit]
        return tuple(Hit(rank, hit.score, hit.chunk) for rank, hit in enumerate(kept, start=1))

    def warm(self) -> Searcher:
        """Return the searcher."""
        return self.searcher


def open_source(question_set: QuestionSet) -> MemorySource:
    """Return an index over the passages of `question_set`."""
    settings = settings_from_environment()
    folder = Path(tempfile.mkdtemp(prefix="bench-"))
    searchers = open_indexes(load_encoder(settings), question_set.chunks, folder, settings.cache / "bench")
    documents = {
        chunk.document_id: Document(
            chunk.document_id,
            "bench",
            chunk.document_id,
            "",
            "text/plain",
            chunk.context[0] if chunk.context else "",
            (),
        )
        for chunk in question_set.chunks
    }
    return MemorySource(documents, question_set.chunks, searchers["both, second look"])
