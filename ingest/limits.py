"""What reading one file may cost. The environment is read here and nowhere else in `ingest`."""

import os
from collections.abc import Mapping
from dataclasses import dataclass

from ingest.errors import IngestError

_MEGABYTE = 1024**2


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: bytes of address space, bytes of the file itself, and seconds of wall-clock time.

    `seconds` are for its pages, `table_seconds` for the tables and figures on them.
    """

    seconds: float = 120.0
    table_seconds: float = 120.0
    memory_bytes: int = 2 * 1024**3
    file_bytes: int = 512 * _MEGABYTE


def limits_from_environment(environment: Mapping[str, str] = os.environ) -> Limits:
    """Return the limits that LAHDE_READ_SECONDS, LAHDE_TABLE_SECONDS, LAHDE_READ_MEMORY_MB and LAHDE_FILE_MB give.

    Raises:
        IngestError: a variable's value is no number from 1 up.
    """
    defaults = Limits()
    return Limits(
        seconds=_number("LAHDE_READ_SECONDS", environment, int(defaults.seconds)),
        table_seconds=_number("LAHDE_TABLE_SECONDS", environment, int(defaults.table_seconds)),
        memory_bytes=_number("LAHDE_READ_MEMORY_MB", environment, defaults.memory_bytes // _MEGABYTE) * _MEGABYTE,
        file_bytes=_number("LAHDE_FILE_MB", environment, defaults.file_bytes // _MEGABYTE) * _MEGABYTE,
    )


def _number(name: str, environment: Mapping[str, str], default: int) -> int:
    text = environment.get(name, "").strip() or str(default)
    if not text.isdecimal() or not 1 <= int(text) <= 10**6:
        message = f"{name} is {text!r}; set a whole number from 1 to a million, or unset it"
        raise IngestError(message)
    return int(text)
