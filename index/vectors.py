"""Vector search through llama-index's vector-store interface, with FAISS behind it: exact inner products.

The store's ids are positions as text; they are translated here, and no class of theirs leaves this module.
Knows nothing of texts or of how vectors were made. llama-index takes a second to import and does so at first use.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from index.errors import BrokenIndexError

if TYPE_CHECKING:
    from llama_index.core.vector_stores.types import BasePydanticVectorStore

Vectors = npt.NDArray[np.float32]


class VectorIndex:
    """An opened store of L2-normalised vectors; safe to read from several threads."""

    def __init__(self, store: "BasePydanticVectorStore") -> None:
        self._store = store
        self._faiss: Any = store.client
        self.size = int(self._faiss.ntotal)

    def search(self, vector: Vectors, limit: int, allowed: Collection[int] | None = None) -> list[tuple[int, float]]:
        """Up to `limit` (position, cosine), best first; `vector` is float32 (d,); `allowed` None allows all."""
        from llama_index.core.vector_stores.types import VectorStoreQuery

        if allowed is not None:
            # The store cannot filter, but few passages are soon compared one by one.
            positions = np.fromiter(sorted(allowed), np.int64, len(allowed))
            scores = self.scores(vector, positions)
            best = np.argsort(-scores, kind="stable")[:limit]
            return [(int(positions[i]), float(scores[i])) for i in best]
        query = VectorStoreQuery(query_embedding=vector.tolist(), similarity_top_k=min(limit, self.size))
        result = self._store.query(query)
        return [
            (int(key), float(score)) for key, score in zip(result.ids or [], result.similarities or [], strict=True)
        ]

    def scores(self, vector: Vectors, positions: npt.NDArray[np.int64]) -> Vectors:
        """Cosines of the passages at `positions`, float32 (n,)."""
        if not len(positions):
            return np.empty(0, np.float32)
        kept: Vectors = self._faiss.reconstruct_batch(positions)
        return kept @ vector


def build_vectors(vectors: Vectors, ids: Sequence[str], path: Path) -> None:
    """Write L2-normalised float32 (n, d) vectors to `path`, in the order of the chunks' `ids`.

    Raises:
        ValueError: there are not as many ids as vectors.
    """
    import faiss
    from llama_index.vector_stores.faiss import FaissVectorStore

    if len(vectors) != len(ids):
        message = f"{len(vectors)} vectors for {len(ids)} chunks"
        raise ValueError(message)
    index = faiss.IndexFlatIP(vectors.shape[1] if vectors.ndim == 2 else 1)
    # FaissVectorStore.add takes one node at a time, each vector as a list of Python numbers; the index takes them all.
    if len(vectors):
        index.add(np.ascontiguousarray(vectors, np.float32))
    FaissVectorStore(faiss_index=index).persist(str(path))


def open_vectors(path: Path) -> VectorIndex:
    """Open the vectors in `path`.

    Raises:
        BrokenIndexError: the file is missing or damaged.
    """
    from llama_index.vector_stores.faiss import FaissVectorStore

    try:
        return VectorIndex(FaissVectorStore.from_persist_path(str(path)))
    except (ValueError, RuntimeError) as exc:
        message = f"the vectors {path} cannot be read: {exc}; run ingest again"
        raise BrokenIndexError(message) from exc
