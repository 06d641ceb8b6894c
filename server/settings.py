"""What the server can be told: keys, limits, log. The environment is read here and nowhere else in `server`.

Each field of `ServerSettings` is read from the variable LAHDE_ and its name in capitals, such as LAHDE_API_KEYS.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from server.errors import SettingsError


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """Limits of one server process.

    `api_keys` are the keys that requests must name ("Authorization: Bearer KEY" or "X-API-Key: KEY"); none: open to
    all. `question_characters` and `history_questions` bound a question, `body_bytes` any request. `workers` answers are
    made at once, `waiting` more may wait, each for `timeout_seconds`. `requests_per_minute` is for one key or address;
    0 does not count. `log_questions` writes questions into the log.
    """

    api_keys: tuple[str, ...] = ()
    question_characters: int = 1000
    history_questions: int = 20
    body_bytes: int = 64 * 1024
    workers: int = 4
    waiting: int = 64
    timeout_seconds: float = 30.0
    requests_per_minute: int = 0
    log_questions: bool = False


def server_settings(environment: Mapping[str, str] = os.environ) -> ServerSettings:
    """Return the settings that the environment gives.

    Raises:
        SettingsError: a variable has a value that it cannot have.
    """
    given: dict[str, Any] = {}
    defaults = ServerSettings()
    for field in fields(ServerSettings):
        name = f"LAHDE_{field.name.upper()}"
        text = environment.get(name, "").strip()
        if text:
            given[field.name] = _read(name, text, getattr(defaults, field.name))
    return ServerSettings(**given)


def _read(name: str, text: str, default: object) -> object:
    """Return the value of the default's type that `text` states."""
    if isinstance(default, tuple):
        return tuple(key.strip() for key in text.split(",") if key.strip())
    if isinstance(default, bool):
        if text not in {"0", "1"}:
            what = f"{text!r} is neither 0 nor 1"
            raise SettingsError(what, name, "set one of them or unset it")
        return text == "1"
    try:
        value = type(default)(text)  # type: ignore[call-arg]  # int or float
    except ValueError:
        what = f"{text!r} is no number"
        raise SettingsError(what, name, "set a number or unset it") from None
    least = 0 if name == "LAHDE_REQUESTS_PER_MINUTE" else 1
    if not isinstance(value, int | float) or not least <= value <= 10**9:
        what = f"{text} is out of range"
        raise SettingsError(what, name, f"set a number of at least {least} or unset it")
    return value
