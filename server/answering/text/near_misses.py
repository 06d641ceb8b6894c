"""Pieces that have much of a question and not what it asks: a name without the deed, the stage before the one meant.

Knows nothing of how they were found.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from index.lemmas import base_forms, is_known
from server.answering.answer import Language
from server.answering.text.evidence import Piece, put_first
from server.answering.text.extract import PRONOUN
from server.answering.text.fitting_pieces import asks_limit, has_limit
from server.answering.text.found_passages import heading_above
from server.answering.text.units import is_row
from server.answering.words.kinds import Wanted
from server.answering.words.language import detect
from server.answering.words.matching import Word, found_in, tokens, with_synonyms, words_for

_HALF, _MOSTLY = 0.5, 0.6
_MADE = re.compile(
    r"(?:vuo[sd]|päiv|år|year|dag|day|laad|laat|tehty|tehd|toteut|pide|järjest|voimas|gjor|upprätt|gäll|genomför|ordna|håll|made|held|drawn|organi|valid)",
    re.IGNORECASE,
)
"""Words of time, making and being, which a date may stand without."""
_PART = re.compile(r"[^\W\d_]+")
_STEM = 4
_SHORT = 3
"""Words of a question so short that each of them matters."""
_HELD, _SURELY = 0.6, 0.8
_LABELLED = re.compile(r":\s+\S")
_WHO_DOES = re.compile(
    r"(?:kuka|ketkä|mikä taho|mitkä tahot)\b(?!\s(?:saa|saavat|sai|saivat|kuuluu|kuuluvat)\b)", re.IGNORECASE
)
_IN_PLACE = re.compile(r"(?:ssa|ssä|sta|stä|lla|llä)$")
"""Ends of words that say where, or where from, and not who."""
_FEWEST = 2
_WHICH = re.compile(
    r"(?:mikä|mitkä|minkä|millä|mille|mitä|vilken|vilket|vilka|which|what) (?!(?:on|oli|ovat|taho|tahot)\b)",
    re.IGNORECASE,
)
"""What begins a question for somebody of a kind: "which company delivers …"."""
_WHICH_KIND = re.compile(r"(mitkä|vilka|which) (\w{4,})", re.IGNORECASE)
_ASKS_MOST = re.compile(
    r"\b(?:eniten|vähiten|suuri(?:n|mm)|pieni(?:n|mm)|korkei(?:n|mm)|matali(?:n|mm)|mest|minst|flest|störst|högst|lägst"
    r"|most|least|fewest|largest|biggest|highest|smallest|lowest)",
    re.IGNORECASE,
)
_OTHER_RANKS = (
    re.compile(
        r"\b(?:seuraavaksi|toiseksi|kolmanneksi|neljänneksi) \w{3,}(?:in|im[mp]\w+)\b|\bnäst (?:\w+ )?\w+st[ae]?\b"
        r"|\b(?:second|third|fourth|next)[- ](?:largest|biggest|highest|smallest|lowest|most)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:asukasta|henkeä|henkilöä|oppilasta|asiakasta) (?:kohti|kohden)\b|\bsuhteessa \w*(?:lukuun|määrään)\b"
        r"|\bper (?:invånare|capita|person|inhabitant|head|elev|pupil|kund|client)\b|\bi förhållande till\b",
        re.IGNORECASE,
    ),
)
"""What tells of the second one, or of what is most by another measure."""
_NEXT_BEST, _NEARLY, _FARTHER = 6, 1.0, 3.0
_THIRD = 0.33
_PLACED = re.compile(
    r"(?:maa|kaupun|kunna|kylä|provins|maakun|osavalt|paik|seudu|maanos|rakennu|sijait|sijoit|löyty|on$|land|stad|ort|plats|ligg"
    r"|countr|cit(?:y|ies)|town|place|region|locat|situat)",
    re.IGNORECASE,
)
"""Words of what kind of place is asked for, and of lying there, which a place told stands without."""
_LIVED = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)?(?:1\d|20)\d\d[^()]*\)")
"""A date in brackets, where lives and spans of time are told without words of beginning and end."""
_ENDS = re.compile(
    r"(?:loppu|päätty|alko|alka|jatku|kestä|slut|började|fortsätt|end|begin|began|start|continu)", re.IGNORECASE
)
_STRETCH = re.compile(r"\d\s?[–—-]\s?\d")
"""What began and ended is told by a stretch of time alone."""
_DONE = re.compile(r"\b(?:was|were|did|blev|alkoi|päättyi|valmistui|\w{3,}(?:tiin|[aet]des))\b", re.IGNORECASE)
"""Verbs of what is past, as they are asked."""
_AHEAD = re.compile(r"\b(?:by|before|senast|till|före)(?: år| the year)?\s$", re.IGNORECASE)
_BY = re.compile(r"\bmennessä\b", re.IGNORECASE)
_AT_ONCE = re.compile(
    r"\b(?:asetet|perustet|hyväksyt|julkaist|annet|käynnist|alkoi|avat|nimitet|valit|tillsatt|grunda|godkän|publicer|inled"
    r"|starta|utså?g|utnämn|appointed|established|set up|adopted|approved|published|launched|founded|started|began)",
    re.IGNORECASE,
)
"""Deeds of one day, as they are asked."""
_DECIDED = re.compile(
    r"(?:asetettiin|nimitet|hyväksyt|annettiin|tillsatt|utnämn|godkän|appointed|adopted|approved)", re.IGNORECASE
)
"""Deeds of a body that decides, which no other words tell."""
_UNTIL = re.compile(r"\b(?:loppuun|saakka|asti|mennessä|vuoteen|utgång|until|till|by)\b", re.IGNORECASE)
_BEFORE, _AFTER = 9, 12
"""Characters before and behind a time in which the word stands that makes it a limit."""


def tells_no_deed(best: Piece, words: Sequence[Word], wanted: Wanted, question: str, language: Language) -> bool:
    """Return whether it is asked who does something and the piece and its heading have a name but not that deed."""
    if wanted.kind != "who" or wanted.person or best.unit.kind == "heading":
        return False
    asked = [word for word in words if not word.name and not word.number]
    asked = asked[1:] if _WHICH.match(question.strip(" ¿")) else asked
    if not asked:
        return False
    deed = asked[0]
    same = with_synonyms(deed.text, language)
    otherwise = tuple(dict.fromkeys((*deed.stems, *same.stems)))
    if len(otherwise) < _FEWEST and best.signals.coverage >= _HALF:
        return False  # A word without synonyms may be said in any other.
    both = replace(deed, stems=otherwise, elsewhere=(*deed.elsewhere, *same.elsewhere))
    (known,) = words_for((both,), best.passage.document.language)
    return found_in(known, tokens(f"{best.text} {said_above(best)}")) < _HELD


def names_itself(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a heading has no name but the question's words in other forms, which says nothing of who.

    Nor does a name that stands by itself without a word of what its bearer does.
    """
    if wanted.kind != "who" or best.unit.kind != "heading":
        return False
    deed = next((word.text for word in words if not word.name and not word.number), None)
    if not wanted.person and deed in {word.text for word in best.missing}:
        return True
    asked = {part[:_STEM] for word in words for part in _PART.findall(word.text.lower())}
    parts = (part for part in _PART.findall(best.text) if len(part) > len("II"))
    return all(part.islower() or part.lower()[:_STEM] in asked for part in parts)


