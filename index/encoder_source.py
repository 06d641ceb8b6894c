"""Encoders loaded once each, when they are first needed. Knows nothing of what they are needed for."""

import threading
from collections.abc import Callable
from dataclasses import replace

from index.encoder import Encoder, load_encoder
from index.settings import IndexSettings


class EncoderSource:
    """Loads encoders by the names that settings give them; safe to share between threads and generations."""

    def __init__(self, settings: IndexSettings, load: Callable[[IndexSettings], Encoder] = load_encoder) -> None:
        self._settings = settings
        self._load = load
        self._lock = threading.Lock()
        self._loaded: dict[str, Encoder] = {}

    def __call__(self, name: str) -> Encoder:
        """Return the encoder called `name` in settings; the first caller loads it, others wait."""
        with self._lock:
            if name not in self._loaded:
                self._loaded[name] = self._load(replace(self._settings, encoder=name))
            return self._loaded[name]

    def loaded(self, name: str) -> bool:
        """Whether the encoder is loaded already."""
        return name in self._loaded
