"""Whether what was found speaks of the very thing that a question is about. Knows nothing of how it was found.

A sentence may hold the question's common words and lack its subject: the date of another act, the number of another
thing. Only questions in the document's language are judged, for across languages a thing may be called otherwise.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from index.lemmas import base_forms, compound_parts
from server.answering.answer import Language
from server.answering.text.evidence import Piece, put_first
from server.answering.text.extract import PRONOUN, cause_after
from server.answering.text.fitting_pieces import LIMIT
from server.answering.text.found_passages import Passage, heading_above
from server.answering.text.lives import unsaid_words
from server.answering.text.second_look import denies
from server.answering.text.siblings import bodies_of, names_sibling
from server.answering.text.years import YEAR_RANGE, YEARS, years_in
from server.answering.words.counted import is_same
from server.answering.words.kinds import SIZES, Wanted
from server.answering.words.matching import Word, found_in, tokens, with_synonyms, words_for
from server.answering.words.ordinals import ordinal_of

_LONG = 11
"""Characters of a word that is a compound rather than an inflected short one."""
_DOING = re.compile(
    r"(?:[td](?:aan|ään)|t(?:iin|u|y|ut|yt)|[vn]at|[vn]ät|n[uy]t|neet|vast[ai]|västi|sti|minen|m(?:alla|ällä|aan|ään)"
    r"|mista|mistä|misen|misessa|misessä|miseen|miseksi|mise\w+)$"
)
"""Ends of Finnish verbs, their nouns and adverbs, which a text may well say in other words."""
_ORDINAL = re.compile(
    r"seuraava\w*|edelli\w+|viimei\w+|viime|ensin|sist|först|toinen|toise\w+|kolmas|kolman\w+|nästa|följande|föregående|förra|första|sista"
    r"|andra|tredje|next|following|previous|last|first|second|third",
    re.IGNORECASE,
)
_COSTS = re.compile(r"(?:maksaa|maksoi|maksav|maksoiv|kostar|kostade|kostat|costs?$)", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:keskeyt|peru(?:i|ut|tet|nut|ttiin|taan)|hylä[tk]|hylkä|kieltäyty|lopete|lopetti|lakkau|kuol|irtisano"
    r"|myy(?:ty|tiin|dään)|suljet|sulki|eros(?:i|ivat)|erotet|puret|avbr[öu]t|avbryt|inställ|avslog|lades? ner"
    r"|lagts ner|dött|såld|stängd|rivs|revs|sade upp|interrupt|cancel|reject|refus|drop(?:ped)? out|closed|died"
    r"|deaths?\b|sold\b|demolish|abolish|resign|dismiss|laid off)",
    re.IGNORECASE,
)
_ENDED = re.compile(
    _ENDS.pattern
    + r"|\b(?:päätt|pääty|loppu|lopet|lakka|luov|luop|poist|jät(?:ti|et)|jäi|ei\b|eivät|ilman|kiel|evä|tyrm|torju|siirr"
    r"|sul[kj]|myyn|myi|myyt|ero[sna]|menehty|purk|pura|vähen|slut|upphör|ned|ner|nej|inte\b|utan|sälj|dog|död|av(?:sl|br)"
    r"|stäng|riv|end(?:ed|s)?\b|ceas|stop|not\b|without|remov|clos|dead|sale)",
    re.IGNORECASE,
)
"""Words of what ends, fails or is refused, as they are asked and told: a text without any tells of the contrary."""
_DIED = re.compile(r"\b(?:kuol|dog\b|dött\b|died\b)", re.IGNORECASE)
_GOT = re.compile(
    r"(?:kuka|ketkä|mikä \w+|mitkä \w+|vem|vilka|who) (?:sai|saa|saivat|saavat|fick|får|got|gets|received)\b",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\s+(?:on |har |has )?(?:myön(?:tää|si|tänyt|tävät|sivät)|anta[ain]\w*|antoi\w*|jaka[an]\w*|jakoi\w*|tuke[en]\w*"
    r"|rahoitt\w+|maks(?:aa|oi)|bevilja\w*|ger|gav|delar|delade|finansiera\w*|grants?|granted|awards?|awarded|gives?|gave|funds?|funded)\b"
)
_ASKS_EXTREME = re.compile(r"\b(?:eniten|vähiten|most|least|fewest|mest|minst|flest)\b", re.IGNORECASE)
_EXTREME = re.compile(
    r"\b(?:eniten|vähiten|enimm|enin\b|useimm|yleisi(?:n|mm)|suuri(?:n|mm|nt)|pieni(?:n|mm|nt)|tärkei(?:n|mm|nt)"
    r"|merkittävi(?:n|mm|nt)|paras\b|parhai|parhaa|johtav|ykkönen|kärj|ennen muuta|erityisesti|etenkin|varsinkin|enemm"
    r"|suurempi|most|least|fewest|main|largest|biggest|highest|lowest|best|especially|particularly|more"
    r"|mest|minst|flest|störst|högst|lägst|främst|viktigast|vanligast|särskilt|framför|fler)",
    re.IGNORECASE,
)
_CLASS = re.compile(
    rf"\b(?:\d+|{'|'.join(SIZES)})\s+(?:suuri(?:n|mm)|pieni(?:n|mm)|störst|minst|largest|biggest|smallest)\w*",
    re.IGNORECASE,
)
"""The ends of a counted group: "in the six largest towns" tells of none that it got the most."""
_LAST = frozenset(("sist", "viimeisenä", "viimeiseksi"))
_SURELY_ORDINAL = 2
"""The last ordinal that may mean something else: "toinen" is "another", too."""
_WHAT_WAS = re.compile(r"(?:mikä|what|vad|vilken|vilket) (?:oli|on|was|is|var|är)\b", re.IGNORECASE)
_DAY = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}")
_LITTLE = 0.05
_DEFINED = 0.3
_BESIDE = 40
"""Characters between two sentences of which one tells the cause of the other."""
_SCARCELY = 1.0
_NEAR_BY = 3.0
_FULLY = 0.8
_NEXT_BEST = 6
_NEARLY = 2.0
_HALF = 0.5
_HELD, _SURELY = 0.6, 0.8
_CHAIR = re.compile(r"puheenjoht")
_DEPUTY = re.compile(
    r"vara(?=puheenjoht|johtaj|tuomar|pääll)|vice|apulais|biträdande|deputy|(?:ali)?valtio(?=sihteer)|stats(?=sekreter)"
)
"""Beginnings of the titles of deputies, and of officers of state, who are no secretaries of a body."""
_BODY = 6
"""Characters of a word that may be the body whose officer is asked for."""


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
    titled = frozenset(tokens(best.passage.heading + " " + best.text))
    absent = [
        word
        for word in about
        if not any(is_same(word.text.lower(), token) for token in held) and not _in_parts(word.text, titled)
    ]
    none = tuple(word.text for word in absent if found_in(word, held) < _HELD)
    if none and best.signals.coverage <= _HALF:
        return none
    own = tokens(best.text)
    others = [word for word in words if word not in about]
    said = sum(found_in(word, own) >= _HELD for word in others)
    alike = wanted.kind not in ("list", "status", "definition") and len(absent) == len(about)
    return tuple(word.text for word in absent) if alike and 2 * said < max(1, len(others)) else ()


def _in_parts(compound: str, held: frozenset[str]) -> bool:
    """Return whether all parts of a compound stand among the tokens by themselves or together in another form."""
    known = {part for token in held for base in (token, *base_forms(token)) for part in (base, *compound_parts(base))}
    parts = compound_parts(compound)
    return len(parts) > 1 and all(part in known for part in parts)


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
    return put_first(pieces, held)


def _holds(piece: Piece, word: Word) -> bool:
    known = words_for((word,), piece.passage.document.language)[0]
    return found_in(known, tokens(piece.text)) >= _HELD


def gives_no_cause(pieces: Sequence[Piece], wanted: Wanted) -> bool:
    """Return whether a question for a cause is met by a piece that names none, nor a sentence right beside it.

    What is listed is told without words of a cause: an item with all that is to be explained may be one.
    """
    best = pieces[0]
    if wanted.kind != "why" or best.signals.typed > 0 or cause_after(pieces):
        return False
    if best.unit.kind == "bullet" and not any(not word.name and not word.number for word in best.missing):
        return False
    return not any(
        piece.signals.typed > 0
        and piece.score >= best.score - _SCARCELY
        and piece.passage.page is best.passage.page
        and min(abs(piece.unit.start - best.unit.end), abs(best.unit.start - piece.unit.end)) <= _BESIDE
        for piece in pieces[1:_NEXT_BEST]
    )


def with_attribute(pieces: Sequence[Piece], words: Sequence[Word], wanted: Wanted) -> list[Piece]:
    """Return the pieces with one first that has the attribute asked for ("the biggest risk"), where the best lacks it.

    Of the bearer of a title it may be less likely.
    """
    if not pieces or _has_attribute(pieces[0], words, wanted):
        return list(pieces)
    least = pieces[0].score - (_NEARLY if wanted.person else _SCARCELY)
    held = next(
        (
            piece
            for piece in pieces[1:_NEXT_BEST]
            if piece.score >= least
            and piece.signals.typed >= pieces[0].signals.typed
            and (piece.span is not None or not wanted.person)
            and _has_attribute(piece, words, wanted)
        ),
        None,
    )
    return put_first(pieces, held) if held else list(pieces)


def _has_attribute(piece: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a piece has the attribute asked for; the title of a person must stand in it or its headings."""
    titles = [word for word in words if word.attribute]
    listed = wanted.kind == "list" and piece.unit.kind == "sentence"
    if not titles or not (wanted.person or listed):
        return not any(word.attribute for word in piece.missing)
    known = words_for(titles, piece.passage.document.language)
    return any(found_in(word, tokens(piece.text + " " + piece.passage.heading)) >= _SURELY for word in known)