def names_place_only(best: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether it is asked who does something and the name found stands in the case of a place or a time.

    Who gets something may stand in one, and who is asked for in one is told in it. Where the deed itself is told, its
    doer may have no name.
    """
    if wanted.kind != "who" or best.span is None or best.unit.kind != "sentence" or best.text[-1:] == ":":
        return False
    if (best.passage.document.language or "fi") != "fi" or not _WHO_DOES.match(question.strip(" ¿")):
        return False
    if not words or words[0] not in best.missing:
        return False
    named = [word for word in best.text[best.span.start : best.span.end].split() if word[0].isupper()]
    return any(_IN_PLACE.search(word) and is_known(word.lower()) and not _is_nominative(word.lower()) for word in named)


def deed_first(
    pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, question: str, language: Language
) -> list[Piece]:
    """Return the pieces, one first that tells who does what is asked where the best tells another deed."""
    if not pieces or not tells_no_deed(pieces[0], words, wanted, question, language):
        return list(pieces)
    near = [piece for piece in pieces[1:_NEXT_BEST] if piece.score >= pieces[0].score - 2 * _NEARLY]
    held = next(
        (p for p in near if p.span is not None and not tells_no_deed(p, words, wanted, question, language)), None
    )
    return put_first(pieces, held) if held else list(pieces)


def said_above(best: Piece) -> str:
    """Return the heading above a piece and, of a bullet, what leads its list."""
    above = heading_above(best.passage, best.unit)
    text = best.passage.page.text
    if above and _LABELLED.search(text, above.start, above.end):
        above = None  # A line of its own heads nothing.
    leads = [unit for group in best.passage.lists if best.unit in group.items for unit in group.lead]
    return " ".join(text[unit.start : unit.end] for unit in (*((above,) if above else ()), *leads))


def only_names(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a sentence has the names of a question but none of what is asked of them, some of it nowhere.

    What begins with a pronoun goes on from the sentence before it.
    """
    # What kind of thing an acronym is of ("ABC-centres") is a part of its name.
    kinds = {kind for name, kind in pairwise(words) if name.name and name.text.isupper()}
    asked = [word for word in words if not word.name and not word.number and word not in kinds]
    if wanted.kind == "where":
        asked = [word for word in asked if not _PLACED.match(word.text)]
    if best.unit.kind != "sentence" or len(asked) < _FEWEST or not best.missing or PRONOUN.match(best.text):
        return False
    if wanted.kind not in ("what", "where", "how", "when") or (wanted.kind != "what" and _LIVED.search(best.text)):
        return False
    own = tokens(best.text)
    known = words_for(asked, best.passage.document.language)
    if any(len(word.stems) > 1 for word in known):
        known = tuple(word for word in known if len(word.stems) > 1)  # of a word without a translation nothing is known
    return len(known) >= _FEWEST and all(found_in(word, own) < _HELD for word in known)


def said_first(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> list[Piece]:
    """Return the pieces, one first that tells of what is asked where the best has but the question's names."""
    if not pieces or not only_names(pieces[0], words, wanted):
        return list(pieces)
    best = pieces[0]
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= best.score - _NEARLY
            and piece.signals.typed >= best.signals.typed
            and len(piece.missing) <= len(best.missing)
            and piece.signals.coverage > best.signals.coverage
            and not only_names(piece, words, wanted)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def content_first(pieces: Sequence[Piece], wanted: Wanted) -> list[Piece]:
    """Return the pieces, one first that lacks but names of its page, where the best lacks what is asked of them.

    Who is spoken of is named at the beginning of a page; what was done stands further on.
    """
    best = pieces[0] if pieces else None
    lacking = [word for word in best.missing if not word.name and not word.number] if best else []
    if best is None or wanted.kind not in ("what", "how", "where") or len(lacking) < _FEWEST:
        return list(pieces)
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= best.score - _FARTHER
            and piece.passage.page is best.passage.page
            and piece.unit.kind in ("sentence", "bullet")
            and piece.signals.coverage >= _THIRD
            and piece.signals.typed >= best.signals.typed
            and all(word.name for word in piece.missing)
            and all(found_in(word, tokens(piece.passage.page.text)) >= _SURELY for word in piece.missing)
        ),
        None,
    )
    if held is None:
        return list(pieces)
    told = replace(held, missing=())
    return put_first([told if piece is held else piece for piece in pieces], told)


