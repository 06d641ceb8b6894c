"""Names in a sentence that a question for who or where may want. Knows nothing of search or of other kinds."""

import re

from server.answering.words.matching import Word, each_found, found_in, tokens
from server.answering.words.names import mentions_in
from server.answering.words.word import words_of

_WHOLE_PART = 4
"""Letters of a part of a name that an inflected word of the question may begin with."""
_SAME = 0.8
_NAME = re.compile(
    r"(?:[A-ZÅÄÖÉÜ][\w’'.-]*[\w]|[A-ZÅÄÖ]\.)(?:\s(?:(?:von|af|de|van|da|di|la|le|ja|II|III|IV|VI|the|of"
    r"|and)\s)?(?:[A-ZÅÄÖÉÜ][\w’'.-]*[\w]|[A-ZÅÄÖ]\.|[IVX]+\b))*"
)
_INVERTED = re.compile(r"[A-ZÅÄÖ][\w’-]+, [A-ZÅÄÖ][\w’-]+(?: [A-ZÅÄÖ][\w’.-]*)?(?=$|\s[a-zåäö(])")
"""A person as lists have them: "Salo, Aino"."""
_NO_NAME = re.compile(r"(?:To|In|On|For|With|By|At|From|As|It|The|Med|För|Till|Vid|Av|På|Om|När|Då|Det|Den|De)")
"""First words of sentences that name nobody."""
_BEGINS = re.compile(r"(?:^|[.!?][\"”’)]?\s)\Z")
"""What stands before the first word of a sentence."""
_DATED = re.compile(r"\W{0,2}\s?\d")
_GOES_ON = re.compile(r"\s[a-zåäö]{3,}")
_PERSON_AND_PLACE = 3
"""Words of a name of two parts and of a place behind it."""


def _does(rest: str, words: tuple[Word, ...]) -> bool:
    """Return whether the word after a sentence's first one is the question's verb: then the first one does it."""
    following = tokens(rest[:60])[:1]
    return any(not word.name and found_in(word, following) >= 0.8 for word in words) if following else False


def is_whole(name: str, words: tuple[Word, ...]) -> bool:
    """Return whether all parts of a name are the question's own words, in whatever case."""
    return all(any(part[:_WHOLE_PART] == word.text[:_WHOLE_PART].lower() for word in words) for part in tokens(name))


def _is_asked(part: str, words: tuple[Word, ...]) -> bool:
    """Return whether a part of a name is one of the question's words, which an ending may make look like another."""
    whole = len(part) >= _WHOLE_PART and any(word.text.lower().startswith(part) for word in words)
    return whole or max(each_found(words, (part,)), default=0) >= _SAME


def names_in(text: str, words: tuple[Word, ...]) -> list[tuple[int, int]]:
    """Return capitalised phrases that the question does not have; a sentence's first word counts if a name goes on."""
    inverted = _INVERTED.match(text)
    found = [inverted.span()] if inverted else []
    for match in _NAME.finditer(text, inverted.end() if inverted else 0):
        parts = tokens(match.group())
        if not parts:
            continue
        if _NO_NAME.fullmatch(match.group()):
            continue
        alone = " " not in match.group() and not match.group().isupper() and not _does(text[match.end() :], words)
        if _BEGINS.search(text, 0, match.start()) and alone and re.search(r"\s[a-zåäö]", text[match.end() :]):
            continue
        if match.start() == 0 and len(parts) == 1 and _DATED.match(text, match.end()):
            continue  # "Published 14.1.2025" names nobody.
        if all(_is_asked(part, words) for part in parts):
            continue
        found.append((match.start(), match.start() + len(_without_whose(match.group(), text[match.end() :]))))
    return found


def _without_whose(name: str, rest: str) -> str:
    """Return a person's name without the place behind it that says whose the next word is: "… at the town's office"."""
    words = name.split()
    if len(words) < _PERSON_AND_PLACE or not words[-1].endswith("n") or not _GOES_ON.match(rest):
        return name
    *person, place = words
    alone = not mentions_in(words_of(person[0])) and mentions_in(words_of(place))
    return " ".join(person) if alone else name
