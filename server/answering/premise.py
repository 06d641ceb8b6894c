"""Whether what was found speaks of the very thing that a question is about. Knows nothing of how it was found.

A sentence may hold the question's common words and lack its subject: the date of another act, the number of another
thing. Only questions in the document's language are judged, for across languages a thing may be called otherwise.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from server.answering.answer import Language
from server.answering.counted import counts_other, is_same
from server.answering.evidence import Passage, Piece
from server.answering.kinds import Wanted
from server.answering.matching import Word, found_in, tokens, with_synonyms, words_for

_LONG = 11
"""Characters of a word that is a compound rather than an inflected short one."""
_DOING = re.compile(
    r"(?:[td](?:aan|ään)|t(?:iin|u|y|ut|yt)|[vn]at|[vn]ät|n[uy]t|neet|vast[ai]|västi|sti|minen|m(?:alla|ällä|aan|ään)"
    r"|mista|mistä|misen|misessa|misessä|miseen|miseksi|mise\w+)$"
)
"""Ends of Finnish verbs, their nouns and adverbs, which a text may well say in other words."""
_ORDINAL = re.compile(
    r"seuraava\w*|edelli\w+|viimei\w+|viime|toinen|toise\w+|kolmas|kolman\w+|nästa|följande|föregående|förra|första|sista"
    r"|andra|tredje|next|following|previous|last|first|second|third",
    re.IGNORECASE,
)
_COSTS = re.compile(r"(?:maksaa|maksoi|maksav|maksoiv|kostar|kostade|kostat|costs?$)", re.IGNORECASE)
_NEXT_BEST = 6
_NEARLY = 2.0
_HALF = 0.5
_HELD = 0.6


def absent_subject(  # what was found, and for which question
    best: Piece,
    passages: Sequence[Passage],
    words: Sequence[Word],
    wanted: Wanted,
    language: Language,
) -> tuple[str, ...]:
    """Return the long compound that a Finnish question is about where nothing found has it and little else is held.

    A compound with the same beginning or end is another thing: carriages are no trams.
    """
    if language != "fi" or (best.passage.document.language or "fi") != "fi":
        return ()
    about = [
        word
        for word in words
        if not word.name and not word.number and len(word.text) >= _LONG and not _DOING.search(word.text.lower())
    ]
    if not about:
        return ()
    held = frozenset(token for passage in passages for token in tokens(passage.hit.chunk.text + " " + passage.heading))
    absent = [word for word in about if not any(is_same(word.text.lower(), token) for token in held)]
    none = tuple(word.text for word in absent if found_in(word, held) < _HELD)
    if none and best.signals.coverage <= _HALF:
        return none
    own = tokens(best.text)
    others = [word for word in words if word not in about]
    said = sum(found_in(word, own) >= _HELD for word in others)
    alike = wanted.kind not in ("list", "status", "definition") and len(absent) == len(about)
    return tuple(word.text for word in absent) if alike and 2 * said < max(1, len(others)) else ()


def in_order(pieces: Sequence[Piece], words: Sequence[Word]) -> list[Piece]:
    """Return the pieces with those first that have the question's "next", "first" or "last", where one is as likely.

    The next meeting is not the one that the minutes are of, however well all else fits.
    """
    ordinals = [word for word in words if _ORDINAL.fullmatch(word.text)]
    if not ordinals or not pieces:
        return list(pieces)
    if any(_holds(pieces[0], word) for word in ordinals):
        return list(pieces)
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= pieces[0].score - _NEARLY
            and piece.signals.typed >= pieces[0].signals.typed
            and any(_holds(piece, word) for word in ordinals)
        ),
        None,
    )
    if held is None:
        return list(pieces)
    first, before = replace(held, score=pieces[0].score), replace(pieces[0], score=held.score)
    return [first, before, *(piece for piece in pieces[1:] if piece is not held)]


def _holds(piece: Piece, word: Word) -> bool:
    known = words_for((word,), piece.passage.document.language)[0]
    return found_in(known, tokens(piece.text)) >= _HELD


def gives_no_cause(best: Piece, wanted: Wanted) -> bool:
    """Return whether a question for a cause is met by a piece that names none and lacks what is to be explained."""
    return (
        wanted.kind == "why"
        and best.signals.typed <= 0
        and any(not word.name and not word.number for word in best.missing)
    )


def costs_unsaid(best: Piece, words: Sequence[Word], wanted: Wanted, language: Language) -> bool:
    """Return whether a price is asked for where neither the best piece nor what stands above it speaks of costs."""
    asked = next((word for word in words if wanted.money and _COSTS.match(word.text)), None)
    if asked is None:
        return False
    known = words_for((with_synonyms(asked.text, language),), best.passage.document.language)[0]
    return found_in(known, tokens(best.text + " " + best.passage.heading)) < _HELD


def counts_another(best: Piece, wanted: Wanted, language: Language) -> bool:
    """Return whether the best piece counts other things than a Finnish question asks the number of."""
    return (
        wanted.kind == "count"
        and wanted.noun is not None
        and language == "fi" == (best.passage.document.language or "fi")
        and counts_other(best.text, wanted.noun)
    )
