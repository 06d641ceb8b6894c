"""Names of places, bodies and programmes in three languages, from `data/names.toml`. Knows nothing of the corpus."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from server.answering.answer import Language
from server.answering.words.phrases import PhraseTree
from server.answering.words.word import Word, forms_of, stems_of, words_of

DATA = Path(__file__).parent / "data"
_LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")
PLACES = ("region", "collaborative_area", "city")
_SHORTEST_LOWERCASE = 4
_PARTED = ("region", "collaborative_area")


@dataclass(frozen=True, slots=True)
class Name:
    """A place, body or programme; the first of its names in a language is the one to show."""

    id: str
    kind: str
    names: dict[str, tuple[str, ...]]

    def shown(self, language: Language) -> str:
        """Return the name to show in `language`."""
        return self.names[language][0]


@cache
def names() -> dict[str, Name]:
    """Return all names by id."""
    with (DATA / "names.toml").open("rb") as file:
        entries = tomllib.load(file)["name"]
    return {
        entry["id"]: Name(entry["id"], entry["kind"], {language: tuple(entry[language]) for language in _LANGUAGES})
        for entry in entries
    }


@cache
def name_tree() -> PhraseTree:
    """Return the tree of all names, keyed "n:ID"."""
    tree = PhraseTree()
    for name in names().values():
        for forms in name.names.values():
            for form in forms:
                words = [word.text.casefold() for word in words_of(form)]
                tree.add(words, f"n:{name.id}")
                if name.kind in _PARTED and len(words) == 1 and "-" in words[0]:
                    tree.add(words[0].split("-"), f"n:{name.id}")  # written without its hyphen
    return tree


@cache
def single_words() -> dict[str, str]:
    """Return the names of one word, casefolded, with their keys: what a misspelt word may have meant."""
    return {
        form.casefold(): f"n:{name.id}"
        for name in names().values()
        for forms in name.names.values()
        for form in forms
        if " " not in form
    }


def spellings(text: str) -> tuple[str, ...]:
    """Return `text` and, where it is a known name, the name in all three languages: labels have it in one of them."""
    plain = " ".join(text.casefold().split())
    return (text, *dict.fromkeys(form for found in _by_form().get(plain, ()) for form in found))


@cache
def _by_form() -> dict[str, list[tuple[str, ...]]]:
    """Return all forms of each name by each of its forms, casefolded."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in names().values():
        forms = tuple(form for language in _LANGUAGES for form in name.names[language])
        for form in dict.fromkeys(form.casefold() for form in forms):
            found.setdefault(form, []).append(forms)
    return found


@cache
def longer_names(key: str) -> frozenset[str]:
    """Return the keys of places whose names end in one of `key` ("n:ID"), as Central Ostrobothnia in Ostrobothnia."""
    forms = [form.casefold() for own in names()[key[2:]].names.values() for form in own]
    return frozenset(
        f"n:{name.id}"
        for name in names().values()
        if name.kind in PLACES
        for own in name.names.values()
        for other in own
        if any(other.casefold().endswith((f" {form}", f"-{form}")) for form in forms)
    ) - {key}


@dataclass(frozen=True, slots=True)
class Mention:
    """A known phrase: words `start` to `end` (numbers of words) stand for each of `keys`."""

    start: int
    end: int
    keys: frozenset[str]


def mentions_in(words: tuple[Word, ...]) -> tuple[Mention, ...]:
    """Return the names in `words`, longest first where they overlap, in order."""
    found: list[Mention] = []
    position = 0
    bare = all(not word.capitalised for word in words[1:])
    widened = tuple(_with_stems(word) for word in words)
    while position < len(words):
        best: Mention | None = None
        for end, keys in name_tree().found_at(widened, position):
            fitting = frozenset(key for key in keys if _written_as_name(key, words[position:end], bare=bare))
            if fitting:
                best = Mention(position, end, fitting)
        if best is not None:
            found.append(best)
        position = best.end if best is not None else position + 1
    return tuple(found)


def placing(texts: Sequence[str]) -> frozenset[str]:
    """Return those of some words in order that are part of the name of a place or a programme."""
    words = words_of(" ".join(texts))
    found = [m for m in mentions_in(words) if any(names()[k[2:]].kind in (*PLACES, "programme") for k in m.keys)]
    return frozenset(word.text for mention in found for word in words[mention.start : mention.end])


def _with_stems(word: Word) -> Word:
    if not word.text[:1].isalpha():
        return word
    forms = set(word.forms) | set(stems_of(word.text))
    for stem in stems_of(word.text):
        forms |= forms_of(stem, ("fi",))
    return Word(word.text, word.start, word.end, frozenset(forms))


def _written_as_name(key: str, words: tuple[Word, ...], *, bare: bool) -> bool:
    """Whether the words may be this name: towns share their names with common nouns, short ones are abbreviations."""
    kind = names()[key[2:]].kind
    first = words[0]
    if kind == "city":
        return first.capitalised or (bare and len(first.text) > _SHORTEST_LOWERCASE)
    if len(words) == 1 and len(first.text) < _SHORTEST_LOWERCASE:
        return first.capitalised
    return True


def is_programme(mention: Mention) -> bool:
    """Whether a name may be a programme's."""
    return any(names()[key[2:]].kind == "programme" for key in mention.keys)
