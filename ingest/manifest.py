"""What a root's manifest.toml says of its files: titles, programmes, publishers, dates, sources.

    [[documents]]
    file = "ohjelma-2020.pdf"        # relative to the root
    title = "…"                      # and any of: programme, publisher, date, period, language, source_url, facts_from
    date = 2023-05-15

A wrong entry is named in `Manifest.errors` and left out; it never stops the reading of files.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date as Date  # noqa: N812  # a field is called date
from datetime import datetime
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any

NAME = "manifest.toml"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest says of one file; None where it says nothing."""

    file: str
    title: str | None = None
    programme: str | None = None
    publisher: str | None = None
    date: Date | None = None
    period: str | None = None
    language: str | None = None
    source_url: str | None = None
    facts_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Entries by path relative to the root, with "/" between folders, and what is wrong in the file, in words."""

    entries: Mapping[str, Entry] = field(default_factory=lambda: MappingProxyType({}))
    errors: tuple[str, ...] = ()


_KEYS = tuple(part.name for part in fields(Entry))


def read_manifest(root: Path) -> Manifest:
    """Return the manifest of `root`; an empty one where it has none or the root is a file."""
    path = root / NAME
    if not path.is_file():
        return Manifest()
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as exc:
        return Manifest(errors=(f"{NAME} cannot be read and is ignored: {exc}",))
    errors = [f"{NAME}: unknown key {key!r}" for key in data if key != "documents"]
    listed = data.get("documents", [])
    if not isinstance(listed, list):
        return Manifest(errors=(*errors, f"{NAME}: write [[documents]], with two brackets, before each entry"))
    entries: dict[str, Entry] = {}
    for position, item in enumerate(listed, start=1):
        entry = _entry(item, f"{NAME}: entry {position}", errors)
        if entry is None:
            continue
        if entry.file in entries:
            errors.append(f"{NAME}: entry {position}: {entry.file!r} is listed twice; the first entry counts")
            continue
        if not (root / entry.file).is_file():
            errors.append(f"{NAME}: entry {position}: there is no file {entry.file!r}")
        entries[entry.file] = entry
    return Manifest(MappingProxyType(entries), tuple(errors))


def _entry(item: object, where: str, errors: list[str]) -> Entry | None:
    """Return the entry that `item` states, without its wrong parts; those are added to `errors`."""
    if not isinstance(item, dict) or not isinstance(item.get("file"), str) or not item["file"].strip():
        errors.append(f'{where}: it has no file = "…"')
        return None
    path = PurePosixPath(item["file"].replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        errors.append(f"{where}: file {item['file']!r} is not inside the folder of the manifest")
        return None
    where = f"{where} ({path})"
    values: dict[str, Any] = {"file": str(path)}
    for key, value in item.items():
        if key == "file":
            continue
        if key not in _KEYS:
            errors.append(f"{where}: unknown key {key!r}; known are {', '.join(_KEYS)}")
            continue
        read = _value(key, value)
        if read is None:
            expected = "a date such as 2023-05-15" if key == "date" else "text in quotes"
            errors.append(f"{where}: {key} is not {expected}")
        else:
            values[key] = read
    return Entry(**values)


def _value(key: str, value: object) -> object | None:
    """Return the value of a key, or None where it is of the wrong kind."""
    if key == "date":
        return _date(value)
    if key == "facts_from":
        texts = [value] if isinstance(value, str) else value
        if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
            return tuple(texts)
        return None
    if isinstance(value, int) and not isinstance(value, bool) and key == "period":
        return str(value)
    return value.strip() if isinstance(value, str) and value.strip() else None


def _date(value: object) -> Date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, Date):
        return value
    if isinstance(value, str):
        try:
            return Date.fromisoformat(value.strip())
        except ValueError:
            return None
    return None
