"""Whether a piece is about another thing of the same kind: a vaccine against one disease is none against another.

What is asked is a compound, and a document that has it elsewhere names another with the same end here. Knows nothing of
how pieces were found.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from index.lemmas import base_forms, compound_parts
from server.answering.text.evidence import Piece
from server.answering.text.found_passages import Passage
from server.answering.words.kinds import Wanted
from server.answering.words.matching import Word, tokens

_SHORTEST = 9
_HEAD, _END = 4, 5
"""Letters that the first parts of two compounds differ by, and that their ends share, at least."""
_SHORT_NAME = 3
"""Words of a heading that names one thing."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_NAMED_KIND = re.compile(r"(?<!\w)([A-ZÅÄÖ][^\W\d_]{2,})-([a-zåäö]{4,})\b")
"""A name joined to what kind of thing it is."""
_KINDS = frozenset(
    (
        *(
            "strategia",
            "ohjelma",
            "suunnitelma",
            "selonteko",
            "lautakunta",
            "ryhmä",
            "neuvosto",
            "valiokunta",
            "jaosto",
        ),
        *("hanke", "laki", "asetus", "sopimus", "virasto"),
    )
)
"""What has a name of its own by the first part of its compound: a service strategy is no region's strategy."""
_OWNER = re.compile(r"\b([^\W\d_]{2,}(?<!ise)(?<!va)(?<!vä)(?<!nee)(?<!tämä)(?<!uude)n)\s+$")
"""A noun in the genitive, which says whose a thing is; an adjective in it does not."""
_INFLECTED = 3
"""Letters at the end of a word that may be its inflection."""


def without_siblings(
    pieces: Sequence[Piece], passages: Sequence[Passage], words: Sequence[Word], *, officer: bool = False
) -> list[Piece]:
    """Return the pieces without those that tell of another thing of the question's kind; all where that leaves none.

    Whose `officer` is asked for need not be named in any document: another body's is not the one.
    """
    asked = bodies_of(words) if officer else compounds_of(passages, words)
    kept = [piece for piece in pieces if not _tells_sibling(piece, asked)] if asked else []
    kept = [piece for piece in kept if not _under_another(piece, asked)] or kept
    kept = [piece for piece in kept if not _names_wider_kind(piece, asked)] or kept
    return kept or list(pieces)


def _under_another(piece: Piece, asked: Sequence[str]) -> bool:
    """Return whether a piece without the thing asked for stands below the name of another one: "the library of Hakala".

    The question's compound ends in what the heading has alone, with a name before it.
    """
    text = piece.passage.page.text
    above = (unit for unit in reversed(piece.passage.units) if unit.end <= piece.unit.start and unit.kind == "heading")
    heading = next(
        (text[unit.start : unit.end] for unit in above if any(map(str.isalpha, text[unit.start : unit.end]))), ""
    )
    said = heading.split("\n")[-1].split()
    if not said or len(said) > _SHORT_NAME or not said[0][:1].isupper():
        return False
    held = tokens(f"{heading} {piece.text}")
    return any(
        not any(token.startswith(word[:_END]) for token in held)
        and not _last_parts(word).isdisjoint(base_forms(said[-1].lower()))
        for word in asked
        if len(said) > 1
    )


def _names_wider_kind(piece: Piece, asked: Sequence[str]) -> bool:
    """Return whether a piece has but the last part of the thing asked for ("service strategy") and means another thing.

    Its page has not the thing at all, or the part stands behind whose it is: "the region's strategy".
    """
    own, page = tokens(piece.text), piece.passage.page.text
    for word in asked:
        stem = word[: max(_END, len(word) - 2 * _INFLECTED)]  # "hankkeen" and "hanke"
        kinds = _last_parts(word) & _KINDS
        if not kinds or any(token.startswith(stem) for token in own):
            continue
        elsewhere = not any(token.startswith(stem) for token in tokens(f"{piece.passage.heading} {page}"))
        for match in _WORD.finditer(piece.text):
            token = match.group().lower()
            if any(token.startswith(kind[:_HEAD]) for kind in kinds) and not kinds.isdisjoint(base_forms(token)):
                owner = _OWNER.search(piece.text, 0, match.start())
                if elsewhere or (owner and not word.startswith(owner[1].lower()[:_HEAD])):
                    return True
    return False


