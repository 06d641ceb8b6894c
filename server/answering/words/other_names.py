"""The other names that a Finnish text may have for what a Finnish question names: short forms and full ones.

"STM" is "sosiaali- ja terveysministeriö", a "sote-keskus" is a "sosiaali- ja terveyskeskus". Names are those of
`names`, short forms of common words those of `data/short_forms.toml`. Knows nothing of documents.
"""

import re
import tomllib
from functools import cache

from server.answering.answer import Language
from server.answering.words.names import DATA, Mention, mentions_in, names
from server.answering.words.word import Word, words_of

_FOREIGN: tuple[Language, ...] = ("sv", "en")
_ENDING = 2
"""Letters at the end of a name that its inflected forms may not have."""
_SHORTEST = 4


def other_names(question: str) -> dict[str, tuple[str, ...]]:
    """Return the beginnings of other names by each word of `question` (lower case) that is part of a name."""
    words = words_of(question)
    found: dict[str, tuple[str, ...]] = {}
    for mention in mentions_in(words):
        others = _others(mention, words)
        if others:
            found |= {part: others for word in words[mention.start : mention.end] for part in _parts(word.text)}
    for word in words:
        for part in _parts(word.text):
            same = next((forms for forms in _short_forms() if any(_is(part, form) for form in forms)), ())
            if same:
                found[part] = (*found.get(part, ()), *(form for form in same if not _is(part, form)))
    return found


def foreign_names(question: str) -> dict[str, tuple[str, ...]]:
    """Return the Swedish and English names, lower case, by each word of a Finnish question that is part of a name."""
    words = words_of(question)
    found: dict[str, tuple[str, ...]] = {}
    for mention in mentions_in(words):
        known = [names()[key[2:]].names for key in sorted(mention.keys)]
        others = tuple(form.lower() for forms in known for language in _FOREIGN for form in forms[language])
        found |= {part: others for word in words[mention.start : mention.end] for part in _parts(word.text)}
    return found


@cache
def _short_forms() -> tuple[tuple[str, ...], ...]:
    """Return beginnings under which official papers have the same thing, as `short_forms.toml` lists them."""
    with (DATA / "short_forms.toml").open("rb") as file:
        return tuple(tuple(forms) for forms in tomllib.load(file)["same"])


def _others(mention: Mention, words: tuple[Word, ...]) -> tuple[str, ...]:
    written = " ".join(word.text for word in words[mention.start : mention.end]).casefold()
    forms = [form for key in sorted(mention.keys) for form in _finnish(key)]
    return tuple(dict.fromkeys(form for form in forms if not written.startswith(form)))


@cache
def _finnish(key: str) -> tuple[str, ...]:
    """Return the beginnings of a name's Finnish forms; none of a place, whose short forms are a letter and its name."""
    name = names()[key[2:]]
    forms = [form.casefold() for form in name.names["fi"]] if len(name.names["fi"]) > 1 else []
    kept = (form for form in forms if all(len(part) > 1 for part in re.split(r"[\s-]", form) if part))
    return tuple(form if len(form) <= _SHORTEST else form[: max(_SHORTEST, len(form) - _ENDING)] for form in kept)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[-–:’']", text.casefold()) if part)


def _is(part: str, form: str) -> bool:
    """Return whether a word is one that a form begins, or the short form itself."""
    return part == form or (len(form) > _SHORTEST and part.startswith(form))
