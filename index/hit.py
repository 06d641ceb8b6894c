"""A search result. Knows nothing of how it was found."""

from dataclasses import dataclass

from ingest.chunk import Chunk


@dataclass(frozen=True, slots=True)
class Hit:
    """A chunk with its rank (from 1) and score (higher is better; comparable within one search)."""

    rank: int
    score: float
    chunk: Chunk
