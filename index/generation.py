"""A generation opened for reading: documents, pages, tables, figures and search. Knows nothing of how it was made.

Figures and documents are in memory from the start and need no encoder; the encoder and the search indexes load when the
first search comes, or in `warm`. An opened generation stays whole after newer ones have replaced it: a lock keeps its
folder, and on Linux what is memory-mapped or open would outlive even its deletion.
"""

import os
import threading
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from pathlib import Path

from index import folder
from index.encoder_source import EncoderSource
from index.errors import BrokenIndexError
from index.figures import FigureIndex
from index.hit import Hit
from index.hybrid import Searcher, open_searcher
from index.settings import IndexSettings
from index.store import Store
from ingest.chunk import Chunk
from ingest.document import Document, Page
from ingest.table import Table

_KEPT_SELECTIONS = 64
_KEPT_PAGES = 256


class Generation:
    """One opened generation; safe to share between threads. Made by `open_generation`.

    `documents` have no pages: ask `page`. `page_counts` gives their number by document id.
    """

    def __init__(self, directory: Path, name: str, held: int, verify_bytes: int, encoder: EncoderSource) -> None:
        self.directory = directory
        self.name = name
        self._held = held
        self._encoder = encoder
        self._folder = folder.generation_folder(directory, name)
        self.manifest = folder.read_manifest(self._folder)
        folder.verify(self._folder, self.manifest, verify_bytes)
        self._store = Store(self._folder / folder.STORE)
        self.documents: Mapping[str, Document] = self._store.documents()
        self.page_counts: Mapping[str, int] = self._store.page_counts()
        self.chunks: Sequence[Chunk] = self._store.chunks()
        self.tables: Mapping[str, Table] = self._store.tables()
        self.figures = FigureIndex(self._store.figures(), self.tables, self.documents)
        self._searcher: Searcher | None = None
        self._pages: OrderedDict[tuple[str, int], Page] = OrderedDict()
        self._lock_pages = threading.Lock()
        self._allowed: dict[frozenset[str], frozenset[int]] = {}
        self._lock = threading.Lock()

    def page(self, document_id: str, number: int) -> Page:
        """Return page `number` (from 1) of a document.

        Raises:
            KeyError: there is no such page.
        """
        key = (document_id, number)
        with self._lock_pages:
            if key in self._pages:
                self._pages.move_to_end(key)
                return self._pages[key]
        page = self._store.page(document_id, number)
        with self._lock_pages:
            self._pages[key] = page
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
        return page

    def search(
        self, query: str, limit: int, collections: Sequence[str] | None = None, gloss: str = ""
    ) -> tuple[Hit, ...]:
        """Return up to `limit` hits, best first, out of `collections` (None: all); `gloss` as in `Searcher.search`."""
        if not self.chunks or limit < 1:
            return ()
        allowed = None if collections is None else self._positions(frozenset(collections))
        return self.warm().search(query, limit, allowed, gloss)

    def near_forms(self, word: str, slips: int) -> tuple[str, ...]:
        """Return the word forms of the passages nearest to `word`, as `Searcher` has them; none of none."""
        return self.warm().near_forms(word, slips) if self.chunks else ()

    def warm(self) -> Searcher:
        """Load the encoder and the search indexes, if they are not yet, and return the searcher."""
        with self._lock:
            if self._searcher is None:
                encoder = self._encoder(str(self.manifest.settings["encoder"]))
                if encoder.name != self.manifest.encoder:
                    message = (
                        f"{self._folder} was made with {self.manifest.encoder}, not {encoder.name}; run ingest again"
                    )
                    raise BrokenIndexError(message)
                self._searcher = open_searcher(self.chunks, encoder, self._folder)
            return self._searcher

    def _positions(self, collections: frozenset[str]) -> frozenset[int]:
        """Return the positions of the chunks of some collections; kept, for an interface asks for the same ones."""
        if collections not in self._allowed:
            wanted = {key for key, document in self.documents.items() if document.collection in collections}
            positions = frozenset(n for n, chunk in enumerate(self.chunks) if chunk.document_id in wanted)
            if len(self._allowed) >= _KEPT_SELECTIONS:
                self._allowed.clear()
            self._allowed[collections] = positions
        return self._allowed[collections]

    def original(self, document_id: str) -> Path:
        """Return the file that a document was read from, as kept in the index folder.

        Raises:
            KeyError: there is no such document.
        """
        return self.directory / "files" / self.documents[document_id].version

    def close(self) -> None:
        """Let go of the files; the generation may be deleted from now on."""
        self._store.close()
        if self._held >= 0:
            os.close(self._held)
            self._held = -1


def open_generation(directory: Path, settings: IndexSettings, encoder: EncoderSource | None = None) -> Generation:
    """Open the generation in use; `encoder` is shared where several are opened one after the other.

    Raises:
        NoIndexError: the folder holds no index.
        BrokenIndexError: a file is missing or damaged, or was written by another version.
    """
    name, held = folder.hold_current(directory)
    try:
        return Generation(directory, name, held, settings.verify_bytes, encoder or EncoderSource(settings))
    except BaseException:
        os.close(held)
        raise
