"""How near sentences come to a question in meaning, by the index's own encoder. Knows nothing of why that is asked.

Vectors of sentences that were asked for lately are kept, for a page is asked about more than once.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from threading import Lock
from typing import Any

import numpy as np

from server.answering.evidence import Likeness, Source

_KEPT = 20_000
_vectors: OrderedDict[tuple[str, str], Any] = OrderedDict()
_lock = Lock()


def likeness_to(question: str, source: Source) -> Likeness | None:
    """Return a function from texts to their cosine to `question`; None where the index gives no encoder."""
    warm: Callable[[], Any] | None = getattr(source, "warm", None)
    encoder = getattr(warm(), "encoder", None) if warm else getattr(source, "encoder", None)
    if encoder is None:
        return None

    def likeness(texts: Sequence[str]) -> Sequence[float]:
        with _lock:
            new = [text for text in dict.fromkeys(texts) if (encoder.name, text) not in _vectors]
        if new:
            encoded = encoder.encode_passages(new)
            with _lock:
                for text, vector in zip(new, encoded, strict=True):
                    _vectors[encoder.name, text] = vector
                while len(_vectors) > _KEPT:
                    _vectors.popitem(last=False)
        asked = encoder.encode_queries([question])[0]
        with _lock:
            kept = [_vectors.get((encoder.name, text)) for text in texts]
        return [float(np.dot(asked, vector)) if vector is not None else 0.0 for vector in kept]

    return likeness
