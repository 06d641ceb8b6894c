"""What the index can be told: which encoder, in which precision, how long passages are. Knows no command line.

The environment is read here and nowhere else in `index`: LAHDE_ENCODER, LAHDE_PRECISION, LAHDE_CHUNK_TOKENS and
LAHDE_CACHE.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, get_args

from index.errors import SettingsError

Precision = Literal["auto", "bfloat16", "float32"]

BUILT_IN = "multilingual-e5-small"
"""The encoder that an installed package carries, so that no network is needed."""


def _default_cache() -> Path:
    return Path(os.environ.get("LAHDE_CACHE") or Path.home() / ".cache" / "lahde")


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """Settings of an index; a change of the first three embeds or cuts anew what it concerns.

    `encoder` is `BUILT_IN`, a model's name on a hub or a local path. `precision` "auto" takes bfloat16 where the CPU
    computes in it. `chunk_tokens` is the longest passage, in tokens of the encoder. `cache` keeps the unpacked built-in
    model. `verify_bytes` bounds what is hashed when a generation is opened; larger files are checked by their size.
    """

    encoder: str = BUILT_IN
    precision: Precision = "auto"
    chunk_tokens: int = 256
    cache: Path = field(default_factory=_default_cache)
    verify_bytes: int = 512 * 1024 * 1024

    def asked(self) -> dict[str, str | int]:
        """Return the settings that what is built depends on, as a generation's manifest keeps them."""
        return {"encoder": self.encoder, "precision": self.precision, "chunk_tokens": self.chunk_tokens}


def settings_from_environment(environment: Mapping[str, str] = os.environ) -> IndexSettings:
    """Return the settings that the environment's LAHDE_ variables give.

    Raises:
        SettingsError: a variable's value is not one that it can have.
    """
    defaults = IndexSettings()
    precision = environment.get("LAHDE_PRECISION") or defaults.precision
    if precision not in get_args(Precision):
        allowed = ", ".join(get_args(Precision))
        message = f"LAHDE_PRECISION is {precision!r}; set it to one of {allowed}, or unset it"
        raise SettingsError(message)
    tokens = environment.get("LAHDE_CHUNK_TOKENS") or str(defaults.chunk_tokens)
    if not tokens.isdecimal() or not 32 <= int(tokens) <= 500:
        message = f"LAHDE_CHUNK_TOKENS is {tokens!r}; set it to a number from 32 to 500, or unset it"
        raise SettingsError(message)
    return IndexSettings(
        encoder=environment.get("LAHDE_ENCODER") or defaults.encoder,
        precision=precision,  # type: ignore[arg-type]  # checked against the literal's values above
        chunk_tokens=int(tokens),
        cache=Path(environment.get("LAHDE_CACHE") or defaults.cache),
    )
