"""The generation that is served: the current one, exchanged for a newer one while requests go on.

A request borrows the generation and keeps it to its end; a replaced one is closed when its last request has ended. The
newer one is opened and warmed beside it, so that no request waits for that. Knows nothing of HTTP.
"""

import contextlib
import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from index.encoder_source import EncoderSource
from index.errors import LahdeIndexError
from index.folder import current_name
from index.generation import Generation, open_generation
from index.settings import IndexSettings

_LOOK_EVERY = 1.0  # seconds between two looks at CURRENT
_LOG = logging.getLogger("lahde.serving")


@dataclass(slots=True)
class _Lent:
    """An open generation and how many requests use it."""

    generation: Generation
    borrowers: int = 0
    replaced: bool = False


class Serving:
    """Serves the index in `directory`; opens it at once, so that a missing one is an error at start."""

    def __init__(
        self, directory: Path, settings: IndexSettings, prepare: Callable[[Generation], None] = lambda _: None
    ) -> None:
        """Open the generation in use; `prepare` makes one ready to answer at once, beyond its search.

        Raises:
            LahdeIndexError: there is no index, or it is damaged.
        """
        self._prepare = prepare
        self._directory = directory
        self._settings = settings
        self._encoder = EncoderSource(settings)
        self._lock = threading.Lock()
        self._stopped = threading.Event()
        self._refused = ""
        self.ready = False
        self._lent = _Lent(open_generation(directory, settings, self._encoder))
        self._watcher = threading.Thread(target=self._watch, name="generations", daemon=True)

    def start(self) -> None:
        """Load the encoder in the background, then look for newer generations until `stop`."""
        self._watcher.start()

    def stop(self) -> None:
        """End looking for newer generations and close the one in use."""
        self._stopped.set()
        if self._watcher.is_alive():
            self._watcher.join(timeout=5)
        self._lent.generation.close()

    @contextlib.contextmanager
    def borrowed(self) -> Iterator[Generation]:
        """Lend the generation in use for one request."""
        with self._lock:
            lent = self._lent
            lent.borrowers += 1
        try:
            yield lent.generation
        finally:
            with self._lock:
                lent.borrowers -= 1
                done = lent.replaced and lent.borrowers == 0
            if done:
                lent.generation.close()

    def look(self) -> bool:
        """Serve the current generation if it is a newer one, and say whether it was.

        One that cannot be opened is logged once, and the old one goes on.
        """
        name: str | None = ""
        try:
            name = current_name(self._directory)
            if name is None or name in {self._lent.generation.name, self._refused}:
                return False
            newer = open_generation(self._directory, self._settings, self._encoder)
            self._warm(newer)
        except (LahdeIndexError, OSError, ValueError) as exc:
            if name != self._refused:
                _LOG.error("the new generation cannot be served, the old one goes on: %s", exc)
            self._refused = name or ""
            return False
        with self._lock:
            older, self._lent = self._lent, _Lent(newer)
            older.replaced = True
            done = older.borrowers == 0
        if done:
            older.generation.close()
        _LOG.info("serving generation %s", newer.name)
        return True

    def _warm(self, generation: Generation) -> None:
        self._prepare(generation)
        if generation.chunks:
            generation.warm()

    def _watch(self) -> None:
        try:
            self._warm(self._lent.generation)
            self.ready = True
        except Exception:  # noqa: BLE001  # whatever it is, figures are served and the log says it
            _LOG.exception("the encoder or the search index cannot be loaded; the server does not become ready")
        while not self._stopped.wait(_LOOK_EVERY):
            if self.look():
                self.ready = True
