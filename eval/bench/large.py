"""A large index on disk for timing: real passages cut in half and joined anew, with made-up tables beside them.

A passage's vector is the sum of its halves' with noise, its token vectors are the first half's, so that nothing need be
encoded for minutes. Times over it mean something; what is found does not.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import numpy as np

from eval.bench.figures import MadeUp
from index import folder, lemmas
from index.cache import cached_records
from index.encoder import Encoder
from index.format import formats
from index.hybrid import LATE
from index.keyword import build_keyword
from index.late import LAYOUT, build_late, passage_records, split_records
from index.settings import IndexSettings
from index.store import Store, StoreWriter
from index.vectors import build_vectors
from ingest.chunk import Chunk
from ingest.document import Document, Page

_PAGES = 100


def build_large(  # noqa: PLR0913  # what an index is made of
    encoder: Encoder, texts: Sequence[str], directory: Path, settings: IndexSettings, *, passages: int, figures: int
) -> None:
    """Write an index of about `passages` passages made of halves of `texts`, and about `figures` figures of tables.

    Args:
        encoder: embeds `texts` where the cache lacks them.
        texts: passages to cut and join.
        directory: an empty folder for the index, which has its cache beside it.
        settings: written into the index; `cache` / "bench" keeps what `texts` give.
        passages: one a page, a hundred pages a document.
        figures: of tables as `eval.bench.figures` makes them up.
    """
    cache = settings.cache / "bench"
    records, _ = cached_records(
        texts, lambda batch: passage_records(encoder, batch), cache, f"{encoder.name} {encoder.precision} {LAYOUT}"
    )
    vectors, codes = split_records(records)
    pairs = _pairs(len(texts), passages)
    joined = [texts[a][: len(texts[a]) // 2] + " " + texts[b][len(texts[b]) // 2 :] for a, b in pairs]
    directory.mkdir(exist_ok=True)
    partial = folder.begin(directory)
    chunks = _write_store(joined, MadeUp(figures), partial / folder.STORE)
    noise = np.random.default_rng(1).normal(0, 0.01, (passages, vectors.shape[1])).astype(np.float32)
    sums = vectors[[a for a, _ in pairs]] + vectors[[b for _, b in pairs]] + noise
    build_vectors(
        sums / np.linalg.norm(sums, axis=1, keepdims=True), [chunk.id for chunk in chunks], partial / folder.VECTORS
    )
    words = cache / hashlib.sha256("\0".join(texts).encode()).hexdigest()[:16]
    build_keyword(joined, partial / folder.KEYWORD, words)
    lemmas.save_forms(words / "forms.json", (form for text in joined for form in lemmas.words(text)))
    build_late([codes[a] for a, _ in pairs], partial / LATE)
    store = Store(partial / folder.STORE)
    counts = store.counts()
    store.close()
    parsing, indexing = formats()
    folder.publish(
        directory,
        partial,
        folder.GenerationManifest(
            parsing, indexing, settings.asked(), encoder.name, encoder.precision, asdict(counts), {}
        ),
    )


def _write_store(joined: Sequence[str], tables: MadeUp, path: Path) -> list[Chunk]:
    writer = StoreWriter(path)
    chunks: list[Chunk] = []
    for start in range(0, len(joined), _PAGES):
        key = f"large/{start // _PAGES}"
        pages = tuple(
            Page(number, text, text, tuple(range(len(text) + 1)))
            for number, text in enumerate(joined[start : start + _PAGES], start=1)
        )
        made = [
            Chunk(f"{key}#{page.number}:0-{len(page.text)}", key, page.number, 0, len(page.text), page.text)
            for page in pages
        ]
        document = Document(key, "large", f"{start // _PAGES}.txt", "0", "text/plain", f"Document {key}", pages)
        writer.add_document(document, made, (), ())
        chunks += made
    for key, document in tables.figures.documents.items():
        whole = Document(
            key, document.collection, document.path, "0", "text/plain", document.title, (tables.page(key, 1),)
        )
        writer.add_document(whole, (), [tables.figures.tables[key]], ())
    writer.close()
    return chunks


def _pairs(texts: int, count: int) -> list[tuple[int, int]]:
    """Pairs of different positions, the same in every run."""
    random = np.random.default_rng(0)
    firsts = random.integers(0, texts, count)
    seconds = (firsts + random.integers(1, texts, count)) % texts
    return [(int(first), int(second)) for first, second in zip(firsts, seconds, strict=True)]
