"""What answering needs of an index, as a protocol. Knows nothing of how an index is kept."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from index.hit import Hit
from ingest.chunk import Chunk
from ingest.document import Document, Page


class Source(Protocol):
    """What answering needs of an index: `index.generation.Generation` is one."""

    @property
    def documents(self) -> Mapping[str, Document]:
        """Documents by id, without their pages."""

    @property
    def chunks(self) -> Sequence[Chunk]:
        """All chunks."""

    def page(self, document_id: str, number: int) -> Page:
        """Return page `number` (from 1) of a document."""

    def search(
        self, query: str, limit: int, collections: Sequence[str] | None = None, gloss: str = ""
    ) -> tuple[Hit, ...]:
        """Return up to `limit` hits, best first; `gloss` has the query's words in the documents' language."""