def bears_no_title(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether the bearer of a title is asked for where the best piece and its headings have no such title.

    Leading is not being the leader. Among bare names, the body whose officer is asked for must be named, too.
    """
    titles = [word for word in words if word.attribute]
    if not wanted.person or not titles:
        return False
    known = words_for(titles, best.passage.document.language)
    text = tokens(best.text + " " + best.passage.heading)
    around = tuple(token for token in text if not _of_chair(token, titles))
    if not any(found_in(word, around) >= _SURELY for word in known) or _of_another_kind(best, words):
        return True
    if names_sibling((best.text,), bodies_of(words)):
        return True
    return best.unit.kind == "heading" and any(not word.attribute and len(word.text) >= _BODY for word in best.missing)


def _of_another_kind(best: Piece, words: Sequence[Word]) -> bool:
    """Return whether the word right before a title ("finance minister") is missing, which says of which kind it is."""
    missing = {word.text for word in best.missing}
    return any(
        title.attribute and not kind.name and not kind.number and kind.text in missing
        for kind, title in pairwise(words)
    )


def _of_chair(token: str, titles: Sequence[Word]) -> bool:
    """Return whether a token is the title of a chair, which is no leader, or begins as one that is not asked for."""
    return any(
        found and not any(stem.startswith(found[0]) for title in titles for stem in title.stems)
        for found in (_CHAIR.match(token), _DEPUTY.match(token))
    )


def names_giver(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether who got something is asked for and the name that was found is that of who gives it."""
    if wanted.kind != "who" or best.span is None or not _GOT.match(question):
        return False
    return bool(_GIVES.match(best.text, best.span.end))


def lacks_extreme(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether what is most or least so is asked for and neither the best piece nor its heading tells of any."""
    if wanted.kind not in ("who", "what", "where", "when") or not _ASKS_EXTREME.search(question):
        return False
    above = heading_above(best.passage, best.unit)
    headed = best.passage.page.text[above.start : above.end] if above else ""
    return not _EXTREME.search(_CLASS.sub(" ", f"{headed} {best.text}"))


def lacks_ordinal(best: Piece, words: Sequence[Word]) -> tuple[str, ...]:
    """Return the ordinals of the question that neither the best piece nor its surroundings have.

    Of a seventh one nothing is told where six are. "Second" may mean another: it counts where what it is of is missing,
    too.
    """
    following = dict(pairwise(word.text for word in words))
    missing = {word.text for word in best.missing}
    return tuple(
        text
        for text in missing
        if text.lower() in _LAST
        or ((number := ordinal_of(text.lower())) and (number > _SURELY_ORDINAL or following.get(text) in missing))
    )


def of_another_year(best: Piece, words: Sequence[Word], wanted: Wanted, question: str) -> bool:
    """Return whether a number is asked of a year and the best piece tells of others alone, as do its headings."""
    asked = {year for word in words if word.number for year in YEARS.findall(word.text)}
    told = years_in(best.text)
    of_one = wanted.kind in ("count", "definition") or bool(_WHAT_WAS.match(question))
    if not of_one or not asked or not told:
        return False
    above = heading_above(best.passage, best.unit)
    headed = best.passage.page.text[above.start : above.end] if above else ""
    headed = _DAY.sub(" ", headed)  # The day of a release is not the year that it tells of.
    title = _DAY.sub(" ", YEAR_RANGE.sub(" ", best.passage.heading))  # A programme of many years says nothing of one.
    return not asked & (told | years_in(headed) | years_in(title))


def denies_nothing(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether what is not so is asked for and neither the best piece nor the lines around it deny anything.

    Nor does a cell or a line that denies tell which things are so.
    """
    if wanted.kind not in ("what", "list", "who", "where"):
        return False
    if not denies(question):
        return wanted.kind == "list" and best.unit.kind in ("heading", "row") and denies(best.text)
    above = heading_above(best.passage, best.unit)
    text = best.passage.page.text
    return not denies(best.text) and (above is None or not denies(text[above.start : above.end]))


def defines_another(best: Piece, words: Sequence[Word], wanted: Wanted) -> bool:
    """Return whether a definition is asked for and the best piece has little of what is to be defined.

    What stands around it is not enough where it has nothing itself and begins with no pronoun that would stand for it.
    """
    if wanted.kind != "definition" or best.unit.kind != "sentence" or not words:
        return False
    unsaid = any(not word.number for word in best.missing)
    nothing = best.signals.coverage == 0 and not PRONOUN.match(best.text)
    return best.signals.coverage < _DEFINED and (unsaid or nothing)


def says_no_end(best: Piece, wanted: Wanted, question: str) -> bool:
    """Return whether what ended or was refused is asked for and neither the best piece nor its headings tell of an end.

    How many came says nothing of how many dropped out.
    """
    return (
        wanted.kind in ("when", "count", "who", "why")
        and bool(_ENDS.search(question))
        and not _ENDED.search(best.text)
        and not (_DIED.search(question) and unsaid_words(best.text, wanted))
        and not _ENDS.search(best.passage.heading)
    )


def of_another(pieces: Sequence[Piece], wanted: Wanted) -> bool:
    """Return whether the best piece is a sentence that has nothing of the question but a name, a number or a date.

    A date is taken from such a sentence where no other one of its document says what is asked, without a date.
    """
    best = pieces[0]
    counted = best.unit.kind == "bullet" and wanted.kind == "count" and wanted.noun is not None
    if (best.unit.kind != "sentence" and not counted) or best.signals.coverage >= _LITTLE:
        return False
    if wanted.kind in ("who", "count"):
        return True
    return wanted.kind == "when" and any(
        piece.signals.coverage >= _FULLY
        and piece.score >= best.score - _NEAR_BY
        and piece.passage.document.id == best.passage.document.id
        and not (LIMIT.search(best.text) and _right_behind(best, piece))
        for piece in pieces[1:_NEXT_BEST]
    )


def _right_behind(best: Piece, other: Piece) -> bool:
    """Return whether a sentence stands right behind another one in its paragraph: it tells of the same matter."""
    same = best.passage.page is other.passage.page and best.unit.paragraph == other.unit.paragraph
    return same and 0 <= best.unit.start - other.unit.end <= 1


def costs_unsaid(best: Piece, words: Sequence[Word], wanted: Wanted, language: Language) -> bool:
    """Return whether a price is asked for where neither the best piece nor what stands above it speaks of costs.

    Nor does it tell the price of a thing that it has no word of.
    """
    asked = next((word for word in words if wanted.money and _COSTS.match(word.text)), None)
    if asked is None:
        return False
    things = {word.text for word in words if word is not asked and not word.number}
    if things and things <= {word.text for word in best.missing}:
        return True
    known = words_for((with_synonyms(asked.text, language),), best.passage.document.language)[0]
    return found_in(known, tokens(best.text + " " + best.passage.heading)) < _HELD