def compounds_of(passages: Sequence[Passage], words: Sequence[Word]) -> tuple[str, ...]:
    """Return the question's long words of which the passages' pages have one that begins and ends alike."""
    long = [word.text.lower() for word in words if len(word.text) >= _SHORTEST and not (word.name or word.number)]
    said = {token for passage in passages for token in tokens(passage.page.text)} if long else set()
    return tuple(word for word in long if any(token.startswith(word[:-_INFLECTED]) for token in said))


def bodies_of(words: Sequence[Word]) -> tuple[str, ...]:
    """Return the question's long words that may be the body whose officer it asks for."""
    return tuple(
        word.text.lower()
        for word in words
        if len(word.text) >= _SHORTEST and not (word.name or word.number or word.attribute)
    )


def names_sibling(texts: Sequence[str], asked: Sequence[str]) -> bool:
    """Return whether texts have a compound that ends as one of those asked for and begins otherwise, and not that."""
    held = frozenset(token for text in texts for token in tokens(text))
    return any(
        not any(token.startswith(word[:_END]) for token in held) and any(_is_sibling(word, token) for token in held)
        for word in asked
    )


def names_another(text: str, asked: Sequence[Word]) -> bool:
    """Return whether a line names a thing of a kind, "Harbour-programme", and the question one of that kind without it.

    A thing whose name the question has, in whatever form, is no other; nor is one of a kind that it does not name.
    """
    for named in _NAMED_KIND.finditer(text):
        kinds = frozenset(base_forms(named[2].lower()))
        of_kind = any(not kinds.isdisjoint(base_forms(word.text.lower())) for word in asked)
        if of_kind and not any(word.text.lower().startswith(named[1].lower()[:_END]) for word in asked):
            return True
    return False


def of_another_kind(piece: Piece, _: Sequence[Word], __: Wanted, question: str) -> bool:
    """Return whether a question joins a name to its kind ("ABC-centres") and a piece has but another compound of it."""
    own, asked = tokens(piece.text), tokens(question)
    for named in _NAMED_KIND.finditer(question):
        kinds = frozenset(base_forms(named[2]))
        held = any(token.startswith(named[1].lower()) or not kinds.isdisjoint(base_forms(token)) for token in own)
        others = (token for token in own if len(token) >= _SHORTEST and token not in asked)
        if not held and any(not kinds.isdisjoint(_last_parts(token)) for token in others):
            return True
    return False


def _tells_sibling(piece: Piece, asked: Sequence[str]) -> bool:
    """Return whether a piece, with what leads its list, names another thing of the kind asked for.

    What begins with the kind alone is of it all: "grants may be given as building grants".
    """
    first = frozenset(base_forms(next(iter(tokens(piece.text)), "")))
    asked = [word for word in asked if first.isdisjoint(_last_parts(word))]
    page = piece.passage.page.text
    leads = [unit for group in piece.passage.lists if piece.unit in group.items for unit in group.lead]
    return names_sibling([piece.text, *(page[unit.start : unit.end] for unit in leads)], asked)


@lru_cache(maxsize=50_000)
def _is_sibling(word: str, token: str) -> bool:
    """Return whether two compounds end alike, in whatever case, and begin otherwise."""
    if token[:_HEAD] == word[:_HEAD] or len(token) < _SHORTEST or word[:-_INFLECTED] in token:
        return False  # A kind of what is asked for is no other thing.
    own = _last_parts(word)
    if own:
        # A part begins alike in all its forms, but for the shortest: most tokens need no analysis.
        if not any(len(part) < _HEAD or part[:2] in token[1:] for part in own):
            return False
        return not own.isdisjoint(_last_parts(token))
    shared = 0
    for one, other in zip(_stem(word)[::-1], _stem(token)[::-1], strict=False):
        if one != other:
            break
        shared += 1
    return shared >= _END and min(len(word), len(token)) - shared >= _HEAD and not _last_parts(token)


@lru_cache(maxsize=50_000)
def _last_parts(word: str) -> frozenset[str]:
    """Return the last parts of a compound that a word may be a form of, in their base forms."""
    found = (compound_parts(base) for base in (word, *base_forms(word)))
    return frozenset(parts[-1] for parts in found if len(parts) > 1)


def _stem(word: str) -> str:
    """Return a Swedish or English word without its commonest endings."""
    for ending in ("ernas", "arnas", "erna", "arna", "orna", "ens", "ets", "er", "ar", "en", "et", "s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word
