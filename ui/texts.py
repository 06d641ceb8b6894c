"""The chat's texts in each language, read from texts.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from server.schema import Language


@dataclass(frozen=True, slots=True)
class Texts:
    """All texts of the chat in one language; what each is for, its place in `ui` says."""

    name: str
    title: str
    about: str
    question: str
    placeholder: str
    send: str
    new: str
    language: str
    examples_title: str
    examples: tuple[str, ...]
    conversation: str
    you: str
    searching: str
    warnings: str
    readings: str
    figures: str
    row: str
    column: str
    period: str
    programme: str
    value: str
    check: str
    sources: str
    nearest: str
    page: str
    show_page: str
    interpreted: str
    formula: str
    too_long: str
    busy: str
    failed: str
    reconciled: str
    contradicted: str
    unchecked: str
    computed: str
    inferred: str
    undecided: str


@cache
def texts() -> dict[Language, Texts]:
    """Return the texts by language."""
    read = tomllib.loads(Path(__file__).with_name("texts.toml").read_text(encoding="utf-8"))
    languages: tuple[Language, ...] = ("fi", "sv", "en")
    return {one: Texts(**(read[one] | {"examples": tuple(read[one]["examples"])})) for one in languages}