def subject_first(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted, language: Language) -> list[Piece]:
    """Return the pieces, one first that has what a Finnish question asks the time of, where the best has it around it.

    "When does the call for applications end?" is not told by when the reports are due.
    """
    subjects = [word for word in words if not word.name and not word.number and _is_nominative(word.text.lower())]
    if not pieces or wanted.kind != "when" or language != "fi" or not subjects:
        return list(pieces)
    best, subject = pieces[0], subjects[-1]
    if _says(best, subject):
        return list(pieces)
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= best.score - _NEARLY and piece.span is not None and _says(piece, subject)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def _is_nominative(word: str) -> bool:
    return is_known(word) and word in base_forms(word)


def _says(piece: Piece, word: Word) -> bool:
    (known,) = words_for((word,), piece.passage.document.language)
    return found_in(known, tokens(f"{piece.text} {said_above(piece)}")) >= _SURELY


def tells_other_time(best: Piece, words: Sequence[Word], wanted: Wanted, question: str, language: Language) -> bool:
    """Return whether a short question for a time is met by a piece in its language that lacks much of what it is of.

    "When do applicants hear of their grants?" is not told by when grants may be applied for.
    """
    asked = [word for word in words if not word.name and not word.number]
    if (
        wanted.kind != "when"
        or len(words) > min(_SHORT, len(asked))
        or language != (best.passage.document.language or "fi")
    ):
        return False
    if _STRETCH.search(best.text) or (asks_limit(question) and has_limit(best)):
        asked = [word for word in asked if not _ENDS.match(word.text)]
    named = {word.text for word in asked if not _MADE.match(word.text)}
    lacking = [word.text for word in best.missing if word.text in named]
    known = any(len(with_synonyms(text, language).stems) > 1 for text in lacking)
    return known and best.signals.context < _MOSTLY


