"""Letters that a keyboard does not have put back into a question: "hur mycket fick sodra karelen" is of Södra Karelen.

Only a question without any "å", "ä" or "ö" is read so: of its words those that stand in no lexicon, and those that make
up the name of a place. Knows nothing of documents.
"""

import re
import unicodedata
from functools import cache, lru_cache, partial
from itertools import combinations

from index import lemmas
from index.dictionaries import is_listed
from server.answering.answer import Language
from server.answering.words.language import FUNCTION_WORDS
from server.answering.words.names import PLACES, names

_LETTERS: dict[Language, dict[str, str]] = {"fi": {"a": "ä", "o": "ö"}, "sv": {"a": "åä", "o": "ö"}}
_WORD = re.compile(r"[^\W\d_]+")
_YEAR_SV = re.compile(r"\bar(?= \d{4}\b)", re.IGNORECASE)
"""The word for a year, which without its ring is the one for "are", too."""
_SHORTEST, _LONGEST = 3, 20
_MOST = 7
"""Letters of a word that may have lost something: all choices among more are too many to try."""
_LONG_NAME, _ENDING = 7, 2
"""Letters of a name of one word that is known by its beginning, and at its end that its cases change."""


def restored(text: str, language: Language) -> str:
    """Return a question in Finnish or Swedish with the letters that its words have lost; any other as it is."""
    if language not in _LETTERS or text != _plain(text):
        return text
    text = _YEAR_SV.sub("år", _with_names(text, language)) if language == "sv" else _with_names(text, language)
    # A capital within a question begins a name, which need not be in any lexicon.
    return _WORD.sub(
        lambda word: (
            word[0]
            if word.start() and word[0][0].isupper()
            else _as_written(word[0], _restored(word[0].casefold(), language))
        ),
        text,
    )


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def _as_written(word: str, restored_word: str) -> str:
    """Return a restored word with the capitals of the one that was written."""
    return "".join(new.upper() if old.isupper() else new for old, new in zip(word, restored_word, strict=True))


@lru_cache(maxsize=10_000)
def _restored(word: str, language: Language) -> str:
    """Return the one word of the lexicon that a word in lower case is without its dots; itself where it is a word."""
    if word in _function_words(language):
        return _function_words(language)[word]
    if not _SHORTEST <= len(word) <= _LONGEST or word != _plain(word) or _is_word(word, language):
        return word
    letters = _LETTERS[language]
    places = [at for at, letter in enumerate(word) if letter in letters]
    if not places or len(places) > _MOST:
        return word
    # All of a word's vowels go together in Finnish, so that most changes come first.
    for size in range(len(places), 0, -1):
        found = {
            other
            for chosen in combinations(places, size)
            for other in _with_letters(word, chosen, letters)
            if _is_word(other, language)
        }
        if found:
            return found.pop() if len(found) == 1 else word
    return word


@cache
def _function_words(language: Language) -> dict[str, str]:
    """Return the words of grammar by what they are without their dots; those that are words without, too, are left."""
    words = FUNCTION_WORDS[language]
    return {_plain(word): word for word in sorted(words, reverse=True) if _plain(word) not in words}


def _with_letters(word: str, chosen: tuple[int, ...], letters: dict[str, str]) -> list[str]:
    """Return a word with each of the letters that may stand at the chosen places."""
    found = [word]
    for at in chosen:
        found = [other[:at] + letter + other[at + 1 :] for other in found for letter in letters[word[at]]]
    return found


def _is_word(word: str, language: Language) -> bool:
    return is_listed(word, language) or is_listed(word, "en") or (language == "fi" and lemmas.is_known(word))


def _with_names(text: str, language: Language) -> str:
    """Return a text with the letters of the names of places that it has without them, in whatever case."""
    for pattern, written in _patterns(language):
        text = pattern.sub(partial(_named, written=written, language=language), text)
    return text


def _named(found: re.Match[str], written: str, language: Language) -> str:
    """Return a name found with its letters, but for what is a word without them.

    Those of its ending go with them, as vowels do.
    """
    if not re.search(r"[ -]", written) and _is_word(found[0].casefold(), language):
        return found[0]
    text, end = found[0], found.end(1) - found.start()
    last = re.split(r"[ -]", written)[-1]
    ending = found[2]
    if set(last) & set("äöy") and not set(last) & set("aou"):
        ending = ending.translate(str.maketrans("aoAO", "äöÄÖ"))
    name = "".join(text[at] if text[at] in " -" else written[at] for at in range(end))
    return _as_written(text[:end], name) + ending


@cache
def _patterns(language: Language) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return what finds each name without its letters, up to where its cases begin, and the name with them."""
    found: dict[str, str] = {}
    for name in names().values():
        for form in (form.casefold() for form in name.names[language]):
            if name.kind in PLACES and form != _plain(form):
                joint = re.search(r"[ -]", form)
                stem = form if joint or len(form) < _LONG_NAME else form[:-_ENDING]
                found[stem] = form
    return tuple(
        (re.compile(rf"\b({re.sub('[ -]', '[ -]', _plain(stem))})(\w*)", re.IGNORECASE), stem) for stem in found
    )