def only_ahead(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether the time of what was done is asked for and the piece tells by when something else shall be.

    A goal for a year says nothing of when the act was passed that is to reach it; nor is a body set up until a day, nor
    on the day of something else.
    """
    if wanted.kind != "when" or best.span is None or not _DONE.search(question):
        return False
    if any(_DECIDED.match(word.text) for word in best.missing):
        return detect(question) == (best.passage.document.language or "fi")
    if not best.missing:
        return bool(
            _AT_ONCE.search(question) and _UNTIL.search(best.text, max(0, best.span.start - _BEFORE), best.span.end)
        )
    limit = _BY.search(best.text, best.span.start, min(len(best.text), best.span.end + _AFTER))
    return bool(limit or _AHEAD.search(best.text, 0, best.span.start))


def tells_most(piece: Piece, question: str) -> bool:
    """Return whether the most or least is asked for and a piece speaks of such."""
    return bool(_ASKS_MOST.search(question) and _ASKS_MOST.search(piece.text))


def of_other_rank(piece: Piece, question: str) -> bool:
    """Return whether the most or least is asked for and a piece tells of the second one, or of the most per head."""
    return bool(_ASKS_MOST.search(question)) and any(
        one.search(piece.text) and not one.search(question) for one in _OTHER_RANKS
    )


def names_none_of(best: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether it is asked which ones of a kind, and the piece has neither the kind nor any name for one."""
    kind = _WHICH_KIND.match(question.strip(" ¿")) if wanted.kind == "list" else None
    written = {"mitkä": "fi", "vilka": "sv", "which": "en"}
    if kind is None or written[kind.group(1).lower()] != (best.passage.document.language or "fi"):
        return False
    if best.text.endswith(":") or best.unit.kind == "row":
        return False
    asked = {word.text.lower() for word in words}
    named = [word for word in best.text.split()[1:] if word[:1].isupper() and word.strip(".,;:").lower() not in asked]
    own = words_for([word for word in words if word.text == kind.group(2)], best.passage.document.language)
    return bool(own) and not named and all(found_in(word, tokens(best.text)) < _HELD for word in own)


def hardly_says(best: Piece, wanted: Wanted) -> bool:
    """Return whether yes or no is asked of what the piece and all around it have less than a half of."""
    return wanted.kind == "yes_no" and best.signals.context < _HALF


def bare_numbers(best: Piece) -> bool:
    """Return whether the piece is a row of numbers: without its columns, nobody can tell what they are."""
    return best.unit.kind == "row" and is_row(best.text)


def one_of_many(best: Piece, wanted: Wanted) -> bool:
    """Return whether several things are asked for by their number and the piece is a heading, which is one at most.

    One that leads a list of so many is not.
    """
    if wanted.kind != "list" or wanted.size is None or best.unit.kind != "heading" or "," in best.text:
        return False
    return not any(best.unit in group.lead and len(group.items) == wanted.size for group in best.passage.lists)
